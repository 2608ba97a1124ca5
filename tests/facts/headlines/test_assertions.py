"""What a headline states as done, and how the text has it: done, asked for, planned, possible, alleged or denied."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def standings(facts: Facts) -> list[str]:
    return [assertion.standing for assertion in facts.assertions]


def under(headline: str, body: str) -> str:
    return f"{headline}\n\n{body}\n\nIt rained for most of the day."


@pytest.mark.parametrize(
    ("body", "standing"),
    [
        ("The council has approved the bridge at Holm.", "done"),
        ("The council gave the bridge at Holm the green light.", "done"),
        ("The bridge at Holm was formally approved by the council.", "done"),
        ("Members voted to authorise the bridge at Holm.", "done"),
        ("The bridge at Holm won the council's approval.", "done"),
        ("The council was asked to approve the bridge at Holm.", "asked for"),
        ("Builders urged the council to back the bridge at Holm.", "asked for"),
        ("Builders need the council's permission for the bridge at Holm.", "asked for"),
        ("The council's approval of the bridge at Holm is still needed, builders said.", "asked for"),
        ("The council should approve the bridge at Holm, builders said.", "asked for"),
        ("The council is seeking to approve the bridge at Holm.", "sought"),
        ("The council will approve the bridge at Holm.", "planned"),
        ("The council is to approve the bridge at Holm.", "planned"),
        ("The bridge at Holm is expected to be approved by the council.", "planned"),
        ("The council might soon approve the bridge at Holm.", "possible"),
        ("If the council approves the bridge at Holm, work can begin.", "possible"),
        ("The council is alleged to have approved the bridge at Holm.", "alleged"),
        ("The council has not approved the bridge at Holm.", "denied"),
        ("The council refused to approve the bridge at Holm.", "denied"),
        ("The council denied that it had approved the bridge at Holm.", "denied"),
        ("The council has yet to approve the bridge at Holm.", "denied"),
    ],
)
def test_how_a_text_has_the_event(annotate: Annotate, body: str, standing: str) -> None:
    assert standings(annotate(under("Council approves bridge at Holm", body))) == [standing]


@pytest.mark.parametrize(
    "headline",
    [
        "Council approves bridge at Holm",
        "Council Approves Bridge At Holm",
        "COUNCIL APPROVES BRIDGE AT HOLM",
        "Bridge at Holm approved",
        "Bridge at Holm is approved by council",
        "Bridge at Holm wins council approval",
        "Council gives bridge at Holm green light",
        "Councillors approve bridge at Holm",
        "Police back bridge at Holm",
        "Council signs off Holm bridge",
    ],
)
def test_what_a_headline_states(annotate: Annotate, headline: str) -> None:
    facts = annotate(under(headline, "The council and police were asked to back the bridge at Holm."))
    assert standings(facts) == ["asked for"]


@pytest.mark.parametrize(
    "headline",
    [
        "Council to approve bridge at Holm",
        "Council set to approve bridge at Holm",
        "Council may approve bridge at Holm",
        "Council asked to approve bridge at Holm",
        "Council refuses to approve bridge at Holm",
        "Council approves bridge at Holm?",
        "Council 'approves' bridge at Holm",
        "Mayor: Council approves bridge at Holm",
        "Council approves bridge at Holm - mayor",
        "Council approves bridge at Holm, mayor says",
        "Why council approves bridge at Holm",
        "Approved bridge at Holm falls down",
        "Bridge approval at Holm",
        "Council's green light for bridge at Holm",
    ],
)
def test_what_a_headline_leaves_open(annotate: Annotate, headline: str) -> None:
    assert standings(annotate(under(headline, "The council was asked to approve the bridge at Holm."))) == []


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Senate approves budget",
            "The Senate gave final passage to the budget. The House could approve the budget soon.",
        ),
        ("United sign Neto", "Neto put pen to paper at United. He had been linked with a move to City."),
        ("Nurses end strike", "The nurses are back at work. Their union had hoped to end the strike last week."),
        (
            "Police arrest man over stabbing",
            "A man is in custody. Police are searching for a second man over the stabbing.",
        ),
        (
            "Five die in coach crash",
            "A coach crash claimed the lives of five. Two others from the coach are feared dead.",
        ),
        ("Greece leaves euro", "Greece gave up the euro at midnight. Italy may follow."),
    ],
)
def test_what_a_text_has_in_other_words_or_tells_as_past_is_no_less(
    annotate: Annotate, headline: str, body: str
) -> None:
    told = [a for a in annotate(under(headline, body)).assertions if a.standing != "done" and a.shared > 1]
    assert told == []


def test_the_sentence_that_shares_most_with_the_headline_is_shown(annotate: Annotate) -> None:
    body = "He may approve of cake. The council of Holm may approve the bridge on Monday."
    (assertion,) = (facts := annotate(under("Council of Holm approves bridge", body))).assertions
    assert facts.text(assertion.sentence).startswith("The council of Holm")
    assert (assertion.words, assertion.shared) == ("approve", 3)


def test_less_than_the_event_is_seen_where_the_text_has_no_word_for_it(annotate: Annotate) -> None:
    facts = annotate(under("Mayor of Holm guilty of fraud", "The mayor of Holm was indicted for fraud on Monday."))
    assert standings(facts) == ["alleged"]


def test_a_text_without_the_event_asserts_nothing(annotate: Annotate) -> None:
    assert standings(annotate(under("Council approves bridge at Holm", "The bridge at Holm is old."))) == []
