"""Two words that grammar never joins are a slip; the same two in two clauses, in a question or in a name are none."""

from __future__ import annotations

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.lexicon import Lexicon
from factlint.read import read


def slips(text: str, lexicon: Lexicon) -> list[str]:
    facts = Facts(read("a.txt", text.encode(), lexicon), lexicon)
    return [facts.article.text[slip.start : slip.end] for slip in facts.slips]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The yard could went under by June, Jim Hay said.", "could went"),
        ("The yard was has been sold twice, Jim Hay said.", "was has"),
        ("The owners of the from Lund have paid, Jim Hay said.", "the from"),
        ("A the crane fell on Monday, Jim Hay said.", "A the"),
        ("The crane did fell on Monday, Jim Hay said.", "did fell"),
        ("They met on Monday Tuesday, Jim Hay said.", "Monday Tuesday"),
        ("The firm denied denies the claim, Jim Hay said.", "denied denies"),
    ],
)
def test_what_a_change_left_behind(text: str, slip: str, lexicon: Lexicon) -> None:
    assert slips(text, lexicon) == [slip]


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
def test_two_clauses_a_question_a_noun_or_a_quotation(text: str, lexicon: Lexicon) -> None:
    assert slips(text, lexicon) == []
