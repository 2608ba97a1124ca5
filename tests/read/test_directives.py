"""Directives: what an article says to factlint is found, and reaches nobody else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lexicon import Lexicon
from factlint.lint.compiled import product
from factlint.read import Format, read
from factlint.read.directives import find_directives, mask

LEXICON: Lexicon = product().lexicon


def found(source: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(directive.verb, directive.codes) for directive in find_directives(source)]


@pytest.mark.parametrize(
    ("source", "verb", "codes"),
    [
        ("[factlint: ignore QUO101]", "ignore", ("QUO101",)),
        ("<!-- factlint: ignore QUO101 -->", "ignore", ("QUO101",)),
        ("<!--factlint:ignore QUO101-->", "ignore", ("QUO101",)),
        ("[Factlint: Ignore QUO101, NAM quote-unbalanced]", "ignore", ("QUO101", "NAM", "quote-unbalanced")),
        ("[factlint: ignore QUO101 (her lawyer's words, see the note)]", "ignore", ("QUO101",)),
        ("<!-- factlint: off FIG\n     (the table is theirs) -->", "off", ("FIG",)),
        ("[factlint: ignore-file]", "ignore-file", ()),
        ("[factlint:]", "", ()),
    ],
)  # fmt: skip
def test_a_directive_is_a_verb_and_codes(source: str, verb: str, codes: tuple[str, ...]) -> None:
    assert found(source) == [(verb, codes)]


@pytest.mark.parametrize(
    "source",
    [
        "[factlint]",
        "`[factlint: ignore QUO101]`",
        "factlint: ignore QUO101",
        "<!-- a note -->",
        "[a] factlint: [b]",
        "<!-- factlint: ignore QUO101",
    ],
)
def test_what_only_looks_like_one_is_left_alone(source: str) -> None:
    assert found(source) == []
    assert read("a.txt", source.encode(), LEXICON).text == source


@pytest.mark.parametrize("format", ["plain", "markdown"])
def test_its_words_reach_no_rule_and_the_source_keeps_them(format: Format) -> None:
    source = "The mayor spoke. [factlint: ignore QUO]\n\n<!-- factlint: off NAM -->\n\n“We won,” Ann Roe said."
    article = read("a.txt", source.encode(), LEXICON, format)
    assert article.source == source
    assert len(article.text) == len(source)
    assert [source[block.start : block.end] for block in article.blocks] == [
        "The mayor spoke.",
        "“We won,” Ann Roe said.",
    ]
    assert [source[one.start : one.end] for one in article.directives] == [
        "[factlint: ignore QUO]",
        "<!-- factlint: off NAM -->",
    ]


_PROSE = ["The mayor spoke.", "“We won,”", "\n", "\r\n", "\r", " ", "é日", "# ", "- ", "> "]
_DIRECTIVES = ["[factlint: ignore QUO]", "<!-- factlint: off -->", "[factlint:", "]", "<!--", "-->"]


@given(st.lists(st.sampled_from([*_PROSE, *_DIRECTIVES])).map("".join), st.sampled_from(["plain", "markdown"]))
def test_places_and_lines_are_true_with_directives_anywhere(source: str, format: Format) -> None:
    directives = find_directives(source)
    masked = mask(source, directives)
    assert len(masked) == len(source)
    inside = {place for one in directives for place in range(one.start, one.end)}
    assert all(
        masked[place] == (" " if place in inside and character not in "\r\n" else character)
        for place, character in enumerate(source)
    )
    article = read("a.txt", source.encode(), LEXICON, format)
    lines = re.sub("\r\n?", "\n", source)
    assert article.source == lines
    assert len(article.text) == len(lines)
    inside = {place for one in find_directives(lines) for place in range(one.start, one.end)}
    assert not any(article.text[place].strip() for place in inside)
