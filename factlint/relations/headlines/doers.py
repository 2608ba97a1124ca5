"""Doers: who did it, or to whom it was done, where the text has somebody else in that part and the headline's beside.

“Minister apologises” over a mayor who has apologised, with a minister standing by; “Captain sacked” over an agent whom
the captain has dismissed. Offices are held against offices and names against names: a description may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.answers import known_answers

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_DOER, _DONE_TO = 0, 1
_SETTLED = frozenset({"done", "reported"})

#: What was done, as its family or its verb, and the part: doer or done to.
Slot = tuple[str, int]


def find_doers(story: Story) -> Iterator[Contrast]:
    """Every office or name that a headline has in a part of an event in which the text has only another."""
    told: dict[Slot, list[int]] | None = None
    for line in story.display:
        if story.asks(line) or line.title_case:
            continue
        for slot, stated in slots(story, line.paragraph.first, line.paragraph.last, headline=True):
            if not _is_known(story, stated):
                continue
            if told is None:
                told = {}
                for one in story.sentences:
                    for other, index in slots(story, one.first, one.last, headline=False):
                        told.setdefault(other, []).append(index)
            yield from _against(story, slot, stated, told.get(slot, []))


def slots(story: Story, first: int, last: int, headline: bool, relative: bool = False) -> Iterator[tuple[Slot, int]]:
    """What is done between two tokens, with who does it and to whom; `relative` clauses have “who” for a subject."""
    mutual = story.facts.lexicon.words("mutual-verbs")
    for clause in story.clauses_of(first, last):
        if clause.standing not in _SETTLED or clause.negated or clause.in_quote or clause.lemma in mutual:
            continue
        family = _family(story, clause)
        passive = clause.voice == "passive" or (headline and _is_bare(clause))
        if clause.subject is not None and (relative or clause.kind != "relative"):
            yield (family, _DONE_TO if passive else _DOER), clause.subject
        if clause.object is not None and not passive:
            yield (family, _DONE_TO), clause.object


def _is_bare(clause: Clause) -> bool:
    """Whether a headline leaves out the auxiliary of a passive: “Captain sacked”."""
    return clause.last - clause.first == 1 and clause.tense != "present" and clause.object is None


def _family(story: Story, clause: Clause) -> str:
    """What a verb tells, the same for all verbs that tell it: sack and dismiss."""
    known = known_answers(story.facts.lexicon)
    for words, question, answer, verbal in known.entries.get(clause.lemma, ()):
        if verbal and len(words) == 1 and question in known.personal:
            return f"{question}/{answer}"
    return clause.lemma


def _is_known(story: Story, index: int) -> bool:
    """Whether a phrase is somebody's office, alone and in the singular."""
    phrase = story.language.phrases[index]
    office = phrase.lemma in story.facts.lexicon.words("offices")
    return office and not phrase.plural and not phrase.conjoined and phrase.number is None


def _against(story: Story, slot: Slot, stated: int, told: list[int]) -> Iterator[Contrast]:
    entities, phrases = story.entities, story.language.phrases
    words = entities.known_as(stated)
    names = words - entities.own(stated)
    others = [index for index in told if phrases[index].pronoun is None]
    if not others or any(words & (entities.of(index) | entities.known_as(index)) for index in others):
        return
    lemma = phrases[stated].lemma
    alike = [
        index for index, phrase in enumerate(phrases) if phrase.lemma == lemma and phrase.sentence in story.numbers
    ]
    if not alike:
        return
    if _may_be_the_one(story, alike, lemma) or acts_by_other_words(story, phrases[stated], lemma):
        return
    # A name may be that of the one in office, unless the office is told to be somebody else's.
    held = any(entities.named(index) for index in alike)
    for index in others:
        other = phrases[index]
        named = other.proper and bool(names) and held
        office = other.lemma in story.facts.lexicon.words("offices")
        if not other.proper and story.are_kin(lemma, other.lemma):
            continue  # a biologist is a scientist
        if (named or office) and not other.plural and other.sentence in story.lead:
            phrase = phrases[stated]
            yield Contrast(
                phrase.start, phrase.end, "doer", "headline", story.words(phrase.first, phrase.last),
                story.words(other.first, other.last), "middling", False, Stretch(other.start, other.end),
            )  # fmt: skip
            return


def acts_by_other_words(story: Story, stated: Phrase, lemma: str) -> bool:
    """Whether whoever does something in a headline does it in the text by another word: a judge as the court."""
    words = story.facts.lexicon.values("offices-by-other-words").get(lemma, ())
    clause = None if stated.clause is None or not words else story.language.clauses[stated.clause]
    if clause is None or clause.voice == "passive" or _is_bare(clause):
        return False
    lowers = story.tokens.lowers
    doing = (one for one in story.language.phrases if one.role == "subject" and one.sentence in story.numbers)
    return any(not set(words).isdisjoint(lowers[one.first : one.last]) for one in doing)


def _may_be_the_one(story: Story, alike: list[int], lemma: str) -> bool:
    """Whether a text opens with “the Scottish Conservative leader”, or a “weblogger”, who may be whoever it names."""
    definite = story.facts.lexicon.words("definite-articles")
    for index in alike:
        phrase = story.language.phrases[index]
        if phrase.sentence in story.lead and phrase.determiner in definite and not story.entities.named(index):
            return phrase.of is None and phrase.role == "subject"
    own = (story.facts.sentences[number] for number in story.lead)
    words = (word for one in own for word in story.tokens.lowers[one.first : one.last])
    return any(word.endswith(lemma) and word != lemma for word in words)
