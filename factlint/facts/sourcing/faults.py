"""Faults: whose doing an accident or a loss was, told as a fact where nobody is said to have found it out.

“The driver had taken the bend far too fast”, “the crane driver had not looked behind him”, “the nurse had given her the
wrong drug”: what somebody did wrong is for the police, an inquiry or a court to say (McNae's Essential Law for
Journalists, on defamation).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_TOLD = frozenset({"main", "relative", "subordinate"})
_SAYING = frozenset({"main", "subordinate"})  # “the engineers who signed off the roof” credits nobody
_SAID = frozenset({"saying", "thinking"})
_WHO = frozenset({"person", "group"})
_NO_DUTIES = frozenset({"saying", "contest"})  # who “failed to win” has done nothing wrong
_BEHIND = 8  # tokens behind a verb within which what makes it a fault stands
_NEAR = 4  # tokens behind it within which what was wrong is named
_LOOKED_AT = 40  # places at which a verb is looked up again
_YEAR = 4  # digits
_DENIED = 3  # tokens around a word of a court within which “not” stands
_GAMES = 3  # different words of a game or a play that make an article one about it


def find_faults(facts: Facts, answers: Answers) -> list[Claim]:
    """Every fault told outright in an article on something that went wrong and is not settled, in order of place."""
    reader = Faults(facts, answers)
    if not reader.is_open() and facts.lexicon.words("words-for-on-purpose").isdisjoint(facts.tokens.index):
        return []
    return [] if reader.is_settled() else list(reader.claims(reader.is_open()))


class Faults:
    """The clauses of one article as faults."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words

    def is_open(self) -> bool:
        """Whether something went wrong that is being looked into, and no court or inquiry has spoken."""
        words, index = self.words, self.tokens.index
        if words("inquiry-words").isdisjoint(index) and words("mishap-words").isdisjoint(index):
            return False
        return not self.is_settled()

    def is_of_a_game(self) -> bool:
        """Whether the article is about a game or a play, in which people do worse than they would be told of."""
        words, index = self.words, self.tokens.index
        return sum(1 for word in words("words-of-games") if word in index) >= _GAMES

    def is_settled(self) -> bool:
        """Whether a court or a confession has spoken of anybody, or the article is about a game or a play."""
        return self.is_of_a_game() or bool(self._settled)

    @cached_property
    def _settled(self) -> list[frozenset[str]]:
        """The words of every sentence in which a court or a confession has spoken; “pleaded not guilty” is neither."""
        facts, lowers = self.facts, self.tokens.lowers
        forms, denials = facts.lexicon.union("convicted-people", "settled-forms"), self.words("negations")
        numbers = {
            facts.sentence_of(at).number
            for at in self.tokens.positions(forms)
            if denials.isdisjoint(lowers[max(0, at - _DENIED) : at + _DENIED])
        }
        sentences = (facts.sentences[number] for number in sorted(numbers))
        return [frozenset(lowers[one.first : one.last]) for one in sentences]

    def is_settled_of(self, clause: Clause) -> bool:
        """Whether a court or a confession has spoken of the one of whom a clause tells, or may have."""
        if not self._settled:
            return False
        phrase = self._of_whom(clause)
        if phrase is None or clause.voice == "passive" or phrase.pronoun is not None:
            return True
        own = {word.lower() for word in self._words(phrase)}
        return any(own & words for words in self._settled) or self._is_settled_beside(clause)

    def _is_settled_beside(self, clause: Clause) -> bool:
        """Whether the sentence before or behind tells of a verdict on somebody without a name: “a carer was jailed”."""
        forms = self.facts.lexicon.union("convicted-people", "settled-forms")
        sentences, lowers = self.facts.sentences, self.tokens.lowers
        for number in (clause.sentence - 1, clause.sentence + 1):
            if not 0 <= number < len(sentences) or forms.isdisjoint(
                lowers[sentences[number].first : sentences[number].last]
            ):
                continue
            start, end = sentences[number].start, sentences[number].end
            at = bisect_left(self.facts.mentions, start, key=lambda mention: mention.start)
            if at == len(self.facts.mentions) or self.facts.mentions[at].start >= end:
                return True
        return False

    def _of_whom(self, clause: Clause) -> Phrase | None:
        """The phrase for the one of whom a clause tells: of “which” what stands before it."""
        phrase = self.language.phrases[clause.subject] if clause.subject is not None else None
        if phrase is not None and clause.kind == "relative" and phrase.pronoun is not None and clause.subject:
            return self.language.phrases[clause.subject - 1]
        return phrase

    def claims(self, open_: bool = True) -> Iterator[Claim]:
        """The faults of all clauses; where nothing went wrong, only what was done on purpose."""
        for clause in self.language.clauses:
            if not open_ and not self._purposely(clause):
                continue
            if clause.in_quote or clause.tense != "past" or clause.standing != "done" or clause.kind not in _TOLD:
                continue
            if clause.subject is None and not self._purposely(clause):
                continue
            sentence = self.facts.sentences[clause.sentence]
            last = self._fault(clause, sentence)
            if not last or not (self._purposely(clause) or self._blames(clause) or self.is_somebody(clause)):
                continue
            if self.in_own_voice(clause, sentence) and not self.is_said_elsewhere(clause):
                yield self.claim(clause, last, sentence)

    # ------------------------------------------------------------------------------------------------ what is a fault

    def _fault(self, clause: Clause, sentence: Sentence) -> int:
        """One past the words that make a clause a fault; 0 where it tells of none."""
        words, lowers, language = self.words, self.tokens.lowers, self.language
        end = min(sentence.last, clause.last + _BEHIND)
        thing = language.phrases[clause.object] if clause.object is not None else None
        past = thing.last if thing is not None and thing.first >= clause.last else clause.last
        if clause.negated:
            heed = clause.lemma in words("heeding-verbs") and clause.voice == "active"
            return past if heed else 0
        illicit = thing is not None and thing.lemma in words("illicit-things")
        if illicit and clause.lemma in words("taking-verbs") and clause.voice == "active":
            return past
        if clause.lemma in words("failing-to-verbs"):
            return min(end, clause.last + 2) if self._is_a_duty(clause.last) else 0
        lying = lowers[clause.verb] in words("forms-of-lying-down")
        if clause.lemma in words("faulty-verbs") and clause.voice == "active" and not lying:
            return past
        if self._blames(clause) and clause.attribute is not None:
            of = language.phrases[clause.attribute].of
            return language.phrases[of].last if of is not None else 0
        if self._purposely(clause):
            return end if clause.voice == "active" else clause.last
        if clause.predicate is not None and lowers[clause.predicate] in words("faulty-states"):
            return clause.predicate + 1
        wrong = words("faulty-modifiers")
        for at in range(clause.last, min(end, clause.last + _NEAR)):
            if lowers[at] in wrong and language.tags[at + 1 : at + 2] == ["NOUN"]:
                return at + 2
        if "motion" in clause.classes or clause.lemma in words("steering-verbs"):
            for at in range(clause.last, end - 1):
                compared = lowers[at - 1] in words("outdoing-words")  # “from as far away as Vigo”
                if (
                    lowers[at] in words("words-for-too-much")
                    and not compared
                    and language.tags[at + 1] in ("ADV", "ADJ")
                ):
                    return at + 2 + (language.tags[at + 2 : at + 3] in (["ADV"], ["ADJ"]))
        beside = [language.phrases[place] for _, place in clause.obliques] + ([thing] if thing is not None else [])
        toy = next((phrase for phrase in beside if phrase.lemma in words("distracting-things")), None)
        if toy is not None and clause.lemma in words("verbs-of-distraction"):
            return toy.last
        if " ".join((clause.lemma, *lowers[clause.last : clause.last + 1])) in words("faulty-phrases"):
            return clause.last + 1
        left = clause.lemma in words("leaving-verbs") and thing is not None
        if left and lowers[past : past + 1] and lowers[past] in words("states-left"):
            return past + 1
        several = clause.subject is not None and language.phrases[clause.subject].plural
        if several:
            return 0  # “the girls had fallen asleep”, but not the one who was on duty
        if any(lowers[at] in words("states-of-duty-missed") for at in range(clause.last, min(end, clause.last + 2))):
            return clause.last + 1
        return 0

    def _is_a_duty(self, at: int) -> bool:
        """Whether “to” and a deed follow, and no words: who “refused to comment” has done nothing wrong."""
        language, lowers = self.language, self.tokens.lowers
        if self.words("to-words").isdisjoint(lowers[at : at + 1]) or at + 1 >= len(lowers):
            return False
        return _NO_DUTIES.isdisjoint(language.words.verb_classes(language.words.lemma(lowers[at + 1], "VERB")))

    def _blames(self, clause: Clause) -> bool:
        """“It was the fault of the bus driver”."""
        told = self.language.phrases[clause.attribute] if clause.attribute is not None else None
        return told is not None and told.of is not None and told.lemma in self.words("fault-nouns")

    def _purposely(self, clause: Clause) -> bool:
        """“Was started on purpose”, “had been deliberately set”."""
        lowers = self.tokens.lowers
        around = lowers[max(0, clause.first - 1) : clause.last + 2]
        grave = clause.lemma in self.words("grave-words") or clause.lemma in self.words("starting-verbs")
        return grave and not self.words("words-for-on-purpose").isdisjoint(around)

    # ------------------------------------------------------------------------------------------------- who is at fault

    def is_somebody(self, clause: Clause) -> bool:
        """Whether the subject is one of those whom the article tells of, or one among them."""
        phrase = self._of_whom(clause)
        if phrase is None:
            return False
        if phrase.pronoun is not None:
            return phrase.pronoun in self.words("people-pronouns") or phrase.pronoun in self.words("unknown-doers")
        return self.is_known(phrase)

    @cached_property
    def _named(self) -> tuple[list[int], list[int]]:
        """Where names begin, and how far those up to each reach at the most."""
        mentions = self.facts.mentions
        return [one.start for one in mentions], list(accumulate((one.end for one in mentions), max))

    def is_known(self, phrase: Phrase) -> bool:
        if phrase.of is not None and phrase.number == 1:
            return self.is_known(self.language.phrases[phrase.of])
        if phrase.proper:
            starts, ends = self._named
            at = bisect_right(starts, phrase.start)
            return (at > 0 and ends[at - 1] > phrase.start) or bisect_left(starts, phrase.end) > at
        owned = phrase.owner is not None or phrase.determiner in self.words("owner-words")
        known = owned or phrase.determiner in self.words("definite-articles")
        return (known or self._is_told_of(phrase)) and bool(_WHO & phrase.classes)

    def _is_told_of(self, phrase: Phrase) -> bool:
        """Whether bare people were told of before: “union leaders” after the union, “buyers” after the buyers."""
        if not phrase.plural or phrase.determiner is not None or phrase.number is not None:
            return False
        lowers, forms = self.tokens.lowers, self.language.words.forms
        heads = {lowers[at] for at in (phrase.head, *phrase.modifiers)}
        known = {form for word in heads for form in (word, *forms(word))}
        return any(self.tokens.index.get(word, (phrase.first,))[0] < phrase.first for word in known)

    # ------------------------------------------------------------------------------------------------------ who says so

    def in_own_voice(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether nobody is credited in the paragraph, nor right before it with words on the same thing."""
        if not self.answers.is_prose(sentence):
            return False
        block, answers = self.facts.paragraphs[sentence.paragraph], self.answers
        if answers.told_in(sentence.start, sentence.end) or answers.quoted_in(sentence.start, sentence.end):
            return False
        before_it = block.start, sentence.start
        if (answers.told_in(*before_it) or answers.quoted_in(*before_it)) and not self._own_words(clause, sentence):
            return False
        if self._is_laid_next(clause, sentence):
            return False
        lowers = self.tokens.lowers[block.first : block.last]
        since = self.words("since-words")
        if any(
            len(word) == _YEAR and word.isdecimal() and lowers[at - 1] not in since for at, word in enumerate(lowers)
        ):
            return False  # history, which others have written
        ruling = self.words("ruling-verbs")
        if any(
            other.kind in _SAYING
            and (_SAID & other.classes or (other.lemma in ruling and other.standing != "possible"))
            for other in self._around(clause)
        ):
            return False
        before = self.facts.sentences[sentence.number - 1] if sentence.number else None
        if before is None or not self.answers.told_in(before.start, before.end):
            return True
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        if subject is None:
            return before.paragraph != sentence.paragraph
        if subject.pronoun is not None:
            return False
        return subject.lemma not in self.language.lemmas[before.first : before.last]

    def _is_laid_next(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether the next sentence of the paragraph lets somebody else tell more of the same one.

        “The driver had slept. He had been up since four, police said.” What the accused says for himself is an answer,
        and what a council will do about the road is another matter.
        """
        place = sentence.number + 1
        behind = self.facts.sentences[place] if place < len(self.facts.sentences) else None
        if behind is None or behind.paragraph != sentence.paragraph:
            return False
        if not (self.answers.told_in(behind.start, behind.end) or self.answers.quoted_in(behind.start, behind.end)):
            return False
        accused = self._words_of(clause)
        phrases = self._phrases_of(place)
        opening = next((phrase for phrase in phrases[:2] if phrase.role == "subject"), None)
        if opening is not None and self._is_his(opening, accused) and self._tells(place):
            return False
        told = {clause.object, clause.subject}
        things = {self.language.phrases[at].lemma for at in told if at is not None}
        return any(
            phrase.pronoun in self.words("people-pronouns")
            or phrase.pronoun in self.words("pronouns-for-what-was-told")
            or phrase.lemma in things
            or bool(accused & self._words(phrase))
            for phrase in phrases
        )

    def _own_words(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether all that is told before a sentence of a paragraph is told by the accused himself."""
        accused, first = self._words_of(clause), self.facts.paragraphs[sentence.paragraph].start
        numbers = range(self.facts.sentence_at(first).number, sentence.number)
        for number in numbers:
            one = self.facts.sentences[number]
            if not (self.answers.told_in(one.start, one.end) or self.answers.quoted_in(one.start, one.end)):
                continue
            opening = next(iter(self._phrases_of(number)), None)
            if opening is None or opening.role != "subject" or not accused & self._words(opening):
                return False
        return bool(accused)

    def _is_his(self, opening: Phrase, accused: frozenset[str]) -> bool:
        """Whether a phrase is “he”, the accused by his name, or one of his: “Roe's lawyer”."""
        owner = self.language.phrases[opening.owner] if opening.owner is not None else opening
        return opening.pronoun in self.words("people-pronouns") or bool(accused & self._words(owner))

    def _tells(self, number: int) -> bool:
        """Whether the first clause of a sentence is one of saying."""
        place = bisect_left(self.language.clauses, number, key=lambda one: one.sentence)
        clause = self.language.clauses[place] if place < len(self.language.clauses) else None
        denies = self.words("denying-verbs")
        return clause is not None and ("saying" in clause.classes or clause.lemma in denies)

    def _phrases_of(self, number: int) -> list[Phrase]:
        """The phrases of a sentence, in order of place."""
        phrases, found = self.language.phrases, []
        for at in range(bisect_left(phrases, number, key=lambda one: one.sentence), len(phrases)):
            if phrases[at].sentence != number:
                break
            found.append(phrases[at])
        return found

    def _words_of(self, clause: Clause) -> frozenset[str]:
        """The words by which a clause has the one of whom it tells."""
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        return frozenset() if subject is None or subject.pronoun is not None else self._words(subject)

    def _words(self, phrase: Phrase) -> frozenset[str]:
        """A phrase's noun, or the words with capitals in a name."""
        return self._name(phrase) or frozenset((phrase.lemma,))

    def _name(self, phrase: Phrase) -> frozenset[str]:
        """The words with capitals in a phrase."""
        texts = self.tokens.texts[phrase.first : phrase.last]
        return frozenset(text for text in texts if text[0].isupper()) if phrase.proper else frozenset()

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The tokens of each verb, by its dictionary form."""
        found: dict[str, list[int]] = {}
        for at, tag in enumerate(self.language.tags):
            if tag == "VERB":
                found.setdefault(self.language.lemmas[at], []).append(at)
        return found

    def _around(self, clause: Clause) -> Iterator[Clause]:
        """The clauses of the same sentence, the clause itself left out."""
        clauses = self.language.clauses
        place = bisect_left(clauses, clause.sentence, key=lambda other: other.sentence)
        while place < len(clauses) and clauses[place].sentence == clause.sentence:
            if clauses[place].verb != clause.verb:
                yield clauses[place]
            place += 1

    def is_said_elsewhere(self, clause: Clause) -> bool:
        """Whether a sentence in which somebody is credited has the same verb, or is a quotation with it."""
        for at in self._places.get(clause.lemma, ())[:_LOOKED_AT]:
            start = self.tokens.starts[at]
            sentence = self.facts.sentence_at(start)
            if sentence.number == clause.sentence:
                continue
            if self.facts.in_quotation(start) or self.answers.told_in(sentence.start, sentence.end):
                return True
        return False

    def claim(self, clause: Clause, last: int, sentence: Sentence) -> Claim:
        tokens = self.tokens
        start, end, word = tokens.starts[clause.first], tokens.ends[last - 1], tokens.lowers[clause.verb]
        return Claim(start, end, "charge", None, word, None, None, False, None, 0, sentence.paragraph)
