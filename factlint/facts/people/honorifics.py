"""Honorifics: Mr, Mrs, Dr … before names, and whether they fit what else the article says of their bearers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from factlint.facts.model import Honorific
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Gender, Person
    from factlint.facts.people.names import Run

_SIDES = ("female", "male")
_FEW = 2  # honorifics that a given name may outweigh
_NEAR = 50  # words before and after an honorific that may speak of a relative
_BEHIND = 10  # words behind it, where the honorifics differ


def find_honorifics(facts: Facts) -> tuple[Honorific, ...]:
    """Every honorific and knighthood before a person's name, in order."""
    reader = _Reader(facts)
    found: list[Honorific] = []
    for person, somebody in facts.cast:
        titled = [(run, form) for run, form in somebody.named if reader.stands_at(run) >= 0]
        bearer = reader.bearer(person, [run for run, _ in titled])
        found += [reader.honorific(person, run, form, bearer) for run, form in titled]
    return tuple(sorted(found, key=lambda honorific: honorific.start))


class _Bearer(NamedTuple):
    """What the honorifics and the first name tell of a person.

    gender: female, male or none.
    contested: whether the honorifics do not agree.
    """

    gender: Gender | None
    contested: bool


class _Reader:
    """Reads the honorifics of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        lexicon = facts.lexicon
        self.facts = facts
        self.genders = lexicon.table("honorifics")
        self.knights = lexicon.table("knighthoods")
        self.ranks = lexicon.table("honorific-ranks")
        self.given = lexicon.table("given-names")
        self.kin = lexicon.words("namesake-words")

    def stands_at(self, run: Run) -> int:
        """The token of the honorific or knighthood before a name, or -1."""
        texts = self.facts.tokens.texts
        if run.honorific >= 0:
            # MS. is an illness, unless the whole name is in capitals.
            shouted = texts[run.honorific].isupper() and not run.words[0].isupper()
            return -1 if shouted else run.honorific
        at = run.title
        return at if at >= 0 and self.facts.tokens.lowers[at] in self.knights and at + 1 == run.first else -1

    def honorific(self, person: Person, run: Run, form: str, bearer: _Bearer) -> Honorific:
        tokens = self.facts.tokens
        at = self.stands_at(run)
        stop = tokens.texts[at + 1] == "." and not tokens.spaced(at + 1)
        start, end = tokens.starts[at], tokens.ends[at + stop]
        lemma = tokens.lowers[at]
        gender = self.genders.get(lemma) or self.knights[lemma]
        return Honorific(
            start=start,
            end=end,
            lemma=lemma,
            stop=stop,
            gender=gender,
            rank=self.ranks.get(lemma, "other"),
            bearer=self._gender_of(bearer, gender, at, person),
            contested=bearer.contested,
            form="surname" if form == "honorific" else form,
            person=person,
            in_quote=self.facts.in_quotation(start),
            block=self.facts.paragraph_at(start).kind,
            paired=self._couple(at),
            otherwise=tokens.texts[at] + ("" if stop else "."),
        )

    def bearer(self, person: Person, runs: list[Run]) -> _Bearer:
        """The bearer's gender by most of the honorifics, then by the first name, then by the first honorific."""
        lowers = self.facts.tokens.lowers
        votes = [self.genders[lowers[run.honorific]] for run in runs if run.honorific >= 0]
        votes = [vote for vote in votes if vote in _SIDES]
        counts = Counter(votes)
        contested = len(counts) > 1
        named = self.given.get(person.given.lower()) if person.given else None
        if named in _SIDES and (contested or len(votes) <= _FEW):
            counts[named] += 1
        if not counts:
            return _Bearer(None, contested)
        (first, most), *rest = counts.most_common()
        if rest and rest[0][1] == most:
            first = named if named in _SIDES else votes[0]
        return _Bearer(cast("Gender", first), contested)

    def _gender_of(self, bearer: _Bearer, gender: str, at: int, person: Person) -> Gender | None:
        """The bearer's gender, where an honorific of this one is not that of a relative."""
        if gender not in _SIDES or bearer.gender in (None, gender):
            return bearer.gender
        kin = self._couple(at) or self._kin_told(at, bearer.contested) or self._of_two(person)
        return None if person.namesakes or kin else bearer.gender

    def _couple(self, at: int) -> bool:
        """Whether another honorific stands just before: Mr and Mrs Roe."""
        lowers = self.facts.tokens.lowers
        return any(word in self.genders for word in lowers[max(0, at - 3) : at])

    def _of_two(self, person: Person) -> bool:
        """Whether two first names share the family name: Brian and Sue Roe."""
        tokens, links = self.facts.tokens, self.facts.lexicon.words("list-links") - {","}
        for name in person.names:
            first = tokens.at(name.start)
            before = tokens.lowers[max(0, first - 2) : first]
            if name.form == "full" and len(before) == 2 and before[1] in links and self._is_first_name(before[0]):
                return True
        return False

    def _is_first_name(self, word: str) -> bool:
        """Whether a word is a first name, and not the family name of somebody here: “Blair and Ann Roe”."""
        return word in self.given and all((person.surname or "").lower() != word for person in self.facts.people)

    def _kin_told(self, at: int, contested: bool) -> bool:
        """Whether the words before speak of a wife, a brother or another of the family, or those beside the name do.

        Where the honorifics differ, the kin may be told anywhere before; else in the sentence or the one before.
        """
        facts = self.facts
        places = facts.tokens.positions(self.kin)
        if contested:
            return bool(places) and places[0] < at + _BEHIND
        sentence = facts.sentence_of(at)
        before = facts.sentences[max(0, sentence.number - 1)]
        first = before.first if before.paragraph == sentence.paragraph else sentence.first
        near = facts.tokens.lowers[max(first, at - _NEAR) : min(sentence.last, at + _NEAR)]
        return not self.kin.isdisjoint(near)
