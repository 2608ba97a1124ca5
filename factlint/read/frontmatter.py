"""Front matter: the YAML or TOML block that Markdown articles of site generators begin with."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from factlint.read.article import Metadata
from factlint.read.decode import ReadError

_FENCED = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?:^|(?<=[\r\n]))\1[ \t]*(?:\r\n|\r|\n|$)", re.DOTALL
)

_KEY = re.compile(r"\s*(?:#[^\r\n]*\s+)*[\w\"'-]+[ \t]*[:=]")


class FrontMatter(NamedTuple):
    """What stands before the article.

    metadata: title, date and author, where given.
    end: one past the last code point, 0 where there is none.
    title_span: where the title's own words stand in the source, or None.
    """

    metadata: Metadata
    end: int
    title_span: tuple[int, int] | None


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a source; raises ReadError where it cannot be parsed."""
    match = _FENCED.match(source)
    # A text that merely begins with a rule of dashes has no key after it.
    if match is None or not _KEY.match(match.group(2)):
        return FrontMatter(Metadata(), 0, None)
    body, line = match.group(2), 2
    values = _yaml(body, line) if match.group(1) == "---" else _toml(body)
    title, date, author = (_first(values, key) for key in ("title", "date", "author"))
    at = source.find(title, match.start(2), match.end(2)) if title else -1
    span = (at, at + len(title)) if title and at >= 0 else None
    return FrontMatter(Metadata(title, date, author), match.end(), span)


def _yaml(body: str, line: int) -> Any:
    import yaml

    try:
        # Front matter is small and flat: an alias has no business there, and expanding one could be endless.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(body, Loader=yaml.SafeLoader)):
            raise ReadError("it has front matter with a YAML alias, which factlint does not expand")
        return yaml.safe_load(body)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + line}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
        raise ReadError(f"it has front matter that is not YAML: {problem}{where}") from None
    except ValueError as error:
        raise ReadError(f"it has front matter that is not YAML: {error}") from None


def _toml(body: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"it has front matter that is not TOML: {error}") from None


def _first(values: Any, key: str) -> str | None:
    """A value as text; of a list its first entry."""
    value = values.get(key) if isinstance(values, dict) else None
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None or isinstance(value, dict):
        return None
    return str(value).strip() or None
