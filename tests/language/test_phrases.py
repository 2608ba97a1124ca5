"""Noun phrases: where they begin and end, what heads them, and what they hang on."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.language.model import Phrase

Annotate = Callable[[str], Facts]


def phrase(facts: Facts, words: str) -> Phrase:
    return next(p for p in facts.language.phrases if facts.text(p) == words)


def words_of(facts: Facts, index: int | None) -> str | None:
    return None if index is None else facts.text(facts.language.phrases[index])


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The old mill burned down.", ["The old mill"]),
        ("A man of 40 met his wife in Leeds.", ["A man", "40", "his wife", "Leeds"]),
        ("The firm's two ovens were sold.", ["The firm", "two ovens"]),
        ("Her brother Jim saw her.", ["Her brother", "Jim", "her"]),
        ("Very old men were there.", ["Very old men"]),
        ("She kept black and white photographs.", ["She", "black and white photographs"]),
        ("They met in Texas last week.", ["They", "Texas", "last week"]),
        ("The mill is safe, said Ann Roe Sunday.", ["The mill", "Ann Roe", "Sunday"]),
        ("Interview with Ann Roe Sunday, May 4, 2014", ["Interview", "Ann Roe", "Sunday", "May 4", "2014"]),
        ("It rained on Palm Sunday.", ["It", "Palm Sunday"]),
    ],
)
def test_a_phrase_runs_from_its_determiner_to_its_head(annotate: Annotate, text: str, phrases: list[str]) -> None:
    facts = annotate(text)
    assert [facts.text(p) for p in facts.language.phrases] == phrases


@pytest.mark.parametrize(
    ("text", "words", "explains"),
    [
        ("Ann Roe, a baker from Leeds, won.", "a baker", "Ann Roe"),
        ("Ann Roe, 41, a baker, won.", "a baker", "Ann Roe"),
        ("The mayor of Lund, Karin Berg, resigned.", "Karin Berg", "The mayor"),
        ("The lawyer Ann Roe resigned.", "Ann Roe", "The lawyer"),
        ("The Harbour Board (HB) met on Monday.", "HB", "The Harbour Board"),
        ("Ida Moss, 29, and a friend, Rolf Lunt, 30, were hurt.", "29", "Ida Moss"),
        ("The Society for Rural Clinics (SRC) will close.", "SRC", "The Society"),
        ("The offer came from Vantro, the country's largest brewer.", "largest brewer", "Vantro"),
        ("They settled in Elsby, a village near the lake, in May.", "a village", "Elsby"),
        ("The strike was called by Ida Moss, president of the union.", "president", "Ida Moss"),
        ("Sunday, the last day of the fair, was wet.", "the last day", "Sunday"),
        ("The two sisters, Rose and Ida Moss, were found.", "Rose", "The two sisters"),
        ("The fair opens on Saturday, 4 June, at noon.", "4 June", "Saturday"),
        ("The island is called Horse Island (Norse: Hestey) for its shape.", "Hestey", "Horse Island"),
        ("Her novel The Long Frost sold well.", "The Long Frost", "Her novel"),
        ("The ring road (A27) is full.", "A27", "The ring road"),
        ("He has one aim: a place in the final.", "a place", "one aim"),
        ("Sales fell to £4.1bn, the lowest figure in ten years.", "the lowest figure", "£4.1bn"),
    ],
)
def test_an_apposition_points_at_what_it_explains(annotate: Annotate, text: str, words: str, explains: str) -> None:
    facts = annotate(text)
    assert words_of(facts, phrase(facts, words).apposition_of) == explains


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("After the meeting, Ann Roe went home.", "Ann Roe"),
        ("In May, the mayor resigned.", "the mayor"),
        ("She sold bread, milk and cheese.", "milk"),
        ("Under the deal, the union gave up its claim.", "the union"),
        ("She was born in Ghent, Belgium, in 1970.", "Belgium"),
        ("The union, the church and the police agreed.", "the church"),
        ("The samples [12] were lost.", "12"),
        ("Thank you, Mr Speaker.", "Mr Speaker"),
        ("The jury praised the bread, the cheese and the cider.", "the cheese"),
        ("He said that in May, the council had agreed.", "the council"),
        ("The tests failed; for example, the third test took hours.", "the third test"),
    ],
)
def test_what_only_follows_a_comma_is_no_apposition(annotate: Annotate, text: str, words: str) -> None:
    facts = annotate(text)
    assert phrase(facts, words).apposition_of is None


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Both ministers resigned.", "Both ministers", 2),
        ("The trio were late.", "The trio", 3),
        ("The other 12 men left.", "The other 12 men", 12),
        ("The ministers resigned.", "The ministers", None),
        ("A minister resigned.", "A minister", None),
    ],
)
def test_a_phrase_knows_how_many_it_speaks_of(annotate: Annotate, text: str, words: str, count: float | None) -> None:
    assert phrase(annotate(text), words).number == count


def test_an_owner_is_a_phrase_of_its_own(annotate: Annotate) -> None:
    facts = annotate("The firm's two ovens were sold.")
    assert words_of(facts, phrase(facts, "two ovens").owner) == "The firm"


def test_members_of_a_list_know_each_other(annotate: Annotate) -> None:
    facts = annotate("Police arrested Ann Roe, Jim Hay and Carl Holm on Monday.")
    members = phrase(facts, "Jim Hay").conjoined
    assert [words_of(facts, i) for i in members] == ["Ann Roe", "Jim Hay", "Carl Holm"]


def test_a_whole_is_no_member_of_the_list_of_its_parts(annotate: Annotate) -> None:
    facts = annotate("Four teenagers, three boys and a girl, stole a boat.")
    assert phrase(facts, "Four teenagers").conjoined == ()
    assert [words_of(facts, i) for i in phrase(facts, "three boys").conjoined] == ["three boys", "a girl"]


def test_those_who_are_named_behind_their_number_are_a_list_of_their_own(annotate: Annotate) -> None:
    facts = annotate("Two builders, Ann Roe and Jim Hay, worked through the night.")
    assert phrase(facts, "Two builders").conjoined == ()
    assert [words_of(facts, i) for i in phrase(facts, "Jim Hay").conjoined] == ["Ann Roe", "Jim Hay"]


def test_ages_are_not_listed_with_those_whose_they_are(annotate: Annotate) -> None:
    facts = annotate("Police held two youths, aged 14 and 16, over a break-in.")
    assert phrase(facts, "two youths").conjoined == ()
