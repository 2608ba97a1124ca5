"""Moving: what was made of a sentence, put where the sentence stands now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factlint.language.attachment import NOMINAL, VERBAL
from factlint.language.clauses import Draft
from factlint.language.constituents import Constituent, Group
from factlint.language.model import Clause, Phrase
from factlint.language.phrases import Chunk
from factlint.record import NamedTuple
from factlint.tokens import Tokens

if TYPE_CHECKING:
    from factlint.language import Parsed

# The codes of what points at a phrase or a verb group of its sentence; all others point at a token.
_NUMBERED = NOMINAL | VERBAL | {"Y"}


class Share(NamedTuple):
    """One sentence's share in the phrases and clauses of an article.

    number: the sentence's number.
    first: its first token.
    base: how many phrases the article had before it.
    clause_base: how many clauses the article had before it.
    phrases: its own.
    clauses: its own.
    """

    number: int
    first: int
    base: int
    clause_base: int
    phrases: list[Phrase]
    clauses: list[Clause]


def moved(parsed: Parsed, by: int) -> Parsed:
    """A sentence's constituents when so many tokens more stand before it."""

    def moved_group(group: Group) -> Group:
        return Group(group.first + by, group.last + by, group.verb + by, group.kind, group.passive)

    return parsed._replace(
        chunks=[Chunk(c.first + by, c.last + by, c.head + by, c.determiner, c.pronoun, c.owned) for c in parsed.chunks],
        groups=[moved_group(group) for group in parsed.groups],
        row=[part if part.code in _NUMBERED else Constituent(part.code, part.place + by) for part in parsed.row],
        drafts=[
            Draft(
                at=draft.at,
                group=moved_group(draft.group),
                subject=draft.subject,
                shared=draft.shared,
                object=draft.object,
                attribute=draft.attribute,
                predicate=None if draft.predicate is None else draft.predicate + by,
                obliques=tuple([(token + by, place) for token, place in draft.obliques]),
                particle=None if draft.particle is None else draft.particle + by,
                within=draft.within,
                kind=draft.kind,
            )
            for draft in parsed.drafts
        ],
    )


def _stands(share: Share, tokens: Tokens, in_quotation: Callable[[int], bool]) -> bool:
    """Whether all of a share stands where it stood, and in the same quotations."""
    starts, ends = tokens.starts, tokens.ends
    return all(
        starts[phrase.first] == phrase.start and ends[phrase.last - 1] == phrase.end for phrase in share.phrases
    ) and all(
        starts[clause.first] == clause.start
        and ends[clause.last - 1] == clause.end
        and in_quotation(starts[clause.verb]) == clause.in_quote
        for clause in share.clauses
    )


def moved_share(share: Share, to: Share, tokens: Tokens, in_quotation: Callable[[int], bool]) -> Share:
    """A sentence's phrases and clauses at the place that `to` tells, whose own phrases and clauses are not read."""
    number, by = to.number, to.first - share.first
    base, clause_base = to.base - share.base, to.clause_base - share.clause_base
    starts, ends = tokens.starts, tokens.ends
    if share[:4] == to[:4]:
        if _stands(share, tokens, in_quotation):
            return share
        # A letter was typed before it: its tokens are numbered as they were.
        return to._replace(
            phrases=[Phrase._make((starts[p.first], ends[p.last - 1], *p[2:])) for p in share.phrases],
            clauses=[
                Clause._make((starts[c.first], ends[c.last - 1], *c[2:-1], in_quotation(starts[c.verb])))
                for c in share.clauses
            ],
        )
    phrases = [
        Phrase(
            starts[phrase.first + by],
            ends[phrase.last + by - 1],
            phrase.first + by,
            phrase.last + by,
            phrase.head + by,
            phrase.lemma,
            phrase.proper,
            phrase.plural,
            phrase.determiner,
            phrase.number,
            tuple([at + by for at in phrase.modifiers]),
            None if phrase.owner is None else phrase.owner + base,
            phrase.pronoun,
            None if phrase.apposition_of is None else phrase.apposition_of + base,
            None if phrase.of is None else phrase.of + base,
            None if phrase.preposition is None else phrase.preposition + by,
            tuple([at + base for at in phrase.conjoined]),
            phrase.classes,
            number,
            phrase.role,
            None if phrase.clause is None else phrase.clause + clause_base,
        )
        for phrase in share.phrases
    ]
    clauses = [
        Clause(
            starts[clause.first + by],
            ends[clause.last + by - 1],
            clause.first + by,
            clause.last + by,
            clause.verb + by,
            clause.lemma,
            clause.classes,
            clause.tense,
            clause.voice,
            clause.negated,
            clause.standing,
            clause.kind,
            None if clause.subject is None else clause.subject + base,
            clause.shared,
            None if clause.object is None else clause.object + base,
            None if clause.attribute is None else clause.attribute + base,
            None if clause.predicate is None else clause.predicate + by,
            tuple([(token + by, place + base) for token, place in clause.obliques]),
            None if clause.particle is None else clause.particle + by,
            None if clause.within is None else clause.within + clause_base,
            number,
            in_quotation(starts[clause.verb + by]),
        )
        for clause in share.clauses
    ]
    return to._replace(phrases=phrases, clauses=clauses)
