"""Retellings: sentences that tell once more what another has told, with small changes, as an update leaves them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.facts.model import Repetition, Stretch

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
#: Words of a sentence that can tell again what another has told.
SHORTEST = 6
_FEWEST_SHARED = 4  # different words that tell something
_LEAST_SHARE = 0.75  # of the words of the one that tells less
_LEAST_OF_OTHER = 0.55
_MOST_HOLDERS = 12  # sentences; a word of more of them is the article's subject and tells nothing of two
_FEWEST_RARE = 3  # shared words that no third sentence has
_TWO = 2  # sentences that alone have a word
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})  # of these the later sentence has none that the earlier has not


def find_retellings(facts: Facts, repeated: Collection[int]) -> list[Repetition]:
    """Sentences of the body that share nearly all that they tell with one in an earlier paragraph, in order.

    `repeated`: the starts of those that stand there word for word. Names, numbers and verbs are compared by dictionary
    form and in any order, so that “12 people died” and “the 12 who died” are one.
    """
    holders: dict[str, list[int]] = {}
    sentences = facts.sentences
    told: dict[int, dict[str, str]] = {}
    order: dict[int, list[str]] = {}
    for sentence in sentences:
        telling = _telling(facts, sentence)
        if telling:
            order[sentence.number] = [word for word, _ in telling]
            told[sentence.number] = dict(telling)
            for word in told[sentence.number]:
                holders.setdefault(word, []).append(sentence.number)
    found = []
    for number in _sharing(holders):
        words = told[number]
        shared: dict[int, int] = {}
        for word in words:
            if len(holders[word]) <= _MOST_HOLDERS:
                for other in holders[word]:
                    if other < number:
                        shared[other] = shared.get(other, 0) + 1
        for other, count in shared.items():
            later, earlier = sentences[number], sentences[other]
            if later.paragraph == earlier.paragraph or later.start in repeated:
                continue
            if not tell_the_same(count, len(words), len(told[other])):
                continue
            if any(tag in _NAMING for word, tag in words.items() if word not in told[other]):
                continue
            rare = sum(len(holders[word]) == _TWO for word in words.keys() & told[other].keys())
            if rare >= _FEWEST_RARE and not _pulled(order[other], order[number]):
                place = Stretch(earlier.start, earlier.end)
                share = count / min(len(words), len(told[other]))
                found.append(Repetition(later.start, later.end, "retelling", place, share, None, False, False))
                break
    return found


def _sharing(holders: Mapping[str, list[int]]) -> list[int]:
    """The sentences that share enough words with one before them that no third has, in order."""
    rare = Counter([tuple(places) for places in holders.values() if len(places) == _TWO])
    return sorted({later for (_, later), count in rare.items() if count >= _FEWEST_RARE})


def tell_the_same(shared: int, one: int, other: int) -> bool:
    """Whether two sentences share so many of the words that tell something, of which each has so many."""
    less, more = sorted((one, other))
    return shared >= _FEWEST_SHARED and shared >= _LEAST_SHARE * less and shared >= _LEAST_OF_OTHER * more


def _pulled(one: list[str], two: list[str]) -> bool:
    """Whether the shorter has the words of the longer in their order and no other, as what is pulled out of it does."""
    shorter, longer = sorted((one, two), key=len)
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _telling(facts: Facts, sentence: Sentence) -> list[tuple[str, str]]:
    """What a sentence tells, in order: dictionary forms with their tags; nothing of one that is short or quoted."""
    if sentence.kind != "paragraph" or sentence.words < SHORTEST:
        return []
    tokens, language = facts.tokens, facts.language
    places = [at for at in range(sentence.first, sentence.last) if language.tags[at] in _TELLING]
    if len(places) < _FEWEST_SHARED or any(facts.quoted[sentence.first : sentence.last]):
        return []
    return [(language.lemmas[at], language.tags[at]) for at in places if tokens.texts[at][0].isalnum()]
