"""Fits the weights of pronoun candidates and prints rules/lexicon/en/salience.yml.

    python scripts/fit_salience.py GOLD.jsonl… [--rounds 2] [--folds 0] > rules/lexicon/en/salience.yml

A gold file has one JSON object a line: in the manner of GAP (Webster et al., Mind the GAP, 2018) `text`; `pronoun`, `a`
and `b` with `start` and `end` in code points; `a_is` and `b_is`; or `text` and `people`, each with `mentions` that have
`start`, `end` and `kind` (name or pronoun). The weights are those of a conditional logit over the candidates of each
pronoun and “nobody”, with a quadratic penalty. `--folds` prints cross-validated accuracy instead.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from factlint.facts.annotate import Facts
from factlint.facts.references.antecedents import Anaphor
from factlint.facts.references.resolution import Resolver
from factlint.facts.references.salience import Features
from factlint.lint.rulebook import load_lexicon, rules_folder
from factlint.read import read

Span = tuple[int, int]
Weights = dict[str, float]
_PENALTY = 0.002
_RATE = 0.1
_EPOCHS = 30
_LEAST_SEEN = 12  # candidates that show a feature
_FIXED = ("nobody they",)  # the gold has too few of them
_NEGLIGIBLE = 0.02


class Example(NamedTuple):
    """One pronoun to learn from.

    text: which text it stands in.
    candidates: the features of each candidate, nobody's last.
    right: which of them are right.
    """

    text: str
    candidates: list[Features]
    right: set[int]


def examples(path: Path, weights: Weights) -> list[Example]:
    """The pronouns of a gold file that have a right candidate."""
    lexicon = load_lexicon(rules_folder())
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            item = json.loads(line)
            resolver = Resolver(Facts(read("item.txt", item["text"].encode(), lexicon), lexicon))
            resolver.weights = weights
            answers = _answers(item)
            for anaphor in resolver.anaphors():
                answer = answers.get(resolver.facts.tokens.starts[anaphor.token])
                if answer is not None and anaphor.lemma != "they":
                    found.append(_example(f"{path.name} {number}", resolver, anaphor, *answer))
                resolver.resolve(anaphor)
    return [example for example in found if example.right]


def _answers(item: dict[str, Any]) -> dict[int, tuple[list[Span], list[Span] | None]]:
    """By the place of each pronoun the names that it stands for, and those that it does not; None for all names."""
    if "people" not in item:
        sides: dict[bool, list[Span]] = {True: [], False: []}
        for key in ("a", "b"):
            sides[item[f"{key}_is"]].append((item[key]["start"], item[key]["end"]))
        return {item["pronoun"]["start"]: (sides[True], sides[False])}
    found: dict[int, tuple[list[Span], list[Span] | None]] = {}
    for person in item["people"]:
        names = [(m["start"], m["end"]) for m in person["mentions"] if m["kind"] == "name"]
        for mention in person["mentions"]:
            if mention["kind"] == "pronoun":
                found[mention["start"]] = (names, None)
    return found


def _example(text: str, resolver: Resolver, anaphor: Anaphor, meant: list[Span], others: list[Span] | None) -> Example:
    candidates, nobody = resolver.antecedents.candidates(anaphor)
    tokens = resolver.facts.tokens
    named = [
        [(tokens.starts[run.first], tokens.ends[run.last - 1]) for run, _ in referent.somebody.named]
        for referent in resolver.facts.referents
    ]

    def rows(spans: list[Span]) -> set[int]:
        return {
            row
            for row, (who, _) in enumerate(candidates)
            if any(first < end and start < last for first, last in named[who] for start, end in spans)
        }

    everybody = set(range(len(candidates)))
    wrong = everybody if others is None else rows(others)
    right = rows(meant) if meant else {*everybody, len(candidates)} - wrong
    return Example(text, [*(features for _, features in candidates), nobody], right)


def fit(rows: list[Example], seed: int = 0) -> Weights:
    """Stochastic gradient ascent on the conditional likelihood, with a falling rate; the mean of the last epochs."""
    seen = Counter(name for example in rows for features in example.candidates for name in features)
    known = {name for name, times in seen.items() if times >= _LEAST_SEEN}
    weights: Weights = defaultdict(float)
    mean: Weights = defaultdict(float)
    order = [([_kept(features, known) for features in e.candidates], e.right) for e in rows]
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


def _kept(features: Features, known: set[str]) -> Features:
    return [name for name in features if name in known]


def _step(weights: Weights, candidates: list[Features], right: set[int], rate: float) -> None:
    scores = [sum([weights[name] for name in features]) for features in candidates]
    top = max(scores)
    masses = [exp(score - top) for score in scores]
    total = sum(masses)
    good = sum(masses[row] for row in right)
    for row, features in enumerate(candidates):
        push = (masses[row] / good if row in right else 0.0) - masses[row] / total
        for name in features:
            weights[name] += rate * (push - _PENALTY * weights[name])


def accuracy(rows: list[Example], weights: Weights) -> float:
    """The share of pronouns whose best candidate is a right one."""
    hits = 0
    for example in rows:
        scores = [sum(weights.get(name, 0.0) for name in features) for features in example.candidates]
        hits += scores.index(max(scores)) in example.right
    return hits / max(1, len(rows))


def cross_validated(rows: list[Example], folds: int) -> list[float]:
    """Accuracy on each part of the texts by weights fitted on the others."""
    texts = sorted({example.text for example in rows})
    random.Random(0).shuffle(texts)
    part = {text: number % folds for number, text in enumerate(texts)}
    return [
        accuracy(
            [example for example in rows if part[example.text] == fold],
            fit([example for example in rows if part[example.text] != fold]),
        )
        for fold in range(folds)
    ]


def main() -> None:
    """Fits, or cross-validates, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    weights = dict(load_lexicon(rules_folder()).table("salience"))
    fixed = {name: weights[name] for name in _FIXED}
    if options.folds:
        rows = [row for path in options.gold for row in examples(path, weights)]
        scores = cross_validated(rows, options.folds)
        print(f"{len(rows)} pronouns; accuracy by fold: {[round(score, 3) for score in scores]}")
        return
    for _ in range(options.rounds):
        rows = [row for path in options.gold for row in examples(path, weights)]
        weights = {**fit(rows), **fixed}
        print(f"{len(rows)} pronouns, {accuracy(rows, weights):.3f} right", file=sys.stderr)
    print("# What each feature of a candidate is worth to a pronoun (facts/references/antecedents.py). Fitted on the")
    print("# development half of GAP (Apache 2.0) and on annotated news by scripts/fit_salience.py; none of their")
    print("# text is kept.")
    print("salience:")
    for name in sorted(weights):
        if abs(weights[name]) >= _NEGLIGIBLE:
            print(f'  "{name}": {weights[name]:.2f}')


if __name__ == "__main__":
    main()
