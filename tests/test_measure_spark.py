"""The articles that the measurement on Spark is made with: sections of others, the same ones each time."""

import importlib.util
import json
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "measure_spark.py"
ARTICLE = "\n\n".join(
    f"The council of ward {number} voted on Monday to shut its pool for good. It will be filled by May, said Ann Roe."
    for number in range(40)
)


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_spark", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sections_are_whole_sentences_of_90_to_150_words_and_no_two_alike(measure: ModuleType) -> None:
    found = list(islice(measure.sections([ARTICLE]), 60))
    assert len(set(found)) == 60
    for section in found:
        assert 90 <= len(section.split()) <= 150
        assert section in ARTICLE
        assert section.startswith(("The council", "It will"))
        assert section.endswith(".")


def test_rows_are_the_same_each_time_and_as_many_as_are_wanted(measure: ModuleType, tmp_path: Path) -> None:
    archive = tmp_path / "articles.jsonl"
    archive.write_text(json.dumps({"text": ARTICLE}) + "\n", encoding="utf-8")
    rows = measure.made([str(archive)], 900)
    assert rows == measure.made([str(archive)], 900)
    assert [id for id, _ in rows] == [str(number) for number in range(900)]
