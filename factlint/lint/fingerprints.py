"""A sentence's fingerprint, by which a finding is known again after the article around it has changed."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.facts.annotate import Facts
    from factlint.lint.findings import Finding

_BYTES = 6


def fingerprinted(facts: Facts, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the fingerprint of the sentence that it begins in; of the line where that is in none."""
    findings = tuple(findings)
    if not findings:
        return ()
    source = facts.article.source
    sentences = sorted((sentence.start, sentence.end) for sentence in facts.sentences)
    starts = [start for start, _ in sentences]

    def sentence_of(finding: Finding) -> str:
        place = bisect_right(starts, finding.start) - 1
        if place >= 0 and finding.start < sentences[place][1]:
            return source[slice(*sentences[place])]
        before = max(source.rfind("\n", 0, finding.start), source.rfind("\r", 0, finding.start))
        return source[before + 1 :].splitlines()[0] if source[before + 1 :] else ""

    return tuple(finding._replace(sentence=fingerprint(sentence_of(finding))) for finding in findings)


def fingerprint(sentence: str) -> str:
    """Twelve hexadecimal digits, the same however the sentence's lines are broken."""
    words = " ".join(unicodedata.normalize("NFC", sentence).split())
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
