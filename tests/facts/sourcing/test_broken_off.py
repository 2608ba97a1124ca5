"""Articles that break off: whatever word is the last, every stage comes through."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

SENTENCES = (
    "The blame lies with the owners of the mill, who had been warned twice.",
    "The mayor, Ann Roe, is responsible for the loss of the ferry.",
    "The firm is to blame for the leak, and questions are being asked.",
    "He had it from a deckhand that the pump was bought with the club's money.",
    "Carelessness by the signalman caused the collision at Alder Junction.",
    "Critics say the scheme is widely seen as a failure, sources close to it said.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_article_may_end_behind_any_word(annotate: Callable[[str], Facts], sentence: str) -> None:
    words = sentence.split()
    for last in range(1, len(words) + 1):
        facts = annotate(" ".join(words[:last]))
        assert all(claim.end <= len(facts.article.source) for claim in facts.claims)
        assert not facts.failed
