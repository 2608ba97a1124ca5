"""Credits that clash: one sentence under two names, and one who says “I” credited to several."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
CAST = "Mill shut\n\nThe miller, Ann Roe, and a baker, Tom Hay, met the villagers.\n\n"


def forms(facts: Facts) -> list[str]:
    """The forms of the credits that stand out."""
    return [credit.form for credit in facts.credits]


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("“We waited,” said Roe, “and nobody came,” Hay added.", "crossed"),
        ("“We waited,” said Roe, “and nobody came,” said Mr Hay.", "crossed"),
        ("“I had one sack left,” they said.", "many"),
        ("“I had one sack left,” villagers said.", "many"),
        ("“I had one sack left,” the two bakers said.", "many"),
        ("“I had one sack left,” said Ann Roe and Tom Hay.", "many"),
        ("Ann Roe and Tom Hay told the Argus: “My mill is shut.”", "many"),
        ("Roe wept. My mill is shut, said Roe, and nobody came.", "unmarked"),
        ("Roe wept. We have told them for years and they never came, she said.", "unmarked"),
        ("A note said: “Ann had one sack left when we came to look.”", "nobody"),
        ("Roe put it bluntly: “We waited for them all day,” said Hay.", "twice"),
    ],
)
def test_what_no_one_mouth_can_have_said_is_told(annotate: Annotate, said: str, form: str) -> None:
    assert form in forms(annotate(CAST + said))


@pytest.mark.parametrize(
    "said",
    [
        "“We waited,” said Roe. “And nobody came,” Hay added.",
        "“We had one sack left,” they said.",
        "“I had one sack left,” said Ann Roe, and Tom Hay laughed.",
        "“We had one sack left,” said Ann Roe and Tom Hay.",
        "“I had one sack left,” Hay said.",
        "“We love Ann,” the villagers sang.",
        "Roe put it bluntly: “We waited for them all day.” Hay agreed.",
    ],
)
def test_what_one_mouth_can_have_said_is_left_alone(annotate: Annotate, said: str) -> None:
    assert not {"crossed", "many", "twice", "unmarked", "nobody"} & set(forms(annotate(CAST + said)))


@pytest.mark.parametrize(
    "silence",
    [
        "Calls to Mr Hay went unanswered.",
        "Repeated attempts to reach Mr Hay failed.",
        "Messages left for Mr Hay were not returned.",
        "Mr Hay turned down all requests for an interview.",
        "Mr Hay has yet to respond.",
        "There was no reply from Mr Hay.",
        "Nothing has been heard from Mr Hay.",
        "Attempts to reach a baker, Mr Hay, were fruitless.",
        "Mr Hay chose not to comment.",
        "Mr Hay has maintained his silence.",
    ],
)
def test_silence_is_told_of_the_one_who_was_asked(annotate: Annotate, silence: str) -> None:
    facts = annotate(CAST + silence + "\n\n“Flour is dear,” Mr Hay told the Mercury.")
    assert [credit.person.name for credit in facts.credits if credit.against and credit.person] == ["Tom Hay"]


@pytest.mark.parametrize(
    "said",
    [
        "Mr Hay would not be drawn on the price.",
        "There was no reply yet from Mr Hay, at first.",
        "Mr Hay was not drawn.",
    ],
)
def test_silence_on_a_point_or_for_a_while_is_none(annotate: Annotate, said: str) -> None:
    facts = annotate(CAST + said + "\n\n“Flour is dear,” Mr Hay told the Mercury.")
    assert not [credit for credit in facts.credits if credit.form == "silence" and credit.against]


def test_whoever_gets_no_answer_has_asked(annotate: Annotate) -> None:
    facts = annotate(CAST + "Mr Hay got no answer from the oven.\n\n“Flour is dear,” Mr Hay told the Mercury.")
    assert not [credit for credit in facts.credits if credit.form == "silence"]


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("It has been called “the most expensive puddle in the north”.", 1),
        ("It was described as “a barn with a cough and a cold”.", 1),
        ("It has been called “the puddle”.", 0),
        ("It has been called “the most expensive puddle in the north” by Hay.", 0),
        ("It has been called “The Longest Bridge of the North”.", 0),
        ("Hay called it “the most expensive puddle in the north”.", 0),
    ],
)
def test_a_verdict_in_the_passive_has_no_mouth(annotate: Annotate, told: str, number: int) -> None:
    assert forms(annotate(CAST + told)).count("nobody") == number


def test_whoever_has_a_trade_with_hyphens_is_credited(annotate: Annotate) -> None:
    facts = annotate(CAST + "“I can hear the bell,” said mum-of-three Ida Lind.")
    assert facts.quotes[0].speaker is not None
    assert facts.quotes[0].speaker.text.endswith("Ida Lind")


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("The pier was “a heap of planks with a view”.", 1),
        ("The pier was “a heap of planks with a view”, and its café “the coldest room on this coast”.", 1),
        ("The pier was “a heap of planks with a view”. Tom Hay sweeps it.", 0),
        ("A letter came on Monday. The pier was “a heap of planks with a view”.", 0),
        ("The pier was “a heap of planks with a view”, said no one.", 0),
        ("The pier was “a heap of planks”.", 0),
    ],
)
def test_a_fragment_has_a_mouth_in_its_block_or_beside_it(annotate: Annotate, told: str, number: int) -> None:
    assert forms(annotate("Pier shut\n\nThe pier was shut on Friday.\n\n" + told)).count("nobody") == number


TWO_MAYORS = "Clubs meet\n\nThe mayor of Orme, Ann Roe, and the mayor of Lyde, Ida Holm, ate pies on Monday.\n\n"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("The mayor said the pies were cold.", 1),
        ("The pies were cold, according to the mayor.", 1),
        ("“The pies were cold,” the mayor said.", 1),
        ("Ms Holm wept. The mayor said the pies were cold.", 0),
        ("The mayor of Lyde said the pies were cold.", 0),
        ("Ms Holm wept.\n\nThe mayor said the pies were cold.", 0),
    ],
)
def test_an_office_of_two_who_were_named_together_is_shared(annotate: Annotate, said: str, number: int) -> None:
    assert forms(annotate(TWO_MAYORS + said)).count("shared") == number
