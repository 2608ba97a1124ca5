"""Mouths: quotations that by their own words are somebody else's than their speaker's."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
CAST = (
    "The mayor, Jean Dax, and his lawyer, Ann Cole, met Annick Roux, a baker. Bríd Fahy, a farmer, keeps a goat."
    " The goat was there.\n\n"
)


def told(facts: Facts) -> list[str]:
    """The words of each quotation that are not its speaker's."""
    source = facts.article.source
    return [
        source[credit.against.start : credit.against.end]
        for credit in facts.credits
        if credit.form == "mouth" and credit.against is not None
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("“As mayor I can only beg for a ferry,” said Roux.", "As mayor"),
        ("“My client was asleep in his van,” said Dax.", "My client"),
        ("“My lawyer will not be there,” said Cole.", "My lawyer"),
        ("“Ms Cole rang me at six,” said Cole.", "Cole"),
    ],
)
def test_what_another_alone_could_say_is_told(annotate: Annotate, said: str, words: str) -> None:
    assert told(annotate(CAST + said)) == [words]


@pytest.mark.parametrize(
    "said",
    [
        "“As mayor I can only beg for a ferry,” said Dax.",
        "“My client was asleep in his van,” said Cole.",
        "“My lawyer will not be there,” said Dax.",
        "“My goat has never bitten anyone,” said Dax.",
        "“Ann Cole rang me at six,” said Roux.",
        "“My wife will not be there,” said Dax.",
        "“I am Ann Cole, and I was here first,” said Cole.",
        "“Ann Cole is no quitter,” said Cole.",
    ],
)
def test_what_the_speaker_can_say_is_left_alone(annotate: Annotate, said: str) -> None:
    assert told(annotate(CAST + said)) == []


WIDOW = "The widow, Nora Dell, 83, met the clerk, Peter Oakes, and Carl Weir and his wife, Ida, a nurse.\n\n"


@pytest.mark.parametrize("said", ["“I miss my late husband,” said Oakes.", "“I love my wife,” said Ida Weir."])
def test_what_only_a_spouse_could_say_is_told(annotate: Annotate, said: str) -> None:
    assert len(told(annotate(WIDOW + said))) == 1


@pytest.mark.parametrize("said", ["“I miss my late husband,” Mrs Dell added.", "“I love my wife,” said Oakes."])
def test_what_the_spouse_says_is_left_alone(annotate: Annotate, said: str) -> None:
    assert told(annotate(WIDOW + said)) == []
