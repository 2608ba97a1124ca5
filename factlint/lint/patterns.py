"""The pattern of a text rule and its parts: short patterns by name, which it calls as `(?&name)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from factlint.lexicon import Lexicon
from factlint.lint.conditions import Path, no_list, type_name
from factlint.lint.text import compile_pattern

_CALL = re.compile(r"\(\?&(\w[\w-]*)\)")
_LIST = re.compile(r"\\L<([\w-]+)>")
#: What every match has, which no group of a pattern may take the place of.
_OWN_NAMES = ("start", "end", "text")
_LONGEST = 20_000


def joined(pattern: str, parts: Mapping[str, Sequence[str]]) -> str:
    """The pattern with each call as a group of what the part may be; a part may call those above it.

    What is called and is no part stands as it is written: the regex module calls groups in the same way.
    """
    written: dict[str, str] = {}

    def fill(source: str) -> str:
        return _CALL.sub(lambda call: written.get(call.group(1), call.group()), source)

    for name, entries in parts.items():
        written[name] = f"(?:{'|'.join(map(fill, entries))})"
    return fill(pattern)


class PatternChecker:
    """Reads a pattern and its parts as a file has them; tells `wrong` of each mistake, with the keys that lead to it.

    A `timed` pattern is one of a user, see `compile_pattern`.
    """

    def __init__(
        self, pattern: Any, parts: Any, lexicon: Lexicon, timed: bool, wrong: Callable[[Path, str], None]
    ) -> None:
        self._pattern = pattern
        self._named = parts
        self._lexicon = lexicon
        self._timed = timed
        self._wrong = wrong
        self._parts: dict[str, dict[Path, Any]] = {}
        for name, entries in parts.items() if isinstance(parts, dict) else ():
            listed = isinstance(entries, list) and entries
            self._parts[name] = (
                {("parts", name, number): entry for number, entry in enumerate(entries)}
                if listed
                else {("parts", name): entries}
            )

    @property
    def whole(self) -> str | None:
        """The pattern with its parts, or None where either is not what it must be."""
        entries = [entry for part in self._parts.values() for entry in part.values()]
        if not all(isinstance(text, str) for text in (self._pattern, *entries)):
            return None
        return self._joined(self._pattern, self._parts)

    def check(self) -> None:
        """Tells of whatever cannot be."""
        whole = self.whole
        if not self._are_parts() or whole is None or not self._knows_lists():
            return
        if len(whole) > _LONGEST:
            self._wrong(("pattern",), f"A pattern has at most {_LONGEST:,} characters; this one is longer.")
            return
        try:
            compiled = self._compiled(whole)
        except Exception as error:
            at, said = self._broken() or (("pattern",), error)
            self._wrong(at, f"The pattern does not compile: {said}.")
            return
        for name in compiled.groupindex:
            if name in _OWN_NAMES or name.startswith("_"):
                self._wrong(("pattern",), f"A group cannot be called “{name}”: a match has a {name} of its own.")

    def _are_parts(self) -> bool:
        """Whether the parts are patterns, each called, and none before it stands there."""
        if self._named is not None and not isinstance(self._named, dict):
            what = f"parts must be a mapping of names to patterns, not {type_name(self._named)}."
            self._wrong(("parts",), what)
            return False
        right = True
        above: set[str] = set()
        called = set(_CALL.findall(str(self._pattern)))
        for name, part in self._parts.items():
            for at, entry in part.items():
                said = ""
                if not isinstance(entry, str) or not entry:
                    said = "A part is a pattern or a list of patterns."
                elif late := [one for one in _CALL.findall(entry) if one in self._parts and one not in above]:
                    said = f"A part calls those above it; “{late[0]}” is not."
                if said:
                    self._wrong(at, said)
                    right = False
                called.update(_CALL.findall(str(entry)))
            above.add(name)
        for name in self._parts.keys() - called:
            self._wrong(("parts", "key", name), f"The part “{name}” is called nowhere: write (?&{name}).")
        return right

    def _knows_lists(self) -> bool:
        right = True
        for part in ({("pattern",): self._pattern}, *self._parts.values()):
            for at, piece in part.items():
                for name in _LIST.findall(piece):
                    if name not in self._lexicon:
                        self._wrong(at, no_list(name, self._lexicon))
                        right = False
        return right

    def _broken(self) -> tuple[Path, Exception] | None:
        """The first part that does not compile by itself, with what is wrong with it."""
        above: dict[str, dict[Path, Any]] = {}
        for name, part in self._parts.items():
            for at, piece in part.items():
                try:
                    self._compiled(self._joined(piece, above))
                except Exception as error:
                    return at, error
            above[name] = part
        return None

    def _compiled(self, pattern: str) -> Any:
        return compile_pattern(pattern, self._lexicon, timed=self._timed)

    def _joined(self, pattern: str, parts: Mapping[str, Mapping[Path, str]]) -> str:
        return joined(pattern, {name: list(part.values()) for name, part in parts.items()})
