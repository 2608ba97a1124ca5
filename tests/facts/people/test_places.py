"""Places have one canonical name, whatever they are called; contested names are told."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def names(facts: Facts) -> list[tuple[str, bool]]:
    return [(place.name, place.contested) for place in facts.places]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They left Kiev by train.", "kyiv"),
        ("They left Kyiv by train.", "kyiv"),
        ("They left the Russian Federation by train.", "russia"),
        ("They left Burma by train.", "myanmar"),
        ("They left São Paulo by train.", "sao paulo"),
    ],
)
def test_spellings_and_older_names_are_one_place(annotate: Annotate, text: str, name: str) -> None:
    assert names(annotate(text)) == [(name, True)]


@pytest.mark.parametrize(
    "text", ["They left Britain by train.", "They left the UK by train.", "They left Lund by train."]
)
def test_short_forms_and_names_without_a_rival_are_not_contested(annotate: Annotate, text: str) -> None:
    assert not any(contested for _, contested in names(annotate(text)))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Shares in Bombay fell today.", False),
        ("Shares on the Bombay Stock Exchange fell today.", True),
        ("They went to the University of Peking today.", True),
        ("The people of Peking voted today.", False),
    ],
)
def test_a_place_in_the_name_of_something_else_is_part_of_it(annotate: Annotate, text: str, part: bool) -> None:
    assert [place.part for place in annotate(text).places] == [part]


@pytest.mark.parametrize(
    ("text", "glossed"),
    [
        ("Burma, also known as Myanmar, votes today.", [True, True]),
        ("Mumbai, formerly Bombay, votes today.", [True, True]),
        ("They went to Burma. Myanmar votes today.", [False, False]),
    ],
)
def test_a_sentence_that_gives_both_names_glosses_them(annotate: Annotate, text: str, glossed: list[bool]) -> None:
    assert [place.glossed for place in annotate(text).places] == glossed


def test_a_name_in_a_quotation_is_told(annotate: Annotate) -> None:
    assert [p.in_quote for p in annotate("“We love Kyiv,” the mayor of Kiev said.").places] == [True, False]
