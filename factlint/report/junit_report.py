"""JUnit's XML, in which build servers show what failed: an article a suite, a finding a failed test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.report import Page
from factlint.report.entries import Entry, entries
from factlint.report.xml import attribute
from factlint.run import Result


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One document; an article without findings is a test that passed."""
    suites = [(result, list(entries([result]))) for result in results]
    tests = sum(max(1, len(found)) for _, found in suites)
    failures = sum(entry.finding is not None for _, found in suites for entry in found)
    errors = sum(entry.finding is None for _, found in suites for entry in found)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="factlint" tests="{tests}" failures="{failures}" errors="{errors}" time="0">\n'
    for result, found in suites:
        yield _suite(result, found)
    yield "</testsuites>\n"


def _suite(result: Result, found: list[Entry]) -> str:
    failures = sum(entry.finding is not None for entry in found)
    name = attribute(result.path)
    rows = [
        f'  <testsuite name={name} tests="{max(1, len(found))}" failures="{failures}"'
        f' errors="{len(found) - failures}" skipped="0" time="0">\n'
    ]
    if not found:
        rows.append(f'    <testcase name="factlint" classname={name} time="0"/>\n')
    for entry in found:
        kind = "failure" if entry.finding is not None else "error"
        place = f"{entry.code} {entry.rule} ({entry.start[0]}:{entry.start[1]})"
        rows.append(f'    <testcase name={attribute(place)} classname={name} time="0">\n')
        rows.append(f"      <{kind} message={attribute(entry.message)} type={attribute(entry.severity)}/>\n")
        rows.append("    </testcase>\n")
    return "".join(rows) + "  </testsuite>\n"
