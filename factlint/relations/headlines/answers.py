"""Answers: the verbs, nouns and set phrases by which headline and text tell how a thing came out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.language import Language
    from factlint.lexicon import Lexicon

_REACH = 4  # tokens within which the next word of an entry follows
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_PARTICIPLES = frozenset("dgn")
_FINITE = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "ADJ", "ADV", "PROPN", "DET", "ADP", "PART", "NUM", "INTJ", "SCONJ"})
_MEASURES = frozenset({"time", "quantity"})
_IDIOM = "idiom"  # the question of entries that answer none, and take the place of shorter ones
_BACK = 3  # tokens before a noun within which “no” denies it

#: The words of an entry, its question, its answer, and whether its first word is a verb.
Entry = tuple[tuple[str, ...], str, str, bool]


class Answer(NamedTuple):
    """One answer to a question, as a half-open range of tokens.

    first: its first token; of a verb the verb's.
    last: one past its last token.
    question: decision, verdict …
    answer: approved, refused …
    verbal: whether a verb tells it.
    words: the words of the entry it was told by.
    """

    first: int
    last: int
    question: str
    answer: str
    verbal: bool
    words: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many words the entry has."""
        return len(self.words)


class Known(Bundle):
    """The entries by first word, and what is to be known of the questions."""

    entries: dict[str, list[Entry]]
    of_subject: frozenset[str]
    of_thing: frozenset[str]
    of_either: frozenset[str]
    if_possible: frozenset[str]
    personal: frozenset[str]
    done_to_people: frozenset[str]
    of_story: frozenset[str]
    by_conversion: frozenset[str]
    deciding: frozenset[str]
    by_nouns: frozenset[str]
    negations: frozenset[str]
    negative_endings: tuple[str, ...]


@lru_cache(maxsize=4)
def known_answers(lexicon: Lexicon) -> Known:
    """The answers of a lexicon."""
    words = lexicon.words
    return Known(
        entries_of(lexicon, "outcome-verbs", "outcome-words"),
        words("outcomes-of-the-subject"),
        words("outcomes-of-the-thing"),
        words("outcomes-of-either"),
        words("outcomes-if-possible"),
        words("outcomes-of-persons"),
        words("outcomes-done-to-people"),
        words("outcomes-of-the-story"),
        words("outcomes-by-conversion"),
        words("deciding-verbs"),
        words("outcomes-told-by-nouns"),
        words("negations") | words("no-determiners"),
        tuple(words("negative-endings")),
    )


@lru_cache(maxsize=8)
def entries_of(lexicon: Lexicon, verbs: str, others: str = "") -> dict[str, list[Entry]]:
    """The entries of a list of verbs, and of one of other words, by first word, longest first."""
    found: dict[str, list[Entry]] = {}
    for name, verbal in ((verbs, True), (others, False)):
        for label, phrases in lexicon.values(name).items() if name else ():
            question, _, answer = label.partition("/")
            for words in _wordings(phrases, lexicon):
                found.setdefault(words[0], []).append((words, question, answer, verbal))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _wordings(phrases: Iterable[object], lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The words of each entry; its last noun with those that stand for one thing with it: dismiss appeal, bid."""
    others = lexicon.values("answer-nouns")
    seen = set()
    for phrase in phrases:
        words = tuple(str(phrase).split())
        for one in (words, *((*words[:-1], noun) for noun in others.get(words[-1], ()) if len(words) > 1)):
            if one not in seen:
                seen.add(one)
                yield one


def answers_in(
    language: Language, first: int, last: int, known: dict[str, list[Entry]], converted: frozenset[str] = frozenset()
) -> list[Answer]:
    """The answers told between two tokens; a longer entry takes the place of those that lie in it.

    `converted` are the questions that a noun of a verb's form answers as well: a slump.
    """
    told = language.memo.get(id(known))
    if told is None:
        told = language.memo[id(known)] = (*_here(language, known), known)
    entries, places = told[:2]
    found = [
        answer
        for at in places[bisect_left(places, first) : bisect_left(places, last)]
        for form in _forms(language, at)
        for entry in entries.get(form, ())
        if (answer := _matched(language, first, at, last, entry, converted)) is not None
    ]
    if len(found) < 2:
        return [one for one in found if one.question != _IDIOM]
    return [
        one
        for one in found
        if one.question != _IDIOM
        and not any(
            other.size > one.size and other.first <= one.first < other.last and other.question in (one.question, _IDIOM)
            for other in found
        )
    ]


def _here(language: Language, known: dict[str, list[Entry]]) -> tuple[dict[str, list[Entry]], list[int]]:
    """The entries of which the article has every word, and the tokens at which one may begin."""
    index = language.form_index
    if language.memory is None:
        entries = _told_by(known, index)
    else:
        # Most of what is typed changes none of the words of which there are entries.
        every = language.memory.made(("words of answers", id(known)), lambda: (_words_of(known), known))[0]
        words = frozenset(every & index.keys())
        entries = language.memory.made(("answers", id(known), words), lambda: (_told_by(known, words), known))[0]
    return entries, language.places_of(entries)


def _words_of(known: dict[str, list[Entry]]) -> frozenset[str]:
    return frozenset(word for entries in known.values() for words, *_ in entries for word in words)


def _told_by(known: dict[str, list[Entry]], words: Collection[str]) -> dict[str, list[Entry]]:
    """The entries that have but some words."""
    entries = {}
    for first in known.keys() & words:
        if here := [entry for entry in known[first] if len(entry[0]) == 1 or all(map(words.__contains__, entry[0]))]:
            entries[first] = here
    return entries


def _matched(
    language: Language, first: int, at: int, last: int, entry: Entry, converted: frozenset[str]
) -> Answer | None:
    words, question, answer, verbal = entry
    tag = language.tags[at]
    if verbal and len(words) == 1 and tag == "NOUN" and question in converted:
        return Answer(at, at + 1, question, answer, False, words)
    if tag not in (_VERBAL if verbal else _NOMINAL) and (verbal or len(words) == 1):
        return None
    if verbal and tag == "VERB" and _is_attribute(language, at):
        return None  # “a snap election”
    particle = language.particle_of(at) if verbal else None
    if particle is not None and language.tokens.lowers[particle] not in words:
        return None  # who holds off holds nothing, and what adds up to 100 adds nothing to it
    if verbal and tag == "ADJ" and not _PARTICIPLES & set(language.words.verb_forms(language.tokens.lowers[at])):
        return None  # “a snap election”
    of = None if verbal or len(words) > 1 or not at else language.clause_of(at - 1)
    if of is not None and language.clauses[of].particle == at:
        return None  # “hay may heat up”
    if not verbal and tag == "NOUN" and language.lemmas[at] != words[0] != language.tokens.lowers[at]:
        return None  # rowing is no row
    end = at + 1
    for word in words[1:]:
        places = language.form_index.get(word, ())
        next_one = bisect_left(places, end)
        place = places[next_one] if next_one < len(places) else last
        if verbal and len(words) == 2 and (far := _behind(language, at, word)) is not None:
            place = far
        elif place >= min(last, end + _REACH + 2 * (len(words) > 2)):
            return _of_passive(language, first, at, entry) if verbal else None
        if verbal and any(language.tags[between] in _FINITE for between in range(end, place)):
            return None  # “those who voted were for a strike”
        if not verbal and place != end:
            return None
        end = place + 1
    return Answer(at, end, question, answer, verbal, words)


def _behind(language: Language, verb: int, word: str) -> int | None:
    """The preposition of a verb's first phrase that is no time or number: “voted 7 to 4 on Monday against it”."""
    index = language.clause_of(verb)
    clause = None if index is None else language.clauses[index]
    if clause is None or clause.verb != verb:
        return None
    phrases = language.phrases
    telling = (
        token
        for token, phrase in clause.obliques
        if not phrases[phrase].classes & _MEASURES and language.tags[phrases[phrase].head] != "NUM"
    )
    first = next(telling, None)
    return first if first is not None and language.tokens.lowers[first] == word else None


def _is_attribute(language: Language, at: int) -> bool:
    """Whether a bare verb between a verb in -s and a noun belongs to the noun: “calls snap election”."""
    lowers, tags = language.tokens.lowers, language.tags
    bare = language.lemmas[at] == lowers[at] and tags[at + 1 : at + 2] == ["NOUN"]
    return bare and at > 0 and "s" in language.words.verb_forms(lowers[at - 1])


def _of_passive(language: Language, first: int, at: int, entry: Entry) -> Answer | None:
    """An answer whose last word is acted on, and stands before the verb: “appeal dismissed”, “search called off”.

    A headline leaves out the auxiliary; a particle may stand between the two.
    """
    words, question, answer, verbal = entry
    particles = words[1:-1]
    if particles != tuple(language.tokens.lowers[at + 1 : at + 1 + len(particles)]):
        return None
    index = language.clause_of(at)
    clause = None if index is None else language.clauses[index]
    if clause is None or clause.verb != at or clause.subject is None or len(particles) > 1:
        return None
    bare = (
        clause.last - clause.first == 1
        and clause.object is None
        and "n" in language.words.verb_forms(language.tokens.lowers[at])
    )
    subject = language.phrases[clause.subject]
    if not (clause.voice == "passive" or bare) or subject.lemma != words[-1] or not first <= subject.first < at:
        return None
    return Answer(at, at + 1 + len(particles), question, answer, verbal, words)


def _forms(language: Language, at: int) -> Sequence[str]:
    """A token's word and the dictionary forms that it may belong to."""
    return language.words.forms(language.tokens.lowers[at])


def denied(language: Language, answer: Answer, known: Known) -> bool:
    """Whether a noun for an answer has “no” or “not” right before it."""
    lowers = language.tokens.lowers
    return not answer.verbal and not known.negations.isdisjoint(lowers[max(0, answer.first - _BACK) : answer.first])
