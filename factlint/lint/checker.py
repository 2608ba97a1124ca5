"""Rules → a linter, ready to be asked of articles; settings → a checker, which has the rules that they choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from factlint.lazy import cached_property
from factlint.lint.choose import choose
from factlint.lint.fingerprints import fingerprinted
from factlint.lint.lint import compile_rules, lint
from factlint.lint.overlaps import one_each
from factlint.lint.rulebook import is_own, rulebook_of

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.facts.annotate import Facts
    from factlint.lexicon import Lexicon
    from factlint.lint.findings import Finding
    from factlint.lint.rule import Rule
    from factlint.lint.suppress import Suppressor

#: The list of the families of which any two findings about the same words are one.
_ONE_FAULT = "one-fault-families"


class Linter:
    """Compiled rules; `all_rules` are those that an article's directives may name, run or not."""

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon, all_rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._all_rules = all_rules
        self._lexicon = lexicon
        self._own = frozenset(rule.code for rule in rules if is_own(rule.path))
        self._families = lexicon.words(_ONE_FAULT) if _ONE_FAULT in lexicon else frozenset()
        self._queries = compile_rules((rule for rule in rules if rule.flag != "suppression"), lexicon)

    def lint(self, facts: Facts) -> tuple[Finding, ...]:
        """All findings of an article but those that its directives keep back, and those about the directives."""
        return fingerprinted(facts, self._told(facts))

    def _told(self, facts: Facts) -> tuple[Finding, ...]:
        found = one_each(lint(facts, self._queries), self._own, self._families)
        if not facts.article.directives:
            return found
        left, suppressions = self._suppressor.apply(facts, found)
        seen = cast("Facts", _Afterwards(facts, suppressions))
        queries = compile_rules((rule for rule in self._rules if rule.flag == "suppression"), self._lexicon)
        return tuple(sorted((*left, *lint(seen, queries)), key=lambda finding: (finding.start, finding.code)))

    @cached_property
    def _suppressor(self) -> Suppressor:
        from factlint.lint.suppress import Suppressor

        return Suppressor(self._all_rules, (rule.code for rule in self._rules))


class _Afterwards:
    """What rules about directives are asked of: known only when the other rules have been asked."""

    def __init__(self, facts: Facts, suppressions: tuple[Any, ...]) -> None:
        self.article = facts.article
        self.text = facts.text
        self.failures = facts.failures
        self.paragraph_at = facts.paragraph_at
        self.in_quotation = facts.in_quotation
        self._suppressions = suppressions

    def of(self, kind: str) -> tuple[Any, ...]:
        return self._suppressions


class Checker(Linter):
    """The rules that settings choose, and the lexicon; raises ProblemsError where a rule or a list is wrong."""

    def __init__(self, settings: Settings) -> None:
        book = rulebook_of(settings)
        self.settings = settings
        self.rules = choose(settings, book.rules)
        if settings.style or any(part.style for part in settings.parts):
            from factlint.lint.housestyle import check_style

            check_style(settings, book.lexicon)
        self.lexicon = book.lexicon
        super().__init__(self.rules, book.lexicon, book.rules)
