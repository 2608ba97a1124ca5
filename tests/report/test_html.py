"""The page to read: every finding at its words, and nothing of an article but text."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.findings import Edit, Fix
from factlint.lint.rulebook import load_rulebook
from factlint.report import Page, report_as
from factlint.run import Result
from factlint.shipped import rules_folder
from tests.report.conftest import finding

RULES = load_rulebook([rules_folder()]).rules
STORY = "Mayor opens bridge\n\nThe mayor, Ann Roe, opened the bridge.\n\n“It cost £4m,” she said. /EPA\n"
NAME = finding(STORY, "Ann Roe", message="Who is she?", severity="warning", related={"she": "“she” here."})
CREDIT = finding(STORY, "/EPA", message="A credit.", help="Delete it.")._replace(
    code="RES101", rule="credit-left", fix=Fix(True, (Edit(STORY.index(" /EPA"), STORY.index("/EPA") + 4, ""),))
)


class Reader(HTMLParser):
    """Keeps the elements of a page, each with its attributes and words, and its comments."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def of(self, **wanted: str) -> list[dict[str, str | None]]:
        """The attributes of the elements that have some."""
        return [
            attributes
            for _, attributes in self.elements
            if all(value in (attributes.get(key.rstrip("_")) or "").split() for key, value in wanted.items())
        ]


def page(*results: Result) -> str:
    return "".join(report_as("html")(results, Page(rules=lambda: RULES)))


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_findings_are_underlined_in_place_and_told_in_the_margin() -> None:
    html = page(Result("a.txt", STORY, (NAME, CREDIT)))
    assert '<h2 class="block headline" dir="auto">Mayor opens bridge</h2>' in html
    assert '<mark class="hit warning" data-of="a1n1">Ann Roe</mark><a class="ref warning" href="#a1n1"' in html
    assert '<span class="tie" data-of="a1n1" id="a1r1-0">she</span>' in html
    reader = read(html)
    assert [note["data-rule"] for note in reader.of(class_="remark")] == ["QUO101", "RES101"]
    assert "delete “/EPA”." in "".join(reader.texts)
    assert {"href": "#a1r1-0"} in [attributes for tag, attributes in reader.elements if tag == "a"]


def test_every_anchor_that_is_gone_to_is_there_once() -> None:
    reader = read(page(Result("a.txt", STORY, (NAME, CREDIT)), Result("b.txt", STORY, (CREDIT,))))
    names = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(names) == len(set(names))
    links = [str(attributes.get("href")) for tag, attributes in reader.elements if tag == "a"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(names)


def test_nothing_is_fetched_and_no_script_but_the_pages_own_is_run() -> None:
    html = page(Result("a.txt", STORY, (NAME, CREDIT)))
    reader = read(html)
    (policy,) = [a["content"] or "" for tag, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert not [tag for tag, attributes in reader.elements if "src" in attributes or tag in ("link", "img", "iframe")]
    assert "url(" not in html
    assert "@import" not in html


def test_many_articles_have_an_index_the_worst_first() -> None:
    html = page(
        Result("a.txt", "Fair opens\n\nIt opened.\n"),
        Result("b.txt", STORY, (NAME, CREDIT)),
        Result("c.txt", "", trouble="it is not text."),
    )
    index = html[html.index('<section class="index"') : html.index("</section>")]
    assert re.findall(r'<th scope="row">(?:<a href="#(\w+)">|<span>)', index) == ["a3", "a2", ""]
    assert '<span class="label">Quotes</span>' in index
    assert "1 error, 1 warning in 3 articles" in html
    assert "It is not text." in html


def test_an_article_without_a_finding_is_shown_where_it_is_alone() -> None:
    html = page(Result("a.txt", "Fair opens\n\nIt opened.\n"))
    assert "Nothing found in 1 article" in html
    assert '<p class="block paragraph" dir="auto">It opened.</p>' in html


def test_markup_of_the_article_is_not_shown_and_its_places_hold() -> None:
    source = "# Mayor *opens* bridge\r\n\r\nThe **mayor** opened [it](http://x.y). /EPA\r\n"
    html = page(Result("a.md", source, (finding(source, "/EPA"),)))
    assert ">Mayor opens bridge</h2>" in html
    assert 'The mayor opened it. <mark class="hit error" data-of="a1n1">/EPA</mark>' in html


def test_what_is_found_outside_the_running_text_is_told_too() -> None:
    source = "---\nlayout: wide\n---\nThe fair opened.\n"
    html = page(Result("a.md", source, (finding(source, "wide", message="Odd."),)))
    assert "Outside the running text" in html
    assert "Odd." in html


HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt; \" ' --> </style> ]]> \u202egnp.exe \x00\x1b[2J"


def test_hostile_text_stays_text() -> None:
    source = f"Mayor {HOSTILE}\n\nThe mayor {HOSTILE} opened it.\n"
    evil = finding(source, "opened", message=HOSTILE, help=HOSTILE, related={"Mayor": HOSTILE}, path=HOSTILE)
    html = page(Result(HOSTILE, source, (evil,)), Result("b", "", trouble=HOSTILE))
    reader = read(html)
    harmless = Result("a.txt", STORY, (NAME._replace(help="Ask her."), CREDIT))
    plain = read(page(harmless, Result("b", "", trouble="it is not text.")))
    assert {tag for tag, _ in reader.elements} <= {tag for tag, _ in plain.elements}
    assert [tag for tag, _ in reader.elements].count("script") == 1
    assert not [1 for _, attributes in reader.elements if any(name.startswith("on") for name in attributes)]
    assert reader.comments == []
    for character in ("\u202e", "\x00", "\x1b"):
        assert character not in html


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 30))
def test_any_article_and_any_finding_make_a_page(source: str, start: int, length: int) -> None:
    source = source.encode("utf-8", "replace").decode()
    start = min(start, len(source))
    found = NAME._replace(start=start, end=min(start + length, len(source)), related=())
    reader = read(page(Result("a.txt", source, (found,))))
    assert len(reader.of(class_="remark")) == 1
