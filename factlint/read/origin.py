"""Where an article is from: its paper, its month, and how long it is, which findings are counted by."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factlint.read.days import find_days
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.read.article import Article


class Origin(NamedTuple):
    """Where an article is from.

    outlet: the paper, or "".
    month: of publication, as 2024-03, or "".
    words: how many it has, markup left out.
    """

    outlet: str
    month: str
    words: int


def origin_of(article: Article, place: str | None, lexicon: Lexicon) -> Origin:
    """The origin of an article as it says itself; its paper is else the folder that the file at `place` lies in."""
    outlet = article.metadata.outlet or ("" if place is None else _folder(place))
    return Origin(outlet, month_of(article.metadata.date or "", lexicon), len(article.text.split()))


def month_of(date: str, lexicon: Lexicon) -> str:
    """The month of a day as somebody has written it, as 2024-03, or ""."""
    return next((day.iso[:7] for day in find_days(date, lexicon) if day.iso), "") if date else ""


def _folder(place: str) -> str:
    return os.path.basename(os.path.dirname(os.path.abspath(place)))
