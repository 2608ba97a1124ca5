"""A sentence's fingerprint, by which a finding is known again after the article around it has changed."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from factlint.digest import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.facts.annotate import Facts
    from factlint.lint.findings import Finding

_BYTES = 6
# A system for content that curls every mark, or says where a word may be broken, changes no sentence.
_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("–—‑", "-"),
    }
)


def fingerprinted(facts: Facts, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the fingerprint of the sentence that it begins in; of the line where that is in none."""
    findings = tuple(findings)
    if not findings:
        return ()
    source = facts.article.source
    sentences = sorted((sentence.start, sentence.end) for sentence in facts.sentences)
    starts = [start for start, _ in sentences]

    def place_of(finding: Finding) -> tuple[int, int]:
        place = bisect_right(starts, finding.start) - 1
        if place >= 0 and finding.start < sentences[place][1]:
            return sentences[place]
        return _line(source, finding.start)

    @cache
    def known(start: int, end: int) -> str:
        return fingerprint(source[start:end])

    # A sentence is read once, however many findings begin in it.
    return tuple(finding._replace(sentence=known(*place_of(finding))) for finding in findings)


def _line(source: str, at: int) -> tuple[int, int]:
    """The line that holds a place, its end left out."""
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    ends = [end for end in (source.find("\n", start), source.find("\r", start)) if end >= 0]
    return start, min(ends, default=len(source))


def fingerprint(sentence: str) -> str:
    """Twelve hexadecimal digits, the same however the sentence's lines are broken and its marks are curled."""
    words = " ".join(unicodedata.normalize("NFC", sentence).translate(_MARKS).split())
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
