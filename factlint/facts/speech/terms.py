"""Terms: words in quotation marks that nobody says. Titles of works, nicknames, what something is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.cues import Verbs, is_verb
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation

_LONGEST_TITLE = 14  # words
_LONGEST_NICKNAME = 4  # words
_LONG = 4  # letters from which a word of a title has a capital
_NEAR = 3  # tokens before a quotation in which a verb of saying credits it
_BEHIND = 4  # tokens after it
_APPOSED = frozenset({",", "(", "—", "–", "-", "--"})


def is_title(facts: Facts, quotation: Quotation, verbs: Verbs) -> bool:
    """Whether a quotation is, as far as its form tells, the title of a work: capitals on all longer words.

    Beside a verb of saying capitals are a placard's, or a slogan's: they chanted “Bring Back The Mill!”
    """
    tokens = facts.tokens
    first, last = quotation.first, quotation.last
    small = facts.lexicon.words("words-small-in-titles")
    places = [at for at in range(first, last) if tokens.texts[at][0].isalnum() and tokens.lowers[at] != GENITIVE]
    if not 2 <= len(places) <= _LONGEST_TITLE:
        return False
    heavy = [tokens.texts[at] for at in places if tokens.lowers[at] not in small or at == places[0]]
    capitals = sum(text[0].isupper() or text[0].isdecimal() for text in heavy)
    plain = any(text.islower() and len(text) >= _LONG for text in heavy)
    return capitals > 1 and capitals == len(heavy) and not plain and not _is_credited(facts, quotation, verbs)


def is_said_by_nobody(facts: Facts, quotation: Quotation) -> bool:
    """Whether words within a sentence are a nickname, the title of a novel or film, or what something is called."""
    return _is_nickname(facts, quotation) or _is_called(facts, quotation)


def _is_credited(facts: Facts, quotation: Quotation, verbs: Verbs) -> bool:
    """Whether a verb of saying other than of writing stands beside a quotation."""
    tokens, makers = facts.tokens, facts.lexicon.words("verbs-of-making")
    opening, after = quotation.first - 1, quotation.last + 1
    sides = [*range(max(0, opening - _NEAR), opening), *range(after, min(len(tokens), after + _BEHIND))]
    return any(is_verb(tokens, at, verbs, True) and tokens.lowers[at] not in makers for at in sides)


def _is_nickname(facts: Facts, quotation: Quotation) -> bool:
    """Peter “Shorty” Lamb."""
    tokens, opening, after = facts.tokens, quotation.first - 1, quotation.last + 1
    if (
        not 1 <= quotation.words <= _LONGEST_NICKNAME
        or opening < 1
        or after >= facts.paragraphs[quotation.paragraph].last
    ):
        return False
    if tokens.lowers[opening - 1] not in facts.lexicon.words("given-names"):
        return False
    inside = any(tokens.texts[at][0].isupper() for at in range(quotation.first, quotation.last))
    capitals = tokens.texts[opening - 1][0].isupper() and inside and tokens.texts[after][0].isupper()
    return capitals and tokens.lowers[after] not in facts.lexicon.union("weekday-words", "months-in-full")


def _is_called(facts: Facts, quotation: Quotation) -> bool:
    """The so-called “mill tax”, known locally as “the Pit”, her novel, “Salt and Iron”."""
    tokens, opening = facts.tokens, quotation.first - 1
    for name in ("before-terms", "before-titles"):
        at = opening - 1
        if name == "before-titles" and at >= 0 and tokens.texts[at] in _APPOSED:
            at -= 1
        for words in facts.lexicon.words(name):
            length = words.count(" ") + 1
            if at - length + 1 >= 0 and " ".join(tokens.lowers[at - length + 1 : at + 1]) == words:
                return name == "before-terms" or tokens.texts[quotation.first][0].isupper()
    return False
