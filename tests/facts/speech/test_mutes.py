"""Mutes: who is told to be dead, unconscious, silent or away, and is quoted all the same."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def told(facts: Facts, form: str) -> list[tuple[str, str | None]]:
    """The words of each credit of a form, with those that it is set against."""
    source = facts.article.source
    return [
        (facts.text(credit), credit.against and source[credit.against.start : credit.against.end])
        for credit in facts.credits
        if credit.form == form
    ]


@pytest.mark.parametrize(
    ("told_of", "said", "words"),
    [
        ("Bako, who sat in silence, was led away.", "Bako told the judge", "sat in silence"),
        ("Bako had not woken up since.", "Bako said from his bed", "had not woken up"),
        ("Bako was in London and did not attend.", "Bako told the meeting", "did not attend"),
        ("Bako, who speaks no French, smiled.", "Bako told them in French", "speaks no French"),
        ("Bako died in 1998.", "Bako told the paper on Friday", "died"),
        ("Bako died in 1998.", "Bako said after the funeral", "died"),
    ],
)
def test_who_cannot_have_spoken_is_set_against_his_words(
    annotate: Annotate, told_of: str, said: str, words: str
) -> None:
    facts = annotate(f"The owner, Tunde Bako, was there. {told_of}\n\n“We will wait for the rain,” {said}.")
    assert told(facts, "mute") == [(words, "“We will wait for the rain,”")]


@pytest.mark.parametrize(
    ("told_of", "said"),
    [
        ("Bako was in London and did not attend.", "Bako said by telephone"),
        ("Bako, who speaks no French, smiled.", "Bako told them in Hausa"),
        ("Bako died in 1998.", "Bako said in 1987"),
        ("Bako died in 1998.", "Bako once said"),
        ("Bako died on Sunday.", "Bako said on Saturday"),
        ("Bako had not woken up since.", "his sister, Ada Lind, said"),
    ],
)
def test_words_said_elsewhere_or_before_are_set_against_nothing(annotate: Annotate, told_of: str, said: str) -> None:
    facts = annotate(f"The owner, Tunde Bako, was there. {told_of}\n\n“We will wait for the rain,” {said}.")
    assert told(facts, "mute") == []


def test_a_spokesman_who_is_named_behind_his_office_is_known(annotate: Annotate) -> None:
    facts = annotate("A spokesman for the club, Joe Grey, declined to comment.\n\n“We will see,” Grey told the Herald.")
    assert told(facts, "silence") == [("A spokesman for the club, Joe Grey, declined", "“We will see,”")]
