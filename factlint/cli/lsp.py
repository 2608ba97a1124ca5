"""`factlint lsp`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import Config, ExtendSelect, Ignore, Isolated, NoDefaultRules, Rules, Select, codes
from factlint.cli.output import tell
from factlint.config.settings import Choice


def lsp(
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    rules: Rules = None,
    no_default_rules: NoDefaultRules = False,
    config: Config = None,
    isolated: Isolated = False,
    stdio: Annotated[bool, typer.Option("--stdio", help="As always: over standard input and output.")] = True,
) -> None:
    """Serve an editor that speaks the Language Server Protocol.

    Editors start this by themselves; docs/editors.md has the settings of each.
    """
    if find_spec("pygls") is None:
        tell("The language server needs an extra: pip install 'factlint[lsp]'.")
        raise typer.Exit(ExitStatus.FAILED)
    from factlint.lsp.server import Server

    Server(
        Choice(
            codes(select),
            codes(ignore),
            tuple(rules or ()),
            not no_default_rules,
            config,
            codes(extend_select),
            isolated=isolated,
        )
    ).run()
