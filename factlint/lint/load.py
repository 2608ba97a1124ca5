"""A rule's YAML file → Rule, or every mistake in it with its place."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from factlint.lexicon import Lexicon
from factlint.lint.conditions import ConditionChecker, Path, Paths, type_name
from factlint.lint.marks import MarkError, unmark
from factlint.lint.message import FIELD
from factlint.lint.patterns import PatternChecker
from factlint.lint.rule import Gap, Rule
from factlint.lint.rulebook import is_own
from factlint.lint.vocabulary import FLAGS, PathError, attributes
from factlint.nearest import nearest
from factlint.severity import SEVERITIES
from factlint.yamlfile import Document, Problem, ProblemsError, load_document

_CODE = re.compile(r"[A-Z]{3}\d{3}$")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
REQUIRED = ("code", "name", "severity", "summary", "flag", "message", "why", "flagged", "passed")
OPTIONAL = (
    "where", "unless", "together", "value", "report", "pattern", "parts", "in", "needs", "options", "related",
    "help", "known_gaps", "style", "fix",
)  # fmt: skip
KEYS = (*REQUIRED, *OPTIONAL)
REPORTS = ("minority", "first", "later", "all", "once")
_STRINGS = ("code", "name", "summary", "flag", "message", "why", "help", "together", "value", "report", "pattern")
_TEXT_KEYS = ("pattern", "parts", "needs")
_GAP_KEYS = ("text", "why")
FIX_KEYS = ("safe", "replace", "swap")
_FIX = ", ".join(FIX_KEYS)


def load_rule(path: str, raw: bytes, lexicon: Lexicon) -> Rule:
    """The rule in a file; raises ProblemsError with everything that is wrong with it."""
    document = load_document(path, raw)
    return _Checker(path, document, lexicon).rule()


class _Checker:
    """Reads one document and notes what is wrong with it."""

    def __init__(self, path: str, document: Document, lexicon: Lexicon) -> None:
        self.path = path
        self.document = document
        self.lexicon = lexicon
        self.problems: list[Problem] = []
        self.data: dict[str, Any] = {}
        self.options: dict[str, Any] = {}

    def rule(self) -> Rule:
        if not isinstance(self.document.data, dict):
            what = {list: "a list", type(None): "empty"}.get(type(self.document.data), "a single value")
            self.wrong((), f"A rule is a mapping of keys to values; this file is {what}.")
        else:
            self.data = self.document.data
            self.check()
        if self.problems:
            raise ProblemsError(
                sorted(dict.fromkeys(self.problems), key=lambda problem: (problem.line, problem.column))
            )
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
                self.wrong((key,), f"{key} must be text, not {type_name(self.data[key])}.")
        self.check_head()
        self.check_options()
        self.check_examples()
        self.check_style()
        flag = self.data.get("flag")
        if not isinstance(flag, str) or not flag:
            return
        if flag in FLAGS or flag == "text":
            self.check_query(flag)
        else:
            kinds = ("text", *FLAGS)
            self.wrong(
                ("flag",), f"There is no kind of fact “{flag}”.{nearest(flag, kinds)} Kinds: {', '.join(kinds)}."
            )

    def check_head(self) -> None:
        code, name, severity = self.data.get("code"), self.data.get("name"), self.data.get("severity")
        if isinstance(code, str) and code and not _CODE.match(code):
            self.wrong(("code",), f"“{code}” is no code: three capitals and three digits, as in QUO101.")
        if isinstance(name, str) and name:
            file = PurePath(self.path)
            if name != file.stem:
                self.wrong(("name",), f"The rule is called “{name}”, its file {file.name}. Give both one name.")
            elif not _NAME.match(name):
                self.wrong(("name",), f"“{name}” is no name: small letters and hyphens, as in quote-unbalanced.")
        if severity not in (None, "", *SEVERITIES):
            if isinstance(severity, str):
                hint = nearest(severity, SEVERITIES)
                self.wrong(("severity",), f"“{severity}” is no severity.{hint} Severities: {', '.join(SEVERITIES)}.")
            else:
                self.wrong(("severity",), f"severity must be text, not {type_name(severity)}.")
        report = self.data.get("report")
        if isinstance(report, str) and report not in REPORTS:
            hint = nearest(report, REPORTS)
            self.wrong(("report",), f"“{report}” is no way to report.{hint} Ways: {', '.join(REPORTS)}.")

    def check_options(self) -> None:
        options = self.data.get("options")
        if options is None:
            return
        if not isinstance(options, dict):
            self.wrong(("options",), f"options must be a mapping of names to values, not {type_name(options)}.")
            return
        for name, value in options.items():
            if name == "here":
                self.wrong(("options", "key", name), "An option cannot be called “here”: $here is the fact itself.")
            elif isinstance(value, dict) or value is None:
                what = f"An option is a number, a text, yes, no or a list, not {type_name(value)}."
                self.wrong(("options", name), what)
            else:
                self.options[name] = value

    # ------------------------------------------------------------------ examples

    def check_examples(self) -> None:
        for key in ("flagged", "passed", "known_gaps"):
            rows = self.data.get(key)
            if rows is None:
                continue
            if not isinstance(rows, list):
                self.wrong((key,), f"{key} must be a list, not {type_name(rows)}.")
                continue
            seen: set[str] = set()
            for place, row in enumerate(rows):
                text = self.gap_text(row, (key, place)) if key == "known_gaps" else row
                if isinstance(text, str):
                    self.check_example(key, text, (key, place), seen)
                elif key != "known_gaps":
                    self.wrong((key, place), f"Each entry of {key} must be text, not {type_name(text)}.")

    def gap_text(self, row: Any, at: Path) -> str | None:
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) and row[key] for key in _GAP_KEYS):
            self.wrong(at, "A known gap has a text and a why.")
            return None
        for key in row:
            if key not in _GAP_KEYS:
                self.wrong((*at, "key", key), f"A known gap has no “{key}”.{nearest(key, _GAP_KEYS)}")
        text: str = row["text"]
        return text

    def check_style(self) -> None:
        from factlint.lint.housestyle import mistakes

        style = self.data.get("style")
        if style is None:
            return
        if not isinstance(style, dict) or not all(isinstance(form, str) for form in style.values()):
            self.wrong(("style",), "style must be a mapping of choices to the form that the house writes.")
            return
        for at, message in mistakes(style, self.lexicon):
            self.wrong(at, message)

    def check_example(self, key: str, text: str, at: Path, seen: set[str]) -> None:
        try:
            plain, spans = unmark(text)
        except MarkError as error:
            self.wrong(at, str(error))
            return
        if key == "flagged" and not spans:
            self.wrong(at, "A flagged example marks the place with [[ and ]].")
        if key == "passed" and spans:
            self.wrong(at, "A passed example marks no place: nothing in it is flagged.")
        if plain in seen:
            self.wrong(at, "This example stands here twice.")
        seen.add(plain)

    # ------------------------------------------------------------------ what the rule asks and says

    def check_query(self, flag: str) -> None:
        if flag == "text" and self.data.get("together") not in (None, "article"):
            self.wrong(("together",), "The matches of a text rule go together by “article” alone.")
        for key in ("value",) if flag == "text" else _TEXT_KEYS:
            if key in self.data:
                what = (
                    f"A text rule has no “{key}”." if flag == "text" else f"Only text rules (flag: text) have “{key}”."
                )
                self.wrong(("key", key), what)
        paths = Paths(flag, self.pattern.whole or "", grouped="together" in self.data)
        if flag == "text":
            self.check_text()
        else:
            self.check_group(paths)
        conditions = ConditionChecker(paths, self.lexicon, self.options, self.wrong)
        if self.data.get("in") is not None:
            conditions.check_places(self.data["in"], ("in",))
        for key in ("where", "unless"):
            if key in self.data:
                conditions.check(self.data[key], (key,))
        named = self.check_messages(paths)
        for option in self.options:
            if option not in conditions.used | named:
                self.wrong(("options", "key", option), f"The option “{option}” is used nowhere in this rule.")

    @property
    def pattern(self) -> PatternChecker:
        timed = not is_own(self.path)
        return PatternChecker(self.data.get("pattern"), self.data.get("parts"), self.lexicon, timed, self.wrong)

    def check_text(self) -> None:
        if not self.data.get("pattern"):
            self.wrong(("flag",), "A text rule needs a pattern.")
        needs = self.data.get("needs")
        needs = [needs] if isinstance(needs, str) else needs
        if needs is not None and not (isinstance(needs, list) and all(isinstance(v, str) and v for v in needs)):
            self.wrong(("needs",), "needs must be a word or a list of words.")
        self.pattern.check()

    def check_group(self, paths: Paths) -> None:
        for key in ("together", "value"):
            path = self.data.get(key)
            if isinstance(path, str) and path and not (key == "together" and path == "article"):
                self.check_path(paths, path, (key,))
        for key in ("value", "report"):
            if key in self.data and "together" not in self.data:
                self.wrong(("key", key), f"“{key}” needs “together”.")

    def check_path(self, paths: Paths, path: str, at: Path, in_message: bool = False) -> None:
        try:
            paths.shape(path, in_message)
        except PathError as error:
            self.wrong(at, str(error))

    def check_messages(self, paths: Paths) -> set[str]:
        """Checks every message; returns the options that they name."""
        named: set[str] = set()
        for key in ("message", "help"):
            if isinstance(self.data.get(key), str):
                named |= self.check_template(paths, self.data[key], (key,))
        named |= self.check_fix(paths)
        related = self.data.get("related")
        if related is None:
            return named
        if not isinstance(related, dict):
            self.wrong(("related",), f"related must be a mapping of attributes to messages, not {type_name(related)}.")
            return named
        for path, template in related.items():
            self.check_related(paths, path)
            if isinstance(template, str):
                named |= self.check_template(paths, template, ("related", path))
            else:
                self.wrong(("related", path), f"A message must be text, not {type_name(template)}.")
        return named

    def check_fix(self, paths: Paths) -> set[str]:
        """Checks what is said of mending; returns the options that it names."""
        fix = self.data.get("fix")
        if fix is None:
            return set()
        if not isinstance(fix, dict):
            self.wrong(("fix",), f"fix must be a mapping with safe, and replace or swap, not {type_name(fix)}.")
            return set()
        for key in fix:
            if key not in FIX_KEYS:
                self.wrong(("fix", "key", key), f"A fix has no key “{key}”.{nearest(key, FIX_KEYS)} Keys: {_FIX}.")
        if not isinstance(fix.get("safe"), bool):
            self.wrong(("fix", "safe"), "A fix says whether it is safe: yes, or no where somebody has to look.")
        if ("replace" in fix) == ("swap" in fix):
            self.wrong(("fix",), "A fix has one of replace and swap.")
        named: set[str] = set()
        replace = fix.get("replace", {})
        for path, template in ({"text": replace} if not isinstance(replace, dict) else replace).items():
            at = ("fix", "replace", path) if isinstance(replace, dict) else ("fix", "replace")
            if path != "text":
                self.check_related(paths, path, ("fix", "replace", "key", path))
            if isinstance(template, str):
                named |= self.check_template(paths, template, at)
            else:
                self.wrong(at, f"What comes in its place must be text, not {type_name(template)}.")
        swap = fix.get("swap", {})
        if not isinstance(swap, dict):
            self.wrong(("fix", "swap"), "swap must be a mapping of one attribute to another.")
            return named
        for old, new in swap.items():
            self.check_path(paths, old, ("fix", "swap", "key", old))
            self.check_path(paths, str(new), ("fix", "swap", old))
        return named

    def check_related(self, paths: Paths, path: str, at: Path = ()) -> None:
        at = at or ("related", "key", path)
        try:
            shape = paths.shape(path)
        except PathError as error:
            self.wrong(at, str(error))
            return
        if not shape.facts or any("start" not in attributes(kind) for kind in shape.facts):
            self.wrong(at, f"A related place is a fact; “{path}” is {shape}.")

    def check_template(self, paths: Paths, template: str, at: Path) -> set[str]:
        names = {match.group(1) for match in FIELD.finditer(template)}
        for name in sorted(names - self.options.keys()):
            self.check_path(paths, name, at, in_message=True)
        if re.search(r"[{}]", FIELD.sub("", template)):
            self.wrong(at, "A brace in this message belongs to no field; fields look like {text} or {speaker.text:60}.")
        return names & self.options.keys()

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
            pattern=self.pattern.whole,
            places=places,
            needs=needs,
            options=self.options,
            related=data.get("related") or {},
            help=data.get("help"),
            flagged=tuple(data["flagged"]),
            passed=tuple(data["passed"]),
            known_gaps=tuple(Gap(row["text"], row["why"]) for row in data.get("known_gaps") or ()),
            style=data.get("style") or {},
            path=self.path,
            fix=data.get("fix"),
        )
