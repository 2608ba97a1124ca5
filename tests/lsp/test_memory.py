"""What is kept of sentences while somebody writes changes no answer."""

import random
from pathlib import Path

from factlint.config.settings import Choice
from factlint.lsp.desk import Desk
from factlint.run import Plan, Worker

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


def test_only_the_server_keeps_what_it_has_read_of_sentences() -> None:
    worker = Worker(Plan((), keep=False))
    assert worker.memory is None
    assert Worker(*worker.__reduce__()[1]).memory is None
