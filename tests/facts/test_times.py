"""Expressions of time, each as the days or minutes that it may mean, in an article of Tuesday, 14 May 2024."""

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.time.calendar import parts_of
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

LEXICON = load_lexicon(rules_folder())


def read_time(sentence: str) -> Facts:
    text = f"Ferry sails\n\nHOLM, 14 May 2024 — The ferry sailed.\n\n{sentence}\n"
    return Facts(read("a.txt", text.encode(), LEXICON), LEXICON)


def days(sentence: str) -> list[tuple[str, str]]:
    """The first and last day of the last moment of the article, in every reading."""
    moment = read_time(sentence).moments[-1]
    return [("{}-{}-{}".format(*parts_of(first)), "{}-{}-{}".format(*parts_of(last))) for first, last in moment.options]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("She left the Friday before last.", "2024-5-3", "2024-5-3"),
        ("She left the year before last.", "2022-1-1", "2022-12-31"),
        ("She leaves on Saturday week.", "2024-5-25", "2024-5-25"),
        ("Last November she left.", "2023-11-1", "2023-11-30"),
        ("In April the boats came.", "2024-4-1", "2024-4-30"),
        ("She left in November of last year.", "2023-11-1", "2023-11-30"),
        ("The pier was built in the mid-1990s.", "1990-1-1", "1999-12-31"),
        ("The pier was built in the Nineties.", "1990-1-1", "1999-12-31"),
        ("The pier opened in 2016. It was shut in June of the next year.", "2017-6-1", "2017-6-30"),
    ],
)
def test_a_day_told_in_other_words(sentence: str, first: str, last: str) -> None:
    assert days(sentence) == [(first, last)]


def test_the_following_march_is_the_next_after_the_year_told() -> None:
    assert ("2017-3-1", "2017-3-31") in days("The pier opened in 2016 and closed the following March.")


def test_the_spring_of_that_year_is_that_of_the_year_told_last() -> None:
    assert ("2016-2-1", "2016-6-30") in days("The pier opened in 2016. In the spring of that year it burnt.")


def test_two_days_of_one_span_are_of_one_year() -> None:
    first, second = read_time("Between October 3 and October 21 they heard nothing.").moments[-2:]
    assert 0 < second.options[0][0] - first.options[0][0] < 30


@pytest.mark.parametrize(
    ("sentence", "hour", "minute"),
    [
        ("She left at 5.35 the same afternoon.", 17, 35),
        ("She left at 4.20 on Thursday morning.", 4, 20),
        ("She left at 11:40 on Tuesday night.", 23, 40),
        ("She left at 2.30 that night.", 2, 30),
        ("She left at ten to six in the evening.", 17, 50),
        ("She left at half past nine that night.", 21, 30),
        ("She left at twenty past four yesterday afternoon.", 16, 20),
    ],
)
def test_an_hour_with_the_side_of_the_day(sentence: str, hour: int, minute: int) -> None:
    clock = next(clock for clock in read_time(sentence).clocks if clock.exact)
    assert clock.low == clock.high == hour * 60 + minute


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("She rang at six-thirty.", 390, 1110),
        ("She rang at twenty past four.", 260, 980),
        ("It is open from 9.30 to 5.", 300, 1020),
    ],
)
def test_an_hour_on_either_half_of_the_day(sentence: str, low: int, high: int) -> None:
    clock = read_time(sentence).clocks[-1]
    assert (clock.low, clock.high) == (low, high)


@pytest.mark.parametrize("sentence", ["The motion was carried by ten to six.", "It seats from nine to five people."])
def test_what_is_no_hour(sentence: str) -> None:
    assert not read_time(sentence).clocks


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("She swam for 11 and a quarter hours.", 11.25 / 24),
        ("She swam for 11 ¼ hours.", 11.25 / 24),
        ("It ran for three-quarters of a century.", 75 * 365.2425),
        ("It burnt two weeks to the day after the sale.", 14),
    ],
)
def test_a_length_told_in_parts(sentence: str, days: float) -> None:
    length = read_time(sentence).lengths[0]
    assert length.low <= days <= length.high
    assert (length.low + length.high) / 2 == pytest.approx(days, rel=0.04)


def test_to_the_day_is_exact() -> None:
    length = read_time("It burnt two weeks to the day after the sale.").lengths[0]
    assert (length.hedge, length.role, length.low, length.high) == ("exact", "later", 14, 14)


@pytest.mark.parametrize(
    ("sentence", "least", "most"),
    [
        ("The rash fades within six to nine days.", 6, 9),
        ("Most bulbs flower for two or three weeks.", 14, 21),
        ("The paint dries in four to 10 days.", 4, 10),
    ],
)
def test_a_length_told_as_a_range_is_all_of_it(sentence: str, least: float, most: float) -> None:
    length = read_time(sentence).lengths[0]
    assert length.hedge == "range"
    assert length.low <= least
    assert most <= length.high


@pytest.mark.parametrize(
    "sentence", ["They wed forty years ago next month.", "It sank a year ago today.", "He left six years ago in March."]
)
def test_a_day_that_an_ago_takes_back_is_not_the_one_it_names(sentence: str) -> None:
    assert days(sentence) == []


def test_a_day_behind_a_stop_is_the_one_it_names() -> None:
    assert days("It sank a week ago, last Tuesday.") != []
