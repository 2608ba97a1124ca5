"""The shapes that the word lists are written in: wrapped blocks of words, and wrapped YAML lists."""

import textwrap
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import yaml

LEXICON = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "en"
WIDTH = 110


def write(name: str, comment: str, *parts: str) -> None:
    """Write one lexicon file and read it back, so that a word YAML misreads stops the build."""
    head = textwrap.fill(" ".join(comment.split()), WIDTH, initial_indent="# ", subsequent_indent="# ")
    path = LEXICON / name
    path.write_text(head + "\n" + "".join(parts), encoding="utf-8")
    for key, words in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        print(f"{name}: {key}: {_size(words)}")


def block(key: str, words: Iterable[str], indent: int = 0) -> str:
    """Single words, parted by blanks, as one literal block."""
    pad = " " * indent
    text = textwrap.fill(
        " ".join(_sorted(words)),
        WIDTH,
        initial_indent=pad + "  ",
        subsequent_indent=pad + "  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    return f"{pad}{key}: |\n{text}\n"


def flow(key: str, words: Iterable[str], indent: int = 0) -> str:
    """A YAML list, many items a line: for names of more than one word."""
    pad = " " * indent
    lines, line = [], pad + "  "
    for item in (scalar(word) + "," for word in _sorted(words)):
        if len(line) + len(item) > WIDTH:
            lines.append(line.rstrip())
            line = pad + "  "
        line += item + " "
    body = "\n".join([*lines, line.rstrip()])
    return f"{pad}{scalar(key)}: [\n{body}\n{pad}]\n"


def row(key: str, words: Iterable[str], indent: int = 2) -> str:
    """One entry of a table, on one line: `colour: [color]`."""
    return f"{' ' * indent}{scalar(key)}: [{', '.join(map(scalar, words))}]\n"


def scalar(word: str) -> str:
    """The word as YAML; quoted where YAML would read something else (`no`, `on`, `1990s`, `cote d'ivoire`)."""
    plain = all(c.isalpha() or c in " -'." for c in word) and word[0].isalpha() and "'" not in word
    if plain and yaml.safe_load(word) == word:
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unaccented(word: str) -> str:
    """The form a newspaper without diacritics prints: `müller` → `muller`, `łukasz` → `lukasz`."""
    table = str.maketrans(
        {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ð": "d", "þ": "th", "ə": "e"}
    )
    parts = unicodedata.normalize("NFD", word.translate(table))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _sorted(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (unaccented(word), word))


def _size(words: object) -> str:
    if isinstance(words, str):
        return str(len(words.split()))
    if isinstance(words, dict):
        return ", ".join(f"{k} {_size(v)}" for k, v in words.items()) if len(words) < 5 else f"{len(words)} rows"
    return str(len(words))
