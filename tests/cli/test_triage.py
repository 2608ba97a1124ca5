"""What is not told again: accepted findings, those of a baseline, those that no change touches."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Program

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")

STORY = (
    "Bridge reopens after a year\n\n"
    "The bridge over the Lune reopened on Friday.\n\n"
    "Rents rose by 50%, from 40 to 80, the council said.\n\n"
    "The work was finished in the spring. /EPA\n"
)
WRONG = "“50%” is a rise"
ONLY = ("--select", "FIG1,RES101")
BY = ("--by", "A. Lee", "--reason", "the index is another")


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A. Lee", "-c", "user.email=lee@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def codes(out: str) -> list[str]:
    return re.findall(r"(?:error|warning|note) ([A-Z]{3}\d{3})", out)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    return file


def accept(factlint: Program, *arguments: str) -> None:
    ran = factlint("accept", *arguments, *BY)
    assert ran.status == 0, ran.err


def test_an_accepted_finding_is_not_told_again(factlint: Program, tmp_path: Path, story: Path) -> None:
    assert codes(factlint("check", *ONLY).out) == ["FIG101", "RES101"]
    ran = factlint("accept", "story.txt:5", "FIG101", *BY)
    assert ran.out.startswith("story.txt: FIG101 “")
    (entry,) = yaml.safe_load((tmp_path / "factlint-accepted.yml").read_text())
    assert {key: entry[key] for key in ("code", "file", "by", "reason")} == {
        "code": "FIG101", "file": "story.txt", "by": "A. Lee", "reason": "the index is another",
    }  # fmt: skip
    ran = factlint("check", *ONLY)
    assert codes(ran.out) == ["RES101"]
    assert ran.err == "1 error in 1 article (1 accepted).\n"
    assert codes(factlint("check", *ONLY, "--no-accepted").out) == ["FIG101", "RES101"]
    assert factlint("accepted").out.startswith("story.txt: FIG101 “")


def test_it_survives_a_new_name_and_a_new_folder(factlint: Program, tmp_path: Path, story: Path) -> None:
    accept(factlint, "story.txt", "--all")
    (tmp_path / "old").mkdir()
    story.rename(tmp_path / "old" / "bridge.txt")
    assert factlint("check", *ONLY).status == 0
    assert factlint("accepted", "--check").status == 0


def test_who_accepted_something_first_stays_named_when_all_the_rest_is_accepted(
    factlint: Program, tmp_path: Path, story: Path
) -> None:
    factlint("accept", "story.txt:5", "FIG101", "--by", "B. Moss", "--reason", "so the council says")
    factlint("accept", "story.txt", "--all", *BY)
    said = {row["code"]: row["by"] for row in yaml.safe_load((tmp_path / "factlint-accepted.yml").read_text())}
    assert said == {"FIG101": "B. Moss", "RES101": "A. Lee"}


def test_another_article_with_the_same_sentence_is_not_accepted(factlint: Program, tmp_path: Path, story: Path) -> None:
    accept(factlint, "story.txt:5", "FIG101")
    (tmp_path / "other.txt").write_text(STORY)
    assert codes(factlint("check", "--select", "FIG101").out) == ["FIG101"]


def test_what_has_lapsed_is_found_and_taken_out(factlint: Program, tmp_path: Path, story: Path) -> None:
    accept(factlint, "story.txt", "--all")
    story.write_text(STORY.replace("from 40", "from 41").replace("50%", "95%"))
    ran = factlint("accepted", "--stale")
    assert (ran.status, codes("error " + ran.out.split(": ")[1])) == (0, ["FIG101"])
    assert ran.err == "1 of 2 has lapsed.\n"
    assert factlint("accepted", "--prune").status == 0
    assert [row["code"] for row in yaml.safe_load((tmp_path / "factlint-accepted.yml").read_text())] == ["RES101"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("story.txt:3", "FIG101"), "story.txt:3: FIG101 finds nothing here, but it does in line 5.\n"),
        (("story.txt:7", "FIG101"), "story.txt:7: FIG101 finds nothing here, but it does in line 5.\n"),
        (("story.txt",), "Name the rules whose findings are accepted, or give --all.\n"),
        (("story.txt", "FIG1O1"), "There is no rule “FIG1O1”. Did you mean “FIG101”?\n"),
        (("gone.txt", "FIG101"), "gone.txt: there is no such file or folder.\n"),
    ],
)
def test_what_cannot_be_accepted_is_told(factlint: Program, story: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = factlint("accept", *arguments, *BY)
    assert (ran.status, ran.out, ran.err) == (2, "", said)


def test_a_mistake_in_the_file_of_accepted_findings_is_told(factlint: Program, tmp_path: Path, story: Path) -> None:
    (tmp_path / "factlint-accepted.yml").write_text('- {code: FIG101, sentence: "1f", resaon: "x"}\n- FIG102\n')
    assert factlint("check").err == (
        "factlint-accepted.yml:1:34: An entry has no key “resaon”. Did you mean “reason”? "
        "Keys: code, sentence, file, words, by, on, reason.\n"
        "factlint-accepted.yml:2:3: An entry has at least a code and a sentence: {code: NAM101, sentence: …}.\n"
    )


def test_the_files_of_two_people_merge_line_by_line(factlint: Program, tmp_path: Path, story: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text(".cache\n")
    (tmp_path / "two.txt").write_text("The pool shut on Friday. /EPA\n")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Begin")
    git(tmp_path, "checkout", "-qb", "other")
    accept(factlint, "two.txt", "RES101")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Accept one")
    git(tmp_path, "checkout", "-q", "-")
    accept(factlint, "story.txt", "RES101")
    accept(factlint, "story.txt", "FIG101")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Accept two others")
    git(tmp_path, "merge", "-q", "other", "-m", "Merge")
    assert len(yaml.safe_load((tmp_path / "factlint-accepted.yml").read_text())) == 3
    assert factlint("check", *ONLY).status == 0


def test_what_two_people_have_both_accepted_has_not_lapsed(factlint: Program, tmp_path: Path, story: Path) -> None:
    accept(factlint, "story.txt", "FIG101")
    file = tmp_path / "factlint-accepted.yml"
    entries = file.read_text()
    file.write_text(entries + entries.splitlines()[-1].replace("A. Lee", "B. Roe") + "\n")
    assert factlint("accepted", "--check").status == 0
    assert factlint("check", "--select", "FIG101").status == 0


def test_an_entry_is_one_line_whatever_the_reason(factlint: Program, tmp_path: Path, story: Path) -> None:
    ran = factlint("accept", "story.txt", "FIG101", "--by", "A.\nLee", "--reason", "as in\n- the index: [1]")
    assert ran.status == 0
    (line,) = factlint("accepted").out.splitlines()
    assert re.search(r"\(A. Lee, [-\d]+\): as in - the index: \[1\]$", line)


def test_a_baseline_lets_old_findings_rest_and_shrinks(factlint: Program, tmp_path: Path, story: Path) -> None:
    ran = factlint("check", *ONLY, "--write-baseline", "old.json")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "No problems in 1 article (2 written to the baseline).\n"
    ran = factlint("check", *ONLY, "--baseline", "old.json")
    assert (ran.status, ran.err) == (0, "No problems in 1 article (2 in the baseline).\n")
    story.write_text(STORY.replace("Friday.", "Friday. /AFP"))
    assert codes(factlint("check", *ONLY, "--baseline", "old.json").out) == ["RES101"], "the new one is told"
    story.write_text(STORY.replace(" /EPA", ""))
    factlint("check", "--select", "HED", "--baseline", "old.json")
    assert sum(map(len, json.loads((tmp_path / "old.json").read_text())["findings"].values())) == 2
    ran = factlint("check", *ONLY, "--baseline", "old.json")
    assert ran.err.startswith("1 old finding is gone, and no longer in the baseline.\n")
    story.write_text(STORY)
    assert codes(factlint("check", *ONLY, "--baseline", "old.json").out) == ["RES101"], "what was mended is not old"


def test_a_baseline_that_is_none_gets_a_sentence(factlint: Program, tmp_path: Path, story: Path) -> None:
    (tmp_path / "old.json").write_text("[]")
    ran = factlint("check", "--baseline", "old.json")
    assert (ran.status, ran.err) == (2, "--baseline: old.json: it is no baseline; --write-baseline writes one.\n")
    assert factlint("check", "--baseline", "gone.json").status == 2


@pytest.fixture
def repository(tmp_path: Path, story: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text(".cache\n")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Begin")
    return tmp_path


def test_only_what_touches_a_changed_line_is_told(factlint: Program, repository: Path, story: Path) -> None:
    assert factlint("check", *ONLY, "--changed").status == 0
    story.write_text(STORY.replace("The work was finished", "All work was finished"))
    assert codes(factlint("check", *ONLY, "--changed").out) == ["RES101"]
    (repository / "ne\tw “x”.txt").write_text("The pool shut on Friday. /AFP\n")
    assert codes(factlint("check", *ONLY, "--changed", "HEAD").out) == ["RES101", "RES101"]
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Change")
    assert factlint("check", *ONLY, "--changed").status == 0
    assert codes(factlint("check", *ONLY, "--changed", "HEAD~1").out) == ["RES101", "RES101"]
    ran = factlint("check", *ONLY, "--changed=nowhere")
    assert (ran.status, ran.err) == (2, "--changed: git knows no revision “nowhere”.\n")


def test_a_change_far_from_the_finding_counts_where_it_is_what_the_finding_is_about(
    factlint: Program, repository: Path, story: Path
) -> None:
    lead = "The fire killed 12 people in the mill on Friday, the police said.\n\n"
    rest = "The mill stood by the river.\n\nNobody had expected it.\n\nThe 12 dead were found on Saturday.\n"
    story.write_text("Fire kills 12\n\n" + lead + rest)
    git(repository, "commit", "-qam", "A fire")
    story.write_text("Fire kills 14\n\n" + lead + rest)
    whole = codes(factlint("check", "--select", "FIG,HED").out)
    assert whole
    assert codes(factlint("check", "--select", "FIG,HED", "--changed").out) == whole


def test_the_staged_content_is_checked_and_not_that_of_the_file(
    factlint: Program, repository: Path, story: Path
) -> None:
    ran = factlint("check", "--staged")
    assert (ran.status, ran.err) == (0, "There is nothing to check: what was named is left out, or not staged.\n")
    story.write_text(STORY.replace("Friday.", "Friday. /AFP"))
    git(repository, "add", "story.txt")
    story.write_text("All is well.\n")
    ran = factlint("check", *ONLY, "--staged")
    assert ran.out.startswith("story.txt:3:46: error RES101 “/AFP”")
    assert codes(ran.out) == ["RES101"], "what stood there before is not told"


def test_before_the_first_commit_all_is_new(factlint: Program, tmp_path: Path, story: Path) -> None:
    git(tmp_path, "init", "-q")
    assert codes(factlint("check", *ONLY, "--changed").out) == ["FIG101", "RES101"]


def test_a_link_does_not_make_all_of_its_file_new(factlint: Program, repository: Path, story: Path) -> None:
    (repository / "link.txt").symlink_to("story.txt")
    assert factlint("check", *ONLY, "--changed").status == 0
    git(repository, "add", "-A")
    assert factlint("check", *ONLY, "--changed").status == 0
    assert factlint("check", *ONLY, "--staged").out == ""


def test_the_changes_of_a_submodule_are_those_since_the_commit_that_its_parent_has(
    factlint: Program, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "two.txt").write_text(STORY)
    git(other, "init", "-q")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "Begin")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "sub")
    assert codes(factlint("check", *ONLY, "--changed").out) == ["FIG101", "RES101"], "the submodule is new"
    git(repository, "commit", "-qam", "Add another repository")
    assert factlint("check", *ONLY, "--changed").status == 0
    (repository / "sub" / "two.txt").write_text(STORY.replace("80, the", "80, this"))
    assert codes(factlint("check", *ONLY, "--changed").out) == ["FIG101"]
    git(repository / "sub", "commit", "-qam", "Change a word")
    assert codes(factlint("check", *ONLY, "--changed").out) == ["FIG101"], "the parent has not got it yet"
    assert codes(factlint("check", *ONLY, "--changed", "HEAD~1").out) == ["FIG101", "RES101"]


def test_articles_of_another_repository_are_compared_with_that(
    factlint: Program, repository: Path, story: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "two.txt").write_text(STORY)
    git(other, "init", "-q")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "Begin")
    (other / "two.txt").write_text(STORY.replace("80, the", "80, this"))
    story.write_text(STORY.replace("spring", "autumn"))
    ran = factlint("check", *ONLY, "--changed", str(other), "story.txt")
    assert codes(ran.out) == ["FIG101", "RES101"]


def test_without_a_repository_there_is_a_sentence(factlint: Program, story: Path) -> None:
    for option in ("--changed", "--staged"):
        ran = factlint("check", option)
        assert (ran.status, ran.err) == (2, f"{option}: this is no git repository.\n")
