"""What the measurements read and count; how long anything takes is asked of nobody here."""

from pathlib import Path

import pytest

from bench.cases import is_found, read_cases, score

CASES = """=== weekday | DAT | weekday against date
WHY: 4 May 2024 was a Saturday.
AGAINST: 4 May 2024
MUST: yes
TEXT:
Bridge opens

The bridge was opened on {{Friday||Saturday}}, 4 May 2024, Ann Roe, the mayor of Holm, said.
=== gap | RES | word lost
WHY: a name is gone
AGAINST:
MUST: no
TEXT:
The bridge was opened by {{||Ann Roe}}, the mayor of Holm.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.cases"
    path.write_text(CASES, "utf-8")
    return path


def test_a_case_is_one_article_twice(file: Path) -> None:
    weekday, gap = read_cases(file)
    start, end = weekday.spans[0]
    assert weekday.faulty[start:end] == "Friday"
    assert weekday.sound == weekday.faulty.replace("Friday", "Saturday")
    assert weekday.must
    assert gap.spans[0][0] < gap.spans[0][1]
    assert not gap.must


def test_a_fault_is_found_where_its_words_are_touched(file: Path) -> None:
    cases = list(read_cases(file))
    assert is_found(cases[0])
    assert score(cases)["DAT"] == (1, 1, 1, 0)
    assert list(score(cases)) == ["DAT", "RES", "all"]


@pytest.mark.parametrize(
    ("right", "wrong"), [("| DAT |", "| XYZ |"), ("4 May 2024\nMUST", "5 June\nMUST"), ("MUST", "BUT"), ("{{", "{")]
)
def test_a_case_that_is_not_written_as_one_is_told(tmp_path: Path, right: str, wrong: str) -> None:
    path = tmp_path / "b.cases"
    path.write_text(CASES.replace(right, wrong, 1), "utf-8")
    with pytest.raises(ValueError, match="weekday"):
        list(read_cases(path))


def test_the_cases_that_come_with_it_can_be_read() -> None:
    folder = Path(__file__).parent.parent / "bench" / "cases"
    files = {file.name: [case.name for case in read_cases(file)] for file in folder.glob("*.cases")}
    assert sum(map(len, files.values())) > 300
    assert all(len(names) == len(set(names)) for names in files.values())
