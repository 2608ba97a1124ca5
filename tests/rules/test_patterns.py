"""Patterns of rules are quick on a long line, whatever stands in it: twice the length is about twice the work."""

import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from factlint.lint.compiled import product
from factlint.lint.marks import unmark
from factlint.lint.match import with_lists
from factlint.lint.rule import Rule
from factlint.lint.text import compile_pattern
from factlint.yamlfile import load_document

BOOK = product()
#: Characters of a pattern that can still be read.
READABLE = 300
LONGEST = 100_000
#: Seconds within which nobody minds, and no ratio of times means anything.
UNFELT = 0.05
#: What lines are made of besides the rule's own examples.
PIECES = (
    "a",
    "A",
    "1",
    " ",
    ".",
    "-",
    "_",
    "“",
    "(",
    "[",
    "<",
    "/",
    "a ",
    "A ",
    "Aa ",
    "1,000 ",
    "A.",
    "[A ",
    "(a ",
    "aA1 .",
)


def patterns(rule: Rule) -> Iterator[Any]:
    """Every pattern of a rule, compiled."""
    if rule.pattern is not None:
        yield compile_pattern(rule.pattern, BOOK.lexicon)
    asked = matches({"where": rule.where, "unless": rule.unless})
    yield from (re.compile(with_lists(pattern, BOOK.lexicon)) for pattern in asked)


def matches(condition: Any) -> Iterator[str]:
    if isinstance(condition, dict):
        for key, value in condition.items():
            if key == "matches" and isinstance(value, str):
                yield value
            yield from matches(value)
    elif isinstance(condition, list):
        for entry in condition:
            yield from matches(entry)


def pieces(rule: Rule) -> Iterator[str]:
    """What to make long lines of: odd characters, what the rule flags, and what it nearly flags."""
    yield from PIECES
    for example in rule.flagged:
        text, spans = unmark(example)
        start, end = spans[0]
        yield " ".join(text[start:end].split()) + " "
        yield " ".join(text[start : end - 1].split())


def slow(pattern: Any, piece: str) -> str | None:
    """Where the work grows faster than the line, for a line of one piece over and over."""
    before, length = 0.0, LONGEST // 32
    while length <= LONGEST:
        line = (piece * (length // len(piece) + 1))[:length]
        took = min(_seconds(pattern, line) for _ in range(2))
        if took > UNFELT and took > 3 * before:
            # Something else may have had the processor; what goes back and forth does so every time.
            half = line[: length // 2]
            before = max(before, min(_seconds(pattern, half) for _ in range(5)))
            took = min(took, *(_seconds(pattern, line) for _ in range(5)))
        if took > UNFELT and took > 3 * before:
            return (
                f"{length:,} characters of {piece!r} take {took / max(before, 1e-9):.0f} times as long as half of them"
            )
        before, length = took, 2 * length
    return None


def _seconds(pattern: Any, line: str) -> float:
    start = process_time()
    for _ in pattern.finditer(line):
        pass
    return process_time() - start


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules if any(patterns(rule))], ids=lambda rule: rule.name)
def test_a_long_line_takes_no_longer_than_its_length(rule: Rule) -> None:
    for pattern in patterns(rule):
        found = [said for piece in pieces(rule) if piece.strip("\n") and (said := slow(pattern, piece))]
        assert not found, f"{rule.path}: {pattern.pattern[:60]}: " + "; ".join(found)


@pytest.mark.parametrize("pattern", [r"\w+!", r"\w+-\w+!", r"\s+x"])
def test_a_pattern_that_goes_back_and_forth_is_found_out(pattern: str) -> None:
    assert any(slow(re.compile(pattern), piece) for piece in ("a", " ", "aa "))


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_a_pattern_is_short_enough_to_be_read(rule: Rule) -> None:
    data = load_document(rule.path, Path(rule.path).read_bytes()).data
    parts = [entry for part in data.get("parts", {}).values() for entry in ([part] if isinstance(part, str) else part)]
    written = [data.get("pattern", ""), *parts, *matches({"where": rule.where, "unless": rule.unless})]
    assert [pattern for pattern in written if len(pattern) > READABLE] == []
