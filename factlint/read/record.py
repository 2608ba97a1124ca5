"""A row of an archive → Article: its headline, an empty line, its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.read.article import Article, Format, Metadata
from factlint.read.days import find_days
from factlint.read.envelope import Envelope
from factlint.read.plain import read_plain
from factlint.read.repeated import read_once

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.read.html.written import Part

_GAP = "\n\n"


class Record(NamedTuple):
    """What a row tells of an article.

    row: its place in the archive, from 1.
    id: what the archive knows it by, or None.
    text: the words of the article, plain or with the tags of HTML.
    headline: or "".
    date: the day of publication as it is written there, or "".
    author: or "".
    outlet: which paper it is from, or "".
    """

    row: int
    id: str | None
    text: str
    headline: str = ""
    date: str = ""
    author: str = ""
    outlet: str = ""

    @property
    def source(self) -> str:
        """What offsets of findings count in."""
        return self.headline + _GAP + self.text if self.headline else self.text

    @property
    def text_at(self) -> int:
        """Where the text begins in the source."""
        return len(self.headline) + len(_GAP) if self.headline else 0


def read_record(path: str, record: Record, lexicon: Lexicon, format: Format | None = None) -> Article:
    """The article of a row; its text is read as HTML where it has the tags of it, unless a format is given."""
    return read_once(_article(path, record, lexicon, format))


def _article(path: str, record: Record, lexicon: Lexicon, format: Format | None) -> Article:
    day = next((day.iso for day in find_days(record.date, lexicon) if day.iso), None)
    source, title = record.source, (0, len(record.headline)) if record.headline.strip() else None
    if format == "html" or (format is None and _is_marked_up(record.text)):
        return _marked_up(path, record, Metadata(record.headline or None, day, record.author or None), lexicon)
    if format == "markdown":
        from factlint.read.markdown import read_markdown

        article = read_markdown(path, source, lexicon)
        first, *others = article.blocks or (None,)
        if title and first is not None and first.kind == "paragraph":
            article = article._replace(blocks=(first._replace(kind="headline"), *others))
        return article._replace(metadata=article.metadata._replace(date=day or article.metadata.date))
    if title is None and day is None:
        return read_plain(path, source, lexicon)
    envelope = Envelope(record.text_at, len(source), title, day, record.author or None)
    return read_plain(path, source, lexicon, envelope)


def _is_marked_up(text: str) -> bool:
    if "<" not in text:
        return False
    from factlint.read.exchange.within import MARKUP

    return MARKUP.search(text) is not None


def _marked_up(path: str, record: Record, told: Metadata, lexicon: Lexicon) -> Article:
    from factlint.read.exchange.within import body_parts
    from factlint.read.html.tree import Text
    from factlint.read.html.written import written
    from factlint.read.sourcemap import SourceMap

    parts: list[Part] = []
    if record.headline.strip():
        parts.append(("headline", [Text(record.headline, 0, len(record.headline), False)]))
    places = SourceMap()
    places.add(record.text, record.text_at, record.text_at + len(record.text))
    parts += body_parts(record.text, places)
    return written(path, record.source, parts, told, lexicon, "html")
