"""Hours that are spent, feasts, kin who are dead and deeds of children: what is worked out, and what is let pass."""

import pytest

from factlint.facts.time.calendar import parts_of
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.relations.time.feasts import easter

LEXICON = product().lexicon
MONTHS = {"March": 3, "April": 4}


def analyse(text: str) -> Analysis:
    return Analysis(read("article.txt", text.encode(), LEXICON), LEXICON)


def kinds(analysis: Analysis, kind: str) -> list[tuple[str, str]]:
    return [(relation.stated_text, relation.computed_text) for relation in analysis.relations if relation.kind == kind]


@pytest.mark.parametrize(
    ("feast", "gap", "far"),
    [
        ("Thanksgiving", "one week", "14 days"),
        ("Christmas Day", "a fortnight", "42 days"),
        ("New Year's Eve", "ten days", "48 days"),
    ],
)
def test_a_feast_lies_as_far_ahead_as_the_calendar_says(feast: str, gap: str, far: str) -> None:
    text = f"HOLM, Nov. 13, 2025 - {feast} is {gap} away, Ann Roe, a grocer, said."
    assert kinds(analyse(text), "from-today") == [(gap, far)]


@pytest.mark.parametrize(("year", "day"), [(2023, "9 April"), (2024, "31 March"), (2025, "20 April")])
def test_easter_is_where_the_churches_of_the_west_keep_it(year: int, day: str) -> None:
    number, month = day.split()
    assert parts_of(easter("0", year)) == (year, MONTHS[month], int(number))


def test_a_part_of_a_journey_is_no_longer_than_the_journey() -> None:
    text = "The coach left at 9am. Three hours out it broke down, and it was back at noon, Ann Roe, the driver, said."
    assert kinds(analyse(text), "hours-spent") == []
    assert kinds(analyse(text.replace("noon", "10am")), "hours-spent") == [("Three hours", "Three hours")]


def test_breaks_count_among_what_fills_an_evening() -> None:
    text = "The show starts at 8pm and runs for 90 minutes, with an interval of 20 minutes. It ends at {}."
    assert kinds(analyse(text.format("9.50pm")), "hours-spent") == []
    assert kinds(analyse(text.format("11.30pm")), "hours-spent") != []
