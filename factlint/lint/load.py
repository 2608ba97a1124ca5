"""A rule's YAML file → Rule, or every mistake in it with its place."""

from __future__ import annotations

import difflib
import re
import typing
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from factlint.facts.lexicon import Lexicon
from factlint.facts.model import KINDS
from factlint.lint.match import MATCHERS
from factlint.lint.message import FIELD
from factlint.lint.rule import SEVERITIES, Gap, Rule
from factlint.lint.suppress import Suppression
from factlint.lint.text import PLACES, compile_pattern
from factlint.lint.yamlfile import Document, Problem, ProblemsError, load_document

#: What a rule can flag: the kinds of facts, and what came of an article's directives; besides these, text.
FLAGS: dict[str, Any] = {**{kind: fact for kind, (_, fact) in KINDS.items()}, "suppression": Suppression}

_CODE = re.compile(r"[A-Z]{3}\d{3}$")
REQUIRED = ("code", "name", "severity", "summary", "flag", "message", "why", "flagged", "passed")
OPTIONAL = (
    "where", "unless", "together", "value", "report", "pattern", "in", "needs", "options", "related", "help",
    "known_gaps",
)  # fmt: skip
KEYS = (*REQUIRED, *OPTIONAL)
REPORTS = ("minority", "later", "all")
_STRINGS = ("code", "name", "summary", "flag", "message", "why", "help", "together", "value", "report", "pattern")
_NUMERIC = ("over", "under", "at-least", "at-most")
_GROUP_PATHS = ("value.distinct", "group.size")

Path = tuple[Any, ...]


def load_rule(path: str, raw: bytes, lexicon: Lexicon) -> Rule:
    """The rule in a file; raises ProblemsError with everything that is wrong with it."""
    document = load_document(path, raw)
    return _Checker(path, document, lexicon).rule()


def nearest(word: str, valid: Iterable[str]) -> str:
    """“ Did you mean “x”?” where a valid word is near, else nothing."""
    close = difflib.get_close_matches(word, list(valid), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""


def attributes(kind: type) -> dict[str, Any]:
    """The attributes of a kind of fact with their types."""
    hints = typing.get_type_hints(kind)
    properties = {
        name: typing.get_type_hints(member.fget).get("return", Any)
        for name, member in vars(kind).items()
        if isinstance(member, property)
    }
    return {**hints, **properties, "text": str}


class _Checker:
    """Reads one document and notes what is wrong with it."""

    def __init__(self, path: str, document: Document, lexicon: Lexicon) -> None:
        self.path = path
        self.document = document
        self.lexicon = lexicon
        self.problems: list[Problem] = []
        self.data: dict[str, Any] = {}

    def rule(self) -> Rule:
        if not isinstance(self.document.data, dict):
            what = {list: "a list", type(None): "empty"}.get(type(self.document.data), "a single value")
            self.wrong((), f"A rule is a mapping of keys to values; this file is {what}.")
        else:
            self.data = self.document.data
            self.check()
        if self.problems:
            raise ProblemsError(sorted(self.problems, key=lambda problem: (problem.line, problem.column)))
        return self.build()

    def wrong(self, at: Path, message: str) -> None:
        line, column = self.document.places.get(at, (1, 1))
        self.problems.append(Problem(self.path, line, column, message))

    # ------------------------------------------------------------------ the checks, key by key

    def check(self) -> None:
        for key in self.data:
            if key not in KEYS:
                self.wrong(("key", key), f"A rule has no key “{key}”.{nearest(key, KEYS)} Keys: {', '.join(KEYS)}.")
        for key in REQUIRED:
            if self.data.get(key) in (None, "", []):
                self.wrong(("key", key) if key in self.data else (), f"The rule has no {key}.")
        for key in _STRINGS:
            if self.data.get(key) is not None and not isinstance(self.data[key], str):
                self.wrong((key,), f"{key} must be text, not {_type_name(self.data[key])}.")
        self.check_head()
        self.check_examples()
        flag = self.data.get("flag")
        if not isinstance(flag, str):
            return
        if flag != "text" and flag not in FLAGS:
            kinds = ("text", *FLAGS)
            self.wrong(
                ("flag",), f"There is no kind of fact “{flag}”.{nearest(flag, kinds)} Kinds: {', '.join(kinds)}."
            )
            return
        self.check_kind_of_rule(flag)
        self.check_conditions(flag)
        self.check_messages(flag)

    def check_head(self) -> None:
        code, name, severity = self.data.get("code"), self.data.get("name"), self.data.get("severity")
        if isinstance(code, str) and not _CODE.match(code):
            self.wrong(("code",), f"“{code}” is no code: three capitals and three digits, as in QUO101.")
        if isinstance(name, str) and name != PurePath(self.path).stem:
            self.wrong(
                ("name",), f"The rule is called “{name}”, its file {PurePath(self.path).name}. Give both one name."
            )
        if severity is not None and severity not in SEVERITIES:
            hint = nearest(str(severity), SEVERITIES)
            self.wrong(("severity",), f"“{severity}” is no severity.{hint} Severities: {', '.join(SEVERITIES)}.")
        options = self.data.get("options")
        if options is not None and not isinstance(options, dict):
            self.wrong(("options",), f"options must be a mapping of names to values, not {_type_name(options)}.")
        report = self.data.get("report")
        if report is not None and report not in REPORTS:
            self.wrong(("report",), f"report must be one of {', '.join(REPORTS)}, not “{report}”.")

    def check_examples(self) -> None:
        for key in ("flagged", "passed", "known_gaps"):
            rows = self.data.get(key)
            if rows is None:
                continue
            if not isinstance(rows, list):
                self.wrong((key,), f"{key} must be a list, not {_type_name(rows)}.")
                continue
            for place, row in enumerate(rows):
                text = row.get("text") if key == "known_gaps" and isinstance(row, dict) else row
                if not isinstance(text, str):
                    self.wrong((key, place), f"Each entry of {key} must be text, not {_type_name(text)}.")
                elif key == "flagged" and ("[[" not in text or text.count("[[") != text.count("]]")):
                    self.wrong((key, place), "A flagged example marks the place with [[ and ]].")
                if key == "known_gaps" and (not isinstance(row, dict) or not row.get("why")):
                    self.wrong((key, place), "A known gap has a text and a why.")

    def check_kind_of_rule(self, flag: str) -> None:
        text_keys, group_keys = ("pattern", "in", "needs"), ("together", "value", "report")
        if flag == "text":
            if not self.data.get("pattern"):
                self.wrong(("flag",), "A text rule needs a pattern.")
            for key in group_keys:
                if key in self.data:
                    self.wrong(("key", key), f"A text rule has no “{key}”.")
            self.check_text()
            return
        for key in text_keys:
            if key in self.data:
                self.wrong(("key", key), f"Only text rules (flag: text) have “{key}”.")
        for key in ("together", "value"):
            if isinstance(self.data.get(key), str) and not (key == "together" and self.data[key] == "article"):
                self.check_path(flag, self.data[key], (key,))
        for key in ("value", "report"):
            if key in self.data and "together" not in self.data:
                self.wrong(("key", key), f"“{key}” needs “together”.")

    def check_text(self) -> None:
        for key in ("in", "needs"):
            values = self.data.get(key)
            values = [values] if isinstance(values, str) else values
            if values is not None and not (isinstance(values, list) and all(isinstance(v, str) for v in values)):
                self.wrong((key,), f"{key} must be a word or a list of words.")
            elif key == "in":
                for value in values or []:
                    if value not in PLACES:
                        hint = nearest(value, PLACES)
                        self.wrong(("in",), f"There is no place “{value}”.{hint} Places: {', '.join(PLACES)}.")
        pattern = self.data.get("pattern")
        if isinstance(pattern, str):
            for name in re.findall(r"\\L<([\w-]+)>", pattern):
                if name not in self.lexicon:
                    self.wrong(("pattern",), self.no_list(name))
                    return
            try:
                compile_pattern(pattern, self.lexicon)
            except Exception as error:
                self.wrong(("pattern",), f"The pattern does not compile: {error}.")

    def no_list(self, name: str) -> str:
        return f"The lexicon has no list “{name}”.{nearest(name, self.lexicon.names)}"

    # ------------------------------------------------------------------ conditions

    def check_conditions(self, flag: str) -> None:
        for key in ("where", "unless"):
            if key in self.data:
                self.check_condition(flag, self.data[key], (key,))

    def check_condition(self, flag: str, condition: Any, at: Path) -> None:
        if not isinstance(condition, dict):
            self.wrong(at, f"A condition is a mapping of attributes to what they must be, not {_type_name(condition)}.")
            return
        for path, matcher in condition.items():
            if path == "not":
                self.check_condition(flag, matcher, (*at, path))
            elif path in ("any", "all"):
                if not isinstance(matcher, list):
                    self.wrong((*at, path), f"“{path}” takes a list of conditions.")
                    continue
                for place, entry in enumerate(matcher):
                    self.check_condition(flag, entry, (*at, path, place))
            else:
                self.check_path(flag, path, (*at, "key", path))
                self.check_matcher(matcher, (*at, path))

    def check_matcher(self, matcher: Any, at: Path) -> None:
        if isinstance(matcher, list):
            for place, entry in enumerate(matcher):
                self.check_matcher(entry, (*at, place))
        elif isinstance(matcher, str) and matcher.startswith("$"):
            self.check_option(matcher, at)
        elif isinstance(matcher, dict):
            for key, argument in matcher.items():
                self.check_keyed(key, argument, at)

    def check_keyed(self, key: str, argument: Any, at: Path) -> None:
        here = (*at, key)
        if key not in MATCHERS:
            hint = nearest(key, MATCHERS)
            self.wrong((*at, "key", key), f"There is no matcher “{key}”.{hint} Matchers: {', '.join(MATCHERS)}.")
        elif isinstance(argument, str) and argument.startswith("$"):
            self.check_option(argument, here)
        elif key in _NUMERIC:
            if isinstance(argument, bool) or not isinstance(argument, (int, float)):
                self.wrong(here, f"“{key}” takes a number, not {_type_name(argument)}.")
        elif key == "in":
            if argument not in self.lexicon:
                self.wrong(here, self.no_list(str(argument)))
        elif key == "matches":
            try:
                re.compile(argument)
            except (re.error, TypeError) as error:
                self.wrong(here, f"The pattern does not compile: {error}.")
        elif key in ("any", "all") and not isinstance(argument, list):
            self.wrong(here, f"“{key}” takes a list of matchers.")
        else:
            self.check_matcher(argument, here)

    def check_option(self, value: str, at: Path) -> None:
        options = self.data.get("options") or {}
        if isinstance(options, dict) and value[1:] not in options:
            self.wrong(at, f"The rule has no option “{value[1:]}”.{nearest(value[1:], options)}")

    def check_path(self, flag: str, path: str, at: Path) -> None:
        if path in _GROUP_PATHS and "together" in self.data:
            return
        if flag == "text":
            names = {"text", *re.findall(r"\(\?P?<([A-Za-z_]\w*)>", str(self.data.get("pattern")))}
            if path not in names:
                hint = nearest(path, names)
                self.wrong(at, f"A match has no “{path}”.{hint} It has: {', '.join(sorted(names))}.")
            return
        label, found = flag, {FLAGS[flag]}
        for name in path.split("."):
            known: dict[str, Any] = {}
            for kind in found:
                known.update(attributes(kind) if hasattr(kind, "_fields") else {"text": str})
            if name in known:
                found = set(_kinds_in(known[name])) or {object}
                label = name
            elif not (name == "count" and found == {object}):
                hint = nearest(name, known)
                self.wrong(at, f"A {label} has no “{name}”.{hint} It has: {', '.join(sorted(known))}.")
                return

    # ------------------------------------------------------------------ messages

    def check_messages(self, flag: str) -> None:
        for key in ("message", "help"):
            if isinstance(self.data.get(key), str):
                self.check_template(flag, self.data[key], (key,))
        related = self.data.get("related")
        if related is None:
            return
        if not isinstance(related, dict):
            self.wrong(("related",), f"related must be a mapping of attributes to messages, not {_type_name(related)}.")
            return
        for path, template in related.items():
            self.check_path(flag, path, ("related", "key", path))
            if isinstance(template, str):
                self.check_template(flag, template, ("related", path))
            else:
                self.wrong(("related", path), f"A message must be text, not {_type_name(template)}.")

    def check_template(self, flag: str, template: str, at: Path) -> None:
        for match in FIELD.finditer(template):
            name = match.group(1)
            if name in (self.data.get("options") or {}):
                continue
            if "together" in self.data and name.split(".")[0] in ("value", "other"):
                name = name.partition(".")[2]
            if name:
                self.check_path(flag, name, at)
        if re.search(r"[{}]", FIELD.sub("", template)):
            self.wrong(at, "A brace in this message belongs to no field; fields look like {text} or {speaker.text:60}.")

    # ------------------------------------------------------------------ the rule

    def build(self) -> Rule:
        data = self.data
        places, needs = (
            (value,) if isinstance(value, str) else tuple(value or ()) for value in (data.get("in"), data.get("needs"))
        )
        return Rule(
            code=data["code"],
            name=data["name"],
            severity=data["severity"],
            summary=data["summary"],
            flag=data["flag"],
            message=data["message"],
            why=data["why"],
            where=data.get("where") or {},
            unless=data.get("unless") or {},
            together=data.get("together"),
            value=data.get("value"),
            report=data.get("report") or "minority",
            pattern=data.get("pattern"),
            places=places,
            needs=needs,
            options=data.get("options") or {},
            related=data.get("related") or {},
            help=data.get("help"),
            flagged=tuple(data["flagged"]),
            passed=tuple(data["passed"]),
            known_gaps=tuple(Gap(row["text"], row["why"]) for row in data.get("known_gaps") or ()),
            path=self.path,
        )


def _kinds_in(hint: Any) -> list[type]:
    """The kinds of fact in an attribute's type: Person in `Person | None` and in `tuple[Person, ...]`."""
    if hasattr(hint, "_fields"):
        return [hint]
    return [kind for argument in typing.get_args(hint) for kind in _kinds_in(argument)]


def _type_name(value: Any) -> str:
    names = {str: "text", bool: "yes or no", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names.get(type(value), "nothing")
