"""Speakers: whom a headline credits with a quotation, and who says it in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import inside
from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple
from factlint.relations.headlines.entities import Entities

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.facts.model import Quotation, Quote
    from factlint.relations.headlines.story import Story

_SHORTEST = 2  # telling words by which a quotation is known again
_ALIKE = 0.8  # share of its telling words that the text's quotation has
_LABEL = 6  # tokens within which “Bishop:” ends
_PLAIN = 5  # words of a saying without marks by which it is known again
_LATE = 2  # sentences by which he is named
_SOMEBODY = frozenset({"person", "group"})


class Said(NamedTuple):
    """Words that a line has somebody say, as a half-open range of tokens."""

    first: int
    last: int


def find_speakers(story: Story) -> Iterator[Contrast]:
    """Every quotation that a headline credits to one, and the text to another."""
    quotes = [
        one
        for one in story.facts.quotes
        if one.speaker is not None
        and story.is_prose(story.tokens.at(one.start))
        and (one.exchange is None or one.cue is not None)  # whose turn it was, the words around it tell
    ]
    if not quotes:
        return
    entities = Entities(story)
    for line in (*story.display, *story.captions):
        for quotation, credited in _said(story, line):
            said = _same(story, quotation, quotes)
            if credited is None or said is None or not _is_somebody(story, credited):
                continue
            if said.speaker is not None and said.speaker.kind == "named" and said.speaker.person is None:
                continue  # “Transcript as follows”: a heading, or a body
            named = story.language.phrases[credited].proper
            if named and _may_be_anybody(story, said):
                continue  # whom “she” or “the candidate” means may be the very one whom the headline names
            stated, told = entities.known_as(credited), _known(story, entities, said)
            if not stated or not told or stated & told:
                continue
            if _may_be_called(story, credited, said):
                continue
            another = _is_another(story, entities, credited, told) or _is_of_another_trade(story, credited, said)
            if not another or _is_named_next(story, entities, credited, said):
                continue
            phrase = story.language.phrases[credited]
            assert said.speaker is not None
            yield Contrast(
                phrase.start, phrase.end, "speaker", "headline", story.words(phrase.first, phrase.last),
                said.speaker.text, "strong", False, Stretch(said.speaker.start, said.speaker.end),
            )  # fmt: skip


def _said(story: Story, line: Line) -> Iterator[tuple[Said, int | None]]:
    """What a line has somebody say, and who: in marks, or without them behind “Bishop:”."""
    marked = inside(story.facts.quotations, line.paragraph)
    for quotation in marked:
        yield Said(quotation.first, quotation.last), _credited(story, line, quotation)
    spot, lowers = line.paragraph, story.tokens.lowers
    colons = story.facts.lexicon.words("headline-colons")
    colon = next(
        (at for at in range(spot.first + 1, min(spot.last, spot.first + _LABEL)) if lowers[at] in colons), None
    )
    if colon is not None and not marked and spot.last - colon > _PLAIN:
        yield Said(colon + 1, spot.last), story.language.phrase_at(colon - 1)


def _is_somebody(story: Story, index: int) -> bool:
    """Whether a phrase is one person, or has a name."""
    phrase = story.language.phrases[index]
    if phrase.proper:
        return phrase.determiner is None and not phrase.classes - _SOMEBODY
    return bool(phrase.classes & _SOMEBODY) and not phrase.plural and phrase.number is None


def _same(story: Story, quotation: Said, quotes: list[Quote]) -> Quote | None:
    """The text's quotation that has the words of a headline's."""
    words = story.telling(quotation.first, quotation.last)
    size = quotation.last - quotation.first
    if len(words) < _SHORTEST and size < _SHORTEST + 1:
        return None
    tokens = story.tokens
    lowers = tokens.lowers[quotation.first : quotation.last]
    for quote in quotes:
        first, last = tokens.at(quote.start), tokens.at(quote.end - 1) + 1
        own = story.telling(first, last)
        if words and len(words & own) >= _ALIKE * len(words) and _in_order(lowers, tokens.lowers[first:last]):
            return quote
    return None


def _in_order(words: list[str], others: list[str]) -> bool:
    """Whether most words of one stretch stand in another in their order."""
    at = found = 0
    letters = [word for word in words if word[0].isalnum()]
    for word in letters:
        if word in others[at:]:
            at = others.index(word, at) + 1
            found += 1
    return found >= _ALIKE * len(letters)


def _credited(story: Story, line: Line, quotation: Quotation) -> int | None:
    """The phrase to which a headline credits a quotation: “…”, says X; X: “…”; “…”: X …"""
    tokens, language = story.tokens, story.language
    spot = line.paragraph
    saying = story.facts.lexicon.words("headline-saying-verbs")
    colons = story.facts.lexicon.words("headline-colons")
    after = quotation.last
    while after < spot.last and not tokens.lowers[after][0].isalnum() and tokens.lowers[after] not in colons:
        after += 1
    if after < spot.last:
        word = tokens.lowers[after]
        if word in saying or word in colons:
            number = language.phrase_at(after + 1) if after + 1 < spot.last else None
            behind = spot.last if number is None else language.phrases[number].last
            # “‘…’: jury hears how Roe …” has the jury say nothing.
            does = behind < spot.last and language.tags[behind] == "VERB" and tokens.lowers[behind] not in saying
            return None if word in colons and does else number
        found = language.phrase_at(after)
        if found is not None and language.phrases[found].last < spot.last:
            follows = tokens.lowers[language.phrases[found].last]
            comma = tokens.lowers[after - 1] == "," or "," in tokens.lowers[quotation.last - 2 : after]
            if follows in saying or (comma and follows in saying):
                return found
    before = quotation.first - 1
    while before > spot.first and not tokens.lowers[before][0].isalnum() and tokens.lowers[before] not in colons:
        before -= 1
    if before > spot.first and (tokens.lowers[before] in colons or tokens.lowers[before] in saying):
        number = language.phrase_at(before - 1)
        # “Roe attacks bank chief: ‘…’” quotes Roe, whose words the text may have from another place.
        opens = number is not None and language.phrases[number].first == spot.first
        return number if opens or tokens.lowers[before] in saying else None
    return _label(story, line, quotation)


def _label(story: Story, line: Line, quotation: Quotation) -> int | None:
    """Who says a line of which the marks take in a part: “Hallam: ban ‘an insult’”, “Roe says ban ‘an insult’”."""
    lowers, language, spot = story.tokens.lowers, story.language, line.paragraph
    colons = story.facts.lexicon.words("headline-colons")
    near = range(spot.first + 1, min(quotation.first, spot.first + _LABEL))
    colon = next((at for at in near if lowers[at] in colons), None)
    if colon is not None:
        return language.phrase_at(colon - 1)
    saying = story.facts.lexicon.words("headline-saying-verbs")
    clauses = list(story.clauses_of(spot.first, quotation.first))
    if not clauses or lowers[clauses[0].verb] not in saying or len(clauses) > 1:
        return None
    return clauses[0].subject


def _known(story: Story, entities: Entities, quote: Quote) -> frozenset[str]:
    """All words by which the text knows who says a quotation."""
    assert quote.speaker is not None
    found = set(entities.known_as(index) if (index := _phrase_of(story, quote.speaker.start)) is not None else ())
    if quote.speaker.person is not None:
        for name in quote.speaker.person.names:
            index = _phrase_of(story, name.start)
            if index is not None:
                found |= entities.of(index) | entities.own(index)
        for title in quote.speaker.person.titles:
            found |= entities.cut_all(title)
    return frozenset(found)


def _phrase_of(story: Story, offset: int) -> int | None:
    return story.language.phrase_at(story.tokens.at(offset))


def _may_be_anybody(story: Story, quote: Quote) -> bool:
    """Whether who says it is only “she”, or “the candidate” without a name."""
    speaker = quote.speaker
    if speaker is None or speaker.kind == "named" or speaker.person is not None:
        return speaker is not None and speaker.kind == "pronoun"
    index = _phrase_of(story, speaker.start)
    return speaker.kind == "pronoun" or index is None or not story.entities.named(index)


def _is_named_next(story: Story, entities: Entities, credited: int, quote: Quote) -> bool:
    """Whether a text opens with the headline's somebody, and then names the speaker: “The ferryman … . Roe, 70, …”."""
    if quote.speaker is None or quote.speaker.person is None or len(story.sentences) < _LATE:
        return False
    first = story.sentences[0]
    phrases = story.language.phrases
    opens = any(
        phrase.sentence == first.number and phrase.role == "subject" and entities.own(index) & entities.own(credited)
        for index, phrase in enumerate(phrases)
    )
    named = [name.start for person in story.facts.people for name in person.names]
    own = [name.start for name in quote.speaker.person.names]
    prose = [start for start in (*named, *own) if story.is_prose(story.tokens.at(start))]
    return opens and bool(prose) and min(prose) in own


def _is_of_another_trade(story: Story, credited: int, quote: Quote) -> bool:
    """Whether a line's trade is none that the speaker may have, by all that the text calls him, and others have it.

    “Actor calls film ‘a pie’” over a bishop who says so of the actors.
    """
    phrase, person = story.language.phrases[credited], quote.speaker.person if quote.speaker is not None else None
    if phrase.proper or person is None or phrase.lemma in story.facts.lexicon.words("headline-subjects"):
        return False
    callings = _callings(story, quote)
    return story.has(phrase.head) and bool(callings) and not any(story.are_kin(phrase.lemma, word) for word in callings)


def _may_be_called(story: Story, credited: int, quote: Quote) -> bool:
    """Whether the speaker's trade is the line's, or a kind of it: a biologist is a scientist."""
    phrase = story.language.phrases[credited]
    if phrase.lemma in story.facts.lexicon.words("wide-callings"):
        return True
    told = quote.speaker.text.lower().split() if quote.speaker is not None else []
    if not set(story.facts.lexicon.values("offices-by-other-words").get(phrase.lemma, ())).isdisjoint(told):
        return True  # a judge may be “Ms Justice Roe”
    return not phrase.proper and any(story.are_kin(phrase.lemma, word) for word in _callings(story, quote))


def _callings(story: Story, quote: Quote) -> set[str]:
    """The trades and offices that the text gives to whoever says a quotation."""
    person = quote.speaker.person if quote.speaker is not None else None
    if person is None:
        return set()
    lowers, words = story.tokens.lowers, story.language.words
    callings = {words.lemma(word, "NOUN") for title in person.titles for word in title.lower().split()[-1:]}
    for name in person.names:
        index = _phrase_of(story, name.start)
        beside = story.entities.beside(index) if index is not None else ()
        for other in beside:
            one = story.language.phrases[other]
            if not one.proper:
                callings.add(one.lemma)
            elif "person" in words.noun_classes(lowers[one.first]):
                callings.add(lowers[one.first])
    return {word for word in callings if "person" in words.noun_classes(word)}


def _is_another(story: Story, entities: Entities, credited: int, told: frozenset[str]) -> bool:
    """Whether the text has the headline's somebody beside the one who says it."""
    head = entities.own(credited)
    proper = story.language.phrases[credited].proper
    return any(
        entities.own(index) & head
        and not phrase.plural
        and not entities.of(index) & told
        and (
            phrase.proper
            if proper
            else phrase.determiner in story.facts.lexicon.words("definite-articles") or entities.named(index)
        )
        for index, phrase in enumerate(story.language.phrases)
        if phrase.sentence in story.numbers and not story.in_quote(phrase.head)
    )
