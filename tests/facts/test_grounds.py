"""What stands before a pronoun that it could refer to, and how many sentences back."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "named", "described"),
    [
        ("It rained all night. He was late.", None, None),
        ("Carl Holm spoke. He was late.", 1, None),
        ("Anna Lind spoke. He was late.", None, None),
        ("Carl Holm spoke. It rained. The road was closed. He was late.", 3, None),
        ("Carl Holm spoke. He sat down. The road was closed. He was late.", 2, None),
        (
            "Carl Holm spoke. “It rained. The road was closed. We lost a day. He was late,” Anna Lind said. He left.",
            2,
            None,
        ),
        ("A spokesman answered. He was late.", None, 1),
        ("A spokeswoman answered. He was late.", None, None),
        ("A Department for Work and Pensions spokesman answered. He was late.", None, 1),
        ("Somebody shouted. It rained. He was late.", None, 2),
        ("The Republican majority grew. He was late.", None, None),
        ("“The driver slept,” the report says. He was late.", None, None),
        ("Anna Lind, the mayor, spoke. He was late.", None, None),
        ("Party leader Anna Lind spoke. The leader sat down. He was late.", None, None),
        ("Anna Lind is a nurse. He was late.", None, None),
        ("Players met. He was late.", None, None),
    ],
)
def test_what_a_pronoun_could_refer_to_and_how_far_back(
    annotate: Annotate, text: str, named: int | None, described: int | None
) -> None:
    pronoun = annotate(text).pronouns[-1]
    assert (pronoun.named_back, pronoun.described_back) == (named, described)


def test_the_last_person_who_fits_is_told(annotate: Annotate) -> None:
    pronoun = annotate("Carl Holm met Peter Berg. Anna Lind came too. He left.").pronouns[-1]
    assert pronoun.fitting is not None
    assert pronoun.fitting.name == "Peter Berg"


def test_what_is_said_in_a_quotation_does_not_explain_a_pronoun_outside_it(annotate: Annotate) -> None:
    facts = annotate("“He lies,” the paper wrote. He was late.")
    assert [p.named_back for p in facts.pronouns] == [None, None]
