"""What stands before a pronoun that it could refer to, and how many sentences back."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "named", "described"),
    [
        ("It rained all night. He was late.", None, None),
        ("Carl Holm spoke. He was late.", 1, None),
        ("Anna Lind spoke. He was late.", None, None),
        ("Carl Holm spoke. It rained. The road was closed. He was late.", 3, None),
        ("Carl Holm spoke. He sat down. The road was closed. He was late.", 2, None),
        (
            "Carl Holm spoke. “It rained. The road was closed. We lost a day. He was late,” Anna Lind said. He left.",
            2,
            None,
        ),
        ("A spokesman answered. He was late.", None, 1),
        ("A spokeswoman answered. He was late.", None, None),
        ("A Department for Work and Pensions spokesman answered. He was late.", None, 1),
        ("Somebody shouted. It rained. He was late.", None, 2),
        ("The Republican majority grew. He was late.", None, None),
        ("“The driver slept,” the report says. He was late.", None, None),
        ("Anna Lind, the mayor, spoke. He was late.", None, None),
        ("Party leader Anna Lind spoke. The leader sat down. He was late.", None, None),
        ("Anna Lind is a nurse. He was late.", None, None),
        ("Players met. He was late.", None, None),
    ],
)
def test_what_a_pronoun_could_refer_to_and_how_far_back(
    annotate: Annotate, text: str, named: int | None, described: int | None
) -> None:
    pronoun = annotate(text).pronouns[-1]
    assert (pronoun.named_back, pronoun.described_back) == (named, described)


def test_the_last_person_who_fits_is_told(annotate: Annotate) -> None:
    pronoun = annotate("Carl Holm met Peter Berg. Anna Lind came too. He left.").pronouns[-1]
    assert pronoun.fitting is not None
    assert pronoun.fitting.name == "Peter Berg"


def test_what_is_said_in_a_quotation_does_not_explain_a_pronoun_outside_it(annotate: Annotate) -> None:
    facts = annotate("“He lies,” the paper wrote. He was late.")
    assert [p.named_back for p in facts.pronouns] == [None, None]


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Carl Holm spoke.\n\nLitany of mistakes\n\nHe left early on Monday.", 1),
        ("Carl Holm spoke. (It rained all day long.) He left.", 1),
        ("Carl Holm spoke.\n\nAnna Lind writes:\n\nIt was late. Nobody slept. The road was shut.\n\nHe left.", 2),
        ("Carl Holm spoke.\n\nAnna Lind wrote on Monday.\n\nIt was late. Nobody slept. It rained.\n\nHe left.", 5),
    ],
)
def test_what_does_not_carry_the_story_on_is_not_counted(annotate: Annotate, text: str, back: int) -> None:
    assert annotate(text).pronouns[-1].named_back == back


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("It rained. Thant Zin Mar Oo came to the palace. She left.", 1),
        ("It rained. The Oslo Water Board met. She left.", None),
        ("Okonkwo & Daughter. She draws and sings.", 1),
        ("Slow train. She draws and sings.", None),
        ("It rained. Carl Holm spoke. He left.", None),
    ],
)
def test_a_name_that_may_be_a_persons_is_told(annotate: Annotate, text: str, back: int | None) -> None:
    assert annotate(text).pronouns[-1].maybe_back == back


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("He was late. It rained. Carl Holm spoke.", 2),
        ("He was late, and now Carl Holm is ill.", 0),
        ("He was late. Anna Lind spoke.", None),
    ],
)
def test_how_far_ahead_the_name_comes_is_told(annotate: Annotate, text: str, ahead: int | None) -> None:
    assert annotate(text).pronouns[0].named_ahead == ahead


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Home again\n\nHe was late that day.\n\nCarl Holm spoke.", True),
        ("Home again\n\nBut he was late that day.\n\nCarl Holm spoke.", False),
        ("Home again\n\nIt rained all day.\n\nHe was late that day.", False),
    ],
)
def test_the_first_paragraph_is_told_unless_it_goes_on_from_something(
    annotate: Annotate, text: str, lead: bool
) -> None:
    assert annotate(text).pronouns[0].in_lead is lead


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("A dog barked. He was late.", 1),
        ("The lion's share was gone. He was late.", None),
        ("There was a man at the door. He was late.", 1),
        ("It helps people to sleep. He was late.", None),
        ("The oil giant Norvik has dug a well. He was late.", None),
        ("They put it on the web. He was late.", None),
        ("He will be charged with fraud on the eve of the vote. He was late.", None),
        ("Oslo has more rain than the UK. The UK has more fog. He was late.", None),
        ("Anna Lind was a nurse at the time. He was late.", None),
        ("His rival asked for more. He was late.", 1),
        ("The leader of the Oslo Water Board, Anna Lind, spoke. He was late.", None),
        ("Everyone knows what he wants.", 0),
        ("Everyone spoke. He was late.", None),
    ],
)
def test_whoever_is_spoken_of_without_a_name_is_told(annotate: Annotate, text: str, described: int | None) -> None:
    assert annotate(text).pronouns[-1].described_back == described


@pytest.mark.parametrize(
    ("text", "sexed"),
    [
        ("A waitress fell. It rained. She was late.", 2),
        ("A waiter fell. A driver fell. She was late.", None),
        ("It rained. She was late.", None),
    ],
)
def test_a_noun_that_says_woman_is_told_however_far_back(annotate: Annotate, text: str, sexed: int | None) -> None:
    assert annotate(text).pronouns[-1].sexed_back == sexed


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Carl Holm and Peter Berg met. He left.", "Carl Holm"),
        ("Carl Holm & Peter Berg won. He left.", "Carl Holm"),
        ("Carl Holm and Mr Berg met. He left.", "Carl Holm"),
        ("Anna Lind and Peter Berg met. He left.", None),
        ("Carl Holm met Peter Berg. He left.", None),
        ("Carl Holm and Peter Berg met. Berg spoke. He left.", None),
        ("Paul Dahl met Carl Holm and Peter Berg. He left.", None),
        ("“Carl Holm and Peter Berg met,” Anna Lind said. He left.", None),
        ("Carl Holm sang and danced with Peter Berg. He left.", None),
    ],
)
def test_who_was_named_in_one_breath_is_told(annotate: Annotate, text: str, beside: str | None) -> None:
    pronoun = annotate(text).pronouns[-1]
    assert (pronoun.beside.name if pronoun.beside else None) == beside


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Carl Holm, the mayor, left. Peter Berg thanked the mayor. He smiled.", "Carl Holm"),
        ("Mayor Carl Holm left. Peter Berg missed the mayor's speech. He smiled.", "Carl Holm"),
        ("Carl Holm, the mayor, left. The mayor was tired. He smiled.", None),
        ("Carl Holm, the mayor, left. Peter Berg thanked a mayor. He smiled.", None),
        ("Anna Lind, the mayor, left. Peter Berg thanked the mayor. He smiled.", None),
        ("Carl Holm, the mayor, left. Peter Berg said he liked the mayor. He smiled.", None),
    ],
)
def test_who_was_spoken_of_by_office_since_the_last_name_is_told(
    annotate: Annotate, text: str, office: str | None
) -> None:
    pronoun = annotate(text).pronouns[-1]
    assert (pronoun.office.name if pronoun.office else None) == office


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("Carl Holm left. It was late. “The road was closed,” he added.", True),
        ('Carl Holm left. It was late. "The road was closed," added he.', True),
        ("Carl Holm said so. “The road was closed,” he added.", False),
        ("“It was late,” Carl Holm wrote. “The road was closed,” he added.", False),
        ("Carl Holm called it “a shame”. “The road was closed,” he added.", False),
        ("Carl Holm left. It was late. “The road was closed,” he said.", False),
        ("Carl Holm left. It was late. He added salt.", False),
    ],
)
def test_what_is_added_to_nothing_is_told(annotate: Annotate, text: str, adds: bool) -> None:
    assert annotate(text).pronouns[-1].adds is adds


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Carl Holm spoke.\n\nIt rained all day.\n\nHe left.", 2),
        ("Carl Holm spoke.\n\nHe left.", 1),
        ("Carl Holm spoke. He left.", 0),
        ("It rained.\n\nHe left.", None),
    ],
)
def test_the_paragraphs_back_are_counted(annotate: Annotate, text: str, back: int | None) -> None:
    assert annotate(text).pronouns[-1].paragraphs_back == back
