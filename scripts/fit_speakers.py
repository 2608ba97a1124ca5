"""Fits the weights of speaker candidates and prints rules/lexicon/en/speaker-weights.yml.

    python scripts/fit_speakers.py GOLD.jsonl… [--folds 0] > rules/lexicon/en/speaker-weights.yml

A gold file has one JSON object a line: `text`, and `quotes`, each with `start` and `end` in code points, its marks
included, and `speaker`: none, or `start`, `end` and `kind` (pronoun for he, who, it). The weights are those of a
conditional logit over the candidates of each quotation, with a quadratic penalty, for whole utterances and for words in
another sentence each. `--folds` prints cross-validated accuracy instead.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from logit import Choice, Fit, as_yaml

from factlint.facts.annotate import Facts
from factlint.facts.speech.candidates import Candidate, candidates
from factlint.facts.speech.credits import by_rules, works_of
from factlint.facts.speech.cues import verbs_of
from factlint.facts.speech.gallery import Gallery
from factlint.facts.speech.quotes import outer_quotations
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

_FIT = Fit(penalty=0.1, rate=0.15, epochs=20, least=6)
_NEGLIGIBLE = 0.1
_ALIKE = 0.5  # of the text that either quotation covers, that both do
_SMALL = 3  # letters; a shared word is longer, or has a capital


def examples(path: Path) -> list[tuple[bool, Choice]]:
    """The quotations of a gold file that somebody is credited with, and whether each is a whole utterance."""
    lexicon = load_lexicon(rules_folder())
    verbs = verbs_of(lexicon)
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            item = json.loads(line)
            facts = Facts(read("item.txt", item["text"].encode(), lexicon), lexicon)
            places = outer_quotations(facts, verbs)
            works = works_of(facts, places)
            credits = by_rules(facts, works, verbs)
            gallery = Gallery(facts, works, credits, verbs)
            for work, credit in zip(works, credits, strict=True):
                gold = _gold(item["quotes"], work.quotation.start, work.quotation.end)
                if gold is None or gold["speaker"] is None:
                    continue
                rows = candidates(gallery, work, credit)
                fitting = [row for row, candidate in enumerate(rows) if _fits(facts, candidate, gold["speaker"])]
                # Of “a spokeswoman for the mill” the head comes first; the mill has said nothing.
                right = {min(fitting, key=lambda row: rows[row].phrase.first)} if fitting else set()
                choice = Choice(f"{path.name} {number}", [row.features for row in rows], right)
                found.append((work.direct, choice))
    return found


def _gold(quotes: list[dict[str, Any]], start: int, end: int) -> dict[str, Any] | None:
    def share(quote: dict[str, Any]) -> float:
        common = max(0, min(end, quote["end"]) - max(start, quote["start"]))
        return common / (end - start + quote["end"] - quote["start"] - common)

    best = max(quotes, key=share, default=None)
    return best if best is not None and share(best) >= _ALIKE else None


def _fits(facts: Facts, candidate: Candidate, speaker: dict[str, Any]) -> bool:
    """Whether a candidate shares a word that says something with the speaker; a pronoun has to be that very one."""
    tokens = facts.tokens
    start = max(speaker["start"], tokens.starts[candidate.phrase.first])
    end = min(speaker["end"], tokens.ends[candidate.phrase.last - 1])
    if start >= end:
        return False
    words = tokens.text[start:end].replace("'", " ").replace("’", " ").split()
    return speaker["kind"] == "pronoun" or any(len(word) > _SMALL or word[0].isupper() for word in words)


def main() -> None:
    """Fits, or cross-validates, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    rows = [row for path in options.gold for row in examples(path)]
    if not options.folds:
        print("# What each feature of a noun phrase (facts/speech/candidates.py) is worth to a quotation that it")
        print("# may be the speaker of, for whole utterances and for words woven into a sentence. Fitted on annotated")
        print("# news by scripts/fit_speakers.py; none of its text is kept.")
    for kind in ("direct", "partial"):
        own = [row for direct, row in rows if direct == (kind == "direct")]
        if options.folds:
            scores = _FIT.cross_validated(own, options.folds)
            print(f"{len(own)} {kind}; accuracy by fold: {[round(score, 3) for score in scores]}")
            continue
        print(f"speaker-weights-{kind}:")
        print(as_yaml(_FIT.weights(own), _NEGLIGIBLE))


if __name__ == "__main__":
    main()
