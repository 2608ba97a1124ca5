"""Build rules/lexicon/en/words.yml.

apt-get install scowl
pip install "symspellpy==6.10.1" pyyaml
python scripts/build_words.py
"""

from pathlib import Path

import yaml
from lexicon_yaml import block, write
from scowl import capitalized_words, frequencies, ordinary_words

HOW_MANY = 6200


def main() -> None:
    text = (Path(__file__).parent / "words_by_hand.yml").read_text(encoding="utf-8")
    by_hand = {key: set(words.split()) for key, words in yaml.safe_load(text).items()}
    frequency = frequencies()
    # A word that also has a capital (May, Polish, March) stays only where the small word is one of the commonest.
    words = (ordinary_words(50) - capitalized_words(50)) | (ordinary_words(20) & set(frequency))
    words = {
        word for word in words - by_hand["mainly-names"] - by_hand["left-out"] if len(word) > 1 or word in {"a", "i"}
    }
    chosen = sorted(words & frequency.keys(), key=lambda word: (-frequency[word], word))[:HOW_MANY]
    write(
        "words.yml",
        """The commonest English words, lower case, names left out: one that opens a sentence with a capital is likely
        no name. Source: SCOWL (permissive, see ../LICENSES.md), ordered by symspellpy's counts (MIT);
        scripts/words_by_hand.yml. Built by
        scripts/build_words.py.""",
        block("common-words", {*chosen, *by_hand["news"]}),
    )


if __name__ == "__main__":
    main()
