"""Quotations: what stands between quotation marks, whoever said it. Marks are paired; nothing is credited."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.facts.model import Quotation, Stretch
from factlint.facts.speech.blockquotes import find_block_quotes
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.facts.speech.marks import MARKS, is_inch, like_possessive, marks_by_paragraph, style_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.facts.speech.cues import Verbs
    from factlint.facts.speech.marks import Family, Mark
    from factlint.tokens import Tokens

_HANDS_OVER = frozenset(",.?!—")
_STOPS = frozenset(".?!…")
_CALLS = frozenset("?!")
_CREDIT = 8  # tokens from the comma to the verb of a credit
_FARTHEST = 4  # paragraphs over which a quotation runs on without marks
_LONGEST_NAME = 5  # tokens
_ENDS_CREDIT = frozenset(",.")
_SENTENCE = 40  # tokens that are looked at for a credit


class _Open(NamedTuple):
    mark: Mark
    paragraph: Paragraph


class _Next(NamedTuple):
    """What comes after one mark in its paragraph.

    single_closes: whether the next single mark, if there is one, may close.
    closed: whether a single mark that may close comes at all.
    unclosed: how many double marks must have been opened before it, so that none that closes parts it from here.
    """

    single_closes: bool
    closed: bool
    unclosed: int


class _Waiting:
    """The marks that were opened and not yet closed, with how many of each family."""

    def __init__(self, running: _Open | None) -> None:
        self.stack: list[_Open] = []
        self.count: dict[Family, int] = {"double": 0, "single": 0}
        if running is not None:
            self.push(running)

    def push(self, opened: _Open) -> None:
        self.stack.append(opened)
        self.count[opened.mark.family] += 1

    def pop(self) -> _Open:
        opened = self.stack.pop()
        self.count[opened.mark.family] -= 1
        return opened


def find_quotations(facts: Facts) -> tuple[Quotation, ...]:
    """All quotations in order, the inner ones after the outer one that holds them.

    A quotation ends with its paragraph, unless the next paragraph opens with a mark again: then it runs on, as the
    handbooks have it for a speech of several paragraphs.
    """
    blocks = find_block_quotes(facts)
    found = sorted((*blocks, *_marked(facts, blocks)), key=lambda q: (q.start, q.depth))
    return tuple(_partnered(facts, found))


def _marked(facts: Facts, blocks: list[Quotation]) -> Iterable[Quotation]:
    """The quotations that have marks; those within a block quote are one deeper."""
    starts = [quotation.start for quotation in blocks]
    for quotation in _paired(facts):
        place = bisect_right(starts, quotation.start) - 1
        inside = place >= 0 and quotation.start < blocks[place].end
        yield quotation._replace(depth=quotation.depth + 1) if inside else quotation


def _partnered(facts: Facts, found: list[Quotation]) -> list[Quotation]:
    """The quotations; of those that lack a mark each with the neighbour that does, two and two."""
    paragraphs = facts.paragraphs
    waiting: int | None = None
    for at, quotation in enumerate(found):
        if quotation.depth or quotation.family != "double" or (quotation.opening and quotation.closing):
            continue
        runs = waiting is not None and _goes_on_unmarked(paragraphs, found[waiting], quotation)
        if waiting is None or not (runs or _of_one_slip(found[waiting], quotation)):
            waiting = at
            continue
        one = found[waiting]
        bare = paragraphs[one.paragraph + 1].first if runs else None
        unmarked = None if bare is None else Stretch(facts.tokens.starts[bare], facts.tokens.ends[bare])
        partner = Stretch(quotation.start, quotation.end)
        found[waiting] = one._replace(partner=partner, runs=runs, unmarked=unmarked)
        found[at] = quotation._replace(partner=Stretch(one.start, one.end), follows=True)
        waiting = None
    return found


def _of_one_slip(one: Quotation, two: Quotation) -> bool:
    """Whether two that lack a mark may be one: in one paragraph, or opened in one and closed in the next."""
    apart = two.paragraph - one.last_paragraph
    return apart == 0 or (apart == 1 and one.closing is None and two.opening is None)


def _goes_on_unmarked(paragraphs: Sequence[Paragraph], one: Quotation, two: Quotation) -> bool:
    """Whether two that lack a mark are one that opens a paragraph and ends another, without marks between."""
    if one.closing is not None or two.opening is not None or not 1 <= two.paragraph - one.paragraph <= _FARTHEST:
        return False
    return one.start == paragraphs[one.paragraph].start and two.end >= paragraphs[two.paragraph].end - 1


def _paired(facts: Facts) -> list[Quotation]:
    marks = marks_by_paragraph(facts)
    if not marks:
        return []
    verbs = verbs_of(facts.lexicon)
    pairing = _Pairing(facts.tokens, verbs)
    running: _Open | None = None
    for number, paragraph in enumerate(facts.paragraphs):
        inside = marks.get(number)
        lost = running is not None and _is_credited_inside(facts.tokens, running, facts.paragraphs[number - 1], verbs)
        if running is not None and (inside is None or lost or not _runs_on(running, inside[0], paragraph)):
            pairing.close(running, None, facts.paragraphs[number - 1], 0)
            running = None
        elif running is not None and inside is not None:
            inside = inside[1:]
        if inside is not None:
            running = pairing.pair(inside, paragraph, running)
    if running is not None:
        pairing.close(running, None, facts.paragraphs[-1], 0)
    return pairing.found


def _runs_on(running: _Open, first: Mark, paragraph: Paragraph) -> bool:
    return first.opens and first.token == paragraph.first and first.family == running.mark.family


def _is_credited_inside(tokens: Tokens, opened: _Open, paragraph: Paragraph, verbs: Verbs) -> bool:
    """Whether a paragraph that leaves a quotation open ends in a credit, so that its closing mark was lost before that.

    “We will not pay twice, said Ann Lee, a nurse.”: behind a comma of the last sentence a verb of speech and somebody.
    """
    first = max(opened.mark.last, paragraph.first, paragraph.last - _SENTENCE)
    for at in range(paragraph.last - 2, first, -1):
        if tokens.texts[at][-1] in _STOPS:
            return False
        if tokens.texts[at] == "," and _credits(tokens, at + 1, paragraph.last, verbs):
            return True
    return False


def _credits(tokens: Tokens, at: int, last: int, verbs: Verbs) -> bool:
    """Whether “said Ann Lee” or “he said.” begins at a token: a verb with a name, or a name or pronoun with a verb."""
    if at + 2 > last:
        return False
    if is_verb(tokens, at, verbs, False):
        follows = tokens.lowers[at + 1]
        return tokens.texts[at + 1][0].isupper() and follows not in verbs.insiders
    verb = at + 1
    if tokens.lowers[at] not in verbs.personal:
        while verb < min(last, at + _LONGEST_NAME) and tokens.texts[verb][0].isupper():
            verb += 1
        if not tokens.texts[at][0].isupper() or tokens.lowers[at] in verbs.insiders:
            return False
    elif tokens.lowers[at] in verbs.insiders:
        return False
    return verb + 1 < last and is_verb(tokens, verb, verbs, False) and tokens.texts[verb + 1] in _ENDS_CREDIT


class _Pairing:
    """The quotations found so far; the marks of one paragraph after another are paired."""

    def __init__(self, tokens: Tokens, verbs: Verbs) -> None:
        self.tokens = tokens
        self.verbs = verbs
        self.found: list[Quotation] = []

    def pair(self, marks: list[Mark], paragraph: Paragraph, running: _Open | None) -> _Open | None:
        """Pairs the marks of one paragraph; returns the outer quotation that is still open at its end."""
        waiting = _Waiting(running)
        stack = waiting.stack
        paired = _pairs_off(marks, len(stack))
        for mark, ahead in zip(marks, _outlook(marks), strict=True):
            held = waiting.count[mark.family] > 0
            if mark.closes and held:
                if mark.family == "double" or not (ahead.single_closes and like_possessive(self.tokens, mark)):
                    self._close_by(waiting, mark, paragraph)
            elif mark.opens and (not held or (paired and mark.family == "double") or _turns(stack[-1].mark, mark)):
                # A single mark with none to close it is an apostrophe.
                if mark.family == "double" or (ahead.closed and not (stack and ahead.unclosed)):
                    waiting.push(_Open(mark, paragraph))
            elif mark.opens and stack and stack[0].mark.family == mark.family:
                if not _goes_on(self.tokens, stack[0], mark, self.verbs):
                    # The one before was never closed: it ends where its sentence gave way to another quotation.
                    self._give_up(waiting, mark, paragraph, None)
                    waiting.push(_Open(mark, paragraph))
            elif mark.family == "double" and not mark.opens and not is_inch(self.tokens, mark):
                floor = self.found[-1].end if self.found else 0
                self.found.append(_lonely_closing(self.tokens, mark, paragraph, floor))
        return next((opened for opened in stack if opened.mark.family == "double"), None)

    def _close_by(self, waiting: _Waiting, mark: Mark, paragraph: Paragraph) -> None:
        """Closes the last quotation of a mark's family, and those in it that have no mark of their own to close."""
        self._give_up(waiting, mark, paragraph, mark.family)
        done = waiting.pop()
        around = waiting.stack[-1].mark.family if waiting.stack else None
        self.close(done, mark, paragraph, len(waiting.stack), around=around)

    def _give_up(self, waiting: _Waiting, mark: Mark, paragraph: Paragraph, down_to: Family | None) -> None:
        """Ends before a mark what was never closed, down to one of a family or to the last."""
        while waiting.stack and waiting.stack[-1].mark.family != down_to:
            opened = waiting.pop()
            if opened.mark.family == "double":
                self.close(opened, None, paragraph, len(waiting.stack) if down_to else 0, mark.token)

    def close(
        self,
        opened: _Open,
        closing: Mark | None,
        paragraph: Paragraph,
        depth: int,
        before: int | None = None,
        around: Family | None = None,
    ) -> None:
        """Adds the quotation from an opening mark to a closing one, or to the end of the paragraph or `before` a token.

        One with nothing in it is none.
        """
        tokens, first = self.tokens, opened.mark
        last = closing.token if closing is not None else paragraph.last if before is None else before
        if last <= first.last:
            return
        end = tokens.ends[(closing.last if closing is not None else last) - 1]
        self.found.append(
            Quotation(
                tokens.starts[first.token],
                end,
                opened.paragraph.number,
                paragraph.number,
                tokens.text[tokens.starts[first.token] : tokens.ends[first.last - 1]],
                None if closing is None else tokens.text[tokens.starts[closing.token] : end],
                self.tokens.words(first.last, last),
                depth,
                first.last,
                last,
                first.family,
                style_of(tokens.texts[first.token]),
                around,
                opened.paragraph.kind,
            )
        )


def _outlook(marks: list[Mark]) -> list[_Next]:
    """For every mark of a paragraph what comes after it, read once from the right."""
    ahead = _Next(False, False, 0)
    found: list[_Next] = []
    for mark in reversed(marks):
        found.append(ahead)
        if mark.family == "single":
            ahead = _Next(mark.closes, ahead.closed or mark.closes, 0 if mark.closes else ahead.unclosed)
        elif mark.opens != mark.closes:
            # “She said, ‘He told me, “Go!” and I went.’”: what opens and closes in between parts nothing
            ahead = ahead._replace(unclosed=max(0, ahead.unclosed + (1 if mark.closes else -1)))
    found.reverse()
    return found


def _goes_on(tokens: Tokens, opened: _Open, mark: Mark, verbs: Verbs) -> bool:
    """Whether a speech goes on at a second opening mark, as it does where two of its paragraphs were run into one.

    It does where the first is a whole utterance, ends with a stop and hands over to no credit (“We wait, he said. “…).
    """
    first = opened.mark.last
    handed = opened.mark.token > 0 and tokens.texts[opened.mark.token - 1] == ","
    if tokens.texts[mark.token - 1][-1] not in ".?!…" or not (handed or tokens.texts[first][:1].isupper()):
        return False
    for at in range(mark.token - 2, max(first, mark.token - _SENTENCE) - 1, -1):
        if tokens.texts[at] in _STOPS:
            # “Come in! a sign on the door reads.”: the quotation ended at the stop, before a small letter.
            return tokens.texts[at] not in _CALLS or not tokens.texts[at + 1][0].islower()
        before = tokens.lowers[at - 1]
        governed = before in verbs.auxiliaries or before in verbs.prepositions or before in verbs.insiders
        if not governed and is_verb(tokens, at, verbs, False):
            # A comma before the verb, not far: a credit; else a sentence of the speech.
            marks = (tokens.texts[i][-1] for i in range(at - 1, max(first, at - _CREDIT) - 1, -1))
            if next((text for text in marks if text in _HANDS_OVER), ".") != ".":
                return False
    return True


def _pairs_off(marks: list[Mark], waiting: int) -> bool:
    """Whether the curly double marks of a paragraph open and close in pairs, so that one may stand inside another."""
    depth = waiting
    for mark in marks:
        if mark.family != "double":
            continue
        if mark.opens == mark.closes:
            return False
        depth += 1 if mark.opens else -1
        if depth < 0:
            return False
    return depth == 0


def _turns(around: Mark, mark: Mark) -> bool:
    """Whether a single mark that can only open stands within a double one, as the third of three levels does."""
    return around.family == "double" and mark.family == "single" and mark.opens and not mark.closes


def _lonely_closing(tokens: Tokens, mark: Mark, paragraph: Paragraph, floor: int) -> Quotation:
    """A closing mark that nothing opened, with the word before it where that stands behind the code point `floor`."""
    opens = mark.token - 1
    while opens >= paragraph.first and not tokens.texts[opens][0].isalnum() and tokens.texts[opens] not in MARKS:
        opens -= 1
    if opens < paragraph.first or tokens.texts[opens] in MARKS or tokens.starts[opens] < floor:
        opens = mark.token
    start, end = tokens.starts[opens], tokens.ends[mark.last - 1]
    return Quotation(
        start,
        end,
        paragraph.number,
        paragraph.number,
        None,
        tokens.text[tokens.starts[mark.token] : end],
        0,
        0,
        mark.token,
        mark.token,
        mark.family,
        style_of(tokens.texts[mark.token]),
        None,
        paragraph.kind,
        begins=_first_word(tokens, mark.token, paragraph, floor),
    )


def _first_word(tokens: Tokens, mark: int, paragraph: Paragraph, floor: int) -> Stretch | None:
    """The first word of the sentence that a mark ends, behind the code point `floor`."""
    first: int | None = None
    for at in range(mark - 1, max(paragraph.first, mark - _SENTENCE) - 1, -1):
        stopped = tokens.texts[at][-1] in _STOPS and first is not None and tokens.texts[first][0].isupper()
        if stopped or tokens.starts[at] < floor or tokens.texts[at] in MARKS:
            break
        if tokens.texts[at][0].isalnum():
            first = at
    return None if first is None else Stretch(tokens.starts[first], tokens.ends[first])
