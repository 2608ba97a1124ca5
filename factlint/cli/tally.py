"""Counts of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from factlint.run import Result

FailOn = Literal["error", "warning", "note", "never"]
WORST = ("error", "warning", "note")


class Tally:
    """Counts what passes."""

    def __init__(self) -> None:
        self.articles = 0
        self.troubles: list[str] = []
        self._found: Counter[str] = Counter()
        self._fixable: Counter[str] = Counter()

    def over(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, counted as they pass."""
        for result in results:
            if result.trouble is None:
                self.articles += 1
                self.troubles += (f"{result.path}: {fault}" for fault in result.faults)
                for finding in result.findings:
                    self._found[finding.severity] += 1
                    self._fixable[finding.code] += finding.fix is not None and finding.fix.safe
            else:
                self.troubles.append(f"{result.path}: {result.trouble}")
            yield result

    def count(self, severities: Mapping[str, int]) -> None:
        """Adds findings that were counted elsewhere."""
        self._found.update(severities)

    def fails(self, least: FailOn) -> bool:
        """Whether something as bad as this was found."""
        return least != "never" and any(self._found[severity] for severity in WORST[: WORST.index(least) + 1])

    def summary(self, besides: str = "", fixes: bool = False) -> str:
        """What was found in how many articles, as a sentence; with `fixes` a second one about what can be mended."""
        counts = [counted(self._found[severity], severity) for severity in WORST if self._found[severity]]
        problems = ", ".join(counts[:-1]) + " and " + counts[-1] if len(counts) > 1 else "".join(counts)
        sentence = f"{problems or 'No problems'} in {counted(self.articles, 'article')}{besides}."
        mendable = sum(self._fixable.values())
        return sentence + (f" {mendable:,} can be mended with “factlint fix”." if mendable and fixes else "")


def counted(number: int, noun: str) -> str:
    """“1 article”, “2 articles”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
