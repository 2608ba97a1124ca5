"""Resumed subjects: what a sentence opens with is the subject of its main verb, past all that qualifies it.

“A driver who stole 41 bullocks was sent …”, “A landlord fined £18,000 for letting flats has lost …”: the nearest phrase
and the nearest verb are not the ones that belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factlint.language.attachment import NOMINAL

_FINITE = frozenset("FVDB")
_SURELY_FINITE = frozenset("FVB")
#: What may stand before the phrase that opens a sentence: nothing but adverbs and marks of quotation.
_BEFORE = "RYq"
_FARTHEST = 30  # constituents from the opening phrase to its verb
_JOINING = frozenset("CS")
_HANGING = frozenset("PNXTARYMq")
#: A relative clause right behind the opening phrase, or behind what hangs on it: “the brakes of a wagon that …”.
_RELATIVE = re.compile("(?:P[RAY]*N){0,2},?W")

#: A clause with a subject of its own right behind the opening phrase: “the house where he was born”, “whom he met”.
_EMBEDDED = re.compile("(?:P[RAY]*N){0,2}[SW][RAYq]*[NXHO]")


def resume(codes: str, verbs: Sequence[int], subjects: dict[int, int]) -> None:
    """Gives the opening phrase of a sentence its main verb, in place, where a clause of its own has come between."""
    opening = len(codes) - len(codes.lstrip(_BEFORE))
    if codes[opening : opening + 1] not in NOMINAL or codes[opening : opening + 1] in ("W", ""):
        return
    taken = [at for at in verbs if subjects[at] == opening]
    relative = _RELATIVE.match(codes, opening + 1)
    embedded = _EMBEDDED.match(codes, opening + 1)
    if not taken and embedded is not None:
        main = _past_embedded(codes, embedded.end() - 1, verbs, subjects)
    elif codes[opening] == "T":
        return
    elif not taken and relative is not None:
        main = _past_relative(codes, relative.end() - 1, verbs, subjects)
    elif taken == [opening + 1] and codes[opening : opening + 2] == "ND":
        main = _past_participle(codes, opening + 1, verbs, subjects)
    else:
        return
    if main >= 0:
        for at in taken:
            subjects[at] = -1
        subjects[main] = opening


def _past_embedded(codes: str, inner: int, verbs: Sequence[int], subjects: dict[int, int]) -> int:
    """The verb behind the one that has the inner subject, with nothing but what hangs on that one between, or -1."""
    own = next((at for at in verbs if at > inner and codes[at] in _FINITE), None)
    if own is None or subjects[own] != inner:
        return -1
    main = next((at for at in verbs if at > own and codes[at] in _SURELY_FINITE), None)
    if main is None or subjects[main] not in (inner, -1) or not set(codes[own + 1 : main]) <= _HANGING:
        return -1
    return main


def _past_relative(codes: str, relative: int, verbs: Sequence[int], subjects: dict[int, int]) -> int:
    """The first verb behind a relative clause that may be the main one, or -1."""
    own = next((at for at in verbs if at > relative and codes[at] in _FINITE), None)
    if own is None:
        return -1
    later = [at for at in verbs if own < at < relative + _FARTHEST and codes[at] in _FINITE]
    free = [at for at in later if _is_free(codes, at, own, subjects[at])]
    if not free and len(later) == 1 and codes[later[0]] == "D" and subjects[later[0]] < 0:
        # “The chairman, who died in May, thanked the builders”: no other verb is left for the sentence.
        taking = codes[relative - 1] == "," or codes[later[0] + 1 : later[0] + 2] in NOMINAL
        free = later if taking and codes[: later[0]].rstrip("RA").endswith(",") else []
    return next(iter(free), -1)


def _is_free(codes: str, at: int, own: int, subject: int) -> bool:
    """Whether a verb has no subject, or one that may as well be the object of the verb of the relative clause."""
    joined = codes[:at].rstrip("RAq")[-1:] in _JOINING
    if joined:
        return False
    if subject < 0:
        return codes[at] in _SURELY_FINITE
    if subject > at:
        return codes[at - 1] == ","  # “Roe, 54, who grows leeks, received the cup from …”
    between = set(codes[own + 1 : subject])
    return own < subject < at and codes[subject] not in "HW" and not between & set("S,W")


def _past_participle(codes: str, participle: int, verbs: Sequence[int], subjects: dict[int, int]) -> int:
    """The verb that is surely finite behind a participle, without a subject of its own, or -1."""
    for at in verbs:
        if participle < at < participle + _FARTHEST and codes[at] == "F" and subjects[at] < 0:
            near = codes[:at].rstrip("RAq")[-1:]
            return at if near not in _JOINING and near != "," else -1
    return -1
