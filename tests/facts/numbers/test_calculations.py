"""What a sentence claims about its own numbers, worked out again: a table of sentences, wrong and right."""

import math
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.model import Calculation
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

LEXICON = product().lexicon
TABLE = yaml.safe_load(Path(__file__).with_name("calculations.yml").read_text("utf-8"))
KINDS = {
    "change": {"change", "point", "difference", "direction"},
    "share": {"share", "change"},
    "sum": {"sum"},
    "shares": {"shares", "share"},
    "range": {"range"},
    "sequence": {"sequence", "life", "duration"},
    "duration": {"duration"},
    "part": {"part"},
}
WRONG = [(group, text) for group, rows in TABLE.items() for text in rows["wrong"]]
RIGHT = [(group, text) for group, rows in TABLE.items() for text in rows["right"]]


def calculations(text: str) -> tuple[Calculation, ...]:
    return Analysis(read("a.txt", text.encode(), LEXICON), LEXICON).calculations


@pytest.mark.parametrize(("group", "text"), WRONG, ids=[text[:60] for _, text in WRONG])
def test_a_sum_that_is_wrong_does_not_hold(group: str, text: str) -> None:
    wrong = {calculation.kind for calculation in calculations(text) if not calculation.agrees}
    assert wrong & KINDS[group], f"found only {calculations(text)}"


@pytest.mark.parametrize(("group", "text"), RIGHT, ids=[text[:60] for _, text in RIGHT])
def test_a_sum_that_is_right_holds(group: str, text: str) -> None:
    assert [calculation.working for calculation in calculations(text) if not calculation.agrees] == []


def test_the_working_shows_the_sum() -> None:
    (wrong,) = (c for c in calculations("Thefts rose by 20%, from 40 to 60.") if not c.agrees)
    assert (wrong.working, wrong.stated_text, wrong.computed_text) == ("from 40 to 60 is a rise of 50%", "20%", "50%")


@pytest.mark.parametrize(
    ("text", "kind", "stated", "computed"),
    [
        ("Thefts rose by 20%, from 40 to 60.", "change", (20, 20), (46.0297, 54.0303)),
        ("Sales fell from 60 to 80.", "direction", (-math.inf, 0), (20, 20)),
        ("There were 12 posts: seven in sales and four in support.", "sum", (12, 12), (11, 11)),
        ("They won six of their last four games.", "part", (6, 6), (0, 4)),
        ("Born in 1950, she died in 2000 aged 52.", "age", (52, 52), (49, 50)),
        ("It opened in March 2004 and closed in May 2001.", "sequence", (744527, 744527), (745581, math.inf)),
    ],
)
def test_both_sides_are_what_the_words_leave_open(
    text: str, kind: str, stated: tuple[float, float], computed: tuple[float, float]
) -> None:
    (wrong,) = (one for one in calculations(text) if one.kind == kind)
    assert (wrong.stated, wrong.computed) == (pytest.approx(stated), pytest.approx(computed, rel=1e-4))
    assert not wrong.agrees


def test_what_rounding_allows_holds() -> None:
    assert all(c.agrees for c in calculations("Sales rose 2% to $11.1bn from $10.9bn."))


def test_an_uncertain_wording_is_marked_so() -> None:
    (wrong,) = (c for c in calculations("The fund took in $60m, up 20% from $40m a year earlier.") if not c.agrees)
    assert not wrong.certain


@given(st.integers(2, 9000), st.integers(2, 9000))
def test_a_change_worked_out_from_its_ends_holds(before: int, after: int) -> None:
    change = abs(after - before) / before * 100
    verb = "rose" if after >= before else "fell"
    text = f"The number of visits {verb} from {before:,} to {after:,}, or by {change:.1f}%."
    assert all(calculation.agrees for calculation in calculations(text))


@given(st.integers(2, 400), st.integers(2, 400), st.integers(2, 400))
def test_parts_that_add_up_hold(one: int, two: int, three: int) -> None:
    text = f"There were {one + two + three} replies: {one} in favour, {two} against and {three} undecided."
    assert [calculation.agrees for calculation in calculations(text) if calculation.kind == "sum"] == [True]


@given(st.integers(1, 900))
def test_miles_in_kilometres_hold(miles: int) -> None:
    assert all(c.agrees for c in calculations(f"The road is {miles} miles ({round(miles * 1.609344)}km) long."))


@given(st.text(alphabet="0123456789 ,.%£$-–()ofandtomiles", max_size=60))
def test_any_jumble_of_figures_is_survived(text: str) -> None:
    for calculation in calculations("The mayor said " + text + " again."):
        assert 0 <= calculation.start < calculation.end <= len("The mayor said " + text + " again.")
