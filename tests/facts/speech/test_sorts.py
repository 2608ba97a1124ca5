"""What a noun phrase seems to be, by its words alone."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.speech.cues import verbs_of
from factlint.facts.speech.sorts import sort_of, sorts_of
from factlint.facts.speech.speakers import phrases

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Then Senator Ann Roe spoke.", "titled"),
        ("Then Ann Roe spoke.", "full name"),
        ("Then Ann spoke.", "given name"),
        ("Then Norway spoke.", "place"),
        ("Then Lund Bank spoke.", "body"),
        ("Then NATO spoke.", "initials"),
        ("Then Rimfeld spoke.", "one capital"),
        ("Then she spoke.", "pronoun she"),
        ("Then the mayor spoke.", "role"),
        ("Then the mayor's car spoke.", "with a role"),
        ("Then the letter spoke.", "speech"),
        ("Then 40 percent spoke.", "number"),
        ("Then the tax law spoke.", "thing"),
    ],
)
def test_noun_phrases_are_sorted_by_their_words(annotate: Annotate, text: str, sort: str) -> None:
    facts = annotate(text)
    verbs = verbs_of(facts.lexicon)
    first = next(phrase for phrase in phrases(facts.tokens, 1, len(facts.tokens), verbs, False))
    assert sort_of(facts.tokens, first, sorts_of(facts.lexicon)) == sort
