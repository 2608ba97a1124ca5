"""Beside: the nouns that the article says of a name: “the actress Ann Roe”, “Roe is a widow”, “Grandmother Ann Roe”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.language import Language
    from factlint.language.model import Phrase


class Said(NamedTuple):
    """A noun and the name that it is said of, as tokens.

    noun: the token of the noun.
    lemma: the noun in dictionary form.
    first: first token of the phrase of the name.
    last: one past its last token.
    """

    noun: int
    lemma: str
    first: int
    last: int


def nouns_beside(language: Language) -> Iterator[Said]:
    """Every noun that an apposition or a form of be says of a name."""
    phrases, denying = language.phrases, language.lexicon.words("words-for-none")
    for phrase in phrases:
        if phrase.apposition_of is not None:
            other = phrases[phrase.apposition_of]
            for noun, name in ((phrase, other), (other, phrase)):
                if name.proper and not noun.proper and not noun.plural:
                    yield _said(noun, name)
    for clause in language.clauses:
        if clause.attribute is None or clause.subject is None or clause.negated or clause.standing != "done":
            continue
        name, noun = phrases[clause.subject], phrases[clause.attribute]
        plain = not (noun.proper or noun.plural or name.plural or noun.determiner in denying)
        if name.pronoun is None and plain:
            yield _said(noun, name)


def _said(noun: Phrase, name: Phrase) -> Said:
    return Said(noun.head, noun.lemma, name.first, name.last)
