"""Spelling of names: whether one word may be a slip, or another romanisation, of the other."""

from __future__ import annotations

# Consonants that are written for one another: Lindqvist, Lindquist; Schmidt, Schmitt; Karl, Carl.
_ALIKE = frozenset(map(frozenset, ("uv", "vw", "ck", "sz", "fv", "dt", "bp", "gk", "mn", "kq")))
#: The letters that names written alike exchange most: Reid, Reed.
VOWELS = frozenset("aeiouy")


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
        return pair <= VOWELS or frozenset(pair) in _ALIKE
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


#: Longer words are no names, and have no slips.
_LONGEST = 30


class Slips:
    """Names by what a slip leaves of them, so that those which one may be a slip of are looked up, not searched for."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}
        self._known: set[str] = set()

    def add(self, name: str) -> None:
        """Takes up a lower-case name."""
        if name not in self._known and len(name) <= _LONGEST:
            self._known.add(name)
            for key in _rests(name):
                self._names.setdefault(key, []).append(name)

    def of(self, name: str, final_s: bool = False) -> set[str]:
        """The names taken up that are this one, written differently; `final_s` as in `slip`."""
        if len(name) > _LONGEST:
            return set()
        near = {other for key in _rests(name) for other in self._names.get(key, ())}
        return {other for other in near if slip(name, other, final_s) or romanised_alike(name, other)}


def _rests(name: str) -> set[str]:
    """A name, all that is left of it without one letter, and how it sounds: of two names as by a slip one is shared."""
    rests = {name[:at] + name[at + 1 :] for at in range(len(name))}
    return rests | {name, "=" + _sound(name)}
