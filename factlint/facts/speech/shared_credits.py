"""Shared credits: a quotation by an office that two people hold, or by “he” after two men spoken of together."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.people.bearers import Bearers
from factlint.language.kindred import kindred

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Sentence
    from factlint.language.model import Phrase


class SharedCredits:
    """Reads the credits of one article that may be either of two people's."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens = facts, facts.tokens
        self.phrases = facts.language.phrases
        self.definite = facts.lexicon.words("definite-articles")
        self.endings = facts.lexicon.words("plural-and-third-person-endings")
        self.plural = facts.lexicon.words("plural-pronouns")
        self.deputies = facts.lexicon.words("deputy-words")
        self.gendered = facts.lexicon.table("gendered-nouns")
        self.honorifics = facts.lexicon.words("honorifics")
        self.ordinals = facts.lexicon.table("ordinals")
        self.bearers = Bearers(facts)

    def credits(self) -> Iterator[Credit]:
        """Every such credit, with the two or the place of the other."""
        yield from self.of_a_family()
        yield from self.shared()
        if any(q.speaker and q.speaker.kind != "named" and q.kind == "direct" for q in self.facts.quotes):
            yield from self.of_two()

    def shared(self) -> Iterator[Credit]:
        """Words credited to “the minister” where the article has two and names neither right before."""
        tokens, offices = self.tokens, self.facts.lexicon.words("titles")
        bearers = self.offices()
        for number in self._speaking():
            phrase = self.phrases[number]
            if (
                phrase.determiner not in self.definite
                or phrase.plural
                or phrase.modifiers
                or phrase.of is not None
                or self._is_told_apart(phrase)
                or "person" not in phrase.classes
                or (phrase.lemma in self.gendered and phrase.lemma not in offices)
            ):
                continue
            holders = bearers.get(phrase.lemma) or self._kindred(bearers, phrase.lemma)
            people = {person.id: (person, at) for person, at in holders if at < phrase.first}
            here = self.facts.paragraph_at(phrase.start)
            single = people or any(here.start <= m.start < phrase.start for m in self.facts.mentions)
            several = None if single else self._several(phrase.lemma, number)
            if several is not None:
                yield self._credit(phrase.first, phrase.last, None, several)
            if len(people) > 1 and self._are_named_together(people, phrase):
                (one, _), *_, (_, place) = people.values()
                against = Stretch(tokens.starts[place], tokens.ends[place])
                yield self._credit(phrase.first, phrase.last, one, against)

    def _speaking(self) -> list[int]:
        """The phrases, by number, that are to whom words are credited, with marks or without."""
        tokens, at = self.tokens, self.facts.language.phrase_at
        found = {at(tokens.at(q.speaker.start)) for q in self.facts.quotes if q.speaker and q.kind == "direct"}
        found |= {
            clause.subject
            for clause in self.facts.language.clauses
            if "saying" in clause.classes and clause.voice == "active" and not clause.in_quote
        }
        for first, rows in self.facts.lexicon.phrases("source-phrases").items():
            places = ((place, words) for place in tokens.index.get(first, ()) for words in rows)
            found |= {
                at(place + len(words))
                for place, words in places
                if tuple(tokens.lowers[place : place + len(words)]) == words
            }
        return sorted(number for number in found if number is not None)

    def _are_named_together(self, people: Collection[str], phrase: Phrase) -> bool:
        """Whether the block that last names any of some people, above that of a phrase, names two of them."""
        mentions = self.facts.mentions
        place = bisect_left(mentions, phrase.start, key=lambda mention: mention.start) - 1
        while place >= 0 and mentions[place].person.id not in people:
            place -= 1
        if place < 0:
            return False
        block = self.facts.paragraph_at(mentions[place].start)
        if block.number == self.facts.paragraph_at(phrase.start).number:
            return False
        named = set()
        while place >= 0 and mentions[place].start >= block.start:
            named.add(mentions[place].person.id)
            place -= 1
        return len(named & set(people)) > 1

    def _is_told_apart(self, phrase: Phrase) -> bool:
        """Whether what stands behind an office says which of its bearers is meant: “the nurse on the night shift”."""
        behind = phrase.last
        return behind < len(self.tokens) and self.facts.language.tags[behind] == "ADP"

    def _kindred(self, bearers: dict[str, list[tuple[Person, int]]], noun: str) -> list[tuple[Person, int]]:
        """Those who bear a kind of an office: of “the scientist” an ecologist and a hydrologist."""
        are = kindred(self.facts.lexicon).are
        return [holder for office, holders in bearers.items() if are(office, noun) for holder in holders]

    def _several(self, lemma: str, before: int) -> Stretch | None:
        """Where the article speaks of two or more of a kind last, and of no single one of them since.

        Two mayors; Professors Roe and Hay.
        """
        lemmas, lowers = self.facts.language.lemmas, self.tokens.lowers
        for phrase in reversed(self.phrases[:before]):
            if phrase.lemma == lemma:
                counted = phrase.plural and phrase.number is not None and phrase.number > 1
                return Stretch(phrase.start, phrase.end) if counted else None
            if (
                len(phrase.conjoined) > 1
                and phrase.proper
                and lowers[phrase.first] in {lemma + ending for ending in self.endings}
            ):
                return Stretch(phrase.start, self.phrases[phrase.conjoined[-1]].end)
            one = not phrase.plural and phrase.determiner in self.definite and phrase.lemma in self.ordinals
            if one or any(lemmas[at] == lemma for at in phrase.modifiers):
                return None  # “two directors … The second said”
        return None

    def of_a_family(self) -> Iterator[Credit]:
        """A quotation by a bare family name that the article has only had for two: “Anton and Karl Roe … Roe said”."""
        pairs = self._pairs()
        for quote in self.facts.quotes if pairs else ():
            speaker = quote.speaker
            pair = pairs.get(speaker.text.lower()) if speaker and speaker.kind == "named" else None
            if pair is None or speaker is None or pair.start > speaker.start or quote.kind != "direct":
                continue
            at, block = self.tokens.at(speaker.start), self.facts.paragraph_at(speaker.start)
            before = self.tokens.lowers[max(block.first, at - 1) : at]
            titled = not self.honorifics.isdisjoint(before) or before == ["."] or any(w.isalpha() for w in before)
            inverted = bool(before) and quote.cue is not None and self.tokens.ends[at - 1] == quote.cue.end
            first = self.tokens.span(block.start, speaker.start)[0]
            given = {
                self.tokens.lowers[self.tokens.at(pair.start)],
                self.tokens.lowers[self.tokens.at(pair.end - 1) - 1],
            }
            if (titled and not inverted) or not given.isdisjoint(self.tokens.lowers[first:at]):
                continue
            yield self._credit(at, at + 1, None, pair)

    def _pairs(self) -> dict[str, Stretch]:
        """By family name, where two bear it by one mention of it: Anton and Karl Roe."""
        tokens, words = self.tokens, self.facts.lexicon.words
        ands, names = words("and-words"), words("given-names")
        found: dict[str, Stretch] = {}
        for run in self.facts.naming.runs:
            first = run.lead - 2
            if len(run.words) != 2 or first < 0 or tokens.lowers[run.lead - 1] not in ands or run.lead != run.first:
                continue
            one, other = tokens.texts[first], run.words[0]
            opens = (
                first - 1 in self.facts.sentence_firsts and tokens.lowers[first - 1] not in names
            )  # “Donald Roe and”
            alone = first == 0 or not tokens.texts[first - 1][0].isupper() or opens
            if one[0].isupper() and alone and (one.lower() in names or other.lower() in names):
                found.setdefault(run.words[1].lower(), Stretch(tokens.starts[first], tokens.ends[run.last - 1]))
        return found

    def of_two(self) -> Iterator[Credit]:
        """A quotation that “he” said, after a sentence about two men together: “Both men left. “…,” he said.”"""
        for quote in self.facts.quotes:
            speaker = quote.speaker
            if speaker is None or speaker.kind != "pronoun" or quote.kind != "direct" or quote.way != "sentence":
                continue
            gender = GENDER_OF_LEMMA.get(speaker.text.lower())
            here = self.facts.sentence_at(quote.start)
            if gender is None or here.number == 0 or speaker.start < quote.start:
                continue
            before = self.facts.sentences[here.number - 1]
            if here.paragraph - before.paragraph > 1 or before.kind != here.kind:
                continue
            pair = self._pair(before, gender) or self._met(before, gender)
            if pair is not None and not self._has_the_floor(before, gender):
                at = self.tokens.at(speaker.start)
                yield self._credit(at, at + 1, None, pair)

    def _has_the_floor(self, sentence: Sentence, gender: str) -> bool:
        """Whether one who fits speaks in the block before a sentence, and so goes on: “Gannon said … “…,” he said.”"""
        block = self.facts.paragraphs[sentence.paragraph]
        speakers = (one.person for one in self.facts.statements if block.start <= one.start < sentence.start)
        return any(person is not None and person.gender in (gender, "unknown") for person in speakers)

    def _met(self, sentence: Sentence, gender: str) -> Stretch | None:
        """Where a sentence speaks of both who were named in the one before it: “Roe met Hay. They did not speak.”"""
        opening = self.facts.language.phrase_at(sentence.first)
        if opening is None or not sentence.number or self.phrases[opening].pronoun not in self.plural:
            return None
        before = self.facts.sentences[sentence.number - 1]
        named = [m for m in self.facts.mentions if sentence.start <= m.start < sentence.end]
        two = {m.person.id: m for m in self.facts.mentions if before.start <= m.start < before.end}
        known = all(mention.person.gender == gender for mention in two.values())
        if named or len(two) != 2 or not known or before.paragraph != sentence.paragraph:
            return None
        start, end = min(m.start for m in two.values()), max(m.end for m in two.values())
        return Stretch(start, end)

    def _pair(self, sentence: Sentence, gender: str) -> Stretch | None:
        """The two of a gender about whom a sentence speaks together, where it speaks of nobody else who fits."""
        first = bisect_left(self.phrases, sentence.number, key=lambda phrase: phrase.sentence)
        last = bisect_left(self.phrases, sentence.number + 1, key=lambda phrase: phrase.sentence)
        nouns = self.facts.lexicon.table("gendered-nouns")
        pair: Stretch | None = None
        listed: tuple[int, ...] = ()
        for number in range(first, last):
            phrase = self.phrases[number]
            if number in listed:
                continue
            named = [p for m in phrase.conjoined if (p := self.bearers.named(m)) and p.gender == gender]
            kind = phrase if phrase.of is None else self.phrases[phrase.of]  # “two of the pumps”
            people = not kind.classes or "person" in kind.classes
            counted = phrase.number == 2 and people and nouns.get(phrase.lemma, gender) == gender
            two = len(named) == len(phrase.conjoined) == 2 or (counted and self._two_known(sentence.start, gender))
            if two and phrase.role == "subject" and pair is None:
                pair, listed = Stretch(phrase.start, phrase.end), phrase.conjoined
            elif self.bearers.named(number) or phrase.pronoun in GENDER_OF_LEMMA or self._is_somebody(phrase):
                return None
        return pair

    def _is_somebody(self, phrase: Phrase) -> bool:
        return "person" in phrase.classes and not phrase.plural and not phrase.proper

    def _two_known(self, start: int, gender: str) -> bool:
        """Whether two at least have been named before a place who are, or may be, of a gender."""
        return len([p for p in self.facts.people if p.start < start and p.gender in (gender, "unknown")]) > 1

    def offices(self) -> dict[str, list[tuple[Person, int]]]:
        """By the noun for an office, those who bear it and where."""
        found: dict[str, list[tuple[Person, int]]] = {}
        bearers = self.bearers
        for title in self.facts.titles:
            at = self.tokens.at(title.end - 1)
            deputy = at and self.tokens.lowers[at - 1] in self.deputies  # “the president” is no vice president
            if not title.former and not deputy:
                for office in {self.facts.language.lemmas[at], title.office}:
                    found.setdefault(office, []).append((title.person, at))
        noun_classes, lemmas = self.facts.language.words.noun_classes, self.facts.language.lemmas
        for number, phrase in enumerate(self.phrases):
            bearer = bearers.named(number) if phrase.modifiers else None
            for at in phrase.modifiers if bearer is not None else ():
                if bearer is not None and "person" in noun_classes(self.tokens.lowers[at]):
                    found.setdefault(lemmas[at], []).append((bearer, at))
            other = phrase.apposition_of
            if other is None:
                other = self._beside(number, phrase)
            if other is None:
                continue
            holder = bearers.named(other)
            person, told = (holder, number) if holder else (bearers.named(number), other)
            if person is not None and not self.phrases[told].plural:
                found.setdefault(self.phrases[told].lemma, []).append((person, self.phrases[told].head))
        return found

    def _beside(self, number: int, phrase: Phrase) -> int | None:
        """The name right behind a noun for a person, or behind its “of …” and a comma, where a list hides it.

        “Farmer Ann Roe”; “the mayor of Kell, Ann Roe, and the mayor of Weir, Ida Holm”.
        """
        if "person" not in phrase.classes or phrase.proper or phrase.plural:
            return None
        behind = self.phrases[phrase.of].last if phrase.of is not None else phrase.last
        comma = phrase.of is not None and self.tokens.texts[behind : behind + 1] == [","]
        name = self.facts.language.phrase_at(behind + comma)
        beside = name is not None and self.phrases[name].first == behind + comma and comma == (phrase.of is not None)
        return name if beside and name is not None and self.bearers.named(name) is not None else None

    def _credit(self, first: int, last: int, person: Person | None, against: Stretch | None) -> Credit:
        tokens = self.tokens
        return Credit(tokens.starts[first], tokens.ends[last - 1], "shared", person, against)
