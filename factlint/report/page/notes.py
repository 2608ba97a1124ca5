"""What is told of a finding in the margin, and again, where the page is printed, at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from factlint.lint.findings import Lines
from factlint.report.page.copy import related_anchor
from factlint.report.page.markup import Child, Markup, joined, tag
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.lint.findings import Finding, Fix
    from factlint.lint.rule import Rule

_say = wording("page")
_MOST_EDITS = 3
_FAMILY = 3  # letters of a code


class Notes:
    """Writes the notes of one article."""

    def __init__(
        self,
        name: str,
        source: str,
        findings: tuple[Finding, ...],
        rules: Mapping[str, Rule],
        anchors: frozenset[str],
        pages: Mapping[str, str],
    ) -> None:
        self._name = name
        self._source = source
        self._lines = Lines(source)
        self._findings = findings
        self._rules = rules
        self._anchors = anchors
        self._pages = pages

    def margin(self, numbers: Iterable[int]) -> Markup:
        """The notes that stand beside a block."""
        return joined(*(self._note(number, self._findings[number - 1]) for number in numbers))

    def foot(self) -> Markup:
        """All notes, short, for paper."""
        rows = [self._footnote(number, finding) for number, finding in enumerate(self._findings, 1)]
        title = tag("h3", {}, _say("footnotes"))
        return tag("section", {"class": "footnotes", "aria-hidden": "true"}, title, tag("ol", {}, *rows))

    def _note(self, number: int, finding: Finding) -> Markup:
        head = tag(
            "p",
            {"class": "head"},
            tag("a", self._back(number), str(number)),
            " ",
            tag("span", {"class": "severity"}, _say(finding.severity)),
            " ",
            tag("span", {"class": "code"}, finding.code),
        )
        parts: list[Markup] = [head, tag("p", {"class": "message", "dir": "auto"}, finding.message)]
        if finding.fix is not None:
            label = _say("fix" if finding.fix.safe else "fix unsafe")
            parts.append(tag("p", {"class": "help"}, tag("b", {}, label), " ", self._mended(finding.fix)))
        if finding.help:
            parts.append(tag("p", {"class": "help"}, finding.help))
        if finding.related:
            rows = [self._related(number, place, finding) for place in range(len(finding.related))]
            parts.append(tag("ul", {"class": "related"}, *rows))
        rule = self._rules.get(finding.code)
        if rule is not None:
            why = [tag("summary", {}, _say("why")), tag("p", {}, " ".join(rule.why.split()))]
            if (page := self._pages.get(finding.code)) is not None:
                told = f"{_say('page')}: {finding.code} {finding.rule}"
                why.append(tag("p", {}, tag("a", {"href": page, "rel": "noreferrer"}, told)))
            parts.append(tag("details", {}, *why))
        attributes: dict[str, str | int | bool | None] = {
            "class": f"remark {finding.severity}",
            "id": f"{self._name}n{number}",
            "tabindex": -1,
            "data-severity": finding.severity,
            "data-family": finding.code[:_FAMILY],
            "data-rule": finding.code,
        }
        return tag("div", attributes, *parts)

    def _back(self, number: int) -> dict[str, str | int | bool | None]:
        label = _say("to the text", n=number)
        return {"class": "number", "href": f"#{self._name}m{number}", "aria-label": label}

    def _related(self, number: int, place: int, finding: Finding) -> Markup:
        other = finding.related[place]
        line = _say("line", n=self._lines.at(other.start)[0])
        anchor = related_anchor(self._name, number, place)
        link = tag("a", {"href": f"#{anchor}"}, line) if anchor in self._anchors else tag("span", {}, line)
        return tag("li", {}, link, ": ", tag("span", {"dir": "auto"}, other.told(self._source)))

    def _footnote(self, number: int, finding: Finding) -> Markup:
        what = f"{_say(finding.severity)} {finding.code}"
        parts: list[Child] = [tag("b", {}, what), " ", tag("span", {}, finding.message)]
        if finding.help:
            parts += [" ", tag("i", {}, finding.help)]
        for other in finding.related:
            parts += [
                " ",
                tag("span", {}, f"[{_say('line', n=self._lines.at(other.start)[0])}: {other.told(self._source)}]"),
            ]
        return tag("li", {"class": finding.severity, "value": number}, *parts)

    def _mended(self, fix: Fix) -> str:
        told = []
        for edit in fix.edits[:_MOST_EDITS]:
            old, new = (" ".join(words.split()) for words in (self._source[edit.start : edit.end], edit.text))
            name = "delete" if not edit.text else "replace" if old else "insert"
            told.append(_say(name, old=old, new=new))
        return "; ".join(told) + "."
