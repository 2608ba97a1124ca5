"""Contested facts: told in the paper's own voice, and denied by whoever speaks next."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
HEAD = "Wells tested\n\n"


def contested(facts: Facts) -> int:
    """How many such facts there are."""
    return sum(claim.kind == "contested" for claim in facts.claims)


@pytest.mark.parametrize(
    "text",
    [
        "The wells were poisoned with nitrate. “There is no nitrate in them,” Ann Roe, the manager, said.",
        "The mill sacked nine women.\n\n“We have not sacked anybody,” said its owner, Dev Lal.",
        "The clerk, John Pell, took both fees. He denies it.",
    ],
)
def test_the_next_to_speak_denies_it(annotate: Annotate, text: str) -> None:
    assert contested(annotate(HEAD + text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The wells were poisoned with nitrate, villagers say. “There is no nitrate in them,” said Ann Roe.",
        "The wells were poisoned with nitrate. “There is no bread either,” said Ann Roe, the manager.",
        "The clerk, John Pell, took both fees. He owns a shop.",
        "The game was over by noon. It was a game like no other, said Ann Roe, a spectator.",
    ],
)
def test_a_fact_laid_to_somebody_or_left_alone_is_not_contested(annotate: Annotate, text: str) -> None:
    assert contested(annotate(HEAD + text)) == 0
