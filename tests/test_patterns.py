"""Compiled patterns kept between runs are the patterns themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factlint.patterns import PatternCache

PATTERNS = [
    (r"a|b", 0),
    (r"(?P<year>\d{4})-(?P<month>\d\d)(x)?", 0),
    (r"(?i)straße|\bmr\.?(?= )", 0),
    (r"(?x) (?<![\w.]) TK (?: \d+ )? # still to come", 0),
    (r"^“[^”]*”$", re.MULTILINE | re.DOTALL),
    (r"[\u0300-\u036f\u4e00-\u9fff\U00010000-\U0010ffff]+?", re.IGNORECASE),
    (r"(a)(?(1)b|c)(?>d*)\1", 0),
]
TEXT = "Mr. Roe said on 2015-09-19: TK 7\n“Nobody waits.”\nabddaab STRASSE straße 日本 é"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PatternCache]:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    re.purge()
    yield PatternCache()
    re.purge()


def found(pattern: str, flags: int) -> object:
    compiled = re.compile(pattern, flags)
    matches = [(match.span(), match.groups(), match.lastgroup) for match in compiled.finditer(TEXT)]
    return compiled.pattern, compiled.flags, compiled.groups, dict(compiled.groupindex), matches


def test_kept_patterns_match_as_compiled_ones(cache: PatternCache) -> None:
    plain = [found(*row) for row in PATTERNS]
    for _ in range(2):  # once to keep them, once to take them from there
        re.purge()
        cache.start()
        assert [found(*row) for row in PATTERNS] == plain
        cache.stop()
        cache = PatternCache()


def test_a_pattern_that_does_not_compile_says_so(cache: PatternCache) -> None:
    cache.start()
    try:
        with pytest.raises(re.error, match="unterminated"):
            re.compile("(a")
    finally:
        cache.stop()


@pytest.mark.parametrize("content", [b"", b"rubbish", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_as_good_as_none(cache: PatternCache, tmp_path: Path, content: bytes) -> None:
    (file,) = [tmp_path / Path(cache._path).name]
    file.write_bytes(content)
    cache.start()
    try:
        assert re.compile("a+b").fullmatch("aab")
    finally:
        cache.stop()


def test_the_compiler_is_given_back(cache: PatternCache) -> None:
    before = re._compiler.compile  # type: ignore[attr-defined]
    cache.start()
    cache.stop()
    assert re._compiler.compile is before  # type: ignore[attr-defined]
