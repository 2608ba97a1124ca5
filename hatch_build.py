"""Compiles the rules and word lists while the package is built, so that no run has to read their YAML.

With `FACTLINT_NATIVE=1` in the environment the hottest modules are compiled as well, by mypyc, from the same sources:
into the wheel, which then is one platform's, or beside the sources of the checkout that is installed. With
`FACTLINT_URL` the package tells the addresses of the repository that it was built from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_WANTED = "FACTLINT_NATIVE"
_ADDRESS = "FACTLINT_URL"
#: What of a repository each address of the package leads to.
_PAGES = {
    "Repository": "",
    "Issues": "/issues",
    "Changelog": "/blob/HEAD/CHANGELOG.md",
    "Documentation": "/tree/HEAD/docs",
}
#: What is compiled, by folder: the modules that take the most time, of those that keep no cached properties.
_NATIVE = {
    "factlint": "tokens",
    "factlint/language": (
        "appositions attachment build clauses constituents context headlinese layout model parse phrases resumed "
        "sentences tags words"
    ),
    "factlint/facts/people": (
        "acronyms addresses agency ages bearers body_names clusters expansions gender honorifics introduction "
        "mentions namelists names naming organizations people places spelling spoken_of surroundings "
        "thing_names ties titles traits versions"
    ),
    "factlint/facts/speech": (
        "candidates clues credits cues echoes gallery marks neighbours quotations silences speakers statements weighing"
    ),
}
_MACHINE_CODE = {".so", ".pyd"}
#: The sources are checked elsewhere, with the stubs that this needs.
_LENIENT = ["--config-file=", "--follow-imports=silent", "--ignore-missing-imports"]


class Addresses(MetadataHookInterface):
    """Tells where the project lives: at the address that the build is given, or nowhere."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Called by the build for the fields that pyproject.toml leaves open."""
        address = os.environ.get(_ADDRESS, "").rstrip("/")
        metadata["urls"] = {name: address + page for name, page in _PAGES.items()} if address else {}


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled rules into a wheel, or into the checkout that is installed as it stands."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs besides what every build does."""
        return ["mypy>=1.18", "setuptools>=65"] if _native_is_wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by the build before it collects the files."""
        root = Path(self.root)
        if version == "editable":
            for stale in _compiled_in(root):
                stale.unlink()
        if _native_is_wanted():
            lib = root if version == "editable" else Path(mkdtemp())
            compile_natively(root, lib)
            if version != "editable":
                build_data["force_include"].update(
                    {str(at): at.relative_to(lib).as_posix() for at in _compiled_in(lib)}
                )
                build_data.update(pure_python=False, infer_tag=True)
        # What is compiled natively imports, when it is first asked, a library that lies beside the package.
        sys.path.insert(0, str(root))
        try:
            self._compile_rules(root, version, build_data)
        except ImportError as error:
            # The package works without: its first run reads the YAML.
            self.app.display_warning(f"the rules are not compiled: {error}")
        finally:
            sys.path.remove(str(root))

    def _compile_rules(self, root: Path, version: str, build_data: dict[str, Any]) -> None:
        from factlint.lint.compiled import NAME, compiled, product

        if version == "editable":
            product()
            # An installer compiles what a wheel holds, but not a checkout: where no byte code may be written, every
            # run would compile all modules anew.
            compile_dir(str(root / "factlint"), quiet=2)
        else:
            path = Path(mkdtemp()) / NAME
            path.write_bytes(compiled(root / "rules"))
            build_data["force_include"][str(path)] = f"factlint/{NAME}"


def native_sources() -> list[str]:
    """The modules to compile, by their place in the checkout."""
    return [f"{folder}/{name}.py" for folder, names in _NATIVE.items() for name in names.split()]


def _native_is_wanted() -> bool:
    return os.environ.get(_WANTED) == "1"


def _compiled_in(folder: Path) -> Iterator[Path]:
    """The files of machine code of a tree, in which factlint or what it shares of mypyc lies."""
    for place in (folder.glob("*__mypyc*"), (folder / "factlint").rglob("*")):
        yield from [path for path in place if path.suffix in _MACHINE_CODE]


def compile_natively(root: Path, lib: Path) -> None:
    """Writes the hottest modules of a checkout as machine code below a folder; ends the build where that fails."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    made = Path(mkdtemp())
    before = Path.cwd()
    os.chdir(root)
    try:
        options = [*_LENIENT, f"--cache-dir={made / 'types'}"]
        extensions = mypycify([*options, *native_sources()], target_dir=str(made / "c"), opt_level="1", multi_file=True)
        command = build_ext(Distribution({"name": "factlint", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(lib), str(made / "objects")
        command.parallel = True  # on all processors
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(before)
