"""Quotations in headlines, subheadings and captions, and whether the text has their words.

British headlines put quotation marks around a claim in words of their own; so what counts is how many of the telling
words the text has in any form, by their beginnings (Porter's stemmer cuts about as much, and costs more).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import Line, TextWords, inside, plain
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation

_STEM = 5  # letters by which two words are held to be forms of one
_SINGLE = frozenset("'‘’")
_LONG_CLAIM = 3  # telling words from which a claim in single marks is no mere label
_SCATTERED = 4  # telling words of the speaker's own from which they should stand together in the text
_SPEAKING = frozenset({"person", "body"})  # “head says pupils ran wild”
_NEAR = 2  # sentences of the text in which they then stand


class Quoted(NamedTuple):
    """A quotation in a display line.

    quotation: the quotation.
    certain: whether its words are surely another's.
    told: how many of its telling words the text has, in any form.
    words: how many telling words it has.
    credited: whether the line lays it to somebody, or it is told in the first person, which is somebody's.
    """

    quotation: Quotation
    certain: bool
    told: int
    words: int
    credited: bool


def quotes_in(facts: Facts, line: Line, text: TextWords) -> Iterator[Quoted]:
    """Every quotation in a line, in order of place."""
    small = facts.lexicon.words("headline-small-words")
    own = facts.lexicon.union("first-person-singular", "first-person-plural")
    for quotation in inside(facts.quotations, line.paragraph):
        if not (quotation.opening and quotation.closing) or _is_in_a_name(facts, quotation):
            continue
        words = facts.tokens.lowers[quotation.first : quotation.last]
        telling = [plain(word) for word in words if word[0].isalnum() and word not in small]
        if not telling:
            continue
        had = sum(_has(word, text) for word in telling)
        single = quotation.opening in _SINGLE
        # “I” and “we” are the speaker's: no claim shortened by the desk has them.
        spoken = not own.isdisjoint(words)
        if spoken and len(telling) >= _SCATTERED:
            had = min(had, _together(facts, telling, text))
        # A claim in the desk's own words has one of the text's at least.
        foreign = not had and len(words) >= _LONG_CLAIM
        certain = (not single or spoken or foreign or len(telling) >= _LONG_CLAIM) and not _is_title(
            facts, quotation, line, small
        )
        yield Quoted(quotation, certain, had, len(telling), spoken or _is_credited(facts, line, quotation))


def _is_in_a_name(facts: Facts, quotation: Quotation) -> bool:
    """ "Harold "Nobby" Clegg": whether a quotation of one word stands between two names."""
    tags, beside = facts.language.tags, (quotation.first - 2, quotation.last + 1)
    return quotation.last - quotation.first == 1 and all(tags[at : at + 1] == ["PROPN"] for at in beside)


def _is_credited(facts: Facts, line: Line, quotation: Quotation) -> bool:
    """Whether a line lays a quotation to somebody: “Roe: ‘…’”, “‘…’, says coach”, “Boss “never knew””.

    No court, inquiry or place says anything: “…, court told”, “‘…’: Wagga counts the cost”.
    """
    lowers, spot = facts.tokens.lowers, line.paragraph
    saying, colons = (facts.lexicon.words(name) for name in ("headline-saying-verbs", "headline-colons"))
    before = _letters(lowers, quotation.first - 1, spot.first, -1)
    after = _letters(lowers, quotation.last, spot.last, 1)
    beside: list[int] = []
    for at in (*range(spot.first, quotation.first), *range(quotation.last, spot.last)):
        if lowers[at] in colons:
            beside.append(at - 1 if at < quotation.first else at + 1)
        elif lowers[at] in saying:
            beside += [at - 1, after + 1] if at == after else [at - 1]
    if not beside and quotation.opening not in _SINGLE:
        beside.append(before)
    return any(spot.first <= place < spot.last and _is_person(facts, place) for place in beside)


def _letters(lowers: Sequence[str], at: int, stop: int, step: int) -> int:
    """The first token with letters or digits from a place on; the stop where there is none."""
    while at != stop and not lowers[at][0].isalnum():
        at += step
    return at


def _is_person(facts: Facts, at: int) -> bool:
    """Whether a token stands in a phrase for somebody."""
    number = facts.language.phrase_at(at)
    if number is None:
        return False
    phrase = facts.language.phrases[number]
    head = facts.tokens.lowers[phrase.head]
    called = head in facts.lexicon.union("headline-subjects", "offices")
    if called or _SPEAKING & facts.language.words.noun_classes(head):
        return True
    named = (facts.tokens.lowers[at] for at in range(phrase.first, phrase.last))
    return phrase.proper and not _names_of_people(facts).isdisjoint(named)


def _names_of_people(facts: Facts) -> frozenset[str]:
    """The words of the names by which an article knows its people."""
    return frozenset(word.lower() for person in facts.people for name in person.names for word in name.text.split())


def _is_title(facts: Facts, quotation: Quotation, line: Line, small: frozenset[str]) -> bool:
    """Whether the marks stand round the title of a work: “The Salt Men”."""
    texts = facts.tokens.texts[quotation.first : quotation.last]
    telling = [word for word in texts if word[0].isalpha() and word.lower() not in small]
    return not line.title_case and len(telling) > 1 and all(word[0].isupper() for word in telling)


def _together(facts: Facts, telling: list[str], text: TextWords) -> int:
    """How many of some words the two sentences of the text have that have the most of them."""
    lowers = facts.tokens.lowers
    sentences = [one for one in facts.sentences if one.paragraph in text.numbers]
    best = 0
    for at in range(len(sentences)):
        near = sentences[at : at + _NEAR]
        words = {plain(word) for one in near for word in lowers[one.first : one.last]}
        stems = {word[:_STEM] for word in words}
        best = max(best, sum(word in words or word[:_STEM] in stems for word in telling))
    return best


def _has(word: str, text: TextWords) -> bool:
    stem = word[:_STEM]
    return word in text.lowers or word.removesuffix("s") in text.lowers or stem in text.stems(max(4, len(stem)))
