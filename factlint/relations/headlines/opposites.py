"""Opposites: a headline's verb, and in the text only its opposite, told of the same: accepts, turned down.

The two sides are those of WordNet's antonyms with all narrower words, and of `more-opposites`. Where any word of the
text, however it stands, is on the headline's side, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Contrast, Stretch
from factlint.lexicon import derived

if TYPE_CHECKING:
    from factlint.language.model import Clause
    from factlint.lexicon import Lexicon
    from factlint.relations.headlines.story import Story

_LETTERS = {"VERB": "v", "AUX": "v", "ADJ": "a", "NOUN": "n"}
_TOLD = frozenset({"done", "reported", "planned"})
_YEARS = frozenset({"year", "decade", "century"})

#: A word with its part of speech → the sides it is on, as the number of the two and 0 or 1.
Sides = dict[str, list[tuple[int, int]]]


class Sign(NamedTuple):
    """A word that is on one side of some opposites.

    first, last: half-open range of tokens.
    word: the entry it was found by.
    sides: the sides it is on.
    """

    first: int
    last: int
    word: str
    sides: frozenset[tuple[int, int]]


@derived
def sides_of(lexicon: Lexicon) -> Sides:
    """The sides that each word is on; of a word on both sides of two, neither."""
    found: Sides = {}
    rows = [row for row in (lexicon.values("opposites") if "opposites" in lexicon else "").splitlines() if row]
    unused = lexicon.words("unused-opposites")
    number = 0
    for row in rows:
        heads = "/".join(side.partition(":")[0].strip() for side in row.split("|"))
        if heads in unused:
            continue
        for which, side in enumerate(row.split("|")):
            for word in side.partition(":")[2].split():
                found.setdefault(word, []).append((number, which))
        number += 1
    for pair in lexicon.values("more-opposites").values():
        for which, words in enumerate(pair):
            for word in words.split():
                found.setdefault(word, []).append((number, which))
        number += 1
    return found


def find_opposites(story: Story) -> Iterator[Contrast]:
    """Every verb of a headline of which the text has only the opposite."""
    sides = sides_of(story.facts.lexicon)
    told: list[Sign] | None = None
    for line in story.display:
        if story.asks(line):
            continue
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
            stated = _sign(story, clause.verb, sides)
            if stated is None or not _is_stated(story, clause):
                continue
            if told is None:
                told = [
                    sign
                    for one in story.sentences
                    for at in range(one.first, one.last)
                    if (sign := _sign(story, at, sides)) is not None
                ]
            yield from _against(story, clause, stated, told)


def _is_stated(story: Story, clause: Clause) -> bool:
    """Whether a line tells a deed as so: in a clause of its own, neither denied nor quoted."""
    if clause.negated or clause.kind in ("relative", "participle") or story.in_quote(clause.verb):
        return False
    return clause.standing in _TOLD


def _sign(story: Story, at: int, sides: Sides) -> Sign | None:
    """The word at a token with its particle, where it is on a side."""
    language = story.language
    letter = _LETTERS.get(language.tags[at])
    if letter is None:
        return None
    lemma, last = language.lemmas[at], at + 1
    if letter == "v":
        clause = story.clause_at(at)
        if clause is None or clause.verb != at:
            return None
        particle = clause.particle if clause.particle is not None else language.particle_of(at)
        if particle is not None:
            lemma, last = f"{lemma}_{story.tokens.lowers[particle]}", max(last, particle + 1)
    word = f"{lemma}.{letter}"
    found = sides.get(word)
    return None if found is None else Sign(at, last, word, frozenset(map(tuple, found)))  # type: ignore[arg-type]


def _against(story: Story, clause: Clause, stated: Sign, told: list[Sign]) -> Iterator[Contrast]:
    other_side = {(number, 1 - which) for number, which in stated.sides}
    against = []
    for sign in told:
        if sign.word == stated.word or not stated.sides.isdisjoint(sign.sides):
            return
        if not other_side.isdisjoint(sign.sides):
            against.append(sign)
    if clause.lemma in story.facts.lexicon.values("outcomes-taken-for-granted"):
        return  # what reopens was shut, whenever the text tells so
    for sign in against:
        if not _is_told(story, sign) or not _is_same(story, clause, sign):
            continue
        tokens = story.tokens
        yield Contrast(
            tokens.starts[stated.first], tokens.ends[stated.first], "opposite", "headline",
            story.words(stated.first, stated.first + 1), story.words(sign.first, sign.last), "middling", False,
            Stretch(tokens.starts[sign.first], tokens.ends[sign.last - 1]),
        )  # fmt: skip
        return


def _is_told(story: Story, sign: Sign) -> bool:
    """Whether the text tells the opposite as so, now and in its own words."""
    if story.in_quote(sign.first) or story.denial(sign.first) is not None:
        return False
    clause = story.clause_at(sign.first)
    if clause is None or _was_long_ago(story, clause):
        return False
    before = story.tokens.lowers[clause.first : clause.verb]
    if not story.facts.lexicon.words("past-perfect-words").isdisjoint(before):
        return False
    if clause.verb != sign.first and story.language.tags[sign.first] != "NOUN":
        return False
    return clause.standing in _TOLD and not clause.negated and clause.kind != "relative"


def _was_long_ago(story: Story, clause: Clause) -> bool:
    """Whether a clause tells of another year: “opened in 1780”, whatever closes now."""
    return any(one.kind in _YEARS for one in story.moments.get(clause.sentence, ()))


def _is_same(story: Story, clause: Clause, sign: Sign) -> bool:
    """Whether two opposite words are told of one thing: what it is done to, or who does it where there is nothing."""
    other = story.clause_at(sign.first)
    assert other is not None
    return _are_one(story, clause.subject if clause.object is None else clause.object, _thing(story, other, sign))


def _thing(story: Story, clause: Clause, sign: Sign) -> int | None:
    """What an opposite is told of: a verb's object, or its subject where it has none or is a passive."""
    if clause.verb != sign.first:
        index = story.language.phrase_at(sign.first)
        return None if index is None else story.language.phrases[index].of
    return clause.subject if clause.voice == "passive" or clause.object is None else clause.object


def _are_one(story: Story, stated: int | None, told: int | None) -> bool:
    if stated is None or told is None:
        return False
    return bool(story.entities.told_of(stated, True) & story.entities.told_of(told, False))
