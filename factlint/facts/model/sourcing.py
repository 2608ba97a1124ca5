"""Sourcing: what the article lays to somebody whom it does not name, and what it states that only a source can know."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from factlint.record import NamedTuple


class Claim(NamedTuple):
    """A place where the article says who something comes from, or hides it.

    start: first code point of the words that do so: “experts say”, “a new study shows”, “it is believed”.
    end: one past the last code point.
    kind: what stands there: people (critics say), group (officials say), research (a study shows), reports (reports
        suggest), impersonal (it is believed), raised (is said to), wide
        (is widely seen as), rumour (speculation is rife), hearsay (said he had
        been told), anonymity (on condition of anonymity), post (one user wrote), superlative (the largest ever), record
        (is the largest cellar in the Alps, told outright), boast
        (the best on the market), unnamed (an officer is quoted, or calls a plan
        a crime), one-voice (all credits are one person's), verdict (an offence told as done of somebody who is only
        accused), charge (had fallen asleep at the wheel),
        contested (a fact in the paper's own voice that whoever speaks next denies).
    way: how the source is tied to what it says: subject, after (…, say critics), according, by (seen by many as), or
        none.
    head: the noun or pronoun that stands for the source, in lower case, or none.
    verb: the verb, as written, or none.
    named: where the article names a source for it: inside (in the same phrase), institution (a body that can be
        asked), definite (it takes up a source told before), sentence, paragraph, near (the sentences around it),
        article, or none.
    quotes: whether a whole utterance in quotation marks is credited to it.
    reason: for anonymity, the word that begins to tell why, or none.
    credits: for one voice, how many credits there are; otherwise 0.
    paragraph: number of its block.
    routine: whether it is told as a matter of course: a trade's views in an article on markets, a remark in passing,
        what a writer says in his own voice, what is thought of a thing that nobody is hurt by.
    """

    start: int
    end: int
    kind: str
    way: str | None
    head: str | None
    verb: str | None
    named: str | None
    quotes: bool
    reason: str | None
    credits: int
    paragraph: int
    routine: bool = False
