"""What is kept of sentences while somebody writes changes no answer."""

import random
from pathlib import Path

import pytest

from factlint.config.settings import Choice, Settings
from factlint.lsp.desk import Desk
from factlint.read.files import File, shown
from factlint.run import Job, Plan, Worker

#: Twenty articles of several kinds.
ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))[:20]
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
#: What a writer may do at a place: type, delete, part a sentence, open a quotation.
TYPED = [
    "x",
    " he ",
    " wins the appeal ",
    "İ",
    ". The firm said so.\n\n",
    "“",
    '"',
    " 12 ",
    ",",
    ", a nurse, ",
    "\n\n",
    "’s",
]
#: What rules search the letters for, and what takes it away again.
PASTED = [
    "\n\nPhoto: Getty Images\n\n",
    " [CHECK WITH ANN] ",
    " ,",
    "..",
    "\n\n(more)\n\n",
    " of the.",
    "{{name}}",
    "TK ",
]


def test_an_article_that_is_being_written_is_found_to_be_what_it_is_when_it_is_read_for_the_first_time(
    tmp_path: Path,
) -> None:
    chance = random.Random(7)
    place = str(tmp_path / "a.txt")
    written, read_once = Desk(Choice(isolated=True)), Desk(Choice(isolated=True))
    text = SEED.read_text(encoding="utf-8")
    for _ in range(24):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(TYPED + PASTED) + text[at + chance.choice([0, 0, 1, 5, 40]) :]
        look = written.look(place, text)
        read_once.forget()
        assert look.result.findings == read_once.look(place, text).result.findings


@pytest.fixture(scope="module")
def written() -> Desk:
    return Desk(Choice(isolated=True))


@pytest.fixture(scope="module")
def read_once() -> Worker:
    return Worker(Plan((Settings(),), keep=False))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_typing_deleting_pasting_and_undoing_leave_what_the_command_line_finds(
    article: Path, written: Desk, read_once: Worker
) -> None:
    chance, place = random.Random(article.name), str(article)
    text = article.read_text(encoding="utf-8")
    at = text.find(" ", len(text) // 2)
    typed = text[:at] + chance.choice(TYPED) + text[at:]
    deleted = text[:at] + text[at + chance.choice([1, 12, 60, 400]) :]
    block = chance.choice(text.split("\n\n"))
    pasted = f"{typed}\n\n{block}"
    moved = f"{block}\n\n{deleted}"
    for now in (text, typed, pasted, text, deleted, moved):
        job = Job(File(shown(place), place), 0, now.encode())
        assert written.look(place, now).result.findings == read_once(job).findings


def test_only_the_server_keeps_what_it_has_read_of_sentences() -> None:
    worker = Worker(Plan((), keep=False))
    assert worker.memory is None
    assert Worker(*worker.__reduce__()[1]).memory is None


def test_what_was_known_of_a_text_goes_when_the_text_is_another(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the language server needs the extra lsp")
    from lsprotocol import types

    from factlint.lsp.diagnostics import Client
    from factlint.lsp.session import Session

    client = Client(types.PositionEncodingKind.Utf16, types.ClientCapabilities())
    session, place = Session(Choice(isolated=True), client), str(tmp_path / "a.txt")
    before = session.look("file:///a.txt", place, 1, "The mayor said so.", "").look.facts
    now = session.look("file:///a.txt", place, 2, "The mayor said no.", "").look.facts
    assert before is not None
    assert vars(before) == {}
    assert now is not None
    assert now.article.text == "The mayor said no."
    session.close("file:///a.txt")
    assert vars(now) == {}
