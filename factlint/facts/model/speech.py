"""Speech: what stands between quotation marks, and who is credited with it."""

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal, NamedTuple

from factlint.facts.model.people import Person


class Quotation(NamedTuple):
    """What stands between quotation marks, whoever said it; the ground that quotes stand on.

    start: the opening mark; for a closing mark that nothing opened, that mark.
    end: one past the closing mark, or past the last word where none closes it.
    paragraph: number of the block in which it opens.
    last_paragraph: number of the block in which it ends.
    opening: the opening mark as written, or none.
    closing: the closing mark as written, or none.
    words: how many words it holds.
    depth: 0 for the outermost, 1 for a quotation inside another.
    first: its first token after the opening mark.
    last: its closing mark's token, or one past its last token.
    """

    start: int
    end: int
    paragraph: int
    last_paragraph: int
    opening: str | None
    closing: str | None
    words: int
    depth: int
    first: int
    last: int


class Cue(NamedTuple):
    """The words that credit a quote: said, according to, told.

    start: first code point.
    end: one past the last code point.
    text: as written.
    lemma: the verb's dictionary form.
    """

    start: int
    end: int
    text: str
    lemma: str


class Speaker(NamedTuple):
    """Who a quote is credited to.

    start: first code point of the words that name the speaker.
    end: one past the last code point.
    text: as written.
    kind: named, pronoun or described.
    person: the person meant, or none.
    collective: whether it is a body or several people (police, officials, the company).
    anonymous: whether the words hide who it is (a source, an official).
    """

    start: int
    end: int
    text: str
    kind: Literal["named", "pronoun", "described"]
    person: Person | None
    collective: bool
    anonymous: bool


class Quote(NamedTuple):
    """Somebody's words in quotation marks (or in a block quote); one quote also where it runs on over paragraphs.

    start: the opening mark.
    end: one past the closing mark.
    kind: direct (a whole utterance) or partial (words inside another sentence).
    words: how many words it holds.
    speaker: who said it, or none.
    cue: the crediting words, or none.
    paragraph: number of the block in which it opens.
    last_paragraph: number of the block in which it ends.
    block: the kind of the block in which it opens.
    closed: whether a closing mark ends it.
    closing_punctuation: the comma or full stop beside the closing mark: inside, outside or none.
    nearest: the last person named before the quote, or none.
    way: how the speaker is known: sentence (its own), paragraph (a neighbour in it), colon (the sentence before), dash,
        carried (the paragraph before), transcript; none where there is no speaker.
    """

    start: int
    end: int
    kind: Literal["direct", "partial"]
    words: int
    speaker: Speaker | None
    cue: Cue | None
    paragraph: int
    last_paragraph: int
    block: str
    closed: bool
    closing_punctuation: str | None
    nearest: Person | None
    way: str | None
