"""Groups: “both”, “the pair”, “the trio”, “the latter”, “the brothers”, held against those whom the article has named.

A group is right where the text near before it offers as many: a list, a counted phrase, so many people. It is wrong
where what was listed last has another number, or where too few have been mentioned at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from factlint.facts.model import Interval, Relation, Stretch

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

Link = Literal["strong", "middling", "weak"]
_NEAR = 2  # sentences back to the list that a group takes up
_REACH = 3  # sentences back in which as many may have been spoken of
_FAR = 8  # sentences back to a list of people that “the trio” takes up
_LARGEST = 12  # what a number in a list counts
_UNCOUNTED = -1_000
_BEFORE = 60  # phrases back in which a kinship may be told
_BESIDE = 2  # code points between a word and the name beside it
_LIVING = frozenset({"person", "animal"})
_COUNTABLE = frozenset({"person", "animal", "artefact", "group", "place"})
_BLOCKS = frozenset({"paragraph", "list-item", "caption"})


class Group(NamedTuple):
    """A phrase that stands for a group.

    start: first code point.
    end: one past the last code point.
    first: its first token.
    number: how many it stands for.
    alone: whether it can only be people or things named before, since it names no kind of its own.
    """

    start: int
    end: int
    first: int
    number: int
    alone: bool


class Offer(NamedTuple):
    """What the article has named together.

    start: first code point.
    end: one past the last code point.
    first: its first token.
    number: how many there are.
    sentence: number of its sentence.
    people: whether all of them are people with names.
    """

    start: int
    end: int
    first: int
    number: int
    sentence: int
    people: bool = True


def find_groups(facts: Facts) -> Iterator[Relation]:
    """Every group outside quotations that takes up others than the article offers, and those that it offers."""
    yield from _Groups(facts).relations()


class _Groups:
    """The groups of one article and what they can stand for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.tokens, self.language = facts.tokens, facts.language
        self.lowers = facts.tokens.lowers
        self.words = facts.lexicon.words

    def relations(self) -> Iterator[Relation]:
        """Each group with the offer that it must agree with, if there is one."""
        for group in self.groups():
            sentence = self.facts.sentence_at(group.start).number
            last = self._last_list(group, sentence)
            if last is not None and last.number != group.number:
                supported = self._counted(group, sentence) or self._people(group, sentence)
                yield self._relation(group, last.number, last, "strong", supported)
            elif last is None and group.alone and 0 < (count := self._individuals(group)) < group.number:
                yield self._relation(group, count, self._somebody(group), "middling", self._counted(group, sentence))
        yield from self._kin()

    def groups(self) -> Iterator[Group]:
        """The phrases that stand for groups, in order of place."""
        table = self.facts.lexicon.table("taken-up-groups")
        for at in self.tokens.positions(table.keys()):
            if self._elsewhere(at):
                continue
            index = self.language.phrase_at(at)
            phrase = None if index is None else self.language.phrases[index]
            number = table[self.lowers[at]]
            if self.lowers[at] in self.words("group-pronouns"):
                group = self._pronoun(at, phrase, number)
            else:
                group = None if phrase is None else self._noun(at, phrase, number)
            if group is not None:
                yield group

    def _elsewhere(self, at: int) -> bool:
        start = self.tokens.starts[at]
        return self.facts.paragraph_at(start).kind not in _BLOCKS or self.facts.in_quotation(start)

    def _pronoun(self, at: int, phrase: Phrase | None, number: int) -> Group | None:
        """“Both are old.” at the head of a sentence; no “both … and”."""
        sentence = self.facts.sentence_at(self.tokens.starts[at])
        if at != sentence.first or (phrase is not None and (phrase.conjoined or phrase.last != at + 1)):
            return None
        joined = self.facts.lexicon.values("correlatives")[self.lowers[at]]
        if any(lower in joined for lower in self.lowers[at : self._clause_end(at, sentence.last)]):
            return None
        return Group(self.tokens.starts[at], self.tokens.ends[at], at, number, alone=False)

    def _clause_end(self, at: int, last: int) -> int:
        """The token of the first verb behind a place: what stands before it is the subject."""
        tags = self.language.tags
        return next((place for place in range(at, last) if tags[place] in ("VERB", "AUX")), last)

    def _noun(self, at: int, phrase: Phrase, number: int) -> Group | None:
        """“the pair”, “the latter”: with the article alone and nothing behind that tells of what."""
        if phrase.head != at or phrase.first != at - 1 or phrase.of is not None or phrase.proper or phrase.conjoined:
            return None
        if phrase.determiner not in self.words("group-openers"):
            return None
        after = self.lowers[at + 1] if at + 1 < len(self.lowers) else ""
        if after in self.words("group-partitives") or (
            after and self.language.tags[at + 1] in ("NOUN", "PROPN", "NUM")
        ):
            return None
        return Group(phrase.start, phrase.end, phrase.first, number, self.lowers[at] not in self.words("one-of-two"))

    # ------------------------------------------------------------------ what is on offer

    @cached_property
    def _lists(self) -> list[Offer]:
        """Every list outside quotations, in order of place."""
        phrases = self.language.phrases
        found = []
        for index, phrase in enumerate(phrases):
            if phrase.conjoined and phrase.conjoined[0] == index:
                end = phrases[phrase.conjoined[-1]].end
                members = [phrases[member] for member in phrase.conjoined]
                number = sum(self._size(member) for member in members)
                if number > 0:
                    people = all(member.proper or "person" in member.classes for member in members)
                    found.append(Offer(phrase.start, end, phrase.first, number, phrase.sentence, people))
        return found

    def _last_list(self, group: Group, sentence: int) -> Offer | None:
        """The last list before a group: near before it, or of people where the group can be nothing else."""
        reach = _FAR if group.alone else _NEAR
        for at in range(bisect_left(self._lists, group.first, key=lambda one: one.first) - 1, -1, -1):
            one = self._lists[at]
            back = sentence - one.sentence
            if back > reach:
                return None
            if one.people or (back <= _NEAR and not group.alone):
                return one
        return None

    @cached_property
    def _numbers(self) -> dict[int, set[float]]:
        """Of each sentence the numbers that its phrases and lists have; of -1 those of the headline."""
        found: dict[int, set[float]] = {}
        headlines = [(block.start, block.end) for block in self.facts.headlines]
        for phrase in self.language.phrases:
            if phrase.number is not None:
                titled = any(start <= phrase.start < end for start, end in headlines)
                found.setdefault(-1 if titled else phrase.sentence, set()).add(phrase.number)
        for offer in self._lists:
            found.setdefault(offer.sentence, set()).add(offer.number)
        return found

    def _counted(self, group: Group, sentence: int) -> bool:
        """Whether near before, or in the headline, as many are counted or listed."""
        near = (-1, *range(max(0, sentence - _REACH), sentence))
        return any(group.number in self._numbers.get(place, ()) for place in near)

    @cached_property
    def _named(self) -> dict[int, set[str]]:
        """Of each sentence the people whom it names."""
        found: dict[int, set[str]] = {}
        for mention in self.facts.mentions:
            found.setdefault(self.facts.sentence_at(mention.start).number, set()).add(mention.person.id)
        return found

    def _people(self, group: Group, sentence: int) -> bool:
        """Whether so many people are named in the sentences before, in one of them or several together."""
        together: set[str] = set()
        for place in range(sentence - 1, max(-1, sentence - _REACH - 1), -1):
            named = self._named.get(place, set())
            together |= named
            if group.number in (len(together), len(named)):
                return True
        return False

    @cached_property
    def _somebodies(self) -> list[int]:
        """The first tokens of phrases for single people without a name, in order."""
        return [
            phrase.first
            for phrase in self.language.phrases
            if phrase.classes & _LIVING
            and not phrase.plural
            and phrase.apposition_of is None
            and phrase.role != "attribute"
        ]

    @cached_property
    def _first_many(self) -> int:
        """The first token of the first phrase for several people; what stands behind it may be any number."""
        many = (phrase.first for phrase in self.language.phrases if phrase.plural and phrase.classes & _LIVING)
        return next(many, len(self.lowers))

    @cached_property
    def _arrivals(self) -> list[int]:
        """The first code points of the people's first mentions, in order."""
        return sorted(person.start for person in self.facts.people)

    def _individuals(self, group: Group) -> int:
        """How many people at most the article has spoken of before; a plural may be any number."""
        if self._first_many < group.first:
            return group.number
        return bisect_left(self._arrivals, group.start) + bisect_left(self._somebodies, group.first)

    def _size(self, phrase: Phrase) -> int:
        """How many a member of a list stands for; a plural without a number makes the list uncountable."""
        if phrase.number is None:
            return _UNCOUNTED if phrase.plural else 1
        if not phrase.classes & _COUNTABLE:
            return 1
        return int(phrase.number) if phrase.number <= _LARGEST else _UNCOUNTED

    def _kin(self) -> Iterator[Relation]:
        """“the brothers” of whom the article has told that they are something else to each other."""
        facts = self.facts
        groups: dict[str, list[str]] = facts.lexicon.values("kin-groups")
        others = self.words("other-kin")
        for at in self.tokens.positions(groups.keys()):
            index = self.language.phrase_at(at)
            if index is None or self._elsewhere(at):
                continue
            phrase = self.language.phrases[index]
            if phrase.head != at or phrase.first != at - 1 or phrase.proper or phrase.of is not None:
                continue
            told = set(groups[self.lowers[at]]) - {self.lowers[at]}
            if phrase.determiner not in self.words("definite-articles") or self.tokens.positions(told):
                continue
            earlier = self.tokens.index[self.lowers[at]]
            near = [
                other
                for other in self.language.phrases[max(0, index - _BEFORE) : index]
                if phrase.sentence - other.sentence <= _REACH and other.lemma in others and self._beside_name(other)
            ]
            if near and earlier[0] == at and near[-1].lemma not in told:
                kin = near[-1]
                offer = Offer(kin.start, kin.end, kin.first, 0, kin.sentence)
                yield self._relation(Group(phrase.start, phrase.end, at, 2, True), 0, offer, "strong", False)._replace(
                    kind="kin"
                )

    def _beside_name(self, phrase: Phrase) -> bool:
        """Whether a word of kinship belongs to somebody with a name: “his son Deniz”."""
        starts = [mention.start for mention in self.facts.mentions]
        at = bisect_left(starts, phrase.end)
        return at < len(starts) and starts[at] - phrase.end <= _BESIDE

    def _somebody(self, group: Group) -> Offer | None:
        """The last person who was brought in before a group."""
        at = bisect_left(self._arrivals, group.start)
        person = next((p for p in self.facts.people if at and p.start == self._arrivals[at - 1]), None)
        return None if person is None else Offer(person.start, person.end, 0, 1, 0)

    def _relation(
        self,
        group: Group,
        number: int,
        offer: Offer | None,
        link: Literal["strong", "middling", "weak"],
        supported: bool,
    ) -> Relation:
        facts = self.facts
        source = facts.article.source
        named = self._names
        return Relation(
            group.start,
            group.end,
            "group",
            Interval(group.number, group.number),
            Interval(number, number),
            named.get(group.number, str(group.number)),
            named.get(number, str(number)),
            link,
            supported,
            " ".join(source[offer.start : offer.end].split()) if offer is not None else "",
            False,
            facts.paragraph_at(group.start).kind,
            (Stretch(offer.start, offer.end),) if offer is not None else (),
        )

    @cached_property
    def _names(self) -> dict[int, str]:
        names: dict[int, str] = {}
        for word, number in self.facts.lexicon.table("number-words").items():
            names.setdefault(int(number), word)
        return names
