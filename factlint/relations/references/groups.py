"""Groups: “both”, “the pair”, “the trio”, “all three”, “the two men”, held against those whom the article has named.

A group is right where the text near before it offers as many: a list, a counted phrase, so many people. It is wrong
where what was listed last has another number, or where too few have been mentioned at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Stretch
from factlint.relations.references.scene import LIVING, MEASURED, Offer, Scene

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.language.model import Phrase

_NEAR = 2  # sentences back to the list that a group takes up
_REACH = 3  # sentences back in which as many may have been spoken of
_FAR = 8  # sentences back to a list of people that “the trio” takes up
_LARGEST = 12
_ANYWHERE = 10_000


class Group(NamedTuple):
    """A phrase that stands for a group.

    start: first code point.
    end: one past the last code point.
    first: its first token.
    sentence: number of its sentence.
    number: how many it stands for.
    kind: pronoun (both), word (the trio), choice (the latter) or number (all three, the two men).
    classes: the classes of its noun; None where it has none.
    gender: what the noun says: female, male or unknown.
    """

    start: int
    end: int
    first: int
    sentence: int
    number: int
    kind: str
    classes: frozenset[str] | None = None
    gender: str = "unknown"


def find_groups(scene: Scene) -> Iterator[Relation]:
    """Every group outside quotations that takes up others than the article offers, and those that it offers."""
    for group in _groups(scene):
        last = _last_list(scene, group)
        span = (group.start, group.end)
        if last is not None and last.number != group.number:
            yield scene.relation(
                span, "group", group.number, last.number, (Stretch(last.start, last.end),), "strong",
                _supported(scene, group, last),
            )  # fmt: skip
        elif last is None and group.kind == "word" and (one := _only_one(scene, group)) is not None:
            supported = scene.counted(group.number, group.sentence, _ANYWHERE, people=True)
            yield scene.relation(span, "group", group.number, 1, (one,), "middling", supported)


def _groups(scene: Scene) -> Iterator[Group]:
    table = scene.facts.lexicon.table("taken-up-groups")
    for at in scene.tokens.positions(table.keys()):
        if scene.elsewhere(at):
            continue
        index = scene.language.phrase_at(at)
        phrase = None if index is None else scene.phrases[index]
        word = scene.lowers[at]
        if word in scene.words("group-pronouns") and (phrase is None or phrase.last == at + 1):
            if _stands_alone(scene, at, phrase):
                sentence = scene.facts.sentence_at(scene.tokens.starts[at]).number
                yield Group(scene.tokens.starts[at], scene.tokens.ends[at], at, sentence, table[word], "pronoun")
        elif phrase is not None and phrase.head == at and _is_bare(scene, phrase):
            kind = "choice" if word in scene.words("one-of-two") else "word"
            yield _group(phrase, table[word], kind)
    yield from _numbered(scene)


def _is_bare(scene: Scene, phrase: Phrase) -> bool:
    """“the pair”: an article and the word alone, with nothing behind it that says of what."""
    if phrase.last - phrase.first != 2 or phrase.proper or phrase.conjoined:
        return False
    return phrase.determiner in scene.words("group-openers") and scene.ends_there(phrase)


def _group(phrase: Phrase, number: int, kind: str, classes: frozenset[str] | None = None) -> Group:
    return Group(phrase.start, phrase.end, phrase.first, phrase.sentence, number, kind, classes)


def _stands_alone(scene: Scene, at: int, phrase: Phrase | None) -> bool:
    """“Both are old.” at the head of a sentence; no “both … and”."""
    sentence = scene.facts.sentence_at(scene.tokens.starts[at])
    if at != sentence.first or (phrase is not None and phrase.conjoined):
        return False
    joined = scene.facts.lexicon.values("correlatives")[scene.lowers[at]]
    tags = scene.language.tags
    end = next((place for place in range(at, sentence.last) if tags[place] in ("VERB", "AUX")), sentence.last)
    return not any(lower in joined for lower in scene.lowers[at:end])


def _numbered(scene: Scene) -> Iterator[Group]:
    """“all three”, “the two men”: a number with the article or “all”, of people or of nothing told."""
    openers = scene.words("group-openers")
    for phrase in scene.phrases:
        number = phrase.number
        if number is None or phrase.determiner not in openers or phrase.owner is not None:
            continue
        if not 2 <= number <= _LARGEST or number != int(number) or scene.elsewhere(phrase.first):
            continue
        bare = phrase.head == phrase.first + 1 == phrase.last - 1
        if scene.lowers[phrase.head] in scene.facts.lexicon.table("taken-up-groups"):
            continue
        living = phrase.plural and "person" in phrase.classes and phrase.last - phrase.first == 3
        if not living and (not bare or phrase.classes & MEASURED):
            continue
        if scene.ends_there(phrase) and phrase.role in ("subject", "object"):
            gender = scene.facts.lexicon.table("gendered-nouns").get(phrase.lemma, "unknown")
            classes = None if bare else phrase.classes
            yield _group(phrase, int(number), "number", classes)._replace(gender=gender)


def _last_list(scene: Scene, group: Group) -> Offer | None:
    """The last list before a group: near before it, or of people where the group can be nothing else."""
    alone = group.kind == "word" or group.classes is not None
    reach = _FAR if group.kind == "word" else _NEAR
    for one in scene.last_lists(group.first):
        back = group.sentence - one.sentence
        if back > reach:
            return None
        if group.kind == "number" and back == 0:
            continue
        if one.people or (back <= _NEAR and not alone):
            return one
    return None


def _supported(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether as many are counted, listed or named before; a plain number may take up a count from anywhere."""
    back = _ANYWHERE if group.kind == "number" else _REACH
    sentence = group.sentence
    if scene.counted(group.number, sentence, back, people=group.kind == "word") or scene.people(
        group.number, sentence, _REACH, last
    ):
        return True
    if group.kind != "number":
        return False
    people = bisect_left(scene.arrivals, group.start)
    if people == group.number or people >= group.number > last.number:
        return True
    return group.number in (scene.of_gender(group.gender, last), scene.of_gender(group.gender, None, group.start))


def _only_one(scene: Scene, group: Group) -> Stretch | None:
    """The one person of whom the sentences before a group speak, where they speak of nobody else."""
    several = scene.several
    near = next(
        (scene.phrases[index].sentence for index in reversed(several) if scene.phrases[index].first < group.first), -1
    )
    plural = any(
        scene.phrases[index].plural and scene.phrases[index].classes & LIVING
        for index in several
        if scene.phrases[index].first < group.first
    )
    if plural:
        return None
    for sentence in range(group.sentence, max(-1, group.sentence - _FAR), -1):
        if near == sentence:
            return None
        people = {
            mention.person.id: mention
            for mention in scene.facts.mentions
            if mention.start < group.start and scene.facts.sentence_at(mention.start).number == sentence
        }
        somebodies = [
            index
            for index in scene.somebodies
            if scene.phrases[index].sentence == sentence and scene.phrases[index].first < group.first
        ]
        if len(people) + len(somebodies) > 1:
            return None
        if people:
            mention = next(iter(people.values()))
            return Stretch(mention.start, mention.end) if mention.person.mentions else None
        if somebodies:
            return None
    return None
