"""Words in quotation marks that are no utterance: titles of works, nicknames, names, words in doubt."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    "text",
    [
        "The band opened with “Paint the Barn” and closed with “Go Home, Please.”",
        'He starred in "The Last Ferry" and "Who Is at the Door?"',
        "The choir sang “We Shall Not Sleep,” a hymn from the valley.",
        "The movie, “Nine Days: The Siege of Lund,” opens in May.",
        "She is a co-author of ‘Looms and Ladies: A History of the Mill.’",
        "Tarrant wrote “How to Lose at Chess,” which sold nine copies.",
        "She is due on “The Late Call With Joan Mills,” among other shows.",
        "His favourite is ''Mill Town Murders.''",
        'The episode, titled "Nobody Calls Me Now," drew nine million viewers.',
    ],
)
def test_a_title_is_no_utterance(annotate: Annotate, text: str) -> None:
    assert {quote.kind for quote in annotate(f"{text}\n\nIt rained.").quotes} == {"partial"}


@pytest.mark.parametrize(
    "text",
    [
        "“Bring Back the Mill!” they chanted.",
        "“Paint the Barn,” Ann Roe said.",
        "“I met Tom Lamb and Ann Roe,” he said.",
        "She shouted: “God Save the Mill!”",
        "“You will pay for this,” said Ann Roe.",
    ],
)
def test_capitals_beside_a_verb_of_saying_make_no_title(annotate: Annotate, text: str) -> None:
    assert [quote.kind for quote in annotate(text).quotes] == ["direct"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter “Shorty” Lamb left the pitch at half-time.",
        'William "Big Bill" Tarrant was born in Ohio.',
        "James ‘Jimmy the Hat’ Orsini was sentenced to nine years.",
        "The so-called “bedroom tax” was cut in May.",
        "Known locally as “the Pit”, the car park floods every winter.",
        "Her first novel, “The Glass Orchard”, sold 200 copies.",
        "He is working on a film ‘Nine Days’ about the siege.",
        "The raid, codenamed “Autumn Leaf”, took nine hours.",
    ],
)
def test_nobody_says_a_name_or_a_title(annotate: Annotate, text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in annotate(text).quotes] == [("partial", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Roe called Peter Lamb “Shorty” to his face.", "Ann Roe"),
        ("Ann Roe spoke of “the so-called experts”.", "Ann Roe"),
        ("Ann Roe said she was known as “the Fox” in Lund.", "Ann Roe"),
        ("Ann Roe described the film as “Nine Days of nothing”.", "Ann Roe"),
    ],
)
def test_what_somebody_calls_so_is_that_persons(annotate: Annotate, text: str, speaker: str) -> None:
    found = annotate(text).quotes[0].speaker
    assert found is not None
    assert found.text in (speaker, "she")
