"""The rulebook: every rule and every lexicon list of one or more folders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.lexicon import Lexicon
from factlint.lint.rule import Rule
from factlint.read.inside import leads_out, read_bounded
from factlint.record import NamedTuple
from factlint.shipped import rules_folder

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.shipped import Folder
    from factlint.yamlfile import Problem

_LANGUAGE = "en"
_LEXICON = "lexicon"
#: The list in which a language names those that it takes from another, by language.
_TAKEN = "taken-from"
#: Folders that hold no rules.
_NO_RULES = frozenset({_LEXICON, "guides"})
#: How deep a folder of rules may nest.
_DEEPEST = 20


class Rulebook(NamedTuple):
    """What the product knows.

    rules: in order of code.
    lexicon: all word lists.
    idle: words of the configuration that stand in their lists already.
    """

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    idle: tuple[Problem, ...] = ()


@lru_cache(maxsize=1)
def _own() -> str:
    return _shown(rules_folder()).rstrip("/") + "/"


def is_own(path: str) -> bool:
    """Whether a rule's file comes with factlint."""
    return path.startswith(_own())


def page_of(rule: Rule, pages: str) -> str | None:
    """The address of a rule's page on the site at `pages`; None without a site, and for a rule of somebody's own."""
    return f"{pages.rstrip('/')}/rules/{rule.code}/" if pages and is_own(rule.path) else None


def rulebook_of(settings: Settings) -> Rulebook:
    """The rules and lists that settings name; raises ProblemsError."""

    book = _with_folders(settings)
    if not settings.words:
        return book
    from factlint.lint.wordlists import Changes
    from factlint.yamlfile import ProblemsError

    changes = Changes(settings.words, book.lexicon)
    if changes.problems:
        raise ProblemsError([*changes.problems, *_also_wrong(settings, book.rules)])
    return book._replace(lexicon=book.lexicon.over(changes.lists), idle=tuple(changes.idle))


def _also_wrong(settings: Settings, rules: tuple[Rule, ...]) -> list[Problem]:
    """What else is wrong with the settings, so that all is told in one run."""
    from factlint.lint.choose import choose
    from factlint.yamlfile import ProblemsError

    try:
        choose(settings, rules)
    except ProblemsError as error:
        return error.problems
    return []


def _with_folders(settings: Settings) -> Rulebook:
    """The rules and lists that come with factlint, and those of the folders that settings name."""
    from factlint.lint.compiled import product

    own = product()
    if not settings.default_rules:
        own = Rulebook((), own.lexicon)
    if settings.language != _LANGUAGE:
        own = own._replace(lexicon=_foreign(settings, own.lexicon))
    if not settings.folders:
        return own
    from factlint.deadline import USUAL, TimeIsUpError, deadline

    try:
        with deadline(USUAL):
            return load_rulebook([Path(folder) for folder in settings.folders], own, language=settings.language)
    except TimeIsUpError:
        from factlint.yamlfile import Problem, ProblemsError

        said = f"The rules take more than {USUAL:g} seconds to be read. Is a pattern too large?"
        raise ProblemsError([Problem(settings.folders[-1], 0, 0, said)]) from None


def _foreign(settings: Settings, english: Lexicon) -> Lexicon:
    """The lists of another language than English: all others of the product's are empty; raises ProblemsError."""
    folders = [rules_folder(), *map(Path, settings.folders)]
    there = {
        entry.name for folder in folders if (folder / _LEXICON).is_dir() for entry in (folder / _LEXICON).iterdir()
    }
    language = settings.language
    if language not in there:
        from factlint.nearest import nearest
        from factlint.yamlfile import Problem, ProblemsError

        said = f"There are no word lists of the language “{language}”.{nearest(language, there)}"
        origin = settings.origins.get(("language",), ("language", 0, 0))
        raise ProblemsError([Problem(*origin, f"{said} A folder lexicon/{language} below `rules` would have them.")])
    lexicon = load_lexicon(*folders, language=language)
    taken = lexicon.values(_TAKEN).get(_LANGUAGE, ()) if _TAKEN in lexicon else ()
    _check_taken(taken, [folder / _LEXICON / language for folder in folders], english)
    lists = {name: english.values(name) for name in taken}
    return Lexicon(lists, sparse=True).over({name: lexicon.values(name) for name in lexicon.names})


def _check_taken(names: Sequence[str], folders: Sequence[Folder], english: Lexicon) -> None:
    """Raises ProblemsError where a language takes lists that English has not."""
    from factlint.lint.conditions import no_list
    from factlint.yamlfile import Problem, ProblemsError, load_document

    if wrong := [(number, name) for number, name in enumerate(names) if name not in english]:
        files = (row for folder in folders if folder.is_dir() for row in _files(folder, (".yml",), None))
        documents = ((path, load_document(path, _bytes(file)).places) for path, file in files)
        path, places = next(row for row in documents if (_TAKEN,) in row[1])
        raise ProblemsError(
            [
                Problem(path, *places.get((_TAKEN, _LANGUAGE, number), places[(_TAKEN,)]), no_list(name, english))
                for number, name in wrong
            ]
        )


def load_rulebook(
    folders: Sequence[Folder],
    base: Rulebook | None = None,
    against: Iterable[Rule] = (),
    language: str = _LANGUAGE,
) -> Rulebook:
    """The rules and lists of all folders, on top of the base's.

    Raises ProblemsError with everything that is wrong in any of them. The codes and names of the rules `against` are
    taken.
    """
    from factlint.lint.load import load_rule
    from factlint.yamlfile import ProblemsError

    problems: list[Problem] = []
    lexicon = load_lexicon(*folders, language=language, problems=problems, base=base.lexicon if base else None)
    rules = {rule.code: rule for rule in (base.rules if base else ())}
    taken = {word: rule.path for rule in (*against, *rules.values()) for word in (rule.code, rule.name)}
    for path, file in (row for folder in folders for row in rule_files(folder, problems)):
        try:
            rule = load_rule(path, _bytes(file), lexicon)
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
    if base is not None:
        problems += _idle_lists(folders, lexicon, base.lexicon, language)
    if problems:
        raise ProblemsError(problems)
    return Rulebook(tuple(rules[code] for code in sorted(rules)), lexicon)


def _idle_lists(folders: Sequence[Folder], lexicon: Lexicon, base: Lexicon, language: str) -> Iterator[Problem]:
    """What is said of lists that are new, are named by no rule of their folders, and go nearly by a known name."""
    from factlint.lint.wordlists import NAMES
    from factlint.nearest import nearest
    from factlint.yamlfile import Problem, load_document

    new = {name for name in lexicon.names if name not in base}
    if not new or language != _LANGUAGE:
        return
    rules = b"".join(_bytes(file) for folder in folders for _, file in rule_files(folder, []))
    known = (*base.names, *(base.values(NAMES) if NAMES in base else ()))
    hints = {name: nearest(name, known) for name in new if name.encode() not in rules}
    idle = {name: f"There is no word list “{name}”.{hint}" for name, hint in hints.items() if hint}
    for folder in folders:
        for path, file in _files(folder / _LEXICON / language, (".yml",), []) if idle else ():
            places = load_document(path, _bytes(file)).places
            yield from (Problem(path, *places["key", name], idle[name]) for name in idle if ("key", name) in places)


def _taken(file: Folder, path: str, key: str, word: str, other: str) -> Problem:
    from factlint.yamlfile import Problem, load_document

    return Problem(path, *load_document(path, _bytes(file)).places[(key,)], f"The {key} {word} is taken by {other}.")


def rule_files(folder: Folder, problems: list[Problem] | None = None) -> list[tuple[str, Folder]]:
    """The rule files below a folder, each with its path as shown; folders called lexicon and guides hold none.

    What cannot be read is put among the problems, or raises OSError where none are kept.
    """
    return sorted(_files(folder, (".yml", ".yaml"), problems, skipped=_NO_RULES))


def load_lexicon(
    *folders: Folder, language: str = _LANGUAGE, problems: list[Problem] | None = None, base: Lexicon | None = None
) -> Lexicon:
    """Every list of every lexicon file of a language; a later folder's list adds to an earlier one's.

    A .txt file is one list of its name: it was built or fitted, and its text is read by what it was made for.
    """
    from factlint.lint.words import load_lists
    from factlint.yamlfile import ProblemsError

    found: list[Problem] = [] if problems is None else problems
    lists: dict[str, Any] = {}
    for folder in folders:
        taken: dict[str, str] = {}
        for path, file in sorted(_files(folder / _LEXICON / language, (".txt", ".yml"), found)):
            try:
                if path.endswith(".txt"):
                    lists[Path(path).stem] = _bytes(file).decode("utf-8")
                else:
                    lists.update(load_lists(path, _bytes(file), taken, _Earlier(lists, base)))
            except ProblemsError as error:
                found += error.problems
            except OSError as error:
                found.append(_unreadable(path, error))
    if problems is None and found:
        raise ProblemsError(found)
    return Lexicon(lists) if base is None else base.over(lists)


class _Earlier(Mapping[str, Any]):
    """The lists of earlier folders, each unpacked where it is asked for."""

    def __init__(self, lists: dict[str, Any], base: Lexicon | None) -> None:
        self._lists = lists
        self._base = base

    def __getitem__(self, name: str) -> Any:
        if name in self._lists or self._base is None or name not in self._base:
            return self._lists[name]
        return self._base.values(name)

    def __iter__(self) -> Iterator[str]:
        yield from {*self._lists, *(self._base.names if self._base else ())}

    def __len__(self) -> int:
        return len(list(iter(self)))


def _files(
    folder: Folder, suffixes: tuple[str, ...], problems: list[Problem] | None, skipped: Collection[str] = ()
) -> Iterator[tuple[str, Folder]]:
    """The files below a folder, by suffix; folders whose names are `skipped` and hidden ones are left out.

    A link is followed where it leads to a file of the same folder.
    """
    folders = [(folder, 0)]
    while folders:
        here, depth = folders.pop()
        try:
            entries = list(here.iterdir()) if here.is_dir() else []
        except OSError as error:
            if problems is None:
                raise
            problems.append(_unreadable(_shown(here), error, "folder"))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            link = isinstance(entry, Path) and entry.is_symlink()
            if entry.is_dir():
                if entry.name not in skipped and depth < _DEEPEST and not link:
                    folders.append((entry, depth + 1))
            elif entry.name.endswith(suffixes):
                if link and leads_out(str(entry), str(folder)):
                    if problems is not None:
                        problems.append(_link(_shown(entry)))
                    continue
                yield _shown(entry), entry


def _bytes(file: Folder) -> bytes:
    """A file's bytes; raises OSError, also where it is no regular file or far too large."""
    return read_bounded(str(file)) if isinstance(file, Path) else file.read_bytes()


def _shown(file: Folder) -> str:
    return str(file).replace("\\", "/")


def _link(path: str) -> Problem:
    from factlint.yamlfile import Problem

    return Problem(path, 1, 1, "This is a link out of its folder, which is not followed. Put the file itself here.")


def _unreadable(path: str, error: OSError, what: str = "file") -> Problem:
    from factlint.yamlfile import Problem

    return Problem(path, 1, 1, f"This {what} cannot be read: {(error.strerror or str(error)).lower()}.")


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
