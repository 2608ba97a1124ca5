"""Causes: a headline has one thing bring about another, where whoever found it out says that it is no proof of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_SOMEBODY = frozenset({"person", "group", "place"})
_TELLING = frozenset({"saying", "thinking", "seeing"})
_AHEAD = 3  # tokens around “link” in which “only” stands, and behind “say” in which “that” does
_BACK = 6  # tokens before “proof” in which it is denied


def find_causes(story: Story) -> Iterator[Contrast]:
    """Every effect that a headline tells as such, where the text says that nobody has shown it to be one."""
    lines = [line for line in story.display if not story.asks(line) and not _is_hedged(story, line)]
    if not lines:
        return
    tokens = story.tokens
    for line in lines:
        clause = next((one for one in _clauses(story, line) if _brings_about(story, one)), None)
        doubt = None if clause is None else _doubt(story, line) or _in_animals(story, line)
        if clause is not None and doubt is not None:
            first, last = doubt
            yield Contrast(
                tokens.starts[clause.first], tokens.ends[clause.last - 1], "cause", "headline",
                story.words(clause.first, clause.last), story.words(first, last), "strong", False,
                Stretch(tokens.starts[first], tokens.ends[last - 1]),
            )  # fmt: skip
            return


def _is_hedged(story: Story, line: Line) -> bool:
    own = story.tokens.lowers[line.paragraph.first : line.paragraph.last]
    return not story.facts.lexicon.words("headline-link-words").isdisjoint(own)


def _clauses(story: Story, line: Line) -> Iterator[Clause]:
    return story.clauses_of(line.paragraph.first, line.paragraph.last)


def _brings_about(story: Story, clause: Clause) -> bool:
    """Whether a clause has a thing do something to another: “Cold showers keep sick days away”, not “Study finds”."""
    if clause.standing not in _DONE or clause.negated or clause.voice != "active" or clause.kind == "infinitive":
        return False
    subject = story.phrase(clause.subject)
    behind = story.phrase(story.language.phrase_at(clause.last)) if clause.last < len(story.tokens.lowers) else None
    right = behind if behind is not None and behind.first == clause.last and behind.preposition is None else None
    thing = story.phrase(clause.object) or right  # “keep sick days away”
    done_to = thing is not None and "NUM" not in story.language.tags[thing.first : thing.last]  # “sales fall 14%”
    # “bring on heart attacks”, not “is rising in states”
    onto = story.facts.lexicon.union("verb-particles", "on-words")
    near = any(token == clause.last and story.tokens.lowers[token] in onto for token, _ in clause.obliques)
    acts = done_to or clause.particle is not None or near
    if subject is None or subject.pronoun is not None or subject.proper or not acts or clause.classes <= _TELLING:
        return False
    told = subject.lemma in story.facts.lexicon.words("study-nouns")
    return not subject.classes & _SOMEBODY and not told


def _doubt(story: Story, line: Line) -> tuple[int, int] | None:
    """The words of the text that deny a proof, or that one thing is known to bring about the other."""
    words = story.facts.lexicon.words
    proofs, negations = words("proof-words"), words("negations") | words("no-determiners")
    if study := _is_of_study(story):
        proofs, negations = proofs | words("cause-words"), negations | words("doubt-words")
    lemmas, lowers, endings = story.language.lemmas, story.tokens.lowers, tuple(words("negative-endings"))
    for one in story.sentences:
        for at in range(one.first, one.last):
            if lemmas[at] not in proofs and lowers[at] not in proofs:
                continue
            start = max(one.first, at - _BACK)
            denials = (p for p in range(at - 1, start - 1, -1) if lowers[p] in negations or lowers[p].endswith(endings))
            found = next(denials, None)
            if found is not None and (lemmas[at] not in words("cause-words") or _is_of_finding(story, at)):
                return found, at + 1
    return (_untold(story, line) or _mere_link(story)) if study else None


def _in_animals(story: Story, line: Line) -> tuple[int, int] | None:
    """Where a text opens with what was seen in animals, has nobody who was tried, and the line says nothing of them."""
    words, lemmas, lowers = story.facts.lexicon.words, story.language.lemmas, story.tokens.lowers
    animals, spot = words("laboratory-animals"), line.paragraph
    if not animals.isdisjoint(lemmas[spot.first : spot.last]) or not _is_of_study(story):
        return None
    if any(one.people and one.sentence in story.numbers for one in story.facts.quantities.all):
        return None
    for one in story.sentences:
        if one.number not in story.lead:
            continue
        for at in range(one.first + 1, one.last):
            behind = lowers[at - 1] in words("words-before-the-tried")
            if behind and lemmas[at] in animals and not story.in_quote(at):
                return at - 1, at + 1
    return None


def _is_of_finding(story: Story, at: int) -> bool:
    """Whether a cause is one that was looked for: “do not have a reason”, not “no reason to”, “gave no reason”."""
    words, lowers = story.facts.lexicon.words, story.tokens.lowers
    clause = story.clause_before(at)
    given = clause is not None and "giving" in clause.classes and clause.object is not None
    behind = lowers[at + 1 : at + 2]
    if not words("openers-of-purpose").isdisjoint(behind):
        return False
    thought = clause is not None and clause.negated and "thinking" in clause.classes  # “is not thought to cause”
    return not thought and not (given and clause is not None and clause.lemma in words("giving-verbs-of-reasons"))


def _is_of_study(story: Story) -> bool:
    """Whether the article tells of somebody who finds things out: a study, researchers."""
    words = story.facts.lexicon.words
    return not (words("study-nouns") | words("study-people")).isdisjoint(story.language.lemmas)


def _untold(story: Story, line: Line) -> tuple[int, int] | None:
    """Where a study cannot say that it does: “We cannot say that singing did it”, “does not tell us that …”."""
    words, lowers = story.facts.lexicon.words, story.tokens.lowers
    about = story.telling(line.paragraph.first, line.paragraph.last)
    for clause in story.language.clauses:
        if clause.sentence not in story.numbers or clause.lemma not in words("cause-telling-verbs"):
            continue
        if not clause.negated and words("doubt-words").isdisjoint(lowers[clause.first : clause.last]):
            continue
        last = story.facts.sentences[clause.sentence].last
        behind = range(clause.last, min(last, clause.last + _AHEAD))
        that = next((at for at in behind if lowers[at] in words("complement-words")), None)
        if that is not None and (about & story.telling(that, last) or lowers[that] in words("relatives-of-things")):
            return clause.first, that + 1
    return None


def _mere_link(story: Story) -> tuple[int, int] | None:
    """Where it is called a link and no more: “an association only”, “a link and no more than a link”."""
    words, lowers, lemmas = story.facts.lexicon.words, story.tokens.lowers, story.language.lemmas
    for one in story.sentences:
        for at in range(one.first, one.last):
            if lemmas[at] in words("link-nouns") and story.language.tags[at] == "NOUN":
                near = lowers[max(one.first, at - _AHEAD) : min(one.last, at + _AHEAD)]
                none = at > one.first and lowers[at - 1] in words("no-determiners")  # “has no connection with”
                if not none and not words("merely-words").isdisjoint(near):
                    return at, at + 1
    return None
