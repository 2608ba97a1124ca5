"""Every number with its value, its unit, what it counts and where it comes from."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.annotate import Facts
from factlint.facts.model import Figure
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

LEXICON = product().lexicon


def facts(text: str) -> Facts:
    return Analysis(read("a.txt", text.encode(), LEXICON), LEXICON)


def figures(text: str) -> tuple[Figure, ...]:
    return facts(text).figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost £1.5bn in all.", 1.5e9, "GBP"),
        ("It cost US$5m in all.", 5e6, "USD"),
        ("It cost $30, 000 in all.", 3e4, "USD"),
        ("It is 18C there.", 18, "degC"),
        ("It is 18c a kilo.", 18, "USX"),
        ("It had a 94pc clearance.", 94, "percent"),
        ("It cost A$584m in all.", 584e6, "AUD"),
        ("It cost 2.5 million euros in all.", 2.5e6, "EUR"),
        ("It cost half a million pounds.", 5e5, "GBP"),
        ("It fell by 12.5% last year.", 12.5, "percent"),
        ("It fell by 12 per cent last year.", 12, "percent"),
        ("It fell by five percentage points.", 5, "percentage-point"),
        ("It is 12 miles away.", 12, "mi"),
        ("It is a 12-mile walk.", 12, "mi"),
        ("It is 382m high.", 382, "m"),
        ("It ran at 90mph.", 90, "mi/h"),
        ("It ran at 90 miles an hour.", 90, "mi/h"),
        ("It covers 12 square miles.", 12, "square mi"),
        ("It was -5C at night.", -5, "degC"),
        ("It was minus 5 degrees Celsius.", -5, "degC"),
        ("It holds 12 US gallons.", 12, "us gal"),
        ("They came for two and a half hours.", 2.5, "h"),
        ("It was a three-year deal.", 3, "year"),
    ],
)
def test_the_unit_beside_a_number_is_read(text: str, value: float, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("About 3m people came.", 3e6, "person"),
        ("Twenty-five ships sailed.", 25, "ship"),
        ("Two hundred and fifty thousand homes were lost.", 250_000, "home"),
        ("Two dozen protesters were held.", 24, "protester"),
        ("A dozen local officials spoke.", 12, "official"),
        ("He met 12 women.", 12, "woman"),
    ],
)
def test_what_is_counted_stands_in_dictionary_form(text: str, value: float, subject: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.subject) == (value, subject)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One in five drivers agreed.", 0.2),
        ("Three out of ten drivers agreed.", 0.3),
        ("Two-thirds of drivers agreed.", 2 / 3),
        ("Three quarters of drivers agreed.", 0.75),
        ("A quarter of drivers agreed.", 0.25),
        ("Half of them agreed.", 0.5),
    ],
)
def test_parts_in_words_are_shares(text: str, value: float) -> None:
    (figure,) = figures(text)
    assert figure.value == pytest.approx(value)
    assert figure.claim == "share"


@pytest.mark.parametrize(
    "text",
    [
        "The A320 and the F-16 flew past.",
        "The new Boeing 777 took off.",
        "Call 0207 946 0018 for help.",
        "He has version 2.0.1 of it.",
        "It opened in May 2004.",
        "It was one of the best.",
        "The third man ran.",
        "They met in the 1990s.",
        "It began at 10:30.",
        "Much has changed since 9/11.",
        "The P2P network is shut.",
        "The film is of the Fantastic Four.",
    ],
)
def test_codes_dates_and_pronouns_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ann made 210 rolls, Beth 150 and Carl 100.", [210, 150, 100]),
        ("Holm took 25 bikes, the Lily 30.", [25, 30]),
        ("He flew 12 jets, among them the Boeing 747.", [12]),
    ],
)
def test_a_name_in_a_list_that_a_verb_began_has_its_number(text: str, values: list[float]) -> None:
    assert [figure.value for figure in figures(text)] == values


@pytest.mark.parametrize(
    "text", ["Ann Roe, 34, won.", "The 34-year-old won.", "Ann Roe, aged 34, won.", "She won at the age of 34."]
)
def test_ages_in_every_form(text: str) -> None:
    assert [(figure.value, figure.claim) for figure in figures(text)][:1] in ([(34.0, "age")], [(34.0, "count")])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("They led 38-27 late in the game.", ["score", "score"]),
        ("They played a 2-3 zone.", ["score", "score"]),
        ("It takes 2-3 busy nurses.", ["count", "count"]),
        ("It stood at 1-15 by then.", ["score", "score"]),
        ("The fifty-seventh minute came.", ["ordinal"]),
        ("He went to No 10 with it.", ["ordinal"]),
    ],
)
def test_results_and_places_in_a_row_are_no_counts(text: str, claims: list[str]) -> None:
    assert [figure.claim for figure in figures(text)] == claims


def test_digits_joined_to_what_another_number_counts_count_nothing() -> None:
    assert [figure.form for figure in figures("She made six 3-pointers.")] == ["words", "prefix"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("More than 300 people came.", "over"),
        ("At least 300 people came.", "over"),
        ("Nearly 300 people came.", "under"),
        ("Some 300 people came.", "about"),
        ("Exactly 300 people came.", "exact"),
    ],
)
def test_hedges_say_how_exact_a_figure_is(text: str, precision: str) -> None:
    assert figures(text)[0].precision == precision


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("More than 40,000 homes are empty, according to the council.", "the council"),
        ("The council said 40,000 homes were empty.", "The council"),
        ("Some 40,000 homes are empty. The council counted them in May.", "The council"),
        ("More than 40,000 homes are empty.", None),
        ("An estimated 40,000 homes are empty.", None),
        ("In the United States 40,000 homes are empty.", None),
    ],
)
def test_the_source_stands_in_the_sentence_or_the_paragraph(text: str, source: str | None) -> None:
    found = figures(text)[0].source
    assert (found.text if found else None) == source


def test_a_toll_is_a_finding() -> None:
    (figure,) = (f for f in figures("He wants to end the war that has killed 250,000 people.") if f.value > 10)
    assert figure.finding == "toll"
    assert figure.claim == "casualties"


def test_a_count_taken_up_with_another_number_is_restated() -> None:
    text = "The firm will cut 277 jobs in Ohio, it said.\n\nDetails of the 227 jobs will follow on Friday."
    assert [[other.value for other in figure.restated] for figure in figures(text)] == [[], [277.0]]


def test_a_headline_figure_that_the_body_rounds_is_not_restated() -> None:
    text = "Airline in $1.8bn deal\n\nThe airline has ordered 30 planes for $1.79bn.\n\nThey come in May."
    assert not any(figure.restated for figure in figures(text))


@given(st.integers(0, 10**12))
def test_digits_with_separators_keep_their_value(number: int) -> None:
    found = [figure.value for figure in figures(f"They counted {number:,} leaves.")]
    assert found == [float(number)]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80))
def test_figures_lie_inside_the_text_and_never_overlap(text: str) -> None:
    found = sorted(figures("Some 30 people came. " + text))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(figure.start < figure.end for figure in found)
