"""`factlint files`."""

from __future__ import annotations

from typing import Annotated

import typer

from factlint.cli.articles import failed
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import Config, Exclude, ForceExclude, Isolated, Paths
from factlint.cli.output import tell, write
from factlint.config.settings import Choice, Configs
from factlint.search import search


def files(
    paths: Paths = None,
    all_: Annotated[
        bool, typer.Option("--all", "-a", help="Also what is left out, with the reason, after a tab.")
    ] = False,
    exclude: Exclude = None,
    force_exclude: ForceExclude = False,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """List the articles that would be checked, and with --all what would not, and why."""
    from factlint.yamlfile import ProblemsError

    try:
        configs = Configs(Choice(config=config, exclude=tuple(exclude or ()), isolated=isolated))
        found = search(paths or ["."], configs, force_exclude)
    except ProblemsError as error:
        raise failed(error) from None
    rows = [(file.path, "") for file in found.files]
    if all_:
        rows = sorted([*rows, *((trouble.path, f"\tleft out: {trouble.message}") for trouble in found.left_out)])
    write(f"{path}{why}\n" for path, why in rows)
    for trouble in found.troubles:
        tell(str(trouble))
    raise typer.Exit(ExitStatus.FAILED if found.troubles else ExitStatus.CLEAN)
