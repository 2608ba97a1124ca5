"""Attachment: which phrase is a verb's subject, and which its object.

Each question is a choice among the few candidates near a verb, and "none"; each candidate is scored by the weights of
its features, which an averaged perceptron has learnt (Collins 2002; lab/fit_attachment.py). A feature is what lies
between the two, written as the codes of constituents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat

from factlint.language.constituents import Constituent
from factlint.lexicon import Lexicon, derived

#: The codes of noun phrases.
NOMINAL = frozenset("NXHMOWT")
#: The codes of verb groups.
VERBAL = frozenset("FVDEGIB")
#: Every code that may stand behind a verb in a feature.
_CODES = frozenset("NXHMOWTFVDEGIBYPCSARq,;-().")
_FARTHEST_LEFT = 16
_MOST_LEFT = 7
_FARTHEST_RIGHT = 4
_LONGEST = 7
_LEAST = -1_000_000
_KEPT = 1 << 14
_ZEROS = repeat(0)
# A relative clause between commas.
_ASIDE = re.compile(",W[^,]*,")

Weights = Mapping[str, int]
_NO_NOMINALS = dict.fromkeys(map(ord, NOMINAL))
_NO_FINITE = dict.fromkeys(map(ord, "FVDB"))


def subject_candidates(codes: str, place: int) -> list[int]:
    """The places in the row of the phrases that may be the subject of the verb at a place, nearest first."""
    found = []
    for at in range(place - 1, max(-1, place - _FARTHEST_LEFT - 1), -1):
        if codes[at] in NOMINAL:
            found.append(at)
            if len(found) == _MOST_LEFT:
                break
    right = [at for at in range(place + 1, min(len(codes), place + _FARTHEST_RIGHT)) if codes[at] in NOMINAL]
    return found + right[:2]


def object_candidates(codes: str, place: int) -> list[int]:
    """The places in the row of the phrases that may be the object of the verb at a place, nearest first."""
    right = [at for at in range(place + 1, min(len(codes), place + 8)) if codes[at] in NOMINAL]
    left = [at for at in range(place - 1, max(-1, place - 6), -1) if codes[at] == "W"]
    return right[:3] + left[:1]


def subject_features(codes: str, place: int, at: int) -> list[str]:
    """What speaks for or against the phrase at `at` as the subject of the verb at `place`; `at` -1 is none.

    It looks at the codes from three places before the two to two behind them.
    """
    what = codes[place]
    before = codes[place - 3 if place > 3 else 0 : place]
    last = before[-1:]
    if at < 0:
        return [
            f"0{what}",
            f"0{what}{last}",
            f"0{what}{before[-2:]}",
            f"0{what}{before}",
            f"0{what}{last}{codes[place + 1 : place + 2]}",
        ]
    noun, behind = codes[at], codes[at + 1 : at + 2]
    further = codes[at - 2 if at > 2 else 0 : at]
    ahead = further[-1:]
    if at < place:
        side, between = "L", codes[at + 1 : place]
        opening, short, ends, counts, nominals = _told_between(between)
        found = [f"Lk{what}{last}{noun}{opening}"]
    else:
        side, between = "R", codes[place + 1 : at]
        _, short, ends, counts, nominals = _told_between(between)
        found = [f"Rk{what}{last}{behind}", f"Rw{before}{between}{behind}"]
    head = side + what + noun
    found += (
        side + short,
        head + short,
        f"{head}p{ahead}",
        f"{head}{ahead}{behind}",
        side + counts,
        head + nominals,
        f"{side}a{ahead}{noun}{ends}",
        f"{side}{noun}x{further}",
    )
    return found


@lru_cache(maxsize=_KEPT)
def _told_between(between: str) -> tuple[str, str, str, str, str]:
    """What features tell of the codes between two places.

    Its first two codes without what is set aside; all of these shortened, and their ends; how many phrases, verbs and
    commas there are, and the phrases up to three.
    """
    bare = _ASIDE.sub("", between).replace("R", "").replace("A", "").replace("q", "")
    short = bare if len(bare) <= _LONGEST else bare[:2] + "~" + bare[-4:]
    nominals = len(between) - len(between.translate(_NO_NOMINALS))
    verbs = len(between) - len(between.translate(_NO_FINITE))
    counts = f"n{nominals}v{verbs}c{between.count(',')}"
    return bare[:2], "b" + short, f"b{bare[:1]}{bare[-1:]}", counts, f"n{min(nominals, 3)}"


def subject_verb_features(codes: str, place: int, at: int, verb: str, agreement: str) -> list[str]:
    """What the verb itself, in lower case, says of its subject, and how the two agree in number."""
    last = codes[place - 1 : place]
    if at < 0:
        return ["0" + verb, "0" + verb + last]
    if at < place:
        side, between = "L", codes[at + 1 : place]
    else:
        side, between = "R", codes[place + 1 : at]
    noun = codes[at]
    found = [agreement_feature(codes, place, at, agreement)]
    if len(between) < 3:
        found.append(side + verb + between)
        found.append(side + verb + noun)
    if side == "R":
        found.append("Rv" + verb + last)
    return found


def agreement_feature(codes: str, place: int, at: int, agreement: str) -> str:
    """How the verb at `place` and the phrase at `at` agree in number, whatever the verb."""
    return ("L" if at < place else "R") + codes[place] + codes[at] + agreement


def object_features(codes: str, place: int, at: int, passive: bool) -> list[str]:
    """What speaks for or against the phrase at `at` as the object of the verb at `place`; `at` -1 is none.

    It looks at the codes from two places before the two to three behind them.
    """
    what = codes[place] + ("p" if passive else "")
    if at < 0:
        after = codes[place + 1 : place + 4]
        return [f"0{what}", f"0{what}{after[:1]}", f"0{what}{after[:2]}", f"0{what}{after}"]
    side, between = ("R", codes[place + 1 : at]) if at > place else ("L", codes[at + 1 : place])
    noun, behind = codes[at], codes[at + 1 : at + 3]
    before = codes[place - 2 if place > 2 else 0 : place]
    head, opening = side + what + noun, between[:2]
    return [
        side + between[:_LONGEST],
        head + between[:_LONGEST],
        head + behind[:1],
        head + behind,
        f"{side}{noun}{opening}{behind[:1]}",
        head + before[-1:],
        head + before + opening,
    ]


def object_verb_features(codes: str, place: int, at: int, verb: str) -> list[str]:
    """What the verb itself, in lower case, says of its object."""
    if at < 0:
        return ["0" + verb, "0" + verb + codes[place + 1 : place + 2]]
    side, between = ("R", codes[place + 1 : at]) if at > place else ("L", codes[at + 1 : place])
    return [side + verb + between[:2], side + verb + codes[at]]


class Attachment:
    """The weights of one lexicon."""

    def __init__(
        self, subjects: Weights, subject_verbs: frozenset[str], objects: Weights, object_verbs: frozenset[str]
    ) -> None:
        self._subjects = subjects
        self._objects = objects
        self._subject_verbs = subject_verbs
        self._object_verbs = object_verbs
        self._no_subject = lru_cache(maxsize=_KEPT)(self._weigh_none)

    def subject(
        self, codes: str, place: int, verb: str, agreement: Callable[[int], str] | None, floor: bool = True
    ) -> int:
        """The place of the subject of the verb at a place, or -1; without `floor` somebody, however unlikely.

        `agreement` tells of the phrase at a place how it and the verb agree in number; None where the verb tells none.
        """
        get, known = self._subjects.get, verb in self._subject_verbs
        chosen, most = -1, _LEAST
        if floor:
            first = place - 3 if place > 3 else 0
            most = self._no_subject(codes[first : place + 2], place - first)
            if known:
                most += sum(map(get, subject_verb_features(codes, place, -1, verb, ""), _ZEROS))
        for at in subject_candidates(codes, place):
            features = subject_features(codes, place, at)
            agreed = agreement(at) if agreement is not None else ""
            if known:
                features += subject_verb_features(codes, place, at, verb, agreed)
            else:
                features.append(agreement_feature(codes, place, at, agreed))
            total = sum(map(get, features, _ZEROS))
            if total > most:
                chosen, most = at, total
        return chosen

    def object(self, codes: str, place: int, verb: str, passive: bool) -> int:
        """The place of the object of the verb at a place, or -1 where nothing is likelier than none."""
        get, known = self._objects.get, verb in self._object_verbs
        chosen, most = -1, _LEAST
        for at in (-1, *object_candidates(codes, place)):
            features = object_features(codes, place, at, passive)
            if known:
                features += object_verb_features(codes, place, at, verb)
            total = sum(map(get, features, _ZEROS))
            if total > most:
                chosen, most = at, total
        return chosen

    def _weigh_none(self, codes: str, place: int) -> int:
        return sum(map(self._subjects.get, subject_features(codes, place, -1), _ZEROS))


def _verbs(weights: Weights) -> frozenset[str]:
    """All verbs that have a feature of their own, and some more: which letters at its end are codes is not told."""
    found = set()
    for feature in weights:
        verb = feature[1:]
        while verb and (verb not in found):
            found.add(verb)
            if verb[-1] not in _CODES:
                break
            verb = verb[:-1]
    return frozenset(found)


@lru_cache(maxsize=4)
def attachment_of(lexicon: Lexicon) -> Attachment:
    """The weights of a lexicon."""
    subjects, objects = _fitted(lexicon)
    return Attachment(*subjects, *objects)


@derived
def _fitted(lexicon: Lexicon) -> list[tuple[dict[str, int], frozenset[str]]]:
    """The features of subjects and of objects with what each weighs, and the verbs that have some of their own.

    In the lexicon: “weight: feature feature …”.
    """
    fitted = [_weights(lexicon.values(name)) for name in ("subject-weights", "object-weights")]
    return [(weights, _verbs(weights)) for weights in fitted]


def _weights(by_weight: Mapping[object, str]) -> dict[str, int]:
    return {feature: int(str(weight)) for weight, features in by_weight.items() for feature in features.split()}


def codes_of(row: Sequence[Constituent]) -> str:
    """The codes of a row as one string, a character a constituent."""
    return "".join([constituent.code for constituent in row])
