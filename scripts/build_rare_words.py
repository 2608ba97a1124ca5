"""Build rules/lexicon/en/rare-words.txt: words that are right, and that but for a letter would be commoner ones.

    apt-get install scowl
    python scripts/build_rare_words.py

Those are the words of SCOWL's large dictionary that the lexicon does not know and would take for others misspelt.
"""

import sys
from pathlib import Path

from scowl import ordinary_words

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factlint.facts.text.misspellings import meant_by
from factlint.language.words import words_of
from factlint.lint.rulebook import load_lexicon
from factlint.shipped import rules_folder

_SIZE = 70
_SHORTEST = 6  # letters


def main() -> None:
    lexicon = load_lexicon(rules_folder())
    unknown = (word for word in ordinary_words(_SIZE) if not words_of(lexicon).reading(word).known)
    taken = sorted(w for w in unknown if len(w) >= _SHORTEST and w.isascii() and meant_by(w, lexicon))
    path = Path(str(rules_folder())) / "lexicon" / "en" / "rare-words.txt"
    path.write_text("\n".join(taken) + "\n", "utf-8")
    print(f"{path.name}: {len(taken)} words, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
