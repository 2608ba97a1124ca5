"""Superlatives: the oldest in the headline, one of the oldest in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_COPULA = "be"
_NEAR = 2  # tokens behind “is” within which a comparative stands
_BACK = 5  # tokens before a superlative within which it is softened


def find_superlatives(story: Story) -> Iterator[Contrast]:
    """Every superlative of a headline that the text has only with others beside it, or behind another."""
    told: dict[str, list[int]] | None = None
    for line in story.display:
        spot = line.paragraph
        if story.asks(line):
            continue
        for at in range(spot.first, spot.last):
            lemma = _superlative(story, at)
            if not lemma:
                continue
            if told is None:
                told = _told(story)
            behind = _behind_another(story, story.tokens.lowers[at])
            if behind is not None and not _is_softened(story, at, spot.first):
                tokens = story.tokens
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "superlative", "headline", tokens.texts[at],
                    tokens.texts[behind], "strong", False, Stretch(tokens.starts[behind], tokens.ends[behind]),
                )  # fmt: skip
                continue
            outdone = _outdone(story, lemma)
            if outdone is None and _is_of_all_time(story, at, spot.last):
                outdone = _of_its_time(story, told.get(lemma, []))
            if outdone is not None and not _is_softened(story, at, spot.first):
                first, last = outdone
                tokens = story.tokens
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "superlative", "headline", tokens.texts[at],
                    story.words(first, last), "strong", False, Stretch(tokens.starts[first], tokens.ends[last - 1]),
                )  # fmt: skip
                continue
            places = [place for place in told.get(lemma, []) if _may_be_of_one(story, at, place)]
            if not places or _is_softened(story, at, spot.first) or not all(map(story.is_prose, places)):
                continue
            firsts = [story.facts.sentence_at(story.tokens.starts[place]).first for place in places]
            soft = [_is_softened(story, place, first) for place, first in zip(places, firsts, strict=True)]
            if not any(soft) and (narrower := _narrower(story, at, places)) is not None:
                tokens = story.tokens
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "superlative", "headline", tokens.texts[at],
                    story.words(places[0], narrower.last), "strong", False,
                    Stretch(tokens.starts[places[0]], narrower.end),
                )  # fmt: skip
                continue
            # “among the five tallest … The tallest, at Rottum, is …”: that one is another.
            if any(soft) and all(one or _is_another(story, place) for one, place in zip(soft, places, strict=True)):
                chosen = soft.index(True)
                places, firsts = places[chosen:], firsts[chosen:]
                start = max(firsts[0], places[0] - _BACK)
                tokens = story.tokens
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "superlative", "headline", tokens.texts[at],
                    story.words(start, places[0] + 1), "strong", False,
                    Stretch(tokens.starts[places[0]], tokens.ends[places[0]]),
                )  # fmt: skip


def _behind_another(story: Story, superlative: str) -> int | None:
    """Where a text opens with what is but the second of its kind: “the second-heaviest”."""
    ordinals = story.facts.lexicon.table("ordinals")
    for one in story.sentences:
        if one.number in story.lead:
            for at in range(one.first, one.last):
                rank, hyphen, word = story.tokens.lowers[at].partition("-")
                if hyphen and word == superlative and rank in ordinals:
                    return at
    return None


def _outdone(story: Story, lemma: str) -> tuple[int, int] | None:
    """Where a text has what is more so: “only the night of 3 August was warmer”, “two towers in Norway are taller”."""
    lexicon, lowers = story.facts.lexicon, story.tokens.lowers
    measures = lexicon.table("measures-of-adjectives")
    own = measures.get(lemma, lemma)
    for clause in story.language.clauses:
        if clause.sentence not in story.numbers or clause.in_quote or clause.negated or clause.lemma != _COPULA:
            continue
        at = clause.last if clause.predicate is None else clause.predicate
        sentence = story.facts.sentences[clause.sentence]
        near = range(clause.last, min(sentence.last, max(at, clause.last + _NEAR) + 1))
        found = next(((p, more) for p in near if (more := _comparative(story, p))), None)
        subject = story.phrase(clause.subject)
        if (
            found is None
            or subject is None
            or found[1] in lexicon.words("measured-ways")
            or story.nobody(clause) is not None
        ):
            continue
        place, more = found
        alike = own == measures.get(more, more)
        # “Only … was warmer”; “one in Norway is taller”: neither the thing itself nor a pronoun for it.
        before = lowers[max(sentence.first, subject.first - 1) : subject.first + 1]
        only = not lexicon.words("only-words").isdisjoint(before)
        others = subject.number is not None or subject.determiner in lexicon.words("indefinite-articles")
        alone = place + 1 >= sentence.last or not lowers[place + 1][0].isalpha()
        if alike and alone and (only or (others and subject.pronoun is None)):
            return subject.first - (lowers[subject.first - 1] in lexicon.words("only-words")), place + 1
    return None


def _comparative(story: Story, at: int) -> str:
    """The adjective of which a token is the comparative, or nothing."""
    found = story.language.words.inflections(story.tokens.lowers[at])
    return next((lemma for kind, lemma in found if kind == "Ar"), "")


def _is_of_all_time(story: Story, at: int, last: int) -> bool:
    """Whether a superlative is of all time: “the driest spring on record”."""
    behind = story.tokens.lowers[at + 1 : min(last, at + 1 + _BACK)]
    return not story.facts.lexicon.words("all-time-words").isdisjoint(behind)


def _of_its_time(story: Story, places: list[int]) -> tuple[int, int] | None:
    """Where the text has a superlative but of the time since another: “its driest spring since 1976”."""
    lowers, since = story.tokens.lowers, story.facts.lexicon.words("since-words")
    own = [at for at in places if story.is_prose(at)]
    found: tuple[int, int] | None = None
    for at in own:
        last = story.facts.sentence_at(story.tokens.starts[at]).last
        behind = range(at + 1, min(last - 1, at + _BACK))
        place = next((one for one in behind if lowers[one] in since), None)
        if place is None or story.language.tags[place + 1] not in ("NUM", "PROPN"):
            return None
        found = found or (at, place + 2)
    return found


def _told(story: Story) -> dict[str, list[int]]:
    """Where the text has superlatives, by their adjective."""
    told: dict[str, list[int]] = {}
    for one in story.sentences:
        for at in range(one.first, one.last):
            if lemma := _superlative(story, at):
                told.setdefault(lemma, []).append(at)
    return told


def _superlative(story: Story, at: int) -> str:
    """The adjective of which a token is the superlative, or nothing."""
    lower = story.tokens.lowers[at]
    for kind, lemma in story.language.words.inflections(lower):
        if kind == "At":
            return "" if lower in story.facts.lexicon.words("no-superlatives") else lemma
    return ""


def _narrower(story: Story, at: int, places: list[int]) -> Phrase | None:
    """The place within which alone the text has a superlative that the headline has of a country or the world.

    “India's longest footbridge”, “the longest in the Kutch district”.
    """
    index = story.language.phrase_at(at)
    owner = None if index is None else story.phrase(story.language.phrases[index].owner)
    countries = story.facts.lexicon.union("countries", "whole-worlds")
    lowers = story.tokens.lowers
    if owner is None or lowers[owner.head] not in countries:
        return None
    found: Phrase | None = None
    for place in places:
        sentence = story.facts.sentence_at(story.tokens.starts[place])
        scope = _scope(story, place, sentence.last)
        if scope is None or not scope.proper or not countries.isdisjoint(lowers[scope.first : scope.last]):
            return None
        found = found or scope
    return found


def _may_be_of_one(story: Story, at: int, place: int) -> bool:
    """Whether two superlatives may hold within one place: the region's smallest may be one of Australia's smallest."""
    one, other = (story.phrase(story.language.phrase_at(token)) for token in (at, place))
    owners = [story.phrase(phrase.owner) if phrase is not None else None for phrase in (one, other)]
    spans = [story.telling(owner.first, owner.last) for owner in owners if owner is not None]
    return len(spans) < 2 or bool(spans[0] & spans[1])


def _scope(story: Story, at: int, last: int) -> Phrase | None:
    """What a superlative holds within: “the longest in the Kutch district”; none where its owner says so."""
    index = story.language.phrase_at(at)
    if index is not None and story.language.phrases[index].owner is not None:
        return None
    within = story.facts.lexicon.words("prepositions-of-scope")
    for place in range(at + 1, min(last, at + _BACK)):
        behind = story.phrase(story.language.phrase_at(place))
        if behind is not None and behind.preposition is not None and behind.first == place:
            return behind if story.tokens.lowers[behind.preposition] in within else None
    return None


def _is_another(story: Story, at: int) -> bool:
    """Whether a superlative stands for something as a subject of its own: “The tallest, at Rottum, is …”."""
    index = story.language.phrase_at(at)
    phrase = story.phrase(index)
    return phrase is not None and phrase.head == at and phrase.role == "subject"


def _is_softened(story: Story, at: int, first: int) -> bool:
    """Whether “one of the”, “among”, “second” or a number stands before a superlative."""
    before = range(max(first, at - _BACK), at)
    soft = story.facts.lexicon.words("superlative-softeners")
    lowers, tags = story.tokens.lowers, story.language.tags
    ordinals = story.facts.lexicon.table("ordinals")
    return any(
        lowers[place] in soft or (place >= at - 2 and (tags[place] == "NUM" or lowers[place] in ordinals))
        for place in before
    )
