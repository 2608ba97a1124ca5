"""Voices: whether one person alone is heard in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_FEWEST = 3  # quotes; with fewer the article is a short item


def find_one_voice(facts: Facts) -> list[Claim]:
    """One claim, at the first credit, where every quote of the article is one named person's."""
    credits = [quote for quote in facts.quotes if quote.speaker is not None]
    people = {quote.speaker.person.id if quote.speaker and quote.speaker.person else "" for quote in credits}
    if len(credits) < _FEWEST or len(people) != 1 or "" in people:
        return []
    others = any(
        mention.credit and not mention.in_quote and mention.person.id not in people for mention in facts.mentions
    )
    if others:
        return []
    speaker = credits[0].speaker
    if speaker is None or speaker.person is None:
        return []
    person = speaker.person
    body = (name for name in person.names if facts.paragraph_at(name.start).kind in BODY_KINDS)
    place = next(body, person)
    paragraph = facts.paragraph_at(place.start).number
    return [Claim(place.start, place.end, "one-voice", None, None, None, None, False, None, len(credits), paragraph)]
