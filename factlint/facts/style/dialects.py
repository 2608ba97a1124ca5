"""Dialects: British and American spellings of different words, and endings in -ise and -ize."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, opens_sentence
from factlint.lexicon import derived

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.lexicon import Lexicon

ISE, IZE = "-ise", "-ize"


@derived
def endings_of(lexicon: Lexicon) -> dict[str, str]:
    """Every word that may end in -ise or -ize, and what is made of it, with the ending it has."""
    endings = {}
    for american, british in lexicon.table("british-american").items():
        at = next((place for place, letter in enumerate(american) if letter == "z"), 0)
        if at and american[at - 1] == "i" and british == f"{american[:at]}s{american[at + 1 :]}":
            endings.update({british: ISE, american: IZE})
    return endings


@derived
def _dialect_of(lexicon: Lexicon) -> dict[str, str]:
    """Words that one of the dialects has alone."""
    endings = endings_of(lexicon)
    both = lexicon.words("both-dialects")
    dialects = {}
    for american, british in lexicon.table("british-american").items():
        if british not in both and american not in both:
            dialects[british] = "British"
            if american not in endings:  # Oxford writes -ize in British as well
                dialects[american] = "American"
    return dialects | dict.fromkeys(lexicon.words("british-alone"), "British")


def ending_choices(facts: Facts) -> Iterator[Choice]:
    """Every word in -ise or -ize, all of them one choice."""
    endings = endings_of(facts.lexicon)
    house = facts.house.topic("verb endings")
    if house is None and facts.house.topic("spelling") == "American":
        return  # which has -ize alone: a matter of spelling
    for word in facts.tokens.index.keys() & endings.keys():
        for at in _small(facts, word):
            yield Choice(facts.tokens.starts[at], facts.tokens.ends[at], "verb endings", endings[word], "ending", house)


def dialect_choices(facts: Facts) -> Iterator[Choice]:
    """Every word that is British or American alone; a word that stands in both spellings is a matter of spelling."""
    if facts.house.topic("spelling"):
        return
    dialects = _dialect_of(facts.lexicon)
    table, partners = facts.lexicon.table("british-american"), facts.lexicon.values("british-american")
    index = facts.tokens.index
    for word in index.keys() & dialects.keys():
        if table.get(word) in index or any(american in index for american in partners.get(word, ())):
            continue
        for at in _small(facts, word):
            yield Choice(facts.tokens.starts[at], facts.tokens.ends[at], "dialect", dialects[word], "dialect")


def _small(facts: Facts, word: str) -> list[int]:
    """Where a word stands as a word, not as a part of a name."""
    texts = facts.tokens.texts
    return [at for at in facts.tokens.index[word] if texts[at][0].islower() or opens_sentence(facts, at)]
