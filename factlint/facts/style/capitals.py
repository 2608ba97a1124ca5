"""Capitals that come and go: of words, of offices, of the names of bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, beside_capital, opens_sentence

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model.wording import Topic

_LONGEST_OFFICE = 3  # tokens
_FEWEST = 2  # places in which a noun has a small letter
_NAME = 3  # tokens before a noun in which a name may begin
_SHORTEST = 3  # letters of such a noun
#: Classes of nouns that have a capital where a certain one is meant.
_OFTEN_NAMES = frozenset({"person", "place", "document", "group", "time"})

#: What may follow a noun as a part of the same phrase.
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def capital_choices(facts: Facts) -> Iterator[Choice]:
    """Every word, office and body that could have a capital or none, where the place tells which it has."""
    yield from _words(facts)
    yield from _offices(facts)
    yield from _other_offices(facts)
    yield from _things(facts)
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
        of_another = tokens.lowers[last] in after and not _is_cut_off(facts, last + 1)
        if not (of_another or tokens.texts[last][0].isupper()):
            yield _choice(facts, first, last, " ".join(tokens.lowers[first:last]), "body-capital")


def _is_cut_off(facts: Facts, at: int) -> bool:
    """ "accused the Premier of “running to the polls”": whether what stands behind “of” is no thing or place."""
    tokens = facts.tokens
    marks = at < len(tokens) and not tokens.texts[at][0].isalnum()
    return marks or (at < len(tokens) and facts.language.tags[at] == "VERB")


def _other_offices(facts: Facts) -> Iterator[Choice]:
    """The Chief Constable and the chief constable: an office that the article has both ways, with “the” alone."""
    tokens, known = facts.tokens, facts.lexicon.words("capital-offices")
    offices, definite = facts.lexicon.words("offices"), facts.lexicon.words("definite-articles")
    after = facts.lexicon.words("office-goes-on")
    for phrase in facts.language.phrases:
        first, last = phrase.first + 1, phrase.head + 1
        if (
            tokens.lowers[phrase.first] not in definite
            or not 0 < last - first <= _LONGEST_OFFICE
            or last >= len(tokens)
        ):
            continue
        if tokens.lowers[phrase.head] not in offices or " ".join(tokens.lowers[first:last]) in known:
            continue
        texts = tokens.texts[first:last]
        alike = all(text[0].isupper() for text in texts) or all(text.islower() for text in texts)
        if alike and tokens.lowers[last] not in after and not tokens.texts[last][0].isupper():
            yield _choice(facts, first, last, " ".join(tokens.lowers[first:last]), "body-capital")


def _things(facts: Facts) -> Iterator[Choice]:
    """A Tug and the tug: a noun for a thing with a capital within a sentence, which has none elsewhere."""
    tokens, language = facts.tokens, facts.language
    definite = facts.lexicon.words("definite-articles")
    barred = facts.lexicon.union("things-with-capitals", "capital-institutions", "capitals-by-choice")
    for word in {tokens.lowers[at] for at in tokens.capitals if at not in facts.sentence_firsts} - barred:
        small = [at for at in tokens.index[word] if tokens.texts[at].islower() and language.tags[at] == "NOUN"]
        if (
            len(small) < _FEWEST
            or len(word) < _SHORTEST
            or not _OFTEN_NAMES.isdisjoint(language.words.noun_classes(word))
        ):
            continue
        if any(language.words.lemma(word, part) != word for part in ("NOUN", "VERB")):
            continue  # plurals, “shopping”
        large = [at for at in tokens.index[word] if tokens.texts[at].istitle() and not opens_sentence(facts, at)]
        known = any(tokens.lowers[at - 1] in definite for at in small)
        if len(large) == 1 and _is_alone(facts, large[0]) and (known or tokens.lowers[large[0] - 1] not in definite):
            for at in (*large, *small):
                yield _choice(facts, at, at + 1, word, "body-capital")


def _is_alone(facts: Facts, at: int) -> bool:
    """Whether a noun with a capital is no part of a name: “a salvage Tug is”, not “the Centre for Transport and”."""
    tokens, tags = facts.tokens, facts.language.tags
    first = facts.sentence_of(at).first
    before = tokens.texts[max(first + 1, at - _NAME) : at]
    plain = all(text.islower() for text in before)
    following = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
    goes_on = following[0].isdecimal() or following in facts.lexicon.union("office-goes-on", "indefinite-articles")
    return plain and tags[at - 1] in ("DET", "ADJ", "NOUN") and not goes_on and not beside_capital(facts, at)


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
