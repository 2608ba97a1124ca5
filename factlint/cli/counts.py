"""What is counted of many articles: findings by rule, by outlet and by month. Plain data, so that a run can go on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from factlint.cli.tally import WORST, FailOn, Tally
from factlint.run import Result

_MOST_TROUBLES = 20  # that are told one by one


class Counts:
    """Counts what passes."""

    def __init__(self) -> None:
        self.articles = 0
        self.troubled = 0
        self.troubles: list[str] = []
        self.severities: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.groups: dict[str, dict[str, Counter[str]]] = {"outlet": {}, "month": {}}

    def over(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, counted as they pass, each as what it says of itself."""
        for result in results:
            self.add(result)
            yield result

    def add(self, result: Result, outlet: str = "", month: str = "") -> None:
        """Counts one article, of an outlet and a month, else of those that it tells itself."""
        if result.trouble is not None:
            self.troubled += 1
            if len(self.troubles) < _MOST_TROUBLES:
                self.troubles.append(f"{result.path}: {result.trouble}")
            return
        self.articles += 1
        counted = Counter(finding.severity for finding in result.findings)
        self.severities += counted
        self.rules.update(f"{finding.code} {finding.rule} {finding.severity}" for finding in result.findings)
        origin = result.origin
        counted.update(articles=1, words=origin.words if origin else len(result.source.split()))
        outlet, month = outlet or (origin.outlet if origin else ""), month or (origin.month if origin else "")
        for group, name in (("outlet", outlet), ("month", month)):
            self.groups[group].setdefault(name, Counter()).update(counted)

    def fails(self, least: FailOn) -> bool:
        """Whether something as bad as this was found."""
        return least != "never" and any(self.severities[severity] for severity in WORST[: WORST.index(least) + 1])

    def summary(self, besides: str = "") -> str:
        """What was found in how many articles, as a sentence."""
        tally = Tally()
        tally.articles = self.articles
        tally.count(self.severities)
        return tally.summary(besides)

    def as_data(self) -> dict[str, Any]:
        """All of it as plain data."""
        return dict(self.__dict__)

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> Counts:
        """What `as_data` gave, once more."""
        counts = cls()
        counts.articles, counts.troubled = int(data["articles"]), int(data["troubled"])
        counts.troubles = list(data["troubles"])
        counts.severities, counts.rules = Counter(data["severities"]), Counter(data["rules"])
        counts.groups = {
            group: {name: Counter(counted) for name, counted in names.items()}
            for group, names in data["groups"].items()
        }
        return counts

    def statistics(self, form: str) -> Iterator[str]:
        """How often each rule found something; then articles, words and findings by outlet and by month."""
        rows = [
            (number, *key.split(" ")) for key, number in sorted(self.rules.items(), key=lambda row: (-row[1], row[0]))
        ]
        if form in ("json", "jsonl"):
            data = [{"code": code, "rule": rule, "severity": severity, "count": n} for n, code, rule, severity in rows]
            data += [
                {group: name or None, **_counted(counted)}
                for group, names in self.groups.items()
                for name, counted in sorted(names.items())
            ]
            yield json.dumps(data, indent=2, ensure_ascii=False) + "\n" if form == "json" else ""
            for entry in data if form == "jsonl" else ():
                yield json.dumps(entry, ensure_ascii=False) + "\n"
            return
        for number, code, rule, severity in rows:
            yield f"{number:>9,}  {code}  {severity:7}  {rule}\n"
        for group, names in self.groups.items():
            yield f"\n{'articles':>9}  {'words':>11}  {'errors':>8}  {'warnings':>8}  {'per 1,000':>9}  {group}\n"
            for name, counted in sorted(names.items()):
                told = _counted(counted)
                yield (
                    f"{told['articles']:>9,}  {told['words']:>11,}  {told['errors']:>8,}  {told['warnings']:>8,}"
                    f"  {told['per_thousand_words']:>9.2f}  {name or 'none told'}\n"
                )


def _counted(counted: Counter[str]) -> dict[str, Any]:
    found = counted["error"] + counted["warning"]
    words = counted["words"]
    return {
        "articles": counted["articles"],
        "words": words,
        "errors": counted["error"],
        "warnings": counted["warning"],
        "notes": counted["note"],
        "per_thousand_words": round(1000 * found / words, 3) if words else 0.0,
    }
