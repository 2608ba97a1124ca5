"""Endings: what the inflected forms of a language end in, where a form is no more than looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factlint.lexicon import Bundle, Lexicon

_LIST = "word-endings"


class Endings(Bundle):
    """The endings by what they make of a word; a word may end in one and be something else.

    plural: of nouns.
    past: of verbs, in the past and as the participle of it.
    gerund: of verbs, as what goes on.
    adverb: of adjectives.
    bent: those of verbs, past and gerund.
    """

    plural: tuple[str, ...]
    past: tuple[str, ...]
    gerund: tuple[str, ...]
    adverb: tuple[str, ...]
    bent: tuple[str, ...]

    def singular(self, word: str) -> str:
        """A word without the plural's ending; empty where it has none."""
        return next((word.removesuffix(ending) for ending in self.plural if word.endswith(ending)), "")


@lru_cache(maxsize=4)
def endings_of(lexicon: Lexicon) -> Endings:
    """The endings of a lexicon's language."""
    told: Mapping[str, Sequence[str]] = lexicon.values(_LIST) if _LIST in lexicon else {}
    plural, past, gerund, adverb = (tuple(told.get(name, ())) for name in ("plural", "past", "gerund", "adverb"))
    return Endings(plural, past, gerund, adverb, past + gerund)
