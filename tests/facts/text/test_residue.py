"""What cuts and pastes leave: marks without notes, pointers at nothing, colons before nothing, small first letters."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.model import NoteMark, Opening, Pointer

Annotate = Callable[[str], Facts]


def test_a_mark_behind_a_stop_is_that_of_a_note(annotate: Annotate) -> None:
    text = "Nine pairs nest,² on 40 m² of roof."
    assert annotate(text).note_marks == (NoteMark(11, 17, "²", False, "paragraph"),)


def test_a_line_that_begins_with_the_mark_is_its_note(annotate: Annotate) -> None:
    text = "Storks back\n\nNine pairs nest there,* she says.\n\n* Ten by another count.\n"
    assert [mark.answered for mark in annotate(text).note_marks] == [True]


@pytest.mark.parametrize(
    "text", ["It is a f*** of a roof.", "The *whole* roof leaks.", "Five m² of roof, CCI** and CO²."]
)
def test_masked_letters_emphasis_and_units_are_no_notes(annotate: Annotate, text: str) -> None:
    assert annotate(text).note_marks == ()


def test_a_pointer_counts_what_stands_there(annotate: Annotate) -> None:
    text = "The soups\n\nBoth recipes appear below.\n\nTake two leeks."
    assert annotate(text).pointers == (Pointer(16, 36, "below", "recipes", "text", 1, 0, 0),)


@pytest.mark.parametrize("text", ["The picture above the altar is old.", "It fell to ten below zero, the map shows."])
def test_a_place_in_the_world_is_no_pointer(annotate: Annotate, text: str) -> None:
    assert annotate(text).pointers == ()


@pytest.mark.parametrize(
    ("behind", "goes_over"),
    [
        ("But the draw was put off.", True),
        ("The bank, Holm & Co, said that no poem had come.", True),
        ("“The cherry is bare.”", False),
        ("We are sorry, the firm said to us.", False),
        ("The roof leaks and the pumps are old.", False),
    ],
)
def test_what_follows_a_colon_may_go_over_to_something_else(annotate: Annotate, behind: str, goes_over: bool) -> None:
    endings = annotate(f"Poet resigns\n\nHe wrote this to his friends:\n\n{behind}").endings
    assert endings[0].goes_over is goes_over


@pytest.mark.parametrize(
    ("line", "licensed"),
    [
        ("Find somebody to talk to", "to"),
        ("Say what your aim should be", "what"),
        ("He asked the county for money from", None),
        ("The pool, which was built in 1936, has been", None),
    ],
)
def test_a_short_line_may_end_in_a_stranded_word(annotate: Annotate, line: str, licensed: str | None) -> None:
    assert annotate(f"Pool to shut\n\nThe pool shuts.\n\n{line}\n\nIt is old.").endings[1].licensed == licensed


def test_a_paragraph_with_a_small_letter_in_front(annotate: Annotate) -> None:
    text = "Pool to shut\n\nThe pool shuts in May.\n\nespite the rain it was full."
    assert annotate(text).openings == (Opening(38, 44, 6, "paragraph", "stop", "stop", True, 1),)


def test_a_line_repeated_right_below_is_told_however_short(annotate: Annotate) -> None:
    text = (
        "Pool to shut\n\nThe pool shuts in May.\n\nThat was Lund's last pool\n\nThat was Lund’s last pool\n\nIt is old."
    )
    assert [(r.kind, text[r.start : r.end]) for r in annotate(text).repetitions] == [
        ("paragraph", "That was Lund’s last pool")
    ]


def test_a_sentence_set_off_as_a_block_of_its_own_is_no_repetition(annotate: Annotate) -> None:
    text = (
        "It rained. The dam had been full since Monday night.\n\nThe dam had been full since Monday night.\n\nIt held."
    )
    assert annotate(text).repetitions == ()
