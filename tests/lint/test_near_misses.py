"""Notes to factlint that are nearly right: they keep nothing back, and are told with the right form."""

import pytest

from factlint.api import lint_text

CREDIT = "The mayor opened the bridge. /EPA\n"


@pytest.mark.parametrize(
    ("note", "right"),
    [
        ("<!-- factlint-disable -->", "<!-- factlint: off -->"),
        ("<!-- factlint-disable RES101 -->", "<!-- factlint: off RES101 -->"),
        ("<!-- factlint-disable-next-line RES101, NAM -->", "<!-- factlint: ignore RES101 NAM -->"),
        ("<!-- factlint ignore RES101 -->", "<!-- factlint: ignore RES101 -->"),
        ("<!-- factlint : skip -->", "<!-- factlint: ignore -->"),
        ("<!--factlint-ignore-file-->", "<!-- factlint: ignore-file -->"),
        ("<!-- factlint: disable-file RES -->", "<!-- factlint: ignore-file RES -->"),
        ("<!-- factlint: noqa -->", "<!-- factlint: ignore -->"),
        ("<!-- factlint_disable RES101 -->", "<!-- factlint: off RES101 -->"),
        ("<!-- fact-lint: ignore RES101 -->", "<!-- factlint: ignore RES101 -->"),
        ("<!-- fact lint disable -->", "<!-- factlint: off -->"),
        ("[//]: # (factlint-disable RES101)", "[factlint: off RES101]"),
        ("[factlint ignore RES101]", "[factlint: ignore RES101]"),
        ("[factlint-disable RES101]", "[factlint: off RES101]"),
    ],
)
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_it_is_told_with_the_right_form(note: str, right: str, path: str) -> None:
    slip, credit = lint_text(f"{note}\n\n{CREDIT}", path=path, select=["SUP", "RES101"])
    assert (slip.code, credit.code) == ("SUP101", "RES101")
    assert slip.help is not None
    assert f"{right} " in slip.help.replace("”", "")


@pytest.mark.parametrize(
    "text",
    [
        "See [factlint](http://a.org).",
        "See [factlint docs](http://a.org).",
        "A factlint-disabled page.",
        "`<!-- factlint-x -->`",
        "<!-- factlinted by the desk -->",
        "[//]: # (the desk)",
    ],
)
def test_what_is_no_note_is_left_alone(text: str) -> None:
    assert lint_text(text + "\n", path="a.md", select=["SUP"]) == ()
