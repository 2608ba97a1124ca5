"""Kin without a name: what “her son” tells of whoever has been called somebody's aunt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.bearers import Bearers
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Trait
    from factlint.language.model import Phrase

_SURE = 0.6  # how likely a pronoun stands for the person


class Kin(NamedTuple):
    """A phrase for a relative without a name, and what it makes its owner.

    person: whose relative it is.
    relation: what the person then is of the relative: mother for “her son”.
    told: the trait that tells of the same person whose relative he or she is.
    """

    person: Person
    phrase: Phrase
    relation: str
    told: Trait


def find_kin(facts: Facts, said: Sequence[Trait]) -> Iterator[Kin]:
    """Every relative without a name that can only be the one named person to whom its owner is told to be related."""
    by_person: dict[str, list[Trait]] = {}
    for trait in said:
        if trait.what == "relation" and not trait.former:
            by_person.setdefault(trait.person.id, []).append(trait)
    if not by_person:
        return
    inverses = facts.lexicon.values("kin-inverses")
    ones = {*facts.lexicon.words("possessives-of-one"), None}  # “their grandfather” is that of two
    blood = facts.lexicon.words("blood-relations")
    others = facts.lexicon.words("words-for-other-kin")
    children, elders = facts.lexicon.words("children-words"), facts.lexicon.words("kin-besides-parents")
    bearers, index = Bearers(facts), facts.language.form_index
    sure = {p.start: p.sure for p in facts.pronouns}
    for number, phrase in enumerate(facts.language.phrases):
        relation = inverses.get(phrase.lemma)
        if relation is None or phrase.plural or phrase.proper or _named(facts, bearers, number):
            continue
        owner = bearers.owner(number)
        told = by_person.get(owner.id, []) if owner else []
        if owner is None or not told or len({trait.value for trait in told}) != 1:
            continue
        if phrase.determiner not in ones or phrase.sentence == facts.sentence_at(told[0].start).number:
            continue
        if sure.get(phrase.start, 1.0) < _SURE:
            continue
        if phrase.lemma in elders and told[0].value in children:
            continue  # whose daughter she is says nothing of whose grandchild
        alone = len(index.get(phrase.lemma, ())) == 1 and not any(word in index for word in others)
        if alone and told[0].start < phrase.start and told[0].value in blood and phrase.owner is None:
            mine = _of_gender(relation, owner, facts)
            if told[0].value not in relation:
                yield Kin(owner, phrase, mine, told[0])


def _of_gender(relations: Sequence[str], person: Person, facts: Facts) -> str:
    """Of two relations the one of a person's sex."""
    words = facts.lexicon.values("relations")
    return next((relation for relation in relations if relation in words.get(person.gender, ())), relations[0])


def _named(facts: Facts, bearers: Bearers, number: int) -> bool:
    """Whether a name stands beside a phrase: her son, Tom; her son Tom."""
    phrases = facts.language.phrases
    if bearers.named(number) or phrases[number].apposition_of is not None:
        return True
    last = phrases[number].last
    behind = facts.tokens.texts[last : last + 2]
    if behind and (behind[0][0].isupper() or (behind[0] == "," and behind[1:] and behind[1][0].isupper())):
        return True
    return any(phrase.apposition_of == number for phrase in phrases[number + 1 : number + 3])
