"""Ages: how old the article says that its people are, and whether it says so of now or of another time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factlint.facts.model import Age

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.people.names import Run

_OLDEST = 119
_MOST_NAMES = 20  # looked at near “the 46-year-old”
_FAR = 30  # words before an age that may name another year
_NEAR = 5  # years between two ages told of one person
_BACK = 3  # sentences
_MOST_LINKS = 4  # words between a name and its age
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_AFTER_FIGURE = frozenset({",", ".", ";", ":", ")", "!", "?", "–", "—", "-", "--", "”", '"'})
_OPENS = frozenset({",", "("})

#: The figure's tokens, half-open, and the age.
_Found = tuple[int, int, int]


def find_ages(facts: Facts) -> tuple[Age, ...]:
    """Every age given beside a name (Roe, 46; Roe is 46; the 46-year-old Roe), or by “the 46-year-old” for a person."""
    reader = _Reader(facts)
    found = {
        age.start: age
        for person, somebody in facts.cast
        for run, _ in somebody.named
        for age in reader.beside(person, run)
    }
    for age in reader.standing_in(found):
        found.setdefault(age.start, age)
    return tuple(sorted(found.values(), key=lambda age: age.start))


class _Reader:
    """Reads the ages of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.lowers = facts.tokens.lowers
        self.roles = facts.lexicon.union("offices", "relations", "titles", "nationalities", "ranks")
        self.past = words("age-past-words")
        self.before = facts.lexicon.union("age-links", "age-past-words")
        self.following = words("words-after-past-ages")
        self.nowadays = words("words-of-now")
        self.tails = tuple(words("age-tails-hyphened"))
        self.definite = words("definite-articles")
        self.numbers = facts.lexicon.table("number-words")
        self.units = words("words-after-ages")
        self.words_for: dict[int, list[str]] = {}
        for word, value in self.numbers.items():
            self.words_for.setdefault(int(value), []).append(word)
        after = [at + 1 for at in facts.tokens.positions(words("turning-words"))]
        self.birthdays = {years for at in after if (years := self._years(at))}
        names = sorted((name.start, number) for number, p in enumerate(facts.people) for name in p.names)
        self.named_at = [start for start, _ in names]
        self.named = [facts.people[number] for _, number in names]

    # ------------------------------------------------------------------ beside a name

    def beside(self, person: Person, run: Run) -> list[Age]:
        """The ages right after a name, in a comma, a bracket or after a verb, and right before it."""
        lead = run.honorific if run.honorific >= 0 else run.lead
        found = [self._after(run.last), self._compound(run.lead - 1), self._compound(run.first - 1), self._ahead(lead)]
        return [self._age(person, one) for one in dict.fromkeys(found) if one]

    def _after(self, at: int) -> _Found | None:
        """The age after a name: behind a comma, a bracket, or links such as “aged” or “who is”."""
        lowers = self.lowers
        opened = at < len(lowers) and lowers[at] in _OPENS
        bracket = opened and lowers[at] == "("
        at += opened
        linked = at
        while at < len(lowers) and at - linked < _MOST_LINKS and lowers[at] in self.before:
            at += 1
        return self._figure(at, bracket) if opened or at > linked else None

    def _ahead(self, name: int) -> _Found | None:
        """The age that opens the sentence or clause before a name: Now 46, Roe …"""
        at = name - 2
        if at < 1 or self.lowers[name - 1] != "," or self.lowers[at - 1] not in self.before:
            return None
        years = self._years(at)
        return (at, at + 1, years) if years else None

    def _figure(self, at: int, bracket: bool) -> _Found | None:
        """The figure at a token, where it can only be an age: a stop or “years old” follows."""
        lowers = self.lowers
        years = self._years(at)
        if years is None:
            return None
        last = at + 1
        after, second = (*lowers[last : last + 2], ".", ".")[:2]
        if after in self.units and second in self.units:
            return at, last, years
        if bracket:
            return (at, last, years) if after in (")", ",") else None
        dated = lowers[at - 1] in self.past or lowers[at - 1] in self.nowadays
        told = after in _AFTER_FIGURE or after in self.past or (dated and after in self.following)
        return (at, last, years) if told else None

    def _years(self, at: int) -> int | None:
        if at >= len(self.lowers):
            return None
        word = self.lowers[at]
        years = int(word) if word.isdecimal() and len(word) <= 3 else self.numbers.get(word)
        return years if isinstance(years, int) and 0 < years <= _OLDEST else None

    def _compound(self, at: int) -> _Found | None:
        """The age in “46-year-old” right before a token, or before the office or nationality that it ends, or none."""
        for place in range(at, max(-1, at - _MOST_LINKS), -1):
            found = self._year_old(place)
            if found or self.lowers[place] not in self.roles:
                return found
        return None

    def _year_old(self, at: int) -> _Found | None:
        """The age of a token that ends with “year-old”: 46 - year-old, forty-six-year-old."""
        word = self.lowers[at]
        tail = next((tail for tail in self.tails if word.endswith(tail)), None)
        if tail is None:
            return None
        if word == tail:
            figure = at - 2 if at > 1 and self.lowers[at - 1] in ("-", "–", "‑") else at - 1
            years = self._years(figure) if figure >= 0 else None
            return (figure, at + 1, years) if years else None
        parts = [self.numbers.get(part, 0) for part in word[: -len(tail)].rstrip("-").split("-")]
        return (at, at + 1, int(sum(parts))) if all(parts) else None

    # ------------------------------------------------------------------ instead of a name

    def standing_in(self, taken: Mapping[int, Age]) -> list[Age]:
        """“The 46-year-old” where it stands for the one person whom its sentence and the one before name.

        Farther off it stands for the only one who has an age, where the text has no other of that age.
        """
        tokens = self.facts.tokens
        found = []
        for at in tokens.positions({word for word in tokens.index if word.endswith(self.tails)}):
            figure = self._year_old(at)
            if not figure or tokens.starts[figure[0]] in taken or figure[0] == 0:
                continue
            follows = self.lowers[at + 1] if at + 1 < len(tokens) else "."
            if self.lowers[figure[0] - 1] not in self.definite or not self._stands_alone(at, follows):
                continue
            person = self._only_one_aged(figure, taken) or self._only_one_named(figure[0])
            if person:
                found.append(self._age(person, figure, stands_in=True))
        return found

    def _stands_alone(self, at: int, follows: str) -> bool:
        """Whether no noun follows: the 46-year-old said, not the 46-year-old bridge."""
        return follows in _AFTER_FIGURE or follows in self.facts.lexicon.words("verbs-after-ages")

    def _only_one_named(self, at: int) -> Person | None:
        """The person whom the sentence and the one before name, where they name nobody else, and before the age."""
        facts = self.facts
        start = facts.tokens.starts[at]
        sentence = facts.sentence_at(start)
        before = facts.sentences[max(0, sentence.number - 1)]
        first, last = bisect_left(self.named_at, before.start), bisect_left(self.named_at, sentence.end)
        near = {self.named[place].id for place in range(first, min(last, first + _MOST_NAMES))}
        earlier = first < last and self.named_at[first] < start
        return self.named[first] if len(near) == 1 and earlier and before.kind != "headline" else None

    def _only_one_aged(self, figure: _Found, taken: Mapping[int, Age]) -> Person | None:
        """The only person with an age near this one, where the words right before may mean no other."""
        facts, (first, _, years) = self.facts, figure
        start = facts.tokens.starts[first]
        ages = [age for age in taken.values() if not age.in_quote]
        aged = {age.person.id: age.person for age in ages if age.start < start and not age.past}
        if len(aged) != 1 or not any(0 < abs(age.years - years) <= _NEAR for age in ages):
            return None
        index = facts.tokens.index
        if len(index.get(str(years), ())) > 1 or any(word in index for word in self.words_for.get(years, ())):
            return None  # somebody else is of that age, or the same is told so
        person = next(iter(aged.values()))
        sentence = facts.sentence_at(start)
        since = facts.sentences[max(0, sentence.number - _BACK)].start
        near = range(bisect_left(self.named_at, since), bisect_left(self.named_at, sentence.end))
        others = [at for at in near[:_MOST_NAMES] if self.named[at].id != person.id]
        return None if any(not self._parent(self.named_at[at]) for at in others) else person

    def _parent(self, start: int) -> bool:
        """Whether a word for a parent stands before a name, who is much older: his mother, Ann Roe."""
        at = self.facts.tokens.at(start)
        before = [word for word in self.lowers[max(0, at - 2) : at] if word != ","]
        return bool(before) and before[-1] in self.facts.lexicon.words("words-for-parents")

    # ------------------------------------------------------------------ the fact

    def _age(self, person: Person, found: _Found, stands_in: bool = False) -> Age:
        tokens = self.facts.tokens
        first, last, years = found
        start = tokens.starts[first]
        return Age(
            start=start,
            end=tokens.ends[last - 1],
            years=years,
            past=self._of_another_time(first, last, stands_in) or years + 1 in self.birthdays,
            person=person,
            in_quote=self.facts.in_quotation(start),
            kind=self.facts.paragraph_at(start).kind,
        )

    def _told_in_present(self, before: int, first: int, last: int) -> bool:
        """Whether “At 80, Roe is …” opens a sentence that goes on in the present tense."""
        tokens = self.facts.tokens
        if first - before != 1 or before not in self.facts.sentence_firsts or self.lowers[last : last + 1] != [","]:
            return False
        at = last + 1
        while at < min(last + _MOST_LINKS + 2, len(tokens)) and tokens.texts[at][0].isupper():
            at += 1
        return at < len(tokens) and self.lowers[at] in self.facts.lexicon.words("present-tense")

    def _of_another_time(self, first: int, last: int, stands_in: bool) -> bool:
        """Whether words beside it say that it is the age then, or to come: then 30, turns 30; in 1990, aged 30.

        What “the 30-year-old” did or was he is called so for today.
        """
        lowers = self.lowers
        sentence = self.facts.sentence_at(self.facts.tokens.starts[first])
        before = first
        while before > sentence.first and lowers[before - 1] in self.before:
            before -= 1
        behind = [] if stands_in else lowers[last : min(sentence.last, last + 1)]
        beside = lowers[before:first] + behind
        if not self.past.isdisjoint(beside) and not self._told_in_present(before, first, last):
            return True
        return any(_YEAR.fullmatch(word) for word in lowers[max(sentence.first, first - _FAR) : first])
