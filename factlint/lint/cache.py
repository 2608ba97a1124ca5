"""Settings → a checker: the rules that they choose, loaded and compiled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factlint.lint.choose import choose
from factlint.lint.lint import compile_rules, lint
from factlint.lint.rulebook import load_rulebook, rules_folder

if TYPE_CHECKING:
    from factlint.config import Settings
    from factlint.facts.annotate import Facts
    from factlint.facts.lexicon import Lexicon
    from factlint.lint.findings import Finding
    from factlint.lint.rule import Rule


class Checker:
    """The rules that settings choose, ready to be asked."""

    def __init__(self, settings: Settings, rules: tuple[Rule, ...], lexicon: Lexicon) -> None:
        self.settings = settings
        self.rules = rules
        self.lexicon = lexicon
        self._queries = compile_rules(rules, lexicon)

    def lint(self, facts: Facts) -> tuple[Finding, ...]:
        """All findings of an article."""
        return lint(facts, self._queries)


def load_cached(settings: Settings) -> Checker:
    """The checker for settings; raises ProblemsError where a rule or a list is wrong."""
    own, more = [rules_folder()], [Path(folder) for folder in settings.folders]
    rulebook = load_rulebook(own + more) if settings.default_rules else load_rulebook(more, words_only=own)
    return Checker(settings, choose(settings, rulebook.rules), rulebook.lexicon)
