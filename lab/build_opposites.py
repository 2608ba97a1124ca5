"""Build rules/lexicon/en/opposites.txt and kindred.txt: words that exclude one another, and nouns for one thing.

    apt-get install wordnet-base
    pip install symspellpy==6.10.1
    python lab/build_opposites.py [--wordnet FOLDER]

Opposites: for each two verbs, adjectives or nouns that WordNet calls antonyms, a line of their two sides. A side has
every word of the sense, of the narrower ones (of an adjective, the like ones), and the nouns derived from a verb's,
where that sense is a common one of the word. Kindred: a line a noun, with the numbers of its common senses and, behind
a bar, of the wider ones that are still narrow: a mountaineer is a climber.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import sources
import wordnet

LEXICON = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "en"

_COMMON = 0.25  # of the uses of a word that were tagged
_FEW = 4  # uses; of a word with fewer the first sense alone is common
_STEM = 4  # letters that a noun shares with the verb whose doing it is
_DEEP = 2  # steps down from a verb's sense
_FREQUENT = 400  # uses; of a word with more a sense must be most of them
_MOST = 0.5  # of the uses of a frequent word
_IN_USE = 3_000_000  # times in symspellpy's counts, of some 10¹²
_STEPS = 2  # up from a noun's sense
_WIDE = 300  # senses below one that is too wide to make two nouns one
_BLOCK = 64  # nouns
_USED = 2  # uses of a side's commonest word
_FAR = 2  # the sense of a word behind the first that is still one of those an antonym is told of

Key = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    files = sources.WORDNET.read(parser.parse_args().wordnet)
    net = wordnet.Net(files, ("noun", "verb", "adj", "adv"))
    known = {word for word, uses in _uses().items() if uses >= _IN_USE}
    rows = sorted({row for row in _opposites(net) if row})
    _write("opposites.txt", rows, "\n")
    nouns = _numbered(
        {noun: row for noun in net.lemmas("n") if _is_used(net, noun, known) and (row := _kindred(net, noun))}
    )
    _write("kindred.txt", ["\n".join(nouns[at : at + _BLOCK]) for at in range(0, len(nouns), _BLOCK)], "\n\n")


def _write(name: str, rows: list[str], between: str) -> None:
    path = LEXICON / name
    path.write_text(between.join(rows) + "\n", "utf-8")
    print(f"{name}: {len(rows)} rows, {path.stat().st_size} bytes")


def _opposites(net: wordnet.Net) -> Iterator[str]:
    for one, word, other, word_of_other in net.antonyms():
        if one > other or one[0] not in "va" or (net.rank(word, one) > _FAR or net.rank(word_of_other, other) > _FAR):
            continue
        sides = _side(net, one) | {f"{word}.{one[0]}"}, _side(net, other) | {f"{word_of_other}.{other[0]}"}
        both = sides[0] & sides[1]
        if all(any(net.count(word[:-2]) >= _USED for word in side - both) for side in sides):
            told = sorted(((one[0], word, sides[0] - both), (other[0], word_of_other, sides[1] - both)))
            yield " | ".join(f"{head}: {' '.join(sorted(words))}" for _, head, words in told)


def _side(net: wordnet.Net, key: Key) -> set[str]:
    """The words of one side, each with its part of speech: turn_down.v."""
    found: set[str] = set()
    level = {key}
    for _ in range(_DEEP + 1 if key[0] == "v" else 2):
        for sense in level:
            own = [word for word in net.synsets[sense].words if _is_common(net, word, sense)]
            found |= {f"{word}.{sense[0]}" for word in net.synsets[sense].words if _is_common(net, word, sense)}
            if key[0] == "v":
                found |= {
                    f"{word}.n" for noun in net.pointed(sense, "+") if noun[0] == "n"
                    for word in net.synsets[noun].words
                    if _is_common(net, word, noun) and any(word[:_STEM] == verb[:_STEM] for verb in own)
                }  # fmt: skip
        level = {below for sense in level for below in net.pointed(sense, "&" if key[0] == "a" else "~")}
    return found


def _is_common(net: wordnet.Net, word: str, key: Key) -> bool:
    rank, share, uses = net.use(word, key)
    if not word.replace("_", "").replace("-", "").isalpha():
        return False
    if uses > _FREQUENT:
        return share >= _MOST
    return rank == 0 if uses < _FEW else rank == 0 or share >= _COMMON


def _is_used(net: wordnet.Net, noun: str, known: set[str]) -> bool:
    """Whether news may have a noun: one that was met in texts, or of two words that are both in use."""
    if not noun.replace("_", "").replace("-", "").isalpha() or noun.count("_") > 1:
        return False
    if "_" in noun:
        return all(word in known for word in noun.split("_"))
    return noun in known and (net.count(noun) > 0 or len(net.senses(noun, "n")) == 1)


def _uses() -> dict[str, int]:
    """How often books have each word."""
    spec = find_spec("symspellpy")
    if spec is None or spec.origin is None:
        raise sources.SourceError("The package symspellpy is missing: see the head of this file.")
    raw = sources.COUNTS.read(Path(spec.origin).parent)["frequency_dictionary_en_82_765.txt"]
    return {word: int(uses) for word, uses in map(str.split, raw.decode("utf-8-sig").splitlines())}


def _kindred(net: wordnet.Net, noun: str) -> tuple[set[Key], set[Key]] | None:
    """A noun's common senses, and the wider ones that are narrow enough; None where it is kin to nothing."""
    senses = {key for key in net.senses(noun, "n") if _is_likely(net, noun, key) and not net.is_instance(key)}
    above: set[Key] = set()
    level = senses
    for _ in range(_STEPS):
        level = {up for key in level for up in net.pointed(key, "@") if _is_narrow(net, up)}
        above |= level
    return (senses, above - senses) if senses else None


def _is_likely(net: wordnet.Net, noun: str, key: Key) -> bool:
    rank, share, uses = net.use(noun, key)
    return rank == 0 or share >= _COMMON or (rank == 1 and uses < _FREQUENT)


def _numbered(found: dict[str, tuple[set[Key], set[Key]]]) -> list[str]:
    """A line a noun, with numbers for the senses that are some noun's own and of two nouns."""
    uses: dict[Key, int] = {}
    for own, wider in found.values():
        for key in own | wider:
            uses[key] = uses.get(key, 0) + 1
    told = {key for own, _ in found.values() for key in own if uses[key] > 1}
    numbers = {key: f"{number:x}" for number, key in enumerate(sorted(told))}
    rows = []
    for noun, (own, wider) in sorted(found.items()):
        if (own | wider) & told:
            sides = (" ".join(sorted(numbers[key] for key in keys & told)) for keys in (own, wider))
            rows.append(f"{noun} {'|'.join(sides)}")
    return rows


@cache
def _is_narrow(net: wordnet.Net, key: Key) -> bool:
    """Whether few enough senses are below one; it is not asked of those with many right below."""
    return len(net.pointed(key, "~")) <= _WIDE and len(net.below(key)) <= _WIDE


if __name__ == "__main__":
    main()
