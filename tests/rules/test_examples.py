"""Every rule is right about its own examples."""

import pytest

from factlint.lint.compiled import product
from factlint.lint.examples import run_examples
from factlint.lint.rule import Rule

BOOK = product()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_the_examples_come_out_as_they_say(rule: Rule) -> None:
    wrong = [str(outcome) for outcome in run_examples(rule, BOOK) if not outcome.right]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_the_message_says_what_was_found(rule: Rule) -> None:
    assert "{" in rule.message, f"{rule.path}: the message quotes nothing"


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_there_are_three_examples_of_either_kind(rule: Rule) -> None:
    assert len(rule.flagged) >= 3
    assert len(rule.passed) >= 3


def test_families_keep_to_their_folders() -> None:
    families: dict[str, set[str]] = {}
    for rule in BOOK.rules:
        families.setdefault(rule.path.split("/")[-2], set()).add(rule.code[:3])
    assert all(len(codes) == 1 for codes in families.values()), families
    assert len(set.union(*families.values())) == len(families)
