"""Homes are told by addresses, “from”, “lives in”, “his home in” and “the Lund man”."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def homes(facts: Facts) -> list[tuple[str, str]]:
    return [(facts.text(trait), trait.value) for trait in facts.traits if trait.what == "home"]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Tom Hale, 41, of Mill Lane, Castlemere, was late.", "Mill Lane, Castlemere"),
        ("Tom Hale (41), of 14 Mill Lane, was late.", "14 Mill Lane"),
        ("They met Tom Hale, a plumber from Castlemere, in May.", "Castlemere"),
        ("Tom Hale, who lives in Newton upon Lea, was late.", "Newton upon Lea"),
        ("Tom Hale was late. His home in Castlemere burned down.", "Castlemere"),
        ("A plumber from Castlemere has won.\n\nTom Hale, 41, wept.", "Castlemere"),
    ],
)
def test_where_somebody_lives(annotate: Annotate, text: str, home: str) -> None:
    assert [text for text, _ in homes(annotate(text))] == [home]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale, 41, of Castlemere University, was late.",
        "Tom Hale, 41, of the council, was late.",
        "Tom Hale does not live in Castlemere.",
        "Tom Hale, 41, of Castlemere, moved in May.",
        "They met Tom Hale, 41, of Sweden.",
    ],
)
def test_where_nobody_lives(annotate: Annotate, text: str) -> None:
    assert homes(annotate(text)) == []


def test_the_man_of_a_place_takes_up_the_one_whose_home_is_told(annotate: Annotate) -> None:
    facts = annotate("Tom Hale, 41, of Castlemere, won.\n\nThe Thornley man wept.")
    assert [(t.value, t.taken_up) for t in facts.traits if t.what == "home"] == [
        ("castlemere", False),
        ("thornley", True),
    ]


def test_two_places_of_one_sentence_may_be_one(annotate: Annotate) -> None:
    facts = annotate("Tom Hale, 41, of Castlemere, won. Castlemere lies near Thornley.\n\nThe Thornley man wept.")
    assert len({value for _, value in homes(facts)}) == 1
