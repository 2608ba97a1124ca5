"""Shared: “1,014 had waited for a year, a third of the total”: a share that is told of the figure before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import less, meet, middle, over
from factlint.relations.linkage import is_of_them
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.network.pairs import TITLES, Pair
from factlint.relations.network.sole import pairs_in, rows_of, sole
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, written
from factlint.relations.shares import (
    as_share,
    has_its_own_share,
    is_a_move,
    is_denied,
    is_of_others,
    is_of_something_else,
    is_of_the_two_before,
    is_share,
    measures,
)

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_BACK = 5  # sentences before a share in which its whole may be told
_LEAST = 3  # a whole smaller than this is told in other ways
_FAR = 14  # tokens between a share and the part that it is told of
_HEDGES = 3
_SOON = 2  # sentences from the only part of an article to a share that takes it up
_WIDEST = 2.6
_CLOSE = 1.9  # the same where nothing but their being alone ties the figures to it
_TIED_WIDEST = 12.0  # the same where the grammar ties the figures to it
_HANDFUL = 9  # wholes as small as this are told in other ways than by shares
_IN_PHRASE = 7  # tokens between a share and the whole that its phrase tells
_PASSED = ("duration", "temperature", "point", "speed")
_HALF = 0.5
_ONWARDS = (["ADJ"], ["ADV"], ["NOUN"], ["DET"])  # what follows a fraction that is of nothing told
_OTHERS = 0.04  # by which a share may be off that of all others
_ALL = Interval(1.0, 1.0)
_BREAKS = frozenset((",", ";", ":", "–", "—"))
_NARROW = 0.25  # of itself that a share leaves open which is told as nearly so large
_MARKS = frozenset((",", "(", "–", "—", "-"))


def find_shared(board: Board) -> Iterator[Asked]:
    """Every share that restates a figure of its sentence, with every whole that the figure may be a part of."""
    for claim in board.all:
        if not is_share(claim) or measures(board.facts, claim) or is_of_the_two_before(board.quantities, claim):
            continue
        part = None if (moves := _moves(board, claim)) else _part(board, claim)
        if part is not None and is_a_move(board.facts, part, claim):
            continue
        if moves:  # "one loaf in six was lighter": a comparison, but of those that were counted
            readings = [*_of_the_named(board, claim)] if claim.form == "ratio" else [*_of_them(board, claim)]
        elif part is not None:
            readings = [_ranked(board, claim, part, whole) for whole in _wholes(board, claim, part)]
        else:
            readings = [*_of_its_own(board, claim), *_taking_up(board, claim), *_of_the_named(board, claim)]
            if not _has_a_whole(board, claim) and not any(one.rank for one in readings):
                readings += _of_the_only(board, claim)
                if not any(one.rank for one in readings):
                    readings += _anywhere(board, claim)
        readings = [_unless_of_another(board, claim, one) for one in readings]
        if readings:
            tied = any(one.rank == TIED for one in readings)
            yield Asked(claim, "share", as_share(claim), only_best(readings), _TIED_WIDEST if tied else _WIDEST)


def _unless_of_another(board: Board, claim: Quantity, one: Ranked) -> Ranked:
    """A reading, one of chance where the share names another whole than that of the reading."""
    whole = one.reading.parts[-1]
    other = is_of_something_else(board.facts, claim, whole) or is_of_others(board.facts, claim, whole)
    other = other or has_its_own_share(board.quantities, whole, claim)
    return one._replace(rank=CHANCE) if other else one


def _has_a_whole(board: Board, claim: Quantity) -> bool:
    """Whether a share is of the noun that “of which” takes up: “a shirt of which one half is blue”."""
    before = board.lowers[max(0, claim.first - 2) : claim.first]
    return len(before) == 2 and before[0] in board.words("of-words") and before[1] in board.words("relative-pronouns")


def _of_the_only(board: Board, claim: Quantity) -> Iterator[Ranked]:
    """ "1.2 million of the 4 million bottles … “Losing 13 per cent of a harvest”": the only part of a whole told."""
    before = board.lowers[max(0, claim.first - _HEDGES) : claim.first]
    if _of_what(board.facts, claim) is None and board.words("turnout-nouns").isdisjoint(before):
        return
    rows = [q for q in board.counts if q.value > _HANDFUL and q.precision in ("exact", "about")]
    told = [(a, b) for a, b in pairwise(rows) if a.value != b.value]
    told = [(a, b) if a.value < b.value else (b, a) for a, b in told if a.sentence == b.sentence]
    found = [(part, whole) for part, whole in told if is_part_of(board, part, whole)]
    if len(found) != 1 or not 0 < claim.sentence - found[0][0].sentence <= _SOON:
        return
    part, whole = found[0]
    others = [q for q in board.all if is_share(q) and q.place != claim.place and abs(q.sentence - claim.sentence) <= 1]
    if not others and is_denied(board.facts, claim) == is_denied(board.facts, part):
        yield _reading(board, part, whole, BESIDE)


def _anywhere(board: Board, claim: Quantity) -> list[Ranked]:
    """ "Of the 1,030 tagged, 412 were seen … that two-thirds should come back": of the only part and its whole."""
    own = [q for q in board.rows.get(claim.sentence, ()) if q.dimension not in _PASSED and q.value > _HANDFUL]
    if own or _is_bound(claim) or claim.block in TITLES:
        return []
    if not board.words("other-times").isdisjoint(clause_words(board.facts, claim)):
        return []
    if board.lowers[claim.last : claim.last + 1] != [] and board.lowers[claim.last] in board.words("as-words"):
        return []  # "half as long again"
    opener = board.facts.language.tags[board.facts.sentences[claim.sentence].first]
    if opener == "ADP" or not _is_of_what_was_told(board, claim):
        return []  # "In the oldest year half did": of those alone
    others = [q for q in board.all if is_share(q) and q.place != claim.place and q.sentence == claim.sentence]
    if any(q.value != claim.value for q in others):
        return []
    row = rows_of(
        board, claim, lambda q: q.dimension in ("count", "none", "money") and q.precision in ("exact", "about")
    )
    told = [pair for pair in pairs_in(board, row) if _is_told_as_part(board, pair)]
    ordered = (sorted(pair[:2], key=_by_value) for pair in told)
    readings = [_reading(board, part, whole, BESIDE) for part, whole in ordered]
    if board.words("total-pointers").issuperset(board.lowers[claim.last + 1 : claim.last + 2]):  # "40 per cent of it"
        readings = [one for one in readings if 0 <= claim.sentence - one.reading.parts[0].sentence <= 1]
    shares = [as_share(q) for q in board.all if is_share(q) and q.place != claim.place]
    rests = [middle(less(_ALL, one.reading.computed)) for one in readings]
    if any(abs(rest - middle(as_share(claim))) <= _OTHERS for rest in rests):
        return []  # as many did not
    found = sole(board, claim, readings, as_share(claim), _CLOSE, slips=False)
    return [one for one in found if not any(meet(one.reading.computed, other) for other in shares)]  # of another


def _is_bound(claim: Quantity) -> bool:
    """Whether a share is told as over or under something, and not as nearly that."""
    wide = claim.span.high - claim.span.low > _NARROW * claim.span.high
    return claim.precision in ("over", "under") and wide


def _is_of_what_was_told(board: Board, claim: Quantity) -> bool:
    """Whether a share is of what the text counts: no turnout, “half joking”, “half the steel”."""
    before = board.lowers[max(0, claim.first - _HEDGES) : claim.first]
    if not board.words("turnout-nouns").isdisjoint(before):
        return False
    if board.words("of-words").issuperset(board.lowers[claim.last : claim.last + 1]):
        return _of_what(board.facts, claim) is not None
    behind = board.facts.language.tags[claim.last : claim.last + 1]
    halved = claim.value == _HALF and behind == ["VERB"]
    return claim.form != "fraction" or not (halved or behind in _ONWARDS)


def _is_told_as_part(board: Board, pair: Pair) -> bool:
    """Whether the smaller of two figures is told of the greater: “of them”, or right behind it with no noun."""
    part, whole = sorted(pair[:2], key=_by_value)
    if whole.value <= _HANDFUL or board.is_then(part) or board.is_then(whole):
        return False
    if is_part_of(board, part, whole):
        return True
    bare = part.noun is None or part.borrowed or part.noun == whole.noun
    follows = part.place == whole.place + 1 and part.sentence - whole.sentence <= 1
    return follows and bare and (part.unit is None or not whole.borrowed) and not is_share(part)


def _by_value(quantity: Quantity) -> float:
    return quantity.value


def _of_its_own(board: Board, claim: Quantity) -> Iterator[Ranked]:
    """ "A third of the 24 teachers, eight people, …", "91 per cent of the 1,800 seats, or 1,638": part behind whole."""
    of = board.words("of-words")
    whole = board.quantities.after(claim.last, _HEDGES)
    if board.lowers[claim.last : claim.last + 1] == [] or board.lowers[claim.last] not in of or whole is None:
        return
    following = [q for q in board.rows.get(claim.sentence, ()) if q.place > whole.place]
    part = following[0] if following else None
    if part is None or part.value > whole.value or not board.are_kin(part, whole) or is_share(whole):
        return
    between = board.lowers[whole.last : part.first]
    hedges = board.facts.lexicon.union("small-hedges", "restating-words")
    marks = [at for at, word in enumerate(between) if word in _MARKS]
    if marks and hedges.issuperset(between[marks[-1] + 1 :]) and not is_of_them(board.facts, part):
        yield _reading(board, part, whole, TIED if len(between) <= _FAR // 2 else BESIDE)


def _of_the_named(board: Board, claim: Quantity) -> Iterator[Ranked]:
    """ "One loaf in six was light … They bought 640 loaves. Eighty of them …": of the noun that the share names."""
    names = _named(board, claim)
    if not names:
        return
    found: list[tuple[Quantity, Quantity]] = []
    for whole in board.counts:
        if whole.unit or whole.borrowed or whole.noun not in names or whole.value <= _HANDFUL:
            continue
        near = board.near(whole.sentence, 1, _BACK)
        found += [(q, whole) for q in near if q.value < whole.value and not q.unit and is_part_of(board, q, whole)]
    rank = BESIDE if len({(part.value, whole.value) for part, whole in found}) == 1 else CHANCE
    for part, whole in found:
        if is_denied(board.facts, claim) == is_denied(board.facts, part):
            yield _reading(board, part, whole, rank)


def _named(board: Board, claim: Quantity) -> frozenset[str]:
    """The nouns that a share of all of something names: “one loaf in six”, “half the bells”, “a third of pupils”."""
    language = board.facts.language
    if claim.form == "ratio":
        return frozenset(language.lemmas[at] for at in range(claim.first, claim.last) if language.tags[at] == "NOUN")
    noun = _of_what(board.facts, claim)
    index = language.phrase_at(claim.last) if noun is None and claim.form == "fraction" else None
    if index is not None and language.phrases[index].plural and language.phrases[index].pronoun is None:
        noun = language.phrases[index].lemma
    return frozenset() if noun is None else frozenset((noun,))


def _of_them(board: Board, claim: Quantity) -> Iterator[Ranked]:
    """ "18,400 people, half of them under 15 … The 9,200 children …": a part that is told as known right after it."""
    behind = board.lowers[claim.last : claim.last + 2]
    if len(behind) < 2 or behind[0] not in board.words("of-words") or behind[1] not in board.words("relative-wholes"):
        return
    before = [q for q in board.rows.get(claim.sentence, ()) if q.last <= claim.first and q.dimension not in _PASSED]
    whole = before[-1] if before else None
    if whole is None or whole.value <= _HANDFUL:
        return
    following = [q for q in board.near(claim.sentence + 1, 0, 1) if q.dimension not in _PASSED]
    known = [q for q in following if board.lowers[q.first - 1] in board.words("definite-articles")]
    parts = [q for q in known if board.kin(q, whole) and q.value < whole.value and not q.borrowed]
    if len(parts) == 1 and (parts[0].people == whole.people or parts[0].unit):
        yield _reading(board, parts[0], whole, BESIDE)


def _taking_up(board: Board, claim: Quantity) -> Iterator[Ranked]:
    """ "That is one resident in two", “In other words, three out of four said no”: of the figures just told."""
    sentence = board.facts.sentences[claim.sentence]
    opening = board.lowers[sentence.first : claim.first]
    openers = board.facts.lexicon.phrases("restating-openers")
    opened = bool(opening) and any(tuple(opening[: len(p)]) == p for p in openers.get(opening[0], ()))
    if not opened or len(opening) > _FAR // 2:
        return
    row = [q for q in board.near(claim.sentence - 1, 0, 0) if q.dimension not in _PASSED]
    for at, one in enumerate(row):
        for two in row[at + 1 :]:
            small, large = (one, two) if one.value < two.value else (two, one)
            scored = board.words("to-words").issuperset(board.tokens_between(one, two))  # "by 120 votes to 80"
            alike = board.are_same(one, two) and one.dimension == two.dimension and not scored
            if small.value < large.value and alike:
                yield _reading(board, small, large, BESIDE)


def _moves(board: Board, claim: Quantity) -> bool:
    """Whether a share is told as a change, or compared with something, or is of a part of what was counted."""
    if board.quantities.claimed(claim, "gap") >= SURE:
        return True
    behind = board.lowers[claim.last : claim.last + 3]
    facts = board.facts
    if not facts.lexicon.words("comparatives").isdisjoint(behind[:2]):
        return True
    return len(behind) > 1 and behind[0] in board.words("of-words") and behind[1] in board.words("relative-wholes")


def _part(board: Board, claim: Quantity) -> Quantity | None:
    """The figure right before a share in its sentence, where a mark or “or” makes the share another word for it."""
    at = claim.first - 1
    hedges = board.facts.lexicon.union("small-hedges", "bound-words")
    for _ in range(_HEDGES):
        if at >= 0 and board.lowers[at] in hedges:
            at -= 1
    if at < 0 or (board.lowers[at] not in _MARKS and board.lowers[at] not in board.words("restating-words")):
        return None
    before = [q for q in board.rows.get(claim.sentence, ()) if q.last <= claim.first and q.dimension not in _PASSED]
    part = before[-1] if before else None
    if part is None or claim.first - part.last > _FAR:
        return None
    if any(is_share(q) for q in board.all[part.place + 1 : claim.place]):
        return None
    between = board.lowers[part.last : at]
    joiners = board.words("number-joiners") | board.words("contrast-joiners")
    if not joiners.isdisjoint(between) or any(mark in between for mark in (";", ":")):
        return None
    return part if _ends(board, claim) else None


def _ends(board: Board, claim: Quantity) -> bool:
    """Whether a share stands by itself: “, half, is from …”, “a third of the total”; not “a third came from abroad”."""
    behind = board.lowers[claim.last : claim.last + 2]
    if not behind or not behind[0][0].isalpha():
        return True
    return behind[0] in board.words("of-words") and behind[-1] not in board.words("partitive-pointers")


def _wholes(board: Board, claim: Quantity, part: Quantity) -> Iterator[Quantity]:
    for whole in board.near(claim.sentence, _BACK, 1):
        if whole.place == part.place or whole.value <= part.value or whole.value < _LEAST:
            continue
        if (board.are_kin(part, whole) and whole.dimension == part.dimension) or (
            {whole.dimension, part.dimension} == {"count", "none"} and board.are_kin(part, whole)
        ):
            yield whole


def _ranked(board: Board, claim: Quantity, part: Quantity, whole: Quantity) -> Ranked:
    return _reading(board, part, whole, _rank(board, claim, part, whole))


def _reading(board: Board, part: Quantity, whole: Quantity, rank: int) -> Ranked:
    share = over(part.span, whole.span) or Interval(0, 1)
    facts = board.facts
    result = written(facts.lexicon, 100 * part.value / whole.value) + "%"
    working = say(facts.lexicon, "share", one=facts.text(part), two=facts.text(whole), result=result)
    return Ranked(Reading(share, result, working, (part, whole)), rank)


def _rank(board: Board, claim: Quantity, part: Quantity, whole: Quantity) -> int:
    """Tied where the grammar makes one a part of the other; beside where nothing of its kind stands nearer."""
    if is_part_of(board, part, whole) or _is_whole_of(board, claim, whole):
        return TIED
    noun = _of_what(board.facts, claim)
    same = board.are_same(part, whole) and not whole.borrowed
    if noun is not None:
        subject = board.told_of(whole)
        named = whole.noun == noun or subject == noun or (whole.unit and noun in board.topics.of(whole.sentence))
        if subject == noun and same:
            return BESIDE
        pointed = noun in board.words("whole-nouns")
        if not named and not pointed:
            return CHANCE
        return BESIDE if same and _is_nearest(board, claim, part, whole) else CHANCE
    if board.is_then(whole):
        return CHANCE
    if not same or claim.sentence - whole.sentence > 3 or whole.sentence > claim.sentence:
        return CHANCE
    return BESIDE if _is_nearest(board, claim, part, whole) else CHANCE


def _is_whole_of(board: Board, claim: Quantity, whole: Quantity) -> bool:
    """Whether a share is of a whole by one phrase: “4 per cent of its workforce of 6,000”, “of its 6,000 staff”."""
    of = board.words("of-words")
    between = board.lowers[claim.last : whole.first]
    if whole.sentence != claim.sentence or not 0 < len(between) <= _IN_PHRASE or between[0] not in of:
        return False
    tags = board.facts.language.tags[claim.last : whole.first]
    return {"VERB", "AUX", "PUNCT", "NUM"}.isdisjoint(tags) and all(word[0].isalpha() for word in between)


def _is_nearest(board: Board, claim: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether no other figure of its sort that is greater than the part stands nearer before it."""
    between = [q for q in _wholes(board, claim, part) if whole.place < q.place < part.place]
    return whole.place < part.place and not any(board.are_same(part, q) for q in between)


def is_part_of(board: Board, part: Quantity, whole: Quantity) -> bool:
    """Whether the text makes one a part of the other: “18 of the 72 flats”, “of the 72 flats 18”, “of these, 18”."""
    of = board.words("of-words")
    lowers = board.lowers
    if part.sentence == whole.sentence:
        between = board.tokens_between(part, whole)
        if part.place < whole.place:
            joined = between[:1] != [] and between[0] in of and len(between) <= 5
            return part.place + 1 == whole.place and joined and "," not in between  # "1,250 of them, down from 2,000"
        first = board.facts.sentences[whole.sentence].first
        opens = [at for at in range(max(first, whole.first - 4), whole.first) if lowers[at] in of]
        breaks = _BREAKS | board.words("and-words") | board.words("source-that-words")
        return part.place == whole.place + 1 and any(at == first or lowers[at - 1] in breaks for at in opens)
    if part.place < whole.place or part.sentence - whole.sentence > _BACK:
        return False
    pointers = board.words("partitive-pointers")
    first = board.facts.sentences[part.sentence].first
    behind = lowers[part.last : part.last + 2]
    opened = lowers[first : first + 2]
    pointed = any(
        len(pair) == 2
        and pair[0] in of | board.words("whole-openers")
        and pair[1] in pointers | board.words("total-pointers")
        for pair in (behind, opened)
    )
    if not pointed or not board.are_same(part, whole):
        return False
    since = [q for q in board.all[whole.place + 1 : part.place] if q.value > part.value and q in board.able]
    if part.borrowed and any(q.noun == part.noun != whole.noun and not q.borrowed for q in since):
        return False  # "80 stalls … The 60 tenants … Of those, 52"
    since = [q for q in since if board.are_kin(q, whole) and not board.is_then(q)]
    return not any(_outdoes(board, q, whole, part) for q in since)


def _outdoes(board: Board, other: Quantity, whole: Quantity, part: Quantity) -> bool:
    """Whether a figure between a whole and its part is as likely to be the whole."""
    if other.noun is None or other.borrowed:
        return other.noun == part.noun and not other.borrowed
    return board.are_same(other, whole)


def _of_what(facts: Analysis, claim: Quantity) -> str | None:
    """The noun of what a share is told to be of, in dictionary form."""
    at = claim.last
    at += facts.tokens.lowers[at : at + 1] == [","]  # "27 million, or 50%, of the UK"
    if at + 1 >= len(facts.tokens.lowers) or facts.tokens.lowers[at] not in facts.lexicon.words("of-words"):
        return None
    index = facts.language.phrase_at(at + 1)
    if index is None:
        return None
    phrase = facts.language.phrases[index]
    return phrase.pronoun if phrase.pronoun is not None else phrase.lemma
