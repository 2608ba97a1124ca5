"""Loaded rules kept between runs: what comes from there is what the files say, and never an old or a broken thing."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factlint.facts.lexicon import Lexicon, derived
from factlint.lint.cache import cached
from factlint.lint.rulebook import Rulebook, load_rulebook, rules_folder
from factlint.lint.yamlfile import ProblemsError
from tests.lint.test_rulebook import put, put_rule

if TYPE_CHECKING:
    from factlint.lint.rulebook import Folder


class Loads:
    """Loads rulebooks and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, folders: "Sequence[Folder]", words_only: "Sequence[Folder]") -> Rulebook:
        self.count += 1
        return load_rulebook(folders, words_only)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    put_rule(tmp_path, "mine/one.yml", "XYZ101")
    put(tmp_path, "mine/lexicon/en/words.yml", "words: [a, b]\nlabels: {say: [says, said]}")
    return tmp_path / "mine"


def test_what_is_kept_is_what_was_loaded() -> None:
    loads = Loads()
    first, second = (cached([rules_folder()], [], loads) for _ in range(2))
    assert loads.count == 1
    assert first.rules == second.rules == load_rulebook([rules_folder()]).rules
    assert first.lexicon.names == second.lexicon.names
    for name in first.lexicon.names:
        assert first.lexicon.values(name) == second.lexicon.values(name)
        assert first.lexicon.words(name) == second.lexicon.words(name)


def test_what_is_made_of_the_lists_is_kept_until_they_change(mine: Path) -> None:
    made: list[str] = []

    @derived
    def initials(lexicon: Lexicon) -> dict[str, frozenset[str]]:
        made.append("again")
        return {word[0]: frozenset([word]) for word in lexicon.words("words")}

    def run() -> dict[str, frozenset[str]]:
        lexicon = cached([mine], [], load_rulebook).lexicon
        found = initials(lexicon)
        assert initials(lexicon) is found
        lexicon.shelf.write()
        return found

    assert run() == run() == run() == {"a": {"a"}, "b": {"b"}}
    assert len(made) == 1
    put(mine, "lexicon/en/words.yml", "words: [c]\nlabels: {say: [says, said]}")
    assert run() == run() == {"c": {"c"}}
    assert len(made) == 2


def test_kept_lists_are_what_the_files_say(mine: Path) -> None:
    for _ in range(3):
        lexicon = cached([mine], [], load_rulebook).lexicon
        assert lexicon.words("words") == {"a", "b"}
        assert lexicon.words("labels") == {"says", "said"}
        assert lexicon.table("labels") == {"says": "say", "said": "say"}
        assert lexicon.phrases("labels") == {"says": (("says",),), "said": (("said",),)}
        lexicon.shelf.write()


def test_every_change_is_seen(mine: Path) -> None:
    loads = Loads()

    def names() -> list[str]:
        return [rule.name for rule in cached([mine], [], loads).rules]

    assert names() == names() == ["one"]
    assert loads.count == 1
    put_rule(mine, "two.yml", "XYZ102")
    assert names() == ["one", "two"]
    (mine / "two.yml").rename(mine / "six.yml")
    with pytest.raises(ProblemsError, match="Give both one name"):
        names()
    (mine / "six.yml").unlink()
    assert names() == ["one"]
    put(mine, "lexicon/en/words.yml", "words: [c]")
    assert cached([mine], [], loads).lexicon.words("words") == {"c"}
    assert loads.count == 5


def test_a_change_that_keeps_size_and_time_is_seen_where_the_system_tells_it(mine: Path) -> None:
    loads = Loads()
    cached([mine], [], loads)
    file = mine / "lexicon/en/words.yml"
    before = file.stat()
    file.write_text(file.read_text().replace("a, b", "a, c"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert cached([mine], [], loads).lexicon.words("words") == {"a", "c"}


def test_what_is_wrong_is_told_every_time(mine: Path) -> None:
    put(mine, "one.yml", "code: XYZ101")
    for _ in range(2):
        with pytest.raises(ProblemsError):
            cached([mine], [], load_rulebook)


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", b"i\x01\x00\x00\x00", b"(\x01\x00\x00\x00N", b"[\xff\xff\xff\xff"]
)
def test_a_broken_file_is_as_good_as_none(mine: Path, cache: Path, content: bytes) -> None:
    loads = Loads()
    cached([mine], [], loads)
    (file,) = cache.iterdir()
    file.write_bytes(content)
    assert [rule.name for rule in cached([mine], [], loads).rules] == ["one"]
    assert loads.count == 2
    cached([mine], [], loads)
    assert loads.count == 2


def test_a_file_cut_short_anywhere_is_as_good_as_none(mine: Path, cache: Path) -> None:
    book = cached([mine], [], load_rulebook)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for length in range(0, len(whole), 37):
        file.write_bytes(whole[:length])
        assert cached([mine], [], load_rulebook).rules == book.rules


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(mine: Path, cache: Path) -> None:
    cache.write_text("")
    assert [rule.name for rule in cached([mine], [], load_rulebook).rules] == ["one"]


def test_many_at_once_find_what_is_there(mine: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        books = list(pool.map(lambda _: cached([mine], [], load_rulebook), range(40)))
    assert all(book.rules == books[0].rules and book.lexicon.words("words") == {"a", "b"} for book in books)


def test_other_folders_have_a_cache_of_their_own(tmp_path: Path, mine: Path, cache: Path) -> None:
    put_rule(tmp_path, "yours/two.yml", "XYZ102")
    for _ in range(2):
        assert [rule.name for rule in cached([mine], [], load_rulebook).rules] == ["one"]
        assert [rule.name for rule in cached([tmp_path / "yours"], [], load_rulebook).rules] == ["two"]
        assert [rule.name for rule in cached([tmp_path / "yours"], [mine], load_rulebook).rules] == ["two"]
    assert len(list(cache.iterdir())) == 3
