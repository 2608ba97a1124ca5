"""Where an article is from, as each format tells it."""

from pathlib import Path

import pytest

from factlint.lexicon import Lexicon
from factlint.read import read
from factlint.read.origin import month_of, origin_of

EXCHANGE = Path(__file__).parent / "exchange"
BODY = "The mill was sold on Monday, the clerk said."
LD = '{"@type": "NewsArticle", "headline": "Mill sold", "publisher": {"@type": "Organization", "name": "The Mercury"}}'


def page(head: str) -> str:
    return f"<html><head>{head}</head><body><article><h1>Mill sold</h1><p>{BODY}</p></article></body></html>"


def nitf(docdata: str, head: str = "") -> str:
    body = f"<body><body.head>{head}</body.head><body.content><p>{BODY}</p></body.content></body>"
    return f"<nitf><head>{docdata}</head>{body}</nitf>"


@pytest.mark.parametrize(
    ("name", "source", "outlet"),
    [
        ("a.md", f"---\ntitle: Mill sold\nnewspaper: The Herald\n---\n\n{BODY}\n", "The Herald"),
        ("a.md", f"+++\ntitle = 'Mill sold'\noutlet = 'The Herald'\n+++\n\n{BODY}\n", "The Herald"),
        ("a.aml", f"headline: Mill sold\npublication: The Herald\nbody: {BODY}\n", "The Herald"),
        ("a.html", page(f"<script type='application/ld+json'>{LD}</script>"), "The Mercury"),
        ("a.html", page("<meta property='og:site_name' content='The  Mercury '>"), "The Mercury"),
        ("a.nitf", nitf("<pubdata name='The Post'/>"), "The Post"),
        ("a.nitf", nitf("<docdata><doc.copyright holder='Post Ltd'/></docdata>"), "Post Ltd"),
        ("a.nitf", nitf("", "<distributor>Post Wire</distributor>"), "Post Wire"),
        ("a.ninjs", f'{{"uri": "a", "copyrightHolder": "Post Ltd", "body_text": "{BODY}"}}', "Post Ltd"),
        ("a.ninjs", f'{{"uri": "a", "infosources": [{{"name": "Post"}}], "body_text": "{BODY}"}}', "Post"),
    ],
)
def test_the_paper_is_what_the_article_declares(name: str, source: str, outlet: str, lexicon: Lexicon) -> None:
    article = read(name, source.encode(), lexicon)
    assert origin_of(article, f"/archive/folder/{name}", lexicon).outlet == outlet
    assert outlet not in article.text.replace("Post Wire", "")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("story.newsml", "PAPER"), ("story-nitf.newsml", "The Ystad Paper"), ("story-data.newsml", "PAPER")],
)
def test_the_paper_of_newsml_is_the_provider_of_the_item_with_the_text(
    name: str, outlet: str, lexicon: Lexicon
) -> None:
    article = read(name, (EXCHANGE / name).read_bytes(), lexicon)
    origin = origin_of(article, None, lexicon)
    assert (origin.outlet, origin.month) == (outlet, "2024-03")


def test_a_file_that_declares_no_paper_counts_for_its_folder(lexicon: Lexicon) -> None:
    article = read("a.txt", f"Mill sold\n\n3 March 2024\n\n{BODY}\n".encode(), lexicon)
    assert origin_of(article, "/archive/Gazette/a.txt", lexicon) == ("Gazette", "2024-03", 14)
    assert origin_of(article, None, lexicon).outlet == ""


@pytest.mark.parametrize(
    ("date", "month"), [("2024-03-11", "2024-03"), ("11 March 2024", "2024-03"), ("soon", ""), ("", "")]
)
def test_a_day_that_cannot_be_read_has_no_month(date: str, month: str, lexicon: Lexicon) -> None:
    assert month_of(date, lexicon) == month
