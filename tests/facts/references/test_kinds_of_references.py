"""Definite phrases, “there”, “our” and pronouns between two: what is told and the look-alike that is not."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]

LOST = [
    (
        "definite",
        "A ferry is late.\n\nIt sails at ten.\n\nSince the robbery in May nobody has gone aboard.",
        "the robbery",
    ),
    ("definite", "Jo Lind sings.\n\nShe has a cold.\n\nThat verdict surprised her.", "That verdict"),
    ("definite", "A ferry is late.\n\nIt sails at ten.\n\nSince the incident in May nobody sleeps.", "the incident"),
    (
        "definite",
        "Two firms met in court.\n\nThe judge reserved her decision.\n\nJo Lind welcomed the ruling.",
        "the ruling",
    ),
    (
        "definite",
        "Two firms met in court.\n\nThe judge will rule in May.\n\nJo Lind welcomed the ruling.",
        "the ruling",
    ),
    ("there", "Jo Lind sings.\n\nShe moved there in May.", "there"),
]
KEPT = [
    (
        "definite",
        "It was a robbery.\n\nIt sails at ten.\n\nSince the robbery in May nobody has gone aboard.",
    ),
    ("definite", "Jo Lind sings.\n\nA verdict was read on Monday.\n\nThat verdict surprised her."),
    ("definite", "A ferry is late.\n\nIt sails at ten.\n\nThe firm would say nothing of the incident."),
    ("definite", "Two firms met in court.\n\nThe judge found for one of them.\n\nJo Lind welcomed the ruling."),
    ("definite", "A ruling was read.\n\nOn costs the judge reserved her decision.\n\nJo Lind welcomed the ruling."),
    ("there", "Jo Lind sings in Bergen.\n\nShe moved there in May."),
]


def lost(facts: Facts, kind: str) -> list[str]:
    """The words of all references of a kind for which nothing was found."""
    return [facts.text(one) for one in facts.references if one.kind == kind and not one.found]


@pytest.mark.parametrize(("kind", "text", "words"), LOST)
def test_what_nothing_brings_in_is_found_wanting(annotate: Annotate, kind: str, text: str, words: str) -> None:
    assert lost(annotate(text), kind) == [words]


@pytest.mark.parametrize(("kind", "text"), KEPT)
def test_what_the_text_before_brings_in_is_found(annotate: Annotate, kind: str, text: str) -> None:
    assert lost(annotate(text), kind) == []


def test_what_one_of_two_tells_the_other_may_be_about_either(annotate: Annotate) -> None:
    facts = annotate("Ms Ann Roe told Ms Eva Lind on Monday that she had been drinking.")
    between = [one for one in facts.references if one.kind == "between"]
    assert [[facts.text(place) for place in one.two] for one in between] == [["Ann Roe", "Eva Lind"]]


def test_what_a_woman_tells_a_man_is_about_one_of_them(annotate: Annotate) -> None:
    facts = annotate("Ms Ann Roe told Mr Jim Lind on Monday that she had been drinking.")
    assert [one for one in facts.references if one.kind == "between"] == []
