"""Writes what the linter finds in the whole articles of tests/articles/ into the files beside them.

    python scripts/write_article_findings.py                  # all
    python scripts/write_article_findings.py wire weather     # those whose names begin so

A line a finding: line:column severity CODE message. Lines that begin with # are written by hand and stay: what was
planted in the article, and which findings are wrong. Only whether something planted is found is written here.
Read the diff before it is taken.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.api import lint_text
from factlint.lint.findings import Lines

if TYPE_CHECKING:
    from factlint.lint.findings import Finding

CHECKOUT = Path(__file__).parent.parent
ARTICLES = CHECKOUT / "tests" / "articles"
SEEDS = CHECKOUT / "seeds"
SUFFIXES = {".txt", ".md", ".html"}
# FIG/HED: any of these families will do. Of "1124 … in 2021" both pieces stand in the article.
PLANTED = re.compile(r"# planted(?:, not found)?: (?P<families>[A-Z/]+) (?P<words>.*?)(?P<why> — .*)?$")


def articles() -> list[Path]:
    """The whole articles, in order of name; the seed among them, which stands in its own folder."""
    return sorted(
        (
            path
            for folder in (ARTICLES, SEEDS)
            for path in folder.iterdir()
            if path.suffix in SUFFIXES and path.name != "README.md"
        ),
        key=lambda path: path.name,
    )


def expected(article: Path) -> Path:
    """The file of an article's findings."""
    return ARTICLES / f"{article.name}.findings"


def found(article: Path) -> list[str]:
    """What the linter finds in an article today, a line a finding, with the settings that come with it."""
    lines = Lines(article.read_text(encoding="utf-8"))
    return [
        "{}:{} {} {} {}".format(*lines.at(f.start), f.severity, f.code, " ".join(f.message.split()))
        for f in _findings(article)
    ]


def by_hand(article: Path) -> list[str]:
    """The lines of an article's findings that are comments, with what is planted marked as found or not found."""
    path = expected(article)
    comments = [line for line in read(path) if line.startswith("#")] if path.exists() else []
    return [_marked(line, article) for line in comments]


def read(path: Path) -> list[str]:
    """The lines of a file of findings, without the blank ones."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@cache
def _findings(article: Path) -> Sequence[Finding]:
    # One path for all of a suffix: the linter keeps its rules from call to call where the path is the same.
    return lint_text(article.read_text(encoding="utf-8"), path=str(ARTICLES / f"article{article.suffix}"))


def _marked(line: str, article: Path) -> str:
    """A comment; where it tells what was planted, "not found" is added or taken away.

    Found is what a finding of one of its families touches, be it with a related place. Raises ValueError where words
    do not stand in the article.
    """
    planted = PLANTED.fullmatch(line)
    if planted is None:
        return line
    text = article.read_text(encoding="utf-8")
    places = [place for words in re.findall('"([^"]+)"', planted["words"]) for place in _places(words, text)]
    touched = [
        place
        for finding in _findings(article)
        if finding.code[:3] in planted["families"].split("/")
        for place in ((finding.start, finding.end), *((related.start, related.end) for related in finding.related))
    ]
    hit = any(start < end_there and start_there < end for start, end in places for start_there, end_there in touched)
    return f"# planted{'' if hit else ', not found'}: {planted['families']} {planted['words']}{planted['why'] or ''}"


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces between "…" stand, one after the other."""
    end = 0
    for piece in filter(None, map(str.strip, words.split("…"))):
        start = text.find(piece, end)
        if start < 0:
            raise ValueError(f"“{piece}” does not stand in the article")
        end = start + len(piece)
        yield start, end


def main(names: list[str]) -> None:
    for article in articles():
        if not names or article.name.startswith(tuple(names)):
            text = "".join(f"{line}\n" for line in [*by_hand(article), *found(article)])
            expected(article).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
