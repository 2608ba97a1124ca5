"""The phrase by which a named person takes part in a sentence."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.references.standing import Standing

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Talks end. Hardware store owner Tom Eberle left the room.", "leave"),
        ("Talks end. Brian Tate and yard manager Tom Eberle toured the works.", "tour"),
        ("Talks end. The treasurer, Tom Eberle, resigned on Sunday.", "resign"),
    ],
)
def test_a_name_acts_by_itself_or_by_its_title_or_in_a_list(annotate: Annotate, text: str, verb: str) -> None:
    facts = annotate(text)
    mention = next(m for m in facts.mentions if facts.text(m) == "Tom Eberle")
    clause = Standing(facts).acting(mention)
    assert clause is not None
    assert clause.lemma == verb


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Talks end. She joined in Johor with her cousin, deckhand Tom Eberle.", "her cousin"),
        ("Talks end. Carol Tate told the coroner, retired judge Tom Eberle, that it rained.", "the coroner"),
    ],
)
def test_titles_and_appositions_lead_to_the_phrase_that_has_the_role(
    annotate: Annotate, text: str, phrase: str
) -> None:
    facts = annotate(text)
    mention = next(m for m in facts.mentions if facts.text(m) == "Tom Eberle")
    found = Standing(facts).phrase_of(mention)
    assert found is not None
    assert facts.text(found) == phrase


def test_a_companion_stands_behind_with_and_an_owner_before_what_is_his(annotate: Annotate) -> None:
    facts = annotate("Talks end. Brian Tate came with Tom Eberle. Ned Vale's mother, Carol, stayed.")
    standing = Standing(facts)
    assert [facts.text(m) for m in facts.mentions if standing.accompanies(m)] == ["Tom Eberle"]
    assert [facts.text(m) for m in facts.mentions if standing.owns(m)] == ["Ned Vale"]
