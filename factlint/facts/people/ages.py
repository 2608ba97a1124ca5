"""Ages: how old the article says that its people are, and whether it says so of now or of another time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factlint.facts.model import Age
from factlint.facts.people.ages_taken_up import Stand
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.people.names import Run

_OLDEST = 119
_TALKING = 5  # the least age that one tells of oneself
_GROWN = 5  # years by which an age of long ago is below today's
_GROWN = 10  # years from which a number in a bracket in a row is rather an age
_TENS = 10  # of twenty, thirty … at the beginning of a number in words
_FAR = 30  # words before an age that may name another year
_SURE = 0.6  # how likely a pronoun stands for the person
_TO_KIN = 12  # tokens from “his” to the name of his nephew
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
        for run, form in somebody.named
        for age in reader.beside(person, run, form)
    }
    for age in reader.before_pronouns():
        found.setdefault(age.start, age)
    for age in reader.standing_in(found):
        found.setdefault(age.start, age)
    for age in reader.own():
        found.setdefault(age.start, age)
    reader.unpast(found)
    reader.of_then(found)
    return tuple(sorted(found.values(), key=lambda age: age.start))


class _Reader:
    """Reads the ages of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.lowers = facts.tokens.lowers
        self.roles = facts.lexicon.union("offices", "relations", "titles", "nationalities", "ranks")
        self.past = words("age-past-words")
        self.kin = facts.lexicon.words("relations")
        #: Whom the possessive pronouns stand for, by the first code point.
        self.owners = {p.start: p.person for p in facts.pronouns if p.case == "possessive" and p.person is not None}
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
        self.present = words("present-tense")
        self.articles, self.of = words("articles"), words("of-words")
        self.pronouns = facts.lexicon.table("third-person").keys()
        after = [at + 1 for at in facts.tokens.positions(words("turning-words"))]
        self.birthdays = {years for at in after if (years := self._years(at))}

    # ------------------------------------------------------------------ beside a name

    def beside(self, person: Person, run: Run, form: str) -> list[Age]:
        """The ages right after a name, in a comma, a bracket or after a verb, and right before it."""
        lead = run.honorific if run.honorific >= 0 else run.lead
        found = [
            self._after(run.last),
            self._described(run.last),
            self._compound(run.lead - 1),
            self._compound(run.first - 1),
            self._ahead(lead),
        ]
        if self._is_kin_of_himself(person, run):
            return []  # “his nephew and former pupil, Ned Roe, 47” beside Ned Roe, 79: two of one name
        alone = form in ("full", "given")
        found = [one for one in found if one and not self._is_tally(*one)]
        return [self._age(person, one)._replace(alone=alone) for one in dict.fromkeys(found) if one]

    def _is_tally(self, at: int, last: int, years: int) -> bool:
        """Whether a small number in a bracket counts what a label without a clause tells: “Tries: Roe (3)”."""
        if years >= _GROWN or self.lowers[at - 1] != "(" or last != at + 1:
            return False
        row = self.facts.sentence_of(at)
        return ":" in self.lowers[row.first : at] and not any(
            clause.sentence == row.number and clause.tense != "none" for clause in self.facts.language.clauses
        )

    def _is_kin_of_himself(self, person: Person, run: Run) -> bool:
        """Whether a name stands behind “his nephew”, and the “his” is of somebody with the same name."""
        lead = min(run.lead, run.first)
        first = self.facts.sentence_of(run.first).first
        for at in range(max(first, lead - _TO_KIN), lead - 1):
            owner = self.owners.get(self.facts.tokens.starts[at])
            if owner is not None and owner.id == person.id and self.lowers[at + 1] in self.kin:
                return True
        return False

    def before_pronouns(self) -> list[Age]:
        """The ages that open a sentence before a “he” or “she”, or follow it: At 21, he is …; he is 21."""
        tokens, found = self.facts.tokens, []
        for pronoun in self.facts.pronouns:
            if pronoun.person is None or pronoun.case != "subject" or pronoun.in_quote:
                continue
            figure = self._ahead(tokens.at(pronoun.start)) if pronoun.opens != "paragraph" else None
            verb = tokens.at(pronoun.start) + 1
            present = verb < len(self.lowers) and self.lowers[verb] in self.present
            figure = figure or (self._after(verb) if present else None)
            if figure and pronoun.sure >= _SURE:
                found.append(self._age(pronoun.person, figure)._replace(alone=True))
        return found

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

    def _described(self, at: int) -> _Found | None:
        """The age in what is set to a name: Roe, a 46-year-old vet."""
        if self.lowers[at : at + 1] != [","] or not self.articles.issuperset(self.lowers[at + 1 : at + 2]):
            return None
        places = range(at + 2, min(at + 2 + _MOST_LINKS, len(self.lowers)))
        return next((found for place in places if (found := self._year_old(place))), None)

    def _ahead(self, name: int) -> _Found | None:
        """The age that opens the sentence or clause before a name: Now 46, Roe …; At the age of 46, Roe is …"""
        at = name - 2
        if at < 1 or self.lowers[name - 1] != ",":
            return None
        told = self.lowers[at - 1] in self.before or (
            self.lowers[at - 1] in self.of and self.lowers[at - 2] in self.units and self._goes_on_in_present(at + 1)
        )
        if not told:
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
        if years == 1 and not lowers[at].isdecimal():
            return None  # “does not know that he is one”: a pronoun
        if bracket:
            return (at, last, years) if after in (")", ",") else None
        dated = lowers[at - 1] in self.past or lowers[at - 1] in self.nowadays or lowers[at - 1] in self.present
        told = after in _AFTER_FIGURE or after in self.past or (dated and after in self.following)
        if after in DASHES and self._is_joined(last):
            return None  # "to beat Fort Ames, 71-66"
        return (at, last, years) if told else None

    def _is_joined(self, dash: int) -> bool:
        """Whether a dash joins two numbers."""
        spaced, behind = self.facts.tokens.spaced, self.lowers[dash + 1 : dash + 2]
        return not spaced(dash) and behind != [] and behind[0].isdecimal() and not spaced(dash + 1)

    def _years(self, at: int) -> int | None:
        if at >= len(self.lowers):
            return None
        word = self.lowers[at]
        years = int(word) if word.isdecimal() and len(word) <= 3 else self.numbers.get(word)
        if years is None and "-" in word:
            parts = [self.numbers.get(part, 0) for part in word.split("-")]
            years = int(sum(parts)) if len(parts) == 2 and parts[0] >= _TENS > parts[1] > 0 else None
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
        word = self.lowers[at] if at < len(self.lowers) else ""
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
        """“The 46-year-old” where it stands for the one person who can be meant."""
        tokens = self.facts.tokens
        places = tokens.positions({word for word in tokens.index if word.endswith(self.tails)})
        stand = Stand(self.facts) if places else None
        found = []
        for at in places:
            figure = self._year_old(at)
            if stand is None or not figure or tokens.starts[figure[0]] in taken or figure[0] == 0:
                continue
            if self.lowers[figure[0] - 1] not in self.definite or not stand.is_person(at):
                continue
            first, _, years = figure
            person = None if self._told_elsewhere(first, years) else stand.aged(first, years, taken)
            if person is None and self._stands_alone(at):
                person = stand.only_one_named(first, years, taken)
            if person:
                found.append(self._age(person, figure, stands_in=True)._replace(alone=True))
        return found

    def _told_elsewhere(self, figure: int, years: int) -> bool:
        """Whether another place has the figure as an age is given: “a friend, 11, heard him”."""
        lowers = self.lowers
        places = self.facts.tokens.positions([str(years), *self.words_for.get(years, ())])
        return any(
            at != figure
            and at > 0
            and (lowers[at - 1] in _OPENS or lowers[at - 1] in self.before or self._year_old(at + 2) is not None)
            for at in places
        )

    def _stands_alone(self, at: int) -> bool:
        """Whether no noun follows: the 46-year-old said, not the 46-year-old bridge."""
        follows = self.lowers[at + 1] if at + 1 < len(self.lowers) else "."
        return follows in _AFTER_FIGURE or follows in self.facts.lexicon.words("verbs-after-ages")

    # ------------------------------------------------------------------ in one's own words

    def own(self) -> list[Age]:
        """What people say of themselves: “I'm 46,” Roe said."""
        found = []
        links = self.facts.lexicon.words("words-of-now")
        for at in self.facts.tokens.positions(self.facts.lexicon.words("words-before-own-ages")):
            at += 1
            while self.lowers[at : at + 1] and self.lowers[at] in links:
                at += 1
            years = self._years(at) or 0
            behind = (*self.lowers[at + 1 : at + 2], ".")[0]
            told = behind in _AFTER_FIGURE or behind in self.following or behind in self.units
            figure = (at, at + 1, years) if told and years >= _TALKING else None
            speaker = self._speaker(self.facts.tokens.starts[figure[0]]) if figure else None
            if figure and speaker:
                found.append(self._age(speaker, figure)._replace(alone=True, own=True))
        return found

    def _speaker(self, start: int) -> Person | None:
        """The named person whose quotation a code point stands in."""
        quote = next((quote for quote in self.facts.quotes if quote.start <= start < quote.end), None)
        speaker = quote.speaker if quote else None
        return speaker.person if speaker else None

    def unpast(self, found: dict[int, Age]) -> None:
        """Takes for no past age one that somebody has turned and that is above each age told of today, in place."""
        turned = self.facts.lexicon.words("words-for-having-turned")
        for age in [age for age in found.values() if age.past]:
            at = self.facts.tokens.at(age.start)
            today = [other.years for other in found.values() if other.person.id == age.person.id and not other.past]
            if self.lowers[at - 1] in turned and today and age.years > max(today) and self._years(at) == age.years:
                found[age.start] = age._replace(past=self._in_a_year(at))

    def of_then(self, found: dict[int, Age]) -> None:
        """Takes for past the ages years below one told with “now”, and those told of oneself years below another.

        “I am nine,” he wrote. … Roe, now 47, …
        """
        for age in [age for age in found.values() if not age.past]:
            now = self.lowers[self.facts.tokens.at(age.start) - 1] in self.nowadays
            for start, other in found.items():
                if other.person.id == age.person.id and other.years < age.years - _GROWN and (now or other.own):
                    found[start] = other._replace(past=True)

    def _in_a_year(self, at: int) -> bool:
        """Whether the sentence tells in which year somebody turned so old."""
        sentence = self.facts.sentence_of(at)
        return any(_YEAR.fullmatch(word) for word in self.lowers[sentence.first : sentence.last])

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
            block=self.facts.paragraph_at(start).kind,
        )

    def _told_in_present(self, before: int, first: int, last: int) -> bool:
        """Whether “At 80, Roe is …” opens a sentence that goes on in the present tense."""
        if first - before != 1 or before not in self.facts.sentence_firsts or self.lowers[last : last + 1] != [","]:
            return False
        return self._goes_on_in_present(last)

    def _goes_on_in_present(self, comma: int) -> bool:
        """Whether a verb in the present tense follows the name or pronoun behind a comma."""
        tokens = self.facts.tokens
        at = comma + 1
        while at < min(comma + _MOST_LINKS + 2, len(tokens)) and (
            tokens.texts[at][0].isupper() or tokens.lowers[at] in self.pronouns
        ):
            at += 1
        return at < len(tokens) and self.lowers[at] in self.facts.lexicon.words("present-tense")

    def _of_another_time(self, first: int, last: int, stands_in: bool) -> bool:
        """Whether words beside it say that it is the age then, or to come: then 30, turns 30; in 1990, aged 30.

        What “the 30-year-old” did or was he is called so for today.
        """
        lowers = self.lowers
        sentence = self.facts.sentence_of(first)
        before = first
        while before > sentence.first and lowers[before - 1] in self.before:
            before -= 1
        behind = [] if stands_in else lowers[last : min(sentence.last, last + 1)]
        beside = lowers[before:first] + behind
        if not self.past.isdisjoint(beside) and not self._told_in_present(before, first, last):
            return True
        return any(_YEAR.fullmatch(word) for word in lowers[max(sentence.first, first - _FAR) : first])
