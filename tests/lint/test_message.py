"""Messages: what a template makes of a fact's words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from factlint.lint.message import compile_message, shown

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def filled(template: str, words: str) -> str:
    fact = SimpleNamespace(word=words)
    return compile_message(template, {})(cast("Facts", None), fact)


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("“We wait for nobody,”", "“We wait …”"),
        ("“We wait for nobody", "“We wait …"),
        ("We wait for nobody", "We wait …"),
        ("“We wait”", "“We wait”"),
    ],
    ids=["closed", "never closed", "no quotation", "short enough"],
)
def test_a_text_is_cut_between_words_and_keeps_the_closing_mark_it_has(words: str, cut: str) -> None:
    assert shown(words, 10) == cut


def test_words_stand_between_the_marks_of_the_template() -> None:
    assert filled("Twice: “{word}”.", "so we wait") == "Twice: “so we wait”."


def test_a_quotation_stands_in_its_own_marks_alone() -> None:
    assert filled("Twice: “{word}” here.", '"We wait"') == 'Twice: "We wait" here.'


def test_a_quotation_that_is_cut_is_opened_once() -> None:
    assert filled("Twice: “{word:10}”.", "“We wait for nobody,” she said.") == "Twice: “We wait …”."


def test_a_full_stop_is_not_set_twice() -> None:
    assert filled("Twice: “{word}”.", "We wait.") == "Twice: “We wait”."
    assert filled("Twice: “{word}”.", "“We wait.”") == "Twice: “We wait.”"


def test_a_word_in_marks_at_the_beginning_is_no_quotation() -> None:
    assert filled("Twice: “{word}”.", "“Wait” was said") == "Twice: ““Wait” was said”."
