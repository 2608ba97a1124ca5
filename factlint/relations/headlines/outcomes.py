"""Outcomes: how it came out in the headline, and how in the text: refused there, put off here.

A question (of a plan, of a trial, of a strike) has answers that exclude one another. Where the headline gives one as
done, the text none like it, and as done another, the two contradict each other. Some questions are answered of many
things in one story; of those only what the text says of the headline's own subject counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.answers import Answer, Known, answers_in, denied, known_answers
from factlint.relations.headlines.entities import Entities

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_TOLD = _DONE | {"planned"}
_SAYING = frozenset({"ADJ", "ADV", "PART"})
_CLEARLY = 2  # telling words that headline and sentence share, so that they surely speak of one thing


def find_outcomes(story: Story) -> Iterator[Contrast]:
    """Every outcome that a headline states, and of which the text has another."""
    known = known_answers(story.facts.lexicon)
    told: list[Answer] | None = None
    for line in story.display:
        spot = line.paragraph
        stated = answers_in(story.language, spot.first, spot.last, known.entries)
        if not stated or story.asks(line):
            continue
        if told is None:
            told = [
                a for one in story.sentences for a in answers_in(story.language, one.first, one.last, known.entries)
            ]
        for question in sorted({one.question for one in stated}):
            same = [one for one in stated if one.question == question]
            if len({one.answer for one in same}) > 1:
                continue
            said = next((one for one in same if _is_stated(story, one, known, spot.first)), None)
            if said is not None:
                yield from _against(story, line, said, [a for a in told if a.question == question], known)


def _is_stated(story: Story, answer: Answer, known: Known, opening: int) -> bool:
    """Whether a headline gives an answer as done: no plan, nothing possible or denied."""
    if denied(story.language, answer, known):
        return False
    if not answer.verbal:
        if answer.question in known.by_nouns:
            phrase = story.language.phrase_at(answer.first)
            return phrase is not None and _does_it(story.language.phrases[phrase], opening)
        return answer.size > 1 or story.language.tags[answer.first] in _SAYING
    clause = story.clause_at(answer.first)
    if clause is None:
        return True
    return clause.standing in _DONE and not clause.negated and clause.kind not in ("infinitive", "relative")


def _does_it(phrase: Phrase, opening: int) -> bool:
    """Whether a phrase opens the line, or is the subject of its clause."""
    return phrase.first == opening or phrase.role == "subject"


def _against(story: Story, line: Line, stated: Answer, told: list[Answer], known: Known) -> Iterator[Contrast]:
    """The text's answer to a question where it is another than the headline's."""
    told = [one for one in told if _is_told(story, one, known)]
    if not told or any(one.answer == stated.answer for one in told):
        return
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    subject = _subjects(story, stated) if stated.question in known.of_subject else None
    best: tuple[int, Answer] | None = None
    for one in told:
        if _is_background(story, one) or story.in_quote(one.first):
            continue
        if subject is not None and not subject & _subjects(story, one):
            continue
        number = story.facts.sentence_at(story.tokens.starts[one.first]).number
        shared = len(about & story.about(number)) + (number in story.lead)
        if best is None or shared > best[0]:
            best = shared, one
    if best is None or best[0] == 0:
        return
    shared, one = best
    tokens = story.tokens
    yield Contrast(
        tokens.starts[stated.first], tokens.ends[stated.last - 1], "outcome", "headline",
        stated.answer, one.answer, "strong" if shared >= _CLEARLY else "middling", False,
        Stretch(tokens.starts[one.first], tokens.ends[one.last - 1]),
    )  # fmt: skip


def _subjects(story: Story, answer: Answer) -> frozenset[str]:
    """The words for what an answer is given of: the subject of its clause."""
    clause = story.clause_before(answer.first)
    if clause is None or clause.subject is None:
        return frozenset()
    return Entities(story).known_as(clause.subject)


def _is_told(story: Story, answer: Answer, known: Known) -> bool:
    """Whether the text gives an answer as so."""
    if denied(story.language, answer, known):
        return False
    clause: Clause | None = story.clause_at(answer.first)
    if clause is None or not known.negations.isdisjoint(answer.words):
        return True
    # “must pay 20,000 instead of 90,000”: what is due is settled, what is asked for is not.
    settled = _TOLD | {"possible"} if answer.size > 1 else _TOLD
    return clause.standing in settled and not clause.negated


def _is_background(story: Story, answer: Answer) -> bool:
    """Whether it was so before: “had been approved in 2019”."""
    clause: Clause | None = story.clause_at(answer.first)
    if clause is None or not answer.verbal:
        return False
    lowers = story.tokens.lowers[clause.first : clause.verb]
    return not story.facts.lexicon.words("event-before-words").isdisjoint(lowers)
