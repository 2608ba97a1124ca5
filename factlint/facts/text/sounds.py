"""Sounds: “a” before a vowel and “an” before a consonant, by the sound of the next word, not by its first letter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import beside, lapse, own_sentence
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_SHORT = 2  # letters up to which a small word is rather a symbol
_LONG = 5  # letters of what “un” denies: “unimportant”, and not “union”
_YEAR = 4  # digits of a number that may be read as a year


class _Lists(Bundle):
    """The articles, and what tells the sound of a word: beginnings, clusters, letters and numbers."""

    before_vowel: str
    before_consonant: str
    vowels: frozenset[str]
    silent: tuple[str, ...]
    either: tuple[str, ...]
    glides: tuple[str, ...]
    negative: str
    not_glides: tuple[str, ...]
    read_out: frozenset[str]
    gliding_letters: frozenset[str]
    clusters: frozenset[str]
    named_like_vowels: frozenset[str]
    numbers: tuple[str, ...]
    numbers_whole: frozenset[str]
    beside_letters: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    words, values = lexicon.words, lexicon.values
    return _Lists(
        str(values("article-before-sounds")["vowel"]),
        str(values("article-before-sounds")["consonant"]),
        words("vowel-letters"),
        tuple(words("silent-beginnings")),
        tuple(words("beginnings-of-either-sound")),
        tuple(words("gliding-beginnings")),
        str(values("article-before-sounds")["negative"]),
        tuple(words("beginnings-that-do-not-glide")),
        words("letters-read-one-by-one"),
        words("letters-that-glide"),
        words("consonant-clusters"),
        words("letters-named-like-vowels"),
        tuple(words("numbers-that-begin-with-vowels")),
        words("whole-numbers-that-begin-with-vowels"),
        words("behind-a-letter"),
    )


def find_wrong_articles(facts: Facts) -> Iterator[Lapse]:
    """Every “a” or “an” of the article's own prose that does not go with the sound behind it."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    tokens = facts.tokens
    for at in tokens.positions((lists.before_vowel, lists.before_consonant)):
        if at + 1 >= len(tokens) or own_sentence(facts, at) is None or not beside(facts, at):
            continue
        if not _is_article(facts, at, lists):
            continue
        vowel = sounds_like_vowel(tokens.texts[at + 1], lists, words)
        if vowel is None or vowel == (tokens.lowers[at] == lists.before_vowel):
            continue
        right = lists.before_vowel if vowel else lists.before_consonant
        yield lapse(facts, at, at + 2, "sound", (tokens.lowers[at], f"{right} {tokens.texts[at + 1]}"))


def _is_article(facts: Facts, at: int, lists: _Lists) -> bool:
    """Whether a token is the article: no letter of the alphabet (“vitamin A is”), no sum, no list."""
    text, lower = facts.tokens.texts[at], facts.tokens.lowers
    if lower[at + 1] in lists.beside_letters:
        return False
    opens = own_sentence(facts, at)
    if text[0].isupper():
        return opens is not None and opens.first == at and facts.language.tags[at] == "DET"
    return facts.language.tags[at] == "DET"


def sounds_like_vowel(text: str, lists: _Lists, words: Words) -> bool | None:
    """Whether a word as written begins with the sound of a vowel; None where its spelling does not tell."""
    if text[0].isdecimal():
        whole = text[: next((at for at, letter in enumerate(text) if not letter.isdecimal()), len(text))]
        if len(whole) == _YEAR and whole[:2] in lists.numbers_whole:
            return None  # “1800” is one thousand eight hundred, or eighteen hundred
        return whole.startswith(lists.numbers) or whole in lists.numbers_whole
    if not text[0].isalpha() or not text.isascii():
        return None
    lower = text.lower()
    if len(text) > 1 and text[1].isupper():
        return _of_letters(lower, lists) if text.isupper() else None
    if len(lower) <= _SHORT or lower.startswith(lists.either):
        return None
    if lower.startswith(lists.silent):
        return True
    if lower[0] not in lists.vowels:
        return False if lower[1] in lists.vowels or lower[:2] in lists.clusters else None
    if lower.startswith(lists.not_glides):
        return True
    if lower.startswith(lists.glides):
        rest = lower.removeprefix(lists.negative)
        negated = rest != lower and len(rest) >= _LONG and bool(words.tags(rest))
        return True if negated else False if text[0].islower() else None
    return True if text[0].islower() or lower[0] != "u" else None


def _of_letters(lower: str, lists: _Lists) -> bool | None:
    """Whether letters that can only be read one by one begin with a vowel's sound: an NHS, a UN."""
    if lower[0] in lists.vowels:
        return True if lower in lists.read_out else False if lower in lists.gliding_letters else None
    if len(lower) < _SHORT or lower[1] in lists.vowels or lower[:2] in lists.clusters:
        return None
    return lower[0] in lists.named_like_vowels
