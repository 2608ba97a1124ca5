"""Plain text as it comes: small files of many desks, with the blocks that each must give."""

from pathlib import Path

import pytest

from factlint.api import lint_text
from factlint.lexicon import Lexicon
from factlint.read import read

SAMPLES = sorted((Path(__file__).parent / "plain").glob("*.txt"))


def shown(path: Path, lexicon: Lexicon) -> str:
    """A line a block, its kind before it, and what the file tells of its day and writer."""
    article = read(path.name, path.read_bytes(), lexicon)
    lines = [f"{block.kind}: {' '.join(article.text[block.start : block.end].split())}" for block in article.blocks]
    told = [f"({name} {value})" for name, value in article.metadata._asdict().items() if value]
    return "\n".join([*lines, *told]) + "\n"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_file_becomes_these_blocks(path: Path, lexicon: Lexicon) -> None:
    assert shown(path, lexicon) == path.with_suffix(".blocks").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_it(path: Path) -> None:
    assert lint_text(path.read_bytes().decode()) == ()


def test_what_is_around_the_article_is_blank_and_every_place_holds(lexicon: Lexicon) -> None:
    source = (Path(__file__).parent / "plain" / "mail-copy.txt").read_text(encoding="utf-8")
    article = read("a.txt", source.encode(), lexicon)
    assert len(article.text) == len(source)
    assert "marit@paper.example" not in article.text
    assert all(article.text[b.start : b.end] == source[b.start : b.end] for b in article.blocks)


@pytest.mark.parametrize(
    "source",
    [
        "From: the mayor.\n\nTo: the town.\n\nIt was a short letter.\n",
        "Subject: Pool\n\nThe council shut it.\n",
        "TO-DO LIST\n\nThe council shut the pool.\n",
    ],
)
def test_one_line_like_a_head_makes_no_envelope(source: str, lexicon: Lexicon) -> None:
    article = read("a.txt", source.encode(), lexicon)
    assert article.text == source


@pytest.mark.parametrize(
    "words", ["Picture: PA", "Picture: Ida Holm/Reuters", "Box office: Lund Arena", "He said: wait."]
)
def test_what_only_looks_like_a_label_stays_in_the_text(words: str, lexicon: Lexicon) -> None:
    article = read("a.txt", f"Pool to shut\n\nThe pool shuts in May.\n\n{words}\n\nIt was late.\n".encode(), lexicon)
    assert words in article.text
