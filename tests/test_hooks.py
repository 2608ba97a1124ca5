"""The hooks, run by the real pre-commit from this checkout, which it installs as it would any repository."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("pre-commit") is None, reason="pre-commit is not on the path"),
    pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="this is no git checkout"),
]

CREDIT = "The bridge reopened on Friday. /EPA\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs: once for all hooks."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository of articles with a file of each kind, all staged."""
    files = ("a.txt", "b.md", "drafts/c.txt", "old/d.txt", "image.png", "tool.py")
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(CREDIT)
    (tmp_path / "factlint.yml").write_text("exclude: [drafts]\nselect: [RES101]\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A. Lee", "-c", "user.email=lee@example.org")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def hook(desk: Path, home: Path, name: str) -> tuple[int, list[str]]:
    """The exit status of a hook, and the findings that it printed."""
    revision = git(CHECKOUT, "rev-parse", "HEAD").strip()
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {CHECKOUT}\n  rev: {revision}\n  hooks:\n  - id: {name}\n    exclude: ^old/\n"
    )
    git(desk, "add", "-A")
    done = subprocess.run(
        ["pre-commit", "run", name, "--verbose"], cwd=desk, capture_output=True, text=True, check=False,
        env={**os.environ, "PRE_COMMIT_HOME": str(home)},
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr, done.stdout + done.stderr
    return done.returncode, [line for line in done.stdout.splitlines() if " RES101 " in line or ": 1 fix" in line]


def test_the_files_of_a_commit_are_checked_but_those_that_are_excluded_here_or_there(desk: Path, home: Path) -> None:
    status, found = hook(desk, home, "factlint")
    assert status == 1
    assert [line.partition(":")[0] for line in found] == ["a.txt", "b.md"]


def test_only_the_lines_of_a_commit_are_checked(desk: Path, home: Path) -> None:
    git(desk, "commit", "-qm", "Begin")
    (desk / "a.txt").write_text(CREDIT + "\nIt had been shut.\n")
    assert hook(desk, home, "factlint-staged")[0] == 0
    (desk / "a.txt").write_text(CREDIT + "\nIt had been shut. /AFP\n")
    status, found = hook(desk, home, "factlint-staged")
    assert (status, [line.split(": ")[0] for line in found]) == (1, ["a.txt:3:19"])


def test_what_can_be_mended_is_mended(desk: Path, home: Path) -> None:
    status, _ = hook(desk, home, "factlint-fix")
    assert status == 1, "pre-commit tells that files were changed"
    mended = [
        name for name in ("a.txt", "b.md", "drafts/c.txt", "old/d.txt") if "/EPA" not in (desk / name).read_text()
    ]
    assert mended == ["a.txt", "b.md"]
