"""Honorifics, titles and the pronouns after a name say more of its bearer's gender than the first name does."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def genders(facts: Facts) -> dict[str, str]:
    return {person.name: person.gender for person in facts.people}


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Marty Lowell runs the mill. She was born in Lund. Lowell has two sons. She hopes to retire in May.", "female"),
        ("Marty Lowell runs the mill. He was born in Lund. Lowell has two sons. He hopes to retire in May.", "male"),
        ("Marty Lowell runs the mill. She hopes to retire in May.", "male"),  # one may be a slip
        ("Mr Marty Lowell runs the mill. She was born in Lund. Mr Lowell is rich. She hopes to retire.", "male"),
        ("Kim Stroud runs the mill. She was born in Lund. Stroud has two sons. She hopes to retire.", "female"),
    ],
)
def test_pronouns_sentence_after_sentence_outweigh_the_first_name(annotate: Annotate, text: str, gender: str) -> None:
    assert list(genders(annotate(text)).values()) == [gender]


def test_a_pronoun_after_two_people_says_nothing(annotate: Annotate) -> None:
    text = "Kim Stroud met Anna Holt. She left. Kim Stroud called Anna Holt. She was late."
    assert genders(annotate(text)) == {"Kim Stroud": "unknown", "Anna Holt": "female"}


def test_a_pronoun_after_somebody_without_a_name_says_nothing(annotate: Annotate) -> None:
    text = "Kim Stroud has a wife. She left. Kim Stroud has a daughter. She was late."
    assert genders(annotate(text)) == {"Kim Stroud": "unknown"}


def test_what_is_quoted_says_nothing(annotate: Annotate) -> None:
    text = "Kim Stroud spoke. “She was late.” Stroud left. “She is gone.”"
    assert genders(annotate(text)) == {"Kim Stroud": "unknown"}


def test_a_couple_of_one_family_name_is_neither_he_nor_she(annotate: Annotate) -> None:
    text = "Mr Khan spoke first. Ms Khan wept. Mr Khan held a book. Ms Khan left."
    assert set(genders(annotate(text)).values()) == {"unknown"}
