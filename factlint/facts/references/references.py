"""References: phrases that take up what the reader is taken to know: “his earlier address”, “the other suspect”.

Each is found by the word that points back (earlier, second, other, two, latter) and asked what the text before it has
to offer. Quotations are left alone: what is said may refer to what only the hearers know.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Reference
from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.references.between import find_between
from factlint.facts.references.definites import find_definites
from factlint.facts.references.first_person import find_first_person
from factlint.facts.references.gendered import find_gendered
from factlint.facts.references.lead import lead_of
from factlint.facts.references.mentioned import Mentioned
from factlint.facts.references.strangers import find_strangers
from factlint.facts.references.then import find_then
from factlint.facts.references.theys import find_theys
from factlint.facts.references.utterances import find_utterances
from factlint.facts.references.whereabouts import find_there

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model.references import Kind

_PERSON = "person"
_MEASURED = frozenset({"time", "quantity"})
_FARTHEST = 1  # sentences back to the two of which “the latter” is one
_MAYBE = 1  # sentences back to a name that may be a person’s
_BODY = ("paragraph", "list-item", "blockquote")


def find_references(facts: Facts) -> tuple[Reference, ...]:
    """Every phrase of these kinds outside quotations and headlines, in order of place."""
    finder = _Finder(facts)
    found = (
        *finder.occasions(),
        *finder.rows(),
        *finder.others(),
        *finder.groups(),
        *finder.of_two(),
        *finder.definites(),
        *finder.between(),
        *finder.first_person(),
        *finder.there(),
        *finder.strangers(),
        *finder.utterances(),
        *finder.theys(),
        *finder.gendered(),
        *finder.then(),
    )
    return tuple(sorted(found, key=lambda reference: reference.start))


class _Finder:
    """Finds the references of one article, kind by kind."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.tokens, self.lowers = facts.tokens, facts.tokens.lowers
        self.words, self.table = facts.lexicon.words, facts.lexicon.table
        self.before = Mentioned(facts)

    def occasions(self) -> Iterator[Reference]:
        """“his earlier address”, “at that meeting”."""
        nouns, again = self.words("occasion-nouns"), self.words("taking-up-again")
        determiners, pointing = self.words("taking-up-determiners"), self.words("far-demonstratives")
        prepositions = self.words("pointing-prepositions")
        for at in self.tokens.positions(again):
            if self._word(at + 1) in self.words("utterance-nouns") and self._of_nobody(at - 1):
                yield from self._reference("utterance", at - 1, at + 1, 1, 0)
            elif self._word(at + 1) in nouns and self._word(at - 1) in determiners:
                yield from self._reference(
                    "occasion", at - 1, at + 1, 1, self.before.occasion(self._word(at + 1), at - 1)
                )
        for at in self.tokens.positions(pointing):
            if self._word(at + 1) in nouns and self._word(at - 1) in prepositions:
                yield from self._reference("occasion", at, at + 1, 1, self.before.occasion(self._word(at + 1), at))

    def _of_nobody(self, at: int) -> bool:
        """Whether a “his” or “her” looks ahead to somebody, while nobody before it could have said anything."""
        start = self.tokens.starts[at]
        pronoun = next((p for p in self.facts.pronouns if p.start == start and p.case == "possessive"), None)
        if pronoun is None or pronoun.lemma not in GENDER_OF_LEMMA or pronoun.named_back is not None:
            return False
        return pronoun.described_back is None and (pronoun.maybe_back is None or pronoun.maybe_back > _MAYBE)

    def rows(self) -> Iterator[Reference]:
        """“the second blast”."""
        nouns, definite = self.words("row-nouns") | self.words("utterance-nouns"), self.words("definite-articles")
        pointing = self.words("pointing-determiners")
        for at in self.tokens.positions(self.words("row-words")):
            noun = self._word(at + 1)
            if self._word(at - 1) in pointing and self._pointed_row(at):
                yield from self._reference(
                    "row", at - 1, at + 1, 1, self.before.noun(noun, at - 1) or self._counted_from(at)
                )
            counted = self._word(at + 2) in self.words("words-behind-records")  # “the third theft this year”
            if (noun in nouns or self._is_person(noun, at + 1)) and self._word(at - 1) in definite and not counted:
                found = self.before.noun(noun, at - 1) or self.before.occasion(self._word(at + 1), at - 1)
                if noun in self.words("other-people") or self._is_person(noun, at + 1):
                    alone = not self._is_named_behind(at + 2) and not self.before.together(at - 1)
                    found = found or (not alone and self.before.people_before(at - 1)) or self._counted_from(at)
                yield from self._reference("row", at - 1, at + 1, 1, found)

    def _is_named_behind(self, comma: int) -> bool:
        """Whether a comma stands at a token and a name behind it: “the second defendant, Roe, …”."""
        return (
            self._word(comma) == ","
            and self.tokens.texts[comma + 1 : comma + 2][:1] != []
            and (self.tokens.texts[comma + 1][0].isupper())
        )

    def _is_person(self, noun: str, at: int) -> bool:
        """Whether a noun is for one person, and its phrase ends with it."""
        language = self.facts.language
        index = language.phrase_at(at)
        if index is None or language.phrases[index].last != at + 1 or not noun.isalpha():
            return False
        if noun in self.words("ranked-nouns"):
            return False  # “the second favourite”
        classes = language.words.noun_classes(noun)
        return _PERSON in classes and not classes & _MEASURED and language.tags[at] == "NOUN"

    def _pointed_row(self, at: int) -> bool:
        """Whether “this second plan” is a phrase of its own, and no time: “that second half”."""
        index = self.facts.language.phrase_at(at)
        phrase = None if index is None else self.facts.language.phrases[index]
        return phrase is not None and phrase.head == at + 1 and not phrase.classes & _MEASURED and phrase.of is None

    def _counted_from(self, at: int) -> bool:
        """Whether the article has a first of the row anywhere: “the first, Ann Roe, …”."""
        definite = self.words("definite-articles")
        firsts = self.tokens.positions(self.words("row-starts"))
        return any(self._word(place - 1) in definite for place in firsts)

    def others(self) -> Iterator[Reference]:
        """“the other suspect”, “the other car”."""
        people, things = self.words("other-people"), self.words("other-things")
        definite = self.words("definite-articles")
        for at in self.tokens.positions(self.words("one-of-two-words")):
            noun = self._word(at + 1)
            if noun not in people | things or self._word(at - 1) not in definite:
                continue
            found = self.before.noun(noun, at - 1)
            if noun in people:
                found = found or self.before.people(at - 1, at + 1)
            elif noun in self.words("firms"):
                found = found or self.before.names(at - 1)
            else:
                found = found or self.before.occasion(self._word(at + 1), at - 1)
            yield from self._reference("other", at - 1, at + 1, 1, found)

    def groups(self) -> Iterator[Reference]:
        """“the two men”, “both companies”, “the trio”."""
        sizes, alone = self.table("group-sizes"), self.words("groups-alone")
        people, firms = self.table("people-in-groups"), self.words("firms-in-groups")
        both, determiners = self.words("group-words"), self.words("group-determiners")
        for at in self.tokens.positions(sizes.keys()):
            word, noun = self.lowers[at], self._word(at + 1)
            opened = self._word(at - 1) in determiners
            first = at if word in both else at - 1
            if word in alone and opened and noun not in self.words("of-words"):
                found = self.before.people(first, at) + self.before.names(first)
                yield from self._reference("group", first, at, sizes[word], found)
            elif (noun in people or noun in firms) and (opened or word in both):
                found = self.before.people(first, at + 1, people[noun]) if noun in people else self.before.names(first)
                found = max(found, sizes[word] * self.before.noun(noun, first))
                yield from self._reference("group", first, at + 1, sizes[word], found)

    def of_two(self) -> Iterator[Reference]:
        """“the latter”, “the former” where it stands alone."""
        definite = self.words("definite-articles")
        joining = self.tokens.positions(self.words("pairing-words"))
        language = self.facts.language
        for at in self.tokens.positions(self.words("of-two")):
            index = language.phrase_at(at)
            if self._word(at - 1) not in definite or index is None or language.phrases[index].head != at:
                continue
            sentence = self.facts.sentence_of(at)
            start = self.facts.sentences[max(0, sentence.number - _FARTHEST)].first
            found = 2 * (bisect_left(joining, at - 1) > bisect_left(joining, start) or self._two_names(start, at))
            yield from self._reference("of two", at - 1, at, 2, found)

    def _two_names(self, start: int, end: int) -> bool:
        """Whether two names, or two phrases of one class, stand between two tokens."""
        seen: set[str] = set()
        for phrase in self.facts.language.phrases:
            if start <= phrase.first < end and not phrase.classes & _MEASURED:
                kinds = {"name"} if phrase.proper and not phrase.classes else set(phrase.classes)
                if self._word(phrase.head) in self.facts.lexicon.union("months", "weekdays"):
                    continue
                if seen & kinds:
                    return True
                seen |= kinds
        return False

    def definites(self) -> Iterator[Reference]:
        """“the incident”, “that decision”."""
        lead = lead_of(self.facts)
        for one in find_definites(self.facts):
            if self._taken_up(one.first, one.last):
                continue
            for reference in self._reference("definite", one.first, one.last, 1, int(one.found)):
                yield reference._replace(pointing=one.pointing, lead=reference.paragraph == lead)

    def between(self) -> Iterator[Reference]:
        """The “he” and “its” that two may be meant by."""
        for one in find_between(self.facts):
            for reference in self._reference("between", one.first, one.last, 1, 2):
                yield reference._replace(two=one.two, found=2)

    def first_person(self) -> Iterator[Reference]:
        """“our bakery”, “we”."""
        language = self.facts.language
        for one in find_first_person(self.facts):
            index = language.phrase_at(one.at)
            phrase = None if index is None else language.phrases[index]
            owned = phrase.lemma if phrase is not None and phrase.head != one.at else None
            for reference in self._reference("first person", one.at, one.at, 0, 0):
                yield reference._replace(reported=one.reported, more=one.more, owned=owned)

    def there(self) -> Iterator[Reference]:
        """“She moved there in May.”"""
        for one in find_there(self.facts):
            yield from self._reference("there", one.at, one.at, 1, int(one.found))

    def strangers(self) -> Iterator[Reference]:
        """“Prosser plans to …”, where no Prosser has been heard of."""
        for one in find_strangers(self.facts):
            for reference in self._reference("stranger", one.at, one.at, 1, 0):
                yield reference._replace(taken_up=one.taken_up)

    def utterances(self) -> Iterator[Reference]:
        """“his earlier statement”."""
        for one in find_utterances(self.facts):
            yield from self._reference("utterance", one.first, one.last, 1, int(one.found))

    def theys(self) -> Iterator[Reference]:
        """“They lifted her out.”"""
        for one in find_theys(self.facts):
            yield from self._reference("they", one.at, one.at, 1, int(one.found))

    def gendered(self) -> Iterator[Reference]:
        """“The man was at the door again.”"""
        for one in find_gendered(self.facts):
            yield from self._reference("gendered", one.first, one.last, 1, int(one.found))

    def then(self) -> Iterator[Reference]:
        """“That year the glue ran.”"""
        for one in find_then(self.facts):
            yield from self._reference("then", one.first, one.last, 1, int(one.found), quoted=True)

    def _taken_up(self, first: int, last: int) -> bool:
        """Whether a definite phrase is an occasion, which is asked about as such: “at that meeting”."""
        opened = self._word(first) in self.words("far-demonstratives")
        before = self._word(first - 1) in self.words("pointing-prepositions")
        return opened and before and self._word(last) in self.words("occasion-nouns")

    def _word(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def _reference(
        self, kind: Kind, first: int, last: int, needs: int, found: int, quoted: bool = False
    ) -> Iterator[Reference]:
        start, end = self.tokens.starts[first], self.tokens.ends[last]
        block = self.facts.paragraph_at(start)
        if last > first + 1 and all(text[0].isupper() for text in self.tokens.texts[first + 1 : last + 1]):
            return  # “the sloop, the Second Opinion”: a name
        if block.kind in _BODY and (quoted or not self.facts.in_quotation(start)):
            yield Reference(start, end, kind, self.lowers[last], needs, min(found, needs), block.number)
