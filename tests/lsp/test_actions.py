"""What an editor offers to do about a finding, and what comes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra lsp")
import yaml
from lsprotocol import types

from factlint.lsp.configuring import NotWrittenError, with_entry
from tests.lsp.editor import Editor, ranges

STORY = "Mayor opens bridge\n\nThe mayor opened the bridge on Friday. /EPA\n"


def done(text: str, edits: list[types.TextEdit]) -> str:
    """A text of plain letters with an editor's changes."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start = starts[edit.range.start.line] + edit.range.start.character
        end = starts[edit.range.end.line] + edit.range.end.character
        text = text[:start] + edit.new_text + text[end:]
    return text


def changed(editor: Editor, name: str, text: str, action: types.CodeAction) -> str:
    assert action.edit
    assert action.edit.changes
    return done(text, list(action.edit.changes[editor.uri(name)]))


def test_a_finding_is_mended(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        action = (await editor.actions("a.txt", 2, 40))["Mend it: delete “/EPA”"]
        assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
        assert changed(editor, "a.txt", STORY, action) == STORY.replace(" /EPA", "")

    play(scene)


def test_all_that_can_be_mended_safely_is_mended_at_once(play: Callable[..., None]) -> None:
    text = STORY.replace("opened", "opened the the") + "\nIt rained. /AFP\n"

    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", text)
        for only in ("source", "source.fixAll", "source.fixAll.factlint"):
            ((title, action),) = (await editor.actions("a.txt", 0, 0, [only])).items()
            assert title == "Mend all that can be mended safely"
        assert "/" not in changed(editor, "a.txt", text, action)
        assert await editor.actions("a.txt", 0, 0, ["refactor"]) == {}

    play(scene)


def test_a_change_is_made_to_the_version_that_it_is_meant_for(play: Callable[..., None]) -> None:
    edits = types.WorkspaceEditClientCapabilities(document_changes=True)

    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        await editor.change("a.txt", 2, "\n" + STORY)
        action = (await editor.actions("a.txt", 3, 40))["Mend it: delete “/EPA”"]
        assert action.edit
        assert action.edit.document_changes
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == 2

    play(scene, workspace=types.WorkspaceClientCapabilities(workspace_edit=edits))


@pytest.mark.parametrize(
    ("name", "note"),
    [("a.txt", "[factlint: ignore RES101]"), ("a.md", "<!-- factlint: ignore RES101 -->")],
)
def test_a_note_in_the_text_lets_a_finding_stand(play: Callable[..., None], name: str, note: str) -> None:
    text = STORY if name == "a.txt" else "# " + STORY

    async def scene(editor: Editor) -> None:
        await editor.open(name, text, "markdown" if name == "a.md" else "plaintext")
        action = (await editor.actions(name, 2, 40))["Let RES101 stand in this paragraph (a note in the text)"]
        noted = changed(editor, name, text, action)
        assert noted == text.replace("/EPA", f"/EPA {note}")
        assert await editor.change(name, 2, noted) == []

    play(scene)


def test_a_finding_is_accepted_with_a_reason(play: Callable[..., None], tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        await editor.run((await editor.actions("a.txt", 2, 40))["Accept RES101: checked with the source"])
        await editor.wait(lambda: editor.shown[editor.uri("a.txt")] == [] and bool(editor.messages))
        assert editor.messages == ["RES101 is accepted, in factlint-accepted.yml."]
        (entry,) = yaml.safe_load((tmp_path / "factlint-accepted.yml").read_text(encoding="utf-8"))
        assert {key: entry[key] for key in ("code", "file", "words", "by", "reason")} == {
            "code": "RES101",
            "file": "a.txt",
            "words": "/EPA",
            "by": "A. Lee",
            "reason": "checked with the source",
        }

    play(scene)


def test_an_editor_that_can_ask_asks_for_the_reason(play: Callable[..., None], tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        action = (await editor.actions("a.txt", 2, 40))["Accept RES101 with a reason …"]
        assert action.command
        assert action.command.command == "factlint.askReason"
        assert list(action.command.arguments or ()) == [editor.uri("a.txt"), "RES101", 59, 63]
        given = [*action.command.arguments, "The agency wants it so."]
        await editor.client.workspace_execute_command_async(types.ExecuteCommandParams("factlint.accept", given))
        await editor.wait(lambda: editor.shown[editor.uri("a.txt")] == [])
        assert "The agency wants it so." in (tmp_path / "factlint-accepted.yml").read_text(encoding="utf-8")

    play(scene, options={"asksForReason": True})


def test_a_finding_that_is_gone_cannot_be_accepted(play: Callable[..., None], tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        action = (await editor.actions("a.txt", 2, 40))["Accept RES101: checked with the source"]
        await editor.change("a.txt", 2, STORY.replace("The mayor", "A mayor"))
        await editor.run(action)
        await editor.wait(lambda: editor.messages == ["There is no such finding any more."])
        assert not (tmp_path / "factlint-accepted.yml").exists()

    play(scene)


def test_a_name_that_every_reader_knows_goes_to_the_configuration(play: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("# Ours.\nselect: [NAM102]\n", encoding="utf-8")
    text = (
        "Cup is won\n\nThe cup was won on Friday in Lund by the team of the town.\n\n"
        "“It was the best day of the year for the club,” Messi said.\n\nThe game was watched by 300 people.\n"
    )

    async def scene(editor: Editor) -> None:
        assert ranges(await editor.open("a.txt", text)) == ["4:48-53 NAM102"]
        action = (await editor.actions("a.txt", 4, 50))["Every reader knows Messi: add to the configuration"]
        await editor.run(action)
        await editor.wait(lambda: editor.shown[editor.uri("a.txt")] == [])
        assert (tmp_path / "factlint.yml").read_text(encoding="utf-8") == (
            "# Ours.\nselect: [NAM102]\nknown: [Messi]\n"
        )

    play(scene)


def test_a_word_goes_to_a_configuration_of_its_own_where_there_is_none(
    play: Callable[..., None], tmp_path: Path
) -> None:
    text = "Council sells land\n\nThe council sold the land for a million. The plan was passed by the PDLB in May.\n"

    async def scene(editor: Editor) -> None:
        assert "2:68-72 NAM207" in ranges(await editor.open("a.txt", text))
        actions = await editor.actions("a.txt", 2, 70)
        await editor.run(actions["“PDLB” is right: add to acronyms-known in the configuration"])
        await editor.wait(lambda: "NAM207" not in str(ranges(editor.shown[editor.uri("a.txt")])))
        assert (tmp_path / "factlint.yml").read_text(encoding="utf-8") == "words:\n  acronyms-known: [PDLB]\n"

    play(scene)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "known: [Roe]\n"),
        ("ignore: [A] # why", "ignore: [A] # why\nknown: [Roe]\n"),
        ("known: [Lee] # x\nignore: []\n", "known: [Lee, Roe] # x\nignore: []\n"),
        ("known: []\n", "known: [Roe]\n"),
        ("known:\nignore: []\n", "known: [Roe]\nignore: []\n"),
        ("known: Lee\n", "known: [Lee, Roe]\n"),
        ("known:\n  - Lee # one\n\n# two\nignore: []\n", "known:\n  - Lee # one\n  - Roe\n\n# two\nignore: []\n"),
        ("{known: [Lee]}", "{known: [Lee, Roe]}"),
        ("known: [Roe]\r\n", "known: [Roe]\r\n"),
    ],
)
def test_a_configuration_keeps_everything_else_as_it_was(before: str, after: str) -> None:
    got = with_entry(before, "factlint.yml", ("known",), "Roe")
    assert got == after or (before.startswith("known:\n  -") and yaml.safe_load(got) == yaml.safe_load(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[tool.factlint]\nselect = ['QUO']\n", "[tool.factlint]\nknown = [\"Roe\"]\nselect = ['QUO']\n"),
        ("[tool.factlint]\nknown = ['Lee']\n", "[tool.factlint]\nknown = [\"Roe\", 'Lee']\n"),
    ],
)
def test_so_does_a_pyproject(before: str, after: str) -> None:
    assert with_entry(before, "pyproject.toml", ("known",), "Roe") == after


def test_words_that_mean_something_in_yaml_are_quoted() -> None:
    got = with_entry("words: {a: [b]}\n", "factlint.yml", ("words", "speech-verbs"), "yes")
    assert got == 'words: {speech-verbs: ["yes"], a: [b]}\n'


def test_a_configuration_that_would_not_stay_right_is_left_alone() -> None:
    for file, text in (("factlint.yml", "known: {Lee: 1}\n"), ("pyproject.toml", "[tool.factlint.words]\na = ['b']\n")):
        with pytest.raises(NotWrittenError):
            with_entry(text, file, ("words", "speech-verbs") if file.endswith("toml") else ("known",), "Roe")
