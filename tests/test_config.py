"""Configuration files: where they are found, what they change, and what is said of their mistakes."""

from pathlib import Path

import pytest

from factlint.config.configfile import KEYS, guides, read_config
from factlint.config.settings import Choice, Configs, Settings, configures
from factlint.lint.choose import choose
from factlint.lint.compiled import product
from factlint.report.settings import as_rows
from factlint.yamlfile import ProblemsError

RULES = product().rules


def settings_of(file: Path, text: str) -> Settings:
    file.write_text(text)
    return read_config(str(file))


def mistakes(folder: Path, text: str, name: str = "factlint.yml") -> str:
    """What is said of a configuration, with nothing before the file's name."""
    with pytest.raises(ProblemsError) as caught:
        choose(settings_of(folder / name, text), RULES)
    return "\n".join(f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems)


def test_the_nearest_configuration_above_a_file_applies(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "factlint.yml").write_text("select: [RES]")
    (tmp_path / "in" / "pyproject.toml").write_text('[tool.factlint]\nselect = ["QUO"]')
    (tmp_path / "in" / "deep" / "pyproject.toml").write_text("[tool.other]")
    configs = Configs(Choice())
    numbers = [configs.number_for(str(tmp_path / place)) for place in ("a.txt", "in/deep/b.txt", "in/c.txt", "d.txt")]
    assert numbers == [0, 1, 1, 0]
    assert [settings.select for settings in configs.settings] == [("RES",), ("QUO",)]


def test_the_command_line_selects_in_place_of_the_file_and_ignores_besides_it(tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("select: [RES]\nignore: [RES101]")
    configs = Configs(Choice(select=("NAM",), ignore=("NAM101",)))
    configs.number_for(str(tmp_path / "a.txt"))
    settings = configs.settings[0]
    assert settings.select == ("NAM",)
    assert settings.ignore == ("RES101", "NAM101")


@pytest.mark.parametrize(
    ("pattern", "place", "left_out"),
    [
        ("drafts", "drafts/a.txt", True),
        ("drafts/", "in/drafts/a.txt", True),
        ("in/*.txt", "in/a.txt", True),
        ("*.md", "in/a.md", True),
        ("drafts", "drafts-of-may/a.txt", False),
        ("*.md", "in/a.txt", False),
    ],
)
def test_exclude_takes_names_and_paths_with_stars(tmp_path: Path, pattern: str, place: str, left_out: bool) -> None:
    (tmp_path / "factlint.yml").write_text(f"exclude: ['{pattern}']")
    assert bool(Configs(Choice()).excludes(str(tmp_path / place))) is left_out


def test_severity_and_options_are_changed_by_code_or_name(tmp_path: Path) -> None:
    rule = next(rule for rule in RULES if rule.options and rule.severity != "note")
    option = next(iter(rule.options))
    text = f"severity: {{{rule.name}: note}}\noptions: {{{rule.code}: {{{option}: 99}}}}\nselect: [{rule.code}]"
    (changed,) = choose(settings_of(tmp_path / "factlint.yml", text), RULES)
    assert (changed.severity, changed.options[option]) == ("note", 99)


def test_a_note_runs_once_it_is_raised_to_a_warning(tmp_path: Path) -> None:
    note = next(rule for rule in RULES if rule.severity == "note")
    assert note not in choose(Settings(), RULES)
    raised = choose(settings_of(tmp_path / "factlint.yml", f"severity: {{{note.code}: warning}}"), RULES)
    assert note.code in {rule.code for rule in raised}


def test_known_people_and_house_style_reach_the_facts(tmp_path: Path) -> None:
    settings = settings_of(tmp_path / "factlint.yml", "known: [Messi, Ronaldo]\nstyle: {percent: per cent}")
    assert settings.known == {"messi", "ronaldo"}
    assert settings.style == {"percent": "per cent"}


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert choose(settings_of(tmp_path / "factlint.yml", "# nothing yet\n"), RULES) == choose(Settings(), RULES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "selct: [RES]",
            "1:1: A configuration has no key “selct”. Did you mean “select”? "
            f"Keys: {', '.join(KEYS)}.",
        ),
        (
            "# mine\nseverity:\n  RES101: eror",
            "3:11: “eror” is no severity. Did you mean “error”? Severities: error, warning, note.",
        ),
        ("ignore:\n  - RES-101", "2:5: There is no rule “RES-101”. Did you mean “RES101”?"),
        ("ignore: [quote-unnamed-sourc]",
         "1:10: There is no rule “quote-unnamed-sourc”. Did you mean “quote-unnamed-source”?"),
        ("select: []", "1:9: “select” names no rules; left out, it stands for all but notes."),
        ("severity: {RES101: }", "1:20: No severity is said here. Severities: error, warning, note."),
        ("select: [FGI]", "1:10: There is no rule “FGI”. Did you mean “FIG”?"),
        ("severity: {FIX: note}", "1:12: There is no rule “FIX”. Did you mean “FIG”?"),
        ("extend-select: [res999]", "1:17: There is no rule “res999”. Did you mean “RES109”?"),
        ("per-file:\n  a.txt: {select: [QOU]}", "2:20: There is no rule “QOU”. Did you mean “QUO”?"),
        ("style: {percent: %}",
         "1:18: This is not YAML: found character that cannot start any token. Put it in quotation marks: \"%\"."),
        ("words: {speech-verbs: {a: {b: c}}}",
         "1:27: “speech-verbs” takes a list of words, or labels with lists of words."),
        ("gitignore: perhaps", "1:12: “gitignore” is yes or no."),
        ("extends: factlint:guardan",
         "1:10: There is no style “factlint:guardan”. Did you mean “factlint:guardian”? "
         "Styles: factlint:ap, factlint:bbc, factlint:guardian."),
        ("extends: [other.yml]", "1:11: There is no configuration “other.yml” here."),
        ("extends: factlint.yml", "1:10: “factlint.yml” extends this file, which extends it: a circle."),
        ("severity: {credit-lift: note}", "1:12: There is no rule “credit-lift”. Did you mean “credit-left”?"),
        ("options:\n  RES101:\n    most: 3", "3:5: RES101 (credit-left) has no option “most”. It has none."),
        (
            "options:\n  paragraph-repeated:\n    alike: much",
            "3:12: “alike” is a number, by default 0.55; this is text.",
        ),
        ("known: 3", "1:8: “known” takes a list of words."),
        ("known: [3]", "1:9: “known” takes a list of words; “3” is none. Put it in quotation marks."),
        ("rules: [mine]", "1:9: There is no folder “mine” here."),
        ("options: [RES101]", "1:10: “options” takes a mapping of names to values."),
        ("- RES", f"1:1: A configuration is a mapping of keys to values. Keys: {', '.join(KEYS)}."),
        ("select: [RES", "2:1: This is not YAML: did not find expected ',' or ']'."),
        ("a: &a [x]\nb: [*a, *a]", "1:4: An alias (*name) is not read here. Write the value out."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_the_nearest_valid_name(tmp_path: Path, text: str, said: str) -> None:
    assert mistakes(tmp_path, text) == said


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    said = mistakes(tmp_path, "selct: [RES]\nseverity: {RES101: eror}\nrules: [mine]")
    assert [line.split(":")[0] for line in said.splitlines()] == ["1", "2", "3"]


def test_mistakes_in_toml_have_their_place_too(tmp_path: Path) -> None:
    text = '[project]\nname = "RES-101"\n\n[tool.factlint]\nignore = [\n  "RES-101",\n]\n'
    assert mistakes(tmp_path, text, "pyproject.toml") == "6:4: There is no rule “RES-101”. Did you mean “RES101”?"
    said = mistakes(tmp_path, '[tool.factlint]\nselect = ["RES"\n[tool]\n', "pyproject.toml")
    assert said.startswith("3:1: This is not TOML: ")


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("[tool.factlint]\nselect = ['RES']\n", True),
        ("[ tool . factlint ]\nselect = ['RES']\n", True),
        ("[tool]\nfactlint = {select = ['RES']}\n", True),
        ("[tool.'factlint']\nselect = ['RES']\n", True),
        ("tool.factlint.select = ['RES']\n", True),
        ("[tool.factlint.severity]\nRES101 = 'note'\n", True),
        ("[tool.factlint\nselect = ['RES']\n", True),
        ("# [tool.factlint] is in the folder above\n[tool.other]\nx = 1\n", False),
        ("[project]\ndependencies = ['factlint']\n", False),
        ("[project]\nname = 'tool.factlint'\n", False),
        ("[project\nname = 'factlint'\n", False),
    ],
)
def test_a_project_file_is_a_configuration_where_it_has_the_table(tmp_path: Path, text: str, is_read: bool) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    assert configures(str(file)) is is_read


@pytest.mark.parametrize("guide", ["ap", "bbc", "guardian"])
def test_every_choice_of_a_guide_is_said_to_come_from_its_line_there(tmp_path: Path, guide: str) -> None:
    settings = settings_of(tmp_path / "factlint.yml", f"extends: factlint:{guide}\nstyle: {{percent: per cent}}\n")
    lines = guides()[guide].read_text(encoding="utf-8").splitlines()
    rows = {row.key: row.origin for row in as_rows(settings) if row.key.startswith("style.")}
    assert len(rows) == len(settings.style)
    own = rows.pop("style.percent")
    assert (Path(own.path).name, own.line) == ("factlint.yml", 2)
    for key, origin in rows.items():
        told = lines[origin.line - 1].partition(":")[0].strip()
        assert (origin.path, told) == (f"factlint:{guide}", key.partition(".")[2])
