"""Grounds: what stands before a pronoun that it could refer to, and how far back; by gender and nearness alone.

Where the resolver chooses among those who fit, this asks whether anybody does. One walk over the article in order of
place; everything before a pronoun is known when it is reached.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.people.clusters import name_key
from factlint.facts.people.namelists import name_lists
from factlint.facts.people.naming import OTHER, PERSON
from factlint.facts.references.bound import Bound
from factlint.facts.references.lead import LABEL, lead_of
from factlint.facts.references.other_sex import OtherSex
from factlint.facts.references.shown import Shown
from factlint.facts.speech.additions import Additions
from factlint.facts.text.entries import corrects
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun, Stretch
    from factlint.facts.references.descriptions import Description
    from factlint.language.model import Phrase

_JOINED = 4  # tokens at most between two names in one breath
_CITING = 5  # tokens at the end of a block in which a verb of saying announces a quotation
_DISPLAY = ("headline", "heading", "caption", "byline", "dateline", "credit")
_TOLD = 5  # tokens between a pronoun and the name that tells who it is, a title included
_HEAD = 4  # words at most of a name at the head of an entry
_CARRIED = 3  # sentences over which the one named last is carried on
_BEFORE = 3  # sentences back in which somebody of unknown gender may be meant
_BEINGS = frozenset({"person", "animal"})  # classes of nouns for what is “he” or “she”
_SURE = 3.2  # evidence from which a name of unknown gender is taken for a person's
_PERSON, _TIME = "person", "time"
_MAYBE = 1.0  # evidence from which another name may be a person's


class Ground(NamedTuple):
    """Something a later pronoun could refer to.

    start: first code point.
    kind: name, description, pronoun, anybody (“everyone”) or maybe (a name that may be a person's).
    gender: female, male or unknown.
    person: who is named, or who bears the office spoken of; None where nobody is known to.
    beside: who is named in one breath before it, or None.
    subject: whether it is a pronoun that is a subject.
    """

    start: int
    kind: str
    gender: str
    person: Person | None = None
    beside: Person | None = None
    subject: bool = False


def grounded(facts: Facts, pronouns: Iterable[Pronoun]) -> tuple[Pronoun, ...]:
    """The pronouns, those of the he and she forms with what they could refer to."""
    walk = _Walk(facts)
    return tuple(walk.ground(pronoun) if pronoun.lemma in GENDER_OF_LEMMA else pronoun for pronoun in pronouns)


class _Walk:
    """The article read from its start, up to the pronoun that was asked about last."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.joining = facts.lexicon.words("and-words")
        self.listed = facts.lexicon.union(
            "offices", "relations", "gendered-nouns", "gendered-offices", "people-of-places"
        )
        self.the = facts.lexicon.words("definite-articles")
        self.possessives = facts.lexicon.labelled("determiner-kinds", "possessive")
        self.heads = name_lists(facts.lexicon).heads
        grounds = [*self._names(), *self._maybe(), *self._descriptions(), *self._beings()]
        self.grounds = sorted(grounds, key=lambda ground: ground.start)
        names = [ground for ground in self.grounds if ground.kind == "name"]
        self.name_starts = [ground.start for ground in names]
        self.starts_of: dict[str, list[int]] = {
            gender: [ground.start for ground in names if ground.gender in (gender, "unknown")]
            for gender in GENDER_OF_LEMMA.values()
        }
        self.counted = self._counted()
        self.steps = list(accumulate(self.counted))
        self.telling = self._telling()
        self.blocks = list(accumulate(self.telling))
        self.lead = self._lead()
        self.corrects = corrects(facts)
        self.additions = Additions(facts)
        self.shown = Shown(facts)
        self.other_sex = OtherSex(facts, self.shown)
        self.bound = Bound(facts, self.shown, self.other_sex.is_place)
        self.next = 0
        self.last: dict[tuple[str, str], Ground] = {}  # by kind and gender
        self.seen: list[Ground] = []

    def _names(self) -> list[Ground]:
        people = self.facts.people
        names = sorted((n.start, n.end, number) for number, p in enumerate(people) for n in p.names)
        beside: dict[int, Person] = {}
        for (_, end, one), (start, _, other) in pairwise(names):
            if one != other and self._joined(end, start):
                beside[start] = people[one]
        kinds = self._kinds()
        found = [Ground(at, kinds[n], people[n].gender, people[n], beside.get(at)) for at, _, n in names]
        shared = (n.start for p in people if p.namesakes for n in p.names if n.form == "surname")
        return found + [Ground(at, "maybe", "unknown") for at in shared]

    def _kinds(self) -> list[str]:
        """For each person whether the names are surely a person's: “Deutsche Telekom” is no name in its own right."""
        naming = self.facts.naming
        scores = dict(zip(naming.runs, naming.scores, strict=True))
        kinds = []
        for person, somebody in self.facts.cast:
            weak = person.gender == "unknown" and max(scores.get(run, 0.0) for run, _ in somebody.named) < _SURE
            kinds.append("maybe" if weak else "name")
        return kinds

    def _maybe(self) -> list[Ground]:
        """Names of nobody known that may yet be a person's: “Aung San Suu Kyi”, “Bush” where one is named in full."""
        naming, starts = self.facts.naming, self.facts.tokens.starts
        taken = {run.first for _, somebody in self.facts.cast for run, _ in somebody.named}
        families = {key for _, somebody in self.facts.cast for key in somebody.keys}
        heads = [Ground(start, "maybe", "unknown") for start in self._heads()]
        return heads + [
            Ground(starts[run.first], "maybe", "unknown")
            for run, kind, score in zip(naming.runs, naming.kinds, naming.scores, strict=True)
            if (kind == PERSON or (kind == OTHER and score >= _MAYBE)) and run.first not in taken
            if kind == PERSON or len(run.words) > 1 or name_key(run.words[0]) in families
        ]

    def _heads(self) -> list[int]:
        """Where an entry of a list begins with a name alone: “Okonkwo & Daughter. He sings, she draws.”"""
        facts, texts = self.facts, self.facts.tokens.texts
        return [
            sentence.start
            for sentence in facts.sentences
            if sentence.words <= _HEAD
            and facts.paragraphs[sentence.paragraph].first == sentence.first
            and facts.paragraphs[sentence.paragraph].last > sentence.last
            and all(text[0].isupper() or not text[0].isalpha() for text in texts[sentence.first : sentence.last])
        ]

    def _joined(self, end: int, start: int) -> bool:
        """Whether two names stand in one breath: “Holm and Berg”, “Ann Roe and the Mayor of Lund, Per Berg” not."""
        tokens = self.facts.tokens
        between = range(tokens.at(end - 1) + 1, tokens.at(start))
        if not 0 < len(between) <= _JOINED or tokens.lowers[between[0]] not in self.joining:
            return False
        return all(tokens.texts[at][0].isupper() for at in between[1:])

    def _descriptions(self) -> list[Ground]:
        starts = self.facts.tokens.starts
        anybody = self.facts.lexicon.words("any-person-pronouns")
        lowers = self.facts.tokens.lowers
        told = [
            Ground(starts[d.token], "anybody" if lowers[d.token] in anybody else "description", _borne(d), d.bearer)
            for d in self.facts.descriptions
            if not self.facts.is_quoted(d.token)
        ]
        return told + self._ordinals() + self._somebodies({d.token for d in self.facts.descriptions})

    def _ordinals(self) -> list[Ground]:
        """One more of those told of, without a noun: “A second, who has driven for 20 years, said that he …”."""
        facts = self.facts
        more, articles = facts.lexicon.words("row-words"), facts.lexicon.words("indefinite-articles")
        return [
            Ground(facts.tokens.starts[at], "description", "unknown")
            for at in facts.tokens.positions(more)
            if at > 0
            and facts.tokens.lowers[at - 1] in articles
            and facts.language.tags[at + 1 : at + 2] in (["PUNCT"], ["VERB"], ["AUX"], ["PRON"])
            and not facts.is_quoted(at)
        ]

    def _somebodies(self, taken: set[int]) -> list[Ground]:
        """What else is for one person by the class of its noun: “the petitioner's counsel”, “the quantity surveyor”."""
        facts, genders = self.facts, self.facts.lexicon.table("gendered-nouns")
        lowers = facts.tokens.lowers
        named = {n.end for person in facts.people for n in person.names}
        names = {facts.tokens.at(n.start) for person in facts.people for n in person.names}
        phrases = facts.language.phrases
        several = facts.lexicon.words("several-people")
        labels = {
            number - 1
            for number, p in enumerate(phrases)
            if p.proper and number and phrases[number - 1].last == p.first
        }
        apposed = {p.apposition_of for p in phrases if p.proper} | labels
        apposed |= {n for n, p in enumerate(phrases) if p.apposition_of is not None and phrases[p.apposition_of].proper}
        return [
            Ground(facts.tokens.starts[phrase.head], "description", _sex(phrase.lemma, genders))
            for number, phrase in enumerate(phrases)
            if _PERSON in phrase.classes
            and number not in apposed
            and facts.paragraph_at(phrase.start).kind not in _DISPLAY
            and not phrase.plural
            and lowers[phrase.head] not in several
            and not phrase.proper
            and phrase.role != "attribute"
            and phrase.pronoun is None
            and (phrase.determiner is not None or phrase.owner is not None)
            and _TIME not in phrase.classes
            and phrase.determiner not in facts.lexicon.words("words-for-none")
            and phrase.head not in taken
            and phrase.end not in named
            and phrase.last not in names
            and not facts.in_quotation(phrase.start)
        ]

    def _beings(self) -> list[Ground]:
        """Who is spoken of by a noun that no list of offices holds, an animal or ship by name: “Nipper, a spaniel”."""
        language, starts = self.facts.language, self.facts.tokens.starts
        phrases = language.phrases
        named = {language.phrase_at(self.facts.tokens.at(start)) for start in self.name_starts_of(self.facts.people)}
        # What is said of somebody named is no second being: “Holm, a baker”, “Holm is a baker”.
        apposed = {place for phrase in phrases for place in (phrase.apposition_of,) if place is not None}
        described = {number for number, phrase in enumerate(phrases) if phrase.apposition_of is not None}
        owners = {phrase.owner for phrase in phrases}  # “the lion's share”
        tied = apposed | described | owners
        named_things = self._places_and_bodies()
        unknown = {
            starts[run.last - 1]
            for run, kind in zip(self.facts.naming.runs, self.facts.naming.kinds, strict=True)
            if kind == OTHER
        }
        found = []
        for number, phrase in enumerate(phrases):
            if phrase.pronoun is not None or phrase.plural or number in named or phrase.role == "attribute":
                continue
            if phrase.proper:
                if starts[phrase.head] in named_things:
                    continue
                told = number in apposed or phrase.determiner in self.the or self._called(phrase)
                being = phrase.role == "subject" and told
            elif self.facts.tokens.lowers[phrase.head] in self.listed:
                being = False  # a description, or beside a name
            else:
                free = number not in tied and number + 1 not in named
                being = free and bool(phrase.determiner) and bool(phrase.classes) and phrase.classes <= _BEINGS
            if being:
                found.append(Ground(starts[phrase.head], "description", "unknown"))
            elif phrase.proper and starts[phrase.head] in unknown and self._leads(phrase):
                found.append(Ground(starts[phrase.head], "maybe", "unknown"))
        return found

    def _leads(self, phrase: Phrase) -> bool:
        """Whether a name of nothing known is what its sentence is about: “Dapple, sent off at 12-1, led.”"""
        words = self.facts.tokens.lowers[phrase.first : phrase.last]
        opens = phrase.first == self.facts.sentences[phrase.sentence].first
        return phrase.role == "subject" and opens and self.heads.isdisjoint(words)

    def _places_and_bodies(self) -> set[int]:
        """Where the last words of places' and bodies' names stand: “the UK”, “the Tories”."""
        starts, span = self.facts.tokens.starts, self.facts.tokens.span
        return {
            starts[span(name.start, name.end)[1] - 1]
            for names in (self.facts.places, self.facts.organizations)
            for name in names
        }

    def _called(self, phrase: Phrase) -> bool:
        """Whether a name's own clause says that it is a person or an animal: “Naude was a country vet”."""
        language = self.facts.language
        clause = None if phrase.clause is None else language.clauses[phrase.clause]
        attribute = None if clause is None or clause.attribute is None else language.phrases[clause.attribute]
        return attribute is not None and not attribute.classes.isdisjoint(_BEINGS)

    @staticmethod
    def name_starts_of(people: Iterable[Person]) -> list[int]:
        """Where people are named."""
        return [name.start for person in people for name in person.names]

    def _lead(self) -> int:
        """The number of the first paragraph, or -1 where its first word says that something stood before it."""
        facts = self.facts
        lead = lead_of(facts)
        opens = facts.tokens.lowers[facts.paragraphs[lead].first] if lead >= 0 else ""
        return -1 if opens in facts.lexicon.words("continuing-words") else lead

    def _counted(self) -> list[int]:
        """1 for each sentence that carries the story on, 0 for one in a quotation or bracket, a label or a caption."""
        facts = self.facts
        texts, paragraphs = facts.tokens.texts, facts.paragraphs
        outer = [(q.start, q.end) for q in facts.quotations if q.depth == 0 and q.opening is not None]
        starts = [start for start, _ in outer]
        cited = self._cited()
        peopled = {facts.paragraph_at(start).number for start in self.name_starts}
        counted = []
        for sentence in facts.sentences:
            at = bisect_right(starts, sentence.start) - 1
            quoted = at >= 0 and outer[at][1] >= sentence.end - 1
            quoted = quoted or sentence.paragraph in cited
            aside = texts[sentence.first] == "(" and texts[sentence.last - 1] == ")"
            short = paragraphs[sentence.paragraph].words <= LABEL and sentence.paragraph not in peopled
            label = short or sentence.kind in _DISPLAY
            counted.append(0 if quoted or aside or label else 1)
        return counted

    def _cited(self) -> set[int]:
        """The blocks after one that ends “Holm writes:”: they quote without marks."""
        facts = self.facts
        saying = facts.lexicon.words("speech-verbs")
        return {
            block.number + 1
            for block in facts.paragraphs
            if facts.tokens.texts[block.last - 1 : block.last] == [":"]
            and not saying.isdisjoint(facts.tokens.lowers[max(block.first, block.last - _CITING) : block.last])
        }

    def _telling(self) -> list[int]:
        """1 for each block that carries the story on, 0 for the others."""
        telling = [0] * len(self.facts.paragraphs)
        for sentence, counts in zip(self.facts.sentences, self.counted, strict=True):
            telling[sentence.paragraph] |= counts
        return telling

    def _step(self, start: int) -> int:
        return self.steps[self.facts.sentence_at(start).number]

    def ground(self, pronoun: Pronoun) -> Pronoun:
        """A pronoun of the he or she forms with its grounds; pronouns are asked about in order of place."""
        while self.next < len(self.grounds) and self.grounds[self.next].start < pronoun.start:
            ground = self.grounds[self.next]
            self._pass(ground)
            self.next += 1
        gender = GENDER_OF_LEMMA[pronoun.lemma]
        name, meant, spoken = (self._latest(kind, gender) for kind in ("name", "pronoun", "description"))
        named = max((ground for ground in (name, meant) if ground), key=lambda ground: ground.start, default=None)
        latest = max((ground for ground in (named, spoken) if ground), key=lambda ground: ground.start, default=None)
        maybe, anybody = self._latest("maybe", gender), self._latest("anybody", gender)
        within = anybody and self.facts.sentence_at(anybody.start).end >= pronoun.end
        crossed = None if self.corrects else self._crossed(pronoun, gender)
        alone = self.other_sex.alone(pronoun, gender, self.seen)
        bound, told = self.bound.to(pronoun, gender, self.seen), self._is_told(pronoun)
        if not pronoun.in_quote:
            self._pass(Ground(pronoun.start, "pronoun", gender, subject=pronoun.case == "subject"))
            self.shown.see(pronoun, gender)
        return pronoun._replace(
            named_back=self._back(pronoun, named),
            described_back=0 if within else self._back(pronoun, spoken),
            sexed_back=self._back(pronoun, self.last.get(("description", gender))),
            maybe_back=self._back(pronoun, maybe),
            ahead=pronoun.ahead or told,
            named_ahead=0 if told else self._ahead(pronoun, gender),
            paragraphs_back=self._blocks_back(pronoun, latest) if latest else None,
            in_lead=pronoun.paragraph == self.lead,
            fitting=name.person if name else None,
            beside=name.beside if name and name is latest and self._a_pair(name, gender) else None,
            office=latest.person if name and latest and self._another(latest, name, gender) else None,
            passes_over=_passed_over(pronoun, name),
            adds=self.additions.adds_to_nothing(pronoun),
            crossed=crossed,
            alone=alone,
            bound=bound,
        )

    def _is_told(self, pronoun: Pronoun) -> bool:
        """Whether the pronoun's own clause says who it is: “He was Pte. Tom Roe, of Holm.”, “She was my aunt.”"""
        tokens, language = self.facts.tokens, self.facts.language
        at = tokens.at(pronoun.start)
        number = language.clause_of(at)
        told = None if number is None else language.clauses[number].attribute
        if told is not None and language.phrases[told].determiner in self.possessives:
            return _PERSON in language.phrases[told].classes
        if self.facts.language.tags[at + 1 : at + 2] != ["AUX"] or at + _TOLD >= len(tokens):
            return False
        first = bisect_right(self.name_starts, pronoun.start)
        named = first < len(self.name_starts) and self.name_starts[first] <= tokens.starts[at + _TOLD]
        return named and tokens.texts[at + 2][0].isupper()

    def _crossed(self, pronoun: Pronoun, gender: str) -> Stretch | None:
        """Where the one named last is shown to be of the other gender, and nobody else could be meant."""
        person = pronoun.last_named
        if person is None or pronoun.in_quote or (pronoun.distance or 0) > _CARRIED:
            return None
        place = self.shown.otherwise(person, gender)
        if place is None:
            return None
        here = self.facts.sentence_at(pronoun.start).number
        near = self.facts.sentences[max(0, here - _BEFORE)].start
        for ground in reversed(self.seen):
            far = ground.start < near
            if ground.person is person or (ground.kind == "maybe" and ground.person is not None):
                continue
            if ground.gender in ((gender,) if far else (gender, "unknown")):
                return None
        return place if self._ahead(pronoun, gender) != 0 else None

    def _pass(self, ground: Ground) -> None:
        self.last[ground.kind, ground.gender] = ground
        self.seen.append(ground)

    def _a_pair(self, name: Ground, gender: str) -> bool:
        """Whether one who fits as well is named in one breath before a name, and nobody else before in the sentence.

        “Holm backed Lind and Berg. He …” is about Holm.
        """
        if name.beside is None or name.beside.gender != gender or self.facts.in_quotation(name.start):
            return False
        first = self.facts.sentence_at(name.start).start
        for ground in reversed(self.seen):
            if ground.start < first:
                break
            own = ground.person in (name.beside, name.person)
            if ground.start < name.start and not own and ground.gender in (gender, "unknown"):
                return False
        return True

    def _another(self, office: Ground, name: Ground, gender: str) -> bool:
        """Whether an office spoken of last is another's than who was named before.

        In “Holm said he thought the judge was wrong” the sentence goes on about Holm.
        """
        if office.person is None or office.person is name.person:
            return False
        for ground in reversed(self.seen):
            if ground.start <= name.start:
                break
            if ground.start < office.start and ground.subject and ground.gender == gender:
                return False
        return True

    def _latest(self, kind: str, gender: str) -> Ground | None:
        fitting = [self.last[kind, g] for g in (gender, "unknown") if (kind, g) in self.last]
        return max(fitting, key=lambda ground: ground.start, default=None)

    def _ahead(self, pronoun: Pronoun, gender: str) -> int | None:
        """Sentences ahead to where somebody who fits is named next, or none."""
        starts = self.starts_of[gender]
        at = bisect_right(starts, pronoun.start)
        return self._step(starts[at]) - self._step(pronoun.start) if at < len(starts) else None

    def _blocks_back(self, pronoun: Pronoun, ground: Ground) -> int:
        number = self.facts.paragraph_at(ground.start).number
        own = number != pronoun.paragraph and not self.telling[pronoun.paragraph]
        return self.blocks[pronoun.paragraph] + own - self.blocks[number]

    def _back(self, pronoun: Pronoun, ground: Ground | None) -> int | None:
        if ground is None:
            return None
        here, there = self.facts.sentence_at(pronoun.start).number, self.facts.sentence_at(ground.start).number
        own = here != there and not self.counted[here]
        return self.steps[here] + own - self.steps[there]


def _passed_over(pronoun: Pronoun, name: Ground | None) -> Person | None:
    """Who was named last, where the pronoun stands for another."""
    return name.person if name and pronoun.person and name.person is not pronoun.person else None


def _borne(description: Description) -> str:
    """The gender that a description tells, or that of the one who bears the office that it names."""
    if description.gender != "unknown" or description.bearer is None:
        return description.gender
    return description.bearer.gender


def _sex(noun: str, genders: Mapping[str, str]) -> str:
    """What a noun tells of its bearer's sex, also by its last part: a dairyman."""
    if noun in genders:
        return genders[noun]
    last = max((word for word in genders if noun.endswith(word)), key=len, default="")
    return genders.get(last, "unknown")
