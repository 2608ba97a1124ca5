"""Lengths: how long somebody has to go to prison in the headline, or is banned, and how long in the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_OFF = 0.02  # the share by which lengths in two units may part: 12 months, 365 days
_REACH = 8  # tokens within which a word tells what a length is of
_MOST = 12  # lengths of a text that are added up in pairs


def find_lengths(story: Story) -> Iterator[Contrast]:
    """Every term of a headline or standfirst that no length of the text comes to, where the text has another."""
    lengths = [one for one in story.facts.quantities.all if one.dimension == "duration" and one.claim != "age"]
    told = [one for one in lengths if one.sentence in story.numbers]
    for line in story.display:
        spot = line.paragraph
        for stated in lengths:
            term = term_of(story, stated) if spot.start <= stated.start < spot.end else ""
            if not term or any(abs(days_of(story, stated) - days) <= _OFF * days for days in all_days(story, told)):
                continue
            other = next((one for one in told if term_of(story, one) == term), None)
            if other is not None and stated.precision == other.precision == "exact":
                source = story.facts.article.source
                yield Contrast(
                    stated.start, stated.end, "length", "headline", source[stated.start : stated.end],
                    source[other.start : other.end], "strong", False, Stretch(other.start, other.end),
                )  # fmt: skip


def days_of(story: Story, length: Quantity) -> float:
    """A length in days; 0 of a unit that is none of time."""
    return length.value * float(story.facts.lexicon.table("days-of-units").get(length.unit or "", 0))


def all_days(story: Story, told: list[Quantity]) -> list[float]:
    """The lengths of the text in days, and what two of them come to."""
    days = [days_of(story, one) for one in told]
    return days + [one + other for one, other in combinations(days[:_MOST], 2)]


def term_of(story: Story, length: Quantity) -> str:
    """What a length is the term of: prison, a ban; empty where no word near it says so."""
    terms = story.facts.lexicon.table("terms-of-time")
    sentence = story.facts.sentences[length.sentence]
    lemmas, lowers, tags = story.language.lemmas, story.tokens.lowers, story.language.tags
    around = range(max(sentence.first, length.first - _REACH), min(sentence.last, length.last + _REACH))
    # “nine years later” is no delay, whatever “900 years late” is.
    near = [at for at in around if lemmas[at] in terms and (lemmas[at] == lowers[at] or tags[at] != "ADV")]
    found = sorted((abs(at - length.first), terms[lemmas[at]]) for at in near)
    return found[0][1] if found else ""
