"""Labels of the desk's before a block that say what it is: “Caption:”, “PULL QUOTE:”, “Box:”, “Standfirst:”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.article import Block, BlockKind
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.lexicon import Lexicon

# *Caption:* is a label too; in square brackets it would be a note that something is to come.
_LABEL = re.compile(r"[*_]{0,2}(?P<label>[^\W\d_][\w/-]*(?: [\w/-]+){0,2})[ ]?:[*_]{0,2}[ \t]*")
_ALONE = re.compile(r"[*_]{0,2}(?P<label>[A-Z][A-Z/-]*(?: [A-Z/-]+){0,2})[*_]{0,2}\Z")
_VISIBLE = re.compile(r"[^\r\n]")
_WORD = re.compile(r"\w[\w'’-]*")
_FEWEST_WORDS = 4  # of a caption; fewer are the credit of a picture
_LONGEST_HEADING = 12  # words of what heads a box; more, or a stop behind them, are its text
_TOP = 8  # pieces among which a headline may be labelled


class Label(NamedTuple):
    """A label.

    kind: what it says that the block is.
    end: one past the label and the blanks behind it; the end of the block where nothing else stands in it.
    """

    kind: BlockKind
    end: int


class Labels:
    """What the desks of a language write before a block, from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds: Mapping[str, BlockKind] = lexicon.table("block-labels")
        self._top = lexicon.words("top-labels")

    def of(self, words: str) -> Label | None:
        """The label with which some words begin, or None."""
        found = _LABEL.match(words)
        kind = self._kinds.get(found["label"].lower()) if found else None
        if found and kind:
            rest = words[found.end() :]
            return Label(_kind(kind, rest), found.end()) if not rest or _fits(kind, rest) else None
        alone = _ALONE.match(words)
        kind = self._kinds.get(alone["label"].lower()) if alone else None
        return Label(kind, len(words)) if kind else None

    def told(self, text: str, pieces: list[Block]) -> tuple[str, list[Block]]:
        """The text with labels masked, and the pieces as the labels tell; a label by itself tells of the next piece."""
        told: list[Block] = []
        waiting: tuple[BlockKind, Block] | None = None
        for number, piece in enumerate(pieces):
            words = text[piece.start : piece.end]
            label = self.of(words) if piece.kind == "paragraph" else None
            if label is not None and label.kind in self._top and number >= _TOP:
                label = None
            whole = label is not None and label.end == len(words)
            if waiting is not None and (label is not None or not _fits(waiting[0], words)):
                told.append(waiting[1])  # a label of nothing: it stands in the text as it is
                waiting = None
            if label is None:
                if waiting is not None:
                    text = _masked(text, waiting[1].start, waiting[1].end)
                    piece = piece._replace(kind=_kind(waiting[0], words), labelled=True)
                told.append(piece)
                waiting = None
            elif whole:
                waiting = label.kind, piece
            else:
                text = _masked(text, piece.start, piece.start + label.end)
                told.append(Block(label.kind, piece.start + label.end, piece.end, labelled=True))
        return text, told if waiting is None else [*told, waiting[1]]


def _fits(kind: BlockKind, words: str) -> bool:
    """A picture's text is no mere name, as its credit is: “Picture: Ann Roe/Reuters”."""
    written = _WORD.findall(words)
    return kind != "caption" or (len(written) >= _FEWEST_WORDS and any(word[0].islower() for word in written))


def _kind(kind: BlockKind, words: str) -> BlockKind:
    """What a label tells of some words: behind that of a box, its heading or its text."""
    text = kind == "heading" and (words.endswith((".", "!", "”", '"')) or len(words.split()) > _LONGEST_HEADING)
    return "paragraph" if text else kind


def _masked(text: str, start: int, end: int) -> str:
    return text[:start] + _VISIBLE.sub(" ", text[start:end]) + text[end:]
