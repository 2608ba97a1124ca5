"""Plain text: blocks by layout, roles by place and form."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lexicon import Lexicon
from factlint.lint.compiled import product
from factlint.read import read
from factlint.read.article import Article

LEXICON = product().lexicon


def blocks(source: str) -> list[tuple[str, str]]:
    article = read("a.txt", source.encode(), LEXICON)
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


LETTERS = st.sampled_from(list("aB “”'\".,-—>*•1)(\n\r\f\t\u00a0\u200b\u0301\ufeff\u2028語"))


@given(st.text(alphabet=LETTERS, max_size=200))
def test_blocks_are_in_order_apart_and_hold_the_source_as_it_stands(source: str) -> None:
    article = read("a.txt", source.encode(), LEXICON)
    source = re.sub("\r\n?", "\n", source)
    assert article.source == source
    assert len(article.text) == len(source)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end
        assert article.text[block.start : block.end] == source[block.start : block.end].replace("\ufeff", " ")
        end = block.end


@given(st.text(alphabet=LETTERS, max_size=200))
def test_whatever_is_no_white_space_or_marker_lies_in_a_block(source: str) -> None:
    article = read("a.txt", source.encode(), LEXICON)
    outside = list(article.text)
    for block in article.blocks:
        outside[block.start : block.end] = " " * (block.end - block.start)
    headline = next((article.text[b.start : b.end] for b in article.blocks if b.kind == "headline"), None)
    if headline is not None and words("".join(outside)) == words(headline):
        return  # what says the headline again is left out
    assert "".join(outside).strip(" \r\n\f\t\u00a0\u200b\ufeff\u2028\u3000") == ""


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    assert blocks("Council shuts pool\n\nThe council voted.\n") == [
        ("headline", "Council shuts pool"),
        ("paragraph", "The council voted."),
    ]


def test_a_first_sentence_is_no_headline() -> None:
    assert blocks("The council voted on Monday.\n\nThe pool shuts.")[0][0] == "paragraph"


def test_a_headline_with_a_full_stop_is_known_in_a_whole_article() -> None:
    body = (
        "The council of the town voted on Monday night to shut the old pool for good, it said in a statement.\n\n" * 5
    )
    assert blocks("Council shuts pool.\n\n" + body)[0] == ("headline", "Council shuts pool.")


def test_a_headline_of_two_sentences_is_known_in_a_whole_article_by_its_missing_stop() -> None:
    rest = "\n\n".join(["The harbour office will close on Friday and its staff will move to the town hall."] * 5)
    head = "The harbour office is closing. Its lamp will stay"
    assert blocks(f"{head}\n\n{rest}")[0] == ("headline", head)
    assert blocks(f"{head} lit.\n\n{rest}")[0] == ("paragraph", f"{head} lit.")
    assert blocks(f"{head}\n\nIt was lit in 1904.")[0][0] == "paragraph"


def test_short_lines_right_under_the_headline_are_its_deck() -> None:
    source = "Council shuts pool;\nRoe wants a vote on the sale.\n\nThe council voted.\n\nIt was late.\n"
    assert [kind for kind, _ in blocks(source)] == ["headline", "headline", "paragraph", "paragraph"]


def test_no_deck_is_seen_where_no_blank_line_parts_it_from_the_text() -> None:
    source = "Council shuts pool\nRoe wants a vote on the sale.\nThe council voted.\nIt was late.\n"
    assert [kind for kind, _ in blocks(source)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_a_semicolon_before_a_capital_ends_a_headline_and_no_wrapped_line() -> None:
    source = "Council of the old town shuts its pool after vote;\nRoe wants the site to be sold by May.\n\nVote."
    assert [kind for kind, _ in blocks(source)][:2] == ["headline", "headline"]


@given(st.text(alphabet=LETTERS, max_size=60))
def test_what_stands_in_the_text_stands_in_the_file(source: str) -> None:
    article = read("a.txt", source.encode(), LEXICON)
    for at, character in enumerate(article.source if article.map else ""):
        assert article.map is not None
        found = source[article.map.start(at) : article.map.end(at + 1)]
        assert character == ("\n" if found in ("\r", "\r\n") else found)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    assert blocks(end.join(["Council shuts pool", "", "The council voted.", "", "It was late."])) == [
        ("headline", "Council shuts pool"),
        ("paragraph", "The council voted."),
        ("paragraph", "It was late."),
    ]


def test_lines_over_whose_ends_a_sentence_runs_are_one_paragraph_whatever_their_lengths() -> None:
    broken = (
        "The council of the old town by the river voted on Monday to shut its pool\nfor good\n"
        "and to sell the ground, the baths and the old boiler house to the only bidder there was."
    )
    assert blocks(f"Council shuts pool\n\n{broken}")[1] == ("paragraph", broken)
    for apart in (
        "Anna Berg\nlives in Malmo",
        "The pool is shut.\nopen again in May.",
        "In short:\nthe pool is shut.",
        "The pool is shut\nNobody says why.",
    ):
        assert len(blocks(f"Council shuts pool\n\n{apart}")) == 3, apart


def test_narrow_lines_that_each_begin_with_a_capital_or_a_digit_are_a_line_each() -> None:
    lines = "2023: $223 million ($11.0 million)\n2024: $219 million ($7.8 million)"
    assert [words for _, words in blocks(f"Sales of the firm\n\n{lines}")][1:] == lines.split("\n")


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "The council of the old town by the river voted on Monday\nto shut its pool for good."
    assert blocks(f"Council shuts pool\n\n{wrapped}")[1] == ("paragraph", wrapped)


def test_long_lines_without_blank_ones_between_are_paragraphs_each() -> None:
    line = (
        "The council of the old town by the river voted on Monday to shut its pool for good, although many had asked. "
        * 2
    )
    assert [kind for kind, _ in blocks(f"Council shuts pool\n{line}\n{line}")] == ["headline", "paragraph", "paragraph"]


def test_a_dateline_is_cut_off_its_paragraph() -> None:
    assert blocks("Council shuts pool\n\nLUND, Sweden (Reuters) — The council voted.")[1:] == [
        ("dateline", "LUND, Sweden (Reuters) —"),
        ("paragraph", "The council voted."),
    ]


def test_a_dash_after_an_ordinary_opening_makes_no_dateline() -> None:
    assert blocks("Council shuts pool\n\nThe mayor — she was late — voted.")[1][0] == "paragraph"


def test_a_byline_stands_near_the_top() -> None:
    assert blocks("Council shuts pool\n\nBy Ann Lee\n\nThe council voted.")[1] == ("byline", "By Ann Lee")


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert blocks("Council shuts pool\n\nBy Monday the vote was over.\n\nIt was late.")[1][0] == "paragraph"


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lee, left, speaks to reporters in Lund.",
        "Ann Lee (second from right) waits for the vote.",
        "File photo: Ann Lee at a meeting in Lund.",
        "Pictured: Ann Lee in Lund.",
        "Ann Lee waves to supporters outside the town hall in Lund on Monday.",
    ],
)
def test_what_reads_like_the_text_under_a_picture_is_a_caption(words: str) -> None:
    assert blocks(f"Council shuts pool\n\n{words}\n\nThe council voted.")[1] == ("caption", words)


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lee, who left the party, spoke to reporters in Lund.",
        "Ann Lee left the meeting in Lund on Monday.",
        "Pictures of the pool were shown at the meeting.",
        "“We wait,” Ann Lee says outside the town hall in Lund on Monday.",
        "Sen. Ann Lee (R) speaks for the bill. It passed on Monday.",
    ],
)
def test_prose_is_no_caption(words: str) -> None:
    assert blocks(f"Council shuts pool\n\n{words}\n\nThe council voted.")[1] == ("paragraph", words)


def test_lists_and_quotations_lose_their_markers() -> None:
    assert blocks("Council shuts pool\n\n- It leaks.\n- It is old.\n\n> We shall miss it.\n\nThe end.")[1:4] == [
        ("list-item", "It leaks."),
        ("list-item", "It is old."),
        ("blockquote", "We shall miss it."),
    ]


def test_a_lone_dash_credits_and_makes_no_list() -> None:
    assert blocks("Council shuts pool\n\n“We shall miss it.”\n\n— Ann Lee\n\nThe end.")[2] == ("paragraph", "— Ann Lee")


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert blocks("Council shuts pool\n\nThe council voted.\n\nWhat comes next\n\nThe end.")[2][0] == "heading"


def test_the_byline_is_the_author() -> None:
    article: Article = read("a.txt", b"Council shuts pool\n\nBy Ann Lee\n\nThe council voted.", LEXICON)
    assert article.metadata.author == "By Ann Lee"


def test_an_empty_file_has_no_blocks(lexicon: Lexicon) -> None:
    assert read("a.txt", b"", lexicon).blocks == ()


@pytest.mark.parametrize(("words", "kind"), [("WHO PAYS FOR IT?", "heading"), ("Who pays for it?", "paragraph")])
def test_a_question_in_capitals_is_a_heading(words: str, kind: str) -> None:
    assert blocks(f"Council shuts pool\n\nThe council voted.\n\n{words}\n\nThe end.")[2] == (kind, words)


def test_short_lines_in_a_row_are_no_headings() -> None:
    source = "Council shuts pool\n\nIt was a year.\n\nBats left\n\nThrows right\n\nHome runs 19\n\nIt is over.\n"
    kinds = [kind for kind, _ in blocks(source)]
    assert kinds == ["headline", "paragraph", "list-item", "list-item", "list-item", "paragraph"]


def test_a_short_sentence_with_a_footnote_is_no_heading() -> None:
    assert blocks("Council shuts pool\n\nA year.\n\nShe played herself. [18]\n\nIt is over.\n")[2][0] == "paragraph"


def test_a_post_and_the_line_that_signs_it_are_quoted() -> None:
    source = (
        "Slogan is mocked\n\nThe campaign began on Monday.\n\nThe whole point is that you noticed.\n\n"
        "— Governor Ann Roe (@govroe) November 18, 2019\n\nThe campaign will go on.\n"
    )
    assert [kind for kind, _ in blocks(source)] == ["headline", "paragraph", "blockquote", "blockquote", "paragraph"]


def test_a_paragraph_that_names_a_handle_is_no_post() -> None:
    source = "Slogan is mocked\n\nIt began on Monday.\n\nAnn Roe (@govroe) stood by it on Tuesday.\n"
    assert [kind for kind, _ in blocks(source)] == ["headline", "paragraph", "paragraph"]


def test_whole_rows_of_a_table_are_told_from_the_items_of_a_list() -> None:
    source = (
        "Budget passed\n\nThe town has passed its budget.\n\nItem | 2025 | 2026\nRoads | 41 | 44\nStaff | 24 | 25\n"
        "\nIt was the last act:\n\n- the roof\n- the cost\n"
    )
    found = read("a.txt", source.encode(), LEXICON).blocks
    assert [source[block.start : block.end] for block in found if block.row] == [
        "Item | 2025 | 2026",
        "Roads | 41 | 44",
        "Staff | 24 | 25",
    ]


def test_whom_a_letter_is_written_to_is_no_dateline() -> None:
    source = "Letters\n\nSIR – We are the couple who asked for it.\n\nMADAM – It is a comfort to us.\n\nSIR – No.\n"
    assert [kind for kind, _ in blocks(source)][1:] == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Mary Carbery (FG) 1,388 – elected", "Paul O'Dea (FG) 1,102", "Michael Nolan (FF) 968"], 3),
        (["O'Dea +61, 1,163", "M Nolan +40, 1,008", "Sweeney +7, 445 – eliminated"], 3),
        (["1. Karen Hull 43:10", "2. Rosa Meir 43:52", "3. Ann Lee 44:01"], 3),
        (["Kilcarrow 2-17", "Drumsheel 1-18"], 2),
        (["Doors open at 7", "The last bus leaves at 11"], 0),
        (["She left on May 4", "He came on May 5"], 0),
    ],
)
def test_a_list_of_those_who_stood_or_played_is_a_table(lines: list[str], rows: int) -> None:
    source = "Two in, one out\n\nThe count took nine hours, she said.\n\n" + "\n".join(lines) + "\n\nIt is over.\n"
    assert sum(block.row for block in read("a.txt", source.encode(), LEXICON).blocks) == rows


def test_a_short_line_above_a_table_is_its_heading() -> None:
    head = "Second count (Roe's surplus of 163)"
    source = f"Two in\n\nThe count is over.\n\n{head}\n\nO'Dea +61, 1,163\nM Nolan +40, 1,008\nA Lee +7, 445\n"
    assert ("heading", head) in blocks(source)
