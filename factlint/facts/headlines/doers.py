"""Doers: who does it to whom in the headline, and whether the text has the two the other way round.

Only names beside a verb of one family are looked at: “Apple sues Samsung” over “Samsung has sued Apple”. The text has
them turned round where a sentence does, and no sentence has them as the headline has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.headlines.display import Line, TextWords, plain
from factlint.facts.headlines.event_words import GERUND, NOUN, PARTICIPLE, Event, Families, events_at

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_BEFORE = 8  # words between a doer and the verb: “Roe, the champion of 2012, beat …”
_AFTER = 3  # words between the verb and the one it is done to: “beat the Swede Roe”
_MOST_PLACES = 300  # places of a family's words that are looked at


class Pair(NamedTuple):
    """Who does an event to whom, as plain lower-case words.

    doer: the name of who does it.
    other: the name of whom it is done to.
    """

    doer: str
    other: str


def turned_round(facts: Facts, line: Line, event: Event, text: TextWords, known: Families) -> Sentence | None:
    """The sentence of the text that has the headline's two names the other way round; None where another agrees."""
    if line.all_capitals:
        return None
    names = _names(facts, line.paragraph.first, line.paragraph.last) & text.names
    said = _pair(facts, event, line.paragraph.first, line.paragraph.last, names)
    if said is None:
        return None
    found = None
    for position in facts.tokens.positions(known.firsts[event.family])[:_MOST_PLACES]:
        sentence = facts.sentence_at(facts.tokens.starts[position])
        if sentence.paragraph not in text.numbers:
            continue
        place = next((e for e in events_at(facts.tokens, position, known) if e.family == event.family), None)
        pair = place and _pair(facts, place, sentence.first, sentence.last, frozenset(said))
        if pair == said:
            return None
        if pair is not None and found is None:
            found = sentence
    return found


def _names(facts: Facts, first: int, last: int) -> frozenset[str]:
    """The words with a capital, small words left out."""
    tokens, small = facts.tokens, facts.lexicon.words("headline-small-words")
    return frozenset(
        plain(tokens.lowers[at])
        for at in range(first, last)
        if tokens.texts[at][0].isupper() and tokens.lowers[at] not in small
    )


def _pair(facts: Facts, event: Event, first: int, last: int, names: frozenset[str]) -> Pair | None:
    """Who does it to whom at one place: the nearest name before the verb, and a name right behind it."""
    if event.forms == {NOUN} or event.forms == {GERUND}:
        return None
    lowers = [plain(word) for word in facts.tokens.lowers[max(first, event.first - _BEFORE) : event.first]]
    after = [plain(word) for word in facts.tokens.lowers[event.last : min(last, event.last + _AFTER + 1)]]
    left = next((word for word in reversed(lowers) if word in names), None)
    passive = PARTICIPLE in event.forms and after[:1] and after[0] in facts.lexicon.words("passive-words")
    stops = facts.lexicon.union("prepositions", "clause-openers") | {","}
    right = None
    for word in after[1:] if passive else after:
        if word in names:
            right = word
        if word in names or word in stops or not word[:1].isalpha():
            break
    if left is None or right is None or left == right:
        return None
    if passive:
        return Pair(right, left)
    be = facts.lexicon.words("event-be-to")
    return None if PARTICIPLE in event.forms and lowers and lowers[-1] in be else Pair(left, right)
