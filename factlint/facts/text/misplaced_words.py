"""Misplaced words: a word where, by what is beside it, only one of nearly the same letters can stand: forth place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import heard_sentence, lapse
from factlint.lexicon import Bundle
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.lexicon import Lexicon

_SLOTS = "confused-slots"
_HERE, _PUT_FOR = "_", " > "
_EITHER, _NOT, _MAYBE, _FORM, _CLASS, _LIST = "|", "!", "?", "~", ":", "<"
_EDGES = frozenset("^$")
_TAGS = frozenset(
    {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "VERB"}
)


class Part(NamedTuple):
    """What may stand at one place of a pattern: a part of speech, a word, a form or a class of verb, an edge."""

    tags: frozenset[str]
    words: frozenset[str]
    forms: frozenset[str]
    classes: frozenset[str]
    denied: bool


class Slot(NamedTuple):
    """The parts before a word, the nearest first, and those behind it, and what is meant where all are there.

    What is written may be of two tokens: who's. `size` is how many.
    """

    before: tuple[Part, ...]
    behind: tuple[Part, ...]
    meant: str
    size: int


class _Lists(Bundle):
    """The slots of each word."""

    words: frozenset[str]
    slots: Mapping[str, tuple[Slot, ...]]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    slots: dict[str, list[Slot]] = {}
    for pair, patterns in (lexicon.values(_SLOTS) if _SLOTS in lexicon else {}).items():
        written, meant = pair.split(_PUT_FOR)
        first, *rest = written.split()
        for pattern in patterns:
            slots.setdefault(first, []).extend(slots_of(pattern, meant, lexicon, rest))
    return _Lists(frozenset(slots), {word: tuple(found) for word, found in slots.items()})


def slots_of(pattern: str, meant: str, lexicon: Lexicon, rest: Sequence[str] = ()) -> Iterator[Slot]:
    """A pattern as slots, one for each choice of the parts that may be absent; raises ValueError without a “_”.

    `rest` are the tokens behind the first of what is written.
    """
    rows: list[list[str]] = [[]]
    for part in pattern.split():
        with_it = [[*row, part.removesuffix(_MAYBE)] for row in rows]
        rows = [*rows, *with_it] if part.endswith(_MAYBE) and part != _MAYBE else with_it
    for row in rows:
        here = row.index(_HERE)
        before = tuple(_part(part, lexicon) for part in reversed(row[:here]))
        behind = tuple(_part(part, lexicon) for part in (*rest, *row[here + 1 :]))
        yield Slot(before, behind, meant, 1 + len(rest))


def _part(text: str, lexicon: Lexicon) -> Part:
    words: set[str] = set()
    tags, forms, classes = set(), set(), set()
    for choice in text.removeprefix(_NOT).split(_EITHER):
        if choice in _TAGS:
            tags.add(choice)
        elif choice[0] == _FORM:
            forms.add(choice[1:])
        elif choice[0] == _CLASS:
            classes.add(choice[1:])
        elif choice[0] == _LIST:
            words |= lexicon.words(choice[1:-1])
        else:
            words.add(choice)
    return Part(frozenset(tags), frozenset(words), frozenset(forms), frozenset(classes), text[0] == _NOT)


def find_misplaced_words(facts: Facts) -> Iterator[Lapse]:
    """Every such word outside what others wrote, in order; the lapse says what is meant."""
    lists = _lists(facts.lexicon)
    lowers, texts = facts.tokens.lowers, facts.tokens.texts
    for at in facts.tokens.positions(lists.words):
        if texts[at] != lowers[at] and at not in facts.sentence_firsts:
            continue
        sentence = None
        for slot in lists.slots[lowers[at]]:
            if not _near(facts, at, slot):
                continue
            sentence = sentence or heard_sentence(facts, at)
            if sentence is not None and _stands(facts, at, slot, sentence):
                written = facts.tokens.text[facts.tokens.starts[at] : facts.tokens.ends[at + slot.size - 1]]
                yield lapse(facts, at, at + slot.size, "confused", (written, slot.meant))
                break


def _near(facts: Facts, at: int, slot: Slot) -> bool:
    """Whether the nearest parts are there, which most are not."""
    last = len(facts.tokens) - 1
    if slot.before and at and not _fits(facts, at - 1, slot.before[0]) and not slot.before[0].words & _EDGES:
        return False
    return not slot.behind or at == last or _fits(facts, at + 1, slot.behind[0]) or bool(slot.behind[0].words & _EDGES)


def _stands(facts: Facts, at: int, slot: Slot, sentence: Sentence) -> bool:
    """Whether all parts are there, within the sentence and with no hyphen at the word."""
    tokens = facts.tokens
    start, end = tokens.starts[at], tokens.ends[at]
    if tokens.text[start - 1 : start] in ("-", "‑") or tokens.text[end : end + 1] in ("-", "‑"):
        return False
    return _row(facts, at, -1, slot.before, sentence) and _row(facts, at, 1, slot.behind, sentence)


def _row(facts: Facts, at: int, way: int, parts: Sequence[Part], sentence: Sentence) -> bool:
    """Whether the parts stand one after the other from a word on, backwards or forwards, within the sentence."""
    for step, part in enumerate(parts, 1):
        place = at + way * step
        if not sentence.first <= place < sentence.last:
            return step == len(parts) and not part.words.isdisjoint(_EDGES)
        if not _fits(facts, place, part):
            return False
    return True


def _fits(facts: Facts, at: int, part: Part) -> bool:
    language, lower = facts.language, facts.tokens.lowers[at]
    acts = bool(part.classes) and language.tags[at] == "VERB"  # “the pitch passed its inspection”: no verb of motion
    found = (
        lower in part.words
        or language.tags[at] in part.tags
        or bool(part.forms and not part.forms.isdisjoint(language.words.verb_forms(lower)))
        or (acts and not part.classes.isdisjoint(language.words.verb_classes(language.lemmas[at])))
    )
    return found != part.denied
