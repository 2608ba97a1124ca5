"""Attributions: a quotation under work, and the answer to who said it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.speech.speakers import phrase_at
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation, Sentence
    from factlint.facts.speech.crediting import Credit
    from factlint.facts.speech.cues import Verbs
    from factlint.facts.speech.speakers import Phrase


_OWNER = 9  # tokens from “in” to the words that are somebody's


class Attribution(NamedTuple):
    """Who a quotation is credited to and how one knows.

    subject: the speaker's words.
    cue: the crediting words as a token range, or None.
    way: sentence (in its own), paragraph (by a neighbour in it), colon (by the sentence before), dash (after a dash),
        carried (by the paragraph before), pointed (by the sentence after), transcript (NAME: …).
    """

    subject: Phrase
    cue: tuple[int, int] | None
    way: str


class Work(NamedTuple):
    """A quotation under work: its token range with its marks, and the token ranges around it."""

    quotation: Quotation
    direct: bool
    first: int  # the opening mark
    last: int  # one past the closing mark
    before: int  # where the words before it begin: after the quotation before, or with its sentence
    opens: bool  # whether those words begin a sentence


def credited(way: str, credit: Credit) -> Attribution:
    """What a credit found by the order of words says, with how it was found."""
    return Attribution(credit.subject, (credit.cue, credit.cue_last), way)


def sentence_before(facts: Facts, work: Work) -> Sentence | None:
    """The sentence before the one in which a quotation opens."""
    own = facts.sentence_at(work.quotation.start)
    return facts.sentences[own.number - 1] if own.number > 0 else None


def source_phrase(facts: Facts, start: int, end: int, verbs: Verbs, at_once: bool = False) -> Attribution | None:
    """According to X, in the words of X."""
    tokens = facts.tokens
    for first, rows in facts.lexicon.phrases("source-phrases").items():
        places = tokens.index.get(first, [])
        for at in places[bisect_left(places, start) : bisect_left(places, end)]:
            if at_once and at > start + 2:
                continue
            for words in rows:
                last = at + len(words)
                if tuple(tokens.lowers[at:last]) == words and (phrase := phrase_at(tokens, last, end, verbs)):
                    return Attribution(phrase, (at, last), "sentence")
    return _in_somebodys_words(facts, start, end, verbs)


def _in_somebodys_words(facts: Facts, start: int, end: int, verbs: Verbs) -> Attribution | None:
    """In Ann Lee's words, in the mayor's own phrase."""
    tokens, openers = facts.tokens, facts.lexicon.words("before-possessed-words")
    places = tokens.positions(facts.lexicon.words("possessed-words"))
    for at in places[bisect_left(places, start) : bisect_left(places, end)]:
        for opener in range(at - 3, max(start - 1, at - _OWNER), -1):
            phrase = phrase_at(tokens, opener + 1, at, verbs) if tokens.lowers[opener] in openers else None
            owner = GENITIVE in tokens.lowers[phrase.last - 2 : phrase.last] if phrase else False
            if phrase is not None and owner and phrase.last == at:
                last = tokens.lowers.index(GENITIVE, phrase.first, at)
                return Attribution(phrase._replace(last=last), (opener, at + 1), "sentence")
    return None
