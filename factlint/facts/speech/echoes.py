"""Echoes: quotes that have the words of an earlier one, the same or nearly so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Echo, Stretch
from factlint.facts.speech.rewordings import find_rewordings
from factlint.read.article import DISPLAY_KINDS
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation, Quote, Speaker
    from factlint.tokens import Tokens

_SHINGLE = 2  # words in a row by which a twin is looked up
_SHORTEST = 5  # words of the shorter quote
_LONGEST = 400  # words that are compared
_LEAST_SHARE = 0.6  # of the shorter quote's words, in the same order
_NEARLY_ALL = 0.8  # of the shorter quote's words, be they scattered
_AT_EDGE = 3  # words that may differ at the beginning or end of both and still be a change
_BRIEF = (3, 8)  # words of a quote that is looked for word by word in others
_EDGED = 6  # words of one that has another first or last word than the quote that it may come from
_NOUNS = frozenset({"NOUN", "PROPN"})
_LINE = 15  # words of a line that heads what follows
_RARE = 6  # quotes that may share a shingle before it says nothing


class _Spoken(NamedTuple):
    """A quote with its words: the tokens that are letters or figures, and where they stand."""

    quote: Quote
    words: list[str]
    places: list[int]


def find_echoes(facts: Facts) -> tuple[Echo, ...]:
    """Each quote that repeats an earlier one, with the earlier that it is most like, in order."""
    spoken = [_spoken(facts, quote) for quote in facts.quotes if quote.words >= _SHORTEST and not _heads(facts, quote)]
    holders: dict[tuple[str, ...], list[int]] = {}
    found = []
    for place, later in enumerate(spoken):
        shared: dict[int, int] = {}
        for shingle in set(zip(*(later.words[step:] for step in range(_SHINGLE)), strict=False)):
            earlier = holders.get(shingle)
            if earlier is None:
                holders[shingle] = [place]
                continue
            for holder in earlier:
                shared[holder] = shared.get(holder, 0) + 1
            if len(earlier) < _RARE:
                earlier.append(place)
        for twin, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:2]:
            if (echo := _compare(facts, spoken[twin], later)) is not None:
                found.append(echo)
                break
    brief = [*but_one(facts), *_reworded(facts)]
    places = {echo.start for echo in brief if echo.but_one}
    found = [echo for echo in found if echo.start not in places] + [echo for echo in brief if echo.but_one]
    places = {echo.start for echo in found}
    found += [echo for echo in brief if echo.start not in places]
    return tuple(sorted(found, key=lambda echo: echo.start))


def _reworded(facts: Facts) -> Iterator[Echo]:
    """Each quote that says in other words what an earlier one says."""
    quotes = {(quote.start, quote.end): quote for quote in facts.quotes}
    for found in find_rewordings(facts):
        one, two = facts.quotations[found.earlier], facts.quotations[found.later]
        first, second = quotes.get((one.start, one.end)), quotes.get((two.start, two.end))
        if _one_noun(facts, found.here, found.there):
            continue
        inside = _owned_up(facts.tokens, found.here) or _owned_up(facts.tokens, found.there)
        if first is None or second is None or inside or _heads(facts, first) or _heads(facts, second):
            continue
        bent = facts.language.lemmas[found.here] == facts.language.lemmas[found.there]
        if bent and first.kind == second.kind == "direct":
            continue  # one verb in two tenses: who speaks at length says it twice
        yield Echo(
            two.start,
            two.end,
            Stretch(one.start, one.end),
            second.words,
            False,
            found.share,
            round(min(first.words, second.words) / max(first.words, second.words), 3),
            facts.tokens.texts[found.here],
            facts.tokens.texts[found.there],
            second.speaker,
            first.speaker,
            _same_speaker(second.speaker, first.speaker),
            "partial" if "partial" in (first.kind, second.kind) else "direct",
            one.paragraph == two.paragraph,
            False,
            False,
            True,
        )


def _one_noun(facts: Facts, here: int, there: int) -> bool:
    """Whether two tokens are one noun, of one and of several: “poison pill” measures, “poison pills”."""
    tags, lemmas = facts.language.tags, facts.language.lemmas
    return lemmas[here] == lemmas[there] and tags[here] in _NOUNS and tags[there] in _NOUNS


def but_one(facts: Facts) -> Iterator[Echo]:
    """Each brief quote that stands in another but for one word: “a disgusting sight”, “a disgraceful sight”.

    Quotes inside others count; the two share a content word, and nothing has the brief one as it is.
    """
    words = facts.lexicon.words("words-of-many-quotes")
    quotes = {(quote.start, quote.end): quote for quote in facts.quotes}
    marked = [
        (quotation, _words_of(facts, quotation))
        for quotation in facts.quotations
        if quotation.closing and not _heads(facts, quotation)
    ]
    rows = [(quotation, row) for quotation, row in marked if not _is_title(facts, row, words)]
    holders: dict[str, list[int]] = {}
    for place, (_, row) in enumerate(rows):
        for word in {word for _, word in row} - words:
            holders.setdefault(word, []).append(place)
    for place, (quotation, row) in enumerate(rows):
        if not _BRIEF[0] <= len(row) <= _BRIEF[1]:
            continue
        shared = {other for _, word in row for other in holders.get(word, ()) if other != place}
        apart = [at for at in sorted(shared) if not _overlap(rows[at][0], quotation)]
        near = [(at, hit) for at in apart for hit in (_window(row, rows[at][1], words),) if hit]
        if not near or any(differ is None for _, (differ, _) in near):
            continue
        other, (differ, at) = near[0]
        twin = rows[other][0]
        brief = len(rows[other][1]) <= _BRIEF[1]
        if (brief and other > place) or (not brief and len(row) == _BRIEF[0]):
            continue  # of two brief ones the later; three words may meet in a long one by chance
        if differ in (0, len(row) - 1) and len(row) < _EDGED:
            continue  # what begins or ends in another word may be said of something else
        here, there = row[differ or 0][0], rows[other][1][at][0]
        if _owned_up(facts.tokens, here) or _owned_up(facts.tokens, there) or _one_noun(facts, here, there):
            continue
        one, two = quotes.get((quotation.start, quotation.end)), quotes.get((twin.start, twin.end))
        yield Echo(
            quotation.start,
            quotation.end,
            Stretch(twin.start, twin.end),
            len(row),
            False,
            round(1 - 1 / len(row), 3),
            round(min(len(row), len(rows[other][1])) / max(len(row), len(rows[other][1])), 3),
            facts.tokens.texts[here],
            facts.tokens.texts[there],
            one.speaker if one else None,
            two.speaker if two else None,
            _same_speaker(one.speaker if one else None, two.speaker if two else None),
            "partial",
            quotation.paragraph == twin.paragraph,
            False,
            True,
        )


def _is_title(facts: Facts, row: list[tuple[int, str]], idle: frozenset[str]) -> bool:
    """Whether the telling words of a quotation have capitals, as those of a work's title do: “The Walking Dead”."""
    telling = [facts.tokens.texts[at] for at, word in row if word not in idle]
    return len(telling) > 1 and all(text[0].isupper() for text in telling)


def _owned_up(tokens: Tokens, at: int) -> bool:
    """Whether dots or square brackets beside a word own up to a change."""
    return any(mark[0] in "[]…" or mark.startswith("..") for mark in tokens.texts[max(0, at - 1) : at + 2])


def _overlap(one: Quotation, other: Quotation) -> bool:
    return one.start < other.end and other.start < one.end


def _words_of(facts: Facts, quotation: Quotation) -> list[tuple[int, str]]:
    """The words of a quotation, each with its token."""
    tokens = facts.tokens
    last = min(quotation.last, quotation.first + _LONGEST)
    return [(at, tokens.lowers[at]) for at in range(quotation.first, last) if tokens.texts[at][0].isalnum()]


def _window(
    row: list[tuple[int, str]], other: list[tuple[int, str]], idle: frozenset[str]
) -> tuple[int | None, int] | None:
    """Where a brief row stands in another but for one word: the place of that word in both; none for a whole match."""
    size, best = len(row), None
    for start in range(len(other) - size + 1):
        unlike = [at for at in range(size) if row[at][1] != other[start + at][1]]
        if not unlike:
            return None, start
        kept = any(row[at][1] not in idle for at in range(size) if at not in unlike)
        if len(unlike) == 1 and kept and best is None:
            best = unlike[0], start + unlike[0]
    return best


def _heads(facts: Facts, quote: Quote | Quotation) -> bool:
    """Whether a quote closes a short line without a stop, which heads what follows: “4.20pm: ‘The roof lifted’”."""
    block = facts.paragraphs[quote.paragraph]
    ends = block.last > block.first and facts.tokens.ends[block.last - 1] == quote.end
    bare = facts.tokens.text[quote.end - 2 : quote.end - 1].isalnum() and block.words <= _LINE
    return ends and bare and block.kind not in DISPLAY_KINDS


def _spoken(facts: Facts, quote: Quote) -> _Spoken:
    tokens = facts.tokens
    first, last = tokens.span(quote.start, quote.end)
    places = [at for at in range(first, last) if tokens.texts[at][0].isalnum()][:_LONGEST]
    return _Spoken(quote, [tokens.lowers[at] for at in places], places)


def _compare(facts: Facts, earlier: _Spoken, later: _Spoken) -> Echo | None:
    """The echo of one quote in another, None where they have too little in common."""
    short, long = sorted((earlier.words, later.words), key=len)
    among = set(long)
    if sum([word in among for word in short]) < _LEAST_SHARE * len(short):
        return None  # in whatever order they stand
    matcher = SequenceMatcher(None, earlier.words, later.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    common = sum(block.size for block in blocks)
    share = common / min(len(earlier.words), len(later.words))
    # Scattered small words in common are no echo: they stand in runs.
    if share < _LEAST_SHARE or (common < 2 * len(blocks) and share < _NEARLY_ALL):
        return None
    same = _same_speaker(earlier.quote.speaker, later.quote.speaker)
    if same is False and earlier.quote.block in DISPLAY_KINDS:
        same = None  # whose words a headline has is asked of the headline
    here, there = _difference(facts, earlier, later, blocks)
    kind = "direct" if earlier.quote.kind == later.quote.kind == "direct" else "partial"
    return Echo(
        later.quote.start,
        later.quote.end,
        Stretch(earlier.quote.start, earlier.quote.end),
        later.quote.words,
        not here and not there,
        round(share, 3),
        round(min(len(earlier.words), len(later.words)) / max(len(earlier.words), len(later.words)), 3),
        here,
        there,
        later.quote.speaker,
        earlier.quote.speaker,
        same,
        "direct" if kind == "direct" else "partial",
        earlier.quote.paragraph == later.quote.paragraph,
        _passed_on(facts, earlier, [(b.a, b.size) for b in blocks])
        or _passed_on(facts, later, [(b.b, b.size) for b in blocks]),
        False,
    )


def _passed_on(facts: Facts, spoken: _Spoken, runs: list[tuple[int, int]]) -> bool:
    """Whether most of the shared words stand in a quotation inside the quote, and so are somebody else's."""
    start, end, all_marked = spoken.quote.start, spoken.quote.end, facts.quotations
    first = bisect_right(all_marked, start, key=lambda q: q.start)
    last = bisect_left(all_marked, end, key=lambda q: q.start)
    inner = [q for q in all_marked[first:last] if q.depth]
    if not inner:
        return False
    starts = [facts.tokens.starts[spoken.places[at]] for begin, size in runs for at in range(begin, begin + size)]
    inside = sum(1 for place in starts if any(q.start <= place < q.end for q in inner))
    return 2 * inside > len(starts)


def _difference(facts: Facts, earlier: _Spoken, later: _Spoken, blocks: list[Match]) -> tuple[str, str]:
    """The first words that differ, here and there; what only one of them has before or after counts as not quoted."""
    ends = Match(len(earlier.words), len(later.words), 0)
    edges = [Match(0, 0, 0), *blocks, ends]
    for place, (one, two) in enumerate(pairwise(edges)):
        old, new = (one.a + one.size, two.a), (one.b + one.size, two.b)
        widths = (old[1] - old[0], new[1] - new[0])
        outer = place in (0, len(blocks))
        if widths == (0, 0) or (outer and not 1 <= min(widths) <= max(widths) <= _AT_EDGE):
            continue
        if not (_left_out(facts.tokens, earlier, *old) or _left_out(facts.tokens, later, *new)):
            return _words(facts, later, *new), _words(facts, earlier, *old)
    return "", ""


def _left_out(tokens: Tokens, spoken: _Spoken, start: int, end: int) -> bool:
    """Whether dots or square brackets at the place own up to a change."""
    first = spoken.places[start - 1] if start else spoken.places[0] - 1
    last = spoken.places[end] if end < len(spoken.places) else spoken.places[-1] + 1
    return any(mark[0] in "[]…" or mark.startswith("..") for mark in tokens.texts[first : last + 1])


def _words(facts: Facts, spoken: _Spoken, start: int, end: int) -> str:
    """The words from one place to another; with a neighbour on each side where there are none between."""
    if start >= end:
        start, end = max(0, start - 1), min(len(spoken.places), end + 1)
    tokens = facts.tokens
    return tokens.text[tokens.starts[spoken.places[start]] : tokens.ends[spoken.places[end - 1]]]


def _same_speaker(one: Speaker | None, two: Speaker | None) -> bool | None:
    if one is None or two is None:
        return None
    if one.person is not None and two.person is not None:
        return one.person.id == two.person.id
    return True if one.text.lower() == two.text.lower() else None
