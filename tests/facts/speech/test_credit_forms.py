"""Credits by form: who is said to be silent, credited twice, credited by nobody, quoted without marks."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def _forms(facts: Facts) -> list[tuple[str, str]]:
    return [(credit.form, facts.text(credit)) for credit in facts.credits]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("“It is over,” said, who planted the trees.", [("headless", "said")]),
        ("“It is over,” said Ann Roe, who planted the trees.", []),
        ("Ann Roe said: “It is over,” Roe said.", [("twice", "Roe said")]),
        ("Hay recalled that he said, “It is over,” the police said.", []),
        ("I want a drum, Ann Roe said.", [("unmarked", "I want a drum, Ann Roe said.")]),
        ("I want a drum. I have none, as Ann Roe said.", []),
        ("Ann Roe did not respond to calls.", [("silence", "Ann Roe did not respond")]),
        ("Ann Roe did not respond to further calls.", []),
    ],
)
def test_a_credit_has_its_form(annotate: Annotate, text: str, forms: list[tuple[str, str]]) -> None:
    assert _forms(annotate(f"Fair ends\n\n{text}\n")) == forms


def test_one_who_answers_the_paper_is_found_and_one_who_speaks_in_court_is_not(annotate: Annotate) -> None:
    told = annotate("Fair ends\n\n“It is over,” Ann Roe told the Herald.\n\nMs Roe could not be reached for comment.\n")
    court = annotate("Fair ends\n\n“It is over,” Ann Roe said in court.\n\nMs Roe could not be reached for comment.\n")
    assert [credit.against and told.text(credit.against) for credit in told.credits] == ["“It is over,”"]
    assert [credit.against for credit in court.credits] == [None]
