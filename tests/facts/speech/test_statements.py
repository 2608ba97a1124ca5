"""Verbs of saying with their speaker: who has spoken before, and how far up."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.model import Statement

Annotate = Callable[[str], Facts]


def last(facts: Facts) -> Statement:
    return facts.statements[-1]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Ms Roe also said that the mill would close.", True),
        ("Ms Roe has also said that the mill would close.", True),
        ("“The mill closes,” Ms Roe added.", True),
        ("Ms Roe added that the mill would close.", True),
        ("“The mill,” she continued, “will close.”", True),
        ("Ms Roe said that the mill would close.", False),
        ("Ms Roe said also the dam was hers.", False),
        ("Ms Roe added her name, she said.", False),
    ],
)
def test_words_that_promise_an_earlier_statement_are_told(annotate: Annotate, text: str, goes_on: bool) -> None:
    assert last(annotate(text)).goes_on is goes_on


@pytest.mark.parametrize(
    ("above", "before"),
    [
        ("The mill is old.", 0),
        ("Ms Roe owns a mill.", 0),
        ("Ms Roe said that the mill was old.", 1),
        ("Ms Roe, who owns the mill, told the council that it was old.", 1),
        ("“The mill is old,” Ms Roe said.", 1),
        ("Ms Roe denied it.", 1),
        ("The mill is old, according to its owner, Ms Roe.", 1),
        ("Mr Marsh said that the mill was old.", 0),
    ],
)
def test_what_a_speaker_has_said_before_is_counted(annotate: Annotate, above: str, before: int) -> None:
    assert last(annotate(f"{above}\n\nMs Roe also said that it would close.")).before == before


def test_a_quote_is_not_before_the_verb_that_credits_it(annotate: Annotate) -> None:
    assert last(annotate("The mill is old.\n\n“It will close,” Ms Roe added.")).before == 0


def test_how_far_up_anybody_spoke_last_is_told_in_blocks_and_in_words(annotate: Annotate) -> None:
    statement = last(annotate("Ms Roe said no.\n\nThe mill is old.\n\n“It will close,” he added."))
    assert (statement.back, statement.last_where) == (2, "two paragraphs up")


def test_nobody_before_the_first_statement(annotate: Annotate) -> None:
    statement = annotate("The mill is old.\n\nMs Roe also said it would close.").statements[0]
    assert (statement.back, statement.last, statement.last_where) == (None, None, None)


def test_words_in_a_quotation_are_no_statement(annotate: Annotate) -> None:
    assert annotate("“He said no.”").statements == ()
