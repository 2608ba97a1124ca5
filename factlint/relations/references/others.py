"""The others: “the other three” of a number that has been told, after some of them have been accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Stretch
from factlint.relations.references.scene import LIVING, MEASURED

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.language.model import Phrase
    from factlint.relations.references.scene import Scene

_REACH = 9  # sentences back to the whole
_LARGEST = 40
_MANY = 80  # phrases that are looked back at
_MOST = 8  # parts of which the sums are tried


class _Count(NamedTuple):
    """So many people or things, told at one place."""

    start: int
    end: int
    first: int
    number: int
    sentence: int
    people: bool = False


class _Rest(NamedTuple):
    """“the other two”: its tokens, number, sentence, and the noun with its classes where it has one."""

    first: int
    last: int
    number: int
    sentence: int
    lemma: str | None
    classes: frozenset[str]


def find_others(scene: Scene) -> Iterator[Relation]:
    """Every such phrase with the nearest whole before it and the parts of it that are accounted for in between."""
    for at in scene.tokens.positions(scene.words("remainder-words")):
        rest = None if scene.elsewhere(at) else _rest(scene, at)
        if rest is None:
            continue
        before = _before(scene, rest)
        whole = _whole(scene, rest, before)
        if whole is None or (whole.people and rest.lemma is None and _are_things(scene, rest)):
            continue
        parts = _parts(scene, rest, whole, before)
        # What is counted in one sentence is a sum, and checked as such; so is the rest of “14 of the 22 wards”.
        taken = any(p.of is not None and scene.phrases[p.of].start == whole.start for p in before if p.number)
        if not parts or taken or (rest.sentence == whole.sentence and not whole.people):
            continue
        if rest.number == 1 and _another_between(scene, whole, rest):
            continue
        accounted = sum(part.number for part in parts)
        sums = _sums([part.number for part in parts])
        numbers = {one.number for one in _wholes(scene, rest, before) if one.people == whole.people}
        named = {_named(scene, whole, rest)} - {0}
        supported = any(number - rest.number in sums | named for number in numbers) or _is_left(scene, rest)
        left = max(0, whole.number - accounted)
        source = scene.facts.article.source
        yield scene.relation(
            (scene.tokens.starts[rest.first], scene.tokens.ends[rest.last]),
            "others",
            rest.number,
            left,
            (Stretch(whole.start, whole.end), Stretch(parts[0].start, parts[0].end)),
            "strong" if accounted <= whole.number else "weak",
            supported,
            ", ".join(" ".join(source[part.start : part.end].split()) for part in parts),
        )


def _is_left(scene: Scene, rest: _Rest) -> bool:
    """Whether the figures right before it leave it of another: “a council of 24 … Eleven …, eight …, two …”."""
    start, facts = scene.tokens.starts[rest.first], scene.facts
    around = (one for one in facts.figures if one.start < start)
    values = [one.value for one in around if rest.sentence - facts.sentence_at(one.start).number <= _REACH]
    taken, sums = 0.0, []
    for value in reversed(values):
        if value - rest.number in sums:
            return True
        taken += value
        sums.append(taken)
    return False


def _is_measured(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is of what is measured and not counted; “another pair of students” is counted."""
    return bool(phrase.classes & MEASURED) and phrase.lemma not in scene.facts.lexicon.table("taken-up-groups")


def _are_things(scene: Scene, rest: _Rest) -> bool:
    """Whether what the rest is said to be is no person: “the other five were extras”."""
    behind = rest.last + 2
    if scene.language.tags[rest.last + 1 : behind + 1] not in (["AUX", "NOUN"], ["AUX", "DET"]):
        return False
    index = scene.language.phrase_at(behind)
    told = None if index is None else scene.phrases[index]
    return told is not None and bool(told.classes) and not told.classes & LIVING


def _named(scene: Scene, whole: _Count, rest: _Rest) -> int:
    """How many people are named between a whole and the rest, in whatever part of their sentences."""
    start = scene.tokens.starts[rest.first]
    return len({m.person.id for m in scene.facts.mentions if whole.end <= m.start < start and not m.in_quote})


def _another_between(scene: Scene, whole: _Count, rest: _Rest) -> bool:
    """Whether “another” or “a third” stands between a whole and the rest, of whom no list tells."""
    more = scene.words("one-more-words") | scene.words("row-words")
    return not more.isdisjoint(scene.lowers[whole.first : rest.first])


def _rest(scene: Scene, at: int) -> _Rest | None:
    """“the other two”, “the remaining four houses” by the token of “other”; None where it is no such phrase."""
    lowers, language = scene.lowers, scene.language
    if not at or at + 1 >= len(lowers) or lowers[at - 1] not in scene.words("group-determiners"):
        return None
    index = language.phrase_at(at)
    if index is not None and scene.phrases[index].head == at:
        return _lone(scene, scene.phrases[index])
    index = language.phrase_at(at + 1)
    phrase = None if index is None else scene.phrases[index]
    number = phrase.number if phrase is not None else None
    if phrase is None or number is None or number != int(number) or not 1 <= number <= _LARGEST:
        return None
    if phrase.classes & MEASURED or phrase.of is not None:
        return None
    bare = language.tags[phrase.head] == "NUM"
    if not lowers[phrase.head].isalpha():
        return None  # “the remaining 15 per cent”, “12%”
    sentence = scene.facts.sentence_at(scene.tokens.starts[at]).number
    lemma = None if bare else phrase.lemma
    return _Rest(at - 1, phrase.last - 1, int(number), sentence, lemma, frozenset() if bare else phrase.classes)


def _lone(scene: Scene, phrase: Phrase) -> _Rest | None:
    """“The other” by itself, of which a verb tells: one that is left."""
    behind = scene.language.tags[phrase.last] if phrase.last < len(scene.lowers) else ""
    opens = phrase.first == scene.facts.sentences[phrase.sentence].first
    if (
        phrase.plural
        or not opens
        or behind not in ("VERB", "AUX")
        or scene.lowers[phrase.head] not in scene.words("one-of-two-words")
    ):
        return None
    return _Rest(phrase.first, phrase.last - 1, 1, phrase.sentence, None, frozenset())


def _before(scene: Scene, rest: _Rest) -> list[Phrase]:
    """The phrases near before one, the nearest last."""
    index = scene.language_index(rest.first)
    return [p for p in scene.phrases[max(0, index - _MANY) : index] if rest.sentence - p.sentence <= _REACH]


def _fits(rest: _Rest, lemma: str | None, classes: frozenset[str] | None) -> bool:
    """Whether something counted may be what the rest is of."""
    return rest.lemma is None or lemma is None or lemma == rest.lemma or not classes or bool(classes & rest.classes)


def _wholes(scene: Scene, rest: _Rest, before: list[Phrase]) -> Iterator[_Count]:
    """The counted phrases and lists before one that are as large at least, the nearest last."""
    for phrase in before:
        number = phrase.number
        figure = scene.language.tags[phrase.head] == "NUM" and not scene.lowers[phrase.head].isalpha()
        bare = rest.lemma is None and rest.number == 1 and scene.language.tags[phrase.head] == "NUM"
        if number is None or figure or bare or not phrase.plural or phrase.proper or number != int(number):
            continue
        if _is_measured(scene, phrase):
            continue
        if rest.number <= number <= _LARGEST and _fits(rest, phrase.lemma, phrase.classes):
            living = "person" in phrase.classes
            yield _Count(phrase.start, phrase.end, phrase.first, int(number), phrase.sentence, living)
    for offer in scene.lists:
        near = offer.first < rest.first and rest.sentence - offer.sentence <= _REACH
        if near and offer.number >= rest.number and _fits(rest, None, offer.classes):
            yield _Count(offer.start, offer.end, offer.first, offer.number, offer.sentence, offer.people)


def _whole(scene: Scene, rest: _Rest, before: list[Phrase]) -> _Count | None:
    """The whole that the rest is of: the last that is told before it, of those that are larger if there are any."""
    return max(_wholes(scene, rest, before), key=lambda one: (one.number > rest.number, one.first), default=None)


def _parts(scene: Scene, rest: _Rest, whole: _Count, before: list[Phrase]) -> list[_Count]:
    """Those accounted for behind the whole: numbers, lists and single ones that are what a clause is about."""
    found: list[_Count] = []
    people: set[str] = set()
    listed = [one for one in scene.lists if one.first > whole.first and one.first < rest.first]
    for offer in listed:
        if scene.facts.sentences[offer.sentence].first == offer.first:
            found.append(_Count(offer.start, offer.end, offer.first, offer.number, offer.sentence))
    came = scene.facts.sentences[max(0, whole.sentence - 1)].start
    for phrase in before:
        inside = any(one.start <= phrase.start < one.end for one in listed)
        if phrase.start < whole.end or inside or not _is_topic(scene, phrase):
            continue
        number = phrase.number
        if number is not None and number == int(number) and not _is_measured(scene, phrase):
            if number < whole.number and _fits(rest, phrase.lemma, phrase.classes):
                found.append(_Count(phrase.start, phrase.end, phrase.first, int(number), phrase.sentence))
        elif not phrase.plural and (name := _somebody(scene, phrase, came)) is not None and name not in people:
            people.add(name)
            found.append(_Count(phrase.start, phrase.end, phrase.first, 1, phrase.sentence))
    found.sort(key=lambda one: one.first)
    return found[:_MOST]


def _is_topic(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is the subject of a clause or opens its sentence, and no pronoun and nobody who only speaks."""
    if phrase.pronoun is not None or scene.elsewhere(phrase.first) or phrase.apposition_of is not None:
        return False
    opens = phrase.first == scene.facts.sentences[phrase.sentence].first
    return (opens or phrase.role == "subject") and (phrase.number is not None or not scene.is_credit(phrase))


def _somebody(scene: Scene, phrase: Phrase, came: int) -> str | None:
    """Who a phrase for one speaks of: who is named from a code point on, or one brought in as new; None for others."""
    person = scene.person_of(phrase)
    if person is not None:
        return person.id if person.start >= came else None
    new = phrase.determiner in scene.facts.lexicon.union("indefinite-articles", "one-more-words")
    return f"{phrase.first}" if new and phrase.classes & LIVING else None


def _sums(numbers: list[int]) -> set[int]:
    """What the parts may come to: all of them, those that are told by number, or any one of these."""
    several = [number for number in numbers if number > 1]
    return {sum(numbers), *several, sum(several) or sum(numbers)}
