"""Tied: whether the words between two figures leave them in one statement, or begin to tell of something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Figure

_NAMING = ("NOUN", "PROPN")
_TELLING = (*_NAMING, "VERB", "AUX")
_BREAKS = ("PUNCT", "CCONJ", "SCONJ")
_JOINT = 3  # tokens before a total that may say what two made together: “a stand of 74”
_BEHIND = 3  # tokens behind a share in which what it is a change of may begin: “a 9 per cent cut in spending”


def is_one_change(facts: Facts, before: Figure, after: Figure, stated: Figure) -> bool:
    """Whether a share is told of the move between two figures: no verb or noun of something else parts them.

    “rose to 60, from 40, a rise of half” is one statement; “to 60, from 40, on sales that were half as high” and “from
    40 to 60, and pay rose by half” are two.
    """
    row = sorted((before, after), key=lambda figure: figure.first)
    if _begins_anew(facts, row[0].last, row[1].first):
        return False
    if stated.first >= row[1].last:
        if _opens(facts, row[0]):
            return True  # "From 480 to 720: complaints are up 22%"
        dated = {at for date in facts.dates for at in range(date.first - 1, date.last)}  # “on Wednesday”
        behind = [facts.tokens.lowers[at] for at in range(row[1].last, stated.first) if at not in dated]
        if not facts.lexicon.words("breaks-of-changes").isdisjoint(behind):
            return False
        return not _begins_anew(facts, row[1].last, stated.first) and not _is_of_something_else(facts, stated, row[0])
    if stated.last <= row[0].first:
        return not _has_other_verb(facts, stated.last, row[0].first) and not _begins_anew(
            facts, stated.last, row[0].first
        )
    return True


def is_one_breath(facts: Facts, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts behind a total are told as parts, none of them in a clause or behind a preposition of its own.

    “74 for the seventh wicket between Roe, who made 41, and Hay, out for 52” and “2,300 lost power, 1,800 of them in
    town, and by evening 640 were off” are no lists of parts.
    """
    lowers, tags, words = facts.tokens.lowers, facts.language.tags, facts.lexicon.words
    joint = words("wicket-nouns") | words("stand-nouns")
    if not joint.isdisjoint(lowers[max(0, whole.first - _JOINT) : parts[-1].first]):
        return False
    openers = words("prepositions-of-parts")
    if any(tags[part.first - 1] == "ADP" and lowers[part.first - 1] not in openers for part in parts):
        return False
    if any(lowers[part.last : part.last + 1] and _is_of_others(facts, part) for part in parts):
        return False
    if _is_told(facts, parts[0]):
        return not _is_of_them(facts, whole)  # “58 of you would go, 49 would stay and 21 would wait”
    return not _is_told(facts, parts[-1])


def _is_of_others(facts: Facts, part: Figure) -> bool:
    """Whether a part is one of something that it names, “two of her brothers”, “two of three”, and not “of them”."""
    lowers, words = facts.tokens.lowers, facts.lexicon.words
    if lowers[part.last] not in words("of-words"):
        return False
    behind = facts.language.tags[part.last + 1 : part.last + 2]
    pointer = lowers[part.last + 1 : part.last + 2]
    return (
        bool(behind)
        and behind[0] in ("PRON", "DET", "NUM")
        and not (words("partitive-pointers") | words("relative-pronouns")).issuperset(pointer)
    )


def _is_of_them(facts: Facts, whole: Figure) -> bool:
    """Whether a figure is some of those told of before: “58 of you”."""
    of = facts.lexicon.words("of-words").intersection(facts.tokens.lowers[whole.last : whole.last + 1])
    return bool(of) and facts.language.tags[whole.last + 1 : whole.last + 2] == ["PRON"]


def _is_told(facts: Facts, part: Figure) -> bool:
    """Whether a part is the subject of an auxiliary: “640 were still off”."""
    return facts.language.tags[part.last : part.last + 1] == ["AUX"]


def is_one_move(facts: Facts, before: Figure, after: Figure) -> bool:
    """Whether two figures are the ends of one move: “to 12 from six balls” tells what is left of which."""
    row = sorted((before, after), key=lambda figure: figure.first)
    if row[0] is after and row[1].subject is not None and row[0].subject is None and row[0].unit is None:
        return False
    return not _begins_anew(facts, row[0].last, row[1].first)


def _begins_anew(facts: Facts, first: int, last: int) -> bool:
    """Whether a noun or verb other than of a move, a time or an equation stands behind a break between two places."""
    tags, lemmas, lowers = facts.language.tags, facts.language.lemmas, facts.tokens.lowers
    allowed = _moving(facts)
    dated = {at for date in facts.dates if first <= date.first < last for at in range(date.first, date.last)}
    relative = facts.lexicon.words("relative-pronouns")
    going_on = _going_on(facts, first, last)
    broken = False
    for at in range(first, last):
        if tags[at] in _BREAKS or lowers[at] in relative:
            broken = True
        elif not broken or at in dated or tags[at] not in _TELLING or lemmas[at] in allowed or at in going_on:
            continue
        elif "time" not in facts.language.words.noun_classes(lemmas[at]):
            return True
    return False


def _going_on(facts: Facts, first: int, last: int) -> frozenset[int]:
    """The verbs between two places by which the subject before them goes on: “has 120 and will have 180”."""
    language = facts.language
    found = (language.clause_of(at) for at in range(first, last) if language.tags[at] in ("VERB", "AUX"))
    clauses = [language.clauses[index] for index in found if index is not None]
    return frozenset(at for clause in clauses if clause.shared for at in range(clause.first, clause.last))


def _opens(facts: Facts, figure: Figure) -> bool:
    """Whether nothing is named before a figure in its sentence."""
    opening = facts.sentence_of(figure.first).first
    return not any(tag in _TELLING for tag in facts.language.tags[opening : figure.first])


def _has_other_verb(facts: Facts, first: int, last: int) -> bool:
    """Whether something other than a move is told between two places: “a 5% rise took profits from 20 to 30”."""
    tags, lemmas, allowed = facts.language.tags, facts.language.lemmas, _moving(facts)
    return any(tags[at] == "VERB" and lemmas[at] not in allowed for at in range(first, last))


def _is_of_something_else(facts: Facts, stated: Figure, pair: Figure) -> bool:
    """Whether a share is said of what the words before a move do not name: “a 9 per cent cut in capital spending”."""
    language, lowers = facts.language, facts.tokens.lowers
    into = facts.lexicon.words("in-words")
    opening = facts.sentence_of(pair.first).first
    dated = {date.first for date in facts.dates}
    for at in range(stated.last, min(stated.last + _BEHIND, len(lowers) - 1)):
        if lowers[at] not in into:
            continue
        index = language.phrase_at(at + 1)
        if index is None or at + 1 in dated or "NUM" in language.tags[at + 1 : at + 3]:
            return False
        phrase = language.phrases[index]
        return "time" not in phrase.classes and phrase.lemma not in language.lemmas[opening : stated.first]
    return False


def _moving(facts: Facts) -> frozenset[str]:
    lexicon = facts.lexicon
    return frozenset(lexicon.table("move-ways")) | lexicon.words("equating-verbs") | lexicon.words("words-of-changes")
