"""“His” in a clause of which a woman is the subject, with nobody else it could mean."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
HEAD = "Day in brief\n\nRosa Tann is the head of the coastguard.\n\n%s\n"


def bound(facts: Facts) -> list[str]:
    """The pronouns that go back to a subject of the other sex."""
    return [facts.article.source[p.start : p.end] for p in facts.pronouns if p.bound is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tann, a former officer, will take up his post in May.", "his"),
        ("Tann sailed for a year because he liked the sea.", "he"),
        ("Neighbours said Tann had lived in the flat for years and that he kept to himself.", "he"),
        ("Tann had put himself forward twice.", "himself"),
    ],
)
def test_what_the_subject_does_is_hers(annotate: Annotate, text: str, found: str) -> None:
    assert bound(annotate(HEAD % text))[:1] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Tann, a former officer, will take up her post in May.",
        "Tann met the harbour master and took his boat.",
        "The harbour master fears that Tann will sell his boat.",
        "Tann sailed with Alladio on his raft.",
        "A diver was hurt. Tann said he was in good hands.",
        "“He lied,” Tann said.",
        "Tann rang him.",
        "If Tann were a man they would thank him.",
    ],
)
def test_what_may_be_somebody_elses_is_his(annotate: Annotate, text: str) -> None:
    assert bound(annotate(HEAD % text)) == []
