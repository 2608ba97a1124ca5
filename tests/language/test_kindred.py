"""Nouns that may be told of one thing, by their senses and the wider ones."""

import pytest

from factlint.language.kindred import Kindred, kindred
from factlint.lint.compiled import product


@pytest.mark.parametrize("pair", [("capital_punishment", "death_penalty"), ("pupil", "pupil"), ("nobody", "nobody")])
def test_a_noun_is_kin_to_itself_and_to_what_has_a_sense_with_it(pair: tuple[str, str]) -> None:
    assert kindred(product().lexicon).are(*pair)


def test_a_narrower_noun_is_kin_to_the_wider_one_both_ways_and_two_narrower_ones_are_not() -> None:
    nouns = Kindred("climber 1|\nmountaineer 2|1\nrock_climber 3|1\n")
    pairs = [("climber", "mountaineer"), ("mountaineer", "climber"), ("mountaineer", "rock_climber")]
    assert [nouns.are(*pair) for pair in pairs] == [True, True, False]
