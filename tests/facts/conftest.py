"""Facts of a text, as annotators derive them."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

LEXICON = product().lexicon


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Facts]:
    return lambda text: Analysis(read("article.txt", text.encode(), LEXICON), LEXICON)
