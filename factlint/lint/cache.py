"""Loaded rules and lists kept between runs: reading the YAML takes ten times as long as checking an article."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factlint import __version__
from factlint.facts.lexicon import Lexicon
from factlint.lint.rule import Gap, Rule
from factlint.lint.rulebook import Rulebook
from factlint.store import Shelf, cache_folder, put

if TYPE_CHECKING:
    from factlint.lint.rulebook import Folder

Load = Callable[[Sequence["Folder"], Sequence["Folder"]], Rulebook]

Stamp = tuple[int, int, int]

#: Code that decides what is a valid rule: a cache made by another version of it is not used.
_JUDGES = (
    "conditions.py", "fixes.py", "load.py", "marks.py", "match.py", "message.py", "rule.py", "suppress.py", "text.py",
    "vocabulary.py", "wordlists.py", "words.py", "yamlfile.py",
)  # fmt: skip
_VOCABULARY = "../facts/model"
_FACTS = "../facts"


def cached(folders: Sequence[Folder], words_only: Sequence[Folder], load: Load) -> Rulebook:
    """What `load` gives for the folders, from the cache while no file in them has changed.

    A file counts as changed when its path, its size or one of its times is another. Only what is right is kept.
    """
    key = rules_key(folders, words_only)
    if key is None:
        return load(folders, words_only)
    digest = _digest(key)
    path = os.path.join(cache_folder(), f"rules-{digest}.bin")
    shelf = _shelf(digest, key)
    try:
        with open(path, "rb") as file:
            kept_key, rules, lists = marshal.loads(file.read())
        if kept_key == key:
            return Rulebook(tuple(map(_rule, rules)), Lexicon(lists, marshal.loads, shelf))
    except (OSError, ValueError, EOFError, TypeError):
        pass
    book = load(folders, words_only)
    lists = {name: marshal.dumps(book.lexicon.values(name)) for name in book.lexicon.names}
    put(path, marshal.dumps((key, [_plain(rule) for rule in book.rules], lists)))
    return Rulebook(book.rules, Lexicon(lists, marshal.loads, shelf))


def _shelf(digest: str, key: tuple[Any, ...]) -> Shelf:
    """What earlier runs made of the same lists, with the same code."""
    code = tuple(stamps(os.path.join(os.path.dirname(__file__), _FACTS), (".py",)))
    return Shelf(os.path.join(cache_folder(), f"lists-{digest}.bin"), (key, code))


def rules_key(folders: Sequence[Folder], words_only: Sequence[Folder]) -> tuple[Any, ...] | None:
    """What the rulebook depends on; None inside a zip archive, whose files have no time of their own."""
    here = os.path.dirname(__file__)
    try:
        judges = [_stamp(os.stat(os.path.join(here, name))) for name in _JUDGES]
        judges += [stamp for _, stamp in stamps(os.path.join(here, _VOCABULARY), (".py",))]
        files = [(str(folder), *stamps(str(folder), (".txt", ".yml", ".yaml"))) for folder in (*words_only, *folders)]
    except OSError:
        return None
    return (__version__, sys.version, len(words_only), tuple(judges), tuple(files))


def stamps(folder: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, Stamp]]:
    """The files below a folder, by suffix, each with its size and its times of change."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from stamps(entry.path, suffixes)
        elif entry.name.endswith(suffixes):
            yield entry.path, _stamp(entry.stat())


def _stamp(status: os.stat_result) -> Stamp:
    # The time of change is also another where a file is put back with the time that it had.
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _digest(key: tuple[Any, ...]) -> str:
    """A name for the folders and the Python, so that other folders do not push this cache out; changes overwrite it."""
    import zlib

    return f"{zlib.crc32(marshal.dumps((key[0], key[1], key[2], [row[0] for row in key[4]]))):08x}"


def _plain(rule: Rule) -> tuple[Any, ...]:
    return tuple(tuple(map(tuple, value)) if name == "known_gaps" else value for name, value in rule._asdict().items())


def _rule(row: tuple[Any, ...]) -> Rule:
    rule = Rule(*row)
    return rule._replace(known_gaps=tuple(Gap(*gap) for gap in rule.known_gaps)) if rule.known_gaps else rule
