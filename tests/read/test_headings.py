"""Headings: short lines that head what follows; what heads an entry, or asks twice, may end in many a word."""

import pytest

from factlint.lint.compiled import product
from factlint.read import read

BODY = "The talks went on all night.\n\n{}\n\nThe delegates came out at six and said nothing to anyone.\n"


def kind(line: str, text: str = BODY, name: str = "article.txt") -> str:
    article = read(name, ("Talks end in Lund\n\n" + text.format(line)).encode(), product().lexicon)
    return next(block.kind for block in article.blocks if article.text[block.start :].startswith(line.strip("*")))


@pytest.mark.parametrize(
    "line",
    [
        "4.05pm: Who came, and where from",
        "10:22 p.m. — The long wait is over",
        "23.30 – The hall is locked, delegates all in",
        "What was agreed, and by whom",
        "Who must sign it, and who need not",
    ],
)
def test_what_heads_an_entry_or_asks_twice_is_a_heading(line: str) -> None:
    assert kind(line) == "heading"


@pytest.mark.parametrize(
    "line", ["4.05pm: The delegates came out of the", "The talks had been led by", "What the hosts gave the"]
)
def test_what_breaks_off_is_none(line: str) -> None:
    assert kind(line) == "paragraph"


def test_where_markup_tells_of_no_heading_the_form_does() -> None:
    told = "---\ntitle: Talks end in Lund\ndate: 2025-03-04\n---\n\n" + BODY.format("What was agreed, and by whom")
    for name in ("article.txt", "article.md"):
        article = read(name, told.encode(), product().lexicon)
        assert [block.kind for block in article.blocks] == ["headline", "paragraph", "heading", "paragraph"]
        assert article.metadata.date == "2025-03-04"


def test_below_the_sort_of_a_piece_stands_its_headline_even_if_it_asks() -> None:
    source = "EXPLAINER\n\nThe bridge is shut. When will it open?\n\nBy Ann Roe\n\nThe bridge is old.\n\nIt leans.\n"
    article = read("article.txt", source.encode(), product().lexicon)
    assert [block.kind for block in article.blocks][:3] == ["credit", "headline", "byline"]
