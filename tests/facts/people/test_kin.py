"""Relatives without a name tell what their owners are to the one whose kin they are told to be."""

from collections.abc import Callable

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def relations(facts: Facts) -> list[tuple[str, str, bool]]:
    return [(trait.person.name, trait.value, trait.implied) for trait in facts.traits if trait.what == "relation"]


def test_an_aunt_with_a_son_is_a_mother(annotate: Annotate) -> None:
    facts = annotate("Tim Falk, 9, was found. His aunt, Rosa Lind, wept. Lind said that her son was cold.")
    assert relations(facts) == [("Rosa Lind", "aunt", False), ("Rosa Lind", "mother", True)]


def test_a_relative_with_a_name_is_somebody_else(annotate: Annotate) -> None:
    facts = annotate("Tim Falk, 9, was found. His aunt, Rosa Lind, wept. Lind said that her son, Kim, was cold.")
    assert ("Rosa Lind", "mother", True) not in relations(facts)


def test_a_relative_of_whom_there_are_more_may_be_somebody_else(annotate: Annotate) -> None:
    facts = annotate("Tim Falk was found. His aunt, Rosa Lind, has two children. Lind said that her son was cold.")
    assert ("Rosa Lind", "mother", True) not in relations(facts)


def test_a_former_wife_is_no_wife(annotate: Annotate) -> None:
    facts = annotate("Tim Falk won. His former wife, Rosa Lind, wept. Falk's widow, Joan Falk, did not.")
    assert relations(facts) == [("Rosa Lind", "ex-wife", False), ("Joan Falk", "wife", False)]


def test_their_grandfather_is_that_of_two(annotate: Annotate) -> None:
    facts = annotate(
        "Tim Falk won. His brother, Karl Falk, wept. Karl Falk fires the kiln that their grandfather built."
    )
    assert relations(facts) == [("Karl Falk", "brother", False)]
