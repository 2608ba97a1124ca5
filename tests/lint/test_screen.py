"""Screens: where a pattern can match at all is told by where its alternatives can begin and what they need."""

import re

import pytest

from factlint.lint.compiled import product
from factlint.lint.screen import Screen, screen
from factlint.lint.text import expanded

BOOK = product()
PATTERNS = {
    rule.code: plain
    for rule in BOOK.rules
    if rule.pattern and (plain := expanded(rule.pattern, BOOK.lexicon)) is not None and screen(plain)
}


def lets(pattern: str, text: str) -> bool:
    parts = screen(pattern)
    assert parts is not None
    return Screen(parts).lets(re.compile(pattern), text, text.lower().__contains__, [(0, len(text), len(text))])


def leads(pattern: str) -> list[tuple[int, list[str]]]:
    return [(behind, needs) for _, behind, needs in screen(pattern) or ()]


@pytest.mark.parametrize("code", PATTERNS)
def test_every_example_that_a_rule_flags_is_let_through(code: str) -> None:
    rule = next(rule for rule in BOOK.rules if rule.code == code)
    for example in rule.flagged:
        text = example.replace("[[", "").replace("]]", "")
        if re.search(PATTERNS[code], text):
            assert lets(PATTERNS[code], text), example


@pytest.mark.parametrize(
    ("pattern", "text", "let"),
    [
        ("(?m)^(?:Read more|Share)", "The pool shut.\nShare this", True),
        ("(?m)^(?:Read more|Share)", "They Share it.\nThe end", False),
        ("(?<![^\\n])Share", "The pool shut.\nShare this", True),
        ("(?:[£$](?=[ ,])|\\d{3},\\d\\b)", "It cost £ , a lot", True),
        ("(?:[£$](?=[ ,])|\\d{3},\\d\\b)", "It cost 120,000", False),
        ("(?i)(?<=[.!?] )(?:please|pls) ", "It ended. Pls cut", True),
        ("(?i)(?<=[.!?] )(?:please|pls) ", "It may please him. The end", False),
        ("(?P<sign>(?:a )?[(]ends[)])", "He left a (ends)", True),
        ("[^a-z ]x", "no éx", True),
        ("(?i)[^a]bcd", "ABCD and abcd", False),
        ("(?:“|”)z", "a ”z", True),
    ],
)
def test_it_lets_through_what_holds_a_match_at_a_place_where_one_can_begin(pattern: str, text: str, let: bool) -> None:
    assert bool(re.search(pattern, text)) == let
    assert lets(pattern, text) == let


def test_alternatives_that_begin_at_like_places_are_one_with_all_that_they_need() -> None:
    assert leads("(?m)^(?:read more|share this)") == [(0, ["read more", "share this"])]
    assert leads("(?m)(?:^|(?<=[.!?] ))(?:read more|share this)") == [
        (0, ["read more", "share this"]),
        (2, ["read more", "share this"]),
    ]


@pytest.mark.parametrize("pattern", [r"(\w)\1x", r"\w+", r"(?<![.,])[a-z]+ish"])
def test_of_what_can_begin_anywhere_nothing_is_told_but_what_it_needs(pattern: str) -> None:
    assert screen(pattern) is None or screen(pattern) == [("", 0, ["ish"])]
