"""The others: “the other three” of a number that has been told, after some of them have been accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch
from factlint.record import NamedTuple
from factlint.relations.references.scene import MEASURED

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.language.model import Phrase
    from factlint.relations.references.scene import Scene

_REACH = 4  # sentences back to the whole
_NEAR = 1  # sentences back to those accounted for
_LARGEST = 40


class _Count(NamedTuple):
    """So many people or things, told at one place."""

    start: int
    end: int
    first: int
    number: int
    sentence: int


def find_others(scene: Scene) -> Iterator[Relation]:
    """Every such phrase with the nearest whole and the nearest part of it that the article has told."""
    tokens = scene.tokens
    for at in tokens.positions(scene.words("remainder-words")):
        index = scene.language.phrase_at(at)
        if index is None or scene.elsewhere(at):
            continue
        phrase = scene.phrases[index]
        number = phrase.number
        if number is None or phrase.determiner not in scene.words("group-determiners") or not 1 <= number <= _LARGEST:
            continue
        counts = list(_counts(scene, phrase))
        wholes = [one for one in counts if one.number > number]
        found = _parts(scene, phrase)
        if not found and (named := _named(scene, phrase)) is not None:
            found, counts, wholes = [named], [], list(_wholes(scene, phrase))
        if not wholes or phrase.classes & MEASURED:
            continue
        parts = [one for one in found if one.number < wholes[-1].number]
        pairs = [(whole, part) for whole in wholes for part in (*parts, *counts) if part.first > whole.first]
        supported = any(whole.number - part.number == number for whole, part in pairs)
        if len(parts) != 1 or parts[0].first <= wholes[-1].first:
            continue
        whole, part = wholes[-1], parts[0]
        source = scene.facts.article.source
        yield scene.relation(
            (phrase.start, phrase.end),
            "others",
            number,
            whole.number - part.number,
            (Stretch(whole.start, whole.end), Stretch(part.start, part.end)),
            "strong" if phrase.sentence - part.sentence <= _NEAR + 1 else "middling",
            supported,
            " ".join(source[part.start : part.end].split()),
        )


def _counts(scene: Scene, phrase: Phrase) -> Iterator[_Count]:
    """The counted phrases near before one; with a noun of its own, those of the same noun or of none."""
    own = None if scene.language.tags[phrase.head] == "NUM" else phrase.lemma
    for other in scene.phrases:
        if other.first >= phrase.first:
            break
        number = other.number
        if number is None or phrase.sentence - other.sentence > _REACH or number != int(number):
            continue
        if (not other.plural and number != 1) or other.classes & MEASURED or not 1 <= number <= _LARGEST:
            continue
        bare = scene.language.tags[other.head] == "NUM"
        if bare and other.apposition_of is not None:
            continue
        if own is None or bare or other.lemma == own or (other.classes & phrase.classes):
            yield _Count(other.start, other.end, other.first, int(number), other.sentence)


def _wholes(scene: Scene, phrase: Phrase) -> Iterator[_Count]:
    """The largest group of people that is listed or counted before, where no more people are named than it has."""
    offers = [one for one in (*scene.counts, *scene.lists) if one.people and one.first < phrase.first]
    largest = max(offers, key=lambda one: one.number, default=None)
    if largest is not None:
        yield _Count(largest.start, largest.end, largest.first, largest.number, largest.sentence)


def _named(scene: Scene, phrase: Phrase) -> _Count | None:
    """The one person who is named as the subject of the sentences just before a bare “the other two”, or None."""
    if scene.language.tags[phrase.head] != "NUM":
        return None
    since = phrase.sentence - _NEAR - _goes_on(scene, phrase.sentence - 1)
    found = [
        other
        for other in scene.phrases
        if since <= other.sentence < phrase.sentence
        and other.role == "subject"
        and scene.is_named(other)
        and not other.conjoined
    ]
    named = {scene.person_of(other) for other in found}
    one = found[0] if len(named) == 1 and not any(scene.is_credit(other) for other in found) else None
    return None if one is None else _Count(one.start, one.end, one.first, 1, one.sentence)


def _parts(scene: Scene, phrase: Phrase) -> list[_Count]:
    """Those accounted for: the lists, numbers and single ones that are subjects in the sentences just before."""
    found: list[_Count] = []
    listed: set[int] = set()
    for index, other in enumerate(scene.phrases):
        if other.first >= phrase.first:
            break
        if phrase.sentence - other.sentence > _NEAR + _goes_on(scene, phrase.sentence - 1) or index in listed:
            continue
        opens = other.first == scene.facts.sentences[other.sentence].first
        if not (opens or other.role == "subject") or other.pronoun is not None or scene.elsewhere(other.first):
            continue
        if other.conjoined and other.conjoined[0] == index:
            listed.update(other.conjoined)
            members = [scene.phrases[member] for member in other.conjoined]
            if all(member.proper or not member.plural for member in members):
                found.append(_Count(other.start, members[-1].end, other.first, len(members), other.sentence))
        elif other.number is not None and other.number == int(other.number) and not other.classes & MEASURED:
            found.append(_Count(other.start, other.end, other.first, int(other.number), other.sentence))
    return found


def _goes_on(scene: Scene, sentence: int) -> bool:
    """Whether a sentence opens with a pronoun and so speaks of whom the one before it spoke."""
    return sentence > 0 and scene.language.tags[scene.facts.sentences[sentence].first] == "PRON"
