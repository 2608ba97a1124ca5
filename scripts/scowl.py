"""Ordinary English words: SCOWL's lists (Debian's package scowl) by how common, symspellpy's counts by how often."""

from functools import cache
from importlib import resources
from pathlib import Path

SCOWL = Path("/usr/share/dict/scowl")
SIZES = (10, 20, 35, 40, 50, 55, 60, 70, 80, 95)


@cache
def ordinary_words(size: int, kinds: tuple[str, ...] = ("english", "american", "british", "british_z")) -> set[str]:
    """Lower-case words up to a size; 35 is a small dictionary, 50 a desk dictionary, 70 a large one."""
    return {
        word
        for kind in kinds
        for step in SIZES
        if step <= size and (path := SCOWL / f"{kind}-words.{step}").exists()
        for word in path.read_text(encoding="latin-1").split()
        if word.isalpha() and word.islower()
    }


@cache
def capitalized_words(size: int) -> set[str]:
    """Words that SCOWL writes with a capital: names, nationalities, months."""
    return {
        word.lower()
        for kind in ("english", "american", "british")
        for sort in ("upper", "proper-names")
        for step in SIZES
        if step <= size and (path := SCOWL / f"{kind}-{sort}.{step}").exists()
        for word in path.read_text(encoding="latin-1").split()
        if word.isalpha()
    }


@cache
def frequencies() -> dict[str, int]:
    """How often a word stands in a large collection of books."""
    text = (resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return {word: int(count) for word, count in (line.split() for line in text.splitlines() if line)}
