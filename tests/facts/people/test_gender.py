"""Honorifics, titles and the pronouns after a name say more of its bearer's gender than the first name does."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def genders(facts: Facts) -> dict[str, str]:
    return {person.name: person.gender for person in facts.people}


_THRICE = "Martin Lowell runs the mill. {0} swims. Lowell has two sons. {0} sings. Lowell sold a boat. {0} sails."


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        (_THRICE.format("She"), "female"),
        (_THRICE.format("He"), "male"),
        (_THRICE.replace("{0} sails", "He sails").format("She"), "male"),  # what is said twice may be a slip
        (_THRICE.replace("Martin", "Mr Martin").format("She"), "male"),
        ("Kim Stroud runs the mill. She was born here. Stroud has two sons. She hopes to retire.", "female"),
        ("Kim Stroud runs the mill. Stroud read her letter. Stroud called her back.", "unknown"),
        ("The mill was left to his widow, Kim, on Monday.", "female"),
        ("As he told his widow, Kim Stroud was late.", "unknown"),
        ("Putin spoke on Monday.", "male"),
        ("Merkel spoke on Monday.", "female"),
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


def test_the_articles_own_pronouns_outweigh_the_usual_gender_of_a_first_name(annotate: Annotate) -> None:
    text = "Tom Mendis opened the bakery. She burnt the first loaf. Mendis sells 400 loaves. She gets up at three."
    assert [person.gender for person in annotate(text).people] == ["female"]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("A father of four has been named as Leslie Marsh.", "male"),
        ("Police identified the widow as Kim Marsh.", "female"),
        ("Kim Marsh is a mother of two.", "female"),
        ("The actress Robin Vale was late.", "female"),
        ("The father was seen with Leslie Marsh.", "unknown"),
        ("Kim Marsh is no mother of two.", "unknown"),
    ],
)
def test_a_noun_that_is_said_of_a_name_tells_the_sex(annotate: Annotate, text: str, gender: str) -> None:
    assert [person.gender for person in annotate(text).people] == [gender]
