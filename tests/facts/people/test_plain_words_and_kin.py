"""Plain words that open sentences are no names, and kin explains an honorific of the other sex."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize("word", ["Sixteen", "Crowds", "Villagers"])
def test_a_number_or_a_plural_that_only_opens_sentences_names_nobody(annotate: Annotate, word: str) -> None:
    facts = annotate(f"Riot in town. The van left at noon.\n\n{word} shouted as it passed. Ann Roe wept.\n")
    assert word not in {facts.text(mention) for mention in facts.mentions}


def test_a_family_name_that_is_a_word_may_open_a_sentence(annotate: Annotate) -> None:
    facts = annotate("Riot in town. Peter Waters left at noon.\n\nWaters shouted as he passed. Ann Roe wept.\n")
    assert "Waters" in {facts.text(mention) for mention in facts.mentions}


def test_the_foot_of_an_obituary_introduces_nobody_a_second_time(annotate: Annotate) -> None:
    text = "Potter dies\n\nThe potter Iseult Moran died at home. Moran worked in a barn.\n\nShe sang.\n\n"
    facts = annotate(text + "Iseult Moran, potter, died on 2 October 2019.\n")
    assert [mention.repeats for mention in facts.mentions] == [None, None, None]


def test_an_irish_family_name_keeps_its_first_word(annotate: Annotate) -> None:
    facts = annotate("Ferry aground. Harbour master Ailbhe Ní Dhonncha came at noon. Ms Ní Dhonncha left at one.\n")
    assert {mention.person.name for mention in facts.mentions} == {"Ailbhe Ní Dhonncha"}


@pytest.mark.parametrize(
    "text",
    [
        "Tom and Usha Patel opened a shop. Mr Patel is 78. Mrs Patel, 75, keeps the accounts.",
        "Kantilal Patel and his wife, Usha, opened a shop. Mr Patel is 78. Mrs Patel, 75, keeps the accounts.",
    ],
)
def test_of_husband_and_wife_the_honorific_tells_who_is_meant(annotate: Annotate, text: str) -> None:
    ages = [(age.person.id, age.years) for age in annotate("Shop shuts\n\n" + text + "\n").ages]
    assert len(ages) == len(dict(ages))


def test_of_somebody_alone_another_honorific_is_a_slip(annotate: Annotate) -> None:
    facts = annotate("Shop shuts\n\nUsha Patel opened a shop. Mr Patel is 78. Mrs Patel keeps the accounts.\n")
    assert {mention.person.name for mention in facts.mentions} == {"Usha Patel"}


def test_a_shop_bears_its_owners_name(annotate: Annotate) -> None:
    facts = annotate("Shop shuts\n\nYou went to Patel's. Usha Patel opened it. Ms Patel is 75.\n")
    assert {address.manner for address in facts.addresses} == {"polite"}


def test_a_sister_told_of_before_bears_the_honorific(annotate: Annotate) -> None:
    text = "Light for sale. Anton Reiss bought it with his sister, Greta. Mr Reiss is 78.\n\nMs Reiss taught in Lund.\n"
    assert [honorific.bearer for honorific in annotate(text).honorifics] == ["male", None]
