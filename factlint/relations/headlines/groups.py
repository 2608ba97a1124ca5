"""Groups: several in a line, as a plural or a noun for so many, where the text has it of one, or of another number.

“Police officers shot” over one officer, “Triplets born” over twins, “Trio jailed” over two men. A count in digits or
words is told by `counts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_ONE = 1


def find_groups(story: Story) -> Iterator[Contrast]:
    """Every such group of a headline or caption to which the text opens with its deed as done by fewer or more."""
    for line in (*story.display, *story.captions):
        for _, clause in story.events.stated(line) if not story.asks(line) else ():
            stated = story.phrase(clause.subject)
            size = 0.0 if stated is None else _size(story, stated)
            if stated is None or not size:
                continue
            told = _told(story, clause, stated)
            if told is not None and _number(told) != size and not _is_borne_out(story, stated, told, size):
                yield Contrast(
                    stated.start, stated.end, "count", "caption" if line.kind == "caption" else "headline",
                    story.words(stated.first, stated.last), story.words(told.first, told.last), "middling", False,
                    Stretch(told.start, told.end),
                )  # fmt: skip
                break


def _size(story: Story, phrase: Phrase) -> float:
    """How many a phrase is of: three of a trio; any number above one, told as 2.5, of a plural; 0 of no group."""
    lower = story.tokens.lowers[phrase.head]
    sizes = story.facts.lexicon.table("sizes-of-groups")
    if lower in sizes:
        return float(sizes[lower])
    counted = phrase.number is not None or phrase.determiner is not None or phrase.conjoined or phrase.proper
    somebody = "person" in phrase.classes and phrase.plural and not counted
    return _ONE + 1.5 if somebody and story.language.words.is_plural(lower) else 0.0


def _number(phrase: Phrase) -> float:
    return _ONE if phrase.number is None else phrase.number


def _told(story: Story, stated: Clause, group: Phrase) -> Phrase | None:
    """The one, or so many, of whom the opening tells the line's deed in the same way."""
    for event in story.events.told(stated):
        if event.clause is None or event.nominal or event.quoted or event.denial is not None:
            continue
        clause = story.language.clauses[event.clause]
        who = story.phrase(clause.subject)
        if event.sentence not in story.lead or who is None or who.conjoined or who.pronoun is not None:
            return None
        one = not who.plural and who.number is None and who.determiner is not None
        many = who.number is not None and group.number is not None
        same = stated.voice == clause.voice or clause.voice == "passive"
        return who if same and (one or many) and "person" in who.classes and who.of is None else None
    return None


def _is_borne_out(story: Story, stated: Phrase, told: Phrase, size: float) -> bool:
    """Whether anything in the text can be the group: its noun, as many people, another beside the one, a “they”."""
    lexicon, lowers = story.facts.lexicon, story.tokens.lowers
    if lowers[stated.head] in story.text.lowers:
        return True
    beside = lexicon.words("words-of-more-than-one")
    if told.number is None and not beside.isdisjoint(story.text.lowers):
        return True
    for phrase in story.language.phrases:
        if phrase.sentence not in story.numbers or "person" not in phrase.classes:
            continue
        many = phrase.number is not None and (phrase.number == size or (told.number is None and phrase.number > _ONE))
        if many and not _is_had(story, phrase):
            return True
        of_kind = phrase.lemma in (stated.lemma, told.lemma)
        second = any(lowers[at] in lexicon.table("ordinals") for at in phrase.modifiers)
        if of_kind and told.number is None and (phrase.plural or second or len(phrase.conjoined) > _ONE):
            return True
    return False


def _is_had(story: Story, phrase: Phrase) -> bool:
    """Whether somebody only has those of a phrase: “she has two children”."""
    clause = None if phrase.clause is None else story.language.clauses[phrase.clause]
    having = story.facts.lexicon.words("forms-of-have")
    return clause is not None and phrase.role == "object" and story.tokens.lowers[clause.verb] in having
