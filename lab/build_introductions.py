"""Build rules/lexicon/en/introductions.txt: what may bring in the thing that a definite noun speaks of.

    apt-get install wordnet-base
    python lab/build_introductions.py [--wordnet FOLDER]

A crash is brought in by whatever is a crash (collision, derailment), by what a crash is (accident), by what happens
beside it (fire), and by every verb made of these or making them (collide, derail). For each noun of the list
`need-introduction` its common senses are taken with all that is narrower, the next wider ones with what is below
them where that is little, and the verbs and nouns derived from any of these with their near kin. The words of each of
the hand-written `occasions` bring in one another, whatever part of speech they are, and those of `more-introductions`
their noun. Words of everyday use that mean too much are left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import sources
import wordnet
import yaml

LEXICON = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "en"
sys.path.insert(0, str(LEXICON.parent.parent.parent))

from factlint.language.words import Words  # noqa: E402
from factlint.lexicon import Lexicon  # noqa: E402

_COMMON_SENSE = 0.12  # of the uses of a noun that were tagged
_WIDE = 400  # senses below a wider one, from which it counts alone
_WIDER = 100  # senses below one two steps wider, from which it does not count
_MANY = 150  # derived senses, from which their own near kin are too many
_FAR_KIN = 15  # uses in tagged texts, from which a word that is only derived from a near one means too much
_EVERYDAY = 150  # uses in tagged texts, from which a word means too much …
_TOO_WIDE = 2_000  # … unless it is a word for the thing itself or for what it is, with fewer senses below it


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    net = wordnet.Net(sources.WORDNET.read(parser.parse_args().wordnet))
    references = yaml.safe_load((LEXICON / "references.yml").read_text("utf-8"))
    by_hand = yaml.safe_load((LEXICON / "word-classes.yml").read_text("utf-8"))
    classes = (LEXICON / "word-classes.txt").read_text("utf-8")
    words = Words(Lexicon({**by_hand, "word-classes": classes}))
    rows = []
    for noun in sorted(set(references["need-introduction"].split())):
        found = {word for word in _kin(net, noun) if net.count(_bare(word)) < _EVERYDAY} | _itself(net, noun)
        found = {word for word in found if words.tags(_bare(word))}
        for kind in references["occasions"].values():
            if noun in kind:
                found.update(kind)
        found.update(references["more-introductions"].get(noun, ()))
        rows.append(" ".join([noun, *sorted(found - {noun})]))
    path = LEXICON / "introductions.txt"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{path.name}: {len(rows)} nouns, {path.stat().st_size} bytes")


def _bare(word: str) -> str:
    return word.removesuffix(".v")


def _kin(net: wordnet.Net, noun: str) -> set[str]:
    senses: set[tuple[str, str]] = set()
    own: set[tuple[str, str]] = set()
    for sense in net.common(noun, _COMMON_SENSE):
        own |= {sense, *net.below(sense), *net.pointed(sense, "@")}
        for wider in net.pointed(sense, "@"):
            below = net.below(wider)
            senses |= below if len(below) < _WIDE else {wider}
            for widest in net.pointed(wider, "@"):
                if len(below := net.below(widest)) < _WIDER:
                    senses |= below
    senses |= own
    derived = {made for sense in senses for made in net.pointed(sense, "+")}
    made_of_own = {made for sense in own for made in net.pointed(sense, "+")}
    few = derived if len(derived) < _MANY else set()
    near = {kin for made in few if made[0] == "v" for kin in net.pointed(made, "~$*>")}
    # “To pack” is kin to what fills a letter, and says nothing of one.
    far = {word for word in _words(net, (derived | near) - senses - made_of_own) if net.count(_bare(word)) < _FAR_KIN}
    return _words(net, senses | made_of_own) | far


def _itself(net: wordnet.Net, noun: str) -> set[str]:
    """The words for a noun's senses, for what is made of them, and for all that they are, as wide as “vehicle”."""
    found: set[tuple[str, str]] = set()
    for sense in net.common(noun, _COMMON_SENSE):
        found |= {sense, *net.pointed(sense, "+")}
        wider = net.pointed(sense, "@")
        while wider:
            found.update(wider)
            wider = [up for one in wider for up in net.pointed(one, "@") if len(net.below(up)) < _TOO_WIDE]
    return _words(net, found)


def _words(net: wordnet.Net, senses: set[tuple[str, str]]) -> set[str]:
    """The words of some senses; a verb with `.v` behind it, since “to back” brings in what “the back” does not."""
    return {
        word + (".v" if sense[0] == "v" else "")
        for sense in senses
        for word in net.synsets[sense].words
        if word.isalpha()
    }


if __name__ == "__main__":
    main()
