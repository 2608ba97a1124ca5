"""Writes the JSON schemas of factlint.yml and of rules, with which editors complete and check them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from factlint.config.configfile import KEYS, PER_FILE
from factlint.lint.asking import COMPARISONS, QUANTIFIERS
from factlint.lint.load import REPORTS, REQUIRED
from factlint.lint.match import MATCHERS
from factlint.lint.paths import ARTICLE, links_to
from factlint.lint.places import PLACES
from factlint.lint.vocabulary import FLAGS
from factlint.report.schema import documented, kinds
from factlint.severity import SEVERITIES

RULES = Path(__file__).parent.parent / "rules"

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_CODE = "^[A-Z]{3}[0-9]{3}$"
_WORD = {"type": "string", "minLength": 1}
_WORDS = {"oneOf": [_WORD, {"type": "array", "items": _WORD}]}
_CONDITION = {"$ref": "#/$defs/condition"}
_MATCHER = {"$ref": "#/$defs/matcher"}
_PLACES = {"description": f"Where it stands: {', '.join(PLACES)}.", **_WORDS}
_COMBINED: dict[str, dict[str, Any]] = {
    "in": _PLACES,
    "any": {"type": "array", "minItems": 1, "items": _CONDITION},
    "all": {"type": "array", "minItems": 1, "items": _CONDITION},
    "not": _CONDITION,
}
_OPTION = {"type": "string", "pattern": "^\\$"}
_ARGUMENTS: dict[str, dict[str, Any]] = {
    "number": {"anyOf": [{"type": "number"}, _OPTION]},
    "pattern": {"type": "string"},
    "list": {"type": "string"},
    "matcher": _MATCHER,
    "matchers": {"type": "array", "minItems": 1, "items": _MATCHER},
}
_GROUPS = {
    "value.distinct": "With together: how many different values the group has.",
    "group.size": "With together: how many facts the group has.",
}
_TEXT = {"type": "string"}
#: For editors, which read YAML 1.2, “yes” is a word; here it is as good as “true”.
_TRUTH = {"enum": [True, False, "yes", "no"]}
_ENTRIES = {"anyOf": [_WORDS, {"type": "object", "minProperties": 1}]}
_FIX = {
    "type": "object",
    "required": ["safe"],
    "additionalProperties": False,
    "properties": {
        "safe": _TRUTH,
        "replace": {"anyOf": [_TEXT, {"type": "object", "minProperties": 1, "additionalProperties": _TEXT}]},
        "swap": {"type": "object", "minProperties": 1, "additionalProperties": _WORD},
    },
    "oneOf": [{"required": ["replace"]}, {"required": ["swap"]}],
}
_CONFIG_FORMS: dict[str, dict[str, Any]] = {
    "severity": {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}},
    "options": {"type": "object", "additionalProperties": {"type": "object"}},
    "style": {"type": "object", "additionalProperties": {"type": "string"}},
    "gitignore": _TRUTH,
    "language": {"type": "string", "pattern": "^[a-z]+(?:-[a-z]+)*$"},
    "pages": {"type": "string", "pattern": "^https?://"},
    "words": {"type": "object", "additionalProperties": _ENTRIES},
    "remove": {"type": "object", "additionalProperties": _ENTRIES},
}


def config_schema() -> dict[str, Any]:
    """The schema of factlint.yml; every key that is not a mapping takes a word or a list of words."""
    forms = {key: _CONFIG_FORMS.get(key, _WORDS) for key in KEYS}
    part = {"type": "object", "additionalProperties": False, "properties": {key: forms[key] for key in PER_FILE}}
    forms["per-file"] = {"type": "object", "additionalProperties": part}
    return {
        "$schema": _DRAFT,
        "title": "Configuration of factlint",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {key: {"description": about, **forms[key]} for key, about in KEYS.items()},
    }


def rule_schema() -> dict[str, Any]:
    """The schema of a rule's file; what an attribute must be is checked by the loader, which knows the kind."""
    known = _attributes()
    about_kinds = "; ".join(f"{kind.name}: {kind.about}" for kind in kinds())
    examples = {"type": "array", "minItems": 1, "items": _WORD}
    gap = {"type": "object", "required": ["text", "why"], "additionalProperties": False}
    properties: dict[str, tuple[str, dict[str, Any]]] = {
        "code": (
            "Three capitals and three digits, never used again.",
            {"type": "string", "pattern": "^[A-Z]{3}\\d{3}$"},
        ),
        "name": ("The file's name.", {"type": "string", "pattern": "^[a-z0-9-]+$"}),
        "severity": ("error: nearly always right; warning: usually; note: off.", {"enum": list(SEVERITIES)}),
        "summary": ("What it finds, in one sentence.", _WORD),
        "flag": (f"The kind of fact, or text. {about_kinds}", {"enum": ["text", *FLAGS]}),
        "where": ("All of these hold.", _CONDITION),
        "unless": ("None of these holds.", _CONDITION),
        "together": ("The attribute whose values part the facts into groups; article for one group.", _WORD),
        "value": ("The attribute that the members of a group are compared by.", _WORD),
        "report": ("Which members of a group are flagged.", {"enum": list(REPORTS)}),
        "pattern": ("For flag: text, a regular expression; a group named flag is the place.", _WORD),
        "parts": (
            "For flag: text, short patterns by name, which the pattern calls: (?&name) is any of the list.",
            {"type": "object", "additionalProperties": _WORDS},
        ),
        "in": (f"Where it may stand: {', '.join(PLACES)}.", _WORDS),
        "needs": ("For flag: text, words of which the article must have one for the pattern to be tried.", _WORDS),
        "options": ("Thresholds by name, that $name in a matcher stands for.", {"type": "object"}),
        "related": (
            "Attributes whose facts become related places, with their messages.",
            {"type": "object", "additionalProperties": _WORD},
        ),
        "message": ("What is wrong; {attribute} is filled in.", _WORD),
        "help": ("What to do.", _WORD),
        "why": ("What it costs a reader, and what the handbooks say.", _WORD),
        "flagged": ("Articles with [[ ]] around what is flagged.", examples),
        "passed": ("Near misses, in which nothing is flagged.", examples),
        "style": (
            "The house's choices for which the examples are written.",
            {"type": "object", "additionalProperties": _WORD},
        ),
        "fix": (
            "What would mend a finding. safe: it can be done unseen. replace: what comes in the place of the flagged "
            "words, or of facts by attribute; nothing for words that go. swap: one attribute in the place of another.",
            _FIX,
        ),
        "known_gaps": (
            "What it gets wrong today.",
            {"type": "array", "items": {**gap, "properties": {"text": _WORD, "why": _WORD}}},
        ),
    }
    return {
        "$schema": _DRAFT,
        "title": "A rule of factlint",
        "type": "object",
        "required": list(REQUIRED),
        "additionalProperties": False,
        "properties": {key: {"description": about, **form} for key, (about, form) in properties.items()},
        "allOf": [_conditions_of(kind) for kind in FLAGS],
        "$defs": {
            "condition": {"type": "object", "properties": _COMBINED, "additionalProperties": _MATCHER},
            **{f"condition-{kind}": _condition(kind, about) for kind, about in known.items()},
            "matcher": {
                "anyOf": [
                    {"type": ["string", "number", "boolean", "null"]},
                    {"type": "array", "minItems": 1, "items": _MATCHER},
                    {
                        "type": "object",
                        "minProperties": 1,
                        "properties": {
                            name: {"description": matcher.about, **_ARGUMENTS[matcher.takes]}
                            for name, matcher in MATCHERS.items()
                        }
                        | {name: {"description": comparing.about, **_WORD} for name, comparing in COMPARISONS.items()}
                        | {name: {"description": asks.about, **_CONDITION} for name, asks in QUANTIFIERS.items()},
                        "additionalProperties": False,
                    },
                ]
            },
        },
    }


def _conditions_of(kind: str) -> dict[str, Any]:
    """What the conditions of a rule about one kind of fact are."""
    here = {"$ref": f"#/$defs/condition-{kind}"}
    grouped = {path: {"description": about, **_MATCHER} for path, about in _GROUPS.items()}
    where = {**here, "properties": grouped}
    return {
        "if": {"properties": {"flag": {"const": kind}}},
        "then": {"properties": {"where": where, "unless": here}},
    }


def _condition(kind: str, attributes: dict[str, str]) -> dict[str, Any]:
    """A condition on the attributes of a kind; what a dotted path leads to is checked by the loader."""
    here = {"$ref": f"#/$defs/condition-{kind}"}
    back = {name: f"Every {source} that belongs to it." for name, (source, _) in links_to(FLAGS[kind]).items()}
    attributes = attributes | back
    parts = "|".join((*attributes, ARTICLE))
    return {
        "type": "object",
        "properties": {
            **{name: {"description": about, **_MATCHER} for name, about in attributes.items()},
            "any": {"type": "array", "minItems": 1, "items": here},
            "all": {"type": "array", "minItems": 1, "items": here},
            "not": here,
            "in": _PLACES,
        },
        "patternProperties": {f"^(?:{parts})\\.": _MATCHER},
        "propertyNames": {"pattern": f"^(?:(?:{parts})(?:\\..+)?|any|all|not|in|{'|'.join(map(re.escape, _GROUPS))})$"},
    }


def _attributes() -> dict[str, dict[str, str]]:
    """The attributes of every kind that can be flagged, each with what it is."""
    known = {kind.name: kind.attributes for kind in kinds()}
    return known | {kind: documented(fact) for kind, fact in FLAGS.items() if kind not in known}


def files() -> dict[Path, str]:
    """The schemas as their files have them."""
    schemas = {"factlint.schema.json": config_schema(), "rule.schema.json": rule_schema()}
    return {RULES / name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()}


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
