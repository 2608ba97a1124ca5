"""Names of bodies: which of the names in an article are one name, spelt in two ways."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.people.namelists import name_lists
from factlint.facts.people.spelling import romanised_alike, slip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.lexicon import Lexicon

_SHORTEST = 5  # letters of a word that may be a slip of another


class BodyNames:
    """Gives every spelling of one name one key, for one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.preferred = lexicon.table("british-american")
        self.articles = lexicon.words("articles")
        lists = name_lists(lexicon)
        self.lists = (lists.bodies, lists.common, lists.peoples, lists.places, lists.given, lists.surnames)

    def keys(self, forms: Iterable[str]) -> dict[str, str]:
        """Form to key; a form is what `form` makes of a name as written."""
        keys: dict[str, str] = {}
        near: dict[tuple[str, ...], tuple[str, ...]] = {}
        for form in sorted(set(forms)):
            words = self._words(form)
            alike = (near[mask] for mask in _masks(words) if mask in near and self._alike(words, near[mask]))
            like = next(alike, words)
            keys[form] = "".join(like)
            for mask in _masks(words):
                near.setdefault(mask, like)
        return keys

    def form(self, name: str) -> str:
        """A name as it is compared: small letters, no accents, no article before it."""
        lower = unicodedata.normalize("NFKD", name.lower().replace("’", "'").replace("‑", "-"))
        words = "".join(c for c in lower if not unicodedata.combining(c)).split()
        return " ".join(words[1:] if len(words) > 1 and words[0] in self.articles else words)

    def _words(self, form: str) -> tuple[str, ...]:
        """The words with one spelling each, without hyphens, “and” for the sign, the Arabic article left out."""
        words = form.replace("&", " and ").replace("-", " ").replace(".", "").split()
        if len(words) > 1 and words[0] in ("al", "el"):
            words = words[1:]
        return tuple(self.preferred.get(word, word) for word in words)

    def _alike(self, words: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two names differ in no word, in none but for gaps, or in one that may be a slip of the other's."""
        if "".join(words) == "".join(other):
            return True
        apart = [(one, two) for one, two in zip(words, other, strict=False) if one != two]
        if len(words) != len(other) or len(apart) != 1 or min(map(len, apart[0])) < _SHORTEST:
            return False
        if len(words) == 1 and all(map(self._listed, apart[0])):
            return False
        return slip(*apart[0]) or romanised_alike(*apart[0])

    def _listed(self, word: str) -> bool:
        return any(word in listed for listed in self.lists)


@lru_cache(maxsize=1 << 11)
def _masks(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What a name shares with those like it: all its letters, or all words but one and that one less a letter."""
    found: list[tuple[str, ...]] = [("", "".join(words))]
    for at, word in enumerate(words):
        if len(word) >= _SHORTEST:
            rest = (*words[:at], "", *words[at + 1 :])
            found.append((*rest, word))
            found += [(*rest, word[:cut] + word[cut + 1 :]) for cut in range(1, len(word))]
    return tuple(found)
