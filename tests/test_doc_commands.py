"""Every command of factlint that the documents show is run, in a folder like the one that they speak of."""

import json
import re
import shlex
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factlint.cli import application, with_revision

CHECKOUT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{page.name}" for page in CHECKOUT.glob("docs/*.md"))]
STORY = """Bridge reopens after a year

By Ann Roe

The bridge over the Lune reopened on Friday 3 May 2024, said Carl Holm, the engineer. /EPA

Rents beside it rose by 50%, from 40 to 80 pounds a week, the council said.

The council will look into it in a a fortnight, it said.


“We will not pay for it, whatever anybody tells us,” Osterholm said. Osterholm left.
"""
#: What cannot be run here: servers that do not end by themselves, and the rule that the reader of a page is to write.
NOT_RUN = ("factlint lsp", "factlint check --watch", "factlint check --select STY901")
#: Commands that need a library which an extra brings, and the library.
EXTRAS = {".parquet": "pyarrow", ".docx": "docx"}
#: Nothing that could not be checked, and no mistake in how the command is called.
WELL = (0, 1)

pytestmark = pytest.mark.slow


def commands(document: str) -> Iterator[str]:
    """What follows "factlint" in the blocks for shells, then in the running text, without comments."""
    text = (CHECKOUT / document).read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        yield from (line.split(" #")[0].strip() for line in re.findall(r"^(?:\.venv/bin/)?(factlint .+)", block, re.M))
    yield from re.findall(r"`(factlint [^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A. Lee", "-c", "user.email=lee@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of articles with all that the documents name, its last commit also that of `origin/main`."""
    top = tmp_path / "news"
    for name in ("story.txt", "STORY.txt", "story.md", "a.txt", "seeds/a.txt", "desk/b.md", "articles/c.txt"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(STORY, encoding="utf-8")
    (top / "story.copy").write_text(STORY, encoding="utf-8")
    (top / "newsroom" / "rules").mkdir(parents=True)
    rule = re.findall(r"```yaml\n(.*?)```", (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    (top / "newsroom" / "rules" / "centred-around.yml").write_text(rule, encoding="utf-8")
    row = {"id": "1", "kop": "Bridge reopens", "title": "Bridge reopens", "gepubliceerd": "2024-05-03", "nr": "1"}
    (top / "archive.jsonl").write_text(json.dumps(row | {"body": STORY}) + "\n", encoding="utf-8")
    (top / "export.csv").write_text('nr,kop,gepubliceerd,body_html\n1,Bridge,2024-05-03,"<p>The the bridge.</p>"\n')
    if find_spec("pyarrow"):
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist([row | {"body": STORY}]), top / "archive.parquet")
    if find_spec("docx"):
        import docx

        document = docx.Document()
        for paragraph in STORY.split("\n\n"):
            document.add_paragraph(paragraph)
        document.save(str(top / "story.docx"))
    git(top, "init", "-q")
    git(top, "config", "user.name", "A. Lee")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "Articles")
    git(top, "update-ref", "refs/remotes/origin/main", "HEAD")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(top)
    return top


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_a_document_does_its_work(document: str, folder: Path) -> None:
    if document == "CONTRIBUTING.md":
        (folder / "rules").symlink_to(CHECKOUT / "rules")
    for command in commands(document):
        missing = [library for suffix, library in EXTRAS.items() if suffix in command and not find_spec(library)]
        if command.startswith(NOT_RUN) or missing:
            continue
        arguments, _, redirected = command.replace("SECONDS", "20").partition(" < ")
        given = (folder / redirected.split()[0]).read_text(encoding="utf-8") if redirected else STORY
        if "accept " in command:
            (folder / "story.txt").write_text(STORY, encoding="utf-8")
        if "old/" in command:
            (folder / "old").mkdir()
            (folder / "old" / "d.txt").write_bytes(STORY.encode("windows-1252"))
        words = with_revision(shlex.split(arguments)[1:])
        done = CliRunner().invoke(application(words), words, input=given)
        assert done.exit_code in WELL, f"{command}\n{done.output[-500:]}{done.exception or ''}"
