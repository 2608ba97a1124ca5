"""Compiles the rules and word lists while the package is built, so that no run has to read their YAML."""

from __future__ import annotations

import sys
from compileall import compile_dir
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled rules into a wheel, or into the checkout that is installed as it stands."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by the build before it collects the files."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from factlint.lint.compiled import NAME, compiled, product
        except ImportError as error:
            # The package works without: its first run reads the YAML.
            self.app.display_warning(f"the rules are not compiled: {error}")
            return
        finally:
            sys.path.remove(str(root))
        if version == "editable":
            product()
            # An installer compiles what a wheel holds, but not a checkout: where no byte code may be written, every
            # run would compile all modules anew.
            compile_dir(str(root / "factlint"), quiet=2)
        else:
            path = Path(mkdtemp()) / NAME
            path.write_bytes(compiled(root / "rules"))
            build_data["force_include"][str(path)] = f"factlint/{NAME}"
