"""Before: whether the text tells something of a time before its news, which a headline may take for granted.

What reopens “has been closed since March”; the rule that is lifted “was imposed in 2019”.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_LONG_AGO = frozenset({"day", "month", "season", "year"})  # kinds of moments by which no news of the day is dated
_LONG_UNITS = frozenset({"month", "year"})
_REACH = 6  # tokens behind a verb in which its time stands


def is_of_before(story: Story, first: int, last: int) -> bool:
    """Whether the clause around a half-open range of tokens tells how it has been, or is dated by a month or year."""
    lexicon, tokens = story.facts.lexicon, story.tokens
    clause = story.clause_before(first)
    if clause is None or clause.negated or clause.standing not in _DONE:
        return False
    lasting = clause.voice == "passive" or clause.attribute is not None
    if lasting and not lexicon.words("perfect-words").isdisjoint(tokens.lowers[clause.first : max(clause.last, last)]):
        return True
    end = min(story.facts.sentence_of(first).last, last + _REACH)
    return clause.tense == "past" and (_is_dated(story, last, end) or _is_ago(story, last, end))


def _is_dated(story: Story, first: int, last: int) -> bool:
    """Whether a month, a season or a year, or a day of the month, stands between two tokens: “last month”."""
    moments, lexicon, lowers = story.facts.moments, story.facts.lexicon, story.tokens.lowers
    at = bisect_left(moments, first, key=lambda moment: moment.first)
    if any(moment.kind in _LONG_AGO and moment.first < last for moment in moments[at : at + 1]):
        return True
    which, units = lexicon.table("which-one"), lexicon.table("time-units")
    pairs = pairwise(lowers[first:last])
    return any(which.get(one) == -1 and units.get(two) in _LONG_UNITS for one, two in pairs)


def _is_ago(story: Story, first: int, last: int) -> bool:
    """Whether “three weeks ago” stands between two tokens."""
    lengths = story.facts.lengths
    at = bisect_left(lengths, first, key=lambda length: length.first)
    return any(length.role == "ago" and length.first < last for length in lengths[at : at + 1])
