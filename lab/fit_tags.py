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
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factlint.facts.annotate import Facts
from factlint.language.context import EDGE, REST, Context
from factlint.language.tags import LETTERS, TAGS, Tagger, Weights, spans_of
from factlint.language.words import Words
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

GENRES = ("news", "interview", "court", "academic")
UNSCORED = frozenset({"PUNCT", "SYM", "X"})
_ROUNDS = 6
_MARGIN = 6  # by which the right tag has to outweigh the next
_LEAST = 3  # times that a feature has to be seen
_FIXED = 6  # times that a form has to be seen, always as one thing
_FIXED_AGAINST = 40  # the same, where the lexicon has it as something else too
_USUAL = 2  # times that a form has to be seen to have a usual tag
_SELDOM = 0.01  # of the times that a form is seen: what it is less often than that may be a slip
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
    tagger = Tagger(words, Weights.of(packed))
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


class Line(NamedTuple):
    """A sentence to fit on; `gold` has a letter where the right tag is known."""

    context: Context
    gold: Sequence[str]


def fit(documents: Sequence[Document], words: Words) -> str:
    """The weights, packed as `Weights` reads them."""
    fixed, usual = tables(documents, words)
    tagger = Tagger(words, Weights.of("\n\n".join((_pairs(fixed), _pairs(usual), ""))))
    lines = [
        Line(tagger.context(document.texts[first:last], document.lowers[first:last]), document.gold[first:last])
        for document in documents
        for first, last in document.spans
    ]
    weights = {name: ([0.0] * len(LETTERS), [0.0] * len(LETTERS)) for name in _frequent(lines)}
    known: list[dict[tuple[int, str, str], list[tuple[list[float], list[float]]]]] = [{} for _ in lines]
    order = list(range(len(lines)))
    shuffle = random.Random(1).shuffle
    now = 0
    for _ in range(_ROUNDS):
        shuffle(order)
        for number in order:
            context, gold = lines[number]
            before, before_that = EDGE, EDGE
            for at, form in enumerate(context.forms):
                letter, right = form.choices, gold[at]
                if len(letter) > 1:
                    now += 1
                    key = (at, before, before_that)
                    rows = known[number].get(key)
                    if rows is None:
                        names = names_of(context, at, before, before_that)
                        rows = known[number][key] = [weights[name] for name in names if name in weights]
                    scores = {choice: sum([row[0][_NUMBER[choice]] for row in rows]) for choice in letter}
                    letter = max(form.choices, key=scores.__getitem__)
                    if right in scores:
                        rival = max((choice for choice in scores if choice != right), key=scores.__getitem__)
                        if scores[right] <= scores[rival] + _MARGIN:
                            for weight, total in rows:
                                for changed, by in ((_NUMBER[right], 1), (_NUMBER[rival], -1)):
                                    weight[changed] += by
                                    total[changed] += by * now
                before_that, before = before, letter
    groups: dict[str, list[str]] = defaultdict(list)
    for (group, feature), (row, total) in sorted(weights.items()):
        # The mean of a weight over all steps: what it came to, less what it was not yet.
        mean = [round(_SCALE * (last - sums / now)) for last, sums in zip(row, total, strict=True)]
        packed = "".join(f"{letter}{weight}" for letter, weight in zip(LETTERS, mean, strict=True) if weight)
        if packed:
            groups[group] += [feature, packed]
    table = {group: " ".join(features) for group, features in groups.items()}
    return "\n\n".join((_pairs(fixed), _pairs(usual), _pairs(table))) + "\n"


def names_of(context: Context, at: int, before: str, before_that: str) -> list[tuple[str, str]]:
    """The features of a token, each with its group."""
    form = context.forms[at]
    groups = (
        (form.word, context.of_word(at, before)),
        (form.group, context.of_key(at, before, before_that)),
        (REST, context.of_place(at, before, before_that)),
    )
    return [(group, feature) for group, features in groups for feature in features]


def _frequent(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The features that are seen often enough to be fitted, with the gold's tags before a token."""
    seen: Counter[tuple[str, str]] = Counter()
    for context, gold in lines:
        before, before_that = EDGE, EDGE
        for at, form in enumerate(context.forms):
            if len(form.choices) > 1 and gold[at]:
                seen.update(names_of(context, at, before, before_that))
            before_that, before = before, gold[at] or form.guess
    return [name for name, count in seen.items() if count >= _LEAST]


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
        size = sum(tags.values())
        if size >= _USUAL:
            kept = [letter for letter in ranked[1:] if tags[letter] > 1 and tags[letter] >= _SELDOM * size]
            usual[lower] = "".join([ranked[0], *kept])
    return fixed, usual


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


def _pairs(table: dict[str, str]) -> str:
    return "\n".join(f"{key} {table[key]}" for key in sorted(table))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
