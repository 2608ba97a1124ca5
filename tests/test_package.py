"""The package as others get it: installed elsewhere, or zipped, it has its rules and needs no checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parent.parent
HERE = sysconfig.get_path("purelib")


def run(*command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    kept["FACTLINT_CACHE_DIR"] = str(folder.with_name(folder.name + "-cache"))
    return subprocess.run(command, cwd=folder, env={**kept, **environment}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(
        sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder), folder=CHECKOUT
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with an article, far from the checkout."""
    (tmp_path / "story.txt").write_text("The mayor opened the bridge on Friday. /EPA\n")
    return tmp_path


def wheel_in(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


FOUND = "story.txt:1:40: error RES101 “/EPA” is a picture's credit, left in the text.\n"


def test_a_release_tells_where_the_project_lives_and_claims_no_address_without_one(tmp_path: Path) -> None:
    folder = tmp_path / "dist"

    def urls(**address: str) -> list[str]:
        command = (sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder))
        assert run(*command, folder=CHECKOUT, **address).returncode == 0
        (sdist,) = folder.glob("*.tar.gz")
        with tarfile.open(sdist) as packed:
            (name,) = [name for name in packed.getnames() if name.count("/") == 1 and name.endswith("PKG-INFO")]
            told = packed.extractfile(name)
            assert told is not None
            return [line for line in told.read().decode().splitlines() if line.startswith("Project-URL:")]

    assert urls(FACTLINT_URL="") == []
    home = "https://git.example.org/desk/factlint"
    assert f"Project-URL: Issues, {home}/issues" in urls(FACTLINT_URL=home + "/")


def test_installed_in_a_fresh_environment_it_checks_an_article_in_another_folder(built: Path, desk: Path) -> None:
    home = desk / "environment"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index")
    installed = run(*pip, str(wheel_in(built)), folder=desk)
    assert installed.returncode == 0, installed.stderr
    (place,) = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=desk
    ).stdout.splitlines()
    # What factlint depends on is borrowed from this environment, so that the test needs no network.
    (Path(place) / "borrowed.pth").write_text(HERE + "\n")
    for command in ((str(scripts / "factlint"),), (python, "-m", "factlint")):
        ran = run(*command, "check", "story.txt", "--select", "RES101", folder=desk)
        assert (ran.stdout, ran.stderr, ran.returncode) == (FOUND, "1 error in 1 article.\n", 1)
    shown = run(python, "-m", "factlint", "rule", "RES101", folder=desk).stdout
    assert str(Path(place).resolve()) in shown, "the rules are those of the installed package"


def test_zipped_it_finds_its_rules(built: Path, desk: Path) -> None:
    path = os.pathsep.join((str(wheel_in(built)), HERE))
    ran = run(
        sys.executable, "-m", "factlint", "check", "story.txt", "--select", "RES101", folder=desk, PYTHONPATH=path
    )
    assert (ran.stdout, ran.returncode) == (FOUND, 1), ran.stderr
    shown = run(sys.executable, "-m", "factlint", "rule", "RES101", folder=desk, PYTHONPATH=path).stdout
    assert ".whl/factlint/rules/residue/credit-left.yml" in shown.replace(os.sep, "/")


def test_wheel_and_sdist_carry_every_rule_and_word_list(built: Path) -> None:
    with zipfile.ZipFile(wheel_in(built)) as wheel:
        names = set(wheel.namelist())
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as sdist:
        members = {member.partition("/")[2] for member in sdist.getnames()}
    for rule in (CHECKOUT / "rules").rglob("*.yml"):
        place = rule.relative_to(CHECKOUT).as_posix()
        assert f"factlint/{place}" in names
        assert place in members
    assert {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "tests/test_package.py"} <= members
    assert "factlint/py.typed" in names


def test_the_wheel_ships_its_rules_compiled_and_a_run_reads_no_yaml(built: Path, desk: Path) -> None:
    with zipfile.ZipFile(wheel_in(built)) as wheel:
        wheel.extractall(desk / "site")
    path = os.pathsep.join((str(desk / "site"), HERE))
    command = (sys.executable, "-X", "importtime", "-m", "factlint", "check", "story.txt", "--no-cache")
    ran = run(*command, folder=desk, PYTHONPATH=path)
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "factlint.lint.compiled" in imported
    assert imported.isdisjoint({"yaml", "regex", "factlint.lint.load", "multiprocessing"})
