"""Directives of an article and findings → the findings that are left, and what came of each directive.

`ignore` holds for the paragraph that the directive stands in, ends, or stands before; `ignore-file` for the whole
article; `off` for what follows, up to an `on` or the end. Each takes codes, beginnings of codes and names, or nothing,
which means every rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factlint.lint.rulebook import names

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.lint.findings import Finding
    from factlint.lint.rule import Rule
    from factlint.read.article import Directive

_LINE_END = re.compile(r"[\r\n]")
_ALL = ("ALL",)
_USUAL = "ignore"


class Suppression(NamedTuple):
    """A directive and what came of it.

    start: first code point.
    end: one past the last code point.
    verb: ignore, ignore-file, off, on or what stands there instead; "" where nothing does.
    scope: paragraph, range or file; none where the directive has no effect: an unknown verb, an `ignore` without a
        paragraph, an `on` with nothing off.
    codes: the rules that it names; none for every rule.
    unknown: those of them that are no rule's code or name, nor the beginning of a code.
    nearest: for the first of the unknown, the code or name most like it; none where all are known.
    unused: those of the known that kept no finding back, though every rule they name was run; ALL for every rule.
    right: where it has no effect, how one with the effect that is meant would be written; none where it has.
    """

    start: int
    end: int
    verb: str
    scope: str | None
    codes: tuple[str, ...]
    unknown: tuple[str, ...]
    nearest: str | None
    unused: tuple[str, ...]
    right: str | None = None


class Suppressor:
    """Keeps back what directives say; `rules` are all there are, `run` the codes of those that articles are checked by.

    Codes are looked up among all rules, so that a directive for a rule that is switched off is no mistake.
    """

    def __init__(self, rules: Sequence[Rule], run: Iterable[str]) -> None:
        self._rules = rules
        self._run = frozenset(run)

    def apply(self, facts: Facts, findings: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
        """The findings that no directive keeps back, and the directives."""
        orders = _orders(facts)
        used: set[tuple[int, str]] = set()
        left = []
        for finding in findings:
            keeping = _keeping(orders, finding)
            used.update(keeping)
            if not keeping:
                left.append(finding)
        return tuple(left), tuple(self._outcome(facts, order, used) for order in orders)

    def _outcome(self, facts: Facts, order: _Order, used: set[tuple[int, str]]) -> Suppression:
        start, end, verb, codes, _ = order.directive
        unknown = tuple(code for code in codes if not any(names(code, rule.code, rule.name) for rule in self._rules))
        judged = [code for code in codes or _ALL if code not in unknown and self._all_run(code)]
        idle = order.scope is not None and verb != "on"
        unused = tuple(code for code in judged if idle and (start, code) not in used)
        right = _right(facts, order.directive) if order.scope is None else None
        return Suppression(start, end, verb, order.scope, codes, unknown, self._nearest(unknown), unused, right)

    def _all_run(self, code: str) -> bool:
        """Whether every rule that a code names was run; notes, which are off by default, may be missing."""
        named = [rule for rule in self._rules if names(code, rule.code, rule.name)]
        run = [rule.code in self._run for rule in named]
        return any(run) and all(ran or rule.severity == "note" for ran, rule in zip(run, named, strict=True))

    def _nearest(self, unknown: tuple[str, ...]) -> str | None:
        if not unknown:
            return None
        import difflib

        known = [word for rule in self._rules for word in (rule.code, rule.name)]
        likeness = difflib.SequenceMatcher(None, unknown[0].lower())

        def distance(word: str) -> float:
            likeness.set_seq2(word.lower())
            return -likeness.ratio()

        return min(known, key=distance, default=None)


class _Order(NamedTuple):
    """A directive with the half-open range it holds for."""

    directive: Directive
    scope: str | None
    start: int
    end: int


def _orders(facts: Facts) -> list[_Order]:
    """Every directive with its range: a range's end is found by asking each place which order came last."""
    length = len(facts.article.source)
    orders: list[_Order] = []
    opened = False
    for directive in facts.article.directives:
        scope, start, end = None, 0, 0
        if not directive.formed:
            pass  # a slip keeps nothing back; it is told
        elif directive.verb == "ignore-file":
            scope, end = "file", length
        elif directive.verb == "off" or (directive.verb == "on" and opened):
            scope, start, end = "range", directive.start, length
            opened = True
        elif directive.verb == "ignore" and (block := _block_of(facts, directive)) is not None:
            scope, start, end = "paragraph", block.start, block.end
        orders.append(_Order(directive, scope, start, end))
    return orders


def _right(facts: Facts, directive: Directive) -> str:
    """A directive as it should be written: with its colon, and the verb that was meant."""
    verbs = facts.lexicon.table("directive-verbs")
    verb = directive.verb if directive.verb in verbs.values() else verbs.get(directive.verb, _USUAL)
    said = " ".join([verb, *directive.codes])
    opening, closing = ("[", "]") if facts.article.source[directive.start] == "[" else ("<!-- ", " -->")
    return f"{opening}factlint: {said}{closing}"


def _block_of(facts: Facts, directive: Directive) -> Paragraph | None:
    """The block that a directive stands in, or ends, or else stands before."""
    source = facts.article.source
    after = None
    for block in facts.paragraphs:
        if block.start <= directive.start < block.end:
            return block
        if block.end <= directive.start and not _LINE_END.search(source, block.end, directive.start):
            return block
        if after is None and block.start >= directive.end:
            after = block
    return after


def _keeping(orders: list[_Order], finding: Finding) -> list[tuple[int, str]]:
    """What keeps a finding back: the places of directives, each with the code that fits."""
    keeping = []
    switch: tuple[int, str] | None = None
    for order in orders:
        if order.scope is None or not order.start <= finding.start < order.end:
            continue
        codes = order.directive.codes or _ALL
        code = next((code for code in codes if names(code, finding.code, finding.rule)), None)
        if code is None:
            continue
        if order.scope == "range":
            switch = (order.directive.start, code) if order.directive.verb == "off" else None
        else:
            keeping.append((order.directive.start, code))
    return [*keeping, switch] if switch else keeping
