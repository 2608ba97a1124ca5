"""Names that two places of an article give nearly alike are brought together, and it is told how they part."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def versions(facts: Facts) -> list[tuple[str, str, str]]:
    return [(facts.text(version), facts.text(version.against), version.differs) for version in facts.versions]


@pytest.mark.parametrize(
    ("text", "here", "against", "differs"),
    [
        (
            "Smoke in Cooper's Row woke them. They left Cooper's Lane at noon.",
            "Cooper's Lane",
            "Cooper's Row",
            "head",
        ),
        ("They live at Vorgunda. The beach at Vorganda is shut.", "Vorganda", "Vorgunda", "letters"),
        ("They live at Halberfeld. The works in Halberstow is shut.", "Halberstow", "Halberfeld", "word"),
        (
            "The Tarn Valley Housing Trust has 90 flats. Nobody at the Tawn Valley Housing Trust spoke.",
            "Tawn Valley Housing Trust",
            "Tarn Valley Housing Trust",
            "letters",
        ),
        (
            "Tom Reade chairs the club. The roof leaks. “We have no money,” Reid said.",
            "Reid",
            "Tom Reade",
            "word",
        ),
        (
            "Carla Venturini spoke. Nobody rang. They asked Venturelli about it.",
            "Venturelli",
            "Carla Venturini",
            "word",
        ),
        (
            "Elmbridge Rovers won. It was late. Nobody from Elmbridge Rangers spoke.",
            "Elmbridge Rangers",
            "Elmbridge Rovers",
            "side",
        ),
        ("They left Thornwick Foods. Shares in Thorpwick fell.", "Thorpwick", "Thornwick Foods", "short"),
        ("The Northern Lights Trust (NLT) spoke. They asked the NTL.", "NTL", "NLT", "initials"),
        ("Dr Hemi Ruatapu spoke. They asked Dr Ruatapu Hemi.", "Ruatapu Hemi", "Hemi Ruatapu", "order"),
        ("Shin Hye-rim spoke. Ms Shin is a potter. They asked Ms Hye-rim.", "Hye-rim", "Shin Hye-rim", "family"),
    ],
)
def test_names_nearly_alike_point_at_each_other(
    annotate: Annotate, text: str, here: str, against: str, differs: str
) -> None:
    assert versions(annotate(text)) == [(here, against, differs)]


@pytest.mark.parametrize(
    "text",
    [
        "Smoke in Cooper's Row woke them. They left Baker's Lane at noon.",
        "The Kazakh president spoke. Kazakhs heard him. Kazakhstan is large.",
        "They live at Vorgunda. The beach at Vorgunda is shut.",
        "Carla Venturini spoke. They asked Venturini about it.",
        "Ms Shin is a potter. Park Hye-rim is another. They asked Ms Park.",
    ],
)
def test_other_names_do_not(annotate: Annotate, text: str) -> None:
    assert versions(annotate(text)) == []


def test_two_that_one_sentence_names_are_told_apart(annotate: Annotate) -> None:
    facts = annotate("Cooper's Row and Cooper's Lane were shut. Traffic is back in Cooper's Lane.")
    assert {version.together for version in facts.versions} == {True}


def test_a_name_that_is_introduced_is_told(annotate: Annotate) -> None:
    facts = annotate("Cooper's Row was shut. Another street, Cooper's Lane, a path by the river, was not.")
    assert [(version.told, version.together) for version in facts.versions] == [(True, False)]


def test_the_plural_of_a_name_that_several_have_is_no_other_name(annotate: Annotate) -> None:
    text = "Three Tom Hannigans and a bell\n\nTom Hannigan rang it. Ann Hannigan-Boyle held the rope for Bo Hannigan."
    assert versions(annotate(text)) == []
