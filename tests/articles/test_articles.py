"""Whole articles, and all that the linter finds in each: place, severity, code and message.

`python scripts/write_article_findings.py` writes the expected findings anew; the diff is to be read. See README.md.
"""

import runpy
from pathlib import Path

import pytest

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "write_article_findings.py"))
ARTICLES: list[Path] = SCRIPT["articles"]()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_all_that_is_found_in_a_whole_article(article: Path) -> None:
    lines = SCRIPT["read"](SCRIPT["expected"](article))
    assert SCRIPT["found"](article) == [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_finding_that_is_said_to_be_wrong_is_still_found(article: Path) -> None:
    lines = SCRIPT["read"](SCRIPT["expected"](article))
    places = {" ".join(line.split()[i] for i in (0, 2)) for line in lines if not line.startswith("#")}
    wrong = [line.removeprefix("# wrong today: ") for line in lines if line.startswith("# wrong today: ")]
    assert [line for line in wrong if " ".join(line.split()[:2]) not in places] == []


def test_every_file_of_findings_has_its_article() -> None:
    assert sorted(path.name for path in Path(__file__).parent.glob("*.findings")) == sorted(
        SCRIPT["expected"](article).name for article in ARTICLES
    )
