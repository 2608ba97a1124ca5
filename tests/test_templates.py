"""What others copy: the action, the templates, the guides. They are what they say, and name what there is."""

import re
from pathlib import Path

import pytest
import yaml

from factlint.config.configfile import guides
from factlint.report import FORMATS

CHECKOUT = Path(__file__).parent.parent


def test_every_input_of_the_action_is_used_and_told_of() -> None:
    action = yaml.safe_load((CHECKOUT / "action.yml").read_text())
    text = (CHECKOUT / "action.yml").read_text()
    page = (CHECKOUT / "docs" / "ci.md").read_text()
    for name in action["inputs"]:
        assert f"inputs.{name} " in text or f"inputs.{name}\n" in text
        assert f"| `{name}` |" in page
    script = (CHECKOUT / "scripts" / "action.sh").read_text()
    (check,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    assert all(f"${{{name}:-" in script for name in check["env"])


@pytest.mark.parametrize("path", ["templates/factlint.gitlab-ci.yml", "scripts/action.sh", "docs/ci.md"])
def test_the_formats_that_are_named_exist(path: str) -> None:
    named = re.findall(r"--format ([a-z]+)", (CHECKOUT / path).read_text())
    assert named
    assert set(named) <= set(FORMATS)


@pytest.mark.parametrize("name", ["ap", "bbc", "guardian"])
def test_every_choice_of_a_guide_has_its_source(name: str) -> None:
    guide = yaml.safe_load(guides()[name].read_bytes())
    assert guide["style"].keys() == guide["sources"].keys()


def test_the_workflows_and_the_hooks_are_yaml() -> None:
    for path in (*CHECKOUT.glob(".github/workflows/*.yml"), CHECKOUT / "templates" / "factlint.gitlab-ci.yml"):
        assert isinstance(yaml.safe_load(path.read_text()), dict)
    release = yaml.safe_load((CHECKOUT / ".github" / "workflows" / "release.yml").read_text())
    assert release["jobs"]["publish"]["permissions"] == {"id-token": "write"}
