"""Choices of style: which places are one choice, and which only look like it."""

from collections import defaultdict

import pytest

from factlint.read import read
from factlint.relations.analysis import Analysis
from tests.facts.conftest import LEXICON


def contested(text: str, **style: str) -> dict[str, list[str]]:
    """The places of every choice that the article makes in several ways, by topic."""
    facts = Analysis(read("a.txt", text.encode(), LEXICON), LEXICON, frozenset(), style)
    found: dict[str, list[str]] = defaultdict(list)
    for variant in facts.variants:
        found[variant.topic].append(facts.text(variant))
    return dict(found)


@pytest.mark.parametrize(
    ("text", "topic", "places"),
    [
        ("The adviser met another advisor.", "spelling", ["adviser", "advisor"]),
        ("While he slept she read, whilst it rained.", "word-form", ["While", "whilst"]),
        ("Its health care is good. Healthcare in Oslo is not.", "spelling", ["health care", "Healthcare"]),
        ("They left Kyiv on Friday. Buses to Kiev were full.", "place-name", ["Kyiv", "Kiev"]),
        ("We organise fairs. They privatize banks.", "ending", ["organise", "privatize"]),
        ("The colour is a matter of honour. The center is dull.", "dialect", ["colour", "honour", "center"]),
        ("One carmaker fell; the other car maker rose.", "compound", ["carmaker", "car maker"]),
        ("The U.S. left. He heard US-led forces fire.", "initialism", ["U.S.", "US"]),
        ("We left at 7am and came at 8 p.m. on foot.", "time", ["7am", "8 p.m."]),
        ("It began on 4 May and ended on May 9.", "date-order", ["4 May", "May 9"]),
        ("It began on 4 May and ended on 9th May.", "date-form", ["4 May", "9th May"]),
        ("It cost £5m and then £3 million more.", "currency", ["£5m", "£3 million"]),
        ("Rents rose 5% and then 6 per cent.", "percent", ["%", "per cent"]),
        ("They closed four big schools and 5 schools in Bergen.", "number", ["four big schools", "5 schools"]),
        ("The mill - the last - closed. Its owner—a bank—paid.", "dash", ["-", "-", "—", "—"]),
        ("It is on the internet. Ask the Internet.", "capital", ["internet", "Internet"]),
        (
            "Ask the prime minister. If the Prime Minister agrees, go.",
            "body-capital",
            ["prime minister", "Prime Minister"],
        ),
    ],
)
def test_two_forms_of_one_thing_are_a_choice(text: str, topic: str, places: list[str]) -> None:
    assert contested(text)[topic] == places


@pytest.mark.parametrize(
    "text",
    [
        "The Labour Party wants cheaper labour, said the Labor Department.",
        "The programme showed how a computer program works.",
        "He sat for a while, whilst it rained.",
        "Mumbai, formerly Bombay, is large.",
        "The group, known as ISIS or ISIL, fled.",
        "The takeover failed, and the bank did not take over the mill.",
        "A long-term plan is better in the long term.",
        "The US$5m loan was approved by the U.S. Senate.",
        "Ten percent left and 5% stayed.",
        "The strike of 4 May was like September 11.",
        "It began in May 2015 and ended on 9 May.",
        "Seven schools stayed open. The storm shut 5 schools.",
        "They shut seven schools, 14 schools and 5 bars.",
        "The firm is worth £5m, or 7 million euros.",
        "They won 3 - 1 — not enough — and the Paris–Lyon line closed.",
        "Ask the prime minister, said Prime Minister Lund of Norway.",
        "The New Party is a new party.",
        "The European Central Bank is a central bank.",
    ],
)
def test_what_only_looks_like_a_choice_is_none(text: str) -> None:
    assert {topic: places for topic, places in contested(text).items() if topic != "open-compound"} == {}


def test_headlines_follow_rules_of_their_own() -> None:
    assert contested("Rents up 5%\n\nRents rose by 5 percent on Friday, the council said.") == {}


def test_a_word_and_a_name_are_choices_apart() -> None:
    facts = Analysis(
        read("a.txt", b"Labour lost. Without labour no party wins, but Labor tried. Few ask Labour now.", LEXICON),
        LEXICON,
    )
    assert {(v.choice, v.form) for v in facts.variants} == {("Labour", "labour"), ("Labour", "labor")}


def test_a_name_that_opens_a_sentence_is_no_word_of_another_spelling() -> None:
    text = "Labor has kept the seat. Rivals say Labor bought it. Women in labour are sent to Dubbo."
    assert contested(f"Seat kept\n\n{text}") == {}


def test_units_sums_and_thousands_in_two_forms_are_choices() -> None:
    text = "It is 4 km long and costs €14 for 4500 people. A loop of 7 kilometres costs 20 euros for 3,000 people."
    assert set(contested(f"Path opens\n\n{text}")) == {"unit", "currency", "thousands"}
