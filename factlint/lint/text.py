"""Text rules: a pattern over the words themselves."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factlint.language.memory import SEEN
from factlint.lazy import cached_property
from factlint.lint.match import PATIENCE, Scope
from factlint.lint.places import stands_in
from factlint.lint.rulebook import is_own
from factlint.lint.screen import Screen
from factlint.lint.thinned import thinned
from factlint.tokens import TRIO

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.memory import Line, Lines
    from factlint.lexicon import Lexicon
    from factlint.lint.findings import Finding
    from factlint.lint.lint import Query, Reporter
    from factlint.lint.rule import Rule

_LIST = re.compile(r"\\L<([\w-]+)>")
# Syntax that the regex module has and re has not.
_BEYOND_RE = re.compile(r"\\[pPXRKGmM]|(?<!\\)\[\[|\(\?[|R&\d]|\(\?P?>|&&|\{e|\(\?\(DEFINE")
_LONGEST_EXPANDED = 400
# In a longer text, to compile all of a pattern is quicker than to look for what its alternatives need.
_LONGEST_THINNED = 20_000
_THINNED_FOR = 4


class Span:
    """A match as conditions and messages see it: start, end, and its named groups as attributes."""

    def __init__(self, start: int, end: int, groups: dict[str, str | None]) -> None:
        self.start = start
        self.end = end
        self.__dict__.update(groups)


def compile_text_rule(rule: Rule, lexicon: Lexicon, reporter: Reporter) -> Query:
    """A text rule as a query; its pattern is compiled when an article first holds one of `needs`."""
    from factlint.lint.lint import compile_filter, report_group

    needs = tuple(word.lower() for word in rule.needs)
    beginnings = frozenset(word[:TRIO] for word in needs)
    longer = bool(needs) and all(len(word) >= TRIO for word in needs)
    stands = stands_in(rule.places)
    timed = not is_own(rule.path)
    holds = compile_filter(rule, Scope(lexicon, rule.options, timed))
    search = _Search(rule.pattern or "", lexicon, timed)
    limits = {"timeout": PATIENCE} if timed else {}

    def query(facts: Facts) -> Iterable[Finding]:
        text = facts.article.text
        lines = None
        if facts.lines is None or timed:
            if longer and not facts.may_hold(beginnings):
                return []
            held = [word for word in needs if facts.holds(word)]
            if needs and not held:
                return []
            ranges = within(text, facts.lowered, held, whole=timed)
        else:
            lines = _fruitful(search, facts.lines, facts.lowered, needs, beginnings if longer else None)
            ranges = [(line.start, line.end) for line in lines]
        pattern = search.over(facts, ranges) if ranges else None
        found = list(matches(pattern, text, ranges, limits)) if pattern is not None else []
        if lines is not None:
            _note_barren(search, lines, [match.span() for match in found])
        spans = []
        for match in found:
            start, end = match.span("flag") if "flag" in match.re.groupindex else match.span()
            if start == end or not facts.paragraphs:
                continue
            if start >= facts.paragraph_at(start).end or not stands(facts, start):
                continue
            span = Span(start, end, match.groupdict())
            if holds(facts, span):
                spans.append(span)
        if rule.together:
            return report_group(facts, rule.report, spans, [None] * len(spans), reporter) if spans else []
        return [reporter.finding(facts, span) for span in spans]

    return query


def within(text: str, lowered: str, needs: Sequence[str], whole: bool) -> list[tuple[int, int]]:
    """The half-open ranges of code points where a match may begin: the lines that hold one of `needs`, in order.

    With `whole` the text is searched wholly or not at all, for what a user's pattern needs may stand lines away.
    """
    if not needs or whole or len(lowered) != len(text):
        return [(0, len(text))] if not needs or any(word in lowered for word in needs) else []
    starts: dict[int, int] = {}
    for word in needs:
        at = lowered.find(word)
        while at >= 0:
            # A need such as “\nap\n” begins with the end of the line before.
            at += lowered.startswith("\n", at)
            start = lowered.rfind("\n", 0, at) + 1
            end = starts.get(start)
            if end is None:
                end = lowered.find("\n", at)
                end = starts[start] = len(text) if end < 0 else end
            at = lowered.find(word, max(end, at + 1))
    return sorted(starts.items())


def _fruitful(
    search: object, lines: Lines, lowered: str, needs: Sequence[str], beginnings: frozenset[str] | None
) -> list[Line]:
    """The lines that hold one of `needs` and are not known to be barren; for the next look those without are noted.

    `beginnings` are the first three letters of each of `needs`, where all have so many.
    """
    found = []
    for line in lines.to_search(search):
        if beginnings is not None and line.trios is not None and line.trios.isdisjoint(beginnings):
            line.barren.add(search)
            continue
        # A need such as “\nap\n” begins with the end of the line before.
        written = lowered[max(0, line.start - 1) : line.end + 1]
        if not needs or any(word in written for word in needs):
            found.append(line)
        else:
            line.barren.add(search)
    return found


def _note_barren(search: object, lines: Iterable[Line], spans: Sequence[tuple[int, int]]) -> None:
    """Notes for the next look at an article the lines in which no match begins and into which none reaches."""
    for line in lines:
        at = bisect_right(spans, (line.end, sys.maxsize))
        if not at or spans[at - 1][1] < line.start:
            line.barren.add(search)


def around(lowered: str, ranges: Sequence[tuple[int, int]]) -> str:
    """All that matches that begin in the ranges can look at."""
    if ranges == [(0, len(lowered))]:
        return lowered
    return "\n".join([lowered[max(0, start - SEEN) : end + SEEN] for start, end in ranges])


def matches(pattern: Any, text: str, ranges: Iterable[tuple[int, int]], limits: Mapping[str, int]) -> Iterator[Any]:
    """The matches of a pattern that begin in one of the ranges; they look at what stands around them."""
    done = 0
    for start, end in ranges:
        for match in pattern.finditer(text, max(start, done), _far(text, end), **limits):
            if match.start() > end:
                break
            done = match.end()
            yield match


def _far(text: str, end: int) -> int:
    """How far the matches look that begin in a range with this end."""
    return end if end == len(text) else end + SEEN


class _Search:
    """A pattern compiled for each of the first articles as far as it can match there, for further ones wholly.

    Of these its screen is asked first, whether it can match there at all.
    """

    def __init__(self, pattern: str, lexicon: Lexicon, timed: bool) -> None:
        self._pattern = pattern
        self._lexicon = lexicon
        self._timed = timed
        self._left = _THINNED_FOR

    def over(self, facts: Facts, ranges: Sequence[tuple[int, int]]) -> Any:
        """The compiled pattern for some ranges of an article, None where nothing in them can match."""
        if self._timed or facts.cased_otherwise:
            return self._whole
        # Where an article is being written the next look comes at once, and is not to wait for a pattern.
        if self._left and facts.memory is None and (parts := self._alternatives):
            lowered = around(facts.lowered, ranges)
            if len(lowered) <= _LONGEST_THINNED:
                self._left -= 1
                return re.compile(thinned(parts, lowered))
        text = facts.article.text
        if (screen := self._screen) is not None and not screen.lets(
            self._whole, text, facts.holds, [(start, end, _far(text, end)) for start, end in ranges]
        ):
            return None
        return self._whole

    @property
    def _alternatives(self) -> list[Any] | None:
        parts: list[Any] | None = self._lexicon.shelf.get(f"alternatives {self._pattern}", lambda: None)
        return parts

    @cached_property
    def _screen(self) -> Screen | None:
        parts: list[Any] | None = self._lexicon.shelf.get(f"screen {self._pattern}", lambda: None)
        return Screen(parts) if parts else None

    @cached_property
    def _whole(self) -> Any:
        return compile_pattern(self._pattern, self._lexicon, self._timed)


def compile_pattern(pattern: str, lexicon: Lexicon, timed: bool = False) -> Any:
    r"""A rule's pattern; `\L<list>` is any entry of a lexicon list.

    Patterns in the syntax that both modules share are run by `re`, whose import costs nothing here; the regex module
    documents its default behaviour as that of re. A `timed` pattern, which the product does not know, is run by the
    regex module alone: its searches take a timeout.
    """
    plain = None if timed else lexicon.shelf.get(f"pattern {pattern}", lambda: expanded(pattern, lexicon))
    if plain is not None:
        return re.compile(plain)
    import regex

    named: dict[str, Any] = {name.replace("-", "_"): lexicon.words(name) for name in _LIST.findall(pattern)}
    return regex.compile(_LIST.sub(lambda match: rf"\L<{match.group(1).replace('-', '_')}>", pattern), **named)


def expanded(pattern: str, lexicon: Lexicon) -> str | None:
    """The pattern with its lists written out, or None where `re` cannot run it or would be slow."""
    lists = {name: lexicon.words(name) for name in _LIST.findall(pattern)}
    if _BEYOND_RE.search(pattern) or any(len(words) > _LONGEST_EXPANDED for words in lists.values()):
        return None
    plain = written_out(pattern, lexicon)
    try:
        re.compile(plain)
    except re.error:
        return None
    return plain


def written_out(pattern: str, lexicon: Lexicon) -> str:
    """The pattern with each of its lists as a group of alternatives."""
    return _LIST.sub(lambda match: alternation(lexicon.words(match.group(1))), pattern)


def alternation(words: Iterable[str]) -> str:
    """The words as one group, which matches nowhere where there are none.

    Longest first; told apart by their first letters, at which most places fail at once.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not ordered:
        return "(?!)"
    by_first: dict[str, list[str]] = {}
    for word in ordered:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    if len({first.lower() for first in by_first}) < max(1, len(by_first)):
        # Where case may not count, a shorter word must not come before a longer one that begins with the other case.
        return "(?:" + "|".join(map(re.escape, ordered)) + ")"
    firsts = {first: re.escape(first) for first in by_first}
    groups = [f"{firsts[first]}(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    return f"(?:(?=[{''.join(firsts.values())}])(?:{'|'.join(groups)}))"
