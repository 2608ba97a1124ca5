"""Findings → diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp.positions import Positions
from factlint.report.entries import TROUBLE

if TYPE_CHECKING:
    from factlint.lint.findings import Finding
    from factlint.run import Result
    from factlint.yamlfile import Problem

SOURCE = "factlint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


class Client:
    """What the editor understands.

    encoding: how it counts columns.
    related: whether it shows related places.
    links: whether it opens the page of a rule.
    """

    def __init__(self, encoding: str, capabilities: types.ClientCapabilities) -> None:
        document = capabilities.text_document
        told = document.publish_diagnostics if document else None
        pulled = document.diagnostic if document else None
        self.encoding = encoding
        self.pulls = pulled is not None
        self.related = bool((told and told.related_information) or (pulled and pulled.related_information))
        self.links = bool((told and told.code_description_support) or (pulled and pulled.code_description_support))
        symbols = document.document_symbol if document else None
        self.nests = bool(symbols and symbols.hierarchical_document_symbol_support)
        workspace = capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        self.watches = bool(watching and watching.dynamic_registration)
        refreshing = workspace.diagnostics if workspace else None
        self.refreshes = bool(refreshing and refreshing.refresh_support)
        edits = workspace.workspace_edit if workspace else None
        self.versioned = bool(edits and edits.document_changes)


def diagnostics(
    result: Result, uri: str, positions: Positions, client: Client, pages: dict[str, str]
) -> list[types.Diagnostic]:
    """All that is found in an article, or why it could not be checked; `pages` has the address of each rule's page."""
    if result.trouble is not None:
        line, column = result.place or (1, 1)
        told = _trouble(result.trouble[:1].upper() + result.trouble[1:], line, column)
        return [told]
    return [_diagnostic(f, result.source, uri, positions, client, pages.get(f.code)) for f in result.findings]


def of_problem(problem: Problem) -> types.Diagnostic:
    """A mistake in a rule or a configuration."""
    return _trouble(problem.message, problem.line, problem.column)


def _trouble(message: str, line: int, column: int) -> types.Diagnostic:
    at = types.Position(max(0, line - 1), max(0, column - 1))
    end = types.Position(at.line, at.character + 1)
    return types.Diagnostic(types.Range(at, end), message, types.DiagnosticSeverity.Error, code=TROUBLE, source=SOURCE)


def _diagnostic(
    finding: Finding, source: str, uri: str, positions: Positions, client: Client, page: str | None
) -> types.Diagnostic:
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, positions.range(place.start, place.end)), place.told(source)
        )
        for place in finding.related
    ]
    return types.Diagnostic(
        range=positions.range(finding.start, finding.end),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(page) if page and client.links else None,
        source=SOURCE,
        related_information=related if related and client.related else None,
        data={"rule": finding.rule},
    )
