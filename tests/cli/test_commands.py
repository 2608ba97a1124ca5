"""Every command that a page shows, run as it stands there, in a folder that has what the pages speak of."""

import contextlib
import io
import os
import re
import runpy
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PAGES = ("README.md", "CONTRIBUTING.md", *sorted(f"docs/{page.name}" for page in (CHECKOUT / "docs").glob("*.md")))

STORY = (
    "Bridge reopens after a year\n\n\nThe bridge over the Lune reopened on Friday.\n\nThe work went on until May.\n\n"
    "Rents rose by 50%, from 40 to 80, the council said.\n\nIt rained all day.\n\n"
    "The the work was put off, and Hargreaves has called for an inquiry. Hargreaves wants the costs published. /EPA\n"
)
#: What stands for something of the reader's own in a page's running text.
STANDS_FOR = {"STORY.txt": "story.txt", "STORY": "story.txt", "rule CODE": "rule NAM101", "SECONDS": "60"}
#: What waits for somebody: an editor's server, and checks that go on until they are broken off.
ENDLESS = re.compile(r"factlint lsp|--watch")
#: What is said of a command that a page should not show.
MISTAKES = ("Traceback", "no such", "No such", "Usage:", "There is no")


def commands(page: str) -> list[str]:
    """The commands of a page: those of its blocks for the shell, and those in its running text."""
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    shown = [line for line in lines if line.removeprefix(".venv/bin/").startswith("factlint ")]
    rest = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    told = [" ".join(one.split()) for one in re.findall(r"`(factlint\s[^`]+)`", rest)]
    for placeholder, meant in STANDS_FOR.items():
        told = [command.replace(placeholder, meant) for command in told]
    return [line.removeprefix(".venv/bin/") for line in dict.fromkeys([*shown, *told]) if not ENDLESS.search(line)]


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A. Lee", "-c", "user.email=lee@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], capture_output=True, check=True)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository of articles with all that the pages name, a branch of others, and a change since the last commit."""
    folder = tmp_path / "desk"
    for name in ("story.txt", "story.md", "story.copy", "a.md", "a.txt", "desk/b.txt", "old/c.txt", "articles/d.txt",
                 "articles/e.md", "seeds/f.txt"):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(STORY, encoding="utf-8")
    (folder / "archive.jsonl").write_text('{"id": 7, "title": "A bridge", "body": "It reopened on Friday. /EPA"}\n')
    (folder / "export.csv").write_text("nr,kop,body_html,gepubliceerd\n7,A bridge,<p>It opened. /EPA</p>,2024-03-11\n")
    (folder / "story.docx").write_bytes((CHECKOUT / "tests" / "read" / "nine" / "story.docx").read_bytes())
    if find_spec("pyarrow"):
        from pyarrow import parquet, table

        parquet.write_table(table({"id": [7], "body": ["It reopened on Friday. /EPA"]}), folder / "archive.parquet")
    for target, block in (("newsroom/rules", "yaml"), ("rules/style", "yaml")):
        (folder / target).mkdir(parents=True)
        text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
        (rule, *_) = re.findall(rf"```{block}\n(.*?)```", text, re.DOTALL)
        (folder / target / "centred-around.yml").write_text(rule, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", "desk")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    with (folder / "story.txt").open("a", encoding="utf-8") as story:
        story.write("\nThe road was shut, officials said. /AFP\n")
    git(folder, "add", "-A")
    return folder


def run(command: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """A command in the shell, with the factlint of this environment, and the reader's home beside the desk."""
    given = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(desk),
        "COLUMNS": "100",
    }
    environment = {**os.environ, **given, "FACTLINT_CACHE_DIR": str(desk.with_name("kept"))}
    return subprocess.run(
        ["bash", "-c", command], cwd=desk, env=environment, capture_output=True, text=True, check=False, input=STORY
    )


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)])
def test_every_command_of_a_page_runs(page: str, desk: Path) -> None:
    for command in commands(page):
        if ".parquet" in command and find_spec("pyarrow") is None:
            continue
        # The rule that the page writes stands beside those of the checkout; here it is all that there is.
        done = run(command.replace("--select STY901", "--rules rules/style --select STY901"), desk)
        told = f"{page}: {command}\n{done.stdout}{done.stderr}"
        assert done.returncode in (0, 1), told
        assert not any(mistake in done.stderr for mistake in MISTAKES), told


def test_what_the_page_for_copy_editors_shows_is_what_is_printed() -> None:
    text = (CHECKOUT / "docs" / "copy-editor.md").read_text(encoding="utf-8")
    made = runpy.run_path(str(CHECKOUT / "scripts" / "write_screen.py"))
    (shown,) = made["SCREEN"].findall(text)
    assert shown == made["screen"](text), "run .venv/bin/python scripts/write_screen.py"


def test_what_the_page_about_the_library_shows_is_what_is_printed() -> None:
    text = (CHECKOUT / "docs" / "api.md").read_text(encoding="utf-8")
    first, *_ = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(first, {})
    assert printed.getvalue().splitlines() == re.findall(r"^# (.*)$", first, re.MULTILINE)
