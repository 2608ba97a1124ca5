"""Findings' fixes → an article with them done: again and again, until nothing is left that can be mended."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from factlint.read.decode import ReadError, encode
from factlint.record import NamedTuple
from factlint.run import read_bytes

if TYPE_CHECKING:
    from factlint.lint.findings import Edit, Finding, Fix
    from factlint.run import Job, Result

#: One fix can make room for the next; no article needs as many turns as this.
_MOST_TURNS = 200

Check = Callable[["Job"], "Result"]


class Mended(NamedTuple):
    """An article after its fixes.

    result: what is found in it now.
    before: the text as it was.
    raw: its bytes now, or None where nothing was changed.
    fixed: how many fixes were done.
    trouble: why it could not be mended, one sentence without the path, or None.
    """

    result: Result
    before: str
    raw: bytes | None = None
    fixed: int = 0
    trouble: str | None = None


def mended(job: Job, result: Result, check: Check, encoding: str | None, unsafe: bool) -> Mended:
    """The article with every fix done that is safe, or all with `unsafe`; `check` finds what is left to be told."""
    before, fixed = result.source, 0
    if not any(_fixes(result.findings, unsafe)):
        return Mended(result, before)
    try:
        first = raw = job.raw if job.raw is not None else read_bytes(job.file.place)
        if encode(before, raw, encoding) != raw:
            return Mended(result, before, trouble="it is no plain text that could be mended")
        seen = {before}
        for _ in range(_MOST_TURNS):
            text, done = applied(result.source, _fixes(result.findings, unsafe))
            if not done or text in seen:
                break
            seen.add(text)
            raw = encode(text, first, encoding)
            result, fixed = check(job._replace(raw=raw)), fixed + done
            if result.trouble is not None:
                return Mended(result, before, trouble=result.trouble)
    except (OSError, ReadError) as error:
        return Mended(result, before, trouble=f"it could not be mended: {error}")
    return Mended(result, before, raw if raw != first else None, fixed)


def _fixes(findings: Iterable[Finding], unsafe: bool) -> Iterator[Fix]:
    return (finding.fix for finding in findings if finding.fix and (finding.fix.safe or unsafe))


def applied(source: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The text with fixes done, and how many; of two that want the same place the later waits."""
    edits, done = agreed(fixes)
    for edit in reversed(edits):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source, done


def agreed(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """The edits of those fixes that can be done together, in order of place, and how many fixes those are."""
    taken: list[Edit] = []
    done = 0
    for fix in fixes:
        if not any(_meet(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
            done += 1
    return sorted(taken), done


def _meet(one: Edit, two: Edit) -> bool:
    return one.start <= two.end and two.start <= one.end


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff, as patch and git take it."""
    import difflib

    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    for line in difflib.unified_diff(old, new, path, path):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def write_back(job: Job, raw: bytes) -> None:
    """Puts the article in its place whole, or leaves it as it is; raises OSError."""
    from factlint.store import put_whole

    put_whole(os.fspath(job.file.place), raw)
