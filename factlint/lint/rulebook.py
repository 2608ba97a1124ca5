"""The rulebook: every rule and every lexicon list of one or more folders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.facts.lexicon import Lexicon
from factlint.lint.rule import Rule

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from factlint.config import Settings
    from factlint.lint.yamlfile import Problem

    #: A folder of the file system, or inside a zip archive.
    Folder = Path | Traversable

_LANGUAGE = "en"
_LEXICON = "lexicon"
#: Folders that hold no rules.
_NO_RULES = frozenset({_LEXICON, "guides"})


class Rulebook(NamedTuple):
    """What the product knows.

    rules: in order of code.
    lexicon: all word lists.
    idle: words of the configuration that stand in their lists already.
    """

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    idle: tuple[Problem, ...] = ()


def rules_folder() -> Folder:
    """The rules shipped with the package, also within a zip archive, or the checkout's for an editable install."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    if inside.is_dir():
        return inside
    if package.is_dir():
        return package.parent / "rules"
    from importlib.resources import files

    return files("factlint") / "rules"


def rulebook_of(settings: Settings) -> Rulebook:
    """The rules and lists that settings name, from the cache where it has them; raises ProblemsError."""
    from factlint.lint.cache import cached

    book = cached(*folders_of(settings), load_rulebook)
    if not settings.words:
        return book
    from factlint.lint.wordlists import Changes
    from factlint.lint.yamlfile import ProblemsError

    changes = Changes(settings.words, book.lexicon)
    if changes.problems:
        raise ProblemsError([*changes.problems, *_also_wrong(settings, book.rules)])
    return book._replace(lexicon=book.lexicon.altered(changes.lists), idle=tuple(changes.idle))


def _also_wrong(settings: Settings, rules: tuple[Rule, ...]) -> list[Problem]:
    """What else is wrong with the settings, so that all is told in one run."""
    from factlint.lint.choose import choose
    from factlint.lint.yamlfile import ProblemsError

    try:
        choose(settings, rules)
    except ProblemsError as error:
        return error.problems
    return []


def folders_of(settings: Settings) -> tuple[Sequence[Folder], Sequence[Folder]]:
    """The folders whose rules are read, and those, before them, of which only the lists are."""
    own: list[Folder] = [rules_folder()]
    more: list[Folder] = [Path(folder) for folder in settings.folders]
    return (own + more, []) if settings.default_rules else (more, own)


def load_rulebook(
    folders: Sequence[Folder], words_only: Sequence[Folder] = (), against: Iterable[Rule] = ()
) -> Rulebook:
    """The rules and lists of all folders; raises ProblemsError with everything that is wrong in any of them.

    Of the folders `words_only`, which come first, only the lists are read. The codes and names of the rules `against`
    are taken.
    """
    from factlint.lint.load import load_rule
    from factlint.lint.yamlfile import ProblemsError

    problems: list[Problem] = []
    lexicon = load_lexicon(*words_only, *folders, problems=problems)
    rules: dict[str, Rule] = {}
    taken = {word: rule.path for rule in against for word in (rule.code, rule.name)}
    for path, file in (row for folder in folders for row in rule_files(folder)):
        try:
            rule = load_rule(path, file.read_bytes(), lexicon)
        except ProblemsError as error:
            problems += error.problems
            continue
        except OSError as error:
            problems.append(_unreadable(path, error))
            continue
        for key, word in (("code", rule.code), ("name", rule.name)):
            if word in taken:
                problems.append(_taken(file, rule.path, key, word, taken[word]))
            taken[word] = rule.path
        rules[rule.code] = rule
    if problems:
        raise ProblemsError(problems)
    return Rulebook(tuple(rules[code] for code in sorted(rules)), lexicon)


def _taken(file: Folder, path: str, key: str, word: str, other: str) -> Problem:
    from factlint.lint.yamlfile import Problem, load_document

    return Problem(
        path, *load_document(path, file.read_bytes()).places[(key,)], f"The {key} {word} is taken by {other}."
    )


def rule_files(folder: Folder) -> list[tuple[str, Folder]]:
    """The rule files below a folder, each with its path as shown; folders called lexicon and guides hold none."""
    return sorted(_files(folder, (".yml", ".yaml"), skipped=_NO_RULES))


def load_lexicon(*folders: Folder, language: str = _LANGUAGE, problems: list[Problem] | None = None) -> Lexicon:
    """Every list of every lexicon file of a language; a later folder's list adds to an earlier one's.

    A .txt file is one list of its name: it was built or fitted, and its text is read by what it was made for.
    """
    from factlint.lint.words import load_lists
    from factlint.lint.yamlfile import ProblemsError

    found: list[Problem] = [] if problems is None else problems
    lists: dict[str, Any] = {}
    for folder in folders:
        taken: dict[str, str] = {}
        for path, file in sorted(_files(folder / _LEXICON / language, (".txt", ".yml"))):
            try:
                if path.endswith(".txt"):
                    lists[Path(path).stem] = file.read_text("utf-8")
                else:
                    lists.update(load_lists(path, file.read_bytes(), taken, lists))
            except ProblemsError as error:
                found += error.problems
            except OSError as error:
                found.append(_unreadable(path, error))
    if problems is None and found:
        raise ProblemsError(found)
    return Lexicon(lists)


def _files(folder: Folder, suffixes: tuple[str, ...], skipped: Collection[str] = ()) -> Iterator[tuple[str, Folder]]:
    """The files below a folder, by suffix; folders whose names are `skipped` and hidden ones are left out."""
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.name not in skipped:
                yield from _files(entry, suffixes, skipped)
        elif entry.name.endswith(suffixes):
            yield str(entry).replace("\\", "/"), entry


def _unreadable(path: str, error: OSError) -> Problem:
    from factlint.lint.yamlfile import Problem

    return Problem(path, 1, 1, f"This file cannot be read: {(error.strerror or str(error)).lower()}.")


def select(
    rules: Iterable[Rule], select: Sequence[str] = (), ignore: Sequence[str] = (), extend: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules to run: by default all but notes; the lists take codes, their beginnings, names, ALL, in any case.

    `extend` selects besides `select`. The longest selector that fits a rule decides; of two equally long, `ignore`.
    """
    chosen = []
    for rule in rules:
        wanted = _fit(rule, select)
        unwanted = _fit(rule, ignore)
        if not select:
            wanted = 0 if rule.severity != "note" else -1
        wanted = max(wanted, _fit(rule, extend))
        if wanted > unwanted or (wanted == 0 and unwanted < 0):
            chosen.append(rule)
    return tuple(chosen)


def names(selector: str, code: str, name: str) -> bool:
    """Whether a selector fits the rule of this code and name: ALL, the code, its beginning, the name, in any case."""
    upper = selector.upper()
    return bool(selector) and (upper == "ALL" or code.startswith(upper) or selector.lower() == name)


def closeness(selector: str, rule: Rule) -> int:
    """How closely a selector that fits a rule does: 0 for ALL, else its length, a name as long as a code."""
    if selector.upper() == "ALL":
        return 0
    return len(rule.code) if selector.lower() == rule.name else len(selector)


def _fit(rule: Rule, selectors: Sequence[str]) -> int:
    """How closely the best selector fits: -1 not at all."""
    return max((closeness(s, rule) for s in selectors if names(s, rule.code, rule.name)), default=-1)
