"""What the documents show works as they show it."""

import re
import runpy
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from factlint.cli import COMMANDS, application
from factlint.cli.init import CONFIGURATION
from factlint.config.configfile import read_config
from factlint.config.settings import Settings
from factlint.lint.checker import Checker
from factlint.lint.compiled import product
from factlint.lint.examples import run_examples
from factlint.lint.rulebook import Rulebook, load_rulebook

CHECKOUT = Path(__file__).parent.parent


def blocks(document: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (CHECKOUT / document).read_text(encoding="utf-8"), re.DOTALL)


def test_the_rule_that_contributing_writes_loads_and_its_examples_come_out_right(tmp_path: Path) -> None:
    (tmp_path / "centred-around.yml").write_text(blocks("CONTRIBUTING.md", "yaml")[0], encoding="utf-8")
    book = load_rulebook([tmp_path], Rulebook((), product().lexicon))
    outcomes = [outcome for rule in book.rules for outcome in run_examples(rule, book)]
    assert len(outcomes) == 6
    assert all(outcome.right for outcome in outcomes)


PAGES = sorted(str(page.relative_to(CHECKOUT)) for page in (CHECKOUT / "docs").glob("*.md"))


def test_the_commands_of_the_documents_exist() -> None:
    for document in ("README.md", "CONTRIBUTING.md", *PAGES):
        for command in re.findall(r"^(?:\.venv/bin/)?factlint (\w+)", "\n".join(blocks(document, "sh")), re.MULTILINE):
            assert command in COMMANDS


def test_the_readme_has_the_two_commands_that_set_it_up() -> None:
    one, two = (line for block in blocks("README.md", "sh") for line in block.splitlines() if "venv" in line)
    assert one == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factlint check seeds/"
    assert two == "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m pytest"


def test_the_yaml_of_the_readme_is_yaml() -> None:
    for document in ("docs/copy-editor.md", "docs/engineer.md"):
        assert all(isinstance(yaml.safe_load(block), dict) for block in blocks(document, "yaml"))


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", *PAGES])
def test_every_link_leads_to_a_file_that_is_there_or_is_made(document: str) -> None:
    text = re.sub(r"```.*?```", "", (CHECKOUT / document).read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text):
        assert ((CHECKOUT / document).parent / link).exists() or link == "facts.md", link


def test_every_rule_has_a_page() -> None:
    made = runpy.run_path(str(CHECKOUT / "scripts" / "site_pages.py"))["pages"]()
    rules = product().rules
    assert {f"rules/{rule.code}.md" for rule in rules} <= made.keys()
    for rule in rules:
        assert made[f"rules/{rule.code}.md"].startswith(f"# {rule.code} {rule.name}\n")
        assert f"| [{rule.code}]({rule.code}.md) |" in made["rules/index.md"]


def test_what_the_page_for_copy_editors_does_comes_out_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path.with_name(tmp_path.name + "-cache")))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Mayor opens bridge\n\nThe mayor opened the bridge. /EPA\n", encoding="utf-8")
    for block in blocks("docs/copy-editor.md", "yaml"):
        (tmp_path / "factlint.yml").write_text(block, encoding="utf-8")
    commands = [line for block in blocks("docs/copy-editor.md", "sh") for line in block.splitlines()]
    told = [shlex.split(line)[1:] for line in commands if re.match(r"factlint (report|worksheet)", line)]
    for arguments in [*told, ["check", "story.txt"], ["fix", "story.txt"]]:
        CliRunner().invoke(application(arguments), arguments)
    assert {path.name for path in tmp_path.iterdir()} >= {"factlint-report.html", "story.html"}
    assert "/EPA" not in (tmp_path / "story.txt").read_text(encoding="utf-8")


def test_the_hooks_for_pre_commit_keep_to_what_is_excluded() -> None:
    hooks = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text())
    assert {hook["id"]: hook["entry"] for hook in hooks} == {
        "factlint": "factlint check --force-exclude",
        "factlint-staged": "factlint check --force-exclude --staged",
        "factlint-fix": "factlint fix --force-exclude",
    }
    assert all({"id", "name", "language", "types_or"} <= hook.keys() for hook in hooks)


def test_the_schemas_are_those_of_the_code() -> None:
    for path, text in runpy.run_path(str(CHECKOUT / "scripts" / "write_schemas.py"))["files"]().items():
        assert path.read_text(encoding="utf-8") == text, "run .venv/bin/python scripts/write_schemas.py"


def test_the_page_of_rules_is_that_of_the_rules() -> None:
    page = runpy.run_path(str(CHECKOUT / "scripts" / "write_rules_page.py"))["page"]()
    written = (CHECKOUT / "rules" / "README.md").read_text(encoding="utf-8")
    assert written == page, "run .venv/bin/python scripts/write_rules_page.py"


def test_the_configuration_that_init_writes_is_right_also_where_its_comments_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "newsroom" / "rules").mkdir(parents=True)
    file = tmp_path / "factlint.yml"
    file.write_text(CONFIGURATION, encoding="utf-8")
    written = read_config(str(file))
    assert [pattern.text for pattern in written.exclude][:2] == ["README.md", "CHANGELOG.md"]
    assert written._replace(base="", exclude=(), origins={}) == Settings()
    file.write_text(re.sub(r"^# (?!yaml-)(?=(  |[a-z-]+:))", "", CONFIGURATION, flags=re.MULTILINE), encoding="utf-8")
    settings = read_config(str(file))
    assert settings.select == ("QUO", "PRO", "NAM", "FIG", "DAT", "HED", "SRC", "RES")
    assert settings.known == {"messi", "beyoncé"}
    assert settings.severity == {"figure-without-source": "note"}
    assert settings.style["dates"] == "5 May"
    Checker(settings._replace(folders=()))  # tells of what cannot be chosen
