"""Lost letters: a letter that stands alone where a word was, and short words that want one letter: o the, wil, abl."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase
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

_SHORTEST, _LONGEST = 2, 5  # letters of a word of which one may be lost; longer ones are looked up as misspelt
_CLOSED = frozenset("XRTOCS")  # letters of the parts of speech that take no new words
_JOINED = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
_MOST = 4  # places in an article; one with more is written otherwise


class _Lists(Bundle):
    """What letters may stand alone, and beside what; what only seems to want a letter."""

    alone: frozenset[str]
    lettered: frozenset[str]
    rare: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        lexicon.words("letters-that-are-words"),
        lexicon.words("nouns-with-letters"),
        lexicon.words("words-not-misspelt"),
    )


def find_lost_letters(facts: Facts) -> list[Lapse]:
    """Every such place of the article's own prose, in order; none where there are so many that they are meant."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    tokens = facts.tokens
    found = []
    for lower, places in tokens.index.items():
        if len(lower) > _LONGEST or not (lower.isascii() and lower.isalpha()) or len(places) > 1:
            continue
        if len(lower) > 1 and (lower in lists.rare or words.reading(lower).known):
            continue
        at = places[0]
        if tokens.texts[at] != lower or not _among_words(facts, at, words) or own_sentence(facts, at) is None:
            continue
        if len(lower) == 1:
            joins = _JOINED.issuperset((facts.language.tags[at - 1], facts.language.tags[at + 1]))  # “rock n roll”
            if not joins and lower not in lists.alone and tokens.lowers[at - 1] not in lists.lettered:
                found.append(lapse(facts, at, at + 1, "letter-lost", (lower, "")))
        elif meant := _meant(lower, words):
            found.append(lapse(facts, at, at + 1, "misspelt", (lower, meant)))
    return sorted(found) if len(found) <= _MOST else []


def _among_words(facts: Facts, at: int, words: Words) -> bool:
    """Whether words in small letters that are known stand on both sides, one space away."""
    tokens = facts.tokens
    if not 0 < at < len(tokens.texts) - 1 or not (beside(facts, at - 1) and beside(facts, at)):
        return False
    for place in (at - 1, at + 1):
        word = tokens.texts[place]
        capital = word[0].isupper() and word[1:].islower() and (place > at or place in facts.sentence_firsts)
        if not (word.isalpha() and (word.islower() or capital) and words.reading(tokens.lowers[place]).known):
            return False
    return True


def _meant(lower: str, words: Words) -> str | None:
    """The one little word that a letter more would make."""
    little = {form for form in _longer(lower) if set(words.tags(form)) & _CLOSED}
    return little.pop() if len(little) == 1 else None


def _longer(lower: str) -> Iterator[str]:
    for at in range(len(lower) + 1):
        for letter in ascii_lowercase:
            yield lower[:at] + letter + lower[at:]
