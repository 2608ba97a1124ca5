"""Credits: headline, standfirst, byline and date lines in the orders of many papers."""

import pytest

from factlint.lexicon import Lexicon
from factlint.read import read

BODY = """The market hall in Lund will open again in May, the city said on Monday.

Some 400 people worked on its roof for two years, and the bill came to four million kronor.

“It is lighter than I remember,” said Karin Holm, who sells fish there."""

H = "Market hall in Lund to open again in May"
STANDFIRST = "Traders have sold their fish from tents for two years. The last one folds in April."


def kinds(source: str, lexicon: Lexicon, path: str = "a.txt") -> list[tuple[str, str]]:
    article = read(path, source.encode(), lexicon)
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks if b.kind != "paragraph"]


def date(source: str, lexicon: Lexicon, path: str = "a.txt") -> str | None:
    return read(path, source.encode(), lexicon).metadata.date


ORDERS = {
    "headline, writer, day": (f"{H}\n\nBy Anna Lind\n\n12 March 2024\n\n{BODY}", "Hb c"),
    "the section before the writer": (f"{H}\n\nCYCLING | By Anna Lind in Ghent\n\n12 March 2024\n\n{BODY}", "Hb c"),
    "no blank lines between": (f"{H}\nBy Anna Lind\n12 March 2024\n\n{BODY}", "Hb c"),
    "day first": (f"12 March 2024\n\n{H}\n\nBy Anna Lind\n\n{BODY}", "cH b"),
    "section, headline, day": (f"CITY NEWS\n\n{H}\n\nTuesday 12 March 2024\n\n{BODY}", "hH c"),
    "standfirst above the byline": (f"{H}\n\n{STANDFIRST}\n\nBy Anna Lind\n\nMarch 12, 2024\n\n{BODY}", "Hs b c"),
    "role below the name": (f"{H}\n\nBy Anna Lind\nCity reporter\nTue 12 Mar 2024 09.30 GMT\n\n{BODY}", "Hb c c"),
    "name without by": (f"{H}\n\nAnna Lind and Peter Rowe\n12 March 2024\n\n{BODY}", "Hb c"),
    "name, role and day apart": (f"{H}\n\nAnna Lind\n\nCourts Correspondent\n\nMarch 12, 2024\n\n{BODY}", "Hb c c"),
    "the paper's name with the day": (f"{H}\n\nBy Anna Lind\n\nLund Gazette, 12 March 2024\n\n{BODY}", "Hb c"),
    "the paper's name in a line": (f"{H}\n\nBy Anna Lind\nLund Business Gazette\nMarch 12, 2024\n\n{BODY}", "Hb c c"),
    "published and updated": (
        f"{H}\n\nBy Anna Lind\n\nPublished: 12 March 2024, 06:12 GMT | Updated: 14 March 2024, 07:00 GMT\n\n{BODY}",
        "Hb c",
    ),
    "updated above published": (
        f"{H}\n\nBy Anna Lind\n\nUpdated on March 14, 2024 at 5:30 p.m.\nPublished March 12, 2024\n\n{BODY}",
        "Hb c c",
    ),
    "zone and clock before the day": (
        f"{H}\n\nBy ANNA LIND\n\nPublished 9:02 AM EDT, Tue March 12, 2024\n\n{BODY}",
        "Hb c",
    ),
    "minutes of reading": (f"{H}\n\nBy Anna Lind\n\n12 March 2024 • 4 min read\n\n{BODY}", "Hb c"),
    "writer, place and day in one line": (f"{H}\n\nBy Anna Lind in Lund. Tuesday, 12 March 2024.\n\n{BODY}", "Hb"),
    "bars between": (f"{H}\n\nBy Anna Lind | March 12, 2024\n\n{BODY}", "Hb"),
    "a particle in the name": (f"{H}\n\nBy Noura al-Hakim, Staff Reporter\n12 March 2024\n\n{BODY}", "Hb c"),
    "the desk": (f"{H}\n\nCity Desk\n\nTuesday, 12 March 2024\n\n{BODY}", "Hc c"),
    "from somebody": (f"{H}\n\nFrom Anna Lind, Malmö\n12 March 2024\n\n{BODY}", "Hb c"),
    "labels before the names": (
        f"{H}\n\nWords: Anna Lind\nPictures: Peter Rowe\nPublished: 12 March 2024\n\n{BODY}",
        "Hb c c",
    ),
    "day in figures": (f"{H}\n\nBy Anna Lind\n\n2024-03-12\n\n{BODY}", "Hb c"),
    "day in figures with stops": (f"{H}\n\nBy Anna Lind\n\n12.03.2024\n\n{BODY}", "Hb c"),
    "ordinal": (f"{H}\n\nBy Anna Lind\n\n12th March, 2024\n\n{BODY}", "Hb c"),
    "place and day": (f"{H}\n\nLund, Sweden, 12 March 2024\n\n{BODY}", "Hc"),
    "dateline with the day": (f"{H}\n\nBy Anna Lind\n\nLUND, Sweden, 12 March 2024 (SNA) — {BODY}", "Hb d"),
    "dateline in small letters with the day": (f"{H}\n\nBy Anna Lind\n\nLund, Sweden, March 12, 2024 - {BODY}", "Hb d"),
    "capitals": (f"{H.upper()}\n\nBY ANNA LIND\n\nMARCH 12, 2024\n\n{BODY}", "Hb c"),
}
LETTERS = {"headline": "H", "standfirst": "s", "byline": "b", "credit": "c", "dateline": "d", "heading": "h"}


@pytest.mark.parametrize(("source", "order"), ORDERS.values(), ids=ORDERS)
def test_the_lines_around_the_headline_are_told_in_any_order(lexicon: Lexicon, source: str, order: str) -> None:
    found = [LETTERS[kind] for kind, _ in kinds(source, lexicon)]
    assert found == list(order.replace(" ", ""))
    assert date(source, lexicon) == "2024-03-12"


def test_a_day_without_a_year_is_a_date_line_and_tells_no_date(lexicon: Lexicon) -> None:
    source = f"{H}\n\nBy Anna Lind\n\nTuesday 12 March\n\n{BODY}"
    assert kinds(source, lexicon)[2] == ("credit", "Tuesday 12 March")
    assert date(source, lexicon) is None


def test_slashes_tell_the_day_only_where_one_number_can_be_no_month(lexicon: Lexicon) -> None:
    assert date(f"{H}\n\nBy Anna Lind\n\n03/04/2024\n\n{BODY}", lexicon) is None
    assert date(f"{H}\n\nBy Anna Lind\n\n03/14/2024\n\n{BODY}", lexicon) == "2024-03-14"


def test_days_above_the_parts_of_a_timeline_are_no_date_of_the_article(lexicon: Lexicon) -> None:
    source = f"{H}\n\n12 March 2024\n\n{BODY}\n\n15 April 2024\n\nThe roof was done."
    assert date(source, lexicon) is None
    assert kinds(source, lexicon) == [("headline", H)]


def test_a_line_without_a_stop_below_the_headline_is_the_standfirst(lexicon: Lexicon) -> None:
    source = f"{H}\n\nTraders had waited for the new roof since the flood of 2011\n\n{BODY}"
    assert [kind for kind, _ in kinds(source, lexicon)] == ["headline", "standfirst"]


@pytest.mark.parametrize(
    "line",
    [
        "Traders had waited for the new roof of the",
        "Traders had waited for the roof.",
        "Tested by: Anna Lind Price: 40 kronor More: at the hall",
        "The new roof",
    ],
)
def test_a_line_cut_off_or_of_a_form_or_a_label_is_no_standfirst(lexicon: Lexicon, line: str) -> None:
    assert "standfirst" not in [kind for kind, _ in kinds(f"{H}\n\n{line}\n\n{BODY}", lexicon)]


def test_a_note_of_the_desk_is_no_standfirst(lexicon: Lexicon) -> None:
    source = f"{H}\n\n(Adds quote from trader)\n\nBy Anna Lind\n\n{BODY}"
    assert [kind for kind, _ in kinds(source, lexicon)] == ["headline", "byline"]


def test_a_lead_above_a_late_byline_of_many_paragraphs_is_no_standfirst(lexicon: Lexicon) -> None:
    assert "standfirst" not in [kind for kind, _ in kinds(f"{H}\n\n{BODY}\n\nBy Anna Lind\n\nThe end.", lexicon)]


@pytest.mark.parametrize(
    "line",
    [
        "The market opened on 12 March 2024",
        "Traders wait until 12 March 2024",
        "By Monday the tents had gone",
        "12 March 2024 was the day",
        "Open from 9:00 on 12 March 2024?",
    ],
)
def test_a_line_that_tells_more_is_no_credit(lexicon: Lexicon, line: str) -> None:
    assert not {"byline", "credit", "dateline"} & {kind for kind, _ in kinds(f"{H}\n\n{line}\n\n{BODY}", lexicon)}


def test_a_place_before_a_colon_is_a_dateline_where_it_is_a_place(lexicon: Lexicon) -> None:
    assert ("dateline", "LAHORE:") in kinds(f"{H}\n\nLAHORE: The court sat on Monday.\n\n{BODY}", lexicon)
    assert ("dateline", "ARKENBY:") in kinds(f"{H}\n\nARKENBY: The court sat.\n\nRain fell in Arkenby.", lexicon)
    assert kinds(f"{H}\n\nFACT CHECK: The court sat on Monday.\n\n{BODY}", lexicon) == [("headline", H)]


FRONT = """---
title: "Market hall opens"
{}
---

The hall opened on Monday.
"""


@pytest.mark.parametrize(
    "field", ["date: 2024-03-12", "date: 12 March 2024", "published: March 12, 2024", "pubDate: 2024-03-12T10:00:00Z"]
)
def test_front_matter_tells_the_day_under_many_names(lexicon: Lexicon, field: str) -> None:
    assert (date(FRONT.format(field), lexicon, "a.md") or "")[:10] == "2024-03-12"


def test_the_subtitle_of_front_matter_is_the_standfirst(lexicon: Lexicon) -> None:
    source = FRONT.format('subtitle: "The tents fold in April"')
    assert kinds(source, lexicon, "a.md") == [
        ("headline", "Market hall opens"),
        ("standfirst", "The tents fold in April"),
    ]


def test_in_markdown_too_the_lines_below_the_headline_are_told(lexicon: Lexicon) -> None:
    source = f"# {H}\n\n*{STANDFIRST}*\n\nBy **Anna Lind**\n\n12 March 2024\n\n{BODY}"
    assert [kind for kind, _ in kinds(source, lexicon, "a.md")] == ["headline", "standfirst", "byline", "credit"]
    assert date(source, lexicon, "a.md") == "2024-03-12"


def test_a_long_line_in_capitals_is_no_burden(lexicon: Lexicon) -> None:
    line = "THE QUICK BROWN FOX JUMPED OVER THE LAZY DOG AGAIN AND AGAIN " * 20
    assert read("a.txt", f"{H}\n\n{line}.\n\n{BODY}".encode(), lexicon).blocks


@pytest.mark.parametrize(
    "above",
    [
        "The Lund Meridian\nTuesday, 12 March 2024",
        "Scanian Morning Post\nLund, Tuesday, March 12, 2024",
        "The Lund Meridian, Malmö\nObituary\n12 March 2024",
        "FOR IMMEDIATE RELEASE\nSund Wells Trust\nLund, 12 March 2024",
        "Cartons & Crates Weekly\nIssue dated 12 March 2024\n\nCOMPANIES",
        "SUND & DISTRICT GAZETTE\nTuesday 12 March 2024",
        "TOLLS & LOCKS\nScanian edition | Tuesday 12 March 2024",
        "The Sund Herald\nPort of Lund, Scania\nTuesday 12 March 2024",
        "Fells & Fjords Sport\nTuesday 12 March 2024",
        "The Sund Herald\nTuesday 12 March 2024\n\nA PINT OF THE USUAL\nBo Ek-Lind",
    ],
)
def test_the_name_of_the_paper_over_its_day_is_not_the_headline(lexicon: Lexicon, above: str) -> None:
    source = f"{above}\n\n{H}\n\nBy Anna Lind\n\n{BODY}"
    assert [text for kind, text in kinds(source, lexicon) if kind == "headline"] == [H]
    assert date(source, lexicon) == "2024-03-12"


def test_a_wire_in_capitals_stands_above_the_headline(lexicon: Lexicon) -> None:
    source = f"BALTIC WIRE SERVICE\n\n{H}\n\nLUND (BWS) - {BODY}"
    assert [text for kind, text in kinds(source, lexicon) if kind == "headline"] == [H]


@pytest.mark.parametrize("first", ["Mayor Quits Over Loan", "A new bridge for the old town"])
def test_a_headline_over_the_day_is_not_the_name_of_the_paper(lexicon: Lexicon, first: str) -> None:
    source = f"{first}\n12 March 2024\n\nHe leaves in June, the council says\n\n{BODY}"
    assert ("headline", first) in list(kinds(source, lexicon))


def test_a_section_with_a_capital_may_stand_before_the_byline(lexicon: Lexicon) -> None:
    source = f"{H}\n\nCycling | From Anna Lind in Lund\n\n{BODY}"
    assert ("byline", "Cycling | From Anna Lind in Lund") in list(kinds(source, lexicon))
