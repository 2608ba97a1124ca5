"""Nameless offices: words of somebody who has a post at a body, and whose name the article never gives.

“We ask for patience,” said the cooperative's general manager.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Credit
from factlint.facts.people.holders import Holders
from factlint.language.kindred import kindred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

_STOPS = frozenset(",.;")
_APPOSITION = 8  # tokens of a comma and what stands behind it for somebody
_FEWEST = 4  # words of a quotation that asks for a name
_NO_BODIES = frozenset({"person", "time", "animal", "act", "event"})


def find_nameless_offices(facts: Facts) -> Iterator[Credit]:
    """Each first quotation credited to the holder of a post at a body, where nobody is told to hold it."""
    described = [
        q for q in facts.quotes if q.speaker is not None and q.speaker.kind == "described" and q.kind == "direct"
    ]
    if not described:
        return
    phrases, holders, seen = facts.language.phrases, Holders(facts), set[str]()
    for quote in described:
        speaker = quote.speaker
        if speaker is None or speaker.explained or quote.words < _FEWEST or quote.way != "sentence":
            continue
        first, last = facts.tokens.span(speaker.start, speaker.end)
        number = next(
            (place for at in range(last - 1, first - 1, -1) if (place := facts.language.phrase_at(at)) is not None),
            None,
        )
        phrase = phrases[number] if number is not None else None
        if phrase is not None and phrase.preposition is not None and phrase.first > first:
            number = facts.language.phrase_at(first)
            phrase = phrases[number] if number is not None else None
        if phrase is None or number is None or phrase.lemma in seen or holders.meant(number) is not None:
            continue
        if (
            _is_post(facts, phrase)
            and not _is_held(facts, holders, phrase.lemma)
            and not _is_named(facts, phrase, last)
        ):
            seen.add(phrase.lemma)
            yield Credit(speaker.start, speaker.end, "nameless", None, None)


def _is_post(facts: Facts, phrase: Phrase) -> bool:
    """Whether a phrase is somebody's post at a body: “their coach”, “the council's director of services”."""
    words, phrases = facts.lexicon.words, facts.language.phrases
    if phrase.plural or phrase.proper or "person" not in phrase.classes or phrase.lemma in words("spoken-for"):
        return False
    if phrase.lemma in words("relations") or phrase.lemma in words("people-without-a-post"):
        return False
    if phrase.determiner in words("possessives-of-many"):
        return True
    owner = phrases[phrase.owner] if phrase.owner is not None else None
    return owner is not None and (_is_body(facts, owner) or not (owner.proper or _NO_BODIES & owner.classes))


def _is_body(facts: Facts, owner: Phrase) -> bool:
    return any(body.start < owner.end and owner.start < body.end for body in facts.organizations)


def _is_held(facts: Facts, holders: Holders, noun: str) -> bool:
    """Whether somebody in the article is told to hold the post, or one of its kind."""
    are = kindred(facts.lexicon).are
    told = (p for p in facts.language.phrases if p.lemma == noun)
    if any(p.role == "attribute" or p.apposition_of is not None for p in told):
        return True  # “Roe is manager of the cooperative”
    return any(are(office.split()[-1], noun) for office in holders.offices)


def _is_named(facts: Facts, phrase: Phrase, last: int) -> bool:
    """Whether a name stands behind the words for a post."""
    after = facts.tokens.starts[min(last, len(facts.tokens) - 1)]
    end = facts.tokens.ends[min(last + 1, len(facts.tokens) - 1)]
    if any(phrase.start <= mention.start <= max(after, end) for mention in facts.mentions):
        return True
    # “their chairman, retired welder Gareth Roe”
    behind = facts.tokens.texts[last : last + _APPOSITION]
    if behind[:1] != [","]:
        return False
    until = last + next((at for at, text in enumerate(behind) if at and text in _STOPS), len(behind))
    return any(last < facts.tokens.at(mention.start) < until for mention in facts.mentions)
