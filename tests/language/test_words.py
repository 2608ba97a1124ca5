"""Words: what a word can be, its dictionary form and its classes."""

import pytest

from factlint.language.words import Words, words_of
from factlint.lexicon import Lexicon
from factlint.lint.rulebook import load_lexicon
from factlint.shipped import rules_folder

WORDS = words_of(load_lexicon(rules_folder()))


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("surgeon", "N"),
        ("record", "NV"),
        ("records", "NV"),
        ("quipped", "V"),
        ("quickly", "D"),
        ("the", "T"),
        ("would", "X"),
        ("because", "SR"),
        ("eleven", "M"),
        ("xylqop", ""),
    ],
)
def test_a_form_has_its_parts_of_speech_the_likeliest_first(form: str, parts: str) -> None:
    assert WORDS.tags(form) == parts


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("ministers", "NOUN", "minister"),
        ("women", "NOUN", "woman"),
        ("criteria", "NOUN", "criterion"),
        ("companies", "NOUN", "company"),
        ("wolves", "NOUN", "wolf"),
        ("taxes", "NOUN", "tax"),
        ("species", "NOUN", "species"),
        ("news", "NOUN", "news"),
        ("leaves", "NOUN", "leaf"),
        ("leaves", "VERB", "leave"),
        ("left", "VERB", "leave"),
        ("found", "VERB", "find"),
        ("lying", "VERB", "lie"),
        ("planned", "VERB", "plan"),
        ("hoping", "VERB", "hope"),
        ("hopped", "VERB", "hop"),
        ("were", "AUX", "be"),
        ("had", "VERB", "have"),
        ("worse", "ADJ", "bad"),
        ("largest", "ADJ", "large"),
        ("minister", "NOUN", "minister"),
    ],
)
def test_an_inflected_form_leads_to_its_lemma(form: str, pos: str, lemma: str) -> None:
    assert WORDS.lemma(form, pos) == lemma


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("deplatformed", "VERB", "deplatform"),
        ("vlogging", "VERB", "vlog"),
        ("rewilded", "VERB", "rewild"),
        ("gamified", "VERB", "gamify"),
        ("quokkas", "NOUN", "quokka"),
        ("vapers", "NOUN", "vaper"),
    ],
)
def test_a_form_of_an_unknown_word_leads_to_the_likeliest_lemma(form: str, pos: str, lemma: str) -> None:
    assert WORDS.lemma(form, pos) == lemma


@pytest.mark.parametrize(
    "noun", ["pundit", "insider", "surgeon", "spokesperson", "coach", "suspect", "vaper", "officer"]
)
def test_a_noun_for_people_is_a_person(noun: str) -> None:
    assert "person" in WORDS.noun_classes(noun)


@pytest.mark.parametrize(
    ("noun", "classes"),
    [
        ("firm", {"group"}),
        ("interview", {"document"}),
        ("letter", {"document"}),
        ("minister", {"person"}),
        ("bridge", {"artefact"}),
        ("month", {"time"}),
        ("horse", {"animal"}),
        ("cheese", {"food"}),
        ("salary", {"money"}),
        ("anger", {"feeling"}),
        ("xylqop", set()),
    ],
)
def test_a_noun_has_the_classes_of_its_common_senses(noun: str, classes: set[str]) -> None:
    assert WORDS.noun_classes(noun) == classes


@pytest.mark.parametrize(
    ("verb", "some"),
    [
        ("say", "saying"),
        ("doubt", "thinking"),
        ("run", "motion"),
        ("buy", "giving"),
        ("rise", "motion"),
        ("see", "seeing"),
    ],
)
def test_a_verb_has_the_classes_of_its_common_senses(verb: str, some: str) -> None:
    assert some in WORDS.verb_classes(verb)


def test_a_plural_has_the_classes_of_its_singular() -> None:
    assert WORDS.noun_classes("pundits") == WORDS.noun_classes("pundit")


@pytest.mark.parametrize(
    ("form", "forms"),
    [
        ("record", "b"),
        ("records", "s"),
        ("said", "dn"),
        ("taken", "n"),
        ("taking", "g"),
        ("put", "bdn"),
        ("surgeon", ""),
    ],
)
def test_a_verb_form_tells_which_it_is(form: str, forms: str) -> None:
    assert WORDS.verb_forms(form) == forms


def test_a_plural_is_told_from_a_singular() -> None:
    assert [WORDS.is_plural(form) for form in ("nurses", "nurse", "women", "boss", "news")] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_a_language_may_have_a_few_words_by_hand_alone() -> None:
    words = Words(
        Lexicon(
            {
                "function-words": {"T": "der die das\n"},
                "more-words": {"N:person": "richter zeuge\n", "V:saying": "sagen\n"},
                "inflections": {"Np": "n -\n", "Vd": "te en\n"},
            }
        )
    )
    assert (words.tags("der"), words.tags("zeugen"), words.lemma("sagte", "VERB")) == ("T", "N", "sagen")
    assert words.noun_classes("zeugen") == {"person"}
