"""Records: what is more than any of its kind, told outright."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No lake in Europe is cleaner than the Velm.", True),
        ("The Velm is cleaner than any lake in Europe.", True),
        ("The county has more windmills than any other.", True),
        ("The mast will be the tallest wooden thing anywhere.", True),
        ("No lake in the park is deeper than two metres.", False),
        ("The county has more windmills than it had in May.", False),
        ("The singer has more hats than any other.", False),
        ("The Velm is cleaner than any lake in Europe, the keeper, Ann Roe, said.", False),
    ],
)
def test_more_than_any_is_a_record(annotate: Annotate, text: str, told: bool) -> None:
    assert any(claim.kind == "record" for claim in annotate(text).claims) == told
