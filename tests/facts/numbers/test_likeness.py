"""Two figures that differ in a digit are told to be meant for one thing, or for two, by the words about them."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def clashes(facts: Facts) -> list[tuple[str, str]]:
    """The figures that another place contradicts, each with that place."""
    return [(facts.text(figure), facts.text(other)) for figure in facts.figures for other in figure.restated]


def test_like_words_for_one_holder_make_two_figures_clash(annotate: Annotate) -> None:
    text = (
        "Ann Roe repaid a loan of £450,000 to the bank.\n\n"
        "The loan of £430,000 that Ann Roe repaid to the bank was her last."
    )
    assert clashes(annotate(text)) == [("£430,000", "£450,000")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe repaid a loan of £450,000 to the bank.\n\nTom Hale repaid a loan of £430,000 to the bank.",
        "The harbour had repaired 310 boats by May.\n\nIn June it repaired a further 340 boats.",
        "The harbour fee rose from 20 euros to 50 euros a night.\n\nThe harbour fee of 50 euros a night hurts.",
        "The bill passed by 31 votes to 12.\n\nAn amendment to the bill failed by 14 votes to 29.",
        "Some 42% of tenants in the city own a car.\n\nSome 47% of landlords in the city own a car.",
        "The mill employs 240 people in the town.\n\nThe mill had 260 people in 2019 in the town.",
        "Divers raised 73 coins from the wreck.\n\nSix more came up on Sunday. The 79 coins are from the wreck.",
        "The road was closed for repairs for the last 12 months.\n\nThe road had no repairs in the last 18 months.",
    ],
    ids=[
        "two holders",
        "on top of the first",
        "where a rise began",
        "two votes",
        "two wholes",
        "of a year",
        "more since",
        "two looks back",
    ],
)
def test_two_things_do_not(annotate: Annotate, text: str) -> None:
    assert clashes(annotate(text)) == []


@pytest.mark.parametrize("words", ["a 58-37 vote", "a 3-1 win", "a 3-1 home win", "a 24-7 party-line vote"])
def test_the_numbers_of_a_result_are_a_score(annotate: Annotate, words: str) -> None:
    found = annotate(f"It ended in {words} on Monday.").figures
    assert [figure.claim for figure in found] == ["score", "score"]


def test_joined_numbers_before_what_they_count_are_a_range(annotate: Annotate) -> None:
    assert "score" not in {figure.claim for figure in annotate("It takes 10-15 minutes to walk there.").figures}


@pytest.mark.parametrize("words", ["It was a success. [18] [19]", "He hit .265 for the season."])
def test_numbers_of_footnotes_and_digits_behind_a_point_alone_are_no_figures(annotate: Annotate, words: str) -> None:
    assert annotate(words).figures == ()
