"""What the floor gives: noun phrases and clauses. Places are tokens, and indices into the article's own tuples."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from factlint.record import NamedTuple


class Phrase(NamedTuple):
    """One base noun phrase; phrases never overlap, so that an owner (“the firm's”) is a phrase of its own.

    start: first code point, the determiner included.
    end: one past the last code point.
    first: its first token.
    last: one past its last token.
    head: the token of its head, the last noun of it.
    lemma: the head's dictionary form, lower case.
    proper: whether the head is a name.
    plural: whether it speaks of several.
    determiner: the, a, this, both, his, no … in lower case, or None.
    number: how many it speaks of, as its own words tell (two, 12, both, a pair), or None.
    modifiers: the tokens of the adjectives and nouns before the head.
    owner: the phrase of its possessor (“the firm's chief”), or None.
    pronoun: the pronoun in lower case where it is one, or None.
    apposition_of: the phrase that it says the same as, and that stands before it, or None.
    of: the phrase behind “of”, or None.
    preposition: the token of the preposition that governs it, or None.
    conjoined: the phrases of the list that it belongs to, itself among them; none where it stands alone.
    classes: the head's noun classes (person, place, event …).
    sentence: number of its sentence.
    role: subject, object, oblique, attribute, apposition or other.
    clause: the clause in which it has that role, or None.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    lemma: str
    proper: bool
    plural: bool
    determiner: str | None
    number: float | None
    modifiers: tuple[int, ...]
    owner: int | None
    pronoun: str | None
    apposition_of: int | None
    of: int | None
    preposition: int | None
    conjoined: tuple[int, ...]
    classes: frozenset[str]
    sentence: int
    role: str
    clause: int | None


class Clause(NamedTuple):
    """One verb with what belongs to it.

    start: first code point of its verb group.
    end: one past the last code point of its verb group.
    first: the group's first token.
    last: one past the group's last token.
    verb: the token of its main verb; of the copula where there is no other.
    lemma: the verb's dictionary form.
    classes: the verb's classes (saying, motion, change …).
    tense: past, present, future or none.
    voice: active or passive.
    negated: whether its own words deny it.
    standing: done, planned, possible, asked, reported, alleged or denied, by its own words and by the verb over it.
    kind: main, relative, infinitive, participle or subordinate.
    subject: the phrase of its subject (of a passive, of whom or what is acted on), or None.
    shared: whether the subject is that of the verb that it is joined to (“came and saw”).
    object: the phrase of its direct object, or None.
    attribute: the noun phrase that a copula says of the subject, or None.
    predicate: the token of the adjective that a copula says of the subject, or None.
    obliques: the phrases with a preposition that follow the verb, each behind its preposition's token.
    particle: the token of the verb's particle (carried *out*), or None.
    within: the clause whose complement it is (“said that …”), or None.
    sentence: number of its sentence.
    in_quote: whether it stands in a quotation.
    """

    start: int
    end: int
    first: int
    last: int
    verb: int
    lemma: str
    classes: frozenset[str]
    tense: str
    voice: str
    negated: bool
    standing: str
    kind: str
    subject: int | None
    shared: bool
    object: int | None
    attribute: int | None
    predicate: int | None
    obliques: tuple[tuple[int, int], ...]
    particle: int | None
    within: int | None
    sentence: int
    in_quote: bool
