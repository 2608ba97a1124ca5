"""Assertions: the events that a headline states as done, and how the text has the same events.

A headline's verb belongs to a family for one event (approve, authorise, give the green light). Where the text has the
family only as asked for, planned, possible, alleged or denied, and nowhere as done, it says less than its headline.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import HEADING, HEADLINE, Line, TextWords, display_lines, plain
from factlint.facts.headlines.event_words import (
    ADJECTIVE,
    BASE,
    GERUND,
    NOUN,
    PAST,
    Event,
    Families,
    events_at,
    families,
)
from factlint.facts.headlines.standing import ALLEGED, DENIED, DONE, PLANNED, standing
from factlint.facts.model import Assertion, Stretch
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_GERUND = "ing"
_PAUSES = frozenset(",;:–—")
_STEM = 5  # letters by which two words are held to be forms of one
_LIGHT_REACH = 5  # words between a light verb and its noun: “give Putin OK”
_BACKGROUND = 6  # words within which “had” makes background of what follows
_FAR = 150  # words of a sentence, and the one before it, that are compared
_MOST_PLACES = 300  # places of a family's words that are looked at


def find_assertions(facts: Facts) -> tuple[Assertion, ...]:
    """Every event that the headline states as done; none in a headline that hedges, asks or attributes."""
    lines = [line for line in display_lines(facts) if line.kind == HEADLINE]
    if not lines:
        return ()
    known = families(facts.lexicon)
    text = TextWords(facts, lines, HEADLINE)
    found: dict[int, list[Assertion]] = {}
    for line in lines:
        for event, start in _stated(facts, line, known):
            assertion = _compared(facts, line, event, start, text, known)
            if assertion is not None:
                found.setdefault(event.first, []).append(assertion)
    return tuple(_likeliest(alike) for _, alike in sorted(found.items()))


def _compared(facts: Facts, line: Line, event: Event, start: int, text: TextWords, known: Families) -> Assertion | None:
    """A stated event with how the text has it."""
    if _hedged(facts, line, event) or _is_to_be(facts, event):
        return None
    found = _assertion(facts, line, event, start, text, known)
    return None if found is not None and found.standing != DONE and _is_told(facts, event, text) else found


def _is_to_be(facts: Facts, event: Event) -> bool:
    """Whether a headline tells an event as still to come: “Ten to be confirmed”."""
    index = facts.language.clause_of(event.first)
    return index is not None and facts.language.clauses[index].kind == "infinitive"


def _is_told(facts: Facts, event: Event, text: TextWords) -> bool:
    """Whether the text tells an event by the headline's own verb as done: “has been found in a locker”."""
    language = facts.language
    index = language.clause_of(event.first)
    if index is None or language.clauses[index].verb != event.first:
        return False
    lemma = language.clauses[index].lemma
    return any(
        clause.lemma == lemma
        and clause.kind == "main"
        and clause.standing == DONE
        and facts.tokens.lowers[clause.verb] != lemma  # “is to approve”
        and not clause.negated
        and not clause.in_quote
        and facts.sentences[clause.sentence].paragraph in text.numbers
        for clause in language.clauses
    )


def _likeliest(alike: list[Assertion]) -> Assertion:
    """Of the events that one word may tell of (quit an office, a country), the one borne out best."""
    return max(alike, key=lambda assertion: (assertion.standing == DONE, assertion.shared))


def _hedged(facts: Facts, line: Line, event: Event) -> bool:
    """Whether the line says whose claim it is, or that it is only one: a hedge, a question, a colon, marks."""
    tokens, spot = facts.tokens, line.paragraph
    words = tokens.lowers[spot.first : event.first] + tokens.lowers[event.last : spot.last]
    marks = facts.lexicon.words("headline-attributing-marks")
    return not facts.lexicon.words("headline-hedges").isdisjoint(words) or not marks.isdisjoint(words)


def _stated(facts: Facts, line: Line, known: Families) -> Iterator[tuple[Event, int]]:
    """The events that the line states, each with the token at which its words begin (a light verb before a noun)."""
    tokens, spot = facts.tokens, line.paragraph
    for at in range(spot.first, spot.last):
        for event in events_at(tokens, at, known):
            start = _begins(facts, event, line, known)
            # “a West End play”
            capital = not line.title_case and tokens.texts[event.first].istitle()
            named = capital and facts.language.tags[event.first] == "PROPN"
            verb = event.forms != {NOUN} and event.last < spot.last
            if (
                start is not None
                and not named
                and not _is_other_word(facts, event, spot.first)
                and not (verb and facts.language.particle_of(event.last - 1) is not None)
                and standing(tokens, event, spot.first, spot.last, facts.lexicon) == DONE
            ):
                yield event, start


def _is_other_word(facts: Facts, event: Event, opening: int) -> bool:
    """Whether a verb's form is a noun there (“quarry blast cracks window”), or an adjective that of another verb."""
    language = facts.language
    if event.forms == {ADJECTIVE}:
        clauses = (one for one in language.clauses if opening <= one.verb < event.first)
        return any(one.tense != "none" and one.predicate is None and one.lemma not in _bes(facts) for one in clauses)
    if event.forms == {NOUN} or language.tags[event.first : event.last + 1] != ["NOUN", "VERB"]:
        return False
    # “Clerk stole stamps”: before a word that may be a noun a past tense is no noun.
    past = {kind for kind, _ in language.words.reading(facts.tokens.lowers[event.first]).inflections}
    return "Vd" not in past


def _bes(facts: Facts) -> frozenset[str]:
    return facts.lexicon.words("forms-of-be")


def _begins(facts: Facts, event: Event, line: Line, known: Families) -> int | None:
    """Where the words of a stated event begin; None where they may be something else."""
    tokens, first = facts.tokens, line.paragraph.first
    if event.forms == {GERUND} or event.first == first:
        return None
    if event.forms == {NOUN}:
        back = range(event.first - 1, max(first, event.first - 1 - _LIGHT_REACH), -1)
        phrase = takewhile(lambda at: tokens.texts[at] not in _PAUSES, back)
        return next((at for at in phrase if tokens.lowers[at] in known.light), None)
    if event.forms == {ADJECTIVE}:
        verb = tokens.lowers[event.last - 1].endswith("s") and _has_object(facts, event, line)
        return None if verb else event.first  # “champions low rates” is something that somebody does
    before = tokens.lowers[event.first - 1]
    if BASE in event.forms:
        many = _is_plural(facts, before) or _is_team(facts, event.first - 1, line)
        verb = not event.forms & {NOUN, PAST} or _has_object(facts, event, line)
        return event.first if many and verb else None
    return event.first if before[0].isalpha() and not _takes_a_noun(facts, before) else None


def _takes_a_noun(facts: Facts, before: str) -> bool:
    """Whether a word has a noun behind it, not a verb: “over lies”, “taking bribes”, “the picks”."""
    words = facts.lexicon.words
    return before in words("prepositions") or before in words("determiners") or before.endswith(_GERUND)


def _has_object(facts: Facts, event: Event, line: Line) -> bool:
    """Whether a word follows that can be what is done to something: “Rovers win cup”, not “Rovers win at home”."""
    following = facts.tokens.lowers[event.last] if event.last < line.paragraph.last else "."
    return following[0].isalnum() and following not in facts.lexicon.words("prepositions")


def _is_team(facts: Facts, at: int, line: Line) -> bool:
    """Whether a name stands there, which takes the plural where it is a team's: “United sign striker”."""
    return facts.tokens.texts[at][0].isupper() and not line.title_case


def _is_plural(facts: Facts, word: str) -> bool:
    regular = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", GENITIVE))
    return regular or word in facts.lexicon.table("irregular-plurals") or word in facts.lexicon.words("plural-subjects")


def _assertion(
    facts: Facts, line: Line, event: Event, start: int, text: TextWords, known: Families
) -> Assertion | None:
    """The event with how the text has it: done somewhere, else as the first sentence about the same has it."""
    tokens = facts.tokens
    about = _telling(facts, line.paragraph.first, line.paragraph.last) - _telling(facts, start, event.last)
    found: tuple[str, Event, Sentence, int] | None = None
    for position in tokens.positions(known.firsts[event.family])[:_MOST_PLACES]:
        sentence = facts.sentence_of(position)
        if sentence.paragraph not in text.numbers or sentence.kind == "heading":
            continue
        place = next((e for e in events_at(tokens, position, known) if e.family == event.family), None)
        if place is None:
            continue
        how = standing(tokens, place, sentence.first, sentence.last, facts.lexicon)
        if how == ALLEGED and facts.lexicon.table("event-governors").get(tokens.lowers[event.first]) == ALLEGED:
            how = DONE  # whoever is accused is accused, whatever is alleged of him
        if how not in (DONE, ALLEGED, PLANNED) and _is_done(facts, place):
            how = DONE
        shared = _shared(facts, about, sentence)
        if how == DONE and (shared or _taken_up(facts, sentence)):
            return _made(facts, event, start, DONE, None, sentence, shared, known)
        before = _is_background(facts, place.first)
        told = (
            how == ALLEGED
            or (how == DENIED and not (before and _is_negated(facts, place)))
            or (how != DONE and not before)
        )
        if told and (found is None or shared > found[3]):
            found = (how, place, sentence, shared)
    softer = _softer(facts, event.family, about, text, known)
    if softer is not None and (found is None or softer[2] > found[3]):
        return _made(facts, event, start, softer[0], None, softer[1], softer[2], known)
    if found is None:
        return None
    return _made(facts, event, start, found[0], found[1], found[2], found[3], known)


def _is_done(facts: Facts, place: Event) -> bool:
    """Whether the clause of an event's verb tells it as done, whatever stands before it in the sentence."""
    language = facts.language
    index = language.clause_of(place.first)
    if index is None:
        return False
    clause = language.clauses[index]
    subject = clause.first if clause.subject is None else min(clause.first, language.phrases[clause.subject].first)
    opener = facts.tokens.lowers[subject - 1] if subject else ""
    told = clause.kind == "subordinate" and opener in facts.lexicon.words("after-words")  # “after members signed off”
    finite = (clause.kind in ("main", "relative") or told) and clause.tense in ("past", "present")
    sure = finite and GERUND not in place.forms
    return clause.verb == place.first and sure and clause.standing == "done" and not clause.negated


def _is_negated(facts: Facts, place: Event) -> bool:
    """Whether an event's own clause denies it: “had not beaten them since May”."""
    index = facts.language.clause_of(place.first)
    return index is not None and facts.language.clauses[index].negated


def _taken_up(facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence opens with a pronoun, and so is about what stands before it: “They backed it.”"""
    return facts.tokens.lowers[sentence.first] in facts.lexicon.words("event-pronouns")


def _softer(
    facts: Facts, family: str, about: frozenset[str], text: TextWords, known: Families
) -> tuple[str, Sentence, int] | None:
    """The sentence about the same that says something less than the event, and how the event then stands."""
    best: tuple[str, Sentence, int] | None = None
    for how, phrases in known.softer.get(family, {}).items():
        for phrase in phrases:
            words = phrase.split()
            for position in facts.tokens.positions((words[0],))[:_MOST_PLACES]:
                if facts.tokens.lowers[position : position + len(words)] != words or _is_background(facts, position):
                    continue
                sentence = facts.sentence_of(position)
                if sentence.paragraph not in text.numbers:
                    continue
                shared = _shared(facts, about, sentence)
                if best is None or shared > best[2]:
                    best = (how, sentence, shared)
    return best


def _is_background(facts: Facts, position: int) -> bool:
    """ "had been linked with": what was so before the story."""
    before = facts.tokens.lowers[max(0, position - _BACKGROUND) : position]
    return not facts.lexicon.words("past-perfect-words").isdisjoint(before)


def _shared(facts: Facts, about: frozenset[str], sentence: Sentence) -> int:
    """How many of the telling words a sentence has; where it goes on from the one before, that one's, too."""
    own = _telling(facts, max(sentence.first, sentence.last - _FAR), sentence.last)
    before = facts.sentences[max(0, sentence.number - 1)]
    goes_on = not about.isdisjoint(own) or _taken_up(facts, sentence)
    if not goes_on or before.kind in (HEADLINE, HEADING):
        return len(about & own)
    return len(about & _telling(facts, max(before.first, sentence.last - _FAR), sentence.last))


def _telling(facts: Facts, first: int, last: int) -> frozenset[str]:
    """The beginnings of the words that tell what a stretch is about."""
    small = facts.lexicon.words("headline-small-words")
    words = facts.tokens.lowers[first:last]
    return frozenset(plain(word)[:_STEM] for word in words if word[0].isalnum() and word not in small)


def _made(
    facts: Facts,
    event: Event,
    start: int,
    how: str,
    place: Event | None,
    sentence: Sentence,
    shared: int,
    known: Families,
) -> Assertion:
    tokens = facts.tokens
    first, last = (place.first, place.last) if place else (sentence.first, sentence.last)
    return Assertion(
        tokens.starts[start],
        tokens.ends[event.last - 1],
        event.family,
        how,
        event.family in known.announced,
        shared,
        Stretch(sentence.start, sentence.end),
        facts.article.source[tokens.starts[first] : tokens.ends[last - 1]],
    )
