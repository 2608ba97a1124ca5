"""Likeness: how likely two figures of one kind are meant for one thing, told by the words about them.

Words for it are those that the two places alone share, weighted by their rarity in the article, as cohesion is in
Hearst's TextTiling (1997). Against it speak other names and times, words that set one thing against another, and lists.
Nothing is left of it where the two have different holders: what Ann Roe wants and what Tom Hale wants are two sums.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from factlint.language.kindred import kindred
from factlint.lazy import cached_property
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Date, Figure, Mention, Place, Pronoun, Sentence
    from factlint.lexicon import Lexicon

Fact = TypeVar("Fact", "Mention", "Pronoun", "Place", "Date")

_LINE = 400  # code points of a line of a score card
_LABEL, _LABEL_WORDS = 40, 3  # code points and words of what a line opens with before a colon
_STEM = 6  # letters by which words are held to be of one family
_NEAR, _FAR = 5, 14  # words on either side of a figure, within its sentence
_CROWDED = (0.8, 2.0)  # against figures of which there are many, and against shares, as a poll's
_SOON = 2  # sentences of one paragraph from a figure to where it may be told again
_SIDE = 3  # tokens from a figure back to that on the other side, with what is counted between them
_YEAR = 4  # digits
_WHOLE = 5  # words after “of” that may name what a share is a share of


class _Context(NamedTuple):
    """The words about a figure, within its sentence.

    near: families of the telling words within a few words.
    far: the same in a wider stretch.
    names: the beginnings of capitalised words.
    contrasts: the words that set a figure against another.
    directions: rise, fall.
    times: the year, month or span of time named next to it.
    others: how many more figures of its kind the sentence holds.
    denied: whether a negation stands by.
    """

    near: set[str]
    far: set[str]
    names: set[str]
    contrasts: set[str]
    directions: set[str]
    times: set[str]
    others: int
    denied: bool


@lru_cache(maxsize=4)
def _directions(lexicon: Lexicon) -> Mapping[str, str]:
    """The words that tell a way, each with it: rise or fall."""
    return {word: label for word, label in lexicon.table("figure-words").items() if label in ("rise", "fall")}


class Likeness:
    """Compares the figures of one article."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.tokens = facts, facts.tokens
        self.plain = facts.lexicon.union("not-counted", "figure-context-words")
        self.contrast, self.negations = words("contrast-words"), words("figure-negations")
        self.definite, self.clauses = words("taking-up-words"), words("relative-pronouns")
        self.relative = facts.lexicon.union("past-words", "future-words", "present-words")
        self.spans = words("time-spans")
        self.adding, self.starting = words("adding-words"), words("from-words")
        self.joints = words("to-words")
        self.within = words("in-words")
        self.wholes, self.openers = words("of-words"), words("restricting-words")
        self.directions = _directions(facts.lexicon)

    @cached_property
    def _families(self) -> Counter[str]:
        return Counter(word[:_STEM] for word in self.tokens.lowers if len(word) >= 4)

    @cached_property
    def _mentions(self) -> dict[int, list[Mention]]:
        return self._by_sentence(self.facts.mentions)

    @cached_property
    def _pronouns(self) -> dict[int, list[Pronoun]]:
        return self._by_sentence([word for word in self.facts.pronouns if word.person])

    @cached_property
    def _places_in(self) -> dict[int, list[Place]]:
        return self._by_sentence(self.facts.places)

    @cached_property
    def _dates(self) -> dict[int, list[Date]]:
        return self._by_sentence(self.facts.dates)

    def _by_sentence(self, found: Iterable[Fact]) -> dict[int, list[Fact]]:
        """Facts by the number of the sentence in which they stand, each in order of place."""
        sentences: dict[int, list[Fact]] = defaultdict(list)
        for fact in found:
            sentences[self.facts.sentence_at(fact.start).number].append(fact)
        return sentences

    def of(self, one: Figure, two: Figure, group: list[Figure]) -> float:
        """The score of two figures, the earlier one first, among all those of their kind; 0 where it cannot be."""
        sentences = [self.facts.sentence_at(figure.start) for figure in (one, two)]
        quoted = one.in_quote and two.in_quote and sentences[0].paragraph == sentences[1].paragraph
        if sentences[1].number - sentences[0].number < (_SOON if quoted else 1):
            return 0.0  # “At 95 you have one. At 91 you have gaps”
        if self._apart(one, two):
            return 0.0
        left, right = self._context(one, group), self._context(two, group)
        if one.dimension in ("count", "share") and (left.others or right.others):
            return 0.0
        return self._shared(left, right) + self._places(one, two, group) - self._against(left, right)

    # ------------------------------------------------------------------------------------------- what parts the two

    def _apart(self, one: Figure, two: Figure) -> bool:
        """Whether the wording alone says that two things are told of."""
        if self._follows(one, self.adding) != self._follows(two, self.adding):
            return True  # “a further 400 jobs” are others than the 300 before
        if self._is_start(one) != self._is_start(two):
            return True  # “rose from 10 dollars”: that was before
        if one.dimension == "duration" and self._follows(one, self.relative) and self._follows(two, self.relative):
            return True  # “in the last 12 months” is how far somebody looked back
        if (doer := self._doer(one)) is not None and (other := self._doer(two)) is not None and doer != other:
            return True  # “Shell made £5bn. BP made £4bn.”
        sides = self._other_side(one), self._other_side(two)
        if None not in sides and sides[0] != sides[1]:
            return True  # “by 26 votes to 19” and “by 24 to 20” are two votes
        if self._is_new(one, two):
            return True
        if self._year_behind(one) != self._year_behind(two) and not self._is_definite(two):
            return True  # “employs 240. It had 260 employees in 2019”
        labels = self._label(one), self._label(two)
        if None not in labels and labels[0] != labels[1]:
            return True  # “ROVERS: Lee 71 … Total 184.” and, a line below, “UNITED: Hay 40 … Total 129.”
        holders = self._holder(one), self._holder(two)
        if None not in holders and holders[0] != holders[1] and not self._is_definite(two):
            return True
        wholes, places = (self._whole(one), self._whole(two)), (self._scenes(one), self._scenes(two))
        return any(left and right and left.isdisjoint(right) for left, right in (wholes, places))

    def _label(self, figure: Figure) -> str | None:
        """The words before the colon with which the line of a figure opens, “ROVERS: …”."""
        source = self.facts.article.source
        back = max(0, figure.start - _LINE)
        first = source.rfind("\n", back, figure.start) + 1
        if not first and back:
            return None
        colon = source.find(":", first, min(first + _LABEL, figure.start))
        label = source[first:colon].strip() if colon > first else ""
        named = label[:1].isupper() and not any(char.isdigit() or char in ".,;" for char in label)
        return label.casefold() if named and len(label.split()) <= _LABEL_WORDS else None

    def _follows(self, figure: Figure, words: frozenset[str]) -> bool:
        return any(word in words for word in self.tokens.lowers[max(0, figure.first - 2) : figure.first])

    def _year_behind(self, figure: Figure) -> str | None:
        """ "260 employees in 2019": the year right behind what is counted."""
        lowers = self.tokens.lowers
        for at in range(figure.last, min(figure.last + _SIDE, len(lowers) - 1)):
            if lowers[at] in self.within:
                year = lowers[at + 1]
                return year if year.isdecimal() and len(year) == _YEAR else None
        return None

    def _is_start(self, figure: Figure) -> bool:
        """ "rose from 10 dollars"."""
        before = self.tokens.lowers[max(0, figure.first - 2 * _NEAR) : figure.first]
        return self._follows(figure, self.starting) and any(word in self.directions for word in before)

    def _other_side(self, figure: Figure) -> str | None:
        """ "26 votes to 19": the number on the other side, as written."""
        lowers = self.tokens.lowers
        for joint in (figure.last, figure.last + 1):
            if joint + 1 < len(lowers) and lowers[joint] in self.joints and lowers[joint + 1].isdecimal():
                return lowers[joint + 1]
        for other in (figure.first - 2, figure.first - _SIDE):
            if other >= 0 and lowers[figure.first - 1] in self.joints and lowers[other].isdecimal():
                return lowers[other]
        return None

    def _is_new(self, one: Figure, two: Figure) -> bool:
        """Whether the subject of the later figure is new to the earlier: “but his amendment was lost”."""
        language = self.facts.language
        clause = language.clause_of(two.first)
        subject = None if clause is None else language.clauses[clause].subject
        phrase = None if subject is None else language.phrases[subject]
        if phrase is None or phrase.proper or phrase.pronoun is not None or phrase.determiner in self.definite:
            return False
        if phrase.first <= two.first < phrase.last:
            return False
        sentence = self.facts.sentence_at(one.start)
        are = kindred(self.facts.lexicon).are
        return not any(
            lemma == phrase.lemma or are(phrase.lemma, lemma)
            for lemma in language.lemmas[sentence.first : sentence.last]
        )

    def _holder(self, figure: Figure) -> str | None:
        """The person named last before a figure in its sentence, unless as the one who says so."""
        number = self.facts.sentence_at(figure.start).number
        before = [name for name in self._mentions[number] if name.start < figure.start]
        spoken = [word for word in self._pronouns[number] if word.start < figure.start]
        if spoken and (not before or spoken[-1].start > before[-1].start):
            return spoken[-1].person.id if spoken[-1].person else None
        return before[-1].person.id if before and not before[-1].credit else None

    def _whole(self, figure: Figure) -> set[str]:
        """Families of the words for what a share is a share of: “30% of the adults in Europe” is one of adults."""
        lowers, place = self.tokens.lowers, figure.last
        if figure.dimension != "share" or self.wholes.isdisjoint(lowers[place : place + 1]):
            return set()
        found: set[str] = set()
        for word in lowers[place + 1 : place + 1 + _WHOLE]:
            if word in self.openers or not word[0].isalpha():
                break
            if word not in self.plain:
                found.add(word[:_STEM])
        return found

    def _scenes(self, figure: Figure) -> set[str]:
        """The places that the sentence of a count names."""
        if figure.dimension != "count":
            return set()
        return {place.name for place in self._places_in[self.facts.sentence_at(figure.start).number]}

    # -------------------------------------------------------------------------------------------- what is weighed

    def _shared(self, left: _Context, right: _Context) -> float:
        shared = left.far & right.far
        rarity: dict[str, float] = {word: max(1.0, self._families[word] - 1.0) ** -0.5 for word in shared}
        score = sum(rarity.values()) + sum(rarity[word] for word in shared if word in left.near and word in right.near)
        score += 3 * len(shared) / max(1, min(len(left.far), len(right.far)))
        return score + 0.5 * min(2, len(left.names & right.names))

    def _places(self, one: Figure, two: Figure, group: list[Figure]) -> float:
        """What the words right beside the two tell, and how many others there are of their kind."""
        score = self._same_neighbour(one.first - 1, two.first - 1) + self._same_neighbour(one.last, two.last)
        score += (-3.0 if self._has_clause(two) else 1.2) * self._is_definite(two)
        score += 0.8 if len(group) <= 3 else -_CROWDED[one.dimension == "share"] if len(group) > 10 else 0.0
        score -= 1.5 * (one.in_quote or two.in_quote)
        return score - 1.0 * (sum(1 for figure in group if figure.value == two.value) > 1)

    def _against(self, left: _Context, right: _Context) -> float:
        score = 1.5 * (bool(left.names) and bool(right.names) and not left.names & right.names)
        score += 1.5 * (bool(left.times) and bool(right.times) and not left.times & right.times)
        score += 2.0 * (bool(left.directions) and bool(right.directions) and not left.directions & right.directions)
        score += 1.5 * (left.denied != right.denied)
        return score + 1.2 * len(left.contrasts ^ right.contrasts) + left.others + right.others

    # ------------------------------------------------------------------------------------------ the words about one

    def _context(self, figure: Figure, group: list[Figure]) -> _Context:
        tokens, sentence = self.tokens, self.facts.sentence_at(figure.start)
        found = _Context(set(), set(), set(), set(), set(), self._time(sentence, figure), 0, False)
        denied = False
        for position in _around(sentence, figure, _FAR):
            word = tokens.lowers[position]
            distance = figure.first - position if position < figure.first else position - figure.last + 1
            if len(word) >= 4 and word[0].isalpha() and word not in self.plain:
                found.far.add(word[:_STEM])
                if distance <= _NEAR:
                    found.near.add(word[:_STEM])
            if distance <= 9:
                if tokens.texts[position][0].isupper() and position > sentence.first:
                    found.names.add(word[:4])
                if word in self.contrast:
                    found.contrasts.add(word)
                if distance <= 4 and word in self.directions:
                    found.directions.add(self.directions[word])
                denied = denied or word in self.negations
        others = sum(1 for other in group if sentence.start <= other.start < sentence.end and other is not figure)
        return found._replace(others=others, denied=denied)

    def _doer(self, figure: Figure) -> str | None:
        """The name that is the subject of a figure's clause, by its last word; none where the subject is no name."""
        language = self.facts.language
        clause = language.clause_of(figure.first)
        subject = None if clause is None else language.clauses[clause].subject
        if subject is None:
            return None
        phrase = language.phrases[subject]
        own = phrase.first <= figure.first < phrase.last
        capital = self.tokens.texts[phrase.head][0].isupper() and phrase.determiner is None and not phrase.plural
        return phrase.lemma if capital and not own else None

    def _time(self, sentence: Sentence, figure: Figure) -> set[str]:
        """The date or the “last year” that stands nearest behind a figure in its sentence, or else before it."""
        facts, tokens = self.facts, self.tokens
        times = [
            (date.first, facts.text(date).lower())
            for date in facts.dates
            if sentence.start <= date.start < sentence.end
        ]
        times += [
            (position, " ".join(tokens.lowers[position : position + 2]))
            for position in range(sentence.first, sentence.last - 1)
            if tokens.lowers[position] in self.relative and tokens.lowers[position + 1] in self.spans
        ]
        if not times:
            return set()
        nearest = min(times, key=lambda time: (time[0] < figure.first, abs(time[0] - figure.first)))
        return {nearest[1].strip(".,")}

    def _same_neighbour(self, one: int, two: int) -> float:
        """What it tells that the same word stands at both places: the more, the rarer it is in the article."""
        lowers = self.tokens.lowers
        inside = 0 <= one < len(lowers) and 0 <= two < len(lowers)
        if not inside or lowers[one] != lowers[two] or not lowers[one][0].isalpha():
            return 0.0
        return float(0.3 + max(1, len(self.tokens.index[lowers[one]]) - 1) ** -0.5)

    def _is_definite(self, figure: Figure) -> bool:
        """ "the 12.8% stake", "the nearly $43m": what is meant has been told of."""
        return self._follows(figure, self.definite)

    def _has_clause(self, figure: Figure) -> bool:
        """Whether a relative clause says which of them: "the 12 libraries that may close"."""
        after = self.tokens.lowers[figure.last + 1 : figure.last + 2]
        return figure.subject is not None and not self.clauses.isdisjoint(after)


def _around(sentence: Sentence, figure: Figure, reach: int) -> list[int]:
    before = range(max(sentence.first, figure.first - reach), figure.first)
    return [*before, *range(figure.last, min(sentence.last, figure.last + reach))]
