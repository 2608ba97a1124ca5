"""Posts tell at which body, or for which place, somebody has an office."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def posts(facts: Facts) -> list[tuple[str, str]]:
    return [(trait.family.removeprefix("post as "), trait.value) for trait in facts.traits if trait.what == "post"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The Bishop of Lindmere, Ann Roe, was late.", ("bishop", "lindmere")),
        ("Ann Roe, the MP for Lindmere, was late.", ("mp", "lindmere")),
        ("Ann Roe, MP for Lindmere, was late.", ("mp", "lindmere")),
        ("They met Ann Roe, professor of botany at Lindmere University.", ("university", "lindmere university")),
        ("Dr Ann Roe of Lindmere University was late.", ("university", "lindmere university")),
        ("Ann Roe was late. Her university, Lindmere, is old.", ("university", "lindmere")),
    ],
)
def test_where_somebody_has_an_office(annotate: Annotate, text: str, post: tuple[str, str]) -> None:
    assert post in posts(annotate(text))


def test_an_office_without_a_name_is_that_of_its_one_holder(annotate: Annotate) -> None:
    facts = annotate("The Bishop of Lindmere, Ann Roe, sang.\n\nThe Bishop of Castlebrook danced.")
    assert posts(facts) == [("bishop", "lindmere"), ("bishop", "castlebrook")]


def test_an_office_with_another_name_beside_it_is_not(annotate: Annotate) -> None:
    facts = annotate(
        "The Bishop of Lindmere, Ann Roe, sang.\n\nThe Bishop of Castlebrook, the Rt Rev Tom Hale, danced."
    )
    assert {(t.person.name, t.value) for t in facts.traits if t.what == "post"} == {
        ("Ann Roe", "lindmere"),
        ("Tom Hale", "castlebrook"),
    }


def test_initials_are_the_name(annotate: Annotate) -> None:
    facts = annotate("Ann Roe, professor of law at Lindmere Open University, sang. Ann Roe of LOU danced.")
    assert len({value for _, value in posts(facts)}) == 1
