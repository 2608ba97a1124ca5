"""Plain sentences of a few words: their one verb has its subject and its object."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "subject", "thing"),
    [
        ("The firm cut 40 jobs.", "The firm", "40 jobs"),
        ("The council cut the firm's budget.", "The council", "budget"),
        ("The boss stole the wages.", "The boss", "the wages"),
        ("Nine people died when a bus left the road.", "Nine people", None),
        ("The ward closed in May.", "The ward", None),
    ],
)
def test_the_first_verb_has_its_subject_and_object(
    annotate: Annotate, text: str, subject: str, thing: str | None
) -> None:
    facts = annotate(text)
    clause, phrases = facts.language.clauses[0], facts.language.phrases
    assert clause.subject is not None
    assert facts.text(phrases[clause.subject]) == subject
    assert (None if clause.object is None else facts.text(phrases[clause.object])) == thing
