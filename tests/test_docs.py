"""What the documents show works as they show it."""

import re
from pathlib import Path

import yaml

from factlint.cli import COMMANDS
from factlint.lint.examples import run_examples
from factlint.lint.rulebook import load_rulebook, rules_folder

CHECKOUT = Path(__file__).parent.parent


def blocks(document: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (CHECKOUT / document).read_text(encoding="utf-8"), re.DOTALL)


def test_the_rule_that_contributing_writes_loads_and_its_examples_come_out_right(tmp_path: Path) -> None:
    (tmp_path / "centred-around.yml").write_text(blocks("CONTRIBUTING.md", "yaml")[0], encoding="utf-8")
    book = load_rulebook([tmp_path], words_only=[rules_folder()])
    outcomes = [outcome for rule in book.rules for outcome in run_examples(rule, book.lexicon)]
    assert len(outcomes) == 6
    assert all(outcome.right for outcome in outcomes)


def test_the_commands_of_the_documents_exist() -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        for command in re.findall(r"^(?:\.venv/bin/)?factlint (\w+)", "\n".join(blocks(document, "sh")), re.MULTILINE):
            assert command in COMMANDS


def test_the_readme_has_the_two_commands_that_set_it_up() -> None:
    one, two = (line for block in blocks("README.md", "sh") for line in block.splitlines() if "venv" in line)
    assert one == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factlint check seeds/"
    assert two == "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m pytest"


def test_the_yaml_of_the_readme_is_yaml() -> None:
    assert all(isinstance(yaml.safe_load(block), dict) for block in blocks("README.md", "yaml"))


def test_the_hook_for_pre_commit_runs_the_check() -> None:
    (hook,) = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"] == "factlint check"
    assert {"id", "name", "language", "types_or"} <= hook.keys()
