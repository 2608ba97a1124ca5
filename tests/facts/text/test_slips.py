"""Two words that grammar never joins are a slip; the same two in two clauses, in a question or in a name are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def slips(text: str, annotate: Annotate) -> list[str]:
    facts = annotate(text)
    return [facts.article.text[slip.start : slip.end] for slip in facts.slips]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The yard could went under by June, Jim Hay said.", "could went"),
        ("The yard was has been sold twice, Jim Hay said.", "was has"),
        ("The owners of the from Lund have paid, Jim Hay said.", "the from"),
        ("A the crane fell on Monday, Jim Hay said.", "A the"),
        ("The crane did came down on Monday, Jim Hay said.", "did came"),
        ("They met on Monday Tuesday, Jim Hay said.", "Monday Tuesday"),
        ("The firm denied denies the claim, Jim Hay said.", "denied denies"),
    ],
)
def test_what_a_change_left_behind(annotate: Annotate, text: str, slip: str) -> None:
    assert slips(text, annotate) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "What it was was a seal.",
        "The house that he loved was has-been chic.",
        "The man he was did not show.",
        "Would prices fall, she asked?",
        "He read the will of the late owner.",
        "Plan A of the board is dead.",
        "“The of is was,” the child said.",
        "They have had time to pay.",
        "The at-home test costs a pound.",
    ],
)
def test_two_clauses_a_question_a_noun_or_a_quotation(annotate: Annotate, text: str) -> None:
    assert slips(text, annotate) == []
