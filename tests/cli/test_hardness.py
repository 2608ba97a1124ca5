"""Hard to break: what is hostile, broken or endless costs one sentence, and the rest is still checked."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Program, cache_beside

GOOD = "The mayor opened the bridge on Friday. /EPA\n"
FOUND = "good.txt:1:40: error RES101 “/EPA” is a picture's credit, left in the text.\n"
ONE = "1 error in 1 article.\n"
RULE = """\
code: XYZ101
name: {name}
severity: error
summary: A word.
flag: text
pattern: '{pattern}'
message: "{message}"
why: It is a test.
flagged: ["The [[bridge]] shut.", "A [[bridge]] is shut.", "One [[bridge]] opened."]
passed: ["The road shut.", "The bridges shut.", "A bridgehead was shut."]
"""

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files or signals")


@pytest.fixture(autouse=True)
def good(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def put_rule(
    folder: Path, name: str = "a-word", pattern: str = r"\bbridge\b", message: str = "Here is {text}."
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yml").write_text(RULE.format(name=name, pattern=pattern, message=message))


# ------------------------------------------------------------------------------------------------- files and folders


@posix
def test_a_link_to_itself_gets_a_sentence(factlint: Program, good: Path) -> None:
    (good / "loop.txt").symlink_to("loop.txt")
    assert factlint("check") == (2, FOUND, "loop.txt: it is a link that leads to itself.\n" + ONE)
    assert factlint("check", "loop.txt").err == "loop.txt: it is a link that leads to itself.\n"


@posix
def test_links_between_folders_do_not_lead_round_in_circles(factlint: Program, good: Path) -> None:
    (good / "in").mkdir()
    (good / "in" / "up").symlink_to("..")
    assert factlint("check") == (1, FOUND, ONE)


@posix
def test_folders_too_deep_to_be_real_get_a_sentence(factlint: Program, good: Path) -> None:
    here = os.open(good, os.O_RDONLY)
    for _ in range(1_000):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    ran = factlint("check")
    # A folder so deep cannot be taken away by those who clean up after tests.
    subprocess.run(["rm", "-rf", str(good / "d")], check=True)
    assert (ran.status, ran.out) == (2, FOUND)
    assert re.fullmatch(r"(d/)+d?…: it lies too deep to be searched\.\n" + re.escape(ONE), ran.err)


@posix
def test_an_article_behind_a_link_out_of_the_folder_is_read_only_where_it_is_named(
    factlint: Program, good: Path
) -> None:
    secret = good.with_name(good.name + "-secret.txt")
    secret.write_text("The key is TK. /EPA\n")
    (good / "linked.txt").symlink_to(secret)
    said = "linked.txt: it is a link out of the folder; name the file itself to have it checked.\n"
    assert factlint("check") == (2, FOUND, said + ONE)
    assert factlint("check", "linked.txt", "--select", "RES101").out.startswith("linked.txt:1:16: error RES101")


@posix
def test_a_link_to_a_file_of_the_same_folder_is_that_file(factlint: Program, good: Path) -> None:
    (good / "also.txt").symlink_to("good.txt")
    ran = factlint("check")
    assert (ran.status, ran.err) == (1, ONE)


def test_a_file_that_vanishes_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
    from factlint.config.settings import Settings
    from factlint.read.files import File
    from factlint.run import Job, Plan, Worker

    worker = Worker(Plan((Settings(),), keep=False))
    result = worker(Job(File("gone.txt", str(good / "gone.txt"))))
    assert (result.trouble, result.findings) == ("there is no such file or folder.", ())


@posix
def test_a_folder_that_may_not_be_read_gets_a_sentence(factlint: Program, good: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    (good / "shut").mkdir(mode=0)
    assert factlint("check") == (2, FOUND, "shut: it cannot be read: permission denied.\n" + ONE)
    (good / "rules").mkdir(mode=0)
    ran = factlint("check", "good.txt", "--rules", "rules")
    assert (ran.status, ran.err) == (2, "rules:1:1: This folder cannot be read: permission denied.\n")


# ------------------------------------------------------------------------------------------------- rules of others


@posix
def test_a_folder_of_rules_with_links_to_itself_ends(factlint: Program, good: Path) -> None:
    put_rule(good / "rules")
    (good / "rules" / "again").symlink_to(".")
    (good / "rules" / "up").symlink_to("..")
    ran = factlint("check", "good.txt", "--rules", "rules", "--select", "XYZ")
    assert ran == (1, "good.txt:1:22: error XYZ101 Here is bridge.\n", ONE)


@posix
@pytest.mark.parametrize("name", ["zero.yml", "lexicon/en/zero.yml"])
def test_a_rule_that_never_ends_is_not_read(factlint: Program, good: Path, name: str) -> None:
    (good / "rules" / name).parent.mkdir(parents=True)
    (good / "rules" / name).symlink_to("/dev/zero")
    said = "This is a link out of its folder, which is not followed. Put the file itself here."
    assert factlint("check", "--rules", "rules") == (2, "", f"rules/{name}:1:1: {said}\n")


@posix
def test_a_rule_that_is_a_pipe_or_far_too_large_is_not_read(factlint: Program, good: Path) -> None:
    (good / "rules").mkdir()
    os.mkfifo(good / "rules" / "pipe.yml")
    with open(good / "rules" / "vast.yml", "wb") as file:
        file.truncate(5_000_000)
    said = factlint("check", "--rules", "rules").err
    assert said == (
        "rules/pipe.yml:1:1: This file cannot be read: it is no file but a device, a pipe or a folder.\n"
        "rules/vast.yml:1:1: This file cannot be read: it is larger than 4,000,000 bytes.\n"
    )


@pytest.mark.parametrize("flag", ["text", "sentence"])
def test_a_pattern_that_never_ends_is_stopped_and_told_by_name(factlint: Program, good: Path, flag: str) -> None:
    put_rule(good / "rules", pattern=r"(\w|\w\w|\s)+(?=#)")
    if flag == "sentence":
        text = (good / "rules" / "a-word.yml").read_text()
        text = text.replace("flag: text", "flag: paragraph").replace("pattern:", "where: {text: {matches:")
        (good / "rules" / "a-word.yml").write_text(re.sub(r"(matches:.*)", r"\1}}", text))
    (good / "slow.txt").write_text(
        "a town of bridges and of boats and of long roads and of rivers and of walls " * 9 + "!\n"
    )
    ran = factlint("check", "--rules", "rules", "--select", "XYZ,RES101", "good.txt", "slow.txt")
    assert "slow.txt: all but XYZ101 was checked: its pattern took more than 2 s.\n" in ran.err
    assert FOUND in ran.out
    assert ran.status == 2


@pytest.mark.parametrize("name", ["start", "end", "text", "_hidden", "__class__"])
def test_a_group_cannot_take_the_place_of_what_a_match_has(factlint: Program, good: Path, name: str) -> None:
    put_rule(good / "rules", pattern=rf"(?P<{name}>bridge)")
    said = f"A group cannot be called “{name}”: a match has a {name} of its own."
    assert factlint("check", "--rules", "rules").err == f"rules/a-word.yml:6:10: {said}\n"


@pytest.mark.parametrize(
    "field",
    ["__class__", "text.__class__", "_fact", "paragraph._replace", "text.upper", "figure", "__dict__.start"],
)
def test_a_message_reaches_nothing_but_documented_fields(factlint: Program, good: Path, field: str) -> None:
    put_rule(good / "rules", message="Here is {" + field + "}.")
    ran = factlint("check", "--rules", "rules")
    assert ran.status == 2
    assert ran.err.startswith("rules/a-word.yml:7:10: ")


def test_a_field_of_a_billion_letters_is_none(factlint: Program, good: Path) -> None:
    put_rule(good / "rules", message="Here is {text:" + "9" * 30 + "}.")
    assert "A brace in this message belongs to no field" in factlint("check", "--rules", "rules").err


@pytest.mark.parametrize(
    "value", ['!!int ""', "9" * 5_000, '!!float ""', "!!binary x", "0x", "!!python/object:os.x {}"]
)
def test_a_value_that_yaml_cannot_read_is_the_files_fault(factlint: Program, good: Path, value: str) -> None:
    put_rule(good / "rules")
    with open(good / "rules" / "a-word.yml", "a") as file:
        file.write(f"options: {{most: {value}}}\n")
    (good / "factlint.yml").write_text(f"options: {{RES101: {{most: {value}}}}}\n")
    (good / "front.md").write_text(f"---\ntitle: {value}\n---\nThe bridge.\n")
    for ran in (factlint("check", "--rules", "rules"), factlint("check", "good.txt"), factlint("check", "front.md")):
        assert "own" not in ran.err
        assert "Traceback" not in ran.err


def test_toml_that_nests_too_deep_is_the_files_fault(factlint: Program, good: Path) -> None:
    deep = "[tool.factlint]\nselect = " + "[" * 5_000 + "]" * 5_000
    (good / "pyproject.toml").write_text(deep)
    assert factlint("check") == (2, "", "pyproject.toml:1:1: This is not TOML: it nests too deep.\n")
    (good / "pyproject.toml").unlink()
    (good / "front.md").write_text("+++\ntitle = " + "[" * 5_000 + "]" * 5_000 + "\n+++\nThe bridge.\n")
    said = "front.md: it has front matter that is not TOML: a value in it cannot be read.\n"
    assert factlint("check") == (2, FOUND, said + ONE)


# -------------------------------------------------------------------------------------------- repositories of others


@posix
def test_a_configuration_behind_a_link_out_of_the_project_is_refused_and_not_quoted(
    factlint: Program, good: Path
) -> None:
    secret = good.with_name(good.name + "-secret.yml")
    secret.write_text("password: hunter2\n")
    (good / "factlint.yml").symlink_to(secret)
    said = "This configuration is a link out of its project. Name it with --config to have it read."
    assert factlint("check") == (2, "", f"factlint.yml:1:1: {said}\n")
    assert "no key “password”" in factlint("check", "--config", "factlint.yml").err


@posix
@pytest.mark.parametrize("how", ["above", "link"])
def test_rules_outside_the_project_are_read_only_where_the_command_line_says_so(
    factlint: Program, good: Path, how: str
) -> None:
    project = good / "project"
    project.mkdir()
    (project / "a.txt").write_text(GOOD)
    put_rule(good / "others")
    name = "../others"
    if how == "link":
        (project / "mine").symlink_to("../others")
        name = "mine"
    (project / "factlint.yml").write_text(f"rules: [{name}]\n")
    said = f"The folder “{name}” lies outside this project. Name it with --rules to have it read."
    assert factlint("check", "project") == (2, "", f"project/factlint.yml:1:9: {said}\n")
    assert factlint("check", "project", "--config", "project/factlint.yml", "--select", "XYZ101").status == 1
    (good / ".git").mkdir()
    assert factlint("check", "project", "--select", "XYZ101").status == 1


def test_a_file_called_like_an_option_is_a_file_to_the_hooks(factlint: Program, good: Path) -> None:
    name = "--config=x.txt"
    (good / name).write_text(GOOD)
    assert factlint("check", "--select", "RES101", "--", name).out.startswith(f"{name}:1:40: error RES101 ")
    hooks = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
    assert "args: [--]" in hooks.read_text()


# ------------------------------------------------------------------------------------------------- budgets


@posix
def test_an_article_that_takes_too_long_is_left_and_the_rest_goes_on(factlint: Program, good: Path) -> None:
    (good / "long.txt").write_text("Ann Roe met Bo Lind in Ystad. “It is late,” Roe said.\n\n" * 12_000)
    ran = factlint("check", "--time-limit", "2", "--jobs", "1", "--no-cache")
    assert ran.out == FOUND
    assert ran.err == "long.txt: it was not checked: it took more than 2 seconds.\n" + ONE
    assert ran.status == 2


@posix
@pytest.mark.slow
def test_processes_have_the_same_budget(factlint: Program, good: Path) -> None:
    for name in "ab":
        text = "Ann Roe met Bo Lind in Ystad. “It is late,” Roe said.\n\n" * 12_000
        (good / f"{name}.txt").write_text(text)
    ran = factlint("check", "--time-limit", "2", "--jobs", "2", "--no-cache")
    assert ran.out == FOUND
    assert ran.err.count("it took more than 2 seconds.") == 2


# ------------------------------------------------------------------------------------------------- output

HOSTILE = "\x1b]0;gone\x07\x9b31m\u202eRoe\u2066\u2028::error::no ##[error]no\u200f"


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "sarif"])
def test_nothing_hostile_in_an_article_passes_raw_into_any_format(factlint: Program, good: Path, form: str) -> None:
    put_rule(good / "rules", pattern="bridge (?P<flag>.*)", message="Here is {text} {flag}.")
    (good / "good.txt").write_text(f"The bridge {HOSTILE}\n\nThe bridge {HOSTILE}\n")
    ran = factlint("check", "--rules", "rules", "--select", "XYZ", "--format", form, "--color", "never")
    assert ran.status == 1
    body = re.sub(r"(?m)^::error ([^:]*)::", r"\1", ran.out) if form == "github" else ran.out
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029]|::|##\\[", body
    )
    if form in ("json", "jsonl", "sarif"):
        json.loads(ran.out.splitlines()[0] if form == "jsonl" else ran.out)


@posix
def test_a_hostile_file_name_passes_raw_nowhere(factlint: Program, good: Path) -> None:
    name = "::error::\x1b[31m\u202e\n.txt"
    (good / name).write_text(GOOD)
    os.rename(good / "good.txt", os.fsencode(good) + b"/\xff.txt")
    for form in ("concise", "full", "json", "github", "sarif"):
        ran = factlint("check", ".", "missing\x1b\u202e::x", "--select", "RES101", "--format", form)
        assert "\x1b" not in ran.out + ran.err
        assert "\u202e" not in ran.out + ran.err
        assert "::error::\x1b" not in ran.out
        assert "::x" not in ran.err
    assert r":\x3aerror:\x3a\x1b[31m\u202e\x0a.txt:1:40: error RES101" in factlint("check", "--select", "RES101").out


def test_a_hostile_configuration_or_argument_is_told_without_its_codes(factlint: Program, good: Path) -> None:
    (good / "factlint.yml").write_text('"\\e[31m::error::": 1\nselect: ["\\u202eX"]\n')
    for ran in (factlint("check"), factlint("check", "--format", "x\x1b[31m\u202e"), factlint("x\x1b\u202e")):
        assert ran.status == 2
        assert not re.search("[\x1b\u202e]|::error", ran.err)


def test_columns_of_the_first_line_do_not_count_the_byte_order_mark(factlint: Program, good: Path) -> None:
    (good / "good.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert factlint("check").out == FOUND
    (row,) = json.loads(factlint("check", "--format", "json").out)
    assert (row["column"], row["end_column"], row["start"]) == (40, 44, 40)
    shown = factlint("check", "--format", "full").out
    assert shown == factlint("check", "--format", "full").out
    assert "1 │ The mayor" in shown
    assert "│                                        ^^^^" in shown


def test_sarif_says_that_a_run_with_troubles_did_not_succeed(factlint: Program, good: Path) -> None:
    log = json.loads(factlint("check", "good.txt", "missing.txt", "--format", "sarif").out)
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert told == ["missing.txt: there is no such file or folder."]
    assert log["runs"][0]["results"][0]["ruleId"] == "RES101"


# ------------------------------------------------------------------------------------------------- endings


def started(folder: Path, *arguments: str, **streams: object) -> "subprocess.Popen[bytes]":
    pipe = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    environment = {**os.environ, "FACTLINT_CACHE_DIR": str(cache_beside(folder))}
    command = [sys.executable, "-m", "factlint", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, **pipe)  # type: ignore[call-overload,no-any-return]


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_a_full_disk_gets_a_sentence(good: Path) -> None:
    with open("/dev/full", "wb") as full, started(good, "check", stdout=full) as process:
        _, err = process.communicate()
    assert err == b"factlint: the output could not be written: no space left on device.\n"
    assert process.returncode == 2


@posix
def test_a_closed_standard_output_gets_a_sentence(good: Path) -> None:
    command = f"exec {sys.executable} -m factlint check good.txt --no-cache >&-"
    ran = subprocess.run(["sh", "-c", command], cwd=good, capture_output=True, check=False)
    assert ran.stderr == b"factlint: the output could not be written: standard output is closed.\n"
    assert ran.returncode == 2


def many(folder: Path) -> None:
    for number in range(40):
        text = f"Ann Roe met Bo Lind in Ystad on day {number}. “It is late,” Roe said.\n\n" * 700
        (folder / f"{number}.txt").write_text(text)


def children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def workers_of(process: int) -> list[int]:
    """The processes of a run, once they are there."""
    for _ in range(600):
        if len(found := children(process)) > 1:
            return found
        time.sleep(0.05)
    raise AssertionError("no processes were started")


def are_gone(processes: list[int]) -> bool:
    """Whether processes end, within a time that says nothing of how fast they do."""
    for _ in range(1_200):
        if not any(Path(f"/proc/{one}").exists() and "Z" not in state(one) for one in processes):
            return True
        time.sleep(0.05)
    return False


def state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell of processes")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        (signal.SIGINT, 130, b"factlint: interrupted.\n"),
        (signal.SIGTERM, 2, b"factlint: ended by SIGTERM.\n"),
        (signal.SIGKILL, -9, b""),
    ],
)
def test_a_run_that_is_stopped_leaves_nobody_behind(good: Path, number: int, status: int, said: bytes) -> None:
    many(good)
    with started(good, "check", "--jobs", "2", "--no-cache", stdout=subprocess.DEVNULL) as process:
        found = workers_of(process.pid)
        process.send_signal(number)
        _, err = process.communicate()
    assert (process.returncode, err) == (status, said)
    assert are_gone(found)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell of processes")
@pytest.mark.slow
def test_a_process_that_is_killed_costs_the_article_it_was_at(good: Path) -> None:
    many(good)
    with started(good, "check", "--jobs", "2", "--no-cache", "--select", "RES101", "--format", "jsonl") as process:
        os.kill(workers_of(process.pid)[0], signal.SIGKILL)
        out, err = process.communicate()
    said = re.findall(rb"(?m)^(\d+\.txt): it was not checked: the process at work on it was ended from outside\.$", err)
    assert len(said) == 1
    assert b"in 40 articles." in err
    told = [(row["path"], row["rule"]) for row in map(json.loads, out.splitlines())]
    assert told == [(said[0].decode(), "trouble"), ("good.txt", "credit-left")]
    assert process.returncode == 2


def test_as_many_processes_as_there_is_work_for() -> None:
    from factlint.run import bounded, processors

    assert bounded(10**9, 3) == min(3, 2 * processors())
    assert bounded(10**9, 10**9) == 2 * processors()
    assert bounded(1, 100) == 1
    assert bounded(5, 0) == 1
