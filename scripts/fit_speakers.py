"""Fits the weights of speaker candidates and prints rules/lexicon/en/speaker-weights.yml.

    python scripts/fit_speakers.py GOLD.jsonl… [--folds 0] > rules/lexicon/en/speaker-weights.yml

A gold file has one JSON object a line: `text`, and `quotes`, each with `start` and `end` in code points, its marks
included, and `speaker`: none, or `start`, `end` and `kind` (pronoun for he, who, it). The weights are those of a
conditional logit over the candidates of each quotation, with a quadratic penalty, for whole utterances and for words in
another sentence each. `--folds` prints cross-validated accuracy instead.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from factlint.facts.annotate import Facts
from factlint.facts.speech.candidates import Candidate, Gallery
from factlint.facts.speech.credits import by_rules, works_of
from factlint.facts.speech.cues import verbs_of
from factlint.facts.speech.quotes import outer_quotations
from factlint.lint.rulebook import load_lexicon, rules_folder
from factlint.read import read

Weights = dict[str, float]
_PENALTY = 0.06
_RATE = 0.15
_EPOCHS = 20
_LEAST_SEEN = 5  # candidates that show a feature
_NEGLIGIBLE = 0.05
_ALIKE = 0.5  # of the text that either quotation covers, that both do
_SMALL = 3  # letters; a shared word is longer, or has a capital


class Example(NamedTuple):
    """One quotation to learn from.

    text: which text it stands in.
    direct: whether it is a whole utterance.
    candidates: the features of each candidate.
    right: which of them are right.
    """

    text: str
    direct: bool
    candidates: list[tuple[str, ...]]
    right: set[int]


def examples(path: Path) -> list[Example]:
    """The quotations of a gold file that somebody is credited with."""
    lexicon = load_lexicon(rules_folder())
    verbs = verbs_of(lexicon)
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            item = json.loads(line)
            facts = Facts(read("item.txt", item["text"].encode(), lexicon), lexicon)
            places = outer_quotations(facts, verbs)
            gallery = Gallery(facts, verbs)
            works = works_of(facts, places)
            for work, credit in zip(works, by_rules(facts, works, verbs), strict=True):
                gold = _gold(item["quotes"], work.quotation.start, work.quotation.end)
                if gold is None or gold["speaker"] is None:
                    continue
                subject, way = (credit.subject, credit.way) if credit else (None, "none")
                rows = gallery.candidates(work.quotation, work.first, work.last, subject, way)
                fitting = [row for row, candidate in enumerate(rows) if _fits(facts, candidate, gold["speaker"])]
                # Of “a spokeswoman for the mill” the head comes first; the mill has said nothing.
                right = {min(fitting, key=lambda row: rows[row].phrase.first)} if fitting else set()
                found.append(Example(f"{path.name} {number}", work.direct, [row.features for row in rows], right))
    return found


def _gold(quotes: list[dict[str, Any]], start: int, end: int) -> dict[str, Any] | None:
    def share(quote: dict[str, Any]) -> float:
        common = max(0, min(end, quote["end"]) - max(start, quote["start"]))
        return common / (end - start + quote["end"] - quote["start"] - common)

    best = max(quotes, key=share, default=None)
    return best if best is not None and share(best) >= _ALIKE else None


def _fits(facts: Facts, candidate: Candidate, speaker: dict[str, Any]) -> bool:
    """Whether a candidate shares a word that says something with the speaker; a pronoun has to be that very one."""
    tokens = facts.tokens
    start = max(speaker["start"], tokens.starts[candidate.phrase.first])
    end = min(speaker["end"], tokens.ends[candidate.phrase.last - 1])
    if start >= end:
        return False
    words = tokens.text[start:end].replace("'", " ").replace("’", " ").split()
    return speaker["kind"] == "pronoun" or any(len(word) > _SMALL or word[0].isupper() for word in words)


def fit(rows: list[Example], seed: int = 0) -> Weights:
    """Stochastic gradient ascent on the conditional likelihood, with a falling rate; the mean of the last epochs."""
    seen = Counter(name for row in rows for features in row.candidates for name in features)
    known = {name for name, times in seen.items() if times >= _LEAST_SEEN}
    order = [([[n for n in names if n in known] for names in row.candidates], row.right) for row in rows if row.right]
    weights: Weights = defaultdict(float)
    mean: Weights = defaultdict(float)
    shuffle = random.Random(seed)
    late = _EPOCHS // 2
    for epoch in range(_EPOCHS):
        shuffle.shuffle(order)
        for candidates, right in order:
            _step(weights, candidates, right, _RATE / (1 + epoch / 4))
        if epoch >= late:
            for name, weight in weights.items():
                mean[name] += weight / (_EPOCHS - late)
    return dict(mean)


def _step(weights: Weights, candidates: list[list[str]], right: set[int], rate: float) -> None:
    scores = [sum([weights[name] for name in names]) for names in candidates]
    top = max(scores)
    masses = [exp(score - top) for score in scores]
    total = sum(masses)
    good = sum(masses[row] for row in right)
    for row, names in enumerate(candidates):
        push = (masses[row] / good if row in right else 0.0) - masses[row] / total
        for name in names:
            weights[name] += rate * (push - _PENALTY * weights[name])


def accuracy(rows: list[Example], weights: Weights) -> float:
    """The share of quotations whose best candidate is a right one."""
    hits = 0
    for row in rows:
        scores = [sum(weights.get(name, 0.0) for name in names) for names in row.candidates]
        hits += bool(scores) and scores.index(max(scores)) in row.right
    return hits / max(1, len(rows))


def cross_validated(rows: list[Example], folds: int) -> list[float]:
    """Accuracy on each part of the texts by weights fitted on the others."""
    texts = sorted({row.text for row in rows})
    random.Random(0).shuffle(texts)
    part = {text: number % folds for number, text in enumerate(texts)}
    return [
        accuracy([row for row in rows if part[row.text] == fold], fit([row for row in rows if part[row.text] != fold]))
        for fold in range(folds)
    ]


def main() -> None:
    """Fits, or cross-validates, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    rows = [row for path in options.gold for row in examples(path)]
    if not options.folds:
        print("# What each feature of a noun phrase is worth to a quotation that it may have said")
        print("# (facts/speech/candidates.py),")
        print("# for whole utterances and for words woven into a sentence. Fitted on annotated news by")
        print("# scripts/fit_speakers.py; none of its text is kept.")
    for kind in ("direct", "partial"):
        own = [row for row in rows if row.direct == (kind == "direct")]
        if options.folds:
            scores = cross_validated(own, options.folds)
            print(f"{len(own)} {kind}; accuracy by fold: {[round(score, 3) for score in scores]}")
            continue
        weights = fit(own)
        print(f"speaker-weights-{kind}:")
        for name in sorted(weights):
            if abs(weights[name]) >= _NEGLIGIBLE:
                print(f'  "{name}": {weights[name]:.2f}')


if __name__ == "__main__":
    main()
