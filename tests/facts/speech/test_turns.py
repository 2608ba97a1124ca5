"""Transcripts: what is said by turns, each behind the label of who speaks."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

Annotate = Callable[[str], Facts]
LEXICON = product().lexicon
LEAD = "The mill burned down in May. Rosa Lind owned it.\n\n"


def turns(facts: Facts) -> list[tuple[str, str]]:
    return [(turn.label, facts.text(turn)) for turn in facts.turns]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Q:", "A:"),
        ("Q.", "A."),
        ("Question:", "Answer:"),
        ("MR HOLT:", "MS DUARTE:"),
        ("Mr. Holt:", "Ms. Duarte:"),
        ("THE COURT:", "THE WITNESS:"),
        ("Dispatcher:", "Caller:"),
        ("The Herald:", "Lind:"),
        ("INTERVIEWER:", "ROSA LIND:"),
        ("Joost van Dijk:", "Rosa Lind:"),
        ("BBC:", "Lind:"),
    ],
)
def test_each_turn_stands_behind_its_label(annotate: Annotate, first: str, second: str) -> None:
    talk = [f"{first} Who saw it?", f"{second} I did. It was late.", f"{first} Were you alone?", f"{second} Yes."]
    one, two = first[:-1], second[:-1]
    assert turns(annotate(LEAD + "\n\n".join([*talk, "It rained."]))) == [
        (one, "Who saw it?"),
        (two, "I did. It was late."),
        (one, "Were you alone?"),
        (two, "Yes."),
    ]


@pytest.mark.parametrize("mark", ["**Q:**", "**Q**:", "*Q:*", "Q:"])
def test_labels_may_be_bold_in_markdown(mark: str) -> None:
    text = f"# Mill burns\n\n{mark} Who saw it?\n\n{mark.replace('Q', 'A')} I did.\n"
    facts = Analysis(read("article.md", text.encode(), LEXICON), LEXICON)
    assert [turn.label.strip(" *") for turn in facts.turns] == ["Q", "A"]


def test_a_turn_of_several_paragraphs_goes_on_to_the_next_label(annotate: Annotate) -> None:
    text = "Q: Who saw it?\n\nA: I did.\n\nIt was late, and it was dark.\n\nQ: Were you alone?\n\nA: No.\n\nIt rained."
    assert [said for _, said in turns(annotate(LEAD + text))] == [
        "Who saw it?",
        "I did.\n\nIt was late, and it was dark.",
        "Were you alone?",
        "No.",
    ]


def test_a_label_that_names_somebody_is_that_person(annotate: Annotate) -> None:
    text = f"{LEAD}The Herald: Who saw it?\n\nLind: I did.\n\nThe Herald: Were you alone?\n\nLind: Yes."
    assert [turn.person.name if turn.person else None for turn in annotate(text).turns] == [
        None,
        "Rosa Lind",
        None,
        "Rosa Lind",
    ]


def test_words_between_the_labels_stand_in_quotation_as_those_between_marks_do(annotate: Annotate) -> None:
    facts = annotate(f"{LEAD}Q: Did she leave?\n\nA: No.\n\nShe left in May.")
    assert [pronoun.in_quote for pronoun in facts.pronouns] == [True, False]


def test_what_is_quoted_within_a_turn_without_a_credit_is_said_by_whose_turn_it_is(annotate: Annotate) -> None:
    text = f"{LEAD}Q: What then?\n\nMs Lind: There was a note. “Nobody will ever pay for this again.”\n\nQ: And then?"
    speaker = annotate(text).quotes[0].speaker
    assert speaker is not None
    assert speaker.text == "Ms Lind"


def test_turns_with_marks_of_their_own_are_quotes_of_the_one_before_the_colon(annotate: Annotate) -> None:
    facts = annotate(f"{LEAD}MR HOLT: “Did you sign it?”\n\nMS DUARTE: “I did.”")
    assert [quote.speaker.text for quote in facts.quotes if quote.speaker] == ["MR HOLT", "MS DUARTE"]


@pytest.mark.parametrize(
    "text",
    [
        "Date: 3 May\n\nPlace: Lund Town Hall\n\nTickets: £12 at the door",
        "Arsenal: Raya, White, Saliba.\n\nChelsea: Sanchez, James, Colwill.\n\nReferee: Mike Dean.",
        "Correction: An earlier version of this article misspelled a name.",
        "The choice is simple: pay or leave.\n\nThe council's answer: neither.",
        "Weather: rain later.\n\nTraffic: the A9 is shut.\n\nWeather: see page 4.",
        "First: the money is gone.\n\nSecond: nobody will say where.\n\nThird: nobody has asked.",
        "Best Actor: Tom Lee.\n\nBest Actress: Ann Roe.\n\nBest Film: The Mill.",
        "Myth: You can see the wall from space.\n\nFact: You cannot.\n\nMyth: We swallow spiders.\n\nFact: We do not.",
        "Pros: You get a big screen.\n\nCons: You pay for it.\n\nPros: It is light.\n\nCons: It breaks.",
        "LONDON: The mill burned.\n\nPARIS: The bridge is shut.\n\nLONDON: The mill is out.",
        "A. Smith won in 2019.\n\nIt rained.",
        "Q: Who saw it?",
    ],
)
def test_tables_lists_and_line_ups_are_no_conversation(annotate: Annotate, text: str) -> None:
    assert annotate(LEAD + text).turns == ()


def test_twenty_thousand_turns_are_read_to_the_last(annotate: Annotate) -> None:
    assert len(annotate(LEAD + "Q: Who?\n\nA: I.\n\n" * 10_000).turns) == 20_000
