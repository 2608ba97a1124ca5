"""The house's choices, as the configuration gives them: by topic, or word by word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

#: The topics whose forms are kinds of spelling, not forms of one thing.
_SPELLING, _ENDINGS, _STOPS = "spelling", "verb endings", "initialisms"


class House:
    """What a house writes: `percent: per cent` by topic, `adviser: advisor` or `US: U.S.` by word.

    The topics and their forms are the lexicon's list `house-choices`. Of a word, any of its spellings may stand before
    the colon; which words are spellings of one, the list of spellings says, or their letters do (policymaker,
    policy-maker).
    """

    def __init__(self, style: Mapping[str, str], lexicon: Lexicon) -> None:
        topics = lexicon.values("house-choices") if style else {}
        self.topics = {key: form for key, form in style.items() if key in topics}
        self.words = {key: form for key, form in style.items() if key not in topics}

    def __bool__(self) -> bool:
        return bool(self.topics or self.words)

    def topic(self, name: str) -> str | None:
        """The form chosen for a topic of `house-choices`."""
        return self.topics.get(name)

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {letters(form): form for form in self.words.values()}

    def word(self, form: str) -> str | None:
        """How the house writes a word that is made of the same letters: with its hyphens, stops and capitals."""
        return self._by_letters.get(letters(form)) if self.words else None

    def spelling(self, forms: Mapping[str, str | None]) -> str | None:
        """Which of a word's spellings the house writes; each comes with its dialect, or none."""
        for form in self.words.values():
            if form.lower() in forms:
                return form.lower()
        wanted = self.topics.get(_SPELLING)
        return next((form for form, dialect in forms.items() if wanted and dialect == wanted), None)

    @property
    def ending(self) -> str | None:
        """-ise or -ize; what the dialect has where the house does not say."""
        return self.topics.get(_ENDINGS)

    @property
    def stops(self) -> str | None:
        """Whether initialisms are written with stops or without."""
        return self.topics.get(_STOPS)


def letters(form: str) -> str:
    """A form without its hyphens, spaces, stops and capitals."""
    return "".join(mark for mark in form.lower() if mark.isalnum())
