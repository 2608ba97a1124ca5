"""Speech: what stands between quotation marks, and who is credited with it."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.layout import Stretch
from factlint.facts.model.people import Mention, Person
from factlint.record import NamedTuple

#: What sets a credit apart.
Form = Literal[
    "silence",
    "mute",
    "announced",
    "twice",
    "crossed",
    "again",
    "headless",
    "unmarked",
    "shared",
    "mouth",
    "many",
    "early",
    "nobody",
    "nameless",
    "third",
]


class Quotation(NamedTuple):
    """What stands between quotation marks, whoever said it; the ground that quotes stand on.

    A block quote, which needs no marks, is one too.

    start: the opening mark; for a closing mark that nothing opened, the word before it.
    end: one past the closing mark, or past the last word where none closes it.
    paragraph: number of the block in which it opens.
    last_paragraph: number of the block in which it ends.
    opening: the opening mark as written, empty for a block quote, or none.
    closing: the closing mark as written, empty for a block quote, or none.
    words: how many words it holds.
    depth: 0 for the outermost, 1 for a quotation inside another.
    first: its first token after the opening mark.
    last: its closing mark's token, or one past its last token.
    family: double or single marks, or none.
    style: straight (the marks of a typewriter), curly or other.
    around: the family of the marks of the quotation that it stands in, or none.
    block: the kind of the block in which it opens.
    partner: for one that lacks a mark, another that does and of which the same slip may be the cause: it stands in the
        same paragraph, or closes in the next what this one opens; or none.
    follows: whether that one stands before it.
    runs: whether it opens a paragraph and its partner ends another: one quotation over several paragraphs, of which the
        later ones open without marks.
    begins: for a closing mark that nothing opened, the first word of its sentence, before which the lost mark may have
        stood; or none.
    unmarked: where it runs on so, the first word of the next paragraph, before which the mark is missing; or none.
    opening_mark: the place of the opening mark, or none.
    closing_mark: the place of the closing mark, or none.
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
    family: Literal["double", "single", "none"]
    style: Literal["straight", "curly", "other"]
    around: Literal["double", "single"] | None
    block: str
    partner: Stretch | None = None
    follows: bool = False
    runs: bool = False
    begins: Stretch | None = None
    unmarked: Stretch | None = None

    @property
    def opening_mark(self) -> Stretch | None:
        """The place of the opening mark, or none."""
        return Stretch(self.start, self.start + len(self.opening)) if self.opening else None

    @property
    def closing_mark(self) -> Stretch | None:
        """The place of the closing mark, or none."""
        return Stretch(self.end - len(self.closing), self.end) if self.closing else None


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
    anonymous: whether the words hide who it is (a source, an official; a trader who declined to be named).
    explained: whether the article says near the quote why the source has no name.
    """

    start: int
    end: int
    text: str
    kind: Literal["named", "pronoun", "described"]
    person: Person | None
    collective: bool
    anonymous: bool
    explained: bool


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
    family: double or single marks, or none.
    closing_punctuation: where the comma or full stop beside the closing mark stands: inside, outside or none.
    closing_stop: which of the two it is: comma, stop or none.
    nearest: where a person was named last before the quote, or none.
    nearest_back: how many blocks up that is, or none.
    nearest_where: how far up that is, in words, or none.
    silent: how many blocks in a row, right above the quote's own, have nobody in them, named or as he or she; counted
        for a quote before which nobody is spoken of in its own block.
    idle: how many sentences in a row, right before the quote's own, have nobody in them and nobody who speaks.
    way: how the speaker is known: sentence (its own), paragraph (a neighbour in it), colon (the sentence before), dash,
        carried (the paragraph before), offered (who does something there), pointed (the sentence after), transcript;
        none where there is no speaker.
    above: how the block above ends: with a closed quotation, with an open one (whose words go on), with what stands
        behind a quotation (credit), with a colon, or with other words; none where the quote opens no block.
    newcomer: whose first naming in the article begins the sentence behind the quote, in its block; or none.
    others: how many people besides the one named last have been named so far and may be of the same gender.
    bare_credit: the sentence behind the quote that is nothing but its credit (“… no choice.” Ann Roe said.), or none.
    handed: of a quote that has its credit from reported words in the block above, how they lead to it: on (what is
        reported ends the block), shut (a credit ends it: “…, she said.”), past (a sentence comes between); or none.
    exchange: how a quote that fills its block belongs to a conversation: an answer below a question, a question between
        the words of others, a reply below the writer's words or among those of two; or none.
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
    family: Literal["double", "single", "none"]
    closing_punctuation: Literal["inside", "outside"] | None
    closing_stop: Literal["comma", "stop"] | None
    nearest: Mention | None
    nearest_back: int | None
    nearest_where: str | None
    silent: int
    idle: int
    way: str | None
    above: Literal["closed", "open", "credit", "colon", "words"] | None
    newcomer: Mention | None
    others: int
    bare_credit: Stretch | None = None
    handed: Literal["on", "shut", "past"] | None = None
    exchange: Literal["answer", "question", "reply"] | None = None


class Turn(NamedTuple):
    """What one speaker says in a transcript, from one label to the next: Q: … A: …

    start: first code point after the label.
    end: one past the last code point.
    label: the label as written, its colon left out.
    person: the person whom the label names, or none.
    words: how many words it holds.
    paragraph: number of the block in which it begins.
    last_paragraph: number of the block in which it ends.
    """

    start: int
    end: int
    label: str
    person: Person | None
    words: int
    paragraph: int
    last_paragraph: int


class Echo(NamedTuple):
    """A quote with the words of an earlier one, the same or nearly so.

    start: the opening mark of the later quote.
    end: one past its closing mark.
    earlier: the earlier quote.
    words: how many words the later one holds.
    same: whether word for word, as far as the shorter one goes.
    share: how much of the shorter one the other has, in the same order: 0 to 1.
    balance: the words of the shorter one over those of the longer one: 0 to 1.
    here: the first words here that the earlier has otherwise; empty where there are none.
    there: what the earlier quote has in their place.
    speaker: who is credited here.
    first_speaker: who is credited there.
    same_speaker: whether it is the same person; none where the article does not tell.
    kind: direct or partial; partial where either is.
    beside: whether both stand in one paragraph.
    passed_on: whether the words stand in a quotation inside either quote, and so are not its speaker's.
    but_one: whether it is brief, and the earlier one (or a longer later one) has it word for word but for one word.
    reworded: whether it has the words of content of the earlier one in their order, or kindred ones.
    """

    start: int
    end: int
    earlier: Stretch
    words: int
    same: bool
    share: float
    balance: float
    here: str
    there: str
    speaker: Speaker | None
    first_speaker: Speaker | None
    same_speaker: bool | None
    kind: Literal["direct", "partial"]
    beside: bool
    passed_on: bool
    but_one: bool
    reworded: bool = False


class Credit(NamedTuple):
    """A credit that stands out by its form.

    start: first code point of the crediting words.
    end: one past the last code point.
    form: silence (somebody is said not to have answered), mute (somebody cannot have spoken there: dead, unconscious,
        absent, without the language), announced (what leads in to a quotation announces something), twice (a second
        credit of one quotation), crossed (a second credit, to somebody else), again (what somebody says is said to be
        what the same one says), headless (a verb of saying behind a quotation that has no subject), unmarked (what
        somebody says as I without quotation marks), shared (a quotation by an office that two people of the article
        bear, with neither named in its paragraph, or by one of two who have just been spoken of together), mouth (a
        quotation whose own words are those of somebody else than its speaker: his name, another's office, client or
        goat), many (a quotation of one who says I, credited to several), early (a speech still to be given, or a body
        that has yet to meet, of which words are quoted), nobody (a quoted verdict behind a passive that hides who gave
        it),
        nameless (a quotation by the holder of a post at a body whom the article never names), third (a quotation that
        opens with “he” or “she”, for whom the speaker alone can stand).
    person: who is said to be silent, who speaks by his own account, or who bears the office too; or none.
    against: where the silent one speaks, the words of the quotation that tell the contrary of what was announced, the
        other credit, where the office is given to the other, or what in the quotation is another's; or none.
    credited: where the words of a quotation that cannot be its speaker's are credited to him; or none.
    """

    start: int
    end: int
    form: Form
    person: Person | None
    against: Stretch | None
    credited: Stretch | None = None


class Statement(NamedTuple):
    """A verb of saying beside its subject: the credit of a quote, or of words that are only reported.

    start: first code point of the verb and the adverbs before it.
    end: one past the verb.
    lemma: the verb's dictionary form.
    goes_on: whether the words say that the speaker has spoken before: also said, added, went on.
    resumes: whether the verb says so by itself, of the speaker's own words: added, went on, repeated.
    quoted: whether they credit a quote, not words that are only reported.
    speaker: who speaks, as written.
    kind: named, pronoun or described.
    form: how a named speaker is named: full, surname, given, honorific; or none.
    person: the person who speaks, or none.
    certain: whether the words leave no doubt that a person is meant.
    before: how many earlier places in the article let that person speak.
    others: how many earlier places let anybody speak.
    back: blocks up to the last place where anybody spoke, 0 in the same block; none where nobody did.
    veiled_back: blocks up to the last place where somebody spoke whom no name stands for there; none where nobody did.
    last: the place where anybody spoke last, or none.
    last_where: how far up that is, in words, or none.
    paragraph: number of its block.
    """

    start: int
    end: int
    lemma: str
    goes_on: bool
    resumes: bool
    quoted: bool
    speaker: str
    kind: Literal["named", "pronoun", "described"]
    form: str | None
    person: Person | None
    certain: bool
    before: int
    others: int
    back: int | None
    veiled_back: int | None
    last: Stretch | None
    last_where: str | None
    paragraph: int
