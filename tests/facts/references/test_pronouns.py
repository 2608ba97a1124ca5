"""Pronouns stand for people of the article, or for nobody."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def meant(facts: Facts) -> list[str | None]:
    return [pronoun.person.name if pronoun.person else None for pronoun in facts.pronouns]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Lind met Carl Holm in Lund. She was late.", ["Anna Lind"]),
        ("Anna Lind met Carl Holm in Lund. He was late.", ["Carl Holm"]),
        ("Mr Holm resigned on Monday. He gave no reason.", ["Holm"]),
        ("Carl Holm lost his seat.", ["Carl Holm"]),
        ("Carl Holm won. Peter Berg congratulated him.", ["Carl Holm"]),
        ("In his speech, Carl Holm promised a new bridge.", ["Carl Holm"]),
        ("Carl Holm cut himself.", ["Carl Holm"]),
        ("Carl Holm is the hero (played by Paul Dahl). He is late.", ["Carl Holm"]),
        ("In May, when he lost his seat, Carl Holm wept.", ["Carl Holm", "Carl Holm"]),
        ("It rained all night. He was late.", [None]),
    ],
)
def test_a_pronoun_stands_for_the_person_that_fits(annotate: Annotate, text: str, people: list[str | None]) -> None:
    assert meant(annotate(text)) == people


def test_he_or_she_is_nobody_in_particular(annotate: Annotate) -> None:
    assert annotate("Anna Lind spoke. Every voter knows what he or she wants, and his/her rights.").pronouns == ()


def test_cases_are_told_apart(annotate: Annotate) -> None:
    facts = annotate("Anna Lind won. She thanked her mother. Carl Holm saw her. He hurt himself.")
    assert [p.case for p in facts.pronouns] == ["subject", "possessive", "object", "subject", "reflexive"]


def test_somebody_without_a_name_is_an_antecedent_too(annotate: Annotate) -> None:
    facts = annotate("A 34-year-old man was arrested on Monday. He will be charged.")
    assert [(p.person, p.antecedent) for p in facts.pronouns] == [(None, "described")]


def test_the_person_named_last_and_the_place_opened_are_told(annotate: Annotate) -> None:
    facts = annotate("Carl Holm, the mayor, met Peter Berg.\n\nHe left early.")
    pronoun = facts.pronouns[0]
    assert pronoun.opens == "paragraph"
    assert pronoun.last_named is not None
    assert pronoun.last_named.name == "Peter Berg"
    assert pronoun.distance == 1


def test_a_bare_name_in_an_excerpt_is_a_persons_where_only_a_pronoun_can_stand_for_it(annotate: Annotate) -> None:
    facts = annotate("Brzenk resigned after the vote, and on Friday she left her office.")
    assert [person.name for person in facts.people] == ["Brzenk"]
    assert meant(facts) == ["Brzenk", "Brzenk"]


@pytest.mark.parametrize(
    "text",
    [
        "Takeover bid for Brzenk\n\nBrzenk rejected the offer on Friday. He said it was too low.",
        "The Brzenk resigned itself to defeat. He left.",
        "Profits fell in Brzenk. He left.",
        "A Brzenk spokesman declined to comment. He left.",
        "Brzenk, they said, is closing. They left.",
        "Brzenk closed its factory.",
    ],
)
def test_a_bare_name_is_no_persons_in_a_whole_article_or_where_it_stands_as_a_thing(
    annotate: Annotate, text: str
) -> None:
    facts = annotate(text)
    assert facts.people == ()
    assert all(pronoun.person is None for pronoun in facts.pronouns)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Lind and her husband moved to Lund.", ["Anna Lind"]),
        ("Anna Lind, who lost her seat, left.", ["Anna Lind"]),
        ("Carl Holm asked Peter Berg to replace him.", ["Carl Holm"]),
        ("Maria Berg met her aunt, Anna Lind.", ["Maria Berg"]),
        ("After she left the council, Anna Lind wrote a book.", ["Anna Lind"]),
        ("Carl Holm won the seat.\n\nHe thanked the voters.", ["Carl Holm"]),
        ("It rained. It was late when Anna Lind got home.", []),
    ],
)
def test_clauses_phrases_and_quotations_say_who_is_meant(
    annotate: Annotate, text: str, people: list[str | None]
) -> None:
    assert meant(annotate(text)) == people


def test_they_may_stand_for_one_person_or_for_nobody_named(annotate: Annotate) -> None:
    assert meant(annotate("Anna Lind said they would appeal.")) == ["Anna Lind"]
    assert meant(annotate("The strikers were angry. They left.")) == [None]


def test_of_two_who_fit_the_lead_is_small_and_the_rival_is_told(annotate: Annotate) -> None:
    clear = annotate("Carl Holm won. He cheered.").pronouns[0]
    close = annotate("Carl Holm and Peter Berg spoke. He cheered.").pronouns[0]
    assert (clear.lead, clear.rival) == (1.0, None)
    assert close.rival is not None
    assert 0.5 <= close.lead < 1.0


def test_a_noun_of_the_right_gender_is_the_antecedent_where_the_only_name_is_of_the_other(annotate: Annotate) -> None:
    facts = annotate("Carl Holm resigned. A spokeswoman said she was sorry.")
    assert [(p.person, p.antecedent) for p in facts.pronouns] == [(None, "described")]
