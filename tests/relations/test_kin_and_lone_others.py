"""“The other” of three, and lists behind a lead of several phrases."""

import pytest

from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.relations.references import find_references
from tests.facts.conftest import LEXICON


def wrong(text: str, kind: str) -> list[str]:
    """What a kind of claim says that nothing supports."""
    facts = Analysis(read("article.txt", f"Day in brief\n\n{text}\n".encode(), LEXICON), LEXICON)
    found = (one for one in find_references(facts) if one.kind == kind and not one.supported)
    return [facts.article.source[one.start : one.end] for one in found if one.stated != one.computed]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police brought three dogs. Bessie lay down. The other pursued a bishop.", ["The other"]),
        ("Police brought two dogs. Bessie lay down. The other pursued a bishop.", []),
        ("Three men were hurt. One broke an arm, another a leg. The other was burned.", []),
    ],
)
def test_the_other_is_one_that_is_left(text: str, found: list[str]) -> None:
    assert wrong(text, "others") == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In the single sculls Ann Roe, Tom Hay and Ida Lind finished first and third respectively.", 1),
        ("In the single sculls Ann Roe, Tom Hay and Ida Lind finished first, second and third respectively.", 0),
        ("At noon, Ann Roe and Tom Hay finished first and third respectively.", 0),
    ],
)
def test_a_lead_of_several_phrases_is_no_member(text: str, number: int) -> None:
    assert len(wrong(text, "pairing")) == number


def test_their_porter_belongs_to_the_row() -> None:
    text = "Todd Wexler and Lia Moreno, the guide Sandro Perin and their porter, Dawa Lhamu, sat there. The trio ate."
    assert wrong(text, "group") == ["The trio"]
