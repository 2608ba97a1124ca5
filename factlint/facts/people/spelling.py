"""Spelling of names: whether one word may be a slip, or another romanisation, of the other."""

from __future__ import annotations

# Consonants that are written for one another: Lindqvist, Lindquist; Schmidt, Schmitt; Karl, Carl.
_ALIKE = frozenset(map(frozenset, ("uv", "vw", "ck", "sz", "fv", "dt", "bp", "gk", "mn", "kq")))
_VOWELS = frozenset("aeiouy")


def slip(one: str, other: str, final_s: bool = False) -> bool:
    """Whether two lower-case names differ as by a slip: a letter more or less, two letters swapped, a letter like it.

    A plural or another initial letter makes no slip: the Clintons, Brown and Crown; with `final_s`, of two names that
    are surely of one person each, the s of Jennings may be the letter that was forgotten.
    """
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) != len(long):
        return long[at + 1 :] == short[at:] and (final_s or at < len(short) or long[-1] != "s")
    if short[at + 1 :] == long[at + 1 :]:
        pair = {short[at], long[at]}
        return pair <= _VOWELS or frozenset(pair) in _ALIKE
    return short[at + 2 :] == long[at + 2 :] and short[at] == long[at + 1] and short[at + 1] == long[at]


def romanised_alike(one: str, other: str) -> bool:
    """Whether two names of six letters or more sound alike, as romanisations do: Gaddafi, Qadhafi."""
    return min(len(one), len(other)) > 5 and _sound(one) == _sound(other) and one != other


_SOUNDS = str.maketrans({"q": "k", "g": "k", "y": "i", "j": "i", "w": "v", "z": "s", "h": "", "e": "a", "o": "u"})


def _sound(name: str) -> str:
    """A rough key: doubled letters single, h dropped, letters that romanisations exchange made one."""
    letters: list[str] = []
    for letter in name.translate(_SOUNDS):
        if not letters or letters[-1] != letter:
            letters.append(letter)
    return "".join(letters)


def usual_spellings(spellings: list[str]) -> dict[str, str]:
    """For every rarer spelling of one name, the one used most; the earlier one where two are used alike."""
    counts: dict[str, int] = {}
    for spelling in spellings:
        counts[spelling] = counts.get(spelling, 0) + 1
    most = max(counts, key=lambda spelling: counts[spelling])
    return {
        one: most for one in counts if one != most and (slip(one, most, final_s=True) or romanised_alike(one, most))
    }
