"""A conditional logit: which of several candidates is chosen, by weights of their features."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

Weights = dict[str, float]


class Choice(NamedTuple):
    """One choice to learn from.

    text: which text it stands in.
    candidates: the features of each candidate.
    right: which of them are right, by their places.
    """

    text: str
    candidates: list[tuple[str, ...]]
    right: set[int]


class Fit(NamedTuple):
    """How weights are fitted: stochastic gradient ascent on the conditional likelihood, with a falling rate.

    penalty: of the squared weights.
    rate: of the first epoch.
    epochs: how often all choices are seen; the weights are the mean of the later half.
    least: how many candidates have to show a feature.
    """

    penalty: float
    rate: float
    epochs: int
    least: int

    def weights(self, rows: Sequence[Choice], seed: int = 0) -> Weights:
        """The weights of all features that are seen often enough."""
        seen = Counter(name for row in rows for features in row.candidates for name in features)
        known = {name for name, times in seen.items() if times >= self.least}
        order = [([[n for n in names if n in known] for names in r.candidates], r.right) for r in rows if r.right]
        weights: Weights = defaultdict(float)
        mean: Weights = defaultdict(float)
        shuffle = random.Random(seed)
        late = self.epochs // 2
        for epoch in range(self.epochs):
            shuffle.shuffle(order)
            for candidates, right in order:
                self._step(weights, candidates, right, self.rate / (1 + epoch / 4))
            if epoch >= late:
                for name, weight in weights.items():
                    mean[name] += weight / (self.epochs - late)
        return dict(mean)

    def _step(self, weights: Weights, candidates: list[list[str]], right: set[int], rate: float) -> None:
        scores = [sum([weights[name] for name in names]) for names in candidates]
        top = max(scores)
        masses = [exp(score - top) for score in scores]
        total = sum(masses)
        good = sum(masses[row] for row in right)
        for row, names in enumerate(candidates):
            push = (masses[row] / good if row in right else 0.0) - masses[row] / total
            for name in names:
                weights[name] += rate * (push - self.penalty * weights[name])

    def cross_validated(self, rows: Sequence[Choice], folds: int) -> list[float]:
        """Accuracy on each part of the texts by weights fitted on the others."""
        texts = sorted({row.text for row in rows})
        random.Random(0).shuffle(texts)
        part = {text: number % folds for number, text in enumerate(texts)}
        return [
            accuracy(
                [row for row in rows if part[row.text] == fold],
                self.weights([row for row in rows if part[row.text] != fold]),
            )
            for fold in range(folds)
        ]


def accuracy(rows: Sequence[Choice], weights: Weights) -> float:
    """The share of choices whose best candidate is a right one."""
    hits = 0
    for row in rows:
        scores = [sum(weights.get(name, 0.0) for name in names) for names in row.candidates]
        hits += bool(scores) and scores.index(max(scores)) in row.right
    return hits / max(1, len(rows))


def as_yaml(weights: Weights, negligible: float) -> str:
    """The weights as lines of YAML, those too small to matter left out."""
    lines = (
        f"  {json.dumps(name, ensure_ascii=False)}: {weights[name]:.2f}"
        for name in sorted(weights)
        if abs(weights[name]) >= negligible
    )
    return "\n".join(lines)
