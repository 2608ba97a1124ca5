"""Traits: what the article says somebody is: trade, office, position, nationality, party, whose relative."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.people import Person
from factlint.record import NamedTuple


class Trait(NamedTuple):
    """One thing that a place says of a person.

    start: first code point of the words that say it.
    end: one past the last code point.
    person: of whom it is said.
    what: role (a trade, office, position), nation, party, relation, home or
        post (at which body, or for which place, an office is held) or holding (who has an office that one alone has).
    value: the role in dictionary form, the country, the party, the relation (mother for mum),
        the place of the home, the body or place of the post, in lower case, or the holder.
    family: the roles of which nobody has two at once (goalkeeper and winger, mayor and deputy mayor); nation, party or
        home; what is held or what kind of body it is; or whose relative it is.
    key: the same for all that is said of one person in one family.
    former: whether the words say that it is past, to come, or one of several.
    implied: whether what belongs to the person, or is done to the person, tells it: Roe's bail, Roe was remanded.
    others: how many other people of the article have the same value.
    taken_up: whether a phrase without a name says it (“The winger, who …”), which can mean but one person.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    """

    start: int
    end: int
    person: Person
    what: Literal["role", "nation", "party", "relation", "home", "post", "holding"]
    value: str
    family: str
    key: str
    former: bool
    implied: bool
    others: int
    taken_up: bool
    in_quote: bool
    block: str
