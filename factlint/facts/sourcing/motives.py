"""Motives: why somebody did something, to his discredit, told as a fact where nobody says it.

“Greed drove the sale”, “out of spite, the landlord had the hedge cut down”, “announced the grant to distract from the
row”, “desperate for votes, the governor …”, “had known for years that the brakes were faulty”: nobody can look into
another's head, so somebody has to be the one who says it (McNae's Essential Law for Journalists, on honest opinion).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.sourcing.faults import Faults
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Claim
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_DONE = ("main", "relative", "subordinate")
_PURPOSES = ("infinitive",)
_OPENING = 3  # tokens at the beginning of a sentence in which a state of mind stands
_BACK = 3  # tokens before a subordinate clause in which “because” stands


def find_motives(facts: Facts, answers: Answers) -> list[Claim]:
    """Every base motive told outright, in an article that is about no game or play, in order of place."""
    words, index = facts.lexicon.union, facts.tokens.index
    told = words("base-motives", "discrediting-states", "deeds-scorned")
    done = words("ulterior-verbs", "contempt-verbs", "knowing-verbs", "caring-verbs")
    if told.isdisjoint(index) and done.isdisjoint(facts.language.lemmas):
        return []
    reader = _Motives(facts, answers)
    return [] if reader.is_of_a_game() else sorted(reader.motives())


class _Motives(Faults):
    """The clauses of one article as motives."""

    def motives(self) -> Iterator[Claim]:
        """The motives of all clauses whose doer readers know."""
        seen: set[int] = set()
        for clause in self.language.clauses:
            if clause.in_quote:
                continue
            doing = self._doing(clause)
            sentence = self.facts.sentences[clause.sentence]
            if doing is None or clause.sentence in seen:
                continue
            if self.tokens.lowers[sentence.first] in self.words("event-conditions"):
                continue
            if self.is_settled_of(doing) or not self.in_own_voice(doing, sentence):
                continue
            seen.add(clause.sentence)
            first, last = self._span(clause, doing)
            claim = self.claim(clause, clause.last, sentence)
            yield claim._replace(start=self.tokens.starts[first], end=self.tokens.ends[last - 1])

    def _span(self, clause: Clause, doing: Clause) -> tuple[int, int]:
        """The tokens from the subject's noun or the motive to the end of what tells of it."""
        places = [place for _, place in clause.obliques] + [clause.object, clause.attribute]
        lasts = [self.language.phrases[place].last for place in places if place is not None]
        last = max([clause.last, *[at for at in lasts if at > clause.last][:1]])
        return clause.first, min(last, self.facts.sentences[clause.sentence].last)

    def _doing(self, clause: Clause) -> Clause | None:
        """The clause that tells what was done of the motive that a clause tells, or None where it tells of none."""
        if clause.kind in _PURPOSES:
            return self._purposed(clause)
        if clause.negated or clause.standing not in ("done", "possible") or clause.tense == "none":
            return self._indifferent(clause)
        if self._driven(clause) or self._moved(clause) or self._knowing(clause) or self._scorned(clause):
            return clause
        return self._minded(clause) or self._indifferent(clause)

    # ------------------------------------------------------------------------------------------------- base motives

    def _driven(self, clause: Clause) -> bool:
        """“Greed drove the sale”, “it was vanity that made him build it”."""
        if clause.subject is None or clause.standing != "done":
            return False
        subject = self.language.phrases[clause.subject]
        if clause.attribute is not None and clause.tense == "past":
            told = self.language.phrases[clause.attribute]
            cleft = subject.pronoun in self.words("pronouns-for-what-was-told")
            next_ = self.tokens.lowers[told.last : told.last + 1]
            return cleft and self._is_base(told) and not self.words("source-that-words").isdisjoint(next_)
        drives = clause.lemma in self.words("driving-verbs") and clause.voice == "active"
        return drives and clause.tense == "past" and self._is_base(subject) and clause.kind == "main"

    def _moved(self, clause: Clause) -> bool:
        """“Was driven by greed”, “out of spite, the landlord had the hedge cut”, “acted from malice”."""
        if clause.kind not in _DONE or clause.standing != "done" or clause.tense not in ("past", "present"):
            return False
        sentence = self.facts.sentences[clause.sentence]
        acting = clause.lemma in self.words("acting-verbs")
        driven = clause.voice == "passive" and clause.lemma in self.words("driving-verbs")
        for at in self._bases:
            if not sentence.first <= at < sentence.last or self.facts.is_quoted(at):
                continue
            number = self.language.phrase_at(at)
            phrase = self.language.phrases[number] if number is not None else None
            if phrase is None or phrase.head != at or phrase.first < sentence.first + 1:
                continue
            before = self.tokens.lowers[phrase.first - 1]
            out = before in self.words("of-words") and self.tokens.lowers[phrase.first - 2] in self.words(
                "words-for-out"
            )
            from_ = acting and before in self.words("motive-prepositions")
            by = driven and before in self.words("by-words")
            if (out or from_ or by) and (driven or self.is_somebody(clause)):
                return True
        return False

    @cached_property
    def _bases(self) -> list[int]:
        return self.tokens.positions(self.words("base-motives"))

    def _is_base(self, phrase: Phrase) -> bool:
        owned = phrase.owner is not None or phrase.determiner is None or phrase.of is not None
        return phrase.lemma in self.words("base-motives") and owned

    # ---------------------------------------------------------------------------------------------------- purposes

    def _purposed(self, clause: Clause) -> Clause | None:
        """“Announced the grant to distract from the row”, “in a bid to silence her critics”."""
        if clause.lemma not in self.words("ulterior-verbs") or clause.negated:
            return None
        over = self._over(clause)
        if over is None or over.negated or over.standing != "done" or over.kind not in _DONE or over.tense == "none":
            return None
        if over.voice == "passive" or not self.is_somebody(over):
            return None
        if over.lemma in self.words("verbs-with-infinitives") or "feeling" in over.classes:
            return None  # “tried to hide”, “used the fund to hide”, “wanted to punish”
        return over if clause.object is not None or clause.obliques else None

    def _over(self, clause: Clause) -> Clause | None:
        """The clause whose doing a purpose tells of: that within which it stands, or the next of its sentence."""
        if clause.within is not None:
            return self.language.clauses[clause.within]
        sentence = self.facts.sentences[clause.sentence]
        if clause.first - sentence.first > _OPENING + 2:
            return None
        return next((one for one in self._around(clause) if one.kind == "main" and one.first > clause.last), None)

    # ---------------------------------------------------------------------------------------------- states of mind

    def _minded(self, clause: Clause) -> Clause | None:
        """“Desperate for votes, the governor …”; “because he was jealous of her”."""
        states, lowers = self.words("discrediting-states"), self.tokens.lowers
        sentence = self.facts.sentences[clause.sentence]
        if clause.kind == "main" and clause.standing == "done" and self.is_somebody(clause):
            opening = range(sentence.first, min(sentence.first + _OPENING, clause.first))
            for at in opening:
                row = lowers[at : clause.first]
                if lowers[at] in states and "," in row and self.language.phrase_at(at) is None:
                    return clause
        if clause.kind != "subordinate":
            return None
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        if subject is None or not self.is_somebody(clause):
            return None
        before = lowers[max(sentence.first, subject.first - _BACK) : subject.first]
        if self.words("because-words").isdisjoint(before):
            return None
        minded = clause.predicate is not None and lowers[clause.predicate] in states
        minded = minded or (clause.voice == "passive" and lowers[clause.verb] in states)  # “was frightened of it”
        return clause if minded else None

    def _indifferent(self, clause: Clause) -> Clause | None:
        """“Could not care less about the fans”, “despised the tenants”."""
        if clause.kind != "main" or clause.voice != "active" or not self.is_somebody(clause):
            return None
        behind = self.tokens.lowers[clause.last : clause.last + 1]
        careless = clause.lemma in self.words("caring-verbs") and clause.negated
        about = not self.words("openers-of-what-is-cared-for").isdisjoint(behind)
        despises = clause.lemma in self.words("contempt-verbs") and not clause.negated and clause.object is not None
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        third = subject is not None and subject.pronoun is None
        return clause if third and ((careless and about) or despises) else None

    # ---------------------------------------------------------------------------------------------------- knowledge

    def _knowing(self, clause: Clause) -> bool:
        """“Had known for years that the brakes were faulty”: knowing of a danger, or of a wrong."""
        if clause.lemma not in self.words("knowing-verbs") or clause.tense == "none" or clause.kind != "main":
            return False
        if not self.is_somebody(clause):
            return False
        faulty = self.facts.lexicon.union("faulty-modifiers", "dangerous-states")
        return any(
            one.kind == "subordinate"
            and one.first > clause.last
            and one.predicate is not None
            and not one.negated
            and self.tokens.lowers[one.predicate] in faulty
            for one in self._around(clause)
        )

    # --------------------------------------------------------------------------------------------------- deeds scorned

    def _scorned(self, clause: Clause) -> bool:
        """“The bungled rescue cost two lives”, “the council's callous decision”: a known deed with its verdict."""
        if clause.kind != "main" or clause.standing != "done" or clause.subject is None or clause.tense != "past":
            return False
        subject = self.language.phrases[clause.subject]
        known = subject.determiner in self.words("definite-articles") or subject.owner is not None
        verdicts = self.words("deeds-scorned")
        scorned = any(self.tokens.lowers[at] in verdicts for at in subject.modifiers)
        return known and scorned and "act" in subject.classes
