"""Rewordings: what an earlier quotation says, in other words."""

from collections.abc import Callable

from factlint.facts.annotate import Facts
from factlint.facts.speech.rewordings import find_rewordings

Annotate = Callable[[str], Facts]
FIRST = "Tariff row grows\n\nAnn Roe called the tariff “a gift to smugglers” on Sunday.\n\n"


def reworded(facts: Facts) -> list[tuple[str, str]]:
    """The words that differ, there and here."""
    return [(facts.tokens.texts[r.there], facts.tokens.texts[r.here]) for r in find_rewordings(facts)]


def test_a_kindred_word_in_the_same_place_makes_a_rewording(annotate: Annotate) -> None:
    assert reworded(annotate(FIRST + "Roe saw in it “a present for smugglers”, she said.")) == [("gift", "present")]


def test_the_same_words_again_are_none(annotate: Annotate) -> None:
    assert reworded(annotate(FIRST + "Roe saw in it “a gift to smugglers”, she said.")) == []


def test_a_quotation_on_something_else_is_none(annotate: Annotate) -> None:
    assert reworded(annotate(FIRST + "Roe saw in it “a blow to smugglers of tea”, she said.")) == []
