"""Settings and all rules → the rules to run, each as the settings want it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factlint.lint.rule import Rule
from factlint.lint.rulebook import select

if TYPE_CHECKING:
    from factlint.config import Settings


def choose(settings: Settings, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The chosen rules with their severities and options; raises ProblemsError where settings name what is not there.

    A rule whose severity the settings raise from note is chosen with the others.
    """
    _check(settings, rules)
    if settings.severity or settings.options:
        rules = tuple(changed(settings, rule) for rule in rules)
    return select(rules, settings.select, settings.ignore)


def changed(settings: Settings, rule: Rule) -> Rule:
    """The rule with the severity and the options that the settings give it."""
    severity: Any = settings.severity.get(rule.code) or settings.severity.get(rule.name) or rule.severity
    options = {**rule.options, **settings.options.get(rule.name, {}), **settings.options.get(rule.code, {})}
    return rule._replace(severity=severity, options=options)


def _check(settings: Settings, rules: Iterable[Rule]) -> None:
    names = {name for rule in rules for name in (rule.code, rule.name)}
    wrong: list[tuple[tuple[Any, ...], str]] = []
    for key, chosen in zip(("select", "ignore"), settings.chosen, strict=True):
        entries: tuple[str, ...] = getattr(settings, key)
        for place, entry in enumerate(entries):
            if entry != "ALL" and entry not in names and not any(name.startswith(entry) for name in names):
                wrong.append(
                    (("--" + key,) if place >= len(entries) - chosen else (key, place), _no_rule(entry, names))
                )
    for key in ("severity", "options"):
        for entry in getattr(settings, key):
            if entry not in names:
                wrong.append(((key, "key", entry), _no_rule(entry, names)))
    by_name = {name: rule for rule in rules for name in (rule.code, rule.name)}
    for entry, values in settings.options.items():
        for option, value in values.items() if entry in by_name else ():
            default = by_name[entry].options.get(option)
            if default is None:
                wrong.append((("options", entry, "key", option), _no_option(by_name[entry], option)))
            elif not _like(value, default):
                wrong.append((("options", entry, option), _no_such_value(option, value, default)))
    if wrong:
        fail(settings, wrong)


def _like(value: Any, default: Any) -> bool:
    """Whether a value is of the sort that a rule has by default, so that its matchers can take it."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    return isinstance(value, type(default))


def fail(settings: Settings, wrong: list[tuple[tuple[Any, ...], str]]) -> None:
    """Raises ProblemsError with messages about settings, each at the place that its keys lead to."""
    from factlint.lint.yamlfile import Problem, ProblemsError

    problems = []
    for at, message in wrong:
        if str(at[0]).startswith("--") or settings.origin is None:
            problems.append(Problem(str(at[0]), 0, 0, message))
        else:
            line, column = settings.origin.places.get(at, (1, 1))
            problems.append(Problem(settings.origin.path, line, column, message))
    raise ProblemsError(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _no_rule(entry: str, names: Iterable[str]) -> str:
    from factlint.lint.vocabulary import nearest

    hint = nearest(entry, names) or nearest(entry.upper(), names) or nearest(entry.lower(), names)
    return f"There is no rule “{entry}”.{hint}"


def _no_option(rule: Rule, option: str) -> str:
    from factlint.lint.vocabulary import nearest

    has = f" It has: {', '.join(rule.options)}." if rule.options else " It has none."
    return f"{rule.code} ({rule.name}) has no option “{option}”.{nearest(option, rule.options)}{has}"


def _no_such_value(option: str, value: object, default: object) -> str:
    from factlint.lint.conditions import type_name

    return f"“{option}” is {type_name(default)}, by default {default}; this is {type_name(value)}."
