"""Layout: the blocks of an article, its sentences, how they end and what stands there twice."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from factlint.record import NamedTuple


class Headline(NamedTuple):
    """The headline.

    start: first code point.
    end: one past the last code point.
    words: how many words it has.
    """

    start: int
    end: int
    words: int


class Stretch(NamedTuple):
    """A piece of the source that another fact points to.

    start: first code point.
    end: one past the last code point.
    """

    start: int
    end: int


class Repetition(NamedTuple):
    """Something that the article has twice.

    start: first code point of the later place.
    end: one past its last code point.
    kind: paragraph, sentence, retelling (a sentence with small changes) or word.
    earlier: the place that it repeats.
    share: how much of the later one the earlier holds, 0 to 1.
    word: the doubled word in lower case, or none.
    in_quote: whether a doubled word stands in a quotation.
    retold: whether the two stand in different entries of a running story, or one in the summary above the text.
    """

    start: int
    end: int
    kind: str
    earlier: Stretch
    share: float
    word: str | None
    in_quote: bool
    retold: bool


class Ending(NamedTuple):
    """How the last sentence of a body block ends.

    start: first code point of the sentence.
    end: one past its last code point.
    mark: the closing mark, quotation marks and brackets left out: a stop, another mark, or none.
    word: its last word, as written.
    words: how many words the sentence has.
    block: the kind of its block.
    last: whether the block is the last of the article.
    goes_on: whether another block stands on the very next line, as in verse, an address or a table, in an article that
        parts its paragraphs by blank lines.
    whole: whether its last two words close a phrase, though the last one alone seldom does: “and more”.
    follows: the kind of the block behind it, or none.
    goes_over: whether the block behind speaks of something else: it begins with a word that leads on (but, meanwhile),
        or tells what somebody said; known where the mark is a colon.
    continued: whether the block behind begins with a small letter, as the rest of the sentence does.
    licensed: the word before, such as “what” or an infinitive's “to”, that lets a sentence end in a preposition or in
        a form of be; or none.
    """

    start: int
    end: int
    mark: str | None
    word: str
    words: int
    block: str
    last: bool
    goes_on: bool
    whole: bool
    follows: str | None
    goes_over: bool
    continued: bool
    licensed: str | None


class Bracket(NamedTuple):
    """A bracket without its partner in the same paragraph.

    start: the bracket.
    end: one past it.
    opens: whether it is an opening one.
    block: the kind of its block.
    """

    start: int
    end: int
    opens: bool
    block: str


class Opening(NamedTuple):
    """The first word of a paragraph that begins with a small letter.

    start: first code point of the word.
    end: one past its last code point.
    words: how many words the paragraph has.
    before: the kind of the block before, or none.
    mark: the mark with which that block ends, or none.
    ends: the mark with which the paragraph itself ends, or none.
    parted: whether a blank line stands before it.
    alike: how many paragraphs of the article begin so.
    """

    start: int
    end: int
    words: int
    before: str | None
    mark: str | None
    ends: str | None
    parted: bool
    alike: int


class NoteMark(NamedTuple):
    """The mark of a footnote, with the word that it stands at.

    start: first code point of the word.
    end: one past the mark.
    sign: the mark: *, †, ².
    answered: whether a line of the article begins with it, as a note does.
    block: the kind of its block.
    """

    start: int
    end: int
    sign: str
    answered: bool
    block: str


class Slip(NamedTuple):
    """Two words side by side that grammar never joins.

    start: first code point of the first word.
    end: one past the second.
    first_class: what the first is: article, possessive, modal, be …
    second_class: what the second is, which cannot follow.
    first: the first word, in lower case.
    second: the second.
    block: the kind of their block.
    """

    start: int
    end: int
    first_class: str
    second_class: str
    first: str
    second: str
    block: str


class Lapse(NamedTuple):
    """A place at which the grammar of a sentence does not hold, as a change made by half leaves it.

    start: first code point of the words that do not fit.
    end: one past the last.
    sort: verb-form (“could led”), verb-lost (“would a report”), to-lost (“plans build”), of-lost (“some the boats”),
        article-lost (“to officer”), agreement (“the nets is”), number (“a rules”), doubled (“in
        May in May”), broken-off (“by the.”), subject-lost (“said would”), misspelt, sound (“an year”),
        apostrophe (“lost it's licence”), confused (“free reign”), amount (“less sailings”) or unmet (“on the eve
        of before”).
    first: the word that asks for something, in lower case: the auxiliary, the subject's head, the determiner.
    second: the word that does not give it; of what is doubled, all of it; of what is misspelt, confused
        or of the other sound, what is meant.
    block: the kind of their block.
    """

    start: int
    end: int
    sort: str
    first: str
    second: str
    block: str


class Pointer(NamedTuple):
    """Words that send the reader to another place of the page: “see the table below”.

    start: first code point of the thing, or of the word that says where.
    end: one past the last of the two.
    way: above or below.
    thing: what is to be seen there, in lower case.
    sort: picture or text.
    blocks: how many blocks stand that way.
    displayed: how many of those are set apart: list items, block quotes, subheadings, captions.
    pictures: how many pictures, or captions of pictures, stand that way.
    """

    start: int
    end: int
    way: str
    thing: str
    sort: str
    blocks: int
    displayed: int
    pictures: int


class StrayLine(NamedTuple):
    """A line of the body that does not end as a sentence does: a subheading, an item, or what a page left there.

    start: first code point.
    end: one past the last.
    block: the kind of its block.
    format: the format of the article.
    words: how many words it has.
    mark: the mark with which it ends, closing brackets and quotation marks left out, or none.
    whole: whether it is one sentence or a part of one.
    page: how many of them pages use of themselves: share, comments, video.
    other: how many are neither such words nor numbers, days, hours or little words.
    label: what stands before a colon or a bar, where it is made of a page's words alone, or none.
    time: the running time at its end behind a page's word (“Play Video 2:14”), or none.
    tense: past, present or future, as its first main clause that has one, or none.
    small_name: a name that it writes with a small letter and the rest of the article with a capital, or none.
    twice: two words with capitals that it has twice, or none.
    own: how many nouns, verbs and adjectives it has, names left out.
    told: which share of those the text right below it has as well, 0 to 1.
    share: how many such lines the article has for each block of its body, 0 to 1.
    follows: the kind of the block behind it, or none.
    """

    start: int
    end: int
    block: str
    format: str
    words: int
    mark: str | None
    whole: bool
    page: int
    other: int
    label: str | None
    time: str | None
    tense: str | None
    small_name: str | None
    twice: str | None
    own: int
    told: float
    share: float
    follows: str | None
