"""How an event stands in its sentence: done, or asked for, sought, planned, possible, alleged or denied.

The signs are those by which the factuality of events is annotated (Saurí and Pustejovsky, FactBank, 2009): auxiliary
verbs and negation right before the word, and the verbs and nouns that it depends on, of which the nearest counts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.headlines.event_words import ADJECTIVE, BASE, GERUND, NOUN, Event
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens

DONE, ASKED, PLANNED, POSSIBLE, ALLEGED, DENIED = "done", "asked for", "planned", "possible", "alleged", "denied"

_CLAUSE = 40  # words back to which a clause is followed
_REACH = 9  # words back to what an infinitive depends on
_NOUN_REACH = 6  # the same for a noun or an -ing form
_ADVERB = "ly"


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    governors: dict[str, str]
    modals: dict[str, str]
    negations: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    conditions: frozenset[str]
    be_to: frozenset[str]
    have_to: frozenset[str]
    infinitives: frozenset[str]
    breaks: frozenset[str]
    wanting: frozenset[str]
    verbs_only: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        dict(lexicon.table("event-governors")),
        dict(lexicon.table("event-modals")),
        words("event-negations"),
        words("event-auxiliaries"),
        words("event-adverbs"),
        words("event-conditions"),
        words("event-be-to"),
        words("forms-of-have"),
        words("to-words"),
        words("event-breaks"),
        words("event-wanting"),
        words("event-governors-of-verbs"),
    )


def standing(tokens: Tokens, event: Event, first: int, last: int, lexicon: Lexicon) -> str:
    """How an event stands in the sentence of the tokens from `first` to before `last`."""
    known = _words(lexicon)
    clause = _clause_start(tokens, event.first, first, known)
    verb = not event.forms <= {NOUN, ADJECTIVE}
    around, at = _auxiliaries(tokens, event.first, clause, known)
    told = _by_auxiliaries(around, known)
    if told is not None:
        return told
    if any(tokens.lowers[position] in known.conditions for position in range(clause, event.first)):
        return POSSIBLE
    if verb and known.infinitives & set(around):
        return _infinitive(tokens, at, clause, around, known)
    if event.forms & {GERUND, NOUN, ADJECTIVE} or event.forms == {BASE}:
        return _governor(tokens, at, max(clause, at - _NOUN_REACH), known, known.verbs_only) or _wanting(
            tokens, event, last, known
        )
    return _reported(tokens, at, clause, known)


def _clause_start(tokens: Tokens, at: int, first: int, known: _Words) -> int:
    first = max(first, at - _CLAUSE)
    while at > first and tokens.lowers[at - 1] not in known.breaks:
        at -= 1
    return at


def _auxiliaries(tokens: Tokens, at: int, clause: int, known: _Words) -> tuple[list[str], int]:
    """The auxiliaries, negations and adverbs right before a word, nearest first, and the token they begin at."""
    found: list[str] = []
    while at > clause:
        word = tokens.lowers[at - 1]
        light = word in known.auxiliaries or word in known.modals or word in known.negations or word in known.adverbs
        if not (light or (word.endswith(_ADVERB) and word not in known.governors)):
            break
        found.append(word)
        at -= 1
    return found, at


def _by_auxiliaries(around: list[str], known: _Words) -> str | None:
    if any(word in known.negations for word in around):
        return DENIED
    for word in around:
        if word in known.modals:
            return known.modals[word]
        if word in known.infinitives:
            break
    return None


def _infinitive(tokens: Tokens, at: int, clause: int, around: list[str], known: _Words) -> str:
    """ "is to approve", "has to approve", or what the infinitive depends on; done where nothing says otherwise."""
    before = around[around.index(next(iter(known.infinitives & set(around)))) + 1 :]
    if known.be_to & set(before):
        return PLANNED
    if known.have_to & set(before):
        return ASKED
    return _governor(tokens, at, max(clause, at - _REACH), known) or DONE


def _governor(tokens: Tokens, at: int, start: int, known: _Words, without: frozenset[str] = frozenset()) -> str | None:
    """What the nearest word says that an event can depend on."""
    for position in range(at - 1, start - 1, -1):
        told = known.governors.get(tokens.lowers[position])
        if told is not None and tokens.lowers[position] not in without:
            return told
    return None


def _wanting(tokens: Tokens, event: Event, last: int, known: _Words) -> str:
    """ "approval is still needed"."""
    following = tokens.lowers[event.last : min(last, event.last + _REACH)]
    return ASKED if NOUN in event.forms and not known.wanting.isdisjoint(following) else DONE


def _reported(tokens: Tokens, at: int, clause: int, known: _Words) -> str:
    """How a finite verb stands by what reports it: "is alleged to have", "denied that he"; nothing else lessens it."""
    told = _governor(tokens, at, max(clause, at - _NOUN_REACH), known)
    return told if told in (ALLEGED, DENIED) else DONE
