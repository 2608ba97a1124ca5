"""Pairings: “wheat and barley fetched $3 and $4 respectively”, held against how many stand on either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.model import Relation, Sentence
    from factlint.relations.references.scene import Scene

_LONGEST = 10  # tokens of one member of a list
_TAIL = 5  # tokens between a list and the word that pairs it: “a tonne respectively”
_LARGEST = 12
_APPOSED = 3  # members, where the first speaks for two others at least
_OLDEST = 120  # years
_ENDS = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
_LEADING = frozenset({"ADP", "SCONJ", "ADV", "VERB"})
_NAMED = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"})


class _List(NamedTuple):
    """A list: its tokens, half-open, and how many members it has."""

    first: int
    last: int
    number: int


def find_pairings(scene: Scene) -> Iterator[Relation]:
    """Every such word outside quotations, with the list that it pairs and the list or number on the other side."""
    tokens = scene.tokens
    for at in tokens.positions(scene.words("pairing-adverbs")):
        if scene.elsewhere(at):
            continue
        sentence = scene.facts.sentence_of(at)
        lists = list(_lists(scene, sentence))
        before = [one for one in lists if one.last <= at <= one.last + _TAIL]
        own = before[-1] if before else next((one for one in lists if at < one.first <= at + _TAIL), None)
        if own is None:
            continue
        # Behind a comma something else begins: “they paid £3, £4 and £5 respectively, to agents in Vik and Holm”.
        parted = list(scene.lowers[at + 1 : at + 2]) == [","]
        others = [one for one in lists if one.last <= own.first or (one.first >= own.last and not parted)]
        others += [one for one in _counted(scene, sentence) if one.last <= own.first]
        if sentence.number and not others:
            earlier = scene.facts.sentences[sentence.number - 1]
            others = [
                one for one in (*_lists(scene, earlier), *_counted(scene, earlier)) if not _is_governed(scene, one)
            ]
        if not others or any(one.number == own.number for one in others):
            continue
        other = min(others, key=lambda one: min(abs(own.first - one.last), abs(one.first - own.last)))
        starts, ends, source = tokens.starts, tokens.ends, scene.facts.article.source
        place = Stretch(starts[other.first], ends[other.last - 1])
        yield scene.relation(
            (starts[min(own.first, at)], ends[max(own.last - 1, at)]), "pairing", own.number, other.number, (place,),
            "strong", False, " ".join(source[place.start : place.end].split()),
        )  # fmt: skip


def _lists(scene: Scene, sentence: Sentence) -> Iterator[_List]:
    """The lists of a sentence in order: from each “and” back over the commas before it."""
    joining, lowers, tags = scene.words("and-words"), scene.lowers, scene.language.tags
    floor = sentence.first
    for at in range(sentence.first + 1, sentence.last - 1):
        if lowers[at] not in joining:
            continue
        last = _member_end(scene, at + 1, sentence.last)
        number, first = 1, at
        while (start := _member_start(scene, first, floor)) < first:
            if lowers[first] == "," and tags[sentence.first] in _LEADING and "," not in lowers[sentence.first : first]:
                # “At noon, Roe and Lind …” are two, “With rye, wheat and oats …” are three.
                member = _opened_member(scene, sentence, first)
                yield _List(start if member is None else member, at, number + 1)
                if member is not None:
                    number, floor = 0, last  # no list of two as well
                break
            number += any(_names(scene, token) for token in range(start, first)) and not _aside(scene, start, first)
            first = start
            if first - 1 <= floor or lowers[first - 1] != ",":
                break
            first -= 1
        number -= _is_set_to(scene, first, number)
        if last > at + 1 and 2 <= number <= _LARGEST:
            floor = last
            yield _List(first, last, number)


def _is_governed(scene: Scene, one: _List) -> bool:
    """Whether a list or a number stands behind a preposition, so that “they” does not take it up: “from two uncles”."""
    index = scene.language.phrase_at(one.first)
    return index is not None and scene.phrases[index].preposition is not None


def _is_set_to(scene: Scene, first: int, number: int) -> bool:
    """Whether the first of a list's members is what the others are: “The twins, Ann and Tom”."""
    index = scene.language.phrase_at(first)
    phrase = None if index is None else scene.phrases[index]
    if phrase is None or not phrase.plural or phrase.proper or phrase.determiner is None or number < _APPOSED:
        return False
    return scene.lowers[phrase.last] == "," and phrase.number in (None, number - 1)


def _opened_member(scene: Scene, sentence: Sentence, comma: int) -> int | None:
    """The first token of the phrase of its own before the first comma: “In the sculls | Roe, Hay and Lind”."""
    index = scene.language.phrase_at(comma - 1)
    phrase = None if index is None else scene.phrases[index]
    if phrase is None or index is None or not index or phrase.preposition is not None or phrase.last != comma:
        return None
    beside = phrase.first > sentence.first + 1 and scene.phrases[index - 1].last == phrase.first
    return phrase.first if beside else None


def _names(scene: Scene, token: int) -> bool:
    """Whether a token may be what a member of a list is: also “first” in “finished first, second and third”."""
    return scene.language.tags[token] in _NAMED or scene.lowers[token] in scene.words("row-starts")


def _member_start(scene: Scene, end: int, floor: int) -> int:
    """The first token of the member that ends before a token; a comma right before it belongs to the list."""
    lowers, tags = scene.lowers, scene.language.tags
    at = end
    while at > max(floor, end - _LONGEST) and lowers[at - 1] != "," and tags[at - 1] not in _ENDS:
        if not lowers[at - 1][0].isalnum() and lowers[at - 1] not in scene.words("marks-in-members"):
            break
        at -= 1
    leads = at < end and tags[at] == "ADP" and at != floor
    return at + leads


def _member_end(scene: Scene, first: int, end: int) -> int:
    """One past the last token of the member that begins at a token."""
    tags = scene.language.tags
    at = first
    while at < min(end, first + _LONGEST) and tags[at] in _NAMED | {"DET", "PART"}:
        at += 1
    return at


def _aside(scene: Scene, first: int, last: int) -> bool:
    """Whether what stands between two commas only tells of the member before it: an age, “a baker”."""
    figure = last - first == 1 and scene.language.tags[first] == "NUM" and scene.lowers[first].isdecimal()
    behind = figure and scene.lowers[first - 1] == "," and scene.language.tags[first - 2] == "PROPN"
    return behind and 0 < int(scene.lowers[first]) < _OLDEST


def _counted(scene: Scene, sentence: Sentence) -> Iterator[_List]:
    """The counted phrases of a sentence that bring in several: “the two banks”."""
    for offer in scene.counts:
        if offer.sentence == sentence.number:
            last = scene.tokens.at(offer.end - 1) + 1
            yield _List(offer.first, last, offer.number)
