"""Rules → the addresses of their pages, for the formats that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.report import Page


def addresses(page: Page) -> Mapping[str, str]:
    """The address of each rule's page by its code; rules that do not come with factlint have none."""
    from factlint.lint.rulebook import page_of

    return {rule.code: address for rule in page.rules() if (address := page_of(rule, page.pages)) is not None}
