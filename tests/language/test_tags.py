"""Tags: one part of speech a token, by the word and what stands around it."""

import pytest

from factlint.language.layout import Sentence
from factlint.language.tags import spans_of, tag, tagger_of
from factlint.lint.rulebook import load_lexicon
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.shipped import rules_folder

LEXICON = load_lexicon(rules_folder())


def tags(text: str) -> dict[str, str]:
    """Each token of a text with its tag; of a token that stands there twice the last."""
    facts = Analysis(read("item.txt", text.encode(), LEXICON), LEXICON)
    found = tag(facts.tokens, facts.sentences, LEXICON)
    assert len(found) == len(facts.tokens)
    return dict(zip(facts.tokens.texts, found, strict=True))


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("The singer broke her own record on Sunday.", "record", "NOUN"),
        ("They will record the talks on Sunday.", "record", "VERB"),
        ("The council plans to close the pool.", "plans", "VERB"),
        ("The plans to close the pool were dropped.", "plans", "NOUN"),
        ("She had left the building before noon.", "left", "VERB"),
        ("The firm had three plants in Ohio.", "had", "VERB"),
        ("The firm had closed three plants in Ohio.", "had", "AUX"),
        ("He was shown the door after he had lost the vote.", "after", "SCONJ"),
        ("He was shown the door after the vote.", "after", "ADP"),
        ("The minister said that nobody was to blame.", "that", "SCONJ"),
        ("The bridge that fell last year will be rebuilt.", "that", "PRON"),
        ("The driver asked to see a lawyer.", "to", "PART"),
        ("The driver went to the station.", "to", "ADP"),
        ("Police charged Anna Berg with theft on Friday.", "Berg", "PROPN"),
        ("The vloggers quipped about it.", "quipped", "VERB"),
        ("The price rose by 12 percent in 2019.", "12", "NUM"),
        ("The price rose by 12% in May.", "%", "SYM"),
    ],
)
def test_a_word_is_what_its_context_makes_it(text: str, word: str, pos: str) -> None:
    assert tags(text)[word] == pos


def test_a_sentence_is_tagged_throughout() -> None:
    assert list(tags("The mayor's deputy has not resigned, she said.").values()) == [
        "DET", "NOUN", "PART", "NOUN", "AUX", "PART", "VERB", "PUNCT", "PRON", "VERB", "PUNCT",
    ]  # fmt: skip


def test_a_capital_at_the_start_makes_no_name() -> None:
    assert tags("Nurses at the hospital will strike.")["Nurses"] == "NOUN"


def test_what_stands_in_no_sentence_is_tagged_too() -> None:
    told = [Sentence(10, 19, "text", 0, 0, 2, 2, 4), Sentence(20, 34, "text", 0, 1, 3, 4, 7)]
    assert spans_of(9, told) == [(0, 2), (2, 4), (4, 7), (7, 9)]


@pytest.mark.parametrize("text", ["", "²", "’", "''", "١٢", "\u200d", "a", "ß", "…", "İstanbul", "𝔘", "x*x", "_"])
def test_no_text_is_too_odd(text: str) -> None:
    tagger = tagger_of(LEXICON)
    assert len(tagger.tag([text or "a"], [(text or "a").lower()], [(0, 1)])) == 1


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("The house will not open again.", "open", "VERB"),
        ("The council plans for three libraries to close.", "close", "VERB"),
        ("The weather went from dry to wet.", "wet", "ADJ"),
        ("He was close to home.", "close", "ADV"),
    ],
)
def test_behind_a_modal_stands_a_verb(text: str, word: str, pos: str) -> None:
    facts = Analysis(read("item.txt", text.encode(), LEXICON), LEXICON)
    assert dict(zip(facts.tokens.texts, facts.language.tags, strict=True))[word] == pos
