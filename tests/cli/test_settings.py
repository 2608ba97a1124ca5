"""`factlint config`, `files`, `init`, and the settings of a run: what is said is what is done."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Program

CREDIT = "The mayor opened the bridge on Friday. /EPA\n"
ONE = ("--select", "RES101", "--format", "concise")


def test_config_shows_each_value_with_the_place_that_it_comes_from(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("ignore: [STY]\nstyle: {percent: per cent}\n")
    (tmp_path / "factlint.yml").write_text(
        "extends: base.yml\nseverity: {fig: note}\nknown: [Messi]\nwords: {speech-verbs: [smirked]}\n"
        "per-file:\n  'reviews/*': {ignore: [SRC]}\n"
    )
    (tmp_path / "reviews").mkdir()
    ran = factlint("config", "reviews/a.txt", "--format", "json")
    assert ran.status == 0, ran.err
    rows = {(row["key"], row["value"]): row["from"] for row in json.loads(ran.out)["settings"]}
    assert rows == {
        ("select", "all but notes"): "by default",
        ("ignore", "STY"): "base.yml:1",
        ("ignore", "SRC"): "factlint.yml:6",
        ("gitignore", "yes"): "by default",
        ("language", "en"): "by default",
        ("severity.fig", "note"): "factlint.yml:2",
        ("style.percent", "per cent"): "base.yml:2",
        ("known", "messi"): "factlint.yml:3",
        ("words.speech-verbs", "smirked"): "factlint.yml:4",
    }
    assert "ignore: SRC" not in factlint("config", "a.txt").out


def test_files_tells_what_is_checked_and_why_the_rest_is_not(factlint: Program, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("/build/\n*.old.txt\n")
    (tmp_path / "factlint.yml").write_text("exclude: [drafts]\n")
    for name in ("a.txt", "b.old.txt", "build/c.txt", "drafts/d.txt", "image.png", "node_modules/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(CREDIT)
    assert factlint("files").out == "a.txt\n"
    rows = dict(line.partition("\t")[::2] for line in factlint("files", "--all").out.splitlines())
    assert {path: why for path, why in rows.items() if not path.startswith(".")} == {
        "a.txt": "",
        "b.old.txt": "left out: git ignores it: .gitignore:2",
        "build": "left out: git ignores it: .gitignore:1",
        "drafts": "left out: exclude “drafts” in factlint.yml:1",
        "factlint.yml": "left out: no article by its suffix",
        "image.png": "left out: no article by its suffix",
        "node_modules": "left out: other people's files",
    }
    (tmp_path / "factlint.yml").write_text("gitignore: no\n")
    assert factlint("files").out.split() == ["a.txt", "b.old.txt", "build/c.txt", "drafts/d.txt"]


def test_what_is_excluded_stays_out_when_it_is_named_only_if_that_is_asked_for(
    factlint: Program, tmp_path: Path
) -> None:
    (tmp_path / "factlint.yml").write_text("exclude: [drafts]\n")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text(CREDIT)
    assert factlint("check", "drafts/a.txt", *ONE).status == 1
    ran = factlint("check", "--force-exclude", "drafts/a.txt", *ONE)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "There is nothing to check: what was named is left out, or not staged.\n"
    (tmp_path / "b.txt").write_text(CREDIT)
    assert factlint("check", "--exclude", "b.*", ".", *ONE).status == 2, "nothing is left"
    assert factlint("check", "--isolated", "--exclude", "b.*", ".", *ONE).out.startswith("drafts/a.txt:1:40: error")


def test_config_prints_the_schema_of_its_files(factlint: Program) -> None:
    schema = json.loads(factlint("config", "--schema").out)
    assert {"extends", "select", "pages"} <= schema["properties"].keys()


@pytest.mark.parametrize("address", ["pages.example.org", "3", "[https://pages.example.org]", "https://a b"])
def test_the_address_of_the_rules_pages_is_one(factlint: Program, tmp_path: Path, address: str) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    (tmp_path / "factlint.yml").write_text(f"pages: {address}\n")
    said = "“pages” takes the address of a site, as in https://pages.example.org/factlint/."
    assert factlint("check", "a.txt") == (2, "", f"factlint.yml:1:8: {said}\n")


def test_init_writes_a_configuration_that_can_be_used_as_it_stands(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    (tmp_path / "README.md").write_text("# Read me /EPA\n")
    assert factlint("init").status == 0
    assert factlint("files").out == "a.txt\n"
    assert factlint("check").status == 1
    assert factlint("config").status == 0
    assert factlint("init").status == 2, "what is there is left as it is"


@pytest.mark.parametrize("select", ["res", "Res101", "credit-LEFT", "RES"])
def test_families_and_small_letters_select(factlint: Program, tmp_path: Path, select: str) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    assert " RES101 " in factlint("check", "--select", select).out


def test_a_note_is_run_besides_the_others(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<!-- factlint: ignore FIG101 -->\nThe mayor opened the bridge. /EPA\n")
    assert factlint("check").out.count("\n") == 1
    codes = [line.split()[2] for line in factlint("check", "--extend-select", "SUP103").out.splitlines()]
    assert sorted(codes) == ["RES101", "SUP103"]


BOFFINS = "The council met on Monday.\n\nBoffins believe that the bridge will fall.\n"


def test_words_add_to_lists_and_remove_takes_away(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BOFFINS)
    assert factlint("check", "--select", "SRC101").status == 0
    (tmp_path / "factlint.yml").write_text("words: {source-people: [boffins]}\n")
    assert "“Boffins believe”" in factlint("check", "--select", "SRC101").out
    (tmp_path / "a.txt").write_text(BOFFINS.replace("Boffins", "Pundits"))
    assert factlint("check", "--select", "SRC101").status == 1, "the words that were there are still there"
    (tmp_path / "factlint.yml").write_text("remove: {source-people: [pundits]}\n")
    assert factlint("check", "--select", "SRC101").status == 0


def test_a_word_that_stands_in_its_list_already_is_told_and_no_mistake(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge was opened.\n")
    (tmp_path / "factlint.yml").write_text("words:\n  known-people: [Messi, Gandhi]\n")
    for _ in range(2):
        ran = factlint("check")
        assert ran.status == 0
        assert "factlint.yml:2:25: “Gandhi” stands in the list “known-people” already. It can go.\n" in ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words: {spech-verbs: [a]}", "1:9: There is no word list “spech-verbs”. Did you mean “speech-verbs”?"),
        (
            "words: {given-names: [Bob]}",
            "1:23: The list “given-names” has labels; say under which: given-names: {female: […]}. "
            "Labels: female, male, either.",
        ),
        ("words: {source-people: {a: [b]}}", "1:9: The list “source-people” has no labels; give it a list of words."),
        ("remove: {source-people: {a: b}}", "1:10: The list “source-people” has no labels; give it a list of words."),
        ("words: {given-names: {femal: [Saoirse]}}", "1:9: The list “given-names” has no label “femal”. "
                                                     "Did you mean “female”?"),
        ("words: {known-people: {a: [b]}}", "1:28: The list “known-people” has no labels; give it a list of words."),
        ("remove: {known-people: [gandhy]}", "1:25: “gandhy” is not in the list “known-people”. "
                                              "Did you mean “gandhi”?"),
    ],
)  # fmt: skip
def test_a_mistake_in_words_is_told_with_its_place(factlint: Program, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("The bridge was opened.\n")
    (tmp_path / "factlint.yml").write_text(text)
    ran = factlint("check")
    assert (ran.status, ran.out, ran.err) == (2, "", f"factlint.yml:{said}\n")


def test_a_style_that_ships_is_begun_with(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rents rose by 4 percent on May 4, the council said.\n")
    assert factlint("check", "--select", "STY120").status == 0
    (tmp_path / "factlint.yml").write_text("extends: factlint:guardian\n")
    assert factlint("check", "--select", "STY120").out.count("STY120") == 2
    (tmp_path / "factlint.yml").write_text("extends: factlint:ap\nstyle: {percent: percent}\n")
    assert factlint("check", "--select", "STY120").status == 0


def test_the_code_of_a_rule_that_ships_is_taken(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a-word.yml").write_text(
        "code: RES101\nname: a-word\nseverity: warning\nsummary: S.\nflag: text\npattern: bridge\nmessage: '{text}'\n"
        "why: W.\nflagged: ['A [[bridge]].']\npassed: [A road.]\n"
    )
    for command in (("test", "mine"), ("check", "--rules", "mine")):
        ran = factlint(*command)
        assert ran.status == 2
        assert "mine/a-word.yml:1:7: The code RES101 is taken by " in ran.err


def test_machines_are_told_of_a_mistake_in_the_configuration(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    (tmp_path / "factlint.yml").write_text("ignore:\n  - RES-101\n")
    said = "There is no rule “RES-101”. Did you mean “RES101”?"
    for format in ("json", "jsonl", "github", "sarif", "gitlab", "junit", "rdjson", "checkstyle", "azure"):
        ran = factlint("check", "--format", format)
        assert ran.status == 2
        assert said in ran.err
        assert said in ran.out, format
    assert factlint("check", "--format", "github").out.startswith("::error file=factlint.yml,line=2,")


def test_select_that_names_nothing_is_a_mistake(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("All is well.\n")
    ran = factlint("check", "--select", "")
    assert ran.status == 2
    assert "it names no rule" in ran.err


def test_a_number_among_words_is_told(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("All is well.\n")
    (tmp_path / "factlint.yml").write_text("words: {source-people: [boffins, 5]}\n")
    ran = factlint("check")
    said = "factlint.yml:1:34: “5” is no word. Put it in quotation marks, if it is one.\n"
    assert (ran.status, ran.err) == (2, said)


@pytest.fixture
def own_words(tmp_path: Path) -> Path:
    """A word list file of one's own, which the configuration names."""
    (tmp_path / "a.txt").write_text("Pool shuts\n\nThe pool is shut.\n\nSpods believe it is not.\n")
    (tmp_path / "b.txt").write_text("Pool shuts\n\nThe pool is shut.\n\nExperts believe it is not.\n")
    (tmp_path / "factlint.yml").write_text("rules: [mine]\nselect: [SRC101]\n")
    (tmp_path / "mine" / "lexicon" / "en").mkdir(parents=True)
    return tmp_path / "mine" / "lexicon" / "en" / "desk.yml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("source-people: [spods]\n", ["a.txt", "b.txt"]),
        ("source-people: |\n  spods bods\n", ["a.txt", "b.txt"]),
        ("replace: yes\nsource-people: [spods]\n", ["a.txt"]),
        ("replace: [source-people]\nsource-people: [spods]\n", ["a.txt"]),
        ("desk-words: [spods]\n", ["b.txt"]),
    ],
)
def test_a_file_of_words_knows_the_lists_by_the_names_of_the_page(
    factlint: Program, own_words: Path, text: str, told: list[str]
) -> None:
    own_words.write_text(text)
    ran = factlint("check", "--format", "concise")
    assert ([line.partition(":")[0] for line in ran.out.splitlines()], ran.status) == (told, 1), ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("suorce-people: [spods]\n", "1:1: There is no word list “suorce-people”. Did you mean “source-people”?"),
        ("speech-verb: [quipped]\n", "1:1: There is no word list “speech-verb”. Did you mean “speech-verbs”?"),
        ("source-people: {a: [b]}\n", "1:16: The list “source-people” has no labels; give it a list of words."),
    ],
)
def test_a_slip_in_a_file_of_words_is_told(factlint: Program, own_words: Path, text: str, said: str) -> None:
    own_words.write_text(text)
    assert factlint("check").err == f"mine/lexicon/en/desk.yml:{said}\n"
