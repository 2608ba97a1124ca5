"""Verdicts before the verdict: who is accused without a name, and how the text goes on with him."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def verdicts(facts: Facts) -> list[str]:
    """The words of all verdicts."""
    return [facts.text(claim) for claim in facts.claims if claim.kind == "verdict"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A baker has been charged with theft. Ann Roe, 44, robbed three shops.", ["robbed three shops"]),
        ("A baker has been charged with theft. She robbed three shops.", ["robbed three shops"]),
        ("A baker has been detained. The woman robbed three shops.", ["robbed three shops"]),
        ("Three boys have been arrested. They robbed three shops.", ["robbed three shops"]),
        ("A baker appeared in court on Friday. She robbed three shops.", ["robbed three shops"]),
        ("Police arrested Ann Roe on Friday. Roe robbed three shops.", ["robbed three shops"]),
        ("Two men were arrested on Friday. The robbers had cut a wire.", ["The robbers"]),
        ("A baker has been charged with theft. Thieves robbed three shops.", []),
        ("Three boys have been arrested. He robbed three shops.", []),
        ("A baker has been charged with theft. She robbed three shops, police said.", []),
        ("A baker was convicted of theft. She robbed three shops.", []),
        ("A baker was arrested on Friday. The robbers fled in a van.", []),
    ],
)
def test_an_offence_of_somebody_still_accused_is_a_verdict(annotate: Annotate, text: str, told: list[str]) -> None:
    assert verdicts(annotate(text)) == told
