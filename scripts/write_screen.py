"""Writes what `factlint check story.txt` prints of the article on the page for copy editors into that page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "copy-editor.md"
STORY = re.compile(r"(?<=```text\n).*?(?=```)", re.DOTALL)
SCREEN = re.compile(
    r"(?<=<!-- screen: written by scripts/write_screen\.py -->\n).*?(?=<!-- end of screen -->)", re.DOTALL
)


def screen(page: str) -> str:
    """The command, and all that it prints of the first article that the page shows."""
    (story,) = STORY.findall(page)[:1]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "story.txt").write_text(story, encoding="utf-8")
        command = ["factlint", "check", "story.txt"]
        done = subprocess.run(
            [sys.executable, "-m", *command, "--format", "full", "--color", "never", "--no-cache"],
            cwd=folder,
            env={**os.environ, "COLUMNS": "100"},
            capture_output=True,
            text=True,
            check=False,
        )
    return f"```\n$ {' '.join(command)}\n{done.stdout.rstrip()}\n\n{done.stderr.strip()}\n```\n"


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(SCREEN.sub(lambda _: screen(text), text), encoding="utf-8")
