"""One for many: a quotation in which somebody says “I”, credited to several: “I framed it,” they said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quote
    from factlint.language.model import Phrase

_PAIR = 2
_FEWEST = 4  # words of a quotation that asks for one mouth


def find_one_for_many(facts: Facts) -> Iterator[Credit]:
    """Each quotation of one who speaks of himself that its own sentence credits to more than one."""
    words = facts.lexicon.words
    own, verbs = words("first-person-singular"), words("verbs-of-one-voice")
    for quote in facts.quotes:
        speaker, cue = quote.speaker, quote.cue
        if speaker is None or cue is None or quote.kind != "direct" or quote.way != "sentence":
            continue
        if quote.words < _FEWEST or cue.lemma not in verbs:
            continue
        if not _is_a_pair(facts, quote) and (speaker.person is not None or not _is_many(facts, quote)):
            continue
        at = _says_i(facts, quote, own)
        if at is not None:
            said = Stretch(facts.tokens.starts[at], facts.tokens.ends[at])
            yield Credit(min(speaker.start, cue.start), max(speaker.end, cue.end), "many", None, said)


def _says_i(facts: Facts, quote: Quote, own: frozenset[str]) -> int | None:
    """The first token with which the speaker speaks of himself, outside quotations within the quotation."""
    inner = [one for one in facts.quotations if one.depth and quote.start <= one.start < quote.end]
    if inner:
        return None
    first, last = facts.tokens.span(quote.start, quote.end)
    return next((at for at in range(first, last) if facts.tokens.lowers[at] in own), None)


def _is_a_pair(facts: Facts, quote: Quote) -> bool:
    """Whether a quotation is credited to people named in a row: “Ann Roe and Tom Hay said”, “said Len and June”."""
    speaker, cue = quote.speaker, quote.cue
    if speaker is None or cue is None or speaker.kind != "named":
        return False
    number = facts.language.phrase_at(facts.tokens.at(speaker.start))
    row = facts.language.phrases[number].conjoined if number is not None else ()
    people = [facts.language.phrases[place] for place in row]
    if len(people) < _PAIR or any(not one.proper or not _is_person(facts, one) for one in people):
        return False
    first, last = people[0].first, people[-1].last
    if "," in facts.tokens.texts[first:last] or facts.in_quotation(people[0].start):
        return False
    said = facts.tokens.at(cue.start)
    return said == last or said + 1 == first


def _is_person(facts: Facts, phrase: Phrase) -> bool:
    """Whether a name is that of a person, or a given name alone."""
    near = begun_between(facts.mentions, facts.sentence_at(phrase.start).start, phrase.end)
    named = any(phrase.start < mention.end for mention in near)
    return named or facts.tokens.lowers[phrase.head] in facts.lexicon.words("given-names")


def _is_many(facts: Facts, quote: Quote) -> bool:
    """Whether a quotation is credited to “they”, or by a plural noun for people: “the villagers”."""
    speaker = quote.speaker
    if speaker is None:
        return False
    first, last = facts.tokens.span(speaker.start, speaker.end)
    if speaker.kind == "pronoun":
        return facts.tokens.lowers[first] in facts.lexicon.words("plural-pronouns") and last == first + 1
    number = facts.language.phrase_at(last - 1)
    phrase = facts.language.phrases[number] if number is not None else None
    if phrase is None or speaker.kind != "described" or phrase.conjoined or phrase.first < first:
        return False
    return phrase.plural and "person" in phrase.classes and phrase.number in (None, 2)
