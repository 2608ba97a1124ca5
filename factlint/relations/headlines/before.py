"""Before: whether the text tells something of a time before its news, so that a headline's verb may take it for granted.

What reopens “has been closed since March”; the rule that is lifted “was imposed in 2019”.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_LONG_AGO = frozenset({"month", "season", "year"})  # kinds of moments that are none of the news of the day


def is_of_before(story: Story, first: int, last: int) -> bool:
    """Whether the clause around a half-open range of tokens tells how it has been, or is dated by a month or year."""
    lexicon, tokens, moments = story.facts.lexicon, story.tokens, story.facts.moments
    clause = story.clause_before(first)
    if clause is None or clause.negated or clause.standing not in _DONE:
        return False
    lasting = clause.voice == "passive" or clause.attribute is not None
    if lasting and not lexicon.words("perfect-words").isdisjoint(tokens.lowers[clause.first : max(clause.last, last)]):
        return True
    sentence = story.facts.sentence_at(tokens.starts[first])
    behind = bisect_left(moments, last, key=lambda moment: moment.first)
    dated = (moment for moment in moments[behind : behind + 1] if moment.first < sentence.last)
    return clause.tense == "past" and any(moment.kind in _LONG_AGO for moment in dated)
