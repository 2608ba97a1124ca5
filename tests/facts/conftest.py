"""Facts of a text, as annotators derive them."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.lint.rulebook import load_lexicon, rules_folder
from factlint.read import read

LEXICON = load_lexicon(rules_folder())


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Facts]:
    return lambda text: Facts(read("article.txt", text.encode(), LEXICON), LEXICON)
