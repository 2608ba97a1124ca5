"""Heralds: “a trio of walkers” in the first paragraph, held against those whom the next sentences name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch
from factlint.facts.references.lead import lead_of

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.relations.references.scene import Offer, Scene

_AHEAD = 2  # sentences ahead in which the group is named
_FIRST = 30  # phrases of the first paragraph that are looked at


def find_heralds(scene: Scene) -> Iterator[Relation]:
    """Every word for a group of people in the first paragraph, with the list of people that follows it."""
    facts = scene.facts
    if (first := lead_of(facts)) < 0:
        return
    lead = facts.paragraphs[first]
    sizes = facts.lexicon.table("taken-up-groups")
    alone = scene.words("groups-alone")
    index = scene.language_index(lead.first)
    for phrase in scene.phrases[index : index + _FIRST]:
        if phrase.start >= lead.end:
            return
        if phrase.lemma not in sizes or phrase.lemma not in alone or phrase.proper or scene.elsewhere(phrase.first):
            continue
        number = sizes[phrase.lemma]
        if phrase.of is not None and "person" not in scene.phrases[phrase.of].classes:
            continue
        named = _named_after(scene, phrase.end, phrase.sentence)
        if named is None or named.number == number:
            continue
        counted = any(offer.people for offer in scene.of_number.get(number, ()))
        until = facts.paragraph_at(named.start).end
        people = sum(1 for person in facts.people if person.certain and person.start < until)
        yield scene.relation(
            (phrase.start, phrase.end), "group", number, named.number, (Stretch(named.start, named.end),), "strong",
            counted or people >= number > named.number,
        )  # fmt: skip


def _named_after(scene: Scene, end: int, sentence: int) -> Offer | None:
    """The first list of people behind a code point, where it is what its sentence is about."""
    for offer in scene.lists:
        if offer.start >= end and offer.people:
            near = offer.sentence - sentence <= _AHEAD
            opens = offer.first == scene.facts.sentences[offer.sentence].first
            return offer if near and opens and offer.start in scene.name_starts else None
    return None
