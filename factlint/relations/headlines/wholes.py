"""Wholes: all, every, nobody in the headline, where the text has some of them, and others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_SHARE = 4  # tokens before whose many a share of them stands
_DONE = frozenset({"done", "reported"})
_STEM = 5  # letters by which survivors and to survive are told for one
_AHEAD = 3  # tokens before a phrase in which “all of” or “every one of” stands
_BACK = 5  # tokens before a noun in which “all but one” may stand


def find_all_wholes(story: Story) -> Iterator[Contrast]:
    """Every whole of a headline of which the text has but a part, or spares the rest."""
    yield from _wholes(story)
    yield from _rests(story)
    yield from _nones(story)
    yield from _parties(story)


def _wholes(story: Story) -> Iterator[Contrast]:
    """Every whole of a headline of which the text has but a part."""
    lexicon = story.facts.lexicon
    whole, parts, rest = (lexicon.words(name) for name in ("all-determiners", "part-determiners", "rest-of-them-words"))
    phrases = story.language.phrases
    for line in story.display:
        spot = line.paragraph
        for phrase in phrases:
            if not spot.first <= phrase.first < spot.last or not _is_whole(story, phrase, whole):
                continue
            stated = _of_them(story, phrase)  # “All of Holm's corner stores”
            if stated.lemma in lexicon.words("wholes-of-time"):
                continue
            alike = [one for one in phrases if one.lemma == stated.lemma and one.sentence in story.numbers]
            softened = [one for one in alike if _is_softened(story, one)]
            if any(_opening(story, one) & whole and not _but(story, one) for one in alike if one not in softened):
                continue
            plain = [one for one in alike if one not in softened and not _opening(story, one) & (parts | rest)]
            if any(_does_alike(story, phrase, one) for one in plain) or _is_unanimous(story):
                continue
            part = next((one for one in alike if _opening(story, one) & (parts | rest) or _but(story, one)), None)
            part = part or next((one for one in softened if _does_alike(story, phrase, one)), None)
            part = part or next((one for one in alike if _is_share(story, one)), None)
            part = part or next((one for one in alike if _is_of_share(story, one)), None)
            part = part or next((one for one in alike if _is_left_out(story, one)), None)
            part = part or (_opposed(story) if _votes(story, spot.first, spot.last) else None)
            if part is not None:
                told = story.words(part.first, part.last)
                yield Contrast(
                    phrase.start, stated.end, "whole", "headline", story.words(phrase.first, stated.last), told,
                    "strong", False, Stretch(part.start, part.end),
                )  # fmt: skip


def _does_alike(story: Story, stated: Phrase, told: Phrase) -> bool:
    """Whether the text has the thing itself, with no number or share, do what the line has the whole of it do."""
    clauses = story.language.clauses
    if stated.clause is None or told.clause is None or told.role != "subject" or told.number is not None:
        return False
    own, other = clauses[stated.clause], clauses[told.clause]
    return own.lemma == other.lemma and told.preposition is None and not other.negated


def _is_unanimous(story: Story) -> bool:
    """Whether the text says that nobody was against it."""
    return not story.facts.lexicon.words("unanimous-words").isdisjoint(story.tokens.lowers)


def _is_softened(story: Story, phrase: Phrase) -> bool:
    """ "Nearly all the pupils"."""
    before = story.tokens.lowers[max(0, phrase.first - _BACK) : phrase.head]
    softeners, whole = (story.facts.lexicon.words(name) for name in ("superlative-softeners", "all-determiners"))
    return any(one in softeners and other in whole for one, other in pairwise(before))


def _parties(story: Story) -> Iterator[Contrast]:
    """Those of whom a line tells as one, where by the text one of several did it: one of the two teaching unions."""
    phrases = story.language.phrases
    for line in story.display:
        for _, clause in story.events.stated(line) if not story.asks(line) else ():
            doers = story.phrase(clause.subject)
            if doers is None or not doers.plural or doers.number is not None or doers.determiner is not None:
                continue
            told = [
                one for one in story.language.clauses if one.lemma == clause.lemma and one.sentence in story.numbers
            ]
            parts = [story.phrase(one.subject) for one in told]
            part = parts[0] if parts and told[0].sentence in story.lead and not told[0].negated else None
            if part is None or not all(one is not None and _is_some(story, one) for one in parts) or part.of is None:
                continue
            whole = phrases[part.of]
            if story.telling(doers.first, doers.last) & story.telling(part.last, whole.last):
                yield Contrast(
                    doers.start, doers.end, "whole", "headline", story.words(doers.first, doers.last),
                    story.words(part.first, whole.last), "middling", False, Stretch(part.start, whole.end),
                )  # fmt: skip


def _is_some(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is so many of so many: “one of the two unions”."""
    whole = story.phrase(phrase.of)
    owner = None if whole is None else story.phrase(whole.owner)  # “the two bakers' unions”
    several = (whole and whole.number) or (owner and owner.number)
    return bool(several and phrase.number and phrase.number < several)


def _nones(story: Story) -> Iterator[Contrast]:
    """Every “no survivors” of a line over a text that opens with some who survived, and denies it of nobody."""
    none, phrases = story.facts.lexicon.words("no-determiners"), story.language.phrases
    for line in story.display:
        for phrase in phrases:
            own = line.paragraph.first <= phrase.first < line.paragraph.last and phrase.determiner in none
            if not own or not phrase.plural or len(phrase.lemma) < _STEM or story.asks(line):
                continue
            stem = phrase.lemma[:_STEM]
            if any(
                one.determiner in none and one.lemma[:_STEM] == stem for one in phrases if one.sentence in story.numbers
            ):
                continue
            some = _some(story, stem)
            if some is not None:
                yield Contrast(
                    phrase.start, phrase.end, "whole", "headline", story.words(phrase.first, phrase.last),
                    story.words(some[0], some[1]), "middling", False,
                    Stretch(story.tokens.starts[some[0]], story.tokens.ends[some[1] - 1]),
                )  # fmt: skip


def _some(story: Story, stem: str) -> tuple[int, int] | None:
    """A count of those in the opening of whom a verb or noun of a stem is told: “Three people survived”."""
    found = None
    for clause in story.language.clauses:
        if clause.lemma[:_STEM] != stem or clause.sentence not in story.numbers:
            continue
        if clause.negated or story.denial(clause.verb) is not None:
            return None
        for phrase in (story.phrase(clause.subject), story.phrase(clause.object)):
            counted = phrase is not None and phrase.number is not None and phrase.number > 0
            if found is None and counted and phrase and clause.sentence in story.lead and clause.standing in _DONE:
                found = min(phrase.first, clause.first), max(phrase.last, clause.last)
    return found


def _rests(story: Story) -> Iterator[Contrast]:
    """Every place or body of a line to which something happens, where the rest of it was spared."""
    rests, articles = story.facts.lexicon.words("rest-words"), story.facts.lexicon.words("definite-articles")
    phrases = story.language.phrases
    spared = [
        (one, phrases[one.of])
        for one in phrases
        if one.of is not None and one.sentence in story.numbers and one.lemma in rests and one.determiner in articles
        and _is_spared(story, one)
    ]  # fmt: skip
    for line in story.display if spared else ():
        for phrase in phrases:
            alone = phrase.last - phrase.first <= 1 + (phrase.determiner is not None)
            if not line.paragraph.first <= phrase.first < line.paragraph.last or not alone:
                continue
            if phrase.role != "subject" and phrase.first > line.paragraph.first:
                continue
            one = next((one for one, whole in spared if whole.lemma == phrase.lemma), None)
            if one is not None and not story.asks(line):
                yield Contrast(
                    phrase.start, phrase.end, "whole", "headline", story.words(phrase.first, phrase.last),
                    story.words(one.first, one.last), "middling", False, Stretch(one.start, one.end),
                )  # fmt: skip


def _is_spared(story: Story, rest: Phrase) -> bool:
    """Whether what is told of the rest is denied, or is that nothing happened to it."""
    clause = None if rest.clause is None else story.language.clauses[rest.clause]
    if clause is None or rest.role != "subject" or story.in_quote(rest.head):
        return False
    sentence = story.facts.sentences[rest.sentence]
    behind = story.tokens.lowers[clause.first : sentence.last]
    return clause.negated or not story.facts.lexicon.words("words-of-the-spared").isdisjoint(behind)


def _votes(story: Story, first: int, last: int) -> bool:
    """Whether a line tells of a vote."""
    voting = story.facts.lexicon.words("voting-words")
    return any(lemma in voting for lemma in story.language.lemmas[first:last])


def _opposed(story: Story) -> Phrase | None:
    """The count of those who voted against, or not at all: “and 27 against”, “nine abstentions”."""
    against, lowers = story.facts.lexicon.words("opposing-words"), story.tokens.lowers
    for phrase in story.language.phrases:
        if phrase.number is None or phrase.number <= 0 or phrase.sentence not in story.numbers:
            continue
        if not against.isdisjoint((lowers[phrase.head], *lowers[phrase.last : phrase.last + 1])):
            return phrase
    return None


def _is_whole(story: Story, phrase: Phrase, whole: frozenset[str]) -> bool:
    """Whether a phrase takes in the whole: “all bakers”, “the whole town”, “all of the bakers”, not “all 12 bakers”."""
    opening = story.tokens.lowers[phrase.first : phrase.head + 1]
    before = story.tokens.lowers[phrase.first - 1] if phrase.first else ""
    if before in story.facts.lexicon.words("superlative-softeners"):
        return False  # “nearly every nurse”
    return not whole.isdisjoint(opening) and (phrase.number is None or phrase.determiner in whole)


def _of_them(story: Story, phrase: Phrase) -> Phrase:
    """What a whole is of: the phrase itself, or the one behind “all of”, past its owner."""
    phrases = story.language.phrases
    if phrase.of is None or phrase.last - phrase.first > 1:
        return phrase
    behind = phrase.of + 1
    owner = behind < len(phrases) and phrases[behind].owner == phrase.of
    return phrases[behind] if owner else phrases[phrase.of]


def _but(story: Story, phrase: Phrase) -> bool:
    """ "all but one of his restaurants"."""
    before = story.tokens.lowers[max(0, phrase.first - _BACK) : phrase.head]
    lexicon = story.facts.lexicon
    return any(
        one in lexicon.words("all-determiners") and two in lexicon.words("exception-words")
        for one, two in pairwise(before)
    )


def _is_share(story: Story, phrase: Phrase) -> bool:
    """ "nine of the 11 stores"."""
    if phrase.number is None or phrase.preposition is None:
        return False
    index = story.language.phrase_at(phrase.preposition - 1) if phrase.preposition else None
    part = None if index is None else story.language.phrases[index]
    return part is not None and part.number is not None and part.number < phrase.number and part.of is not None


def _is_left_out(story: Story, phrase: Phrase) -> bool:
    """ "The 9,000 customers across the valley will get nothing"."""
    clause = None if phrase.clause is None else story.language.clauses[phrase.clause]
    if clause is None or phrase.number is None or phrase.role != "subject" or clause.in_quote:
        return False
    thing = story.phrase(clause.object)
    nothing = thing is not None and story.tokens.lowers[thing.head] in story.facts.lexicon.words("negative-subjects")
    return clause.negated or nothing


def _is_of_share(story: Story, phrase: Phrase) -> bool:
    """ "more than half of Dublin's cafes", "58 per cent of them"."""
    if phrase.sentence not in story.lead:
        return False
    shares = story.facts.lexicon.words("parts-of-them")
    lowers = story.tokens.lowers
    first = phrase.first if phrase.owner is None else min(phrase.first, story.language.phrases[phrase.owner].first)
    before = lowers[max(0, first - _SHARE) : first]
    return bool(before) and before[-1] in story.facts.lexicon.words("of-words") and not shares.isdisjoint(before)


def _opening(story: Story, phrase: Phrase) -> frozenset[str]:
    """The words of a phrase before its head, and those before it: “every one of the pupils”."""
    return frozenset(story.tokens.lowers[max(0, phrase.first - _AHEAD) : phrase.head])
