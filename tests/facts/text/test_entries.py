"""Entries: the updates of a running story, and a correction at the foot, are read by themselves."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.text.entries import runs_backwards

Annotate = Callable[[str], Facts]

STORY = "Storm nears coast\n\nThe port is closed.\n\n{}\n\nThe bridge is shut.\n\n{}\n\nThe ferry is late.\n"


@pytest.mark.parametrize(
    ("one", "two"),
    [("9:40 p.m.", "8:05 p.m."), ("5.05pm", "3pm"), ("14:30 GMT", "12:10 GMT"), ("11:45 a.m.:", "11 a.m.:")],
)
def test_times_of_day_head_the_entries_of_a_running_story(annotate: Annotate, one: str, two: str) -> None:
    assert annotate(STORY.format(one, two)).entries == (2, 4)


def test_one_time_of_day_heads_nothing(annotate: Annotate) -> None:
    assert annotate(STORY.format("9:40 p.m.", "It will open at noon.")).entries == ()


def test_a_paragraph_that_begins_with_a_time_is_no_head(annotate: Annotate) -> None:
    assert annotate(STORY.format("9.40pm was the time of high water.", "8.05pm was low water.")).entries == ()


def test_a_correction_is_an_entry(annotate: Annotate) -> None:
    text = "Port shuts\n\nThe port is closed.\n\nCorrection: An earlier version gave the wrong port.\n"
    assert annotate(text).entries == (2,)


LIVE = "Lindby hold on\n\nThe cup goes north.\n\n{} The rain is back.\n\n{} Roe is down.\n\n{} The teams are out.\n"


@pytest.mark.parametrize(
    "stamps",
    [("90+3 min:", "62 min:", "45+1 min:"), ("45+2'", "45+1'", "30'"), ("8.05pm:", "7:40 pm:", "11.50am:")],
)
def test_a_story_whose_stamps_fall_runs_backwards(annotate: Annotate, stamps: tuple[str, str, str]) -> None:
    assert runs_backwards(annotate(LIVE.format(*stamps)))
    assert not runs_backwards(annotate(LIVE.format(*reversed(stamps))))


def test_two_times_make_no_running_story(annotate: Annotate) -> None:
    assert not runs_backwards(annotate(LIVE.format("8.05pm:", "7.40pm:", "Earlier:")))
