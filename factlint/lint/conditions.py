"""The conditions of a rule file, checked against what the attributes that they ask of can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from factlint.lexicon import Lexicon
from factlint.lint.asking import COMPARISONS, HERE, QUANTIFIERS, is_here
from factlint.lint.match import MATCHERS, NUMERIC, with_lists
from factlint.lint.paths import ARTICLE
from factlint.lint.places import PLACES
from factlint.lint.vocabulary import (
    ANYTHING,
    INTERVAL,
    NUMBER,
    TEXT,
    PathError,
    Shape,
    attributes,
    kind_called,
    no_such,
    shape_of_path,
)
from factlint.nearest import nearest

Path = tuple[Any, ...]

#: What may be asked of a group, at the top of `where`.
GROUP_PATHS = ("value.distinct", "group.size")

_LIST = re.compile(r"\\L<([\w-]+)>")
_GROUP_NAME = re.compile(r"\(\?P?<([A-Za-z_]\w*)>")


class Paths:
    """The attribute paths that a rule may use, of what it flags or of the facts of a list."""

    def __init__(self, flag: str, pattern: str = "", grouped: bool = False, kind: type | None = None) -> None:
        self.flag = flag
        self.kind = kind or kind_called(flag)
        self.grouped = grouped
        self._groups = ("text", *_GROUP_NAME.findall(pattern)) if flag == "text" else None

    @property
    def placed(self) -> bool:
        """Whether the facts stand at a place of the article."""
        return "start" in attributes(self.kind)

    def shape(self, path: str, in_message: bool = False) -> Shape:
        """What a path leads to; raises PathError. Messages about groups have `other` and `value` besides."""
        first, _, rest = path.partition(".")
        if self._groups is not None and first != ARTICLE:
            if path not in self._groups:
                raise PathError(no_such("A match has no", path, self._groups))
            return TEXT
        if in_message and first in ("other", "value"):
            if not self.grouped:
                raise PathError(f"“{first}” is for rules with “together”.")
            return ANYTHING if first == "value" and not rest else shape_of_path(self.kind, self.flag, rest or "text")
        return shape_of_path(self.kind, self.flag, path)


class ConditionChecker:
    """Tells `wrong` of each mistake in a condition, with the path of keys that leads to it; notes the options used."""

    def __init__(
        self, paths: Paths, lexicon: Lexicon, options: Mapping[str, Any], wrong: Callable[[Path, str], None]
    ) -> None:
        self.paths = paths
        self.lexicon = lexicon
        self.options = options
        self.wrong = wrong
        self.used: set[str] = set()
        self._here = paths

    def check(self, condition: Any, at: Path) -> None:
        """One condition: attributes with matchers, or any, all and not with conditions."""
        if not isinstance(condition, dict):
            self.wrong(at, f"A condition is a mapping of attributes to what they must be, not {type_name(condition)}.")
            return
        for path, matcher in condition.items():
            here = (*at, path)
            if path == "not":
                self.check(matcher, here)
            elif path in ("any", "all"):
                self._check_each(path, "conditions", matcher, here, self.check)
            elif path == "in":
                self.check_places(matcher, here)
            elif (shape := self._shape(path, at)) is not None:
                if isinstance(matcher, dict) and not matcher.keys().isdisjoint(COMPARISONS):
                    matcher = self._check_comparisons(matcher, shape, path, here)
                self._check_matcher(matcher, shape, path, here)

    def check_places(self, values: Any, at: Path) -> None:
        """Where the facts may stand."""
        values = [values] if isinstance(values, str) else values
        if not (isinstance(values, list) and values and all(isinstance(value, str) and value for value in values)):
            self.wrong(at, "in must be a word or a list of words.")
            return
        if not self.paths.placed:
            self.wrong(at, f"“in” asks where a fact stands; a {self.paths.flag} stands nowhere.")
        for value in values:
            if value not in PLACES:
                hint = nearest(value, PLACES)
                self.wrong(at, f"There is no place “{value}”.{hint} Places: {', '.join(PLACES)}.")

    def _shape(self, path: str, at: Path) -> Shape | None:
        key = (*at, "key", path)
        if path.startswith(("value.", "group.")) and path.partition(".")[2] and self.paths.flag != "text":
            if not self.paths.grouped:
                self.wrong(key, f"“{path}” is for rules with “together”.")
            elif at != ("where",):
                self.wrong(key, f"“{path}” can only stand at the top of “where”.")
            elif path not in GROUP_PATHS:
                hint = nearest(path, GROUP_PATHS)
                self.wrong(key, f"A group has no “{path}”.{hint} It has: {', '.join(sorted(GROUP_PATHS))}.")
            else:
                return NUMBER
            return None
        try:
            return self.paths.shape(path)
        except PathError as error:
            self.wrong(key, str(error))
            return None

    # ------------------------------------------------------------------ matchers

    def _check_comparisons(self, matcher: dict[str, Any], shape: Shape, path: str, at: Path) -> Any:
        """What compares with another attribute of the fact; returns the other matchers, `some` where there are none."""
        for key in COMPARISONS.keys() & matcher.keys():
            other, here = matcher[key], (*at, key)
            if not (_is_measured(shape) or _is_text(shape)):
                self.wrong((*at, "key", key), f"“{key}” asks for a number, an interval or a text; “{path}” is {shape}.")
            elif not isinstance(other, str):
                self.wrong(here, f"“{key}” takes another attribute of the fact, not {type_name(other)}.")
            else:
                try:
                    found = self.paths.shape(other)
                except PathError as error:
                    self.wrong(here, str(error))
                    continue
                if not (_is_text(found) if _is_text(shape) else _is_measured(found)):
                    sort = "a text" if _is_text(shape) else "a number or an interval"
                    self.wrong(here, f"“{key}” compares with {sort}; “{other}” is {found}.")
        return {key: argument for key, argument in matcher.items() if key not in COMPARISONS} or "some"

    def _check_matcher(self, matcher: Any, shape: Shape, path: str, at: Path) -> None:
        if isinstance(matcher, dict):
            if not matcher:
                self.wrong(at, "This asks nothing: write a value or a matcher.")
            if list(matcher) == ["where"]:
                self.wrong(at, "“where” chooses facts of a list, of which another matcher asks: at-least, none, every.")
            for key, argument in matcher.items():
                self._check_keyed(key, argument, shape, path, at)
        elif isinstance(matcher, list):
            if not matcher:
                self.wrong(at, "An empty list matches nothing: write the values that it is to be one of.")
            for place, entry in enumerate(matcher):
                self._check_matcher(entry, shape, path, (*at, place))
        elif is_here(matcher):
            self._check_here(matcher, shape, path, at)
        elif isinstance(matcher, str) and matcher.startswith("$"):
            value = self._option(matcher, at)
            if value is not None and not isinstance(value, str):
                self._check_matcher(value, shape, path, at)
        else:
            self._check_value(matcher, shape, path, at)

    def _check_here(self, value: str, shape: Shape, path: str, at: Path) -> Shape | None:
        """What a path from the flagged fact leads to, which must be of one sort with what it is compared with."""
        try:
            other = self._here.shape(value.removeprefix(HERE))
        except PathError as error:
            self.wrong(at, str(error))
            return None
        both = (shape.text and other.text, shape.number and other.number, shape.truth and other.truth)
        if not any(both) and not set(shape.facts) & set(other.facts):
            self.wrong(at, f"“{path}” is {shape}, “{value}” {other}: the two are never one.")
        return other

    def _check_facts(self, key: str, argument: Any, shape: Shape, path: str, at: Path) -> None:
        """A condition on the facts of a list."""
        kinds = shape.facts
        if not shape.many or len(kinds) != 1:
            what = "none or some" if key in ("some", "none") else "one of its attributes"
            hint = f" Ask for {what} without a condition." if key in ("some", "none") else ""
            self.wrong((*at[:-1], "key", key), f"“{key}” asks of the facts in a list; “{path}” is {shape}.{hint}")
            return
        outer, self.paths = self.paths, Paths(kinds[0].__name__.lower(), kind=kinds[0])
        self.check(argument, at)
        self.paths = outer

    def _check_value(self, value: Any, shape: Shape, path: str, at: Path) -> None:
        if value is None or value in ("none", "some"):
            return
        fits = {bool: shape.truth, str: shape.text, int: shape.number, float: shape.number}.get(type(value), False)
        if not fits and shape.facts:
            self.wrong(at, f"“{path}” is {shape}: ask for some or none, or for one of its attributes.")
        elif not fits:
            self.wrong(at, f"“{path}” is {shape}, never {type_name(value)}.")
        elif shape.values and isinstance(value, str) and value not in shape.values:
            self.wrong(at, f"“{path}” is never “{value}”.{nearest(value, shape.values)} It is: {_or(shape.values)}.")

    def _check_keyed(self, key: str, argument: Any, shape: Shape, path: str, at: Path) -> None:
        here = (*at, key)
        if key in COMPARISONS:
            self.wrong((*at, "key", key), f"“{key}” stands right at an attribute, not within any, all or not.")
            return
        if key in QUANTIFIERS:
            self._check_facts(key, argument, shape, path, here)
            return
        if key in NUMERIC and is_here(argument):
            if not (shape.number or shape.many):
                self.wrong((*at, "key", key), f"“{key}” asks for a number; “{path}” is {shape}.")
            else:
                self._check_here(argument, NUMBER, f"“{key}”" if shape.many else path, here)
            return
        if key not in MATCHERS:
            known = [*MATCHERS, *QUANTIFIERS, *COMPARISONS]
            self.wrong(
                (*at, "key", key), f"There is no matcher “{key}”.{nearest(key, known)} Matchers: {', '.join(known)}."
            )
            return
        takes = MATCHERS[key].takes
        if takes == "matchers":
            self._check_each(
                key, "matchers", argument, here, lambda entry, place: self._check_matcher(entry, shape, path, place)
            )
        elif takes == "matcher":
            self._check_matcher(argument, shape, path, here)
        elif takes == "number" and not (shape.number or shape.many):
            self.wrong((*at, "key", key), f"“{key}” asks for a number; “{path}” is {shape}.")
        elif takes != "number" and not shape.text:
            self.wrong((*at, "key", key), f"“{key}” asks for text; “{path}” is {shape}.")
        else:
            self._check_argument(key, argument, here)

    def _check_argument(self, key: str, argument: Any, at: Path) -> None:
        if isinstance(argument, str) and argument.startswith("$"):
            argument = self._option(argument, at)
            if argument is None:
                return
        takes = MATCHERS[key].takes
        if takes == "number":
            if isinstance(argument, bool) or not isinstance(argument, (int, float)):
                self.wrong(at, f"“{key}” takes a number, not {type_name(argument)}.")
        elif not isinstance(argument, str):
            self.wrong(at, f"“{key}” takes {_TAKES[takes]}, not {type_name(argument)}.")
        elif takes == "list":
            if argument not in self.lexicon:
                self.wrong(at, no_list(argument, self.lexicon))
        else:
            missing = [name for name in _LIST.findall(argument) if name not in self.lexicon]
            for name in missing:
                self.wrong(at, no_list(name, self.lexicon))
            if missing:
                return
            try:
                re.compile(with_lists(argument, self.lexicon))
            except (re.error, OverflowError, ValueError, RecursionError) as error:
                self.wrong(at, f"The pattern does not compile: {error}.")

    def _check_each(self, key: str, what: str, entries: Any, at: Path, check: Callable[[Any, Path], None]) -> None:
        if not isinstance(entries, list) or not entries:
            self.wrong(at, f"“{key}” takes a list of {what}.")
            return
        for place, entry in enumerate(entries):
            check(entry, (*at, place))

    def _option(self, name: str, at: Path) -> Any:
        """The value of `$name`; None where the rule has no such option, which is told."""
        self.used.add(name[1:])
        if name[1:] not in self.options:
            self.wrong(at, f"The rule has no option “{name[1:]}”.{nearest(name[1:], self.options)}")
            return None
        return self.options[name[1:]]


_TAKES = {"list": "the name of a lexicon list", "pattern": "a pattern"}


def _is_measured(shape: Shape) -> bool:
    """Whether values can be held against one another: a number or an interval, and one of them."""
    return not shape.many and (shape.number or shape.facts == INTERVAL.facts)


def _is_text(shape: Shape) -> bool:
    """Whether values are one text each, which is the same as another or is not."""
    return shape.text and not (shape.many or shape.number or shape.truth or shape.facts)


def no_list(name: str, lexicon: Lexicon) -> str:
    """What to say of a list that is not there."""
    return f"The lexicon has no list “{name}”.{nearest(name, lexicon.names)}"


def type_name(value: Any) -> str:
    """What somebody who writes YAML calls a value like this."""
    names = {str: "text", bool: "yes or no", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), "nothing")


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
