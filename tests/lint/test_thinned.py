"""A pattern without the alternatives that a text rules out finds in it what the whole pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.config.settings import Settings
from factlint.lint.rulebook import rulebook_of
from factlint.lint.screen import Screen, screen
from factlint.lint.text import expanded
from factlint.lint.thinned import alternatives, thinned

TEXTS = st.text("abcAB .12\n", max_size=30)
#: What patterns are made of here: letters, classes, spaced ones, and what repeats them.
ATOMS = st.sampled_from(
    ["a", "b", "c", "ab", "cab", "AB", r"\.", "[ab]", "[c]", r"\d", ".", r"\b", "^", "$", "[ ]", r"\w+", r"(?=a)"]
)
REPEATS = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,2}?"])


def group(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Two or three alternatives within a bracket of any kind, perhaps repeated."""
    sequences = st.lists(inner, min_size=1, max_size=3).map("".join)
    return st.builds(
        lambda opening, rows, repeat: f"{opening}{'|'.join(rows)}){repeat}",
        st.sampled_from(["(?:", "(", "(?i:", "(?-i:", "(?!", "(?="]),
        st.lists(sequences, min_size=1, max_size=3),
        st.sampled_from(["", "", "?", "+"]),
    )


PATTERNS = st.builds(
    lambda flags, rows: flags + "|".join(rows),
    st.sampled_from(["", "(?i)", "(?m)", "(?im)"]),
    st.lists(
        st.lists(st.recursive(st.builds(str.__add__, ATOMS, REPEATS), group, max_leaves=6), max_size=4).map("".join),
        min_size=1,
        max_size=3,
    ),
)


def found(pattern: str, text: str) -> list[tuple[tuple[int, int], tuple[str | None, ...]]]:
    return [(match.span(), match.groups()) for match in re.finditer(pattern, text)]


@given(PATTERNS, TEXTS)
def test_whatever_the_pattern_and_the_text_the_same_is_found(pattern: str, text: str) -> None:
    try:
        re.compile(pattern)
    except re.error:
        return
    parts = alternatives(pattern)
    assert parts is not None
    assert found(thinned(parts, text.lower()), text) == found(pattern, text)


@given(PATTERNS, TEXTS)
def test_a_screen_lets_through_every_text_that_holds_a_match(pattern: str, text: str) -> None:
    try:
        whole = re.compile(pattern)
    except re.error:
        return
    parts = screen(pattern)
    if parts is not None and any(match.group() for match in whole.finditer(text)):
        assert Screen(parts).lets(whole, text, text.lower().__contains__, [(0, len(text), len(text))])


OWN = [rule for rule in rulebook_of(Settings()).rules if rule.pattern]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_each_pattern_of_the_product_finds_the_same_in_all_examples(rule) -> None:
    plain = expanded(rule.pattern, rulebook_of(Settings()).lexicon)
    parts = None if plain is None else alternatives(plain)
    if plain is None or parts is None:
        pytest.skip("its syntax is not taken apart")
    whole = re.compile(plain)
    places = screen(plain)
    seen = None if places is None else Screen(places)
    for other in OWN:
        for example in (*other.flagged, *other.passed):
            text = example.replace("[[", "").replace("]]", "")
            thin = re.compile(thinned(parts, text.lower()))
            here = [m.groupdict() for m in whole.finditer(text)]
            assert [m.groupdict() for m in thin.finditer(text)] == here
            if here and seen is not None:
                assert seen.lets(whole, text, text.lower().__contains__, [(0, len(text), len(text))])


def test_an_alternative_goes_where_its_letters_are_not() -> None:
    parts = alternatives("(?m)^(?:Read[ ]more|See[ ]also|[ ]*\\d+)$")
    assert parts is not None
    assert thinned(parts, "see also page 3") == "(?m)(?:^(?:See[ ]also|[ ]*\\d+)$)"


def test_where_nothing_can_match_what_is_left_matches_nothing() -> None:
    parts = alternatives("(?:Read|See)[ ]more")
    assert parts is not None
    assert found(thinned(parts, "the council met"), "the council met") == []


def test_a_comment_and_spaces_of_a_spaced_pattern_are_passed_over() -> None:
    parts = alternatives("(?x) (?: read \\ more # or so |\n | see ) +")
    assert parts is not None
    assert found(thinned(parts, "read more"), "read more") == [((0, 9), ())]
