"""A sentence after a quotation may say whose words it was: “…” That was how Ann Roe put it."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("after", "speaker"),
    [
        ("That was how Marta Voss put it on Monday.", "Marta Voss"),
        ("That is what she told the jury.", "she"),
        ("This is how the club's founder describes the sale.", "the club's founder"),
        ("Those were the words of Hank Boyle, the former clerk.", "Hank Boyle"),
        ("Such was the blunt advice of Colin Marr.", "Colin Marr"),
        ("That was the message from the head of the union.", "the head"),
        ("That was Mrs Okafor’s verdict on the first week.", "Mrs Okafor"),
        ("This was the minister's only comment.", "the minister"),
        ("So said Earl Whitfield as he sold the last of his cattle.", "Earl Whitfield"),
        ("Thus spoke Otto Brandt.", "Otto Brandt"),
        ("The words are those of Walter Ives, who has fished here since 1961.", "Walter Ives"),
        ("The words were Rosa Lind's.", "Rosa Lind"),
        ("With those words, Helen Ostrow walked out of the room.", "Helen Ostrow"),
    ],
)
@pytest.mark.parametrize("parted", [" ", "\n\n"])
def test_it_credits_the_quotation_before_it(annotate: Annotate, after: str, parted: str, speaker: str) -> None:
    quote = annotate(f"The hall fell silent.\n\n“Nobody is coming to save this town.”{parted}{after}").quotes[0]
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.way) == (speaker, "pointed")


@pytest.mark.parametrize(
    "after",
    [
        "That was how the evening ended.",
        "That was the end of the matter.",
        "This is the third fire in a week.",
        "Those were the days of cheap coal.",
        "That is what the town needs.",
        "So the mill closed.",
        "With that, the lights went out.",
        "The words are painted on the mill in red.",
        "It rained. That was how Marta Voss put it.",
    ],
)
def test_a_sentence_that_only_begins_like_one_credits_nobody(annotate: Annotate, after: str) -> None:
    assert annotate(f"The hall fell silent.\n\n“Nobody is coming to save this town.” {after}").quotes[0].speaker is None


def test_the_credit_of_its_own_sentence_comes_first(annotate: Annotate) -> None:
    text = "“Nobody is coming,” said Rosa Lind. “Nobody at all.” That was how Marta Voss had put it in May."
    assert [quote.speaker.text for quote in annotate(text).quotes if quote.speaker] == ["Rosa Lind", "Marta Voss"]


def test_what_stands_before_it_in_the_same_paragraph_is_the_same_speakers(annotate: Annotate) -> None:
    text = "“We were fools.” “We knew it.” Those were the words of Hank Boyle."
    assert [quote.speaker.text for quote in annotate(text).quotes if quote.speaker] == ["Hank Boyle", "Hank Boyle"]
