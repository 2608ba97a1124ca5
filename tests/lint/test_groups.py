"""Rules about an article that disagrees with itself: which facts are one group, and which of them is flagged."""

import re

import pytest

from factlint.facts.model import Honorific
from factlint.lint.findings import Finding
from tests.lint.conftest import lint, rule

ANY = "flag: honorific\ntogether: lemma\nvalue: stop\nwhere: {value.distinct: {over: 1}}\n"


def findings(text: str, body: str) -> tuple[Finding, ...]:
    """The findings of a rule about honorifics, which are made by hand: these tests are about groups alone."""
    made = tuple(
        Honorific(
            start=match.start(),
            end=match.end(),
            lemma=match[1].lower(),
            stop=bool(match[2]),
            gender="unknown",
            rank="courtesy",
            bearer=None,
            contested=False,
            form="surname",
            person=None,
            in_quote=False,
            block="paragraph",
            paired=False,
        )
        for match in re.finditer(r"\b(Mr|Dr)(\.?)", text)
    )
    return lint(text, rule(body), honorifics=made)


def starts(text: str, body: str) -> list[int]:
    return [finding.start for finding in findings(text, body)]


def said(text: str, body: str) -> list[str]:
    """Each finding's place, message and related places."""
    return [
        " | ".join(
            [
                f"{finding.start}: {finding.message}",
                *(f"{place.start}: {place.message}" for place in finding.related),
            ]
        )
        for finding in findings(text, body)
    ]


MIXED = "Mr. Roe and Mr. Lind met Mr Bo in May. Dr Day and Dr Fry were there, too."


def test_the_minority_is_flagged_and_the_others_are_related() -> None:
    body = ANY + "message: '“{text}” here, “{other.text}” elsewhere.'"
    assert said(MIXED, body) == [
        "25: “Mr” here, “Mr.” elsewhere. | 0: “Mr.” here. | 12: “Mr.” here.",
    ]


def test_of_a_tie_the_later_is_flagged() -> None:
    assert starts("Mr. Roe met Mr Lind in May.", ANY) == [12]
    assert starts("Mr Roe met Mr. Lind in May.", ANY) == [11]


def test_those_unlike_the_first_are_flagged_where_the_later_are_asked_for() -> None:
    text = "Mr Roe met Mr. Lind and Mr. Bo and Mr Day in May."
    assert starts(text, ANY + "report: later") == [11, 24]
    assert starts(text, ANY + "report: minority") == [11, 24]
    assert starts(text, ANY + "report: first") == [11]
    assert starts(text, ANY + "report: all") == [0, 11, 24, 35]
    assert starts(text, ANY + "report: once") == [0]


def test_a_group_of_one_mind_is_let_pass() -> None:
    assert said("Mr. Roe met Mr. Lind and Dr Bo in May.", ANY) == []


@pytest.mark.parametrize(("size", "found"), [(1, [0, 12, 25, 39, 50]), (2, [0, 12, 25]), (3, [])])
def test_groups_are_asked_for_their_size(size: int, found: list[int]) -> None:
    body = f"flag: honorific\ntogether: lemma\nreport: all\nwhere: {{group.size: {{over: {size}}}}}"
    assert starts(MIXED, body) == found


def test_article_makes_one_group_of_all() -> None:
    body = "flag: honorific\ntogether: article\nreport: later\nwhere: {group.size: {over: 4}}"
    assert starts(MIXED, body) == [12, 25, 39, 50]


def test_conditions_choose_the_facts_before_they_are_grouped() -> None:
    body = ANY.replace("where: {", "where: {lemma: Dr, ") + "unless: {stop: yes}"
    assert said("Mr. Roe, Mr Lind, Dr. Bo and Dr Day met.", body) == []


def test_no_more_than_five_places_are_related() -> None:
    text = " ".join(f"Mr. Roe{place} came." for place in "abcdefgh") + " Mr Day left."
    (finding,) = findings(text, ANY)
    assert len(finding.related) == 5
