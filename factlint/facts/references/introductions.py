"""Introductions: whether the text before a place has brought in the thing that a definite noun speaks of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factlint.facts.annotate import Facts
    from factlint.lexicon import Lexicon

_LIST = "introductions"
_EMPTY = frozenset({"AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART"})  # “will” is no testament
_STEM = 5  # letters that two words of one stem share: flood, flooding


class Introductions:
    """Answers for one article; places are tokens, and what stands at them does not count."""

    def __init__(self, facts: Facts, but: Collection[int] = ()) -> None:
        """`but`: tokens that bring in nothing."""
        self.facts = facts
        self.firsts: dict[str, int] = {}
        self.close: Mapping[str, list[str]] = facts.lexicon.values("closely-introduced")
        self.pointed: Mapping[str, list[str]] = facts.lexicon.values("pointedly-introduced")
        tokens, lemmas, tags = facts.tokens, facts.language.lemmas, facts.language.tags
        idle = idle_tokens(facts)
        firsts, lowers = self.firsts, tokens.lowers
        for at in range(len(lowers) - 1, -1, -1):  # backwards, so that what comes first stays
            tag = tags[at]
            if tag in _EMPTY or at in idle or at in but:
                continue
            for word in (lowers[at], lemmas[at] + ".v" if tag == "VERB" else lemmas[at]):
                firsts[word] = at
                if "-" in word:
                    for part in word.split("-"):
                        firsts[part] = at
        self.stems: dict[str, int] = {}
        for word, at in self.firsts.items():
            if len(word.removesuffix(".v")) >= _STEM:
                stem = word[:_STEM]
                self.stems[stem] = min(at, self.stems.get(stem, at))

    def spoken_of(self, noun: str, at: int) -> bool:
        """Whether a noun, a verb or a word of its stem stands before a token."""
        firsts = (self.firsts.get(noun, at), self.firsts.get(noun + ".v", at), self.stems.get(noun[:_STEM], at))
        return min(firsts) < at

    # A verb's form counts as it is written, for lists by hand, and as “lemma.v”, for what is built.
    def brought_in(self, noun: str, at: int, pointing: bool = False) -> bool:
        """Whether a noun, a word of its stem, or one that brings in what it speaks of, stands before a token.

        `pointing`: whether the noun is pointed at (“that ruling”), so that a court alone brings in none. What is done
        with the thing itself brings in none: “appeal against the ruling”.
        """
        at -= self._governing(at)
        if self.spoken_of(noun, at):
            return True
        close = self.close.get(noun) or (self.pointed.get(noun) if pointing else None)
        if close is not None:
            return any(self.firsts.get(form, at) < at for word in close for form in (word, word + ".v"))
        return any(self.firsts.get(word, at) < at for word in introducing(self.facts.lexicon, noun))

    def _governing(self, at: int) -> int:
        """How many tokens right before a token are a verb, and a preposition behind it, of which it is the object."""
        tags = self.facts.language.tags
        back = 1 if at > 1 and tags[at - 1] == "ADP" else 0
        return back + 1 if at > back and tags[at - 1 - back] == "VERB" else 0


def idle_tokens(facts: Facts) -> set[int]:
    """The tokens of phrases whose words speak of nothing: “under fire”, “to the letter”."""
    rows = facts.tokens.phrases(facts.lexicon.phrases("idle-phrases"))
    return {at for first, last in rows for at in range(first, last)}


@lru_cache(maxsize=1024)
def introducing(lexicon: Lexicon, noun: str) -> tuple[str, ...]:
    """The words that may bring in what a noun speaks of; none for a noun that is not listed."""
    text: str = lexicon.values(_LIST) if _LIST in lexicon else ""
    found = text.find(f"\n{noun} ") + 1 if not text.startswith(f"{noun} ") else 0
    if not text or (found == 0 and not text.startswith(f"{noun} ")):
        return ()
    end = text.find("\n", found)
    return tuple(text[found : end if end > 0 else len(text)].split()[1:])
