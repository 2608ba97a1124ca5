"""What CONTRIBUTING.md says of adding a fact, a format and a language is done as it says, in a copy of the product."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"```(python|yaml|diff)\n# (\S+)\n(.*?)```", re.DOTALL)


def section(title: str) -> str:
    """A section of CONTRIBUTING.md."""
    return (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]


def follow(copy: Path, title: str) -> None:
    """Writes the files of a section, and makes its changes."""
    for form, path, body in _BLOCK.findall(section(title)):
        file = copy / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_changed(file.read_text("utf-8"), body) if form == "diff" else body, "utf-8")


def _changed(text: str, diff: str) -> str:
    """The text with the lines of a diff: a line that is there already says where what follows goes."""
    at = 0
    gone = ""
    for line in diff.splitlines(keepends=True):
        sign, words = line[0], line[1:]
        if sign == "-":
            gone = words.rstrip("\n")
            assert text.count(gone) == 1, gone
        elif sign == "+" and gone:
            text, gone = text.replace(gone, words.rstrip("\n")), ""
        elif sign == "+":
            text, at = text[:at] + words + text[at:], at + len(words)
        else:
            assert text.count(words) == 1, words
            at = text.index(words) + len(words)
    return text


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("factlint", "rules"):
        leave = shutil.ignore_patterns("__pycache__", "*.pack")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=leave)
    return tmp_path


def run(copy: Path, *arguments: str) -> str:
    """All that the copy prints; it must not fail."""
    done = subprocess.run(
        [sys.executable, "-m", "factlint", *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "FACTLINT_CACHE_DIR": f"{copy}-cache"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout + done.stderr


def test_a_fact_is_added_as_it_says(copy: Path) -> None:
    follow(copy, "A fact in ten minutes")
    assert "shout: A sentence that ends in exclamation marks." in run(copy, "facts", "--schema")
    (copy / "mine").mkdir()
    (copy / "mine" / "shouted.yml").write_text(
        "code: XYZ101\nname: shouted\nseverity: warning\nsummary: Shouts.\nflag: shout\n"
        "where: {marks: {over: 1}, in_quote: no, article.same-block.quote: none}\n"
        "message: '{marks} marks.'\nwhy: It is loud.\n"
        "flagged: ['He left[[!!]]', 'She won[[!!!]]', 'It rained. It poured[[!!]]']\n"
        "passed: ['He left!', 'She won.', '“They lost!!” Ann Roe said.']\n"
    )
    assert run(copy, "test", "mine") == "All 6 examples of 1 rule came out right.\n"


def test_a_format_is_added_as_it_says(copy: Path) -> None:
    follow(copy, "A format in ten minutes")
    (copy / "a.wiki").write_text("== Council shuts pool ==\nThe pool shut on Friday. /EPA\n* TK\n")
    found = run(copy, "check", "--isolated", "--select", "RES", "--format", "concise", "a.wiki")
    assert [line.split(": ")[0] for line in found.splitlines() if line.startswith("a.wiki")] == [
        "a.wiki:2:26",
        "a.wiki:3:3",
    ]


def test_a_language_is_added_as_it_says(copy: Path) -> None:
    follow(copy, "A language in ten minutes")
    (copy / "factlint.yml").write_text("language: fr\nselect: [QUO101, DAT101]\n")
    (copy / "a.txt").write_text(
        "Le pont ouvre\n\nLe pont ouvre vendredi 12 mai 2026. “Il est beau et il est long,” dit Anne Roux.\n\n"
        "La ville dort.\n\n“Personne ne nous a rien demandé avant le vote.”\n\nIl pleut.\n",
        "utf-8",
    )
    found = run(copy, "check", "--format", "concise", "a.txt")
    assert re.findall(r"^a\.txt:(\d+):\d+: \w+ (\w+)", found, re.MULTILINE) == [("3", "DAT101"), ("7", "QUO101")]
