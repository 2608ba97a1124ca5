"""Undecided: what a line tells as done or to come, where the text says that nothing has been decided.

“Mill to shut” over “nothing had been decided”. Where the text anywhere tells the same as done or as what will be, the
open question is another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.relations.headlines.story import Story

_SETTLED = frozenset({"done", "reported", "planned"})
_TOLD = frozenset({"done", "reported", "alleged"})
#: What one decides, says or thinks is done when it is said; what comes of it is not.
_DEEDS = frozenset({"change", "making", "social", "giving", "motion", "contact"})
_DECIDING = frozenset({"group", "place"})
_TIMES = frozenset({"time"})
_BODIES = frozenset({"group", "place", "artefact", "document"})


def find_undecided(story: Story) -> Iterator[Contrast]:
    """Every deed that a line tells of, on which by the text nobody has decided yet."""
    open_question = _open(story)
    if open_question is None:
        return
    hedges, tokens = story.facts.lexicon.words("headline-hedges"), story.tokens
    first, last = open_question
    for line in story.display:
        spot = line.paragraph
        if story.asks(line):
            continue
        for clause in story.clauses_of(spot.first, spot.last):
            beside = tokens.lowers[spot.first : clause.verb] + tokens.lowers[clause.verb + 1 : spot.last]
            if _is_of_another(story, line, last) or not hedges.isdisjoint(beside):
                continue
            if _is_stated(story, clause) and not _is_told(story, line, clause):
                yield Contrast(
                    tokens.starts[clause.first], tokens.ends[clause.last - 1], "outcome", "headline",
                    story.words(clause.first, clause.last), story.words(first, last), "middling", False,
                    Stretch(tokens.starts[first], tokens.ends[last - 1]),
                )  # fmt: skip
                return


def _is_stated(story: Story, clause: Clause) -> bool:
    """Whether a line's clause tells of a deed that a body has to decide on: of a plant, a school, a town."""
    thing = story.phrase(clause.subject if clause.object is None else clause.object)
    doer = story.phrase(clause.subject)
    if clause.object is not None and clause.voice == "active" and doer is not None and not doer.classes & _DECIDING:
        return False
    deciding = clause.lemma in story.facts.lexicon.union("deciding-verbs", "settling-verbs", "headline-saying-verbs")
    if clause.kind != "main" or clause.negated or story.in_quote(clause.verb) or deciding or thing is None:
        return False
    # What opens a line has a capital in any case.
    classes = thing.classes | story.language.words.noun_classes(thing.lemma)
    return clause.standing in _SETTLED and bool(clause.classes & _DEEDS) and bool(classes & _BODIES)


def _open(story: Story) -> tuple[int, int] | None:
    """The words by which the text says that nobody has decided: “nothing had been decided”, “no decision was made”."""
    lexicon = story.facts.lexicon
    verbs, nouns, none = (lexicon.words(name) for name in ("verbs-of-settling", "nouns-of-deciding", "no-determiners"))
    for clause in story.language.clauses:
        if clause.sentence not in story.numbers or clause.standing not in _TOLD:
            continue
        nobody = story.nobody(clause)
        if clause.lemma in verbs and (nobody is not None or (clause.negated and clause.object is None)):
            return clause.first if nobody is None else nobody, clause.last
        for index in (clause.subject, clause.object):
            phrase = story.phrase(index)
            if phrase is not None and phrase.lemma in nouns and phrase.determiner in none and not clause.in_quote:
                return min(phrase.first, clause.first), max(phrase.last, clause.last)
    return None


def _is_of_another(story: Story, line: Line, last: int) -> bool:
    """Whether the open question is said to be on what the line has nothing of: “nothing was settled about shifts”."""
    lowers, tags = story.tokens.lowers, story.language.tags
    if tags[last : last + 1] not in (["ADP"], ["ADV"]):
        return False
    end = story.facts.sentence_at(story.tokens.starts[last]).last
    stop = next((at for at in range(last + 1, end) if not lowers[at][0].isalnum()), end)
    matter = story.phrase(story.language.phrase_at(stop - 1))
    if matter is None or matter.classes & _TIMES:
        return False
    return not story.telling(last, stop) & story.telling(line.paragraph.first, line.paragraph.last)


def _is_told(story: Story, line: Line, stated: Clause) -> bool:
    """Whether the text has a deed anywhere as done, or as what will be."""
    events, clauses = story.events, story.language.clauses
    told = [one for one in events.told(stated) if one.clause is not None and not one.nominal]
    places = [clauses[one.clause] for one in told if one.clause is not None]
    places += [clauses[index] for index in events.answers(line, stated)]
    plain = (one for one in places if one.kind not in ("infinitive", "participle") and not one.negated)
    return any(one.standing in _SETTLED for one in plain)
