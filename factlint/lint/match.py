"""Matchers: what a rule may ask of an attribute, each compiled once into a test of a value."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

#: Takes a value, says whether it matches.
Test = Callable[[Any], bool]

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
    if isinstance(matcher, list) and all(map(is_plain, matcher)):
        words = frozenset(matcher)
        return lambda value: (
            not words.isdisjoint(value) if type(value) is tuple else isinstance(value, str) and value in words
        )
    if isinstance(matcher, list):
        tests = [compile_matcher(entry, scope) for entry in matcher]
        return lambda value: any(test(value) for test in tests)
    if matcher == "none" or matcher is None:
        return lambda value: value is None or value == ()
    if matcher == "some":
        return lambda value: value is not None and value != ()
    return lambda value: matcher in value if type(value) is tuple else value == matcher


def is_plain(matcher: Any) -> bool:
    """Whether a matcher is a word that a value is compared with, and nothing more."""
    return isinstance(matcher, str) and matcher not in ("none", "some") and not matcher.startswith("$")


def _of_any(test: Test) -> Test:
    """The test, of a list met where one of its members meets it."""
    return lambda value: any(map(test, value)) if type(value) is tuple else test(value)


def option(value: Any, scope: Scope) -> Any:
    """The value, or for `$name` that of the option."""
    if isinstance(value, str) and value.startswith("$"):
        return scope.options[value[1:]]
    return value


def _comparison(key: str) -> Callable[[Any, Scope], Test]:
    def build(argument: Any, scope: Scope) -> Test:
        limit = option(argument, scope)
        return lambda value: compares(key, value, limit)

    return build


def compares(key: str, value: Any, limit: Any) -> bool:
    """Whether a number, or the length of a list, stands so to a limit: over, under, at-least or at-most it."""
    if isinstance(value, tuple):
        value = len(value)
    return isinstance(value, (int, float)) and isinstance(limit, (int, float)) and NUMERIC[key](value, limit)


#: The matchers that compare numbers.
NUMERIC: dict[str, Callable[[float, float], bool]] = {
    "over": operator.gt,
    "under": operator.lt,
    "at-least": operator.ge,
    "at-most": operator.le,
}


def _matches(argument: Any, scope: Scope) -> Test:
    pattern = with_lists(option(argument, scope), scope.lexicon)
    if scope.timed:
        import regex

        search: Callable[[str], Any] = partial(regex.compile(pattern).search, timeout=PATIENCE)
    else:
        search = re.compile(pattern).search
    return _of_any(lambda value: isinstance(value, str) and search(value) is not None)


def with_lists(pattern: str, lexicon: Lexicon) -> str:
    r"""The pattern with its lists, `\L<list>`, written out."""
    if r"\L<" not in pattern:
        return pattern
    from factlint.lint.text import written_out

    return written_out(pattern, lexicon)


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
    "over": Matcher("number", "It is more than this; a list: has more entries.", _comparison("over")),
    "under": Matcher("number", "It is less than this; a list: has fewer entries.", _comparison("under")),
    "at-least": Matcher("number", "It is this or more; a list: has as many entries or more.", _comparison("at-least")),
    "at-most": Matcher("number", "It is this or less; a list: has as many entries or fewer.", _comparison("at-most")),
    "matches": Matcher("pattern", "It holds a match of this pattern; a list: one of its entries does.", _matches),
    "in": Matcher("list", "It is an entry of this lexicon list, in this or lower case; a list: one of them is.", _in),
    "not": Matcher("matcher", "It does not match.", _not),
    "any": Matcher("matchers", "It matches one of these.", _any),
    "all": Matcher("matchers", "It matches all of these.", _all),
}
