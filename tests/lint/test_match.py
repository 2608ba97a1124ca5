"""What a rule can ask of a fact, matcher by matcher, on an article about money and roads."""

import pytest

from factlint.facts.model import Interval, Relation
from tests.lint.conftest import annotate, flagged, lint, rule, where

TEXT = (
    "Council pays for the road\n\n"
    "The road cost 12 million dollars in 2014, Ann Lind, the mayor, said.\n\n"
    "“It cost 9 million dollars,” Mr. Bo Roe said.\n\n"
    "Then 40 people left with Lind.\n"
)
MONEY = ["12 million dollars", "9 million dollars"]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("unit: USD", MONEY),
        ("unit: {not: USD}\nclaim: {not: time}", ["40"]),
        ("unit: [USD, year]\nin_quote: no", [MONEY[0]]),
        ("in_quote: yes", [MONEY[1]]),
        ("value: 9000000", [MONEY[1]]),
        ("value: {over: 40}\nunit: USD", MONEY),
        ("value: {at-least: 9000000, under: 12000000}", [MONEY[1]]),
        ("value: {at-most: 40}", ["40"]),
        ("value: {under: 40}", []),
        ("value: {any: [40, {over: 10000000}]}", [MONEY[0], "40"]),
        ("value: {all: [{over: 40}, {under: 10000000}]}\nunit: USD", [MONEY[1]]),
        ("text: {matches: '^1'}\nunit: USD", [MONEY[0]]),
        ("text: {not: {matches: million}}\nclaim: {not: time}", ["40"]),
        ("source: some\nunit: USD", MONEY),
        ("source: none\nclaim: {not: time}", ["40"]),
        ("source.text: {matches: Roe}", [MONEY[1]]),
        ("any: [{in_quote: yes}, {value: 40}]", [MONEY[1], "40"]),
        ("all: [{in_quote: yes}, {value: 40}]", []),
        ("not: {in_quote: yes, unit: USD}\nclaim: {not: time}", [MONEY[0], "40"]),
        ("restated: none\nvalue: 40", ["40"]),
        ("restated: some\nvalue: 40", []),
        ("restated: {under: 1}\nvalue: 40", ["40"]),
        ("restated.count: 0\nvalue: 40", ["40"]),
    ],
)
def test_matchers(condition: str, found: list[str]) -> None:
    assert flagged(TEXT, where(condition)) == found


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("name: Ann Lind", ["Ann Lind"]),
        ("name: {in: crossings}", []),
        ("titles: some", ["Ann Lind"]),
        ("titles: mayor", ["Ann Lind"]),
        ("titles: {in: offices-here}", ["Ann Lind"]),
        ("titles: {matches: mayor}", ["Ann Lind"]),
        ("titles: {not: {matches: mayor}}", ["Bo Roe"]),
        ("names.form: surname", ["Ann Lind"]),
        ("names.form: {not: surname}", ["Bo Roe"]),
        ("names.form: [given, surname]", ["Ann Lind"]),
        ("names.count: 2", ["Ann Lind"]),
        ("names: {at-least: 2}", ["Ann Lind"]),
        ("names.honorific: some", ["Bo Roe"]),
        ("names.honorific: none", ["Ann Lind"]),
        ("names.text: {matches: '^Lind$'}", ["Ann Lind"]),
    ],
)
def test_lists_match_where_one_of_their_members_does(condition: str, found: list[str]) -> None:
    ann, bo = annotate(TEXT).people
    people = (ann._replace(titles=("councillor", "mayor")), bo._replace(titles=()))
    assert flagged(TEXT, where(condition, "person"), people=people) == found


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("speaker.person.name: Bo Roe", ["“It cost 9 million dollars,”"]),
        ("speaker.person.titles: none", ["“It cost 9 million dollars,”"]),
        ("speaker.person.names.form: full", ["“It cost 9 million dollars,”"]),
        ("speaker.person.name: Ann Lind", []),
        ("cue.lemma: say", ["“It cost 9 million dollars,”"]),
        ("nearest.person.name: Ann Lind", ["“It cost 9 million dollars,”"]),
    ],
)
def test_paths_lead_from_fact_to_fact(condition: str, found: list[str]) -> None:
    assert flagged(TEXT, where(condition, "quote")) == found


def test_a_path_that_meets_nothing_on_its_way_is_none() -> None:
    quote = "“It cost nine million and nobody knew why.”\n\nThe road opened in May."
    assert flagged(quote, where("speaker.person.name: none", "quote")) == [
        "“It cost nine million and nobody knew why.”"
    ]
    assert flagged(quote, where("speaker.person.name: some", "quote")) == []


def test_unless_takes_away() -> None:
    assert flagged(TEXT, where("unit: USD") + "unless: {in_quote: yes}") == [MONEY[0]]
    assert flagged(TEXT, where("unit: USD") + "unless: {in_quote: yes, value: {over: 10000000}}") == []


def test_a_rule_without_conditions_flags_every_fact() -> None:
    assert flagged(TEXT, "flag: headline") == ["Council pays for the road"]


def test_a_list_of_the_lexicon_is_looked_up_in_this_or_lower_case() -> None:
    text = "The Bridge. A bridge. A road."
    words = "flag: text\npattern: '(?P<word>[Bb]ridge|road)'\nwhere: {word: {in: crossings}}"
    assert flagged(text, words) == ["Bridge", "bridge"]
    assert flagged(text, words.replace("crossings", "surfaces")) == ["road"]


def test_options_stand_for_their_values() -> None:
    body = (
        where("value: {over: $most, under: $less}\nunit: $unit")
        + "options: {most: 10, less: 10000000, unit: [USD, km]}"
    )
    assert flagged(TEXT, body) == [MONEY[1]]
    changed = rule(body)._replace(options={"most": 10, "less": 99000000, "unit": "USD"})
    assert [TEXT[finding.start : finding.end] for finding in lint(TEXT, changed)] == MONEY


@pytest.mark.parametrize(
    ("stated", "computed", "matchers"),
    [
        ((4, 4), (5, 6), ["{outside: computed}"]),
        ((7, 9), (5, 6), ["{outside: computed}"]),
        ((4, 5), (5, 6), []),
        ((5, 5.5), (5, 6), ["{inside: computed}"]),
        ((5, 7), (5, 6), []),
    ],
)
def test_an_interval_lies_outside_another_inside_it_or_overlaps(
    stated: tuple[float, float], computed: tuple[float, float], matchers: list[str]
) -> None:
    relation = Relation(
        0, 7, "sum", Interval(*stated), Interval(*computed), "", "", "strong", False, "", False, "paragraph"
    )
    for matcher in ("{outside: computed}", "{inside: computed}"):
        found = flagged(TEXT, where(f"stated: {matcher}\nlink: [strong, middling]", "relation"), relations=(relation,))
        assert found == (["Council"] if matcher in matchers else [])
