"""The pages of the site that are made: one for each rule, the list of all, the facts, the language, contributing.

mkdocs calls the functions whose names begin with `on_`; `pages` needs none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from factlint.lint.compiled import product
from factlint.lint.rule import Rule
from factlint.report.rules import as_markdown
from factlint.report.schema import kinds

CHECKOUT = Path(__file__).parent.parent
RULES = CHECKOUT / "rules"
#: Files outside the folder of pages that are pages of the site, by the path that links give from there.
_MADE = {
    "../rules/README.md": "rules/index.md",
    "../rules/LANGUAGE.md": "language.md",
    "../CONTRIBUTING.md": "contributing.md",
}
_LINK = re.compile(r"\[([^\[\]]*)\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)")


@lru_cache(maxsize=1)
def pages() -> dict[str, str]:
    """Every page that is made, by its path in the site."""
    rules = product().rules
    made = {f"rules/{rule.code}.md": as_markdown(rule) for rule in rules}
    made["rules/index.md"] = "".join(_index(rules))
    made["facts.md"] = "".join(_facts())
    made["language.md"] = _linked((RULES / "LANGUAGE.md").read_text(encoding="utf-8"), RULES)
    made["contributing.md"] = _linked((CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8"), CHECKOUT)
    return made


def _index(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "# Rules\n\nAn `error` is nearly always right, a `warning` usually; a `note` is off until it is selected.\n"
    family = ""
    for rule in rules:
        if rule.code[:3] != family:
            family = rule.code[:3]
            title = Path(rule.path).parent.name.capitalize()
            yield f"\n## {title}\n\n| code | name | severity | finds |\n|---|---|---|---|\n"
        summary = " ".join(rule.summary.split()).replace("|", "\\|")
        yield f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {summary} |\n"


def _facts() -> Iterator[str]:
    yield "# Facts\n\nWhat rules look at. `factlint facts story.txt` shows those of an article.\n"
    for kind in kinds():
        yield f"\n## {kind.name}\n\n{kind.about}\n\n| attribute | |\n|---|---|\n"
        for name, about in kind.attributes.items():
            told = " ".join(about.split()).replace("|", "\\|").replace("<", "&lt;")
            yield f"| `{name}` | {told} |\n"


def _linked(text: str, folder: Path) -> str:
    """A text from elsewhere in the checkout, with links to the pages of the site; what is not among these is named."""

    def told(match: re.Match[str]) -> str:
        target = (folder / match[2]).resolve()
        inside = target.relative_to(CHECKOUT.resolve()).as_posix() if target.is_relative_to(CHECKOUT.resolve()) else ""
        page = _MADE.get(f"../{inside}") or (inside.removeprefix("docs/") if inside.startswith("docs/") else None)
        if page:
            return f"[{match[1]}]({page}{match[3] or ''})"
        return match[1]

    return _LINK.sub(told, text)


def on_files(files: Any, config: Any) -> Any:
    """Adds the made pages."""
    from mkdocs.structure.files import File

    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Leads links that leave the folder of pages to where these stand."""
    return markdown if page.file.src_uri in pages() else _linked(markdown, CHECKOUT / "docs")
