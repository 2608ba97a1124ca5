"""English is a folder: with some eighty words of Dutch beside it, rules work on Dutch articles."""

from pathlib import Path

import pytest

from factlint.config.settings import Settings
from factlint.facts.model import KINDS
from factlint.lexicon import Lexicon
from factlint.lint.checker import Checker
from factlint.lint.rulebook import rulebook_of
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.yamlfile import ProblemsError
from tests.cli.conftest import Program, factlint

__all__ = ["factlint"]

DUTCH = Path(__file__).parent / "dutch"
ARTICLES = Path(__file__).parent.parent / "articles"
RULES = "QUO101", "NAM101", "DAT101"

FOUND = {
    "zwembad": [
        (
            "QUO101",
            "“Niemand heeft ons iets gevraagd en niemand heeft ons iets verteld.”",
            "Nobody is credited with this quote: “Niemand heeft ons iets gevraagd en niemand heeft ons iets …”",
        )
    ],
    "brug": [("DAT101", "vrijdag 12 mei 2026", "That date falls on a Dinsdag, not a Vrijdag.")],
    "markt": [
        ("NAM101", "Visser", "“Visser” is never introduced: the article gives neither a first name nor an office.")
    ],
}


@pytest.mark.parametrize("name", FOUND)
def test_three_rules_work_on_articles_in_dutch(name: str) -> None:
    checker = Checker(Settings(select=RULES, folders=(str(DUTCH),), language="nl"))
    raw = (DUTCH / f"{name}.txt").read_bytes()
    facts = Analysis(read(f"{name}.txt", raw, checker.lexicon), checker.lexicon)
    found = checker.lint(facts)
    assert [(f.code, facts.article.source[f.start : f.end], f.message) for f in found] == FOUND[name]
    assert facts.failures == {}


def test_the_language_stands_in_the_configuration(factlint: Program, tmp_path: Path) -> None:
    config = tmp_path / "factlint.yml"
    config.write_text(f"language: nl\nselect: [DAT101]\nrules: [{DUTCH}]\n")
    run = factlint("check", "--config", str(config), "--format", "concise", str(DUTCH / "brug.txt"))
    assert "DAT101" in run.out
    assert "DAT101" not in factlint("check", "--isolated", "--select", "DAT101", str(DUTCH / "brug.txt")).out


def test_it_is_no_more_than_some_eighty_words() -> None:
    lexicon = rulebook_of(Settings(folders=(str(DUTCH),), language="nl")).lexicon
    own = [name for name in lexicon.names if name != "taken-from" and "weights" not in name and name != "salience"]
    assert len(frozenset().union(*map(lexicon.words, own))) <= 90


def test_what_a_language_has_not_is_empty_and_no_other_languages() -> None:
    lexicon = rulebook_of(Settings(folders=(str(DUTCH),), language="nl")).lexicon
    assert lexicon.words("month-names") >= {"mei"}
    assert lexicon.words("source-people") == frozenset()


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_language_without_a_word_finds_little_and_fails_nowhere(path: Path) -> None:
    lexicon = Lexicon({}, sparse=True)
    facts = Analysis(read(path.name, path.read_bytes(), lexicon), lexicon)
    for kind in KINDS:
        facts.of(kind)
    assert facts.failures == {}


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("language: nll", "factlint.yml:1:11: There are no word lists of the language “nll”. Did you mean “nl”? "
         "A folder lexicon/nll below `rules` would have them."),
        ("language: NL", "factlint.yml:1:11: “language” takes small letters, as in en, nl or pt-br."),
        ("language: [nl]", "factlint.yml:1:11: “language” takes small letters, as in en, nl or pt-br."),
        ("langauge: nl", "factlint.yml:1:1: A configuration has no key “langauge”. Did you mean “language”? "),
    ],
)  # fmt: skip
def test_a_mistake_about_the_language_is_told(factlint: Program, tmp_path: Path, config: str, said: str) -> None:
    (tmp_path / "lexicon" / "nl").mkdir(parents=True)
    (tmp_path / "lexicon" / "nl" / "words.yml").write_text("months: {mei: 5}\n")
    (tmp_path / "factlint.yml").write_text(f"{config}\nrules: [.]\n")
    (tmp_path / "a.txt").write_text("Een brug.\n")
    run = factlint("check", "a.txt")
    assert run.status == 2
    assert said in run.err


def test_a_list_that_english_has_not_cannot_be_taken_from_it(tmp_path: Path) -> None:
    (tmp_path / "lexicon" / "nl").mkdir(parents=True)
    (tmp_path / "lexicon" / "nl" / "words.yml").write_text("months: {mei: 5}\ntaken-from:\n  en: [salience, salienc]\n")
    with pytest.raises(ProblemsError) as error:
        rulebook_of(Settings(folders=(str(tmp_path),), language="nl"))
    said = "words.yml:3:18: The lexicon has no list “salienc”. Did you mean “salience”?"
    assert [str(problem).removeprefix(f"{tmp_path}/lexicon/nl/") for problem in error.value.problems] == [said]
