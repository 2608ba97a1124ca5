"""Confusions: what is listed as wrong is wrong wherever it stands, and each of it means something else."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product

Annotate = Callable[[str], Facts]
LISTED = product().lexicon.table("confused-phrases")


def test_no_phrase_is_put_for_itself() -> None:
    assert [wrong for wrong, right in LISTED.items() if wrong == right] == []


@pytest.mark.parametrize("wrong", sorted(LISTED))
def test_every_listed_phrase_is_found(annotate: Annotate, wrong: str) -> None:
    found = [lapse.first for lapse in annotate(f"On Monday, {wrong} of the hall.").lapses if lapse.sort == "confused"]
    assert wrong in found


@pytest.mark.parametrize(
    "sound",
    [
        "A lone shark kept swimmers out of the water on Wednesday.",
        "She waved her right arm until all forty bathers were ashore.",
        "The economy as a whole in the second quarter grew by half.",
        "Half the families there own a boat.",
        "He made weight for the bout by six in the morning.",
        "Visitors were open to advice but not to orders.",
        "Divers found hoards of Roman coins beside the old road.",
        "The queen's reign in Denmark lasted for 52 years.",
        "She took a breath in the cold air of the yard.",
        "Thieves steal works by Monet every other year.",
        "The ship has a right of passage through the strait.",
        "He threw the window open and called the watchman.",
        "The firm is teaming with a rival on the new engine.",
        "She won two medals in the throws at the county games.",
        "He needed a birdie on the hole to stay in the lead.",
        "The bill will get passed before the summer, the whip thinks.",
    ],
)
def test_what_is_right_in_plain_english_is_let_pass(annotate: Annotate, sound: str) -> None:
    assert [lapse.sort for lapse in annotate(sound).lapses if lapse.sort == "confused"] == []


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("His sister holds the reigns of power in the island.", "the reins of power"),
        ("More then forty boats were lost in the storm.", "than"),
        ("The strike has past its third month without an end in sight.", "passed"),
    ],
)
def test_what_is_meant_is_told(annotate: Annotate, wrong: str, meant: str) -> None:
    assert [lapse.second for lapse in annotate(wrong).lapses if lapse.sort == "confused"] == [meant]
