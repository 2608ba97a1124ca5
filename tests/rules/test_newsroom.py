"""Rules that a newsroom might write, in YAML alone: what they join, the product's own rules do not ask for."""

from pathlib import Path

import pytest

from factlint.lint.compiled import product
from factlint.lint.examples import run_examples
from factlint.lint.rulebook import load_rulebook

BOOK = load_rulebook([Path(__file__).parent / "newsroom"], product())
OWN = [rule for rule in BOOK.rules if rule.code.startswith("NWS")]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.name)
def test_a_newsrooms_rule_is_right_on_all_its_examples(rule) -> None:
    assert len(rule.flagged) >= 5
    assert len(rule.passed) >= 5
    assert [str(outcome) for outcome in run_examples(rule, BOOK) if not outcome.right] == []


def test_there_are_three() -> None:
    assert [rule.code for rule in OWN] == ["NWS101", "NWS102", "NWS103"]
