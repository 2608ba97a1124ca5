"""Quotes that have the words of an earlier one are set beside it, with what differs."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.model import Echo

Annotate = Callable[[str], Facts]

FIRST = "Ann Roe, who runs the mill, and Leo Marsh met.\n\n"
FIRST += "“The mill will not close before the end of May,” Ann Roe said.\n\n"


def echo(annotate: Annotate, later: str) -> Echo | None:
    echoes = annotate(FIRST + later).echoes
    return echoes[0] if echoes else None


def test_the_same_words_are_an_echo_of_the_same_speaker(annotate: Annotate) -> None:
    found = echo(annotate, "Roe said: “The mill will not close before the end of May.”")
    assert found is not None
    assert (found.same, found.share, found.same_speaker) == (True, 1.0, True)


def test_words_that_differ_are_told_with_what_stood_in_their_place(annotate: Annotate) -> None:
    found = echo(annotate, "“The mill will not open before the end of June,” Roe said.")
    assert found is not None
    assert (found.same, found.here, found.there) == (False, "open", "close")


def test_another_speaker_of_the_same_words_is_told(annotate: Annotate) -> None:
    found = echo(annotate, "“The mill will not close before the end of May,” Marsh said.")
    assert found is not None
    assert found.same_speaker is False
    assert [speaker.text for speaker in (found.speaker, found.first_speaker) if speaker] == ["Marsh", "Ann Roe"]


@pytest.mark.parametrize(
    "later",
    [
        "“The mill will not close … before the end of May,” Roe said.",
        "“The mill [in Lund] will not close before the end of May,” Roe said.",
        "Roe said that it “will not close before the end of May”.",
    ],
)
def test_what_is_left_out_openly_or_not_quoted_is_no_difference(annotate: Annotate, later: str) -> None:
    found = echo(annotate, later)
    assert found is not None
    assert found.same


@pytest.mark.parametrize(
    "later",
    [
        "“The mill is old, and the river has little water in May,” Roe said.",
        "“We will see,” Roe said.",
        "Roe said that it would not close before the end of May.",
    ],
)
def test_other_quotes_are_no_echo(annotate: Annotate, later: str) -> None:
    assert echo(annotate, later) is None


def test_a_noun_of_one_and_of_several_is_no_change(annotate: Annotate) -> None:
    text = "The bill had “poison pills about toads” in it.\n\nIt fell by a “poison pill about toads” on Friday.\n"
    assert [echo for echo in annotate(text).echoes if not echo.same] == []
