"""A shelf of values kept between runs: it gives what was made, and never what was made of something else."""

from pathlib import Path

import pytest

from factlint.store import Shelf


def never() -> frozenset[str]:
    raise AssertionError("made although it was kept")


def test_a_value_is_made_once_and_kept_for_the_next_run(tmp_path: Path) -> None:
    path = str(tmp_path / "shelf.bin")
    first = Shelf(path, ("key", 1))
    assert first.get("words", lambda: frozenset({"a", "b"})) == {"a", "b"}
    assert first.get("words", never) == {"a", "b"}
    assert not (tmp_path / "shelf.bin").exists()
    first.write()
    assert Shelf(path, ("key", 1)).get("words", never) == {"a", "b"}


def test_what_was_kept_under_another_key_is_forgotten(tmp_path: Path) -> None:
    path = str(tmp_path / "shelf.bin")
    old = Shelf(path, 1)
    old.get("words", lambda: frozenset({"old"}))
    old.write()
    new = Shelf(path, 2)
    assert new.get("words", lambda: frozenset({"new"})) == {"new"}
    new.write()
    assert Shelf(path, 2).get("words", never) == {"new"}


@pytest.mark.parametrize("content", [b"", b"rubbish", b"i\x01\x00\x00\x00", b"(\x02\x00\x00\x00N"])
def test_a_broken_shelf_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "shelf.bin").write_bytes(content)
    assert Shelf(str(tmp_path / "shelf.bin"), 1).get("number", lambda: 7) == 7


def test_without_a_path_nothing_is_kept() -> None:
    shelf = Shelf()
    assert [shelf.get("number", lambda: 1), shelf.get("number", lambda: 2)] == [1, 2]
    shelf.write()
