"""Quotation marks are paired; apostrophes, inches and decades are none."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

Annotate = Callable[[str], Facts]
LEXICON = product().lexicon


def found(facts: Facts) -> list[str]:
    return [facts.article.source[q.start : q.end] for q in facts.quotations]


@pytest.mark.parametrize(
    "text",
    [
        "[“We wait,”] the mayor said.",
        '["We wait,"] the mayor said.',
        "['We wait,'] the mayor said.",
        "[‘We wait,’] the mayor said.",
        "[''We wait,''] the mayor said.",
        "[«We wait»], the mayor said.",
        "He called it [“odd”] and [“dull”].",
        "The mayor (who said [“no”]) left.",
        "He said:[“No.”]",
        "“We wait,” he said—[“for now.”]".replace("“We wait,”", "[“We wait,”]"),
        "[“The workers’ strike is over,”] he said.",
        "[”We wait. We always wait.”] ― Ann Lee",
        "The mayor was short. [”We wait,”] she said.",
        "[“We wait, ”]the mayor said.",
        "['The workers' strike is over,'] he said.",
        "The film [“Waiting“] and others are shown.",
        "\u202a[”We wait,”] the mayor said.",
        "[“She is 5’2” and he is 6’5”,”] the mayor said.",
    ],
)
def test_marks_of_every_house_are_paired(annotate: Annotate, text: str) -> None:
    parts = text.replace("]", "[").split("[")
    assert found(annotate("".join(parts))) == parts[1::2]


@pytest.mark.parametrize(
    "text",
    [
        "The mayors’ house and the mayor's car don't count.",
        "Music of the '90s and the ’60s played.",
        "He is 5'10\" tall, and she 6'.",
        "Rock 'n' roll, he said, 'twas the best.",
        "It takes o'clock and Jones' word.",
        'The clip <a href="clip.html" class=“wide”>is here</a>.',
        'The clip <a href="clip.html\n" class=“wide”>is here</a>.',
    ],
)
def test_apostrophes_inches_decades_and_tags_are_no_quotations(annotate: Annotate, text: str) -> None:
    assert found(annotate(text)) == []


def test_a_quotation_inside_another_is_deeper(annotate: Annotate) -> None:
    facts = annotate("“She said ‘no’ to him,” Ann Lee said.")
    assert [(q.depth, facts.text(q)) for q in facts.quotations] == [(0, "“She said ‘no’ to him,”"), (1, "‘no’")]


def test_a_speech_of_several_paragraphs_is_one_quotation(annotate: Annotate) -> None:
    facts = annotate("Ann Lee said: “We wait.\n\n“We wait for spring.”\n\nIt came.")
    assert found(facts) == ["“We wait.\n\n“We wait for spring.”"]
    assert (facts.quotations[0].paragraph, facts.quotations[0].last_paragraph) == (0, 1)


def test_an_unclosed_quotation_ends_with_its_paragraph(annotate: Annotate) -> None:
    facts = annotate("Ann Lee said: “We wait.\n\nSpring came.")
    assert [(facts.text(q), q.closing) for q in facts.quotations] == [("“We wait.", None)]


def test_a_closing_mark_that_nothing_opened_is_told(annotate: Annotate) -> None:
    facts = annotate("We wait,” Ann Lee said.")
    assert [(facts.text(q), q.opening) for q in facts.quotations] == [("wait,”", None)]


@pytest.mark.parametrize(("marks", "quotations"), [("“a” ", 1), ("\"'“‘", 1), ("‘“", 1), ("“a ‘b", 1), ("s’ a ‘b ", 1)])
def test_a_hundred_thousand_marks_are_read_to_the_last(annotate: Annotate, marks: str, quotations: int) -> None:
    times = 100_000 // len(marks)
    facts = annotate(marks * times)
    assert abs(len(facts.quotations) - times * quotations) <= 2
    assert max(q.end for q in facts.quotations) > len(marks) * (times - 3)


@given(st.text(alphabet=st.sampled_from(list("aB s.,5\n“”‘’'\"«»—()")), max_size=80))
def test_every_quotation_lies_in_the_text_and_never_crosses_another(text: str) -> None:
    facts = Analysis(read("a.txt", text.encode(), LEXICON), LEXICON)
    spans = [(q.start, q.end) for q in facts.quotations]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for start, end in spans:
        assert not any(start < other < end < finish for other, finish in spans)


def test_the_marks_around_a_quotation_are_told_where_all_marks_of_the_paragraph_pair(annotate: Annotate) -> None:
    facts = annotate("“He told us “sing or go” each day,” Ann Lee said.")
    assert [(facts.text(q), q.depth, q.around) for q in facts.quotations] == [
        ("“He told us “sing or go” each day,”", 0, None),
        ("“sing or go”", 1, "double"),
    ]


def test_a_second_opening_mark_goes_on_with_a_speech_that_was_one_paragraph_before(annotate: Annotate) -> None:
    facts = annotate("Ann Lee said: “We wait here. “Nobody will tell us more.” She left.")
    assert found(facts) == ["“We wait here. “Nobody will tell us more.”"]


def test_a_second_opening_mark_after_a_credit_shows_that_the_first_was_not_closed(annotate: Annotate) -> None:
    facts = annotate("“We wait here, Ann Lee said. “Nobody will tell us more.”")
    assert [(facts.text(q), q.closing) for q in facts.quotations] == [
        ("“We wait here, Ann Lee said.", None),
        ("“Nobody will tell us more.”", "”"),
    ]


@pytest.mark.parametrize(("text", "style"), [('"No,"', "straight"), ("“No,”", "curly"), ("«No»,", "other")])
def test_the_style_of_marks_is_told(annotate: Annotate, text: str, style: str) -> None:
    assert [q.style for q in annotate(f"{text} Ann Lee said.").quotations] == [style]


@pytest.mark.parametrize(
    "text",
    [
        "[“We wait,“] Ann Lee said. [“Until spring.”]",
        "Ann Lee said: [“Do we wait?“] Nobody knew.",
        "[„We wait,“] Ann Lee said.",
        '["We wait,"]Ann Lee said. ["Until spring."]',
        '["We wait,"]Ann Lee said,["until spring."]',
    ],
)
def test_a_mark_turned_or_run_into_a_word_after_a_stop_goes_by_what_is_open(annotate: Annotate, text: str) -> None:
    parts = text.replace("]", "[").split("[")
    assert found(annotate("".join(parts))) == parts[1::2]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_three_single_marks_at_the_end_close_an_inner_quotation_and_then_the_outer_one(
    annotate: Annotate, mark: str
) -> None:
    text = "''She asked us, 'Will you wait?''' Ann Lee said.".replace("'", mark)
    assert found(annotate(text))[0] == text[: text.index(" Ann Lee")]


def halves(facts: Facts) -> list[tuple[str, str | None]]:
    """The quotations that lack a mark, with their partners."""
    return [
        (facts.text(q), facts.text(q.partner) if q.partner else None)
        for q in facts.quotations
        if q.depth == 0 and None in (q.opening, q.closing)
    ]


def test_two_marks_of_one_slip_are_partners(annotate: Annotate) -> None:
    text = "The nurse said, “We have asked for help.\n\nNobody came.” She has left."
    assert halves(annotate(text)) == [("“We have asked for help.", "came.”"), ("came.”", "“We have asked for help.")]


def test_marks_paragraphs_apart_are_no_partners(annotate: Annotate) -> None:
    text = "The nurse said, “We have asked for help.\n\nThe ward is shut.\n\nNobody came.” She has left."
    assert halves(annotate(text)) == [("“We have asked for help.", None), ("came.”", None)]


def test_marks_at_both_ends_of_several_paragraphs_are_one_quotation_that_runs_on(annotate: Annotate) -> None:
    facts = annotate("The Post wrote:\n\n“The ward is shut.\n\nNobody came.\n\nIt opens in May.”\n\nShe has left.")
    assert halves(facts) == [("“The ward is shut.", "May.”"), ("May.”", "“The ward is shut.")]
    assert [quotation.runs for quotation in facts.quotations] == [True, False]


def test_an_angle_without_its_other_hand_is_an_arrow(annotate: Annotate) -> None:
    assert found(annotate("Find an adviser near you »\n\nThe bank shuts in May.")) == []


def test_a_closing_mark_without_an_opening_one_tells_where_its_sentence_begins(annotate: Annotate) -> None:
    source = "Roe said he was no hero. But I did it without their help.”\n"
    lost = next(one for one in annotate(source).quotations if one.opening is None)
    assert lost.begins is not None
    assert source[lost.begins.start : lost.begins.end] == "But"


@pytest.mark.parametrize(
    "text",
    [
        '"She rang and said, \'Your aunt told me, "If I go, sell it, because I\'ve had enough,"\'" he told them.',
        '"It said, \'I saw a lamp and thought, "He is brave." Then I saw the van,\'" she told the court.',
        "“She said, ‘He told me, “Go!” and I went.’ That was it,” the farmer said.",
        "‘She said, “He told me, ‘Stay,’ and I stayed,” that is all,’ the farmer said.",
    ],
)
def test_marks_change_from_level_to_level_and_all_are_closed(annotate: Annotate, text: str) -> None:
    quotations = annotate(text).quotations
    assert sorted(q.depth for q in quotations) == [0, 1, 2]
    assert all(q.opening and q.closing and q.family != q.around for q in quotations)
