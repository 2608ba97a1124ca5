"""Sounds: “a” or “an” by how the next word is heard, not by how it is spelt."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    "words",
    [
        "a unanimous jury",
        "a uniform",
        "an unannounced visit",
        "an uninvited guest",
        "a unionised bakery",
        "an usher",
        "a eulogy",
    ],
)
def test_the_article_goes_with_the_sound(annotate: Annotate, words: str) -> None:
    assert not [lapse for lapse in annotate(f"The town had {words} on Monday.").lapses if lapse.sort == "sound"]


@pytest.mark.parametrize(
    "words", ["an unanimous jury", "an uniform", "a unannounced visit", "a uninvited guest", "a usher"]
)
def test_the_other_one_does_not(annotate: Annotate, words: str) -> None:
    assert [lapse for lapse in annotate(f"The town had {words} on Monday.").lapses if lapse.sort == "sound"]
