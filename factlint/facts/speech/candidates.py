"""Candidates: the noun phrases that may be the speaker of a quotation, with what speaks for and against each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from factlint.facts.speech.clues import overlap
from factlint.facts.speech.speakers import Phrase
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.speech.attribution import Attribution, Work
    from factlint.facts.speech.gallery import Gallery, Place

_MOST = 12  # candidates on each side of a quotation, the nearest ones
_FAR = 60  # tokens that are looked at between a candidate and the quotation
_COUNTED = 3  # higher counts are all alike
_CLOSING = frozenset('”"»')
_DOES = frozenset({"says", "nears", "aux", "past", "s"})
_ASIDE_OPENS = frozenset({",", "-", "–", "—", "--", "("})
_ASIDE_CLOSES = frozenset({",", "-", "–", "—", "--", ")"})


class Candidate(NamedTuple):
    """A noun phrase as the speaker of one quotation.

    phrase: its tokens.
    features: what is true of it; each counts by its weight.
    """

    phrase: Phrase
    features: tuple[str, ...]


def candidates(gallery: Gallery, work: Work, credit: Attribution | None) -> list[Candidate]:
    """Those who may have said a quotation; `credit`, the answer of the plain rules, is always among them."""
    around = _Around(gallery, work, credit)
    found = [around.left(order) for order in range(len(around.before))]
    found += [around.right(order) for order in range(len(around.after))]
    if credit is not None and not any(overlap(credit.subject, candidate.phrase) for candidate in found):
        found.append(around.elsewhere(credit))
    return found


def best(rows: list[Candidate], weights: Mapping[str, float]) -> Candidate | None:
    """The candidate whose features weigh most; of equals the first."""
    return max(rows, key=lambda candidate: sum([weights.get(name, 0.0) for name in candidate.features]), default=None)


class _Around:
    """One quotation with the noun phrases before and after it in its own sentences.

    before, after: the noun phrases, in order.
    ranks: of those that do or say something, the features of their rank, by phrase.
    verb: the last verb of saying before the quotation, as a token.
    subjects: the verbs of saying before the quotation, the last first, with their subjects.
    """

    def __init__(self, gallery: Gallery, work: Work, credit: Attribution | None) -> None:
        facts, quotation = gallery.facts, work.quotation
        self.gallery = gallery
        self.lowers = facts.tokens.lowers
        self.verbs = gallery.verbs
        self.work = work
        self.credit = credit
        head, tail = facts.sentence_at(quotation.start), facts.sentence_at(max(quotation.start, quotation.end - 1))
        places, later = gallery.places(head.number), gallery.places(tail.number)
        end = bisect_right(places, work.first, key=lambda place: place.phrase.last)
        start = bisect_left(later, work.last, key=lambda place: place.phrase.first)
        self.before = places[max(0, end - _MOST) : end]
        self.after = later[start : start + _MOST]
        self.ranks = _ranks("left", self.before[::-1]) | _ranks("right", self.after)
        said = gallery.clues.verbs_before(head.first, work.first)
        self.verb = said[0][0] if said else None
        self.subjects = [(verb, subject) for verb, subject in said if subject is not None]
        self.lead = gallery.clues.lead(work.first)

    def left(self, order: int) -> Candidate:
        """A noun phrase before the quotation, by its number from the start."""
        place, near = self.before[order], len(self.before) - 1 - order
        phrase, first = place.phrase, self.work.first
        between = self.lowers[phrase.last : min(first, phrase.last + _FAR)]
        breaks = sum(word in self.verbs.subordinators for word in between)
        features = self._common("left", place, near)
        features += [
            f"left order {min(order, _COUNTED)}",
            f"left breaks {min(breaks, _COUNTED)}",
            f"left commas {min(between.count(','), _COUNTED)}",
            f"left quotes {min(sum(word in _CLOSING for word in between), 2)}",
        ]
        if not between or all(word in self.verbs.adverbs for word in between):
            features.append("left beside")
        features += [f"left {clue}" for clue in self.gallery.clues.subject(phrase, self.subjects)]
        features += self._to_verb(phrase, order)
        return Candidate(phrase, tuple(features))

    def _to_verb(self, phrase: Phrase, order: int) -> list[str]:
        """How a noun phrase stands to the last verb of saying before the quotation."""
        verb, verbs = self.verb, self.verbs
        if verb is None:
            return ["left no verb"]
        if phrase.last > verb:
            return ["left after verb"]
        gap = self.lowers[phrase.last : verb]
        direct = all(word in verbs.adverbs or word in verbs.auxiliaries for word in gap)
        found = ["left verb direct" if direct else "left verb later"]
        if gap and gap[0] in _ASIDE_OPENS and gap[-1] in _ASIDE_CLOSES:
            found.append("left verb aside")
        if self.lowers[verb].endswith(verbs.endings.gerund):
            beside = "direct" if direct else "later"
            found += ["left participle", f"left participle order {min(order, _COUNTED)}", f"left participle {beside}"]
        return found

    def right(self, order: int) -> Candidate:
        """A noun phrase after the quotation, by its number."""
        place = self.after[order]
        between = self.lowers[self.work.last : place.phrase.first]
        breaks = sum(word in self.verbs.subordinators for word in between[:_FAR])
        features = self._common("right", place, order)
        features += ["right of others" if self.before else "right alone", f"right breaks {min(breaks, _COUNTED)}"]
        features.append(f"right with verbs before {min(len(self.subjects), _COUNTED)} {place.says}")
        if not between or all(word in self.verbs.adverbs or not word[0].isalnum() for word in between):
            features.append("right beside")
        if between and between[0] == ",":
            features.append("right comma")
        return Candidate(place.phrase, tuple(features))

    def elsewhere(self, credit: Attribution) -> Candidate:
        """The answer of the plain rules where it stands in another sentence."""
        features = (
            "elsewhere",
            f"elsewhere by {credit.way}",
            f"elsewhere {credit.subject.kind}",
            f"elsewhere left {min(len(self.before), _COUNTED)}",
            "elsewhere verb" if self.verb is not None else "elsewhere no verb",
        )
        return Candidate(credit.subject, features)

    def _common(self, side: str, place: Place, near: int) -> list[str]:
        kind, before, after, near = place.kind, place.before, place.after, min(near, _COUNTED)
        features = [
            f"{side} kind {kind}",
            f"{side} near {near}",
            f"{side} before {before}",
            f"{side} after {after}",
            f"{side} owner {place.owner}",
            f"{side} {before} to {after}",
            f"{side} {kind} to {after}",
            f"{side} near {near} to {after}",
            f"{side} lead {self.lead} {place.says}",
            f"{side} lead {self.lead} {place.phrase.kind}",
        ]
        features += place.clues_left if side == "left" else place.clues_right
        features += self.ranks.get(place.phrase, ())
        if self.credit is not None and overlap(self.credit.subject, place.phrase):
            way = self.credit.way
            features += [f"given by {way}", f"given {side} {kind}", f"given to {after}", f"given after {before}"]
        return features


def _ranks(side: str, places: list[Place]) -> dict[Phrase, list[str]]:
    """The rank of those that do or say something, of noun phrases of which the nearest to the quotation come first."""
    found: dict[Phrase, list[str]] = {}
    doing = [place for place in places if place.after in _DOES and not place.before.startswith("prep")]
    saying = [place for place in doing if place.after in ("says", "nears")]
    for name, row in (("doing", doing), ("saying", saying)):
        for rank, place in enumerate(row):
            features = found.setdefault(place.phrase, [])
            features.append(f"{side} {name} {min(rank, _COUNTED)}")
            if rank == len(row) - 1:
                features += [f"{side} {name} last", f"{side} {name} last of {min(len(row), _COUNTED)}"]
    return found
