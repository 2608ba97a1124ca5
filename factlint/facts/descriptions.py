"""Descriptions: places where one person is spoken of without a name: “a spokesman”, “the victim”, “somebody”."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Name

_NOUN_PHRASE = 6  # tokens between a determiner and its noun
_INNER_MARKS = frozenset(["-", "–", ",", '"', "“", "”", "'", "‘", "’"])


class Description(NamedTuple):
    """One person spoken of without a name.

    token: the noun.
    gender: what the noun says: female, male or unknown.
    """

    token: int
    gender: str


def find_descriptions(facts: Facts) -> list[Description]:
    """Every singular noun phrase for a person that neither stands beside a name nor says what somebody named is."""
    reader = _Reader(facts)
    return [Description(at, reader.gender(at)) for at in reader.places() if reader.stands_alone(at)]


class _Reader:
    def __init__(self, facts: Facts) -> None:
        lexicon = facts.lexicon
        self.facts = facts
        self.tokens, self.lowers, self.texts = facts.tokens, facts.tokens.lowers, facts.tokens.texts
        self.pronouns = lexicon.words("one-person-pronouns")
        self.genders: dict[str, str] = dict.fromkeys(lexicon.words("offices") | self.pronouns, "unknown")
        for table in ("gendered-offices", "gendered-nouns", "relations"):
            self.genders.update(lexicon.table(table))
        self.determiners = lexicon.words("one-person-determiners")
        self.equating = lexicon.words("description-verbs")
        self.doubtful = lexicon.words("people-nouns-also-adjectives")
        self.function = lexicon.words("prepositions") | lexicon.words("clause-openers")
        self.function |= lexicon.words("speech-auxiliaries") | lexicon.words("speech-adverbs")
        self.function |= lexicon.words("speech-verbs") | lexicon.words("determiners")
        self.names = {at for person in facts.people for name in person.names for at in self._tokens(name)}
        self.bearers: dict[str, set[str]] = {}
        for person in facts.people:
            for title in person.titles:
                self.bearers.setdefault(title.lower().split()[-1], set()).add(person.gender)

    def _tokens(self, name: Name) -> range:
        return range(*self.tokens.span(name.start, name.end))

    def places(self) -> list[int]:
        return self.tokens.positions(self.genders.keys())

    def gender(self, at: int) -> str:
        """What the noun at a token says of gender; of an office, what the only one said to hold it is."""
        said = self.genders[self.lowers[at]]
        bearers = self.bearers.get(self.lowers[at], set())
        return next(iter(bearers)) if said == "unknown" and len(bearers) == 1 else said

    def stands_alone(self, at: int) -> bool:
        """Whether the noun at a token is the head of a noun phrase for one person, named nowhere beside it."""
        if self.lowers[at] in self.pronouns:
            return True
        follower = self.lowers[at + 1] if at + 1 < len(self.tokens) else ""
        if at + 1 in self.names or (follower in (",", "(") and at + 2 in self.names):
            return False
        doubtful = self.lowers[at] in self.doubtful
        if follower in self.genders or (doubtful and follower[:1].isalpha() and follower not in self.function):
            return False
        opener = self._determiner(at)
        if opener is None:
            # “A Department for Work spokesman”: too long a name to look past.
            return not doubtful and self.texts[at - 1][0].isupper() and at - 1 not in self.names
        if self.lowers[opener - 1] in self.equating:
            return False
        return not (opener > 1 and self.texts[opener - 1] == "," and opener - 2 in self.names)

    def _determiner(self, at: int) -> int | None:
        """The token of the determiner before a noun, or None."""
        for before in range(at - 1, max(-1, at - 1 - _NOUN_PHRASE), -1):
            word = self.lowers[before]
            if word in self.determiners:
                return before
            if before in self.names or (not word[0].isalnum() and word not in _INNER_MARKS) or word in self.function:
                return None
        return None
