"""Balances: a profit in the headline where the text tells of a loss and of no profit, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_MONEY = "money"
_REACH = 4  # tokens around a noun for a balance within which stands how much
_BACK = 6  # tokens before it within which a word says that it was another year's
_OPEN = frozenset({"planned", "possible", "asked", "denied"})


class Balance(NamedTuple):
    """One telling of a balance.

    side: profit or loss.
    first, last: its words, as a half-open range of tokens.
    summed: whether it comes with how much.
    """

    side: str
    first: int
    last: int
    summed: bool


def find_balances(story: Story) -> Iterator[Contrast]:
    """Every profit or loss that a line has somebody in, where the text has only the other."""
    told: list[Balance] | None = None
    for line in story.display:
        spot = line.paragraph
        stated = [] if story.asks(line) else list(_balances(story, spot.first, spot.last))
        if len({one.side for one in stated}) != 1 or not _is_reached(story, stated[0], spot.first):
            continue
        if told is None:
            told = [one for sentence in story.sentences for one in _balances(story, sentence.first, sentence.last)]
        own = [one for one in told if one.summed and not story.in_quote(one.first)]
        if not own or any(one.side == stated[0].side for one in told):
            continue
        first, tokens = own[0], story.tokens
        if story.facts.sentence_of(first.first).number not in story.lead:
            continue
        yield Contrast(
            tokens.starts[stated[0].first], tokens.ends[stated[0].last - 1], "move", "headline",
            story.words(stated[0].first, stated[0].last), story.words(first.first, first.last), "strong", False,
            Stretch(tokens.starts[first.first], tokens.ends[first.last - 1]),
        )  # fmt: skip


def _balances(story: Story, first: int, last: int) -> Iterator[Balance]:
    """The profits and losses told between two tokens that are of the time that the text is about."""
    language, lowers = story.language, story.tokens.lowers
    sides = story.facts.lexicon.table("sides-of-balances")
    number = story.facts.sentence_at(story.tokens.starts[first]).number
    money = [one for one in story.quantities.get(number, ()) if one.dimension == _MONEY]
    for at in range(first, last):
        side = sides.get(language.lemmas[at])
        if side is None or _was_before(story, at, first):
            continue
        near = next((one for one in money if at - _REACH <= one.last <= at or at < one.first <= at + _REACH), None)
        if language.tags[at] == "VERB" and language.tags[at - 1] != "PART":
            clause = story.clause_at(at)
            summed = near is not None and near.first > at and (clause is None or clause.standing not in _OPEN)
            if summed and near is not None and story.denial(at) is None:
                yield Balance(side, at, near.last, True)
        elif lowers[at] in sides:
            end = at + 1 if near is None or near.first < at else near.last
            yield Balance(side, at, end, near is not None)


def _was_before(story: Story, at: int, first: int) -> bool:
    """Whether a balance is another year's: “against a loss of”, “had lost”, “a loss a year ago”."""
    words, lowers = story.facts.lexicon.words, story.tokens.lowers
    before = lowers[max(first, at - _BACK) : at]
    return not words("earlier-figure-words").isdisjoint(before) or not words("past-perfect-words").isdisjoint(before)


def _is_reached(story: Story, balance: Balance, opening: int) -> bool:
    """Whether somebody is or comes to be in a line's profit or loss: “back in profit”, “slides to loss”."""
    before = story.tokens.lowers[max(opening, balance.first - 2) : balance.first]
    return not story.facts.lexicon.words("prepositions-of-balances").isdisjoint(before)
