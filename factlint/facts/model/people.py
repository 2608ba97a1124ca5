"""People: everybody the article names, each naming, what they are called, and the pronouns for them."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple

Gender = Literal["female", "male", "unknown"]

#: What the lemma of a pronoun says of whoever it stands for.
GENDER_OF_LEMMA: dict[str, Gender] = {"he": "male", "she": "female"}


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
    introduced: how the first mention outside headlines and subheadings introduces the person: full (given name and
        surname), office (a title, office or relation beside the name), apposition, clause (“, who …”), given (a first
        name alone, as of a child or a singer), or none.
    titles: the titles and offices that the article gives the person, as written.
    known: whether the configuration says that every reader knows the person by surname.
    certain: whether the words leave no doubt that it is a person: an honorific, a title, a full name, a speech verb
        beside a known family name.
    full: whether the article anywhere gives the full name.
    described: whether the article anywhere says who it is: a title, office, relation or apposition.
    headline: whether the headline names the person.
    mentions: how many places outside headlines and subheadings name the person.
    paragraphs: how many blocks outside headlines and subheadings do.
    only_in_credit: whether every such place is the credit of a quote or statement.
    namesakes: the names of others in the article with the same family name.
    tied: whether a paragraph that names the person shares a name or two words of its topic with another paragraph.
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
    tied: bool


class Mention(NamedTuple):
    """One naming of a person, with the person.

    start: first code point of the name.
    end: one past the last code point of the name.
    form: full, surname, given or honorific.
    honorific: as written before the name, or none.
    person: who is meant.
    order: 0 for the person's first mention.
    in_quote: whether it stands in a quotation.
    block: the kind of the block it stands in.
    paragraph: number of its block.
    first: whether it is the first outside headlines and subheadings.
    described: how the words around it tell who the person is: office, apposition, clause (“, who …”), or none.
    qualifies: whether it stands before a noun that it qualifies (the Roe campaign).
    credit: whether a verb of speaking stands beside it.
    usual: how the article mostly spells this name, where this place differs; none where it does not.
    personal: whether an I tells the block, or the article, as in letters and interviews.
    mistaken: an earlier person of the same family name and another first name, whom this place seems to mean by
        mistake, or none.
    evenly: whether the bare family name comes after two of its bearers in full, and has meant neither before.
    unclear: another person whom the bare family name may as well mean, or none.
    repeats: where it introduces the person in full, with title or apposition, and in between the name has stood bare:
        the place that did so before; else none.
    bare: where it gives the full name only blocks after the family name: the first place, outside headlines and
        subheadings, that names the person without; else none.
    awaited: whether somebody without a name, by an office or trade, was spoken of shortly before, and nobody has been
        named since: “the mayor has apologised. Ann Roe said …”
    lead: whether it stands in the first paragraph.
    """

    start: int
    end: int
    form: str
    honorific: str | None
    person: Person
    order: int
    in_quote: bool
    block: str
    paragraph: int
    first: bool
    described: str | None
    qualifies: bool
    credit: bool
    usual: str | None
    personal: bool
    mistaken: Person | None
    evenly: bool
    unclear: Person | None
    repeats: Stretch | None
    bare: Stretch | None
    awaited: bool = False
    lead: bool = False


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
    block: the kind of its block.
    rival: the second-best candidate, or none.
    lead: how much better than the rival the person fits, from 0.5 (no better) to 1 (no rival).
    sure: how likely it stands for the person, all others and nobody weighed, from 0 to 1; 0 where nobody is meant.
    last_named: the person named last before it in the body, or none.
    antecedent: named, described (somebody without a name, or with a name that may be no person's, stands near before
        it) or none.
    distance: sentences back to where anybody was named last, or none.
    ahead: whether it stands in an opening phrase before the subject, to which it may look forward.
    named_back: sentences back to where somebody who fits its gender was last named, or meant by the same pronoun; a
        quotation counts as one, a bracketed sentence, heading or caption as none. None where nobody was. Of he and
        she forms only.
    described_back: sentences back to where one person who fits was last spoken of without a name (“a spokesman”), or
        none.
    sexed_back: the same, of nouns that say man or woman (“a waitress”), or none.
    maybe_back: sentences back to a name that may be a person's though the words do not show it, or none.
    named_ahead: sentences ahead to where somebody who fits is named next, or none.
    in_lead: whether it stands in the first paragraph.
    paragraphs_back: blocks back to whichever of the two stands nearer, or none.
    fitting: who was so named last, or none.
    beside: who fits as well and is named in one breath with them (“Holm and Berg”), nobody since, and nobody who fits
        before them in the sentence; or none.
    office: who fits as well and was spoken of by office since (“the president”), or none.
    passes_over: the last one named who fits, where the pronoun stands for another, or none.
    adds: whether the words say that he or she adds something (“he added”), after a sentence in which nobody speaks.
    crossed: where the words last show that the one named last is of the other gender (an honorific, a noun beside the
        name, a pronoun), while nobody before it fits; or none.
    bound: the subject of the clause that it is said of, where that one seems to be of the other gender, and nobody
        before it fits; or none.
    alone: the one person of whom its paragraph has spoken before it, where that one seems to be of the other gender; or
        none.
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
    block: str
    rival: Person | None
    lead: float
    sure: float
    last_named: Person | None
    antecedent: str | None
    distance: int | None
    ahead: bool = False
    named_back: int | None = None
    described_back: int | None = None
    sexed_back: int | None = None
    maybe_back: int | None = None
    named_ahead: int | None = None
    in_lead: bool = False
    paragraphs_back: int | None = None
    fitting: Person | None = None
    beside: Person | None = None
    office: Person | None = None
    passes_over: Person | None = None
    adds: bool = False
    crossed: Stretch | None = None
    alone: Stretch | None = None
    bound: Stretch | None = None


class Title(NamedTuple):
    """A title or office given to a person (“president”, “the mayor of Lund”).

    start: first code point.
    end: one past the last code point.
    office: in dictionary form, lower case; synonyms and short forms have one (Gov., governor).
    former: whether the text says that it is past, to come, sought after or filled for a time, or tells of a change.
    person: who bears it.
    against: the place that gives the same person an office which nobody holds together with this one, and which the
        article gives more often or first; or none.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    unexplained: of an office beside a surname that the full name never bears: the place where it bears another, which
        nobody holds together with this one; or none.
    """

    start: int
    end: int
    office: str
    former: bool
    person: Person
    against: Stretch | None
    in_quote: bool
    block: str
    unexplained: Stretch | None = None


class Honorific(NamedTuple):
    """Mr, Mrs, Dr … before a name.

    start: first code point.
    end: one past the last code point, its stop included.
    lemma: without the stop, lower case.
    stop: whether it is written with a stop.
    gender: what it says of the bearer: female, male or unknown.
    rank: what it honours: courtesy (Mr, Mrs, Ms …), degree (Dr), chair (Prof), church (Rev), knighthood (Sir, Dame).
    bearer: the bearer's gender by most honorifics and the first name: female or male; none where nothing is told, or
        where a relative of the same family name may be meant.
    contested: whether the article gives the bearer honorifics of both sexes.
    form: what it stands before: full, surname or given name.
    person: who bears it, or none.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    paired: whether another honorific stands right before it: Mr and Mrs Roe.
    otherwise: itself without its stop, or with one where it has none.
    """

    start: int
    end: int
    lemma: str
    stop: bool
    gender: Gender
    rank: str
    bearer: Gender | None
    contested: bool
    form: str
    person: Person | None
    in_quote: bool
    block: str
    paired: bool
    otherwise: str = ""


class Address(NamedTuple):
    """A place that names somebody by the family name, with or without Mr, Ms, Dr …; nobody's title stands there.

    start: first code point, the honorific included.
    end: one past the last code point of the name.
    manner: polite (with an honorific) or bare.
    person: who is meant.
    others: how the article names all the others so: polite, bare, or none where it names them in both ways or in
        neither.
    company: how many others it names so.
    settled: how many places name them.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    """

    start: int
    end: int
    manner: Literal["polite", "bare"]
    person: Person
    others: str | None
    company: int
    settled: int
    in_quote: bool
    block: str


class Age(NamedTuple):
    """The age that the article gives a person, in years.

    start: first code point of the figure, or of the words that give it.
    end: one past the last code point.
    years: the age.
    past: whether it is the age at another time: then 30, 30 when it began, turns 31.
    person: whose age it is.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    alone: whether it stands beside a full name or first name, or instead of a name, so that nobody of the same family
        name can be meant.
    own: whether whoever is so old says it: “I am 46,” Roe said.
    """

    start: int
    end: int
    years: int
    past: bool
    person: Person
    in_quote: bool
    block: str
    alone: bool = False
    own: bool = False
