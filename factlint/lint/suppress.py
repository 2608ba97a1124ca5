"""Directives of an article and findings → the findings that are left, and what came of each directive.

`ignore` holds for the paragraph that the directive stands in, ends, or stands before; `ignore-file` for the whole
article; `off` for what follows, up to an `on` or the end. Each takes codes, beginnings of codes and names, or nothing,
which means every rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lint.rulebook import names
from factlint.record import NamedTuple

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
        # An article may name one code a thousand times.
        self._named = lru_cache(maxsize=1024)(self._all_named)
        self._nearest = lru_cache(maxsize=1024)(self._most_like)

    def apply(self, facts: Facts, findings: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
        """The findings that no directive keeps back, and the directives."""
        orders = _Orders(facts)
        used: set[tuple[int, str]] = set()
        left = []
        for finding in findings:
            keeping = orders.keeping(finding)
            used.update(keeping)
            if not keeping:
                left.append(finding)
        return tuple(left), tuple(self._outcome(facts, order, used) for order in orders.all)

    def _outcome(self, facts: Facts, order: _Order, used: set[tuple[int, str]]) -> Suppression:
        start, end, verb, codes, _ = order.directive
        unknown = tuple(code for code in codes if not self._named(code))
        judged = [code for code in codes or _ALL if code not in unknown and self._all_run(code)]
        idle = order.scope is not None and verb != "on"
        unused = tuple(code for code in judged if idle and (start, code) not in used)
        right = _right(facts, order.directive) if order.scope is None else None
        nearest = self._nearest(unknown[0]) if unknown else None
        return Suppression(start, end, verb, order.scope, codes, unknown, nearest, unused, right)

    def _all_run(self, code: str) -> bool:
        """Whether every rule that a code names was run; notes, which are off by default, may be missing."""
        named = self._named(code)
        run = [rule.code in self._run for rule in named]
        return any(run) and all(ran or rule.severity == "note" for ran, rule in zip(run, named, strict=True))

    def _all_named(self, code: str) -> list[Rule]:
        return [rule for rule in self._rules if names(code, rule.code, rule.name)]

    def _most_like(self, word: str) -> str | None:
        """The code or name most like a word."""
        import difflib

        known = [word for rule in self._rules for word in (rule.code, rule.name)]
        likeness = difflib.SequenceMatcher(None, word.lower())

        def distance(other: str) -> float:
            likeness.set_seq2(other.lower())
            return -likeness.ratio()

        return min(known, key=distance, default=None)


class _Order(NamedTuple):
    """A directive with the half-open range it holds for."""

    directive: Directive
    scope: str | None
    start: int
    end: int


class _Orders:
    """Every directive of an article with its range; what keeps a finding back is looked up, not searched for.

    The end of a range that is switched off is found by asking each place which order came last.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.all: list[_Order] = []
        self._file: dict[tuple[str, ...], list[_Order]] = {}
        self._blocks: dict[int, list[_Order]] = {}
        self._switches: list[_Order] = []
        length = len(facts.article.source)
        for directive in facts.article.directives:
            order = _Order(directive, None, 0, 0)
            if not directive.formed:
                pass  # a slip keeps nothing back; it is told
            elif directive.verb == "ignore-file":
                order = _Order(directive, "file", 0, length)
                self._file.setdefault(directive.codes, []).append(order)
            elif directive.verb == "off" or (directive.verb == "on" and self._switches):
                order = _Order(directive, "range", directive.start, length)
                self._switches.append(order)
            elif directive.verb == "ignore" and (block := _block_of(facts, directive)) is not None:
                order = _Order(directive, "paragraph", block.start, block.end)
                self._blocks.setdefault(block.start, []).append(order)
            self.all.append(order)
        self._starts = [order.start for order in self._switches]

    def keeping(self, finding: Finding) -> list[tuple[int, str]]:
        """What keeps a finding back: the places of directives, each with the code that fits."""
        keeping = []
        for codes, orders in self._file.items():
            if code := _fitting(codes, finding):
                keeping += [(order.directive.start, code) for order in orders]
        block = self._facts.paragraph_at(finding.start) if self._blocks and self._facts.paragraphs else None
        for order in self._blocks.get(block.start, ()) if block is not None else ():
            if order.start <= finding.start < order.end and (code := _fitting(order.directive.codes, finding)):
                keeping.append((order.directive.start, code))
        for at in range(bisect_right(self._starts, finding.start) - 1, -1, -1):
            directive = self._switches[at].directive
            if code := _fitting(directive.codes, finding):
                return [*keeping, (directive.start, code)] if directive.verb == "off" else keeping
        return keeping


def _fitting(codes: tuple[str, ...], finding: Finding) -> str | None:
    """The first of a directive's codes that a finding's rule goes by."""
    return next((code for code in codes or _ALL if names(code, finding.code, finding.rule)), None)


def _right(facts: Facts, directive: Directive) -> str:
    """A directive as it should be written: with its colon, and the verb that was meant."""
    verbs = facts.lexicon.table("directive-verbs")
    verb = directive.verb if directive.verb in verbs.values() else verbs.get(directive.verb, _USUAL)
    said = " ".join([verb, *directive.codes])
    opening, closing = ("[", "]") if facts.article.source[directive.start] == "[" else ("<!-- ", " -->")
    return f"{opening}factlint: {said}{closing}"


def _block_of(facts: Facts, directive: Directive) -> Paragraph | None:
    """The block that a directive stands in, or ends, or else stands before."""
    source, blocks = facts.article.source, facts.paragraphs
    after = bisect_right(blocks, directive.start, key=lambda block: block.start)
    if after:
        before = blocks[after - 1]
        if directive.start < before.end:
            return before
        if before.end <= directive.start and not _LINE_END.search(source, before.end, directive.start):
            return before
    while after < len(blocks) and blocks[after].start < directive.end:
        after += 1
    return blocks[after] if after < len(blocks) else None
