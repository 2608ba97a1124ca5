"""The rulebook: every rule and every lexicon list of one or more folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factlint.facts.lexicon import Lexicon
from factlint.lint.rule import Rule
from factlint.lint.yamlfile import Problem, ProblemsError, load_document

_LANGUAGE = "en"


class Rulebook(NamedTuple):
    """What the product knows.

    rules: in order of code.
    lexicon: all word lists.
    """

    rules: tuple[Rule, ...]
    lexicon: Lexicon


def rules_folder() -> Path:
    """The rules shipped with the package, or those of the checkout for an editable install."""
    inside = Path(__file__).resolve().parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def load_rulebook(folders: Sequence[Path], words_only: Sequence[Path] = ()) -> Rulebook:
    """The rules and lists of all folders; raises ProblemsError with everything that is wrong in any of them.

    Of the folders `words_only`, which come first, only the lists are read.
    """
    from factlint.lint.load import load_rule

    problems: list[Problem] = []
    lexicon = load_lexicon(*words_only, *folders, problems=problems)
    rules: dict[str, Rule] = {}
    for folder in folders:
        for path in rule_files(folder):
            try:
                rule = load_rule(path.as_posix(), path.read_bytes(), lexicon)
            except ProblemsError as error:
                problems += error.problems
                continue
            if rule.code in rules:
                other = rules[rule.code].path
                problems.append(Problem(rule.path, 1, 1, f"The code {rule.code} is taken by {other}."))
            rules[rule.code] = rule
    if problems:
        raise ProblemsError(problems)
    return Rulebook(tuple(rules[code] for code in sorted(rules)), lexicon)


def rule_files(folder: Path) -> list[Path]:
    """The rule files below a folder; a folder called lexicon holds none."""
    found = (path for suffix in ("yml", "yaml") for path in folder.rglob(f"*.{suffix}"))
    return sorted(path for path in found if "lexicon" not in path.relative_to(folder).parts)


def load_lexicon(*folders: Path, language: str = _LANGUAGE, problems: list[Problem] | None = None) -> Lexicon:
    """Every list of every lexicon file of a language; a later folder's list takes the place of an earlier one's."""
    found = [] if problems is None else problems
    lists: dict[str, Any] = {}
    for folder in folders:
        for path in sorted((folder / "lexicon" / language).glob("*.yml")):
            try:
                data = load_document(path.as_posix(), path.read_bytes()).data
            except ProblemsError as error:
                found += error.problems
                continue
            if not isinstance(data, dict):
                found.append(Problem(path.as_posix(), 1, 1, "A lexicon file is a mapping of list names to lists."))
                continue
            lists.update(data)
    if problems is None and found:
        raise ProblemsError(found)
    return Lexicon(lists)


def select(rules: Iterable[Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules to run: by default all but notes; `select` and `ignore` take codes, their beginnings, names, ALL.

    The longest selector that fits a rule decides; of two equally long, `ignore` wins.
    """
    chosen = []
    for rule in rules:
        wanted = _fit(rule, select)
        unwanted = _fit(rule, ignore)
        if not select:
            wanted = 0 if rule.severity != "note" else -1
        if wanted > unwanted or (wanted == 0 and unwanted < 0):
            chosen.append(rule)
    return tuple(chosen)


def _fit(rule: Rule, selectors: Sequence[str]) -> int:
    """How closely the best selector fits: -1 not at all, 0 for ALL, else its length."""
    best = -1
    for selector in selectors:
        if selector == "ALL":
            best = max(best, 0)
        elif rule.code.startswith(selector) or rule.name == selector:
            best = max(best, len(selector) if rule.name != selector else len(rule.code))
    return best
