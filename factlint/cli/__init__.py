"""The command line: options in, exit status out."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)


@app.callback()
def root() -> None:
    """A linter for the facts inside one news article."""


@app.command()
def facts(paths: Annotated[list[Path], typer.Argument()], format: str = "jsonl") -> None:
    """Print what the rules look at."""
    from factlint.facts.annotate import Facts
    from factlint.lint.rulebook import load_lexicon, rules_folder
    from factlint.read import read
    from factlint.report.facts import facts_as_json

    lexicon = load_lexicon(rules_folder())
    for root_path in paths:
        files = sorted(root_path.rglob("*.txt")) if root_path.is_dir() else [root_path]
        for path in files:
            article = read(os.fspath(path), path.read_bytes(), lexicon)
            sys.stdout.write(json.dumps(facts_as_json(Facts(article, lexicon)), ensure_ascii=False) + "\n")


def main() -> None:
    """The console script."""
    app()
