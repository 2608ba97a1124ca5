"""Motives: what moved somebody, told as a fact, and what somebody says of it."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
HEAD = "Mill shut\n\nThe mill has been shut since May.\n\n"


def charges(facts: Facts) -> list[str]:
    """The words of all charges."""
    return [facts.text(claim) for claim in facts.claims if claim.kind == "charge"]


@pytest.mark.parametrize(
    "text",
    [
        "Greed prompted the closure.",
        "The closure was driven by greed.",
        "Out of malice, the owner had the wheel cut up.",
        "The owner acted from envy.",
        "It was spite that made the owner shut it.",
        "The owner gave a party to distract from the debts.",
        "In a bid to intimidate the tenants, the owner has felled the oak.",
        "Bitter at his defeat, the owner has felled the oak.",
        "The owner has felled the oak because he was jealous of the miller.",
        "The owner does not care about the miller.",
        "The owner knew that the stairs were unsafe.",
    ],
)
def test_a_motive_that_nobody_tells_is_the_paper_s(annotate: Annotate, text: str) -> None:
    assert charges(annotate(HEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        "Greed prompted the closure, the miller, Ann Roe, said.",
        "Demand prompted the closure.",
        "Out of habit, the owner had the wheel oiled.",
        "The owner wants to punish the miller.",
        "The rule was made to punish arson.",
        "The owner has felled the oak because he was short of wood.",
        "The owner does not care for cheese, Ann Roe said.",
        "The owner knew that the stairs were steep.",
        "“Greed prompted the closure,” Ann Roe said.",
    ],
)
def test_other_reasons_and_what_somebody_says_of_one_are_none(annotate: Annotate, text: str) -> None:
    assert not charges(annotate(HEAD + text))
