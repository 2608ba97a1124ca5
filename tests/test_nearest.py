"""What is suggested for a name that does not exist."""

import pytest

from factlint.nearest import nearest

CODES = ("NAM101", "NAM110", "NAM210", "NAM107", "FIG101", "FIG410", "RES154", "RES514", "QUO108", "QUO109")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NAM10l", "NAM101"),  # a letter for the digit that looks like it
        ("NAM1O7", "NAM107"),
        ("FIG10I", "FIG101"),
        ("QUO10B", "QUO108"),
        ("NAM108", "NAM107"),  # the key beside it
        ("NAM21", "NAM210"),  # what goes on as it was begun
        ("RES-154", "RES154"),
        ("RES15", "RES154"),
    ],
)
def test_the_least_slip_of_eye_or_finger_is_suggested(typed: str, meant: str) -> None:
    assert nearest(typed, CODES) == f" Did you mean “{meant}”?"


def test_nothing_is_suggested_for_what_is_like_nothing() -> None:
    assert nearest("xyzzy", CODES) == ""
