"""Acronyms are found with what the article gives for them; words in capitals are none."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def expansions(facts: Facts) -> list[tuple[str, str | None]]:
    return [(acronym.letters, acronym.expansion) for acronym in facts.acronyms]


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        ("The Port District Licensing Board (PDLB) met today.", "Port District Licensing Board"),
        ("The PDLB (Port District Licensing Board) met today.", "Port District Licensing Board"),
        ("The Port District Licensing Board, or PDLB, met today.", "Port District Licensing Board"),
        ("The Port District Licensing Board, known as the PDLB, met today.", "Port District Licensing Board"),
        ("Members of the PDLB met. The Port District Licensing Board is new.", "Port District Licensing Board"),
        ("The Port District and Licensing Board met. The PDLB is new.", "Port District and Licensing Board"),
        ("The Port-District Licensing Board met. The PDLB is new.", "Port-District Licensing Board"),
        ("They use passive dust lifting balls, or PDLBs, every day.", "passive dust lifting balls"),
        ("The court heard from the union PDLB this week.", "union"),
        ("The court heard from the PDLB, the sailors' union, this week.", "sailors'"),
        ("They watched it on the PDLB channel this week.", "channel"),
        ("The Lund Chess Party, or PDLB, met today.", "Party"),
        ("The format, called PDLB, is new this week.", ","),
    ],
)
def test_what_stands_for_an_acronym_is_found(annotate: Annotate, text: str, expansion: str) -> None:
    found = expansions(annotate(text))
    assert found[0][0] == "PDLB"
    assert found[0][1] is not None
    assert expansion in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was passed by the PDLB in May.",
        "The PDLB, which met in May, passed the plan.",
        "The plan was checked by the PDLB, the Office for National Statistics said.",
        "PDLB members passed the plan, the Board said.",
        "The P.D.L.B. passed the plan in May.",
    ],
)
def test_what_is_never_spelt_out_has_no_expansion(annotate: Annotate, text: str) -> None:
    assert expansions(annotate(text)) == [("PDLB", None)]


@pytest.mark.parametrize(
    "text",
    [
        "DES MOINES, Iowa - The vote is on Monday, and all of them will vote.",
        "They were NEVER told, and they will ask why.",
        "King George III was told, and so were his sons.",
        "The EU was told, and so was the mayor.",
        "ALMA, a clerk, met the board.",
    ],
)
def test_words_numerals_and_pairs_of_letters_are_none(annotate: Annotate, text: str) -> None:
    assert expansions(annotate(text)) == []


def test_a_first_name_in_capitals_is_one_behind_the_article(annotate: Annotate) -> None:
    assert expansions(annotate("A clerk of the ALMA met the board.")) == [("ALMA", None)]


def test_uses_are_numbered_outside_headlines_and_longer_names(annotate: Annotate) -> None:
    facts = annotate("PDLB sells land\n\nThe PDLB-2 rule is new. The PDLB likes it, and PDLBs elsewhere do.\n")
    assert [(facts.text(a), a.order, a.part, a.used) for a in facts.acronyms] == [
        ("PDLB", 2, False, 2),
        ("PDLB", 0, False, 2),
        ("PDLBs", 1, False, 2),
    ]


def test_only_the_place_that_spells_it_out_explains_it(annotate: Annotate) -> None:
    facts = annotate("The PDLB met today. The Port District Licensing Board (PDLB) is new.")
    assert [acronym.explained for acronym in facts.acronyms] == [False, True]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Two complaints went to the KRCF.", True),
        ("The KRCF said no.", True),
        ("KRCF members said no.", True),
        ("The rules of the KRCF do not cover it.", True),
        ("The KRCF 2060 card is fast.", False),
        ("They bought KRCF at 40p.", False),
    ],
)
def test_whether_it_is_spoken_of_as_a_body(annotate: Annotate, text: str, body: bool) -> None:
    assert [acronym.body for acronym in annotate(text).acronyms] == [body]


def test_an_acronym_is_a_slip_of_one_that_is_explained(annotate: Annotate) -> None:
    text = "The Western Uplands Crofters' Alliance (WUCA) met. WACU has asked for help. So has the ABCD."
    told = [(one.letters, one.slip_of) for one in annotate(text).acronyms]
    assert told == [("WUCA", None), ("WACU", "WUCA"), ("ABCD", None)]
