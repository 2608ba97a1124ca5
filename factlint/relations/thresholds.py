"""Thresholds: the share of votes that is asked for, against the votes with which a motion is told to have passed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.majorities import sides_of
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_NEAR = 3  # sentences between what is asked for and the votes
_HALF, _ALL = 0.5, 0.95  # shares that are asked for lie between
_FEWEST = 3
_REACH = 4  # tokens behind a share in which its whole is told
_EPSILON = 1e-6


class Vote(NamedTuple):
    """The votes on either side."""

    ayes: Quantity
    noes: Quantity


def find_thresholds(quantities: Quantities) -> Iterator[Relation]:
    """ "needs two-thirds of the 54 members … This time it passed, 34 to 20": a share of votes that is not reached."""
    facts = quantities.facts
    asked = [q for q in quantities.all if _is_asked(facts, q)]
    if not asked:
        return
    votes = [*_votes(quantities)]
    for share in asked:
        near = [vote for vote in votes if abs(vote.ayes.sentence - share.sentence) <= _NEAR]
        passed = {one for vote in near[:1] if (one := _outcome(facts, vote, share)) is not None}
        if len({(vote.ayes.value, vote.noes.value) for vote in near}) != 1 or len(passed) != 1:
            continue
        yield from _against(quantities, share, near[0], passed.pop() == "passed")


def _is_asked(facts: Analysis, share: Quantity) -> bool:
    """Whether a share is one of votes or of those who vote: “two-thirds of the members”, “60 per cent of votes”."""
    value = share.value / 100 if share.unit == "percent" else share.value
    if share.in_quote or not _HALF < value < _ALL or not (share.form == "fraction" or share.unit == "percent"):
        return False
    sentence = facts.sentences[share.sentence]
    lemmas = facts.language.lemmas[sentence.first : sentence.last]
    return not facts.lexicon.words("asking-for-votes").isdisjoint(lemmas)


def _votes(quantities: Quantities) -> Iterator[Vote]:
    """ "by 212 votes to 74", "passed, 34 to 20", "20 voted for the motion and nine against it"."""
    facts = quantities.facts
    lowers, joints = facts.tokens.lowers, facts.lexicon.words("to-words")
    cast = facts.lexicon.words("ballot-words")
    told = False
    for one, two in pairwise(q for q in quantities.all if q.form in ("digits", "words")):
        between = set(lowers[one.last : two.first])
        counted = not (one.unit or two.unit) and one.value >= _FEWEST and one.sentence == two.sentence
        if counted and between & joints and between <= joints | cast and one.value % 1 == two.value % 1 == 0:
            told = True
            yield Vote(max(one, two, key=_value), min(one, two, key=_value))
    sides = sides_of(quantities)
    if not told and len(sides) == 2 and sides["for"].sentence == sides["against"].sentence:
        yield Vote(sides["for"], sides["against"])


def _value(quantity: Quantity) -> float:
    return quantity.value


def _outcome(facts: Analysis, vote: Vote, share: Quantity) -> str | None:
    """Whether the sentences of the votes and of the share, or the next one, tell that the motion passed or failed."""
    table = facts.lexicon.table("vote-outcomes")
    last = len(facts.sentences) - 1
    numbers = {vote.ayes.sentence, share.sentence, min(vote.ayes.sentence + 1, last)}
    found = {
        str(table[facts.language.lemmas[at]])
        for number in numbers
        for at in range(facts.sentences[number].first, facts.sentences[number].last)
        if facts.language.lemmas[at] in table and facts.language.tags[at] == "VERB"
    }
    own = {
        str(table[lemma])
        for lemma in facts.language.lemmas[
            facts.sentences[vote.ayes.sentence].first : facts.sentences[vote.ayes.sentence].last
        ]
        if lemma in table
    }
    told = own if len(own) == 1 else found
    return told.pop() if len(told) == 1 else None


def _against(quantities: Quantities, share: Quantity, vote: Vote, passed: bool) -> Iterator[Relation]:
    facts = quantities.facts
    whole, text = _whole(quantities, share, vote)
    least = share.value / 100 if share.unit == "percent" else share.value
    reached = vote.ayes.value / whole
    if share.unit == "percent" and share.span.low <= 100 * reached <= share.span.high:
        return  # "by 1,097 to 1,076. That is 50.5%": the share is what the votes came to
    wanted = Interval(least - _EPSILON, 1.0) if passed else Interval(0.0, least - _EPSILON)
    result = written(facts.lexicon, 100 * reached) + "%"
    working = say(facts.lexicon, "share", one=facts.text(vote.ayes), two=text, result=result)
    reading = Reading(wanted, facts.text(share), working, (share, vote.noes))
    yield from held(facts, vote.ayes, "threshold", [reading], (), "strong", Interval(reached, reached))


def _whole(quantities: Quantities, share: Quantity, vote: Vote) -> tuple[float, str]:
    """Of how many the share is: those told with it, all the members, or else those who voted."""
    facts = quantities.facts
    cast = vote.ayes.value + vote.noes.value
    beside = quantities.after(share.last, _REACH)
    lowers = facts.tokens.lowers
    if beside is not None and lowers[share.last] in facts.lexicon.words("of-words") and _holds(beside, cast):
        return beside.value, facts.text(beside)
    if facts.lexicon.words("all-words").isdisjoint(lowers[share.last : share.last + _REACH]):
        return cast, written(facts.lexicon, cast)
    near = [q for q in quantities.near(vote.ayes, _NEAR, 0) if q.people and _holds(q, cast)]
    return (near[-1].value, facts.text(near[-1])) if near else (cast, written(facts.lexicon, cast))


def _holds(whole: Quantity, cast: float) -> bool:
    return countable(whole) and not whole.unit and cast <= whole.value <= 3 * cast
