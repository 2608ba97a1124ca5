"""What is told in passing: claims that no reader would ask the source of."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def asked_about(facts: Facts) -> list[str]:
    return [facts.text(claim) for claim in facts.claims if not (claim.named or claim.routine or claim.reason)]


@pytest.mark.parametrize(
    "text",
    [
        "The clock was sold on Friday. It is thought to be Dutch.",
        "The river stood at 5 metres at noon. It is forecast to peak at 7 metres, above the flood level.",
    ],
)
def test_what_is_thought_of_a_thing_hurts_nobody(annotate: Annotate, text: str) -> None:
    assert asked_about(annotate(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The pumps failed on Friday. Sabotage is being blamed.",
        "The clock was sold on Friday. The dealer is thought to have hidden the bill.",
        "The clock was sold on Friday. It is alleged to have been stolen.",
    ],
)
def test_a_charge_and_what_is_laid_to_somebody_are_asked_about(annotate: Annotate, text: str) -> None:
    assert asked_about(annotate(text))


def test_whoever_writes_as_i_answers_for_what_people_say(annotate: Annotate) -> None:
    said = "It is often claimed that the machine eats socks."
    assert asked_about(annotate(said))
    assert asked_about(annotate(f"I lost a sock on my holiday. {said}")) == []
    assert asked_about(annotate(f"“I lost a sock on my holiday,” Ann Roe said.\n\n{said}"))


def test_whoever_writes_as_i_does_not_answer_for_sources_without_a_name(annotate: Annotate) -> None:
    assert asked_about(annotate("I played it on my holiday. Sources said further maps were likely within days."))


def test_a_letter_that_says_i_does_not_speak_for_the_next(annotate: Annotate) -> None:
    letters = (
        "Letters\n\nSocks\n\nI lost a sock on my holiday.\n\nThe mayor\n\nIt is often claimed that she is never here."
    )
    assert asked_about(annotate(letters))


def test_a_remark_between_commas_is_one_in_passing(annotate: Annotate) -> None:
    assert asked_about(annotate("The quick one, it is said, is Tom.")) == []
    assert asked_about(annotate("The quick one, it is said, stole the bribe."))


def test_what_the_next_words_answer_is_not_asked(annotate: Annotate) -> None:
    assert asked_about(annotate("Many thought that it was a joke. It was not; the law allows it.")) == []
    assert (
        asked_about(annotate("Some people think bells are heavy. Ann Roe thinks founders were paid by weight.")) == []
    )
    assert asked_about(annotate("Many thought that it was a joke. The law allows it."))


@pytest.mark.parametrize("said", ["to have been snowed in", "to be comfortable", "to have had a dog with him"])
def test_what_somebody_is_or_suffers_is_no_charge(annotate: Annotate, said: str) -> None:
    assert asked_about(annotate(f"The doctor left at noon. Tom Hale is said {said}.")) == []
    assert asked_about(annotate("The doctor left at noon. Tom Hale is said to have cut the rope."))


def test_why_a_name_is_hidden_is_told_once_a_paragraph(annotate: Annotate) -> None:
    told = "They asked not to be named because the talks are private."
    for claim in (
        "Two people with knowledge of the talks said it would be sold",
        "According to an official, it is sold",
    ):
        assert asked_about(annotate(f"{claim}."))
        assert asked_about(annotate(f"{claim}. {told}")) == []


def test_when_somebody_acts_is_not_what_others_say(annotate: Annotate) -> None:
    assert asked_about(annotate("Ratepayers face a rise of 6 per cent after councillors signed off the plan.")) == []
    assert asked_about(annotate("Loyalists insist that councillors signed off the plan."))


def test_whoever_is_named_next_and_then_speaks_answers_for_opponents(annotate: Annotate) -> None:
    said = "Opponents said the figures were wrong. A list of names was handed in by Ann Roe, who runs a club."
    assert asked_about(annotate(said))
    assert asked_about(annotate(f"{said}\n\n“We counted them ourselves,” Ms Roe said.")) == []


@pytest.mark.parametrize(
    "paper",
    [
        "A report to the council said",
        "Figures in the report show",
        "A survey of 400 homes that the charity carried out found",
    ],
)
def test_research_that_those_told_before_have_is_theirs(annotate: Annotate, paper: str) -> None:
    assert asked_about(annotate(f"The council met. {paper} that the pool lost £40,000.")) == []
