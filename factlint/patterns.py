"""Compiled patterns kept between runs: compiling a hundred of them takes longer than reading an article with them.

The standard library keeps no compiled pattern, so this stands in for its compiler, where that is the one it knows:
what the compiler makes of a pattern is plain numbers, which `_sre` takes, and checks, as well the second time. Anything
unexpected falls back to compiling.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from importlib import import_module
from typing import Any

from factlint.store import cache_folder, put

_sre: Any = import_module("_sre")

#: The most patterns to keep; a run uses a few hundred.
_MOST = 5_000

Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class PatternCache:
    """Stands in for `re`'s compiler between `start` and `stop`."""

    def __init__(self) -> None:
        self._path = os.path.join(cache_folder(), f"patterns-{sys.implementation.cache_tag}.bin")
        self._stamp = (sys.version, _sre.MAGIC)
        self._kept: dict[tuple[str, int], Made] = {}
        self._new = 0
        self._compiler: Any = None
        self._compile: Any = None

    def start(self) -> None:
        """Looks kept patterns up from now on."""
        self._compiler = getattr(re, "_compiler", None)
        if self._compiler is None or not hasattr(self._compiler, "_code"):
            self._compiler = None
            return
        try:
            with open(self._path, "rb") as file:
                stamp, kept = marshal.loads(file.read())
            if stamp == self._stamp:
                self._kept = kept
        except (OSError, ValueError, EOFError, TypeError):
            pass
        self._compile = self._compiler.compile
        self._compiler.compile = self.compile

    def stop(self) -> None:
        """Gives the compiler back, and keeps what was new."""
        if self._compiler is None:
            return
        self._compiler.compile = self._compile
        if self._new and len(self._kept) <= _MOST:
            put(self._path, marshal.dumps((self._stamp, self._kept)))

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """What `re._compiler.compile` does."""
        if not isinstance(pattern, str):
            return self._compile(pattern, flags)
        key = (pattern, int(flags))
        made = self._kept.get(key)
        try:
            if made is None:
                made = self._kept[key] = self._made(pattern, flags)
                self._new += 1
            code = memoryview(made[1]).cast("I").tolist()
            return _sre.compile(pattern, made[0], code, made[2], made[3], made[4])
        except re.error:
            raise
        except Exception:
            self._kept.pop(key, None)
            return self._compile(pattern, flags)

    def _made(self, pattern: str, flags: int) -> Made:
        """The compiler's own steps, up to the numbers."""
        compiler = self._compiler
        parsed = compiler._parser.parse(pattern, flags)
        code = compiler._code(parsed, flags)
        names: dict[str, int] = parsed.state.groupdict
        groups: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            groups[number] = name
        from array import array

        return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, names, tuple(groups)
