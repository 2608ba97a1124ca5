"""What stands around an article that came by mail or by wire: the fields of the message, the agency's lines.

So does front matter, as the generators of sites have it, where the text below it is plain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.days import find_days
from factlint.read.decode import ReadError
from factlint.read.frontmatter import read_front_matter
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.lexicon import Lexicon

_MOST_LINES = 40  # of the head of a message
_FEWEST = 2  # fields of a message, or lines of a wire's head: one alone is residue

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{1,28})[ ]?:[ \t]+(?P<value>\S[^\r\n]*?)[ \t]*\Z")
# ^Council shuts pool<, ^By ANN ROE=: a line of the American agencies' form, between signs that no reader sees.
_MARKED = re.compile(r"\^(?P<words>[^<^\r\n]{2,200}?)[<=>][ \t]*\Z")
# a0432, r i bc-swe-pool 03-11 0210: the number of a story, its urgency, category and keyword, the day and its length.
_KEYWORD = r"[\w&;-]{1,40}"
_NUMBERED = re.compile(
    rf"[a-z]{{1,2}}\d{{3,4}}\Z|[a-z] [a-z] {_KEYWORD}(?:[ ,-]+{_KEYWORD})*[ -]\d\d-\d\d(?: \d{{2,4}})?\Z"
)
# BC-SWE--Pool Vote, 1st Ld-Writethru,320; LUND-POOL/VOTE (UPDATE 2)
_SLUG = re.compile(
    r"(?:[A-Z]{2}-{1,2}(?=[A-Z])|[A-Z][A-Z]+[-/][A-Z])[\w'’./:&-]*(?:,? ?[\w'’./:()&-]+){0,8}(?:, ?\d{2,4})?\Z"
)
# AP-NY-03-11-24 1432EST, 0311 1432 GMT Mar 24: when a wire sent the story.
_SENT = re.compile(
    r"[A-Z]{2,4}(?:-[A-Z]{2,3})?-\d\d-\d\d-\d\d(?:\d\d)? \d{4}[A-Z]{0,4}\Z|"
    r"\d{4,6} ?(?:GMT|[A-Z]{2,4}T)\b[\w .,-]{0,20}\Z"
)
_BARE = re.compile(r"\W+")
_FENCES = ("---", "+++")


class Envelope(NamedTuple):
    """What is no part of the article.

    start: where the article begins, behind the head.
    end: where it ends, before the foot.
    title: where the headline stands in the head, or None.
    date: the day of the message, ISO 8601, or None.
    author: who wrote it, as the head says, or None.
    """

    start: int
    end: int
    title: tuple[int, int] | None = None
    date: str | None = None
    author: str | None = None


class _Line(NamedTuple):
    words: str
    start: int
    end: int


def find_envelope(source: str, lexicon: Lexicon) -> Envelope | None:
    """The head and the foot of a message or a wire story, or None where the source begins with no such head."""
    if source.startswith(_FENCES):
        return _front(source, lexicon)
    head = source[:400].lstrip("\ufeff\u200b \t\r\n")
    if not (head[:1] == "^" or _FIELD.match(head.splitlines()[0] if head else "") or _is_numbered(head)):
        return None
    lines = _lines(source)
    found = _message(lines, source, lexicon) or _wire(lines, source, lexicon)
    return found._replace(end=_foot(source, found.start, lexicon)) if found else None


def _front(source: str, lexicon: Lexicon) -> Envelope | None:
    """The front matter at the head of a text; what cannot be read as such is a part of it."""
    try:
        front = read_front_matter(source, lexicon)
    except ReadError:
        return None
    told = front.metadata
    return Envelope(front.end, len(source), front.title_span, told.date, told.author) if front.end else None


def _is_numbered(head: str) -> bool:
    first = head.splitlines()[0].strip() if head else ""
    return _NUMBERED.match(first) is not None or _SLUG.match(first) is not None


def _lines(source: str) -> list[_Line]:
    """The first lines, each with the place of its words and of the line behind it."""
    found: list[_Line] = []
    at = len(source) - len(source.lstrip("\ufeff\u200b \t\r\n"))
    while at < len(source) and len(found) < _MOST_LINES:
        match = _LINE.match(source, at)
        assert match is not None
        found.append(_Line(match.group().strip(), at, match.end()))
        at = match.end()
    return found


def _message(lines: list[_Line], source: str, lexicon: Lexicon) -> Envelope | None:
    """The fields at the head of a message, up to the first empty line; what is continued is indented."""
    roles: Mapping[str, str] = lexicon.table("mail-fields")
    values: dict[str, tuple[int, int]] = {}
    fields = 0
    for line in lines:
        field = _FIELD.match(line.words)
        role = roles.get(field["name"].lower()) if field else None
        if field and role:
            fields += 1
            at = source.index(field["value"], line.start)
            values.setdefault(role, (at, at + len(field["value"])))
        elif not line.words:
            break
        elif not (fields and source[line.start] in " \t"):
            return None
    else:
        return None
    if fields < _FEWEST or not {"author", "headline"} & values.keys():
        return None
    return Envelope(line.end, len(source), values.get("headline"), *_told(values, source, lexicon))


def _told(values: dict[str, tuple[int, int]], source: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    date, author = (source[slice(*values[role])] if role in values else None for role in ("date", "author"))
    days = find_days(date, lexicon) if date else []
    name = re.sub(r"\s*<[^<>]*>|[\"“”]", "", author).strip() if author else None
    return next((day.iso for day in days if day.iso), None), name if name and "@" not in name else None


def _wire(lines: list[_Line], source: str, lexicon: Lexicon) -> Envelope | None:
    """The lines at the head of a wire story: numbers, slugs, and the headline and byline between signs."""
    title, author, start, count = None, None, 0, 0
    slugged = False
    openers = lexicon.words("byline-openers")
    for line in lines:
        if not line.words:
            continue
        marked = _MARKED.match(line.words)
        slug = _SLUG.match(marked["words"] if marked else line.words)
        if marked and not slug:
            at = source.index(marked["words"], line.start)
            first = marked["words"].partition(" ")[0].lower()
            if first in openers:
                author = author or marked["words"]
            elif title is None and slugged and line.words.endswith("<"):
                title = at, at + len(marked["words"])
        elif not (marked or slug or _NUMBERED.match(line.words) or _is_signal(line.words, lexicon)):
            break
        slugged = slugged or slug is not None
        start, count = line.end, count + 1
    return Envelope(start, len(source), title, None, author) if count >= _FEWEST and start < len(source) else None


def _is_signal(words: str, lexicon: Lexicon) -> bool:
    return _BARE.sub(" ", words).strip().lower() in lexicon.words("wire-signals") or _SENT.match(words) is not None


def _foot(source: str, start: int, lexicon: Lexicon) -> int:
    """Where the text ends: before the signals at its foot, and before the signature of a message."""
    signature = re.search(r"^-- ?$", source[start:], re.MULTILINE)
    end = start + signature.start() if signature else len(source)
    while True:
        kept = len(source[:end].rstrip())
        last = max(source.rfind("\n", start, kept), source.rfind("\r", start, kept), start - 1) + 1
        words = source[last:kept].strip()
        signal = _BARE.sub("", words).lower() in lexicon.words("closing-signals") or set(words) <= set("#*-_~= ")
        if not words or last <= start or not (signal or _SENT.match(words)):
            return kept
        end = last
