"""What an article says is not to be reported is not; what it says in vain is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.compiled import product
from factlint.read import Format
from tests.lint.conftest import lint, rule

BRIDGE = rule("flag: text\npattern: '\\bbridge\\b'", "XYZ101", "a-bridge")
ROAD = rule("flag: text\npattern: '\\broad\\b'", "XYZ201", "a-road")
NOTE = rule("flag: text\nseverity: note\npattern: '\\bpath\\b'", "XYZ301", "a-path")
ABOUT = tuple(one for one in product().rules if one.flag == "suppression")


def left(text: str, format: Format = "plain") -> list[str]:
    """The words flagged as a bridge or a road, each with the number of its line."""
    return [
        f"{text.count(chr(10), 0, finding.start) + 1} {text[finding.start : finding.end]}"
        for finding in lint(text, BRIDGE, ROAD, format=format)
    ]


def told(text: str) -> list[str]:
    """What is said of the directives themselves."""
    return [f"{f.code} {f.message}" for f in lint(text, BRIDGE, ROAD, *ABOUT, among=(NOTE,)) if f.code[:3] == "SUP"]


# ---------------------------------------------------------------------------------------------------- a paragraph


@pytest.mark.parametrize("format", ["plain", "markdown"])
@pytest.mark.parametrize("directive", ["[factlint: ignore XYZ101]", "<!-- factlint: ignore XYZ101 -->"])
@pytest.mark.parametrize(
    "place", ["{}\n\nThe bridge.", "{}\nThe bridge.", "The bridge. {}", "{} The bridge.", "The {} bridge."]
)
def test_ignore_holds_for_its_paragraph(format: Format, directive: str, place: str) -> None:
    assert left(f"A bridge.\n\n{place.format(directive)}\n\nOne bridge.", format) == [
        "1 bridge",
        f"{5 + 2 * place.count(chr(10) * 2) + (place.count(chr(10)) == 1)} bridge",
    ]


def test_ignore_holds_for_what_it_names() -> None:
    article = "The road to the bridge. [factlint: ignore {}]"
    assert left(article.format("XYZ101")) == ["1 road"]
    assert left(article.format("a-road")) == ["1 bridge"]
    assert left(article.format("XYZ2")) == ["1 bridge"]
    assert left(article.format("XYZ101 XYZ201")) == []
    assert left(article.format("XYZ")) == []
    assert left(article.format("ALL")) == []
    assert left(article.format("")) == []
    assert left(article.format("a-ro")) == ["1 road", "1 bridge"]
    assert left(article.format("Z101")) == ["1 road", "1 bridge"]


def test_a_directive_under_the_last_paragraph_has_none_to_hold_for() -> None:
    assert left("The bridge.\n\n[factlint: ignore]") == ["1 bridge"]


# ---------------------------------------------------------------------------------------------------- ranges and files


def test_off_holds_up_to_on_or_to_the_end() -> None:
    article = "A bridge.\n\n[factlint: off XYZ101]\n\nThe bridge and a road.\n\n{}\n\nOne bridge."
    assert left(article.format("[factlint: on XYZ101]")) == ["1 bridge", "5 road", "9 bridge"]
    assert left(article.format("[factlint: on]")) == ["1 bridge", "5 road", "9 bridge"]
    assert left(article.format("[factlint: on XYZ201]")) == ["1 bridge", "5 road"]
    assert left(article.format("")) == ["1 bridge", "5 road"]


def test_on_turns_one_rule_on_again_where_all_are_off() -> None:
    assert left("[factlint: off]\n\nA bridge, a road.\n\n[factlint: on XYZ2]\n\nA bridge, a road.") == ["7 road"]


def test_off_begins_in_the_middle_of_a_line() -> None:
    assert left("A bridge [factlint: off] and a bridge [factlint: on] and a bridge.") == ["1 bridge", "1 bridge"]


def test_ignore_file_holds_wherever_it_stands() -> None:
    assert left("A bridge.\n\nA road.\n\nA bridge. [factlint: ignore-file XYZ101]") == ["3 road"]


# ---------------------------------------------------------------------------------------------------- what is told


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    assert told("A bridge. [factlint: ignore XZY101, XYZ101]") == [
        "SUP102 There is no rule “XZY101”; the nearest name is “XYZ101”."
    ]


def test_a_rule_that_is_off_is_no_unknown_one_and_not_in_vain() -> None:
    assert told("A bridge. [factlint: ignore XYZ301, XYZ101]") == []


def test_a_directive_in_vain_is_told() -> None:
    assert told("A bridge. [factlint: ignore XYZ101, XYZ201]") == [
        "SUP103 “[factlint: ignore XYZ101, XYZ201]” keeps nothing back for XYZ201: no such problem is here."
    ]
    assert told("A path.\n\n[factlint: off]\n\nA path.") == [
        "SUP103 “[factlint: off]” keeps nothing back for ALL: no such problem is here."
    ]


@pytest.mark.parametrize("words", ["", "XYZ101", "ignored XYZ101", "on XYZ101"])
def test_a_directive_without_a_meaning_is_told(words: str) -> None:
    assert told(f"A bridge. [factlint: {words}]") == [
        f"SUP101 “[factlint: {words}]” has no effect: factlint cannot tell what is to be left unreported."
    ]


def test_what_is_said_of_directives_is_not_kept_back_by_them() -> None:
    assert len(told("[factlint: ignore-file]\n\nA path. [factlint: ignore-fiel]")) == 2


# ---------------------------------------------------------------------------------------------------- all the ways

CODES = ("", "XYZ101", "XYZ201", "XYZ", "a-road")
FITS = {"": {"bridge", "road"}, "XYZ101": {"bridge"}, "XYZ201": {"road"}, "XYZ": {"bridge", "road"}, "a-road": {"road"}}
_PARAGRAPH = st.tuples(
    st.sampled_from(["A bridge.", "A road.", "A road to the bridge."]), st.none() | st.sampled_from(CODES)
)
_SWITCH = st.tuples(st.sampled_from(["off", "on"]), st.sampled_from(CODES))


@given(st.lists(_PARAGRAPH | _SWITCH), st.sampled_from(["plain", "markdown"]))
def test_exactly_what_directives_say_is_kept_back(parts: list[tuple[str, str | None]], format: Format) -> None:
    lines, expected = ["Of the valley."], []  # a headline of its own: one that the text says again is read once
    off: set[str] = set()
    for number, (words, code) in enumerate(parts, start=1):
        line = 2 * number + 1
        if words in ("off", "on"):
            assert code is not None
            lines.append(f"[factlint: {words} {code}]")
            off = off | FITS[code] if words == "off" else off - FITS[code]
            continue
        lines.append(words if code is None else f"{words} <!-- factlint: ignore {code} -->")
        hidden = off | (FITS[code] if code is not None else set())
        expected += [f"{line} {word}" for word in words.strip(".").split() if word in {"bridge", "road"} - hidden]
    assert left("\n\n".join(lines), format) == expected
