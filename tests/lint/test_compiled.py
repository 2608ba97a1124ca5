"""The product's rules and lists, compiled: they are what the files say, and never older than they."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factlint.lexicon import DERIVED
from factlint.lint import compiled as module
from factlint.lint.compiled import NAME, compiled, product
from factlint.lint.rulebook import Rulebook, load_rulebook
from factlint.packed import Pieces
from factlint.shipped import rules_folder
from factlint.yamlfile import ProblemsError
from tests.lint.test_rulebook import put, put_rule


def test_compiled_rules_and_lists_are_what_the_files_say() -> None:
    book, plain = product(), load_rulebook([rules_folder()])
    assert book.rules == plain.rules
    assert book.lexicon.names == plain.lexicon.names
    for name in plain.lexicon.names:
        assert book.lexicon.values(name) == plain.lexicon.values(name)
        assert book.lexicon.words(name) == plain.lexicon.words(name)
        assert book.lexicon.phrases(name) == plain.lexicon.phrases(name)
        if isinstance(plain.lexicon.values(name), dict):
            assert book.lexicon.table(name) == plain.lexicon.table(name)
    for name, make in DERIVED.items():
        assert book.lexicon.shelf.get(name, lambda: None) == make(plain.lexicon)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout with one rule and one list, whose package has no modules."""
    put_rule(tmp_path, "rules/one.yml", "XYZ101")
    put(tmp_path, "rules/lexicon/en/words.yml", "words: [a, b]")
    (tmp_path / "package").mkdir()
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(module, "rules_folder", lambda: tmp_path / "rules")
    monkeypatch.setattr(module, "_derived", dict)
    yield tmp_path
    product.cache_clear()


def again() -> Rulebook:
    product.cache_clear()
    return product()


def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes whenever rules are compiled."""
    notes: list[str] = []

    def noted(*arguments: object) -> bytes:
        notes.append("compiled")
        return compiled(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "compiled", noted)
    return notes


def test_a_checkout_compiles_its_rules_once(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = made(monkeypatch)
    first, second = again(), again()
    assert first.rules == second.rules
    assert second.lexicon.words("words") == {"a", "b"}
    assert notes == ["compiled"]


def test_every_change_is_seen(checkout: Path) -> None:
    assert [rule.name for rule in again().rules] == ["one"]
    put_rule(checkout, "rules/two.yml", "XYZ102")
    assert [rule.name for rule in again().rules] == ["one", "two"]
    put(checkout, "rules/lexicon/en/words.yml", "words: [c]")
    assert again().lexicon.words("words") == {"c"}
    put(checkout, "rules/lexicon/en/built.txt", "first")
    assert again().lexicon.values("built") == "first"
    put(checkout, "rules/lexicon/en/built.txt", "second")
    assert again().lexicon.values("built") == "second"
    put(checkout, "rules/two.yml", "code: XYZ102")
    for _ in range(2):
        with pytest.raises(ProblemsError):
            again()


def test_a_copy_of_the_checkout_need_not_compile_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again()
    shutil.copytree(checkout / "rules", checkout / "copy")
    monkeypatch.setattr(module, "rules_folder", lambda: checkout / "copy")
    notes = made(monkeypatch)
    (rule,) = again().rules
    assert rule.path == f"{checkout}/copy/one.yml"
    assert notes == []


@pytest.mark.parametrize("content", [b"", b"rubbish", b"{}\n", b'{"form": 1}\n'])
def test_a_broken_file_is_as_good_as_none(checkout: Path, content: bytes) -> None:
    again()
    (checkout / "package" / NAME).write_bytes(content)
    assert [rule.name for rule in again().rules] == ["one"]
    assert Pieces((checkout / "package" / NAME).read_bytes()).names


def test_an_installed_package_takes_its_own_word_for_it(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "package" / NAME).write_bytes(compiled(checkout / "rules"))
    (checkout / "rules").rename(checkout / "package" / "rules")
    monkeypatch.setattr(module, "rules_folder", lambda: checkout / "package" / "rules")
    notes = made(monkeypatch)
    assert [rule.path for rule in again().rules] == [f"{checkout}/package/rules/one.yml"]
    assert notes == []


def test_the_file_holds_data_alone(checkout: Path) -> None:
    pieces = Pieces(compiled(checkout / "rules"))
    for name in pieces.names:
        assert is_data(pieces.unpack(name))


def is_data(value: object) -> bool:
    """Whether a value is made of words, numbers and rows of them."""
    if isinstance(value, dict):
        return all(map(is_data, value)) and all(map(is_data, value.values()))
    if isinstance(value, (list, tuple, set, frozenset)):
        return all(map(is_data, value))
    return value is None or isinstance(value, (str, int, float))
