"""Misdeeds: money stolen, votes bought, blame laid, all told as a fact in an article in which nobody says so.

“More than Sh90 million has been siphoned off”, “the treasurer has been embezzling from the club”, “the contractor is to
blame for the collapse”: where no court has spoken, such words need a mouth (McNae's Essential Law for Journalists, on
defamation).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.sourcing.faults import Faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Claim, Sentence
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_TOLD = frozenset({"main", "relative", "subordinate"})
_WHO = frozenset({"person", "group"})
_BEHIND = 6  # tokens behind a verb within which the blame is named
_FAR = 12  # tokens behind a verb of knowing within which it is told for how long, or what
_SCOPE = 3  # tokens behind the blame within which “for” stands


def find_misdeeds(facts: Facts, answers: Answers) -> list[Claim]:
    """Every misdeed and every blame told outright where no court has spoken and nobody says it, in order of place."""
    reader = _Misdeeds(facts, answers)
    index = facts.tokens.index
    deeds = facts.lexicon.union("misdeed-forms", "blame-words", "blame-adjectives", "blamed-traits", "faulty-modifiers")
    doing = facts.lexicon.union(
        "misdeed-verbs", "preying-verbs", "conspiracies", "knowing-verbs", "money-in-trust", "bribes", "dodging-verbs"
    )
    silent = deeds.isdisjoint(index) and doing.isdisjoint(facts.language.lemmas)
    if silent and not list(facts.tokens.phrases(facts.lexicon.phrases("in-on-phrases"))):
        return []
    return [] if reader.is_of_a_game() else sorted(reader.claims())


class _Misdeeds(Faults):
    """The clauses of one article as misdeeds, and as blame."""

    def claims(self, open_: bool = True) -> Iterator[Claim]:
        """The misdeeds of all clauses, with those of the verbs joined to them, whether or not anything went wrong."""
        asked = self.words("event-conditions")
        for clause in self.language.clauses:
            if clause.in_quote or clause.negated or clause.standing != "done":
                continue
            sentence = self.facts.sentences[clause.sentence]
            if self.tokens.lowers[sentence.first] in asked:
                continue
            in_on_it = self._complicity(clause, sentence)  # its verb is too common to tell that another says so too
            last = in_on_it or self._misdeed(clause) or self._blame(clause, sentence) or self._cause(clause)
            if not last or self.is_settled_of(clause) or not self.in_own_voice(clause, sentence):
                continue
            if in_on_it or not self.is_said_elsewhere(clause):
                yield self.claim(clause, last, sentence)

    # ----------------------------------------------------------------------------------------------------- misdeeds

    def _misdeed(self, clause: Clause) -> int:
        """One past the words of a misdeed, where somebody known did it or nobody is said to have; 0 for none."""
        language = self.language
        if clause.tense == "none" or clause.kind not in _TOLD or self._is_of_a_plot(clause):
            return 0
        passive = clause.voice == "passive"
        place = clause.subject if passive else clause.object
        suffered = language.phrases[place] if place is not None else None
        if not self._is_misdeed(clause, suffered):
            return 0
        if passive:
            doer = next((language.phrases[at] for prep, at in clause.obliques if self._by(prep)), None)
            if doer is not None and not (self.is_known(doer) or doer.plural):
                return 0
            return clause.last
        if not self.is_somebody(clause):
            return 0
        behind = suffered is not None and suffered.first >= clause.last
        return suffered.last if behind and suffered is not None else clause.last

    def _is_of_a_plot(self, clause: Clause) -> bool:
        """Whether “he bribes Tad”: told in the bare present of a pronoun, as the plot of a play is."""
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        bare = clause.tense == "present" and clause.last - clause.first == 1
        return bare and subject is not None and subject.pronoun is not None and clause.kind == "main"

    def _by(self, at: int) -> bool:
        return self.tokens.lowers[at] in self.words("by-words")

    def _is_misdeed(self, clause: Clause, suffered: Phrase | None) -> bool:
        """Whether only a rogue does such a thing, or does it to what it is done to: “votes were bought”."""
        if not {clause.lemma, self.tokens.lowers[clause.verb]}.isdisjoint(self.words("misdeed-verbs")):
            return True
        if suffered is None:
            return clause.lemma in self.words("thieving-verbs") and any(
                self.tokens.lowers[prep] in self.words("from-words")
                and not _WHO.isdisjoint(self.language.phrases[place].classes)
                for prep, place in clause.obliques
            )
        of = self.language.phrases[suffered.of].lemma if suffered.of is not None else ""
        done_to = {suffered.lemma, of, *(self.tokens.lowers[at] for at in suffered.modifiers)}
        pairs = (
            ("captor-verbs", "captives"), ("fixing-verbs", "what-is-fixed"), ("dumping-verbs", "what-is-dumped"),
            ("preying-verbs", "the-preyed-on"), ("conspiring-verbs", "conspiracies"), ("bribing-verbs", "bribes"),
            ("dodging-verbs", "dues"),
        )  # fmt: skip
        if any(clause.lemma in self.words(verbs) and done_to & self.words(things) for verbs, things in pairs):
            return True
        if clause.lemma not in self.words("diverting-verbs"):
            return False
        return (
            not {"money"}.isdisjoint(suffered.classes)
            or suffered.lemma in self.words("money-in-trust")
            or any(
                figure.dimension == "money" and suffered.start <= figure.start < suffered.end
                for figure in self.facts.figures
            )
        )

    # --------------------------------------------------------------------------------------------------- complicity

    def _complicity(self, clause: Clause, sentence: Sentence) -> int:
        """One past the words by which somebody makes off with what is not his, or is in on what others do; 0 for none.

        “Walked off with the deposit”, “were in on it from the start”, “had known of it all along”, “knows to be false”.
        """
        if clause.tense == "none" or clause.kind not in _TOLD or clause.voice != "active":
            return 0
        lowers, words, last = self.tokens.lowers, self.words, min(sentence.last, clause.last + _FAR)
        behind = tuple(lowers[clause.verb + 1 : clause.verb + 3])
        if clause.lemma in words("bare-forms-of-be") and " ".join(behind) in words("in-on-phrases"):
            return self._phrase_behind(clause.verb + 2)
        knows = clause.lemma in words("knowing-verbs")
        if knows and " ".join(behind) in words("to-be-phrases"):
            return next((at + 1 for at in range(clause.verb + 3, last) if lowers[at] in words("faulty-modifiers")), 0)
        if not self.is_somebody(clause):
            return 0
        if clause.lemma in words("absconding-verbs") and behind[:1] and " ".join(behind) in words("off-with-phrases"):
            number = self.language.phrase_at(clause.verb + 3)
            taken = self.language.phrases[number] if number is not None else None
            trusted = taken is not None and (taken.lemma in words("money-in-trust") or "money" in taken.classes)
            return taken.last if taken is not None and trusted else 0
        if not knows or behind[:1] == () or behind[0] not in words("words-for-what-is-known"):
            return 0  # “had known each other from the start”
        found = dict(self.tokens.phrases(self.facts.lexicon.phrases("all-along-phrases")))
        return next((found[at] for at in range(clause.last, last) if at in found), 0)

    # -------------------------------------------------------------------------------------------------------- blame

    def _blame(self, clause: Clause, sentence: Sentence) -> int:
        """One past the words that lay the blame for something on somebody known; 0 for none."""
        if clause.tense == "none" or clause.kind != "main" or clause.subject is None:
            return 0
        lowers, words = self.tokens.lowers, self.words
        subject = self.language.phrases[clause.subject]
        if subject.lemma in words("blame-words") and subject.determiner in words("definite-articles"):
            behind = lowers[clause.last : clause.last + 1]
            named = clause.lemma in words("lying-verbs") and not words("source-with-words").isdisjoint(behind)
            return self._phrase_behind(clause.last) if named else 0
        if subject.pronoun is not None or not self.is_somebody(clause):
            return 0
        if clause.predicate is not None and lowers[clause.predicate] in words("blame-adjectives"):
            return self._for(range(clause.predicate, min(sentence.last, clause.predicate + _SCOPE)), wrong=True)
        start = clause.first + 1 if clause.lemma in words("blame-words") else clause.last
        for at in range(start, min(sentence.last, clause.last + _BEHIND)):
            if lowers[at] in words("blame-words") and lowers[at - 1] in words("blame-openers"):
                return self._for(range(at + 1, min(sentence.last, at + _SCOPE)))
            if lowers[at] in words("blame-words") and clause.lemma in words("blame-bearing-verbs"):
                return self._for(range(at + 1, min(sentence.last, at + _SCOPE)))
        return 0

    def _for(self, places: range, wrong: bool = False) -> int:
        """One past the phrase behind “for”; `wrong`: only where it is something that went wrong."""
        lowers = self.tokens.lowers
        at = next((at for at in places if lowers[at] in self.words("for-words")), -1)
        if at < 0 or (number := self.language.phrase_at(at + 1)) is None:
            return 0
        phrase = self.language.phrases[number]
        return 0 if wrong and phrase.lemma not in self.words("mishap-nouns") else phrase.last

    def _phrase_behind(self, at: int) -> int:
        """One past the phrase behind a preposition; 0 where there is none."""
        number = self.language.phrase_at(at + 1)
        return self.language.phrases[number].last if number is not None else 0

    def _cause(self, clause: Clause) -> int:
        """“Carelessness by the signalman caused the collision”, “the explosion was caused by shoddy welding”."""
        language, words = self.language, self.words
        if clause.tense != "past" or clause.kind != "main" or clause.subject is None:
            return 0
        subject = language.phrases[clause.subject]
        beside = [language.phrases[place] for _, place in clause.obliques]
        if clause.attribute is not None:
            told = language.phrases[clause.attribute]
            beside += [told] + ([language.phrases[told.of]] if told.of is not None else [])
        if clause.lemma in words("causing-verbs") and clause.voice == "active":
            if not (self._is_trait(subject) and (self._is_owned(subject))):
                return 0
            place = clause.object if clause.object is not None else language.phrase_at(clause.last + 1)
            thing = language.phrases[place] if place is not None else None
            suffered = next(
                (phrase for phrase in (thing, *beside) if phrase is not None and self._went_wrong(phrase)), None
            )
            return suffered.last if suffered is not None else 0
        if not self._went_wrong(subject) or not (
            clause.lemma in words("causing-verbs") or clause.attribute is not None
        ):
            return 0
        trait = next((phrase for phrase in beside if self._is_trait(phrase)), None)
        return trait.last if trait is not None else 0

    def _is_trait(self, phrase: Phrase) -> bool:
        modifiers = {self.tokens.lowers[at] for at in phrase.modifiers}
        return phrase.lemma in self.words("blamed-traits") or bool(modifiers & self.words("faulty-modifiers"))

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether a trait is somebody's: “the hospital's”, “by the signalman”, “of the crew”."""
        by = self.tokens.lowers[phrase.last] in self.words("by-words")
        return phrase.owner is not None or phrase.of is not None or by

    def _went_wrong(self, phrase: Phrase) -> bool:
        return phrase.lemma in self.words("mishap-nouns")
