"""Spoken for: bodies said not to have answered, whose words the article quotes."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
SILENT = "Late trains\n\nNorthbank Rail has not replied to a request for comment.\n\n"


def answers(facts: Facts) -> list[str]:
    """The quotation in which each body said to be silent speaks."""
    source = facts.article.source
    return [
        source[credit.against.start : credit.against.end]
        for credit in facts.credits
        if credit.form == "silence" and credit.person is None and credit.against is not None
    ]


@pytest.mark.parametrize(
    "said",
    [
        "“The driver was ill,” said Northbank Rail's manager, Kit Angove.",
        "“The driver was ill,” said a spokesman for Northbank.",
        "“The driver was ill,” Northbank Rail said.",
        "“The driver was ill,” a Northbank spokeswoman said.",
        "The trains are run by Northbank Rail. “The driver was ill,” said its manager, Kit Angove.",
    ],
)
def test_a_body_speaks_by_its_name_or_by_whoever_has_a_post_there(annotate: Annotate, said: str) -> None:
    assert answers(annotate(SILENT + said)) == ["“The driver was ill,”"]


@pytest.mark.parametrize(
    "said",
    [
        "“The driver was ill,” said a spokesman for the drivers.",
        "“The driver was ill,” said Kit Angove, a passenger.",
        "The union, Rail Hands, met on Monday. “The driver was ill,” said its secretary, Kit Angove.",
        "“The driver was ill,” Northbank Rail told passengers on the platform.",
    ],
)
def test_others_do_not_speak_for_it(annotate: Annotate, said: str) -> None:
    assert answers(annotate(SILENT + said)) == []


def test_a_body_without_a_name_is_the_only_one_of_its_noun(annotate: Annotate) -> None:
    silent = "Late planes\n\nNeither the airport nor the airline would comment.\n\n“Fog is fog,” the airport said.\n"
    assert answers(annotate(silent)) == ["“Fog is fog,”"]
    assert answers(annotate(silent + "\nAn airport in Lund was shut too.\n")) == []
