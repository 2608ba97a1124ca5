"""A rule's own examples: each comes out as it says, or is told with the place that differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.examples import Outcome, run_examples
from factlint.lint.marks import MarkError, unmark
from factlint.lint.rule import Gap
from factlint.lint.rulebook import Rulebook
from tests.lint.conftest import LEXICON, rule

BRIDGE = rule("flag: text\npattern: '\\bbridge\\b'")


def outcome(kind: str, text: str) -> Outcome:
    """What comes of one example."""
    only = BRIDGE._replace(flagged=(), passed=(), known_gaps=())
    example = (Gap(text, "a reason"),) if kind == "known_gaps" else (text,)
    (one,) = run_examples(only._replace(**{kind: example}), Rulebook((only,), LEXICON))
    return one


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("flagged", "The [[bridge]] shut."),
        ("flagged", "The [[bridge]] shut.\n\nThe old [[bridge]] did not."),
        ("flagged", "# The [[bridge]]\n\n`bridge`"),
        ("passed", "The bridges shut."),
        ("known_gaps", "The [[viaduct]] shut."),
        ("known_gaps", "The game is called bridge."),
        ("known_gaps", "The [[bridge]] and the [[viaduct]] shut."),
    ],
)
def test_examples_that_come_out_as_they_say(kind: str, text: str) -> None:
    assert outcome(kind, text).right


OTHER_PLACE = (("not flagged", "old bridge"), ("flagged wrongly", "bridge"))


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("flagged", "The [[road]] shut.", ["  not flagged: line 1: “road”"]),
        ("flagged", "An [[old bridge]].", [f"  {what}: line 1: “{at}”" for what, at in OTHER_PLACE]),
        ("flagged", "The [[bridge]] shut.\n\nThe bridge did.", ["  flagged wrongly: line 3: “bridge”"]),
        ("passed", "The bridge shut.", ["  flagged wrongly: line 1: “bridge”"]),
    ],
)  # fmt: skip
def test_examples_that_do_not_are_told_with_the_place(kind: str, text: str, said: list[str]) -> None:
    one = outcome(kind, text)
    assert not one.right
    assert str(one).splitlines() == [f"XYZ101 a-rule: {kind} 1:", *said]


def test_a_gap_that_has_closed_is_told() -> None:
    one = outcome("known_gaps", "The [[bridge]] shut.")
    assert not one.right
    assert str(one) == "XYZ101 a-rule: known_gaps 1 is no gap any more: make it a flagged or a passed example."


# ---------------------------------------------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("no marks", "no marks", ()),
        ("[[a]] b [[c]]", "a b c", ((0, 1), (4, 5))),
        ("[[[NAME]]]", "[NAME]", ((0, 6),)),
        ("[a] [[b]]", "[a] b", ((4, 5),)),
        ("[[a [[b]] c]]", "a b c", ((0, 5), (2, 3))),
        ("[[a\n\nb]]", "a\n\nb", ((0, 4),)),
    ],
)
def test_marks_enclose_places(marked: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert unmark(marked) == (text, spans)


@pytest.mark.parametrize("marked", ["[[a", "a]]", "]]a[[", "[[]]a", "[[a]] [["])
def test_marks_pair_and_enclose_something(marked: str) -> None:
    with pytest.raises(MarkError):
        unmark(marked)


@given(st.lists(st.tuples(st.text("ab \n", max_size=3), st.text("cd", min_size=1, max_size=3))))
def test_marked_places_are_found_where_they_stand(parts: list[tuple[str, str]]) -> None:
    text, spans = unmark("".join(f"{before}[[{inside}]]" for before, inside in parts))
    assert text == "".join(before + inside for before, inside in parts)
    assert [text[start:end] for start, end in spans] == [inside for _, inside in parts]
