"""One place where a form was chosen, and what the house has chosen: what all modules of style share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model.wording import Topic


_NO_SENTENCES = frozenset({"headline", "heading"})
_STOPS = frozenset({".", "!", "?", "…", "”", '"', "’", "'"})
_OPENERS = frozenset("\"“‘':-–—•*")


class Choice(NamedTuple):
    """A place where the writer could have written otherwise, not yet judged contested.

    start: first code point.
    end: one past the last code point.
    name: what is chosen, the same for all its forms.
    form: which of them stands here.
    topic: the class of the choice.
    house: the form that the house asks for, or none.
    """

    start: int
    end: int
    name: str
    form: str
    topic: Topic
    house: str | None = None


def beside_capital(facts: Facts, at: int, last: int | None = None) -> bool:
    """Whether a word with a capital of its own stands right before or after a token, or a half-open range of them."""
    following = at + 1 if last is None else last
    return _has_capital(facts, at - 1) or _has_capital(facts, following)


def _has_capital(facts: Facts, at: int) -> bool:
    tokens = facts.tokens
    if not 0 <= at < len(tokens) or not tokens.texts[at][0].isupper():
        return False
    return not opens_sentence(facts, at) or tokens.lowers[at] not in facts.lexicon.words("open-with-a-capital")


def opens_sentence(facts: Facts, at: int) -> bool:
    """Whether a token's capital says nothing: it opens a sentence, or follows a mark after which one may open."""
    return at in facts.sentence_firsts or facts.tokens.texts[at - 1] in _OPENERS


def in_running_text(facts: Facts, start: int) -> bool:
    """Whether a place stands in a sentence that ends as one: no headline, no cell of a table, no item of a deck."""
    sentence = facts.sentence_at(start)
    return sentence.kind not in _NO_SENTENCES and facts.tokens.texts[sentence.last - 1] in _STOPS
