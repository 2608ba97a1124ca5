"""Salience: what speaks for and against each person whom a pronoun could stand for, as features with fitted weights.

The features go back to Lappin and Leass (An algorithm for pronominal anaphora resolution, 1994) and Hobbs (Resolving
pronoun references, 1978): recency by sentence and clause, grammatical roles and their parallels, agreement, the topic,
the chain of pronouns before. Their weights are in the lexicon, fitted by scripts/fit_salience.py. A feature is a short
phrase that is true of the candidate: “rank 0”, “subject 1 back”.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA

if TYPE_CHECKING:
    from factlint.facts.references.antecedents import Anaphor, Antecedents, Naming

_MOST_RECENT = 3  # mentions of one person that are weighed
_LONGEST_VIEW = 80  # tokens of one sentence that are looked through
_MOST_LATER = 10  # namings after a pronoun in its sentence
_FAR_AHEAD = 25  # tokens
_MOST_AHEAD = 3  # namings
_LONGEST_OWN_PHRASE = 6  # tokens between a possessive and the name in its own phrase: “his elder brother, Sir Thomas”
_LONGEST_NOUN_PHRASE = 3  # tokens between an article and its noun

Features = list[str]


class Scene:
    """One pronoun with all that stands before it, from which the features of every candidate are read.

    recent: the people who fit it, the one named last first, each with the places where they are named, last first.
    """

    def __init__(self, known: Antecedents, anaphor: Anaphor, before: list[Naming], cut: int) -> None:
        self.known = known
        self.anaphor = anaphor
        self.cut = cut
        self.tokens = known.facts.tokens
        self.fitting = known.fitting(anaphor, before)
        self.recent: dict[int, list[Naming]] = {}
        for naming in self.fitting:
            self.recent.setdefault(naming.who, []).append(naming)
        self.subject = next((n for n in before if n.sentence == anaphor.sentence and n.role == "subject"), None)
        self.most = max([known.counts[who] for who in self.recent], default=0)
        self.noun = self._noun()
        self.later = self._later()

    def _noun(self) -> int:
        """The last noun of the pronoun's gender in this sentence or the one before, or -1."""
        places = self.known.nouns.get(GENDER_OF_LEMMA.get(self.anaphor.lemma, ""), [])
        at = bisect_left(places, self.anaphor.token) - 1
        floor = self.known.facts.sentences[max(0, self.anaphor.sentence - 1)].first
        return places[at] if at >= 0 and places[at] >= floor else -1

    def _later(self) -> set[int]:
        """Who is named after the pronoun in its sentence."""
        after = self.known.namings[self.cut : self.cut + _MOST_LATER]
        return {naming.who for naming in after if naming.sentence == self.anaphor.sentence}

    # ------------------------------------------------------------------ nobody

    def nobody(self) -> Features:
        """What speaks for the pronoun standing for nobody who is named."""
        anaphor = self.anaphor
        nearest = self.fitting[0] if self.fitting else None
        features = ["nobody", f"nobody nearest {min(5, anaphor.sentence - nearest.sentence) if nearest else 6}"]
        if anaphor.lemma not in GENDER_OF_LEMMA:
            features.append("nobody they")
        if self.noun >= 0:
            features += ["nobody noun", f"nobody noun {self._noun_kind(nearest)}"]
        if nearest and all(self.known.referents[who].doubt for who in self.recent):
            features.append("nobody all doubtful")
        if anaphor.quoted:
            features.append("nobody quoted")
        return features

    def _noun_kind(self, nearest: Naming | None) -> str:
        """Whether the noun brings somebody new: “a spokeswoman”, standing nearer than any name that fits."""
        lowers = self.tokens.lowers
        before = lowers[max(0, self.noun - _LONGEST_NOUN_PHRASE) : self.noun]
        after = self.tokens.texts[self.noun + 1 : self.noun + 2]
        if nearest and nearest.token > self.noun:
            return "before a name"
        if not self.known.indefinite.isdisjoint(before) and not (after and after[0][0].isupper()):
            return "new"
        return "old"

    # ------------------------------------------------------------------ somebody named before

    def features(self, who: int, rank: int) -> Features:
        """What is true of one of the people who fit; `rank` counts those named after."""
        places = self.recent[who]
        nearest, anaphor = places[0], self.anaphor
        role, case = nearest.role, anaphor.case
        back = anaphor.sentence - nearest.sentence
        some = min(back, 2)
        found = [
            f"back {min(back, 4)}",
            f"back {some} {case}",
            f"rank {min(rank, 4)}",
            f"rank {min(rank, 3)} back {some}",
            f"role {role} back {some}",
            f"role {role} {case} back {min(back, 1)}",
        ]
        if nearest.joined:
            found.append("joined")
        if nearest.led:
            found.append(f"led by {nearest.led}")
        if nearest.pronoun and nearest.form != anaphor.lemma:
            found.append(f"meant by another {some}")
        elif not nearest.pronoun:
            found.append(f"form {nearest.form} {some}")
            if nearest.bracketed:
                found.append("bracketed")
        if anaphor.opens and back == 1:
            found.append(f"opens role {role}")
        if back == 0:
            found += self._within_sentence(nearest)
        return found + self._line(who, places) + self._chain(who, nearest) + self._person(who, places)

    def _within_sentence(self, nearest: Naming) -> Features:
        """How the naming stands to the pronoun in one sentence: clauses between, the words right after and before."""
        anaphor, known, lowers = self.anaphor, self.known, self.tokens.lowers
        role, case = nearest.role, anaphor.case
        between = lowers[max(nearest.last, anaphor.token - _LONGEST_VIEW) : anaphor.token]
        breaks = sum([word in known.breaks for word in between])
        found = [f"breaks {min(breaks, 3)} {role}", f"breaks {min(breaks, 2)} {case}"]
        found.append(f"commas {min(2, between.count(','))}")
        if self.subject is not None:
            whose = "own" if self.subject.who == nearest.who else "not"
            since = lowers[max(self.subject.last, anaphor.token - _LONGEST_VIEW) : anaphor.token]
            found.append(f"{whose} subject {case} {'one clause' if known.breaks.isdisjoint(since) else 'beyond'}")
        if anaphor.governed:
            found.append(f"governed {role}")
        if nearest.speaks:
            found.append(f"speaks {case}")
        before = lowers[anaphor.token - 1]
        if before in known.closed:
            found += [f"before {before} {role}", f"before {before} {case}"]
        return found + (self._after_name(between) if between else [f"next {case}"])

    def _after_name(self, between: list[str]) -> Features:
        """What the words between a naming and the pronoun begin with: “, who”, “to”, “'s”."""
        known, case = self.known, self.anaphor.case
        found = []
        if len(between) == 1:
            found.append(f"next {between[0] if between[0] in known.closed else 'word'} {case}")
        if between[0] in known.relatives or (between[0] == "," and not known.relatives.isdisjoint(between[1:2])):
            found.append(f"relative {case} {min(2, between[2:].count(','))}")
        elif between[0] in known.infinitives:
            found.append(f"to {case}")
        elif between[0] in known.genitives:
            found.append(f"genitive {case} {min(2, len(between) // 4)}")
        if not known.infinitives.isdisjoint(between):
            found.append(f"infinitive {case}")
        return found

    def _line(self, who: int, places: list[Naming]) -> Features:
        """The last places of the candidate: named or meant, as a subject or not."""
        anaphor = self.anaphor
        found = []
        for naming in places[:_MOST_RECENT]:
            back = anaphor.sentence - naming.sentence
            if back > 2:
                break
            found.append(f"meant {back} back" if naming.pronoun else f"named {back} back")
            if naming.role == "subject":
                found.append(f"subject {back} back")
        subjects = [n for n in self.fitting if n.role == "subject" and anaphor.sentence - n.sentence <= 2]
        first = {anaphor.sentence - naming.sentence: naming.who for naming in subjects}
        found += [f"first subject {back} back {anaphor.case}" for back, whose in first.items() if whose == who]
        return list(dict.fromkeys(found))

    def _chain(self, who: int, nearest: Naming) -> Features:
        """Whether the pronoun before this one, of the same word, stands for the candidate."""
        anaphor = self.anaphor
        last = self.known.last.get(anaphor.lemma)
        if last is None:
            return []
        gone = min(3, anaphor.sentence - last.sentence)
        whose = "same" if last.who == who else "other"
        found = [f"chain {whose} {gone}"]
        if gone == 0:
            found.append(f"chain {whose} {last.role} {anaphor.case}")
        if last.who == who and not nearest.pronoun:
            found.append("chain named since")
        if last.who != who and nearest.token > last.token:
            found.append("chain other since")
        return found

    def _person(self, who: int, places: list[Naming]) -> Features:
        """What is known of the person altogether."""
        anaphor, known, nearest = self.anaphor, self.known, places[0]
        count = known.counts[who]
        found = [f"count {min(count, 4)}", f"places {min(len(places), 4)}"]
        found.append(f"share {min(4, 8 * count // known.total)}")
        found += self._gender(who)
        if known.referents[who].doubt:
            found += ["doubt", f"doubt {known.referents[who].doubt}"]
        if known.referents[who].headline:
            found.append("in the headline")
        if known.first[who] == known.earliest:
            found.append("first named")
        if places[0].token == known.first[who] and not places[0].pronoun:
            found.append(f"new {anaphor.case}")
        if count == self.most and count > 1:
            found.append("most named")
        if nearest.quoted != anaphor.quoted:
            found.append("across a quotation")
            if anaphor.quoted and nearest.sentence == anaphor.sentence:
                found.append("beside the quotation")
        if who in self.later:
            found.append(f"named later {anaphor.case}")
        if len(self.recent) == 1:
            found.append("only one")
        if self.noun > nearest.token:
            found.append("noun between")
        if known.facts.sentences[nearest.sentence].paragraph == anaphor.paragraph:
            found.append("same paragraph")
        return found

    def _gender(self, who: int) -> Features:
        """What name and earlier pronouns say of the candidate's gender, where it is not plain."""
        lemma, referent = self.anaphor.lemma, self.known.referents[who]
        found = []
        if referent.gender == "unknown" and lemma in GENDER_OF_LEMMA:
            found.append("gender unknown")
            if referent.hint != "unknown":
                found.append(f"hint {'right' if referent.hint == GENDER_OF_LEMMA[lemma] else 'wrong'}")
        elif lemma in GENDER_OF_LEMMA:
            found.append("gender told")
        for meant, times in self.known.agreed.get(who, {}).items():
            found.append(f"{'agreed' if meant == lemma else 'disagreed'} {min(times, 2)}")
        return found

    # ------------------------------------------------------------------ somebody named after

    def ahead(self) -> list[tuple[int, Features]]:
        """The people named next in the sentence: “In his address, Mr Holm …”."""
        anaphor, known = self.anaphor, self.known
        found = []
        for order, naming in enumerate(known.namings[self.cut : self.cut + _MOST_AHEAD]):
            if naming.sentence != anaphor.sentence or naming.token - anaphor.token > _FAR_AHEAD:
                break
            if known.fits(anaphor, naming):
                found.append((naming.who, self._ahead(naming, order)))
        return found

    def _ahead(self, naming: Naming, order: int) -> Features:
        anaphor, known, who = self.anaphor, self.known, naming.who
        between = self.tokens.lowers[anaphor.token + 1 : naming.token]
        found = ["ahead", f"ahead {naming.role}", f"ahead {anaphor.case}"]
        found.append(f"ahead {'phrase' if anaphor.ahead else 'sentence'}")
        found.append(f"ahead commas {min(2, between.count(','))}")
        if naming.apposed or naming.role not in ("subject", "other"):
            found.append("ahead apposed")
        if len(between) < 4 or not known.gendered.isdisjoint(between[:_LONGEST_OWN_PHRASE]):
            found.append("ahead own phrase")
        if known.referents[who].doubt:
            found.append("ahead doubt")
        if order:
            found.append("ahead second")
        if anaphor.quoted != naming.quoted:
            found.append("ahead across a quotation")
        if who in self.recent:
            found.append("ahead and before")
        if not self.recent:
            found.append("ahead only")
        elif self.fitting[0].sentence == anaphor.sentence:
            found.append("ahead rival in sentence")
        return found + [f"ahead {feature}" for feature in self._gender(who)]
