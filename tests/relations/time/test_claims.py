"""Claims about time held against the rest of the article: a table of small articles, wrong and right."""

from pathlib import Path

import pytest
import yaml

from factlint.facts.model import Relation
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.shipped import rules_folder

LEXICON = load_lexicon(rules_folder())
TABLE = yaml.safe_load(Path(__file__).with_name("claims.yml").read_text("utf-8"))
WRONG = [(kind, text) for kind, rows in TABLE.items() for text in rows["wrong"]]
RIGHT = [text for rows in TABLE.values() for text in rows["right"]]


def contradicted(text: str) -> list[Relation]:
    """The claims about time that nothing in the article supports and that what they are linked to contradicts."""
    relations = Analysis(read("a.txt", text.encode(), LEXICON), LEXICON).relations
    return [
        relation
        for relation in relations
        if relation.kind in TABLE and not relation.supported and relation.link != "weak" and _outside(relation)
    ]


def _outside(relation: Relation) -> bool:
    return relation.stated.low > relation.computed.high or relation.stated.high < relation.computed.low


@pytest.mark.parametrize(("kind", "text"), WRONG, ids=[text[:70] for _, text in WRONG])
def test_a_claim_that_the_article_contradicts(kind: str, text: str) -> None:
    assert {relation.kind for relation in contradicted(text)} == {kind}


@pytest.mark.parametrize("text", RIGHT, ids=[text[:70] for text in RIGHT])
def test_a_claim_that_the_article_bears_out(text: str) -> None:
    assert [relation.working for relation in contradicted(text)] == []


def test_an_anniversary_is_counted_up_to_the_year_that_the_article_tells() -> None:
    text = (
        "The pier, built in 1881, marks its 135th anniversary this year, its owner said on Saturday 14 November 2026."
    )
    assert [relation.working for relation in contradicted(text)] == ["from 1881 to 2026 is 145 years"]
