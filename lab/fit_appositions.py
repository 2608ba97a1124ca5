"""Fits the weights of appositions and writes rules/lexicon/en/appositions.yml.

    python lab/fit_appositions.py GRAMMAR.jsonl [--held-out]

The gold file is that of fit_attachment.py (GUM: gum-corpus, annotations CC BY 4.0). Fitted on its news, interviews,
court records and academic papers, and on the sentences in appositions.txt, which were written for it: a choice among
the candidates and none, its likelihood raised by gradient steps with a price on the weights' squares. The same input
gives the same bytes. `--held-out` fits on four fifths of the documents and prints how the fifth comes out, for each of
the five, and then how the other kinds of text come out.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from fit_attachment import GENRES, LEXICON, as_yaml

from factlint.facts.annotate import Facts
from factlint.language.appositions import NONE, candidates_of, telling
from factlint.language.attachment import codes_of
from factlint.language.constituents import find_groups, row_of, verbal
from factlint.language.parse import describer
from factlint.language.phrases import find_chunks, grammar
from factlint.language.words import words_of
from factlint.read import read

TARGET = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "en" / "appositions.yml"
WRITTEN = Path(__file__).resolve().parent / "appositions.txt"
EPOCHS = 40
RATE = 0.5
PRICE = 0.6  # of a weight's square
LEAST = 2  # times that a feature has to be seen
SCALE = 8  # steps of a weight
HEAD = """\
# What each feature is worth to a phrase that may be in apposition to one before it: features by their weight.
# Fitted by lab/fit_appositions.py on GUM (annotations CC BY 4.0, see ../LICENSES.md); none of its text is kept.
"""


class Case(NamedTuple):
    """One choice: the features of each candidate, and which is right (-1: none)."""

    features: list[list[str]]
    right: int


class Document(NamedTuple):
    """The choices of one text, and how many appositions its annotation has."""

    genre: str
    cases: list[Case]
    had: int


def load(row: dict[str, Any]) -> Document:
    """The choices of one document."""
    listed = row["tokens"]
    pairs = [(listed[head][0], start) for start, _, _, head, relation in listed if relation == "appos" and head >= 0]
    return Document(row["genre"], cases_of(row["text"], pairs), len(pairs))


def written() -> list[Case]:
    """The choices of the sentences written for the fit."""
    found: list[Case] = []
    for line in WRITTEN.read_text("utf-8").splitlines():
        text, pairs, explained = "", [], 0
        for part in re.split(r"(\*[^*]+\*|=[^=]+=)", "" if line.startswith("#") else line):
            words = part.strip("*=")
            last = len(text) + words.rfind(" ") + 1
            if part.startswith("*"):
                explained = last
            elif part.startswith("="):
                pairs.append((explained, last))
            text += words
        if text:
            found += cases_of(text, pairs)
    return found


def cases_of(text: str, pairs: Sequence[tuple[int, int]]) -> list[Case]:
    """The choices of a text; of each apposition both heads' first code points are known."""
    facts = Facts(read("item.txt", text.encode(), LEXICON), LEXICON)
    tokens, tags, lowers = facts.tokens, facts.language.tags, facts.tokens.lowers
    gold: dict[int, set[int]] = defaultdict(set)
    for earlier, later in pairs:
        gold[tokens.at(later)].add(tokens.at(earlier))
    verbs, cutting = verbal(LEXICON), grammar(LEXICON)
    describe = describer(tokens.texts, lowers, tags, LEXICON, words_of(LEXICON))
    cases: list[Case] = []
    for sentence in facts.sentences:
        chunks = find_chunks(tokens.texts, lowers, tags, sentence.first, sentence.last, cutting)
        groups = find_groups(lowers, tags, sentence.first, sentence.last, verbs)
        line = row_of(lowers, tags, sentence.first, sentence.last, chunks, groups, verbs)
        told = telling(line, chunks, describe)
        for later, candidates in candidates_of(line, codes_of(line), chunks, tokens.texts, told):
            chunk = chunks[line[later].place]
            heads = {head for token in range(chunk.first, chunk.last) for head in gold.get(token, ())}
            spans = [chunks[line[earlier].place] for earlier, _ in candidates]
            right = [n for n, before in enumerate(spans) if any(before.first <= head < before.last for head in heads)]
            cases.append(Case([features for _, features in candidates], right[0] if right else -1))
    return cases


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """The weights of features."""
    seen = Counter(feature for case in cases for listed in case.features for feature in set(listed))
    numbers = {feature: number for number, feature in enumerate(sorted(f for f, n in seen.items() if n >= LEAST))}
    rows = [([[numbers[f] for f in listed if f in numbers] for listed in case.features], case.right) for case in cases]
    weights = [0.0] * len(numbers)
    squares = [1e-6] * len(numbers)
    for _ in range(EPOCHS):
        gradient = [-PRICE * weight for weight in weights]
        for candidates, right in rows:
            sums = [sum([weights[n] for n in listed]) for listed in candidates]
            top = max(0.0, *sums)
            powers = [math.exp(each - top) for each in sums]
            whole = sum(powers) + math.exp(-top)
            for number, listed in enumerate(candidates):
                step = (number == right) - powers[number] / whole
                for n in listed:
                    gradient[n] += step
        for n, each in enumerate(gradient):
            squares[n] += each * each
            weights[n] += RATE * each / math.sqrt(squares[n])
    return {feature: weights[n] * SCALE for feature, n in numbers.items()}


def tally(weights: dict[str, float], documents: Sequence[Document]) -> tuple[int, int, int]:
    """How many are right, found, and annotated."""
    hit = gave = 0
    for document in documents:
        for case in document.cases:
            sums = [sum(weights.get(f, 0.0) for f in listed) for listed in case.features]
            chosen = max(range(len(sums)), key=lambda n: (sums[n], -n))
            if sums[chosen] > NONE:
                gave += 1
                hit += chosen == case.right
    return hit, gave, sum(document.had for document in documents)


def shown(name: str, counts: tuple[int, int, int]) -> str:
    hit, gave, had = counts
    precision, recall = hit / max(1, gave), hit / max(1, had)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f} of {had}"


def rounded(weights: dict[str, float]) -> dict[str, float]:
    """Weights as they are written: whole numbers, nothing left out that counts."""
    return {feature: round(weight) for feature, weight in weights.items() if round(weight)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--held-out", action="store_true")
    args = parser.parse_args()
    documents = [load(json.loads(line)) for line in args.gold.read_text("utf-8").splitlines()]
    fitting = [document for document in documents if document.genre in GENRES]
    own = written()
    if args.held_out:
        parts = []
        for fold in range(5):
            weights = rounded(fit([*own, *(c for i, d in enumerate(fitting) if i % 5 != fold for c in d.cases)]))
            parts.append(tally(weights, fitting[fold::5]))
            print(shown(f"part {fold + 1}", parts[-1]), f"{len(weights)} weights")
        total = tuple(map(sum, zip(*parts, strict=True)))
        print(shown("held out", (total[0], total[1], total[2])))
    weights = rounded(fit([*own, *(case for document in fitting for case in document.cases)]))
    if args.held_out:
        print(shown("fitted on", tally(weights, fitting)))
        for genre in sorted({document.genre for document in documents} - GENRES):
            print(shown(genre, tally(weights, [d for d in documents if d.genre == genre])))
        return
    TARGET.write_text(HEAD + "".join(as_yaml("apposition-weights", weights)), encoding="utf-8")


if __name__ == "__main__":
    main()
