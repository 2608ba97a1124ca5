"""A value that was worked out is written as the article writes the figure beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.numbers.amounts import digits_of, written_like


@pytest.mark.parametrize(
    ("value", "model", "worth", "written"),
    [
        (1_500_000, "£2.5m", 2_500_000, "£1.5m"),
        (300_000_000, "$600m", 600_000_000, "$300m"),
        (43_000, "€53,000", 53_000, "€43,000"),
        (120_000_000, "Rs 14 crore", 140_000_000, "Rs 12 crore"),
        (0.75, "$1", 1, "$0.75"),
        (8.4, "£9", 9, "£8.40"),
        (8.4, "9km", 9, "8.4km"),
        (8.0, "5 million euros", 5_000_000, None),
        (43_000, "fifty thousand euros", 50_000, None),
        (50_000, "£1.2bn", 1_200_000_000, None),
    ],
)
def test_written_like(value: float, model: str, worth: float, written: str | None) -> None:
    assert written_like(value, model, worth) == written


@given(st.integers(1, 999), st.sampled_from([1, 1_000, 1_000_000]))
def test_a_figure_written_like_itself_is_itself(number: int, magnitude: int) -> None:
    assert written_like(number * magnitude, f"£{number}m", number * magnitude) == f"£{number}m"


def test_digits_of() -> None:
    assert [digits_of(value) for value in (4607, 52.54, 3.754, 0.5, 10)] == ["4,607", "52.5", "3.75", "0.5", "10"]
