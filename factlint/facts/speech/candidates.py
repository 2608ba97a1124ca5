"""Candidates: the noun phrases that may be the speaker of a quotation, with what speaks for and against each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.speech.cues import Verbs, is_verb
from factlint.facts.speech.speakers import Phrase, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation

_MOST = 12  # candidates on each side of a quotation, the nearest ones
_FAR = 60  # tokens that are looked at between a candidate and the quotation
_COUNTED = 3  # higher counts are all alike
_DASHES = frozenset({"-", "--", "–", "—"})
_CLOSING = frozenset('”"»')
_DOES = frozenset({"says", "nears", "aux", "past", "s"})
_MARKS = frozenset("“”\"'‘’«»")

Features = dict[str, float]


class Place(NamedTuple):
    """A noun phrase of a sentence, outside quotations, with what stands around it.

    phrase: its tokens.
    before: the class of the word before it.
    after: the class of the word after it, adverbs passed over.
    owner: whether it is, or begins with, somebody's: “Lee's claim”.
    """

    phrase: Phrase
    before: str
    after: str
    owner: str


class Candidate(NamedTuple):
    """A noun phrase as the speaker of one quotation.

    phrase: its tokens.
    features: what is true of it; each counts by its weight.
    """

    phrase: Phrase
    features: tuple[str, ...]


class Gallery:
    """The noun phrases of an article's sentences, each sentence read once."""

    def __init__(self, facts: Facts, verbs: Verbs) -> None:
        self.facts = facts
        self.verbs = verbs
        self.told_apart = facts.lexicon.words("prepositions-before-speakers")
        self.nouns = facts.lexicon.words("speech-nouns")
        self.relatives = facts.lexicon.words("relative-subjects")
        self.things = facts.lexicon.words("pronouns-of-things")
        self._places: dict[int, list[Place]] = {}

    def places(self, sentence: int) -> list[Place]:
        """The noun phrases of a sentence by its number, those in quotations left out."""
        if sentence not in self._places:
            own = self.facts.sentences[sentence]
            tokens = self.facts.tokens
            found = [
                self._place(phrase, own.first)
                for phrase in self._phrases(own.first, own.last)
                if not self.facts.in_quotation(tokens.starts[phrase.first])
            ]
            self._places[sentence] = found
        return self._places[sentence]

    def _phrases(self, first: int, last: int) -> list[Phrase]:
        """Noun phrases, and the relative pronouns and the “it” that may stand for one."""
        lowers = self.facts.tokens.lowers
        found = list(phrases(self.facts.tokens, first, last, self.verbs, True))
        taken = {at for phrase in found for at in range(phrase.first, phrase.last)}
        for at in range(first, last):
            word = lowers[at]
            if at in taken or not (word in self.relatives or word in self.things):
                continue
            # “Lee, who said”; a “that” only where a verb follows.
            if word in self.things or self._class_after(at + 1) in ("says", "nears", "aux", "past"):
                found.append(Phrase(at, at + 1, "pronoun"))
        return sorted(found)

    def _place(self, phrase: Phrase, opening: int) -> Place:
        tokens = self.facts.tokens
        words = tokens.lowers[phrase.first : phrase.last]
        owner = "none"
        if words[-1] in ("'s", "'"):
            owner = "bare"
        elif "'s" in words:
            owner = "speech" if words[-1] in self.nouns else "thing"
        elif words[-1] in self.nouns:
            owner = "noun"
        before = "opening" if phrase.first == opening else self._class_before(phrase.first - 1)
        return Place(phrase, before, self._class_after(phrase.last), owner)

    def _class_before(self, at: int) -> str:
        tokens, verbs = self.facts.tokens, self.verbs
        word, text = tokens.lowers[at], tokens.texts[at]
        if word in verbs.prepositions and word not in verbs.openers:
            return f"prep {word}" if word in self.told_apart else "prep"
        if not word[0].isalnum():
            return "dash" if text in _DASHES else "mark" if text in _MARKS else f"sign {text[0]}"
        if is_verb(tokens, at, verbs, False):
            return "says"
        if word in verbs.near:
            return "nears"
        for name, words in (
            ("subordinate", verbs.subordinators),
            ("opener", verbs.openers),
            ("aux", verbs.auxiliaries),
        ):
            if word in words:
                return name
        return "ending" if word.endswith(("ed", "ing")) or word in verbs.pasts else "word"

    def _class_after(self, at: int) -> str:
        tokens, verbs = self.facts.tokens, self.verbs
        while at < len(tokens) and tokens.lowers[at] in verbs.adverbs:
            at += 1
        if at >= len(tokens):
            return "end"
        word, text = tokens.lowers[at], tokens.texts[at]
        if not word[0].isalnum():
            return "dash" if text in _DASHES else "mark" if text in _MARKS else f"sign {text[0]}"
        if text[0].islower() and word in verbs.strong:
            return "says"
        if text[0].islower() and word in verbs.near:
            return "nears"
        if word in self.relatives:
            return "relative"
        classes = (("aux", verbs.auxiliaries), ("prep", verbs.prepositions), ("opener", verbs.openers))
        for name, words in classes:
            if word in words:
                return name
        if word in verbs.pasts or word.endswith("ed"):
            return "past"
        return "s" if word.endswith("s") and text[0].islower() else "capital" if text[0].isupper() else "word"

    # ------------------------------------------------------------------ around one quotation

    def candidates(
        self, quotation: Quotation, first: int, last: int, given: Phrase | None, way: str
    ) -> list[Candidate]:
        """Those who may have said a quotation, whose tokens with its marks are given as a half-open range.

        `given` is the answer of the plain rules and `way` how they came by it; it is always among the candidates.
        """
        facts = self.facts
        head, tail = facts.sentence_at(quotation.start), facts.sentence_at(max(quotation.start, quotation.end - 1))
        places, after = self.places(head.number), self.places(tail.number)
        end = bisect_right(places, first, key=lambda place: place.phrase.last)
        left = places[max(0, end - _MOST) : end]
        start = bisect_left(after, last, key=lambda place: place.phrase.first)
        right = after[start : start + _MOST]
        verb = self._last_verb(head.first, first)
        found = [
            self._left(place, len(left) - 1 - order, order, first, verb, given, way) for order, place in enumerate(left)
        ]
        found = _ranked("left", found, left, reverse=True)
        right_found = [self._right(place, order, last, bool(left), given, way) for order, place in enumerate(right)]
        found += _ranked("right", right_found, right, reverse=False)
        if given is not None and not any(overlap(given, candidate.phrase) for candidate in found):
            features = ["elsewhere", f"elsewhere by {way}", f"elsewhere {given.kind}"]
            features.append(f"elsewhere left {min(len(left), _COUNTED)}")
            features.append("elsewhere verb" if verb is not None else "elsewhere no verb")
            found.append(Candidate(given, tuple(features)))
        return found

    def _last_verb(self, start: int, end: int) -> int | None:
        tokens = self.facts.tokens
        for at in range(end - 1, max(start, end - _FAR) - 1, -1):
            if is_verb(tokens, at, self.verbs, at >= end - 8) and not self.facts.in_quotation(tokens.starts[at]):
                return at
        return None

    def _left(
        self, place: Place, near: int, order: int, first: int, verb: int | None, given: Phrase | None, way: str
    ) -> Candidate:
        phrase = place.phrase
        features = self._common("left", place, min(near, _COUNTED), given, way)
        features.append(f"left order {min(order, _COUNTED)}")
        lowers = self.facts.tokens.lowers
        between = lowers[phrase.last : min(first, phrase.last + _FAR)]
        breaks = sum(word in self.verbs.subordinators for word in between)
        features.append(f"left breaks {min(breaks, _COUNTED)}")
        features.append(f"left commas {min(between.count(','), _COUNTED)}")
        features.append(f"left quotes {min(sum(word in _CLOSING for word in between), 2)}")
        if not between or all(word in self.verbs.adverbs for word in between):
            features.append("left beside")
        if verb is None:
            features.append("left no verb")
        elif phrase.last <= verb:
            gap = lowers[phrase.last : verb]
            direct = all(word in self.verbs.adverbs or word in self.verbs.auxiliaries for word in gap)
            features.append("left verb direct" if direct else "left verb later")
            if gap and gap[0] in (",", "-", "—", "--", "(") and gap[-1] in (",", "-", "—", "--", ")"):
                features.append("left verb aside")
            if lowers[verb].endswith("ing"):
                features += ["left participle", f"left participle order {min(order, _COUNTED)}"]
        else:
            features.append("left after verb")
        return Candidate(phrase, tuple(features))

    def _right(self, place: Place, order: int, last: int, company: bool, given: Phrase | None, way: str) -> Candidate:
        features = self._common("right", place, min(order, _COUNTED), given, way)
        features.append("right of others" if company else "right alone")
        between = self.facts.tokens.lowers[last : place.phrase.first]
        if not between or all(word in self.verbs.adverbs or not word[0].isalnum() for word in between):
            features.append("right beside")
        if len(between) and between[0] == ",":
            features.append("right comma")
        breaks = sum(word in self.verbs.subordinators for word in between[:_FAR])
        features.append(f"right breaks {min(breaks, _COUNTED)}")
        return Candidate(place.phrase, tuple(features))

    def _common(self, side: str, place: Place, near: int, given: Phrase | None, way: str) -> list[str]:
        kind, before, after = place.phrase.kind, place.before, place.after
        word = self.facts.tokens.lowers[place.phrase.first]
        if word in self.relatives:
            kind = "relative"
        elif word in self.things:
            kind = "thing"
        features = [
            f"{side} kind {kind}",
            f"{side} near {near}",
            f"{side} before {before}",
            f"{side} after {after}",
            f"{side} owner {place.owner}",
            f"{side} {before} to {after}",
            f"{side} {kind} to {after}",
            f"{side} near {near} to {after}",
        ]
        if given is not None and overlap(given, place.phrase):
            features += [f"given by {way}", f"given {side} {kind}", f"given to {after}", f"given after {before}"]
        return features


def _ranked(side: str, found: list[Candidate], places: list[Place], reverse: bool) -> list[Candidate]:
    """The candidates of one side with their rank, from the quotation, among those that do or say something."""
    ranked = list(found)
    order = range(len(places) - 1, -1, -1) if reverse else range(len(places))
    doing = [at for at in order if places[at].after in _DOES and not places[at].before.startswith("prep")]
    saying = [at for at in doing if places[at].after in ("says", "nears")]
    for name, row in (("doing", doing), ("saying", saying)):
        for rank, at in enumerate(row):
            features = [f"{side} {name} {min(rank, _COUNTED)}"]
            if rank == len(row) - 1:
                features += [f"{side} {name} last", f"{side} {name} last of {min(len(row), _COUNTED)}"]
            ranked[at] = Candidate(ranked[at].phrase, (*ranked[at].features, *features))
    return ranked


def overlap(one: Phrase, two: Phrase) -> bool:
    """Whether two phrases share a token."""
    return one.first < two.last and two.first < one.last


def best(candidates: list[Candidate], weights: Mapping[str, float]) -> Candidate | None:
    """The candidate whose features weigh most; of equals the first."""
    return max(
        candidates, key=lambda candidate: sum(weights.get(name, 0.0) for name in candidate.features), default=None
    )
