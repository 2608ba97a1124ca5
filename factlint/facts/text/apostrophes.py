"""Apostrophes: one too many, “lost it's licence”, and one too few, “the councils leader”, told by the grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.text.prose import beside, lapse, own_sentence
from factlint.language.words import words_of
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.words import Words

_QUALITIES = frozenset({"ADJ", "ADV"})
_OPENERS = frozenset({"SCONJ", "ADV", "PUNCT", "CCONJ"})
_OWNERS = frozenset({"group", "place"})
_SAYING = frozenset({"saying", "thinking", "seeing"})


def find_apostrophes(facts: Facts) -> Iterator[Lapse]:
    """Every such place of the article's own prose."""
    words = words_of(facts.lexicon)
    yield from _too_many(facts, words)
    yield from _too_few(facts, words)


def _too_many(facts: Facts, words: Words) -> Iterator[Lapse]:
    """ "It's" before what somebody has: behind a verb that takes a thing, or before a plural that does something."""
    tokens, tags, lexicon = facts.tokens, facts.language.tags, facts.lexicon
    for at in tokens.positions(lexicon.words("impersonal-pronouns")):
        if at + 3 >= len(tokens) or tokens.lowers[at + 1] != GENITIVE or not beside(facts, at + 1):
            continue
        noun = _noun_from(facts, words, at + 2)
        if not at or own_sentence(facts, at) is None or noun is None:
            continue
        before = tokens.lowers[at - 1]
        lemma = facts.language.lemmas[at - 1]
        takes = tags[at - 1] == "VERB" and words.verb_classes(lemma).isdisjoint(_SAYING) and not _may_say(facts, lemma)
        plural = noun == at + 2 and "Np" in {kind for kind, _ in words.reading(tokens.lowers[noun]).inflections}
        behind = tags[noun + 1] if noun + 1 < len(tokens) else ""
        acts = behind == "AUX" or (plural and behind == "VERB")
        opens = tags[at - 1] in _OPENERS and before not in lexicon.words("openers-of-speech")
        if takes or (acts and opens):
            right = tokens.texts[at] + GENITIVE[-1]
            yield lapse(facts, at, at + 2, "apostrophe", (tokens.lowers[at] + GENITIVE, right))


def _noun_from(facts: Facts, words: Words, at: int) -> int | None:
    """The noun that begins at a token, adjectives before it passed over; a verb only seems one behind a wrong mark."""
    tokens, tags = facts.tokens, facts.language.tags
    while at + 1 < len(tokens) and tags[at] in _QUALITIES and "A" in words.tags(tokens.lowers[at]):
        at += 1
    lower = tokens.lowers[at]
    may = tags[at] == "NOUN" or (tags[at] == "VERB" and "N" in words.tags(lower) and words.verb_forms(lower) == "b")
    return at if may and tokens.texts[at] == lower else None


def _may_say(facts: Facts, lemma: str) -> bool:
    """Whether a verb may have a whole sentence for what it tells: “know it's late”, “mean it's over”."""
    return lemma in facts.lexicon.words("verbs-before-sentences")


def _too_few(facts: Facts, words: Words) -> Iterator[Lapse]:
    """ "The councils leader", “the citys best year”: a body or place in the plural before what is one body's."""
    tokens, tags, lexicon = facts.tokens, facts.language.tags, facts.lexicon
    for at in tokens.positions(lexicon.words("definite-articles")):
        if (
            at + 2 >= len(tokens)
            or not (beside(facts, at) and beside(facts, at + 1))
            or own_sentence(facts, at) is None
        ):
            continue
        owner, owned = tokens.lowers[at + 1], tokens.lowers[at + 2]
        if tokens.texts[at + 1] != owner or not owner.endswith(GENITIVE[-1]) or tags[at + 1] != "NOUN":
            continue
        one = owner[:-1]
        if not words.noun_classes(one) & _OWNERS or one in lexicon.words("plurals-before-nouns"):
            continue
        known = words.reading(owner).known and not owner.endswith(tuple(lexicon.words("lost-possessive-endings")))
        if _noun_from(facts, words, at + 2) is None:
            continue
        if known and (one not in lexicon.words("bodies-with-heads") or owned not in lexicon.words("heads-of-bodies")):
            continue
        yield lapse(facts, at + 1, at + 2, "apostrophe", (owner, one + GENITIVE))
