"""Sources: whom the crediting words name, by name, by he or she, or by what he is; and whether they hide who it is."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Speaker
from factlint.tokens import GENITIVES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Person, Quotation
    from factlint.facts.speech.attribution import Attribution
    from factlint.facts.speech.speakers import Phrase

SpeakerKind = Literal["named", "pronoun", "described"]
_NAME = 6  # tokens of a name between commas


class Sources:
    """Tells the speakers of one article."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.mentions = {mention.end: mention for mention in facts.mentions}
        self.pronouns = {pronoun.start: pronoun for pronoun in facts.pronouns}
        words = facts.lexicon.words
        self.collective = words("collective-sources")
        self.hiding = words("anonymous-sources")
        phrases = facts.tokens.phrases(facts.lexicon.phrases("anonymity-phrases"))
        self.nameless = [first for first, _ in phrases]
        self.reasons = sorted([*self.nameless, *facts.tokens.positions(words("namelessness-words"))])

    def speaker(self, quotation: Quotation, credit: Attribution) -> Speaker:
        """Who a quotation is credited to."""
        facts, tokens, phrase = self.facts, self.facts.tokens, credit.subject
        start, end = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
        person = self._person(phrase)
        kind = self._kind(phrase, person)
        if kind == "described" and (named := _in_apposition(facts, phrase, self.mentions)) is not None:
            end, kind, person = named.end, "named", named.person
        words = set(tokens.lowers[phrase.first : phrase.last])
        anonymous = kind == "described" and (not words.isdisjoint(self.hiding) or self._is_nameless(phrase))
        explained = anonymous and self._is_explained(quotation)
        text = tokens.text[start:end]
        return Speaker(start, end, text, kind, person, not words.isdisjoint(self.collective), anonymous, explained)

    def _person(self, phrase: Phrase) -> Person | None:
        tokens = self.facts.tokens
        if phrase.kind == "pronoun":
            pronoun = self.pronouns.get(tokens.starts[phrase.first])
            return pronoun.person if pronoun else _before_relative(self.facts, phrase, self.mentions)
        for at in range(phrase.last - 1, phrase.first - 1, -1):
            mention = self.mentions.get(tokens.ends[at])
            if mention is not None:
                # “Trump's spokesman” is not Trump.
                possessive = at + 1 < phrase.last and tokens.lowers[at + 1] in GENITIVES
                return None if possessive or self._is_told_by_name(phrase, at) else mention.person
        return None

    def _is_told_by_name(self, phrase: Phrase, name: int) -> bool:
        """Whether a name tells whose a thing or a man is: “a Roe campaign spokesman” is not Roe."""
        head = phrase.last - 1
        if name == head or not _is_description(self.facts, phrase):
            return False
        return self.facts.language.tags[head] == "NOUN" and self.facts.tokens.texts[name + 1][0].islower()

    def _kind(self, phrase: Phrase, person: Person | None) -> SpeakerKind:
        if phrase.kind == "named":
            return "described" if person is None and _is_description(self.facts, phrase) else "named"
        return "pronoun" if phrase.kind == "pronoun" else "described"

    def _is_nameless(self, phrase: Phrase) -> bool:
        """Whether the credit says that its source is not to be named: a trader who declined to give his name."""
        sentence = self.facts.sentence_of(phrase.first)
        return _any_within(self.nameless, phrase.first, sentence.last)

    def _is_explained(self, quotation: Quotation) -> bool:
        """Whether the quote's block or one beside it says why a source has no name."""
        paragraphs = self.facts.paragraphs
        above = paragraphs[max(0, quotation.paragraph - 1)]
        below = paragraphs[min(len(paragraphs) - 1, quotation.last_paragraph + 1)]
        return _any_within(self.reasons, above.first, below.last)


def _any_within(places: list[int], first: int, last: int) -> bool:
    """Whether one of the places, which are in order, lies in a half-open range."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


def _is_description(facts: Facts, phrase: Phrase) -> bool:
    """“The Democratic nominee”: the capital is that of an adjective, and what it stands by is no name."""
    tokens = facts.tokens
    determiners = facts.lexicon.words("determiners")
    head = tokens.texts[phrase.last - 1]
    return head[0].islower() and head.isalpha() and tokens.lowers[phrase.first] in determiners


def _in_apposition(facts: Facts, phrase: Phrase, mentions: dict[int, Mention]) -> Mention | None:
    """The name between commas after a description: “his wife, Ann Lee, wrote”; none in a row of several people."""
    tokens, first = facts.tokens, phrase.last + 1
    if first >= len(tokens) or tokens.texts[phrase.last] != ",":
        return None
    for at in range(first, min(first + _NAME, len(tokens) - 1)):
        if not tokens.texts[at][0].isupper() and tokens.texts[at] != ".":
            return None
        mention = mentions.get(tokens.ends[at])
        if mention is not None:
            # Between commas, or at the end of the sentence: “said the mayor, Ann Lee.”
            listed = not facts.lexicon.words("row-joiners").isdisjoint(tokens.lowers[at + 2 : at + 3])
            return mention if tokens.texts[at + 1] == "." or (tokens.texts[at + 1] == "," and not listed) else None
    return None


def _before_relative(facts: Facts, phrase: Phrase, mentions: dict[int, Mention]) -> Person | None:
    """Whom “who” stands for: the person named right before it."""
    tokens = facts.tokens
    if tokens.lowers[phrase.first] not in facts.lexicon.words("relative-subjects"):
        return None
    before = phrase.first - 1
    if before > 0 and tokens.texts[before] == ",":
        before -= 1
    mention = mentions.get(tokens.ends[before]) if before >= 0 else None
    return mention.person if mention is not None else None
