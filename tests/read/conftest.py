"""The lexicon that readers know bylines, datelines and captions by."""

import pytest

from factlint.lexicon import Lexicon
from factlint.lint.compiled import product


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return product().lexicon
