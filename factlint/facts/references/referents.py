"""Referents: everybody whom a pronoun could stand for, those among them whose names may yet be no person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.clusters import Register, Somebody
from factlint.facts.people.gender import Genders
from factlint.facts.people.naming import OTHER, PLACE
from factlint.facts.people.spoken_of import Spoken, spoken_of
from factlint.language.endings import endings_of
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run

_LEAST_EVIDENCE = -2.6  # below this a name is a title, a nationality, an abbreviation or a word that opens a sentence


class Referent(NamedTuple):
    """Somebody, or somebody who may be, with what pronouns ask of them.

    somebody: the person as gathered by the Register.
    gender: female, male or unknown; of a bare name what the words around it say.
    spoken: how the pronouns right after the name speak of them.
    hint: the gender that the first name usually has, or unknown.
    headline: whether the headline names them.
    doubt: how little shows that the name is a person's; empty where enough does.
    """

    somebody: Somebody
    gender: str
    spoken: Spoken
    hint: str
    headline: bool
    doubt: str


def find_referents(facts: Facts) -> tuple[Referent, ...]:
    """Everybody the names show to be a person, in order, then everybody they may name."""
    naming = facts.naming
    genders = Genders(facts)
    headlines = {p.number for p in facts.paragraphs if p.kind == "headline"}

    def referent(somebody: Somebody, spoken: Spoken, doubt: str) -> Referent:
        runs = [run for run, _ in somebody.named]
        first = facts.paragraph_at(facts.tokens.starts[runs[0].first]).number
        gender = genders.of(runs, somebody.given if len(somebody.words) > 1 else None, spoken)
        return Referent(somebody, gender, spoken, genders.hint(somebody.words[0]), first in headlines, doubt)

    people = Register(facts).read(naming.runs, naming.kinds)
    taken = {run.first for somebody in people for run, _ in somebody.named}
    doubts = Doubts(facts, taken)
    possible = Register(facts).read(doubts.runs, ["person"] * len(doubts.runs)) if doubts.runs else []
    spoken = spoken_of(facts, people)
    return tuple(referent(somebody, said, "") for somebody, said in zip(people, spoken, strict=True)) + tuple(
        referent(somebody, Spoken(), doubts.of(somebody.named[0][0])) for somebody in possible
    )


class Doubts:
    """The names that are nobody's so far and could be a person's: “Hartwig”, where nothing but “she” tells more.

    Only an excerpt has them. An article with its headline introduces its people: there a bare name that nothing shows
    to be a person's is a firm, a work or a place, and a pronoun that has no other antecedent has none.

    runs: where they stand, in order.
    """

    def __init__(self, facts: Facts, taken: set[int]) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.tokens = facts.tokens
        self.articles = words("articles")
        self.inside = words("prepositions-of-place")
        self.surnames = words("surnames")
        self.offices = words("offices")
        self.endings = endings_of(facts.lexicon)
        self.personal = words("speaker-pronouns")
        self.verbs = facts.lexicon.union(
            "speech-verbs", "verbs-of-people", "irregular-pasts", "speech-auxiliaries", "auxiliary-verbs"
        )
        naming = facts.naming
        self.kinds = dict(zip(naming.runs, naming.kinds, strict=True))
        self.scores = dict(zip(naming.runs, naming.scores, strict=True))
        groups: dict[tuple[str, ...], list[Run]] = {}
        for run in naming.runs if not facts.headlines else ():
            if run.first not in taken and self.kinds[run] in (OTHER, PLACE) and self.scores[run] > _LEAST_EVIDENCE:
                groups.setdefault(run.words, []).append(run)
        self.runs = sorted(
            (run for words, runs in groups.items() if self._personal(words, runs) for run in runs),
            key=lambda run: run.first,
        )

    def of(self, run: Run) -> str:
        """How little shows the name to be a person's, in the words of the weights."""
        if self.kinds[run] == PLACE:
            return "place"
        score = self.scores[run]
        words = "one" if len(run.words) == 1 else "several"
        return f"{words} {'likely' if score >= 1 else 'unlikely' if score < 0 else 'open'}"

    def _personal(self, words: tuple[str, ...], runs: list[Run]) -> bool:
        """Whether neither the words nor any place where they stand speaks against a person."""
        if len(words) > 1 and (self.kinds[runs[0]] == PLACE or self.scores[runs[0]] < 0):
            return False
        if any(self._compound(word) for word in words) or all(self._quoted(run) for run in runs):
            return False
        if any(self._as_a_thing(run) for run in runs):
            return False
        return len(words) > 1 or not all(run.opens for run in runs) or any(self._acts(run) for run in runs)

    def _compound(self, word: str) -> bool:
        """“I'm”, “Soviet-dominated”."""
        lower = word.lower().replace("’", "'")
        return lower.partition("'")[0] in self.personal or any(part[:1].islower() for part in word.split("-")[1:])

    def _quoted(self, run: Run) -> bool:
        return self.facts.is_quoted(run.first)

    def _as_a_thing(self, run: Run) -> bool:
        """“the Halo”, “in Halo”, “Halo 2”, “a Halo spokesman”."""
        lowers = self.tokens.lowers
        before = lowers[run.first - 1] if run.first else ""
        after = lowers[run.last] if run.last < len(lowers) else ""
        return before in self.articles or before in self.inside or after[:1].isdecimal() or after in self.offices

    def _acts(self, run: Run) -> bool:
        """Whether the name, capitalised for its place at least, is the subject or possessor of its sentence."""
        lowers = self.tokens.lowers
        after = lowers[run.last] if run.last < len(lowers) else ""
        plural = run.words[-1].endswith(self.endings.plural) and run.words[-1].lower() not in self.surnames
        return not plural and (after in self.verbs or after == GENITIVE or after.endswith(self.endings.past))
