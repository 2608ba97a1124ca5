"""Two people cannot hold one office of which a body or place has one."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def holders(facts: Facts) -> list[str]:
    return [trait.person.name for trait in facts.traits if trait.what == "holding"]


@pytest.mark.parametrize(
    "text",
    [
        "The line is late, Mayor Ruth Adeyo said. The mayor, Tom Berg, was cross.",
        "Its director, Ruth Adeyo, cut the ribbon. Museum director Tom Berg wept in May.",
        "Ruth Adeyo, the treasurer, counted it. The treasurer, Tom Berg, wept.",
        "The vicar of Holm, Ruth Adeyo, rang. Tom Berg, vicar of Holm, prayed.",
    ],
)
def test_two_who_are_told_to_hold_one_office(annotate: Annotate, text: str) -> None:
    assert holders(annotate(text)) == ["Ruth Adeyo", "Tom Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Adeyo was late. The deputy mayor, Tom Berg, was cross.",
        "Mayor Ruth Adeyo was late. The former mayor, Tom Berg, was cross.",
        "Mayor Ruth Adeyo was late. Her successor, the mayor, Tom Berg, was cross.",
        "The vicar of Holm, Ruth Adeyo, rang. Tom Berg, vicar of Vik, prayed.",
        "A director, Ruth Adeyo, sang. Museum director Tom Berg wept.",
        "The finance director, Ruth Adeyo, sang. The director, Tom Berg, wept.",
        "Mayor Ruth Adeyo was late. Both mayors wept. The mayor, Tom Berg, was cross.",
    ],
)
def test_those_who_may_hold_two(annotate: Annotate, text: str) -> None:
    assert not holders(annotate(text))
