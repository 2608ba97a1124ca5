"""Antecedents: the people that a pronoun could stand for, each with what speaks for it.

The features are those of Lappin and Leass (An algorithm for pronominal anaphora resolution, 1994): sentence recency,
subject emphasis, parallel roles, agreement, the exclusion of co-arguments; with the article's topic, and cataphora.
Their weights are in the lexicon and fitted by scripts/fit_salience.py.
"""

from __future__ import annotations

from bisect import bisect_left
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_FARTHEST = 12  # sentences that a candidate may lie back
_MOST_RECENT = 3  # mentions of one person that are weighed
_CLOSE = 3  # tokens within which a subject and an object have the same verb


class Naming(NamedTuple):
    """One place where a person is named or meant, as a candidate.

    token: its first token.
    last: one past its last token.
    sentence: number of its sentence.
    person: place of the person among the article's people.
    role: subject, possessive, governed (after a preposition) or other.
    quoted: whether it stands in a quotation.
    opens: whether it is the first named in its sentence.
    pronoun: whether it is a pronoun already resolved.
    """

    token: int
    last: int
    sentence: int
    person: int
    role: str
    quoted: bool
    opens: bool
    pronoun: bool


class Anaphor(NamedTuple):
    """A pronoun to be resolved.

    token: its token.
    sentence: number of its sentence.
    paragraph: number of its block.
    lemma: he, she or they.
    case: subject, object, possessive or reflexive.
    quoted: whether it stands in a quotation.
    ahead: whether it stands in a phrase before the subject of its sentence.
    """

    token: int
    sentence: int
    paragraph: int
    lemma: str
    case: str
    quoted: bool
    ahead: bool


Features = dict[str, float]


class Antecedents:
    """Everybody named so far in an article, asked pronoun by pronoun in order of place."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.people = facts.people
        self.genders: list[str] = [person.gender for person in self.people]
        self.breaks = facts.lexicon.words("clause-breaks")
        self.adverbs = facts.lexicon.words("speech-adverbs")
        self.auxiliaries = facts.lexicon.words("speech-auxiliaries")
        self.governing = facts.lexicon.words("prepositions")
        self.openers = facts.lexicon.words("clause-openers") | facts.lexicon.words("determiners")
        self.namings = self._named()
        self.tokens_at = [naming.token for naming in self.namings]
        self.meant: list[Naming] = []

    def _named(self) -> list[Naming]:
        tokens, facts = self.facts.tokens, self.facts
        places = sorted((name.start, name.end, number) for number, p in enumerate(self.people) for name in p.names)
        found: list[Naming] = []
        for start, end, number in places:
            first = tokens.at(start)
            last = max(first + 1, tokens.at(end - 1) + 1)
            sentence = facts.sentence_at(start)
            opens = not found or found[-1].sentence != sentence.number
            role = self._role(first, last, sentence.first)
            found.append(Naming(first, last, sentence.number, number, role, facts.in_quotation(start), opens, False))
        return found

    def _role(self, first: int, last: int, start: int) -> str:
        tokens = self.facts.tokens
        follower = tokens.lowers[last] if last < len(tokens) else ""
        if follower == "'s" or (follower in ("'", "’") and tokens.lowers[last - 1].endswith("s")):
            return "possessive"
        before = first - 1
        while before >= start and tokens.texts[before][0].isupper():
            before -= 1
        if before >= start and tokens.lowers[before] in self.governing:
            return "governed"
        at = last
        if follower in (",", "("):
            # Past an apposition: “Ann Lee, the mayor of Lund, said”.
            closing = next((i for i in range(at + 1, min(at + 14, len(tokens))) if tokens.texts[i] in ",)."), at)
            at = closing + 1 if tokens.texts[closing] in ",)" else at
        while at < len(tokens) and tokens.lowers[at] in self.adverbs:
            at += 1
        word = tokens.lowers[at] if at < len(tokens) else ""
        plain = word[:1].isalpha() and word not in self.governing and word not in self.openers
        return "subject" if word in self.auxiliaries or (plain and tokens.texts[at][0].islower()) else "other"

    # ------------------------------------------------------------------ asking

    def candidates(self, anaphor: Anaphor) -> list[tuple[int, Features]]:
        """Each person the pronoun could stand for, as place among the people, with its features."""
        cut = bisect_left(self.tokens_at, anaphor.token)
        before = [n for n in self.namings[:cut] if anaphor.sentence - n.sentence <= _FARTHEST]
        before += [n for n in self.meant if anaphor.sentence - n.sentence <= _FARTHEST]
        before.sort(key=lambda naming: -naming.token)
        wanted = {"he": "female", "she": "male"}.get(anaphor.lemma)
        recent: dict[int, list[Naming]] = {}
        excluded = {naming.person for naming in before if self._acts_on(anaphor, naming)}
        for naming in before:
            if self.genders[naming.person] != wanted and naming.person not in excluded:
                recent.setdefault(naming.person, []).append(naming)
        found = [
            (person, self._features(anaphor, person, places, rank, recent))
            for rank, (person, places) in enumerate(recent.items())
        ]
        if anaphor.ahead:
            found += self._ahead(anaphor, cut, wanted, recent)
        return found

    def _features(
        self, anaphor: Anaphor, person: int, places: list[Naming], rank: int, recent: dict[int, list[Naming]]
    ) -> Features:
        nearest = places[0]
        distance = anaphor.sentence - nearest.sentence
        features: Features = {f"sentences {min(distance, 4)}": 1.0, f"rank {min(rank, 3)}": 1.0}
        features[f"nearest is {nearest.role}"] = 1.0
        features["named before"] = log(1 + len(places))
        gender = self.genders[person]
        features["gender unknown" if gender == "unknown" else "gender agrees"] = 1.0
        if distance == 0:
            features[f"same sentence {nearest.role} {anaphor.case}"] = 1.0
            if self._co_argument(anaphor, nearest):
                features["co-argument"] = 1.0
        for naming in places[:_MOST_RECENT]:
            back = anaphor.sentence - naming.sentence
            if back <= 1 and naming.role == "subject":
                features[f"subject {back} back"] = 1.0
            if back <= 1 and naming.opens:
                features[f"first named {back} back"] = 1.0
            if naming.pronoun and back <= 1:
                features[f"meant {back} back"] = 1.0
        if nearest.role == "subject" and anaphor.case == "subject":
            features["parallel"] = 1.0
        if nearest.quoted != anaphor.quoted:
            features["across a quotation"] = 1.0
        if anaphor.quoted and not nearest.quoted and distance == 0:
            features["beside the quotation"] = 1.0
        whole = self.people[person]
        if whole.headline:
            features["in the headline"] = 1.0
        if person == 0:
            features["first person named"] = 1.0
        features["share of mentions"] = len(whole.names) / max(1, len(self.namings))
        if len(recent) == 1:
            features["only one"] = 1.0
        paragraph = self.facts.sentences[nearest.sentence].paragraph
        if paragraph == anaphor.paragraph:
            features["same paragraph"] = 1.0
        return features

    def _acts_on(self, anaphor: Anaphor, naming: Naming) -> bool:
        """Whether a person is the subject of the very verb whose object the pronoun is."""
        near = naming.sentence == anaphor.sentence and anaphor.token - naming.last <= _CLOSE
        return near and self._co_argument(anaphor, naming)

    def _co_argument(self, anaphor: Anaphor, naming: Naming) -> bool:
        """“Holm praised him”: an object is not the subject of its own verb."""
        if anaphor.case != "object" or naming.role != "subject":
            return False
        between = self.facts.tokens.lowers[naming.last : anaphor.token]
        return not any(word in self.breaks or word == "," for word in between)

    def _ahead(
        self, anaphor: Anaphor, cut: int, wanted: str | None, recent: dict[int, list[Naming]]
    ) -> list[tuple[int, Features]]:
        """The subject to come: “In his address, Mr Holm …”."""
        for naming in self.namings[cut:]:
            if naming.sentence != anaphor.sentence:
                break
            if self.genders[naming.person] != wanted and naming.role in ("subject", "other"):
                features: Features = {"ahead": 1.0}
                if self.genders[naming.person] == "unknown":
                    features["gender unknown"] = 1.0
                if naming.person in recent:
                    features["ahead and before"] = 1.0
                if not recent:
                    features["only ahead"] = 1.0
                return [(naming.person, features)]
        return []

    def settle(self, anaphor: Anaphor, person: int) -> None:
        """Notes whom a pronoun stands for: later ones lean on it, and an unknown gender is learnt."""
        role = {"subject": "subject", "possessive": "possessive"}.get(anaphor.case, "other")
        self.meant.append(
            Naming(anaphor.token, anaphor.token + 1, anaphor.sentence, person, role, anaphor.quoted, False, True)
        )
