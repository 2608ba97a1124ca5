"""Which figures are findings: tolls, damage, crowds that protest, shares of people, averages.

What the subject states of itself, a result, a price, a distance or a count on a list is none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle, Lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Figure, Sentence
    from factlint.language.model import Clause, Phrase

_PEOPLE = frozenset({"person", "group"})
_HAPPENING = frozenset({"event", "act", "state", "phenomenon", "time"})
_OPENING = 2  # paragraphs
_NEAR = 6  # words between a sum and the damage that it is of


class _Words(Bundle):
    """What is looked up, unpacked once."""

    own_voice: frozenset[str]
    results: frozenset[str]
    calendar: frozenset[str]
    of: frozenset[str]
    definite: frozenset[str]
    owners: frozenset[str]
    spans: frozenset[str]
    moves: frozenset[str]
    surveys: frozenset[str]
    one: frozenset[str]
    crowds: frozenset[str]
    protests: frozenset[str]
    times: frozenset[str]
    damage: frozenset[str]
    costing: frozenset[str]
    average: frozenset[str]
    yielding: frozenset[str]
    yields: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        own_voice=words("own-voice-words"),
        results=words("own-results"),
        calendar=words("months") | words("weekdays"),
        of=words("of-words"),
        definite=words("taking-up-words"),
        owners=words("owner-words"),
        spans=words("long-spans"),
        moves=frozenset(word for word, part in lexicon.table("figure-words").items() if part in ("rise", "fall")),
        surveys=words("survey-nouns"),
        one=words("one-of-them"),
        crowds=words("crowd-nouns"),
        protests=words("protest-words"),
        times=words("times-words"),
        damage=words("damage-nouns"),
        costing=words("costing-verbs"),
        average=words("average-adjectives"),
        yielding=words("yielding-verbs"),
        yields=words("things-yielded"),
    )


def finding(facts: Facts, figure: Figure, sentence: Sentence) -> str | None:
    """What somebody must have counted, reckoned or surveyed to know a figure, or None; see `Figure.finding`."""
    if figure.block != "paragraph" or figure.form in ("prefix", "ordinal"):
        return None
    words = _words(facts.lexicon)
    held = frozenset(facts.tokens.lowers[sentence.first : sentence.last])
    if held & words.own_voice or facts.tokens.texts[sentence.last - 1] == "?":
        return None
    if _is_forecast(facts, figure, words):
        return "forecast"
    kind = _KINDS.get(figure.claim)
    if kind is not None and (found := kind(facts, figure, sentence, held, words)):
        return None if _is_background(facts, figure) else found
    return "average" if _is_average(facts, figure, words) and not held & words.results else None


def _is_forecast(facts: Facts, figure: Figure, words: _Words) -> bool:
    """What a scheme is to bring, of which somebody must have reckoned how much: “will create 1,200 jobs”."""
    clause = _clause(facts, figure)
    if clause is None or clause.subject is None or clause.lemma not in words.yielding or clause.negated:
        return False
    would = clause.standing == "possible" and clause.tense != "past"
    if not (clause.tense == "future" or would) or figure.paragraph == _lead(facts):
        return False
    subject = facts.language.phrases[clause.subject]
    brought = None if clause.object is None else facts.language.phrases[clause.object]
    if brought is None or not brought.first <= figure.first < brought.last or subject.pronoun is not None:
        return False
    if subject.proper or not _PEOPLE.isdisjoint(subject.classes - {"artefact"}):
        return False
    return figure.dimension == "money" or brought.lemma in words.yields


def _is_background(facts: Facts, figure: Figure) -> bool:
    """Whether a figure stands in what is only possible or to come, or in a relative clause about what is over."""
    clause = _clause(facts, figure)
    if clause is None:
        return False
    perfect = clause.last - clause.first > 1
    ahead = clause.standing in ("possible", "planned") or clause.tense == "future"
    return ahead or (clause.kind == "relative" and clause.tense == "past" and not perfect)


def _clause(facts: Facts, figure: Figure) -> Clause | None:
    at = facts.language.clause_of(figure.first)
    return None if at is None else facts.language.clauses[at]


def _phrase(facts: Facts, token: int) -> Phrase | None:
    at = facts.language.phrase_at(token)
    return None if at is None else facts.language.phrases[at]


# ------------------------------------------------------------------------------------------------------------- classes


def _toll(facts: Facts, figure: Figure, sentence: Sentence, held: Collection[str], words: _Words) -> str | None:
    """A count of the dead, of whom the reader has not been told: “at least 31”, “250,000”."""
    opens = figure.first - sentence.first < 4
    if figure.subject is None and (figure.precision == "exact" or not opens):
        return None
    if not words.spans.isdisjoint(held):
        return None  # of the fourteenth century the histories tell
    if any(sentence.start <= date.start < sentence.end and not date.relative for date in facts.dates):
        return None
    # "the 49 people killed", "one of 49 people killed": the reader knows of them
    one, before = facts.tokens.lowers[max(0, figure.first - 2) : figure.first] if figure.first > 1 else ("", "")
    if before in words.definite or (one in words.one and before in words.of):
        return None
    return (
        "lone toll" if opens and figure.subject is not None and not _names_somebody(facts, sentence, words) else "toll"
    )


def _count(facts: Facts, figure: Figure, sentence: Sentence, held: Collection[str], words: _Words) -> str | None:
    """A crowd that protests, or very many people in round numbers."""
    lowers = facts.tokens.lowers
    before = lowers[max(0, figure.first - 4) : figure.first]
    if not words.crowds.isdisjoint(before) and before[-1] in words.of:
        return None if words.protests.isdisjoint(held) else "crowd"
    if figure.precision == "exact" or figure.paragraph == _lead(facts):
        return None
    if figure.first - sentence.first > 4 or figure.subject in words.times:
        return None
    if f"{figure.subject}s" in words.results:
        return None
    phrase = _phrase(facts, figure.last - 1)
    noun = phrase.lemma if phrase is not None and phrase.head >= figure.last else figure.subject
    if noun is None:
        return None
    people = not _PEOPLE.isdisjoint(facts.language.words.noun_classes(noun))
    return "multitude" if people or _is_alone(facts, sentence, words) else None


def _is_alone(facts: Facts, sentence: Sentence, words: _Words) -> bool:
    """Whether a sentence is a paragraph by itself and names nobody who might have counted."""
    paragraph = facts.paragraphs[sentence.paragraph]
    whole = paragraph.first == sentence.first and paragraph.last == sentence.last
    return whole and not _names_somebody(facts, sentence, words)


def _loss(facts: Facts, figure: Figure, sentence: Sentence, held: Collection[str], words: _Words) -> str | None:
    """What damage comes to, or what something that happened has cost."""
    return "loss" if figure.paragraph != _lead(facts) and _is_loss(facts, figure, sentence, words) else None


def _is_loss(facts: Facts, figure: Figure, sentence: Sentence, words: _Words) -> bool:
    language, lowers = facts.language, facts.tokens.lowers
    near = lowers[max(sentence.first, figure.first - _NEAR) : min(sentence.last, figure.last + _NEAR)]
    clause = _clause(facts, figure)
    subject = None if clause is None or clause.subject is None else language.phrases[clause.subject]
    if not words.damage.isdisjoint(near) or (subject is not None and lowers[subject.head] in words.damage):
        return True
    if subject is not None and subject.lemma in words.costing and _is_alone(facts, sentence, words):
        return True  # “The cost has passed £24 million.”
    if clause is None or subject is None or clause.tense == "none":
        return False
    # The tagger takes “has already cost £30m” for a noun: the word before the sum tells as well.
    if clause.lemma not in words.costing and lowers[figure.first - 1] not in words.costing:
        return False
    classes = language.words.noun_classes(subject.lemma)
    return not subject.proper and subject.pronoun is None and bool(_HAPPENING & classes)


def _share(facts: Facts, figure: Figure, sentence: Sentence, held: Collection[str], words: _Words) -> str | None:
    """A share of people or of some other multitude: “34% of households”, “four in ten plots in the county”."""
    if figure.paragraph == _lead(facts) or not words.results.isdisjoint(held) or _about_a_survey(facts, words):
        return None
    opens = figure.precision != "exact" and figure.first - sentence.first <= 4
    if not opens and _names_somebody(facts, sentence, words):
        return None
    long = figure.unit == "percent" and not words.spans.isdisjoint(held) and not words.moves.isdisjoint(held)
    return "share" if long or _of_people(facts, figure, words) else None


def _of_people(facts: Facts, figure: Figure, words: _Words) -> bool:
    """Whether a share is one of a group at large, not of those that the article tells of: “its staff”, “them”."""
    tokens = facts.tokens
    after = figure.last
    if after >= len(tokens):
        return False
    parted = tokens.lowers[after] in words.of
    index = facts.language.phrase_at(after + parted)
    if index is None:
        return False
    whole = facts.language.phrases[index]
    owned = any(phrase.owner == index for phrase in facts.language.phrases[index + 1 : index + 2])
    if owned and "place" not in whole.classes:
        return False  # "3% of the bank's workforce"; but "four in ten of the town's pensioners"
    if whole.pronoun is not None or whole.owner is not None or whole.number == 1:
        return False
    if figure.form == "ratio":  # "one in five plots"; not "four out of five for punctuality"
        return tokens.texts[after].islower() and (parted or facts.language.tags[after] != "ADP")
    if not parted or figure.unit not in ("percent", None) or _PEOPLE.isdisjoint(whole.classes):
        return False
    if _names_a_group(facts, figure, words):
        return False
    if figure.unit is None and whole.determiner is not None and whole.owner is None:
        return False
    return whole.determiner not in words.owners


def _names_a_group(facts: Facts, figure: Figure, words: _Words) -> bool:
    """Whether a share is the name of those it is made of, “the top 0.1 per cent of earners”: nothing is told by it."""
    phrase = _phrase(facts, figure.last - 1)
    return phrase is not None and phrase.determiner in words.definite and phrase.first < figure.first - 1


def _is_average(facts: Facts, figure: Figure, words: _Words) -> bool:
    """ "The average driver spends 5 hours a day": what is true of people on average has been surveyed."""
    if words.average.isdisjoint(facts.tokens.index):
        return False
    clause = _clause(facts, figure)
    if clause is None or clause.subject is None or clause.tense != "present" or _is_background(facts, figure):
        return False
    subject = facts.language.phrases[clause.subject]
    middling = any(facts.tokens.lowers[at] in words.average for at in subject.modifiers)
    return middling and not _PEOPLE.isdisjoint(subject.classes)


_KINDS = {"casualties": _toll, "count": _count, "money": _loss, "share": _share}


# ------------------------------------------------------------------------------------------------------------- article


def _lead(facts: Facts) -> int:
    """The number of the first paragraph of the body, which sums up what is told below with its source."""
    return next((paragraph.number for paragraph in facts.paragraphs if paragraph.kind == "paragraph"), -1)


def _about_a_survey(facts: Facts, words: _Words) -> bool:
    """Whether the article opens with a survey, from which shares of people then come, paragraph after paragraph."""
    lead = _lead(facts)
    opening = [block for block in facts.paragraphs[max(0, lead) : max(0, lead) + _OPENING] if block.number >= lead]
    return any(not words.surveys.isdisjoint(facts.tokens.lowers[block.first : block.last]) for block in opening)


def _names_somebody(facts: Facts, sentence: Sentence, words: _Words) -> bool:
    """Whether a name stands in the sentence: then it tells of somebody's own doings more often than of findings."""
    tokens = facts.tokens
    return any(
        tokens.texts[position][0].isupper() and tokens.lowers[position] not in words.calendar
        for position in range(sentence.first + 1, sentence.last)
    )
