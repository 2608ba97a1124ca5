"""One story in nine formats, those of word processors written by pandoc: the same is wrong with each."""

from pathlib import Path

import pytest

from factlint.api import lint_files

STORIES = sorted((Path(__file__).parent / "nine").iterdir())


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.suffix[1:])
def test_a_story_has_the_same_findings_whatever_holds_it(path: Path) -> None:
    if path.suffix == ".rtf":
        pytest.importorskip("striprtf", reason="the extra `rtf` is not installed")
    (result,) = lint_files([path])
    assert result.trouble is None
    told = [(finding.code, result.source[finding.start : finding.end]) for finding in result.findings]
    assert told == [("RES106", "(MORE)"), ("RES114", "to")]
