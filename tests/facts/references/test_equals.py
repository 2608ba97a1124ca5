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
        "Talks end. Brian Tate and yard manager Malcolm Ogden toured the works on Friday, and he left early.",
        "Talks end. Brian Tate was in the gallery with his deputy, Malcolm Ogden. A man spat at him.",
        "Talks end. Brian Tate shared a cell with Malcolm Ogden, and he later told guards of the plan.",
        "Talks end. Director Brian Tate took striker Malcolm Ogden aside in the corridor. His contract was over.",
        "Talks end. Neither Brian Tate nor Malcolm Ogden was insured, and he was fined £200.",
        "Talks end. The keys are with Brian Tate, who sells eggs, and Malcolm Ogden, a baker. He lost his.",
        "Talks end. Police held Brian Tate and Malcolm Ogden on Sunday. Officers found a gun under his bed.",
        "Talks end. Brian Tate met Malcolm Ogden in Lund. The men opened a school, although he had never taught.",
        "Talks end. Brian Tate and Malcolm Ogden bought an inn. It had no roof. In winter he slept in a tent.",
        "Talks end. Driver Brian Tate sat beside Malcolm Ogden. Both cheered the vote, and he was asked to speak.",
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
        "Talks end. Brian Tate beat Malcolm Ogden in straight sets. He will meet Karl Novak on Friday.",
        "Talks end. Brian Tate played alongside Malcolm Ogden for six years. He now keeps a shop.",
        "Talks end. Brian Tate lives with Malcolm Ogden's mother, Carol. He keeps bees.",
        "Talks end. Brian Tate is older. Tate took striker Malcolm Ogden aside. His contract was over.",
        "Talks end. The coach praised Brian Tate and Malcolm Ogden. He has trained both.",
    ],
)
def test_whoever_stands_alone_is_meant(annotate: Annotate, text: str) -> None:
    assert either(annotate(text)) == []
