"""Chases: by how many wickets a side won, against those that it had lost when it passed the other's runs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.quantities import Quantities, Quantity, countable

_WICKETS = 10
_FEWEST_RUNS = 30
_LAST_BALL = 6  # runs by which the last hit may pass the other side


def find_chases(quantities: Quantities) -> Iterator[Relation]:
    """ "151 for four … by four wickets", "165 for six … the six-wicket win"."""
    for claim in quantities.all:
        if _is_margin(quantities, claim):
            yield from _against(quantities, claim)


def _is_margin(quantities: Quantities, quantity: Quantity) -> bool:
    facts = quantities.facts
    if quantity.unit or not countable(quantity) or quantity.claim == "score" or quantity.value > _WICKETS:
        return False
    lowers, words = facts.tokens.lowers, facts.lexicon.words
    if quantity.form == "prefix":
        word = lowers[quantity.first].rpartition("-")[2]
        won = not words("outcome-nouns").isdisjoint(lowers[quantity.last : quantity.last + 1])
        return won and word in words("wicket-nouns")
    if quantity.noun not in words("wicket-nouns"):
        return False
    if lowers[quantity.first - 1] in words("by-words"):
        return True
    sentence = facts.sentences[quantity.sentence]
    decided = not words("verbs-of-results").isdisjoint(facts.language.lemmas[sentence.first : sentence.last])
    return decided and quantities.claimed(quantity, "gap") >= SURE  # and not "12 from six balls with three in hand"


def _against(quantities: Quantities, claim: Quantity) -> Iterator[Relation]:
    """Wickets in hand: ten, less those that fell on the side that batted last."""
    facts = quantities.facts
    innings = [(runs, down) for runs, down in _innings(quantities) if down.value < _WICKETS]
    if not innings or any(down.value == _WICKETS - claim.value for _, down in innings):
        return
    passed = [down for runs, down in innings if _is_passed(quantities, runs)]
    if not passed:
        if not facts.lexicon.words("all-out-words").isdisjoint(facts.tokens.index):
            return
        passed = [down for _, down in innings]
    last = passed[-1]
    hand = _WICKETS - int(last.value)
    working = say(facts.lexicon, "wickets", one=str(int(last.value)), result=str(hand))
    yield Relation(
        claim.start, claim.end, "winning", Interval(claim.value, claim.value), Interval(hand, hand), facts.text(claim),
        str(hand), "middling", False, working, claim.in_quote, claim.block, (Stretch(last.start, last.end),),
    )  # fmt: skip


def _innings(quantities: Quantities) -> Iterator[tuple[Quantity, Quantity]]:
    """Runs and wickets down: “151 for four”."""
    lowers, joints = quantities.facts.tokens.lowers, quantities.facts.lexicon.words("for-words")
    for runs, down in pairwise(quantities.all):
        if down.claim == "score" and down.value <= _WICKETS and lowers[down.first - 1] in joints:
            yield runs, down


def _is_passed(quantities: Quantities, runs: Quantity) -> bool:
    """Whether another number of the article is what the other side made: fewer runs, or what was wanted to win."""
    return any(
        0 <= runs.value - q.value <= _LAST_BALL and q.value >= _FEWEST_RUNS
        for q in quantities.all
        if q.place != runs.place and not q.unit and (q.value != runs.value or q.sentence != runs.sentence)
    )
