"""Days, months, years and hours, and whether the calendar and the clock have them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.model import Date
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

LEXICON = product().lexicon


def dates(text: str, name: str = "a.txt") -> tuple[Date, ...]:
    return Analysis(read(name, text.encode(), LEXICON), LEXICON).dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed on 4 May 2004.", "2004-05-04"),
        ("It was signed on May 4, 2004.", "2004-05-04"),
        ("It was signed on the 4th of May 2004.", "2004-05-04"),
        ("It was signed on Tuesday, 4 May 2004.", "2004-05-04"),
        ("It was signed on Sept. 19, 2015.", "2015-09-19"),
        ("It was signed in May 2004.", "2004-05"),
        ("It was signed in mid-May 2004.", "2004-05"),
        ("Mid-May 2004 was dry.", "2004-05"),
        ("It was signed in 2004.", "2004"),
    ],
)
def test_dates_in_every_order(text: str, value: str) -> None:
    assert [found.value for found in dates(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "In March 45 people were hurt.",
        "He may go there.",
        "They sold 2000 tickets.",
        "The march was long.",
        "It cost 1,999 pounds.",
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert [found for found in dates(text) if found.day or found.year] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It closes on 31 April.", "April has 30 days"),
        ("It closed on February 30, 2004.", "February has 29 days"),
        ("It closed on 29 February 2005.", "February 2005 has 28 days"),
        ("It closes on 32 January.", "January has 31 days"),
        ("It closes at 25:10.", "a day has 24 hours"),
        ("It closes at 7.65pm.", "an hour has 60 minutes"),
        ("It closes at 14pm.", "half a day has 12 hours"),
    ],
)
def test_days_and_hours_that_cannot_be(text: str, why: str) -> None:
    assert [found.why for found in dates(text)] == [why]


@pytest.mark.parametrize("text", ["On Monday, 4 May 2004, it rained.", "On 4 May 2004, a Monday, it rained."])
def test_a_weekday_that_is_not_the_date_s(text: str) -> None:
    (found,) = dates(text)
    assert (found.weekday, found.true_weekday) == ("Monday", "Tuesday")


@pytest.mark.parametrize(
    "text",
    [
        "It is open Monday through Saturday.\n\nMarch 16, 2025",
        "It is open Monday through Saturday\n\nMarch 16, 2025",
        "It is shut on Saturday. March 16, 2025, was the last day.",
    ],
)
def test_a_weekday_that_ends_a_sentence_or_a_block_is_not_the_next_date_s(text: str) -> None:
    assert all(found.weekday is None for found in dates(text) if found.value == "2025-03-16")


def test_a_weekday_without_date_is_told_from_the_day_of_writing() -> None:
    (found,) = dates("They met on Tuesday.")
    assert (found.relative, found.anchored, found.value) == (True, False, None)


@given(st.dates(date(1600, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_every_weekday_is_checked_against_the_calendar(day: date, shift: int) -> None:
    stated = (day + timedelta(days=shift)).strftime("%A")
    (found,) = dates(f"They met on {stated}, {day.day} {day:%B} {day.year}.")
    assert found.value == day.isoformat()
    assert (found.weekday == found.true_weekday) == (shift == 0)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80))
def test_dates_lie_inside_the_text(text: str) -> None:
    whole = "They met on 4 May 2004 at 10:30. " + text
    assert all(0 <= found.start < found.end <= len(whole) for found in dates(whole))


@pytest.mark.parametrize(
    "line",
    [
        "7 March 1938 – 12 May 2021",
        "Born 7 March 1938; died 12 May 2021",
        "Fowey, 7 March 1938 - Truro, 12 May 2021",
        "(7 March 1938 to 12 May 2021)",
    ],
)
def test_the_days_of_a_life_are_not_the_day_of_writing(line: str) -> None:
    text = f"Ben Kerr, shipwright\n\n{line}\n\nBen Kerr built boats at Fowey for sixty years. He married in 1961."
    assert Analysis(read("a.txt", text.encode(), LEXICON), LEXICON).article_day is None


def test_the_day_of_a_change_does_not_make_a_life_of_a_date_line() -> None:
    text = "Ferry runs again\n\n3 May 2024, updated 5 May 2024\n\nThe ferry to Bryher runs again, the harbour said."
    assert Analysis(read("a.txt", text.encode(), LEXICON), LEXICON).article_day == (2024, 5, 3)
