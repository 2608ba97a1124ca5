"""The schemas that editors complete and check by: they take what is right and refuse what is not."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.cli.init import CONFIGURATION
from factlint.lint.asking import COMPARISONS, QUANTIFIERS
from factlint.lint.load import KEYS
from factlint.lint.match import MATCHERS
from factlint.lint.rulebook import rule_files
from factlint.shipped import rules_folder
from tests.lint.test_load import RIGHT

# A development environment from before this test may lack it; a fresh one has it.
Draft202012Validator: Any = pytest.importorskip("jsonschema").Draft202012Validator

#: As the code has them: that their files are up to date is a test of its own.
FILES = runpy.run_path(str(Path(__file__).parent.parent / "scripts" / "write_schemas.py"))["files"]()


def schema(name: str) -> Any:
    return next(json.loads(text) for path, text in FILES.items() if path.name == name)


RULE = Draft202012Validator(schema("rule.schema.json"))


def test_the_schemas_are_schemas() -> None:
    for name in ("rule.schema.json", "factlint.schema.json"):
        Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("path", "file"), rule_files(rules_folder()), ids=lambda entry: Path(str(entry)).stem)
def test_every_rule_is_right_by_the_schema(path: str, file: Path) -> None:
    assert [error.message for error in RULE.iter_errors(yaml.safe_load(file.read_bytes()))] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("code: XYZ101", "code: XYZ1"),
        ("name: a-rule", "name: A rule"),
        ("severity: warning", "severity: warn"),
        ("flag: figure", "flag: figur"),
        ("why: W.", "wy: W."),
        ("why: W.", ""),
        ("passed: [A]", "passed: []"),
        ("passed: [A]", "passed: A"),
        ("block: paragraph", "blok: paragraph"),
        ("block: paragraph", "sourc.text: some"),
        ("block: paragraph", "block: {}"),
        ("block: paragraph", "block: []"),
        ("block: paragraph", "value: {ovr: 3}"),
        ("block: paragraph", "value: {over: many}"),
        ("block: paragraph", "any: {block: paragraph}"),
        ("block: paragraph", "any: [{blok: paragraph}]"),
        ("block: paragraph", "not: {not: {blok: paragraph}}"),
        ("flag: figure", "flag: quote\nunless: {value: 3}"),
    ],
)
def test_a_mistake_is_one_by_the_schema_too(before: str, after: str) -> None:
    assert RULE.is_valid(yaml.safe_load(RIGHT))
    assert not RULE.is_valid(yaml.safe_load(RIGHT.replace(before, after, 1)))


@pytest.mark.parametrize(
    "condition",
    ["value: {over: $most}", "source.text: {not: {in: crossings}}", "any: [{block: [a, b]}, {value: {at-least: 3}}]"],
)
def test_what_the_language_has_the_schema_takes(condition: str) -> None:
    assert RULE.is_valid(yaml.safe_load(RIGHT.replace("block: paragraph", condition)))


def test_the_schema_tells_of_every_key_attribute_and_matcher() -> None:
    rule = schema("rule.schema.json")
    assert set(rule["properties"]) == set(KEYS)
    matchers = rule["$defs"]["matcher"]["anyOf"][-1]["properties"]
    assert set(matchers) == set(MATCHERS) | set(COMPARISONS) | set(QUANTIFIERS)
    for entries in (rule["properties"], matchers, rule["$defs"]["condition-quote"]["properties"]):
        assert all("description" in entry or name in ("any", "all", "not") for name, entry in entries.items())


def test_the_configuration_that_init_writes_is_right_by_its_schema() -> None:
    config = Draft202012Validator(schema("factlint.schema.json"))
    assert config.is_valid(yaml.safe_load(CONFIGURATION))
    assert not config.is_valid({"selct": ["RES"]})
    assert not config.is_valid({"severity": {"RES101": "eror"}})


@pytest.mark.parametrize("said", ["yes", "no", True, False])
def test_yes_and_no_are_right_also_for_an_editor_to_which_they_are_words(said: str | bool) -> None:
    config = Draft202012Validator(schema("factlint.schema.json"))
    assert not list(config.iter_errors({"gitignore": said}))
    assert list(config.iter_errors({"gitignore": "maybe"}))
    fix = {"safe": said, "replace": ""}
    assert not list(RULE.evolve(schema=schema("rule.schema.json")["properties"]["fix"]).iter_errors(fix))
