"""The file of accepted findings: an entry holds while its sentence stays as it is, whatever else is edited."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factlint.config.settings import Settings
from factlint.lint.fingerprints import fingerprint
from factlint.read.files import File
from factlint.run import Job, Plan, Worker
from factlint.triage.accepted import Acceptance, read_accepted, write_accepted

STORY = (
    "Bridge reopens after a year\n\n"
    "The bridge over the Lune reopened on Friday.\n\n"
    "Rents rose by 50%, from 40 to 80, the council said.\n\n"
    "The work was finished in the spring. /EPA\n"
)

EDITS: dict[str, tuple[Callable[[str], str], bool]] = {
    "nothing": (lambda text: text, True),
    "a new paragraph above": (lambda text: text.replace("The bridge", "It rained.\n\nThe bridge", 1), True),
    "a new headline": (lambda text: text.replace("Bridge reopens after a year", "Bridge is open again"), True),
    "a new sentence before it in its paragraph": (lambda text: text.replace("Rents", "It is dear. Rents"), True),
    "a new sentence behind it in its paragraph": (lambda text: text.replace("said.", "said. It is sorry."), True),
    "another paragraph deleted": (lambda text: text.replace("The work was finished in the spring. /EPA\n", ""), True),
    "paragraphs in another order": (
        lambda text: "\n\n".join([text.split("\n\n")[i].strip() for i in (0, 2, 1, 3)]) + "\n",
        True,
    ),
    "the sentence at the end": (lambda text: "\n\n".join([*text.split("\n\n")[:2], *text.split("\n\n")[:1:-1]]), True),
    "a tab within it": (lambda text: text.replace("from 40", "from\t40"), True),
    "two spaces within it": (lambda text: text.replace("from 40", "from  40"), True),
    "line ends of Windows": (lambda text: text.replace("\n", "\r\n"), True),
    "a byte-order mark": (lambda text: "\ufeff" + text, True),
    "more blank lines": (lambda text: text.replace("\n\n", "\n\n\n"), True),
    "another word elsewhere": (lambda text: text.replace("Lune", "Wyre"), True),
    "the article twice as long": (lambda text: text + "\nThe mayor cut a ribbon.\n" * 20, True),
    "another word in the sentence": (lambda text: text.replace("council said", "council says"), False),
    "another figure in the sentence": (lambda text: text.replace("from 40", "from 41"), False),
    "a comma less in the sentence": (lambda text: text.replace("to 80,", "to 80"), False),
    "a word more in the sentence": (lambda text: text.replace("Rents rose", "House rents rose"), False),
    "another opening of the sentence": (lambda text: text.replace("Rents rose", "Prices rose"), False),
    "two sentences of one": (lambda text: text.replace(", the council said.", ". So the council said."), False),
}


def test_a_sentence_whose_marks_are_curled_is_the_same() -> None:
    plain = '"It\'s dear - very dear," Ann Roe said.'
    assert fingerprint("“It’s dear – very dear,” Ann Roe said.") == fingerprint(plain)
    assert fingerprint("“It’s dear – ve\u00adry dear,” Ann Roe said.") == fingerprint(plain), "a soft hyphen"
    assert fingerprint("“Its dear – very dear,” Ann Roe said.") != fingerprint(plain)


@pytest.fixture(scope="module")
def worker() -> Worker:
    return Worker(Plan((Settings(select=("FIG101",)),), keep=False))


@pytest.mark.parametrize("edit", EDITS)
def test_an_entry_holds_while_its_sentence_stays_as_it_is(worker: Worker, tmp_path: Path, edit: str) -> None:
    story, file = tmp_path / "story.txt", tmp_path / "factlint-accepted.yml"
    job = Job(File("story.txt", str(story)))
    story.write_text(STORY)
    (finding,) = worker(job).findings
    entry = Acceptance(finding.code, finding.sentence, "story.txt", by="A. Lee", reason="So it is.")
    write_accepted(str(file), [entry])
    change, holds = EDITS[edit]
    story.write_bytes(change(STORY).encode())
    known = read_accepted(str(file))
    accepted = [known.find(found.code, found.sentence, str(story)) for found in worker(job).findings]
    assert accepted, "the finding is still there"
    assert all(one == entry for one in accepted) is holds


def test_an_entry_is_a_line_and_is_read_as_it_was_written(tmp_path: Path) -> None:
    odd = Acceptance("FIG101", "123456789012", "a: b/“c”.txt", "yes: \\ #1", "Lee, A.", "2024-02-29", "no “x”: {y}")
    write_accepted(str(tmp_path / "f.yml"), [odd, odd, odd._replace(code="DAT101")])
    assert (tmp_path / "f.yml").read_text().count("\n- {code: ") == 2
    assert read_accepted(str(tmp_path / "f.yml")).entries == (odd._replace(code="DAT101"), odd)
