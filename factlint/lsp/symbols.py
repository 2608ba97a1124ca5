"""The outline of an article: its headline, quotes with their speakers, people, figures and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.ground import Ground
from factlint.tokens import Placed
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.lsp.positions import Positions

_say = wording("lsp")
_LONGEST = 60  # characters of a name in the outline
_GROUPS = ("quotes", "people", "figures", "dates")
_KINDS = {
    "headline": types.SymbolKind.File,
    "quotes": types.SymbolKind.String,
    "people": types.SymbolKind.Class,
    "figures": types.SymbolKind.Number,
    "dates": types.SymbolKind.Event,
}
_GROUP = types.SymbolKind.Namespace


def outline(ground: Ground, positions: Positions) -> list[types.DocumentSymbol]:
    """The headline, and a group for each kind of which there is any; a group spans its members."""
    found = [_symbol(ground, positions, "headline", *row) for row in _headlines(ground)]
    for group in _GROUPS:
        members = [_symbol(ground, positions, group, *row) for row in _rows(ground, group)]
        if members:
            whole = types.Range(members[0].range.start, max((m.range.end for m in members), key=_order))
            found.append(
                types.DocumentSymbol(
                    _say(group), _GROUP, whole, members[0].range, detail=f"{len(members):,}", children=members
                )
            )
    return found


def flat(symbols: list[types.DocumentSymbol], uri: str, within: str | None = None) -> Iterator[types.SymbolInformation]:
    """The same as a list, for editors that know no outline with levels."""
    for symbol in symbols:
        if not symbol.children:
            name = f"{symbol.name}: {symbol.detail}" if symbol.detail else symbol.name
            yield types.SymbolInformation(types.Location(uri, symbol.range), name, symbol.kind, container_name=within)
        yield from flat(list(symbol.children or ()), uri, symbol.name)


def _headlines(ground: Ground) -> Iterator[tuple[Placed, str, str]]:
    for headline in ground.of("headline"):
        yield headline, ground.words(headline, _LONGEST), ""


def _rows(ground: Ground, group: str) -> Iterator[tuple[Placed, str, str]]:
    """The members of a group: each with its name and what is told beside it."""
    if group == "quotes":
        for quote in ground.of("quote"):
            speaker = quote.speaker
            who = _say("nobody") if speaker is None else speaker.person.name if speaker.person else speaker.text
            yield quote, ground.words(quote, _LONGEST), who
    elif group == "people":
        for person in ground.of("person"):
            yield person, person.name, ", ".join(dict.fromkeys(person.titles))
    elif group == "figures":
        for figure in ground.of("figure"):
            yield figure, ground.words(figure, _LONGEST), ", ".join(p for p in (figure.subject, figure.unit) if p)
    else:
        for date in ground.of("date"):
            yield date, ground.words(date, _LONGEST), date.value or ""


def _symbol(
    ground: Ground, positions: Positions, group: str, fact: Placed, name: str, detail: str
) -> types.DocumentSymbol:
    place = positions.range(*ground.place(fact))
    return types.DocumentSymbol(name or "…", _KINDS[group], place, place, detail=detail or None)


def _order(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
