"""Two of the sentence before a pronoun between whom the article does not decide, and one whose sex is another."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def either(facts: Facts) -> list[str]:
    """The names that one pronoun may stand for alike."""
    return [facts.text(place) for found in facts.references if found.kind == "between" for place in found.two]


def of_another_sex(facts: Facts) -> list[str]:
    """Whom the paragraphs of pronouns speak of alone, where that is one of the other sex."""
    return [facts.text(found.alone) for found in facts.pronouns if found.alone is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Bridge opens.\n\nHe showed it to the mayor, Brian Tate, and the engineer, Malcolm Ogden, on Friday. "
        "He cut the ribbon.",
        "Race won.\n\nThe winner, Brian Tate, shook hands with the second, Malcolm Ogden. He said that he would rest.",
        "Vote due.\n\nThe mayor, Brian Tate, thanked the clerk, Malcolm Ogden, for the figures. He had sat up late.",
    ],
)
def test_whoever_weighs_alike_may_be_meant(annotate: Annotate, text: str) -> None:
    assert either(annotate(text)) == ["Brian Tate", "Malcolm Ogden"]


@pytest.mark.parametrize(
    "text",
    [
        "Bridge opens.\n\nThe mayor, Brian Tate, showed it to the engineer, Carol Ogden. He cut the ribbon.",
        "Bridge opens.\n\nJudge Brian Tate said that the loss to Malcolm Ogden was plain. He set a term of a year.",
        "Letter read.\n\nIn a letter Mr Brian Tate of Malcolm Heath was made to say no. He had written yes.",
        "Stall let.\n\nTwo stalls down is Brian Tate, whose brother is Malcolm Ogden's cook. He sells rice.",
    ],
)
def test_whoever_weighs_more_is_meant(annotate: Annotate, text: str) -> None:
    assert either(annotate(text)) == []


def test_a_man_of_another_paragraph_is_farther_than_the_woman_of_the_sentence_before(annotate: Annotate) -> None:
    text = "Wall cracks.\n\nBrian Tate, a builder, paid.\n\nThe report is by a judge, Carol Ogden. He will read it."
    assert of_another_sex(annotate(text)) == ["Carol Ogden"]


def test_somebody_above_without_a_name_may_still_be_meant(annotate: Annotate) -> None:
    text = "Power out.\n\nAn engineer was hurt.\n\nThe spokeswoman, Carol Ogden, says 80 are out. He is in hospital."
    assert of_another_sex(annotate(text)) == []
