"""Gendered nouns: “the man”, held against whom the text before it has spoken of who is, or may be, one."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

_PERSON = "person"
_BEHIND = frozenset({"NOUN", "PROPN", "NUM", "ADP", "ADJ", "PRON", "SCONJ", "PART"})
_BODY = frozenset({"paragraph", "list-item"})


class Gendered(NamedTuple):
    """Such a phrase, as tokens, and whether the text before it has anybody who may be meant."""

    first: int
    last: int
    found: bool


def find_gendered(facts: Facts) -> Iterator[Gendered]:
    """Every “the man”, “that woman” or “the brothers” with nothing that says which, outside quotations."""
    finder = _Finder(facts)
    groups = facts.lexicon.table("people-in-groups")
    for at in facts.tokens.positions({*facts.lexicon.words("bare-gendered-nouns"), *groups}):
        number = facts.language.phrase_at(at)
        phrase = facts.language.phrases[number] if number is not None else None
        if phrase is not None and phrase.head == at and finder.is_bare(phrase):
            yield Gendered(phrase.first, at, finder.found(phrase))


class _Finder:
    """Looks back from such a noun; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.lowers = facts, facts.tokens.lowers
        self.phrases = facts.language.phrases
        self.genders = facts.lexicon.table("gendered-nouns")
        self.groups = facts.lexicon.table("people-in-groups")

    def is_bare(self, phrase: Phrase) -> bool:
        """Whether a phrase is the article and the noun alone, in the paper's own words."""
        definite = self.facts.lexicon.union("definite-articles", "pointing-determiners")
        start = phrase.start
        if (
            phrase.determiner not in definite
            or (phrase.plural and self.lowers[phrase.head] not in self.groups)
            or phrase.last - phrase.first != 2
            or phrase.of is not None
        ):
            return False
        if self.facts.paragraph_at(start).kind not in _BODY or self.facts.in_quotation(start) or phrase.conjoined:
            return False
        at = phrase.last
        behind = self.facts.language.tags[at] if at < len(self.lowers) else ""
        qualified = at < len(self.lowers) and self.lowers[at] in self.facts.lexicon.words("qualifying-openers")
        return phrase.role in ("subject", "object") and behind not in _BEHIND and not qualified

    def found(self, phrase: Phrase) -> bool:
        """Whether anybody of the noun's sex, or of none told, is spoken of before a phrase."""
        gender = self.genders.get(phrase.lemma, "unknown")
        fitting = (gender, "unknown")
        least = 2 if phrase.plural else 1
        people = {m.person.id for m in self.facts.mentions if m.start < phrase.start and m.person.gender in fitting}
        if len(people) >= least:
            return True
        if any(p.start < phrase.start and GENDER_OF_LEMMA.get(p.lemma) == gender for p in self.facts.pronouns):
            return True
        names = [self.facts.tokens.at(mention.start) for mention in self.facts.mentions]
        before = self.phrases[: bisect_left(self.phrases, phrase.first, key=lambda one: one.first)]
        # A story may open with “The woman …”: only where it has spoken of the other sex alone is the word a slip.
        other = any(self.genders.get(one.lemma, gender) != gender and not one.plural for one in before)
        other = other or any(m.start < phrase.start for m in self.facts.mentions)
        if not other:
            return True
        meant = [one for one in before if self._may_be(one, gender, names)]
        return any(one.plural for one in meant) or len({one.lemma for one in meant}) + len(people) >= least

    def _may_be(self, phrase: Phrase, gender: str, names: list[int]) -> bool:
        """Whether a phrase is for one of a sex, or for a number of people of whom one may be."""
        if self.genders.get(phrase.lemma, gender) != gender or phrase.pronoun is not None:
            return False
        if self.facts.paragraph_at(phrase.start).kind == "headline":
            return phrase.plural and _PERSON in phrase.classes  # whom a headline speaks of, the body brings in
        if _PERSON not in phrase.classes:
            return phrase.proper and self._unknown_name(phrase, names)
        if phrase.plural:
            return phrase.number is not None or phrase.determiner is not None
        beside = phrase.last in names or phrase.apposition_of is not None or self._names(phrase, names)
        return not beside and phrase.role != "attribute"

    def _names(self, phrase: Phrase, names: list[int]) -> bool:
        at = bisect_left(names, phrase.first)
        return at < len(names) and names[at] < phrase.last + 2

    def _unknown_name(self, phrase: Phrase, names: list[int]) -> bool:
        """Whether a name is a known person's of neither list, nor a place's: it may be anybody's."""
        if self._names(phrase, names) or phrase.preposition is not None:
            return False
        starts = [place.start for place in self.facts.places] + [body.start for body in self.facts.organizations]
        calendar = self.facts.lexicon.words("calendar-words")
        known = any(phrase.start <= start < phrase.end for start in starts) or self.lowers[phrase.head] in calendar
        return not known and phrase.role == "subject"
