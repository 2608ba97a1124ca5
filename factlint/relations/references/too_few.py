"""Too few: “both ministers”, “the second accused”, where the article has told of one minister, one accused."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch
from factlint.record import NamedTuple
from factlint.relations.references.scene import MEASURED, Scene

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.language.model import Phrase

_LARGEST = 12
_NEAR = 3  # sentences back to others who may be meant as well
_MANY = 60  # places of one noun that are looked at
_TWO = 2


class _Claim(NamedTuple):
    """A phrase that speaks of so many: its code points, first token, sentence, number, and noun with its forms."""

    span: tuple[int, int]
    first: int
    sentence: int
    number: int
    noun: str
    forms: frozenset[str]


def find_too_few(scene: Scene) -> Iterator[Relation]:
    """Every counted noun for people outside quotations of whom the article has told of one alone."""
    for claim in (*_counted(scene), *_ordinals(scene)):
        told = _only_one(scene, claim)
        if told is not None and not _is_another(scene, claim):
            yield scene.relation(claim.span, "group", claim.number, 1, (told,), "middling", False)


def _counted(scene: Scene) -> Iterator[_Claim]:
    """Both ministers, the two climbers."""
    openers, genders = scene.words("group-determiners"), scene.facts.lexicon.table("gendered-nouns")
    for phrase in scene.phrases:
        number = phrase.number
        if number is None or phrase.determiner not in openers or not phrase.plural:
            continue
        if number != int(number) or not 2 <= number <= _LARGEST or phrase.classes & MEASURED:
            continue
        if phrase.proper or phrase.owner is not None or phrase.conjoined or phrase.apposition_of is not None:
            continue
        if phrase.classes & {"place", "artefact"}:
            continue  # wards, stewards and fliers may be no people
        if phrase.lemma in genders or not scene.is_person(phrase.lemma) or scene.elsewhere(phrase.first):
            continue
        if scene.ends_there(phrase):
            forms = frozenset({phrase.lemma, scene.lowers[phrase.head]})
            yield _Claim((phrase.start, phrase.end), phrase.first, phrase.sentence, int(number), phrase.lemma, forms)


def _ordinals(scene: Scene) -> Iterator[_Claim]:
    """The second accused, the other man: the ordinal and the noun alone."""
    yield from _in_a_row(scene, scene.words("second-words") | scene.words("one-of-two-words"))


def _is_another(scene: Scene, claim: _Claim) -> bool:
    """Whether “the other man” may be one of whom the article speaks by another noun: “with his brother”."""
    if scene.lowers[claim.first + 1] not in scene.words("one-of-two-words"):
        return False
    phrases = (scene.phrases[index] for index in scene.somebodies)
    return any(phrase.first < claim.first and phrase.lemma != claim.noun for phrase in phrases)


def _in_a_row(scene: Scene, words: Set[str]) -> Iterator[_Claim]:
    tokens, lowers = scene.tokens, scene.lowers
    definite, listed = scene.words("definite-articles"), scene.words("other-people")
    ordinals = scene.facts.lexicon.table("ordinals")
    for at in tokens.positions(words):
        noun = lowers[at + 1] if at + 1 < len(lowers) else ""
        if at == 0 or lowers[at - 1] not in definite or scene.elsewhere(at):
            continue
        if not noun.isalpha() or not (noun in listed or scene.is_person(noun)) or not _alone(scene, at + 2):
            continue
        sentence = scene.facts.sentence_of(at).number
        span = (tokens.starts[at - 1], tokens.ends[at + 1])
        number = ordinals.get(lowers[at], _TWO)
        yield _Claim(span, at - 1, sentence, number, noun, frozenset({noun, noun + "s"}))


def _alone(scene: Scene, at: int) -> bool:
    """Whether nothing that names or says who is meant stands at a token."""
    if at >= len(scene.lowers):
        return True
    told = scene.lowers[at] in scene.words("qualifying-openers") or scene.language.tags[at] in ("NOUN", "PROPN", "PART")
    comma = scene.lowers[at] == "," and scene.tokens.texts[at + 1 : at + 2][:1]
    return not told and not (comma and comma[0][0].isupper())


def _only_one(scene: Scene, claim: _Claim) -> Stretch | None:
    """The one bearer of a noun before a claim; None where there are more, none, or somebody who may be another."""
    places = [at for at in scene.tokens.positions(claim.forms) if at < claim.first]
    if not places or len(places) > _MANY:
        return None
    offices = scene.facts.lexicon.table("office-names")
    bearers: dict[str, Phrase] = {}
    for at in places:
        index = scene.language.phrase_at(at)
        if f"{scene.lowers[at - 1]} {scene.lowers[at]}" in offices:
            continue  # a prime minister is no minister
        other = None if index is None else scene.phrases[index]
        if other is None or index is None or scene.lowers[at] != claim.noun or other.plural or other.conjoined:
            return None
        if at != other.head and not scene.is_named(other):
            continue  # a climber wall
        bearers.setdefault(_bearer(scene, index, other), other)
    if len(bearers) > 1:
        bearers.pop("the", None)
    if len(bearers) != 1 or _others(scene, claim, set(bearers)):
        return None
    one = next(iter(bearers.values()))
    return Stretch(one.start, one.end)


def _bearer(scene: Scene, index: int, phrase: Phrase) -> str:
    """Who bears the noun of a phrase: a person's id, the last one for “the”, or a new one for “a”."""
    beside = [phrase]
    if phrase.apposition_of is not None:
        beside.append(scene.phrases[phrase.apposition_of])
    beside += [other for other in scene.phrases[index + 1 : index + 3] if other.apposition_of == index]
    named = next((person for one in beside if (person := scene.person_of(one)) is not None), None)
    if named is not None:
        return named.id
    new = phrase.determiner in scene.words("indefinite-articles") or phrase.determiner in scene.words("one-more-words")
    return f"new {phrase.first}" if new else "the"


def _others(scene: Scene, claim: _Claim, bearers: set[str]) -> bool:
    """Whether somebody else who may be meant is named just before; one without a name may be the one named since."""
    near: set[str] = set()
    for sentence in range(claim.sentence, max(-1, claim.sentence - _NEAR), -1):
        near |= {
            mention.person.id
            for mention in scene.named.get(sentence, ())
            if mention.start < claim.span[0] and not mention.credit
        }
    unnamed = sum(1 for bearer in bearers if not bearer.isdecimal())
    return len(near - bearers) > unnamed
