"""What others copy: the action, the templates, the guides. They are what they say, and name what there is."""

import os
import re
import shutil
import subprocess
import sys
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


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not on the path")


@needs("check-jsonschema")
@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", ".github/workflows/release.yml"),
        ("gitlab-ci", "templates/factlint.gitlab-ci.yml"),
    ],
)
def test_what_a_host_reads_is_right_by_its_schema(schema: str, path: str) -> None:
    command = ["check-jsonschema", "--builtin-schema", f"vendor.{schema}", path]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@needs("check-jsonschema")
def test_the_workflows_of_the_page_are_right_by_their_schemas(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (CHECKOUT / "docs" / "ci.md").read_text(), re.DOTALL)
    (workflow,) = (block for block in blocks if block.startswith("# .github/workflows"))
    (gitlab,) = (block for block in blocks if block.startswith("include:"))
    for schema, text in (("github-workflows", workflow), ("gitlab-ci", gitlab)):
        (tmp_path / "a.yml").write_text(text)
        command = ["check-jsonschema", "--builtin-schema", f"vendor.{schema}", str(tmp_path / "a.yml")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@needs("hadolint")
def test_the_dockerfile_has_nothing_that_its_linter_minds() -> None:
    done = subprocess.run(["hadolint", "Dockerfile"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.slow
def test_what_the_dockerfile_copies_is_enough_to_build_the_package_from(tmp_path: Path) -> None:
    here, wheels = tmp_path / "source", tmp_path / "wheels"
    here.mkdir()
    for line in (CHECKOUT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            *sources, _ = line.split()[1:]
            for source in sources:
                if (CHECKOUT / source).is_dir():
                    shutil.copytree(CHECKOUT / source, here / source, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(CHECKOUT / source, here)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(wheels), "."]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert (done.returncode, len(list(wheels.glob("factlint-*.whl")))) == (0, 1), done.stdout + done.stderr


BASE = "docker.io/library/python:3.12-slim"


def buildah(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["buildah", *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("buildah") is None or not buildah("images", "-q", BASE).stdout,
    reason=f"buildah, or its image {BASE}, is not here",
)
def test_the_image_is_built_and_checks_articles_as_a_user_without_privileges(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("The bridge reopened on Friday. /EPA\n", encoding="utf-8")
    own = ("--isolation", "chroot")
    tmp_path.chmod(0o755)
    built = buildah("bud", *own, "--network", "host", "--pull-never", "--quiet", "-t", "factlint-test", ".")
    assert built.returncode == 0, built.stderr
    container = buildah("from", "--pull-never", "factlint-test").stdout.strip()
    try:
        inside = ("run", *own, "-v", f"{tmp_path}:/articles:ro", container, "--")
        assert buildah(*inside, "id", "-u").stdout == "1000\n"
        ran = buildah(*inside, "factlint", "check", ".")
        assert (ran.returncode, ran.stdout[:36]) == (1, "a b.txt:1:32: error RES101 “/EPA” is")
    finally:
        buildah("rm", container)
        buildah("rmi", "factlint-test")


@needs("shellcheck")
def test_the_scripts_have_nothing_that_their_linter_minds() -> None:
    command = ["shellcheck", "scripts/action.sh", ".ci/run"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder of a run of the action, with an article in it."""
    (tmp_path / "a b.txt").write_text("The bridge reopened on Friday. /EPA\n", encoding="utf-8")
    return tmp_path


def action(desk: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the action's step does, with the files that GitHub gives it."""
    given = {"GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output", "RUNNER_TEMP": str(desk / ".temp")}
    (desk / ".temp").mkdir()
    return subprocess.run(
        ["bash", str(CHECKOUT / "scripts" / "action.sh")], cwd=desk, capture_output=True, text=True, check=False,
        env={**os.environ, **given, "FACTLINT_CACHE_DIR": str(desk / ".cache"), **environment},
    )  # fmt: skip


@needs("factlint")
def test_the_summary_of_the_action_does_not_say_that_all_is_well_where_nothing_was_checked(desk: Path) -> None:
    assert action(desk, PATHS="nowhere").returncode == 2
    summary = (desk / "summary.md").read_text(encoding="utf-8")
    assert "no problems" not in summary
    assert "| nowhere:1 | error | factlint | There is no such file or folder. |" in summary


@needs("factlint")
def test_the_action_shows_findings_in_all_its_ways(desk: Path) -> None:
    done = action(desk, ARGS="--select RES101", SARIF="true")
    assert done.returncode == 1, done.stderr
    place = "file=a b.txt,line=1,endLine=1,col=32,endColumn=36"
    assert done.stdout.startswith(f"::error {place},title=RES101 credit-left::")
    assert "| a b.txt:1 | error | RES101 |" in (desk / "summary.md").read_text(encoding="utf-8")
    assert (desk / "output").read_text() == f"sarif-file={desk}/.temp/factlint.sarif\n"
    assert '"ruleId": "RES101"' in (desk / ".temp" / "factlint.sarif").read_text(encoding="utf-8")


@needs("factlint")
def test_the_action_fails_only_where_it_is_asked_to(desk: Path) -> None:
    done = action(desk, ARGS="--select RES101", FAIL_ON="never", ANNOTATIONS="false", SUMMARY="false")
    assert done.stdout == "a b.txt:1:32: error RES101 “/EPA” is a picture's credit, left in the text.\n"
    assert done.returncode == 0
    assert not (desk / "summary.md").exists()


def test_no_address_of_the_project_is_claimed() -> None:
    """It has no public home yet; whoever gives it one says so in pyproject.toml first, then wherever it is needed."""
    assert "[project.urls]" not in (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    folders = {"docs": "*.md", "templates": "*.yml", "editors/vscode": "*.json", "factlint": "**/*.py"}
    told = [path for folder, pattern in folders.items() for path in (CHECKOUT / folder).glob(pattern)]
    told += [CHECKOUT / name for name in ("README.md", "pyproject.toml", "mkdocs.yml")]
    address = re.compile(r"https?://(?!(?:[\w-]+\.)*example\.org)[\w./-]*factlint[\w./-]*")
    found = {place for path in told for place in address.findall(path.read_text(encoding="utf-8"))}
    assert found == set()
