"""Stages: whether what a time dates is a beginning, an end or what goes before: “opened on 3 May”, “until 1999”."""

from __future__ import annotations

from factlint.facts.model import Clock, Moment
from factlint.lexicon import Lexicon, derived
from factlint.relations.time.frame import Frame

_BOUNDS = {"until": "end", "by": "end", "since": "begin"}
_NEAR = 8  # tokens from a time to the word for what happens


def stage_of(frame: Frame, time: Moment | Clock) -> str:
    """begin, end, prelude, birth or death by the word nearest to a time in its sentence; else nothing."""
    if isinstance(time, Moment) and time.bound in _BOUNDS:
        return _BOUNDS[time.bound]
    number = frame.facts.language.clause_of(time.first)
    told = "" if number is None else stage_at(frame, frame.facts.language.clauses[number].verb)
    if told:
        return told
    word = word_of(frame, time)
    return "" if word is None else stage_at(frame, word)


def word_of(frame: Frame, time: Moment | Clock) -> int | None:
    """The token nearest to a time, no other time between, that tells of a beginning or an end."""
    sentence = frame.facts.sentences[frame.sentence(time.start)]
    times = (*frame.moments.get(sentence.number, ()), *frame.clocks.get(sentence.number, ()))
    floor = max([sentence.first, *(other.last for other in times if other.last <= time.first)])
    roof = min([sentence.last, *(other.first for other in times if other.first >= time.last)])
    before = range(time.first - 1, max(floor, time.first - _NEAR) - 1, -1)
    after = range(time.last, min(roof, time.last + _NEAR))
    return next((at for at in (*before, *after) if stage_at(frame, at)), None)


def stage_at(frame: Frame, token: int) -> str:
    """begin, end, prelude, birth or death where a word tells of it, as it stands or by its verb; else nothing."""
    forms, lemmas = _stages(frame.facts.lexicon)
    word = frame.lowers[token]
    if word in forms:
        return forms[word]
    language = frame.facts.language
    return lemmas.get(language.lemmas[token], "") if language.tags[token] == "VERB" else ""


@derived
def _stages(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """The stage of each form, and of each verb by its dictionary form."""
    from factlint.language.words import Words

    words = Words(lexicon)
    forms = {**lexicon.table("event-words"), **lexicon.table("stage-words")}
    return forms, {words.lemma(form, "VERB"): stage for form, stage in reversed(forms.items())}
