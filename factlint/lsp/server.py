"""The server: what an editor asks and tells → the session, and back. It speaks over standard input and output."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from factlint import __version__
from factlint.config.settings import NAMES, Choice
from factlint.lsp.actions import ACCEPT, ADD, FIX_ALL, Actions, Wanted
from factlint.lsp.configuring import NotWrittenError, add_to_file
from factlint.lsp.desk import page_for
from factlint.lsp.diagnostics import SOURCE, Client, of_problem
from factlint.lsp.hover import about_facts, about_finding
from factlint.lsp.session import Open, Session
from factlint.lsp.symbols import flat, outline
from factlint.read.files import reason, shown
from factlint.triage.accepted import NAME
from factlint.triage.accepting import accept_findings, file_to_write, git_name
from factlint.wording import wording
from factlint.yamlfile import Problem, ProblemsError

#: Checks every article of the workspace, for editors that do not ask for it by themselves.
CHECK_ALL = "factlint.checkWorkspace"

_say = wording("lsp")
_DEBOUNCE = 0.2  # seconds without a keystroke
_WATCHED = (*NAMES, NAME, "*.yml", ".gitignore")
_NO_FILE = "untitled"


class Server:
    """One editor's server."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.debounce = _DEBOUNCE
        self.asks = False
        self.whole = True
        self._session: Session | None = None
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        #: The open articles as the editor writes their addresses; the library's own keys are these without escapes.
        self._named: dict[str, None] = {}
        self._wrong: set[str] = set()
        #: The articles about which something was told that the editor has not asked for.
        self._told: set[str] = set()
        self.protocol = LanguageServer(
            SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full, max_workers=2
        )
        for name, answer, *options in self._features():
            self.protocol.feature(name, *options)(partial(answer))  # a method takes no marks, which pygls sets
        for name, done in ((ACCEPT, self._accept), (ADD, self._add), (CHECK_ALL, self._check_all)):
            self.protocol.command(name)(partial(done))

    def run(self) -> None:
        """Serves until the editor leaves."""
        logging.basicConfig(level=logging.ERROR)
        self.protocol.start_io()

    def _features(self) -> Iterable[tuple[Any, ...]]:
        kinds = [types.CodeActionKind.QuickFix, FIX_ALL]
        return (
            (types.INITIALIZE, self._initialize),
            (types.INITIALIZED, self._initialized),
            (types.TEXT_DOCUMENT_DID_OPEN, self._opened),
            (types.TEXT_DOCUMENT_DID_CHANGE, self._changed),
            (types.TEXT_DOCUMENT_DID_SAVE, self._saved),
            (types.TEXT_DOCUMENT_DID_CLOSE, self._closed),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._files_changed),
            (types.WORKSPACE_DID_CHANGE_CONFIGURATION, self._configured),
            (types.TEXT_DOCUMENT_DIAGNOSTIC, self._pulled, types.DiagnosticOptions(False, True, SOURCE)),
            (types.WORKSPACE_DIAGNOSTIC, self._pulled_all),
            (types.TEXT_DOCUMENT_HOVER, self._hover),
            (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, self._symbols),
            (types.TEXT_DOCUMENT_DEFINITION, self._definition),
            (types.TEXT_DOCUMENT_REFERENCES, self._references),
            (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, self._highlights),
            (types.TEXT_DOCUMENT_CODE_ACTION, self._actions, types.CodeActionOptions(kinds)),
        )

    # ------------------------------------------------------------------------------------------ the session

    def _initialize(self, params: types.InitializeParams) -> None:
        given = params.initialization_options
        options: dict[str, Any] = given if isinstance(given, dict) else {}
        with suppress(TypeError, ValueError):
            self.debounce = max(0.0, float(options.get("debounce", _DEBOUNCE)))
        self.asks = bool(options.get("asksForReason", False))
        self.whole = bool(options.get("workspace", True))
        config = options.get("configuration")
        if isinstance(config, str) and config:
            self.choice = self.choice._replace(config=config)

    @property
    def session(self) -> Session:
        """The session; it begins when it is first asked for, as only then it is agreed how columns are counted."""
        if self._session is None:
            encoding = self.protocol.workspace.position_encoding or types.PositionEncodingKind.Utf16
            self._session = Session(self.choice, Client(encoding, self.protocol.client_capabilities))
        return self._session

    def _initialized(self, params: types.InitializedParams) -> None:
        if not self.session.client.watches:
            return
        watchers = [types.FileSystemWatcher(f"**/{pattern}") for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration("factlint-files", method, options)
        self.protocol.client_register_capability(types.RegistrationParams([registration]))

    def _seen(self, uri: str) -> Open | None:
        """An open article, looked at; None for what is no article, or is left out."""
        if uri not in self._named:
            return None
        document = self.protocol.workspace.get_text_document(uri)
        place = _place(uri)
        self.session.desk.changed(place)
        if not self.session.desk.wants(place):
            return None
        return self.session.look(uri, place, document.version, document.source, document.language_id or "")

    # -------------------------------------------------------------------------------------------- diagnostics

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self._named[params.text_document.uri] = None
        self._publish(params.text_document.uri)

    def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self._publish(params.text_document.uri)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(self.debounce, self._publish, uri)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self._named.pop(uri, None)
        self.session.close(uri)
        if not self.session.client.pulls:
            self._tell(uri, [], None)

    def _publish(self, uri: str) -> None:
        """Tells what is found in an open article, unless the editor asks for it by itself."""
        self._waiting.pop(uri, None)
        if self.session.client.pulls:
            return
        seen = self._seen(uri)
        if seen is not None:
            self._told.add(uri)
            self._tell(uri, self.session.diagnostics(seen), seen.version)
            self._tell_problems(seen.look.problems)
        elif uri in self._told:
            self._told.discard(uri)
            self._tell(uri, [], None)  # it is left out from now on

    def _tell(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.protocol.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _tell_problems(self, problems: Iterable[Problem]) -> None:
        """Shows mistakes in configurations and rules where they stand, and takes away those that are mended."""
        by_file: dict[str, list[types.Diagnostic]] = {}
        for problem in problems:
            if problem.line and (uri := from_fs_path(os.path.abspath(problem.path))):
                by_file.setdefault(uri, []).append(of_problem(problem))
        for uri in self._wrong - by_file.keys():
            self._tell(uri, [], None)
        for uri, found in by_file.items():
            self._tell(uri, found, None)
        if by_file and not self._wrong:
            first = next(iter(problems))
            self._message(_say("configuration", problem=first), types.MessageType.Error)
        self._wrong = set(by_file)

    def _pulled(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        seen = self._seen(params.text_document.uri)
        if seen is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        self._tell_problems(seen.look.problems)
        if params.previous_result_id == seen.id:
            return types.RelatedUnchangedDocumentDiagnosticReport(seen.id)
        return types.RelatedFullDocumentDiagnosticReport(self.session.diagnostics(seen), result_id=seen.id)

    async def _pulled_all(self, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        before = {one.uri: one.value for one in params.previous_result_ids}
        rows: list[types.WorkspaceDocumentDiagnosticReport] = []
        for place in self._all_articles():
            uri = from_fs_path(place) or ""
            name, found = self.session.on_disk(uri, place)
            if before.pop(uri, None) == name:
                rows.append(types.WorkspaceUnchangedDocumentDiagnosticReport(uri, name))
            else:
                rows.append(types.WorkspaceFullDocumentDiagnosticReport(uri, found, result_id=name))
            await asyncio.sleep(0)  # what is typed meanwhile comes first
        rows += [types.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in before if uri not in self._named]
        self.session.desk.finish()
        return types.WorkspaceDiagnosticReport(rows)

    async def _check_all(self, *arguments: Any) -> int:
        """Publishes what is found in the workspace's articles that are not open; gives their number."""
        number = 0
        for place in self._all_articles():
            uri = from_fs_path(place) or ""
            self._tell(uri, self.session.on_disk(uri, place)[1], None)
            number += 1
            await asyncio.sleep(0)
        self.session.desk.finish()
        return number

    def _all_articles(self) -> list[str]:
        if not self.whole:
            return []
        folders = [to_fs_path(folder.uri) for folder in self.protocol.workspace.folders.values()]
        root = self.protocol.workspace.root_path
        named = [folder for folder in folders or [root] if folder]
        if named and self.session.desk.changed(os.path.join(named[0], _NO_FILE)):
            self._again()
        return list(self.session.articles(named))

    def _files_changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        self.session.desk.forget()
        self._again()

    def _configured(self, params: types.DidChangeConfigurationParams) -> None:
        self.session.desk.forget()
        self._again()

    def _again(self) -> None:
        """Has every open article looked at anew."""
        client = self.session.client
        if client.pulls and client.refreshes:
            self.protocol.workspace_diagnostic_refresh(None)
        for uri in list(self._named):
            self._publish(uri)

    # ---------------------------------------------------------------------------------------------- questions

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        seen = self._seen(params.text_document.uri)
        if seen is None:
            return None
        offset = seen.positions.offset(params.position)
        rules = self.session.rules(seen)
        parts = []
        for finding in seen.look.result.findings:
            if finding.start <= offset <= finding.end:
                rule = rules.get(finding.code)
                parts.append(about_finding(finding, rule, page_for(rule, seen.look) if rule else None))
        if (ground := seen.ground) is not None:
            parts += about_facts(ground, seen.positions, offset)
        if not parts:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)))

    def _symbols(self, params: types.DocumentSymbolParams) -> Any:
        seen = self._seen(params.text_document.uri)
        if seen is None or seen.ground is None:
            return []
        found = outline(seen.ground, seen.positions)
        return found if self.session.client.nests else list(flat(found, seen.uri))

    def _definition(self, params: types.DefinitionParams) -> types.Location | None:
        seen = self._seen(params.text_document.uri)
        if seen is None or (ground := seen.ground) is None:
            return None
        person = ground.person_at(seen.positions.offset(params.position))
        start = ground.introduction(person) if person is not None else None
        return None if start is None else types.Location(seen.uri, seen.positions.range(*ground.place(start)))

    def _references(self, params: types.ReferenceParams) -> list[types.Location]:
        places, uri = self._places(params), params.text_document.uri
        if not params.context.include_declaration and (start := self._definition_of(params)) is not None:
            places = [place for place in places if place != start.range]
        return [types.Location(uri, place) for place in places]

    def _definition_of(self, params: types.ReferenceParams) -> types.Location | None:
        return self._definition(types.DefinitionParams(params.text_document, params.position))

    def _highlights(self, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        return [types.DocumentHighlight(place, types.DocumentHighlightKind.Read) for place in self._places(params)]

    def _places(self, params: types.TextDocumentPositionParams | Any) -> list[types.Range]:
        """Wherever the person is spoken of who is meant at a place."""
        seen = self._seen(params.text_document.uri)
        if seen is None or (ground := seen.ground) is None:
            return []
        person = ground.person_at(seen.positions.offset(params.position))
        return [] if person is None else [seen.positions.range(*place) for place in ground.places_of(person)]

    # ------------------------------------------------------------------------------------------------ actions

    def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        seen = self._seen(params.text_document.uri)
        if seen is None:
            return []
        only = tuple(str(getattr(kind, "value", kind)) for kind in params.context.only or ())
        wanted = Wanted(seen.uri, seen.version, params.range, only, self.asks, self.session.client.versioned)
        actions = Actions(wanted, seen.text, seen.look.result.findings, seen.ground)
        return list(actions.all(seen.positions, params.context.diagnostics, self.session.rules(seen)))

    def _accept(self, *given: Any) -> None:
        """Accepts a finding of an open article, which must still be there: uri, code, start, end, reason, who."""
        uri, code, start, end, why, by = (*given, *[""] * 6)[:6]
        why = str(why).strip()
        seen = self._seen(uri)
        found = [f for f in seen.look.result.findings if (f.code, f.start, f.end) == (code, start, end)] if seen else []
        who = str(by) or git_name()
        if seen is None or not found or not why:
            self._message(_say("not there"))
            return
        if not who:
            self._message(_say("no name"), types.MessageType.Error)
            return
        file = file_to_write(seen.look.settings, seen.place)
        try:
            accept_findings(file, seen.look.result, seen.place, found, who, why)
        except (OSError, ProblemsError) as error:
            told = reason_of(error)
            self._message(_say("not written", file=shown(file), why=told), types.MessageType.Error)
            return
        self.session.desk.forget()
        self._again()
        self._message(_say("accepted", code=code, file=shown(os.path.basename(file))))

    def _add(self, uri: str, keys: list[str], word: str) -> None:
        """Adds a name or a word to the configuration that holds for an article; to a new one where there is none."""
        place = _place(uri)
        root = self.protocol.workspace.root_path or os.path.dirname(place)
        file = self.session.desk.configuration(place) or os.path.join(root, NAMES[0])
        try:
            add_to_file(file, tuple(keys), word)
        except NotWrittenError:
            self._message(_say("not written", file=shown(file), why=".".join(keys)), types.MessageType.Error)
            return
        except OSError as error:
            self._message(_say("not written", file=shown(file), why=reason_of(error)), types.MessageType.Error)
            return
        self.session.desk.forget()
        self._again()
        self._message(_say("added", word=word, file=shown(os.path.basename(file))))

    def _message(self, text: str, kind: types.MessageType = types.MessageType.Info) -> None:
        self.protocol.window_show_message(types.ShowMessageParams(kind, text))


def reason_of(error: Exception) -> str:
    """Why something could not be written, in a few words."""
    return reason(error) if isinstance(error, OSError) else str(error)


def _place(uri: str) -> str:
    """The file of an editor's name; of an article that has no file yet, where it would be."""
    path: str | None = to_fs_path(uri) if uri.startswith("file:") else None
    if path is not None:
        return path
    name = uri.rpartition("/")[2].rpartition(":")[2] or _NO_FILE
    return os.path.join(os.getcwd(), name)
