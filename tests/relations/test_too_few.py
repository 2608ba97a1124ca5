"""A noun for several people, of whom the article has told of one alone."""

import pytest

from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.relations.references.scene import Scene
from factlint.relations.references.too_few import find_too_few
from tests.facts.conftest import LEXICON


def too_few(text: str) -> list[str]:
    """What speaks of several."""
    facts = Analysis(read("article.txt", f"Day in brief\n\n{text}\n".encode(), LEXICON), LEXICON)
    return [facts.article.source[found.start : found.end] for found in find_too_few(Scene(facts))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The economy minister, Cem Kaya, was there. Both ministers left early.", "Both ministers"),
        ("A climber was brought down. The two climbers slept in a cave.", "The two climbers"),
        ("A petitioner came by bus. The second petitioner was heard.", "The second petitioner"),
    ],
)
def test_several_need_more_than_one(text: str, found: str) -> None:
    assert too_few(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Two ministers came. The economy minister, Cem Kaya, spoke. Both ministers left early.",
        "A climber was brought down, and another climber followed. The two climbers slept in a cave.",
        "The prime minister spoke to the economy minister and the trade minister. Both ministers left early.",
        "A petitioner came by bus. The second petitioner, Ann Roe, was heard.",
    ],
)
def test_as_many_as_were_told_are_right(text: str) -> None:
    assert too_few(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A man was held. He was bailed. Officers said the other man was in a cell.", "the other man"),
    ],
)
def test_a_third_needs_two_and_another_one(text: str, found: str) -> None:
    assert too_few(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Two men ran from the bank. A third man waited in a car. The third man fell.",
        "Two men ran from the bank, and another drove. The third man fell.",
        "A man was held with his brother. He was bailed. Officers said the other man was in a cell.",
    ],
)
def test_whoever_has_come_in_counts(text: str) -> None:
    assert too_few(text) == []
