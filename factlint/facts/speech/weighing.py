"""Weighing: the answers of the plain rules against all others who may have said a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution
from factlint.facts.speech.candidates import best, candidates
from factlint.facts.speech.clues import overlap
from factlint.facts.speech.cues import is_verb
from factlint.facts.speech.gallery import Gallery

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.speech.attribution import Work
    from factlint.facts.speech.cues import Verbs
    from factlint.facts.speech.speakers import Phrase

_FROM_NEIGHBOURS = frozenset({"paragraph", "carried"})
# Without an answer of the rules, only somebody who speaks in the sentence is credited with a whole utterance.
_SPEAKS = frozenset({"left saying 0", "right saying 0", "left opening to sign :"})
_OUTRIGHT = frozenset({"dash", "transcript"})


def weigh(facts: Facts, works: list[Work], given: list[Attribution | None], verbs: Verbs) -> list[Attribution | None]:
    """The credit of every quotation after all candidates were weighed; None where its neighbours have to tell.

    A conditional logit over the candidates; its weights are fitted by scripts/fit_speakers.py.
    """
    gallery = Gallery(facts, works, given, verbs)
    weights = {direct: facts.lexicon.table(f"speaker-weights-{kind}") for direct, kind in _KINDS}
    found: list[Attribution | None] = []
    for work, credit in zip(works, given, strict=True):
        if credit is not None and credit.way in _OUTRIGHT:
            found.append(credit)
            continue
        rows = candidates(gallery, work, credit)
        chosen = best(rows, weights[work.direct])
        if chosen is None or (work.direct and credit is None and not _SPEAKS.intersection(chosen.features)):
            found.append(None)
        elif credit is not None and overlap(credit.subject, chosen.phrase):
            found.append(None if credit.way in _FROM_NEIGHBOURS else credit)
        else:
            cue = _cue_beside(facts, chosen.phrase, verbs)
            if cue is None and credit is not None and credit.way == "sentence" and work.direct:
                cue = credit.cue  # “a spokesman for the firm, Ann Roe, said”
            found.append(Attribution(chosen.phrase, cue, "sentence"))
    return found


_KINDS = ((True, "direct"), (False, "partial"))


def _cue_beside(facts: Facts, phrase: Phrase, verbs: Verbs) -> tuple[int, int] | None:
    """The verb of saying beside a subject, as a token range."""
    tokens = facts.tokens
    after = phrase.last
    while after < len(tokens) and (tokens.lowers[after] in verbs.adverbs or tokens.lowers[after] in verbs.auxiliaries):
        after += 1
    if after < len(tokens) and is_verb(tokens, after, verbs, True):
        return after, after + 1
    before = phrase.first - 1
    if before >= 0 and is_verb(tokens, before, verbs, True):
        return before, before + 1
    return None
