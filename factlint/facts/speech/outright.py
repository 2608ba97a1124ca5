"""Outright credits: a transcript's NAME, a signature, a name on a line above, after a dash or before a colon."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution
from factlint.facts.speech.blockquotes import LINE_MARK
from factlint.facts.speech.speakers import Phrase, phrase_at, phrases
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.facts.speech.attribution import Work
    from factlint.facts.speech.cues import Verbs
    from factlint.tokens import Tokens

_SIGNATURE = 12  # tokens of a line that names the speaker
_SHORT = 15  # tokens of a line that holds little but a name
_DASHES = DASHES | {"−", "~"}
_OTHER_SIGNS = frozenset({"(", "|", "/", "•"})
_SENTENCE_ENDS = frozenset(".?!…")
_AFTER_NAMES = (",", "(", ";", "|", "/", "http")
_LABELS = frozenset({"paragraph", "heading", "list-item"})
_LABEL_ENDS = frozenset(".?!…:,;”\"’'»")
_BEHIND_LABELS = DASHES | {",", "(", "|", "/", "•"}


def transcript(facts: Facts, work: Work) -> Attribution | None:
    """“MS LEE: We wait.”, and Ms Lee: “We wait.”"""
    tokens = facts.tokens
    start, end = work.quotation.first, min(work.quotation.first + 6, work.quotation.last)
    for at in range(start + 1, end):
        if tokens.texts[at] == ":":
            words = [text for text in tokens.texts[start:at] if text[0].isalpha()]
            if words and (all(text.isupper() for text in words) or all(text[0].isupper() for text in words)):
                return Attribution(Phrase(start, at, "named"), (at, at + 1), "transcript")
            return None
    return None


def signed(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """A quotation whose last line, within the marks, is the name of who said it, as in a pull quote."""
    tokens, quotation = facts.tokens, work.quotation
    line = tokens.text.rfind("\n", quotation.start, quotation.end)
    first = tokens.at(line) if line >= 0 else quotation.first
    if first == quotation.first or not 1 <= quotation.last - first <= _SIGNATURE:
        return None
    phrase = phrase_at(tokens, first, quotation.last, verbs)
    if phrase is None or phrase.kind != "named" or not tokens.texts[phrase.first][0].isupper():
        return None
    ends = phrase.last == quotation.last or tokens.texts[phrase.last] in (",", ".")
    return Attribution(phrase, None, "dash") if ends and phrase.last - phrase.first > 1 else None


def labelled(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """A quotation that opens a paragraph below a line with a full name and little else: “Ann Lee, 38, nurse”."""
    tokens, number = facts.tokens, work.quotation.paragraph
    if not work.direct or number == 0 or work.first != facts.paragraphs[number].first:
        return None
    above = facts.paragraphs[number - 1]
    if above.kind not in _LABELS or not 1 < above.last - above.first < _SHORT:
        return None
    if tokens.texts[above.last - 1] == ":":
        return _announced(facts, above, verbs)
    if tokens.lowers[above.first] not in facts.lexicon.words("given-names"):
        return None
    if tokens.texts[above.last - 1][-1] in _LABEL_ENDS:
        return None
    phrase = phrase_at(tokens, above.first, above.last, verbs, True)
    full = phrase is not None and sum(text[0].isupper() for text in tokens.texts[phrase.first : phrase.last]) > 1
    if phrase is None or not full or not (phrase.last == above.last or tokens.texts[phrase.last] in _BEHIND_LABELS):
        return None
    return Attribution(phrase, None, "dash")


def _announced(facts: Facts, line: Paragraph, verbs: Verbs) -> Attribution | None:
    """The full name that a line without a verb leads to, before its colon: “Statement by the chair, Ann Lee:”."""
    tokens, colon = facts.tokens, line.last - 1
    if any(facts.language.clause_of(at) is not None for at in range(line.first, colon)):
        return None
    named = [phrase for phrase in phrases(tokens, line.first, colon, verbs, True) if phrase.kind == "named"]
    full = next((p for p in named if sum(text[0].isupper() for text in tokens.texts[p.first : p.last]) > 1), None)
    if full is None:
        return None
    led = full.first == line.first or not facts.lexicon.words("prepositions-of-authors").isdisjoint(
        tokens.lowers[line.first : full.first]
    )
    return Attribution(full, (colon, line.last), "dash") if led else None


def after_dash(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """“…” — X, also where the dash begins the next paragraph; and, of a whole utterance, “…” (X Y), “…” | X Y."""
    tokens = facts.tokens
    at = work.last + (tokens.texts[work.last : work.last + 1] == [LINE_MARK])
    if at + 1 >= len(tokens) or tokens.texts[at] not in _DASHES | _OTHER_SIGNS:
        return None
    paragraph = facts.paragraph_at(tokens.starts[at])
    if paragraph.number - work.quotation.last_paragraph > 1:
        return None
    phrase = phrase_at(tokens, at + 1, paragraph.last, verbs)
    if phrase is None or phrase.kind != "named" or not _stands_alone(tokens, phrase, paragraph.last):
        return None
    if tokens.texts[at] in _OTHER_SIGNS:
        full = sum(text[0].isupper() for text in tokens.texts[phrase.first : phrase.last]) > 1
        if not (full and work.direct and tokens.texts[work.last - 2][-1] in _SENTENCE_ENDS):
            return None
    return Attribution(phrase, (at, at + 1), "dash")


def in_brackets(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """A name in brackets of its own right behind words that are no title: called “a bottle brush” (Mrs Lee)."""
    tokens, at = facts.tokens, work.last
    if tokens.texts[at : at + 1] != ["("] or not tokens.texts[work.first + 1][0].islower():
        return None
    phrase = phrase_at(tokens, at + 1, facts.paragraph_at(tokens.starts[at]).last, verbs)
    if phrase is None or phrase.kind != "named" or tokens.texts[phrase.last : phrase.last + 1] != [")"]:
        return None
    return Attribution(phrase, (at, at + 1), "dash")


def _stands_alone(tokens: Tokens, phrase: Phrase, end: int) -> bool:
    """Whether a name is all that its paragraph has left to say, but for what it says of the bearer."""
    return end - phrase.first < _SHORT or tokens.texts[phrase.last].startswith(_AFTER_NAMES)


def before_colon(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """A name and a colon, with nothing else before the quotation: Ann Lee: “…”"""
    tokens = facts.tokens
    if work.first - 1 <= work.before or tokens.texts[work.first - 1] != ":":
        return None
    senders = facts.lexicon.words("prepositions-of-authors")
    for phrase in phrases(tokens, work.before, work.first - 1, verbs, work.opens):
        before = tokens.lowers[phrase.first - 1] if phrase.first else ""
        opens = phrase.first == work.before or before in _DASHES or before in senders
        if opens and phrase.last == work.first - 1 and phrase.kind == "named":
            return Attribution(phrase, (work.first - 1, work.first), "sentence")
    return None


def by_turns(facts: Facts, works: list[Work], own: list[Attribution | None]) -> None:
    """Credits what is left within a turn of a transcript to the one whose turn it is."""
    turns = facts.transcript
    firsts = [turn.first for turn in turns]
    for place, work in enumerate(works):
        at = bisect_right(firsts, work.first) - 1
        if own[place] is None and at >= 0 and work.first < turns[at].last:
            named, colon = turns[at].named, turns[at].first - 1
            own[place] = Attribution(Phrase(named, colon, "named"), (colon, colon + 1), "transcript")
