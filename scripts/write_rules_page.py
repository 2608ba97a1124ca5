"""Writes rules/README.md, the page that lists all rules, from the rules."""

from __future__ import annotations

from pathlib import Path

from factlint.lint.rulebook import load_rulebook
from factlint.report.rules import as_index

RULES = Path(__file__).parent.parent / "rules"


def page() -> str:
    """The page as its file has it."""
    return as_index(load_rulebook([RULES]).rules)


if __name__ == "__main__":
    (RULES / "README.md").write_text(page(), encoding="utf-8")
