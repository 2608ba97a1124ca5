"""The lexicon that readers know bylines, datelines and captions by."""

import pytest

from factlint.facts.lexicon import Lexicon
from factlint.lint.rulebook import load_lexicon, rules_folder


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(rules_folder())
