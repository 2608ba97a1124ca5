"""Honorifics are tied to their bearers, told by rank and gender, and later mentions are polite or bare."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def honorifics(facts: Facts) -> list[tuple[str, str, str | None]]:
    return [(facts.text(h), h.rank, h.person.name if h.person else None) for h in facts.honorifics]


def manners(facts: Facts) -> list[tuple[str, str]]:
    return [(facts.text(address), address.manner) for address in facts.addresses]


def fits(facts: Facts) -> list[tuple[str, bool | None]]:
    return [
        (facts.text(h), None if h.bearer is None or h.gender == "unknown" else h.gender == h.bearer)
        for h in facts.honorifics
    ]


def test_an_honorific_belongs_to_the_person_named_after_it(annotate: Annotate) -> None:
    facts = annotate(
        "Peter Ashdown met Dr. Omar Haddad in the hall. Mr Ashdown left early that day, but Prof Ellen Ward stayed on, "
        "and so did the architect, Sir Hugh Dell."
    )
    assert honorifics(facts) == [
        ("Dr.", "degree", "Omar Haddad"),
        ("Mr", "courtesy", "Peter Ashdown"),
        ("Prof", "chair", "Ellen Ward"),
        ("Sir", "knighthood", "Hugh Dell"),
    ]


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("Mr Ashdown left.", False),
        ("Mr. Ashdown left.", True),
        ("We met Mr Ashdown. Ashdown left.", False),
    ],
)
def test_the_stop_counts_only_where_it_sticks_to_the_honorific(annotate: Annotate, text: str, stop: bool) -> None:
    assert [h.stop for h in annotate(text).honorifics] == [stop]


def test_an_honorific_in_a_quotation_is_told(annotate: Annotate) -> None:
    assert [h.in_quote for h in annotate("“Thank Mr Ashdown,” said Mr Lund.").honorifics] == [True, False]


class TestFit:
    def test_most_of_the_honorifics_decide(self, annotate: Annotate) -> None:
        facts = annotate("Mr Farrow took over in May. Ms Farrow did well, and Mr Farrow stays.")
        assert fits(facts) == [("Mr", True), ("Ms", False), ("Mr", True)]

    def test_of_one_each_the_first_name_decides(self, annotate: Annotate) -> None:
        facts = annotate("Susan Holt was late. Mr Holt had missed the train. Ms Holt was sorry.")
        assert fits(facts) == [("Mr", False), ("Ms", True)]

    def test_a_first_name_of_either_sex_says_nothing(self, annotate: Annotate) -> None:
        assert fits(annotate("Robin Holt was late. Mr Holt had missed the train.")) == [("Mr", True)]

    def test_a_degree_fits_everybody(self, annotate: Annotate) -> None:
        assert fits(annotate("Susan Holt was late. Dr Holt had missed the train.")) == [("Dr", None)]

    @pytest.mark.parametrize(
        "text",
        [
            "Peter Ashdown sold the mill. Mr Ashdown had run it with his wife. Mrs Ashdown kept the books.",
            "Peter Ashdown sold the mill. Mr Ashdown is leaving. Mr and Mrs Ashdown are moving to Spain.",
        ],
    )
    def test_a_relative_may_be_meant(self, annotate: Annotate, text: str) -> None:
        assert False not in [fit for _, fit in fits(annotate(text))]


class TestAddress:
    def test_family_names_are_polite_or_bare(self, annotate: Annotate) -> None:
        facts = annotate("Peter Ashdown sold the mill. Mr Ashdown left. Ashdown was ill.")
        assert manners(facts) == [("Mr Ashdown", "polite"), ("Ashdown", "bare")]

    @pytest.mark.parametrize(
        "text",
        [
            "Peter Ashdown lost. The Ashdown campaign is in debt.",
            "Peter Ashdown lost. He sat with Ashdown aides.",
            "Peter Ashdown lost. Senator Ashdown went home.",
            "Peter Ashdown lost. Other Ashdown investments lost, too.",
            "Peter Ashdown lost. They sold older Ashdown biographies.",
            "Peter Ashdown lost. They sold little-known Ashdown biographies.",
            "Peter Ashdown lost. Senators Berg and Ashdown went home.",
            "Peter Ashdown lost. A book called Ashdown's England will tell why.",
        ],
    )
    def test_names_that_qualify_a_noun_or_follow_a_title_are_neither(self, annotate: Annotate, text: str) -> None:
        assert manners(annotate(text)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Peter Ashdown lost. When Ashdown wept, they laughed.",
            "Peter Ashdown lost. They told Ashdown that it was close.",
            "Peter Ashdown lost. Ashdown never wept.",
            "Peter Ashdown lost. Aides to Ashdown were not available.",
            "Peter Ashdown lost. Friends of Ashdown declined to comment.",
            "Peter Ashdown lost. It was too late for Ashdown.",
            "Peter Ashdown lost his seat. They saw Ashdown on Friday at the hall.",
        ],
    )
    def test_names_that_stand_alone_are_bare(self, annotate: Annotate, text: str) -> None:
        assert ("Ashdown", "bare") in manners(annotate(text))

    def test_how_all_others_are_named_is_told(self, annotate: Annotate) -> None:
        facts = annotate(
            "Anna Lind, Carl Holm and Rosa Diaz spoke. Lind wants the road. Holm does not. Ms Diaz does, Lind said."
        )
        told = [(facts.text(a), a.others, a.company, a.settled) for a in facts.addresses]
        assert told == [
            ("Lind", None, 2, 2),
            ("Holm", None, 2, 3),
            ("Ms Diaz", "bare", 2, 3),
            ("Lind", None, 2, 2),
        ]
