"""Markdown: prose reaches the rules at its own place in the source, markup never does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.compiled import product
from factlint.read import read
from factlint.read.article import Article
from factlint.read.decode import ReadError

LEXICON = product().lexicon


def markdown(source: str) -> Article:
    return read("a.md", source.encode(), LEXICON)


def blocks(source: str) -> list[tuple[str, str]]:
    """Kind and words of each block, white space folded."""
    article = markdown(source)
    return [(b.kind, " ".join(article.text[b.start : b.end].split())) for b in article.blocks]


PIECES = st.sampled_from(
    ["word ", "“Yes,” ", "*", "**", "_", "`", "``", "[a](b) ", "![a](b)", "<b>", "<!-- x -->", "&amp; ", "\\* ", "\n",
     "\n\n", "# ", "> ", "- ", "1. ", "    ", "\t", "---\n", "| a | b |\n", "|--|--|\n", "[", "]", "(", ")", "\r\n",
     "<http://a.b> ", "é\u0301 ", "語 ", "\f", "\u00a0", "```\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_prose_stands_where_it_stands_in_the_source(source: str) -> None:
    article = markdown(source)
    source = re.sub("\r\n?", "\n", source)
    assert len(article.text) == len(source)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end
        end = block.end
        assert article.text[block.start : block.end].strip()
    for place, character in enumerate(article.text):
        assert character == source[place] or character == " " or (character == "&" and source[place] == "&")


# A line of four spaces opens a block of code, which is markup.
@given(st.text(alphabet=st.sampled_from(list("aé “”’.,!\n"))).filter(lambda source: "    " not in source))
def test_text_without_markup_is_read_whole(source: str) -> None:
    article = markdown(source)
    assert article.text.split() == source.split()


def test_a_paragraph_below_a_line_of_odd_white_space_is_read() -> None:
    assert blocks("\u00a0\nOne bridge.\n\n> \u00a0\n> Two bridges.") == [
        ("paragraph", "One bridge."),
        ("blockquote", "Two bridges."),
    ]


def test_code_addresses_html_and_comments_are_masked() -> None:
    [(_, words)] = blocks(
        'The *mayor* ran `rm -rf` on [the site](http://a.b/c_(d) "it\'s up") <!-- “gone” --> <b>then</b> left <http://x.y>.'
    )
    assert words == "The mayor ran on the site then left ."


def test_code_blocks_and_html_blocks_are_masked() -> None:
    assert blocks("Text.\n\n```\n“code”\n```\n\n    indented\n\n<div>\n“html”\n</div>\n") == [("paragraph", "Text.")]


def test_entities_and_escapes_are_what_they_stand_for() -> None:
    assert blocks("Marks &amp; Spencer\\*s")[0][1] == "Marks & Spencer *s"


def test_headings_quotations_lists_and_tables() -> None:
    source = "# Council votes\n\n## Why\n\nIt leaks.\n\n> We shall\n> miss it.\n\n- One\n- Two\n\n"
    source += "| a | b |\n|---|---|\n| c | d |\n"
    assert blocks(source) == [
        ("headline", "Council votes"),
        ("heading", "Why"),
        ("paragraph", "It leaks."),
        ("blockquote", "We shall miss it."),
        ("list-item", "One"),
        ("list-item", "Two"),
        ("list-item", "a"),
        ("list-item", "b"),
        ("list-item", "c"),
        ("list-item", "d"),
    ]


def test_emphasis_under_a_picture_is_its_caption() -> None:
    assert blocks("Text.\n\n![pool](p.jpg)\n*The pool in May.*\n\n*Not so here.*") == [
        ("paragraph", "Text."),
        ("caption", "The pool in May."),
        ("paragraph", "Not so here."),
    ]


def test_front_matter_becomes_metadata_and_its_title_the_headline() -> None:
    article = markdown('---\ntitle: "Council votes"\ndate: 2024-05-01\nauthor:\n  - Ann Lee\n---\nThe pool shuts.\n')
    assert article.metadata == ("Council votes", "2024-05-01", "Ann Lee", None)
    assert [(b.kind, article.source[b.start : b.end]) for b in article.blocks] == [
        ("headline", "Council votes"),
        ("paragraph", "The pool shuts."),
    ]


def test_toml_front_matter_is_read_too() -> None:
    assert markdown('+++\ntitle = "Council votes"\n+++\nText.').metadata.title == "Council votes"


def test_a_heading_is_the_headline_before_a_title_is() -> None:
    assert blocks("---\ntitle: Slug\n---\n# Council votes\n\nText.")[0] == ("headline", "Council votes")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("---\ntitle: [a\n---\nText.", r"it has front matter that is not YAML: .* at line \d+, column \d+"),
        ("---\na: &x [1]\nb: *x\n---\nText.", "it has front matter with a YAML alias"),
        ("+++\ntitle = \n+++\nText.", "it has front matter that is not TOML: "),
    ],
)
def test_broken_front_matter_is_told_in_a_sentence(source: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        markdown(source)
    assert re.match(message, str(caught.value))


def test_a_rule_of_dashes_later_on_is_no_front_matter() -> None:
    assert [kind for kind, _ in blocks("Text.\n\n---\n\nMore.")] == ["paragraph", "paragraph"]


def test_carriage_returns_keep_the_places_true() -> None:
    source = "# A *b*\r\n\r\nOne\r\ntwo **three**.\r\n"
    article = markdown(source)
    assert article.map is not None
    places = [(article.map.start(b.start), article.map.end(b.end)) for b in article.blocks]
    assert [source[start:end] for start, end in places] == ["A *b", "One\r\ntwo **three**."]


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ("Wall to rise\n\n## The costs\n\nIt costs much.\n\n## The views\n\nAll like it.\n", "markdown"),
        ("---\ntitle: Wall to rise\n---\n\n# Wall to rise\n\nIt costs much.\n", "markdown"),
        ("---\r\ntitle: Wall to rise\r\n---\r\n\r\n# Wall to rise\r\n\r\nIt costs much.\r\n", "markdown"),
        ("---\ntitle: Wall to rise\n---\n\nIt costs much.\n\nAll like it.\n", "plain"),
        ("Wall to rise\n\n## The costs\n\nIt costs much, and all like it.\n", "plain"),
        ("Wall to rise\n\n#wall is read everywhere.\n\n#costs is not.\n\nAll like it.\n", "plain"),
        ("Wall to rise\n\n**Why?**\n\nIt leaks.\n\n**When?**\n\nIn May.\n\n**Who?**\n\nMe.\n", "markdown"),
        ("Wall to rise\n\n**Why?**\n\nIt leaks.\n\n**When?**\n\nIn May.\n", "plain"),
        ("Wall to rise\n\nIt is **much**, and all like it **well**.\n", "plain"),
    ],
)
def test_a_text_file_written_in_markdown_is_read_as_markdown(source: str, format: str) -> None:
    assert read("a.txt", source.encode(), LEXICON).format == format


def test_what_is_called_plain_is_read_as_plain_whatever_it_holds() -> None:
    source = "# Wall to rise\n\nIt costs much.\n\n# The views\n\nAll like it.\n"
    assert read("a.txt", source.encode(), LEXICON, "plain").format == "plain"
