"""Units: which number a code of money belongs to, and which word is a unit."""

from factlint.facts.annotate import Facts
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.shipped import rules_folder

LEXICON = load_lexicon(rules_folder())


def money(text: str) -> list[str]:
    facts = Facts(read("a.txt", text.encode(), LEXICON), LEXICON)
    return [facts.text(figure) for figure in facts.figures if figure.dimension == "money"]


def test_a_code_is_that_of_the_number_behind_it() -> None:
    assert money("The first 100 units cost Rs 420 and the next 100 Rs 610.") == ["Rs 420", "Rs 610"]


def test_a_code_behind_a_number_is_that_of_the_number_where_no_other_follows() -> None:
    assert money("The fare is 100 Rs. It was 80 Rs in May.") == ["100 Rs", "80 Rs"]


def test_a_longer_unit_is_not_the_shorter_one_that_it_begins_with() -> None:
    facts = Facts(
        read("a.txt", b"A house uses 6 megawatt-hours a year and the farm has 40 megawatts.", LEXICON), LEXICON
    )
    assert [figure.value for figure in facts.figures if figure.dimension == "power"] == [40.0]
