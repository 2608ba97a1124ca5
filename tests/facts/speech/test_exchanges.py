"""Exchanges: an utterance without a credit of its own is a turn of a conversation where a question says so."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("talk", "exchanges"),
    [
        ("“I was ten,” says Ola Berg.\n\nAnd the boat?\n\n“It sank at the quay.”", [None, "answer"]),
        ("The boat sank. Whose was it?\n\n“It was nobody's.”", [None]),
        ("“Whose boat was it?” asked Ola Berg.\n\n“It was my aunt's.”", [None, "answer"]),
        ("“It sank,” said Ola Berg.\n\n“Whose was it?”\n\n“My aunt's,” he said.", [None, "question", None]),
        (
            "Had it leaked, asked Ola Berg. It had, Ann Roe said.\n\n“And where did you stand?”\n\n“In the water.”",
            ["question", "answer"],
        ),
        ("“It sank,” I said.\n\n“Then we shall walk.”", [None, "reply"]),
        ("“It sank,” said Ola Berg.\n\n“Then we shall walk.”", [None, None]),
        (
            "“Did it sink?” asked Ola Berg.\n\n“At once,” said Ann Roe.\n\n“And you walked home.”",
            [None, None, "reply"],
        ),
    ],
)
def test_a_question_or_a_turn_tells_whose_words_they_are(
    annotate: Annotate, talk: str, exchanges: list[str | None]
) -> None:
    assert [quote.exchange for quote in annotate(f"Boat sinks\n\n{talk}\n").quotes] == exchanges


def test_what_a_colon_leads_to_is_told(annotate: Annotate) -> None:
    (quote,) = annotate("Boat sinks\n\nOn the wheel was a note, which ran:\n\n“It is nobody's fault.”\n").quotes
    assert quote.above == "colon"


def test_a_month_that_says_something_is_somebody(annotate: Annotate) -> None:
    (quote,) = annotate("Boat sinks\n\n“It was nobody's fault,” said June.\n").quotes
    assert quote.speaker is not None
    assert quote.speaker.text == "June"


def test_a_credit_between_commas_hands_on(annotate: Annotate) -> None:
    (quote,) = annotate("Boat sinks\n\nHalf of it is gone, says the pilot, Ann Roe, since May. “We weep.”\n").quotes
    assert quote.speaker is not None
    assert quote.speaker.text == "the pilot, Ann Roe"
