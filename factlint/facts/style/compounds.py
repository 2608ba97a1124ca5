"""Compounds: one word, two words or a hyphen for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, beside_capital
from factlint.facts.style.house import letters
from factlint.facts.style.spellings import spellings_of

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model.wording import Topic

_SHORTEST_PART = 2  # letters
_SHORTEST_CLOSED = 6  # letters of a compound that is compared with two open words

#: What no compound before it can describe.
_NO_NOUN = frozenset({"AUX", "ADP", "ADV", "PRON", "DET", "CCONJ", "SCONJ"})

#: A half-open range of tokens.
Range = tuple[int, int]


def compound_choices(facts: Facts) -> Iterator[Choice]:
    """Compounds that stand in two forms: hyphened and closed, open and closed, hyphened and open.

    A hyphen before a noun and none after it (“a long-term plan”, “in the long term”) are both right, and so are a noun
    and its phrasal verb (“the takeover”, “to take over”): such pairs have the topic open-compound, or are left out.
    Compounds that the lexicon's spellings know are told there, but for hyphened and open ones.
    """
    known = spellings_of(facts.lexicon).words
    index = facts.tokens.index
    stems: dict[tuple[str, str], list[str]] = {}
    for word in sorted(word for word in facts.tokens.hyphened if word.count("-") == 1):
        one, two = word.split("-")
        if min(len(one), len(two)) < _SHORTEST_PART or not (one.isalpha() and two.isalpha()):
            continue
        if one + two not in index or (word not in known and one + two not in known):
            stems.setdefault((one, facts.language.words.lemma(two, "NOUN")), []).append(two)
    for (one, lemma), seconds in stems.items():
        yield from _hyphened(facts, one, lemma, seconds)
    yield from _open_and_closed(facts)
    yield from _chosen(facts)


def _hyphened(facts: Facts, one: str, lemma: str, seconds: list[str]) -> Iterator[Choice]:
    """A compound with a hyphen, beside the same closed or open, in the singular or the plural."""
    lemma_of = facts.language.words.lemma
    hyphened = [place for two in seconds for place in _ranges(facts, f"{one}-{two}")]
    closed = [place for two in seconds for place in _ranges(facts, one + two)]
    if closed:
        yield from _choices(facts, closed, one + lemma, one + lemma, "compound")
        yield from _choices(facts, hyphened, one + lemma, f"{one}-{lemma}", "compound")
        return
    following = {facts.tokens.lowers[at + 1] for at in facts.tokens.index.get(one, ()) if at + 1 < len(facts.tokens)}
    others = {two for two in following if two in seconds or two == lemma or lemma_of(two, "NOUN") == lemma}
    others -= facts.lexicon.words("particles")
    apart = sorted(place for two in others for place in _apart(facts, one, two))
    free, loose = [_free(facts, places) for places in (hyphened, apart)]
    topic: Topic = "open-compound"
    fraction = not facts.lexicon.words("fraction-plurals").isdisjoint(seconds)
    if free and loose and (fraction or one not in facts.lexicon.words("no-part-of-a-noun")):
        topic, hyphened, apart = "compound", free, loose
    yield from _choices(facts, hyphened, one + lemma, f"{one}-{lemma}", topic)
    yield from _choices(facts, apart, one + lemma, f"{one} {lemma}", topic)


def _free(facts: Facts, places: list[Range]) -> list[Range]:
    """Those that stand as nouns of their own: nothing after them that they could describe."""
    tokens, tags = facts.tokens, facts.language.tags
    small = facts.lexicon.words("no-noun-follows")
    return [
        (first, last)
        for first, last in places
        if last == len(tokens)
        or not tokens.texts[last][0].isalnum()
        or tokens.lowers[last] in small
        or tags[last] in _NO_NOUN
        or (_is_plural(facts, last - 1) and tags[last] not in ("NOUN", "PROPN", "ADJ"))
    ]


def _is_plural(facts: Facts, at: int) -> bool:
    """Whether a noun, or the noun that a hyphened one ends in, is a plural, which describes nothing behind it."""
    noun = facts.tokens.lowers[at].rpartition("-")[2]
    return facts.language.tags[at] == "NOUN" and facts.language.words.lemma(noun, "NOUN") != noun


def _open_and_closed(facts: Facts) -> Iterator[Choice]:
    tokens, tags = facts.tokens, facts.language.tags
    lowers = tokens.lowers
    known = spellings_of(facts.lexicon).words
    both, particles = facts.lexicon.words("open-and-closed"), facts.lexicon.words("particles")
    for closed in sorted(tokens.index.keys() & set(map(add, lowers, lowers[1:]))):
        if len(closed) < _SHORTEST_CLOSED or not closed.isalpha() or closed in both or closed in known:
            continue
        for cut in range(_SHORTEST_PART + 1, len(closed) - _SHORTEST_PART):
            one, two = closed[:cut], closed[cut:]
            # “half a haircut”, and “had his hair cut”
            apart = [] if two in particles else [(a, b) for a, b in _apart(facts, one, two) if tags[b - 1] != "VERB"]
            if apart:
                yield from _choices(facts, _ranges(facts, closed), closed, closed, "compound")
                yield from _choices(facts, apart, closed, f"{one} {two}", "compound")


def _chosen(facts: Facts) -> Iterator[Choice]:
    """Compounds about which the house has chosen, in whatever form the article has them."""
    known = spellings_of(facts.lexicon).words
    for form in facts.house.words.values():
        parts = form.lower().replace("-", " ").split()
        if len(parts) == 2 and letters(form) not in known:
            one, two = parts
            name = letters(form)
            yield from _choices(facts, _ranges(facts, one + two), name, one + two, "compound")
            yield from _choices(facts, _ranges(facts, f"{one}-{two}"), name, f"{one}-{two}", "compound")
            yield from _choices(facts, _apart(facts, one, two), name, f"{one} {two}", "compound")


def _choices(facts: Facts, places: list[Range], name: str, form: str, topic: Topic) -> Iterator[Choice]:
    """The compound, and the name of the same letters, are choices apart: hotmail, and Hot Mail Inc."""
    tokens = facts.tokens
    house = facts.house.word(name)
    for first, last in places:
        at = tokens.starts[first]
        if at and tokens.text[at - 1] in "@#":
            continue
        texts = tokens.texts[first:last]
        capital = first not in facts.sentence_firsts and all(text[0].isupper() for text in texts)
        capital |= not all(text[1:].islower() for text in texts)
        if capital and beside_capital(facts, first, last):
            continue
        own = f"the name {name.title()}" if capital else name
        yield Choice(at, tokens.ends[last - 1], own, form, topic, house)


def _ranges(facts: Facts, word: str) -> list[Range]:
    return [(at, at + 1) for at in facts.tokens.index.get(word, ())]


def _apart(facts: Facts, one: str, two: str) -> list[Range]:
    """Where the two words stand side by side, a single space between."""
    tokens = facts.tokens
    following = set(tokens.index.get(two, ()))
    return [
        (at, at + 2)
        for at in tokens.index.get(one, ())
        if at + 1 in following and tokens.starts[at + 1] == tokens.ends[at] + 1
    ]
