"""Matchers: what a rule may ask of an attribute, each compiled once into a test of a value."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.facts.model import Interval

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.lexicon import Lexicon

#: Takes a value, says whether it matches.
Test = Callable[[Any], bool]
#: Takes a fact, gives the value of an attribute.
Getter = Callable[["Facts", Any], Any]
#: Takes the value of an attribute and that of another of the same fact, says whether they stand so to one another.
Comparison = Callable[[Any, Any], bool]


#: Seconds that a user's pattern may take for one text.
PATIENCE = 2


class Scope(NamedTuple):
    """What matchers may look at besides the value.

    lexicon: for `in:`.
    options: for `$name`.
    timed: whether patterns run under a time limit, as those of users do.
    """

    lexicon: Lexicon
    options: Mapping[str, Any]
    timed: bool = False


def compile_matcher(matcher: Any, scope: Scope) -> Test:
    """A matcher of a rule file as a test of a value; a collection matches where any of its members does."""
    if isinstance(matcher, Mapping):
        tests = [MATCHERS[key].build(argument, scope) for key, argument in matcher.items()]
        return tests[0] if len(tests) == 1 else lambda value: all(test(value) for test in tests)
    matcher = option(matcher, scope)
    if isinstance(matcher, list):
        tests = [compile_matcher(entry, scope) for entry in matcher]
        return lambda value: any(test(value) for test in tests)
    if matcher == "none" or matcher is None:
        return lambda value: value is None or value == ()
    if matcher == "some":
        return lambda value: value is not None and value != ()
    return lambda value: matcher in value if is_list(value) else value == matcher


def is_list(value: Any) -> bool:
    """Whether a value is a list of others; a fact is a named tuple, and none."""
    return type(value) is tuple


def _of_any(test: Test) -> Test:
    """The test, of a list met where one of its members meets it."""
    return lambda value: any(map(test, value)) if is_list(value) else test(value)


def option(value: Any, scope: Scope) -> Any:
    """The value, or for `$name` that of the option."""
    if isinstance(value, str) and value.startswith("$"):
        return scope.options[value[1:]]
    return value


def _comparison(compare: Callable[[float, float], bool]) -> Callable[[Any, Scope], Test]:
    def build(argument: Any, scope: Scope) -> Test:
        limit = option(argument, scope)

        def test(value: Any) -> bool:
            if isinstance(value, tuple):
                value = len(value)
            return isinstance(value, (int, float)) and compare(value, limit)

        return test

    return build


def _matches(argument: Any, scope: Scope) -> Test:
    pattern = option(argument, scope)
    if scope.timed:
        import regex

        search: Callable[[str], Any] = partial(regex.compile(pattern).search, timeout=PATIENCE)
    else:
        search = re.compile(pattern).search
    return _of_any(lambda value: isinstance(value, str) and search(value) is not None)


def _in(argument: Any, scope: Scope) -> Test:
    words = scope.lexicon.words(option(argument, scope))
    return _of_any(lambda value: isinstance(value, str) and (value in words or value.lower() in words))


def _not(argument: Any, scope: Scope) -> Test:
    test = compile_matcher(argument, scope)
    return lambda value: not test(value)


def _any(argument: Any, scope: Scope) -> Test:
    tests = [compile_matcher(entry, scope) for entry in argument]
    return lambda value: any(test(value) for test in tests)


def _all(argument: Any, scope: Scope) -> Test:
    tests = [compile_matcher(entry, scope) for entry in argument]
    return lambda value: all(test(value) for test in tests)


class Matcher(NamedTuple):
    """A matcher that is written as a mapping.

    takes: number, pattern, list (the name of one), matcher or matchers.
    about: when it holds, for editors.
    build: makes the test of a value from the argument.
    """

    takes: str
    about: str
    build: Callable[[Any, Scope], Test]


#: Every matcher that is written as a mapping.
MATCHERS: dict[str, Matcher] = {
    "over": Matcher("number", "It is more than this; a list: has more entries.", _comparison(operator.gt)),
    "under": Matcher("number", "It is less than this; a list: has fewer entries.", _comparison(operator.lt)),
    "at-least": Matcher("number", "It is this or more; a list: has as many entries or more.", _comparison(operator.ge)),
    "at-most": Matcher("number", "It is this or less; a list: has as many entries or fewer.", _comparison(operator.le)),
    "matches": Matcher("pattern", "It holds a match of this pattern; a list: one of its entries does.", _matches),
    "in": Matcher("list", "It is an entry of this lexicon list, in this or lower case; a list: one of them is.", _in),
    "not": Matcher("matcher", "It does not match.", _not),
    "any": Matcher("matchers", "It matches one of these.", _any),
    "all": Matcher("matchers", "It matches all of these.", _all),
}


def _outside(value: Any, other: Any) -> bool:
    if value is None or other is None:
        return False
    (low, high), (least, most) = interval(value), interval(other)
    return high < least or low > most


def _inside(value: Any, other: Any) -> bool:
    if value is None or other is None:
        return False
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
    "outside": Comparing("It has no value in common with this attribute of the same fact.", _outside),
    "inside": Comparing("All its values are among those of this attribute of the same fact.", _inside),
}


def compile_condition(condition: Mapping[str, Any], scope: Scope) -> list[Callable[[Facts, Any], bool]]:
    """The tests of a condition; all must hold. `any`, `all` and `not` take conditions in turn."""
    tests: list[Callable[[Facts, Any], bool]] = []
    for path, matcher in condition.items():
        if path in ("any", "all", "not"):
            tests.append(_combined(path, matcher, scope))
            continue
        get = compile_path(path)
        if isinstance(matcher, Mapping):
            compared = {key: argument for key, argument in matcher.items() if key in COMPARISONS}
            tests += [_against(get, compile_path(other), COMPARISONS[key].holds) for key, other in compared.items()]
            matcher = {key: argument for key, argument in matcher.items() if key not in compared}
        if matcher != {}:
            tests.append(_on_attribute(get, compile_matcher(matcher, scope)))
    return tests


def _against(get: Getter, other: Getter, holds: Comparison) -> Callable[[Facts, Any], bool]:
    return lambda facts, fact: holds(get(facts, fact), other(facts, fact))


def _on_attribute(get: Getter, test: Test) -> Callable[[Facts, Any], bool]:
    return lambda facts, fact: test(get(facts, fact))


def _combined(key: str, argument: Any, scope: Scope) -> Callable[[Facts, Any], bool]:
    if key == "not":
        inner = compile_condition(argument, scope)
        return lambda facts, fact: not all(test(facts, fact) for test in inner)
    branches = [compile_condition(entry, scope) for entry in argument]
    join = any if key == "any" else all
    return lambda facts, fact: join(all(test(facts, fact) for test in branch) for branch in branches)


def compile_path(path: str) -> Getter:
    """A dotted attribute path as a getter; None on the way gives None. `text` is the source of any fact."""
    names = path.split(".")
    if len(names) == 1 and path != "text":
        return lambda facts, fact: getattr(fact, path, None)

    def get(facts: Facts, fact: Any) -> Any:
        value = fact
        for name in names:
            if value is None:
                return None
            value = _attribute(facts, value, name)
        return value

    return get


def _attribute(facts: Facts, value: Any, name: str) -> Any:
    """One step of a path; of a list, that of all its members, in one list."""
    if is_list(value):
        if name == "count":
            return len(value)
        found = [_attribute(facts, member, name) for member in value]
        return tuple(entry for one in found for entry in (one if is_list(one) else (one,)) if entry is not None)
    if name == "text" and not hasattr(value, "text"):
        return facts.article.source[value.start : value.end]
    return getattr(value, name, None)
