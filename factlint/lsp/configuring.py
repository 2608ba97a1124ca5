"""A word more in a configuration file, with everything else in it, comments too, as it was."""

from __future__ import annotations

import json
import os
import re
from typing import Any

from factlint.store import put_whole

_PLAIN = re.compile(r"[^\W\d_](?:[\w .’'-]*\w)?")
_HEADER = re.compile(r"^\[tool\.factlint\][^\n]*\n", re.MULTILINE)
_TABLE = re.compile(r"^\[", re.MULTILINE)

Keys = tuple[str, ...]


class NotWrittenError(Exception):
    """A configuration that cannot be changed without a person's look at it."""


def add_to_file(file: str, keys: Keys, entry: str) -> None:
    """Adds an entry to the list under some keys; makes the file where it is missing.

    Raises NotWrittenError where the file's form is one that it would not stay right in, OSError where it cannot be
    written.
    """
    text = ""
    if os.path.exists(file):
        with open(file, encoding="utf-8", newline="") as stream:
            text = stream.read()
    put_whole(file, with_entry(text, file, keys, entry).encode())


def with_entry(text: str, file: str, keys: Keys, entry: str) -> str:
    """The text of a configuration with an entry more; raises NotWrittenError."""
    toml = file.endswith(".toml")
    read = _read_toml if toml else _read_yaml
    try:
        before = read(text)
        if entry in _list_at(before, keys):
            return text
        changed = _in_toml(text, keys, entry) if toml else _in_yaml(text, keys, entry)
        after = read(changed)
    except (ValueError, AttributeError, TypeError) as error:
        raise NotWrittenError from error
    if not _same(after, _added(before, keys, entry)):
        raise NotWrittenError
    return changed


# ------------------------------------------------------------------------------------------------------ YAML


def _read_yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        raise ValueError from error


def _in_yaml(text: str, keys: Keys, entry: str) -> str:
    import yaml

    newline = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text)
    if root is None:
        return _ended(text, newline) + _block(keys, entry, newline)
    node, indent = root, ""
    for number, key in enumerate(keys):
        pair = next(((k, v) for k, v in node.value if k.value == key), None)
        if pair is None:
            return _with_key(text, node, indent, keys[number:], entry, newline)
        name, node = pair
        if node.tag == "tag:yaml.org,2002:null":
            return _spliced(text, name.end_mark.index + 1, " " + _flow(keys[number + 1 :], entry))
        indent = " " * node.start_mark.column
    if not isinstance(node, yaml.SequenceNode):
        value = text[node.start_mark.index : node.end_mark.index]
        return _spliced(text, node.start_mark.index, f"[{value}, {_quoted(entry)}]", len(value))
    if node.flow_style:
        last = node.value[-1].end_mark.index if node.value else node.start_mark.index + 1
        return _spliced(text, last, (", " if node.value else "") + _quoted(entry))
    return _spliced(text, node.value[-1].end_mark.index, f"{newline}{indent}- {_quoted(entry)}")


def _with_key(text: str, node: Any, indent: str, keys: Keys, entry: str, newline: str) -> str:
    """The text with a key more in a mapping: at the end of the file, or before the mapping's first."""
    if node.flow_style:
        more = ", " if node.value else ""
        return _spliced(text, node.start_mark.index + 1, f"{keys[0]}: {_flow(keys[1:], entry)}{more}")
    if not indent:
        return _ended(text, newline) + _block(keys, entry, newline)
    return _spliced(text, node.start_mark.index, f"{keys[0]}: {_flow(keys[1:], entry)}{newline}{indent}")


def _block(keys: Keys, entry: str, newline: str) -> str:
    rows = [f"{'  ' * number}{key}:" for number, key in enumerate(keys)]
    return newline.join(rows) + f" [{_quoted(entry)}]{newline}"


def _flow(keys: Keys, entry: str) -> str:
    return "".join(f"{{{key}: " for key in keys) + f"[{_quoted(entry)}]" + "}" * len(keys)


def _quoted(entry: str) -> str:
    plain = _PLAIN.fullmatch(entry) is not None and _read_yaml(f"[{entry}]") == [entry]
    return entry if plain else json.dumps(entry, ensure_ascii=False)


# ------------------------------------------------------------------------------------------------------ TOML


def _read_toml(text: str) -> Any:
    import tomllib

    tool: Any = tomllib.loads(text).get("tool", {}).get("factlint", {})
    return tool


def _in_toml(text: str, keys: Keys, entry: str) -> str:
    header = _HEADER.search(text)
    if header is None:
        raise ValueError("no table")
    following = _TABLE.search(text, header.end())
    end = following.start() if following else len(text)
    key = ".".join(keys)
    word = json.dumps(entry, ensure_ascii=False)
    there = re.compile(rf"^{re.escape(key)}\s*=\s*\[", re.MULTILINE).search(text, header.end(), end)
    if there is None:
        return _spliced(text, header.end(), f"{key} = [{word}]\n")
    empty = text[there.end() :].lstrip().startswith("]")
    return _spliced(text, there.end(), word + ("" if empty else ", "))


# ------------------------------------------------------------------------------------------------------ both


def _spliced(text: str, at: int, words: str, gone: int = 0) -> str:
    return text[:at] + words + text[at + gone :]


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline


def _list_at(data: Any, keys: Keys) -> list[Any]:
    for key in keys:
        data = (data or {}).get(key)
    if isinstance(data, dict):
        raise NotWrittenError
    return data if isinstance(data, list) else [] if data is None else [data]


def _added(data: Any, keys: Keys, entry: str) -> Any:
    """The data as they should be."""
    if not keys:
        return [*(data if isinstance(data, list) else [] if data is None else [data]), entry]
    return {**(data or {}), keys[0]: _added((data or {}).get(keys[0]), keys[1:], entry)}


def _same(one: Any, other: Any) -> bool:
    """Whether data are alike, whatever the order within lists."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return bool(one == other)
