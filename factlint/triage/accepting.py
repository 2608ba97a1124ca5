"""Findings → lines of factlint-accepted.yml, with who accepted them, when and why."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from factlint.triage.accepted import ATTRIBUTES, NAME, Acceptance, file_for, read_accepted, write_accepted
from factlint.triage.entries import Known
from factlint.triage.git import GitError, git

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.lint.findings import Finding
    from factlint.run import Result

_LONGEST = 80  # characters of what was flagged


def git_name() -> str:
    """What git calls the user, or nothing."""
    try:
        return git("config", "user.name").decode("utf-8", "replace").strip()
    except GitError:
        return ""


def file_to_write(settings: Settings, place: str) -> str:
    """The file of entries that holds for an article; beside its configuration where there is none yet."""
    return file_for(settings, place) or os.path.join(settings.base or os.getcwd(), NAME)


def accept_findings(
    file: str, result: Result, place: str, found: Iterable[Finding], by: str, reason: str, *, anew: bool = True
) -> str | None:
    """Adds findings to a file of entries, which is made where it is missing.

    Where a finding is accepted already, its entry is written anew, or, without `anew`, left to whoever gave it.

    Gives the file in which git was told to merge entries line by line, where it had to be. Raises ProblemsError where
    the file of entries is wrong, OSError where it cannot be written.
    """
    known = read_accepted(file) if os.path.isfile(file) else Known[Acceptance](os.path.dirname(file), ())
    path, today = known.relative(place), date.today().isoformat()
    entries = {(entry.file, entry.code, entry.sentence): entry for entry in known.entries}
    for finding in found:
        if not anew and (path, finding.code, finding.sentence) in entries:
            continue
        words = " ".join(result.source[finding.start : finding.end].split())[:_LONGEST]
        entries[path, finding.code, finding.sentence] = Acceptance(
            finding.code, finding.sentence, path, words, " ".join(by.split()), today, " ".join(reason.split())
        )
    write_accepted(file, entries.values())
    return _merge_by_lines(os.path.dirname(file))


def _merge_by_lines(folder: str) -> str | None:
    """Tells git, within a repository, to take both sides' lines when two people have accepted something."""
    try:
        if b": union" in git("check-attr", "merge", "--", NAME, folder=folder):
            return None
    except GitError:
        return None
    file = os.path.join(folder, ".gitattributes")
    before = ""
    if os.path.exists(file):
        with open(file, encoding="utf-8", errors="surrogateescape") as stream:
            before = stream.read()
    with open(file, "a", encoding="utf-8", newline="\n") as stream:
        stream.write(("\n" if before and not before.endswith("\n") else "") + ATTRIBUTES)
    return os.path.relpath(file)
