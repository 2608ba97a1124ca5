"""Phrases that take up what stands before them, and how much of it there is."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]

LOST = {
    "a speech that was cut": (
        "Harbour board meets over dredging\n\nThe harbour board is to meet on Thursday about the cost of dredging.\n\n"
        "Ships of more than nine metres' draught have had to wait for the tide since March. Pilots want the channel "
        "deepened before winter.\n\nIn his earlier address, the chairman had put the cost at 12 million crowns.",
        "his earlier address",
    ),
    "a meeting nobody has told of": (
        "School to lose its bus\n\nThe bus to Vale school will stop running in June, the county wrote on Friday.\n\n"
        "Sixty children use it. A taxi is offered to those who live more than five miles off.\n\n"
        "The county made its offer after that meeting, parents say.",
        "that meeting",
    ),
    "a suspect without another": (
        "Chapel roof stolen\n\nThe lead on the roof of a chapel near Hay was stolen on Sunday night.\n\n"
        "It weighed a ton and a half. Rain has got into the organ.\n\n"
        "The other suspect is to be questioned on Tuesday, police say.",
        "The other suspect",
    ),
    "two women out of nowhere": (
        "Snow closes pass\n\nThe pass was closed on Saturday after 60cm of snow.\n\n"
        "Ploughs will not go up before Monday. Eight huts have no power.\n\n"
        "A helicopter took the two women to Bergen.",
        "the two women",
    ),
    "companies without names": (
        "Fuel prices rise again\n\nThe price of a litre rose by two pence in April.\n\n"
        "It has not cost so much since 2014, a survey shows.\n\nBoth companies refused to comment.",
        "Both companies",
    ),
    "the last of two that are gone": (
        "Reservoir half empty\n\nThe reservoir is half empty after the driest spring for 30 years.\n\n"
        "The level falls by a metre a week.\n\nThe latter will be closed first.",
        "The latter",
    ),
}

KEPT = {
    "the speech is there as a verb": (
        "Harbour board meets over dredging\n\nThe harbour board met over the cost of dredging. Its chairman spoke "
        "of the pilots' worries.\n\nIn his earlier address, he had put the cost at 12 million crowns."
    ),
    "the meeting is there in other words": (
        "School to lose its bus\n\nParents and the county held talks on Friday about the bus to Vale school.\n\n"
        "The county made its offer after that meeting, parents say."
    ),
    "somebody else is held": (
        "Chapel roof stolen\n\nA man was held on Monday over the theft of lead from a chapel near Hay.\n\n"
        "The other suspect is to be questioned on Tuesday, police say."
    ),
    "the women are named": (
        "Snow closes pass\n\nIda Holm and Anne Lund were caught in the snow on Saturday.\n\n"
        "A helicopter took the two women to Bergen."
    ),
    "the women are named in the sentence after": (
        "Snow closes pass\n\nThe pass was closed on Saturday after 60cm of snow.\n\n"
        "A helicopter took the two women to Bergen. Ida Holm and Anne Lund had lost their way."
    ),
    "the companies are named": (
        "Fuel prices rise again\n\nStatoil and Preem raised their prices in April.\n\n"
        "Both companies refused to comment."
    ),
    "two things are there": (
        "Reservoir half empty\n\nThe county has a reservoir and a well.\n\nThe latter will be closed first."
    ),
}


@pytest.mark.parametrize(("text", "phrase"), LOST.values(), ids=LOST.keys())
def test_what_takes_up_nothing_is_told(annotate: Annotate, text: str, phrase: str) -> None:
    facts = annotate(text)
    assert [facts.text(r) for r in facts.references if not r.found] == [phrase]


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_takes_up_something_has_found_it(annotate: Annotate, text: str) -> None:
    assert [r.found >= r.needs for r in annotate(text).references] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "It rained. In an earlier speech, Ann Roe had promised a dam.",
        "It rained. “His earlier speech was better,” a reader writes.",
        "It rained. Profit rose in the second quarter.",
        "It rained. On the other hand, it was warm.",
        "It rained. A pair of boots stood in the hall.",
        "It rained. She said that meeting him was a joy.",
    ],
)
def test_words_that_only_look_like_it_are_left_alone(annotate: Annotate, text: str) -> None:
    assert annotate(text).references == ()
