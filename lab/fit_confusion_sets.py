"""Fit rules/lexicon/en/confusion-weights.txt: what stands around each of two words that are put for one another.

    python lab/fit_confusion_sets.py TEXTS.jsonl ... [--shown 3]

Each file has one JSON object a line with the key `text`. For each pair of `confusion-sets` in confusions.yml a logistic
regression (weights averaged over all steps) tells the one from the other by the words, and the classes of words, on
either side. It is fitted five times, each time without a fifth of the texts, and that fifth is then asked: the limit
over which a word is told lies where the scores of words in their own place, by the tail of their distribution, would
pass it once in ten times as many texts. A direction in which too few of the other's places pass the limit is left out.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factlint.facts.annotate import Facts
from factlint.facts.text.confusion_sets import features_of, sign_reader
from factlint.facts.text.prose import KINDS
from factlint.lexicon import Lexicon
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

_FOLDS = 5
_ROUNDS = 6
_RATE, _DECAY = 0.2, 1e-3
_SEEN = 2  # times that a feature has to be seen
_MOST = 6000  # places of a form that are learnt from
_RATIO = 20  # places of the commoner form to one of the rarer
_KEPT = 400  # features of a pair
_LEAST = 0.15  # the weight of one that is kept
_MARGIN = 0.5  # of a score, for what such texts have not shown
_EXPECTED = 0.1  # times that the limit is passed in texts as many as these
_SLIPS = 500  # places of a form of which one may be a slip of the text
_MOST_SLIPS = 4
_FOUND = 0.2  # of the places of the other that have to pass the limit
_FEWEST = 12  # places of either form
_SURE = 60  # places of a form before it is told

Place = tuple[int, tuple[str, ...], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--shown", type=int, default=0, help="places of a text to print that would be told")
    args = parser.parse_args()
    lexicon = load_lexicon(rules_folder())
    pairs = [tuple(pair.split("|")) for pair in lexicon.words("confusion-sets")]
    places = _places(_articles(args.texts, lexicon), {form for pair in pairs for form in pair})
    untold = lexicon.words("confusion-untold")
    blocks: list[str] = []
    for first, second in sorted(pairs):
        if min(len(places[first]), len(places[second])) >= _FEWEST:
            blocks += _block(first, second, places[first], places[second], untold, args.shown)
    path = Path(str(rules_folder())) / "lexicon" / "en" / "confusion-weights.txt"
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")
    print(f"{path.name}: {len(blocks)} pairs, {path.stat().st_size} bytes")


def _articles(paths: Sequence[Path], lexicon: Lexicon) -> Iterator[Facts]:
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            text = json.loads(line).get("text")
            if text:
                yield Facts(read("item.txt", text.encode(), lexicon), lexicon)


def _places(articles: Iterator[Facts], forms: set[str]) -> dict[str, list[Place]]:
    """Where each form stands: the article, the features, the words around."""
    by_first = defaultdict(list)
    for form in forms:
        tokens = tuple(form.split("_"))
        by_first[tokens[0]].append((tokens, form))
    longest = {first: sorted(found, key=lambda item: -len(item[0])) for first, found in by_first.items()}
    places: dict[str, list[Place]] = {form: [] for form in forms}
    for number, facts in enumerate(articles):
        lowers, texts, signs = facts.tokens.lowers, facts.tokens.texts, sign_reader(facts)
        for sentence in facts.sentences:
            if sentence.kind not in KINDS:
                continue
            for at in range(sentence.first, sentence.last):
                if lowers[at] not in longest or (texts[at] != lowers[at] and at != sentence.first):
                    continue
                for tokens, form in longest[lowers[at]]:
                    if tuple(lowers[at : at + len(tokens)]) == tokens:
                        last = at + len(tokens)
                        features = features_of(lowers, signs, at, last, sentence.first, sentence.last)
                        around = " ".join([*lowers[max(0, at - 5) : at], f"<{form}>", *lowers[last : last + 5]])
                        places[form].append((number, tuple(features), around))
                        break
    return places


def _block(
    first: str, second: str, one: list[Place], other: list[Place], untold: frozenset[str], shown: int
) -> Iterator[str]:
    """The lines of a pair, where one of the two can be told."""
    scores: tuple[list[tuple[float, str]], list[tuple[float, str]]] = ([], [])
    for fold in range(_FOLDS):
        bias, weights = _fitted(
            [place for place in one if place[0] % _FOLDS != fold],
            [place for place in other if place[0] % _FOLDS != fold],
        )
        for mine, places, sign in ((scores[0], one, 1), (scores[1], other, -1)):
            mine += [
                (sign * (bias + sum(weights.get(feature, 0.0) for feature in features)), around)
                for number, features, around in places
                if number % _FOLDS == fold
            ]
    limits = []
    for mine, others, form, meant in ((scores[0], scores[1], first, second), (scores[1], scores[0], second, first)):
        limit = _limit([score for score, _ in mine])
        found = sum(-score > limit for score, _ in others) / len(others)
        told = found >= _FOUND and len(mine) >= _SURE and f"{form}>{meant}" not in untold
        limits.append(str(round(100 * limit)) if told else "-")
        passed = sorted((item for item in mine if item[0] > limit), reverse=True) if told else []
        print(
            f"{form} of {first}|{second}: {len(mine)} places, limit {limit:.1f}, found {found:.2f}, {len(passed)} told"
        )
        for score, around in passed[:shown]:
            print(f"    {score:.1f} {around}")
    if limits != ["-", "-"]:
        bias, weights = _fitted(one, other)
        rows = [f"{feature} {round(100 * weight)}" for feature, weight in sorted(weights.items())]
        yield "\n".join([f"{first}|{second} {round(100 * bias)} {' '.join(limits)}", *rows])


def _fitted(one: list[Place], other: list[Place]) -> tuple[float, dict[str, float]]:
    """The bias and the weights that tell the second from the first."""
    rng = random.Random(0)
    most = min(_MOST, max(400, _RATIO * min(len(one), len(other))))
    drawn = [places if len(places) <= most else rng.sample(places, most) for places in (one, other)]
    counts = Counter(feature for places in drawn for _, features, _ in places for feature in features)
    data = [
        ([feature for feature in features if counts[feature] >= _SEEN], kind)
        for kind, places in enumerate(drawn)
        for _, features, _ in places
    ]
    sizes = [max(1, len(places)) for places in drawn]
    costs = [max(1.0, sizes[1 - kind] / sizes[kind]) ** 0.5 for kind in range(2)]
    weights: defaultdict[str, float] = defaultdict(float)
    sums: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    bias = bias_sum = 0.0
    step = 0
    for _ in range(_ROUNDS):
        rng.shuffle(data)
        for features, kind in data:
            step += 1
            score = bias + sum(weights[feature] for feature in features)
            slope = (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - kind) * costs[kind]
            if abs(slope) < 0.003:
                continue
            bias -= 0.02 * slope
            bias_sum += 0.02 * slope * step
            for feature in features:
                pull = slope + _DECAY * weights[feature]
                squares[feature] += pull * pull
                change = _RATE * pull / math.sqrt(squares[feature])
                weights[feature] -= change
                sums[feature] += change * step
    mean = {feature: weight + sums[feature] / step for feature, weight in weights.items()}
    best = sorted(mean, key=lambda feature: (-abs(mean[feature]) * math.log1p(counts[feature]), feature))[:_KEPT]
    return bias + bias_sum / step, {feature: mean[feature] for feature in best if abs(mean[feature]) >= _LEAST}


def _limit(scores: list[float]) -> float:
    """Where the tail of the scores would be passed as seldom as is allowed."""
    ranked = sorted(scores, reverse=True)[min(_MOST_SLIPS, round(len(scores) / _SLIPS)) :]
    count = min(max(5, len(ranked) // 50), 20, len(ranked) - 1)
    base = ranked[count]
    mean = max(0.15, sum(score - base for score in ranked[:count]) / count)
    return max(base + mean * math.log(count / _EXPECTED), 0.5) + _MARGIN


if __name__ == "__main__":
    main()
