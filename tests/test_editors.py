"""The recipes of the page about editors, in the editors themselves where these are installed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PAGE = (CHECKOUT / "docs" / "editors.md").read_text(encoding="utf-8")
NAME = "my story é.txt"
STORY = "Bridge “reopens” 🎉\n\n“Curly” 😀 cafe\u0301 rents rose by 50%, from 40 to 80, the council said. /EPA\n"
#: The words at which the findings of the story begin.
WORDS = ["rose by 50%, ", "/EPA"]

pytestmark = pytest.mark.slow


def recipe(language: str, about: str) -> str:
    """The block of the page that speaks of something."""
    blocks = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return next(block for block in blocks if about in block)


def run(folder: Path, *command: str) -> None:
    given = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "FACTLINT_CACHE_DIR": str(folder.with_name(folder.name + "-kept")),
        "LC_ALL": "C.UTF-8",
    }
    subprocess.run(command, cwd=folder, env={**os.environ, **given}, capture_output=True, check=False, timeout=500)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("editor", [("vim", "-es"), ("nvim", "--headless")], ids=lambda editor: editor[0])
def test_make_goes_to_the_words_of_each_finding(editor: tuple[str, ...], folder: Path) -> None:
    if shutil.which(editor[0]) is None:
        pytest.skip(f"{editor[0]} is not installed")
    (folder / "vimrc").write_text("set encoding=utf-8\nfiletype on\n" + recipe("vim", "makeprg"), encoding="utf-8")
    goes = 'call writefile([strpart(getline("."), col(".") - 1)], "seen", "a")\n'
    opens = f"edit {NAME}".replace(" ", r"\ ").replace(r"edit\ ", "edit ")
    (folder / "script").write_text(
        f"{opens}\nset filetype=text\nsilent make\ncfirst\n{goes}cnext\n{goes}qall!\n", encoding="utf-8"
    )
    run(folder, *editor, "-u", "vimrc", "-S", "script")
    seen = (folder / "seen").read_text(encoding="utf-8").splitlines()
    assert [line[: len(words)] for line, words in zip(seen, WORDS, strict=True)] == WORDS


@pytest.mark.skipif(
    None in (shutil.which("vim"), shutil.which("script")) or not Path("/usr/share/vim-ale").is_dir(),
    reason="Vim with ALE, or a terminal for it, is not installed",
)
def test_ale_goes_to_the_words_of_each_finding(folder: Path) -> None:
    (folder / "vimrc").write_text(
        "set nocompatible encoding=utf-8\nset rtp+=/usr/share/vim-ale\nfiletype plugin on\n"
        + recipe("vim", "ale#linter"),
        encoding="utf-8",
    )
    goes = "{_, f -> strpart(getline(f.lnum), f.col - 1)}"
    (folder / "script.vim").write_text(
        f"edit {NAME.replace(' ', chr(92) + ' ')}\nset filetype=text\ncall ale#Queue(0)\nlet n = 0\n"
        "while n < 600 && empty(getloclist(0))\n  sleep 200m\n  let n += 1\nendwhile\n"
        f'call writefile(map(getloclist(0), {goes}), "seen")\nqall!\n',
        encoding="utf-8",
    )
    run(folder, "script", "-qc", "vim -u vimrc -S script.vim", "/dev/null")
    seen = (folder / "seen").read_text(encoding="utf-8").splitlines()
    assert [line[: len(words)] for line, words in zip(seen, WORDS, strict=True)] == WORDS


@pytest.mark.skipif(shutil.which("emacs") is None, reason="Emacs is not installed")
def test_compile_goes_to_the_words_of_each_finding(folder: Path) -> None:
    (folder / "script.el").write_text(
        "(require 'compile)\n" + recipe("elisp", "compile-command") + f'(find-file "{NAME}") (text-mode)\n'
        "(let ((buffer (compilation-start compile-command)))\n"
        "  (while (process-live-p (get-buffer-process buffer)) (accept-process-output nil 0.2)) (sit-for 0.5)\n"
        "  (with-current-buffer buffer (compilation--ensure-parse (point-max)))\n"
        '  (with-temp-file "seen" (dotimes (_ 2) (next-error)\n'
        "    (let ((line (with-current-buffer (window-buffer (selected-window))\n"
        '                  (buffer-substring (point) (line-end-position))))) (insert line "\\n")))))\n',
        encoding="utf-8",
    )
    run(folder, "emacs", "--batch", "-Q", "-l", "script.el")
    seen = (folder / "seen").read_text(encoding="utf-8").splitlines()
    assert [line[: len(words)] for line, words in zip(seen, WORDS, strict=True)] == WORDS
