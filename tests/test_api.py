"""The library: three functions that give what the command line prints."""

import doctest
from pathlib import Path

import pytest

import factlint.api
from factlint.api import facts, lint_files, lint_text
from factlint.lint.findings import Lines
from factlint.lint.lint import Queries
from factlint.yamlfile import ProblemsError

CREDIT = "The mayor opened the bridge on Friday. /EPA\n"


def test_a_text_is_linted_as_the_article_that_its_path_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (finding,) = lint_text(CREDIT, select=["RES101"])
    assert (finding.path, finding.start, finding.end, finding.code) == ("article.txt", 39, 43, "RES101")
    assert finding.fix is not None
    assert lint_text(CREDIT, select=["res"], ignore=["RES101"]) == ()
    (tmp_path / "factlint.yml").write_text("ignore: [RES101]")
    assert lint_text(CREDIT, path="in/a.txt") == ()
    assert lint_text("`" + CREDIT.strip() + "`", path="in/a.md", select=["RES"]) == ()


def test_rules_are_compiled_once_for_all_articles_that_the_same_settings_hold_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[int] = []

    def compile_rules(*_: object) -> Queries:
        compiled.append(1)
        return {}

    monkeypatch.setattr("factlint.api._workers", {})
    monkeypatch.setattr("factlint.lint.checker.compile_rules", compile_rules)
    for number in range(30):
        lint_text(CREDIT, path=str(tmp_path / f"{number}.txt"), select=["RES101", "RES102"])
    assert len(compiled) == 1
    (tmp_path / "factlint.yml").write_text("ignore: [RES102]")
    for folder in ("a", "b"):
        lint_text(CREDIT, path=str(tmp_path / folder / "1.txt"), select=["RES101", "RES102"])
    assert len(compiled) == 2


def test_a_configuration_that_changes_is_seen(tmp_path: Path) -> None:
    place = str(tmp_path / "a.txt")
    config = tmp_path / "factlint.yml"
    config.write_text("select: [RES101]")
    assert [finding.code for finding in lint_text(CREDIT, path=place)] == ["RES101"]
    config.write_text("select: [QUO]")
    assert lint_text(CREDIT, path=place) == ()


def test_files_come_in_order_and_what_is_none_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / ".cache"))
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(CREDIT)
    for _ in range(2):
        *checked, gone = lint_files([tmp_path, tmp_path / "gone.txt"], select=["RES101"])
        assert [Path(result.path).name for result in checked] == ["a.txt", "b.txt"]
        assert [[finding.code for finding in result.findings] for result in checked] == [["RES101"], ["RES101"]]
        assert gone.trouble == "there is no such file or folder."


def test_facts_are_those_that_the_command_prints() -> None:
    row = facts("“We wait,” Ann Roe said on 5 May 2024.\n")
    (quote,) = row["quotes"]
    assert quote["speaker"]["text"] == "Ann Roe"
    assert [date["value"] for date in row["dates"]] == ["2024-05-05"]


def test_mistakes_are_raised() -> None:
    with pytest.raises(ProblemsError, match="There is no rule “RES-101”"):
        lint_text(CREDIT, select=["RES-101"])
    with pytest.raises(ProblemsError):
        lint_files(["."], select=["RES-101"])
    with pytest.raises(ValueError, match="it is too large"):
        lint_text("a " * 600_000)


def test_the_example_is_right() -> None:
    assert doctest.testmod(factlint.api).failed == 0


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_what_is_found_in_an_article_is_found_whatever_ends_its_lines(end: str) -> None:
    seed = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")

    def found(text: str) -> list[tuple[object, ...]]:
        lines = Lines(text)
        return [(f.code, f.message, lines.at(f.start), lines.at(f.end), len(f.related)) for f in lint_text(text)]

    assert found(seed.replace("\n", end)) == found(seed)
