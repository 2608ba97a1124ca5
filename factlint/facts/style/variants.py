"""Variants: the places where the writer chose one of several forms of the same thing, by class of choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Variant
from factlint.facts.style.capitals import capital_choices
from factlint.facts.style.compounds import compound_choices
from factlint.facts.style.dialects import dialect_choices, ending_choices, endings_of
from factlint.facts.style.initialisms import initialism_choices
from factlint.facts.style.marks import mark_choices
from factlint.facts.style.measures import SUMS, measure_choices
from factlint.facts.style.notation import LARGE_SUMS, notation_choices
from factlint.facts.style.respelling import rewriting
from factlint.facts.style.spellings import spelling_choices
from factlint.facts.style.timing import timing_choices
from factlint.facts.style.titles import title_choices

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.style.choices import Choice

_KINDS = (
    spelling_choices,
    ending_choices,
    dialect_choices,
    compound_choices,
    capital_choices,
    initialism_choices,
    title_choices,
    timing_choices,
    notation_choices,
    mark_choices,
    measure_choices,
)
_DISPLAY = frozenset({"headline", "heading", "byline", "dateline", "credit"})
#: Choices between words, of which one can stand beside another to explain it.
_NAMES = frozenset({"spelling", "word-form", "place-name", "compound", "initialism", "capital"})
_EXPLAINED = 8  # tokens, at most, from one form to another that stands there to explain it
#: What stands before and behind a word within an address or a handle.
_JOINS = frozenset("@/#\\_=.")
_JOINS_BEHIND = frozenset("@/\\_=")
_NEAR = 80  # code points


def find_variants(facts: Facts) -> tuple[Variant, ...]:
    """Every place of a choice that the article makes in more than one way, or that the house has made.

    Headlines and subheadings follow rules of their own and are left out; so are forms that explain one another
    (“Mumbai, formerly Bombay”).
    """
    choices: dict[str, set[Choice]] = {}
    for choice in chain.from_iterable(choices_of(facts) for choices_of in _KINDS):
        if not _in_address(facts.article.text, choice):
            choices.setdefault(choice.name, set()).add(choice)
    found: list[Variant] = []
    odd: set[tuple[int, int]] = set()
    for places in choices.values():
        if _is_contested(places):
            shown = [place for place in sorted(places) if not _displayed(facts, place)]
            shown = list(_unexplained(facts, shown))
            if _is_contested(shown):
                usual = commonest(place.form for place in shown)
                # One place that departs from the rest in two ways is told once.
                shown = [place for place in shown if place.form == usual or (place.start, place.end) not in odd]
                odd.update((place.start, place.end) for place in shown if place.form != usual)
                found += [_variant(facts, place, usual) for place in shown]
    return tuple(sorted(_decided_once(facts, found), key=lambda v: v[:5]))


def _decided_once(facts: Facts, found: list[Variant]) -> list[Variant]:
    """The variants without those that another choice tells of as well: -ise for -ize is British for American.

    The spelling of both kinds of words tells most, then the ending of several words, then that of one.
    """
    contested: dict[str, set[str]] = {}
    for variant in found:
        if not variant.in_quote and variant.house is None:
            contested.setdefault(variant.topic, set()).add(variant.form)
    several = {topic for topic, forms in contested.items() if len(forms) > 1}
    large = {variant.choice.removeprefix(LARGE_SUMS)[0] for variant in found if variant.choice.startswith(LARGE_SUMS)}
    if large:
        # Sums in millions tell of the sign and the word for it as well.
        found = [variant for variant in found if variant.choice.removeprefix(SUMS) not in large]
    if "dialect" in several:
        found = [variant for variant in found if variant.topic != "ending"]
    if several.isdisjoint(("dialect", "ending")):
        return found
    endings = endings_of(facts.lexicon)
    return [variant for variant in found if variant.topic != "spelling" or variant.form not in endings]


def _displayed(facts: Facts, place: Choice) -> bool:
    """Whether a place stands above the text or in a table, with rules of their own, but for a dateline's place."""
    block = facts.paragraph_at(place.start)
    kind = block.kind
    return block.row or (kind in _DISPLAY and not (kind == "dateline" and place.topic == "place-name"))


def _in_address(text: str, place: Choice) -> bool:
    """Whether a form is a part of an address, a handle or a code: pic.twitter.com, r/Airforce, US10YT, RS-25."""
    if place.topic not in _NAMES and not text[place.start].isdecimal():
        return False
    before, after = text[max(0, place.start - 1) : place.start], text[place.end : place.end + 2]
    if before.isalnum() or before in _JOINS or after[:1] in _JOINS_BEHIND or after[:1].isdecimal():
        return True
    return len(after) == 2 and after[0] in ".:" and after[1].isalnum()


def _is_contested(places: Iterable[Choice]) -> bool:
    return any(place.house for place in places) or len({place.form for place in places}) > 1


def _unexplained(facts: Facts, places: list[Choice]) -> Iterator[Choice]:
    """The places but for two forms side by side, one of which says what the other means."""
    tokens, words = facts.tokens, facts.lexicon.words("also-called")
    calls = facts.lexicon.words("calls-it")
    lowers = tokens.lowers
    explained = set()
    for place in places:
        at = tokens.at(place.start)
        if at and (lowers[at - 1] in calls or (at > 1 and f"{lowers[at - 2]} {lowers[at - 1]}" in calls)):
            explained.add(place.start)
    for one, two in pairwise(places):
        if one.form != two.form and one.topic in _NAMES and two.start - one.end < _NEAR:
            first, last = tokens.span(one.end, two.start)
            between = tokens.lowers[first:last]
            if last - first <= 1 or (last - first <= _EXPLAINED and not words.isdisjoint(between)):
                explained |= {one.start, two.start}
    return (place for place in places if place.start not in explained)


def commonest(forms: Iterable[str]) -> str:
    """The form that most places have; of two equally common, the one that came first."""
    counts = Counter(forms)
    return max(counts, key=lambda form: counts[form])


def _variant(facts: Facts, place: Choice, usual: str) -> Variant:
    start, end, name, form, topic, house = place
    kind = facts.paragraph_at(start).kind
    in_quote = facts.in_quotation(start)
    other = rewriting(facts, place, house or usual)
    return Variant(start, end, name, form, topic, house, in_quote, kind, other)
