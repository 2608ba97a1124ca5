"""Kinds: whether the parts of a total count the sort of thing that the total counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factlint.facts.model import Figure
from factlint.facts.numbers.calculations.lines import Line
from factlint.lexicon import Lexicon


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    return {kind: frozenset(members) for kind, members in lexicon.values("count-kinds").items()}


def of_one_kind(line: Line, whole: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the parts count what the total counts: their noun is left out, the same, or names a sort of it."""
    lexicon = line.facts.lexicon
    sides = lexicon.words("answer-words")
    subjects = {None if figure.subject in sides else figure.subject for figure in figures} - {None, whole.subject}
    if not subjects:
        return True
    people = lexicon.words("person-nouns") | _kinds(lexicon)["person"]
    if whole.subject is None or whole.subject in people:
        return subjects <= people
    return subjects <= _kinds(lexicon).get(whole.subject, frozenset())


def of_one_kind_last(line: Line, whole: Figure, figures: Sequence[Figure]) -> bool:
    """The same for parts that are named before their total: all alike, all people, or all sorts of what is counted."""
    subjects = {figure.subject for figure in (*figures, whole) if figure.subject}
    return len(subjects) <= 1 or of_one_kind(line, whole, figures)


def group_size(line: Line, place: int) -> bool:
    """Whether a figure says how large a group is: the 12 of "12-member", the nine of "nine-strong"."""
    sizes, tokens = line.facts.lexicon.words("size-tails"), line.facts.tokens
    at = line.at[place]
    if line.figure(place).form == "prefix":
        return tokens.lowers[at].rpartition("-")[2] in sizes
    dash, size = tokens.lowers[at + 1 : at + 2], tokens.lowers[at + 2 : at + 3]
    return dash == ["-"] and not sizes.isdisjoint(size)


def are_complements(line: Line, one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the words by two parts are the two sides of one whole: men and women, coast and inland."""
    lexicon = line.facts.lexicon
    for table, parted in ((lexicon.table("complements"), False), (lexicon.table("two-sides"), True)):
        sides = [next((str(table[word]) for word in words if word in table), "") for words in (one, two)]
        if "" in sides or sides[0] == sides[1]:
            continue
        if not parted or sides[0].partition("-")[0] == sides[1].partition("-")[0]:
            return True
    return False
