"""Fit rules/lexicon/en/unmet-pairs.txt: small words that no text has side by side, though both are frequent.

    pip install symspellpy==6.10.1
    python lab/fit_unmet_pairs.py TEXTS.jsonl ... [--held-out]

Each file has one JSON object a line with the key `text`. A pair is unmet where the two words, were words put in any
order, would stand side by side a few times in these texts, and never do; one that is among the quarter of a million
commonest pairs of symspellpy, which were counted in scanned books, has to be missed more often. Only the kinds of pairs
are asked that `unmet-kinds` in slips.yml names. With `--held-out` every fifth text is left out of the count, and what
of it is flagged is printed; nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import sources

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factlint.facts.annotate import Facts
from factlint.facts.text.unmet_pairs import find_unmet_pairs, pairs_of
from factlint.lexicon import Lexicon
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

_EXPECTED = 1  # times that a pair would stand there by chance
_SURE = 12  # the same, for a pair that scanned books have, where a line of one column runs into the next
_MET = 1  # times that it may: a slip of the text
_HELD_OUT = 5

Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--held-out", action="store_true")
    args = parser.parse_args()
    lexicon = load_lexicon(rules_folder())
    articles = [facts for path in args.texts for facts in _articles(path, lexicon)]
    if args.held_out:
        kept = [facts for number, facts in enumerate(articles) if number % _HELD_OUT]
        pairs = pairs_of(_packed(_unmet(kept, lexicon)))
        tokens = found = 0
        for facts in articles[::_HELD_OUT]:
            tokens += len(facts.tokens)
            for lapse in find_unmet_pairs(facts, pairs):
                found += 1
                print(facts.article.text[max(0, lapse.start - 40) : lapse.end + 40].replace("\n", " "))
        print(f"{sum(map(len, pairs.values()))} pairs, {found} flagged in {tokens} tokens")
        return
    path = Path(str(rules_folder())) / "lexicon" / "en" / "unmet-pairs.txt"
    path.write_text(_packed(_unmet(articles, lexicon)), "utf-8")
    print(f"{path.name}: {path.stat().st_size} bytes")


def _articles(path: Path, lexicon: Lexicon) -> Iterator[Facts]:
    for line in path.read_text("utf-8").splitlines():
        text = json.loads(line).get("text")
        if text:
            yield Facts(read("item.txt", text.encode(), lexicon), lexicon)


def _unmet(articles: Iterable[Facts], lexicon: Lexicon) -> Iterator[Pair]:
    words: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    for facts in articles:
        lowers = facts.tokens.lowers
        words.update(lowers)
        pairs.update(pairwise(lowers))
    total, common = sum(words.values()), _common()
    by_kind = lexicon.values("unmet-words")
    met = {tuple(pair.split()) for pair in lexicon.words("unmet-but-met")}
    asked = {
        (first, second)
        for kind, kinds in lexicon.values("unmet-kinds").items()
        for first in by_kind[kind]
        for other in kinds
        for second in by_kind[other]
    }
    for pair in sorted(asked - met):
        expected = words[pair[0]] * words[pair[1]] / total
        if expected >= (_SURE if pair in common else _EXPECTED) and pairs[pair] <= _MET:
            yield pair


def _common() -> set[Pair]:
    """The commonest pairs of words in books."""
    spec = find_spec("symspellpy")
    if spec is None or spec.origin is None:
        raise sources.SourceError("The package symspellpy is missing: see the head of this file.")
    name = "frequency_bigramdictionary_en_243_342.txt"
    raw = sources.PAIRS.read(Path(spec.origin).parent)[name].decode("utf-8-sig")
    return {(first, second) for first, second, _ in map(str.split, raw.splitlines())}


def _packed(pairs: Iterable[Pair]) -> str:
    """A line a first word, with all that never follow it."""
    rows: dict[str, list[str]] = {}
    for first, second in pairs:
        rows.setdefault(first, []).append(second)
    return "".join(f"{first} {' '.join(seconds)}\n" for first, seconds in sorted(rows.items()))


if __name__ == "__main__":
    main()
