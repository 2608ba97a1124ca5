"""Unmet pairs: small words that no text has side by side."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.text.unmet_pairs import pairs_of

Annotate = Callable[[str], Facts]


def found(facts: Facts) -> list[tuple[str, str]]:
    return [(lapse.first, lapse.second) for lapse in facts.lapses if lapse.sort == "unmet"]


def test_a_line_is_a_word_and_what_never_follows_it() -> None:
    assert pairs_of("of than into\nthe because\n") == {"of": {"than", "into"}, "the": {"because"}}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("He was told on the eve of before the match that he was out.", ("of", "before")),
        ("The firm sold its after the fire in May.", ("its", "after")),
        ("The row between of the two farms went on for a year.", ("between", "of")),
    ],
)
def test_a_pair_that_no_text_has_is_found(annotate: Annotate, text: str, pair: tuple[str, str]) -> None:
    assert pair in found(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The stuff that it was made of into the bargain cost more than the rest.",
        "After at least an hour the doors were opened by the porter.",
        "“He went to the into the hall,” Ann Roe wrote on the wall.",
        "She was banned for two years, and he for three.",
    ],
)
def test_a_stranded_preposition_a_measure_and_a_quotation_pass(annotate: Annotate, text: str) -> None:
    assert found(annotate(text)) == []
