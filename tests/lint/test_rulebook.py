"""Folders of rules and word lists: what is read, what is wrong with them together, and which rules are chosen."""

from pathlib import Path

import pytest

from factlint.lint.rulebook import Rulebook, load_lexicon, load_rulebook, select
from factlint.yamlfile import ProblemsError
from tests.lint.conftest import rule

RULE = """\
code: {code}
name: {name}
severity: warning
summary: S.
flag: figure
message: "Here is “{{text}}”."
why: W.
flagged: ["[[A]]"]
passed: [A]
"""


def put(folder: Path, path: str, text: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def put_rule(folder: Path, path: str, code: str) -> None:
    put(folder, path, RULE.format(code=code, name=Path(path).stem))


def problems(*folders: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        load_rulebook(folders)
    return [str(problem).replace(str(folders[0].parent) + "/", "") for problem in caught.value.problems]


def test_rules_are_read_from_all_folders_in_order_of_code(tmp_path: Path) -> None:
    put_rule(tmp_path, "one/b/second.yml", "XYZ201")
    put_rule(tmp_path, "one/a/third.yaml", "XYZ301")
    put_rule(tmp_path, "two/first.yml", "XYZ101")
    put(tmp_path, "two/README.md", "No rule.")
    put(tmp_path, "two/.hidden/rule.yml", "no rule")
    put(tmp_path, "two/lexicon/en/words.yml", "words: [a]")
    book = load_rulebook([tmp_path / "one", tmp_path / "two"])
    assert [one.name for one in book.rules] == ["first", "second", "third"]
    assert book.lexicon.words("words") == {"a"}


def test_all_that_is_wrong_is_told_in_one_run(tmp_path: Path) -> None:
    put(tmp_path, "mine/lexicon/en/words.yml", "- a")
    put(tmp_path, "mine/a.yml", "code: XYZ101")
    put(tmp_path, "mine/b.yml", "[")
    assert {line.split(":")[0] for line in problems(tmp_path / "mine")} == {
        "mine/a.yml", "mine/b.yml", "mine/lexicon/en/words.yml",
    }  # fmt: skip


def test_a_code_and_a_name_belong_to_one_rule(tmp_path: Path) -> None:
    put_rule(tmp_path, "mine/a/one.yml", "XYZ101")
    put_rule(tmp_path, "mine/b/one.yml", "XYZ102")
    put_rule(tmp_path, "mine/b/two.yml", "XYZ101")
    assert problems(tmp_path / "mine") == [
        "mine/b/one.yml:2:7: The name one is taken by mine/a/one.yml.",
        "mine/b/two.yml:1:7: The code XYZ101 is taken by mine/a/one.yml.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: A lexicon file is a mapping of list names to lists; this file is empty."),
        ("- a", "1:1: A lexicon file is a mapping of list names to lists; this file is a list."),
        ("a", "1:1: A lexicon file is a mapping of list names to lists; this file is a single value."),
        ("words: []", "1:8: The list “words” must be a list, a block of words or labels, not an empty one."),
        ("words:", "1:7: The list “words” must be a list, a block of words or labels, not nothing."),
        ("words: 3", "1:8: The list “words” must be a list, a block of words or labels, not a number."),
        ("words: [a, [b]]", "1:12: An entry is a word or a phrase, not a list."),
        ("words: [a, {b: c}]", "1:12: An entry is a word or a phrase, not a mapping."),
        ("words: {say: [a, [b]]}", "1:18: An entry is a word or a phrase, not a list."),
        ("words: {say: {a: b}}", "1:14: A label has a list of entries or one value, not a mapping."),
        ("words: [a]\nwords: [b]", "2:1: The key “words” stands here twice."),
        ("words: &a [a]\nmore: *a", "1:8: An alias (*name) is not read here. Write the value out."),
    ],
)
def test_a_mistake_in_a_word_list_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    put(tmp_path, "mine/lexicon/en/words.yml", text)
    assert problems(tmp_path / "mine") == [f"mine/lexicon/en/words.yml:{said}"]


def test_a_list_stands_in_one_file_of_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "mine/lexicon/en/a.yml", "words: [a]")
    put(tmp_path, "mine/lexicon/en/b.yml", "more: [a]\nwords: [b]")
    assert problems(tmp_path / "mine") == [
        "mine/lexicon/en/b.yml:2:1: The list “words” stands in mine/lexicon/en/a.yml already."
    ]


def test_a_list_of_a_later_folder_adds_to_an_earlier_one_unless_it_replaces_it(tmp_path: Path) -> None:
    put(tmp_path, "one/lexicon/en/a.yml", "words: [a]\nmore: [b]")
    put(tmp_path, "two/lexicon/en/a.yml", "words: [c]")
    lexicon = load_lexicon(tmp_path / "one", tmp_path / "two")
    assert (lexicon.words("words"), lexicon.words("more")) == ({"a", "c"}, {"b"})
    for replace in ("yes", "[words]"):
        put(tmp_path, "two/lexicon/en/a.yml", f"replace: {replace}\nwords: [c]")
        assert load_lexicon(tmp_path / "one", tmp_path / "two").words("words") == {"c"}


def test_words_that_yaml_takes_for_something_else_are_words(tmp_path: Path) -> None:
    put(tmp_path, "mine/lexicon/en/a.yml", "words: [on, no, yes, null, 3, 2015-09-19, 9:30]")
    book = load_rulebook([tmp_path / "mine"])
    assert book == Rulebook((), book.lexicon)
    assert book.lexicon.words("words") == {"on", "no", "yes", "null", "3", "2015-09-19", "9:30"}


# ---------------------------------------------------------------------------------------------------- selection

RULES = tuple(
    rule(f"flag: figure\nseverity: {severity}", code, name)
    for code, name, severity in [
        ("ABC101", "one", "error"),
        ("ABC102", "two", "note"),
        ("ABD101", "three", "warning"),
        ("XYZ101", "four", "note"),
    ]
)


@pytest.mark.parametrize(
    ("chosen", "ignored", "left"),
    [
        ([], [], "one three"),
        (["ALL"], [], "one two three four"),
        (["ABC"], [], "one two"),
        (["AB"], [], "one two three"),
        (["four", "ABC101"], [], "one four"),
        ([], ["ABC"], "three"),
        ([], ["one"], "three"),
        (["ALL"], ["ABC"], "three four"),
        (["ABC101"], ["ABC"], "one"),
        (["ABC"], ["ABC101"], "two"),
        (["ABC101"], ["ABC101"], ""),
        (["ABC"], ["ABC"], ""),
        (["one"], ["ABC"], "one"),
        (["ALL"], ["ALL"], ""),
        ([], ["ALL"], ""),
        (["bc"], [], ""),
    ],
)
def test_the_longest_selector_that_fits_decides(chosen: list[str], ignored: list[str], left: str) -> None:
    assert " ".join(one.name for one in select(RULES, chosen, ignored)) == left
