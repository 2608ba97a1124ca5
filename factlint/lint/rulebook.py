"""Where the product's knowledge lies on disk, and how its lexicon is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factlint.facts.lexicon import Lexicon


def rules_folder() -> Path:
    """The rules shipped with the package, or those of the checkout for an editable install."""
    inside = Path(__file__).resolve().parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def load_lexicon(folder: Path, language: str = "en") -> Lexicon:
    """Every list of every lexicon file of a language."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists: dict[str, Any] = {}
    for path in sorted((folder / "lexicon" / language).glob("*.yml")):
        lists.update(yaml.load(path.read_text("utf-8"), Loader=loader) or {})
    return Lexicon(lists)
