"""Kinship: “the brothers” of whom the article has told that they are something else to each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.language.model import Phrase
    from factlint.relations.references.scene import Scene

_REACH = 12  # sentences back in which a kinship may be told
_BEFORE = 120  # phrases back in which it may be
_TWO = 2
_NEXT = 2  # sentences behind a group in which those who are meant may be named first
_BESIDE = 2  # code points between a word and the name beside it


def find_kin(scene: Scene) -> Iterator[Relation]:
    """Every group by kinship, with the kinship that the article has told of two named people."""
    facts = scene.facts
    groups: dict[str, list[str]] = facts.lexicon.values("kin-groups")
    for at in scene.tokens.positions(groups.keys()):
        index = scene.language.phrase_at(at)
        if index is None or scene.elsewhere(at):
            continue
        phrase = scene.phrases[index]
        if not _is_head(scene, phrase, at) or phrase.proper or phrase.of is not None or phrase.owner is not None:
            continue
        if not _is_bare(scene, phrase, at) or _are_brought_in(scene, phrase):
            continue
        told = set(groups[scene.lowers[at]]) - {scene.lowers[at]}
        if phrase.determiner not in scene.words("group-determiners") or scene.tokens.positions(told):
            continue
        others = facts.lexicon.union("other-kin", "kin-words") - told
        near = [
            other
            for other in scene.phrases[max(0, index - _BEFORE) : index]
            if phrase.sentence - other.sentence <= _REACH and other.lemma in others and _told_of_somebody(scene, other)
        ]
        near = near if near and not _others_since(scene, near[-1], phrase) else []
        if near and scene.tokens.index[scene.lowers[at]][0] == at:
            kin = near[-1]
            yield scene.relation(
                (phrase.start, phrase.end), "kin", 2, 0, (Stretch(kin.start, kin.end),), "strong", False
            )


def _is_bare(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether nothing but a determiner and a number stands before the word: no noun, as in a phrase read amiss."""
    tags = scene.language.tags[phrase.first : at]
    return not {"NOUN", "PROPN", "VERB"} & set(tags)


def _are_brought_in(scene: Scene, phrase: Phrase) -> bool:
    """Whether two are named for the first time right behind a group: “leaves two brothers at odds. Gene Roe, 71, …”."""
    end = scene.facts.sentences[min(phrase.sentence + _NEXT, len(scene.facts.sentences) - 1)].end
    new = {p.id for p in scene.facts.people if phrase.end <= p.start < end}
    return len(new) >= _TWO


def _others_since(scene: Scene, kin: Phrase, group: Phrase) -> bool:
    """Whether somebody is named between a kinship and a group who has no part in the kinship's sentence."""
    told = scene.facts.sentences[kin.sentence]
    own = {m.person.id for m in scene.facts.mentions if told.start <= m.start < told.end}
    return any(told.end <= m.start < group.start and m.person.id not in own for m in scene.facts.mentions)


def _is_head(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether a word is what a phrase is about, also before a verb that may be a noun: “the couple sleep in shifts”."""
    return phrase.head == at or (
        phrase.head == at + 1 == phrase.last - 1 and "V" in scene.language.words.tags(scene.lowers[phrase.head])
    )


def _told_of_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a kinship is that of two who are told of: “his son Deniz”, “Deniz, his son”, “a man and his son”."""
    if phrase.conjoined and phrase.determiner in scene.words("possessive-determiners"):
        return True
    starts = [mention.start for mention in scene.facts.mentions]
    at = bisect_left(starts, phrase.end)
    if at < len(starts) and starts[at] - phrase.end <= _BESIDE:
        return True
    behind = scene.phrases[scene.language_index(phrase.last) :][:1]
    if behind and behind[0].proper and behind[0].start - phrase.end <= _BESIDE:
        return True
    return phrase.apposition_of is not None and scene.phrases[phrase.apposition_of].proper
