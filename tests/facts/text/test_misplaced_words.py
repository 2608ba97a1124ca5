"""Misplaced words: the patterns of confused-slots, read as their head describes them."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.text.misplaced_words import slots_of
from factlint.lint.compiled import product

Annotate = Callable[[str], Facts]
LEXICON = product().lexicon
SLOTS = LEXICON.values("confused-slots")


def found(facts: Facts) -> list[tuple[str, str]]:
    return [(lapse.first, lapse.second) for lapse in facts.lapses if lapse.sort == "confused"]


@pytest.mark.parametrize("pair", sorted(SLOTS))
def test_every_pattern_can_be_read_and_none_is_of_the_word_alone(pair: str) -> None:
    written, meant = pair.split(" > ")
    assert written != meant
    for pattern in SLOTS[pair]:
        parts = pattern.split()
        assert parts.count("_") == 1, pattern
        assert len(parts) > 1 or "'" in written or written == "sored", pattern
        for slot in slots_of(pattern, meant, LEXICON):
            assert all(part.words or part.tags or part.forms or part.classes for part in (*slot.before, *slot.behind))


def test_a_part_with_a_question_mark_may_be_absent() -> None:
    slots = list(slots_of("the ADJ? _ of", "whole", LEXICON))
    assert sorted(len(slot.before) for slot in slots) == [1, 2]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The crew is afraid of loosing its boat.", ("loosing", "losing")),
        ("She was appointed principle of the college in 2019.", ("principle", "principal")),
        ("The storm was worse then forecasters had expected.", ("then", "than")),
        ("The couple where married in the town hall.", ("where", "were")),
        ("Villagers fought for there land for ten years.", ("there", "their")),
        ("The owner, who's dog bit the boy, has been fined.", ("who's", "whose")),
        ("The car was stationery at the lights on Friday.", ("stationery", "stationary")),
        ("Lightening struck the spire twice, Ann Roe, the vicar, said.", ("Lightening", "lightning")),
    ],
)
def test_a_word_is_told_from_another_by_what_is_beside_it(annotate: Annotate, text: str, pair: tuple[str, str]) -> None:
    assert pair in [(first, second) for first, second in found(annotate(text))] or pair in [
        (first.split()[-1], second) for first, second in found(annotate(text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The loose ends were tied up by the court on Friday.",
        "He is a man of principle, and the principal of the college knew it.",
        "The storm was bad then, forecasters said, and it grew worse.",
        "The hall where married couples dance has a new floor.",
        "They fought there for ten years, and who's to say why?",
        "The shop sells stationery, and the bus stood stationary.",
        "“Lightening my load was her idea,” Ann Roe said.",
        "“We was loosing the war,” he wrote to his aunt.",
    ],
)
def test_a_word_in_its_own_place_passes(annotate: Annotate, text: str) -> None:
    assert found(annotate(text)) == []
