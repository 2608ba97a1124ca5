"""Titles are tied to their bearers, former ones told, and those that exclude each other point at one another."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def titles(facts: Facts) -> list[tuple[str, str]]:
    return [(facts.text(title), title.office) for title in facts.titles]


def against(facts: Facts) -> list[tuple[str, str]]:
    return [(facts.text(title), facts.text(title.against)) for title in facts.titles if title.against]


@pytest.mark.parametrize(
    ("text", "title", "office"),
    [
        ("They asked Sen. Paul Wick about it.", "Sen.", "senator"),
        ("They asked Senator Wick about it.", "Senator", "senator"),
        ("They asked senator Paul Wick about it.", "senator", "senator"),
        ("They asked Paul Wick, the senator, about it.", "senator", "senator"),
        ("They asked Paul Wick, a Republican senator from Ohio, about it.", "senator", "senator"),
        ("They asked the senator, Paul Wick, about it.", "senator", "senator"),
        ("They asked New Jersey Gov. Paul Wick about it.", "Gov.", "governor"),
        ("They asked the governor of New Jersey, Paul Wick, about it.", "governor", "governor"),
        ("They asked Paul Wick (D-Ohio), the senator, about it.", "senator", "senator"),
        ("They asked Paul Wick, who is a senator, about it.", "senator", "senator"),
        ("As senator, Paul Wick asked about it.", "senator", "senator"),
        ("They asked Paul Wick. Secretary of State Wick knew.", "Secretary of State", "secretary of state"),
        (
            "They asked constitutional affairs minister Anna Lind.",
            "constitutional affairs minister",
            "constitutional minister",
        ),
        ("They asked Swedish Foreign Minister Anna Lind about it.", "Foreign Minister", "foreign minister"),
        ("They asked health secretary Anna Lind about it.", "health secretary", "health minister"),
        (
            "They asked Trade and Industry Secretary Anna Lind about it.",
            "Trade and Industry Secretary",
            "industry and trade minister",
        ),
        ("They asked Anna Lind, the mayor of Lund, about it.", "mayor", "mayor"),
        ("They asked Prof Ellen Ward about it.", "Prof", "professor"),
        ("They asked Lt. Col. Omar Haddad about it.", "Lt. Col.", "lieutenant colonel"),
    ],
)
def test_an_office_beside_a_name_is_that_persons(annotate: Annotate, text: str, title: str, office: str) -> None:
    assert titles(annotate(text)) == [(title, office)]


@pytest.mark.parametrize(
    "text",
    [
        "The senator asked Paul Wick about it.",
        "They asked the senator. Paul Wick went home.",
        "They asked Paul Wick, who beat the senator, about it.",
        "They asked Paul Wick, the senator and the mayor about it.",
        "They asked Paul Wick, a friend of the senator, about it.",
        "They asked Paul Wick, president of the Lund Chess Club, about it.",
        "They asked Tecbank President Paul Wick about it.",
        "They asked assistant secretary Paul Wick about it.",
    ],
)
def test_offices_of_others_and_of_clubs_are_not(annotate: Annotate, text: str) -> None:
    assert titles(annotate(text)) == []


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("They asked former President Anna Lind about it.", True),
        ("They asked the then president, Anna Lind, about it.", True),
        ("They asked acting president Anna Lind about it.", True),
        ("It was Anna Lind, who became President Lind that night.", True),
        ("In 1990 President Anna Lind knew nothing about it.", True),
        ("They asked President Anna Lind about it.", False),
        ("They asked the former mayor and President Anna Lind about it.", False),
    ],
)
def test_an_office_of_another_time_is_former(annotate: Annotate, text: str, former: bool) -> None:
    assert {title.former for title in annotate(text).titles} == {former}


class TestExclusion:
    def test_the_rarer_of_two_points_at_the_other(self, annotate: Annotate) -> None:
        facts = annotate("The speaker was Gov. Wick. They like Senator Paul Wick here. Senator Wick likes them.")
        assert against(facts) == [("Gov.", "Senator Paul Wick")]

    def test_of_two_as_frequent_the_one_with_the_full_name_holds(self, annotate: Annotate) -> None:
        facts = annotate("The speaker was Gov. Wick. They like Senator Paul Wick here.")
        assert against(facts) == [("Gov.", "Senator Paul Wick")]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Senator", "Governor"),
            ("President", "Prime Minister"),
            ("Vice President", "President"),
            ("Health Secretary", "Defence Secretary"),
            ("Judge", "Mayor"),
            ("Captain", "Colonel"),
            ("Bishop", "Archbishop"),
            ("Professor", "Judge"),
        ],
    )
    def test_nobody_holds_both(self, annotate: Annotate, one: str, other: str) -> None:
        assert len(against(annotate(f"They like {one} Paul Wick here. The speaker was {other} Wick."))) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Senator", "Sen."),
            ("Congressman", "Rep."),
            ("Detective Sergeant", "Sergeant"),
            ("Lieutenant Colonel", "Colonel"),
            ("Trade and Industry Secretary", "Trade Secretary"),
            ("President", "General"),
            ("Professor", "Dr"),
            ("Chairman", "Senator"),
        ],
    )
    def test_one_may_hold_both(self, annotate: Annotate, one: str, other: str) -> None:
        assert against(annotate(f"They like {one} Paul Wick here. The speaker was {other} Wick.")) == []

    def test_a_former_office_excludes_nothing(self, annotate: Annotate) -> None:
        assert against(annotate("They like Senator Paul Wick here. The speaker was former Governor Wick.")) == []

    def test_an_office_in_a_quotation_excludes_nothing(self, annotate: Annotate) -> None:
        assert against(annotate("They like Senator Paul Wick here. “We like Governor Wick,” they say.")) == []

    def test_the_office_of_a_namesake_excludes_nothing(self, annotate: Annotate) -> None:
        facts = annotate("They like Senator Paul Wick here, and Rosa Wick, his sister. The speaker was Governor Wick.")
        assert against(facts) == []


def unexplained(facts: Facts) -> list[str]:
    return [facts.text(title) for title in facts.titles if title.unexplained]


class TestAnOfficeBesideASurnameAlone:
    def test_is_unexplained_where_the_full_name_has_one_of_another_time(self, annotate: Annotate) -> None:
        facts = annotate("They asked former Attorney General Ann Roe.\n\nSenator Roe did not answer.")
        assert unexplained(facts) == ["Senator"]

    def test_is_explained_where_the_full_name_has_it_too(self, annotate: Annotate) -> None:
        facts = annotate("They asked Senator Ann Roe, a former attorney general.\n\nSenator Roe did not answer.")
        assert unexplained(facts) == []

    def test_is_explained_where_both_may_be_held(self, annotate: Annotate) -> None:
        facts = annotate("They asked former Senator Ann Roe.\n\nProfessor Roe did not answer.")
        assert unexplained(facts) == []


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ola Lee flew out. Lee, who is also finance minister, flew home.",
        "Governor Ola Lee was made a judge on Friday. Judge Lee was glad.",
        "General Ola Lee commands it. Lee, a colonel until March, grew up there.",
    ],
    ids=["held beside the other", "given in the story", "held before"],
)
def test_offices_that_go_with_one_another_do_not_clash(annotate: Annotate, text: str) -> None:
    assert against(annotate(text)) == []
