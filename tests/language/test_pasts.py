"""Pasts that are nouns as well: verbs where no noun can stand; and pasts before their noun, where no verb can."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("She stole a car in May.", "stole", "VERB"),
        ("Tina Moss, 44, stole £6,000 from a widow.", "stole", "VERB"),
        ("Tina Moss, a nurse, shot two men.", "shot", "VERB"),
        ("She wore a stole of fur.", "stole", "NOUN"),
        ("It was, she said, a shot in the dark.", "shot", "NOUN"),
        ("They pay four cents per dollar of assessed value.", "assessed", "ADJ"),
        ("A loaf cost €2 in May.", "cost", "VERB"),
        ("A loaf was €2 and now costs €3.", "costs", "VERB"),
        ("The cost of bread is €3.", "cost", "NOUN"),
        ("The 48 members each paid £25.", "each", "ADV"),
        ("Each member paid £25.", "Each", "DET"),
        ("Eid, which falls in June this year, is a feast.", "falls", "VERB"),
        ("The boss stole the wages.", "stole", "VERB"),
        ("A police officer was shot in Leeds.", "shot", "VERB"),
        ("The main problem was cost.", "cost", "NOUN"),
        ("The boss stole the wages.", "boss", "NOUN"),
        ("A loaf cost €2.40 in May.", "cost", "VERB"),
        ("The new tram will cost £80m.", "cost", "VERB"),
        ("The fair is due to open in May.", "to", "PART"),
        ("The nurses turned down the trust's pay offer.", "pay", "NOUN"),
        ("The book festival returns to Holm on 12 June after two years away.", "returns", "VERB"),
        ("A thin report on the returns of the fair.", "returns", "NOUN"),
        ("Tenants claim that the roof leaks.", "claim", "VERB"),
    ],
)
def test_what_follows_a_subject_is_its_verb(annotate: Annotate, text: str, word: str, tag: str) -> None:
    facts = annotate(text)
    assert facts.language.tags[facts.tokens.texts.index(word)] == tag
