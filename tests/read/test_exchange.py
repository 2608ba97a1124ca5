"""The formats of news exchange: what of each becomes what, where it stands in the file, and what is refused."""

from pathlib import Path

import pytest

from factlint.lexicon import Lexicon
from factlint.placed import in_file
from factlint.read import Article, Format, ReadError, read
from factlint.read.exchange.jsontexts import Words, read_json, strings

SAMPLES = Path(__file__).parent / "exchange"
STORY = [
    ("headline", "Baker buys mill to grind his own rye"),
    ("byline", "By Ida Holm"),
    ("paragraph", "A baker has bought the old mill for 2m kronor, the town’s clerk said."),
    ("paragraph", "He means to open by Christmas. Nobody else had made an offer."),
    ("caption", "The mill seen from the weir."),
]


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize("name", ["story-1.ninjs", "story-2.ninjs", "story-3.ninjs", "story.aml"])
def test_a_story_reads_the_same(name: str, lexicon: Lexicon) -> None:
    article = read(name, (SAMPLES / name).read_bytes(), lexicon)
    assert kinds(article) == STORY
    assert (article.metadata.date, article.metadata.author) == ("2024-03-11", "By Ida Holm")


def test_newsml_has_its_summary_as_the_standfirst(lexicon: Lexicon) -> None:
    article = read("story.newsml", (SAMPLES / "story.newsml").read_bytes(), lexicon)
    assert kinds(article) == [*STORY[:2], ("standfirst", "The last miller left in 1987"), *STORY[2:]]
    assert article.metadata.date == "2024-03-11"


@pytest.mark.parametrize("name", ["story-nitf.newsml", "story-data.newsml"])
def test_newsml_with_nitf_or_plain_text_reads_the_same(name: str, lexicon: Lexicon) -> None:
    assert kinds(read(name, (SAMPLES / name).read_bytes(), lexicon)) == STORY


def test_the_day_is_that_of_the_text_and_not_of_an_old_picture_sent_with_it(lexicon: Lexicon) -> None:
    article = read("story.newsml", (SAMPLES / "story-data.newsml").read_bytes(), lexicon)
    assert article.metadata.date == "2024-03-11"


def test_nitf_gives_its_elements(lexicon: Lexicon) -> None:
    article = read("story.nitf", (SAMPLES / "story.nitf").read_bytes(), lexicon)
    assert kinds(article) == [
        ("headline", "Baker buys mill to grind his own rye"),
        ("standfirst", "The last miller left in 1987"),
        ("byline", "By Ida Holm"),
        ("dateline", "YSTAD"),
        *STORY[2:],
        ("blockquote", "I want to hear the stones."),
        ("list-item", "Stones: two pairs"),
        ("list-item", "Floors: four"),
        ("credit", "Ida Holm writes about the countryside."),
    ]
    assert article.metadata.date == "2024-03-11"


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_word_stands_in_the_file_where_it_is_said_to(path: Path, lexicon: Lexicon) -> None:
    source = path.read_text(encoding="utf-8")
    article = read(path.name, path.read_bytes(), lexicon)
    assert article.map is not None
    at = 0
    for word in article.text.split():
        at = article.text.index(word, at)
        place = source[article.map.start(at) : article.map.end(at + len(word))]
        plain = place.replace("\\u2019", "’").replace("&#8217;", "’").replace("<em>", "").replace("<\\/em>", "")
        assert plain.replace("</em>", "").replace("</money>", "").replace("</person>", "") == word
        at += len(word)


@pytest.mark.parametrize(
    ("name", "told"),
    [("story.nitf", "nitf"), ("story.newsml", "newsml"), ("story-1.ninjs", "ninjs"), ("story-3.ninjs", "ninjs")],
)
def test_what_a_file_is_is_told_by_its_bytes(name: str, told: Format, lexicon: Lexicon) -> None:
    assert read("export.txt", (SAMPLES / name).read_bytes(), lexicon).format == told


def test_archieml_is_read_where_it_is_named(lexicon: Lexicon) -> None:
    assert read("notes.txt", (SAMPLES / "story.aml").read_bytes(), lexicon, "archieml").format == "archieml"


def test_markup_written_as_text_is_read(lexicon: Lexicon) -> None:
    raw = (SAMPLES / "story.newsml").read_text(encoding="utf-8")
    start, end = raw.index("<inlineXML"), raw.index("</inlineXML>") + len("</inlineXML>")
    for written in ("&lt;p&gt;He &amp; she left.&lt;/p&gt;", "<![CDATA[<p>He &amp; she left.</p>]]>"):
        changed = raw[:start] + f'<inlineData contenttype="text/html">{written}</inlineData>' + raw[end:]
        article = read("a.xml", changed.encode(), lexicon)
        assert ("paragraph", "He & she left.") in kinds(article)
        assert article.map is not None
        at = article.text.index("left")
        assert changed[article.map.start(at) : article.map.end(at + 4)] == "left"


def test_findings_follow_one_another_as_they_stand_in_the_file(lexicon: Lexicon) -> None:
    source = '{"uri": "a", "body_text": "The pool shut.", "headline": "Pool to shut"}'
    article = read("a.ninjs", source.encode(), lexicon)
    assert [kind for kind, _ in kinds(article)] == ["headline", "paragraph"]
    assert article.map is not None
    assert source[article.map.start(0) : article.map.end(4)] == "Pool"
    assert in_file((), article.map, True, True) == ()


@pytest.mark.parametrize(
    ("name", "source", "sentence"),
    [
        ("a.nitf", "<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf><body><p>&a;</p></body></nitf>", "declares entities"),
        ("a.nitf", "<nitf><body><body.head><hl1>Pool</hl1></body.head></body></nitf>", "without a body"),
        ("a.newsml", "<newsItem><contentMeta><headline>Pool</headline></contentMeta></newsItem>", "without a text"),
        ("a.ninjs", '{"uri": "a", "body_text": ', "it is not JSON: the trouble starts at line 1"),
        ("a.ninjs", '{"uri": "a", "headline": "Pool"}', "without a body"),
        ("a.ninjs", "[1, 2]", "no ninjs item"),
        ("a.ninjs", "[" * 5000, "values more than 100 deep"),
        ("a.aml", "slug: pool\n", "without a text"),
        ("a.xml", '<?xml version="1.0"?><rss><channel/></rss>', "XML of a kind that is not read (<rss>)"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(name: str, source: str, sentence: str, lexicon: Lexicon) -> None:
    with pytest.raises(ReadError, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        read(name, source.encode(), lexicon)


def test_strings_of_json_keep_their_places() -> None:
    source = '{"a": ["x\\n\\u00e9\\ud83d\\ude00y", 1.5e3, true, null], "b": {"c": "z"}}'
    first, second = strings(read_json(source))
    assert isinstance(first, Words)
    assert first.words == "x\né😀y"
    places = first.map(source)
    assert [source[places.start(at) : places.end(at + 1)] for at in range(5)] == [
        "x",
        "\\n",
        "\\u00e9",
        "\\ud83d\\ude00",
        "y",
    ]
    assert source[second.start : second.end] == "z"


@pytest.mark.parametrize("source", ['{"a" "b"}', '{"a": "b",}', "[1,]", "nope", '{"a": "b"} x', '{"a": "b', "{", ""])
def test_broken_json_is_told(source: str) -> None:
    with pytest.raises(ReadError, match="it is not JSON"):
        read_json(source)


FOOT = """

The mill was sold on Monday.[^1] Nobody else wanted it.

{{< figure src="mill.jpg" caption="The mill" >}}

## The price {#price}

It cost 2m kronor, the clerk said.
{: .lead}

{% include map.html %}

[^1]: The sale was agreed in May.
"""


@pytest.mark.parametrize(
    "front",
    [
        '{\n  "title": "Mill sold",\n  "date": "2024-03-11"\n}\n',
        '---json\n{"title": "Mill sold", "date": "2024-03-11"}\n---\n',
        "---\ntitle: Mill sold\ndate: 2024-03-11\n---\n",
        "---toml\ntitle = 'Mill sold'\ndate = '2024-03-11'\n---\n",
        "+++\ntitle = 'Mill sold'\ndate = 2024-03-11\n+++\n",
    ],
)
def test_the_dialects_of_site_generators_are_read(front: str, lexicon: Lexicon) -> None:
    article = read("a.md", (front + FOOT).encode(), lexicon)
    assert [(kind, " ".join(words.split())) for kind, words in kinds(article)] == [
        ("headline", "Mill sold"),
        ("paragraph", "The mill was sold on Monday. Nobody else wanted it."),
        ("heading", "The price"),
        ("paragraph", "It cost 2m kronor, the clerk said."),
        ("list-item", "The sale was agreed in May."),
    ]
    assert article.metadata.date == "2024-03-11"
    assert article.source == front + FOOT
