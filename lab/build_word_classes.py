"""Build rules/lexicon/en/word-classes.txt: the parts of speech and classes of the words that news uses.

    apt-get install wordnet-base
    pip install lemminflect==0.2.3 symspellpy==6.10.1 pyyaml
    python lab/build_word_classes.py [--wordnet FOLDER]

A word is taken where WordNet has it and it is in use: counted in a large collection of books, listed with its
inflections in the SPECIALIST lexicon, or met in the texts that WordNet's makers tagged. Its classes are those of its
common senses. Inflected forms are left to the endings in word-classes.yml, but for the ones that those get wrong.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import sources
import wordnet
import yaml

LEXICON = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "en"
sys.path.insert(0, str(LEXICON.parent.parent.parent))

from factlint.language.words import Words  # noqa: E402
from factlint.lexicon import Lexicon  # noqa: E402

_IN_USE = 100_000  # times in symspellpy's counts, of some 10¹²
_ONLY_INFLECTED = 300_000  # the same, for a word that the SPECIALIST lexicon alone has
_COMMON_SENSE = 0.2  # of the uses of a word that were tagged
_RARE_PART = 0.08  # of the uses of a word that were tagged, as one part of speech
_FEW = 10  # uses; from fewer a part of speech is not called rare
_BLOCK = 64  # words
_LETTERS = {"noun": "N", "verb": "V", "adj": "A", "adv": "D"}
_FORMS = {"noun": ("p",), "verb": ("d", "n", "g", "s"), "adj": ("r", "t"), "adv": ("r", "t")}

Inflections = dict[tuple[str, str], list[list[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    net = wordnet.entries(sources.WORDNET.read(parser.parse_args().wordnet))
    table = _inflections()
    used = _used()
    signatures = {
        word: signature
        for word in sorted(_chosen(net, table, used))
        if (signature := " ".join(_parts(word, net, table)))
    }
    by_hand = yaml.safe_load((LEXICON / "word-classes.yml").read_text("utf-8"))
    regular = Words(Lexicon({**by_hand, "word-classes": _text(signatures)}))
    for form, parts in _irregular(table, net, regular, signatures).items():
        signatures[form] = " ".join([*signatures.get(form, "").split(), *parts])
    for word in _singular(net, regular, signatures):
        signatures[word] += f" N={word}"
    path = LEXICON / "word-classes.txt"
    path.write_text(_text(signatures), "utf-8")
    print(f"{path.name}: {len(signatures)} words, {path.stat().st_size} bytes")


def _text(signatures: Mapping[str, str]) -> str:
    """A line a word, in order, in blocks parted by empty lines."""
    rows = [f"{word} {signatures[word]}" for word in sorted(signatures)]
    return "\n\n".join("\n".join(rows[at : at + _BLOCK]) for at in range(0, len(rows), _BLOCK)) + "\n"


def _chosen(
    net: Mapping[str, Mapping[str, wordnet.Entry]], table: Inflections, used: Mapping[str, int]
) -> Iterator[str]:
    listed = {lemma for lemma, _ in table}
    inflected = {form: lemma for (lemma, _), rows in table.items() for row in rows for form in row}
    for word in set().union(*net.values()):
        entries = [net[pos][word] for pos in net if word in net[pos]]
        if not _plain(word) or all(entry.instance for entry in entries):
            continue
        if word in listed or used.get(word, 0) >= _IN_USE or any(entry.count for entry in entries):
            yield word
    for word in listed:
        unknown = word not in inflected and not any(word in words for words in net.values())
        if unknown and _plain(word) and len(word) > 2 and used.get(word, 0) >= _ONLY_INFLECTED:
            yield word


def _plain(word: str) -> bool:
    return len(word) > 1 and word.islower() and word.replace("-", "").replace("'", "").isalpha() and word.isascii()


def _parts(word: str, net: Mapping[str, Mapping[str, wordnet.Entry]], table: Inflections) -> list[str]:
    """`N:person,group v:saying`: the parts of speech, the commonest first, each with its classes; rare ones small."""
    rows = []
    for pos, letter in _LETTERS.items():
        if (entry := net[pos].get(word)) is not None and not entry.instance:
            name = "P" if entry.capital else letter
            rows.append((-entry.count, len(rows), name, _common(entry), entry.count))
        elif not any(word in words for words in net.values()) and (word, pos) in table:
            rows.append((0, len(rows), letter, [], 0))
    total = sum(row[4] for row in rows)
    parts = []
    for _, _, name, classes, count in sorted(rows):
        rare = total >= _FEW and count < _RARE_PART * total
        parts.append((name.lower() if rare else name) + (":" + ",".join(classes) if classes else ""))
    return parts


def _common(entry: wordnet.Entry) -> list[str]:
    """The classes of the senses that make up a fifth of what was tagged, and that of the first sense."""
    shares: dict[str, int] = {}
    for name, count in entry.classes:
        shares[name] = shares.get(name, 0) + count
    first = entry.classes[0][0] if entry.classes else ""
    kept = [name for name, count in shares.items() if name == first or (count and count >= _COMMON_SENSE * entry.count)]
    return [name for name in kept if name]


def _irregular(
    table: Inflections,
    net: Mapping[str, Mapping[str, wordnet.Entry]],
    regular: Words,
    signatures: Mapping[str, str],
) -> dict[str, list[str]]:
    """Form → `Vd=see`, what the endings get wrong: the kind of form and the lemma."""
    found: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for (lemma, pos), sets in sorted(table.items()):
        letter = _LETTERS[pos]
        if lemma not in signatures or letter not in signatures[lemma].upper():
            continue
        for forms in sets:
            for kind, form in _cells(pos, forms):
                if not _plain(form) or (form == lemma and pos != "verb"):
                    continue
                kind, count = letter + kind, _count(net, pos, lemma)
                others = [base for other, base in regular.inflections(form) if other == kind]
                # "rent" is oftener a verb of its own than what was rent asunder; "taxes" are no taxis.
                rivals = [form] * (form != lemma) + others
                if lemma in others or any(_count(net, pos, rival) > count for rival in rivals):
                    continue
                found[form][kind] = max(found[form].get(kind, (-1, "")), (count, lemma))
    return {form: [f"{kind}={lemma}" for kind, (_, lemma) in sorted(rows.items())] for form, rows in found.items()}


def _singular(
    net: Mapping[str, Mapping[str, wordnet.Entry]], regular: Words, signatures: Mapping[str, str]
) -> Iterator[str]:
    """Nouns that look like plurals and are none: species, news."""
    for word in signatures:
        for kind, lemma in regular.inflections(word):
            if kind == "Np" and 0 <= _count(net, "noun", lemma) < _count(net, "noun", word):
                yield word
                break


def _cells(pos: str, forms: list[str]) -> Iterator[tuple[str, str]]:
    for kind, cell in zip(_FORMS[pos], forms, strict=False):
        # The participle's cell is empty where it is the past form.
        for form in (cell or forms[0] if kind == "n" else cell).split("/"):
            if form:
                yield kind, form


def _count(net: Mapping[str, Mapping[str, wordnet.Entry]], pos: str, lemma: str) -> int:
    return net[pos][lemma].count if lemma in net[pos] else -1


def _inflections() -> Inflections:
    """(lemma, part of speech) → rows of inflected forms, in the order of _FORMS."""
    raw = sources.SPECIALIST.read(_package("lemminflect") / "resources")["infl_lu.csv.gz"]
    table: Inflections = defaultdict(list)
    for lemma, pos, *forms in csv.reader(io.StringIO(gzip.decompress(raw).decode("utf-8"))):
        if lemma.islower():
            table[lemma, pos].append(forms)
    return table


def _used() -> dict[str, int]:
    raw = sources.COUNTS.read(_package("symspellpy"))["frequency_dictionary_en_82_765.txt"]
    return {word: int(count) for word, count in map(str.split, raw.decode("utf-8-sig").splitlines())}


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise sources.SourceError(f"The package {name} is missing: see the head of this file.")
    return Path(spec.origin).parent


if __name__ == "__main__":
    main()
