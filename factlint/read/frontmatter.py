"""Front matter: the YAML, TOML or JSON block that Markdown articles of site generators begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factlint.read.article import Metadata
from factlint.read.days import find_days
from factlint.read.decode import ReadError
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_FENCED = re.compile(
    r"\ufeff?(---|\+\+\+)(yaml|toml|json)?[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)(?:^|(?<=[\r\n]))\1[ \t]*(?:\r\n|\r|\n|$)",
    re.DOTALL,
)
# Hugo's JSON has no fence: its braces are one.
_BARE = re.compile(
    r"\ufeff?(?P<body>\{[ \t]*(?:\r\n|\r|\n)?[ \t]*\"[^\"\r\n]{1,80}\"[ \t]*:.*?(?:\r\n|\r|\n)\})"
    r"[ \t]*(?:\r\n|\r|\n|$)",
    re.DOTALL,
)

_KEY = re.compile(r"\s*(?:#[^\r\n]*\s+)*[\w\"'-]+[ \t]*[:=]")


class FrontMatter(NamedTuple):
    """What stands before the article.

    metadata: title, date, author and paper, where given.
    end: one past the last code point, 0 where there is none.
    title_span: where the title's own words stand in the source, or None.
    standfirst_span: where those of the standfirst do, or None.
    """

    metadata: Metadata
    end: int
    title_span: tuple[int, int] | None = None
    standfirst_span: tuple[int, int] | None = None


def read_front_matter(source: str, lexicon: Lexicon) -> FrontMatter:
    """The front matter of a source, its fields told by the lexicon; raises ReadError where it cannot be parsed."""
    match = _FENCED.match(source) or _BARE.match(source)
    # A text that merely begins with a rule of dashes has no key after it.
    if match is None or not (_KEY.match(match["body"]) or match["body"].lstrip().startswith("{")):
        return FrontMatter(Metadata(), 0)
    values = _values(match)
    fields = _fields(values, lexicon)
    date = fields.get("date")
    day = next((day.iso for day in find_days(date, lexicon) if day.iso), date) if date else None
    found = Metadata(fields.get("headline"), day, fields.get("author"), fields.get("outlet"))
    title, standfirst = (_place(fields.get(role), source, match) for role in ("headline", "standfirst"))
    return FrontMatter(found, match.end(), title, standfirst)


def _values(match: re.Match[str]) -> Any:
    body = match["body"]
    fence, language = (match[1], match[2]) if match.re is _FENCED else ("", "json")
    if language == "json" or (fence == "---" and language is None and body.lstrip().startswith("{")):
        return _json(body)
    return _toml(body) if language == "toml" or fence == "+++" else _yaml(body, 2)


def _fields(values: Any, lexicon: Lexicon) -> dict[str, str]:
    """The values by their roles; of several fields with one role the first that the lexicon names."""
    given = {str(key).lower().replace("-", "_"): key for key in values} if isinstance(values, dict) else {}
    found: dict[str, str] = {}
    roles = {**lexicon.values("front-matter-fields"), "outlet": lexicon.values("outlet-fields")}
    for role, names in roles.items():
        for name in names:
            value = _first(values, given[name]) if name in given else None
            if value is not None:
                found.setdefault(role, value)
    return found


def _place(words: str | None, source: str, match: re.Match[str]) -> tuple[int, int] | None:
    at = source.find(words, match.start("body"), match.end("body")) if words else -1
    return (at, at + len(words)) if words and at >= 0 else None


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
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        raise ReadError("it has front matter that is not YAML: a value in it cannot be read") from None


def _json(body: str) -> Any:
    import json

    try:
        return json.loads(body)
    except json.JSONDecodeError as error:
        said = error.msg[:1].lower() + error.msg[1:]
        raise ReadError(f"it has front matter that is not JSON: {said} at line {error.lineno + 1}") from None
    except (ValueError, RecursionError):
        raise ReadError("it has front matter that is not JSON: a value in it cannot be read") from None


def _toml(body: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"it has front matter that is not TOML: {error}") from None
    except (ValueError, RecursionError):
        raise ReadError("it has front matter that is not TOML: a value in it cannot be read") from None


def _first(values: Any, key: Any) -> str | None:
    """A value as text; of a list its first entry."""
    value = values.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None or isinstance(value, dict):
        return None
    return str(value).strip() or None
