"""Sound-alikes: a word that its place does not allow, and one of the same sound that it does."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def found(facts: Facts) -> list[tuple[str, str]]:
    return [(lapse.first, lapse.second) for lapse in facts.lapses if lapse.sort == "confused"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The porter has scene the film twice since May.", ("scene", "seen")),
        ("The guide has lead visitors through the caves since 1990.", ("lead", "led")),
        ("He through the rope to a man on the quay.", ("through", "threw")),
        ("The lawyer did not advice him to sell the farm.", ("advice", "advise")),
        ("The nurses want to sea the minister before Friday.", ("sea", "see")),
        ("The board took the advise of a lawyer in Leeds.", ("advise", "advice")),
    ],
)
def test_what_is_meant_is_of_the_class_that_the_place_asks_for(
    annotate: Annotate, text: str, pair: tuple[str, str]
) -> None:
    assert pair in found(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The play has scene after scene of rain.",
        "The house has lead pipes, and the band has lead singers in plenty.",
        "Curiel, who through his office declined to speak, was born in Leeds.",
        "They took a breath, went to sea and paid a fine.",
        "Should sea levels rise, the town will drown.",
        "He wrote, on the advice of a friend, that he could lead the choir.",
    ],
)
def test_a_word_that_its_place_allows_passes(annotate: Annotate, text: str) -> None:
    assert found(annotate(text)) == []
