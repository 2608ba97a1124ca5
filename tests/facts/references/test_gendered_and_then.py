"""“The man” where only women are told of, and “that year” where no time is told."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
SHOP = (
    "Thief returns\n\nA %s walked into the shop, Sergeant Nadia Petrov said. She took a coat.\n\nThe man came back.\n"
)


def missing(facts: Facts, kind: str) -> list[str]:
    """The references of a kind that nothing before them is for."""
    return [facts.text(one) for one in facts.references if one.kind == kind and not one.found]


def test_a_man_is_missed_where_the_text_has_spoken_of_a_woman_alone(annotate: Annotate) -> None:
    assert missing(annotate(SHOP % "woman"), "gendered") == ["The man"]


@pytest.mark.parametrize("who", ["thief", "man", "woman and her driver", "woman with two friends", "boy and a girl"])
def test_a_man_is_not_missed_where_anybody_may_be_one(annotate: Annotate, who: str) -> None:
    assert missing(annotate(SHOP % who), "gendered") == []


def test_a_story_may_open_with_the_woman(annotate: Annotate) -> None:
    assert missing(annotate("Bank robbed\n\nThe woman came at noon. She wore a hat.\n"), "gendered") == []


@pytest.mark.parametrize("words", ["It rained that year.", "Rain fell that summer and filled it."])
def test_a_time_is_missed_where_none_is_told(annotate: Annotate, words: str) -> None:
    lead = "Well dug\n\nThe villagers of Vik dug a well by hand, the mayor said.\n\n"
    assert len(missing(annotate(lead + words), "then")) == 1
    assert missing(annotate(lead.replace("by hand", "by hand in 1990") + words), "then") == []
    assert missing(annotate(lead.replace("by hand", "by hand on Monday") + words), "then") == []


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("The two took turns at the wheel. He had drunk.", 1),
        ("Both were cold. He had lost a shoe.", 1),
        ("A clerk said the two took turns. He had drunk.", 0),
        ("The two met Carl Weir. He had drunk.", 0),
        ("The two took turns at the wheel. The clerk said he had seen them.", 0),
    ],
)
def test_one_of_two_who_are_spoken_of_together_is_not_told(annotate: Annotate, told: str, number: int) -> None:
    facts = annotate("Plunge in court\n\nRoss Tulley and his friend Adam Creed drove home at night.\n\n" + told)
    assert len([one for one in facts.references if one.kind == "between"]) == number


def test_brothers_are_missed_where_the_text_has_named_women_alone(annotate: Annotate) -> None:
    text = "Dairy wins\n\nSarah and Joanne Pike run the dairy of their father.\n\nThe %s won in May.\n"
    assert missing(annotate(text % "brothers"), "gendered") == ["The brothers"]
    assert missing(annotate(text % "sisters"), "gendered") == []
