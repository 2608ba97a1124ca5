"""Fuzzes readers, stages and rules: whole articles, cut, doubled and spoilt at random; what fails is printed.

    python -m lab.fuzz [--seconds 60] [--seed 1]

A find is one line: the suffix, the stage or the error, and the article, as Python writes it; it becomes a test.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from factlint.config.settings import Settings
from factlint.lint.checker import Checker
from factlint.read import SUFFIXES, ReadError, read
from factlint.relations.analysis import Analysis

_ARTICLES = Path(__file__).resolve().parent.parent / "tests" / "articles"
_LONGEST = 3000  # bytes of an article
_ODD = [
    "\0",
    "“",
    "”",
    "’",
    "²",
    "⑦",
    "%",
    "£",
    "(",
    "[",
    "{",
    "|",
    "> ",
    "- ",
    "\n\n",
    "\r",
    ", according",
    "\ud7ff",
    "\u202e",
]


def main() -> None:
    """Runs until the time is up, then tells how many articles were tried and how many failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    chance = random.Random(wish.seed)
    checker = Checker(Settings(select=("ALL",)))
    corpus = [path.read_bytes()[:_LONGEST] for path in sorted(_ARTICLES.glob("*.[tm]*[td]"))]
    tried = failed = 0
    until = time.monotonic() + wish.seconds
    while time.monotonic() < until:
        raw, suffix = _spoilt(chance, corpus), chance.choice(sorted(SUFFIXES))
        tried += 1
        if wrong := _failure(checker, raw, suffix):
            failed += 1
            print(suffix, wrong, repr(raw), flush=True)
    print(f"{tried} articles, {failed} failed")


def _spoilt(chance: random.Random, corpus: list[bytes]) -> bytes:
    """An article with some places cut out, doubled, put in from another, or with an odd sign."""
    raw = chance.choice(corpus)
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(raw) + 1), chance.randint(0, 80)
        other = chance.choice(corpus)
        start = chance.randrange(len(other))
        piece = chance.choice([b"", raw[at : at + length] * 2, other[start : start + length], _odd(chance)])
        raw = raw[:at] + piece + raw[at + chance.choice([0, length]) :]
    return raw


def _odd(chance: random.Random) -> bytes:
    return chance.choice(_ODD).encode() if chance.random() < 0.8 else chance.randbytes(3)


def _failure(checker: Checker, raw: bytes, suffix: str) -> str | None:
    """What went wrong with an article, or None."""
    try:
        facts = Analysis(read(f"a{suffix}", raw, checker.lexicon), checker.lexicon)
        found = checker.lint(facts)
    except ReadError:
        return None
    except Exception as error:  # a find is told and the run goes on
        return repr(error)
    if facts.failures:
        return ", ".join(f"{name}: {error.cause!r}" for name, error in facts.failures.items())
    outside = [f.code for f in found if not 0 <= f.start < f.end <= len(facts.article.source)]
    return f"outside the text: {outside}" if outside else None


if __name__ == "__main__":
    main()
