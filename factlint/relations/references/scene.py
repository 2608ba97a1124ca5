"""The scene: the lists, counted phrases and people that an article has brought in before any of its places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Interval, Relation, Stretch
from factlint.lazy import cached_property
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.model import Mention, Person
    from factlint.language.model import Phrase
    from factlint.relations.analysis import Analysis

Link = Literal["strong", "middling", "weak"]

LIVING = frozenset({"person", "animal"})
#: Classes of what can be counted one by one.
COUNTABLE = frozenset({"person", "animal", "artefact", "group", "place"})
#: Classes of what is measured: “three hours” are nobody.
MEASURED = frozenset({"time", "quantity", "money"})
_PLANTS = frozenset({"plant"})  # as which alone the lexicon may know one who does something: a climber
_LARGEST = 12  # what a number in a list counts
_UNCOUNTED = -1_000
_PAIR = 2
_BETWEEN = 9  # tokens between two names of a row
_BESIDE_NAMES = frozenset({"NOUN", "ADJ", "NUM", "DET", "PUNCT"})
_BLOCKS = frozenset({"paragraph", "list-item", "caption"})


class Offer(NamedTuple):
    """What the article has named together.

    start: first code point.
    end: one past the last code point.
    first: its first token.
    number: how many there are.
    sentence: number of its sentence.
    people: whether all of them are people or have names.
    classes: the noun classes that all of them share; a name fits any.
    lemma: the noun of a counted phrase in dictionary form; none of a list.
    label: the noun in dictionary form that says what the names of a list are: bridge of “the bridges at Holm and Vik”.
    """

    start: int
    end: int
    first: int
    number: int
    sentence: int
    people: bool = True
    classes: frozenset[str] | None = None
    lemma: str | None = None
    label: str | None = None


class Scene:
    """One article's lists, counted phrases and people, each made when first asked for."""

    def __init__(self, facts: Analysis) -> None:
        self.facts = facts
        self.tokens, self.language = facts.tokens, facts.language
        self.lowers = facts.tokens.lowers
        self.words = facts.lexicon.words

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        return self.language.phrases

    def elsewhere(self, at: int) -> bool:
        """Whether a token stands in a headline or the like, or in a quotation."""
        start = self.tokens.starts[at]
        return self.facts.paragraph_at(start).kind not in _BLOCKS or self.facts.in_quotation(start)

    def ends_there(self, phrase: Phrase) -> bool:
        """Whether nothing behind a phrase says which are meant: no “of …”, “who …”, “in …”."""
        if phrase.of is not None or phrase.last >= len(self.lowers):
            return phrase.of is None
        after, tags = self.lowers[phrase.last], self.language.tags
        if after in self.words("qualifying-openers"):
            return False
        if tags[phrase.last] == "ADJ" and tags[phrase.last + 1 : phrase.last + 2] in (["VERB"], ["AUX"]):
            return True  # “the duo last appeared”
        return tags[phrase.last] not in ("NOUN", "PROPN", "NUM", "ADP", "ADJ", "PRON", "SCONJ", "PART")

    @cached_property
    def lists(self) -> list[Offer]:
        """Every list, in order of place."""
        found = []
        for index, phrase in enumerate(self.phrases):
            if phrase.conjoined and phrase.conjoined[0] == index:
                opening = self._opening(index, phrase)
                members = [*opening, *self._members(phrase)]
                phrase = members[0] if opening else phrase
                number = sum(self._size(member) for member in members)
                stray = any(self.language.tags[member.head] in ("PRON", "ADV", "NUM") for member in members)
                if number > 0 and not stray:
                    people = all(self._is_somebody(member) for member in members)
                    people = people and not any(member.start in self.place_starts for member in members)
                    end = self._name_end(members[-1])
                    label = self._label(index, members)
                    shared = _shared(members)
                    found.append(
                        Offer(phrase.start, end, phrase.first, number, phrase.sentence, people, shared, None, label)
                    )
        return sorted([*(one for one in found if not self._in_row(one)), *self.rows], key=lambda one: one.first)

    def _opening(self, index: int, phrase: Phrase) -> list[Phrase]:
        """The phrases like it before a list, each behind a comma: “What do a lamp, | a clock and a doll share?”"""
        found: list[Phrase] = []
        indefinite, first = self.words("indefinite-articles"), phrase
        for before in (self.phrases[at] for at in range(index - 1, -1, -1)):
            like = {before.determiner, phrase.determiner} <= indefinite and not before.plural and not before.conjoined
            beside = before.last == first.first - 1 and self.lowers[before.last] == ","
            if not (like and beside) or before.preposition is not None or before.apposition_of is not None:
                break
            found.insert(0, before)
            first = before
        return found

    def _label(self, index: int, members: list[Phrase]) -> str | None:
        """What the names of a list are, where a plural stands right before them: “the villages Holm and Vik”."""
        if not index or any(not member.proper for member in members):
            return None
        first, before = self.phrases[index], self.phrases[index - 1]
        if not before.plural or before.proper or before.pronoun is not None or before.sentence != first.sentence:
            return None
        named = before.last == first.first or before.last == first.preposition == first.first - 1
        return before.lemma if named and before.number in (None, len(members)) else None

    def is_of(self, first: int) -> str | None:
        """What names from a token on are said to be by a plural before their verb: “brands include Holm and Vik”."""
        at = first - 1
        index = self.language.phrase_at(at - 1) if at > 0 and self.language.tags[at] in ("VERB", "AUX") else None
        before = None if index is None else self.phrases[index]
        return before.lemma if before is not None and before.plural and not before.proper else None

    @cached_property
    def options(self) -> list[Offer]:
        """The ways and places that stand in a row, each behind a preposition: “by bus, on foot or on horseback”."""
        joining = self.words("and-words") | self.words("list-alternatives")
        found = []
        for at in self.tokens.positions(joining):
            sentence = self.facts.sentence_of(at)
            if at + 1 >= sentence.last or self.language.tags[at + 1] != "ADP":
                continue
            number, first = 1, at - (self.lowers[at - 1] == ",")
            while (start := self._option(first, sentence.first)) is not None:
                number, first = number + 1, start
                if self.lowers[first - 1] != ",":
                    break
                first -= 1
            if number > _PAIR:
                index = self.language_index(at)
                end = self.phrases[index].last if index < len(self.phrases) else at + 2
                start, last = self.tokens.starts[first], self.tokens.ends[end - 1]
                found.append(Offer(start, last, first, number, sentence.number, people=False))
        return found

    def _option(self, end: int, floor: int) -> int | None:
        """The preposition of the phrase that ends before a token, with no verb between them."""
        tags = self.language.tags
        for at in range(end - 1, max(floor, end - _BETWEEN) - 1, -1):
            if tags[at] == "ADP" and at + 1 < end:
                return at
            if tags[at] in ("VERB", "AUX", "PUNCT", "PRON"):
                return None
        return None

    def _in_row(self, offer: Offer) -> bool:
        """Whether a list is but a part of a row of names: “bassist Pete Hoy and guitarist” of four."""
        return any(row.start <= offer.start < row.end or offer.start <= row.start < offer.end for row in self.rows)

    @cached_property
    def rows(self) -> list[Offer]:
        """The people named in a row, each with a trade, age or town of his own: “drummer Colin Voss, 30, and …”."""
        found = []
        row: list[Mention] = []
        for mention in [*self.facts.mentions, None]:
            if mention is not None and row and self._goes_on(row[-1], mention):
                row.append(mention)
                continue
            if len(row) > _PAIR and self._is_joined(row):
                first = self.tokens.at(row[0].start)
                sentence = self.facts.sentence_at(row[0].start).number
                found.append(Offer(row[0].start, row[-1].end, first, len({m.person.id for m in row}), sentence))
            row = [] if mention is None else [mention]
        return found

    def _goes_on(self, last: Mention, mention: Mention) -> bool:
        """Whether nothing but marks, titles and what is set to a name stands between two names."""
        if last.person.id == mention.person.id or mention.in_quote != last.in_quote:
            return False
        between = range(self.tokens.at(last.end - 1) + 1, self.tokens.at(mention.start))
        if self.facts.sentence_at(last.start) is not self.facts.sentence_at(mention.start):
            return False
        if not 0 < len(between) <= _BETWEEN:
            return False
        of = self.lowers[between[0]] in self.words("belonging-prepositions")
        if not (of or self._parts(between[0])):
            return False
        tags = _BESIDE_NAMES | {"ADP", "PROPN"} if of else _BESIDE_NAMES
        # “… and their porter, Dawa Lhamu”
        own = self.words("possessive-determiners")
        return all(self.language.tags[at] in tags or self._parts(at) or self.lowers[at] in own for at in between)

    def _parts(self, at: int) -> bool:
        return self.lowers[at] in (",", ";", "(", ")") or self.lowers[at] in self.words("and-words")

    def _is_joined(self, row: list[Mention]) -> bool:
        """Whether “and” joins the last of a row to the others, and to nothing behind it."""
        between = self.lowers[self.tokens.at(row[-2].end) : self.tokens.at(row[-1].start)]
        return not self.words("and-words").isdisjoint(between)

    def _members(self, phrase: Phrase) -> list[Phrase]:
        """Those whom a list names: not “the three judges” to whom its names are set, but the apposed of its members.

        Of “a nun, a plumber, a judge and a girl” the second may pass for the first in other words.
        """
        members = [self.phrases[member] for member in phrase.conjoined]
        rest = members[1:]
        named = all(member.proper for member in rest) and phrase.determiner in self.words("possessive-determiners")
        if named and not phrase.proper and not phrase.classes and len(rest) > 1:
            return rest  # “his weans, Ann, eight, and Tom, five”
        if phrase.plural and not phrase.proper and len(rest) > 1 and phrase.number in (None, len(rest)):
            return rest if all(self._is_somebody(member) and not member.plural for member in rest) else members
        return sorted({*members, *self._likewise(phrase)}, key=lambda member: member.first)

    def _likewise(self, phrase: Phrase) -> list[Phrase]:
        """The phrases between a list's members that begin as these do, with “a”: they are members, too."""
        first, last = phrase.conjoined[0], phrase.conjoined[-1]
        indefinite = self.words("indefinite-articles")
        between = [one for one in self.phrases[first : last + 1] if one.apposition_of is not None]
        return [one for one in between if {one.determiner, phrase.determiner} <= indefinite and not one.plural]

    def _name_end(self, phrase: Phrase) -> int:
        """The end of a phrase with the name that follows its title's stop: “the Rev. Ann Roe”."""
        index = self.language.phrase_at(phrase.first)
        after = self.phrases[index + 1] if index is not None and index + 1 < len(self.phrases) else None
        titled = phrase.proper and after is not None and after.proper and after.first == phrase.last + 1
        return after.end if after is not None and titled and self.lowers[phrase.last] == "." else phrase.end

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase is a person's, or a name, also one that the tagger takes for a noun."""
        return phrase.proper or "person" in phrase.classes or phrase.start in self.name_starts

    @cached_property
    def name_starts(self) -> frozenset[int]:
        return frozenset(mention.start for mention in self.facts.mentions)

    @cached_property
    def place_starts(self) -> frozenset[int]:
        """Where places are named."""
        return frozenset(place.start for place in self.facts.places)

    @cached_property
    def name_tokens(self) -> frozenset[int]:
        return frozenset(self.tokens.at(mention.start) for mention in self.facts.mentions)

    @cached_property
    def credit_starts(self) -> frozenset[int]:
        """Where those are named beside whom a verb of saying stands, or beside whose office: “said the clerk, Roe”."""
        return frozenset(m.start for m in self.facts.mentions if m.credit or self._is_credited(m))

    def _is_credited(self, mention: Mention) -> bool:
        """Whether a name is set to an office right behind a verb of saying."""
        index = self.language.phrase_at(self.tokens.at(mention.start))
        office = None if index is None else self.phrases[index].apposition_of
        if office is None or self.phrases[office].first == 0:
            return False
        before = self.phrases[office].first - 1
        number = self.language.clause_of(before)
        return (
            number is not None
            and "saying" in self.language.clauses[number].classes
            and (self.language.clauses[number].verb == before)
        )

    def person_of(self, phrase: Phrase) -> Person | None:
        """The person whom a phrase names, or None."""
        at = bisect_left(self.mention_starts, phrase.start)
        if at < len(self.mention_starts) and self.mention_starts[at] < phrase.end:
            return self.facts.mentions[at].person
        return None

    def is_named(self, phrase: Phrase) -> bool:
        """Whether a phrase names a person."""
        return self.person_of(phrase) is not None

    @cached_property
    def mention_starts(self) -> list[int]:
        return [mention.start for mention in self.facts.mentions]

    @cached_property
    def counts(self) -> list[Offer]:
        """The counted phrases and bodies of so many that bring somebody or something in, in order of place."""
        groups = self.facts.lexicon.table("taken-up-groups")
        taking_up = self.words("group-determiners") | self.words("group-words")
        found = []
        for phrase in self.phrases:
            number = phrase.number
            body = groups.get(phrase.lemma)
            if body is not None and (phrase.proper or phrase.determiner not in taking_up):
                number = body
            elif phrase.determiner in taking_up or not phrase.plural or phrase.pronoun is not None:
                continue
            if number is None or number != int(number) or not 2 <= number <= _LARGEST or phrase.classes & MEASURED:
                continue
            if self.language.tags[phrase.head] == "NUM" or phrase.conjoined or self._leaves_out(phrase):
                continue
            person = body is not None or self.is_person(phrase.lemma)
            classes = phrase.classes
            if person and "person" not in classes:
                classes = frozenset({"person"})
            living = "person" in classes
            found.append(
                Offer(
                    phrase.start, phrase.end, phrase.first, int(number), phrase.sentence, living, classes,
                    None if body is not None else phrase.lemma,
                )
            )  # fmt: skip
        return found

    @cached_property
    def owners(self) -> frozenset[int]:
        """The first tokens of the phrases to which something belongs: “the firm's chief”."""
        return frozenset(self.phrases[phrase.owner].first for phrase in self.phrases if phrase.owner is not None)

    @cached_property
    def of_number(self) -> dict[int, list[Offer]]:
        """The lists and counted phrases by how many they offer."""
        found: dict[int, list[Offer]] = {}
        for offer in (*self.counts, *self.lists):
            found.setdefault(offer.number, []).append(offer)
        return found

    @cached_property
    def bare_numbers(self) -> dict[int, int]:
        """Of each number where it first stands without a noun in the body: “two of them”, “both”."""
        found: dict[int, int] = {}
        for phrase in self.phrases:
            if phrase.number is None or self.language.tags[phrase.head] not in ("NUM", "PRON"):
                continue
            if self.facts.paragraph_at(phrase.start).kind != "headline" and phrase.preposition is None:
                found.setdefault(int(phrase.number), phrase.first)
        return found

    def _leaves_out(self, phrase: Phrase) -> bool:
        """Whether a phrase counts others than those told of, or does not say how many: two more, at least three."""
        before = self.lowers[max(0, phrase.first - 2) : phrase.first]
        return not self.words("inexact-counts").isdisjoint([*before, *self.lowers[phrase.first : phrase.last]])

    def _size(self, phrase: Phrase) -> int:
        """How many a member of a list stands for; a plural without a number makes the list uncountable."""
        if phrase.number is None:
            return _UNCOUNTED if phrase.plural else 1
        if not phrase.classes & COUNTABLE:
            return 1
        return int(phrase.number) if phrase.number <= _LARGEST else _UNCOUNTED

    @cached_property
    def numbers(self) -> dict[tuple[int, bool], set[float]]:
        """By sentence (-1: the headline), and whether people are counted, the numbers of its phrases and lists."""
        found: dict[tuple[int, bool], set[float]] = {}
        headlines = [(block.start, block.end) for block in self.facts.headlines]
        for phrase in self.phrases:
            if phrase.number is not None and not phrase.classes & MEASURED - {"quantity"}:
                titled = any(start <= phrase.start < end for start, end in headlines)
                living = not phrase.classes or bool(phrase.classes & (LIVING | {"group", "quantity"}))
                found.setdefault((-1 if titled else phrase.sentence, living), set()).add(phrase.number)
        for offer in self.lists:
            found.setdefault((offer.sentence, offer.people), set()).add(offer.number)
        return found

    def counted(self, number: int, sentence: int, back: int, people: bool) -> bool:
        """Whether so many are counted or listed in the sentences before one, or in the headline.

        `people`: only people count, and what may be people.
        """
        places = (-1, *range(max(0, sentence - back), sentence))
        kinds = (True,) if people else (True, False)
        return any(number in self.numbers.get((place, kind), ()) for place in places for kind in kinds)

    @cached_property
    def named(self) -> dict[int, list[Mention]]:
        """Of each sentence the places where it names people."""
        found: dict[int, list[Mention]] = {}
        for mention in self.facts.mentions:
            found.setdefault(self.facts.sentence_at(mention.start).number, []).append(mention)
        return found

    def people(self, number: int, sentence: int, back: int, but: Offer, credits: bool) -> bool:
        """Whether so many people are named in the sentences before one, in one of them or several together.

        Those who stand in the list `but` do not count, nor, without `credits`, those who only say something.
        """
        sentences, together = self.facts.sentences, set[str]()
        for place in range(sentence - 1, max(-1, sentence - back - 1), -1):
            free = (m for m in self.named.get(place, ()) if not but.start <= m.start < but.end)
            named = {m.person.id for m in free if credits or m.start not in self.credit_starts}
            together |= named
            # Of three who have a sentence each in one paragraph, the last two are no pair.
            goes_on = place > 0 and sentences[place - 1].paragraph == sentences[place].paragraph
            goes_on = goes_on and bool(self.named.get(place - 1))
            if number == len(named) or (number == len(together) and not goes_on):
                return True
        return False

    @cached_property
    def somebodies(self) -> list[int]:
        """The phrases for single people without a name, in order."""
        return [
            index
            for index, phrase in enumerate(self.phrases)
            if phrase.classes & LIVING
            and not phrase.plural
            and not phrase.proper
            and phrase.apposition_of is None
            and phrase.role != "attribute"
        ]

    @cached_property
    def several(self) -> list[int]:
        """The phrases for several people, or for bodies that are made of people, in order."""
        return [
            index
            for index, phrase in enumerate(self.phrases)
            if not phrase.proper
            and (
                (phrase.plural and phrase.classes & LIVING) or ("group" in phrase.classes and phrase.role == "subject")
            )
        ]

    @cached_property
    def names(self) -> dict[int, str]:
        """Number → its word."""
        names: dict[int, str] = {}
        for word, number in self.facts.lexicon.table("number-words").items():
            names.setdefault(int(number), word)
        return names

    @cached_property
    def arrivals(self) -> list[int]:
        """The first code points of the people's first mentions, in order."""
        return sorted(person.start for person in self.facts.people)

    def of_gender(self, gender: str, within: Offer | None, before: int = 0) -> int:
        """How many people of a gender are named in a list, or before a code point; 0 where no gender is asked for."""
        if gender == "unknown":
            return 0
        start, end = (within.start, within.end) if within is not None else (0, before)
        return len(
            {
                m.person.id
                for m in self.facts.mentions
                if start <= m.start < end and m.person.gender in (gender, "unknown")
            }
        )

    def last_lists(self, first: int) -> Iterator[Offer]:
        """The lists before a token, the nearest first."""
        for at in range(bisect_left(self.lists, first, key=lambda one: one.first) - 1, -1, -1):
            yield self.lists[at]

    def last_counts(self, first: int) -> Iterator[Offer]:
        """The counted phrases before a token, the nearest first."""
        for at in range(bisect_left(self.counts, first, key=lambda one: one.first) - 1, -1, -1):
            yield self.counts[at]

    def language_index(self, token: int) -> int:
        """The first phrase that begins at or behind a token."""
        return bisect_left(self.phrases, token, key=lambda phrase: phrase.first)

    def is_person(self, lemma: str) -> bool:
        """Whether a noun is for people, by its class or as one who does something: a climber."""
        words = self.language.words
        classes = words.noun_classes(lemma)
        doers = tuple(self.facts.lexicon.values("agent-endings")["doer"])
        does = lemma.endswith(doers) and "V" in words.tags(lemma[:-2]) and classes <= _PLANTS
        return "person" in classes or does

    def is_credit(self, phrase: Phrase) -> bool:
        """Whether a phrase only says who said something: the subject of a verb of saying."""
        if phrase.clause is None or phrase.role != "subject":
            return False
        return "saying" in self.language.clauses[phrase.clause].classes

    def relation(
        self,
        span: tuple[int, int],
        kind: str,
        stated: float,
        computed: float,
        offers: tuple[Stretch, ...],
        link: Link,
        supported: bool,
        working: str | None = None,
    ) -> Relation:
        """A claim of a number of people or things; `offers` are the places that it is held against."""
        source = self.facts.article.source
        if working is None:
            working = " ".join(source[offers[0].start : offers[-1].end].split()) if offers else ""
        said = [self.names.get(int(number), f"{number:g}") for number in (stated, computed)]
        return Relation(
            span[0],
            span[1],
            kind,
            Interval(stated, stated),
            Interval(computed, computed),
            said[0],
            said[1],
            link,
            supported,
            working,
            False,
            self.facts.paragraph_at(span[0]).kind,
            offers,
        )


def _shared(members: list[Phrase]) -> frozenset[str] | None:
    """The classes that all members have; None where all are names, which may be of any."""
    told = [member.classes for member in members if not member.proper and member.classes]
    return told[0].intersection(*told[1:]) if told else None
