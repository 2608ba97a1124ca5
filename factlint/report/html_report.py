"""A page to read: the articles as readers see them, what is found told in the margin, an index over many."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from factlint.read.files import OUR_MARK
from factlint.record import NamedTuple
from factlint.report import Page
from factlint.report.addresses import addresses
from factlint.report.entries import WORST
from factlint.report.page.copy import copy_of
from factlint.report.page.markup import Child, Markup, joined, tag
from factlint.report.page.notes import Notes
from factlint.run import Result
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.lint.rule import Rule

_say = wording("page")
_COUNTED = {"error": "errors", "warning": "warnings", "note": "notes"}
_FAMILY = 3  # letters of a code


class Story(NamedTuple):
    """An article of the page.

    name: what its anchors begin with.
    path: the file's.
    headline: its words, else the path.
    counts: findings by severity.
    codes: findings by rule.
    markup: the article, or nothing where nothing is found in it.
    trouble: why it could not be checked, or None.
    """

    name: str
    path: str
    headline: str
    counts: Counter[str]
    codes: Counter[str]
    markup: Markup
    trouble: str | None


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """The page, in one piece, when the last article is checked."""
    found = list(results)
    rules = {rule.code: rule for rule in page.rules()}
    alone = len(found) == 1
    pages = addresses(page)
    stories = [_story(result, f"a{number}", rules, pages, alone) for number, result in enumerate(found, 1)]
    total: Counter[str] = sum((story.counts for story in stories), Counter())
    counts = _counted(total)
    told = _say("in articles", counts=counts, articles=_say.counted("articles", len(stories)))
    style, script = _asset("page.css"), _asset("page.js")
    title = _say("of one", name=stories[0].headline) if alone else _say("of many", counts=told)
    body = joined(
        tag("a", {"class": "skip", "href": "#stories"}, _say("skip")),
        _masthead(told, stories, rules.keys() if total else ()),
        tag("main", {"id": "stories"}, "" if alone else _index(stories), *(s.markup for s in stories)),
        tag("footer", {}, tag("p", {}, _say("made by"))),
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n'
    yield joined(
        tag("meta", {"charset": "utf-8"}),
        Markup(OUR_MARK),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "color-scheme", "content": "light dark"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(script)}),
        tag("title", {}, title),
        tag("style", {}, Markup(style)),
    )
    yield f"\n</head>\n<body>\n{body}\n"
    yield tag("script", {}, Markup(script)) + "\n</body>\n</html>\n"


def _asset(name: str) -> str:
    return (files("factlint.report.page") / name).read_text(encoding="utf-8")


def _policy(script: str) -> str:
    """Nothing is fetched, and no script is run but the page's own."""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'"


def _counted(counts: Counter[str]) -> str:
    told = [_say.counted(_COUNTED[severity], counts[severity]) for severity in WORST if counts[severity]]
    return ", ".join(told) or _say("no problems")


def _story(result: Result, name: str, rules: Mapping[str, Rule], pages: Mapping[str, str], alone: bool) -> Story:
    counts = Counter(finding.severity for finding in result.findings)
    codes = Counter(finding.code for finding in result.findings)
    if result.trouble is not None:
        trouble = result.trouble[:1].upper() + result.trouble[1:]
        head = tag("p", {"class": "trouble"}, tag("b", {}, _say("trouble")), " ", trouble)
        markup = tag("article", {"class": "story", "id": name}, _head(name, result.path, ""), head)
        return Story(name, result.path, result.path, counts, codes, markup, trouble)
    if not result.findings and not alone:
        return Story(name, result.path, result.path, counts, codes, Markup(""), None)
    copy = copy_of(result, name)
    notes = Notes(name, result.source, result.findings, rules, copy.anchors, pages)
    rows = [
        tag(
            "div",
            {"class": f"row {row.kind}"},
            tag("span", {"class": "line", "aria-hidden": "true"}, str(row.line)),
            tag("div", {"class": "copy"}, row.markup),
            tag("div", {"class": "margin"}, notes.margin(row.notes)),
        )
        for row in copy.rows
    ]
    if copy.elsewhere:
        label = tag("p", {"class": "block elsewhere"}, _say("elsewhere"))
        margin = tag("div", {"class": "margin"}, notes.margin(copy.elsewhere))
        rows.append(tag("div", {"class": "row"}, tag("div", {"class": "copy"}, label), margin))
    foot = notes.foot() if result.findings else Markup("")
    markup = tag("article", {"class": "story", "id": name}, _head(name, result.path, _counted(counts)), *rows, foot)
    return Story(name, result.path, copy.headline or result.path, counts, codes, markup, None)


def _head(name: str, path: str, counts: str) -> Markup:
    parts: list[Child] = [tag("span", {"class": "path", "dir": "ltr"}, path)]
    if counts:
        parts += [" ", tag("span", {"class": "counts"}, counts)]
    return tag("p", {"class": "slug"}, *parts)


def _masthead(told: str, stories: list[Story], codes: Iterable[str]) -> Markup:
    found: Counter[str] = sum((story.codes for story in stories), Counter())
    title = tag("h1", {}, _say("title"))
    parts = [tag("div", {"class": "brand"}, title, tag("p", {"class": "told", "id": "told"}, told))]
    if found:
        counts: Counter[str] = sum((story.counts for story in stories), Counter())
        parts.append(_tools(found, counts))
    return tag("header", {"class": "masthead"}, *parts)


def _tools(found: Counter[str], counts: Counter[str]) -> Markup:
    """The filters and the steps from finding to finding; they need the script, and are hidden without."""
    severities = [
        tag("label", {"class": f"toggle {severity}"},
            tag("input", {"type": "checkbox", "checked": True, "data-show": severity}),
            _say.counted(_COUNTED[severity], counts[severity]))
        for severity in WORST if counts[severity]
    ]  # fmt: skip
    families = sorted({code[:_FAMILY] for code in found})
    named = [(family, _say.get(f"family {family}", family)) for family in families]
    options = [tag("option", {"value": family}, f"{family} {label}") for family, label in named]
    rules = [tag("option", {"value": code}, f"{code} ({number:,})") for code, number in sorted(found.items())]
    return tag(
        "form",
        {"class": "tools", "id": "tools", "hidden": True, "aria-label": _say("filters")},
        tag("fieldset", {}, tag("legend", {}, _say("severity")), *severities),
        tag("label", {}, _say("family"), tag("select", {"id": "family"}, _all(), *options)),
        tag("label", {}, _say("rule"), tag("select", {"id": "rule"}, _all(), *rules)),
        tag("div", {"class": "steps"},
            tag("button", {"type": "button", "id": "previous", "aria-label": _say("previous")}, "←"),
            tag("output", {"id": "position", "data-position": _say("position", n="#", all="%"),
                           "data-shown": _say("hidden", n="#", all="%"), "aria-live": "polite"}),
            tag("button", {"type": "button", "id": "next", "aria-label": _say("next")}, "→")),
        tag("p", {"class": "keys"}, _say("keys")),
    )  # fmt: skip


def _all() -> Markup:
    return tag("option", {"value": ""}, _say("all"))


def _index(stories: list[Story]) -> Markup:
    """The articles, the worst first, and how often each family is found."""
    order = sorted(stories, key=lambda s: (s.trouble is None, *(-s.counts[severity] for severity in WORST), s.path))
    most = max((sum(story.counts.values()) for story in stories), default=0) or 1
    rows = [_index_row(story, most) for story in order]
    heads = [tag("th", {"scope": "col"}, _say("article")), *(_column(severity) for severity in WORST)]
    heads.append(tag("th", {"scope": "col", "class": "bars"}, tag("span", {"class": "unseen"}, _say("families"))))
    table = tag("table", {}, tag("thead", {}, tag("tr", {}, *heads)), tag("tbody", {}, *rows))
    title = tag("h2", {"id": "index"}, _say("index"))
    return tag("section", {"class": "index", "aria-labelledby": "index"}, title, _chart(stories), table)


def _column(severity: str) -> Markup:
    return tag("th", {"scope": "col", "class": "number"}, _say.counted(_COUNTED[severity], 0).split(" ", 1)[-1])


def _index_row(story: Story, most: int) -> Markup:
    link = tag("a", {"href": f"#{story.name}"}, story.headline) if story.markup else tag("span", {}, story.headline)
    about: list[Child] = [link]
    if story.headline != story.path:
        about += [" ", tag("span", {"class": "path", "dir": "ltr"}, story.path)]
    if story.trouble:
        about += [" ", tag("span", {"class": "trouble"}, _say("trouble"))]
    cells = [tag("th", {"scope": "row"}, *about)]
    cells += [tag("td", {"class": f"number {s}"}, f"{story.counts[s]:,}" if story.counts[s] else "–") for s in WORST]
    bars = [
        tag("span", {"class": f"bar {s}", "style": f"width:{story.counts[s] / most * 100:.1f}%"})
        for s in WORST
        if story.counts[s]
    ]
    cells.append(tag("td", {"class": "bars", "aria-hidden": "true"}, *bars))
    return tag("tr", {}, *cells)


def _chart(stories: list[Story]) -> Markup:
    """A bar for each family, with its number in words."""
    families: Counter[str] = Counter()
    for story in stories:
        for code, number in story.codes.items():
            families[code[:_FAMILY]] += number
    most = max(families.values(), default=1)
    rows = []
    for family, number in sorted(families.items(), key=lambda row: (-row[1], row[0])):
        label = _say.get(f"family {family}", family)
        bar = tag("span", {"class": "bar", "style": f"width:{number / most * 100:.1f}%"})
        track = tag("span", {"class": "track", "aria-hidden": "true"}, bar)
        rows.append(tag("li", {}, tag("span", {"class": "label"}, label), track, tag("b", {}, f"{number:,}")))
    if not rows:
        return Markup("")
    caption = tag("figcaption", {}, _say("families"))
    return tag("figure", {"class": "families"}, caption, tag("ul", {}, *rows))
