"""A headline that a file tells twice is read once, whatever holds it: else it would bear itself out."""

import json

import pytest

from factlint.lexicon import Lexicon
from factlint.read import Article, read
from factlint.read.record import Record, read_record

HEAD = "Council backs ferry plan"
TEXT = "The ferry will run all winter, the council said on Wednesday."


def ninjs(type: str, value: str) -> str:
    return json.dumps({"uri": "a", "headlines": [{"value": HEAD}], "bodies": [{"contenttype": type, "value": value}]})


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.txt", f"{HEAD}\n\n{HEAD}\n\n{TEXT}\n"),
        ("a.md", f"---\ntitle: {HEAD}\n---\n## {HEAD}\n\n{TEXT}\n"),
        ("a.aml", f"headline: {HEAD}\n[+body]\n{HEAD}.\n\n{TEXT}\n[]\n"),
        ("a.ninjs", ninjs("text/plain", f"{HEAD}\n{TEXT}")),
        ("a.ninjs", ninjs("text/html", f"<h1>{HEAD.upper()}</h1><p>{TEXT}</p>")),
        ("a.html", f"<h1>{HEAD}</h1><h2>{HEAD}</h2><p>{TEXT}</p>"),
    ],
)
def test_a_headline_that_stands_twice_is_read_once(name: str, source: str, lexicon: Lexicon) -> None:
    assert kinds(read(name, source.encode(), lexicon)) == [("headline", HEAD), ("paragraph", TEXT)]


@pytest.mark.parametrize("text", [f"{HEAD}\n\n{TEXT}", f"<h1>{HEAD}</h1><p>{TEXT}</p>"])
def test_so_is_that_of_a_row_that_opens_its_text_as_well(text: str, lexicon: Lexicon) -> None:
    article = read_record("a", Record(1, "a", text, HEAD), lexicon)
    assert kinds(article) == [("headline", HEAD), ("paragraph", TEXT)]


def test_only_what_is_nothing_but_the_headline_is_left_out(lexicon: Lexicon) -> None:
    quoted = f"“{HEAD}”, the notice said."
    source = "\n\n".join([HEAD, TEXT, quoted, TEXT, TEXT, TEXT, TEXT, HEAD, TEXT])
    words = [words for _, words in kinds(read("a.txt", source.encode(), lexicon))]
    assert words[2] == quoted
    assert HEAD not in words[1:]


def test_what_stands_a_third_time_is_no_headline(lexicon: Lexicon) -> None:
    again = "The mayor opened the bridge on Friday, and the clerk went home with the tape and scissors."
    article = read("a.txt", "\n\n".join([again] * 5).encode(), lexicon)
    assert kinds(article) == [("headline", again)] + [("paragraph", again)] * 3
