"""One editor's session: the articles that it has open, and what is known of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.config.settings import Choice
from factlint.ground import Ground
from factlint.lsp.desk import Desk, Look, page_for, stamp
from factlint.lsp.diagnostics import Client, diagnostics
from factlint.lsp.positions import Positions
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from lsprotocol import types

    from factlint.lint.rule import Rule


class Open(NamedTuple):
    """An article that the editor has open, as it was last looked at.

    uri: the editor's name for it.
    place: its file, or where that would be.
    version: the editor's number of the text; None for a file that is not open.
    text: the text.
    look: what is known of it.
    positions: its lines.
    generation: that of the rules and settings.
    """

    uri: str
    place: str
    version: int | None
    text: str
    look: Look
    positions: Positions
    generation: int

    @property
    def ground(self) -> Ground | None:
        """Its facts, or None where it could not be read."""
        return None if self.look.facts is None else Ground(self.look.facts, self.text)

    @property
    def id(self) -> str:
        """The same as long as nothing is found otherwise."""
        return f"{self.generation}.{self.version}"


class Session:
    """Looks at articles when asked, and keeps what it has seen while neither text nor rules change."""

    def __init__(self, choice: Choice, client: Client) -> None:
        self.desk = Desk(choice)
        self.client = client
        self._open: dict[str, Open] = {}
        self._on_disk: dict[str, tuple[str, list[types.Diagnostic]]] = {}

    def look(self, uri: str, place: str, version: int | None, text: str, language: str) -> Open:
        """An open article, looked at where its text, or the rules, have changed since."""
        seen = self._open.get(uri)
        if seen is None or (seen.version, seen.generation) != (version, self.desk.generation) or seen.text != text:
            self.close(uri)
            look = self.desk.look(place, text, language)
            positions = Positions(text, self.client.encoding)
            seen = self._open[uri] = Open(uri, place, version, text, look, positions, self.desk.generation)
        return seen

    def close(self, uri: str) -> None:
        """Forgets what is known of an article, which lets go of it at once."""
        seen = self._open.pop(uri, None)
        if seen is not None and seen.look.facts is not None:
            seen.look.facts.release()

    def rules(self, seen: Open) -> dict[str, Rule]:
        """The rules that an article is checked by, by code."""
        return {} if seen.look.problems else self.desk.rules(seen.look.settings)

    def diagnostics(self, seen: Open) -> list[types.Diagnostic]:
        """What is found in an article."""
        result = seen.look.result
        return diagnostics(result, seen.uri, seen.positions, self.client, self._pages(seen.look))

    def on_disk(self, uri: str, place: str) -> tuple[str, list[types.Diagnostic]]:
        """What is found in an article that is not open, and a name that is the same while it is the same."""
        now = f"{self.desk.generation}.{stamp([place])[0][1:]}"
        seen = self._on_disk.get(place)
        if seen is None or seen[0] != now:
            look = self.desk.look_at_file(place)
            if look.facts is not None:
                look.facts.release()
            positions = Positions(look.result.source, self.client.encoding, from_disk=True)
            seen = now, diagnostics(look.result, uri, positions, self.client, self._pages(look))
            self._on_disk[place] = seen
        return seen

    def articles(self, folders: list[str]) -> Iterator[str]:
        """The articles of some folders that are not open."""
        opened = {os.path.realpath(seen.place) for seen in self._open.values()}
        yield from (place for place in self.desk.articles(folders) if os.path.realpath(place) not in opened)

    def _pages(self, look: Look) -> dict[str, str]:
        if not look.result.findings:
            return {}
        return {code: page_for(rule, look) for code, rule in self.desk.rules(look.settings).items()}
