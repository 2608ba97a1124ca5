"""Antecedents: the people that a pronoun could stand for, each with what speaks for it.

Number, gender and the exclusion of co-arguments (“Holm praised him”) say who could be meant at all; what speaks for
each is in salience.py.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.references.roles import Roles
from factlint.facts.references.salience import Scene
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.references.salience import Features

_FARTHEST = 12  # sentences that a candidate may lie back
_MOST_NAMINGS = 60  # namings looked at before a pronoun
_LONGEST_BRACKET = 12  # tokens
_OPENING = frozenset(",(")
_CLOSE = 3  # tokens within which a subject and an object have the same verb


class Naming(NamedTuple):
    """One place where a person is named or meant, as a candidate.

    token: its first token.
    last: one past its last token.
    sentence: number of its sentence.
    who: place of the person among the referents.
    role: subject, possessive, governed, object or other.
    quoted: whether it stands in a quotation.
    joined: whether “and” or a comma joins it to the name before it.
    speaks: whether it is the subject of a verb of speaking.
    apposed: whether it stands in an apposition.
    verb: the token of the verb of which it is the subject, or 0.
    led: the preposition, conjunction or mark right before it, or empty.
    pronoun: whether it is a pronoun already resolved.
    form: full, surname, given or honorific; of a pronoun its lemma.
    bracketed: whether it stands in round brackets (“Nell (Ann Roe)”).
    """

    token: int
    last: int
    sentence: int
    who: int
    role: str
    quoted: bool
    joined: bool
    speaks: bool
    apposed: bool
    verb: int
    led: str
    pronoun: bool
    form: str
    bracketed: bool = False


class Anaphor(NamedTuple):
    """A pronoun to be resolved.

    token: its token.
    sentence: number of its sentence.
    paragraph: number of its block.
    lemma: he, she or they.
    case: subject, object, possessive or reflexive.
    quoted: whether it stands in a quotation.
    ahead: whether it stands in a phrase before the subject of its sentence.
    opens: whether it is the first word of its sentence.
    governed: whether a preposition stands before it.
    """

    token: int
    sentence: int
    paragraph: int
    lemma: str
    case: str
    quoted: bool
    ahead: bool
    opens: bool
    governed: bool


class Antecedents:
    """Everybody named so far in an article, asked pronoun by pronoun in order of place."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.referents = facts.referents
        self.breaks = words("clause-breaks")
        self.relatives = words("relative-words")
        self.genitives = words("possessive-marks")
        self.indefinite = words("indefinite-articles")
        self.infinitives = facts.lexicon.words("to-words")
        self.closed = facts.lexicon.union("prepositions", "clause-openers", "relative-words") | _OPENING
        genders = facts.lexicon.table("gendered-nouns")
        self.gendered = genders.keys()
        self.nouns: dict[str, list[int]] = {"female": [], "male": []}
        for at in facts.tokens.positions(self.gendered):
            self.nouns.setdefault(genders[facts.tokens.lowers[at]], []).append(at)
        self.namings = self._named()
        self.tokens_at = [naming.token for naming in self.namings]
        self.counts = [len(referent.somebody.named) for referent in self.referents]
        self.first = [r.somebody.named[0][0].first for r in self.referents]
        self.earliest = min(self.first, default=-1)
        self.total = max(1, sum(self.counts))
        self.meant: list[Naming] = []
        self.agreed: dict[int, dict[str, int]] = {}
        #: The last “he” or “she” of a sentence that stands for somebody.
        self.called: dict[tuple[int, int], str] = {}
        self.last: dict[str, Naming] = {}

    def _named(self) -> list[Naming]:
        facts = self.facts
        roles = Roles(facts)
        places = sorted(
            (run.first, run.last, number, form)
            for number, referent in enumerate(self.referents)
            for run, form in referent.somebody.named
        )
        found: list[Naming] = []
        for first, last, number, form in places:
            start = facts.tokens.starts[first]
            sentence = facts.sentence_at(start)
            opens = not found or found[-1].sentence != sentence.number
            before = None if opens else (found[-1].last, found[-1].role)
            role = roles.of(first, last, sentence.first, sentence.last, before)
            led = facts.tokens.lowers[first - 1] if first else ""
            led = led if led in self.closed else ""
            quoted = facts.in_quotation(start)
            bracketed = self._bracketed(first, sentence.first)
            found.append(
                Naming(first, last, sentence.number, number, role.name, quoted, *role[1:], led, False, form, bracketed)
            )
        return found

    def _bracketed(self, first: int, start: int) -> bool:
        """Whether a name stands in round brackets: “Nell (Ann Roe)”."""
        texts = self.facts.tokens.texts
        for at in range(first - 1, max(start, first - _LONGEST_BRACKET) - 1, -1):
            if texts[at] in "()":
                return texts[at] == "("
        return False

    # ------------------------------------------------------------------ asking

    def candidates(self, anaphor: Anaphor) -> tuple[list[tuple[int, Features]], Features]:
        """Each person the pronoun could stand for, as place among the referents, with its features; and nobody's."""
        cut = bisect_left(self.tokens_at, anaphor.token)
        near = [*self.namings[max(0, cut - _MOST_NAMINGS) : cut], *self.meant[-_MOST_NAMINGS:]]
        near.sort(reverse=True)  # by token: no two begin at the same
        floor = anaphor.sentence - _FARTHEST
        before = [naming for naming in near if naming.sentence >= floor]
        scene = Scene(self, anaphor, before, cut)
        found = [(who, scene.features(who, rank)) for rank, who in enumerate(scene.recent)]
        return found + scene.ahead(), scene.nobody()

    def fitting(self, anaphor: Anaphor, namings: list[Naming]) -> list[Naming]:
        """Those of the namings for whose bearer number and gender allow the pronoun to stand."""
        acted = set()
        if anaphor.case == "object":
            acted = {naming.who for naming in namings if self.acts_on(anaphor, naming)}
        allowed = {who: who not in acted and self._agrees(anaphor, who) for who in {naming.who for naming in namings}}
        return [naming for naming in namings if allowed[naming.who] and self._is_sure(anaphor, naming)]

    def fits(self, anaphor: Anaphor, naming: Naming) -> bool:
        """Whether number and gender allow the pronoun to stand for who is named."""
        return self._is_sure(anaphor, naming) and self._agrees(anaphor, naming.who)

    def _is_sure(self, anaphor: Anaphor, naming: Naming) -> bool:
        """Whether nobody doubts that it is somebody; a doubtful one may be he or she in the same block."""
        return not self.referents[naming.who].doubt or (
            anaphor.lemma in GENDER_OF_LEMMA and self.facts.sentences[naming.sentence].paragraph == anaphor.paragraph
        )

    def _agrees(self, anaphor: Anaphor, who: int) -> bool:
        if anaphor.lemma not in GENDER_OF_LEMMA:
            return True
        if self.called.get((anaphor.sentence, who), anaphor.lemma) != anaphor.lemma:
            return False  # “he is 78; she is 33”: these are two, whoever they are
        return self.referents[who].gender in (GENDER_OF_LEMMA[anaphor.lemma], "unknown")

    def acts_on(self, anaphor: Anaphor, naming: Naming) -> bool:
        """Whether a person is the subject of the very verb whose object the pronoun is: “Holm praised him”."""
        if anaphor.case != "object" or naming.role != "subject" or naming.sentence != anaphor.sentence:
            return False
        if anaphor.token - (naming.verb or naming.last) > _CLOSE:
            return False
        between = self.facts.tokens.lowers[naming.verb or naming.last : anaphor.token]
        return not any(word in self.breaks or word == "," for word in between)

    def settle(self, anaphor: Anaphor, who: int) -> None:
        """Notes whom a pronoun stands for: later ones lean on it, and an unknown gender is learnt."""
        at = anaphor.token
        role = "governed" if anaphor.case == "object" and anaphor.governed else anaphor.case
        role = "object" if role == "reflexive" else role
        naming = Naming(
            at, at + 1, anaphor.sentence, who, role, anaphor.quoted, False, False, False, 0, "", True, anaphor.lemma
        )
        self.meant.append(naming)
        self.last[anaphor.lemma] = naming
        counts = self.agreed.setdefault(who, {})
        counts[anaphor.lemma] = counts.get(anaphor.lemma, 0) + 1
        if anaphor.lemma in GENDER_OF_LEMMA:
            self.called[anaphor.sentence, who] = anaphor.lemma
