"""Web pages: the article found in them, its blocks, and the place of every character in the source."""

import pytest

from factlint.lexicon import Lexicon
from factlint.read import Article, ReadError, read

PAGE = """<!DOCTYPE html>
<html><head><title>Market hall opens in May | Lund Gazette</title>
<meta property="og:title" content="Market hall opens in May">
<meta property="og:site_name" content="Lund Gazette">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Market hall opens in May",
"datePublished": "2024-03-12T06:00:00Z", "author": [{"@type": "Person", "name": "Anna Lind"}]}</script>
<style>p { color: red; said: "nothing"; }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article>
<h1>Market hall opens in May</h1>
<p class="standfirst">Traders have sold fish from tents for two years, and the last tent folds in April.</p>
<div class="byline">By <a href="/lind">Anna Lind</a></div><time datetime="2024-03-12">12 March 2024</time>
<div class="article-body">
<p>The hall in Lund will open again in May, the city said on Monday, and the rents will stay as they are.</p>
<figure><img src="hall.jpg"><figcaption>The hall&rsquo;s new roof</figcaption></figure>
<p>Some 400&nbsp;people worked on its roof, and the bill came to four million kronor, 10&#37; more than planned.</p>
<div class="related-stories"><p>Read also: Why the old bridge must go, and what it would cost the city.</p></div>
<h2>What it costs</h2>
<blockquote><p>It is lighter than I remember, and it smells of paint, not of fish, which my son likes.</p></blockquote>
<ul><li>Rent: 400 kronor a day</li><li>Stalls: 60</li></ul>
<p>Karin Holm<!-- a note --> sells fish there; “it is <em>lighter</em>”,
she said, “than I remember it”.<script>track()</script></p>
</div></article><aside><p>Sign up for our newsletter, which comes every morning, and read more.</p></aside></main>
<footer><p>All rights reserved, Lund Gazette, 2024. Write to us, or telephone, on any day.</p></footer></body></html>
"""


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_the_article_in_a_page_is_read_and_nothing_beside_it(lexicon: Lexicon) -> None:
    assert kinds(read("a.html", PAGE.encode(), lexicon)) == [
        ("headline", "Market hall opens in May"),
        ("standfirst", "Traders have sold fish from tents for two years, and the last tent folds in April."),
        ("byline", "By Anna Lind"),
        ("credit", "12 March 2024"),
        (
            "paragraph",
            "The hall in Lund will open again in May, the city said on Monday, and the rents will stay as they are.",
        ),
        ("caption", "The hall’s new roof"),
        (
            "paragraph",
            "Some 400 people worked on its roof, and the bill came to four million kronor, 10% more than planned.",
        ),
        ("heading", "What it costs"),
        ("blockquote", "It is lighter than I remember, and it smells of paint, not of fish, which my son likes."),
        ("list-item", "Rent: 400 kronor a day"),
        ("list-item", "Stalls: 60"),
        ("paragraph", "Karin Holm sells fish there; “it is lighter”, she said, “than I remember it”."),
    ]


def test_a_page_says_when_and_by_whom_its_article_was_published(lexicon: Lexicon) -> None:
    metadata = read("a.html", PAGE.encode(), lexicon).metadata
    assert metadata[:3] == ("Market hall opens in May", "2024-03-12", "Anna Lind")


@pytest.mark.parametrize("words", ["hall’s new", "10% more", "400 people", "lighter”, she", "Karin Holm sells"])
def test_every_character_is_placed_in_the_source(lexicon: Lexicon, words: str) -> None:
    article = read("a.html", PAGE.encode(), lexicon)
    at = article.source.index(words)
    assert article.map is not None
    start, end = article.map.start(at), article.map.end(at + len(words))
    written = PAGE[start:end]
    assert written[0] == words[0]
    assert written[-1] == words[-1]
    for sign, read_as in {
        "&rsquo;": "’",
        "&#37;": "%",
        "&nbsp;": " ",
        "<em>": "",
        "</em>": "",
        "<!-- a note -->": "",
    }.items():
        written = written.replace(sign, read_as)
    assert " ".join(written.split()) == words


def test_a_fragment_is_read_whole(lexicon: Lexicon) -> None:
    source = "<h1>Hall opens</h1><p>It opens in May.<br><br>It has 60 stalls.</p><p class=byline>By Ann Roe</p>"
    assert kinds(read("a.html", source.encode(), lexicon)) == [
        ("headline", "Hall opens"),
        ("paragraph", "It opens in May."),
        ("paragraph", "It has 60 stalls."),
        ("byline", "By Ann Roe"),
    ]


def test_paragraphs_and_items_that_are_never_closed_are_apart(lexicon: Lexicon) -> None:
    source = "<p>One stands here.<p>Two stands here.<ul><li>Three<li>Four</ul>"
    found = kinds(read("a.html", source.encode(), lexicon))
    assert found == [
        ("paragraph", "One stands here."),
        ("paragraph", "Two stands here."),
        ("list-item", "Three"),
        ("list-item", "Four"),
    ]


def test_a_note_to_factlint_in_a_comment_is_heard(lexicon: Lexicon) -> None:
    article = read("a.html", b"<p>One.</p><!-- factlint: ignore QUO101 --><p>Two.</p>", lexicon)
    assert [(d.verb, d.codes) for d in article.directives] == [("ignore", ("QUO101",))]
    assert [words for _, words in kinds(article)] == ["One.", "Two."]


def test_the_encoding_that_a_page_declares_holds(lexicon: Lexicon) -> None:
    raw = '<meta charset="iso-8859-1"><p>The café was full, “they” said.</p>'.encode("cp1252")
    assert kinds(read("a.html", raw, lexicon)) == [("paragraph", "The café was full, “they” said.")]


def test_a_page_without_prose_is_told_in_a_sentence(lexicon: Lexicon) -> None:
    with pytest.raises(ReadError, match="a web page without an article"):
        read("a.html", b"<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>", lexicon)


@pytest.mark.parametrize(
    "piece", ['<a "', "<!--", "<![CDATA[", "<a b=", "<script>", "&#", "<?", "</", "<p><div>", "<b>", "<li><ul>"]
)
def test_broken_markup_is_read_as_well_as_it_can_be(lexicon: Lexicon, piece: str) -> None:
    source = "<p>The hall will open again in May.</p>" + piece * 5_000
    assert kinds(read("a.html", source.encode(), lexicon))[0][1].startswith("The hall will open")


def test_a_heading_of_any_level_is_the_headline_where_the_declared_title_has_but_the_papers_name_behind_it(
    lexicon: Lexicon,
) -> None:
    prose = "".join(
        f"<p>The bridge over the Lune reopened on Friday, and {n} stalls beside it did.</p>" for n in (3, 5, 8)
    )
    page = (
        "<!doctype html><html><head><title>Bridge reopens after a year of work - The Herald</title></head><body>"
        f"<article><h2>Bridge reopens after a year of work</h2>{prose}<h2>More from the Lune</h2></article></body>"
    )
    found = kinds(read("a.html", page.encode(), lexicon))
    assert [words for kind, words in found if kind == "headline"] == ["Bridge reopens after a year of work"]
