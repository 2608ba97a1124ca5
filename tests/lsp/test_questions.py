"""What an editor asks about a place: who this is, what a figure is held against, where somebody is introduced."""

from collections.abc import Callable

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra lsp")
from lsprotocol import types

from tests.lsp.editor import Editor

STORY = """\
Harbour wall to be rebuilt

The harbour wall at Eastby will be rebuilt, the council said on Tuesday.

Maria Okafor, the council leader, said the work would cost £4.5 million. “We have waited long enough,” she said.

Fish landings rose 50 percent to 1,200 tonnes from 800 tonnes, according to the port. Okafor, 52, welcomed that.
"""
NESTING = {
    "text_document": types.TextDocumentClientCapabilities(
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True)
    )
}


def place(words: str, nth: int = 0) -> tuple[int, int]:
    """The line and column of some words of the story."""
    at = -1
    for _ in range(nth + 1):
        at = STORY.index(words, at + 1)
    return STORY.count("\n", 0, at), at - (STORY.rfind("\n", 0, at) + 1)


def words(found: types.Range) -> str:
    line = STORY.split("\n")[found.start.line]
    return line[found.start.character : found.end.character]


def test_a_name_tells_who_this_is_where_introduced_and_what_was_said(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        about = await editor.hover("a.txt", *place("Okafor", 1))
        assert about.split("\n\n") == [
            "**Maria Okafor**, leader, 52 years old",
            "Introduced in line 5: “Maria Okafor, the council leader, said the work would cost £4.5 million.”",
            "Named 2 times, meant by one pronoun, quoted once.",
            "- Line 5: “We have waited long enough,”",
        ]
        assert "“she” stands for Maria Okafor here." in await editor.hover("a.txt", *place("she said"))

    play(scene)


def test_a_figure_tells_what_it_counts_its_source_and_what_it_is_held_against(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        about = await editor.hover("a.txt", *place("50 percent"))
        assert about.startswith("**50 percent**: percent\n\nSource: the port.\n\n- Agrees with the rest: ")

    play(scene)


def test_a_finding_tells_what_to_do_and_why(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY.replace("50 percent", "70 percent"))
        about = (await editor.hover("a.txt", *place("50 percent"))).split("\n\n")
        assert about[0] == "**error FIG101** percent-wrong"
        assert about[2].startswith("**What to do:** ")
        assert about[3].startswith("**Why:** ")
        assert about[4].startswith("[More about FIG101](file:///")
        assert about[4].endswith("/figures/percent-wrong.yml)")

    play(scene)


def test_the_outline_has_quotes_with_speakers_people_figures_and_dates(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri("a.txt")))
        found = await editor.client.text_document_document_symbol_async(params)
        tree = {symbol.name: [(child.name, child.detail) for child in symbol.children or ()] for symbol in found or ()}
        assert tree["Quotes"] == [("“We have waited long enough,”", "Maria Okafor")]
        assert [name for name, _ in tree["People"]] == ["Maria Okafor"]
        assert {"£4.5 million", "50 percent", "1,200 tonnes", "800 tonnes"} <= {name for name, _ in tree["Figures"]}
        assert [name for name, _ in tree["Dates"]] == ["Tuesday"]
        assert next(iter(tree)) == "Harbour wall to be rebuilt"

    play(scene, **NESTING)


def test_an_editor_without_levels_has_the_outline_as_a_list(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri("a.txt")))
        found = await editor.client.text_document_document_symbol_async(params)
        rows = {(symbol.name, symbol.container_name) for symbol in found or () if hasattr(symbol, "container_name")}
        assert ("“We have waited long enough,”: Maria Okafor", "Quotes") in rows

    play(scene)


def test_a_pronoun_leads_to_the_introduction_and_a_person_to_every_place(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        where = editor.at("a.txt", *place("she said"))
        found = await editor.client.text_document_definition_async(types.DefinitionParams(**where))
        assert isinstance(found, types.Location)
        assert (found.range.start.line, words(found.range)) == (4, "Maria Okafor")
        for declared, expected in ((True, ["Maria Okafor", "she", "Okafor"]), (False, ["she", "Okafor"])):
            asked = types.ReferenceParams(context=types.ReferenceContext(declared), **where)
            places = await editor.client.text_document_references_async(asked)
            assert [words(one.range) for one in places or ()] == expected
        marked = await editor.client.text_document_document_highlight_async(types.DocumentHighlightParams(**where))
        assert [words(one.range) for one in marked or ()] == ["Maria Okafor", "she", "Okafor"]

    play(scene)


def test_a_place_without_anything_has_no_answer(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        assert await editor.hover("a.txt", 1, 0) == ""
        where = editor.at("a.txt", 99, 99)
        assert await editor.client.text_document_definition_async(types.DefinitionParams(**where)) is None

    play(scene)
