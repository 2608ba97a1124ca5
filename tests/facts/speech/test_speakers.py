"""Who a quotation is credited to, in every way in which news says so."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.facts.model import Speaker

Annotate = Callable[[str], Facts]


def speakers(facts: Facts) -> list[str | None]:
    return [quote.speaker.text if quote.speaker else None for quote in facts.quotes]


def speaker(facts: Facts) -> Speaker:
    found = facts.quotes[-1].speaker
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The mill will stay,” said Ann Roe.", "Ann Roe"),
        ("“The mill will stay,” Ann Roe said.", "Ann Roe"),
        ("Ann Roe said: “The mill will stay.”", "Ann Roe"),
        ("Ann Roe said, “The mill will stay.”", "Ann Roe"),
        ('"The mill will stay," Ann Roe said.', "Ann Roe"),
        ("‘The mill will stay,’ Ann Roe said.", "Ann Roe"),
        ("“The mill will stay”, Ann Roe said.", "Ann Roe"),
        ("“The mill will stay,” Ann Roe, the mayor of Lund, told a meeting on Tuesday.", "Ann Roe"),
        ("“The mill will stay,” Ann Roe, who runs the works, said.", "Ann Roe"),
        ("“The mill will stay,” Ann Roe (the mayor of Lund) said.", "Ann Roe"),
        ("“The mill will stay” — Ann Roe", "Ann Roe"),
        ("“The mill will stay.” ― Ann Roe, 58", "Ann Roe"),
        ("“The mill will stay.”\n\n‒ Ann Roe, mayor", "Ann Roe"),
        (
            "“The mill will stay.” – Ann Roe, a welder from Erie, Pa., who voted twice and says she will not again",
            "Ann Roe",
        ),
        ("“The mill will stay.” (Ann Roe, mayor of Lund)", "Ann Roe"),
        ("“The mill will stay.” | Ann Roe", "Ann Roe"),
        ("We asked the town.\n\nAnn Roe, 38, baker\n\n“The mill will stay. My mother worked there.”", "Ann Roe"),
        ("We asked the town.\n\nAnn Roe\n\n“The mill will stay. My mother worked there.”", "Ann Roe"),
        ("We asked the town.\n\nTom Reed, 38, baker\n\n“The mill will stay,” said Ann Roe.", "Ann Roe"),
        ("According to Ann Roe, “the mill will stay for now”.", "Ann Roe"),
        ("Ann Roe, who had waited outside, said: “The mill will stay.”", "Ann Roe"),
        ("“The mill will stay,” said Ann Roe, adding: “For now.”", "Ann Roe"),
        ("In a statement, Ann Roe said: “The mill will stay.”", "Ann Roe"),
        ("“Will the mill stay?” asked Ann Roe.", "Ann Roe"),
        ("“The mill will stay!” shouted Ann Roe.", "Ann Roe"),
        ("The mill has, Ann Roe testified, “no debts at all”.", "Ann Roe"),
        ("Ann Roe joked: “The mill will outlive us all.”", "Ann Roe"),
        ("Ann Roe tweeted: “The mill will stay.”", "Ann Roe"),
        ("MS ROE: “The mill will stay.”", "MS ROE"),
    ],
)
def test_the_speaker_of_the_sentence_is_found_wherever_it_stands(annotate: Annotate, text: str, expected: str) -> None:
    assert speakers(annotate(text))[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe hoped that one of the biggest changes would be “a school for every village”.", "Ann Roe"),
        ("In a letter to Tom Reed, Ann Roe described the plan as “a folly”.", "Ann Roe"),
        ("Critics of Ann Roe, led by Tom Reed, say her plan would “gut the town”.", "Critics of Ann Roe"),
        ("The plan drew praise from Ann Roe, who called it “long overdue”.", "who"),
        ("Lund is “a town on its knees”, according to Ann Roe.", "Ann Roe"),
        ("The mill is “finished”, Ann Roe believes.", "Ann Roe"),
        ("Tom Reed lost the seat because voters found him “cold”, Ann Roe argued in her book.", "Ann Roe"),
        ("A report by the Reed Trust found the bridge “unfit for lorries”.", "A report"),
        ("The Herald reported that Ann Roe was “ready to go”.", "The Herald"),
        ("Ann Roe praised the crew, thanked the town and vowed to build “a bridge that lasts”.", "Ann Roe"),
        ("While Tom Reed spoke of taxes, Ann Roe promised “no cuts at all”.", "Ann Roe"),
        ("Tom Reed backs “a fair rent” for all.", "Tom Reed"),
        ("The minister's claim that the fund was “empty” surprised Tom Reed.", "The minister's claim"),
    ],
)
def test_words_woven_into_a_sentence_are_somebodys(annotate: Annotate, text: str, expected: str) -> None:
    assert speakers(annotate(text))[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe backs the “Mill Act” (Mill Trust Act) of last year.",
        "Ann Roe said the mill was “a wreck” – Lund had seen it coming for years and nobody there was much surprised.",
    ],
)
def test_a_bracket_or_dash_after_a_few_words_names_no_speaker(annotate: Annotate, text: str) -> None:
    assert speakers(annotate(text))[-1] in (None, "Ann Roe")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The mill will stay,” said Ms Roe's spokesman.", "Ms Roe's spokesman"),
        ("A spokeswoman for the mill said: “It will stay.”", "A spokeswoman"),
        ("“The mill will stay,” police said.", "police"),
        ("“The mill will stay,” a source close to the board said.", "a source close"),
        ("“The mill will stay,” the report says.", "the report"),
        ("“The mill will stay,” one of the owners said.", "one of the owners"),
        ("“The mill will stay,” it added.", "it"),
    ],
)
def test_sources_without_a_name_are_described(annotate: Annotate, text: str, expected: str) -> None:
    assert speakers(annotate(text))[-1] == expected


def test_bodies_and_hidden_sources_are_marked(annotate: Annotate) -> None:
    police = speaker(annotate("“The road is closed,” police said."))
    assert (police.kind, police.collective, police.anonymous) == ("described", True, False)
    source = speaker(annotate("“The road will close,” a source said."))
    assert (source.kind, source.anonymous, source.explained) == ("described", True, False)
    shy = speaker(annotate("“The road will close,” a source said on condition of anonymity."))
    assert shy.explained


@pytest.mark.parametrize(
    "text",
    [
        "“The mill will stay,” Ann Roe said. “It has no debts.”",
        "“The mill,” Ann Roe said, “will stay for years.” “It has no debts.”",
        "Ann Roe said the mill had no debts. “It will stay for years.”",
        "Ann Roe was clear:\n\n“The mill will stay for years.”",
        "Ann Roe left in a hurry, saying the plan was dead. “It will never be built.”",
        "“The mill will stay,” Ann Roe said.\n\n“It has no debts at all.”",
        "Ann Roe called the mill “a wreck” and its owners “thieves”.",
    ],
)
def test_the_speaker_goes_on_until_another_one_speaks(annotate: Annotate, text: str) -> None:
    assert set(speakers(annotate(text))) == {"Ann Roe"}


def test_a_quotation_of_several_paragraphs_is_one_quote_of_one_speaker(annotate: Annotate) -> None:
    assert speakers(annotate("Ann Roe said: “The mill stays.\n\n“It has no debts.”\n\nIt rained.")) == ["Ann Roe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe praised the mill in Lund, calling it “a gift to us all”.", "Ann Roe"),
        ("Ann Roe, in reply to a letter from the board, accused it of “sheer greed”.", "Ann Roe"),
        ("The board of the mill has what Ann Roe calls “a short memory”.", "Ann Roe"),
        ("Ann Roe told the board that the mill was “not for sale”.", "Ann Roe"),
        ("The mill is “not for sale”, Ann Roe told the board.", "Ann Roe"),
        ("Peter Lamb met Ann Roe, who described the plan as “a bad joke”.", "who"),
    ],
)
def test_words_woven_into_a_sentence_are_those_of_whom_it_is_about(
    annotate: Annotate, text: str, expected: str
) -> None:
    assert speakers(annotate(text))[-1] == expected


def test_who_stands_for_the_person_named_before_it(annotate: Annotate) -> None:
    found = speaker(annotate("Peter Lamb met Ann Roe, who described the plan as “a bad joke”."))
    assert found.kind == "pronoun"
    assert found.person is not None
    assert found.person.name == "Ann Roe"


def test_a_pronoun_is_resolved_to_the_person_it_stands_for(annotate: Annotate) -> None:
    found = speaker(annotate("Ann Roe runs the mill.\n\n“It will stay,” she said."))
    assert found.kind == "pronoun"
    assert found.person is not None
    assert found.person.name == "Ann Roe"


def test_a_pronoun_may_stand_for_nobody(annotate: Annotate) -> None:
    assert speaker(annotate("The mill is old.\n\n“It will stay,” she said.")).person is None


def test_somebodys_spokesman_is_not_that_person(annotate: Annotate) -> None:
    assert speaker(annotate("Ann Roe left.\n\n“It will stay,” Ms Roe's spokesman said.")).person is None


@pytest.mark.parametrize(
    "text",
    [
        "The mill is old. The dam is older.\n\n“Nobody will ever pay for this again.”\n\nIt rained.",
        'The mill burned down.\n\n"We lost everything in one night."',
    ],
)
def test_a_quote_that_nobody_is_credited_with_has_no_speaker(annotate: Annotate, text: str) -> None:
    assert speakers(annotate(text))[-1] is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ann Roe bought a copy of “Mill Times”.", ["partial"]),
        ("Peter “Shorty” Lamb left.", ["partial"]),
        ("The so-called “mill tax” is dead.", ["partial"]),
        ("“The mill will stay,” Ann Roe said.", ["direct"]),
        ("The boards are 6\" wide and 5' long.", []),
    ],
)
def test_titles_nicknames_and_scare_quotes_are_no_utterances(annotate: Annotate, text: str, kinds: list[str]) -> None:
    assert [quote.kind for quote in annotate(text).quotes] == kinds


def test_how_far_up_the_last_person_named_stands_is_told(annotate: Annotate) -> None:
    quote = annotate("Ann Roe left.\n\nThe mill is old.\n\n“Nobody will ever pay for this again.”").quotes[-1]
    assert quote.nearest is not None
    assert (quote.nearest.person.name, quote.nearest_where, quote.silent) == ("Ann Roe", "two paragraphs up", 1)


def test_a_pull_quote_is_signed_by_its_last_line(annotate: Annotate) -> None:
    assert speakers(annotate("“The mill will stay, and we shall be poorer for it.\nAnn Roe, the mayor.”")) == [
        "Ann Roe"
    ]


def test_a_sentence_with_thousands_of_quotations_is_read_in_linear_time(annotate: Annotate) -> None:
    found = speakers(annotate("The mayor left; she called it “odd” and " * 4000))
    assert len(found) == 4000
    assert set(found) == {"she"}


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("“We wait,” the Democratic nominee said.", "the Democratic nominee", "described"),
        ("“We wait,” said the Republican candidate.", "the Republican candidate", "described"),
        ("“We wait,” his wife, Ingrid Holm, wrote to the court.", "his wife, Ingrid Holm", "named"),
        (
            "“We wait,” the harbour's chief engineer, Ingrid Holm, said.",
            "the harbour's chief engineer, Ingrid Holm",
            "named",
        ),
        ("“We wait,” the company said.", "the company", "described"),
    ],
)
def test_a_description_is_no_name_unless_a_name_stands_by_it(
    annotate: Annotate, text: str, speaker: str, kind: str
) -> None:
    quote = annotate(text).quotes[0]
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker.kind) == (speaker, kind)


def test_a_name_in_apposition_is_the_person_who_speaks(annotate: Annotate) -> None:
    quote = annotate("Ingrid Holm left in May.\n\n“We wait,” the chief engineer, Ingrid Holm, said.").quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.person is not None
    assert quote.speaker.person.name == "Ingrid Holm"


def test_a_verb_joined_to_the_first_belongs_to_its_subject_not_to_that_of_the_clause(annotate: Annotate) -> None:
    quote = annotate("The chairman recalled that he had once sailed, and added: “Nobody drowned.”").quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.text == "The chairman"


def test_a_speaker_handed_on_is_the_one_that_who_stands_for(annotate: Annotate) -> None:
    text = "The ferry was late again, said Karl Ekman, who called the crew “idle”. “They play cards all day.”"
    quote = annotate(text).quotes[1]
    assert quote.speaker is not None
    assert quote.speaker.text == "Karl Ekman"
