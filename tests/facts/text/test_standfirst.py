"""The standfirst is told from the first paragraph by what follows it, and by the stop that it lacks."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.text.standfirst import standfirst

Annotate = Callable[[str], Facts]

BODY = "The council met on Monday. It voted twice.\n\nNobody spoke.\n"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            f"Council votes\n\nRoe, Hale, Lind, Berg and Holm all won to reach the second round of the cup\n\n{BODY}",
            1,
        ),
        (f"Council votes\n\nRoe and Hale both win.\n\nLUND, Sweden — {BODY}", 1),
        (f"Council votes\n\nRoe and Hale both won on Monday.\n\n{BODY}", None),
        ("", None),
    ],
)
def test_the_standfirst(annotate: Annotate, text: str, number: int | None) -> None:
    assert standfirst(annotate(text)) == number
