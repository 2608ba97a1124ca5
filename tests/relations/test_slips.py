"""Which values look like slips of the pen for others."""

import pytest

from factlint.relations.slips import slip_of


@pytest.mark.parametrize(
    ("written", "meant", "sort", "digits"),
    [
        (430, 340, "swap", 2),
        (8142, 8412, "swap", 4),
        (2.3e6, 3.2e6, "swap", 2),
        (624, 426, "far-swap", 3),
        (227, 277, "digit", 3),
        (900_000, 90_000, "power", 1),
        (2.5e6, 25e6, "power", 2),
    ],
)
def test_a_slip_is_told_by_its_digits(written: float, meant: float, sort: str, digits: int) -> None:
    slip = slip_of(written, meant)
    assert slip is not None
    assert (slip.sort, slip.digits) == (sort, digits)


@pytest.mark.parametrize(
    ("written", "meant"),
    [(340, 340), (340, 415), (112, 12.2), (912, 112), (0, 10), (12, 3400), (90, 9e9)],
)
def test_other_values_are_no_slips(written: float, meant: float) -> None:
    assert slip_of(written, meant) is None
