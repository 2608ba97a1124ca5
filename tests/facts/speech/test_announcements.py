"""Announcements: what leads in to a quotation, and the words in it that tell the contrary."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def contradicted(facts: Facts) -> list[tuple[str, str | None]]:
    """What each lead-in announces, with the words of the quotation that tell the contrary."""
    source = facts.article.source
    return [
        (facts.text(credit), credit.against and source[credit.against.start : credit.against.end])
        for credit in facts.credits
        if credit.form == "announced"
    ]


@pytest.mark.parametrize(
    ("lead", "quote", "words", "against"),
    [
        ("Ann Roe apologised", "I have no regrets", "apologised", "no regrets"),
        ("Ann Roe praised the cook", "It was a disgrace", "praised", "disgrace"),
        ("Ann Roe was furious", "It was a wonderful night", "was furious", "wonderful"),
        ("Ann Roe denied it", "I did it, and alone", "denied it", "I did it"),
        ("Ann Roe put it in two words", "We were very poor", "in two words", "“We were very poor,”"),
        ("Ann Roe would not say how much", "It is 40 pounds a week", "would not say how much", "40"),
    ],
)
def test_a_quotation_that_tells_the_contrary_is_found(
    annotate: Annotate, lead: str, quote: str, words: str, against: str
) -> None:
    assert contradicted(annotate(f"{lead}. “{quote},” she said.")) == [(words, against)]


@pytest.mark.parametrize(
    ("lead", "quote"),
    [
        ("Ann Roe apologised", "I am very sorry for it"),
        ("Ann Roe praised the cook", "It was never a disgrace"),
        ("Ann Roe praised the cook", "In an awful week she was brilliant"),
        ("Ann Roe never apologised", "I have no regrets"),
        ("Ann Roe put it in two words", "Very poor"),
        ("Tom Lind apologised", "I have no regrets"),
    ],
)
def test_a_quotation_that_bears_its_lead_in_out_is_left_alone(annotate: Annotate, lead: str, quote: str) -> None:
    assert contradicted(annotate(f"{lead}. “{quote},” she said.")) == []
