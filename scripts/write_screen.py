"""Writes what `factlint check seeds/` prints into the page for copy editors: its first findings and its last line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
PAGE = CHECKOUT / "docs" / "copy-editor.md"
SCREEN = re.compile(
    r"(?<=<!-- screen: written by scripts/write_screen\.py -->\n).*?(?=<!-- end of screen -->)", re.DOTALL
)
SHOWN = 6


def screen() -> str:
    """The command, its first findings, and its summary."""
    command = ["factlint", "check", "seeds/"]
    done = subprocess.run(
        [sys.executable, "-m", *command, "--format", "full", "--color", "never"],
        cwd=CHECKOUT,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    findings = re.split(r"\n\n(?=\S)", done.stdout.rstrip())
    shown = findings[:SHOWN] + [f"… and {len(findings) - SHOWN} more"] * (len(findings) > SHOWN)
    blocks = "\n\n".join(shown)
    return f"```\n$ {' '.join(command)}\n{blocks}\n\n{done.stderr.strip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(SCREEN.sub(lambda _: screen(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
