"""Sourcing: everything that the article lays to somebody, or hides the origin of, from several ways of saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.sourcing.accusing_nouns import find_accusing_nouns
from factlint.facts.sourcing.charges import find_charges
from factlint.facts.sourcing.contested import find_contested
from factlint.facts.sourcing.faults import find_faults
from factlint.facts.sourcing.hidden_sources import find_hidden, find_rumours
from factlint.facts.sourcing.hints import find_hints
from factlint.facts.sourcing.misdeeds import find_misdeeds
from factlint.facts.sourcing.motives import find_motives
from factlint.facts.sourcing.named_sources import Answers
from factlint.facts.sourcing.nameless_groups import find_groups, find_papers
from factlint.facts.sourcing.nameless_one import find_grave_ones, find_withheld
from factlint.facts.sourcing.nameless_posts import find_posts
from factlint.facts.sourcing.nameless_voices import find_unnamed, find_voices
from factlint.facts.sourcing.records import find_records
from factlint.facts.sourcing.secondhand import find_anonymity, find_hearsay
from factlint.facts.sourcing.source_phrases import find_phrases
from factlint.facts.sourcing.superlatives import find_superlatives
from factlint.facts.sourcing.support import Support
from factlint.facts.sourcing.verdicts import find_verdicts
from factlint.facts.sourcing.voices import find_one_voice

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Claim


_GROUP = "group"


def find_claims(facts: Facts) -> tuple[Claim, ...]:
    """All claims in order of place; of two that overlap the one found first stands, told from the plainest way down."""
    answers = Answers(facts)
    found: list[Claim] = []
    for find in (find_posts, find_hearsay):
        found += find(facts, answers)
    told = find_phrases(facts, answers)
    # Residents who hold something grave weigh more than residents who say something.
    found += [claim for claim in told if claim.kind != _GROUP]
    found += find_groups(facts, answers)
    found += [claim for claim in told if claim.kind == _GROUP]
    for find in (find_hidden, find_rumours, find_voices, find_hints, find_papers, find_accusing_nouns):
        found += find(facts, answers)
    hidden = [*find_anonymity(facts), *find_withheld(facts, answers)]
    alone = [*hidden, *find_unnamed(facts, answers), *find_grave_ones(facts, answers)]
    support = Support(facts, answers, [claim.paragraph for claim in hidden if claim.reason is not None])
    return tuple(
        sorted(
            (
                *map(support.of, _apart(found)),
                *_apart([*find_records(facts, answers), *find_superlatives(facts, answers)]),
                *find_one_voice(facts),
                *map(support.of, _apart(alone)),
                *find_verdicts(facts, answers),
                *_apart(
                    [
                        *find_charges(facts, answers),
                        *find_faults(facts, answers),
                        *find_misdeeds(facts, answers),
                        *find_motives(facts, answers),
                    ]
                ),
                *find_contested(facts, answers),
            ),
            key=lambda claim: (claim.start, claim.end, claim.kind),
        )
    )


def _apart(claims: list[Claim]) -> list[Claim]:
    """The claims without those that overlap one found by an earlier step."""
    order = sorted(range(len(claims)), key=lambda at: (claims[at].start, at))
    kept: list[int] = []
    for at in order:
        if kept and claims[kept[-1]].end > claims[at].start:
            if at < kept[-1]:
                kept[-1] = at
            continue
        kept.append(at)
    return [claims[at] for at in kept]
