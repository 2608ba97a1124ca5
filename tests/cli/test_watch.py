"""`factlint check --watch` and what CI runs: seen from outside, as processes."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent.parent
CREDIT = "The bridge reopened on Friday. /EPA\n"


def wait_for(file: Path, pattern: str, times: int) -> bool:
    """Whether a text has come so often, within two minutes."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if len(re.findall(pattern, file.read_text())) >= times:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_an_article_is_checked_again_when_it_changes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    command = [sys.executable, "-m", "factlint", "check", "--watch", "--select", "RES101", "a.txt"]
    environment = {**os.environ, "FACTLINT_CACHE_DIR": str(tmp_path / ".cache")}
    out, err = tmp_path / "out.log", tmp_path / "err.log"
    with out.open("w") as one, err.open("w") as two:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=one, stderr=two, env=environment)
        try:
            assert wait_for(err, "waiting for a change", 1), err.read_text()
            assert out.read_text() == "a.txt:1:32: error RES101 “/EPA” is a picture's credit, left in the text.\n"
            (tmp_path / "factlint.yml").write_text("ignore: [RES-101]\n")
            assert wait_for(err, "There is no rule “RES-101”", 1), "a mistake is told, and the watch goes on"
            (tmp_path / "factlint.yml").unlink()
            (tmp_path / "a.txt").write_text("All is well.\n")
            assert wait_for(err, "No problems in 1 article", 1), err.read_text()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
    assert "Traceback" not in err.read_text()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the action runs in bash")
def test_the_action_annotates_sums_up_and_writes_sarif(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    (tmp_path / "factlint" / "bin").mkdir(parents=True)
    program = tmp_path / "factlint" / "bin" / "factlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factlint "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ, "RUNNER_TEMP": str(tmp_path), "FACTLINT_CACHE_DIR": str(tmp_path / ".cache"), "PATHS": "a.txt",
        "ARGS": "--select RES101", "SARIF": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
    }  # fmt: skip
    command = ["bash", str(CHECKOUT / "scripts" / "action.sh")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=a.txt,line=1,endLine=1,col=32,endColumn=36,title=RES101 credit-left::")
    assert "| a.txt:1 | error | RES101 |" in (tmp_path / "summary.md").read_text()
    assert (tmp_path / "output").read_text() == f"sarif-file={tmp_path}/factlint.sarif\n"
    assert '"ruleId": "RES101"' in (tmp_path / "factlint.sarif").read_text()
