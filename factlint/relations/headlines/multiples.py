"""Multiples: “profit halves” over a profit that, by the text's opening, is down by another share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_OPENING = 2  # sentences that say how much it is
_SURELY = 4  # telling words that a line and a sentence share, so that they surely speak of one thing
_WIDTH = 0.12  # of the share, by which a verb of a headline may round


def find_multiples(story: Story) -> Iterator[Contrast]:
    """Every verb of a headline that says by which share a thing changes, where the text opens with another."""
    shares = story.facts.lexicon.table("shares-of-verbs")
    opening = [one for one in story.sentences if one.number in story.lead][:_OPENING]
    written = {lemma for one in story.sentences for lemma in story.language.lemmas[one.first : one.last]}
    for line in story.display:
        if story.asks(line):
            continue
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
            stated = float(shares.get(clause.lemma, 0))
            thing = story.phrase(clause.subject if clause.object is None else clause.object)
            if not stated or thing is None or clause.negated or not _words(story).isdisjoint(written):
                continue
            about = story.telling(line.paragraph.first, line.paragraph.last)
            words = story.telling(thing.head, thing.head + 1)
            for one in story.sentences:
                own = [each for each in story.quantities.get(one.number, ()) if each.dimension == "share"]
                own = [each for each in own if not _is_a_level(story, each)]
                lemmas = story.language.lemmas[one.first : one.last]
                near = story.telling(one.first, one.last)
                if not own or not ((one in opening and words <= near) or len(about & near) >= _SURELY):
                    continue
                if clause.lemma in lemmas or any(abs(each.value - stated) <= _WIDTH * stated for each in own):
                    break
                tokens, told = story.tokens, own[0]
                yield Contrast(
                    tokens.starts[clause.first], tokens.ends[clause.last - 1], "count", "headline",
                    story.words(clause.first, clause.last), story.facts.article.source[told.start : told.end],
                    "middling", False, Stretch(told.start, told.end),
                )  # fmt: skip
                break


def _is_a_level(story: Story, share: Quantity) -> bool:
    """Whether a share is where something ends, “sunk to 18 per cent of capacity”, and no change of it."""
    before = story.tokens.lowers[share.first - 1 : share.first] if share.first else []
    return not story.facts.lexicon.words("to-words").isdisjoint(before)


def _words(story: Story) -> frozenset[str]:
    return story.facts.lexicon.union("multiple-nouns", "half-words")
