"""Explained: a claim of one sentence that other figures around it give exactly is not held against fewer of them."""

import pytest

from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.shipped import rules_folder

LEXICON = load_lexicon(rules_folder())


def wrong(text: str) -> list[str]:
    """What the sentences of a text state and their figures contradict, as worked out."""
    facts = Analysis(read("a.txt", text.encode(), LEXICON), LEXICON)
    return [one.working for one in facts.calculations if not one.agrees]


def test_a_share_that_another_leaves_of_the_whole_is_not_that_of_the_counts_beside_it() -> None:
    text = "Holders of the old mill would own 65 per cent and those of the new one the other 35 per cent, {} said."
    assert wrong(text.format("two of the three")) == []


def test_a_part_that_the_whole_of_its_sentence_leaves_is_no_total() -> None:
    text = "Of the {} clerks, two were sacked, two were given final written warnings and one was cleared, Ann Roe said."
    assert wrong(text.format("five")) == []


def test_a_share_that_was_said_is_put_right_behind_it() -> None:
    text = "He wrote that a rise from £2 to £3 was one of 33%. It is one of {}."
    assert wrong(text.format("50%")) == []
    assert wrong(text.format("nothing of the kind")) != []


def unborne(text: str) -> list[str]:
    """What is told as left and nothing bears out, as worked out."""
    facts = Analysis(read("a.txt", text.encode(), LEXICON), LEXICON)
    rests = (one for one in facts.relations if one.kind == "rest" and one.link != "weak" and not one.supported)
    return [one.working for one in rests]


@pytest.mark.parametrize("more", ["", " The fair took £40, £9 and £14."])
def test_a_sum_that_nothing_explains_stays_wrong(more: str) -> None:
    text = "Hens had been sold for £174 and £188, a total of £372."
    assert wrong(text + more) == ["£174 + £188 is £362"]


def test_parts_that_leave_a_claim_of_a_whole_far_above_explain_it() -> None:
    text = (
        "Farmers brought in {} bales, Ann Roe said.\n\nIt rained.\n\nThe last ten years had 343,400 on average.\n\n"
        "Mills have bought 318,900 bales and traders 7,400, leaving 15,500 unsold."
    )
    assert unborne(text.format("341,800")) == []


def test_a_rest_that_misses_its_whole_by_far_is_of_another() -> None:
    assert unborne("The town has £214m. Roofs take £5m and ramps £3m. That leaves its fund with £18m.") == []
