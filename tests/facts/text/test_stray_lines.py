"""Lines of the body that no stop ends: what they are made of, and whether the text below tells what they say."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.model import StrayLine

Annotate = Callable[[str], Facts]

ABOVE = "Pool to shut\n\nThe pool of Lund shuts in May, Ann Lee said, and Lund is sorry.\n\n"
BELOW = "\n\nThe roof leaks, and the town has no money for a new one."


def line_of(annotate: Annotate, words: str) -> StrayLine:
    (line,) = annotate(ABOVE + words + BELOW).stray_lines
    assert (line.start, line.end) == (len(ABOVE), len(ABOVE) + len(words))
    return line


@pytest.mark.parametrize("words", ["Page 2 of 3", "12 comments", "Watch Video 0:58", "Load more comments"])
def test_a_page_speaks_of_itself_in_few_words(annotate: Annotate, words: str) -> None:
    line = line_of(annotate, words)
    assert line.page
    assert not line.other


@pytest.mark.parametrize("words", ["Video of the leak", "What swimmers share", "A new roof"])
def test_a_heading_has_words_of_its_own(annotate: Annotate, words: str) -> None:
    assert line_of(annotate, words).other


def test_a_label_is_made_of_the_words_of_a_page(annotate: Annotate) -> None:
    assert line_of(annotate, "Now playing: The leak").label == "Now playing"
    assert line_of(annotate, "The mayor: The leak is old").label is None


def test_a_running_time_stands_behind_a_word_of_the_page(annotate: Annotate) -> None:
    assert line_of(annotate, "Divers at the leak  Play Video1:41").time == "1:41"
    assert line_of(annotate, "The doors shut at 9:41").time is None


def test_names_are_written_small_where_a_picture_is_filed(annotate: Annotate) -> None:
    assert line_of(annotate, "pool lund roof").small_name == "lund"
    assert line_of(annotate, "The pool at Lund").small_name is None


def test_names_stand_twice_where_a_picture_is_filed(annotate: Annotate) -> None:
    assert line_of(annotate, "Ann Lee pool Ann Lee").twice == "Ann Lee"


def test_a_heading_is_told_by_the_text_below_it(annotate: Annotate) -> None:
    assert line_of(annotate, "Why the town has no money for the roof").told == 1
    assert line_of(annotate, "Baker wins the prize of the county").told == 0


def test_the_lines_above_the_text_are_none(annotate: Annotate) -> None:
    assert annotate("Pool to shut\n\nA town without water\n\nThe pool shuts in May.").stray_lines == ()
