"""What git ignores: each answer is git's own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factlint.read.gitignore import Ignored

PATHS = (
    "a.txt", "b.md", "draft.txt", "draft-2.txt", "x/draft.txt", "x/a.txt", "x/y/a.txt", "x/y/z.md", "build/a.txt",
    "x/build/a.txt", "logs/1.txt", "logs/keep.txt", "[odd].txt", "sp ace.txt", "#hash.txt", "!bang.txt", "A.txt",
)  # fmt: skip

PATTERNS = (
    "draft.txt", "/draft.txt", "*.md", "build/", "/build", "x/*.txt", "x/**/*.txt", "**/a.txt", "x/**",
    "logs/*\n!logs/keep.txt",
    "logs/\n!logs/keep.txt", "draft?2.txt", "[ab].*", "[!ab].txt", "\\#hash.txt", "\\!bang.txt", "*.txt\n!a.txt",
    "# comment\n\n",
    "\\[odd\\].txt", "sp\\ ace.txt", "a.txt   ", "x/y", "y/", "**/build/", "draft*", "*", "*\n!*/\n!x/a.txt",
    "[a-c].[mt]*",
    "/x/y/../a.txt", "x/y/**/z.md", "a.txt/",
)  # fmt: skip


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("place", ["", "x"])
def test_the_answer_is_that_of_git(tmp_path: Path, pattern: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for path in PATHS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("A word.")
    (tmp_path / place / ".gitignore").write_text(pattern + "\n")
    asked = "\0".join(PATHS).encode()
    done = subprocess.run(
        ["git", "-C", str(tmp_path), "check-ignore", "--no-index", "-z", "--stdin"], input=asked, capture_output=True,
        check=False,
    )  # fmt: skip
    expected = set(filter(None, done.stdout.decode().split("\0")))
    monkeypatch.chdir(tmp_path)
    ignored = Ignored()
    assert {path for path in PATHS if ignored.why(path, False)} == expected
