"""Diagnostics in an editor: what the command line would say, at the columns that the editor counts."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra lsp")
from lsprotocol import types
from pygls.uris import to_fs_path

from tests.lsp.editor import Editor, ranges

STORY = "Mayor opens bridge\n\nThe mayor opened the bridge on Friday. /EPA\n"
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))

PULLS = {"text_document": types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())}


def encoded(*kinds: types.PositionEncodingKind) -> dict[str, object]:
    return {"general": types.GeneralClientCapabilities(position_encodings=list(kinds))}


def test_an_article_that_is_opened_is_checked(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        (found,) = await editor.open("a.txt", STORY)
        assert found == types.Diagnostic(
            types.Range(types.Position(2, 39), types.Position(2, 43)),
            "“/EPA” is a picture's credit, left in the text.",
            types.DiagnosticSeverity.Error,
            "RES101",
            source="factlint",
            data={"rule": "credit-left"},
        )

    play(scene)


def test_the_name_of_a_file_may_have_spaces_accents_and_signs_however_the_editor_writes_it(
    play: Callable[..., None],
) -> None:
    async def scene(editor: Editor) -> None:
        for name in ("my%20story.txt", "caf%C3%A9.txt", "caf%c3%a9.txt", "50%25.txt", "a%26b%23c.txt"):
            uri = f"{editor.folder.as_uri()}/{name}"
            assert [found.code for found in await editor.open("", STORY, uri=uri)] == ["RES101"]

    play(scene)


def test_related_places_and_where_the_rule_is_told_go_to_editors_that_show_them(
    play: Callable[..., None],
) -> None:
    told = types.PublishDiagnosticsClientCapabilities(related_information=True, code_description_support=True)

    async def scene(editor: Editor) -> None:
        found = next(d for d in await editor.open("a.txt", SEED.read_text(encoding="utf-8")) if d.code == "PRO103")
        assert found.code_description
        rule = Path(to_fs_path(found.code_description.href) or "")
        assert rule.read_text(encoding="utf-8").startswith("code: PRO103\n")
        assert found.related_information is not None
        assert {place.location.uri for place in found.related_information} == {editor.uri("a.txt")}
        (editor.folder / "house").mkdir()
        site = "pages: https://pages.example.org/factlint/\n"
        (editor.folder / "house" / "factlint.yml").write_text(site, encoding="utf-8")
        found = next(
            d for d in await editor.open("house/b.txt", SEED.read_text(encoding="utf-8")) if d.code == "PRO103"
        )
        assert found.code_description
        assert found.code_description.href == "https://pages.example.org/factlint/rules/PRO103/"

    play(scene, text_document=types.TextDocumentClientCapabilities(publish_diagnostics=told))


def test_what_is_typed_is_checked_once_when_the_typing_rests(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        for version in range(2, 7):
            editor.send("a.txt", version, STORY[: -10 + version])
        assert await editor.change("a.txt", 7, STORY.replace(" /EPA", "")) == []
        assert editor.publications == 2

    play(scene)


def test_a_closed_article_has_nothing_said_about_it(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        await editor.open("a.txt", STORY)
        document = types.TextDocumentIdentifier(editor.uri("a.txt"))
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        await editor.wait(lambda: editor.shown[editor.uri("a.txt")] == [])

    play(scene)


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        (types.PositionEncodingKind.Utf8, 51),
        (types.PositionEncodingKind.Utf16, 44),
        (types.PositionEncodingKind.Utf32, 42),
    ],
)
def test_columns_are_counted_as_the_editor_asks(
    play: Callable[..., None], kind: types.PositionEncodingKind, column: int
) -> None:
    line = "The mayor opened\tZoë’s 🎉🎉 fair on Friday. /EPA"

    async def scene(editor: Editor) -> None:
        found = await editor.open("a.txt", f"Mayor opens bridge\r\n\r\n{line}\r\n")
        assert f"2:{column}-{column + 4} RES101" in ranges(found)
        assert "RES101" in await editor.hover("a.txt", 2, column + 1)
        assert "RES101" not in await editor.hover("a.txt", 2, column - 5)

    play(scene, **encoded(kind))


def test_an_editor_that_does_not_say_how_it_counts_counts_in_utf_16(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        assert ranges(await editor.open("a.txt", "Fair opens\n\n🎉 The fair opened on Friday. /EPA\n"))[-1] == (
            "2:30-34 RES101"
        )

    play(scene)


def test_a_paragraph_separator_is_no_end_of_a_line(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        found = await editor.open("a.txt", "Fair opens\n\nThe fair\u2028\x0copened on Friday. /EPA\n")
        assert ranges(found)[-1] == "2:28-32 RES101"

    play(scene)


def test_an_editor_that_asks_is_answered_and_not_told_besides(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        uri = editor.uri("a.txt")
        item = types.TextDocumentItem(uri, "plaintext", 1, STORY)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        ask = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        first = await editor.client.text_document_diagnostic_async(ask)
        assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
        assert ranges(list(first.items)) == ["2:39-43 RES101"]
        ask.previous_result_id = first.result_id
        again = await editor.client.text_document_diagnostic_async(ask)
        assert again == types.RelatedUnchangedDocumentDiagnosticReport(first.result_id or "")
        editor.send("a.txt", 2, STORY.replace(" /EPA", ""))
        changed = await editor.client.text_document_diagnostic_async(ask)
        assert isinstance(changed, types.RelatedFullDocumentDiagnosticReport)
        assert list(changed.items) == []
        assert editor.publications == 0

    play(scene, **PULLS)


def test_all_articles_of_the_workspace_are_checked_when_asked_for(play: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "b.md").write_text("\ufeff# Mayor opens bridge\n\nThe mayor opened it. /EPA\n")
    (tmp_path / "c.txt").write_text("Fair opens\n\nThe fair opened.\n")

    async def scene(editor: Editor) -> None:
        asked = types.WorkspaceDiagnosticParams([])
        rows = (await editor.client.workspace_diagnostic_async(asked)).items
        assert {row.uri: ranges(list(row.items)) for row in rows if row.kind == "full"} == {
            editor.uri("c.txt"): [],
            editor.uri("desk/b.md"): ["2:21-25 RES101"],
        }
        known = [types.PreviousResultId(row.uri, row.result_id or "") for row in rows]
        again = (await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))).items
        assert [row.kind for row in again] == ["unchanged", "unchanged"]
        (tmp_path / "desk" / "b.md").unlink()
        after = (await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))).items
        assert [(row.uri, row.kind) for row in after] == [
            (editor.uri("c.txt"), "unchanged"),
            (editor.uri("desk/b.md"), "full"),
        ]

    play(scene, **PULLS)


def test_an_editor_that_does_not_ask_can_have_the_workspace_checked_by_a_command(
    play: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(STORY)

    async def scene(editor: Editor) -> None:
        command = types.ExecuteCommandParams("factlint.checkWorkspace", [])
        assert await editor.client.workspace_execute_command_async(command) == 1
        await editor.wait(lambda: editor.uri("b.txt") in editor.shown)
        assert ranges(editor.shown[editor.uri("b.txt")]) == ["2:39-43 RES101"]

    play(scene)


def test_the_configuration_holds_and_is_read_again_when_it_changes(play: Callable[..., None], tmp_path: Path) -> None:
    file = tmp_path / "factlint.yml"

    async def scene(editor: Editor) -> None:
        assert ranges(await editor.open("a.txt", STORY)) == ["2:39-43 RES101"]
        file.write_text("ignore: [RES]\n")
        assert await editor.change("a.txt", 2, STORY + "\n") == []
        file.write_text("ignore: [RES102]\n")
        assert ranges(await editor.change("a.txt", 3, STORY)) == ["2:39-43 RES101"]

    play(scene)


def test_an_editor_that_watches_files_has_its_articles_checked_again(play: Callable[..., None], tmp_path: Path) -> None:
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)

    async def scene(editor: Editor) -> None:
        await editor.wait(lambda: editor.registered == ["workspace/didChangeWatchedFiles"])
        await editor.open("a.txt", STORY)
        (tmp_path / "factlint.yml").write_text("ignore: [RES]\n")
        event = types.FileEvent(editor.uri("factlint.yml"), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.wait(lambda: editor.shown[editor.uri("a.txt")] == [])

    play(scene, workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching))


def test_a_mistake_in_the_configuration_is_shown_where_it_stands_until_it_is_mended(
    play: Callable[..., None], tmp_path: Path
) -> None:
    file = tmp_path / "factlint.yml"
    file.write_text("select: [QUO]\nignroe: [RES]\n")

    async def scene(editor: Editor) -> None:
        (found,) = await editor.open("a.txt", STORY)
        assert found.code == "factlint"
        assert found.message.startswith("It was not checked. factlint.yml:2:1: A configuration has no key “ignroe”.")
        await editor.wait(lambda: editor.uri("factlint.yml") in editor.shown and bool(editor.messages))
        assert ranges(editor.shown[editor.uri("factlint.yml")]) == ["1:0-1 factlint"]
        file.write_text("ignore: [RES]\n")
        assert await editor.change("a.txt", 2, STORY + "\n") == []
        await editor.wait(lambda: editor.shown[editor.uri("factlint.yml")] == [])

    play(scene)


def test_what_is_left_out_is_not_checked(play: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("exclude: [drafts]\n")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text(STORY)

    async def scene(editor: Editor) -> None:
        item = types.TextDocumentItem(editor.uri("drafts/a.txt"), "plaintext", 1, STORY)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        assert await editor.hover("drafts/a.txt", 2, 40) == ""
        assert editor.publications == 0

    play(scene)


def test_an_article_may_be_left_out_and_let_in_while_it_is_open(play: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text(STORY)
    file = tmp_path / "factlint.yml"

    async def scene(editor: Editor) -> None:
        assert len(await editor.open("drafts/a.txt", STORY)) == 1
        file.write_text("exclude: [drafts]\n")
        assert await editor.change("drafts/a.txt", 2, STORY + "\n") == []
        file.write_text("exclude: [other]\n# nothing more\n")
        assert len(await editor.change("drafts/a.txt", 3, STORY)) == 1
        file.write_text("exclude: [drafts]\n# nothing more than this\n")
        assert await editor.change("drafts/a.txt", 4, STORY + "\n") == []
        file.unlink()
        assert len(await editor.change("drafts/a.txt", 5, STORY)) == 1

    play(scene)


def test_an_article_without_a_file_is_read_by_what_the_editor_calls_its_language(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        text = "# Mayor opens bridge\n\n`/EPA` is code. The mayor came. /EPA\n"
        found = await editor.open("", text, "markdown", "untitled:Untitled-1")
        assert ranges(found) == ["2:32-36 RES101"]

    play(scene)


def test_a_text_that_cannot_be_read_is_told_as_such(play: Callable[..., None]) -> None:
    async def scene(editor: Editor) -> None:
        (found,) = await editor.open("a.md", "---\ntitle: [\n---\n\nText.\n", "markdown")
        assert (found.code, found.severity) == ("factlint", types.DiagnosticSeverity.Error)

    play(scene)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_the_answers_are_those_of_the_command_line(play: Callable[..., None], tmp_path: Path, suffix: str) -> None:
    text = SEED.read_text(encoding="utf-8")
    if suffix == ".html":
        body = "".join(f"<p>{part}</p>\r\n" for part in text.split("\n") if part)
        text = f'<html><meta charset="windows-1252"><body>\r\n{body}</body></html>'
    file = tmp_path / f"story{suffix}"
    file.write_bytes(text.encode("cp1252" if suffix == ".html" else "utf-8"))
    command = [sys.executable, "-m", "factlint", "check", "--format", "json", "--no-cache", file.name]
    rows = json.loads(subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).stdout)
    severities = {"error": 1, "warning": 2, "note": 3}
    told = [
        (row["code"], row["message"], severities[row["severity"]], row["line"] - 1, row["column"] - 1,
         row["end_line"] - 1, row["end_column"] - 1)
        for row in rows
    ]  # fmt: skip
    assert told

    async def scene(editor: Editor) -> None:
        found = await editor.open(file.name, text, {".md": "markdown", ".html": "html"}.get(suffix, "plaintext"))
        assert told == [
            (d.code, d.message, d.severity, d.range.start.line, d.range.start.character,
             d.range.end.line, d.range.end.character)
            for d in found
        ]  # fmt: skip

    play(scene, **encoded(types.PositionEncodingKind.Utf32))
