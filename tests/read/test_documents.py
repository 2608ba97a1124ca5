"""Documents of word processors: their paragraphs, and what cannot be read of them."""

import io
import zipfile

import pytest

from factlint.lexicon import Lexicon
from factlint.lint.findings import Edit, Finding, Fix
from factlint.placed import in_file
from factlint.read import Article, ReadError, file_text, read
from factlint.read.sourcemap import SourceMap

W = 'xmlns:w="urn:w" xmlns:mc="urn:mc"'
STYLES = f"""<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Ours"><w:name w:val="Our caption"/><w:basedOn w:val="Cap"/></w:style>
<w:style w:styleId="Cap"><w:name w:val="caption"/></w:style></w:styles>"""


def p(words: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{words}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def docx(body: str, **parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        for name, held in parts.items():
            archive.writestr(f"word/{name}.xml", held)
    return packed.getvalue()


def odt(body: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        spaces = 'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:style="urn:s" xmlns:table="urn:b"'
        styles = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
        head = f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        archive.writestr(
            "content.xml",
            f"{head}<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return packed.getvalue()


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


CHANGED = f"<w:ins>{r('Lund')}</w:ins><w:del><w:r><w:delText>Malmö</w:delText></w:r></w:del>"
STORY = docx(
    p(r("Hall opens in May"), "Titel")
    + p(r("The tents fold in April"), "Untertitel")
    + p("")
    + p(r("The hall in ") + CHANGED + r(" opens."))
    + p(r("What it costs"), "H2")
    + "<w:tbl><w:tr><w:tc>" + p(r("Rent")) + "</w:tc><w:tc>" + p(r("400 kronor")) + "</w:tc></w:tr></w:tbl>"
    + p("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>" + r("One") + "<w:r><w:br/><w:t>two</w:t></w:r>")
    + p(r("The new roof"), "Ours"),
    footnotes=f'<w:footnotes {W}><w:footnote w:type="separator">{p(r("x"))}</w:footnote>'
    f'<w:footnote w:id="2">{p(r("So the city."))}</w:footnote></w:footnotes>',
)  # fmt: skip


def test_the_paragraphs_of_a_word_file_are_told_by_their_styles(lexicon: Lexicon) -> None:
    assert kinds(read("a.docx", STORY, lexicon)) == [
        ("headline", "Hall opens in May"),
        ("standfirst", "The tents fold in April"),
        ("paragraph", "The hall in Lund opens."),
        ("heading", "What it costs"),
        ("list-item", "Rent"),
        ("list-item", "400 kronor"),
        ("paragraph", "One\ntwo"),
        ("caption", "The new roof"),
        ("list-item", "So the city."),
    ]


def test_a_title_that_stands_again_as_a_heading_is_read_once(lexicon: Lexicon) -> None:
    raw = docx(
        p(r("Hall opens in May"), "Titel") + p(r("Hall Opens in May."), "H2") + p(r("The hall opens, she said."))
    )
    assert kinds(read("a.docx", raw, lexicon)) == [
        ("headline", "Hall opens in May"),
        ("paragraph", "The hall opens, she said."),
    ]


def test_findings_are_placed_by_the_number_of_the_paragraph(lexicon: Lexicon) -> None:
    article = read("a.docx", STORY, lexicon)
    lines = file_text("a.docx", STORY).split("\n")
    assert lines[3] == "The hall in Lund opens."
    assert article.map is not None
    at = article.map.start(article.source.index("Lund"))
    assert file_text("a.docx", STORY)[:at].count("\n") == 3
    assert file_text("a.docx", STORY)[at:].startswith("Lund")


def test_without_styles_the_roles_are_told_as_in_plain_text(lexicon: Lexicon) -> None:
    raw = docx(
        p(r("Hall opens in May"))
        + p(r("By Anna Lind"))
        + p(r("12 March 2024"))
        + p(r("The hall opens in May, the city said."))
    )
    article = read("a.docx", raw, lexicon)
    assert [kind for kind, _ in kinds(article)] == ["headline", "byline", "credit", "paragraph"]
    assert article.metadata.date == "2024-03-12"


def test_an_opendocument_text_is_read_likewise(lexicon: Lexicon) -> None:
    raw = odt(
        '<text:h text:outline-level="1">Hall opens</text:h>'
        '<text:p>It opens<text:s text:c="2"/>in<text:line-break/>May.</text:p>'
        '<text:p text:style-name="P1">It is lighter.</text:p>'
        "<text:list><text:list-item><text:p>Rent</text:p></text:list-item></text:list>"
        "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>"
    )
    assert kinds(read("a.odt", raw, lexicon)) == [
        ("headline", "Hall opens"),
        ("paragraph", "It opens  in\nMay."),
        ("blockquote", "It is lighter."),
        ("list-item", "Rent"),
    ]


def test_what_a_file_is_is_told_by_its_bytes(lexicon: Lexicon) -> None:
    assert read("story.txt", STORY, lexicon).format == "docx"
    assert (
        read(
            "story",
            b"<!doctype html><html><p>The hall opens in May, the city said, after two years.</p></html>",
            lexicon,
        ).format
        == "html"
    )


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7 ...", "it is a PDF; export the text as .docx, .html or .txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old Word or Office file; save it as .docx"),
        (b"\x89PNG\r\n", "it is a picture, not text"),
        (b"PK\x03\x04 torn", "it is a damaged document or archive; save it anew"),
        (docx("<w:p>"), "it is damaged: mismatched tag at line 1"),
        (docx(p("")), "it is a document without any words"),
        (docx("<w:tbl>" * 400 + "</w:tbl>" * 400), "it has elements more than 300 deep"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(lexicon: Lexicon, raw: bytes, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read("a.docx", raw, lexicon)
    assert str(error.value) == said


def test_entities_of_a_documents_own_are_refused(lexicon: Lexicon) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"{BOMB}<w:document {W}>&b;</w:document>")
    with pytest.raises(ReadError, match="declares entities of its own"):
        read("a.docx", packed.getvalue(), lexicon)


def test_what_unpacks_without_end_is_refused(lexicon: Lexicon) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 31_000_000)
    with pytest.raises(ReadError, match="unpacks to more than 30 MB"):
        read("a.docx", packed.getvalue(), lexicon)


def test_no_fix_is_offered_for_what_cannot_be_written_back() -> None:
    fix = Fix(True, (Edit(0, 3, "Two"),))
    finding = Finding("a.docx", 0, 3, "STY999", "a-rule", "warning", "One.", None, (), fix=fix)
    places = SourceMap()
    places.add("One.", 10, 14)
    (mended,) = in_file((finding,), places, mends=True, markup=False)
    assert (mended.start, mended.end, mended.fix) == (10, 13, Fix(True, (Edit(10, 13, "Two"),)))
    (left,) = in_file((finding,), places, mends=False, markup=False)
    assert left.fix is None


RTF = rb"{\rtf1\ansi Hall opens in May\par\par The hall opens in \'d6rebro, the city said.\par}"


def test_rtf_is_read_by_its_paragraphs(lexicon: Lexicon) -> None:
    pytest.importorskip("striprtf", reason="RTF needs the extra “rtf”")
    assert kinds(read("a.rtf", RTF, lexicon)) == [
        ("headline", "Hall opens in May"),
        ("paragraph", "The hall opens in Örebro, the city said."),
    ]
