"""Ages are tied to the people whose they are, and told apart from the ages of other times."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.annotate import Facts
from factlint.read import read
from factlint.relations.analysis import Analysis
from tests.facts.conftest import LEXICON

Annotate = Callable[[str], Facts]


def ages(facts: Facts) -> list[tuple[int, str]]:
    return [(age.years, age.person.name) for age in facts.ages]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Ashdown, 52, sold the mill on Friday.",
        "Peter Ashdown (52) sold the mill on Friday.",
        "Peter Ashdown, aged 52, sold the mill on Friday.",
        "Peter Ashdown, who is 52, sold the mill on Friday.",
        "Peter Ashdown, now 52, sold the mill on Friday.",
        "Peter Ashdown is 52 years old and has sold the mill.",
        "Peter Ashdown is 52.",
        "The 52-year-old Peter Ashdown sold the mill on Friday.",
        "The 52-year-old Scottish farmer Peter Ashdown sold the mill on Friday.",
        "Fifty-two-year-old Peter Ashdown sold the mill on Friday.",
        "“I am tired,” said Peter Ashdown, 52.",
        "Now 52, Mr Peter Ashdown has sold the mill.",
        "Peter Ashdown sold the mill. The 52-year-old said he was tired.",
        "At 52, Peter Ashdown is in no hurry to sell the mill.",
        "Peter Ashdown is now 52 and lives by the mill.",
    ],
)
def test_an_age_beside_a_name_is_that_persons(annotate: Annotate, text: str) -> None:
    facts = annotate(text)
    assert ages(facts) == [(52, "Peter Ashdown")]
    assert not facts.ages[0].past


@pytest.mark.parametrize(
    "text",
    [
        "Peter Ashdown, 52 miles from home, sold the mill.",
        "Peter Ashdown sold 52 mills.",
        "Peter Ashdown is 52 points ahead.",
        "The 52-year-old bridge that Peter Ashdown built fell down.",
        "The 52-year-old told Peter Ashdown to leave.",
        "Peter Ashdown met Carl Holm. The 52-year-old said he was tired.",
        "Peter Ashdown, 152, sold the mill on Friday.",
    ],
)
def test_other_figures_beside_a_name_are_no_ages(annotate: Annotate, text: str) -> None:
    assert ages(annotate(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peter Ashdown, then 30, bought the mill.",
        "Peter Ashdown was 30 when he bought the mill.",
        "Peter Ashdown, 30 at the time, bought the mill.",
        "Peter Ashdown turns 30 in May, he says, and will not mark the day.",
        "In 1990 Peter Ashdown, 30, bought the mill.",
        "At 30, Peter Ashdown bought the mill.",
    ],
)
def test_an_age_of_another_time_is_past(annotate: Annotate, text: str) -> None:
    assert [(age.years, age.past) for age in annotate(text).ages] == [(30, True)]


@given(st.integers(min_value=1, max_value=119))
def test_the_span_is_the_figure(years: int) -> None:

    text = f"Peter Ashdown, {years}, sold the mill on Friday."
    facts = Analysis(read("article.txt", text.encode(), LEXICON), LEXICON)
    assert [(text[age.start : age.end], age.years) for age in facts.ages] == [(str(years), years)]


def test_the_age_before_a_birthday_in_the_story_is_one_of_another_time(annotate: Annotate) -> None:
    text = "Bridge to close\n\nOla Berg, 9, called on Saturday. On Sunday he turned 10.\n\nOla Berg, 10, was proud.\n"
    assert [(age.years, age.past) for age in annotate(text).ages] == [(9, True), (10, False)]


def test_first_names_of_two_genders_are_two_people_and_have_two_ages(annotate: Annotate) -> None:
    text = "Bridge to close\n\nPolice seek Karl Jansen, 41, of Lund.\n\nKarla Jansen, 38, is sought as well.\n"
    assert ages(annotate(text)) == [(41, "Karl Jansen"), (38, "Karla Jansen")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, a 46-year-old vet, was late.",
        "At the age of 46, Ann Roe is the oldest.",
        "Ann Roe won. She is 46 and lives alone.",
        "Ann Roe is forty-six and lives alone.",
        "Ann Roe won.\n\n“I'm 46 and tired,” Roe said.",
    ],
)
def test_an_age_is_told_in_many_ways(annotate: Annotate, text: str) -> None:
    assert [(age.person.name, age.years, age.past) for age in annotate(text).ages] == [("Ann Roe", 46, False)]


def test_a_past_age_above_that_of_today_is_not_past(annotate: Annotate) -> None:
    facts = annotate("Ann Roe, 43, won. Roe, who turned 46 in May, wept. She turned 30 in Lund.")
    assert [(age.years, age.past) for age in facts.ages] == [(43, False), (46, False)]


def test_at_the_age_of_may_be_that_of_another_time(annotate: Annotate) -> None:
    assert annotate("At the age of 46, Ann Roe bought a mill.").ages == ()
