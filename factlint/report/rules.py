"""Rules → text for people, or JSON: the list of all, and the page of one, made from nothing but the rule's file."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection, Iterable, Iterator, Sequence

from factlint.lint.message import FIELD
from factlint.lint.rule import Rule
from factlint.report.paint import paint
from factlint.visible import safe_json

_SEVERITY = len("warning")


def as_table(rules: Sequence[Rule], on: Collection[str], width: int | None, colour: bool) -> Iterator[str]:
    """A row a rule; what it finds is wrapped into `width` columns, or stays one line where that is None."""
    name = max((len(rule.name) for rule in rules), default=0)
    before = 6 + 2 + _SEVERITY + 2 + 3 + 2 + name + 2
    for rule in rules:
        room = None if width is None or width - before < 24 else width - before
        summary = textwrap.wrap(rule.summary, room) if room else [rule.summary]
        state = "   " if rule.code in on else paint("quiet", "off", colour)
        severity = paint(rule.severity, f"{rule.severity:{_SEVERITY}}", colour)
        yield f"{rule.code}  {severity}  {state}  {paint('strong', f'{rule.name:{name}}', colour)}  {summary[0]}\n"
        for line in summary[1:]:
            yield " " * before + line + "\n"


def as_json(rules: Iterable[Rule], on: Collection[str]) -> Iterator[str]:
    """A list with an object a rule: what there is to say of it, its conditions and examples left to its file."""
    rows = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "on": rule.code in on,
            "summary": rule.summary,
            "message": rule.message,
            "help": rule.help,
            "why": " ".join(rule.why.split()),
            "options": rule.options,
            "path": rule.path,
        }
        for rule in rules
    ]
    yield safe_json(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n"


def as_index(rules: Iterable[Rule]) -> str:
    """The page that lists all rules, in Markdown: a table a family, which is the folder of its rules."""
    families: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.code):
        families.setdefault(rule.path.rsplit("/", 2)[-2], []).append(rule)
    lines = [
        "# Rules",
        "",
        "An `error` is nearly always right, a `warning` usually; a `note` is off until it is selected.",
        "`factlint rule CODE` prints all there is to a rule, [LANGUAGE.md](LANGUAGE.md) tells how they are written.",
    ]
    for family, members in sorted(families.items(), key=lambda row: row[1][0].code):
        lines += ["", f"## {family.capitalize()}", "", "| code | name | severity | finds |", "|---|---|---|---|"]
        for rule in members:
            name = f"[{rule.name}]({family}/{rule.name}.yml)"
            lines.append(
                f'| <a id="{rule.code.lower()}"></a>{rule.code} | {name} | {rule.severity} | {_cell(rule.summary)} |'
            )
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def as_page(rule: Rule, on: bool, width: int, colour: bool) -> Iterator[str]:
    """Everything about one rule."""

    def section(title: str, lines: Iterable[str]) -> Iterator[str]:
        yield f"\n{paint('strong', title, colour)}\n"
        yield from (f"{line}\n" if line else "\n" for line in lines)

    state = "on" if on else f"off; turn it on with --select {rule.code}"
    yield f"{paint('strong', f'{rule.code} {rule.name}', colour)}\n"
    yield f"{paint(rule.severity, rule.severity, colour)}, {state}\n"
    yield from section("What it finds", _paragraphs(rule.summary, width))
    yield from section("Why", _paragraphs(rule.why, width))
    if rule.help:
        yield from section("What to do", _paragraphs(rule.help, width))
    yield from section("What it says", _paragraphs(FIELD.sub("…", rule.message), width))
    if rule.options:
        lines = [f"  {name}: {_value(value)}" for name, value in rule.options.items()]
        yield from section("Options (under “options:” in factlint.yml)", lines)
    yield from section("Flagged ([[ ]] marks the place)", _examples(rule.flagged, width))
    yield from section("Not flagged", _examples(rule.passed, width))
    if rule.known_gaps:
        gaps = [f"{gap.text.rstrip()}\n\n({' '.join(gap.why.split())})" for gap in rule.known_gaps]
        yield from section("What it gets wrong today", _examples(gaps, width))
    yield from section("Its file", [f"  {rule.path}"])


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        if number:
            yield ""
        yield from textwrap.wrap(paragraph, width, initial_indent="  ", subsequent_indent="  ")


def _examples(texts: Sequence[str], width: int) -> Iterator[str]:
    """The examples, a bar at their side, line breaks as they are."""
    for number, text in enumerate(texts):
        if number:
            yield ""
        for line in text.strip("\n").split("\n"):
            for piece in textwrap.wrap(line, width - 4) or [""]:
                yield f"  │ {piece}".rstrip()


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def as_markdown(rule: Rule) -> str:
    """The page of one rule, for a site."""
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"*{rule.severity}* · {rule.summary}",
        "",
        "## Why",
        "",
        rule.why.strip(),
    ]
    if rule.help:
        lines += ["", "## What to do", "", FIELD.sub("…", rule.help)]
    lines += ["", "## What it says", "", f"> {FIELD.sub('…', rule.message)}"]
    if rule.options:
        lines += ["", "## Options", "", "| name | usual value |", "|---|---|"]
        lines += [f"| `{name}` | `{_value(value)}` |" for name, value in rule.options.items()]
    lines += ["", "## Flagged", "", "`[[ ]]` marks the place.", *_fenced(rule.flagged)]
    lines += ["", "## Not flagged", *_fenced(rule.passed)]
    if rule.known_gaps:
        lines += ["", "## What it gets wrong today"]
        for gap in rule.known_gaps:
            lines += [*_fenced([gap.text]), "", " ".join(gap.why.split())]
    return "\n".join(lines) + "\n"


def _fenced(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from ("", "````text", text.strip("\n"), "````")
