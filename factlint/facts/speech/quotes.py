"""Quotes: quotations with their kind, their crediting words and their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Cue, Quote
from factlint.facts.references.bearings import Company, how_far_up
from factlint.facts.speech.attribution import Attribution
from factlint.facts.speech.bare_credits import bare_credit
from factlint.facts.speech.credits import attribute, works_of
from factlint.facts.speech.cues import is_verb, lemma, verbs_of
from factlint.facts.speech.exchanges import Exchanges
from factlint.facts.speech.marks import MARKS
from factlint.facts.speech.sources import Sources
from factlint.facts.speech.terms import is_title

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation, Speaker
    from factlint.facts.speech.cues import Verbs
    from factlint.tokens import Tokens

Inside = Literal["inside", "outside"]
Stop = Literal["comma", "stop"]
Above = Literal["closed", "open", "credit", "colon", "words"]
Handed = Literal["on", "shut", "past"]
_BEHIND = 3  # code points from a closing mark to the name that begins the next sentence
_STOP = 1  # code points behind a closing mark that ends a block
_STOPS: dict[str, Stop] = {",": "comma", ".": "stop"}
_FINAL = frozenset("?!…—–-")
_CREDIT = 20  # tokens of a credit between two halves of an utterance
_STOPPED = frozenset(".?!")
_UTTERANCE = 3  # words from which a capital makes a quotation an utterance


def find_quotes(facts: Facts) -> tuple[Quote, ...]:
    """The outermost quotations as quotes, in order."""
    verbs = verbs_of(facts.lexicon)
    places = outer_quotations(facts, verbs)
    works = works_of(facts, places)
    attributions = attribute(facts, works, verbs)
    exchanges = Exchanges(facts, works, attributions)
    sources = Sources(facts)
    company = Company(facts)
    found = []
    firsts: list[tuple[Quotation, bool] | None] = [None, *places]
    for place, ((quotation, direct), credit, before) in enumerate(zip(places, attributions, firsts, strict=False)):
        speaker = sources.speaker(quotation, credit) if credit else None
        where, stop = _punctuation(facts, quotation)
        nearest = company.nearest(quotation.start)
        back = quotation.paragraph - nearest.paragraph if nearest is not None else None
        found.append(
            Quote(
                quotation.start,
                quotation.end,
                "direct" if direct else "partial",
                quotation.words,
                speaker,
                _cue(facts, credit, verbs) if credit else None,
                quotation.paragraph,
                quotation.last_paragraph,
                facts.paragraphs[quotation.paragraph].kind,
                quotation.closing is not None,
                quotation.family,
                where,
                stop,
                nearest,
                back,
                how_far_up(facts.lexicon, back) if back is not None else None,
                0 if _follows(quotation, before) else company.silent_above(_start(quotation, speaker)),
                company.idle_before(facts.sentence_at(quotation.start).number),
                credit.way if credit else None,
                _above(facts, quotation, before),
                company.newcomer(
                    quotation.end, min(quotation.end + _BEHIND, facts.paragraph_at(quotation.end - 1).end)
                ),
                company.others(nearest),
                bare_credit(facts, quotation),
                _handed(facts, quotation, credit, speaker) if credit else None,
                exchanges.kind(place),
            )
        )
    return tuple(found)


def _start(quotation: Quotation, speaker: Speaker | None) -> int:
    """Where the words that tell of a quotation begin: its credit or its mark."""
    return min(quotation.start, speaker.start) if speaker else quotation.start


def _follows(quotation: Quotation, before: tuple[Quotation, bool] | None) -> bool:
    """Whether somebody is quoted right before, in the same block or the one above: “he” may go on."""
    return before is not None and before[1] and before[0].last_paragraph >= quotation.paragraph - 1


def _above(facts: Facts, quotation: Quotation, before: tuple[Quotation, bool] | None) -> Above | None:
    """How the block above a quotation that opens its own ends."""
    number = quotation.paragraph
    if not number or facts.paragraphs[number].start != quotation.start:
        return None
    above = facts.paragraphs[number - 1]
    if facts.tokens.texts[max(above.first, above.last - 1)] == ":":
        return "colon"
    if before is None or before[0].last_paragraph != number - 1:
        return "words"
    said, direct = before
    if above.end - said.end > _STOP:
        return "credit" if direct else "words"
    return "open" if not said.closing else "closed" if direct else "words"


def _handed(facts: Facts, quotation: Quotation, credit: Attribution, speaker: Speaker | None) -> Handed | None:
    """How words without marks in the block above, from which a quotation has its credit, hand over to it."""
    if credit.way != "carried" or credit.cue is None or speaker is None:
        return None
    tokens, above = facts.tokens, facts.paragraphs[quotation.paragraph - 1]
    sentence = facts.sentence_of(credit.cue[0])
    if sentence.paragraph != above.number or facts.in_quotation(sentence.end - 1):
        return None
    if sentence.last < above.last:
        return "past"
    ends = max(tokens.ends[credit.cue[1] - 1], speaker.end)
    return "shut" if sentence.end - ends <= _STOP else "on"


def outer_quotations(facts: Facts, verbs: Verbs) -> list[tuple[Quotation, bool]]:
    """The quotations that stand in no other, each with whether it is a whole utterance."""
    found: list[tuple[Quotation, bool]] = []
    for quotation in facts.quotations:
        if quotation.depth == 0 and quotation.opening is not None:
            resumed = bool(found) and found[-1][1] and _resumes(facts, found[-1][0], quotation, verbs)
            found.append((quotation, resumed or is_direct(facts, quotation, verbs)))
    return found


def is_direct(facts: Facts, quotation: Quotation, verbs: Verbs) -> bool:
    """Whether a quotation is an utterance of its own, not words woven into the writer's sentence.

    An utterance begins with a capital or after a comma or colon, or fills its paragraph, or goes on after its credit.
    """
    tokens = facts.tokens
    first, last = quotation.first, quotation.last
    if first >= last or quotation.family == "none":
        return first < last
    if is_title(facts, quotation, verbs):
        return False
    paragraph = facts.paragraphs[quotation.paragraph]
    opening = first - 1
    before = tokens.texts[opening - 1] if opening > paragraph.first else ""
    after_at = last + 1
    after = tokens.texts[after_at] if after_at < facts.paragraphs[quotation.last_paragraph].last else ""
    final = _final(tokens, first, last)
    word = next((text for text in tokens.texts[first:last] if text[0].isalnum()), "")
    capital = word[:1].isupper() or tokens.texts[first] in ("...", "…", "[")
    pointed = final[-1] in ",.?!—–-…" or after[:1] == ","
    # A house that puts the stop outside: “We wait”.
    stopped = pointed or (capital and after == "." and quotation.words >= _UTTERANCE)
    if not before and (not after or stopped):
        return True
    if before in (",", ":") and (capital or quotation.words > 2) and (stopped or not after or before == ":"):
        return capital or pointed
    if capital and pointed and (before in ("", ".", "?", "!") or before[-1:] in ".?!”\"'"):
        # “Yes,” “None.”: where it begins a sentence one word is enough; else it may be a title.
        return quotation.words >= _UTTERANCE or before in _STOPPED
    if capital and quotation.words >= _UTTERANCE and pointed:
        return (
            before.lower() in verbs.strong
            or not word.istitle()
            or word.lower() in facts.lexicon.words("sentence-starters")
        )
    # “and said “the record is quite clear …””: a clause of its own after the verb itself.
    return quotation.words >= 6 and final[-1] in ".?!," and before.lower() in verbs.strong


def _resumes(facts: Facts, before: Quotation, quotation: Quotation, verbs: Verbs) -> bool:
    """Whether an utterance goes on after a credit in the same sentence: ‘The trouble,’ says Ann Lee, ‘is the rain’."""
    tokens = facts.tokens
    start, end = before.last + 1, quotation.first - 1
    if not 2 < end - start <= _CREDIT or tokens.texts[end - 1] != "," or before.last_paragraph != quotation.paragraph:
        return False
    stop = tokens.texts[quotation.last + 1 : quotation.last + 2] in (["."], [])
    handed = "," in (tokens.texts[before.last - 1], tokens.texts[start])
    same = facts.sentence_at(before.start).number == facts.sentence_at(quotation.start).number
    return stop and handed and same and any(is_verb(tokens, at, verbs, False) for at in range(start, end))


def _final(tokens: Tokens, first: int, last: int) -> str:
    """The last token of a quotation that is no mark of another one inside it: “I asked, ‘Where is it?’”"""
    while last - 1 > first and tokens.texts[last - 1] in MARKS:
        last -= 1
    return tokens.texts[last - 1]


def _punctuation(facts: Facts, quotation: Quotation) -> tuple[Inside, Stop] | tuple[None, None]:
    """Where the comma or full stop beside the closing mark stands, and which it is."""
    tokens = facts.tokens
    if quotation.closing is None or quotation.first >= quotation.last:
        return None, None
    if (stop := _STOPS.get(tokens.texts[quotation.last - 1])) is not None:
        return "inside", stop
    if tokens.texts[quotation.last - 1][-1] in _FINAL:
        return None, None
    after = quotation.last + (2 if len(quotation.closing) == 2 else 1)
    if after < len(tokens) and not tokens.spaced(after) and (stop := _STOPS.get(tokens.texts[after])) is not None:
        return "outside", stop
    return None, None


def _cue(facts: Facts, credit: Attribution, verbs: Verbs) -> Cue | None:
    if credit.cue is None:
        return None
    tokens = facts.tokens
    first, last = credit.cue
    start, end = tokens.starts[first], tokens.ends[last - 1]
    text = tokens.text[start:end]
    return Cue(start, end, text, lemma(verbs, tokens.lowers[first]) if last == first + 1 else text.lower())
