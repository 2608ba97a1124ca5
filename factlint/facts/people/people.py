"""People: who the article names, one person each, with what it says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Name, Person
from factlint.facts.people.clusters import name_key
from factlint.facts.people.gender import Genders
from factlint.facts.people.introduction import Introductions
from factlint.facts.people.naming import PERSON
from factlint.facts.people.ties import Ties
from factlint.facts.references.resolution import shown_by_pronouns
from factlint.read.article import DISPLAY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.clusters import Somebody
    from factlint.facts.people.names import Run


def find_people(facts: Facts) -> tuple[Person, ...]:
    """Everybody the article names, in order of the first mention."""
    return tuple(person for person, _ in facts.cast)


def cast_of(facts: Facts) -> tuple[tuple[Person, Somebody], ...]:
    """Every person with the runs that name them, in order of the first mention."""
    shown = shown_by_pronouns(facts)
    people = [r.somebody for number, r in enumerate(facts.referents) if not r.doubt or number in shown]
    people.sort(key=lambda somebody: somebody.named[0][0].first)
    reader = _Reader(facts, people)
    return tuple((reader.person(somebody, str(number)), somebody) for number, somebody in enumerate(people, 1))


class _Reader:
    """Turns what was gathered of everybody into facts."""

    def __init__(self, facts: Facts, people: list[Somebody]) -> None:
        self.facts = facts
        self.famous = facts.lexicon.words("known-people")
        self.genders = Genders(facts)
        self.spoken = {referent.somebody: referent.spoken for referent in facts.referents}
        self.introductions = Introductions(facts)
        self.ties = Ties(facts)
        self.surnames_known = facts.lexicon.words("surnames")
        self.common = facts.lexicon.words("common-words")
        self.endings = tuple(facts.lexicon.words("surname-endings"))
        self.beginnings = tuple(facts.lexicon.words("surname-beginnings"))
        self.links = facts.lexicon.words("list-links")
        self.titles = facts.lexicon.words("titles")
        self.places = {run: number for number, run in enumerate(facts.naming.runs)}
        self.scores = dict(zip(facts.naming.runs, facts.naming.scores, strict=True))
        self.surnames: dict[str, list[Somebody]] = {}
        for somebody in people:
            if somebody.surname:
                self.surnames.setdefault(somebody.surname, []).append(somebody)

    def person(self, somebody: Somebody, id: str) -> Person:
        facts, introductions = self.facts, self.introductions
        runs = [run for run, _ in somebody.named]
        names = tuple(self._name(run, form) for run, form in somebody.named)
        blocks = [facts.paragraph_at(name.start) for name in names]
        body = [number for number, block in enumerate(blocks) if block.kind not in DISPLAY_KINDS]
        name = self._called(somebody)
        surname, given = _parts(somebody)
        forms = {form for _, form in somebody.named}
        return Person(
            start=names[0].start,
            end=names[0].end,
            id=id,
            name=name,
            given=given,
            surname=surname,
            gender=self.genders.of(runs, somebody.given, self.spoken[somebody]),
            names=names,
            introduced=introductions.introduced(somebody.named[body[0]] if body else None),
            titles=introductions.titles(runs),
            known=self._known(name.lower(), runs),
            certain="full" in forms or self._certainly_one(self._told(runs)),
            full="full" in forms,
            described=any(introductions.described(run) for run in runs),
            headline=any(block.kind == "headline" for block in blocks),
            mentions=len(body),
            paragraphs=len({blocks[number].number for number in body}),
            only_in_credit=bool(body) and all(introductions.credits(runs[number]) for number in body),
            namesakes=tuple(self._called(other) for other in self._namesakes(somebody)),
            tied=len(body) > 3 or self.ties.tied([runs[number] for number in body]),
        )

    def _called(self, somebody: Somebody) -> str:
        """The fullest name as the text writes it, initials with their stops; a nickname is left out."""
        for run, _ in somebody.named:
            if run.words == somebody.words:
                text = " ".join(self._name(run, "full").text.split())
                if text.replace(".", "").split() == list(run.words):
                    return text
        return " ".join(somebody.words)

    def _known(self, name: str, runs: list[Run]) -> bool:
        """Whether a reader needs no introduction; Mr Newton is not the Newton whom everybody knows."""
        names = {name, name.rpartition(" ")[2]}
        if not names.isdisjoint(self.facts.known):
            return True
        return not names.isdisjoint(self.famous) and all(run.honorific < 0 for run in runs)

    def _namesakes(self, somebody: Somebody) -> list[Somebody]:
        """Those of the same family name, or of the one that stands before it: Ann Roe Tate, of the Roes."""
        names = {somebody.surname or "", *map(name_key, somebody.words[1:-1])}
        return [other for name in names for other in self.surnames.get(name, ()) if other is not somebody]

    def _told(self, runs: list[Run]) -> list[Run]:
        """Those of some places that no roster holds, where each name is as bare as the next."""
        starts = self.facts.tokens.starts
        return [run for run in runs if not self.facts.in_roster(starts[run.first])]

    def _certainly_one(self, runs: list[Run]) -> bool:
        """Whether any of the places leaves no doubt that a name is a person's, and none speaks of a firm or thing."""
        agency = self.introductions.around.agency
        if not runs:
            return False
        if all(run.honorific < 0 and run.title < 0 for run in runs) and any(map(agency.spoken_of_as_thing, runs)):
            return False
        return any(map(self._certain, runs)) or self._certain_together(runs)

    def _certain_together(self, runs: list[Run]) -> bool:
        """Whether several places leave no doubt: Mr twice, or a speaker twice whom a pronoun of people takes up."""
        if sum(run.honorific >= 0 for run in runs) > 1 and runs[0].words[-1].lower() not in self.titles:
            return True
        around = self.introductions.around
        speaker = sum(around.speaks(run) > 0 for run in runs) > 1 and self.scores[runs[0]] >= 2.0
        return speaker and any(around.agency.acts(run) >= 1.0 for run in runs)

    def _certain(self, run: Run) -> bool:
        word = run.words[-1].lower()
        family = word in self.surnames_known or word.endswith(self.endings) or word.startswith(self.beginnings)
        if run.honorific >= 0 or run.title >= 0:
            return family or word not in self.common
        if self.scores[run] < 2.0:
            return False
        around = self.introductions.around
        if (family and self._beside_full_name(run)) or around.speaks(run) >= (2.0 - family) or around.moves(run):
            return True
        return around.agency.acts(run) >= (1.0 if family else 1.3)

    def _beside_full_name(self, run: Run) -> bool:
        """Whether the name goes on a list of people: Ann Roe and Hill."""
        at = self.places[run]
        before = self.facts.naming.runs[at - 1] if at else run
        between = self.facts.tokens.lowers[before.last : run.lead]
        full = len(before.words) > 1 and self.facts.naming.kinds[at - 1] == PERSON
        return full and bool(between) and self.links.issuperset(between)

    def _name(self, run: Run, form: str) -> Name:
        tokens, source = self.facts.tokens, self.facts.article.source
        start, end = tokens.starts[run.first], tokens.ends[run.last - 1]
        honorific = source[tokens.starts[run.honorific] : start].rstrip() if run.honorific >= 0 else None
        return Name(start, end, source[start:end], form, honorific)  # type: ignore[arg-type]


def _parts(somebody: Somebody) -> tuple[str | None, str | None]:
    """Family name and first name as written: Roe and Ann of Ann Roe, Park and Hye-jin of Park Hye-jin."""
    words = somebody.words
    if (
        somebody.surname
        and somebody.given
        and len(words) > 1
        and name_key(words[0]) == somebody.surname != name_key(words[-1])
    ):
        return words[0], " ".join(words[1:])
    return words[-1] if somebody.surname else None, words[0] if somebody.given else None
