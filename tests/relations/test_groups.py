"""“Both”, “the pair”, “the four”, held against what the article has counted or listed."""

import pytest

from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.relations.references.groups import find_groups
from factlint.relations.references.scene import Scene
from tests.facts.conftest import LEXICON


def wrong(text: str) -> list[str]:
    """The groups of which nothing before has as many."""
    facts = Analysis(read("article.txt", f"Day in brief\n\n{text}\n".encode(), LEXICON), LEXICON)
    found = [one for one in find_groups(Scene(facts)) if not one.supported]
    return [facts.article.source[one.start : one.end] for one in found if one.kind == "group"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mills at Holm, Vik and Sorby are for sale. Buyers for both mills have been found.", "both mills"),
        ("The jury praised Ann Roe, Jim Hay and Karin Berg. The academy thanked both.", "both"),
        ("Police seek three men. Officers said both had been seen near a bank.", "both"),
        ("Ann Roe, Jim Hay and Karin Berg found it. It took the pair two years to clean it.", "the pair"),
        ("Ann Roe, Jim Hay and Karin Berg will sing. The duo last appeared in May.", "The duo"),
        ("Four climbers left at dawn. A helicopter reached the pair before dark.", "the pair"),
        ("Norway, Finland and Iceland bid. Norway is the only one of the four to have won.", "the four"),
        ("The firm chose between Holm, Vik and Sorby. Residents would accept either.", "either"),
        ("A man was stabbed. Doctors said both men were asleep.", "both men"),
        ("Adam Reeve was held. Officers found cash. The pair will be in court.", "The pair"),
    ],
)
def test_a_group_needs_as_many(text: str, found: str) -> None:
    assert wrong(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The mills at Holm and Vik are for sale. Buyers for both mills have been found.",
        "Police seek three men. Two wore hats, and officers said both had been seen near a bank.",
        "The files have name, size and date. Users can search both web-based and local ones.",
        "What do a lamp, a clock and a doll have in common? All three were mended on Saturday.",
        "He does not sing, dance or act. She does not like it either.",
        "The ferry firm and its bank have ordered three ships. Both hope to save fuel.",
        "Adam Reeve was held with his cousin. Officers found cash. The pair will be in court.",
    ],
)
def test_as_many_anywhere_near_are_enough(text: str) -> None:
    assert wrong(text) == []


def test_ways_in_a_row_are_no_two() -> None:
    assert wrong("Riders may go over the moor, along the railway or through the pit. Most will pick the latter.") == [
        "the latter"
    ]
    assert wrong("Riders may go over the moor or through the pit. Most will pick the latter.") == []
