"""Conditions: what a rule asks of a fact, compiled once into tests of the fact.

Every test takes the fact that is flagged besides the one that is asked: conditions on the facts of a list may compare
with it, as `$here.value`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from factlint.facts.model import Interval
from factlint.lint.match import MATCHERS, NUMERIC, Scope, compares, compile_matcher
from factlint.lint.paths import Getter, compile_path, is_list, same
from factlint.lint.places import stands_in
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: Takes the value of an attribute and that of another of the same fact, says whether they stand so to one another.
Comparison = Callable[[Any, Any], bool]
#: Takes an article, a fact of it, and the fact that is flagged.
Asked = Callable[["Facts", Any, Any], bool]
#: What begins a path from the fact that is flagged.
HERE = "$here."


def _outside(value: Any, other: Any) -> bool:
    if value is None or other is None:
        return False
    if isinstance(value, str) or isinstance(other, str):
        return bool(value != other)
    return interval(value).misses(interval(other))


def _inside(value: Any, other: Any) -> bool:
    if value is None or other is None:
        return False
    if isinstance(value, str) or isinstance(other, str):
        return bool(value == other)
    (low, high), (least, most) = interval(value), interval(other)
    return least <= low and high <= most


def interval(value: Any) -> Interval:
    """A value that is compared with another: an interval as it is, a number as one without width."""
    return value if isinstance(value, Interval) else Interval(value, value)


class Comparing(NamedTuple):
    """A matcher that holds a value against another attribute of the same fact.

    about: when it holds, for editors.
    holds: whether the two values stand so to one another.
    """

    about: str
    holds: Comparison


#: Every matcher whose argument is an attribute; they stand right at an attribute, never within any, all or not.
COMPARISONS: dict[str, Comparing] = {
    "outside": Comparing(
        "It has no value in common with this attribute of the same fact; a text: it is another.", _outside
    ),
    "inside": Comparing(
        "All its values are among those of this attribute of the same fact; a text: it is the same.", _inside
    ),
}


def compile_condition(condition: Mapping[str, Any], scope: Scope) -> list[Asked]:
    """The tests of a condition; all must hold. `any`, `all` and `not` take conditions in turn, `in` takes places."""
    tests: list[Asked] = []
    for path, matcher in condition.items():
        if path in ("any", "all", "not"):
            tests.append(_combined(path, matcher, scope))
            continue
        if path == "in":
            tests.append(_standing([matcher] if isinstance(matcher, str) else matcher))
            continue
        get = compile_path(path)
        if isinstance(matcher, Mapping):
            compared = {key: argument for key, argument in matcher.items() if key in COMPARISONS}
            tests += [_against(get, compile_path(other), COMPARISONS[key].holds) for key, other in compared.items()]
            matcher = {key: argument for key, argument in matcher.items() if key not in compared}
        if matcher != {}:
            tests.append(_on_attribute(get, matcher, scope))
    return tests


def compile_all(condition: Mapping[str, Any], scope: Scope) -> Asked:
    """A condition as one test."""
    tests = compile_condition(condition, scope)
    if len(tests) == 1:
        return tests[0]

    def holds(facts: Facts, fact: Any, here: Any) -> bool:
        for test in tests:  # noqa: SIM110
            if not test(facts, fact, here):
                return False
        return True

    return holds


def _standing(places: list[str]) -> Asked:
    stands = stands_in(places)
    return lambda facts, fact, here: stands(facts, fact.start)


def _against(get: Getter, other: Getter, holds: Comparison) -> Asked:
    return lambda facts, fact, here: holds(get(facts, fact), other(facts, fact))


def _on_attribute(get: Getter, matcher: Any, scope: Scope) -> Asked:
    if not _looks_around(matcher):
        plain = compile_matcher(matcher, scope)
        return lambda facts, fact, here: plain(get(facts, fact))
    test = _compile(matcher, scope)
    return lambda facts, fact, here: test(facts, get(facts, fact), here)


def _combined(key: str, argument: Any, scope: Scope) -> Asked:
    if key == "not":
        inner = compile_all(argument, scope)
        return lambda facts, fact, here: not inner(facts, fact, here)
    branches = [compile_all(entry, scope) for entry in argument]
    wanted = key == "any"

    def holds(facts: Facts, fact: Any, here: Any) -> bool:
        for branch in branches:
            if branch(facts, fact, here) is wanted:
                return wanted
        return not wanted

    return holds


# ---------------------------------------------------------------------------------------------------- lists, $here


def is_here(value: Any) -> bool:
    """Whether a value of a rule is a path from the fact that is flagged."""
    return isinstance(value, str) and value.startswith(HERE)


def _looks_around(matcher: Any) -> bool:
    """Whether a matcher looks at more than the value itself."""
    if isinstance(matcher, Mapping):
        return any(key in QUANTIFIERS or _looks_around(argument) for key, argument in matcher.items())
    return any(map(_looks_around, matcher)) if isinstance(matcher, list) else is_here(matcher)


def _compile(matcher: Any, scope: Scope) -> Asked:
    """A matcher as a test of a value that may look at the article and at the fact that is flagged."""
    if not _looks_around(matcher):
        plain = compile_matcher(matcher, scope)
        return lambda facts, value, here: plain(value)
    if isinstance(matcher, list):
        return _any([_compile(entry, scope) for entry in matcher])
    if isinstance(matcher, str):
        there = compile_path(matcher.removeprefix(HERE))
        return lambda facts, value, here: same(value, there(facts, here))
    chosen = [compile_all(matcher["where"], scope)] if "where" in matcher else []
    tests = [_keyed(key, argument, scope) for key, argument in matcher.items() if key != "where"]

    def test(facts: Facts, value: Any, here: Any) -> bool:
        if chosen:
            value = tuple(fact for fact in _facts_in(value) if chosen[0](facts, fact, here))
        return all(one(facts, value, here) for one in tests)

    return test


def _keyed(key: str, argument: Any, scope: Scope) -> Asked:
    if key in QUANTIFIERS:
        inner, holds = compile_all(argument, scope), QUANTIFIERS[key].holds
        return lambda facts, value, here: holds([inner(facts, fact, here) for fact in _facts_in(value)])
    if key in NUMERIC and is_here(argument):
        limit = compile_path(argument.removeprefix(HERE))
        return lambda facts, value, here: compares(key, value, limit(facts, here))
    if key == "not":
        test = _compile(argument, scope)
        return lambda facts, value, here: not test(facts, value, here)
    if key in ("any", "all"):
        tests = [_compile(entry, scope) for entry in argument]
        return _any(tests) if key == "any" else lambda facts, value, here: all(t(facts, value, here) for t in tests)
    plain = MATCHERS[key].build(argument, scope)
    return lambda facts, value, here: plain(value)


def _any(tests: list[Asked]) -> Asked:
    return lambda facts, value, here: any(test(facts, value, here) for test in tests)


def _facts_in(value: Any) -> tuple[Any, ...]:
    return value if is_list(value) else () if value is None else (value,)


class Quantifier(NamedTuple):
    """A matcher that asks a condition of the facts in a list.

    about: when it holds, for editors.
    holds: whether it does, from what comes of the condition for each.
    """

    about: str
    holds: Callable[[list[bool]], bool]


#: Every matcher whose argument is a condition on the facts of a list.
QUANTIFIERS: dict[str, Quantifier] = {
    "some": Quantifier("One of its facts at least meets this condition.", any),
    "none": Quantifier("None of its facts meets this condition.", lambda met: not any(met)),
    "every": Quantifier("All its facts meet this condition, and there is one.", lambda met: bool(met) and all(met)),
    "where": Quantifier("Only those of its facts count for the matchers beside it that meet this.", all),
}
