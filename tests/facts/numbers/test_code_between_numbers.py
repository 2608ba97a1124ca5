"""A code of money between two numbers belongs to the second where it stands before numbers elsewhere."""

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
