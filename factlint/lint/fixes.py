"""What a rule's `fix:` says → edits of the article: words, or one value, in the place of others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factlint.facts.style.respelling import cased_as
from factlint.lint.findings import Edit, Fix
from factlint.lint.message import FIELD, shown
from factlint.lint.paths import compile_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts

Fixer = Callable[["Facts", Any], Fix | None]

_WORDS_THEMSELVES = "text"
_BLANK = " \t\u00a0"


def compile_fix(fix: Mapping[str, Any], options: Mapping[str, Any]) -> Fixer:
    """A function from a flagged fact to what would mend it; none where a value is missing or it may not be done."""
    makers = [*_replacements(fix.get("replace"), options), *_swaps(fix.get("swap") or {})]
    safe = bool(fix["safe"])

    def fixer(facts: Facts, fact: Any) -> Fix | None:
        edits: list[Edit] = []
        for make in makers:
            edit = make(facts, fact)
            if edit is None:
                return None
            edits.append(edit)
        source = facts.article.source
        edits = sorted(edit for edit in edits if source[edit.start : edit.end] != edit.text)
        apart = all(one.end <= two.start for one, two in pairwise(edits))
        allowed = apart and all(_is_prose(facts, edit) and not _in_somebodys_words(facts, edit) for edit in edits)
        return Fix(safe, tuple(edits)) if edits and allowed else None

    return fixer


Maker = Callable[["Facts", Any], Edit | None]


def _replacements(replace: Any, options: Mapping[str, Any]) -> Iterator[Maker]:
    """`replace: TEMPLATE`, about the flagged words, or `replace: {PATH: TEMPLATE}`."""
    if replace is None:
        return
    for path, template in (replace if isinstance(replace, dict) else {_WORDS_THEMSELVES: replace}).items():
        yield _replacement(path, template, options)


def _replacement(path: str, template: str, options: Mapping[str, Any]) -> Maker:
    place = None if path == _WORDS_THEMSELVES else compile_path(path)
    parts = FIELD.split(template)
    fields = [(name, None if name in options else compile_path(name)) for name in parts[1::3]]

    def make(facts: Facts, fact: Any) -> Edit | None:
        where = fact if place is None else place(facts, fact)
        if where is None:
            return None
        words = [parts[0]]
        for (name, get), after in zip(fields, parts[3::3], strict=True):
            value = options[name] if get is None else get(facts, fact)
            if value is None:
                return None
            words += [value if isinstance(value, str) else shown(value), after]
        text = "".join(words)
        return Edit(where.start, where.end, text) if text else _deletion(facts.article.source, where.start, where.end)

    return make


def _swaps(swap: Mapping[str, str]) -> Iterator[Maker]:
    for old, new in swap.items():
        yield _swap(compile_path(old), compile_path(new))


def _swap(old: Callable[[Facts, Any], Any], new: Callable[[Facts, Any], Any]) -> Maker:
    """One value in the place of another, where the flagged words hold that once."""

    def make(facts: Facts, fact: Any) -> Edit | None:
        before, after = old(facts, fact), new(facts, fact)
        if before is None or after is None:
            return None
        pattern = re.compile(rf"(?<![\w.,]){re.escape(shown(before))}(?![\w%])", re.IGNORECASE)
        found = list(pattern.finditer(facts.article.source, fact.start, fact.end))
        if len(found) != 1:
            return None
        return Edit(*found[0].span(), cased_as(found[0].group(), shown(after)))

    return make


def _deletion(source: str, start: int, end: int) -> Edit:
    """Words go, with the space before them; where nothing else stands in their lines, these go with a blank line."""
    first = start
    while first and source[first - 1] in _BLANK:
        first -= 1
    last = end
    while last < len(source) and source[last] in _BLANK:
        last += 1
    if (first and source[first - 1] not in "\r\n") or (last < len(source) and source[last] not in "\r\n"):
        opens = not first or source[first - 1] in "\r\n"
        return Edit(first, last, "") if opens else Edit(first, end, "")
    if last < len(source):
        return Edit(first, _past_breaks(source, last), "")
    while first and source[first - 1] in "\r\n":
        first -= 1
    return Edit(first, last, "")


def _past_breaks(source: str, at: int) -> int:
    while at < len(source) and source[at] in "\r\n" + _BLANK:
        at += 1
    return at


def _is_prose(facts: Facts, edit: Edit) -> bool:
    """Whether what goes is text and no markup, front matter or note to factlint."""
    article = facts.article
    goes, read = article.source[edit.start : edit.end], article.text[edit.start : edit.end]
    return goes == read or goes.split() == read.split()


def _in_somebodys_words(facts: Facts, edit: Edit) -> bool:
    """Whether an edit changes what stands between quotation marks, or in a block quote; the marks are the article's."""
    for quotation in facts.quotations:
        first = quotation.start + len(quotation.opening or "")
        last = quotation.end - len(quotation.closing or "")
        if edit.start < last and first < max(edit.end, edit.start + 1):
            return True
    return False
