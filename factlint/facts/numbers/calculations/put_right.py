"""Put right: a wrong share that was said and that the article corrects, “said it was 33%. It is one of 50%”."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Calculation
from factlint.facts.numbers.calculations.rounding import in_percent, percent_slack

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_SOON = 2  # sentences behind a wrong share in which the right one is told
_CLOSE = 1.0  # points that what is told may be off by
_SAYING = "saying"
_KINDS = frozenset(("change", "share"))


def is_put_right(facts: Facts, one: Calculation) -> bool:
    """Whether the right share is told behind a wrong one that was said, in its sentence or one of the next two."""
    if one.agrees or one.kind not in _KINDS or not one.computed_text.endswith("%") or not is_said(facts, one.start):
        return False
    right = float(one.computed_text[:-1].replace(",", ""))
    sentence = facts.sentence_at(one.start).number + _SOON
    last = facts.sentences[min(sentence, len(facts.sentences) - 1)].end
    for at in range(bisect_left(facts.figures, one.end, key=lambda figure: figure.start), len(facts.figures)):
        figure = facts.figures[at]
        if figure.start >= last:
            return False
        told = figure.unit == "percent" or figure.form in ("fraction", "ratio")
        if told and abs(in_percent(figure) - right) <= min(_CLOSE, percent_slack(figure)):
            return True
    return False


def is_said(facts: Facts, start: int) -> bool:
    """Whether a verb of saying stands before a code point in its sentence: “wrote in its leaflet that rents …”."""
    sentence = facts.sentence_at(start)
    language = facts.language
    before = range(sentence.first, bisect_left(facts.tokens.starts, start))
    verbs = (language.lemmas[at] for at in before if language.tags[at] == "VERB")
    return any(_SAYING in language.words.verb_classes(verb) for verb in verbs)
