"""Appositions: which phrase says again, in other words, what a phrase before it names.

Each phrase that stands right behind another, or behind a comma, dash, bracket or colon, chooses among the few phrases
before it, and none; each candidate is scored by the weights of its features, which are fitted (lab/fit_appositions.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from factlint.language.attachment import NOMINAL
from factlint.language.constituents import Constituent
from factlint.language.constructions import Description, ages, behind, described
from factlint.language.phrases import Chunk
from factlint.lexicon import Lexicon, derived
from factlint.record import NamedTuple

#: Of the place of each phrase in apposition the place of the phrase that it explains.
Pairs = Mapping[int, int]
Describe = Callable[[Chunk], Description]
Telling = Callable[[int], Description]

_LATER = frozenset("NXTO")
_MARKS = frozenset(",-(;")
_PASSED = frozenset("YRAq")
# Beyond these no candidate is looked for: a finite verb, the end of a sentence.
_WALLS = frozenset("FVB.")
_FARTHEST = 18
_MOST = 5
_LONGEST = 5
#: What a candidate has to outweigh: on other documents than those of the fit F1 is best a quarter of a unit below even.
NONE = -2
# Kinds that the coarser features do not tell apart: names, numbers, things.
_COARSE = dict(zip("PLIXpg#Y9otq", "xxxxpg###otq", strict=True))
# Codes behind a pair that come to the same: a verb, a participle, a phrase, a mark that ends the clause.
_ALIKE = dict(zip("FBVDEGINXTOHMYAS", "VVVDDDDNNNNNNNDW", strict=True))
_ENDS = dict.fromkeys(";).-(", ".")
_LIST_BEHIND = re.compile(
    r",?[YRA]*[NXTO](P[YRA]*[NX])*,?C|(,[YRA]*[NXTO](P[YRA]*[NX])*)+,?C|,[YRA]*[NXTO],[YRA]*[NXTO],"
)
_LIST_BEFORE = re.compile(r"[NXTO],[YRA]*\Z|,[YRA]*\Z|C[YRA]*\Z")
# “After the match, …”: a phrase with a preposition that opens the sentence.
_OPENING = re.compile(r"[RAq]*P[PYRAqNXTC]*\Z")
# “It is said that in May, …”, “he sold, in one week, …”: one that opens a clause or stands between commas.
_PLACED = re.compile(r"[;SC,][RA]*P[YRAq]*[NXT]?\Z")

# What a clause begins behind, and its finite verbs.
_BOUND = re.compile("[;.(S-]")
_FINITE = re.compile("[FVB]")


class _Around(NamedTuple):
    """What the codes of a sentence tell of a candidate.

    short: the codes between the two, what is set aside or passed over left out, cut where they are many.
    phrases: how many phrases stand between.
    close: what follows the later phrase with all that hangs on it, and behind a comma what follows that.
    listed: l where a list goes on behind, b where one stands before.
    before: what stands before the earlier phrase.
    """

    short: str
    phrases: int
    close: str
    listed: str
    before: str


def find_pairs(
    row: Sequence[Constituent],
    codes: str,
    chunks: Sequence[Chunk],
    texts: Sequence[str],
    describe: Describe,
    weights: Mapping[str, int],
) -> Pairs:
    """Of each phrase that stands in apposition the phrase that it explains, as places in the row."""
    told = telling(row, chunks, describe)
    found = ages(codes, told)
    for later, candidates in candidates_of(row, codes, chunks, texts, told):
        if later in found:
            continue
        chosen, most = -1, NONE
        for earlier, features in candidates:
            total = sum([weights.get(feature, 0) for feature in features])
            if total > most:
                chosen, most = earlier, total
        if chosen >= 0:
            found[later] = chosen
    return found


def telling(row: Sequence[Constituent], chunks: Sequence[Chunk], describe: Describe) -> Telling:
    """A function that describes the phrase at a place of a row, each once."""
    kept: dict[int, Description] = {}

    def told(place: int) -> Description:
        if place not in kept:
            kept[place] = describe(chunks[row[place].place])
        return kept[place]

    return told


def candidates_of(
    row: Sequence[Constituent], codes: str, chunks: Sequence[Chunk], texts: Sequence[str], told: Telling
) -> Iterator[tuple[int, list[tuple[int, list[str]]]]]:
    """Each phrase that may be in apposition, with the phrases that it may explain and what speaks for each."""
    known: dict[int, int] | None = None
    for later, mark, places in _choices(codes):
        if not mark and _apart(chunks[row[places[0]].place], chunks[row[later].place], texts):
            continue
        if known is None:
            known = described(codes, told)
        two = told(later)
        found = []
        for number, earlier in enumerate(places):
            one = told(earlier)
            features = _features(codes, earlier, later, mark, number, one, two)
            features.append(mark + "o" + str(int(known.get(later) == earlier)) + str(int(later in known)))
            if two.letters:
                first, last = chunks[row[earlier].place], chunks[row[later].place]
                spelt = _spelt(two.letters, texts[first.first + (first.determiner is not None) : last.first])
                features += [f"{mark}a{spelt}", f"{mark}a{spelt}{number}"]
            found.append((earlier, features))
        yield later, found


def _apart(one: Chunk, two: Chunk, texts: Sequence[str]) -> bool:
    """Whether a word stands between two phrases that has no part in the row: “a guide to pruning”."""
    return any(text[0].isalnum() for text in texts[one.last : two.first])


def _choices(codes: str) -> Iterator[tuple[int, str, list[int]]]:
    """Each phrase that may be in apposition, the mark before it, and the places that it may explain, nearest first."""
    for later in range(1, len(codes)):
        if codes[later] not in _LATER:
            continue
        at = later - 1
        while at >= 0 and codes[at] in _PASSED:
            at -= 1
        if at < 0:
            continue
        if codes[at] in NOMINAL:
            mark = codes[at + 1 : later].replace("R", "").replace("A", "")[:2]
            yield later, mark, [at, *_governing(codes, at)]
        elif codes[at] in _MARKS and (places := _before(codes, at)):
            yield later, codes[at], places


def _governing(codes: str, at: int) -> list[int]:
    """The phrases on which one hangs, or with which it is joined: “the head of the firm Ann Roe”."""
    found: list[int] = []
    place = at - 1
    while place > 0 and len(found) < 2:
        while place > 0 and codes[place] in _PASSED:
            place -= 1
        if codes[place] not in "PC" or codes[place - 1] not in NOMINAL:
            break
        found.append(place - 1)
        place -= 2
    return found


def _before(codes: str, at: int) -> list[int]:
    """The phrases before a mark, nearest first; what stands in brackets is passed over."""
    found: list[int] = []
    place = at - 1
    stop = max(-1, at - _FARTHEST)
    while place > stop and len(found) < _MOST:
        code = codes[place]
        if code in _WALLS:
            break
        if code == ")":
            opening = codes.rfind("(", 0, place)
            if opening >= 0:
                place = opening
        elif code in NOMINAL:
            found.append(place)
        place -= 1
    return found


def _features(
    codes: str, earlier: int, later: int, mark: str, number: int, one: Description, two: Description
) -> list[str]:
    """What speaks for or against the phrase at `later` being in apposition to that at `earlier`."""
    start = max(0, earlier - 4)
    short, phrases, close, listed, before = _around(codes[start : later + 12], earlier - start, later - start)
    opening = "o" if _OPENING.match(codes, 0, earlier) else "p" if _PLACED.search(codes, 0, earlier) else ""
    said = "v" if _FINITE.search(_BOUND.split(codes[:earlier])[-1]) else ""
    here, there = codes[earlier], codes[later]
    pair = here + there
    k1, k2, d1, d2 = one.kind, two.kind, one.determiner[2:3], two.determiner[2:3]
    c1, c2 = _COARSE.get(k1, "n"), _COARSE.get(k2, "n")
    found = [
        mark + "A",
        f"{mark}B{c2}{'d' if d2 and d2 != 'd' else d2}{close[0]}{listed[:1]}",
        f"{mark}C{k1}{k2}{min(number, 2)}",
        f"{mark}D{k1}{k2}",
        f"{mark}E{phrases}",
        f"{mark}F{number}",
        f"{mark}G{pair}{d1}/{d2}",
        f"{mark}H{close}{listed[:1]}",
        f"{mark}I{c2}{d2}{two.length}",
        f"{mark}J{k2}{d2}",
        f"{mark}K{codes[earlier + 1]}{there}",
        f"{mark}L{codes[later : later + 3]}",
        f"{mark}M{before}{pair}",
        f"{mark}N{short}",
        f"{mark}O{opening}{close}{listed[:1]}",
        f"{mark}P{opening}{close}{pair}",
        f"{mark}Q{before}{d1}{pair}{d2}{said}",
    ]
    found += [f"{mark}R{there}{each}" for each in one.classes]
    found += [f"{mark}S{here}{each}" for each in two.classes]
    if one.tag == two.tag == "NOUN":
        shared = not one.classes.isdisjoint(two.classes)
        found += [
            f"{mark}T{one.plural:d}{two.plural:d}",
            f"{mark}U{one.lemma == two.lemma:d}{bool(d2):d}",
            f"{mark}V{shared:d}{d2}{close[0]}",
        ]
    elif one.tag == "NOUN":
        found.append(f"{mark}T{c1}{one.plural:d}{c2}{listed[:1]}")
    elif two.tag == "NOUN":
        found.append(f"{mark}T{c1}{c2}{two.plural:d}{listed[:1]}")
    return found


@lru_cache(maxsize=1 << 15)
def _around(codes: str, earlier: int, later: int) -> _Around:
    """What the codes from four places before the earlier phrase tell."""
    between = codes[earlier + 1 : later]
    if ")" in between and (opening := between.find("(")) >= 0:
        between = between[:opening] + between[between.rfind(")") + 1 :]
    between = "".join([code for code in between if code not in _PASSED])
    short = between if len(between) <= _LONGEST else between[:2] + "~" + between[-2:]
    end = behind(codes, later + 1)
    while codes[end : end + 1] in ("q", "R"):
        end += 1
    close = codes[end : end + 1] or "."
    close = _ENDS.get(close, _ALIKE.get(close, close))
    if close == ",":
        follows = codes[end + 1 : end + 2]
        close += _ALIKE.get(follows, follows)
    listed = "l" if _LIST_BEHIND.match(codes, end) else "-"
    left = codes[:earlier]
    if _LIST_BEFORE.search(left):
        listed += "b"
    last = left.rstrip("YRAq")[-1:]
    phrases = min(3, sum([code in NOMINAL for code in between]))
    return _Around(short, phrases, close, listed, _ALIKE.get(last, last))


def _spelt(letters: str, texts: Sequence[str]) -> str:
    """How initials go with words before them: m they are theirs, e with more before, f the first is, or n."""
    words = [text for text in texts if text[0].isalnum()]
    whole = "".join([word[0].lower() for word in words])
    capitals = "".join([word[0].lower() for word in words if word[0].isupper()])
    if letters == whole or capitals.startswith(letters):
        return "m"
    if whole.endswith(letters) or capitals.endswith(letters):
        return "e"
    return "f" if letters[0] in (whole[:1], capitals[:1]) else "n"


def without(codes: str, pairs: Pairs) -> list[int]:
    """The places of a row that are left when appositions between commas, dashes or brackets are passed over.

    “Its owner, Anna Lind, said” is then read as “Its owner said”.
    """
    gone: set[int] = set()
    for later in pairs:
        start = later - 1
        while start >= 0 and codes[start] in _PASSED:
            start -= 1
        if start < 0 or codes[start] not in ",-(":
            gone.add(later)
            continue
        end = behind(codes, later + 1)
        if codes[end : end + 1] in (",", "-", ")"):
            gone.update(range(start, end + 1))
        else:
            gone.update(range(start, end))
    return [place for place in range(len(codes)) if place not in gone]


@lru_cache(maxsize=4)
def apposition_weights(lexicon: Lexicon) -> Mapping[str, int]:
    """What each feature weighs; in the lexicon: “weight: feature feature …”."""
    return _fitted(lexicon)[0]


@derived
def _fitted(lexicon: Lexicon) -> list[dict[str, int]]:
    by_weight = lexicon.values("apposition-weights") if "apposition-weights" in lexicon else {}
    return [{feature: int(str(weight)) for weight, listed in by_weight.items() for feature in listed.split()}]
