"""SARIF 2.1.0, the format in which code-scanning services take findings."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from factlint import __version__
from factlint.lint.findings import Finding, Lines
from factlint.lint.rule import Rule
from factlint.report import Page
from factlint.run import Result

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One log with one run."""
    rules = page.rules()
    places = {rule.code: place for place, rule in enumerate(rules)}
    found: list[dict[str, Any]] = []
    troubles: list[dict[str, Any]] = []
    for result in results:
        found += _results(result, places)
        if result.trouble is not None:
            troubles.append(_notification(result))
    run = {
        "tool": {"driver": {"name": "factlint", "version": __version__, "rules": [_rule(r) for r in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not troubles, "toolExecutionNotifications": troubles}],
        "results": found,
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    text = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    return text if rule.help is None else {**text, "help": {"text": rule.help}}


def _results(result: Result, places: dict[str, int]) -> Iterator[dict[str, Any]]:
    lines = Lines(result.source) if result.findings else None
    seen: Counter[str] = Counter()
    for finding in result.findings:
        assert lines is not None
        print_ = _fingerprint(finding, result.source)
        seen[print_] += 1
        yield {
            "ruleId": finding.code,
            "ruleIndex": places[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(finding.path, finding.start, finding.end, lines)],
            "relatedLocations": [
                {
                    "id": number,
                    **_location(finding.path, other.start, other.end, lines),
                    "message": {"text": other.message},
                }
                for number, other in enumerate(finding.related)
            ],
            "partialFingerprints": {"ruleAndWords/v1": f"{print_}:{seen[print_]}"},
        }


def _location(path: str, start: int, end: int, lines: Lines) -> dict[str, Any]:
    (line, column), (end_line, end_column) = lines.at(start), lines.at(end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    place = {
        "artifactLocation": {"uri": quote(path)},
        "region": {**region, "charOffset": start, "charLength": end - start},
    }
    return {"physicalLocation": place}


def _fingerprint(finding: Finding, source: str) -> str:
    """The same for the same words under the same rule, wherever in the article they have moved to."""
    words = " ".join(source[finding.start : finding.end].split())
    return hashlib.sha256(f"{finding.code}\0{words}".encode("utf-8", "replace")).hexdigest()[:16]


def _notification(result: Result) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(result.path)}}}
    return {"level": "error", "message": {"text": f"{result.path}: {result.trouble}"}, "locations": [location]}
