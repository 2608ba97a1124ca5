"""Capitals that come and go: of words, of offices, of the names of bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, beside_capital, opens_sentence

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model.wording import Topic

#: What may follow a noun as a part of the same phrase.
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def capital_choices(facts: Facts) -> Iterator[Choice]:
    """Every word, office and body that could have a capital or none, where the place tells which it has."""
    yield from _words(facts)
    yield from _offices(facts)
    yield from _bodies(facts)


def _words(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    wanted = facts.lexicon.words("capitals-by-choice") | {form.lower() for form in facts.house.words.values()}
    institutions = facts.lexicon.words("capital-institutions")
    for word in tokens.index.keys() & (wanted | institutions):
        for at in tokens.index[word]:
            if opens_sentence(facts, at) or beside_capital(facts, at):
                continue
            if word not in institutions or _is_the_one(facts, at):
                yield _choice(facts, at, at + 1, word, "body-capital" if word in institutions else "capital")


def _is_the_one(facts: Facts, at: int) -> bool:
    """Whether an institution stands by itself, so that it must be the one that everybody knows."""
    tokens = facts.tokens
    free = at + 1 >= len(tokens) or facts.language.tags[at + 1] not in _NOMINAL
    return free and tokens.lowers[at - 1] in facts.lexicon.words("before-the-one")


def _offices(facts: Facts) -> Iterator[Choice]:
    """The Prime Minister and the prime minister; before a name, or of something, an office has rules of its own."""
    tokens = facts.tokens
    definite, after = facts.lexicon.words("definite-articles"), facts.lexicon.words("office-goes-on")
    for first, last in tokens.phrases(facts.lexicon.phrases("capital-offices")):
        if not first or tokens.lowers[first - 1] not in definite or last >= len(tokens):
            continue
        if not (tokens.lowers[last] in after or tokens.texts[last][0].isupper()):
            yield _choice(facts, first, last, " ".join(tokens.lowers[first:last]), "body-capital")


def _bodies(facts: Facts) -> Iterator[Choice]:
    """The names of bodies that the article has with a capital, wherever their words stand."""
    tokens = facts.tokens
    names: set[tuple[str, ...]] = set()
    for body in facts.organizations:
        first, last = tokens.span(body.start, body.end)
        first += tokens.lowers[first] in facts.lexicon.words("articles")
        if last - first > 1 and tokens.lowers[first] not in facts.lexicon.words("not-the-one"):
            names.add(tuple(tokens.lowers[first:last]))
    offices = facts.lexicon.phrases("capital-offices")
    for name in sorted(names):
        for at in tokens.index.get(name[0], ()) if name not in offices.get(name[0], ()) else ():
            last = at + len(name)
            if tuple(tokens.lowers[at:last]) == name and _is_whole(facts, at, last):
                yield _choice(facts, at, last, " ".join(name), "body-capital")


def _is_whole(facts: Facts, first: int, last: int) -> bool:
    """Whether a body's name is neither a part of a longer one nor one of many, and its capitals say something."""
    tokens, lexicon = facts.tokens, facts.lexicon
    if beside_capital(facts, first, last) or (last < len(tokens) and tokens.texts[last][0].isdecimal()):
        return False
    if first and (tokens.lowers[first - 1] in lexicon.words("not-the-one") or _goes_on(facts, first)):
        return False
    return not (opens_sentence(facts, first) and tokens.texts[last - 1][0].isupper())


def _goes_on(facts: Facts, first: int) -> bool:
    """Whether a longer name goes on here: “the Lab for Mobile Communications”, “the Work and Pensions Committee”."""
    tokens, lexicon = facts.tokens, facts.lexicon
    before = tokens.lowers[first - 1]
    capital = first > 1 and tokens.texts[first - 2][0].isupper()
    if before in lexicon.words("and-words"):
        return capital or tokens.texts[first][0].islower()
    return capital and before in lexicon.words("prepositions")


def _choice(facts: Facts, first: int, last: int, words: str, topic: Topic) -> Choice:
    tokens = facts.tokens
    form = " ".join(tokens.texts[first:last])
    name = f"the capital of {words}"
    return Choice(tokens.starts[first], tokens.ends[last - 1], name, form, topic, facts.house.word(words))
