"""Swapped places: a country, state or city of a headline that the text has nothing of, where it opens in another.

“Norway drops inquiry” over prosecutors in Sweden who dropped it; “Texas man admits threat” over a man from New York.
What lies in the headline's place bears it out, and a town that the atlas does not know may lie in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.localities import CITY, COUNTRY, Locality, atlas, localities
from factlint.relations.headlines.places import is_scene, may_be_place

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.relations.headlines.story import Story

_OPENING = 2  # sentences that say where it happened
_LONG = 200  # words of a text that would name the city it is set in
_FEWEST = 2  # telling words of the line that the sentence of the other place has


def find_swapped_places(story: Story) -> Iterator[Contrast]:
    """Every place of a headline or caption that the text lacks, with the one of its kind that it opens with."""
    told: list[Locality] | None = None
    for line in (*story.display, *story.captions):
        if line.all_capitals:
            continue
        own = list(localities(story, line.paragraph.first, line.paragraph.last))
        if not own:
            continue
        if told is None:
            told = [place for one in story.sentences for place in localities(story, one.first, one.last)]
            told += _dateline(story)
        named = {place.name for place in own}
        for stated in own:
            if not _is_borne_out(story, stated, own, told) and _is_meant(story, line, stated):
                rival = _rival(story, line, stated, named, told) or _scene(story, line, stated)
                if rival is not None:
                    yield _contrast(story, line, stated, rival)
                    break


def _dateline(story: Story) -> list[Locality]:
    """The places of the dateline."""
    block = next((one for one in story.facts.paragraphs if one.kind == "dateline" and one.last > one.first), None)
    return [] if block is None else list(localities(story, block.first, block.last))


def _is_borne_out(story: Story, stated: Locality, own: list[Locality], told: list[Locality]) -> bool:
    """Whether the text has the place, one within it, or its words in any form; or its words may name another place."""
    known = atlas(story.facts.lexicon)
    names = {place.name for place in own if place.first == stated.first}
    if any(place.name in names or not names.isdisjoint(known.within.get(place.name, ())) for place in told):
        return True
    words = {plain(word) for word in story.tokens.lowers[stated.first : stated.last]}
    if words <= story.text.lowers:
        return True
    short = story.facts.lexicon.values("headline-short-forms")
    return any(not story.text.lowers.isdisjoint(map(str, short.get(word, ()))) for word in words)


def _is_meant(story: Story, line: Line, stated: Locality) -> bool:
    """Whether the words stand for the place itself: in no longer name, no marks, and for no power that sits there."""
    tokens, lexicon = story.tokens, story.facts.lexicon
    if story.in_quote(stated.first):
        return False
    # “Cardiff to cut rates” tells of a government, “Cardiff pool to close” of the place.
    phrase = story.phrase(story.language.phrase_at(stated.first))
    alone = phrase is None or phrase.last == stated.last or phrase.proper
    if alone and not stated.adjective and stated.name in lexicon.words("places-of-power"):
        return False
    if line.title_case:
        return stated.level != CITY
    around = [at for at in (stated.first - 1, stated.last) if line.paragraph.first <= at < line.paragraph.last]
    capital = any(
        tokens.texts[at][0].isupper() and at not in line.openings and story.language.tags[at] == "PROPN"
        for at in around
    )
    return stated.adjective or not capital


def _rival(story: Story, line: Line, stated: Locality, named: set[str], told: list[Locality]) -> Locality | None:
    """The place of the same level that the text opens with, in a sentence that tells of what the line does."""
    own = story.telling(stated.first, stated.last)
    about = story.telling(line.paragraph.first, line.paragraph.last) - own
    opening = {one.number for one in story.sentences[:_OPENING]}
    origin = _is_origin(story, line, stated)
    told_first = frozenset().union(*(story.about(number) for number in opening))
    for place in told:
        if place.level != stated.level or place.name in named or not _exclude(story, stated, place, named, told):
            continue
        number = story.facts.sentence_at(story.tokens.starts[place.first]).number
        if number not in opening or story.in_quote(place.first):
            continue
        if origin and not place.adjective and _preposition(story, place) is not None:
            continue
        shared = told_first if number == story.sentences[0].number else story.about(number)
        if len(about & shared) >= _FEWEST:
            return place
    return None


def _scene(story: Story, line: Line, stated: Locality) -> Locality | None:
    """Where a text of some length opens that has nothing of the line's city: “in the town of Okporo”."""
    if stated.level != CITY or stated.adjective or story.text.size < _LONG:
        return None
    scenes = story.facts.lexicon.words("prepositions-of-scenes")
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    number = story.sentences[0].number
    if len(about & story.about(number)) < _FEWEST:
        return None
    for phrase in story.language.phrases:
        scene = phrase.sentence == number and may_be_place(story, phrase) and is_scene(story, phrase, scenes)
        if scene and not story.stands(phrase.head, line):
            return Locality(phrase.first, phrase.last, story.tokens.lowers[phrase.head], CITY, False)
    return None


def _exclude(story: Story, stated: Locality, other: Locality, named: set[str], told: list[Locality]) -> bool:
    """Whether what is in one place cannot be in the other: neither lies in the other or in what the line names.

    Two towns or provinces of different countries tell of two places, not of one, where the text has something of the
    first one's country.
    """
    within = atlas(story.facts.lexicon).within
    ours, theirs = within.get(stated.name, frozenset()), within.get(other.name, frozenset())
    if stated.name in theirs or other.name in ours or (stated.level == COUNTRY and not theirs.isdisjoint(named)):
        return False
    if stated.level == COUNTRY or not ours or not theirs or not ours.isdisjoint(theirs):
        return True
    return all(ours.isdisjoint({place.name} | within.get(place.name, frozenset())) for place in told)


def _is_origin(story: Story, line: Line, stated: Locality) -> bool:
    """Whether a line says where somebody is from, and elsewhere where it happened: “Accra choir sings at …”."""
    scenes = story.facts.lexicon.words("prepositions-of-scenes")
    if _preposition(story, stated) is not None:
        return False
    lowers, spot = story.tokens.lowers, line.paragraph
    return any(
        lowers[at] in scenes and story.tokens.texts[at + 1][0].isupper() for at in range(spot.first, spot.last - 1)
    )


def _preposition(story: Story, place: Locality) -> int | None:
    """The token of the preposition that a place's phrase stands behind."""
    phrase = story.phrase(story.language.phrase_at(place.first))
    return None if phrase is None else phrase.preposition


def _contrast(story: Story, line: Line, stated: Locality, rival: Locality) -> Contrast:
    tokens = story.tokens
    return Contrast(
        tokens.starts[stated.first], tokens.ends[stated.last - 1], "place",
        "caption" if line.kind == "caption" else "headline",
        story.words(stated.first, stated.last), story.words(rival.first, rival.last), "strong", False,
        Stretch(tokens.starts[rival.first], tokens.ends[rival.last - 1]),
    )  # fmt: skip
