"""Third persons: quotations that speak of their own speaker as “he” or “she”."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def told(facts: Facts) -> list[str]:
    """The word that stands for the speaker in each such quotation."""
    source = facts.article.source
    return [
        source[credit.against.start : credit.against.end]
        for credit in facts.credits
        if credit.form == "third" and credit.against is not None
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“She had never lent so many,” said the librarian, Mary Cobb.", ["She"]),
        ("John Pell spoke last. He told the court: “He had been up for two nights.”", ["He"]),
        ("Clerk John Pell was late.\n\n“He had missed the bus,” said Mr Pell.", ["He"]),
    ],
)
def test_he_or_she_is_the_speaker_where_nobody_else_is_told_of(annotate: Annotate, text: str, words: list[str]) -> None:
    assert told(annotate("Books lent\n\n" + text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "“She had never lent so many,” said the clerk, John Pell.",
        "Ann Roe came in.\n\n“She had never lent so many,” said the librarian, Mary Cobb.",
        "A nurse came in.\n\n“She had never read so much,” said the librarian, Mary Cobb.",
        "The ferry left at six.\n\n“She was low in the water,” said the harbour master, Mary Cobb.",
        "The sexton has a dog.\n\n“He was under the altar,” said the verger, John Pell.",
        "“They had never lent so many,” said the librarian, Mary Cobb.",
        "“I had never lent so many,” said the librarian, Mary Cobb.",
    ],
)
def test_anybody_else_may_be_meant(annotate: Annotate, text: str) -> None:
    assert told(annotate("Books lent\n\n" + text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mary Cobb said it was “the proudest day of her life”.", ["her"]),
        ("Clerk John Pell said that he was “sorry that he had slept”.", ["he"]),
        ("Mary Cobb said her sister had had “the proudest day of her life”.", []),
        ("Ann Roe wept. Mary Cobb said it was “the proudest day of her life”.", []),
        ("“He will pay,” said his lawyer, John Pell.", []),
    ],
)
def test_in_a_fragment_he_or_she_may_stand_anywhere(annotate: Annotate, text: str, words: list[str]) -> None:
    assert told(annotate("Books lent\n\n" + text)) == words


def test_a_headline_may_tell_of_another_without_an_article(annotate: Annotate) -> None:
    assert not told(annotate("Burglar jailed\n\n“He looked at me,” said Len Crabb, 81."))
