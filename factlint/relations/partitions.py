"""Partitions: a whole against the parts that it is said to fall into, in its own sentence or in those after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.cues import are_some
from factlint.relations.intervals import meet, total
from factlint.relations.kinship import KIN, SAME, STRANGE, kinship
from factlint.relations.linkage import is_of_them
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Link, Reading, held, sum_of, written
from factlint.relations.slips import Slip, is_slip, slip_of, telling

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_ON = 4  # sentences behind a whole over which its parts may be told
_MOST = 7  # parts of one whole
_WIDEST = 40  # figures of one sentence that are looked at
_FEWEST = 5  # wholes smaller than this are told in other ways
_NEAR = 0.16  # how far parts that are listed with their whole may miss it, of the whole
_OVER = 0.35  # how far parts that are told apart may come to more than there were
_TELLING = 3  # significant digits of a whole from which a likeness of digits ties parts to it
_KINDS = 3
_NO_SLIP = Slip("power", 0)
_ITEM = 6  # tokens of one item of a list behind its number
_PLAIN = ("words", "digits")
_COMMAS = frozenset(",;(–—")
_OPENED = frozenset("([")
_AROUND = 9  # figures around a whole of which every choice is tried for support


class Split(NamedTuple):
    """The parts of one whole, and what ties them to it.

    parts: in order of place.
    tie: listed (right behind it), all (told to be all of it), some (“of them”: there may be others), kinds (of its
        kinds, in one list) or near (nothing but their place).
    """

    parts: tuple[Quantity, ...]
    tie: str


def find_partitions(quantities: Quantities) -> Iterator[Relation]:
    """ "It employs 4,200, of whom 3,100 …and 1,300 …"; "16 flights, 10 arrivals and eight departures"."""
    if len(quantities.all) < 3:
        return
    facts = quantities.facts
    rows: dict[int, list[Quantity]] = {}
    for quantity in quantities.all:
        rows.setdefault(quantity.sentence, []).append(quantity)
    for whole in quantities.all:
        if not _is_whole(quantities, whole):
            continue
        splits = list(_splits(quantities, whole, rows))
        if not splits or any(_fills(whole, one.parts) for one in splits):
            continue
        split = next((one for one in splits if _is_wrong(quantities, whole, one)), None)
        if split is None or _is_supported(quantities, whole, split) or _goes_on_to_a_rest(quantities, split.parts[-1]):
            continue
        added = sum(part.value for part in split.parts)
        summed = total(p.span for p in split.parts) if whole.dimension != "share" else Interval(added, added)
        result = written(facts.lexicon, added, whole)
        working = say(facts.lexicon, "same", one=sum_of(facts, split.parts), result=result)
        link: Link = "middling" if split.tie in ("near", "some", "kinds") else "strong"
        yield from held(facts, whole, "parts", [Reading(summed, result, working, split.parts)], (), link)


def _goes_on_to_a_rest(quantities: Quantities, last: Quantity) -> bool:
    """Whether the next figure is told as what is left, which is asked by itself: “Six …, four …. The other three”."""
    behind = next(iter(quantities.all[last.place + 1 : last.place + 2]), None)
    near = behind is not None and behind.sentence - last.sentence <= 1 and behind.unit == last.unit
    return behind is not None and near and quantities.claimed(behind, "rest") >= SURE


def _fills(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts come to their whole; per cents are told to the last one, and out by one where all are rounded."""
    if whole.dimension == "share":
        return abs(sum(part.value for part in parts) - whole.value) <= 1
    return meet(total(part.span for part in parts), whole.span)


def _is_whole(quantities: Quantities, whole: Quantity) -> bool:
    if not countable(whole) or whole.value < _FEWEST or whole.precision in ("over", "under"):
        return False
    if whole.claim == "score" or whole.form == "prefix" or whole.dimension in ("point", "temperature"):
        return False
    if whole.dimension == "duration" and quantities.claimed(whole, "sum") < SURE:
        return False
    if whole.first and quantities.facts.tokens.lowers[whole.first - 1] in _OPENED:
        return False  # "loss (211 households), breakage (164) and goats (27)"
    if _is_one_of_a_row(quantities, whole):
        return False
    if whole.dimension == "share":
        return quantities.claimed(whole, "gap") >= SURE
    return not whole.borrowed and (whole.unit is not None or whole.noun is not None)


def _is_one_of_a_row(quantities: Quantities, whole: Quantity) -> bool:
    """Whether only a comma parts a count from one told before it: “178 bulls, 163 heifers, 92 cows and …”."""
    facts = quantities.facts
    before = quantities.before(whole.first - 1, _ITEM)
    if before is None or before.unit or before.sentence != whole.sentence or before.noun is None:
        return False
    index = facts.language.phrase_at(before.last - 1)
    return index is not None and facts.tokens.lowers[facts.language.phrases[index].last : whole.first] == [","]


def _splits(quantities: Quantities, whole: Quantity, rows: Mapping[int, Sequence[Quantity]]) -> Iterator[Split]:
    """Every run of figures behind a whole that may be its parts, with what ties them to it."""
    facts = quantities.facts
    beside = rows[whole.sentence]
    behind = bisect_right(beside, whole.place, key=lambda q: q.place)
    own = beside[behind : behind + _WIDEST]
    parts = _parts(quantities, own, whole)
    if len(parts) > 1:
        yield Split(tuple(parts), _tie(quantities, whole, parts, own))
        return
    paragraph = facts.sentences[whole.sentence].paragraph
    parts = []
    for number in range(whole.sentence + 1, min(whole.sentence + 1 + _ON, len(facts.sentences))):
        sentence = facts.sentences[number]
        if sentence.paragraph > paragraph + 2 or sentence.kind in ("headline", "caption", "heading"):
            return
        if parts and facts.sentences[parts[0].sentence].paragraph != sentence.paragraph:
            return
        row = rows.get(number, ())[:_WIDEST]
        parts += _parts(quantities, row, whole)
        if 1 < len(parts) <= _MOST:
            yield Split(tuple(parts), _tie(quantities, whole, parts, row))


def _parts(quantities: Quantities, row: Sequence[Quantity], whole: Quantity) -> list[Quantity]:
    """Those of a row that may be parts of a whole: behind “of which” where that is said, and of its noun if any is."""
    facts = quantities.facts
    opening = _opening(facts, row, whole)
    row = [q for q in row if q.first >= opening]
    found = [q for q in row if _is_part(quantities, q, whole)]
    if any(is_of_them(facts, q) for q in found[1:]):
        return []  # "There are 26 of them, 19 of them women": a part of a part
    named = [q for q in found if q.noun == whole.noun and not q.borrowed]
    return [q for q in found if kinship(facts, q, whole) == SAME] if len(named) > 1 else found


def _opening(facts: Analysis, row: Sequence[Quantity], whole: Quantity) -> int:
    """The token behind “of which” or the like between a whole and the last figure of a row, or the row's first."""
    if not row:
        return 0
    words, lowers = facts.lexicon.words, facts.tokens.lowers
    of, pointers = words("of-words"), words("partitive-pointers")
    first = whole.last if row[0].sentence == whole.sentence else facts.sentences[row[0].sentence].first
    for at in range(first, row[-1].first - 1):
        if lowers[at] in of and lowers[at + 1] in pointers and lowers[at - 1] in _COMMAS:
            return at + 2
    return 0


def _is_part(quantities: Quantities, part: Quantity, whole: Quantity) -> bool:
    if not countable(part) or part.value >= whole.value or part.claim == "score" or part.form == "prefix":
        return False
    if (
        _is_for_each(quantities.facts, part)
        or part.in_quote != whole.in_quote
        or kinship(quantities.facts, part, whole) == STRANGE
        or part.value <= 0
    ):
        return False
    moved = quantities.claimed(part, "gap") >= SURE and not is_of_them(quantities.facts, part)
    return not moved and quantities.claimed(part, "mean") < SURE


def _is_for_each(facts: Analysis, part: Quantity) -> bool:
    """ "£4,000 on each of two counts": told of each, so that it counts more than once."""
    behind = facts.tokens.lowers[part.last : part.last + 2]
    return not facts.lexicon.words("everybody-words").isdisjoint(behind)


# ------------------------------------------------------------------------------------------------------- what ties


def _are_counted(facts: Analysis, parts: Sequence[Quantity], row: Sequence[Quantity]) -> bool:
    """ "split among three buildings: 94 to Lincoln, 71 to Parkview and 51 to Garfield"."""
    before = [q for q in row if q.place < parts[0].place and q.sentence == parts[0].sentence]
    if not before or before[-1].unit or before[-1].value != len(parts):
        return False
    return not facts.lexicon.words("list-marks").isdisjoint(facts.tokens.lowers[before[-1].last : parts[0].first])


def _is_of_another_act(quantities: Quantities, whole: Quantity, part: Quantity) -> bool:
    """Whether a part was lost or gained of something else, or at another time: “won 48 seats. Last year it lost 21”."""
    facts = quantities.facts
    if are_some(facts, facts.sentences[part.sentence].first, part.first, "year-before"):
        return True
    moved = quantities.claimed(part, "gap") > quantities.claimed(whole, "gap") == 0
    return moved and not is_of_them(facts, part)


def _are_of_a_group(quantities: Quantities, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a whole is told of as many as there are parts, each of which has a subject of its own.

    “The three sisters made 480 … Ann made 210, Beth 150 and Carol 100”; “31 sheep on three farms. Hill Farm lost 12 …”.
    """
    facts, together = quantities.facts, quantities.claimed(whole, "sum") >= SURE
    beside = [q for q in quantities.near(whole, 0, 0) if not q.unit and not q.borrowed and q.form in _PLAIN]
    if parts[0].sentence == whole.sentence or not any(q.value == len(parts) for q in beside):
        return False
    if len(parts) < _KINDS and not together:
        return False
    names = [_name_beside(facts, part) for part in parts]
    return None not in names and len({*names}) == len(parts)


def _name_beside(facts: Analysis, part: Quantity) -> str | None:
    """The name with which a part stands in its stretch between marks: “Hill Farm lost 12”, “another 9 at Lea Farm”."""
    tokens, tags, sentence = facts.tokens, facts.language.tags, facts.sentences[part.sentence]
    first, last = part.first, part.last
    joiners = facts.lexicon.words("number-joiners") | _COMMAS
    while first > sentence.first and tokens.lowers[first - 1] not in joiners:
        first -= 1
    while last < sentence.last and tokens.lowers[last] not in joiners:
        last += 1
    ordinals = facts.lexicon.table("ordinals")
    named = [at for at in range(first, last) if tags[at] == "PROPN" or tokens.texts[at].istitle()]
    named = named or [at for at in range(first, last) if tokens.lowers[at] in ordinals]  # "the second 24"
    names = [tokens.lowers[at] for at in named]
    return " ".join(names[:2]) if names else None


def _tie(quantities: Quantities, whole: Quantity, parts: Sequence[Quantity], row: Sequence[Quantity]) -> str:
    """What ties parts to a whole; `row` are all figures of the last sentence in which they stand."""
    facts = quantities.facts
    words = facts.lexicon.words
    lowers = facts.tokens.lowers
    first, sentence = parts[0], facts.sentences[parts[0].sentence]
    opening = lowers[whole.last if first.sentence == whole.sentence else sentence.first : first.first]
    if are_some(facts, sentence.first, parts[-1].last) or not words("sum-breakers").isdisjoint(opening):
        return "none"
    if first.sentence != whole.sentence and _is_of_another_act(quantities, whole, first):
        return "none"
    if _are_counted(facts, parts, row) or _are_of_a_group(quantities, whole, parts):
        return "all"
    if _takes_sides(quantities, parts) or _is_composed(facts, whole, parts):
        return "all"
    if quantities.claimed(parts[-1], "rest"):
        return "none"  # what is left over is asked of by itself
    if opening and opening[-1] in words("list-marks") and first.sentence == whole.sentence:
        return "listed"
    if _is_listed(quantities, whole, parts):
        return "listed"
    partitive = [at for at, word in enumerate(opening) if word in words("of-words")]
    for at in partitive:
        if opening[at + 1 : at + 2] and opening[at + 1] in words("partitive-pointers"):
            return "some"
    if opening and opening[0] in words("whole-openers"):
        return "some"
    after = lowers[first.last : first.last + 2]
    if len(after) == 2 and after[0] in words("of-words") and after[1] in words("partitive-pointers"):
        return "some"
    follows = first.sentence == whole.sentence + 1
    if follows and opening and opening[0] in words("all-determiners") and not words("list-marks").isdisjoint(opening):
        return "some"  # “All were saved: 148 by lifeboat, …”, also where a paragraph begins
    if first.sentence != whole.sentence and first.paragraph == whole.paragraph:
        return "kinds" if _are_kinds(facts, whole, parts, row) else "near"
    return "none"


def _are_kinds(facts: Analysis, whole: Quantity, parts: Sequence[Quantity], row: Sequence[Quantity]) -> bool:
    """Whether the next sentence tells of kinds or places of what is counted, three or more, and has no other number.

    “94 homes. There will be 30 flats, 42 houses and 12 bungalows”; “32 fires. They fought eight on Friday, ten on …”.
    """
    if len(parts) < _KINDS or len(row) != len(parts) or whole.unit or parts[0].sentence != whole.sentence + 1:
        return False
    if any(kinship(facts, part, whole) == STRANGE for part in parts):
        return False
    if any(not part.borrowed and part.noun == whole.noun for part in parts[1:]):
        return False  # “30 homes in May, 20 homes …” may be of another year each
    lowers, joiners = facts.tokens.lowers, facts.lexicon.words("number-joiners") | {","}
    return all(
        not joiners.isdisjoint(lowers[one.last : two.first])
        and {"VERB", "AUX"}.isdisjoint(facts.language.tags[one.last : two.first])
        for one, two in pairwise(parts)
    )


def _is_composed(facts: Analysis, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether words before the first part say that all of them follow: “was made up of”, “will be split among”."""
    sentence = facts.sentences[parts[0].sentence]
    first = whole.last if whole.sentence == parts[0].sentence else sentence.first
    lowers, phrases = facts.tokens.lowers, facts.lexicon.phrases("composing-phrases")
    return any(
        tuple(lowers[at : at + len(phrase)]) == phrase
        for at in range(first, parts[0].first)
        for phrase in phrases.get(lowers[at], ())
    )


def _takes_sides(quantities: Quantities, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are votes on either side: “backed … opposed … stayed away”."""
    answers, lowers = quantities.facts.lexicon.table("answer-words"), quantities.facts.tokens.lowers
    sides = {answers[word] for part in parts for word in lowers[part.last : part.last + 4] if word in answers}
    return {"for", "against"} <= sides


def _is_listed(quantities: Quantities, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether nothing but commas and a joiner parts a whole and its parts: “16 flights, 10 arrivals and eight …”."""
    facts = quantities.facts
    language, joiners = facts.language, facts.lexicon.words("number-joiners") | {","}
    indices = [language.phrase_at(q.last - 1) for q in (whole, *parts)]
    if None in indices or parts[0].sentence != whole.sentence or whole.unit or parts[0].noun == whole.noun:
        return False
    phrases = [language.phrases[index] for index in indices if index is not None]
    gaps = [facts.tokens.lowers[a.last : b.first] for a, b in pairwise(phrases)]
    behind = quantities.after(phrases[-1].last, _ITEM)
    if behind is not None and joiners.issuperset(facts.tokens.lowers[phrases[-1].last : behind.first]):
        return False  # "14 Independents, nine Labour members and four Greens": the list goes on
    return gaps[0] == [","] and all(gap and joiners.issuperset(gap) for gap in gaps)


# ------------------------------------------------------------------------------------------------------- the verdict


def _is_wrong(quantities: Quantities, whole: Quantity, split: Split) -> bool:
    """Whether parts that miss their whole were meant to make it up."""
    added = sum(part.value for part in split.parts)
    off = (added - whole.value) / whole.value
    slip = is_slip(whole.value, added) and telling(max(whole.value, added)) >= _TELLING and -0.5 < off < 1
    few = abs(added - whole.value) <= 2
    match split.tie:
        case "all":
            return -0.5 < off < 0.6
        case "listed":
            return abs(off) <= _NEAR or slip
        case "some":
            return slip or (0 < off <= _OVER and (few or _are_parallel(quantities, split.parts)))
        case "kinds":
            return few or 0 < off <= _NEAR or (slip_of(whole.value, added) or _NO_SLIP).sort in ("swap", "digit")
        case "near":
            return slip and whole.value >= 100 and len(split.parts) > 1
    return False


def _are_parallel(quantities: Quantities, parts: Sequence[Quantity]) -> bool:
    """Whether parts are told in one breath, the later ones without a verb or noun of their own."""
    facts = quantities.facts
    if any(part.sentence != parts[0].sentence for part in parts):
        return False
    tags = facts.language.tags
    return all(part.noun is None or part.borrowed for part in parts[1:]) and all(
        not {"VERB", "AUX"} & set(tags[one.last : two.first]) for one, two in pairwise(parts[1:])
    )


def _is_supported(quantities: Quantities, whole: Quantity, split: Split) -> bool:
    """Whether any figures of its kind near a whole come to it, or its first part falls into the others itself."""
    facts = quantities.facts
    # “four of the six children, two girls and two boys”
    counted = whole.dimension != "share"
    listed = "VERB" not in facts.language.tags[split.parts[1].first : split.parts[-1].last + 1]
    others = total(part.span for part in split.parts[1:])
    if counted and listed and len(split.parts) > 2 and meet(others, split.parts[0].span):
        return True
    # “31 voted for it and 27 against; three were away”
    own = [q for q in quantities.near(whole, 0, 0) if q.place > split.parts[-1].place and not q.unit and countable(q)]
    if any(_fills(whole, (*split.parts, *own[:last])) for last in range(1, len(own) + 1)):
        return True
    able = [
        q
        for q in quantities.near(whole, 1, _ON)
        if countable(q)
        and q.value < whole.value
        and kinship(facts, q, whole) > (KIN if split.tie == "all" else STRANGE)
    ][:_AROUND]
    for size in range(2, len(able) + 1):
        for chosen in combinations(able, size):
            if _fills(whole, chosen):
                return True
    # "163 of 340 …; 121 …, and 56": the whole is a part itself
    summed = total((whole.span, *(part.span for part in split.parts)))
    return any(q.place < whole.place and countable(q) and meet(q.span, summed) for q in quantities.all)
