"""Quotations: what stands between quotation marks, whoever said it. Marks are paired; nothing is credited."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from factlint.facts.model import Quotation
from factlint.facts.speech.cues import is_verb, verbs_of

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.facts.speech.cues import Verbs
    from factlint.facts.text.tokens import Tokens

Family = Literal["double", "single"]

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_FAMILY: dict[str, Family] = dict.fromkeys('“„«”»"', "double")
_MARKS = frozenset({"“", "”", "„", "«", "»", '"', "‘", "’", "'"})
_BEFORE_OPENING = frozenset("([{—–-/“‘\"'«„:,")
_AFTER_CLOSING = frozenset(".,;:!?)]}…—–-”’\"'»/")
_STRAIGHT = frozenset({'"', "'"})
_CURLY = frozenset("“”‘’")
_HANDS_OVER = frozenset(",.?!—")
#: Marks within a tag that was left in the text are no quotation marks.
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,999}>")
_STOPS = frozenset(".?!…")
_CREDIT = 8  # tokens from the comma to the verb of a credit
_SENTENCE = 40  # tokens that are looked at for a credit
_PAUSES = frozenset(",.?!…")
_DASHES = frozenset({"-", "--", "–", "—"})


class Mark(NamedTuple):
    """One quotation mark as it could be read.

    token: its (first) token.
    last: one past its last token; two typewriter apostrophes make one double mark.
    family: double or single.
    opens: whether it may open a quotation.
    closes: whether it may close one.
    """

    token: int
    last: int
    family: Family
    opens: bool
    closes: bool


class _Open(NamedTuple):
    mark: Mark
    paragraph: Paragraph


class _Next(NamedTuple):
    """What comes after one mark in its paragraph.

    single_closes: whether the next single mark, if there is one, may close.
    closed: whether a single mark that may close comes at all.
    closed_inside: whether it comes before a double mark that can only close.
    """

    single_closes: bool
    closed: bool
    closed_inside: bool


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


class _Words:
    """The tokens with the number of words before each, so that a stretch of any length is counted at once."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._before = list(accumulate((text[0].isalnum() for text in tokens.texts), initial=0))

    def between(self, first: int, last: int) -> int:
        """The words among the tokens of a half-open range."""
        return self._before[last] - self._before[first] if first < last else 0


def find_quotations(facts: Facts) -> tuple[Quotation, ...]:
    """All quotations in order, the inner ones after the outer one that holds them.

    A quotation ends with its paragraph, unless the next paragraph opens with a mark again: then it runs on, as the
    handbooks have it for a speech of several paragraphs.
    """
    marks = _marks_by_paragraph(facts)
    if not marks:
        return ()
    words = _Words(facts.tokens)
    verbs = verbs_of(facts.lexicon)
    found: list[Quotation] = []
    running: _Open | None = None
    for number, paragraph in enumerate(facts.paragraphs):
        inside = marks.get(number)
        if inside is None:
            if running is not None:
                _close(found, words, running, None, facts.paragraphs[running.paragraph.number], 0)
                running = None
            continue
        if running is not None:
            if not _runs_on(running, inside[0], paragraph):
                _end_unclosed(found, words, running, facts.paragraphs[number - 1])
                running = None
            else:
                inside = inside[1:]
        running = _pair(found, words, inside, paragraph, running, verbs)
    if running is not None:
        _end_unclosed(found, words, running, facts.paragraphs[-1])
    return tuple(sorted(found, key=lambda q: (q.start, q.depth)))


def _marks_by_paragraph(facts: Facts) -> dict[int, list[Mark]]:
    """The marks that can open or close something, apostrophes and inches left out."""
    tokens = facts.tokens
    elisions = facts.lexicon.words("elisions")
    paragraphs = facts.paragraphs
    found: dict[int, list[Mark]] = {}
    number, skip = 0, -1
    tags = [match.span() for match in _TAG.finditer(tokens.text)] if "<" in tokens.index else []
    for at in tokens.positions(_MARKS):
        if at < skip or _inside(tags, tokens.starts[at]):
            continue
        while number + 1 < len(paragraphs) and at >= paragraphs[number].last:
            number += 1
        paragraph = paragraphs[number]
        mark = _read(tokens, at, paragraph, elisions)
        if mark is not None:
            skip = mark.last
            found.setdefault(number, []).append(mark)
    return found


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether a code point stands in one of the spans, which are in order."""
    place = bisect_right(spans, (offset, offset)) - 1
    return place >= 0 and offset < spans[place][1]


def _read(tokens: Tokens, at: int, paragraph: Paragraph, elisions: frozenset[str]) -> Mark | None:
    texts = tokens.texts
    text = texts[at]
    last = at + 1
    family = _FAMILY.get(text, "single")
    if text in "'’‘" and last < paragraph.last and texts[last] == text and not tokens.spaced(last):
        # ''…'' is the double mark of a typewriter; three in a row that close are an inner one and then an outer one.
        third = last + 1 < paragraph.last and texts[last + 1] == text and not tokens.spaced(last + 1)
        if not third or at == paragraph.first or tokens.spaced(at):
            last, family = at + 2, "double"
    before = texts[at - 1] if at > paragraph.first else ""
    after = texts[last] if last < paragraph.last else ""
    space_before = not before or tokens.spaced(at)
    space_after = not after or tokens.spaced(last)
    if family == "double" and text in _OPENING:
        # A mark of the wrong hand after a stop, “We wait,“ said Ann Lee, goes by what is open.
        turned = not space_before and space_after and before[-1:] in _PAUSES
        return Mark(at, last, family, not turned, turned)
    if family == "double" and text in _CLOSING:
        return Mark(at, last, family, False, True)
    opens = bool(after) and not space_after and (space_before or before in _BEFORE_OPENING)
    closes = not space_before and (space_after or after in _AFTER_CLOSING or after[0] in "'’")
    if family == "double":
        if before[-1:].isdigit() and not space_before:
            return Mark(at, last, family, False, True)
        if not space_before and not space_after and before[-1:] in _PAUSES and after[0].isalnum():
            # The space was forgotten on one side: "We wait,"said Ann Lee.
            return Mark(at, last, family, True, True)
        # A mark between spaces, or between letters, goes by what is open.
        return Mark(at, last, family, opens or not closes, closes or not opens)
    if text == "‘":
        return Mark(at, last, family, opens, False) if opens else None
    if opens and (after[0].isdigit() or after.lower() in elisions):
        opens = False
    return Mark(at, last, family, opens, closes) if opens or closes else None


def _runs_on(running: _Open, first: Mark, paragraph: Paragraph) -> bool:
    return first.opens and first.token == paragraph.first and first.family == running.mark.family


def _pair(
    found: list[Quotation], words: _Words, marks: list[Mark], paragraph: Paragraph, running: _Open | None, verbs: Verbs
) -> _Open | None:
    """Pairs the marks of one paragraph; returns the outer quotation that is still open at its end."""
    tokens = words.tokens
    waiting = _Waiting(running)
    stack = waiting.stack
    paired = _pairs_off(marks, len(stack))
    for mark, ahead in zip(marks, _outlook(marks), strict=True):
        held = waiting.count[mark.family] > 0
        if mark.closes and held:
            if mark.family == "single" and ahead.single_closes and _like_possessive(tokens, mark):
                continue
            while stack[-1].mark.family != mark.family:
                inner = waiting.pop()
                if inner.mark.family == "double":
                    _close(found, words, inner, None, paragraph, len(stack), mark.token)
            done = waiting.pop()
            same = waiting.count[mark.family] > 0
            _close(found, words, done, mark, paragraph, len(stack), same_marks=same)
        elif mark.opens and (not held or (paired and mark.family == "double")):
            # A single mark with none to close it is an apostrophe.
            if mark.family == "double" or (ahead.closed_inside if stack else ahead.closed):
                waiting.push(_Open(mark, paragraph))
        elif mark.opens and stack and stack[0].mark.family == mark.family:
            if _goes_on(tokens, stack[0], mark, verbs):
                continue
            # The one before was never closed: it ends where its sentence gave way to another quotation.
            while stack:
                given_up = waiting.pop()
                if given_up.mark.family == "double":
                    _close(found, words, given_up, None, paragraph, 0, mark.token)
            waiting.push(_Open(mark, paragraph))
        elif mark.family == "double" and not mark.opens and not _is_inch(tokens, mark):
            found.append(_lonely_closing(tokens, mark, paragraph, found[-1].end if found else 0))
    return next((opened for opened in stack if opened.mark.family == "double"), None)


def _outlook(marks: list[Mark]) -> list[_Next]:
    """For every mark of a paragraph what comes after it, read once from the right."""
    ahead = _Next(False, False, False)
    found: list[_Next] = []
    for mark in reversed(marks):
        found.append(ahead)
        if mark.family == "single":
            ahead = _Next(mark.closes, ahead.closed or mark.closes, ahead.closed_inside or mark.closes)
        elif mark.closes and not mark.opens:
            ahead = ahead._replace(closed_inside=False)
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
            return True
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


def _is_inch(tokens: Tokens, mark: Mark) -> bool:
    """6" and 5'10": a mark after a figure where nothing is open."""
    return tokens.texts[mark.token] == '"' and mark.token > 0 and tokens.texts[mark.token - 1][-1].isdigit()


def _like_possessive(tokens: Tokens, mark: Mark) -> bool:
    """“the workers’ strike” inside single marks: it may be a plural's apostrophe, if a better closing mark comes."""
    if mark.token == 0 or mark.last >= len(tokens):
        return False
    before, after = tokens.texts[mark.token - 1], tokens.texts[mark.last]
    return before[-1:] in "sSzx" and before.isalpha() and after[0].islower() and tokens.spaced(mark.last)


def _end_unclosed(found: list[Quotation], words: _Words, running: _Open, paragraph: Paragraph) -> None:
    _close(found, words, running, None, paragraph, 0)


def _close(
    found: list[Quotation],
    words: _Words,
    opened: _Open,
    closing: Mark | None,
    paragraph: Paragraph,
    depth: int,
    before: int | None = None,
    same_marks: bool = False,
) -> None:
    """Adds the quotation from an opening mark to a closing one, or to the end of the paragraph or `before` a token."""
    tokens, first = words.tokens, opened.mark
    if closing is not None:
        last, end = closing.token, tokens.ends[closing.last - 1]
    else:
        last = before if before is not None else paragraph.last
        if last <= first.last:
            return
        end = tokens.ends[last - 1]
    if last <= first.last and closing is not None:
        return
    found.append(
        Quotation(
            tokens.starts[first.token],
            end,
            opened.paragraph.number,
            paragraph.number,
            tokens.text[tokens.starts[first.token] : tokens.ends[first.last - 1]],
            None if closing is None else tokens.text[tokens.starts[closing.token] : end],
            words.between(first.last, last),
            depth,
            first.last,
            last,
            first.family,
            _style(tokens.texts[first.token]),
            same_marks,
            opened.paragraph.kind,
        )
    )


def _lonely_closing(tokens: Tokens, mark: Mark, paragraph: Paragraph, floor: int) -> Quotation:
    """A closing mark that nothing opened, with the word before it where that stands behind the code point `floor`."""
    opens = mark.token - 1
    while opens >= paragraph.first and not tokens.texts[opens][0].isalnum() and tokens.texts[opens] not in _MARKS:
        opens -= 1
    if opens < paragraph.first or tokens.texts[opens] in _MARKS or tokens.starts[opens] < floor:
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
        _style(tokens.texts[mark.token]),
        False,
        paragraph.kind,
    )


def _style(mark: str) -> Literal["straight", "curly", "other"]:
    return "straight" if mark in _STRAIGHT else "curly" if mark in _CURLY else "other"
