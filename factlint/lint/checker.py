"""Settings → a checker: the rules that they choose, compiled, ready to be asked of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.lint.choose import choose
from factlint.lint.lint import compile_rules, lint
from factlint.lint.rulebook import rulebook_of

if TYPE_CHECKING:
    from factlint.config import Settings
    from factlint.facts.annotate import Facts
    from factlint.lint.findings import Finding


class Checker:
    """The rules that settings choose, and the lexicon; raises ProblemsError where a rule or a list is wrong."""

    def __init__(self, settings: Settings) -> None:
        book = rulebook_of(settings)
        self.settings = settings
        self.rules = choose(settings, book.rules)
        self.lexicon = book.lexicon
        self._queries = compile_rules(self.rules, book.lexicon)

    def lint(self, facts: Facts) -> tuple[Finding, ...]:
        """All findings of an article."""
        return lint(facts, self._queries)
