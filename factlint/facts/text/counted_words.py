"""Counted words: a word for an amount before what is counted: less sailings, the amount of passengers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.text.agreement import plural_noun
from factlint.facts.text.prose import lapse, own_sentence
from factlint.language.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse

_SUMS = frozenset({"money", "quantity", "time"})
_JOINED = frozenset({"NOUN", "PROPN", "NUM", "SYM", "CCONJ"})


def find_miscounted_amounts(facts: Facts) -> Iterator[Lapse]:
    """Every such word outside what others wrote, in order; the lapse says what is meant."""
    known, of = facts.lexicon.table("words-of-amounts"), facts.lexicon.words("of-words")
    tokens, tags = facts.tokens, facts.language.tags
    for at in tokens.positions(known):
        # “income less taxes”, “ten less”, “more or less”
        if (at and tags[at - 1] in _JOINED) or own_sentence(facts, at) is None:
            continue
        last = facts.sentence_of(at).last
        place = at + 1
        if tags[at] == "NOUN":
            if place >= last or tokens.lowers[place] not in of:
                continue
            place += 1
        if place < last and _is_counted(facts, place, last):
            yield lapse(facts, at, place + 1, "amount", (tokens.lowers[at], known[tokens.lowers[at]]))


def _is_counted(facts: Facts, at: int, last: int) -> bool:
    """Whether a word is the plural of what is counted, and no part of another noun."""
    words, lower, tags = words_of(facts.lexicon), facts.tokens.lowers[at], facts.language.tags
    if tags[at] != "NOUN" or facts.tokens.texts[at] != lower or not plural_noun(words, lower):
        return False
    inside = at + 1 < last and tags[at + 1] in ("NOUN", "PROPN")
    return not inside and not words.noun_classes(words.lemma(lower, "NOUN")) & _SUMS
