"""`check --annotate`: a copy of a Word file with each finding as a comment at its words, as other programs read it."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from factlint.read.office.comments import Comment, commented
from factlint.read.office.docx import read_docx
from factlint.read.office.paragraphs import shown
from tests.cli.conftest import Program

docx: Any = pytest.importorskip("docx", reason="python-docx is not installed")

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story in runs of several looks, with a table, a comment of somebody's and signs of markup."""
    document = docx.Document()
    document.add_heading("Baker & Sons buys mill", 0)
    first = document.add_paragraph("A baker <of rye> & oats bought ")
    first.add_run("the the").bold = True
    first.add_run(" old mill\tfor 2m kronor, the town’s clerk said. ")
    noted = first.add_run("It was late.")
    document.add_comment(noted, text="Ask again.", author="A. Lee", initials="AL")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Stones"
    table.cell(0, 1).text = "Two pairs. /EPA"
    document.add_paragraph("Rents rose by 50%, from 40 to 80, the council said.")
    path = tmp_path / "story.docx"
    document.save(path)
    return path


def comments(path: Path) -> dict[str, str]:
    """Of a Word file, what each comment says first, by the words that it is about."""
    document = docx.Document(path)
    about: dict[str, str] = {}
    open_: dict[str, list[str]] = {}
    for node in document.element.body.iter():
        if node.tag == f"{WORD}commentRangeStart":
            open_[node.get(f"{WORD}id")] = []
        elif node.tag == f"{WORD}commentRangeEnd":
            number = node.get(f"{WORD}id")
            about["".join(open_.pop(number))] = document.comments.get(int(number)).paragraphs[0].text
        elif node.tag in (f"{WORD}t", f"{WORD}tab"):
            for words in open_.values():
                words.append(node.text or "\t")
    assert not open_, "every comment that begins ends"
    return about


def test_each_finding_is_a_comment_at_its_words(factlint: Program, tmp_path: Path, story: Path) -> None:
    before = story.read_bytes()
    ran = factlint("check", "story.docx", "--select", "RES101,RES114,FIG101", "--annotate", "out.docx")
    assert (ran.status, len(ran.out.splitlines())) == (1, 3)
    assert comments(tmp_path / "out.docx") == {
        "the": "RES114 error: “the” stands here twice running.",
        "It was late.": "Ask again.",
        "/EPA": "RES101 error: “/EPA” is a picture's credit, left in the text.",
        "rose by 50%, from 40 to 80": "FIG101 error: From 40 to 80 is a rise of 100%, not 50%.",
    }
    assert story.read_bytes() == before
    assert read_docx((tmp_path / "out.docx").read_bytes()) == read_docx(before), "the words are what they were"
    styles = [[run.bold for run in p.runs if run.text] for p in docx.Document(tmp_path / "out.docx").paragraphs]
    assert styles[1] == [None, True, True, None, None], "and look as they did"


@pytest.mark.parametrize(
    "words", ["A", "baker <of", "rye> & oats", "bought the", "mill\tfor", "late.", "’s", "& oats bought the the old"]
)
def test_a_comment_may_begin_and_end_anywhere_in_a_run(story: Path, tmp_path: Path, words: str) -> None:
    raw = story.read_bytes()
    start = shown(read_docx(raw)).index(words)
    (tmp_path / "out.docx").write_bytes(commented(raw, [Comment(start, start + len(words), ("Who?",))], "factlint"))
    told = comments(tmp_path / "out.docx")
    assert told[words] == "Who?"
    assert len(told) == 2


def test_comments_on_the_same_words_and_on_words_within_them_stand_beside_each_other(
    story: Path, tmp_path: Path
) -> None:
    raw = story.read_bytes()
    at = shown(read_docx(raw)).index("old mill")
    made = [Comment(at, at + 8, (f"{number}",)) for number in range(3)] + [Comment(at + 4, at + 8, ("within",))]
    (tmp_path / "out.docx").write_bytes(commented(raw, made, "factlint"))
    assert comments(tmp_path / "out.docx")["mill"] == "within"
    assert len(list(docx.Document(tmp_path / "out.docx").comments)) == 5
    assert read_docx((tmp_path / "out.docx").read_bytes()) == read_docx(raw)


def test_words_of_a_note_and_of_a_text_box_are_told_of_where_these_are_shown(tmp_path: Path) -> None:
    names = f'xmlns:w="{WORD[1:-1]}"'
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>It opened.</w:t></w:r>{note}{box}</w:p>"
    words = "<w:p><w:r><w:t>In a note.</w:t></w:r></w:p>"
    notes = f'<w:footnotes {names}><w:footnote w:id="2">{words}</w:footnote></w:footnotes>'
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types {package}content-types"></Types>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships {package}relationships"/>')
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/footnotes.xml", notes)
    text = shown(read_docx(packed.getvalue()))
    made = [Comment(text.index(words), text.index(words) + 5, (words,)) for words in ("In a box", "In a note")]
    with zipfile.ZipFile(io.BytesIO(commented(packed.getvalue(), made, "factlint"))) as archive:
        marked = archive.read("word/document.xml").decode()
        assert b"comments+xml" in archive.read("[Content_Types].xml")
        assert b"relationships/comments" in archive.read("word/_rels/document.xml.rels")
    for number, run in enumerate((box, note)):
        assert f'<w:commentRangeStart w:id="{number}"/>{run}<w:commentRangeEnd w:id="{number}"/>' in marked


ONE = "--annotate writes a copy of one Word file: name that (story.docx), and nothing else."
AS_IT_IS = "--annotate copies the file as it is: --fix, --diff, --staged and --watch do not go with it."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("story.docx", "other.docx"), ONE),
        (("story.txt",), ONE),
        (("out.docx",), "--annotate writes a copy: name another file for it."),
        (("story.docx", "--fix"), AS_IT_IS),
    ],
)
def test_what_cannot_be_copied_gets_a_sentence(
    factlint: Program, story: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = factlint("check", *arguments, "--annotate", "out.docx")
    assert (ran.status, ran.out, ran.err) == (2, "", said + "\n")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_comments(factlint: Program, tmp_path: Path, story: Path) -> None:
    factlint("check", "story.docx", "--select", "RES101,RES114,FIG101", "--annotate", "out.docx")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--headless",
        "--convert-to",
        "odt",
        "out.docx",
    ]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=500)
    with zipfile.ZipFile(tmp_path / "out.odt") as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == 4
    assert content.count("<office:annotation-end ") == 4
    for said in ("Ask again.", "“the” stands here twice running.", "is a picture", "is a rise of 100%, not 50%."):
        assert said in content
