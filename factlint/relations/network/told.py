"""Told: what a figure is told of by its own clause: what it counts or measures, who did what to what."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.language.kindred import kindred
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity

_NAMING = ("NOUN", "PROPN")


def are_told_of(board: Board, names: frozenset[str], quantity: Quantity, sentence: int) -> bool:
    """Whether one of some nouns, or a kindred one, is what a figure counts or what its clause tells of.

    What is counted by a noun of its own is told of nothing else in another sentence than that of the claim: “revenue is
    up at five of the casinos” is of casinos.
    """
    are = kindred(board.facts.lexicon).are
    if quantity.noun is not None and not quantity.unit and not quantity.borrowed and quantity.sentence != sentence:
        told = {quantity.noun, *_modifiers(board, quantity)}
    else:
        told = {*_of_its_clause(board, quantity)}
    return not told or any(name in told or any(are(name, one) for one in told) for name in names)


def _modifiers(board: Board, quantity: Quantity) -> Iterator[str]:
    """The nouns about a figure in its phrase and in the one that it belongs to: “passenger trips of 40”."""
    language = board.facts.language
    index = language.phrase_at(quantity.last - 1)
    if index is None:
        return
    over = next((at for at in range(max(0, index - 2), index) if language.phrases[at].of == index), None)
    for at in (index, over):
        if at is not None:
            yield from _nouns(board, at)


def _of_its_clause(board: Board, quantity: Quantity) -> Iterator[str]:
    """The nouns of the phrases of a figure's clause; of its whole sentence where no verb has it.

    A pronoun, or a clause without a subject, takes up what the sentence so far tells of, or else the one before it.
    """
    language = board.facts.language
    yield from _modifiers(board, quantity)
    number = language.clause_of(quantity.first)
    sentence = board.facts.sentences[quantity.sentence]
    clause = None if number is None else language.clauses[number]
    subject = None if clause is None or clause.subject is None else language.phrases[clause.subject]
    if clause is None or subject is None or subject.pronoun is not None or clause.shared:
        own = range(sentence.first, sentence.last if clause is None else quantity.first)
        named = [language.lemmas[at] for at in own if language.tags[at] in _NAMING]
        before = board.facts.sentences[max(0, quantity.sentence - 1)]
        taken_up = () if named else range(before.first, before.last)
        yield from named
        yield from (language.lemmas[at] for at in taken_up if language.tags[at] in _NAMING)
    if clause is not None:
        for place in (clause.subject, clause.object, clause.attribute, *(phrase for _, phrase in clause.obliques)):
            if place is not None:
                yield from _nouns(board, place)


def _nouns(board: Board, index: int) -> Iterator[str]:
    """The head of a phrase, the nouns before it, its owner and what stands behind its “of”."""
    language = board.facts.language
    phrase = language.phrases[index]
    own = [phrase, *(language.phrases[at] for at in (phrase.owner, phrase.of) if at is not None)]
    for one in own:
        yield one.lemma
        yield from (language.lemmas[at] for at in one.modifiers if language.tags[at] in _NAMING)
