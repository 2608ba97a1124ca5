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
import sys
from pathlib import Path
from typing import Any

from logit import Choice, Fit, Weights, accuracy, as_yaml

from factlint.facts.annotate import Facts
from factlint.facts.references.antecedents import Anaphor
from factlint.facts.references.resolution import Resolver
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

Span = tuple[int, int]
_FIT = Fit(penalty=0.01, rate=0.1, epochs=30, least=8)
_FIXED = ("nobody they",)  # the gold has too few of them
_NEGLIGIBLE = 0.02


def examples(path: Path, weights: Weights) -> list[Choice]:
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


def _example(text: str, resolver: Resolver, anaphor: Anaphor, meant: list[Span], others: list[Span] | None) -> Choice:
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
    return Choice(text, [*(features for _, features in candidates), nobody], right)


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
        scores = _FIT.cross_validated(rows, options.folds)
        print(f"{len(rows)} pronouns; accuracy by fold: {[round(score, 3) for score in scores]}")
        return
    for _ in range(options.rounds):
        rows = [row for path in options.gold for row in examples(path, weights)]
        weights = {**_FIT.weights(rows), **fixed}
        print(f"{len(rows)} pronouns, {accuracy(rows, weights):.3f} right", file=sys.stderr)
    print("# What each feature of a candidate is worth to a pronoun (facts/references/antecedents.py). Fitted on the")
    print("# development half of GAP (Apache 2.0) and on annotated news by scripts/fit_salience.py; none of their")
    print("# text is kept.")
    print("salience:")
    print(as_yaml(weights, _NEGLIGIBLE))


if __name__ == "__main__":
    main()
