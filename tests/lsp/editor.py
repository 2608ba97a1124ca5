"""An editor: a real client of the protocol, with `factlint lsp` as its server over standard input and output."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

PATIENCE = 120  # seconds; a busy machine takes its time


def converter() -> Any:
    """What turns JSON into messages; an action with a command is taken for a command where nobody says otherwise."""
    made = default_converter()
    made.register_structure_hook(
        types.Command | types.CodeAction, lambda row, kind: made.structure(row, types.CodeAction)
    )
    return made


class Editor:
    """Opens and changes articles, and keeps what the server tells about them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1", converter_factory=converter)
        self.shown: dict[str, list[types.Diagnostic]] = {}
        self.messages: list[str] = []
        self.registered: list[str] = []
        self.refreshed = 0
        self.publications = 0
        self._heard = asyncio.Event()
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._published))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self._messaged(params.message))
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(partial(self._register))
        self.client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)(partial(self._refresh))

    async def start(self, *arguments: str, options: Any = None, **capabilities: Any) -> types.InitializeResult:
        environment = {**os.environ, "FACTLINT_CACHE_DIR": str(self.folder.with_name(self.folder.name + "-cache"))}
        command = [sys.executable, "-m", "factlint", "lsp", *arguments]
        await self.client.start_io(*command, cwd=self.folder, env={**environment, **GIT})
        root = self.folder.as_uri()
        result = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(**capabilities),
                root_uri=root,
                workspace_folders=[types.WorkspaceFolder(root, "articles")],
                initialization_options={"debounce": 0.05, **(options or {})},
            )
        )
        self.client.initialized(types.InitializedParams())
        return result

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "plaintext", uri: str = "") -> list[types.Diagnostic]:
        before = self.publications
        item = types.TextDocumentItem(uri or self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.wait(lambda: self.publications > before)
        return self.shown[item.uri]

    def send(self, name: str, version: int, text: str) -> None:
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def change(self, name: str, version: int, text: str) -> list[types.Diagnostic]:
        before = self.publications
        self.send(name, version, text)
        await self.wait(lambda: self.publications > before)
        return self.shown[self.uri(name)]

    async def wait(self, fits: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not fits():
                self._heard.clear()
                await self._heard.wait()

    def at(self, name: str, line: int, character: int) -> dict[str, Any]:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        return {"text_document": identifier, "position": types.Position(line, character)}

    async def hover(self, name: str, line: int, character: int) -> str:
        found = await self.client.text_document_hover_async(types.HoverParams(**self.at(name, line, character)))
        return found.contents.value if found else ""

    async def actions(
        self, name: str, line: int, character: int, only: list[str] | None = None
    ) -> dict[str, types.CodeAction]:
        place = types.Position(line, character)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri(name)),
            types.Range(place, place),
            types.CodeActionContext([], only=only),
        )
        return {action.title: action for action in await self.client.text_document_code_action_async(params) or []}

    async def run(self, action: types.CodeAction) -> None:
        assert action.command
        command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await self.client.workspace_execute_command_async(command)

    def _published(self, params: types.PublishDiagnosticsParams) -> None:
        self.shown[params.uri] = list(params.diagnostics)
        self.publications += 1
        self._heard.set()

    def _messaged(self, message: str) -> None:
        self.messages.append(message)
        self._heard.set()

    def _register(self, params: types.RegistrationParams) -> None:
        self.registered += [registration.method for registration in params.registrations]
        self._heard.set()

    def _refresh(self, params: None) -> None:
        self.refreshed += 1
        self._heard.set()


GIT = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "A. Lee"}

Scene = Callable[[Editor], Awaitable[None]]


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., None]:
    """Plays a scene with an editor in an empty folder; what it can and what it says are given by name."""

    def run(scene: Scene, *arguments: str, **capabilities: Any) -> None:
        async def whole() -> None:
            editor = Editor(tmp_path)
            await editor.start(*arguments, **capabilities)
            try:
                await scene(editor)
            finally:
                await editor.stop()

        asyncio.run(whole())

    return run


def ranges(found: list[types.Diagnostic]) -> list[str]:
    """Diagnostics as lines: where, and which rule."""
    return [f"{d.range.start.line}:{d.range.start.character}-{d.range.end.character} {d.code}" for d in found]
