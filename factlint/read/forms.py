"""The roles of blocks that nothing marks: headline, byline, dateline, caption and subheading, by place and form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.read.article import Block, BlockKind
from factlint.read.captions import Captions
from factlint.read.credits import Credits, Head, parted
from factlint.read.datelines import Datelines
from factlint.read.labels import Labels
from factlint.read.posts import with_posts
from factlint.read.releases import with_release

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_LONGEST_HEADLINE = 30  # words
_LONGEST_STOPPED_HEADLINE = 20  # words of a headline that ends with a full stop
_LONGEST_HEADING = 10  # words
_FEWEST_ROWS = 3
_LONGEST_QUESTION = 5  # words of a heading such as “What the mayor said”
_WHOLE_ARTICLE = (4, 60)  # blocks and words from which a first line with a full stop may be a headline
_LONGEST_DECK_LINE = 20  # words
_AT_HEAD = frozenset({"headline", "byline", "credit", "standfirst"})
_DATED = 10  # blocks among which a dateline may tell the article's day
_MOST_KNOWN = 2_000  # blocks of which is remembered whether they are captions
_TOP = 5  # blocks among which a byline may stand

_STOP = re.compile(r"[.!?…][\"”’')\]]*$")
# A sentence with the number of its footnote; two statements: “Referee: C Turpin (France). Attendance: 400”.
_NOTED = re.compile(r"[.!?][\"”’')]*\s*\[[^\[\]]{1,12}\]$|\)\.\s+[A-Z]")
_WORD = re.compile(r"\w[\w'’-]*")
_BREAK = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")


@lru_cache(maxsize=4)
def forms_of(lexicon: Lexicon) -> Forms:
    """The forms of a lexicon's language."""
    return Forms(lexicon)


class Forms:
    """What the forms of a language's newspapers look like, from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._captions = Captions(lexicon)
        # An article that is being written has mostly the blocks that it had a moment ago.
        self._known_caption = lru_cache(maxsize=_MOST_KNOWN)(self._reads_like_caption)
        self._datelines = Datelines(lexicon)
        self.credits = Credits(lexicon)
        self.labels = Labels(lexicon)

    def assign(self, text: str, pieces: list[Block]) -> tuple[tuple[Block, ...], Head]:
        """The pieces with their roles, and what the credits say; a dateline is cut off the paragraph that it opens."""
        pieces = with_posts(text, pieces)
        # Where markup tells of headings, a short line among the paragraphs is none.
        marked = any(piece.kind == "heading" and not piece.labelled for piece in pieces)
        headline = next((number for number, piece in enumerate(pieces) if piece.kind == "headline"), None)
        if headline is None:
            above = self.credits.leading(text, pieces)
            headline = self._headline_at(text, pieces[above:])
            headline = None if headline is None else headline + above
        deck = self._deck_end(text, pieces, headline) if headline is not None else 0
        head = self.credits.read(text, pieces, headline, parted(text, pieces))
        blocks: list[Block] = []
        for place, piece in enumerate(pieces):
            words = text[piece.start : piece.end]
            if piece.labelled:
                blocks.append(piece)
            elif place in head.kinds and not (headline or 0) <= place < deck:
                blocks.append(piece._replace(kind=head.kinds[place]))
            elif headline is not None and place <= headline:
                blocks.append(piece._replace(kind="headline" if place == headline else self._above(words)))
            elif place < deck:
                blocks.append(piece._replace(kind="headline"))
            elif piece.kind != "paragraph":
                blocks.append(piece)
            elif marked:
                blocks.extend(self._datelines.cut(text, piece, place))
            elif headline is not None and blocks[-1].kind in _AT_HEAD and self._is_kicked(words):
                blocks.append(piece._replace(kind="standfirst"))
            elif self.credits.is_stamp(words):
                blocks.append(piece._replace(kind="stamp"))
            elif (headline or 0) < place <= (headline or 0) + _TOP and self.is_byline(words):
                blocks.append(piece._replace(kind="byline"))
            elif self._heads_rows(words, pieces[place + 1 : place + 2]):
                blocks.append(piece._replace(kind="heading"))
            elif self.is_caption(words):
                blocks.append(piece._replace(kind="caption"))
            elif 0 < place < len(pieces) - 1 and self._is_heading(words) and not self._goes_on(text, pieces, place):
                blocks.append(piece._replace(kind="heading"))
            else:
                blocks.extend(self._datelines.cut(text, piece, place))
        blocks = self._foot(text, with_release(text, _rows_told(blocks), self._lexicon))
        return tuple(blocks), self.credits.dated(text, blocks[:_DATED], head)

    def _foot(self, text: str, blocks: Sequence[Block]) -> list[Block]:
        """The blocks, the last as credits where it is nothing else: “The Review, 8 March. Photographs by Ann Roe”."""
        if not blocks:
            return []
        *above, last = blocks
        parts = text[last.start : last.end].split(". ")
        if (
            above
            and len(parts) > 1
            and last.kind in ("paragraph", "caption")
            and all(map(self.credits.is_credit, parts))
        ):
            last = last._replace(kind="credit")
        return [*above, last]

    def _above(self, words: str) -> BlockKind:
        """What a line above the headline is: the label of the piece's sort (“EXPLAINER”), or a heading."""
        return "credit" if self._is_kicker(words) else "heading"

    def _is_kicker(self, words: str) -> bool:
        return words.lower().strip(" :") in self._lexicon.words("kickers")

    def _is_kicked(self, words: str) -> bool:
        """Whether a line under the headline begins with such a label: “Latest: a third count is under way”."""
        label, colon, _ = words.partition(":")
        return bool(colon) and self._is_kicker(label) and not _STOP.search(words)

    def _headline_at(self, text: str, pieces: list[Block]) -> int | None:
        """Which piece is the headline: the first, or the second after a short label in capitals."""
        if len(pieces) < 2:
            return None
        first = text[pieces[0].start : pieces[0].end]
        second = text[pieces[1].start : pieces[1].end]
        outlet = self.credits.is_outlet(first)
        short = len(_WORD.findall(second)) <= _LONGEST_STOPPED_HEADLINE and second[-1] not in ".:,"
        if len(pieces) > 2 and self._is_kicker(first) and short and not self.credits.is_credit(second):
            return 1
        if (
            len(pieces) > 2
            and first.isupper()
            and (len(first.split()) <= 2 or (outlet and _parted(text, pieces, 1)))
            and self._looks_like_headline(second, text, pieces)
        ):
            return 1
        return 0 if pieces[0].kind == "paragraph" and self._looks_like_headline(first, text, pieces) else None

    def _deck_end(self, text: str, pieces: list[Block], headline: int) -> int:
        """One past the last line of the deck: short lines right under the headline, with a blank line behind them."""
        end = headline + 1
        while end < len(pieces) and not _parted(text, pieces, end):
            words = text[pieces[end].start : pieces[end].end]
            short = len(_WORD.findall(words)) <= _LONGEST_DECK_LINE and self._one_sentence(words)
            if self.credits.is_credit(words):
                return end
            if not short or pieces[end].kind != "paragraph":
                return headline + 1
            end += 1
        return end if end < len(pieces) else headline + 1

    def _looks_like_headline(self, words: str, text: str, pieces: list[Block]) -> bool:
        count = len(_WORD.findall(words))
        if not 1 < count <= _LONGEST_HEADLINE:
            return False
        whole = len(pieces) >= _WHOLE_ARTICLE[0] and len(text.split()) >= _WHOLE_ARTICLE[1]
        if not self._one_sentence(words):  # “The office is shut. Now its staff have nowhere to go”
            return whole and count <= _LONGEST_STOPPED_HEADLINE and not _STOP.search(words) and words[-1] not in ":,"
        if not _STOP.search(words):
            return words[-1] not in ":,"
        if re.search(r"[!?][\"”’']*$", words) and words[0] not in '“"':
            return count <= _LONGEST_STOPPED_HEADLINE and len(pieces) >= _WHOLE_ARTICLE[0]
        # Some houses' exports put a full stop after the headline; only a whole article tells that from a sentence.
        spoken = words[0] in '“"' and re.search(r"[”\"]", words[-2:]) is not None
        return whole and not spoken and (count <= _LONGEST_STOPPED_HEADLINE or _title_case(words))

    def _one_sentence(self, words: str) -> bool:
        """Whether no full stop inside the words ends a sentence; stops of titles and initials do not."""
        titles = self._lexicon.words("abbreviations-before-names") | self._lexicon.words("abbreviations")
        return all(
            match.group(1).lower() in titles or len(match.group(1).replace(".", "")) < 2 or "." in match.group(1)
            for match in re.finditer(r"([\w.’'-]*\w)\.[\"”’']*\s+[\"“‘']?[A-Z]", words)
        )

    def is_byline(self, words: str) -> bool:
        """Whether a block is the line that names the writer."""
        return self.credits.is_byline(words)

    def is_caption(self, words: str) -> bool:
        """Whether a block reads like the text under a picture."""
        return self._known_caption(words)

    def _reads_like_caption(self, words: str) -> bool:
        return self._captions.is_caption(words, lambda: self._one_sentence(words))

    def _heads_rows(self, words: str, following: list[Block]) -> bool:
        """Whether a short line without a stop stands right above the rows of a table: “Third count (Roe's votes)”."""
        short = len(words.split()) <= _LONGEST_HEADING and words[-1] not in ".!?:;,…"
        return short and bool(following) and following[0].row

    def _goes_on(self, text: str, pieces: list[Block], place: int) -> bool:
        """Whether another short line stands right below, as in an address or under a letter."""
        following = pieces[place + 1]
        return not _parted(text, pieces, place + 1) and self._is_heading(text[following.start : following.end])

    def _is_heading(self, words: str) -> bool:
        """A short line without a stop, that begins with a capital, holds no quotation and does not break off.

        What heads an entry of a running story, or asks twice, may end in many a word: “What it is, and what it is not”.
        """
        stamp = self.credits.stamp_end(words)
        words = words[stamp:]
        asked = words[-1] == "?" and words.isupper()  # “WHO IS AHEAD?”; in small letters somebody may ask it
        stopped = words[-1] in (".,:;" if stamp else ".!?:;,…”\"'’)") and not asked
        if len(words) > 90 or not words[0].isupper() or stopped or _NOTED.search(words):
            return False
        written = [word.strip("“\"‘'(") for word in words.lower().split()]
        questions = self._lexicon.words("question-pronouns")
        asks = written[0] in questions and (len(written) <= _LONGEST_QUESTION or not questions.isdisjoint(written[1:]))
        whole = " ".join(written[-2:]) in self._lexicon.words("closing-phrases")
        dangling = self._lexicon.words("words-that-hang" if asks or stamp else "dangling-words")
        return len(written) <= _LONGEST_HEADING and (whole or written[-1] not in dangling)


def _rows_told(blocks: list[Block]) -> list[Block]:
    """The blocks; lines that look like headings and follow one another, three or more, are the rows of a list."""
    first = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks) and blocks[at].kind == "heading":
            continue
        if at - first >= _FEWEST_ROWS:
            blocks[first:at] = [block._replace(kind="list-item") for block in blocks[first:at]]
        first = at + 1
    return blocks


def _parted(text: str, pieces: list[Block], place: int) -> bool:
    """Whether a blank line stands before a piece."""
    return len(_BREAK.findall(text, pieces[place - 1].end, pieces[place].start)) > 1


def _title_case(words: str) -> bool:
    long = [word for word in _WORD.findall(words) if len(word) > 4]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)
