"""Equals: two who stand side by side before a “he” or “she” that may mean the one as well as the other."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch
from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.references.standing import Standing

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Pronoun
    from factlint.language.model import Phrase

_PERSON = "person"
_SAYING = "saying"
_BESIDE = 3  # tokens before a name in which “so has” stands
_OPENING = 25  # tokens of a sentence before the pronoun at most
_PARTS = ("main", "subordinate")

Two = tuple[Stretch, Stretch]

#: Whoever wrote the article is nobody of whom it tells.
CREDITS = frozenset({"byline", "credit"})


class Equals:
    """Finds two equals before a pronoun; holds what that needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.language, self.lowers = facts, facts.language, facts.tokens.lowers
        self.standing = Standing(facts)
        self.ands, self.likewise = words("equal-links"), words("likewise-words")
        self.contrasting = words("contrasting-words")
        self.prevailing = words("prevailing-verbs")
        self.against = words("opposing-verbs") - self.prevailing
        self.relatives = words("relative-words")
        self.with_words = words("opposing-prepositions")
        self.genders = facts.lexicon.table("gendered-nouns")
        self.mentions: dict[int, list[Mention]] = {}
        for mention in facts.mentions:
            if not mention.in_quote and mention.block not in CREDITS:
                self.mentions.setdefault(facts.sentence_at(mention.start).number, []).append(mention)
        self.pronouns: dict[int, list[Pronoun]] = {}
        for pronoun in facts.pronouns:
            if pronoun.lemma in GENDER_OF_LEMMA:
                self.pronouns.setdefault(facts.sentence_at(pronoun.start).number, []).append(pronoun)

    def before(self, pronoun: Pronoun) -> Two | None:
        """The two who stand side by side right before a pronoun, in its sentence or in those before it."""
        if pronoun.case not in ("subject", "object", "possessive"):
            return None
        if pronoun.opens == "paragraph":
            number = self.facts.sentence_at(pronoun.start).number - 1
            led = pronoun.case == "subject" and number >= 1
            first = self.facts.sentences[number + 1].first
            led = led and not self.another(
                first, self.facts.tokens.at(pronoun.start), (), GENDER_OF_LEMMA[pronoun.lemma]
            )
            return self._of_any_group(number, GENDER_OF_LEMMA[pronoun.lemma]) if led else None
        at = self.facts.tokens.at(pronoun.start)
        sentence = self.facts.sentence_at(pronoun.start)
        if at - sentence.first > _OPENING or any(
            p.start < pronoun.start and p.case != "possessive" for p in self.pronouns.get(sentence.number, ())
        ):
            return None
        gender = GENDER_OF_LEMMA[pronoun.lemma]
        own = [m for m in self.mentions.get(sentence.number, ()) if m.start < pronoun.start]
        inner = pronoun.case == "possessive" and not pronoun.opens
        if inner and (own or self.another(sentence.first, at, (), gender)):
            return None  # “Officers found a gun under his bed”, but not “Lind found …”
        if own:
            # Of “influenced by Roe and Hay, he …” it is neither.
            acting = [clause for m in own if (clause := self.standing.acting(m)) is not None and clause.verb < at]
            # What they do themselves is not done to one of them: “Roe and Hay survive him”.
            done = pronoun.case == "object" and not self._done_by_another(at, self.facts.tokens.at(own[-1].start))
            led = pronoun.case != "possessive" and bool(acting) and not done
            return self._two(own, gender, sentence.first, at, pronoun, within=True) if led else None
        if pronoun.case == "subject" and self.another(sentence.first, at, (), gender):
            return None  # “But the mayor said he …”
        if pronoun.case == "subject" and at > sentence.first and self._speaks_of_two(sentence.number, at):
            return self._of_any_group(sentence.number, gender, at)
        if self._group(sentence.number, gender):
            return None
        number = sentence.number - 1
        if number >= 1 and pronoun.case == "subject" and (two := self._of_any_group(number, gender)) is not None:
            return two
        if number < 1 or self.facts.sentences[number].paragraph != sentence.paragraph:
            return None
        if pronoun.opens and pronoun.case == "subject" and (beside := self._beside_pronoun(number, gender)) is not None:
            return beside
        if not self.mentions.get(number) and self._goes_on_without(number, gender):
            number -= 1
        first = self.facts.sentences[number].first
        found = self.mentions.get(number, [])
        if self._opens_likewise(first) and self.facts.sentences[number - 1].paragraph == sentence.paragraph:
            first = self.facts.sentences[number - 1].first
            found = self.mentions.get(number - 1, []) + found
        return self._two(found, gender, first, sentence.first, pronoun)

    def _beside_pronoun(self, number: int, gender: str) -> Two | None:
        """“She and a colleague, Ann Roe, wore it”: one by a pronoun and one by name, side by side."""
        first = self.facts.sentences[number].first
        pronouns = self.pronouns.get(number, ())
        named = [m for m in self.mentions.get(number, ()) if not m.credit]
        if len(named) != 1 or named[0].person.gender not in (gender, "unknown") or not pronouns:
            return None
        one, two = pronouns[0], named[0]
        opens = self.facts.tokens.at(one.start) == first and GENDER_OF_LEMMA[one.lemma] == gender
        between = range(first + 1, self.facts.tokens.at(two.start))
        if not opens or self.lowers[first + 1] not in self.ands or one.person is two.person:
            return None
        if any(self.language.tags[at] in ("VERB", "AUX") for at in between):
            return None
        return Stretch(one.start, one.end), Stretch(two.start, two.end)

    def _goes_on_without(self, number: int, gender: str) -> bool:
        """Whether a sentence speaks of nobody, and stands behind another of its paragraph: “It had no roof.”"""
        sentence, before = self.facts.sentences[number], self.facts.sentences[number - 1]
        alone = not self.pronouns.get(number) and not self.another(sentence.first, sentence.last, (), gender)
        return alone and number > 1 and before.paragraph == sentence.paragraph

    def _says(self, at: int) -> bool:
        """Whether a pronoun says something, as whoever has just accused another goes on to do."""
        number = self.language.clause_of(at)
        return number is not None and _SAYING in self.language.clauses[number].classes

    # ------------------------------------------------------------------ two names

    def _two(
        self, found: list[Mention], gender: str, first: int, last: int, pronoun: Pronoun, within: bool = False
    ) -> Two | None:
        """The places of two people who fit, where no third fits and the words give both the same standing.

        `within`: in the pronoun's own sentence.
        """
        places = [m for m in found if m.person.gender in (gender, "unknown") and not self.standing.owns(m)]
        fitting = {m.person.id: m for m in places}
        if len(fitting) != 2 or len(places) != 2:
            return None
        one, two = sorted(fitting.values(), key=lambda m: m.start)
        listed = self._listed(one, two)
        if not listed and all(m.person.gender == "unknown" for m in (one, two)):
            return None
        if self.another(first, last, (one, two), gender) or self._led(one, two):
            return None
        spoken = one.credit or two.credit
        at = self.facts.tokens.at(pronoun.start)
        if listed or pronoun.case == "possessive":
            return self._places(one, two) if listed and not spoken else None
        if within:
            alike = self._goes_on_apart(at, pronoun) and self._together(one, two)
        else:
            alike = self._also(two) or self._each_acts(one, two)
            alike = alike or (pronoun.case == "object" and self._together(one, two))
        if alike and not spoken:
            return self._places(one, two)
        return self._places(one, two) if not within and self._opposed(one, two, self._says(at)) else None

    def _goes_on_apart(self, at: int, pronoun: Pronoun) -> bool:
        """Whether a pronoun stands in a clause of its own behind a companion: “…, and he fell”, “when a man hit him”.

        In “…, until he fell” it goes on with the subject.
        """
        return pronoun.case == "object" or self.lowers[at - 1] in self.contrasting

    def _done_by_another(self, at: int, behind: int) -> bool:
        """Whether the verb over a token has a subject that stands behind another one, and is no pronoun."""
        number = self.language.clause_of(at)
        index = None if number is None else self.language.clauses[number].subject
        subject = None if index is None else self.language.phrases[index]
        return subject is not None and subject.pronoun is None and subject.first > behind

    def _places(self, one: Mention, two: Mention) -> Two:
        return Stretch(one.start, one.end), Stretch(two.start, two.end)

    def _led(self, one: Mention, two: Mention) -> bool:
        """Whether the paragraph has spoken of one of two alone before, so that it goes on with that one."""
        start = self.facts.paragraphs[one.paragraph].start
        before = {m.person.id for m in self.facts.mentions if start <= m.start < one.start}
        meant = {
            p.person.id
            for p in self.facts.pronouns
            if p.person is not None and start <= p.start < one.start and p.lemma in GENDER_OF_LEMMA
        }
        return len((before | meant) & {one.person.id, two.person.id}) == 1

    def another(self, first: int, last: int, two: Collection[Mention], gender: str, by_pronoun: bool = True) -> bool:
        """Whether some other person who fits is spoken of between two tokens, without a name or by a pronoun."""
        tokens = self.facts.tokens
        places = {tokens.at(m.start) for m in two}
        index = self._phrase_from(first)
        for number in range(index, len(self.language.phrases)):
            phrase = self.language.phrases[number]
            if phrase.first >= last:
                return False
            if phrase.pronoun is not None:
                if by_pronoun and phrase.pronoun in GENDER_OF_LEMMA and phrase.role == "subject":
                    return True
                continue
            if phrase.determiner is not None and self.language.tags[phrase.head] == "ADJ" and phrase.role == "subject":
                return True  # “The older must live at his aunt's”
            if phrase.plural or _PERSON not in phrase.classes or any(phrase.first <= p < phrase.last for p in places):
                continue
            if self.genders.get(phrase.lemma, gender) != gender or phrase.role == "attribute":
                continue
            beside = any(self._told_beside(phrase, place) for place in places)
            if not beside and phrase.apposition_of is None and phrase.role in ("subject", "object"):
                return True
        return False

    def _told_beside(self, phrase: Phrase, name: int) -> bool:
        """Whether a phrase stands right beside a name, with no verb between: “the treasurer, Hay”."""
        between = range(phrase.last, name) if name >= phrase.last else range(name, phrase.first)
        return len(between) <= _BESIDE + 1 and not any(self.language.tags[at] in ("VERB", "AUX") for at in between)

    def _phrase_from(self, token: int) -> int:
        at = token
        while at < len(self.lowers):
            number = self.language.phrase_at(at)
            if number is not None:
                return number
            at += 1
        return len(self.language.phrases)

    def _listed(self, one: Mention, two: Mention) -> bool:
        """“Roe and Hay”, “Roe and his deputy, Hay”: joined by “and”, and no verb between them."""
        tokens, tags = self.facts.tokens, self.language.tags
        between = range(tokens.at(one.end - 1) + 1, tokens.at(two.start))
        if self.ands.isdisjoint(self.lowers[at] for at in between):
            return False
        told = self._told_between_commas(between)
        return not any(tags[at] in ("VERB", "AUX") for at in between if at not in told)

    def _told_between_commas(self, between: range) -> range:
        """The relative clause right behind a name, up to the comma before “and”: “Roe, who sells eggs, and Hay”."""
        opened = len(between) > 2 and self.lowers[between[0]] == "," and self.lowers[between[1]] in self.relatives
        ends = (at for at in between[2:] if self.lowers[at] == "," and self.lowers[at + 1] in self.ands)
        end = next(ends, None) if opened else None
        return range(0) if end is None else range(between[1], end)

    def _also(self, two: Mention) -> bool:
        """“… and so has Hay”, “as did Hay”: the second has done what the first has."""
        at = self.facts.tokens.at(two.start)
        number = self.language.phrase_at(at)
        first = at if number is None else self.language.phrases[number].first
        if number is not None and self.language.phrases[number].apposition_of is not None:
            first = self.language.phrases[self.language.phrases[number].apposition_of or 0].first
        for place in {at, first}:
            if place > 1 and self._auxiliary(place - 1) and self.lowers[place - 2] in self.likewise:
                return True
        return False

    def _opens_likewise(self, first: int) -> bool:
        """“So did Hay.”"""
        return self.lowers[first] in self.likewise and self._auxiliary(first + 1)

    def _auxiliary(self, at: int) -> bool:
        """Whether a verb may stand for another: has, did, was."""
        return at < len(self.lowers) and "X" in self.language.words.tags(self.lowers[at])

    # ------------------------------------------------------------------ two clauses, and two sides of one verb

    def _each_acts(self, one: Mention, two: Mention) -> bool:
        """“Roe threw a rope while Hay held the boat”: each is the subject of a verb that says nothing."""
        first, second = self.standing.acting(one), self.standing.acting(two)
        if first is None or second is None or first is second or _SAYING in first.classes | second.classes:
            return False
        subject = self.facts.tokens.at(two.start)
        between = self.lowers[first.last : subject]
        over = None if second.within is None else self.language.clauses[second.within]
        told = first.kind in _PARTS and second.kind in _PARTS and over in (None, first)
        return told and not self.contrasting.isdisjoint(between[-3:])

    def _together(self, one: Mention, two: Mention) -> bool:
        """“Roe was in the gallery with Hay”: what one does the other does as well."""
        clause = self.standing.acting(one)
        return clause is not None and _SAYING not in clause.classes and self.standing.accompanies(two)

    def _opposed(self, one: Mention, two: Mention, goes_on: bool) -> bool:
        """“Roe clashed with Hay”, “Roe accused Hay of …”: one stands against the other."""
        clause = self.standing.acting(one)
        if clause is None or clause.lemma not in self.against or clause.voice != "active":
            return False
        if goes_on and _SAYING in clause.classes:
            return False
        phrase = self.standing.phrase_of(two)
        if phrase is None:
            return False
        if clause.object is not None and self.language.phrases[clause.object] is phrase:
            return True
        return (
            phrase.preposition is not None
            and self.lowers[phrase.preposition] in self.with_words
            and (phrase.preposition - clause.last <= _BESIDE)
        )

    # ------------------------------------------------------------------ two of a group

    def _group(self, number: int, gender: str) -> Phrase | None:
        """“The two men shook hands”: a group of two of one sex, what a sentence is about."""
        first = self.facts.sentences[number].first
        index = self.language.phrase_at(first)
        phrase = None if index is None else self.language.phrases[index]
        if phrase is None or phrase.number != 2 or phrase.role != "subject" or not phrase.plural:
            return None
        return phrase if self.genders.get(phrase.lemma) == gender else None

    def _speaks_of_two(self, number: int, last: int) -> bool:
        """Whether a sentence speaks, before a token, of two together, whatever it calls them: both, the two."""
        first = self.facts.sentences[number].first
        both = self.lowers[first] in self.facts.lexicon.words("group-pronouns")
        if both and self.language.tags[first + 1] in ("VERB", "AUX"):
            return True
        return any(self._takes_up_two(phrase) for phrase in self._phrases_of(number) if phrase.last <= last)

    def _of_any_group(self, number: int, gender: str, before: int | None = None) -> Two | None:
        """The two whom a sentence speaks of together, up to a token, and of nobody else who fits.

        “The two had taken turns at the wheel.”, also as what somebody says.
        """
        sentence = self.facts.sentences[number]
        last = sentence.last if before is None else before
        if not self._speaks_of_two(number, last):
            return None
        until = self.facts.tokens.starts[last - 1]
        named = [m for m in self.mentions.get(number, ()) if m.start <= until]
        if any(not m.credit and m.person.gender in (gender, "unknown") for m in named):
            return None
        if self.another(sentence.first, last, (), gender):
            return None
        earlier = [m for m in self._earlier(number) if not m.credit]
        people = {m.person.id: m for m in earlier}
        if len(people) != 2 or any(m.person.gender not in (gender, "unknown") for m in people.values()):
            return None
        if all(m.person.gender == "unknown" for m in people.values()):
            return None
        one, two = sorted(people.values(), key=lambda m: m.start)
        return self._places(one, two)

    def _takes_up_two(self, phrase: Phrase) -> bool:
        """Whether a phrase is for two who have been named: the two, both, the pair, the two men."""
        if phrase.of is not None or self.facts.in_quotation(phrase.start):
            return False
        if phrase.role != "subject" and not self._holds_a_verb(phrase):
            return False
        groups, openers = self.facts.lexicon.table("taken-up-groups"), self.facts.lexicon.words("group-determiners")
        word = self.lowers[phrase.head]
        if groups.get(word) == 2 or groups.get(phrase.lemma) == 2:
            return phrase.determiner in openers or phrase.first == phrase.head
        if word in self.facts.lexicon.table("people-in-groups") and phrase.number is None:
            return phrase.determiner in openers and phrase.last - phrase.first == 2
        person = not phrase.classes or _PERSON in phrase.classes or self.language.tags[phrase.head] == "NUM"
        person = person or self._holds_a_verb(phrase)
        return phrase.number == 2 and phrase.determiner in openers and person

    def _holds_a_verb(self, phrase: Phrase) -> bool:
        """Whether “the two” opens a phrase that has swallowed its verb: “The two took turns”."""
        at = phrase.first + 2
        if phrase.last <= at or phrase.number != 2 or self.language.tags[at - 1] != "NUM":
            return False
        tags = self.language.words.tags(self.lowers[at])
        return "V" in tags and "N" not in tags

    def _phrases_of(self, number: int) -> tuple[Phrase, ...]:
        sentence, phrases = self.facts.sentences[number], self.language.phrases
        first = self._phrase_from(sentence.first)
        last = first
        while last < len(phrases) and phrases[last].first < sentence.last:
            last += 1
        return phrases[first:last]

    def _earlier(self, number: int) -> list[Mention]:
        return [m for place in range(max(0, number - 3), number) for m in self.mentions.get(place, ())]
