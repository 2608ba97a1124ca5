"""Misspellings: words that are listed as such, or that are no words and but for one letter would be one."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from factlint.facts.text.prose import heard_sentence, lapse
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_BUILT = "rare-words"
_SHORTEST = 6  # letters of a word of which one may be wrong
_LONGEST = 28  # letters of a word that is looked up with one of them changed
_NEAR = 2  # letters from one that the hand writes twice
_PIECE = 3  # letters of either half of a compound
_BROKEN = frozenset({"- ", "‐ ", "‑ "})  # what a word that a line broke has before its second half
_REMEMBERED = 8_192  # words of which the answer is kept for the next article
_MOST = 12  # words of an article that are tried; one with more is of another language


class _Lists(Bundle):
    """What is misspelt, what only seems so, and which vowels are put for one another."""

    listed: Mapping[str, str]
    rare: frozenset[str]
    vowels: frozenset[str]
    beginnings: frozenset[str]
    endings: frozenset[str]
    varied: frozenset[str]
    plurals: frozenset[str]
    lost: frozenset[str]
    changed: Mapping[str, str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        lexicon.table("misspellings"),
        lexicon.words("words-not-misspelt").union(_rare(lexicon)),
        lexicon.words("vowel-letters"),
        lexicon.words("made-word-beginnings"),
        lexicon.words("made-word-endings"),
        frozenset(_varied(lexicon)),
        lexicon.words("plural-and-third-person-endings"),
        lexicon.words("lost-before-endings"),
        lexicon.table("changed-before-endings"),
    )


def _rare(lexicon: Lexicon) -> list[str]:
    built: Any = lexicon.values(_BUILT) if _BUILT in lexicon else ""
    return str(built).split()


def _varied(lexicon: Lexicon) -> Iterator[str]:
    for name in ("british-american", "one-spelling"):
        for form, others in lexicon.values(name).items() if name in lexicon else ():
            yield form
            yield from others


def find_misspellings(facts: Facts) -> Iterator[Lapse]:
    """Every such word of the article's own prose, in order; what stands there twice was meant."""
    lexicon, words = facts.lexicon, words_of(facts.lexicon)
    listed = _lists(lexicon).listed
    tokens = facts.tokens
    lowers, texts, index = tokens.lowers, tokens.texts, tokens.index
    unread = [lower for lower in index if _SHORTEST <= len(lower) <= _LONGEST and not words.reading(lower).known]
    odd = [lower for lower in unread if is_strange(lower, lexicon)]
    strange = sorted([at for lower in odd for at in index[lower] if texts[at] == lower])
    end = len(lowers)
    if len(strange) > _MOST:
        end = strange[_MOST]
        strange.clear()
    for at in sorted([*strange, *tokens.positions(listed.keys())]):
        lower = lowers[at]
        if at >= end or texts[at] != lower or heard_sentence(facts, at) is None:
            continue
        if lower in listed:
            yield lapse(facts, at, at + 1, "misspelt", (lower, listed[lower]))
            continue
        if len(index[lower]) > 1 or _joined(facts, at, words) or (facts.quoted[at] and _in_dialect(facts, at, words)):
            continue
        meant = meant_by(lower, lexicon)
        if meant:
            yield lapse(facts, at, at + 1, "misspelt", (lower, meant))


def _in_dialect(facts: Facts, at: int, words: Words) -> bool:
    """Whether what is quoted in a block has other words that the lexicon does not know: “Ah'm the aulder”."""
    tokens = facts.tokens
    block = facts.paragraph_at(tokens.starts[at])
    return any(
        facts.quoted[place] and place != at and len(tokens.lowers[place]) > 1 and not _known(facts, place, words)
        for place in range(block.first, block.last)
    )


def _known(facts: Facts, at: int, words: Words) -> bool:
    lower = facts.tokens.lowers[at]
    named = facts.tokens.texts[at][0].isupper() and at not in facts.sentence_firsts
    return named or not lower.isalpha() or words.reading(lower).known


@lru_cache(maxsize=_REMEMBERED)
def is_strange(lower: str, lexicon: Lexicon) -> bool:
    """Whether a word that is not listed as misspelt is none of the lexicon's, nor made of what it has."""
    lists, words = _lists(lexicon), words_of(lexicon)
    if lower in lists.listed or words.reading(lower).known or not (lower.isascii() and lower.isalpha()):
        return False
    if any(words.reading(lower + ending).known for ending in lists.plurals):
        return False  # one of what is known as several: skittle, from skittles
    return lower not in lists.rare and lower not in lists.varied and not _made(lower, words, lists)


def _made(lower: str, words: Words, lists: _Lists) -> bool:
    """Whether a word is made of two others, or of one with a beginning or an ending: dryline, remapped, grifters."""
    for cut in range(1, len(lower) - 1):
        front, back = lower[:cut], lower[cut:]
        fore, aft = cut >= _PIECE and words.reading(front).known, words.reading(back).known and len(back) >= _PIECE
        if (fore or front in lists.beginnings) and aft:
            return True
        if back in lists.endings and cut >= _PIECE and (fore or _stem(front, words, lists)):
            return True
    return lower[-1] in lists.endings and words.reading(lower[:-1]).known


def _stem(front: str, words: Words, lists: _Lists) -> bool:
    """Whether a word has lost its last letter, or doubled it, before an ending: judg-ing, bann-ing, happi-ly."""
    if front[-1] == front[-2] and words.reading(front[:-1]).known:
        return True
    if any(words.reading(front + letter).known for letter in lists.lost):
        return True
    whole = lists.changed.get(front[-1])
    return whole is not None and words.reading(front[:-1] + whole).known


def _joined(facts: Facts, at: int, words: Words) -> bool:
    """Whether a word is part of an address or a compound, or stands among words of another language."""
    tokens = facts.tokens
    start, end, text = tokens.starts[at], tokens.ends[at], tokens.text
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if any(mark in "-‐‑@#/._’'&" and not (mark == "." and place) for place, mark in enumerate(beside)):
        return True
    if text[max(0, start - 2) : start] in _BROKEN:
        return True  # “the judge inter- rupted”
    near = tokens.texts[max(0, at - 1) : at] + tokens.texts[at + 1 : at + 2]
    return any(word.isalpha() and word.islower() and len(word) > 1 and not words.reading(word).known for word in near)


@lru_cache(maxsize=_REMEMBERED)
def meant_by(lower: str, lexicon: Lexicon) -> str | None:
    """The one word that a letter more, less, moved or of another vowel would make, or nothing."""
    lists, words = _lists(lexicon), words_of(lexicon)
    found = {
        form
        for form in _changed(lower, lists.vowels, lists.plurals)
        if len(form) >= _SHORTEST - 1 and form[0] == lower[0] and words.reading(form).known
    }
    return found.pop() if len(found) == 1 else None


def _changed(lower: str, vowels: frozenset[str], plurals: frozenset[str]) -> Iterator[str]:
    for at in range(1, len(lower)):
        # What the hand writes twice, and no “fratty” for “fatty”, nor the plural of “taverna” for that of “tavern”.
        twice = lower[at] in lower[max(0, at - _NEAR) : at] + lower[at + 1 : at + 1 + _NEAR]
        if twice and not (lower[at] in vowels and lower[at + 1 :] in plurals):
            yield lower[:at] + lower[at + 1 :]
        if at + 1 < len(lower):
            yield lower[:at] + lower[at + 1] + lower[at] + lower[at + 2 :]
        if lower[at] in vowels:
            for vowel in vowels:
                if vowel != lower[at]:
                    yield lower[:at] + vowel + lower[at + 1 :]
    for at in range(1, len(lower) + 1):
        for letter in ascii_lowercase:
            yield lower[:at] + letter + lower[at:]
