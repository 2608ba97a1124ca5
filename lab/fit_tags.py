"""Fit the weights of the part-of-speech tags: rules/lexicon/en/tag-weights.txt.

    python lab/fit_tags.py GOLD.jsonl [--held-out]

The gold file has one JSON object a line: `id`, `genre`, `text`, and `tokens`, each [start, end, tag, …] in code points,
the tag one of Universal Dependencies'. It is GUM (amir-zeldes/gum; annotations CC BY 4.0, its texts of news and
interview CC BY 2.5, court and academic CC BY 4.0); only these four kinds of text are read for the fit. With
`--held-out` every fifth document is left out of it and accuracy printed; nothing is written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factlint.facts.annotate import Facts
from factlint.language.context import EDGE
from factlint.language.tags import LETTERS, TAGS, Tagger, Weights, spans_of
from factlint.language.words import Words
from factlint.lint.rulebook import load_lexicon, rules_folder
from factlint.read import read

GENRES = ("news", "interview", "court", "academic")
UNSCORED = frozenset({"PUNCT", "SYM", "X"})
_ROUNDS = 6
_LEAST = 2  # times that a feature has to be seen
_FIXED = 6  # times that a form has to be seen, always as one thing
_FIXED_AGAINST = 40  # the same, where the lexicon has it as something else too
_USUAL = 2  # times that a form has to be seen to have a usual tag
_SCALE = 8  # a weight is rounded to an eighth
_LETTER = {tag: letter for letter, tag in TAGS.items()}
_NUMBER = {letter: number for number, letter in enumerate(LETTERS)}


class Document(NamedTuple):
    """A text with its spans and the letter of each token's tag; empty where the gold cuts the token otherwise."""

    name: str
    genre: str
    texts: Sequence[str]
    lowers: Sequence[str]
    spans: list[tuple[int, int]]
    gold: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--held-out", action="store_true")
    args = parser.parse_args()
    documents = load(args.gold)
    fitting = [document for document in documents if document.genre in GENRES]
    words = Words(load_lexicon(rules_folder()))
    if not args.held_out:
        packed = fit(fitting, words)
        path = Path(str(rules_folder())) / "lexicon" / "en" / "tag-weights.txt"
        path.write_text(packed, "utf-8")
        print(f"{path.name}: {len(packed.splitlines())} lines, {len(packed)} bytes, on {_digest(args.gold)}")
        return
    held_out = fitting[4::5]
    packed = fit([document for document in fitting if document not in held_out], words)
    tagger = Tagger(words, Weights(packed))
    print(f"weights: {len(packed)} bytes")
    report("held out", tagger, held_out)
    for genre in sorted({document.genre for document in documents} - set(GENRES)):
        report(genre, tagger, [document for document in documents if document.genre == genre])


def load(path: Path) -> list[Document]:
    lexicon = load_lexicon(rules_folder())
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        facts = Facts(read("item.txt", row["text"].encode(), lexicon), lexicon)
        tokens = facts.tokens
        tags = {(start, end): tag for start, end, tag, *_ in row["tokens"]}
        gold = [_LETTER.get(tags.get(span, ""), "") for span in zip(tokens.starts, tokens.ends, strict=True)]
        found.append(
            Document(row["id"], row["genre"], tokens.texts, tokens.lowers, spans_of(len(tokens), facts.sentences), gold)
        )
    return found


def fit(documents: Sequence[Document], words: Words) -> str:
    """The weights, packed as `Weights` reads them."""
    fixed, usual = tables(documents, words)
    tagger = Tagger(words, Weights("\n\n".join((_lines(fixed), _lines(usual), ""))))
    seen = Counter(feature for _, features in examples(documents, tagger) for feature in features)
    weights: dict[str, list[float]] = {
        feature: [0.0] * len(LETTERS) for feature, count in seen.items() if count >= _LEAST
    }
    totals = {feature: [0.0] * len(LETTERS) for feature in weights}
    order = random.Random(1)
    spans = [(document, span) for document in documents for span in document.spans]
    now = 0
    for _ in range(_ROUNDS):
        order.shuffle(spans)
        for document, (first, last) in spans:
            context = tagger.context(document.texts[first:last], document.lowers[first:last])
            before, before_that = EDGE, EDGE
            for at, form in enumerate(context.forms):
                letter, right = form.choices, document.gold[first + at]
                if len(letter) > 1:
                    now += 1
                    features = [f for f in context.features(at, before, before_that) if f in weights]
                    letter = max(form.choices, key=lambda choice: _score(weights, features, choice))
                    if right and right != letter and right in form.choices:
                        for feature in features:
                            for changed, by in ((right, 1), (letter, -1)):
                                weights[feature][_NUMBER[changed]] += by
                                totals[feature][_NUMBER[changed]] += by * now
                before_that, before = before, letter
    rows = {}
    for feature, row in weights.items():
        # The mean of a weight over all steps: what it came to, less what it was not yet.
        mean = [round(_SCALE * (last - total / now)) for last, total in zip(row, totals[feature], strict=True)]
        packed = "".join(f"{letter}{weight}" for letter, weight in zip(LETTERS, mean, strict=True) if weight)
        if packed:
            rows[feature] = packed
    return "\n\n".join((_lines(fixed), _lines(usual), _lines(rows)))


def _score(weights: dict[str, list[float]], features: list[str], choice: str) -> float:
    number = _NUMBER[choice]
    return sum(weights[feature][number] for feature in features)


def tables(documents: Sequence[Document], words: Words) -> tuple[dict[str, str], dict[str, str]]:
    """The forms that are always one thing, and the tags that each form had, the commonest first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for text, lower, letter in zip(document.texts, document.lowers, document.gold, strict=True):
            if letter and text[0].isalpha():
                counts[lower][letter] += 1
    fixed, usual = {}, {}
    for lower, tags in counts.items():
        ranked = sorted(tags, key=lambda letter: (-tags[letter], letter))
        plain = set(words.tags(lower)) <= {ranked[0]}
        if len(ranked) == 1 and tags[ranked[0]] >= (_FIXED if plain else _FIXED_AGAINST):
            fixed[lower] = ranked[0]
        if sum(tags.values()) >= _USUAL:
            usual[lower] = "".join(letter for letter in ranked if tags[letter] > 1 or letter == ranked[0])
    return fixed, usual


def examples(documents: Iterable[Document], tagger: Tagger) -> Iterable[tuple[str, list[str]]]:
    """The features of each token whose tag is not plain, with the gold's tags before it."""
    for document in documents:
        for first, last in document.spans:
            context = tagger.context(document.texts[first:last], document.lowers[first:last])
            before, before_that = EDGE, EDGE
            for at, form in enumerate(context.forms):
                right = document.gold[first + at] or form.guess
                if len(form.choices) > 1:
                    yield right, context.features(at, before, before_that)
                before_that, before = before, right


def report(name: str, tagger: Tagger, documents: Sequence[Document]) -> None:
    right = total = 0
    wrong: Counter[str] = Counter()
    for document in documents:
        found = tagger.tag(document.texts, document.lowers, document.spans)
        for letter, tag in zip(document.gold, found, strict=True):
            if letter and TAGS[letter] not in UNSCORED:
                total += 1
                right += TAGS[letter] == tag
                if TAGS[letter] != tag:
                    wrong[f"{TAGS[letter]}→{tag}"] += 1
    print(f"{name:10} {right / max(1, total):.4f} of {total}:", *(f"{pair} {n}" for pair, n in wrong.most_common(8)))


def _lines(table: dict[str, str]) -> str:
    return "\n".join(f"{key} {table[key]}" for key in sorted(table))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
