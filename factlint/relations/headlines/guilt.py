"""Guilt: an offence that a headline tells as done of one who, by the text, is only accused of it or denies it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_SAYING = "saying"
_BEHIND = 3  # tokens behind “pleaded” in which “guilty” stands


def find_guilt(story: Story) -> Iterator[Contrast]:
    """Every offence that a line tells as done, where the text tells of an accusation and of no conviction."""
    words = story.facts.lexicon.words
    if words("accusing-forms").isdisjoint(story.tokens.index):
        return
    accused: tuple[int, int] | None = None
    for line in (*story.display, *story.captions):
        if story.asks(line) or _lays_to(story, line, _saying(story)):
            continue
        named = _offender(story, line)
        if named is not None and (accused := accused or _accused(story)) is not None and not _is_settled(story):
            tokens, (first, last) = story.tokens, accused
            yield Contrast(
                named.start, named.end, "guilt", "caption" if line.kind == "caption" else "headline",
                story.words(named.first, named.last), story.words(first, last), "strong", False,
                Stretch(tokens.starts[first], tokens.ends[last - 1]),
            )  # fmt: skip
            return
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
            if not _offends(story, clause):
                continue
            # “who stole …” is told as so, whatever the line says of a court.
            if clause.kind != "relative" and _lays_to(story, line, words("headline-accusers")):
                continue
            accused = accused or _accused(story)
            if accused is None or _is_settled(story):
                return
            tokens, (first, last) = story.tokens, accused
            start, end = tokens.starts[clause.first], tokens.ends[clause.last - 1]
            yield Contrast(
                start, end, "guilt", "caption" if line.kind == "caption" else "headline",
                story.words(clause.first, clause.last), story.words(first, last), "strong", False,
                Stretch(tokens.starts[first], tokens.ends[last - 1]),
            )  # fmt: skip


def _offender(story: Story, line: Line) -> Phrase | None:
    """One whom a line calls by the offence, before a court: “Bell thief in court”."""
    words = story.facts.lexicon.words
    lowers = story.tokens.lowers[line.paragraph.first : line.paragraph.last]
    if words("courts-of-headlines").isdisjoint(lowers):
        return None  # whoever did it may be another than the one accused
    offenders = words("offenders-by-noun")
    return next(
        (
            phrase
            for phrase in story.language.phrases
            if line.paragraph.first <= phrase.first < line.paragraph.last
            and story.tokens.lowers[phrase.head] in offenders
        ),
        None,
    )


def _saying(story: Story) -> frozenset[str]:
    words = story.facts.lexicon.words
    return words("accusing-forms") | words("charged-words") | words("negations")


def _lays_to(story: Story, line: Line, hedges: frozenset[str]) -> bool:
    """Whether a line lays what it tells to somebody: by one of some words, by marks, by a verb of saying."""
    tokens, spot = story.tokens, line.paragraph
    marks = story.facts.lexicon.words("headline-attributing-marks")
    if not hedges.isdisjoint(tokens.lowers[spot.first : spot.last]):
        return True
    if not marks.isdisjoint(tokens.texts[spot.first : spot.last]):
        return True
    return any(_SAYING in clause.classes for clause in story.clauses_of(spot.first, spot.last))


def _offends(story: Story, clause: Clause) -> bool:
    """Whether a clause tells of an offence as done by one person: “treasurer stole”, “nurse who poisoned”."""
    words = story.facts.lexicon.words
    behind = " ".join([clause.lemma, *story.tokens.lowers[clause.last : clause.last + 1]])
    offence = clause.lemma in words("offending-verbs") or behind in words("offending-phrases")
    if not offence and not _before_court(story, clause):
        return False
    if clause.voice != "active" or clause.negated or clause.standing not in _DONE or clause.kind == "infinitive":
        return False
    subject = story.phrase(clause.subject)
    if subject is None or clause.object is None:
        return False
    if subject.pronoun is not None:
        return clause.kind == "relative" and _is_one_person(story, clause.subject or 0)
    return _is_person(story, subject)


def _before_court(story: Story, clause: Clause) -> bool:
    """Whether a line has one who did something in court for it: “Storekeeper who sold rice appears in court”."""
    sentence = story.facts.sentence_at(story.tokens.starts[clause.first])
    lowers = story.tokens.lowers[sentence.first : sentence.last]
    courts = story.facts.lexicon.words("courts-of-headlines")
    return clause.kind == "relative" and clause.tense == "past" and not courts.isdisjoint(lowers)


def _is_one_person(story: Story, relative: int) -> bool:
    return relative > 0 and _is_person(story, story.language.phrases[relative - 1])


def _is_person(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is one person, told by a noun that says more than who did it; a first word has a capital."""
    lemma = story.tokens.lowers[phrase.head] if phrase.proper else phrase.lemma
    classes = story.language.words.noun_classes(lemma) if phrase.proper else phrase.classes
    return not phrase.plural and "person" in classes and lemma not in story.facts.lexicon.words("nameless-offenders")


def _accused(story: Story) -> tuple[int, int] | None:
    """The words by which the text has somebody deny it, charged or tried; None where nobody is."""
    found: dict[str, tuple[int, int]] = {}
    for clause in story.language.clauses:
        if clause.sentence in story.numbers and not clause.negated and not clause.in_quote:
            for how, last in _accusations(story, clause):
                found.setdefault(how, (clause.first, last))
    return next((found[how] for how in ("denies", "charged", "tried") if how in found), None)


def _accusations(story: Story, clause: Clause) -> Iterator[tuple[str, int]]:
    """How a clause tells that somebody is accused, each with the token at which its words end."""
    words, phrases = story.facts.lexicon.words, story.language.phrases
    denies = clause.lemma in words("denying-verbs") and (clause.object is not None or clause.kind == "main")
    if denies or (clause.lemma in words("pleading-verbs") and not _pleads_guilty(story, clause)):
        yield "denies", clause.last
    if clause.voice == "passive" and clause.lemma in words("charging-verbs"):
        yield "charged", clause.last
    for place in (clause.object, *(place for _, place in clause.obliques)):
        if place is not None and place != clause.subject and phrases[place].lemma in words("trial-nouns"):
            yield "tried", max(clause.last, phrases[place].last)


def _pleads_guilty(story: Story, clause: Clause) -> bool:
    behind = story.tokens.lowers[clause.last : clause.last + _BEHIND]
    words = story.facts.lexicon.words
    return not words("guilty-words").isdisjoint(behind) and words("negations").isdisjoint(behind)


def _is_settled(story: Story) -> bool:
    """Whether the text tells of a conviction, a sentence or a confession."""
    words = story.facts.lexicon.words
    for clause in story.language.clauses:
        if clause.sentence not in story.numbers or clause.negated or clause.standing not in _DONE:
            continue
        pleads = clause.lemma in words("pleading-verbs") and _pleads_guilty(story, clause)
        if pleads or clause.lemma in words("convicting-verbs"):
            return True
    lowers = story.tokens.lowers
    guilty = words("guilty-words")
    for one in story.sentences:
        for at in range(one.first, one.last):
            # “found guilty”, not “pleaded not guilty”
            if lowers[at] in guilty and words("negations").isdisjoint(lowers[max(one.first, at - 1) : at]):
                return True
    return not words("convicted-people").isdisjoint(lowers)
