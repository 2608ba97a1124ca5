"""Charges in the paper's own voice: what lays them to somebody, and what does not."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
HEAD = "Quay shut\n\nThe quay has been shut since May.\n\n"


def charges(facts: Facts) -> list[str]:
    """The words of all such charges, those that await a verdict among them."""
    return [facts.text(claim) for claim in facts.claims if claim.kind in ("charge", "verdict")]


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("The contractors ran off with the deposit. Councillors will meet in June, the clerk, Ann Roe, said.", True),
        ("The contractors ran off with the deposit. They are in Spain, the clerk, Ann Roe, said.", False),
        ("The contractors ran off with the deposit, the clerk, Ann Roe, said.", False),
        (
            "The clerk, Ann Roe, spoke for an hour. She said the quay was lost. Contractors ran off with the deposit.",
            False,
        ),
        ("The contractor pocketed the deposit. The contractor's lawyer, Ann Roe, said he had never seen it.", True),
        ("The contractors formed a cartel. No ship has called for a year, the master, Ann Roe, said.", True),
        ("The contractors formed a choir. No ship has called for a year, the master, Ann Roe, said.", False),
        ("The firm sells rope that it knows to be rotten.", True),
        ("The firm sells rope that it knows to be strong.", False),
        ("The two inspectors were in on the theft.", True),
    ],
)
def test_who_speaks_next_of_something_else_answers_for_no_charge(annotate: Annotate, text: str, charged: bool) -> None:
    assert bool(charges(annotate(HEAD + text))) == charged


@pytest.mark.parametrize(
    ("court", "charged"),
    [
        ("Tom Hale was jailed in May.", True),
        ("Dan Ost was jailed in May.", False),
        ("Dan Ost pleaded not guilty in May.", True),
    ],
)
def test_a_verdict_on_one_settles_nothing_of_another(annotate: Annotate, court: str, charged: bool) -> None:
    text = f"{HEAD}Dan Ost and Tom Hale kept the books.\n\n{court}\n\nOst siphoned off the harbour's money."
    assert bool(charges(annotate(text))) == charged


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("The harbour master took bribes from two masters.", True),
        ("The harbour master took coal from two masters.", False),
        ("The harbour master took bribes from two masters, the clerk, Ann Roe, said.", False),
        ("The contractors dodged duties for years.", True),
        ("The mayor stole from the dockers for years.", True),
        ("The contractors stole from the shadows.", False),
        ("The mayor lied to the council.", True),
    ],
)
def test_bribes_dodged_dues_thefts_and_lies_are_charges(annotate: Annotate, text: str, charged: bool) -> None:
    assert bool(charges(annotate(HEAD + text))) == charged
