"""Findings: their order, their words and their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.findings import Lines
from factlint.lint.message import shown
from tests.lint.conftest import lint, rule


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_with_any_of_three_marks(end: str) -> None:
    lines = Lines(f"One{end}two{end}")
    assert [lines.at(place) for place in (0, 2, 3, 3 + len(end), 5 + len(end))] == [
        (1, 1),
        (1, 3),
        (1, 4),
        (2, 1),
        (2, 3),
    ]


def test_other_marks_end_no_line() -> None:
    assert Lines("a\fb\vc\u2028d\x85e").at(8) == (1, 9)


@given(st.text(alphabet="ab\r\n\u2028é\U0001f600"))
def test_every_place_is_found_again_by_line_and_column(source: str) -> None:
    lines = Lines(source)
    starts = [0]
    for place in range(len(source)):
        if source[place] == "\n" or (source[place] == "\r" and source[place + 1 : place + 2] != "\n"):
            starts.append(place + 1)
    for place in range(len(source) + 1):
        line, column = lines.at(place)
        assert starts[line - 1] + column - 1 == place
        assert line == len(starts) or place < starts[line]


def test_findings_are_in_order_of_place_then_code() -> None:
    one = rule("flag: text\npattern: 'road|bridge'", "XYZ201", "one")
    two = rule("flag: text\npattern: bridge", "XYZ101", "two")
    text = "A bridge and a road."
    assert [(f.start, f.code) for f in lint(text, one, two)] == [(2, "XYZ101"), (2, "XYZ201"), (15, "XYZ201")]


def test_the_same_finding_is_told_once() -> None:
    one = rule("flag: text\npattern: bridge")
    assert len(lint("A bridge.", one, one)) == 1


def test_a_finding_says_all_there_is_to_it() -> None:
    body = """\
        flag: quote
        severity: error
        where: {speaker.person: some}
        related: {speaker: "Credited to {speaker.person.name} here.", nearest: Named here.}
        options: {most: 5}
        message: "{speaker.text} said {text:25}, more than {most} words."
        help: Ask {speaker.person.name}.
        """
    text = "Ann Lind, the mayor, left. “Nobody waits any longer for this bridge,” Lind said."
    (finding,) = lint(text, rule(body))
    assert (finding.path, finding.code, finding.rule, finding.severity) == ("a.txt", "XYZ101", "a-rule", "error")
    assert text[finding.start : finding.end] == "“Nobody waits any longer for this bridge,”"
    assert finding.message == "Lind said “Nobody waits any longer …”, more than 5 words."
    assert finding.help == "Ask Ann Lind."
    assert [(place.message, text[place.start : place.end]) for place in finding.related] == [
        ("Credited to Ann Lind here.", "Lind"),
        ("Named here.", "Ann Lind"),
    ]


@pytest.mark.parametrize(
    ("value", "limit", "words"),
    [
        (None, None, "none"),
        (12.0, None, "12"),
        (2.5, None, "2.5"),
        (1234567.0, None, "1,234,567"),
        (3, None, "3"),
        (True, None, "yes"),
        (False, None, "no"),
        (("a", "b"), None, "a, b"),
        ((), None, "none"),
        ("a \n b", None, "a b"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two …"),
        ("one two, three", 10, "one two …"),
        ("unbroken", 4, "unbr …"),
    ],
)
def test_values_read_as_words(value: object, limit: int | None, words: str) -> None:
    assert shown(value, limit) == words
