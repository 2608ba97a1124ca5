"""Who a clause or phrase is about, by the number of the person, and the moments that a clause is dated by."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Moment
from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.language.model import Clause
    from factlint.relations.time.frame import Frame

_FRONTED = 6  # tokens from the start of a sentence in which a time stands before its clause
_RELATIVE = 4  # tokens from a name to the verb of “, who …”
_AGED = 2  # tokens of an age and its comma
_BARE = 2  # tokens of “the captain”
_ADVERBS = 2  # tokens from a name to its verb
_THINGS = frozenset({"artefact", "document", "object", "thought"})
_DATED = frozenset({"day", "weekday", "week", "month", "season", "year"})


class Persons:
    """The people of an article by where they are named or meant."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.language = frame.facts.language

    @cached_property
    def _meant(self) -> tuple[list[int], list[tuple[int, str]]]:
        """Where people are named or a pronoun means one, in order: starts, and ends with the person's number."""
        facts = self.frame.facts
        places = [(mention.start, mention.end, mention.person.id) for mention in facts.mentions]
        places += [(p.start, p.end, p.person.id) for p in facts.pronouns if p.person and p.lemma in GENDER_OF_LEMMA]
        places.sort()
        return [start for start, _, _ in places], [(end, person) for _, end, person in places]

    def in_phrase(self, phrase: int | None) -> str | None:
        """The person whom a phrase names at its head or means, or whom it stands in apposition to."""
        if phrase is None:
            return None
        held = self.language.phrases[phrase]
        head = self.frame.tokens.ends[held.head]
        starts, ends = self._meant
        at = bisect_left(starts, held.start)
        while at < len(starts) and starts[at] < held.end:
            if ends[at][0] >= head or held.pronoun:
                return ends[at][1]
            at += 1
        if held.apposition_of not in (None, phrase):
            return self.in_phrase(held.apposition_of)
        named = self._apposed.get(phrase)  # “The poet Ada Lind died”
        return self._described(phrase) if named is None else named

    @cached_property
    def _apposed(self) -> dict[int, str]:
        """The phrases of which a name that follows says who it is, each with the person."""
        found: dict[int, str] = {}
        for number, held in enumerate(self.language.phrases):
            if held.proper and held.apposition_of is not None and held.apposition_of < number:
                named = None if self.language.phrases[held.apposition_of].proper else self._named(number)
                if named:
                    found.setdefault(held.apposition_of, named)
        return found

    def _described(self, phrase: int) -> str | None:
        """The one person whom the article gives the office or trade of “the captain”, “the goalkeeper”."""
        held = self.language.phrases[phrase]
        told_apart = held.proper or held.plural or held.of is not None or held.owner is not None
        if held.determiner != self._definite or told_apart:
            return None
        return self._trades.get(held.lemma) if held.last - held.first == _BARE else None

    @cached_property
    def _definite(self) -> str:
        return next(iter(self.frame.facts.lexicon.values("definite-articles")), "")

    @cached_property
    def _trades(self) -> dict[str, str]:
        """Each word for an office or trade that the article gives to one person alone, with the person."""
        found: dict[str, set[str]] = {}
        for person in self.frame.facts.people:
            for title in person.titles:
                found.setdefault(title.lower().split()[-1], set()).add(person.id)
        for held in self.language.phrases:
            if held.apposition_of is not None and not held.proper and "person" in held.classes and not held.plural:
                named = self._named(held.apposition_of)
                if named:
                    found.setdefault(held.lemma, set()).add(named)
        return {word: next(iter(people)) for word, people in found.items() if len(people) == 1}

    def _named(self, phrase: int) -> str | None:
        """The person whom a phrase names."""
        held = self.language.phrases[phrase]
        starts, ends = self._meant
        at = bisect_left(starts, held.start)
        return ends[at][1] if at < len(starts) and starts[at] < held.end else None

    def owning(self, token: int) -> str | None:
        """The person whom the “his” or “her” at a token means, or a name that owns what follows."""
        starts, ends = self._meant
        at = bisect_left(starts, self.frame.tokens.starts[token])
        return ends[at][1] if at < len(starts) and starts[at] == self.frame.tokens.starts[token] else None

    def of_clause(self, clause: int | None) -> str | None:
        """The person who is a clause's subject; of a clause without one, the subject of what it hangs on."""
        if clause is None:
            return None
        held = self.language.clauses[clause]
        if held.kind == "relative":
            if self._is_of_kin(held.first):
                return None
            return self.named_before(held.first, _RELATIVE + self._aged(held)) or self._apposed_before(held.first)
        found = self.in_phrase(held.subject)
        if found or held.subject is not None:
            return found
        found = self.named_before(held.first, _ADVERBS) if held.kind == "main" else None
        if found:
            return found
        main = [c for _, c in self.clauses(held.sentence) if c.kind == "main" and c.subject is not None]
        return self.in_phrase(main[0].subject) if main else None

    def _apposed_before(self, token: int) -> str | None:
        """ "Sid Hale, their captain of the 1960s, who died": the person of whom what stands before “, who” is said."""
        phrases = self.language.phrases
        places = (self.language.phrase_at(at) for at in range(token - 1, max(token - 1 - _RELATIVE, 0), -1))
        number = next((n for n in places if n is not None and phrases[n].pronoun is None), None)
        for held in (number, None if number is None else number - 1):
            over = None if held is None or held < 0 else phrases[held].apposition_of
            if over is not None and held is not None and "person" in phrases[held].classes:
                return self.in_phrase(over)
        return None

    def _aged(self, clause: Clause) -> int:
        """How many tokens an age between a name and its relative clause takes: “Ann Roe, 56, who …”."""
        before = self.language.tags[max(0, clause.first - _AGED - 2) : clause.first]
        return _AGED if before[1:3] == ["NUM", "PUNCT"] and before[0] == "PUNCT" else 0

    def _is_of_kin(self, token: int) -> bool:
        """Whether a relative clause is about somebody of the person's, “his mother, who is 88”."""
        for at in range(token - 1, max(token - 1 - _RELATIVE, 0), -1):
            phrase = self.language.phrase_at(at)
            if phrase is not None and self.language.phrases[phrase].pronoun is None:
                owner = self.frame.lowers[self.language.phrases[phrase].first : at]
                return self.frame.has("personal-owners", owner[:1])
        return False

    def named_before(self, token: int, tokens: int) -> str | None:
        """The person named within so many tokens before one, in its sentence."""
        starts, ends = self._meant
        tokens_at = self.frame.tokens
        floor = max(token - tokens, self.frame.facts.sentence_at(tokens_at.starts[token]).first)
        at = bisect_left(starts, tokens_at.starts[token]) - 1
        near = at >= 0 and tokens_at.at(ends[at][0] - 1) >= floor and ends[at][0] <= tokens_at.starts[token]
        return ends[at][1] if near else None

    def doer_before(self, start: int) -> str | None:
        """The person who is named last before a code point as the subject of what is done, not of what is said."""
        at = bisect_left(self._doers[0], start) - 1
        return self._doers[1][at] if at >= 0 else None

    def are_told_apart(self, one: str | None, two: str) -> bool:
        """Whether a pronoun of one of two people cannot mean the other, who is of the other sex."""
        return {self._genders.get(one or ""), self._genders.get(two)} == {"female", "male"}

    @cached_property
    def _genders(self) -> dict[str, str]:
        return {person.id: person.gender for person in self.frame.facts.people}

    @cached_property
    def _doers(self) -> tuple[list[int], list[str]]:
        found = []
        for clause in self.language.clauses:
            subject = None if clause.subject is None else self.language.phrases[clause.subject]
            if subject is None or subject.pronoun is not None or "saying" in clause.classes:
                continue
            person = self.in_phrase(clause.subject)
            if person:
                found.append((subject.start, person))
        found.sort()
        return [start for start, _ in found], [person for _, person in found]

    def at(self, token: int) -> str | None:
        """The person whom the clause of a token is about, else the one named last before it in its sentence."""
        found = self.of_clause(self.language.clause_of(token))
        if found:
            return found
        starts, ends = self._meant
        start = self.frame.tokens.starts[token]
        sentence = self.frame.facts.sentence_at(start)
        place = bisect_left(starts, start) - 1
        if place >= 0 and starts[place] >= sentence.start:
            return None if self._is_kin(starts[place], token) else ends[place][1]
        place += 1
        return ends[place][1] if place < len(starts) and starts[place] < sentence.end else None

    def _is_kin(self, start: int, token: int) -> bool:
        """ "Her sons, now aged four": whether the “her” at a code point only says whose somebody before a token is."""
        at = self.frame.tokens.at(start)
        number = self.language.phrase_at(at)
        held = None if number is None else self.language.phrases[number]
        return held is not None and self._owns(at) and at < held.head < token and "person" in held.classes

    def is_namesake(self, token: int, person: str) -> bool:
        """ "His great-nephew Tom, 11": whether the name before a token is that of kin of somebody named before."""
        lowers, tokens = self.frame.lowers, self.frame.tokens
        floor = self.frame.facts.sentence_of(token).first
        at = token - 1
        while at >= floor and (not lowers[at][0].isalnum() or tokens.texts[at][0].isupper()):
            at -= 1
        owner = next((back for back in range(at, max(floor - 1, at - _RELATIVE), -1) if self._owns(back)), None)
        if owner is None or not self.frame.has("relations", (lowers[at].rpartition("-")[2],)):
            return False
        starts, ends = self._meant
        return any(one == person for _, one in ends[: bisect_left(starts, tokens.starts[owner])])

    def _owns(self, token: int) -> bool:
        return self.frame.has("personal-owners", (self.frame.lowers[token],))

    def is_of_a_belonging(self, moment: Moment) -> bool:
        """ "Her maps, begun in 1966 and finished in 1973": whether a time is that of a thing of hers."""
        held = [
            (c, self.language.phrases[c.subject])
            for _, c in self.clauses(self.frame.sentence(moment.start))
            if c.subject is not None and self.language.phrases[c.subject].last <= moment.first
        ]
        if not held:
            return False
        subject = held[-1][1]
        owned = self._owns(subject.first) and subject.pronoun is None
        return owned and not subject.classes.isdisjoint(_THINGS) and "act" not in subject.classes

    def clauses(self, sentence: int) -> list[tuple[int, Clause]]:
        """The clauses of a sentence with their numbers."""
        return self._numbered.get(sentence, [])

    def clause_of(self, moment: Moment) -> int | None:
        """The clause that a moment stands in; of one that opens a sentence, the clause that follows."""
        found = self.language.clause_of(moment.first)
        sentence = self.frame.facts.sentences[self.frame.sentence(moment.start)]
        bracketed = "(" in self.frame.lowers[sentence.first : moment.first]  # “Vic Rowe (1950–2022) died”
        if found is not None or bracketed or moment.first - sentence.first > _FRONTED:
            return found
        for number, clause in self._numbered.get(sentence.number, ()):
            if clause.verb > moment.last and clause.kind == "main":
                return number
        return None

    @cached_property
    def _numbered(self) -> dict[int, list[tuple[int, Clause]]]:
        found: dict[int, list[tuple[int, Clause]]] = {}
        for number, clause in enumerate(self.language.clauses):
            found.setdefault(clause.sentence, []).append((number, clause))
        return found

    def dated(self, clause: int) -> list[Moment]:
        """The moments that say when what a clause tells happens, those in its oblique phrases or right around it."""
        held = self.language.clauses[clause]
        spans = [
            (self.language.phrases[phrase].first, self.language.phrases[phrase].last) for _, phrase in held.obliques
        ]
        moments = self.frame.moments.get(held.sentence, ())
        return [
            moment
            for moment in moments
            if moment.kind in _DATED
            and (
                any(first <= moment.last - 1 < last or first <= moment.first < last for first, last in spans)
                or self.clause_of(moment) == clause
            )
        ]
