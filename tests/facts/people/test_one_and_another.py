"""Who is one person and who another: nicknames, plurals of a name, family names that come first, results."""

from __future__ import annotations

import pytest

from factlint.api import facts as facts_of


def people(text: str) -> set[str]:
    """The names of everybody in a small article."""
    return {person["name"] for person in facts_of(f"Fair\n\n{text}\n")["people"]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Margaret “Peg” Lind, 90, has died. Peg Lind taught for 38 years.", {"Margaret Lind"}),
        ("Both Mr Hales are tall. Tom Hale teaches physics at the school.", {"Tom Hale"}),
        ("Dr Tan Hwee Ling led it with Tan Boon Kiat. Dr Tan sleeps well.", {"Tan Hwee Ling", "Tan Boon Kiat"}),
        ("Magistrate Lucy Achieng' Roe heard it. Ms Roe let him go.", {"Lucy Achieng Roe"}),
        ("Don't tell Ann Roe. Ann Roe wept.", {"Ann Roe"}),
    ],
)
def test_everybody_is_one_person(text: str, names: set[str]) -> None:
    assert people(text) == names
