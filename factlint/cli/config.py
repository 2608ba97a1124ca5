"""`factlint config`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import typer

from factlint.cli.articles import failed
from factlint.cli.options import Config, Isolated
from factlint.cli.output import Colour, coloured, write
from factlint.config.settings import Choice, Configs, Settings
from factlint.read.files import shown
from factlint.report.settings import as_rows, as_text

Format = Literal["text", "json"]


def config(
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help="An article, which need not be there, or a folder.")
    ] = "article.txt",
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print.")] = "text",
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON schema of factlint.yml, for editors.")
    ] = False,
    config: Config = None,
    isolated: Isolated = False,
    color: Annotated[Colour, typer.Option(help="Colours in the output.")] = "auto",
) -> None:
    """Show what holds for an article, and where each value comes from."""
    from factlint.lint.choose import choose
    from factlint.lint.housestyle import check_style
    from factlint.lint.rulebook import rulebook_of
    from factlint.shipped import rules_folder
    from factlint.yamlfile import ProblemsError

    if schema:
        write([(rules_folder() / "factlint.schema.json").read_text(encoding="utf-8")])
        return
    try:
        configs = Configs(Choice(config=config, isolated=isolated))
        settings = _settings(configs, path)
        book = rulebook_of(settings)
        run = choose(settings, book.rules)
        check_style(settings, book.lexicon)
    except ProblemsError as error:
        raise failed(error) from None
    file = configs.file_for(path)
    rows = list(as_rows(settings))
    off = [rule.code for rule in book.rules if rule.code not in {one.code for one in run}]
    if format == "json":
        write(_as_json(path, file, rows, [rule.code for rule in run], off, settings))
    else:
        about = f"{len(run):,} of {len(book.rules):,} rules are run; “factlint rules” lists them."
        idle = [str(problem) for problem in book.idle]
        write(as_text(shown(path), shown(file) if file else None, rows, about, idle, coloured(color, sys.stdout)))


def _settings(configs: Configs, path: str) -> Settings:
    if os.path.isdir(path):
        return configs.settings_above(os.path.join(path, "article.txt"))
    number = configs.number_for(path)
    return configs.settings[number]


def _as_json(
    path: str, file: str | None, rows: list[Any], run: list[str], off: list[str], settings: Settings
) -> Iterator[str]:
    data = {
        "path": shown(path),
        "file": shown(file) if file else None,
        "settings": [{"key": row.key, "value": row.value, "from": str(row.origin)} for row in rows],
        "rules": {"run": run, "off": off},
        "gitignore": settings.gitignore,
    }
    yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"
