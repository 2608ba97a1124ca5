"""The house's choices in a configuration, checked against what can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.facts.style.house import letters
from factlint.facts.style.spellings import forms_of
from factlint.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.config.settings import Settings
    from factlint.lexicon import Lexicon

_ABOUT_WORDS = "Or a word with the form that the house gives it: adviser: advisor."


def check_style(settings: Settings, lexicon: Lexicon) -> None:
    """Raises ProblemsError where `style` names what cannot be chosen, or a form that it never has."""
    for part in (settings, *settings.parts):
        wrong = list(mistakes(part.style, lexicon))
        if wrong:
            from factlint.lint.choose import fail

            fail(part, wrong)


def mistakes(style: Mapping[str, str], lexicon: Lexicon) -> list[tuple[tuple[Any, ...], str]]:
    """What is wrong with the choices, each with the keys that lead to its place in the configuration."""
    topics: Mapping[str, list[str]] = lexicon.values("house-choices")
    wrong: list[tuple[tuple[Any, ...], str]] = []
    for key, form in style.items():
        forms = list(map(str, topics[key])) if key in topics else forms_of(key, lexicon)
        if form in forms or form.lower() in forms or (key not in topics and letters(key) == letters(form)):
            continue
        if forms:
            told = f"“{key}” is never “{form}”.{nearest(form, forms)} It is: {', '.join(forms)}."
            wrong.append((("style", key), told))
        else:
            told = f"There is no choice of style “{key}”.{nearest(key, topics)} Choices: {', '.join(topics)}."
            wrong.append((("style", "key", key), f"{told} {_ABOUT_WORDS}"))
    return wrong
