"""The vocabulary that rules speak: every kind of fact and its attributes.

All offsets are half-open ranges of code points into the article's source. Facts are named tuples: immutable, cheap to
make, and about a fifth of the start-up cost of frozen dataclasses. Any fact also has `text`, the source between `start`
and `end`, whether or not it is stored. The line `name: …` of a docstring documents that attribute; `factlint facts
--schema` prints it. Facts refer to others only in the direction in which they are derived, so there are no cycles.
"""

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal, NamedTuple

Gender = Literal["female", "male", "unknown"]


class Paragraph(NamedTuple):
    """A block of the article.

    start: first code point.
    end: one past the last code point.
    kind: headline, paragraph, caption, blockquote, list-item, heading, byline or dateline.
    number: place among the blocks, from 0.
    words: how many words it has.
    first: its first token.
    last: one past its last token.
    format: plain or markdown; in plain text the kind is told by form alone.
    """

    start: int
    end: int
    kind: str
    number: int
    words: int
    first: int
    last: int
    format: str


class Sentence(NamedTuple):
    """One sentence; never longer than its block.

    start: first code point.
    end: one past the last code point, closing quotation marks included.
    kind: the kind of its block.
    paragraph: number of its block.
    number: place among the sentences, from 0.
    words: how many words it has.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    kind: str
    paragraph: int
    number: int
    words: int
    first: int
    last: int


class Headline(NamedTuple):
    """The headline.

    start: first code point.
    end: one past the last code point.
    words: how many words it has.
    """

    start: int
    end: int
    words: int


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


class Name(NamedTuple):
    """One place where a person is named; the name alone, without honorific, title or possessive ending.

    start: first code point.
    end: one past the last code point.
    text: as written.
    form: full, surname, given or honorific (a surname after Mr, Ms, Dr …).
    honorific: as written before it, or none.
    """

    start: int
    end: int
    text: str
    form: Literal["full", "surname", "given", "honorific"]
    honorific: str | None


class Person(NamedTuple):
    """Somebody the article names, all mentions together.

    start: where the first mention starts.
    end: where it ends.
    id: unique in the article: "1", "2", …
    name: the fullest form.
    given: first name, or none.
    surname: family name, or none.
    gender: female, male or unknown.
    names: every place where the person is named, in order.
    introduced: how the first mention outside the headline introduces the person: full (given name and surname),
        office (a title, office or relation beside the name), apposition, clause (“, who …”), given (a first name
        alone, as of a child or a singer), or none.
    titles: the titles and offices that the article gives the person, as written.
    known: whether the configuration says that every reader knows the person by surname.
    certain: whether the words leave no doubt that it is a person: an honorific, a title, a full name, a speech verb
        beside a known family name.
    full: whether the article anywhere gives the full name.
    described: whether the article anywhere says who it is: a title, office, relation or apposition.
    headline: whether the headline names the person.
    mentions: how many places outside the headline name the person.
    paragraphs: how many blocks outside the headline do.
    only_in_credit: whether every such place is the credit of a quote or statement.
    namesakes: the names of others in the article with the same family name.
    """

    start: int
    end: int
    id: str
    name: str
    given: str | None
    surname: str | None
    gender: Gender
    names: tuple[Name, ...]
    introduced: str | None
    titles: tuple[str, ...]
    known: bool
    certain: bool
    full: bool
    described: bool
    headline: bool
    mentions: int
    paragraphs: int
    only_in_credit: bool
    namesakes: tuple[str, ...]


class Mention(NamedTuple):
    """One naming of a person, with the person.

    start: first code point of the name.
    end: one past the last code point of the name.
    form: full, surname, given or honorific.
    honorific: as written before the name, or none.
    person: who is meant.
    order: 0 for the person's first mention.
    in_quote: whether it stands in a quotation.
    kind: the kind of the block it stands in.
    paragraph: number of its block.
    first: whether it is the first outside the headline.
    described: how the words around it tell who the person is: office, apposition, clause (“, who …”), or none.
    qualifies: whether it stands before a noun that it qualifies (the Roe campaign).
    credit: whether a verb of speaking stands beside it.
    usual: how the article mostly spells this name, where this place differs; none where it does not.
    mistaken: an earlier person of the same family name and another first name, whom this place seems to mean by
        mistake, or none.
    unclear: the name of another person whom the bare family name may as well mean, or none.
    repeats: whether it introduces in full, with title or apposition, a person so introduced before.
    late: whether it gives the full name of a person whom earlier places outside the headline name without.
    """

    start: int
    end: int
    form: str
    honorific: str | None
    person: Person
    order: int
    in_quote: bool
    kind: str
    paragraph: int
    first: bool
    described: str | None
    qualifies: bool
    credit: bool
    usual: str | None
    mistaken: Person | None
    unclear: str | None
    repeats: bool
    late: bool


class Pronoun(NamedTuple):
    """A third-person pronoun of the he, she or they forms.

    start: first code point.
    end: one past the last code point.
    lemma: he, she or they.
    case: subject, object, possessive or reflexive.
    in_quote: whether it stands in a quotation.
    person: who is meant, or none.
    candidates: the people it could stand for, best first.
    opens: what it opens: paragraph, sentence or none.
    paragraph: number of its block.
    kind: the kind of its block.
    rival: the second-best candidate, or none.
    lead: how much better than the rival the person fits, from 0.5 (no better) to 1 (no rival).
    last_named: the person named last before it in the body, or none.
    antecedent: named, described (somebody without a name stands near before it) or none.
    distance: sentences back to where anybody was named last, or none.
    """

    start: int
    end: int
    lemma: str
    case: str
    in_quote: bool
    person: Person | None
    candidates: tuple[Person, ...]
    opens: str | None
    paragraph: int
    kind: str
    rival: Person | None
    lead: float
    last_named: Person | None
    antecedent: str | None
    distance: int | None


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


class Organization(NamedTuple):
    """A body named in the article.

    start: first code point.
    end: one past the last code point.
    name: the fullest form in the article.
    """

    start: int
    end: int
    name: str


class Place(NamedTuple):
    """A place named in the article.

    start: first code point.
    end: one past the last code point.
    name: the canonical name, which spellings and older names of one place share.
    in_quote: whether it stands in a quotation.
    """

    start: int
    end: int
    name: str
    in_quote: bool


class Source(NamedTuple):
    """The words that say where a figure or claim comes from.

    start: first code point.
    end: one past the last code point.
    text: as written.
    """

    start: int
    end: int
    text: str


class Figure(NamedTuple):
    """A number with what it counts.

    start: first code point.
    end: one past the last code point, its unit included.
    value: the number.
    unit: percent, percentage-point, USD, km, year, person … or none.
    subject: what is counted, in dictionary form, or none.
    precision: exact, about, over or under.
    claim: the class of claim it makes: casualties, money, share, record, count, age, score, ordinal, time, measure.
    source: the words that say where it comes from, or none.
    in_quote: whether it stands in a quotation.
    paragraph: number of its block.
    kind: the kind of its block.
    dimension: what the unit measures: share, point, money, length, area, mass, volume, speed, temperature, power,
        duration; count where the number counts things; none for a bare number.
    form: digits, words, fraction, ratio, ordinal or prefix (the number of “three-year”).
    step: what one more in its last significant place would add: 0.1 for 2.5, 1000 for 25,000.
    needs_source: whether it is of a class that a reader must be told the source of.
    restated: the other places where the article gives the same thing another value.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    value: float
    unit: str | None
    subject: str | None
    precision: str
    claim: str
    source: Source | None
    in_quote: bool
    paragraph: int
    kind: str
    dimension: str = "none"
    form: str = "digits"
    step: float = 1.0
    needs_source: bool = False
    restated: "tuple[Figure, ...]" = ()
    first: int = 0
    last: int = 0


class Calculation(NamedTuple):
    """A relation that the text itself states between its numbers or dates.

    start: first code point of the words that state it.
    end: one past the last code point.
    kind: change (a rise or fall in percent), point (percent said where points are meant), direction (a rise that goes
        down), difference (a rise in units), ratio (doubled, halved), share (a part of a whole in percent), sum, shares
        (percentages that make up a whole), conversion, rate (a currency against the article's other rates), range,
        duration, sequence (a beginning after its end), life (a birth after a death), age, ago, after (told as
        past, though it lies after the day of writing), count (announced lists).
    stated: the value as the text has it, for a message.
    computed: the value that follows from the other numbers, for a message.
    holds: whether the two agree within what rounding allows.
    working: the sum in words, for a message: from 40 to 60 is a rise of 50%.
    certain: whether the wording leaves no doubt what is to be computed.
    """

    start: int
    end: int
    kind: str
    stated: str
    computed: str
    holds: bool
    working: str
    certain: bool


class Date(NamedTuple):
    """A day, month or year that the article names.

    start: first code point.
    end: one past the last code point.
    value: ISO 8601 date, or none where it cannot be resolved.
    relative: whether it is told from another day (Tuesday, last year).
    weekday: the weekday stated with it, in lower case, or none.
    true_weekday: the weekday on which the date falls, or none.
    possible: whether the calendar has such a day.
    precision: day, month, year or time.
    in_quote: whether it stands in a quotation.
    kind: the kind of its block.
    year: the year, or none where the text gives none.
    month: 1 to 12, or none.
    day: day of the month as written, or none.
    why: for a date that cannot be, what the calendar has instead: April has 30 days.
    agrees: whether the stated weekday is that of the date, or cannot be checked.
    anchored: whether a reader can tell which day is meant: a full date, or a relative one in an article that is dated.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    value: str | None
    relative: bool
    weekday: str | None
    true_weekday: str | None
    possible: bool
    precision: str
    in_quote: bool
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    why: str = ""
    agrees: bool = True
    anchored: bool = True
    first: int = 0
    last: int = 0


class Title(NamedTuple):
    """A title or office given to a person (“president”, “the mayor of Lund”).

    start: first code point.
    end: one past the last code point.
    office: in dictionary form, lower case.
    former: whether the text says that it is past or to come.
    person: who bears it.
    """

    start: int
    end: int
    office: str
    former: bool
    person: Person


class Honorific(NamedTuple):
    """Mr, Mrs, Dr … before a name.

    start: first code point.
    end: one past the last code point, its stop included.
    lemma: without the stop, lower case.
    stop: whether it is written with a stop.
    gender: what it says of the bearer: female, male or unknown.
    person: who bears it.
    in_quote: whether it stands in a quotation.
    """

    start: int
    end: int
    lemma: str
    stop: bool
    gender: Gender
    person: Person | None
    in_quote: bool


class Acronym(NamedTuple):
    """An abbreviation in capitals.

    start: first code point.
    end: one past the last code point.
    letters: the letters alone.
    expansion: the words that the article gives for it, or none.
    explained: whether this place is the one that explains it.
    order: 0 for the first use.
    in_quote: whether it stands in a quotation.
    kind: the kind of its block.
    """

    start: int
    end: int
    letters: str
    expansion: str | None
    explained: bool
    order: int
    in_quote: bool
    kind: str


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
    kind: paragraph, sentence or word.
    earlier: the place that it repeats.
    share: how much of the later one the earlier holds, 0 to 1.
    word: the doubled word in lower case, or none.
    in_quote: whether a doubled word stands in a quotation.
    """

    start: int
    end: int
    kind: str
    earlier: Stretch
    share: float
    word: str | None
    in_quote: bool


class Ending(NamedTuple):
    """How the last sentence of a body block ends.

    start: first code point of the sentence.
    end: one past its last code point.
    mark: the closing mark, quotation marks and brackets left out: a stop, another mark, or none.
    word: its last word, in lower case.
    words: how many words the sentence has.
    kind: the kind of its block.
    last: whether the block is the last of the article.
    """

    start: int
    end: int
    mark: str | None
    word: str
    words: int
    kind: str
    last: bool


class Bracket(NamedTuple):
    """A bracket without its partner in the same paragraph.

    start: the bracket.
    end: one past it.
    opens: whether it is an opening one.
    kind: the kind of its block.
    """

    start: int
    end: int
    opens: bool
    kind: str


class Variant(NamedTuple):
    """A place where the writer chose one of several spellings or forms of the same thing.

    start: first code point.
    end: one past the last code point.
    choice: what is chosen, the same for all forms of it: percent, date-order, colour …
    form: which of them stands here.
    topic: the class of the choice: percent, initialism, spelling, compound, time, date-order, dash, number, currency.
    house: the form that the configuration asks for, or none.
    in_quote: whether it stands in a quotation.
    kind: the kind of its block.
    """

    start: int
    end: int
    choice: str
    form: str
    topic: str
    house: str | None
    in_quote: bool
    kind: str


#: Every kind of fact by the name that rules use; the attribute of `Facts` that holds them stands beside it.
KINDS: dict[str, tuple[str, type]] = {
    "headline": ("headlines", Headline),
    "paragraph": ("paragraphs", Paragraph),
    "sentence": ("sentences", Sentence),
    "quotation": ("quotations", Quotation),
    "quote": ("quotes", Quote),
    "person": ("people", Person),
    "mention": ("mentions", Mention),
    "pronoun": ("pronouns", Pronoun),
    "organization": ("organizations", Organization),
    "place": ("places", Place),
    "figure": ("figures", Figure),
    "calculation": ("calculations", Calculation),
    "date": ("dates", Date),
    "title": ("titles", Title),
    "honorific": ("honorifics", Honorific),
    "acronym": ("acronyms", Acronym),
    "repetition": ("repetitions", Repetition),
    "ending": ("endings", Ending),
    "bracket": ("brackets", Bracket),
    "variant": ("variants", Variant),
}
