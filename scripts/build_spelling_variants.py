"""Build rules/lexicon/en/spelling-variants.yml.

    apt-get install scowl
    pip install "symspellpy==6.10.1" pyyaml
    python scripts/build_spelling_variants.py

SCOWL says which words are British alone and which American alone; a spelling rule says which belong together.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from lexicon_yaml import row, write
from scowl import frequencies, ordinary_words

SIZE = 60
# British spelling, American spelling; each tried at every place where it fits.
RULES = [
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("ysi", "yzi"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("cre", "cer"),
    ("gre", "ger"),
    ("vre", "ver"),
    ("pre", "per"),
    ("tred", "tered"),
    ("tring", "tering"),
    ("ogue", "og"),
    ("ogu", "og"),
    ("ll", "l"),
    ("l", "ll"),
    ("ae", "e"),
    ("oe", "e"),
    ("ence", "ense"),
    ("ph", "f"),
    ("mme", "m"),
    ("ou", "o"),
    ("que", "ck"),
    ("eable", "able"),
    ("pp", "p"),
    ("gg", "g"),
    ("tt", "t"),
    ("ss", "s"),
    ("y", "i"),
    ("xion", "ction"),
    ("ould", "old"),
    ("dgement", "dgment"),
    ("ey", "ay"),
    ("wards", "ward"),
    ("ic", "ick"),
    ("tte", "t"),
    ("ise", "ice"),
    ("s", "z"),
    ("e", ""),
    ("c", "k"),
    ("st", ""),
    ("t", "ed"),
]
# Pairs that the rules make of two different words, or that both dialects write either way.
NOT_PAIRS = {
    "cardiae",
    "mantoes",
    "matres",
    "novenae",
    "oecus",
    "patinae",
    "trabeculae",
    "snowshoed",
    "preformative",
    "gybe",
    "gybed",
    "gybes",
    "gybing",
    "slyer",
    "slyest",
    "foregather",
    "foregathered",
    "foregathering",
    "foregathers",
    "flyer",
    "flyers",
    "manilla",
    "chaperone",
    "chaperones",
    "omelette",
    "omelettes",
    "abridgement",
    "abridgements",
    "dyked",
    "dyking",
    "defenced",
}


def main() -> None:
    by_hand = yaml.safe_load((Path(__file__).parent / "spelling_variants_by_hand.yml").read_text(encoding="utf-8"))
    pairs = {british: [american] for british, american in _derived().items()}
    pairs |= {british: [american] for british, american in by_hand["british-american"].items()}
    ambiguous = by_hand["british-american-ambiguous"]
    write(
        "spelling-variants.yml",
        """British and American spellings, and words that are spelled in several ways within one dialect. Source: SCOWL
        (permissive, see ../LICENSES.md) and scripts/spelling_variants_by_hand.yml. Built by
        scripts/build_spelling_variants.py.""",
        "\n# British form: the American one.\nbritish-american:\n",
        *(row(word, forms) for word, forms in sorted(pairs.items()) if word not in ambiguous),
        "\n# The same, where the American form is also a British word in another sense (a licence; to license).\n",
        "british-american-ambiguous:\n",
        *(row(british, [american]) for british, american in sorted(ambiguous.items())),
        "\n# One form: others of the same word, whatever the dialect; an article keeps to one.\none-spelling:\n",
        *(row(word, forms) for word, forms in _inflected(by_hand["one-spelling"])),
        "\n# Names of one origin, spelled as their bearers like: one person keeps to one.\nname-variants:\n",
        *(row(name, forms) for name, forms in sorted(by_hand["name-variants"].items())),
    )


def _derived() -> dict[str, str]:
    common = ordinary_words(95, ("english",))
    british = ordinary_words(SIZE, ("british",)) - ordinary_words(95, ("american",)) - common
    american = ordinary_words(70, ("american",)) - ordinary_words(95, ("british",)) - common
    frequency = frequencies()
    found = {}
    for word in british - NOT_PAIRS:
        partners = {form for form in _respelled(word) if form in american}
        if partners:
            found[word] = max(sorted(partners), key=lambda form: (_alike(word, form), frequency.get(form, 0)))
    return found


def _respelled(word: str) -> Iterator[str]:
    """Every form that one rule at one place gives, or two rules at two places (haemoglobin, colourise)."""
    once = set(_once(word))
    yield from once
    for form in once:
        yield from _once(form)


def _once(word: str) -> Iterator[str]:
    for british, american in RULES:
        for match in re.finditer(british, word):
            yield word[: match.start()] + american + word[match.end() :]


def _alike(one: str, other: str) -> tuple[int, int]:
    ending = next((i for i, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), 99)
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 99)
    return start + ending, start


def _inflected(rows: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    grown = []
    for key, variants in rows.items():
        word, _, kind = str(key).partition("+")
        for ending, replaced in ENDINGS[kind]:
            grown.append((_ended(word, ending, replaced), [_ended(v, ending, replaced) for v in variants]))
    return sorted(grown)


# Ending, and the letter it takes the place of.
ENDINGS = {
    "": [("", "")],
    "s": [("", ""), ("s", "")],
    "es": [("", ""), ("es", "")],
    "verb": [("", ""), ("s", ""), ("ed", ""), ("ing", "")],
    "e": [("", ""), ("s", ""), ("d", ""), ("ing", "e")],
}


def _ended(word: str, ending: str, replaced: str) -> str:
    if word.endswith("e") and ending in {"es", "ed"}:
        ending = ending[1:]
    return word.removesuffix(replaced) + ending


if __name__ == "__main__":
    main()
