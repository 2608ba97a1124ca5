"""Offers: narration that ends a paragraph offers its subject as the speaker of the quotation below."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
QUOTE = "“There was nothing left of it in the morning.”"


@pytest.mark.parametrize(
    ("narration", "speaker"),
    [
        ("Femi Adeyinka has farmed the valley since 1990. She has sold two fields.", "She"),
        ("The union wants the plant to stay open.", "The union"),
        ("The driver climbed out of the cab.", "The driver"),
        ("Farmers qualify for a loan under federal law.", None),
        ("The barn was built in 1911.", None),
    ],
)
def test_a_person_who_acts_is_offered_and_people_in_general_are_not(
    annotate: Annotate, narration: str, speaker: str | None
) -> None:
    (quote,) = annotate(f"Barn burns down\n\n{narration}\n\n{QUOTE}\n").quotes
    assert (quote.speaker.text if quote.speaker else None) == speaker


def test_how_the_block_above_ends_is_told(annotate: Annotate) -> None:
    text = (
        "Barn burns down\n\n“We ran,” said Ola Berg. “All of us ran.”\n\n“The dog ran too.”\n\n"
        "“We came back,” Berg said.\n\n“Nothing was left.”\n"
    )
    assert [quote.above for quote in annotate(text).quotes] == ["words", None, "closed", "closed", "credit"]
