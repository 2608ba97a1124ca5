"""Lapses: places at which the grammar of a sentence does not hold, as a change made by half leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.facts.text.agreement import find_disagreements
from factlint.facts.text.apostrophes import find_apostrophes
from factlint.facts.text.breaks import find_breaks
from factlint.facts.text.confusion_sets import find_confused_sets
from factlint.facts.text.confusions import find_confusions
from factlint.facts.text.counted_words import find_miscounted_amounts
from factlint.facts.text.far_agreement import find_far_disagreements
from factlint.facts.text.half_changes import find_half_changes
from factlint.facts.text.lost_articles import find_lost_articles
from factlint.facts.text.lost_letters import find_lost_letters
from factlint.facts.text.lost_subjects import find_lost_subjects
from factlint.facts.text.lost_verbs import find_lost_verbs
from factlint.facts.text.lost_words import find_lost_words
from factlint.facts.text.misplaced_words import find_misplaced_words
from factlint.facts.text.misspellings import find_misspellings
from factlint.facts.text.sound_alikes import find_sound_alikes
from factlint.facts.text.sounds import find_wrong_articles
from factlint.facts.text.unlicensed_verbs import find_unlicensed_verbs
from factlint.facts.text.unmet_pairs import find_unmet
from factlint.facts.text.verb_forms import find_wrong_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse

_FINDERS: tuple[Callable[[Facts], Iterable[Lapse]], ...] = (
    find_wrong_forms,
    find_lost_words,
    find_unlicensed_verbs,
    find_half_changes,
    find_lost_letters,
    find_lost_articles,
    find_lost_verbs,
    find_lost_subjects,
    find_disagreements,
    find_far_disagreements,
    find_breaks,
    find_misspellings,
    find_wrong_articles,
    find_apostrophes,
    find_confusions,
    find_miscounted_amounts,
    find_confused_sets,
    find_misplaced_words,
    find_sound_alikes,
    find_unmet,
)


#: What says which word is meant tells more than that one is missing, and that two do not go together tells least.
_TELLING, _LEAST = "confused", "unmet"


def find_lapses(facts: Facts) -> tuple[Lapse, ...]:
    """Every such place of the article's own prose, quotations left out, in order.

    Of those that overlap it is the one that says which word is meant, or the first.
    """
    found = sorted(
        (lapse for find in _FINDERS for lapse in find(facts)),
        key=lambda lapse: (lapse.start, -lapse.end),
    )
    told = [lapse for lapse in found if lapse.sort == _TELLING]
    rest = [lapse for lapse in found if lapse.sort not in (_TELLING, _LEAST)]
    above: tuple[list[Any], list[Any]] = (told, [*told, *rest, *facts.slips])
    kept: list[Lapse] = []
    for lapse in found:
        others = [] if lapse.sort == _TELLING else above[lapse.sort == _LEAST]
        if any(other.start < lapse.end and lapse.start < other.end for other in others):
            continue
        if not kept or lapse.start >= kept[-1].end:
            kept.append(lapse)
    return tuple(kept)
