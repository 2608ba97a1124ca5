"""Settings and all rules → the rules to run, each as the settings want it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factlint.lint.rule import Rule
from factlint.lint.rulebook import closeness, names, select

if TYPE_CHECKING:
    from factlint.config.settings import At, Settings


def choose(settings: Settings, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The chosen rules with their severities and options; raises ProblemsError where settings name what is not there.

    A rule whose severity the settings raise from note is chosen with the others.
    """
    for part in (settings, *settings.parts):
        _check(part, rules)
    if settings.severity or settings.options:
        rules = tuple(changed(settings, rule) for rule in rules)
    return select(rules, settings.select, settings.ignore, settings.extend)


def changed(settings: Settings, rule: Rule) -> Rule:
    """The rule with the severity and the options that the settings give it, the longest selector deciding."""
    severity: Any = rule.severity
    for selector in _fitting(settings.severity, rule):
        severity = settings.severity[selector]
    options = dict(rule.options)
    for selector in _fitting(settings.options, rule):
        values = settings.options[selector]
        options.update({name: value for name, value in values.items() if name in rule.options})
    return rule._replace(severity=severity, options=options)


def _fitting(selectors: Iterable[str], rule: Rule) -> list[str]:
    """The selectors that fit a rule, the closest last."""
    return sorted((s for s in selectors if names(s, rule.code, rule.name)), key=lambda s: closeness(s, rule))


def _check(settings: Settings, rules: tuple[Rule, ...]) -> None:
    def known(entry: str) -> bool:
        return any(names(entry, rule.code, rule.name) for rule in rules)

    wrong: list[tuple[At, str]] = []
    for key, entries in (
        ("select", settings.select), ("extend-select", settings.extend), ("ignore", settings.ignore)
    ):  # fmt: skip
        wrong += [
            ((key, place), no_rule(entry, rules))
            for place, entry in enumerate(entries)
            if entry.upper() != "ALL" and not known(entry)
        ]
    for key, mapping in (("severity", settings.severity), ("options", settings.options)):
        wrong += [((key, "key", entry), no_rule(entry, rules)) for entry in mapping if not known(entry)]
    for entry, values in settings.options.items():
        having = [rule for rule in rules if names(entry, rule.code, rule.name)]
        for option, value in values.items() if having else ():
            defaults = [rule.options[option] for rule in having if option in rule.options]
            if not defaults:
                wrong.append((("options", entry, "key", option), _no_option(entry, having, option)))
            elif not _like(value, defaults[0]):
                wrong.append((("options", entry, option), _no_such_value(option, value, defaults[0])))
    if wrong:
        fail(settings, wrong)


def _like(value: Any, default: Any) -> bool:
    """Whether a value is of the sort that a rule has by default, so that its matchers can take it."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    return isinstance(value, type(default))


def fail(settings: Settings, wrong: list[tuple[At, str]]) -> None:
    """Raises ProblemsError with messages about settings, each at the place that its keys lead to."""
    from factlint.yamlfile import Problem, ProblemsError

    problems = [Problem(*settings.origins.get(at, (str(at[0]), 0, 0)), message) for at, message in wrong]
    raise ProblemsError(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def no_rule(entry: str, rules: Iterable[Rule]) -> str:
    """What is said of a code, a beginning of codes or a name that no rule has."""
    from factlint.nearest import nearest

    families = dict.fromkeys(rule.code[:3] for rule in rules)
    words = [word for rule in rules for word in (rule.code, rule.name)]
    upper = entry.upper()
    hint = nearest(upper, families) if len(entry) < 5 and upper.isalpha() else ""
    hint = hint or nearest(entry, words) or nearest(upper, words) or nearest(entry.lower(), words)
    return f"There is no rule “{entry}”.{hint}"


def _no_option(entry: str, having: list[Rule], option: str) -> str:
    from factlint.nearest import nearest

    options = dict.fromkeys(name for rule in having for name in rule.options)
    owner = f"{having[0].code} ({having[0].name})" if len(having) == 1 else f"No rule of “{entry}”"
    has = f" It has: {', '.join(options)}." if options else " It has none."
    has = has.replace("It has", "They have") if len(having) > 1 else has
    return f"{owner} has {'no' if len(having) == 1 else 'an'} option “{option}”.{nearest(option, options)}{has}"


def _no_such_value(option: str, value: object, default: object) -> str:
    from factlint.lint.conditions import type_name

    return f"“{option}” is {type_name(default)}, by default {default}; this is {type_name(value)}."
