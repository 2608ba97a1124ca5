"""Spellings: one word in two spellings, initialisms with and without stops, capitals that come and go."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.lexicon import Lexicon
    from factlint.facts.variants import Choice

_SPELLING_LISTS = ("one-spelling", "british-american")


def spelling_choices(facts: Facts) -> Iterator[Choice]:
    """Every word with several spellings, every initialism, every word that is capital by choice."""
    yield from _spellings(facts)
    yield from _initialisms(facts)
    yield from _capitals(facts)


@lru_cache(maxsize=4)
def _spellings_of(lexicon: Lexicon) -> dict[str, str]:
    """Each single-word spelling with the word that it is a spelling of."""
    spellings: dict[str, str] = {}
    for name in _SPELLING_LISTS:
        for entry, preferred in lexicon.table(name).items():
            if " " not in entry:
                spellings.setdefault(entry, preferred)
                spellings.setdefault(preferred, preferred)
    return spellings


def _spellings(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    spellings = _spellings_of(facts.lexicon)
    words: dict[str, set[str]] = {}
    for word in tokens.index.keys() & spellings.keys():
        words.setdefault(spellings[word], set()).add(word)
    for preferred, forms in words.items():
        if len(forms) < 2 and preferred not in facts.style:
            continue
        places = [(form, at) for form in forms for at in tokens.index[form]]
        common = [(form, at) for form, at in places if tokens.texts[at][0].islower()]
        # A capital amid common uses belongs to a name: the Labor Department, the World Trade Center.
        kept = common or [(form, at) for form, at in places if not _beside_capital(facts, at)]
        yield from ((tokens.starts[at], tokens.ends[at], preferred, form, "spelling") for form, at in kept)


def _beside_capital(facts: Facts, at: int) -> bool:
    texts = facts.tokens.texts
    return any(0 <= near < len(texts) and texts[near][0].isupper() for near in (at - 1, at + 1))


def _initialisms(facts: Facts) -> Iterator[Choice]:
    """U.S. and US, J.K. and JK; the letters of a person's own initials stay out where a name follows."""
    tokens = facts.tokens
    clock = facts.lexicon.words("clock-halves")
    for word in [word for word in tokens.index if word[-1] == "." and len(word) > 2 and word[0].isalpha()]:
        letters = word.replace(".", "")
        plain = [at for at in tokens.index.get(letters, ()) if tokens.texts[at].isupper()]
        if word in clock or (not plain and letters.upper() not in facts.style):
            continue
        for at in tokens.index[word]:
            yield tokens.starts[at], tokens.ends[at], letters.upper(), word.upper(), "initialism"
        for at in plain:
            yield tokens.starts[at], tokens.ends[at], letters.upper(), letters.upper(), "initialism"


def _capitals(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    firsts = {sentence.first for sentence in facts.sentences}
    for word in tokens.index.keys() & facts.lexicon.words("capitals-by-choice"):
        for at in tokens.index[word]:
            opens = at in firsts or not tokens.texts[at - 1][0].isalnum()
            if not opens and not _beside_capital(facts, at):
                yield tokens.starts[at], tokens.ends[at], f"capital of {word}", tokens.texts[at], "capital"
