"""The shipped word lists: each is used, none stands twice under two names, and any YAML reader can read them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "rules" / "lexicon" / "en").glob("*.yml"))


def read(file: Path) -> dict[str, Any]:
    lists = yaml.load(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    assert isinstance(lists, dict)
    return lists


LISTS = {name: value for file in FILES for name, value in read(file).items()}


@pytest.fixture(scope="module")
def users() -> str:
    """Whatever may ask for a list: code, builders of lists, rules, and the lists themselves, their keys left out."""
    modules = [file for folder in ("factlint", "lab") for file in sorted((ROOT / folder).rglob("*.py"))]
    code = [file.read_text(encoding="utf-8") for file in modules]
    rules = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "rules").rglob("*.yml"))]
    return re.sub(r"^[a-z][\w-]*:", "", "\n".join(code + rules), flags=re.MULTILINE)


def test_every_list_is_asked_for(users: str) -> None:
    """By its name, or by the name's beginning where the code adds the end: f"speaker-weights-{kind}"."""
    asked = set(re.findall(r"[\w-]+", users))
    begun = {name for name in LISTS if f"{name.rpartition('-')[0]}-{{" in users}
    assert sorted(set(LISTS) - asked - begun) == []


def test_no_list_stands_under_two_names() -> None:
    seen: dict[frozenset[str], str] = {}
    twice = []
    for name, words in LISTS.items():
        if isinstance(words, list):
            first = seen.setdefault(frozenset(map(str, words)), name)
            if first != name:
                twice.append((first, name))
    assert twice == []
