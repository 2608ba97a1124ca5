"""Claims: who something comes from, whether that is hidden, and where a name answers for it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.facts.annotate import Facts
from factlint.facts.model import Claim
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

Annotate = Callable[[str], Facts]
LEXICON = product().lexicon
AFTER = "\n\nThe vote is on Friday."


def only(facts: Facts) -> Claim:
    """The article's one claim."""
    (claim,) = facts.claims
    return claim


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Critics say the price is too high.", "people", "Critics say"),
        ("An unnamed official said the price was too high.", "people", "An unnamed official said"),
        ("Reportedly, three buyers have gone.", "impersonal", "Reportedly"),
        ("There is research to show that it works.", "rumour", "There is research to"),
        ("A new study has cast doubt on it.", "research", "A new study has cast"),
        ("The price, many experts now believe, is too high.", "people", "many experts now believe"),
        ("The price is too high, warn campaigners.", "people", "warn campaigners"),
        ("The plan is regarded by some observers as a step back.", "people", "regarded by some observers"),
        ("People with knowledge of the talks said it was sold.", "people", "People with knowledge of the talks said"),
        ("One industry insider said the price would go up.", "people", "One industry insider said"),
        ("It has been widely reported that the price will go up.", "impersonal", "It has been widely reported"),
        ("There is growing speculation that the mill will close.", "rumour", "There is growing speculation"),
        ("Doubts have been raised about the price.", "rumour", "Doubts have been raised"),
        ("A recent study found that the price was too high.", "research", "A recent study found"),
        ("Scientists have long known that cats sleep a lot.", "research", "Scientists have long known"),
        ("Sleep, recent studies show, is good for cats.", "research", "recent studies show"),
        ("The mill has been sold, according to unconfirmed reports.", "reports", "according to unconfirmed reports"),
        ("Residents say the lorries come at night.", "group", "Residents say"),
        ("The mill is rumoured to be for sale.", "raised", "is rumoured to"),
        ("It is the oldest mill in the world.", "superlative", "oldest mill in the world"),
        ("One Twitter user called the advert a disgrace.", "post", "One Twitter user called"),
        ("A neighbour said he had heard the mill was for sale.", "hearsay", "said he had heard"),
        ("Many in town have it that the mill was sold.", "rumour", "Many in town have it"),
        ("One clerk conceded that the books had been forged.", "unnamed", "One clerk conceded"),
        ("Those who worked with her describe a bully.", "people", "Those who worked with her describe"),
        ("A nurse, who would give no name, said that two wards had been closed.", "anonymity", "no name"),
        ("Accusations of bribery have haunted the board.", "rumour", "Accusations of bribery have haunted"),
        ("The plan has drawn howls of protest.", "rumour", "has drawn howls"),
        ("It is the largest cheese cellar in the Alps.", "record", "the largest cheese cellar in the Alps"),
        ("By all accounts she drove him out.", "impersonal", "By all accounts"),
        ("The price is widely thought a scandal.", "wide", "is widely thought"),
        ("It has emerged that the clerk was away.", "impersonal", "It has emerged"),
        ("Questions have been raised about how he came by the house.", "rumour", "Questions have been raised"),
        ("The fire was undoubtedly set by someone on the staff.", "charge", "was undoubtedly set by someone"),
        ("The bus overturned. The driver had fallen asleep at the wheel.", "charge", "had fallen asleep"),
        ("Two were hurt. The crane driver had not checked the hook.", "charge", "had not checked the hook"),
        ("The nurse had given her the wrong drug. The inquest opens today.", "charge", "had given her the wrong drug"),
        ("Seismologists are sure that the dam will fail.", "people", "Seismologists are"),
        ("Dealers put its value at more than a million.", "people", "Dealers put"),
        ("Diplomats in the capital see the hand of a foreign power in it.", "people", "Diplomats in the capital see"),
        ("Tests have shown that the water is poisonous.", "research", "Tests have shown"),
        ("The story goes that the deeds were won in a game of poker.", "rumour", "The story goes that"),
        ("No better pie is to be had anywhere in the country.", "boast", "No better pie is to be had anywhere"),
        ("Her jam has no equal.", "boast", "has no equal"),
        ("The greedy owner walled up the stairs.", "charge", "The greedy owner"),
        ("A member of the choir called the plan a crime.", "unnamed", "A member of the choir"),
        ("A clip doing the rounds shows the fire.", "post", "A clip doing the rounds"),
        ("It is the loveliest theatre in Carrow.", "boast", "loveliest theatre in Carrow"),
        ("A survey of 500 people who live in Carrow finds that half walk.", "research",
         "A survey of 500 people who live in Carrow finds"),
    ],
)  # fmt: skip
def test_what_hides_its_source_is_found(annotate: Annotate, sentence: str, kind: str, words: str) -> None:
    facts = annotate(sentence + AFTER)
    claim = only(facts)
    assert (claim.kind, facts.text(claim), claim.named) == (kind, words, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The experts met critics on Friday.",
        "The shop sells reports, studies and maps.",
        "Some seats were sold twice and many stayed empty.",
        "The report points system was dropped.",
        "Those involved in the crash were taken home.",
        "He was accused by the council.",
        "It is expected on Friday.",
        "“Critics say it is too high,” the mayor said.",
        "The price rose more than analysts had expected.",
    ],
)
def test_the_same_words_at_other_work_are_no_claims(annotate: Annotate, sentence: str) -> None:
    assert [facts_claim for facts_claim in annotate(sentence + AFTER).claims if facts_claim.named is None] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Analysts at Holt & Sons say the price is too high.", "inside"),
        ("Ministry officials say the price is too high.", "institution"),
        ("The analysts say the price is too high.", "definite"),
        ("The price is too high, Ann Roe said, and critics believe it will rise.", "sentence"),
        ("Critics say the price is too high. Ann Roe, a builder, said so on Friday.", "paragraph"),
        ("A study published in the Lancet found that cats sleep a lot.", "inside"),
        ("A study found that cats sleep a lot. The researchers, at Kyoto University, filmed forty.", "near"),
    ],
)
def test_a_name_in_reach_answers_for_a_claim(annotate: Annotate, text: str, named: str) -> None:
    assert annotate(text + AFTER).claims[0].named == named


def test_a_reason_for_hiding_a_name_is_found_behind_it_or_in_the_next_sentence(annotate: Annotate) -> None:
    text = "A nurse, who spoke on condition of anonymity {}, said two wards had been closed.{}"
    because = annotate(text.format("because she feared for her job", "") + AFTER)
    later = annotate(text.format("", " She was not authorised to speak.") + AFTER)
    never = annotate(text.format("", "") + AFTER)
    assert [only(facts).reason for facts in (because, later, never)] == ["because", "authorised", None]


def test_one_voice_is_told_only_where_nobody_else_is_heard(annotate: Annotate) -> None:
    alone = "“We won,” Ann Roe said.\n\n“They had no plan,” Roe said.\n\n“We had,” Roe said."
    kinds = [claim.kind for claim in annotate(alone).claims]
    assert kinds == ["one-voice"]
    assert annotate(alone).claims[0].credits == 3
    assert annotate(alone + "\n\nKarin Holt said the plan was a good one.").claims == ()


@given(st.lists(st.sampled_from(["experts", "say", "a", "study", "shows", "it", "is", "believed", "that", "by", "Ann",
    "Roe", "told", "who", "said", ",", ".", "“", "”", "according", "to", "reports", "largest", "ever", "\n\n"]),
    max_size=40))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_claims_lie_within_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    claims = Analysis(read("article.txt", text.encode(), LEXICON), LEXICON).claims
    assert list(claims) == sorted(claims)
    assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Loyalists insist that he will stay.", "people", "Loyalists insist"),
        ("The toll has been called petty.", "raised", "has been called"),
        ("He stands accused of fraud.", "raised", "stands accused"),
        ("Questions are being asked about the roof.", "rumour", "Questions are being asked"),
        ("Tom Bell, 38, said that he had it from a deckhand.", "hearsay", "had it from a deckhand"),
    ],
)
def test_nameless_voices_are_told_by_word_class(annotate: Annotate, text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(claim.kind, text[claim.start : claim.end]) for claim in annotate(text).claims]


@pytest.mark.parametrize("text", ["The bill is called Ann's law.", "Roe's loyalists insist that he will stay."])
def test_what_has_a_name_or_an_owner_is_no_nameless_voice(annotate: Annotate, text: str) -> None:
    assert [claim for claim in annotate(text).claims if claim.named is None] == []
