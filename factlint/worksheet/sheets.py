"""The rows of a worksheet → a table: CSV, Markdown, a page with boxes to tick, a file for spreadsheets."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files

from factlint.read.files import OUR_MARK
from factlint.record import NamedTuple
from factlint.report.page.markup import Child, Markup, joined, tag
from factlint.wording import wording
from factlint.worksheet.rows import Row

_say = wording("worksheet")
_COLUMNS = ("number", "line", "paragraph", "kind", "item", "about", "findings", "checked", "source", "by")
_WIDTHS = (6, 6, 11, 10, 44, 40, 50, 9, 30, 12)  # of a spreadsheet's columns, in characters
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
#: What makes a spreadsheet take a text for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Sheet(NamedTuple):
    """The worksheet of one article.

    path: the article's.
    rows: what is to be checked.
    totals: how many of each kind, in words.
    besides: the findings that stand beside no row, each with its line.
    source: the article's text.
    """

    path: str
    rows: Sequence[Row]
    totals: Sequence[str]
    besides: Sequence[tuple[int, str]]
    source: str = ""


class NoSpreadsheetsError(Exception):
    """The library that writes files for spreadsheets is not there."""


def as_csv(sheet: Sheet) -> str:
    """A table with a line of totals; for spreadsheets, to which no text is a formula."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([_say(column) for column in _COLUMNS])
    for row in sheet.rows:
        table.writerow([_cell(value) for value in _values(row)])
    table.writerows([_cell(value) for value in row] for row in _last(sheet))
    return out.getvalue()


def as_markdown(sheet: Sheet) -> str:
    """A list of tasks in a table."""
    lines = [f"# {_plain(_say('title', name=sheet.path))}", ""]
    lines += ["| " + " | ".join(_say(column) for column in _COLUMNS) + " |", "|" + "---|" * len(_COLUMNS)]
    for row in sheet.rows:
        cells = [_plain(str(value)) for value in _values(row)]
        cells[_COLUMNS.index("checked")] = "☐"
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", *(f"- {_plain(_beside(row))}" for row in sheet.besides), *([""] if sheet.besides else [])]
    lines.append(f"{_say('totals')}: {', '.join(sheet.totals)}.")
    return "\n".join(lines) + "\n"


def as_html(sheet: Sheet) -> str:
    """A page that keeps ticks and notes in the browser, and saves them as a table."""
    style = (files("factlint.report.page") / "page.css").read_text(encoding="utf-8")
    style += (files("factlint.worksheet") / "sheet.css").read_text(encoding="utf-8")
    script = (files("factlint.worksheet") / "sheet.js").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'"
    key = hashlib.sha256(f"{sheet.path}\0{sheet.source}".encode("utf-8", "replace")).hexdigest()[:20]
    heads = [tag("th", {"scope": "col", "class": column}, _say(column)) for column in _COLUMNS]
    body = [_html_row(row) for row in sheet.rows]
    title = _say("title", name=sheet.path)
    tools = tag(
        "div",
        {"class": "sheet-tools", "id": "tools", "hidden": True},
        tag("output", {"id": "ticked", "data-told": _say("ticked", n="#", all="%"), "aria-live": "polite"}),
        tag("button", {"type": "button", "id": "export"}, _say("export")),
        tag("button", {"type": "button", "id": "forget", "data-sure": _say("sure")}, _say("forget")),
        tag("span", {}, _say("kept")),
    )
    besides = tag(
        "ul",
        {"class": "besides"},
        *(tag("li", {"data-line": line, "data-text": text}, _beside((line, text))) for line, text in sheet.besides),
    )
    main = tag(
        "main",
        {},
        tools,
        tag("div", {"class": "scroll", "tabindex": 0, "role": "region", "aria-label": title},
            tag("table", {"id": "sheet", "data-key": key}, tag("thead", {}, tag("tr", {}, *heads)),
                tag("tbody", {}, *body))),
        besides if sheet.besides else "",
        tag("p", {"class": "totals"}, f"{_say('totals')}: {', '.join(sheet.totals)}."),
    )  # fmt: skip
    head = joined(
        tag("meta", {"charset": "utf-8"}),
        Markup(OUR_MARK),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "color-scheme", "content": "light dark"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        tag("title", {}, title),
        tag("style", {}, Markup(style)),
    )
    brand = tag("header", {"class": "masthead sheet-head"}, tag("div", {"class": "brand"}, tag("h1", {}, title)))
    page = joined(brand, main, tag("script", {}, Markup(script)))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body class="worksheet">\n{page}\n</body>\n</html>\n'
    )


def as_xlsx(sheet: Sheet) -> bytes:
    """A file for spreadsheets; raises NoSpreadsheetsError without the library that writes it."""
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
    except ImportError:
        raise NoSpreadsheetsError from None
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = _say("title", name="").strip(" :")
    rows: list[list[str | int]] = [[_say(column) for column in _COLUMNS], *(_values(row) for row in sheet.rows)]
    rows += _last(sheet)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = page.cell(number, column)
            cell.value = _clean(value)
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it begins with, it is no formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _values(row: Row) -> list[str | int]:
    return [
        row.number,
        row.line,
        row.paragraph or "",
        _say(row.kind),
        row.item,
        row.about,
        "\n".join(row.findings),
        "",
        "",
        "",
    ]


def _last(sheet: Sheet) -> list[list[str | int]]:
    """The rows below the things to check: findings that belong to none of them, and the totals."""
    findings: list[list[str | int]] = [["", line, *[""] * 4, text, *[""] * 3] for line, text in sheet.besides]
    return [*findings, ["", "", "", _say("totals"), ", ".join(sheet.totals), *[""] * 5]]


def _beside(row: tuple[int, str]) -> str:
    return _say("beside", line=row[0], text=row[1])


def _cell(value: str | int) -> str | int:
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _clean(value: str | int) -> str | int:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", value) if isinstance(value, str) else value


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _html_row(row: Row) -> Markup:
    name = f"r{row.number}"
    findings = tag("ul", {}, *(tag("li", {}, text) for text in row.findings)) if row.findings else Markup("")
    cells: list[Child] = [
        tag("td", {"class": "number"}, str(row.number)),
        tag("td", {"class": "line", "data-label": _say("line")}, str(row.line)),
        tag("td", {"class": "paragraph"}, str(row.paragraph or "")),
        tag("td", {"class": "kind"}, _say(row.kind)),
        tag("td", {"class": "item", "dir": "auto"}, row.item),
        tag("td", {"class": "about", "dir": "auto"}, row.about),
        tag("td", {"class": "findings"}, findings),
        tag("td", {"class": "checked"}, _input(f"{name}c", "checkbox", _say("tick", item=row.item))),
        tag(
            "td",
            {"class": "source", "data-label": _say("source")},
            _input(f"{name}s", "text", _say("source of", item=row.item)),
        ),
        tag("td", {"class": "by", "data-label": _say("by")}, _input(f"{name}b", "text", _say("by of", item=row.item))),
    ]
    return tag("tr", {"class": row.kind}, *cells)


def _input(name: str, kind: str, label: str) -> Markup:
    return tag("input", {"type": kind, "id": name, "aria-label": label, "autocomplete": "off"})
