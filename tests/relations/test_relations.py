"""What an article claims of its own figures, held against the rest of it: a table of small articles, wrong and right.

A row of `wrong` marks with brackets the claim that nothing bears out; a row of `right` has no such claim.
"""

import re
from pathlib import Path

import pytest
import yaml

from factlint.facts.model import Relation
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.shipped import rules_folder

LEXICON = load_lexicon(rules_folder())
TABLE = yaml.safe_load(Path(__file__).with_name("relations.yml").read_text("utf-8"))
WRONG = [(group, text) for group, rows in TABLE.items() for text in rows["wrong"]]
RIGHT = [(group, text) for group, rows in TABLE.items() for text in rows["right"]]


def unborne(text: str) -> list[Relation]:
    """The claims that neither their parts nor anything else in the article bears out."""
    facts = Analysis(read("a.txt", text.encode(), LEXICON), LEXICON)
    return [
        relation
        for relation in facts.relations
        if not relation.supported
        and relation.link != "weak"
        and (relation.stated.high < relation.computed.low or relation.computed.high < relation.stated.low)
    ]


@pytest.mark.parametrize(("group", "text"), WRONG, ids=[f"{group}: {text[:60]}" for group, text in WRONG])
def test_a_claim_that_its_parts_contradict_is_not_borne_out(group: str, text: str) -> None:
    plain = re.sub(r"\[\[|\]\]", "", text)
    found = {plain[relation.start : relation.end] for relation in unborne(plain)}
    marked = set(re.findall(r"\[\[(.*?)\]\]", text))
    assert found == marked if marked else found, "nothing is found"


@pytest.mark.parametrize(("group", "text"), RIGHT, ids=[f"{group}: {text[:60]}" for group, text in RIGHT])
def test_a_claim_that_agrees_or_may_be_of_something_else_passes(group: str, text: str) -> None:
    assert [(text[one.start : one.end], one.working) for one in unborne(text)] == []
