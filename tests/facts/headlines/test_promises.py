"""What a headline, a subheading or a caption names, counts or quotes is looked for in the text, in any of its forms."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

Annotate = Callable[[str], Facts]
LEXICON = product().lexicon
BODY = "The harbour board met on Monday and talked until midnight about the quay, the ferry and the price of both."


def broken(facts: Facts, kind: str = "") -> list[str]:
    """The words of the promises that are sure to be such and that the text does not keep."""
    kept = {p for p in facts.promises if (p.share >= 0.5 if p.share is not None else p.told)}
    return [facts.text(p) for p in facts.promises if p.certain and p not in kept and kind in ("", p.kind)]


@pytest.mark.parametrize(
    ("headline", "somebody"),
    [
        ("Holsman acknowledges that board was wrong", True),
        ("Misamore ally denies charges", True),
        ("Thornbery's warning: quay will sink", True),
        ("Weaver calls for new quay", True),
        ("Duncan Hunter Seen At Quay", True),
        ("Skipper warns board", False),
        ("Standoff over quay", False),
        ("Blistering attacks on board", False),
    ],
)
def test_what_begins_a_headline_may_be_somebody(annotate: Annotate, headline: str, somebody: bool) -> None:
    facts = annotate(f"{headline}\n\n{BODY}")
    assert any(p.kind == "person" and not p.told for p in facts.promises) == somebody


@pytest.mark.parametrize(
    ("headline", "body", "absent"),
    [
        ("Board backs Lindqvist", "Its chair is Anna Lindqvist.", []),
        ("Board backs Lindqvist", "Its chair is Anna Holm.", ["Lindqvist"]),
        ("Lindqvist backs board plan", "Its chair is Anna Holm.", ["Lindqvist"]),
        ("Lindqvist: we were wrong", "Its chair is Anna Holm.", ["Lindqvist"]),
        ("Board was wrong - Lindqvist", "Its chair is Anna Holm.", ["Lindqvist"]),
        ("Eva Lindqvist Tells Board To Wait", "Its chair is Anna Holm.", ["Eva Lindqvist"]),
        ("Lindqvists sue board", "The chair is Anna Lindqvist.", []),
        ("Board's Lindqvist's plan fails", "Its chair is Anna Lindqvist.", []),
        ("Board backs Seitz-Holm", "Its chair is Anna Holm.", []),
        ("Board backs Shevardnadze", "Its guest was Eduard Shevarnadze.", []),
        ("Board hears Tories", "The Conservatives spoke first.", []),
        ("Plumber sues board", "A man who mends pipes took it to court.", []),
        ("Gadget wins board's heart", "A small machine for counting ships was shown.", []),
        ("PM visits board", "The prime minister came by.", []),
        ("BOARD BACKS LINDQVIST", "Its chair is Anna Holm.", []),
        ("O'Malley on why the quay must go", "Its chair is Anna Holm.", ["O'Malley"]),
        ("McQuade's ear is board's prize", "Its chair is Anna Holm.", ["McQuade"]),
        ("Rep. Scarborough to back board", "The congressman Peter Holm will back it.", ["Scarborough"]),
        ("Duncan Hunter Seen At Quay", "A picture of Anna Holm was seen there.", []),
        ("Achilles heel of quay", "Its weak point is the crane.", []),
    ],
)
def test_names(annotate: Annotate, headline: str, body: str, absent: list[str]) -> None:
    assert broken(annotate(f"{headline}\n\n{BODY} {body}")) == absent


@pytest.mark.parametrize(
    ("headline", "body", "absent"),
    [
        ("Quay to cost £40m", "It will cost £39.6m.", []),
        ("Quay to cost £40m", "It will cost £31m.", ["£40m"]),
        ("Quay to cost £40m", "It will cost £28m for the walls and £12m for the crane.", []),
        ("Quay to cost £40m", "It will cost $72m.", []),
        ("Quay to cost £40m", "It will cost $900m.", ["£40m"]),
        ("Ferry fares up 12%", "Fares will rise.", ["12%"]),
        ("Ferry fares up 12%", "Fares will rise by 12.4%.", []),
        ("Ferry to take 60 cars", "It has room for sixty cars.", []),
        ("Ferry to take 60 cars", "It has room for 45 cars.", ["60"]),
        ("More than 200 lose jobs at quay", "In all 214 people must go.", []),
        ("Three lose jobs at quay", "Two men and a woman must go.", []),
        ("Dozens lose jobs at quay", "In all 48 people must go.", []),
        ("25 things to know about quays", "They are made of stone.", []),
        ("Quay to open in 2031", "It will open in six years.", []),
    ],
)
def test_figures(annotate: Annotate, headline: str, body: str, absent: list[str]) -> None:
    assert broken(annotate(f"{headline}\n\n{BODY} {body}"), "figure") == absent


@pytest.mark.parametrize(
    ("headline", "body", "absent"),
    [
        ("Ferry sinks off Norway", "It sank near the Norwegian coast.", []),
        ("Ferry sinks off Norway", "It sank near the Danish coast.", ["Norway"]),
        ("Ferry built in Turku", "It was built in Gdansk.", ["Turku"]),
        ("Brussels fines ferry", "The European Commission fined it.", []),
    ],
)
def test_places(annotate: Annotate, headline: str, body: str, absent: list[str]) -> None:
    assert broken(annotate(f"{headline}\n\n{BODY} {body}"), "place") == absent


@pytest.mark.parametrize(
    ("headline", "body", "absent"),
    [
        ("Chair: “A lovely quay”", "She said that it was lovely.", []),
        ("Chair: “A lovely quay”", "She said that it was ready.", []),
        ("Chair: “Crooks and liars”", "She said that it was ready.", ["“Crooks and liars”"]),
        ("Board 'lied'", "It was said to have hidden the price.", []),
        ("Board 'cheated old sailors'", "It was said to have hidden the price.", ["'cheated old sailors'"]),
    ],
)
def test_quotations(annotate: Annotate, headline: str, body: str, absent: list[str]) -> None:
    assert broken(annotate(f"{headline}\n\n{BODY} {body}"), "quote") == absent


def test_a_line_right_below_the_headline_is_its_deck(annotate: Annotate) -> None:
    facts = annotate(f"Board backs quay;\nPlan of Lindqvist is dropped.\n\n{BODY}\n\nIt ended late.")
    assert broken(facts) == ["Lindqvist"]
    assert {p.block for p in facts.promises} == {"headline"}


def test_nothing_is_promised_without_a_text(annotate: Annotate) -> None:
    assert annotate("Board backs Lindqvist\n\nMore soon.\n\nStay.").promises == ()


@given(st.text(st.sampled_from("Aa £1%“”’'-.:;\n"), max_size=60))
def test_promises_lie_in_display_lines(headline: str) -> None:
    facts = Analysis(read("a.txt", f"{headline}\n\n{BODY}\n\nIt ended.".encode(), LEXICON), LEXICON)
    for promise in facts.promises:
        block = facts.paragraph_at(promise.start)
        assert block.start <= promise.start < promise.end <= block.end


@pytest.mark.parametrize(
    ("headline", "credited"),
    [
        ("Holm: ‘never a penny of it’", True),
        ("Quay ‘is full of holes’, says diver", True),
        ("‘I was asleep’: diver speaks of quay", True),
        ("Quay ‘full of holes’, court told", False),
        ("Quay ‘will have to be rebuilt’", False),
        ("‘Heard for miles’: Lund counts the cost", False),
        ("‘We heard it fall’: Lund counts the cost", True),
    ],
)
def test_a_line_lays_a_quotation_to_somebody_or_to_nobody(annotate: Annotate, headline: str, credited: bool) -> None:
    facts = annotate(f"{headline}\n\n{BODY} Anna Holm, a diver, was there.")
    assert [p.credited for p in facts.promises if p.kind == "quote"] == [credited]


@pytest.mark.parametrize(
    ("headline", "body", "absent"),
    [
        ("Board buys 70 lamps", "It will see the board's road by night.", []),
        ("Board sacks 70 clerks", "It will save the board a deal of money.", ["70"]),
        ("Goat rides the 12 tram", "It got on at the market.", []),
        ("Diver is left £1m", "They are millionaires now.", []),
        ("Quay takes 90,000 tonnes", "Ships brought 41,000 tonnes, carts 29,000 and trains 20,000.", []),
        ("Quay takes 90,000 tonnes", "Ships brought 41,000 tonnes, carts 29,000 and trains 10,000.", ["90,000 tonnes"]),
        ("Board rejects 7 per cent pay offer", "Only 12 per cent would do, it said.", []),
    ],
)
def test_a_count_of_people_is_looked_for_and_one_of_things_may_stand_alone(
    annotate: Annotate, headline: str, body: str, absent: list[str]
) -> None:
    assert broken(annotate(f"{headline}\n\n{BODY} {body}")) == absent
