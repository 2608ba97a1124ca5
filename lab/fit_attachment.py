"""Fits the weights of subjects and objects and writes rules/lexicon/en/attachment.yml.

    python lab/fit_attachment.py GRAMMAR.jsonl [--held-out] [--gold-tags]

A gold file has one JSON object a line: `genre`, `text`, and `tokens`, each [start, end, UPOS, head, relation] with the
relations of Universal Dependencies (GUM: gum-corpus, annotations CC BY 4.0). Fitted on its news, interviews, court
records and academic papers by an averaged perceptron (Collins 2002); the same input gives the same bytes. `--held-out`
fits on four documents of five and prints how the fifth comes out instead.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from factlint.facts.annotate import Facts
from factlint.language.appositions import apposition_weights, find_pairs, without
from factlint.language.attachment import (
    VERBAL,
    codes_of,
    object_candidates,
    object_features,
    object_verb_features,
    subject_candidates,
    subject_features,
    subject_verb_features,
)
from factlint.language.constituents import agreement, find_groups, number_of, row_of, verbal
from factlint.language.parse import describer
from factlint.language.phrases import Chunk, find_chunks, grammar
from factlint.language.tags import tag
from factlint.language.words import words_of
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

GENRES = frozenset({"news", "interview", "court", "academic"})
TARGET = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "en" / "attachment.yml"
EPOCHS = 10
LEAST = 2  # times that a feature has to be seen
SCALE = 4  # steps of a weight
NEGLIGIBLE = 0.5  # as whole numbers are written, less is nothing
HEAD = """\
# What each feature of a phrase is worth to a verb that it may be the subject or object of: features by their weight.
# Fitted by lab/fit_attachment.py on GUM (annotations CC BY 4.0, see ../LICENSES.md); none of its text is kept.
"""
LEXICON = load_lexicon(rules_folder())


class Case(NamedTuple):
    """One choice: the features of every candidate (-1: none of them), and which is right.

    kind: subject or object.
    features: by candidate.
    right: the candidate.
    reachable: whether the right one is among the candidates, where there is one.
    """

    kind: str
    features: dict[int, list[str]]
    right: int
    reachable: bool


class Gold(NamedTuple):
    """What the annotation says, by token: of verbs their subjects and objects."""

    subjects: dict[int, int]
    objects: dict[int, int]


def cases(row: dict[str, Any], gold_tags: bool) -> tuple[list[Case], Counter[str]]:
    """The choices of one document, and how many of each kind the annotation has."""
    facts = Facts(read("item.txt", row["text"].encode(), LEXICON), LEXICON)
    tokens, sentences = facts.tokens, facts.sentences
    tags = aligned(row, tokens) if gold_tags else tag(tokens, sentences, LEXICON)
    gold = gold_of(row, tokens)
    had = Counter({"subject": len(gold.subjects), "object": len(gold.objects)})
    verbs, cutting = verbal(LEXICON), grammar(LEXICON)
    describe = describer(tokens.texts, tokens.lowers, tags, LEXICON, words_of(LEXICON))
    lowers = tokens.lowers

    found: list[Case] = []
    for sentence in sentences:
        first, last = sentence.first, sentence.last
        chunks = find_chunks(tokens.texts, lowers, tags, first, last, cutting)
        groups = find_groups(lowers, tags, first, last, verbs)
        whole = row_of(lowers, tags, first, last, chunks, groups, verbs)
        codes = codes_of(whole)
        line = [
            whole[place]
            for place in without(
                codes, find_pairs(whole, codes, chunks, tokens.texts, describe, apposition_weights(LEXICON))
            )
        ]
        codes = codes_of(line)

        def chunk(place: int) -> Chunk:
            return chunks[line[place].place]  # noqa: B023

        for at, constituent in enumerate(line):
            if constituent.code not in VERBAL:
                continue
            group = groups[constituent.place]
            verb = lowers[group.verb]
            number = number_of(group, lowers, tags, verbs)
            places = subject_candidates(codes, at)
            features = {
                place: subject_features(codes, at, place)
                + subject_verb_features(
                    codes, at, place, verb, agreement(number, chunk(place), lowers, tags, verbs) if place >= 0 else ""
                )
                for place in (-1, *places)
            }  # fmt: skip
            found.append(_case("subject", features, gold.subjects.get(group.verb), chunk))
            if constituent.code == "B":
                continue
            places = object_candidates(codes, at)
            features = {
                place: object_features(codes, at, place, group.passive) + object_verb_features(codes, at, place, verb)
                for place in (-1, *places)
            }
            found.append(_case("object", features, gold.objects.get(group.verb), chunk))
    return found, had


def _case(kind: str, features: dict[int, list[str]], token: int | None, chunk: Any) -> Case:
    right = -1
    if token is not None:
        right = next((p for p in features if p >= 0 and chunk(p).first <= token < chunk(p).last), -1)
    return Case(kind, features, right, (token is not None) == (right >= 0))


def aligned(row: dict[str, Any], tokens: Any) -> list[str]:
    """The annotation's part of speech for each token."""
    by_start = {token[0]: token[2] for token in row["tokens"]}
    tags = []
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        inside = [by_start[at] for at in range(start, end) if at in by_start]
        tags.append(next((each for each in reversed(inside) if each != "PART"), inside[0] if inside else "PUNCT"))
    return tags


def gold_of(row: dict[str, Any], tokens: Any) -> Gold:
    """The annotation's relations, by the article's own tokens."""
    gold = Gold({}, {})
    listed = row["tokens"]
    for start, _, _, head, relation in listed:
        if head < 0:
            continue
        here, there = tokens.at(start), tokens.at(listed[head][0])
        if relation in ("nsubj", "nsubj:pass") and listed[head][2] == "VERB":
            gold.subjects[there] = here
        elif relation == "obj" and listed[head][2] == "VERB":
            gold.objects[there] = here
    for start, _, _, head, relation in listed:
        if relation == "cop":
            # The subject of what a copula says is the copula's.
            subject = next((t for t in listed if t[3] == head and t[4] in ("nsubj", "nsubj:outer")), None)
            if subject is not None:
                gold.subjects[tokens.at(start)] = tokens.at(subject[0])
    return gold


def fit(cases: list[Case]) -> dict[str, float]:
    """Averaged weights of the features of one kind of choice."""
    cases = [case for case in cases if case.reachable]
    seen = Counter(feature for case in cases for listed in case.features.values() for feature in set(listed))
    weights: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    since: dict[str, int] = defaultdict(int)
    shuffled = random.Random(1)
    step = 0
    for _ in range(EPOCHS):
        shuffled.shuffle(cases)
        for case in cases:
            step += 1
            sums = {place: sum(weights[f] for f in listed) for place, listed in case.features.items()}
            chosen = max(sums, key=lambda place: (sums[place], -place))
            if chosen == case.right:
                continue
            for listed, change in ((case.features[case.right], 1), (case.features[chosen], -1)):
                for feature in listed:
                    if seen[feature] >= LEAST:
                        total[feature] += (step - since[feature]) * weights[feature]
                        since[feature] = step
                        weights[feature] += change
    averaged = {f: (total[f] + (step - since[f]) * w) / step for f, w in weights.items()}
    return {f: round(w * SCALE) for f, w in averaged.items() if abs(w) * SCALE >= NEGLIGIBLE}


def report(kind: str, weights: dict[str, float], cases: list[Case], had: int) -> str:
    """Precision, recall and F1 on other documents."""
    hit = gave = 0
    for case in cases:
        sums = {place: sum(weights.get(f, 0.0) for f in listed) for place, listed in case.features.items()}
        chosen = max(sums, key=lambda place: (sums[place], -place))
        gave += chosen >= 0
        hit += chosen >= 0 and chosen == case.right
    precision, recall = hit / max(1, gave), hit / max(1, had)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{kind}: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}; {len(weights)} weights"


def as_yaml(name: str, weights: dict[str, float]) -> Iterator[str]:
    """A list of the lexicon: features by their weight."""
    yield f"{name}:\n"
    by_weight: dict[int, list[str]] = defaultdict(list)
    for feature, weight in weights.items():
        by_weight[round(weight)].append(feature)
    for weight in sorted(by_weight):
        yield f'  "{weight}": |\n'
        line = "   "
        for feature in sorted(by_weight[weight]):
            if len(line) + len(feature) > 110:
                yield line + "\n"
                line = "   "
            line += " " + feature
        yield line + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--gold-tags", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.gold.read_text("utf-8").splitlines()]
    documents = [cases(row, args.gold_tags) for row in rows if row["genre"] in GENRES]
    parts = [HEAD]
    for kind in ("subject", "object"):
        fitted = [
            c for i, (found, _) in enumerate(documents) if i % 5 or not args.held_out for c in found if c.kind == kind
        ]
        weights = fit(fitted)
        if args.held_out:
            others = [(found, had) for i, (found, had) in enumerate(documents) if i % 5 == 0]
            tested = [c for found, _ in others for c in found if c.kind == kind]
            print(report(kind, weights, tested, sum(had[kind] for _, had in others)))
        parts += as_yaml(f"{kind}-weights", weights)
    if not args.held_out:
        TARGET.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
