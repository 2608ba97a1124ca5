"""Rewordings: two sentences side by side that tell the same in other words, both versions of a change."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Repetition, Stretch
from factlint.facts.text.retellings import SHORTEST, tell_the_same

if TYPE_CHECKING:
    from collections.abc import Collection

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_EXCHANGED = frozenset({"VERB"})


def find_rewordings(facts: Facts, repeated: Collection[int]) -> list[Repetition]:
    """Sentences that tell what the sentence before them has told, where only verbs differ or one has words to spare.

    `repeated`: the starts of those that are repetitions already. Two that differ in a name, a noun or a number on both
    sides are a comparison, and two that tell the very same are a sentence and its pull quote.
    """
    found = []
    own: dict[int, dict[str, str]] = {}
    for one, two in pairwise(facts.sentences):
        if two.start in repeated or two.number - one.number != 1 or two.paragraph - one.paragraph > 1:
            continue
        first = own.pop(one.number, None)
        if first is None:
            first = _telling(facts, one)
        second = own[two.number] = _telling(facts, two)
        if first and second and first.keys() != second.keys() and _same(first, second):
            share = len(first.keys() & second.keys()) / min(len(first), len(second))
            earlier = Stretch(one.start, one.end)
            found.append(Repetition(two.start, two.end, "retelling", earlier, share, None, False, False))
    return found


def _same(first: dict[str, str], second: dict[str, str]) -> bool:
    if not tell_the_same(len(first.keys() & second.keys()), len(first), len(second)):
        return False
    left = [
        {tag for word, tag in one.items() if word not in other} for one, other in ((first, second), (second, first))
    ]
    return any(tags <= _EXCHANGED for tags in left) and not all("NUM" in tags for tags in left)


def _telling(facts: Facts, sentence: Sentence) -> dict[str, str]:
    """The dictionary forms that tell something, with their tags; none of a sentence that is short or partly quoted."""
    if sentence.kind != "paragraph" or sentence.words < SHORTEST or any(facts.quoted[sentence.first : sentence.last]):
        return {}
    if not facts.tokens.texts[sentence.last - 1].startswith("."):
        return {}
    tags, lemmas = facts.language.tags, facts.language.lemmas
    return {lemmas[at]: tags[at] for at in range(sentence.first, sentence.last) if tags[at] in _TELLING}
