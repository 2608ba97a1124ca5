"""What git knows of articles: the lines that have changed since a revision, and what is staged."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache

Ranges = list[tuple[int, int]]

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_NAMED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_LAST = "HEAD"
#: For files that git does not know: every line is new.
EVERY_LINE: Ranges = [(1, 1 << 60)]


class GitError(Exception):
    """What git refused to do, as a sentence."""


def git(*arguments: str, folder: str = ".") -> bytes:
    """What a git command prints; raises GitError."""
    command = ["git", "-C", folder, "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        raise GitError("git is not installed, or not on the path.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise GitError(said.removeprefix("fatal: ").rstrip(".") + ".")
    return done.stdout


def top_of(folder: str) -> str:
    """The top folder of the repository that a folder lies in; raises GitError."""
    try:
        return os.fsdecode(git("rev-parse", "--show-toplevel", folder=folder or ".").rstrip(b"\r\n"))
    except GitError as error:
        if "not a git repository" in str(error):
            raise GitError("this is no git repository.") from None
        raise


@cache
def repository_above(folder: str) -> str:
    """The nearest folder, from an absolute one upward, that has a .git; the topmost where there is none."""
    parent = os.path.dirname(folder)
    if parent == folder or os.path.exists(os.path.join(folder, ".git")):
        return folder
    return repository_above(parent)


def changed_lines(top: str, revision: str | None) -> dict[str, Ranges]:
    """The lines, first and last, that are other or new since a revision, by real path; of new files all.

    Without a revision: what is staged, against what was committed last. Raises GitError.
    """
    if revision is None:
        since = ["--cached"]
        if not _exists(top, "HEAD"):
            since += [_empty_tree(top)]
    else:
        since = [_since(top, revision)]
    options = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "-M", "--text"]
    prefixes = ["--src-prefix=a/", "--dst-prefix=b/"]
    changed = dict(_changes(git("diff", *options, *prefixes, *since, "--", folder=top), top))
    if revision is not None:
        others = git("ls-files", "--others", "--exclude-standard", "-z", folder=top)
        # A link has no lines of its own: what it leads to is known to git, or not, by itself.
        new = (name for name in others.split(b"\0") if name and not _is_link(top, name))
        changed.update({_place(top, name): EVERY_LINE for name in new})
    return changed


def _since(top: str, revision: str) -> str:
    """What to compare a repository with; raises GitError where there is no such revision.

    Of a submodule it is the commit that its parent has for it in that revision.
    """
    if revision.startswith("-"):
        raise GitError(f"git knows no revision “{revision}”.")
    parent = os.fsdecode(git("rev-parse", "--show-superproject-working-tree", folder=top).rstrip(b"\r\n"))
    if parent:
        name = os.path.relpath(os.path.realpath(top), os.path.realpath(parent)).replace(os.sep, "/")
        try:
            commit = git("rev-parse", "--verify", "--quiet", f"{_since(parent, revision)}:{name}", folder=parent)
        except GitError:
            if not _exists(parent, revision) and revision != _LAST:
                raise
            return _empty_tree(top)
        return commit.decode().strip()
    if _exists(top, revision):
        return revision
    if revision == _LAST:  # nothing has been committed yet
        return _empty_tree(top)
    raise GitError(f"git knows no revision “{revision}”.")


def staged_files(top: str) -> list[str]:
    """The files, real paths, that the next commit adds or changes."""
    since = [] if _exists(top, "HEAD") else [_empty_tree(top)]
    names = git("diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT", *since, "--", folder=top)
    return [_place(top, name) for name in names.split(b"\0") if name and not _is_link(top, name)]


def staged_bytes(top: str, place: str) -> bytes:
    """A file as the next commit has it; raises GitError where it has none."""
    name = os.path.relpath(os.path.realpath(place), os.path.realpath(top)).replace(os.sep, "/")
    return git("show", f":{name}", folder=top)


def _exists(top: str, revision: str) -> bool:
    try:
        git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", folder=top)
    except GitError:
        return False
    return True


def _empty_tree(top: str) -> str:
    return git("hash-object", "-t", "tree", os.devnull, folder=top).decode().strip()


def _place(top: str, name: bytes) -> str:
    return os.path.realpath(os.path.join(top, os.fsdecode(name)))


def _is_link(top: str, name: bytes) -> bool:
    return os.path.islink(os.path.join(top, os.fsdecode(name)))


def _changes(diff: bytes, top: str) -> Iterator[tuple[str, Ranges]]:
    """The changed lines of each file of a diff without context."""
    ranges: Ranges = []
    left = 0
    for line in diff.split(b"\n"):
        if left and line[:1] in (b"+", b"-", b"\\"):
            left -= line[:1] != b"\\"
            continue
        if line.startswith(b"+++ "):
            name = _unquoted(line[4:].rstrip(b"\t"))
            ranges = []
            name = name.removeprefix(b"b/")
            if name != b"/dev/null" and not _is_link(top, name):
                yield _place(top, name), ranges
        elif match := _HUNK.match(line):
            first, count = int(match[1]), int(match[2] or 1)
            left = count + _removed(line)
            # Where lines only went, what now stands on either side of them has changed its neighbour.
            ranges.append((first, first + count - 1) if count else (max(1, first), first + 1))


def _removed(hunk: bytes) -> int:
    old = hunk.split(b" ")[1]
    return int(old.partition(b",")[2] or 1)


def _unquoted(name: bytes) -> bytes:
    """A path as it is, where git has put it in quotation marks for its odd characters."""
    if not name.startswith(b'"'):
        return name

    def character(match: re.Match[bytes]) -> bytes:
        code = match[1]
        return bytes([int(code, 8)]) if code.isdigit() else _NAMED.get(code, code)

    return _ESCAPE.sub(character, name[1:-1])
