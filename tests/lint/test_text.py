"""Text rules: a pattern, where it may match, and when it is tried at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.compiled import product
from factlint.lint.text import alternation, compile_pattern
from tests.lint.conftest import LEXICON, flagged, lint, rule

TEXT = (
    "Old bridge shut\n\n"
    "By Ann Lind\n\n"
    "The bridge was shut on Friday. “No bridge lasts,” Bo Roe said.\n\n"
    "File photo: the bridge in 2014.\n"
)
BRIDGE = "flag: text\npattern: bridge\n"


def lines(body: str, text: str = TEXT) -> list[int]:
    return [text.count("\n", 0, finding.start) + 1 for finding in lint(text, rule(body))]


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ("[article]", [1, 5, 5, 7]),
        ("headline", [1]),
        ("body", [5, 5, 7]),
        ("[paragraph]", [5, 5]),
        ("[caption, headline]", [1, 7]),
        ("[outside-quotes]", [1, 5, 7]),
        ("[inside-quotes]", [5]),
        ("[body, outside-quotes]", [5, 7]),
        ("[headline, inside-quotes]", []),
        ("[article, headline]", [1, 5, 5, 7]),
    ],
)
def test_a_match_counts_where_it_may_stand(places: str, found: list[int]) -> None:
    assert lines(BRIDGE + f"in: {places}") == found


def test_the_group_called_flag_is_the_place() -> None:
    assert flagged(TEXT, "flag: text\npattern: 'the (?P<flag>bridge) in'") == ["bridge"]


def test_other_groups_are_attributes() -> None:
    body = "flag: text\npattern: '(?P<first>\\w+) (?P<flag>bridge)( in (?P<year>\\d+))?'\n"
    assert flagged(TEXT, body + "where: {first: [The, No]}") == ["bridge", "bridge"]
    assert lines(body + "where: {year: some}") == [7]
    (finding,) = lint(TEXT, rule(body + "where: {year: some}\nmessage: '“{first} {text}” in {year}.'"))
    assert finding.message == "“the bridge” in 2014."


def test_a_pattern_calls_its_parts_and_a_part_those_above_it() -> None:
    body = (
        "flag: text\npattern: '(?i)(?&where) (?P<flag>(?&thing))'\n"
        "parts:\n  time: 'in (?P<year>\\d{4})'\n  thing: [\"bridge\", \"bridge (?&time)\"]\n  where: [the, old, 'no']\n"
    )
    assert flagged(TEXT, body) == ["bridge", "bridge", "bridge", "bridge"]
    assert (
        flagged(TEXT, body.replace('"bridge", "bridge (?&time)"', '"bridge (?&time)", "bridge"'))[-1]
        == "bridge in 2014"
    )
    (finding,) = lint(TEXT, rule(body.replace('"bridge", ', "") + "message: '{year}'"))
    assert finding.message == "2014"


def test_what_matches_nothing_is_not_flagged() -> None:
    assert flagged(TEXT, "flag: text\npattern: 'x*'") == []
    assert flagged(TEXT, "flag: text\npattern: 'bridge(?P<flag>x)?'") == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\b\L<crossings>\b", ["bridge", "level crossing"]),
        (r"(?i)\b\L<crossings>\b", ["Bridge", "bridge", "level crossing"]),
        (r"\L<surfaces>", ["street"]),
        (r"\p{Lu}\w+", ["Bridge", "One"]),
        (r"[[a-z]--[aeiou]]{3}", ["str", "ngs"]),
    ],
)
def test_patterns_know_lists_and_the_syntax_of_regex(pattern: str, found: list[str]) -> None:
    text = "Bridge, bridge, level crossing: street. One kings."
    if "--" in pattern:
        pattern = "(?V1)" + pattern
    assert flagged(text, f"flag: text\npattern: '{pattern}'") == found


def test_a_list_in_a_pattern_prefers_its_longest_entry() -> None:
    assert compile_pattern(r"\L<crossings>|level", LEXICON).match("level crossing").group() == "level crossing"


def test_patterns_that_re_can_run_are_run_by_re() -> None:
    assert type(compile_pattern(r"a|\L<crossings>", LEXICON)).__module__ == "re"
    assert "regex" in type(compile_pattern(r"\p{Lu}", LEXICON)).__module__


@pytest.mark.parametrize("needs", ["bridge", "BRIDGE", "[ferry, bridge]"])
def test_a_pattern_is_tried_where_a_needed_word_stands(needs: str) -> None:
    assert lines(BRIDGE + f"needs: {needs}") == [1, 5, 5, 7]


def test_a_pattern_is_not_tried_without_its_words() -> None:
    assert lines(BRIDGE + "needs: ferry") == []


def test_no_rule_of_the_product_needs_the_regex_module() -> None:
    book = product()
    patterns = {rule.code: compile_pattern(rule.pattern, book.lexicon) for rule in book.rules if rule.pattern}
    assert len(patterns) > 5
    assert [code for code, pattern in patterns.items() if not isinstance(pattern, re.Pattern)] == []


@given(
    st.sets(st.text("aAbB^]-[ #", min_size=1, max_size=4), min_size=1, max_size=8), st.text("aAbB^]-[ #", max_size=12)
)
@pytest.mark.parametrize("flags", ["", "(?i)", "(?x)", "(?ix)"])
def test_a_list_in_a_pattern_matches_its_longest_entry(flags: str, words: set[str], text: str) -> None:
    plainly = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    expected = re.findall(f"{flags}(?:{plainly})", text)
    assert re.findall(flags + alternation(words), text) == expected


def test_a_list_without_words_matches_nowhere() -> None:
    assert re.findall(alternation([]), "a b") == []
