"""Not yet: speeches still to be given and bodies that have yet to meet, of which words are told as said."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]
COMING = "Flood report\n\nThe engineer, Jens Holm, will address parliament on Thursday.\n\n"
TRIAL = "Bears near school\n\nThe inquest opens next Tuesday.\n\n"
UNMET = "Bears near school\n\nThe matter goes to the wildlife panel, which has yet to meet. Jens Holm lives there.\n\n"


def early(facts: Facts) -> list[str]:
    """The quotations that come too early."""
    source = facts.article.source
    found = [credit for credit in facts.credits if credit.form == "early" and credit.against is not None]
    return [source[one.against.start : one.against.end] for one in found if one.against is not None]


@pytest.mark.parametrize(
    "text",
    [
        COMING + "“The wall was too low,” Mr Holm told parliament.",
        COMING.replace("will", "is due to") + "“The wall was too low,” Mr Holm told parliament.",
        COMING.replace("address parliament", "give a speech") + "“The wall was too low,” he said in the speech.",
        TRIAL + "“The wall was too low,” the coroner told the inquest.",
        TRIAL + "The inquest heard that the wall was too low.",
        UNMET + "“The wall was too low,” the panel said.",
        UNMET.replace("has yet to meet", "first meets in May") + "“The wall was too low,” the panel said.",
    ],
)
def test_words_said_before_their_occasion_are_told(annotate: Annotate, text: str) -> None:
    assert len(early(annotate(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        COMING + "“The wall was too low,” Mr Holm told the council.",
        COMING + "“The wall was too low,” Mr Holm will tell parliament.",
        COMING.replace("will", "will again") + "“The wall was too low,” Mr Holm told parliament.",
        TRIAL + "“The wall was too low,” the coroner told a preliminary hearing.",
        TRIAL.replace("opens", "resumes") + "The inquest heard that the wall was too low.",
        TRIAL.replace("opens next", "opened last") + "The inquest heard that the wall was too low.",
        UNMET + "“The wall was too low,” said Mr Holm.",
        UNMET.replace("has yet to meet", "met in May") + "“The wall was too low,” the panel said.",
    ],
)
def test_words_of_another_occasion_are_left_alone(annotate: Annotate, text: str) -> None:
    assert early(annotate(text)) == []
