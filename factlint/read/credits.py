"""Credits: the lines by the headline that say who wrote, where and when; what stands above them is the standfirst."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.read.article import Block, BlockKind
from factlint.read.days import Day, find_days, spans_a_life
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_BAR = "|"  # between a section and its byline
_LONGEST = 160  # code points of a credit
_DEEPEST = 10  # blocks among which the credits stand
_LONGEST_STANDFIRST = 60  # words of one of its paragraphs
_SHORTEST_STANDFIRST = 6
_MOST_STANDFIRSTS = 2
_LABELS = 2  # colons of a line that is a form: “Tested by: … Price: …”
_MOST_OTHER_WORDS = 6  # of the paper's name or the place in a date line
_LONGEST_ROLE = 6  # words
_LONGEST_NAMES = 9  # words of a line that names writers or the paper
_LONGEST_NAME = 4  # words of a lone writer's name
_SHORTEST_TEXT = 12  # words of what stands below one
_LONGEST_LABEL = 3  # words of a section's name
_HIGHEST_MASTHEAD = 4  # lines
_LONGEST_OUTLET = 6  # words of the name of a paper, or of what sends a release

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_WRITER = rf"\s*{_NAME}\s+(?:[a-z]{{1,4}}[ '’-])*{_NAME}"
_STOP = re.compile(r"[.!?…][\"”’')\]]*$")
_SENTENCES = re.compile(r"[.!?…][\"”’')\]]*\s")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d){1,2}\s?(?:[aApP]\.?[mM]\b\.?)?|\b\d{1,2}\s?[aApP]\.?[mM]\b\.?")
_READING = re.compile(r"\b\d{1,2}[ -](?=\w+ read\b|\w+ ago\b)")
# 10.15am, 1432 GMT, 11:05 Bo Ek
_HEADED = re.compile(
    r"(?:[01]?\d|2[0-3])(?:(?P<mark>[:.])[0-5]\d|[0-5]\d(?= ?[A-Z]{2,4}\b)|(?= ?[ap]\.?m\b))\s?(?P<rest>[^\d\n]*)\Z"
)
# 4.05pm: …, 10:22 p.m. — …, 23.30 – …, 14:30 GMT: …
_ENTRY = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?P<word>[A-Za-z.]{2,4})? ?[:–—-] (?=[^\W_])")
_LONGEST_STAMP = 40  # code points
_JOINED = re.compile(r"\s*(?:,|&|;|/|\||\band\b|\bin\b)\s*")
_BREAK = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")


class Head(NamedTuple):
    """What stands around the headline.

    kinds: the kinds of those pieces, by number, that are credits or the standfirst.
    date: the day of publication, ISO 8601, or None.
    author: who wrote it, as the byline says, or None.
    """

    kinds: dict[int, BlockKind]
    date: str | None = None
    author: str | None = None


class Credits:
    """What the credits of a language's newspapers look like, from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    # ------------------------------------------------------------------ one line

    def is_byline(self, words: str) -> bool:
        """Whether a line names the writer: “By Ann Roe”, “CYCLING | By Ann Roe in Ghent”, “Ann Roe, Science reporter”.

        “From Ann Roe:” does not.
        """
        if len(words) > _LONGEST or words.endswith(":"):
            return False
        section, bar, rest = words.rpartition(_BAR)
        label = section.strip()
        if bar and label.isupper():
            return self.is_byline(rest.strip())
        if bar and label[:1].isupper() and len(label.split()) <= _LONGEST_LABEL and self.is_byline(rest.strip()):
            return True
        name, comma, role = words.partition(", ")
        if comma and self.is_names(name) and self.is_role(role):
            return True
        if self._labels(words, "byline-labels"):
            return True
        kind, _, rest = words.partition(" ")
        opener, _, names = rest.partition(" ")
        if kind.isalpha() and opener in self._lexicon.words("byline-openers") and self.is_names(names):
            return kind[0].isupper() and not self._opens_with(words, "pictures-openers")  # “Interview by Ann Roe”
        if not self._opens_with(words, "byline-openers"):
            return False
        return not _STOP.search(words) or any(day.dated for day in self._days(words))

    def _opens_with(self, words: str, openers: str) -> bool:
        """Whether a line is one of some openers and goes on with somebody's name: “By Ann Roe”."""
        lowered = words.lower()
        opener = next((o for o in self._lexicon.words(openers) if lowered.startswith(o + " ")), None)
        return opener is not None and re.match(_WRITER, words[len(opener) :]) is not None

    def _labels(self, words: str, labels: str) -> bool:
        """Whether a line is one of a list of labels and the names of people: “Words: Ann Roe”."""
        label, colon, names = words.partition(":")
        return bool(colon) and label.lower() in self._lexicon.words(labels) and self.is_names(names.strip())

    def date_line(self, words: str) -> Day | None:
        """The day that a line gives, where it gives little else: the clock, the place, the paper's name."""
        days = self._days(words)
        if not days or spans_a_life(days) or not self._little_besides(words, days):
            return None
        return max(days, key=lambda day: day.dated)

    def is_credit(self, words: str) -> bool:
        """Whether a line is a credit by itself, wherever it stands."""
        if self.is_byline(words) or self.date_line(words) is not None:
            return True
        return len(words) <= _LONGEST and self._opens_with(words, "pictures-openers") and not _SENTENCES.search(words)

    def day(self, lines: Iterable[str]) -> str | None:
        """The day of publication in some credits, ISO 8601; one said to be of a change only where there is no other."""
        later = self._lexicon.words("later-version-words")
        first: list[str] = []
        changed: list[str] = []
        for words in lines:
            end = 0
            for day in self._days(words):
                said = words[end : day.start].lower().replace(":", " ").split()
                if day.iso:
                    (first if later.isdisjoint(said) else changed).append(day.iso)
                end = day.end
        return next(iter(first + changed), None)

    def _days(self, words: str) -> list[Day]:
        return find_days(words, self._lexicon) if len(words) <= _LONGEST else []

    def _little_besides(self, words: str, days: list[Day]) -> bool:
        """Whether a line says little besides these days."""
        rest = words
        for day in reversed(days):
            rest = rest[: day.start] + " " + rest[day.end :]
        rest = _CLOCK.sub(" ", _READING.sub(" ", rest))
        if any(letter.isdecimal() for letter in rest) or re.search(r"[?!\"“”]|\.\s+\S", rest.strip(" .")):
            return False
        said, places = self._lexicon.words("publication-line-words"), self._lexicon.words("place-words")
        weekdays = self._lexicon.words("weekdays")
        words_there = [word.lower() for word in _WORD.findall(rest)]
        if not self._lexicon.union("birth-words", "death-verbs").isdisjoint(words_there):
            return False  # “Born 4 May 1931 in Ghent”: a day of somebody's life
        other = [w for w in _WORD.findall(rest) if w.lower().strip(".") not in said and w.lower() not in weekdays]
        small = [word for word in other if word[0].islower() and word not in places]
        return len(other) <= _MOST_OTHER_WORDS and not small

    def is_role(self, words: str) -> bool:
        """Whether a line is a writer's role and nothing else: “Science reporter”, “Sports Desk”."""
        written = words.partition(",")[0].split(" in ")[0].split()
        if not written or len(words.split()) > _LONGEST_ROLE or _STOP.search(words) or not words[0].isupper():
            return False
        return written[-1].lower() in self._lexicon.words("byline-role-heads")

    def is_names(self, words: str) -> bool:
        """Whether a line holds nothing but names, as of writers or of the paper."""
        if _STOP.search(words) or not 1 < len(words.split()) <= _LONGEST_NAMES or ":" in words:
            return False
        return all(re.fullmatch(rf"{_NAME}(?: {_NAME}){{0,4}}", part) for part in _JOINED.split(words) if part)

    def is_stamp(self, words: str) -> bool:
        """Whether a line is the time that heads an entry of a running story, or that and who writes it: “10:32 GMT”."""
        found = _HEADED.match(words) if len(words) <= _LONGEST_STAMP else None
        if found is None:
            return False
        suffixes = self._lexicon.words("time-suffixes")
        rest = [word for word in _WORD.findall(found["rest"]) if word.lower().rstrip(".") not in suffixes]
        return not rest or (bool(found["mark"]) and self.is_names(" ".join(rest)))

    def stamp_end(self, words: str) -> int:
        """Where a line goes on that begins with the time of an entry: “4.05pm: The talks are over”; else 0."""
        found = _ENTRY.match(words)
        if found is None or (found["word"] and found["word"].lower() not in self._lexicon.words("time-suffixes")):
            return 0
        return found.end()

    # ------------------------------------------------------------------ the lines together

    def leading(self, text: str, pieces: list[Block]) -> int:
        """How many pieces stand above the headline: the paper's name, a section's in capitals, the date, the writer."""
        count = self._masthead(text, pieces)
        count += count and self._column(text, pieces[count : count + 2])
        for piece in pieces[count : count + 4]:
            words = text[piece.start : piece.end]
            label = words.isupper() and len(words.split()) <= _LONGEST_LABEL and not _STOP.search(words)
            if not self.is_credit(words) and not (label and count + 2 < len(pieces)):
                break
            count += 1
        credited = any(self.is_credit(text[p.start : p.end]) for p in pieces[:count])
        return count if credited and count < len(pieces) else 0

    def _column(self, text: str, pieces: list[Block]) -> int:
        """How many lines name a column and who writes it: its title in capitals, and names right below."""
        lines = [text[p.start : p.end] for p in pieces]
        titled = len(lines) > 1 and lines[0].isupper() and not lines[1].isupper() and not parted(text, pieces)[1]
        return len(lines) if titled and self.is_names(lines[1]) else 0

    def _masthead(self, text: str, pieces: list[Block]) -> int:
        """How many lines at the top, with a blank line below, are the paper's name and its day; a headline follows."""
        top = parted(text, pieces[: _HIGHEST_MASTHEAD + 1])
        count = next((n for n in range(1, len(top)) if top[n]), 0)
        lines = [text[p.start : p.end] for p in pieces[:count]]
        if count < 2 or count + 2 >= len(pieces) or not any(self._is_dated(line) for line in lines):
            return 0
        names = [line for line in lines if not self._is_dated(line)]
        following = text[pieces[count].start : pieces[count].end]
        if not all(map(self._is_label_line, names)) or _STOP.search(following) or self.is_credit(following):
            return 0
        # A press release names who sends it, which may be anybody.
        released = any(line.split()[0].isupper() for line in names)
        return count if names and (released or any(map(self.is_outlet, names))) else 0

    def _is_dated(self, words: str) -> bool:
        day = None if self.is_byline(words) else self.date_line(words)
        return day is not None and day.dated

    def _is_label_line(self, words: str) -> bool:
        """Whether a line may be part of a masthead: names, also of a place, or the name of a section."""
        written = words.split()
        if _STOP.search(words) or not written[:1] or not words[0].isupper() or len(written) > _LONGEST_OUTLET:
            return False
        large = [word for word in written if word not in self._lexicon.words("of-words")]
        return words.isupper() or len(written) == 1 or self.is_names(" ".join(large))

    def is_outlet(self, words: str) -> bool:
        """Whether names are those of a paper: “The Cape Meridian”, “Deccan Morning Post, Hyderabad”."""
        written, lexicon = words.replace(",", " ").split(), self._lexicon
        outlets = lexicon.union("credited-outlets", "masthead-words")
        if not 0 < len(written) <= _LONGEST_OUTLET:
            return False
        the = written[0].lower() in lexicon.words("definite-articles")
        return the or any(word.capitalize() in outlets for word in written)

    def read(self, text: str, pieces: list[Block], headline: int | None, parted: list[bool]) -> Head:
        """The kinds of the pieces around the headline; `parted` tells of each whether a blank line stands before it."""
        top = -1 if headline is None else headline
        lines = [text[p.start : p.end] for p in pieces[: top + 1 + _DEEPEST]]
        firm = [number != headline and self.is_credit(line) for number, line in enumerate(lines)]
        for number, line in enumerate(lines):
            if firm[number] and not self._counts(text, pieces, number, line, firm):
                firm[number] = False
        masthead = self._masthead(text, pieces) if top > 0 else 0
        above = (n for n in range(max(top, 0)) if firm[n] or n < masthead)
        kinds: dict[int, BlockKind] = {n: self._kind(lines[n]) for n in above}
        first = next(
            (n for n in range(top + 1, len(lines)) if firm[n] or self._backs(lines, n, firm, parted, top)), None
        )
        if first is not None and self._is_standfirst(lines[top + 1 : first], headline):
            last = first
            while last < len(lines) and (firm[last] or self._backs(lines, last, firm, parted, top)):
                kinds[last] = self._kind(lines[last]) if firm[last] else self._named(lines, last, kinds)
                last += 1
            for number in range(top + 1, first if last < len(pieces) else 0):
                noted = lines[number][0] in "[("  # a note of the desk's
                if len(_WORD.findall(lines[number])) > _LONGEST_LABEL and not noted:
                    kinds[number] = "standfirst"
        below = next((n for n in range(top + 1, len(lines)) if n not in kinds), len(lines))
        if headline is not None and "standfirst" not in kinds.values() and self._is_open_ended(lines, below, kinds):
            kinds[below] = "standfirst"
        if kinds and len(kinds) == len(pieces):
            kinds.popitem()  # credits stand around an article: alone they are what there is to read
        credits = [lines[number] for number in sorted(kinds) if kinds[number] != "standfirst"]
        author = next((lines[number] for number in sorted(kinds) if kinds[number] == "byline"), None)
        return Head(kinds, self.day(credits), author)

    def _kind(self, line: str) -> BlockKind:
        return "byline" if self.is_byline(line) else "credit"

    def _named(self, lines: list[str], number: int, kinds: dict[int, BlockKind]) -> BlockKind:
        """A line of names is the byline, unless there is one above, or the paper or a role speaks."""
        named = "byline" in kinds.values() or self.is_role(lines[number]) or lines[number].isupper()
        return "credit" if named else "byline"

    def _counts(self, text: str, pieces: list[Block], number: int, line: str, firm: list[bool]) -> bool:
        """Whether a credit is one in this article: of days that head the parts of a diary or a timeline none is."""
        day = None if self.is_byline(line) else self.date_line(line)
        if day is None:
            return True
        beside = any(firm[n] for n in (number - 1, number + 1) if 0 <= n < len(firm))
        if day.dated and beside:
            return True
        below = (text[p.start : p.end] for p in pieces[number + 2 :] if p.end - p.start < 60)
        alike = any(self.date_line(words) is not None for words in below)
        return not alike and (day.dated or beside or number <= 2)

    def _backs(self, lines: list[str], number: int, firm: list[bool], parted: list[bool], top: int) -> bool:
        """Whether a line is a credit for what stands beside it: a name or a role by the date or the byline."""
        if number >= len(lines) or not lines[number]:
            return False
        line = lines[number]
        above = firm[number - 1] if number else False
        below = firm[number + 1] if number + 1 < len(lines) else False
        if self.is_role(line):
            return True
        close = (above and not parted[number]) or (below and not parted[number + 1])
        if not self.is_names(line):
            return close and self._labels(line, "credit-openers")  # “Words: Ann Roe” over “Pictures: Bo Ek”
        given = line.split()[0].lower() in self._lexicon.words("given-names")
        role = number + 1 < len(lines) and self.is_role(lines[number + 1])
        lone = given and 0 <= top == number - 1 and len(line.split()) <= _LONGEST_NAME
        over_text = number + 1 < len(lines) and len(lines[number + 1].split()) >= _SHORTEST_TEXT
        return close or (given and below) or role or (lone and over_text)

    def _is_standfirst(self, lines: list[str], headline: int | None) -> bool:
        """Whether what stands between headline and credits is short enough for a standfirst."""
        if not lines:
            return True
        long = [line for line in lines if len(_WORD.findall(line)) > _LONGEST_LABEL]
        short = all(len(_WORD.findall(line)) <= _LONGEST_STANDFIRST for line in lines)
        return headline is not None and short and len(long) <= _MOST_STANDFIRSTS

    def _is_open_ended(self, lines: list[str], number: int, kinds: dict[int, BlockKind]) -> bool:
        """Whether a line goes without a full stop, as headlines do, above the text: “Shop had been there since 1911”.

        What ends amid a sentence is a paragraph that has lost its end.
        """
        if number + 1 >= len(lines) or number + 1 in kinds:
            return False
        words = lines[number].lower().split()
        text = len(_WORD.findall(lines[number + 1])) > _LONGEST_LABEL and _STOP.search(lines[number + 1]) is not None
        return (
            text
            and lines[number][-1].isalnum()
            and not _SENTENCES.search(lines[number])
            and lines[number].count(":") < _LABELS
            and _SHORTEST_STANDFIRST <= len(words) <= _LONGEST_STANDFIRST
            and words[-1] not in self._lexicon.words("dangling-words")
        )

    def dated(self, text: str, blocks: Iterable[Block], head: Head) -> Head:
        """What the credits say, with the day of the dateline that opens the text where no other is told."""
        lines = (text[block.start : block.end] for block in blocks if block.kind == "dateline")
        return head if head.date else head._replace(date=self.day(lines))


def parted(text: str, pieces: list[Block]) -> list[bool]:
    """Of each piece, whether a blank line stands before it; of the first, that one does."""
    return [
        n == 0 or len(_BREAK.findall(text, pieces[n - 1].end, piece.start)) > 1 for n, piece in enumerate(pieces[:40])
    ]
