"""Findings kept between runs: an article that has not changed, under rules that have not, is not checked again."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint import __version__
from factlint.digest import blake2b
from factlint.lazy import cached_property
from factlint.state import content_of, files_below, stamp_of
from factlint.store import cache_folder, read_ours, write_ours

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.lint.findings import Finding, Fix
    from factlint.run import Job, Plan

#: The most articles whose findings are kept for one set of rules; the oldest go first.
_MOST = 5_000

_PACKAGE = os.path.dirname(__file__)
_IDLE = frozenset({"exclude", "gitignore", "base", "origins", "parts"})


class Kept:
    """The findings of earlier runs under the same rules, settings and code; a change in any of them forgets all.

    The file is a line that tells what all follows from, a line with a digest of the rest, and a line an article.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names = [name_of(settings) for settings in plan.settings]
        way = json.dumps([sorted(self._names), plan.format, plan.encoding, plan.limit])
        folder = cache_folder([os.curdir, *(settings.base for settings in plan.settings if settings.base)])
        self._path = None if folder is None else os.path.join(folder, f"findings-{_digest(way.encode())}.txt")
        self._new: dict[str, str] = {}

    def name(self, job: Job, raw: bytes) -> str:
        """What the findings about a file are kept under: its content, its suffix, and the settings for it."""
        suffix = os.path.splitext(job.file.path)[1].lower()
        return _digest(raw, suffix.encode("utf-8", "replace"), self._names[job.settings].encode("utf-8", "replace"))

    def get(self, name: str, path: str) -> tuple[Finding, ...] | None:
        """The findings, as about a file of this path, or None where they are not known."""
        line = self._new.get(name) or self._lines.get(name)
        if line is None:
            return None
        from factlint.lint.findings import Finding, Related

        rows = json.loads(line)
        return tuple(
            Finding._make((path, *row[:-3], tuple(map(Related._make, row[-3])), row[-2], _fix(row[-1]))) for row in rows
        )

    def add(self, name: str, findings: tuple[Finding, ...]) -> None:
        """Keeps findings, in memory until `write`."""
        rows = [(*finding[1:-3], finding.related, finding.sentence, finding.fix) for finding in findings]
        self._new[name] = json.dumps(rows)
        if len(self._new) > _MOST:
            del self._new[next(iter(self._new))]

    def write(self) -> None:
        """Writes what is new, together with what another run may have written meanwhile."""
        if self._new and self._path is not None and self._state is not None:
            lines = {**self._read(), **self._new}
            rows = [f"{name}\t{lines[name]}" for name in list(lines)[-_MOST:]]
            body = "\n".join(rows).encode()
            head = json.dumps([*self._state, _content()])
            write_ours(self._path, f"{head}\n{_digest(body)}\n".encode() + body)
            self._new = {}

    @cached_property
    def _lines(self) -> dict[str, str]:
        return self._read()

    @cached_property
    def _state(self) -> tuple[str, str] | None:
        """The state of everything but the articles that findings follow from; None where it cannot be told."""
        try:
            return _code_stamp(), content_of(self._rule_files())
        except OSError:
            return None

    def _rule_files(self) -> list[str]:
        """The users' own rules and lists; the product's are part of the code."""
        folders = sorted({os.path.abspath(folder) for settings in self._plan.settings for folder in settings.folders})
        return [path for folder in folders for path in files_below(folder, (".yml", ".yaml", ".txt"))]

    def _read(self) -> dict[str, str]:
        """What the file holds; nothing where it is missing, damaged, or about other code or rules."""
        if self._path is None or self._state is None:
            return {}
        raw = read_ours(self._path)
        if raw is None:
            return {}
        head, _, rest = raw.partition(b"\n")
        digest, _, body = rest.partition(b"\n")
        try:
            code, rules, content = json.loads(head)
            if digest.decode() != _digest(body) or rules != self._state[1]:
                return {}
            if code != self._state[0] and content != _content():
                return {}
            return dict(line.split("\t", 1) for line in body.decode().split("\n") if line)
        except (ValueError, TypeError):
            return {}


def _fix(row: Any) -> Fix | None:
    from factlint.lint.findings import Edit, Fix

    return None if row is None else Fix(row[0], tuple(map(Edit._make, row[1])))


def _sources() -> list[str]:
    """The product's code, rules and lists."""
    mine = files_below(_PACKAGE, (".py", ".so", ".pyd", ".yml", ".yaml", ".txt"))
    beside = os.path.join(os.path.dirname(_PACKAGE), "rules")
    in_checkout = not os.path.isdir(os.path.join(_PACKAGE, "rules"))
    return [*mine, *(files_below(beside, (".yml", ".yaml", ".txt")) if in_checkout else ())]


@lru_cache(maxsize=1)
def _code_stamp() -> str:
    """Sizes and times of the product's files."""
    import sys

    return _digest(__version__.encode(), sys.version.encode(), stamp_of(_sources()).encode())


@lru_cache(maxsize=1)
def _content() -> str:
    """The bytes of the product's files: the same after another installation of the same."""
    import sys

    return _digest(__version__.encode(), sys.version.encode(), content_of(_sources(), _PACKAGE).encode())


def _digest(*parts: bytes) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def name_of(settings: Settings) -> str:
    """All of the settings that bears on findings; what they come from, and which files they leave out, does not."""
    plain = {name: value for name, value in settings._asdict().items() if name not in _IDLE}
    plain["words"] = [(word.list, word.entry, word.label, word.added) for word in settings.words]
    plain["folders"] = [os.path.abspath(folder) for folder in settings.folders]
    return json.dumps(plain, sort_keys=True, default=_listed)


def _listed(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, (set, frozenset)) else str(value)
