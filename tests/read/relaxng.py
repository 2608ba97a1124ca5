"""Makes RELAX NG, which lxml validates by, of content models in YAML: see schemas/newsml-g2-2.31.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import yaml

_TOKEN = re.compile(r"[\w-]+|[()|,?*+]")
_MARKS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_FREE = (
    "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>"
    "<mixed><zeroOrMore><ref name='any'/></zeroOrMore></mixed>"
)
_LANGUAGE = "http://www.w3.org/XML/1998/namespace"
_NAMED = {
    "any": f"<element><anyName/>{_FREE}</element>",
    "other": f"<element><anyName><except><nsName/><nsName ns=''/></except></anyName>{_FREE}</element>",
    "others": f"<zeroOrMore><attribute><anyName><except><nsName/><nsName ns=''/><nsName ns='{_LANGUAGE}'/></except>"
    "</anyName></attribute></zeroOrMore>",
}
_TYPES = {
    "date-or-time": "<choice><data type='date'/><data type='dateTime'/></choice>",
    "part-of-date": "<choice><data type='date'/><data type='dateTime'/><data type='gYearMonth'/><data type='gYear'/>"
    "</choice>",
    "ltr-or-rtl": "<choice><value>ltr</value><value>rtl</value></choice>",
    "hundred": "<data type='integer'><param name='minInclusive'>0</param><param name='maxInclusive'>100</param></data>",
    "nine": "<data type='integer'><param name='minInclusive'>1</param><param name='maxInclusive'>9</param></data>",
    "uris": "<list><zeroOrMore><data type='anyURI'/></zeroOrMore></list>",
}


def relaxng(path: Path) -> str:
    """The grammar of a file of content models, as XML."""
    model = yaml.safe_load(path.read_text(encoding="utf-8"))
    types = dict(_TYPES)
    for name, pattern in model["types"].items():
        types[name] = f"<data type='string'><param name='pattern'>{pattern}</param></data>"
        types[name + "s"] = f"<list><zeroOrMore>{types[name]}</zeroOrMore></list>"
    elements: Mapping[str, Any] = model["elements"]
    named = {name: _element(name, entry, model["attributes"], types) for name, entry in elements.items()}
    told = {word for entry in elements.values() for word in _TOKEN.findall(entry.get("children", "")) if word.isalpha()}
    for name in sorted(told - named.keys() - _NAMED.keys()):  # by name and place alone
        named[name] = f"<element name='{name}'>{_FREE}</element>"
    defines = "".join(f"<define name='{name}'>{held}</define>" for name, held in {**_NAMED, **named}.items())
    return (
        f"<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns={quoteattr(model['namespace'])} "
        f"datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>"
        f"<start>{_Children(model['start']).pattern()}</start>{defines}</grammar>"
    )


def _element(name: str, entry: Mapping[str, Any], groups: Mapping[str, Any], types: Mapping[str, str]) -> str:
    given = {key: type for group in entry.get("groups", ()) for key, type in groups[group].items()}
    held = "".join(_attribute(key, type, types) for key, type in {**given, **entry.get("own", {})}.items())
    inside = _Children(entry["children"]).pattern() if "children" in entry else _type(entry["text"], types)
    inside = f"<mixed>{inside}</mixed>" if entry.get("mixed") else inside
    return f"<element name='{name}'>{held}<ref name='others'/>{inside}</element>"


def _attribute(key: str, type: str, types: Mapping[str, str]) -> str:
    pattern = f"<attribute name='{key.rstrip('!')}'>{_type(type, types)}</attribute>"
    return pattern if key.endswith("!") else f"<optional>{pattern}</optional>"


def _type(name: str, types: Mapping[str, str]) -> str:
    return types.get(name, f"<data type='{name}'/>")


class _Children:
    """Reads what a DTD would write of an element's children."""

    def __init__(self, written: str) -> None:
        self._tokens = _TOKEN.findall(written)

    def pattern(self) -> str:
        """Parts in a row, or one of several."""
        parts, marks = [self._part()], set()
        while self._tokens and self._tokens[0] in ",|":
            marks.add(self._tokens.pop(0))
            parts.append(self._part())
        assert len(marks) < 2, "mixed , and |"
        return "<choice>" + "".join(parts) + "</choice>" if "|" in marks else "<group>" + "".join(parts) + "</group>"

    def _part(self) -> str:
        token = self._tokens.pop(0)
        if token == "(":
            pattern = self.pattern()
            assert self._tokens.pop(0) == ")"
        else:
            pattern = f"<ref name='{token}'/>"
        mark = _MARKS.get(self._tokens[0]) if self._tokens else None
        if mark:
            self._tokens.pop(0)
            pattern = f"<{mark}>{pattern}</{mark}>"
        return pattern
