"""What the article says of people is gathered, wherever and however it is said."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def traits(facts: Facts) -> list[tuple[str, str, str]]:
    return [(trait.person.name, trait.what, trait.value) for trait in facts.traits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the goalkeeper, Marta Sousa, in May.", ("Marta Sousa", "role", "goalkeeper")),
        ("They met Marta Sousa, a goalkeeper, in May.", ("Marta Sousa", "role", "goalkeeper")),
        ("They met goalkeeper Marta Sousa in May.", ("Marta Sousa", "role", "goalkeeper")),
        ("Marta Sousa is a goalkeeper.", ("Marta Sousa", "role", "goalkeeper")),
        ("Marta Sousa, who is a goalkeeper, won.", ("Marta Sousa", "role", "goalkeeper")),
        ("The deputy mayor, Ruth Adeyo, was late.", ("Ruth Adeyo", "role", "deputy mayor")),
        ("The Swedish skipper Anna Lind was late.", ("Anna Lind", "nation", "sweden")),
        ("Anna Lind, a Norwegian, was late.", ("Anna Lind", "nation", "norway")),
        ("Republican Sen. Anna Lind was late.", ("Anna Lind", "party", "republican")),
        ("Tom Berg was late. His mother, Joan Holm, was late too.", ("Joan Holm", "relation", "mother")),
    ],
)
def test_what_somebody_is(annotate: Annotate, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in traits(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The goalkeeper left. Marta Sousa stayed.",
        "Marta Sousa is not a goalkeeper.",
        "They met the Swedish foreign minister, Anna Lind, in May.",
        "They met the wife of the mayor, Ann Roe, in May.",
    ],
)
def test_what_nobody_is_said_to_be(annotate: Annotate, text: str) -> None:
    assert [t for t in traits(annotate(text)) if t[2] in ("goalkeeper", "sweden", "mayor")] == []


def test_a_phrase_without_a_name_takes_up_the_one_person_of_its_family(annotate: Annotate) -> None:
    facts = annotate("The goalkeeper, Marta Sousa, won.\n\nThe 22-year-old winger wept.")
    assert [(t.value, t.taken_up) for t in facts.traits] == [("goalkeeper", False), ("winger", True)]


def test_it_takes_up_nobody_where_somebody_else_has_the_role(annotate: Annotate) -> None:
    facts = annotate("The goalkeeper, Marta Sousa, won. The winger, Ines Lobo, scored.\n\nThe winger wept.")
    assert [t.taken_up for t in facts.traits] == [False, False]


@pytest.mark.parametrize("word", ["former", "retired", "part-time", "aspiring"])
def test_what_is_past_or_one_of_several_is_told(annotate: Annotate, word: str) -> None:
    facts = annotate(f"They met Marta Sousa, a {word} goalkeeper, in May.")
    assert [trait.former for trait in facts.traits] == [True]


def test_a_trade_in_reported_words_is_some_stranger_s(annotate: Annotate) -> None:
    facts = annotate("The baker Marta Sousa won.\n\nThe plumber had been, Ann Roe said.")
    assert [t.value for t in facts.traits] == ["baker"]
