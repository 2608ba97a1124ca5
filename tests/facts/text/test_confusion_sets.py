"""Confusion sets: a word put for one much like it, told by what stands around; a model is read as its file has it."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.text.confusion_sets import features_of, pair_of, sign_reader

Annotate = Callable[[str], Facts]


def found(facts: Facts) -> list[tuple[str, str]]:
    return [(lapse.first, lapse.second) for lapse in facts.lapses if lapse.sort == "confused"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The mayors met on Monday to discuss there plans for the bridge.", ("there", "their")),
        ("She moved form Leeds to Hull in 1990.", ("form", "from")),
        ("The bridge will by closed to traffic until the end of May.", ("by", "be")),
        ("The orchestra as been on tour since May.", ("as", "has")),
        ("He said the bridge had be closed since March for repairs.", ("be", "been")),
        ("The plan is to expensive, the mayor said.", ("to", "too")),
    ],
)
def test_what_stands_around_a_word_tells_which_is_meant(annotate: Annotate, text: str, pair: tuple[str, str]) -> None:
    assert pair in found(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "There aides to two mayors drew up a list of roads to mend.",
        "The form that the ferry sent to the mainland was lost.",
        "The bridge will be closed, and by May it will be open.",
        "The orchestra, as before, has cancelled its tour of the islands.",
        "“She improved the recipe and he never forgave her,” said Ann Roe, her niece.",
        "Sprinklers are already banned, and a samba band played.",
        # A thing by thing, a verb behind its modal, and a place that only the sentence's edge speaks against.
        "She has gone through the log hour by hour, she said.",
        "Everybody will know one of those families, she said.",
        "On the table was a library book, two days from due.",
        "Win six straight and the other side is out.",
    ],
)
def test_a_word_in_its_own_place_passes(annotate: Annotate, text: str) -> None:
    assert found(annotate(text)) == []


def test_a_pair_is_read_from_its_lines() -> None:
    pair = pair_of("it_'s|its -12 340 -\nc=N 150\nh=N|of -20")
    assert pair.forms == ("it_'s", "its")
    assert (pair.bias, pair.limits) == (-0.12, (3.4, None))
    assert pair.weights == {"c=N": 1.5, "h=N|of": -0.2}


def test_neighbours_are_function_words_numbers_names_or_classes(annotate: Annotate) -> None:
    facts = annotate("On Monday the 12 boats left their berths.")
    lowers = facts.tokens.lowers
    at = lowers.index("their")
    features = features_of(lowers, sign_reader(facts), at, at + 1, 0, len(lowers))
    assert {"Aleft", "Cberths", "d.", "e$"} <= set(features)
    sign = sign_reader(facts)
    assert [sign(place, 0, len(lowers)) for place in (-1, 1, 2, 3, len(lowers))] == ["^", "Cap", "the", "9", "$"]
