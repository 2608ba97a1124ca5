"""Mouths: quotations that by their own words are somebody else's.

“My client” by the client, “as mayor, I” by the baker, “Mr Hale sat down” by Hale.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quotation, Quote

_LONGEST = 60  # tokens of a quotation that are looked at
_BEFORE_NAME = 4  # tokens before a name in which the speaker may give it as his own
_BEHIND_NAME = 4  # tokens behind it in which a speaker's “me” tells him from the one named
_AS = 5  # tokens from “as” to the “I” behind it
_NAMES = 5  # names in one quotation that are looked at


class Mouths:
    """Reads the quotations of one article against what it tells of their speakers."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.words = facts, facts.tokens, facts.lexicon.words
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses

    def credits(self) -> Iterator[Credit]:
        """Every quotation whose words are another's, with the words that tell so; the person is its speaker."""
        for quote in self.facts.quotes:
            person = self._sure_speaker(quote)
            if person is None:
                continue
            first, last = self.tokens.span(quote.start, quote.end)
            last = min(last, first + _LONGEST)
            told = (
                (self._names_himself(person, quote, first) if quote.way == "sentence" else None)
                or self._by_office(person, first, last)
                or self._by_marriage(person, first, last)
            )
            if told is not None and not self._is_nested(told.start):
                speaker = quote.speaker
                place = Stretch(speaker.start, speaker.end) if speaker is not None else None
                yield Credit(quote.start, quote.end, "mouth", person, told, place)

    def _sure_speaker(self, quote: Quote) -> Person | None:
        """Who says a whole utterance, by its own sentence or because he goes on from the one before."""
        speaker = quote.speaker
        if quote.kind != "direct" or speaker is None or not quote.closed:
            return None
        here = self.facts.sentence_at(quote.start).number
        place, saying = bisect_left(self.clauses, here, key=lambda clause: clause.sentence), 0
        while place < len(self.clauses) and self.clauses[place].sentence == here:
            saying += not self.clauses[place].in_quote and "saying" in self.clauses[place].classes
            place += 1
        if saying > 1:
            return None  # “Roe said Hay told her: “…””
        if quote.way == "sentence":
            return speaker.person if speaker.kind == "named" and quote.cue is not None else None
        return speaker.person if quote.way in ("carried", "paragraph") else None

    # ----------------------------------------------------------------------------------------------- his own name

    def _names_himself(self, person: Person, quote: Quote, first: int) -> Stretch | None:
        """The speaker's own name, as if it were another's: “Mr Hale had given it up,” said Hale."""
        if person.namesakes:
            return None
        tokens = self.tokens
        place = bisect_left(person.names, quote.start, key=lambda name: name.start)
        for name in person.names[place : place + _NAMES]:
            if name.start >= quote.end or name.start in self._nested:
                break
            at, past = tokens.span(name.start, name.end)
            if person.surname is None or tokens.texts[past - 1] != person.surname.split()[-1]:
                continue
            before = tokens.lowers[max(first, at - _BEFORE_NAME) : at]
            lone = at == first + 1 and past + 1 >= tokens.span(quote.start, quote.end)[1] - 1
            if lone or not self.words("words-for-own-name").isdisjoint(before):
                continue
            titled = not self.words("honorifics").isdisjoint(before[-2:])
            if (
                past - at > 1
                and not titled
                and self.words("pronouns-of-who-is-told").isdisjoint(tokens.lowers[past : past + _BEHIND_NAME])
            ):
                continue  # “Ann Roe is no quitter”: in full, people do speak of themselves
            following = tokens.texts[past] if past < len(tokens) else ""
            if following[:1].isupper() or tokens.lowers[at - 1] in self.words("articles"):
                continue  # “Hale Brothers”, “the Hale farm”
            number = self.facts.language.phrase_at(at)
            if number is not None and self.phrases[number].role == "subject":
                return Stretch(name.start, name.end)
        return None

    @cached_property
    def _nested(self) -> frozenset[int]:
        """Where names stand in a quotation inside another."""
        inner = [quotation for quotation in self.facts.quotations if quotation.depth]
        starts = [mention.start for mention in self.facts.mentions] if inner else []
        return frozenset(
            start for one in inner for start in starts[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        )

    # -------------------------------------------------------------------------------------------------- his office

    @cached_property
    def _roles(self) -> dict[str, set[str]]:
        """By the noun for an office, trade or relation the people who are told to have it."""
        found: dict[str, set[str]] = {}
        for office, holders in Holders(self.facts).offices.items():
            certain = {number for number, person in holders.items() if person.certain}
            found.setdefault(office.split()[-1], set()).update(certain)
            found.setdefault(office, set()).update(certain)
        for mention in self.facts.mentions:
            if mention.honorific is not None:
                found.setdefault(mention.honorific.lower().rstrip("."), set()).add(mention.person.id)
        return found

    def _holds(self, person: Person, roles: frozenset[str]) -> bool:
        return any(person.id in self._roles.get(role, ()) for role in roles)

    def _by_office(self, person: Person, first: int, last: int) -> Stretch | None:
        """“As mayor I can only beg”, “my client”: what one says in an office that another has."""
        lowers, words = self.tokens.lowers, self.words
        own = words("pronouns-of-the-speaker") | words("first-person-plural")
        for at in range(first, last - 1):
            if lowers[at] in words("as-words"):
                to = at + 1 + (lowers[at + 1] in words("definite-articles"))
                if own.isdisjoint(lowers[to + 1 : min(last, to + _AS)]) or not self._speaks_now(to, last):
                    continue
                holders = self._roles.get(lowers[to], set())
                if holders and person.id not in holders:
                    return self._stretch(at, to + 1)
            elif lowers[at] in words("pronouns-of-possession-of-one"):
                number = self.facts.language.phrase_at(at + 1)
                phrase = self.phrases[number] if number is not None else None
                if phrase is None or not first < phrase.head < last:
                    continue
                if self._is_of_another(person, phrase.lemma):
                    return self._stretch(at, phrase.head + 1)
        return None

    def _speaks_now(self, at: int, last: int) -> bool:
        """Whether the next verb is in the present: not “as president I would”, “as secretary I wrote”."""
        place = bisect_left(self.clauses, at, key=lambda clause: clause.verb)
        if place == len(self.clauses) or self.clauses[place].verb >= last:
            return True
        clause = self.clauses[place]
        return clause.tense not in ("past", "future") and clause.standing != "planned"

    def _is_of_another(self, person: Person, noun: str) -> bool:
        """Whether one speaks of clients, whom only another has, or of the very office that he has."""
        whose = self.words("people-with-clients")
        if noun in self.words("clients") and not self._holds(person, whose):
            return any(self._roles.get(role, set()) - {person.id} for role in whose)
        return noun in self.words("offices-towards-one") and self._holds(person, frozenset({noun}))

    # ------------------------------------------------------------------------------------------- husband and wife

    def _by_marriage(self, person: Person, first: int, last: int) -> Stretch | None:
        """“My late husband” by the clerk, a man, where the article has told of a widow."""
        lowers, genders = self.tokens.lowers, self.facts.lexicon.table("gendered-nouns")
        spouses, late = self.facts.lexicon.values("spouses-and-survivors"), self.words("words-for-the-late")
        for at in range(first, last - 1):
            if lowers[at] not in self.words("pronouns-of-possession-of-one"):
                continue
            number = self.facts.language.phrase_at(at + 1)
            phrase = self.phrases[number] if number is not None else None
            if phrase is None or phrase.lemma not in spouses or not first < phrase.head < last:
                continue
            survivors = self._surviving(spouses[phrase.lemma])
            married = self._married.get(phrase.lemma, set()) | survivors
            unlikely = genders[phrase.lemma] == person.gender or not late.isdisjoint(lowers[at : phrase.head])
            others = {one for one in married if one != person.id}
            if not unlikely or person.id in married or not others:
                continue
            if genders[phrase.lemma] == person.gender or survivors:
                return self._stretch(at, phrase.head + 1)
        return None

    def _surviving(self, roles: list[str]) -> set[str]:
        """Who is told to be one of those whom the dead leave behind: the widow."""
        return set().union(*(self._roles.get(role, set()) for role in roles))

    @cached_property
    def _married(self) -> dict[str, set[str]]:
        """By the noun for a husband or wife those who are told to have one outside quotations."""
        people, spouses = Holders(self.facts), self.facts.lexicon.values("spouses-and-survivors")
        found: dict[str, set[str]] = {}
        for number, phrase in enumerate(self.phrases):
            if phrase.lemma in spouses and not self.facts.in_quotation(phrase.start):
                owner = people.bearers.owner(number)
                if owner is not None:
                    found.setdefault(phrase.lemma, set()).add(owner.id)
        return found

    def _is_nested(self, start: int) -> bool:
        """Whether a code point stands in a quotation inside another: “She goes, ‘You were on my bus’”."""
        return any(one.start < start < one.end for one in self._inner)

    @cached_property
    def _inner(self) -> tuple[Quotation, ...]:
        return tuple(quotation for quotation in self.facts.quotations if quotation.depth)

    def _stretch(self, first: int, last: int) -> Stretch:
        return Stretch(self.tokens.starts[first], self.tokens.ends[last - 1])
