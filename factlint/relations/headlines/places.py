"""Places: where it happened in the headline, and where in the text's first sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_PLACES = frozenset({"place", "object"})
_NEAR = 7  # tokens
_OPENING = 2  # sentences that say where it happened


def find_places(story: Story) -> Iterator[Contrast]:
    """Every place of a headline that the text has only further down, and elsewhere than where it opens."""
    prepositions = story.facts.lexicon.words("prepositions-of-scenes")
    aside = story.facts.lexicon.words("elsewhere-words")
    wide = story.facts.lexicon.union("countries", "us-states", "regions")
    tokens, phrases = story.tokens, story.language.phrases
    opening = frozenset(one.number for one in story.sentences[:_OPENING])
    for line in story.display:
        spot = line.paragraph
        if line.title_case or line.all_capitals:
            continue
        names = {plain(tokens.lowers[at]) for at in range(spot.first, spot.last)}
        for stated in _names(story, line):
            if not may_be_place(story, stated):
                continue
            if stated.preposition is not None and tokens.lowers[stated.preposition] not in prepositions:
                continue  # “Senator from Vermont wins in …”
            if " ".join(tokens.lowers[stated.first : stated.last]) in wide:
                continue  # a country holds the town that the text is dated from
            words = {plain(word) for word in tokens.lowers[stated.first : stated.last]}
            own = [
                one for one in phrases if one.sentence in story.numbers and one.proper and words & _words(story, one)
            ]
            if not own or words & _lead_words(story):
                continue
            # “Harbor Bank fraud”, “Wattle Plains byelection”: no place that anybody knows, and nothing happens there.
            known = stated.preposition is not None or _is_known(story, stated.first, stated.last - 1)
            if not known and not any(is_scene(story, one, prepositions) for one in own):
                continue
            # Everywhere it is only where something else was: “the nearest were at …”, “across the border in …”; or
            # where somebody came from, who has nothing of what the line tells.
            about = story.telling(spot.first, spot.last) - story.telling(stated.first, stated.last)
            if not all(
                _is_aside(story, one.first, aside) or _is_origin(story, one, prepositions, about) for one in own
            ):
                continue
            dateline = _dateline(story, names)
            other = next(
                (
                    one
                    for one in phrases
                    if one.sentence in opening and may_be_place(story, one) and one.preposition is not None
                    and one.determiner is None
                    and is_scene(story, one, prepositions) and not names & _words(story, one)
                ),
                None,
            )  # fmt: skip
            other = other or _within(story, opening, names, prepositions)
            told = None if other is None else (other.first, other.last)
            # A country has the town in it from which the article is dated.
            told = told if _is_country(story, stated) else dateline or told
            if told is not None:
                yield Contrast(
                    stated.start, stated.end, "place", "headline", story.words(stated.first, stated.last),
                    story.words(*told), "middling", False, Stretch(tokens.starts[told[0]], tokens.ends[told[1] - 1]),
                )  # fmt: skip


def _lead_words(story: Story) -> frozenset[str]:
    """The words of the text's first sentence, which tells where it happened, in small letters."""
    lead = story.sentences[0]
    return frozenset(plain(word) for word in story.tokens.lowers[lead.first : lead.last])


def is_scene(story: Story, phrase: Phrase, scenes: frozenset[str]) -> bool:
    """Whether something is told to be at a place: “in Nijmegen”, “in the centre of Nijmegen”."""
    if phrase.preposition is None:
        return False
    if story.tokens.lowers[phrase.preposition] in scenes:
        return True
    part = story.phrase(story.language.phrase_at(phrase.preposition - 1)) if phrase.preposition else None
    within = part is not None and part.of is not None and part.preposition is not None and not part.proper
    return bool(part and within and story.tokens.lowers[part.preposition or 0] in scenes and "place" in part.classes)


def _names(story: Story, line: Line) -> Iterator[Phrase]:
    """The names in a line, those within a phrase as phrases of their own: “Trieste laundry”."""
    tokens, tags, spot = story.tokens, story.language.tags, line.paragraph
    for phrase in story.language.phrases:
        if not spot.first <= phrase.first < spot.last:
            continue
        if phrase.proper:
            yield phrase
            continue
        own = [at for at in range(phrase.first, phrase.head) if tags[at] == "PROPN" and tokens.texts[at][0].isupper()]
        # “Launceston blaze”: what opens a line has a capital in any case, so that only a known place is one there.
        known = own and (own[0] > spot.first or _is_known(story, own[0], own[-1]))
        if known and own[-1] - own[0] == len(own) - 1:
            name = phrase._replace(
                first=own[0], last=own[-1] + 1, head=own[-1], start=tokens.starts[own[0]], end=tokens.ends[own[-1]],
                proper=True, classes=frozenset(), preposition=None,
            )  # fmt: skip
            if not _is_country(story, name):
                yield name


def _is_known(story: Story, first: int, last: int) -> bool:
    """Whether the words between two tokens are a place that the text names elsewhere, too."""
    name = story.words(first, last + 1)
    return any(
        story.is_prose(story.tokens.at(one.start)) and story.facts.text(one) == name for one in story.facts.places
    )


def _within(story: Story, opening: frozenset[int], names: set[str], scenes: frozenset[str]) -> Phrase | None:
    """A place told within a phrase for where it happened, in the opening: “on the Hobart docks”."""
    for place in story.facts.places:
        phrase = story.phrase(story.language.phrase_at(story.tokens.at(place.start)))
        if phrase is None or phrase.sentence not in opening or phrase.proper or story.in_quote(phrase.head):
            continue
        first, last = story.tokens.span(place.start, place.end)
        inside = phrase.first <= first and last <= phrase.head
        if (
            inside
            and is_scene(story, phrase, scenes)
            and not names & {plain(w) for w in story.tokens.lowers[first:last]}
        ):
            return phrase
    return None


def _is_country(story: Story, phrase: Phrase) -> bool:
    """Whether a name is a country's, or short for one."""
    name = story.words(phrase.first, phrase.last).lower()
    return name in story.facts.lexicon.union("countries", "whole-worlds")


def _dateline(story: Story, names: set[str]) -> tuple[int, int] | None:
    """The tokens of the place from which the article is dated, where the line does not name it."""
    block = next((one for one in story.facts.paragraphs if one.kind == "dateline" and one.last > one.first), None)
    if block is None:
        return None
    tokens = story.tokens
    last = next((at for at in range(block.first, block.last) if not tokens.texts[at][0].isalpha()), block.last)
    words = {plain(word) for word in tokens.lowers[block.first : last]}
    return None if last == block.first or words & names else (block.first, last)


def _is_origin(story: Story, phrase: Phrase, scenes: frozenset[str], about: frozenset[str]) -> bool:
    """Whether a place is one that somebody comes from: “crews from Over Compton”, beside nothing of the line's."""
    if phrase.preposition is None or story.tokens.lowers[phrase.preposition] in scenes:
        return False
    if phrase.sentence == story.sentences[0].number:
        return False
    before = story.phrase(story.language.phrase_at(phrase.preposition - 1)) if phrase.preposition else None
    clause = story.clause_at(phrase.preposition - 1) if phrase.preposition else None
    if before is None and clause is not None and "motion" in clause.classes:
        before = story.phrase(clause.subject)  # “crews came from Over Compton”
    if before is None:
        return False
    sentence = story.facts.sentences[phrase.sentence]
    near = story.telling(max(sentence.first, phrase.preposition - _NEAR), min(sentence.last, phrase.last + _NEAR))
    return not about & (near | story.telling(before.first, before.last))


def may_be_place(story: Story, phrase: Phrase) -> bool:
    """Whether a name can be a place's: nobody's, and no poll, club or paper."""
    if not phrase.proper or phrase.classes - _PLACES or phrase.number is not None:
        return False
    if "NUM" in story.language.tags[phrase.first : phrase.last]:
        return False
    if all(
        len(text) > 1 and text.replace(".", "").isupper() for text in story.tokens.texts[phrase.first : phrase.last]
    ):
        return False  # initials name bodies, or are short for a place: ABC, D.C.
    words = _words(story, phrase)
    if not (story.facts.lexicon.union("months", "weekday-names")).isdisjoint(words):
        return False
    people = {plain(word) for person in story.facts.people for word in person.name.lower().split()}
    return words.isdisjoint(people) and " ".join(sorted(words)) not in story.facts.lexicon.words("places-of-power")


def _words(story: Story, phrase: Phrase) -> set[str]:
    return {plain(word) for word in story.tokens.lowers[phrase.first : phrase.last]}


def _is_aside(story: Story, token: int, aside: frozenset[str]) -> bool:
    """Whether a word near a place says that it is only where something else is."""
    sentence = story.facts.sentence_at(story.tokens.starts[token])
    words = story.tokens.lowers[max(sentence.first, token - _NEAR) : min(sentence.last, token + _NEAR)]
    return not aside.isdisjoint(words)
