"""Claimed: what the grammar about a figure makes it: a distance, a change, a sum, what is left, a mean, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple
from factlint.relations.quantities import Quantities, Quantity

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.analysis import Analysis

SURE, LIKELY = 2, 1
_THINGS = frozenset(("artefact", "animal", "plant", "person", "food", "body"))
_TAIL = 3  # tokens behind a figure's phrase in which a comparative may stand
_WIDE = 6
_SHORTEST = 5
_TO = 4  # tokens from a verb to the sum that it comes to
_SIDE = 2  # tokens between the votes of two sides: “312 votes to 288”
_HEDGES = 3  # words before a figure that say how near it is


class Claimed(NamedTuple):
    """What a figure is told as.

    kind: gap, sum, rest or mean.
    way: rise, fall or none.
    strength: SURE where the grammar ties the word to the figure, LIKELY where it only stands in its clause.
    """

    kind: str
    way: str | None
    strength: int


class _Words(Bundle):
    """What is looked up, unpacked once."""

    gaps: frozenset[str]
    outcomes: frozenset[str]
    contests: frozenset[str]
    ways: dict[str, str]
    tails: dict[str, str]
    comparatives: dict[str, str]
    courses: frozenset[str]
    stand_nouns: frozenset[str]
    stands: frozenset[str]
    no_comparatives: frozenset[str]
    comparative_endings: tuple[str, ...]
    sum_nouns: frozenset[str]
    sum_verbs: frozenset[str]
    bare_sum_verbs: frozenset[str]
    sum_words: frozenset[str]
    rest_modifiers: frozenset[str]
    rest_verbs: frozenset[str]
    rest_words: frozenset[str]
    means: frozenset[str]
    of: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    from_words: frozenset[str]
    stops: frozenset[str]
    particles: frozenset[str]
    rest_cues: frozenset[str]
    zero: frozenset[str]
    sure_sums: frozenset[str]
    articles: frozenset[str]
    sure_rests: frozenset[str]
    gathering: frozenset[str]
    definite: frozenset[str]
    still: frozenset[str]
    still_heads: frozenset[str]
    alongside: frozenset[str]
    apart: frozenset[str]
    pointers: frozenset[str]
    ends: frozenset[str]
    taking: frozenset[str]
    tail_phrases: dict[str, str]
    gap_modifiers: dict[str, str]
    wanting: frozenset[str]
    relatives: frozenset[str]
    loose_tails: frozenset[str]
    bases: frozenset[str]
    hedges: frozenset[str]
    summing: frozenset[str]
    equating: frozenset[str]
    ballots: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        words("gap-nouns"), words("outcome-nouns"), words("contest-verbs"), dict(lexicon.table("move-ways")),
        dict(lexicon.table("gap-tails")), dict(lexicon.table("comparative-ways")), words("par-words"),
        words("stand-nouns"),
        words("wicket-nouns"),
        words("no-comparatives"),
        tuple(words("comparative-endings")), words("sum-nouns"), words("sum-verbs"), words("bare-sum-verbs"),
        words("sum-words"), words("rest-modifiers"), words("rest-verbs"), words("rest-words"), words("average-words"),
        words("of-words"), words("by-words"), words("to-words"), words("from-words"), words("claim-stops"),
        words("way-particles"), words("rest-cues"), words("above-zero"),
        words("sure-sum-words"), words("move-articles"), words("sure-rest-words"), words("gathering-verbs"),
        words("definite-articles"), words("still-words"), words("still-heads"),
        words("source-with-words"), words("between-words"), words("partitive-pointers") | words("between-whom"),
        words("end-modifiers"),
        words("total-pointers") | words("partitive-pointers"),
        dict(lexicon.table("gap-tail-phrases")), dict(lexicon.table("gap-modifiers")), words("wanting-words"),
        words("relative-pronouns"), words("loose-gap-tails"), words("measured-from"),
        words("near-hedges") | words("bounds-before-figures"),
        words("summing-openers"), words("equating-verbs"), words("ballot-words"),
    )  # fmt: skip


class Claims:
    """What each figure of an article is told as."""

    def __init__(self, quantities: Quantities) -> None:
        self.quantities = quantities
        self.facts: Analysis = quantities.facts
        self.words = _words(self.facts.lexicon)
        language = self.facts.language
        self.phrases, self.clauses = language.phrases, language.clauses
        self.lowers, self.lemmas, self.tags = self.facts.tokens.lowers, language.lemmas, language.tags
        self._ruled: Mapping[int, int] = {c.object: i for i, c in enumerate(self.clauses) if c.object is not None}
        self._dated = frozenset(date.first for date in self.facts.dates)
        self._governed: Mapping[int, int] = {p.of: i for i, p in enumerate(self.phrases) if p.of is not None}

    def of(self, quantity: Quantity) -> tuple[Claimed, ...]:
        """All that a figure may be told as, the surest first."""
        found: list[Claimed] = []
        index = self._phrase(quantity)
        if index is not None:
            self._by_noun(quantity, index, found)
            self._by_verb(quantity, index, found)
        self._by_tail(quantity, index, found)
        self._by_words(quantity, found)
        if self._sums_up(quantity):
            found.append(Claimed("sum", None, LIKELY))
        best: dict[str, Claimed] = {}
        if found and self._is_a_stand(quantity):
            found = [one for one in found if one.kind not in ("sum", "gap")]
        if found and self._is_a_side(quantity):
            found = [one for one in found if one.kind != "gap"]
        for one in found:
            if one.kind not in best or one.strength > best[one.kind].strength:
                best[one.kind] = one
        return tuple(sorted(best.values(), key=lambda one: -one.strength))

    def _sums_up(self, quantity: Quantity) -> bool:
        """Whether “That is”, “It makes” stands right before a figure at the start of its sentence: “That's £2.84m”."""
        first = self.facts.sentences[quantity.sentence].first
        first += first < quantity.first and not self.lowers[first][0].isalnum()  # an opening quotation mark
        if not 0 < quantity.first - first <= _TAIL + 1 or self.lowers[first] not in self.words.summing:
            return False
        return not self.words.equating.isdisjoint(self.lemmas[first + 1 : quantity.first])

    def _phrase(self, quantity: Quantity) -> int | None:
        at = self.facts.language.phrase_at
        index = at(quantity.last - 1)
        return at(quantity.first) if index is None else index

    # -------------------------------------------------------------------------------------------------- by noun

    def _by_noun(self, quantity: Quantity, index: int, found: list[Claimed]) -> None:
        """ "a margin of 12", "a 12-point lead", "the gap is 12"."""
        words, phrase = self.words, self.phrases[index]
        over = self._governed.get(index)
        if over is not None:
            self._noun(self.phrases[over].lemma, found)
            if not words.means.isdisjoint(self.lemmas[at] for at in self.phrases[over].modifiers):
                found.append(Claimed("mean", None, SURE))  # "an average house of 470"
        elif (first := min(phrase.first, quantity.first)) > 1 and self.lowers[first - 1] in self.words.of:
            self._noun(self.lemmas[first - 2], found)
        # "eight sheds" are things, however they may be shed, and so are "61 lifts"
        counted = phrase.plural and phrase.head == quantity.last and phrase.lemma in words.ways
        classes = self.facts.language.words.noun_classes(phrase.lemma)
        things = (counted or not _THINGS.isdisjoint(classes)) and not quantity.unit
        if phrase.head >= quantity.last and (not things or phrase.lemma in self.words.gaps):
            self._noun(phrase.lemma, found)
        modifiers = {self.lemmas[at] for at in range(phrase.first, quantity.first)}
        bare = phrase.head < quantity.last and phrase.preposition is not None  # "into the last four"
        if phrase.first > 1 and self.lowers[phrase.first - 1] in self.words.of and self.tags[phrase.first - 2] == "NUM":
            modifiers -= self.words.ends  # "four of the last seven frames"
        if "NUM" in self.tags[phrase.first : quantity.first]:
            modifiers = set()  # "the last 50 runs took 38 balls", read as one phrase
        if not bare and not modifiers.isdisjoint(self.words.rest_modifiers):
            found.append(Claimed("rest", None, SURE))
        clause = self._clause(phrase)
        if (
            clause is not None
            and clause.subject is not None
            and phrase.role in ("attribute", "object", "oblique", "other")
            and not self._is_left_behind(phrase)
            and not self._is_of_another(phrase, over)
        ):
            subject = self.phrases[clause.subject]
            if clause.subject != index:
                self._noun(subject.lemma, found, verb=clause.lemma)

    def _is_left_behind(self, phrase: Phrase) -> bool:
        """Whether a phrase tells what something moved from: “the deficit was £4.6bn, down from October's £5bn”."""
        return phrase.preposition is not None and self.lowers[phrase.preposition] in self.words.from_words

    def _is_of_another(self, phrase: Phrase, over: int | None) -> bool:
        """Whether a noun of its own has a figure: “the total is £530m above the request of £17bn”."""
        return over is not None or (phrase.preposition is not None and self.lowers[phrase.preposition] in self.words.of)

    def _noun(self, lemma: str, found: list[Claimed], verb: str = "") -> None:
        words = self.words
        if lemma in words.gaps or lemma in words.outcomes:
            found.append(Claimed("gap", None, SURE))
        elif lemma in words.ways and (not verb or verb in words.sum_verbs or "be" in verb):
            found.append(Claimed("gap", words.ways[lemma], SURE))
        elif lemma in words.sum_nouns:
            found.append(Claimed("sum", None, SURE))
        elif lemma in words.means:
            found.append(Claimed("mean", None, SURE))

    def _clause(self, phrase: Phrase) -> Clause | None:
        return None if phrase.clause is None else self.clauses[phrase.clause]

    # -------------------------------------------------------------------------------------------------- by verb

    def _by_verb(self, quantity: Quantity, index: int, found: list[Claimed]) -> None:
        """ "rose 12", "won by 12", "came to 12", "leaves 12"."""
        words, phrase = self.words, self.phrases[index]
        first = min(phrase.first, quantity.first)  # of "40 per cent" the phrase has the last word alone
        if first > 1 and self.lowers[first - 1] in words.of and self.tags[first - 2] == "NUM":
            return  # "leaves eight of our 143": the verb has the eight
        opening = self.facts.language.phrase_at(quantity.first)
        first = first if opening is None else min(first, self.phrases[opening].first)  # "by a full 1 per cent"
        for _ in range(_HEDGES):  # "came to just under £900,000", "won by almost 400"
            if first > 1 and self.lowers[first - 1] in words.hedges:
                first -= 1
        before = self.lowers[first - 1] if first else ""
        ruler = self._ruled.get(index)
        clause = self._clause(phrase) if ruler is None else self.clauses[ruler]
        role = phrase.role if ruler is None else "object"
        verb = "" if clause is None else clause.lemma
        if before in words.by and first > 1:
            near = verb in words.contests or verb in words.ways
            near = near or self.lemmas[first - 2] in {
                *words.contests,
                *words.ways,
                *words.outcomes,
                *words.tails,
            }
            if near:
                way = words.ways.get(verb) or words.tails.get(self.lowers[first - 2])
                found.append(Claimed("gap", None if way == "apart" else way, SURE))
            return
        if clause is None:
            return
        gap = first - clause.last
        gathered = verb in words.gathering and quantity.dimension == "money"
        if (
            verb in words.ways
            and not gathered
            and role in ("object", "other")
            and 0 <= gap <= 2
            and clause.voice == "active"
        ):
            found.append(Claimed("gap", words.ways[verb], SURE))
        if verb in words.rest_verbs and gap >= 0:
            tied = role == "object" or gap == 0 or self._takes_up(clause)
            found.append(Claimed("rest", None, SURE if tied else LIKELY))
        to = before in words.to and 0 <= gap <= _TO  # "came to £12"; not "came second (91 to 89)"
        if verb in words.sum_verbs and (to or (verb in words.bare_sum_verbs and 0 <= gap <= 2)):
            found.append(Claimed("sum", None, SURE))
        elif verb in words.sum_verbs and role == "object" and 0 <= gap <= 1:
            found.append(Claimed("sum", None, LIKELY))

    def _takes_up(self, clause: Clause) -> bool:
        """Whether “that” or “which” is the subject of a clause: “That left 300 owners without one”."""
        subject = None if clause.subject is None else self.phrases[clause.subject]
        return subject is not None and subject.pronoun is not None and self.lowers[subject.head] in self.words.taking

    def _is_a_stand(self, quantity: Quantity) -> bool:
        """Whether a figure is what two made together: “added 112 for the sixth wicket”, “a stand of 112”."""
        first = quantity.first
        if first > 1 and self.lowers[first - 1] in self.words.of and self.lemmas[first - 2] in self.words.stand_nouns:
            return True
        return not self.words.stands.isdisjoint(self.lowers[quantity.last : quantity.last + _WIDE])

    def _is_a_side(self, quantity: Quantity) -> bool:
        """Whether a figure is what one side had: “by 1,219 votes to 1,181”; “by 12 votes to 1,181” is a move."""
        for one, two in pairwise(self.quantities.all[max(0, quantity.place - 1) : quantity.place + 2]):
            gap = self.lowers[one.last : two.first]
            joined = len(gap) == _SIDE and gap[1] in self.words.to and self.tags[one.last] == "NOUN"
            bare = len(gap) == 1 and gap[0] in self.words.to
            cast = one.noun in self.words.ballots and one.sentence == two.sentence
            if (joined or bare) and cast and one.value >= two.value:
                return True
        return False

    # -------------------------------------------------------------------------------------------------- by place

    def _by_tail(self, quantity: Quantity, index: int | None, found: list[Claimed]) -> None:
        """ "22 days less", "12 clear", "up 12"."""
        words = self.words
        first, last = quantity.first, quantity.last
        if index is not None and self.phrases[index].head >= last:
            shy = self.lowers[self.phrases[index].head] in words.tails  # "40 shy of it", read as a noun
            last = last if shy else self.phrases[index].last
        of = quantity.unit and not words.of.isdisjoint(self.lowers[last : last + 1])
        stuff = self.facts.language.phrase_at(last + 1) if of else None
        if stuff is not None:
            last = self.phrases[stuff].last  # "180 years of service between them"
        before = self.lowers[first - 1] if first else ""
        if before in words.particles and not self._belongs_to_a_verb(first - 1):
            found.append(Claimed("gap", words.tails[before], SURE))
        ruled = before in words.ends and first > 2 and self.tags[first - 3] == "ADP"  # "into the last four"
        if before in words.rest_modifiers and self.lowers[first - 2] in words.definite and last == quantity.last:
            found += () if ruled else (Claimed("rest", None, SURE),)  # "and the remaining 17 are held by others"
        if before in words.definite and self._is_left_over(last):
            found.append(Claimed("rest", None, SURE))
        if before in words.rest_cues:
            found.append(Claimed("rest", None, SURE))
        after = self.lemmas[quantity.last] if quantity.last < len(self.lemmas) else ""
        if before in words.articles and (after in words.ways or after in words.gaps):
            found.append(Claimed("gap", words.ways.get(after), SURE))
        if before in words.gap_modifiers and self.lowers[first - 2] in words.definite:
            found.append(Claimed("gap", words.gap_modifiers[before], SURE))  # "the missing 17 tonnes"
        if before in words.definite and self._is_wanting(last):
            found.append(Claimed("gap", None, SURE))
        more = self.lowers[quantity.last] if quantity.last < min(last, len(self.lowers)) else ""
        if more in words.tails and self.tags[quantity.last] in ("ADJ", "DET"):  # "15 more people"
            found.append(Claimed("gap", words.tails[more], LIKELY))
        degrees = quantity.dimension == "temperature"
        for at in range(last, min(last + _TAIL, len(self.lowers))):
            lower = self.lowers[at]
            told = (before not in words.alongside or stuff is not None) and self.lowers[at + 1 : at + 2] != []
            if told and lower in words.apart and self.lowers[at + 1] in words.pointers:
                # "163 pupils between them", and not "with 45 between them"; "the 17 seconds between them"
                found.append(Claimed("gap" if before in words.definite else "sum", None, SURE))
                return
            if (way := self._tail_phrase(at)) is not None:
                found.append(Claimed("gap", way, SURE))
                return
            if lower in words.apart and at + 1 in self._dated:
                return  # "96,000 visitors between June and August"
            if lower in words.tails and self.lowers[at + 1 : at + 2] != [] and self.lowers[at + 1] in words.courses:
                return  # "13 under par"
            if lower in words.tails and self._spans(at):
                return  # "pledged £960m over 15 years"
            if lower in words.tails and not (degrees and lower in words.zero):
                way = words.tails[lower]
                tied = at == last and not self._is_elsewhere(at)
                found.append(Claimed("gap", None if way == "apart" else way, SURE if tied else LIKELY))
                return
            if self._compares(at):
                if self._than_a_figure(at):
                    return  # "14 mountains higher than 8,000 metres"
                found.append(Claimed("gap", words.comparatives.get(lower), SURE if at == last else LIKELY))
                return
            if not lower[0].isalpha() or lower in words.of:
                return

    def _is_left_over(self, last: int) -> bool:
        """ "the 36 mirrors left are working": what is left stands before another verb."""
        left = self.lowers[last : last + 1] != [] and self.lowers[last] in self.words.rest_words
        return left and self.tags[last + 1 : last + 2] in (["AUX"], ["VERB"])

    def _is_elsewhere(self, at: int) -> bool:
        """Whether a word goes with a thing that nobody measures from: “£45 under the old owner”."""
        if self.lowers[at] not in self.words.loose_tails:
            return False
        index = self.facts.language.phrase_at(at + 1)
        phrase = None if index is None else self.phrases[index]
        if phrase is None or phrase.number is not None or "NUM" in self.tags[phrase.first : phrase.last]:
            return False
        return phrase.lemma not in self.words.bases

    def _spans(self, at: int) -> bool:
        """Whether a lapse of time stands behind a word, “over the past two years”."""
        lapse = self.quantities.after(at + 1, _TAIL)
        return lapse is not None and lapse.dimension == "duration"

    def _tail_phrase(self, at: int) -> str | None:
        """Which way several words behind a figure go, “to spare”, “in front”; none where they are no distance."""
        for length in (3, 2):
            way = self.words.tail_phrases.get(" ".join(self.lowers[at : at + length]))
            if way is not None:
                return way
        return None

    def _is_wanting(self, last: int) -> bool:
        """Whether a clause that tells of something wanting goes with a figure: “the £80 that was still missing”."""
        words = self.words
        opened = self.lowers[last : last + 1] != [] and self.lowers[last] in words.relatives
        for lower in self.lowers[last : last + (_WIDE if opened else _TAIL)]:
            if lower in words.wanting:
                return True
            if lower in words.stops or lower in words.still:
                break  # what is still missing is a rest
        return False

    def _belongs_to_a_verb(self, at: int) -> bool:
        """Whether “up” or “down” goes with a verb of no move: “makes up four-fifths”, “gave up 14”."""
        if not at or self.tags[at - 1] != "VERB":
            return False
        verb = self.lemmas[at - 1]
        return verb not in self.words.ways and "motion" not in self.facts.language.words.verb_classes(verb)

    def _than_a_figure(self, at: int) -> bool:
        """Whether what is compared with is a figure, so that the words tell which things are counted."""
        than = self.facts.lexicon.words("than-words")
        return (
            self.lowers[at + 1 : at + 2] != [] and self.lowers[at + 1] in than and self.tags[at + 2 : at + 3] == ["NUM"]
        )

    def _compares(self, at: int) -> bool:
        lower = self.lowers[at]
        if (
            len(lower) < _SHORTEST
            or not lower.endswith(self.words.comparative_endings)
            or lower in self.words.no_comparatives
        ):
            return False
        return self.tags[at] in ("ADJ", "ADV")

    def _by_words(self, quantity: Quantity, found: list[Claimed]) -> None:
        """ "12 in all", "the 12 still unspent", "together they made 12": words within the clause."""
        words = self.words
        sentence = self.facts.sentences[quantity.sentence]
        for step in (-1, 1):
            at = quantity.first - 1 if step < 0 else quantity.last
            numbered = False
            for _ in range(_WIDE):
                if not sentence.first <= at < sentence.last or self.lowers[at] in words.stops:
                    break
                lower = self.lowers[at]
                if lower in words.sum_words:
                    found.append(Claimed("sum", None, SURE if lower in words.sure_sums else LIKELY))
                numbered = numbered or self.tags[at] == "NUM"  # "for 243 with 11 balls unused"
                if lower in words.rest_words and not numbered:
                    found.append(Claimed("rest", None, SURE if lower in words.sure_rests else LIKELY))
                if step > 0 and lower in words.still and {*self.lowers[at + 1 : at + 2]} & words.still_heads:
                    found.append(Claimed("rest", None, SURE))  # "the 3.5m that is still missing"
                if lower in words.means and self.tags[at] in ("NOUN", "ADJ"):
                    found.append(Claimed("mean", None, LIKELY))
                if lower in words.ways or self.lemmas[at] in words.ways or lower in words.gaps:
                    found.append(Claimed("gap", words.ways.get(self.lemmas[at]), LIKELY))
                at += step
