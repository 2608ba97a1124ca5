"""People of whom nothing at all is told, and groups that a speaker of before does not stand for."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def claims(facts: Facts, kind: str) -> list[tuple[str, str | None]]:
    return [(facts.text(claim), claim.named) for claim in facts.claims if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The lorry lost its load. The driver had not looked behind him, an official said.",
        "Tom Hale fell from his roof. One doctor told us that he had broken both wrists.",
    ],
)
def test_whoever_is_no_more_than_an_official_has_no_name(annotate: Annotate, text: str) -> None:
    assert claims(annotate(text), "unnamed")


@pytest.mark.parametrize(
    "text",
    [
        "The lorry lost its load. The driver had not looked behind him, an official of the roads agency said.",
        "The lorry lost its load. The driver had not looked behind him, a spokesman said.",
        "The lorry lost its load. An official, Ann Roe, said that the driver had not looked behind him.",
    ],
)
def test_whoever_has_a_house_an_office_or_a_name_is_none(annotate: Annotate, text: str) -> None:
    assert claims(annotate(text), "unnamed") == []


ABOVE = "The plant stood still, its manager, Ann Roe, said.\n\n"


def test_who_spoke_before_is_not_the_one_whom_experts_hides(annotate: Annotate) -> None:
    text = ABOVE + "The swarms will grow, experts warn. A finer net would help, according to Roe."
    assert claims(annotate(text), "people") == [("experts warn", None)]


def test_a_newcomer_is(annotate: Annotate) -> None:
    text = ABOVE + "The swarms will grow, experts warn. A finer net would help, said Tom Hale, who studies eels."
    ((words, named),) = claims(annotate(text), "people")
    assert words == "experts warn"
    assert named is not None
