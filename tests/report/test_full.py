"""The report for people at a terminal."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.report import Page
from factlint.report.excerpt import cut, display_width, excerpt
from tests.report.conftest import finding, printed


def test_a_finding_shows_where_what_and_what_to_do() -> None:
    source = "Mayor resigns\n\n“We will not wait.”\n\nThe vote is on Friday.\n"
    found = finding(source, "“We will not wait.”", message="Nobody is credited with this.", help="Name the speaker.")
    assert printed("full", source, found) == (
        "a.txt:3:1: error QUO101 (who-said-it)\n"
        "  Nobody is credited with this.\n"
        "\n"
        "  3 │ “We will not wait.”\n"
        "    │ ^^^^^^^^^^^^^^^^^^^\n"
        "\n"
        "  Help: Name the speaker.\n"
        "\n"
    )


def test_related_places_are_shown_with_their_words() -> None:
    source = "Anna Lind won.\nLindh said so.\n"
    found = finding(source, "Lindh", message="Two spellings.", related={"Lind": "Spelled so here."})
    assert printed("full", source, found) == (
        "a.txt:2:1: error QUO101 (who-said-it)\n"
        "  Two spellings.\n"
        "\n"
        "  2 │ Lindh said so.\n"
        "    │ ^^^^^\n"
        "  1 │ Anna Lind won.\n"
        "    │      ---- Spelled so here.\n"
        "\n"
    )


def test_of_many_lines_the_first_and_the_last_are_shown() -> None:
    source = "One “two\nthree\nfour” five.\n"
    assert printed("full", source, finding(source, "“two\nthree\nfour”")).split("\n")[3:8] == [
        "  1 │ One “two",
        "    │     ^^^^",
        "    ⋮",
        "  3 │ four” five.",
        "    │ ^^^^^",
    ]


def test_a_long_line_is_cut_to_the_terminal_around_the_place() -> None:
    source = "word " * 100 + "Here it is. " + "word " * 100
    line, under = printed("full", source, finding(source, "Here it is.")).split("\n")[3:5]
    assert line == "  1 │ …word word word Here it is. word word word word word…"
    assert under == "    │                 ^^^^^^^^^^^"


@pytest.mark.parametrize(
    ("line", "words", "under"),
    [
        ("日本 said no.", "said", "     ^^^^"),
        ("日本 said no.", "日本", "^^^^"),
        ("Zoe\u0308 said no.", "said", "    ^^^^"),
        ("Zoe\u0308 said no.", "Zoe\u0308", "^^^"),
        ("a\tsaid no.", "said", "    ^^^^"),
        ("\u200ba said\xa0no.", "said\xa0no", "  ^^^^^^^"),
        ("\ufeffHe said", "He", "^^"),
    ],
)
def test_the_underline_stays_below_its_words(line: str, words: str, under: str) -> None:
    assert printed("full", line, finding(line, words)).split("\n")[4] == "    │ " + under


def test_nothing_in_an_article_steers_the_terminal() -> None:
    source = "The \x1b[31mmayor\x07 \u202eleft.\n"
    shown = printed("full", source, finding(source, "mayor", message="See \x1b[2J “mayor”."))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", shown)


def test_colours_only_where_wanted() -> None:
    source = "The mayor left.\n"
    assert "\x1b" not in printed("full", source, finding(source, "mayor"))
    coloured = printed("full", source, finding(source, "mayor"), page=Page(60, colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed("full", source, finding(source, "mayor"))


def test_an_article_without_findings_prints_nothing() -> None:
    assert printed("full", "The mayor left.\n") == ""


CHARACTERS = st.one_of(
    st.characters(exclude_characters="\r\n"), st.sampled_from("aé日\u0301\t\u200b\xa0\u202e\x1b🙂\ufeff “”")
)


@given(st.text(CHARACTERS, max_size=200), st.data(), st.integers(10, 80))
def test_an_excerpt_fits_and_its_underline_lies_within(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown = excerpt(line, start, end, width)
    assert display_width(shown.text) <= width
    assert 0 <= shown.left <= width
    assert shown.left + shown.cells <= width + 1
    assert not any(unicodedata.category(character) == "Cc" for character in shown.text)


@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=300), st.data())
def test_what_is_underlined_is_what_is_meant(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = min(len(line), start + data.draw(st.integers(1, 20)))
    shown = excerpt(line, start, end, 40)
    assert shown.text[shown.left : shown.left + shown.cells] == line[start:end]


@given(st.text(CHARACTERS, max_size=80), st.integers(1, 40))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert display_width(cut(text, width)) <= width
