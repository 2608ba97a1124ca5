"""Salience: what speaks for and against each person whom a pronoun could stand for, as features with fitted weights.

The features go back to Lappin and Leass (An algorithm for pronominal anaphora resolution, 1994) and Hobbs (Resolving
pronoun references, 1978): recency by sentence and clause, grammatical roles and their parallels, agreement, the topic,
the chain of pronouns before. Their weights are in the lexicon, fitted by scripts/fit_salience.py.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.antecedents import Anaphor, Antecedents, Naming

_MOST_RECENT = 3  # mentions of one person that are weighed
_FAR_AHEAD = 25  # tokens
_LONGEST_VIEW = 80  # tokens of one sentence that are looked through
_MOST_LATER = 10  # namings after a pronoun in its sentence
_GENDERS = {"he": "male", "she": "female"}

Features = dict[str, float]


class Scene:
    """One pronoun with all that stands before it, from which the features of every candidate are read."""

    def __init__(
        self, known: Antecedents, anaphor: Anaphor, before: list[Naming], recent: dict[int, list[Naming]], cut: int
    ) -> None:
        self.known = known
        self.anaphor = anaphor
        self.recent = recent
        self.cut = cut
        self.tokens = known.facts.tokens
        self.fitting = [n for places in recent.values() for n in places]
        self.fitting.sort(key=lambda n: -n.token)
        self.subject = next((n for n in before if n.sentence == anaphor.sentence and n.role == "subject"), None)
        self.leftmost = {}
        for naming in self.fitting:
            self.leftmost[naming.sentence] = naming.who
        self.firstsubject = {}
        for naming in self.fitting:
            if naming.role == "subject":
                self.firstsubject[naming.sentence] = naming.who
        self.most = max((known.counts[who] for who in recent), default=0)
        self.noun = self._noun()
        self.later = self._later()
        self.opening = "opens" if anaphor.opens else "inside"

    def _noun(self) -> int:
        """The last noun of the pronoun's gender in this sentence or the one before, or -1."""
        anaphor = self.anaphor
        gender = _GENDERS.get(anaphor.lemma)
        if gender is None:
            return -1
        places = self.known.nouns[gender]
        at = bisect_left(places, anaphor.token) - 1
        floor = self.known.facts.sentences[max(0, anaphor.sentence - 1)].first
        return places[at] if at >= 0 and places[at] >= floor else -1

    def _later(self) -> set[int]:
        """Who is named after the pronoun in its sentence."""
        found = set()
        for naming in self.known.namings[self.cut : self.cut + _MOST_LATER]:
            if naming.sentence != self.anaphor.sentence:
                break
            found.add(naming.who)
        return found

    def nobody(self) -> Features:
        """What speaks for the pronoun standing for nobody who is named."""
        features: Features = {"nobody": 1.0}
        if self.anaphor.lemma == "they":
            features["nobody they"] = 1.0
        if self.noun >= 0:
            features["nobody noun"] = 1.0
        nearest = self.fitting[0] if self.fitting else None
        back = min(5, self.anaphor.sentence - nearest.sentence) if nearest else 6
        features[f"nobody nearest {back}"] = 1.0
        if nearest and all(self.known.referents[who].doubt for who in self.recent):
            features["nobody all doubtful"] = 1.0
        if self.anaphor.quoted:
            features["nobody quoted"] = 1.0
        return features

    def features(self, who: int, places: list[Naming], rank: int) -> Features:
        anaphor = self.anaphor
        nearest = places[0]
        back = anaphor.sentence - nearest.sentence
        case = anaphor.case
        f: Features = {}
        f[f"back {min(back, 4)}"] = 1.0
        f[f"back {min(back, 2)} {case}"] = 1.0
        f[f"rank {min(rank, 4)}"] = 1.0
        f[f"rank {min(rank, 3)} back {min(back, 2)}"] = 1.0
        f[f"role {nearest.role} back {min(back, 2)}"] = 1.0
        f[f"role {nearest.role} {case} back {min(back, 1)}"] = 1.0
        if nearest.joined:
            f["joined"] = 1.0
        if nearest.apposed:
            f["apposed"] = 1.0
        if anaphor.opens and back == 1:
            f[f"opens role {nearest.role}"] = 1.0
        self._clause(f, nearest, back)
        self._line(f, who, places)
        self._person(f, who, places, nearest)
        return f

    def _clause(self, f: Features, nearest: Naming, back: int) -> None:
        """How the nearest naming stands to the pronoun within one sentence."""
        anaphor = self.anaphor
        if back:
            return
        known, lowers = self.known, self.tokens.lowers
        between = lowers[max(nearest.last, anaphor.token - _LONGEST_VIEW) : anaphor.token]
        breaks = sum(word in known.breaks for word in between)
        f[f"breaks {min(breaks, 3)} {nearest.role}"] = 1.0
        f[f"breaks {min(breaks, 2)} {anaphor.case}"] = 1.0
        f[f"commas {min(2, between.count(','))}"] = 1.0
        size = len(between)
        f[f"gap {0 if size < 2 else 1 if size < 4 else 2 if size < 8 else 3 if size < 16 else 4}"] = 1.0
        if self.subject is not None:
            own = self.subject.who == nearest.who
            clause = not any(
                w in known.breaks for w in lowers[max(self.subject.last, anaphor.token - _LONGEST_VIEW) : anaphor.token]
            )
            f[f"{'own' if own else 'not'} subject {anaphor.case} {'one clause' if clause else 'beyond'}"] = 1.0
        if nearest.speaks and anaphor.case == "subject":
            f["speaks"] = 1.0
        if anaphor.opener and anaphor.case == "subject":
            f[f"opener {anaphor.opener} {nearest.role}"] = 1.0
        if anaphor.governed:
            f[f"governed {nearest.role}"] = 1.0
        if anaphor.case == "possessive" and nearest.role == "possessive":
            f["possessors"] = 1.0

    def _line(self, f: Features, who: int, places: list[Naming]) -> None:
        """Earlier places of the candidate: subjects, first places, the pronouns before this one."""
        anaphor = self.anaphor
        for naming in places[:_MOST_RECENT]:
            back = anaphor.sentence - naming.sentence
            if back > 2:
                break
            if naming.role == "subject":
                f[f"subject {back} back"] = 1.0
            if naming.pronoun:
                f[f"meant {back} back"] = 1.0
            else:
                f[f"named {back} back"] = 1.0
            if naming.opens:
                f[f"first named {back} back"] = 1.0
        for back in (0, 1, 2):
            if self.leftmost.get(anaphor.sentence - back) == who:
                f[f"leftmost {back} back {self.opening if back == 1 else ''}"] = 1.0
            if self.firstsubject.get(anaphor.sentence - back) == who:
                f[f"first subject {back} back {anaphor.case}"] = 1.0
        last = self.known.last.get(anaphor.lemma)
        if last is not None:
            gone = min(3, anaphor.sentence - last.sentence)
            f[f"chain {'same' if last.who == who else 'other'} {gone}"] = 1.0
            if gone == 0:
                f[f"chain {'same' if last.who == who else 'other'} {last.role} {anaphor.case}"] = 1.0
            if last.who == who and not places[0].pronoun:
                f["chain named since"] = 1.0
            if last.who != who and places[0].token > last.token:
                f["chain other since"] = 1.0

    def _person(self, f: Features, who: int, places: list[Naming], nearest: Naming) -> None:
        """What is known of the person altogether."""
        anaphor, known = self.anaphor, self.known
        referent = known.referents[who]
        if referent.gender == "unknown":
            f["gender unknown"] = 1.0
            if referent.hint != "unknown":
                right = referent.hint == _GENDERS.get(anaphor.lemma)
                f[f"hint {'right' if right else 'wrong'}"] = 1.0
        agreed = known.agreed.get(who)
        if agreed:
            f["agreed"] = min(2, agreed.get(anaphor.lemma, 0)) / 2
            f["disagreed"] = min(2, sum(n for lemma, n in agreed.items() if lemma != anaphor.lemma)) / 2
        if referent.doubt:
            f["doubt"] = 1.0
            f[f"doubt {referent.doubt}"] = 1.0
        count = known.counts[who]
        f[f"count {min(count, 4)}"] = 1.0
        f[f"places {min(len(places), 4)}"] = 1.0
        f["share"] = count / known.total
        if count == self.most and count > 1:
            f["most named"] = 1.0
        if len(referent.somebody.words) > 1:
            f["full"] = 1.0
        if referent.headline:
            f["in the headline"] = 1.0
        if known.namings[0].who == who:
            f["first person named"] = 1.0
        if nearest.quoted != anaphor.quoted:
            f["across a quotation"] = 1.0
            if anaphor.quoted and nearest.sentence == anaphor.sentence:
                f["beside the quotation"] = 1.0
        if who in self.later:
            f[f"named later {anaphor.case}"] = 1.0
        if len(self.recent) == 1:
            f["only one"] = 1.0
        if self.noun > nearest.token:
            f["noun between"] = 1.0
        if known.facts.sentences[nearest.sentence].paragraph == anaphor.paragraph:
            f["same paragraph"] = 1.0

    def ahead(self) -> list[tuple[int, Features]]:
        """The person named next in the sentence: “In his address, Mr Holm …”."""
        anaphor, known = self.anaphor, self.known
        lowers = self.tokens.lowers
        found = []
        for order, naming in enumerate(known.namings[self.cut : self.cut + 3]):
            if naming.sentence != anaphor.sentence or naming.token - anaphor.token > _FAR_AHEAD:
                break
            if not known.fits(anaphor, naming) or (naming.role == "possessive" and not anaphor.ahead):
                continue
            between = lowers[anaphor.token + 1 : naming.token]
            f: Features = {"ahead": 1.0, f"ahead {naming.role}": 1.0, f"ahead {anaphor.case}": 1.0}
            f[f"ahead {'phrase' if anaphor.ahead else 'sentence'}"] = 1.0
            f[f"ahead commas {min(2, between.count(','))}"] = 1.0
            if naming.apposed or naming.role not in ("subject", "other"):
                f["ahead apposed"] = 1.0
            if any(word in known.gendered for word in between[:6]) or len(between) < 4:
                f["ahead own phrase"] = 1.0
            if known.referents[naming.who].gender == "unknown":
                f["ahead gender unknown"] = 1.0
            if known.referents[naming.who].doubt:
                f["ahead doubt"] = 1.0
            if order:
                f["ahead second"] = 1.0
            if anaphor.quoted != naming.quoted:
                f["ahead across"] = 1.0
            if naming.who in self.recent:
                f["ahead and before"] = 1.0
            if not self.recent:
                f["ahead only"] = 1.0
            elif self.fitting[0].sentence == anaphor.sentence:
                f["ahead rival in sentence"] = 1.0
            f[f"ahead count {min(known.counts[naming.who], 4)}"] = 1.0
            found.append((naming.who, f))
        return found
