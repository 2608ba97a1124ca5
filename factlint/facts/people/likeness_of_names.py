"""Likeness of names: how two names of things part, where they are nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.spelling import VOWELS
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factlint.facts.model.versions import Parting


_LEAST = 4  # letters of a word that may be misspelt
_LONG = 7  # letters of a word that may be misspelt in several
_LONGEST = 24
_CHANGED = 2  # letters
_SIDE = "side"


class Likeness(NamedTuple):
    """How two names part.

    differs: in the letters of a word, in the last word (of one class in both; side where that is the class of clubs),
        in another word, or in all but the first words (the last ones of one class in both); short where one is one word
        and the other begins with a word much like it.
    one, other: the words that differ, of several the first.
    shared: the words in common.
    """

    differs: Parting
    one: str
    other: str
    shared: tuple[str, ...]


def likeness(one: Sequence[str], other: Sequence[str], heads: Mapping[str, str]) -> Likeness | None:
    """How two names of as many words part, in one word alone; none where they are the same or further apart."""
    if len(one) != len(other):
        return None
    apart = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(apart) == 2 and apart[-1] == len(one) - 1:
        # Kilcoran Bakeries, Kilcorran Bakery: one word misspelt, the last one exchanged.
        ends = heads.get(one[-1]) is not None and heads.get(one[-1]) == heads.get(other[-1])
        if ends and apart[0] == len(one) - 2 and apart[0] and not near(one[apart[0]], other[apart[0]]):
            # Tagaborg Grammar School, Tagaborg Technical College.
            return Likeness("rest", one[apart[0]], other[apart[0]], tuple(one[: apart[0]]))
        apart = apart[:1] if ends and near(one[apart[0]], other[apart[0]]) else apart
    if len(apart) != 1:
        return None
    at = apart[0]
    left, right = one[at], other[at]
    shared = tuple(word for place, word in enumerate(one) if place != at)
    if (left.startswith(right) or right.startswith(left)) and not near(left, right):
        return None  # GW Pharma is short for GW Pharmaceuticals
    if shared and at == len(one) - 1 and heads.get(left) and heads.get(left) == heads.get(right):
        return Likeness("side" if heads[left] == _SIDE else "head", left, right, shared)
    return Likeness("letters" if near(left, right) else "word", left, right, shared)


def near(one: str, other: str) -> bool:
    """Whether two words differ by a letter exchanged, lost or added, or by two that changed places."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _LEAST or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    at = common_prefix(short, long)
    if len(short) < len(long):
        return long[at + 1 :] == short[at:]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    return short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1]


def sounding(one: str, other: str) -> float:
    """What share of two long words with one first letter is the same, 0 where more than two letters are not."""
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < _LONG or longer > _LONGEST or one[0] != other[0]:
        return 0.0
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, against in enumerate(other, 1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != against))
    return 1 - row[-1] / longer if row[-1] <= _CHANGED else 0.0


def skeleton(word: str) -> str:
    """The consonants of a word, doubled ones single: Pearce and Pierce have the same, so have Oakes and Oaks."""
    kept = [letter for letter in word if letter not in VOWELS]
    return word[:1] + "".join(letter for letter, before in zip(kept, ["", *kept], strict=False) if letter != before)


def common_prefix(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def edges(one: str, other: str) -> float:
    """What share of the longer of two words the two have in common at the beginning and at the end."""
    short, longer = sorted((one, other), key=len)
    prefix = common_prefix(one, other)
    suffix = common_prefix(one[prefix:][::-1], other[prefix:][::-1])
    return min(prefix + suffix, len(short)) / len(longer)


def derived(one: str, other: str, endings: Collection[str]) -> bool:
    """Whether one word is made from the other, or both from one stem, by endings: Thuringia, Thuringian."""
    at = common_prefix(one, other)
    rests = ((one[cut:], other[cut:]) for cut in range(max(3, at - 2), at + 1))
    return any(all(not rest or rest in endings for rest in pair) for pair in rests)
