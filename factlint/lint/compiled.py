"""The product's own rules and lists, compiled: read from YAML once, when the package is built, and shipped as data.

In a checkout they are compiled anew whenever a rule, a list or the code that reads them has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint import __version__
from factlint.lexicon import DERIVED, Lexicon
from factlint.lint.rule import Gap, Rule
from factlint.lint.rulebook import Rulebook, load_rulebook
from factlint.packed import PackError, Pieces, Shelf, pack
from factlint.shipped import rules_folder
from factlint.state import content_of, files_below, stamp_of
from factlint.store import is_ours, write_whole

if TYPE_CHECKING:
    from factlint.shipped import Folder

#: The compiled file's name, in the package.
NAME = "rulebook.pack"

#: Longer lists are no phrases but tables and weights, which are read by what they were made for.
_LONGEST = 100_000

_PACKAGE = Path(__file__).parent.parent
#: The packages whose modules make something of the lexicon.
_STAGES = ("language", "facts", "relations")
_PATH = Rule._fields.index("path")
_GAPS = Rule._fields.index("known_gaps")


@lru_cache(maxsize=1)
def product() -> Rulebook:
    """The rules and lists that come with factlint; raises ProblemsError where a checkout's are wrong."""
    folder = rules_folder()
    if not _PACKAGE.is_dir():
        return _from_archive(folder)
    path = _PACKAGE / NAME
    pieces = _read(path)
    if folder == _PACKAGE / "rules":
        return load_rulebook([folder]) if pieces is None else _unpacked(pieces, folder)
    stamp = stamp_of(_sources(folder))
    if pieces is not None and pieces.about.get("stamp") == stamp:
        return _unpacked(pieces, folder)
    content = content_of(_sources(folder), str(folder))
    if pieces is not None and pieces.about.get("content") == content:
        return _unpacked(pieces, folder)
    raw = compiled(folder, {"stamp": stamp, "content": content})
    if is_ours(str(_PACKAGE)):
        write_whole(str(path), raw)
    return _unpacked(Pieces(raw), folder)


def compiled(folder: Folder, about: dict[str, str] | None = None) -> bytes:
    """A folder's rules and lists as a packed file; raises ProblemsError where one is wrong."""
    book = load_rulebook([folder])
    lexicon = book.lexicon
    rows = [_row(rule, str(folder)) for rule in book.rules]
    values: dict[str, Any] = {"rules": rows}
    values.update((f"list {name}", lexicon.values(name)) for name in lexicon.names)
    for name in lexicon.names:
        raw = lexicon.values(name)
        if isinstance(raw, dict):
            values[f"table {name}"] = lexicon.table(name)
        elif len(raw) < _LONGEST and not all(word.isalpha() for word in lexicon.words(name)):
            values[f"phrases {name}"] = lexicon.phrases(name)
    values.update(_patterns(book))
    values.update((name, make(lexicon)) for name, make in _derived().items())
    return pack(values, {"version": __version__, **(about or {})})


def _patterns(book: Rulebook) -> Iterator[tuple[str, Any]]:
    """The rules' patterns with their lists written out, and taken apart into alternatives."""
    from factlint.lint.screen import screen
    from factlint.lint.text import expanded
    from factlint.lint.thinned import alternatives

    for rule in book.rules:
        if rule.pattern:
            plain = expanded(rule.pattern, book.lexicon)
            yield f"pattern {rule.pattern}", plain
            if plain is not None:
                yield f"alternatives {rule.pattern}", alternatives(plain)
                yield f"screen {rule.pattern}", screen(plain)


def _derived() -> dict[str, Callable[[Lexicon], Any]]:
    """Everything that is made of the lexicon alone, by name."""
    from pkgutil import walk_packages

    for name in _STAGES:
        for module in walk_packages([str(_PACKAGE / name)], f"factlint.{name}."):
            import_module(module.name)
    return DERIVED


def _sources(folder: Folder) -> list[str]:
    """The files that the compiled one follows from."""
    return [*files_below(str(folder), (".yml", ".yaml", ".txt")), *files_below(str(_PACKAGE), (".py",))]


def _read(path: Path) -> Pieces | None:
    try:
        return _whole(path.read_bytes())
    except OSError:
        return None


def _from_archive(folder: Folder) -> Rulebook:
    """The rules of a package in a zip archive."""
    from importlib.resources import files

    try:
        pieces = _whole((files("factlint") / NAME).read_bytes())
    except OSError:
        pieces = None
    return load_rulebook([folder]) if pieces is None else _unpacked(pieces, folder)


def _whole(raw: bytes) -> Pieces | None:
    try:
        pieces = Pieces(raw)
    except PackError:
        return None
    return pieces if pieces.about.get("version") == __version__ else None


def _unpacked(pieces: Pieces, folder: Folder) -> Rulebook:
    lists = {name[5:]: partial(pieces.unpack, name) for name in pieces.names if name.startswith("list ")}
    rules = tuple(_rule(row, str(folder)) for row in pieces.unpack("rules"))
    return Rulebook(rules, Lexicon(lists, lambda unpack: unpack(), Shelf(pieces)))


def _row(rule: Rule, folder: str) -> list[Any]:
    path = rule.path.removeprefix(folder.replace("\\", "/")).lstrip("/")
    return list(rule._replace(path=path, known_gaps=tuple(tuple(gap) for gap in rule.known_gaps)))  # type: ignore[misc]


def _rule(row: list[Any], folder: str) -> Rule:
    row[_PATH] = folder.replace("\\", "/").rstrip("/") + "/" + row[_PATH]
    row[_GAPS] = tuple(Gap(*gap) for gap in row[_GAPS])
    return Rule._make(row)
