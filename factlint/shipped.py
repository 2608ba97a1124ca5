"""What comes with the package: the folder of its rules and word lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    #: A folder of the file system, or inside a zip archive.
    Folder = Path | Traversable


def rules_folder() -> Folder:
    """The rules shipped with the package, also within a zip archive, or the checkout's for an editable install."""
    package = Path(__file__).resolve().parent
    inside = package / "rules"
    if inside.is_dir():
        return inside
    if package.is_dir():
        return package.parent / "rules"
    from importlib.resources import files

    return files("factlint") / "rules"
