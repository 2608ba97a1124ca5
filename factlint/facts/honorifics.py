"""Honorifics: Mr, Mrs, Dr … before names, whether they fit their bearers, and where family names go without."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.facts.model import Address, Honorific
from factlint.facts.surroundings import Surroundings

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.names import Run

_SIDES = ("female", "male")
_FEW = 2  # honorifics that a given name may outweigh


# ---------------------------------------------------------------------------------------------------- honorifics


def find_honorifics(facts: Facts) -> tuple[Honorific, ...]:
    """Every honorific and knighthood before a person's name, in order."""
    reader = _Reader(facts)
    found = [
        reader.honorific(person, run, form, expected)
        for person, somebody in facts.cast
        for expected in (reader.expected(person, [run for run, _ in somebody.named]),)
        for run, form in somebody.named
        if reader.stands_at(run) >= 0
    ]
    return tuple(sorted(found, key=lambda honorific: honorific.start))


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
        if run.honorific >= 0:
            return run.honorific
        at = run.title
        return at if at >= 0 and self.facts.tokens.lowers[at] in self.knights and at + 1 == run.first else -1

    def honorific(self, person: Person, run: Run, form: str, expected: str | None) -> Honorific:
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
            fits=self._fits(gender, expected, at, person),
            form="surname" if form == "honorific" else form,
            person=person,
            in_quote=self.facts.in_quotation(start),
            kind=self.facts.paragraph_at(start).kind,
        )

    def expected(self, person: Person, runs: list[Run]) -> str | None:
        """The bearer's gender by most of the honorifics, then by the first name, then by the first honorific."""
        lowers = self.facts.tokens.lowers
        votes = [self.genders[lowers[run.honorific]] for run in runs if run.honorific >= 0]
        votes = [vote for vote in votes if vote in _SIDES]
        counts = Counter(votes)
        named = self.given.get(person.given.lower()) if person.given else None
        if named in _SIDES and (len(counts) > 1 or len(votes) <= _FEW):
            counts[named] += 1
        if not counts:
            return None
        (first, most), *rest = counts.most_common()
        if rest and rest[0][1] == most:
            return str(named) if named in _SIDES else votes[0]
        return str(first)

    def _fits(self, gender: str, expected: str | None, at: int, person: Person) -> bool | None:
        if gender not in _SIDES or expected is None:
            return None
        if gender == expected:
            return True
        return None if person.namesakes or self._couple(at) or self._kin_nearby(at) else False

    def _couple(self, at: int) -> bool:
        """Whether another honorific stands just before: Mr and Mrs Roe."""
        lowers = self.facts.tokens.lowers
        return any(word in self.genders for word in lowers[max(0, at - 3) : at])

    def _kin_nearby(self, at: int) -> bool:
        """Whether the sentence or the one before speaks of a husband, a wife or another of the family."""
        facts = self.facts
        sentence = facts.sentence_at(facts.tokens.starts[at])
        before = facts.sentences[max(0, sentence.number - 1)]
        first = before.first if before.paragraph == sentence.paragraph else sentence.first
        return not self.kin.isdisjoint(facts.tokens.lowers[first : sentence.last])


# ---------------------------------------------------------------------------------------------------- with or without


def find_addresses(facts: Facts) -> tuple[Address, ...]:
    """Every place in running text where a family name stands with an honorific, or with nothing before it."""
    around = Surroundings(facts)
    honorifics = facts.lexicon.table("honorifics")
    places = [
        (person, run, honorifics[facts.tokens.lowers[run.honorific]] if polite else "")
        for person, somebody in facts.cast
        for run, form in somebody.named
        for polite in (form == "honorific",)
        if polite or (form == "surname" and _bare(facts, around, run))
    ]
    manners: dict[str, Counter[str]] = {}
    for person, run, polite in places:
        start = facts.tokens.starts[run.first]
        if person.full and facts.paragraph_at(start).kind == "paragraph" and not facts.in_quotation(start):
            manners.setdefault(person.id, Counter())["polite" if polite else "bare"] += 1
    found = [_address(facts, person, run, bool(polite), manners) for person, run, polite in places]
    return tuple(sorted(found, key=lambda address: address.start))


def _bare(facts: Facts, around: Surroundings, run: Run) -> bool:
    """Whether nothing before a family name says who it is, and no noun after it takes the name as its qualifier."""
    if run.title >= 0 or run.lead < run.first or around.qualifies(run) or around.role_before(run):
        return False
    lowers = facts.tokens.lowers
    after = lowers[run.last] if run.last < len(lowers) else "."
    before = lowers[run.first - 1] if run.first else "."
    if after == "'s" and run.last + 1 < len(lowers):
        after = "" if facts.tokens.texts[run.last + 1][0].isupper() else after  # a work's name: Brown's Britain
    return (
        bool(after)
        and after not in facts.lexicon.words("nouns-after-names") | facts.lexicon.words("articles")
        and (before not in facts.lexicon.words("articles"))
    )


def _address(facts: Facts, person: Person, run: Run, polite: bool, manners: dict[str, Counter[str]]) -> Address:
    tokens = facts.tokens
    start = tokens.starts[run.honorific if polite else run.first]
    others = [counts for id, counts in manners.items() if id != person.id]
    ways = {manner for counts in others for manner in counts}
    return Address(
        start=start,
        end=tokens.ends[run.last - 1],
        manner="polite" if polite else "bare",
        person=person,
        others=ways.pop() if len(ways) == 1 else None,
        company=len(others),
        settled=sum(sum(counts.values()) for counts in others),
        in_quote=facts.in_quotation(start),
        kind=facts.paragraph_at(start).kind,
    )
