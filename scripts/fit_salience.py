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
from collections import defaultdict
from math import exp
from pathlib import Path
from typing import Any

from factlint.facts.annotate import Facts
from factlint.facts.pronouns import Resolver
from factlint.lint.rulebook import load_lexicon, rules_folder
from factlint.read import read

Span = tuple[int, int]
Example = tuple[list[dict[str, float]], set[int]]
_PENALTY = 0.002
_RATE = 0.15
_EPOCHS = 40
_FIXED = ("nobody for they",)


def examples(path: Path, weights: dict[str, float]) -> list[Example]:
    """For each pronoun its candidates' features, nobody's last, and which of them are right."""
    lexicon = load_lexicon(rules_folder())
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            resolver = Resolver(Facts(read("item.txt", item["text"].encode(), lexicon), lexicon))
            resolver.weights = weights
            answers = _answers(item)
            for anaphor in resolver.anaphors():
                answer = answers.get(resolver.facts.tokens.starts[anaphor.token])
                if answer is not None:
                    found.append(_example(resolver, anaphor, *answer))
                resolver.resolve(anaphor)
    return [example for example in found if example[1]]


def _answers(item: dict[str, Any]) -> dict[int, tuple[list[Span], list[Span]]]:
    """By the place of each pronoun the names that it stands for, and those that it does not."""
    if "people" not in item:
        sides: dict[bool, list[Span]] = {True: [], False: []}
        for key in ("a", "b"):
            sides[item[f"{key}_is"]].append((item[key]["start"], item[key]["end"]))
        return {item["pronoun"]["start"]: (sides[True], sides[False])}
    found = {}
    for person in item["people"]:
        names = [(m["start"], m["end"]) for m in person["mentions"] if m["kind"] == "name"]
        for mention in person["mentions"]:
            if mention["kind"] == "pronoun" and names:
                found[mention["start"]] = (names, [])
    return found


def _example(resolver: Resolver, anaphor: Any, meant: list[Span], others: list[Span]) -> Example:
    candidates = resolver.antecedents.candidates(anaphor)
    people = resolver.antecedents.people

    def rows(spans: list[Span]) -> set[int]:
        return {
            row
            for row, (person, _) in enumerate(candidates)
            if any(n.start < end and start < n.end for n in people[person].names for start, end in spans)
        }

    right = rows(meant) if meant else set(range(len(candidates) + 1)) - rows(others)
    return [features for _, features in candidates] + [{"nobody": 1.0}], right


def fit(rows: list[Example], start: dict[str, float], seed: int = 0) -> dict[str, float]:
    """Stochastic gradient ascent on the conditional likelihood, with a falling rate."""
    weights: dict[str, float] = defaultdict(float, start)
    order = list(rows)
    shuffle = random.Random(seed)
    for epoch in range(_EPOCHS):
        shuffle.shuffle(order)
        rate = _RATE / (1 + epoch / 4)
        for candidates, right in order:
            scores = [sum(weights[k] * v for k, v in features.items()) for features in candidates]
            top = max(scores)
            masses = [exp(score - top) for score in scores]
            total = sum(masses)
            good = sum(masses[row] for row in right)
            for row, features in enumerate(candidates):
                push = (masses[row] / good if row in right else 0.0) - masses[row] / total
                for name, value in features.items():
                    weights[name] += rate * (push * value - _PENALTY * weights[name])
    return dict(weights)


def accuracy(rows: list[Example], weights: dict[str, float]) -> float:
    """The share of pronouns whose best candidate is a right one."""
    hits = 0
    for candidates, right in rows:
        scores = [sum(weights.get(k, 0.0) * v for k, v in features.items()) for features in candidates]
        hits += scores.index(max(scores)) in right
    return hits / max(1, len(rows))


def main() -> None:
    """Fits, or cross-validates, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    weights = dict(load_lexicon(rules_folder()).table("salience"))
    fixed = {name: weights[name] for name in _FIXED if name in weights}
    if options.folds:
        rows = [row for path in options.gold for row in examples(path, weights)]
        scores = []
        for fold in range(options.folds):
            train = [row for number, row in enumerate(rows) if number % options.folds != fold]
            test = [row for number, row in enumerate(rows) if number % options.folds == fold]
            scores.append(accuracy(test, fit(train, {})))
        print(f"{len(rows)} pronouns; accuracy by fold: {[round(score, 3) for score in scores]}")
        return
    for _ in range(options.rounds):
        rows = [row for path in options.gold for row in examples(path, weights)]
        weights = {**fit(rows, {}), **fixed}
        print(f"{len(rows)} pronouns, {accuracy(rows, weights):.3f} right", file=sys.stderr)
    print("# What each feature of a candidate is worth to a pronoun (facts/antecedents.py). Fitted on the development")
    print("# half of GAP (Apache 2.0) and on annotated news by scripts/fit_salience.py; none of their text is kept.")
    print("salience:")
    for name in sorted(weights):
        print(f"  {name}: {weights[name]:.2f}")


if __name__ == "__main__":
    main()
