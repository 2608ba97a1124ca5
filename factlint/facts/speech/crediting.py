"""Crediting: the verb of saying before or after a quotation, with its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.cues import Verbs, is_verb
from factlint.facts.speech.speakers import FARTHEST, Phrase, acts, bare_phrase, borrows, phrase_at, subject_before
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.tokens import Tokens


class Credit(NamedTuple):
    """A subject and the verb or phrase that credits it.

    subject: the speaker's words.
    cue: first token of the crediting words.
    cue_last: one past their last token.
    """

    subject: Phrase
    cue: int
    cue_last: int


def credit_before(
    tokens: Tokens, start: int, end: int, verbs: Verbs, opens: bool, near: bool, reach: int | None = None
) -> Credit | None:
    """The credit in the words before a quotation: the last verb of saying with its subject.

    A verb that shares its subject with another may find it before `start`, from `reach` on.
    """
    for at in range(end - 1, start - 1, -1):
        if is_verb(tokens, at, verbs, near):
            subject = subject_before(tokens, start, at, verbs, opens)
            if reach is not None and reach < start and (subject is None or not acts(tokens, subject, verbs)):
                subject = subject_before(tokens, reach, at, verbs, True) if borrows(tokens, at, verbs) else subject
            if subject is not None:
                return Credit(_over_clause(tokens, start, at, subject, verbs, opens), at, at + 1)
    return None


def _over_clause(tokens: Tokens, start: int, verb: int, subject: Phrase, verbs: Verbs, opens: bool) -> Phrase:
    """The subject of a verb joined to another: in “Ann Lee said that she was ill, and added: “…”” not “she”."""
    before = subject.first - 1
    if subject.kind != "pronoun" or tokens.lowers[verb - 1] not in verbs.openers:
        return subject
    if before > start and tokens.lowers[before] in verbs.openers:
        before -= 1
    if before <= start or not is_verb(tokens, before, verbs, True):
        return subject
    return subject_before(tokens, start, before, verbs, opens) or subject


def credit_after(tokens: Tokens, start: int, end: int, verbs: Verbs, opens: bool) -> Credit | None:
    """The credit in the words right after a quotation: said Ann Lee, or Ann Lee (the mayor of Lund) said."""
    at = start
    while at < end and (tokens.texts[at] in (",", "—", "–", "--", "-") or tokens.lowers[at] in verbs.adverbs):
        at += 1
    if at < end and tokens.lowers[at] in verbs.comparers:
        at += 1
    if at >= end:
        return None
    if is_verb(tokens, at, verbs, True):
        return _inverted(tokens, at, end, verbs)
    first = phrase_at(tokens, at, end, verbs, opens=opens or tokens.texts[at].isalpha())
    if first is None:
        return None
    for verb in range(first.last, min(end, first.last + FARTHEST)):
        if is_verb(tokens, verb, verbs, True):
            # “…,” Ann Lee, who runs the mill, said: what stands between is an aside about her.
            aside = tokens.texts[first.last] == "," and tokens.texts[verb - 1] == ","
            subject = first if aside else subject_before(tokens, at, verb, verbs, opens)
            return Credit(subject or first, verb, verb + 1)
    return None if opens or at > start + 1 else _by_form(tokens, first, end, verbs)


def _inverted(tokens: Tokens, verb: int, end: int, verbs: Verbs) -> Credit | None:
    """Said Ann Lee, said then the mayor, said residents."""
    after = verb + 1
    while after < end and (tokens.lowers[after] in verbs.adverbs or tokens.lowers[after] in verbs.trailing):
        after += 1
    subject = phrase_at(tokens, after, end, verbs)
    if subject is None and after < end and tokens.texts[after].replace("-", "").isalpha():
        subject = bare_phrase(tokens, after, end, verbs) or _alone(tokens, after, end, verbs)
    return Credit(subject, verb, verb + 1) if subject is not None else None


def _alone(tokens: Tokens, at: int, end: int, verbs: Verbs) -> Phrase | None:
    """A month's name that ends its clause right behind the verb, and so can only be a person's: “…,” said June."""
    named = tokens.lowers[at] in verbs.elsewhere and tokens.texts[at][0].isupper()
    ends = at + 1 >= end or tokens.texts[at + 1] in (".", ",", ";")
    return Phrase(at, at + 1, "named") if named and ends else None


def _by_form(tokens: Tokens, first: Phrase, end: int, verbs: Verbs) -> Credit | None:
    """A verb that no list holds (“…,” an angry Holm retaliated): the comma before it hands over all the same."""
    verb = first.last
    while verb < end and tokens.lowers[verb] in verbs.adverbs:
        verb += 1
    if verb < end and tokens.texts[verb].islower() and tokens.lowers[verb].endswith(verbs.endings.past):
        return Credit(first, verb, verb + 1)
    return None
