"""Descriptions: places where one person is spoken of without a name: “a spokesman”, “the victim”, “somebody”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Name, Person
    from factlint.lexicon import Lexicon

_NOUN_PHRASE = 6  # tokens between a determiner and its noun
_LONGEST_BODY = 10  # tokens of what an office is of
_ALSO_ADJECTIVES = ("called-he-or-she", "people-of-places")  # “the robot arm”, “the German team”
_PARTING = frozenset([",", "("])
_INNER_MARKS = frozenset(["-", "–", ",", '"', "“", "”", "'", "‘", "’"])


class Description(NamedTuple):
    """One person spoken of without a name.

    token: the noun.
    gender: what the noun says, or what the bearer of the office is: female, male or unknown.
    bearer: who was last named beside this noun before, where it says “the”; or None.
    """

    token: int
    gender: str
    bearer: Person | None


def find_descriptions(facts: Facts) -> tuple[Description, ...]:
    """Every singular noun phrase for a person that neither stands beside a name nor says what somebody named is."""
    reader = _Reader(facts)
    found = []
    for at in facts.tokens.positions(reader.genders.keys()):
        named = reader.named_beside(at)
        if named is not None:
            reader.bearers.setdefault(reader.lowers[at], {})[named.id] = named
        elif reader.stands_alone(at):
            found.append(reader.description(at))
    return tuple(found)


@lru_cache(maxsize=4)
def _genders(lexicon: Lexicon) -> dict[str, str]:
    """Every noun for one person with the gender that it tells."""
    genders: dict[str, str] = dict.fromkeys(lexicon.union("offices", "one-person-pronouns"), "unknown")
    genders.update(dict.fromkeys(lexicon.words("age-tails-hyphened"), "unknown"))
    for table in (*_ALSO_ADJECTIVES, "gendered-offices", "gendered-nouns", "relations"):
        genders.update(lexicon.table(table))
    for word in lexicon.words("several-people"):
        genders.pop(word, None)
    return genders


class _Reader:
    """Reads the nouns for people of one article in order, and notes who bears which."""

    def __init__(self, facts: Facts) -> None:
        lexicon = facts.lexicon
        self.facts = facts
        self.tokens, self.lowers, self.texts = facts.tokens, facts.tokens.lowers, facts.tokens.texts
        self.pronouns = lexicon.words("one-person-pronouns")
        self.genders = _genders(lexicon)
        self.determiners = lexicon.words("one-person-determiners")
        self.definite = lexicon.words("definite-articles")
        self.equating = lexicon.words("description-verbs")
        self.introducing = lexicon.words("introducing-subjects")
        self.belonging = lexicon.union("of-words", "office-links")
        self.verbs = lexicon.union("speech-verbs", "irregular-pasts", "auxiliary-verbs", "speech-auxiliaries")
        self.past = tuple(lexicon.words("past-endings"))
        self.doubtful = lexicon.union("people-nouns-also-adjectives", "age-tails-hyphened", *_ALSO_ADJECTIVES)
        self.function = lexicon.union(
            "prepositions", "clause-openers", "speech-auxiliaries", "speech-adverbs", "speech-verbs", "determiners"
        )
        self.names = {at: p for p in facts.people for name in p.names for at in self._tokens(name)}
        self.bearers: dict[str, dict[str, Person]] = {}

    def _tokens(self, name: Name) -> range:
        return range(*self.tokens.span(name.start, name.end))

    def named_beside(self, at: int) -> Person | None:
        """Who is named right after a noun, or before or after it over a comma: “the mayor, Ann Roe”."""
        following = at + 1 < len(self.tokens) and self.texts[at + 1] in _PARTING
        after = self.names.get(at + 1) or (self.names.get(at + 2) if following else None) or self._past_body(at)
        if after is not None:
            return after
        opener = self._determiner(at)
        if opener is None or opener < 2 or self.texts[opener - 1] not in _PARTING:
            return None
        return self.names.get(opener - 2)

    def _past_body(self, at: int) -> Person | None:
        """Who is named over the comma past what an office is of: “the head of the Port Authority, Ann Roe”."""
        if self.lowers[at + 1 : at + 2] == [] or self.lowers[at + 1] not in self.belonging:
            return None
        for comma in range(at + 2, min(at + 2 + _LONGEST_BODY, len(self.tokens) - 1)):
            if self.texts[comma] == ",":
                return self.names.get(comma + 1)
            if self.lowers[comma] in self.verbs:
                return None
        return None

    def description(self, at: int) -> Description:
        """The noun at a token with what is known of the person from what stands before."""
        said = self.genders[self.lowers[at]]
        bearers = list(self.bearers.get(self.lowers[at], {}).values())
        opener = self._determiner(at)
        the = opener is not None and self.lowers[opener] in self.definite
        if opener is not None and opener < at - 1:
            bearers = []  # “the Republican candidate” is another than “the Democratic candidate”
        if said == "unknown" and len({person.gender for person in bearers}) == 1:
            said = bearers[0].gender
        return Description(at, said, bearers[-1] if the and bearers else None)

    def stands_alone(self, at: int) -> bool:
        """Whether the noun at a token is the head of a noun phrase for one person."""
        if self.lowers[at] in self.pronouns:
            return True
        follower = self.lowers[at + 1] if at + 1 < len(self.tokens) else ""
        doubtful = self.lowers[at] in self.doubtful
        verb = follower in self.verbs or follower.endswith(self.past)
        noun = follower[:1].isalpha() and follower not in self.function and not verb
        compound = doubtful and (noun or follower == GENITIVE)  # “the robot arm”, “the lion's share”
        if follower in self.genders or compound:
            return False
        opener = self._determiner(at)
        if opener is None:
            # “A Department for Work spokesman”: too long a name to look past.
            return not doubtful and self.texts[at - 1][0].isupper() and at - 1 not in self.names
        if self.lowers[opener - 1] in self.equating:
            # “It is a man”, “there was a man”: nobody was spoken of before.
            return opener > 1 and self.lowers[opener - 2] in self.introducing
        return True

    def _determiner(self, at: int) -> int | None:
        """The token of the determiner before a noun, or None."""
        for before in range(at - 1, max(-1, at - 1 - _NOUN_PHRASE), -1):
            word = self.lowers[before]
            if word in self.determiners:
                return before
            if before in self.names or (not word[0].isalnum() and word not in _INNER_MARKS) or word in self.function:
                return None
        return None
