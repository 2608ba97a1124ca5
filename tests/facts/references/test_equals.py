"""Two who stand side by side before a “he” or “she”, so that either may be meant."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def either(facts: Facts) -> list[str]:
    """The names that one pronoun may stand for alike."""
    return [facts.text(place) for found in facts.references if found.kind == "between" for place in found.two]


@pytest.mark.parametrize(
    "text",
    [
        "Talks end. Brian Tate and the treasurer, Malcolm Ogden, met on Sunday. He walked out.",
        "Talks end. Brian Tate resigned, as has his deputy, Malcolm Ogden. The club sent him flowers.",
        "Talks end. Brian Tate moved to Lund. So did his partner, Malcolm Ogden. He has sold his shares.",
        "Talks end. Brian Tate threw a rope while Malcolm Ogden held the boat. He was treated for cuts.",
        "Talks end. Brian Tate argued with the treasurer, Malcolm Ogden, about the mower. He left early.",
        "Talks end. After Brian Tate and Malcolm Ogden had been parted, he drove off in a van.",
    ],
)
def test_a_pronoun_behind_two_equals_may_mean_either(annotate: Annotate, text: str) -> None:
    assert either(annotate(text)) == ["Brian Tate", "Malcolm Ogden"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks end. Brian Tate and the treasurer, Carol Ogden, met on Sunday. He walked out.",
        "Talks end. Brian Tate and the treasurer, Malcolm Ogden, met on Sunday. They walked out.",
        "Talks end. Influenced by Brian Tate and Malcolm Ogden, he began to write.",
        "Talks end. Like Brian Tate, Malcolm Ogden is a farmer. Tate is older. He keeps bees.",
        "Talks end. The coach praised Brian Tate and Malcolm Ogden. He has trained both.",
    ],
)
def test_whoever_stands_alone_is_meant(annotate: Annotate, text: str) -> None:
    assert either(annotate(text)) == []
