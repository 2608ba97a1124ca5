"""Block quotes: somebody's words without quotation marks, set off from the text."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

Annotate = Callable[[str], Facts]
LEXICON = product().lexicon


@pytest.fixture(params=["article.md", "article.txt"])
def quoted(request: pytest.FixtureRequest) -> Callable[[str], list[tuple[str, str | None]]]:
    def found(text: str) -> list[tuple[str, str | None]]:
        facts = Analysis(read(request.param, text.encode(), LEXICON), LEXICON)
        assert {quote.kind for quote in facts.quotes} <= {"direct"}
        return [(facts.text(quote), quote.speaker.text if quote.speaker else None) for quote in facts.quotes]

    return found


Quoted = Callable[[str], list[tuple[str, str | None]]]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("In his farewell letter, Walter Ives wrote:", "Walter Ives"),
        ("Marta Voss told residents by email:", "Marta Voss"),
        ("The council published this statement on Monday:", "The council"),
        ("On Friday the judge ruled:", "the judge"),
        ("Nora Keane, who has led the strike since May, posted on her page:", "Nora Keane"),
        ("“It is over,” said Rosa Lind. She later added on her blog:", "She"),
    ],
)
def test_it_is_credited_by_the_sentence_that_leads_to_it(quoted: Quoted, lead: str, speaker: str) -> None:
    text = f"# Mill closes\n\n{lead}\n\n> The mill owes me nothing. I came with a bag.\n\nThe mill opened in 1934.\n"
    assert quoted(text)[-1] == ("The mill owes me nothing. I came with a bag.", speaker)


@pytest.mark.parametrize(
    "signed",
    [
        "> The mill owes me nothing.\n>\n> — Walter Ives, weaver",
        "> The mill owes me nothing.\n\n— Walter Ives, weaver",
        "> The mill owes me nothing. — Walter Ives",
        "> The mill owes me nothing.\n>\n> – Walter Ives",
        "> The mill owes me nothing.\n\n-- Walter Ives, in his last letter",
        "> The mill owes me nothing.\n>\n> ~ Walter Ives",
    ],
)
def test_the_line_that_signs_it_is_its_credit_and_no_part_of_it(quoted: Quoted, signed: str) -> None:
    text = f"# Mill closes\n\nThe mill opened in 1934.\n\n{signed}\n\nIt burned in May.\n"
    assert quoted(text) == [("The mill owes me nothing.", "Walter Ives")]


def test_blocks_in_a_row_are_one_quote(quoted: Quoted) -> None:
    text = "# Mill closes\n\nWalter Ives wrote:\n\n> The mill owes me nothing.\n>\n> I came with a bag.\n\nIt burned.\n"
    assert [speaker for _, speaker in quoted(text)] == ["Walter Ives"]


def test_without_a_word_on_whose_it_is_it_has_no_speaker(quoted: Quoted) -> None:
    text = "# Mill closes\n\nThe mill opened in 1934.\n\n> The river does not read your maps.\n\nIt burned in May.\n"
    assert quoted(text) == [("The river does not read your maps.", None)]


def test_with_marks_of_its_own_they_count(quoted: Quoted) -> None:
    text = "# Mill closes\n\nThe notice says:\n\n> “All leave is cancelled until further notice.”\n\nIt burned.\n"
    assert quoted(text) == [("“All leave is cancelled until further notice.”", "The notice")]


@pytest.mark.parametrize(
    "note", ["> Note: this page is being updated.", "> Related: The mill in pictures", "> Read on"]
)
def test_a_note_to_the_reader_is_no_quote(quoted: Quoted, note: str) -> None:
    assert quoted(f"# Mill closes\n\nThe mill opened in 1934.\n\n{note}\n\nIt burned in May.\n") == []


def test_quotations_inside_it_are_deeper(annotate: Annotate) -> None:
    facts = annotate("Mill closes\n\nWalter Ives wrote:\n\n> They said “no” to me.\n\nIt burned in May.")
    assert [(facts.text(q), q.depth, q.family) for q in facts.quotations] == [
        ("They said “no” to me.", 0, "none"),
        ("“no”", 1, "double"),
    ]


@pytest.mark.parametrize(
    ("lead", "quotes"),
    [
        ("Judge Carla Nunez wrote:", ["The statute says what it says."]),
        ("The letter reads:", ["The statute says what it says."]),
        ("The squad for Sunday:", []),
        ("Judge Carla Nunez wrote.", []),
    ],
)
def test_an_indented_block_of_plain_text_is_quoted_where_words_of_saying_lead_to_it(
    annotate: Annotate, lead: str, quotes: list[str]
) -> None:
    facts = annotate(f"Court rules\n\n{lead}\n\n    The statute says what it says.\n\nThe state will appeal.")
    assert [facts.text(quote) for quote in facts.quotes] == quotes


@pytest.mark.parametrize(("piece", "quotes"), [("> no\n\n", 1), ("He said:\n\n    No to it all.\n\n", 5_000)])
def test_thousands_of_them_are_read_to_the_last(annotate: Annotate, piece: str, quotes: int) -> None:
    facts = annotate("Mill closes\n\nIt burned in May.\n\n" + piece * 5_000)
    assert len(facts.quotes) == quotes
