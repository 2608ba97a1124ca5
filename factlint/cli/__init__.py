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


@app.command()
def check(paths: Annotated[list[Path], typer.Argument()], format: str = "jsonl", select: str = "") -> None:
    """Check articles."""
    from factlint.facts.annotate import Facts
    from factlint.lint.findings import Lines
    from factlint.lint.lint import compile_rules, lint
    from factlint.lint.rulebook import load_rulebook, rules_folder
    from factlint.lint.rulebook import select as select_rules
    from factlint.lint.yamlfile import ProblemsError
    from factlint.read import read

    try:
        rulebook = load_rulebook([rules_folder()])
    except ProblemsError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(2) from None
    rules = select_rules(rulebook.rules, select.split(",") if select else ())
    queries = compile_rules(rules, rulebook.lexicon)
    failed = False
    for root_path in paths:
        files = sorted(root_path.rglob("*.txt")) if root_path.is_dir() else [root_path]
        for path in files:
            article = read(os.fspath(path), path.read_bytes(), rulebook.lexicon)
            lines = Lines(article.source)
            for f in lint(Facts(article, rulebook.lexicon), queries):
                failed = True
                (line, column), (end_line, end_column) = lines.at(f.start), lines.at(f.end)
                row = {**f._asdict(), "line": line, "column": column, "end_line": end_line, "end_column": end_column}
                row["related"] = [r._asdict() for r in f.related]
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    raise typer.Exit(1 if failed else 0)


def main() -> None:
    """The console script."""
    app()
