"""SARIF 2.1.0, the format in which code-scanning services take findings."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factlint import __version__
from factlint.lint.findings import Finding, Lines
from factlint.lint.rule import Rule
from factlint.report import Page
from factlint.report.addresses import addresses
from factlint.run import Result
from factlint.shipped import rules_folder
from factlint.visible import safe_json

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "SRCROOT"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One log with one run."""
    rules, pages = page.rules(), addresses(page)
    places = {rule.code: place for place, rule in enumerate(rules)}
    found: list[dict[str, Any]] = []
    troubles: list[dict[str, Any]] = []
    mistakes: list[dict[str, Any]] = []
    paths: set[str] = set()
    for result in results:
        found += _results(result, places)
        if result.findings:
            paths.add(result.path)
        if result.trouble is not None:
            (mistakes if result.place else troubles).append(_notification(result))
        troubles += (_notification(result._replace(trouble=sentence)) for sentence in result.faults)
    driver = {
        "name": "factlint",
        "version": __version__,
        "semanticVersion": __version__,
        **_information(page),
        "rules": [_rule(rule, pages.get(rule.code)) for rule in rules],
    }
    invocation = {
        "executionSuccessful": not (troubles or mistakes),
        "toolExecutionNotifications": troubles,
        "toolConfigurationNotifications": mistakes,
        "workingDirectory": {"uri": _folder_uri()},
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_BASE: {"uri": _folder_uri(), "description": {"text": "Where factlint was run."}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "artifacts": [{"location": _artifact(path)} for path in sorted(paths)],
        "results": found,
    }
    yield (
        safe_json(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2))
        + "\n"
    )


def _information(page: Page) -> dict[str, str]:
    """Where to learn more: the house's site, else the page of all rules that came with the package, on this machine."""
    if page.pages:
        return {"informationUri": page.pages}
    here = rules_folder() / "README.md"
    return {"informationUri": here.as_uri()} if isinstance(here, Path) and here.is_file() else {}


def _folder_uri() -> str:
    return Path.cwd().as_uri().rstrip("/") + "/"


def _artifact(path: str) -> dict[str, str]:
    """Where an article is: from the folder of the run, unless it is named from the root."""
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": _BASE}


def _rule(rule: Rule, page: str | None) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        **({"helpUri": page} if page else {}),
        "help": {"text": _sentence(rule.help or rule.summary)},
        "properties": {"tags": [rule.code[:3]]},
    }


def _sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!", ")", "”")) else text + "."


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
            **_fixes(finding, lines),
        }


def _fixes(finding: Finding, lines: Lines) -> dict[str, Any]:
    if finding.fix is None:
        return {}
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end, lines), "insertedContent": {"text": edit.text}}
        for edit in finding.fix.edits
    ]
    change = {"artifactLocation": _artifact(finding.path), "replacements": replacements}
    about = "Mend it." if finding.fix.safe else "Mend it, after a look."
    return {"fixes": [{"description": {"text": about}, "artifactChanges": [change]}]}


def _location(path: str, start: int, end: int, lines: Lines) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(start, end, lines)}}


def _region(start: int, end: int, lines: Lines) -> dict[str, int]:
    (line, column), (end_line, end_column) = lines.at(start), lines.at(end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {**region, "charOffset": start, "charLength": end - start}


def _fingerprint(finding: Finding, source: str) -> str:
    """The same for the same words under the same rule, wherever in the article they have moved to."""
    words = " ".join(source[finding.start : finding.end].split())
    return hashlib.sha256(f"{finding.code}\0{words}".encode("utf-8", "replace")).hexdigest()[:16]


def _notification(result: Result) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(result.path)}
    if result.place and result.place[0]:
        place["region"] = {"startLine": result.place[0], "startColumn": max(1, result.place[1])}
    location = {"physicalLocation": place}
    return {"level": "error", "message": {"text": f"{result.path}: {result.trouble}"}, "locations": [location]}
