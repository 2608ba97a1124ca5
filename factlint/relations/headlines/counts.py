"""Counts: how many a line says there were, and how many the text has of them.

A count is borne out by any number of the text that can be read so: the number itself, the sum of those beside one
another, as many names, a list as long. Only where none can does another count of the same contradict it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.headlines.headline_figures import is_age
from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple
from factlint.relations.quantities import Quantity, countable

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.facts.model import Sentence
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_BEHIND, _BEFORE = 5, 9  # tokens around a count within which a word tells what became of those counted
_MOST_ADDED = 5  # counts beside one another that are added up
_POWERS = (10.0, 100.0, 1000.0, 0.1, 0.01, 0.001)
_FEW = 2  # amounts of a text of which each can be but one thing
_ANOTHER = 1.5  # times by which two amounts may part that are told of one thing
_CLOSE = 0.02  # how far an amount may lie off a power of ten of another
_MEASURES = frozenset({"time", "money"})
_SURE = 2  # the likeness of two counts of one noun, or of one fate, in the lead
_SOMEBODY = frozenset({"person"})
_FEWEST = 2  # names of a list
_ROUND_DIGITS = 100  # a round count has at most two digits before its noughts
_ROUND_OFF = 0.05  # the most that rounding takes from a count, as a share of it
_ROUND_OF_THINGS, _ROUND_OF_PEOPLE = 10, 100  # the least that a line rounds to
_AROUND = 3  # tokens around a list within which a word says that it is not all of them
_SHARE = 4  # tokens between the two numbers of a share
_NEAR = 2  # sentences between a multiple and what it multiplies


class Enumeration(NamedTuple):
    """A list of names in code points."""

    start: int
    end: int


def find_counts(story: Story) -> Iterator[Contrast]:
    """Every count and amount of a headline, standfirst or caption of which the text has another."""
    quantities = story.facts.quantities.all
    body = [quantity for quantity in quantities if quantity.sentence in story.numbers]
    for line in (*story.display, *story.captions):
        spot = line.paragraph
        for stated in quantities:
            if not spot.start <= stated.start < spot.end or stated.form in ("ordinal", "fraction", "ratio", "prefix"):
                continue
            if (
                stated.dimension in ("count", "none")
                and not stated.unit
                and stated.claim not in ("age", "time", "score")
            ):
                yield from _count(story, line, stated, body)
            elif stated.dimension == "money":
                yield from _amount(story, line, stated, body)


def _count(story: Story, line: Line, stated: Quantity, body: list[Quantity]) -> Iterator[Contrast]:
    if _is_margin(story, stated) or _is_of_so_many(story, stated) or is_age(story.facts, stated):
        return
    if stated.value % 1 or stated.precision != "exact" or _is_listed(story, stated) or _is_year(stated):
        return
    fate = _fate(story, stated) if stated.people or stated.noun is None else ""  # “two libraries saved, all 212 pages”
    found: tuple[int, Quantity] | None = None
    for other in body:
        if other.unit or not countable(other) or _is_year(other) or other.claim == "score" or _is_more(story, other):
            continue
        strength = _likeness(story, stated, other, fate)
        if strength and (found is None or strength > found[0]):
            found = strength, other
    if found is not None and (_is_rounded(stated, found[1], fate) or _is_the_whole(stated, found[1], body)):
        return
    if found is not None and found[0] == _SURE and found[1].precision == "exact" and stated.value > 1:
        # Three named people, or any three things, are no three arrested where the text opens with two.
        if not _is_matched(story, stated, body, fate):
            yield _contrast(story, line, stated, found[1], True)
        return
    if _is_borne_out(story, stated, body, bool(fate) or stated.people):
        return
    if (enumeration := _enumerated(story, line, stated, body)) is not None:
        yield _contrast(story, line, stated, enumeration, True)
        return
    if found is None and fate and (alone := _alone(story, body)) is not None:
        found = 1, alone
    if found is not None:
        yield _contrast(story, line, stated, found[1], found[0] > 1)


def _is_margin(story: Story, stated: Quantity) -> bool:
    """Whether a count of votes says by how many somebody won: “in by six votes”."""
    words = story.facts.lexicon.words
    before = story.tokens.lowers[stated.first - 1 : stated.first] if stated.first else []
    return stated.noun in words("voting-words") and not words("by-words").isdisjoint(before)


def _is_of_so_many(story: Story, stated: Quantity) -> bool:
    """Whether a number is one of the two of a share: “nine bales in ten”, “three boats out of 40”."""
    openers = [tuple(words.split()) for words in story.facts.lexicon.words("ratio-openers")]
    lowers = story.tokens.lowers
    row = [one for one in story.facts.quantities.all if one.sentence == stated.sentence]
    for one, other in pairwise(row):
        between = tuple(lowers[one.last : other.first])
        led = any(between[-len(words) :] == words for words in openers)
        if stated in (one, other) and led and len(between) <= _SHARE:
            return True
    return False


def _is_rounded(stated: Quantity, told: Quantity, fate: str) -> bool:
    """Whether a line's round count stands for the text's: 5,000 for 5,040; the dead and hurt are counted to the ten."""
    digits = stated.value
    while digits and digits % 10 == 0:
        digits /= 10
    step = stated.value / digits if digits else 0
    off = abs(stated.value - told.value)
    round_enough = digits < _ROUND_DIGITS and step >= (_ROUND_OF_PEOPLE if fate else _ROUND_OF_THINGS)
    return round_enough and off < min(step / 2, _ROUND_OFF * stated.value)


def _is_the_whole(stated: Quantity, told: Quantity, body: list[Quantity]) -> bool:
    """Whether the text has a line's count right before the other: “84 of the carrier's 610 posts”."""
    return any(
        one.value == stated.value
        and one.sentence == told.sentence
        and 0 < told.first - one.last <= _SHARE
        and not one.unit
        for one in body
    )


def _is_matched(story: Story, stated: Quantity, body: list[Quantity], fate: str) -> bool:
    """Whether a count of the same, several of them, or a sentence's people of that fate come to a line's count."""
    value = stated.value
    alike = [
        one
        for one in body
        if not one.unit
        and one.claim != "age"
        and not (fate and _fate(story, one) not in (fate, ""))
        and (
            (one.noun == stated.noun and one.noun is not None)
            or (one.noun is None and (not fate or _has_fate(story, story.facts.sentences[one.sentence], fate)))
            or (bool(fate) and _fate(story, one) == fate)
            or _is_more(story, one)
        )
    ]
    values = [one.value for one in alike]
    if not fate and any(one.value == value for one in body if not one.unit):
        return True
    if any(one.span.low <= value <= one.span.high for one in alike):
        return True
    if any(sum(values[at : at + size]) == value for at in range(len(values)) for size in range(2, _MOST_ADDED + 1)):
        return True
    people: dict[int, float] = {}
    other_fate = {one.first for one in body if fate and _fate(story, one) not in (fate, "")}
    told = {one.sentence for one in alike}
    for phrase in story.language.phrases:
        # “the driver and eleven passengers”
        somebody = phrase.sentence in story.numbers and phrase.classes & _SOMEBODY and phrase.pronoun is None
        if somebody and not _tells(story, phrase) and other_fate.isdisjoint(range(phrase.first, phrase.last)):
            many = phrase.number if phrase.number is not None else 0 if phrase.plural else 1
            people[phrase.sentence] = people.get(phrase.sentence, 0) + many
    shared = [one.number for one in story.sentences if fate and _has_fate(story, one, fate)]
    if value <= sum(people.get(number, 0) for number in shared) and len(shared) > 1:
        return True  # “Two men were arrested on Monday. A man and a woman were held on Tuesday.”
    return any(
        value <= total and all(one.value < value for one in alike if one.sentence == number)
        for number, total in people.items()
        if number in told
    )


def _tells(story: Story, phrase: Phrase) -> bool:
    """Whether somebody only tells of it: “said Ann Roe, a spokeswoman”."""
    who = phrase if phrase.apposition_of is None else story.language.phrases[phrase.apposition_of]
    clause = None if who.clause is None else story.language.clauses[who.clause]
    return clause is not None and who.role == "subject" and "saying" in clause.classes


def _has_fate(story: Story, sentence: Sentence, fate: str) -> bool:
    """Whether a sentence tells of somebody's fate."""
    fates = story.facts.lexicon.table("fates-of-people")
    return any(fates.get(word) == fate for word in story.tokens.lowers[sentence.first : sentence.last])


def _enumerated(story: Story, line: Line, stated: Quantity, body: list[Quantity]) -> Enumeration | None:
    """The names that the text lists of what a line counts, where it lists them all: those that do what the line tells.

    “Hope Primary, Long Bay All-Age and Manchioneal High will stay closed”; “the libraries at Vik, Holm and Lund”.
    """
    phrases, clauses = story.language.phrases, story.language.clauses
    counted = story.phrase(story.language.phrase_at(stated.last - 1))
    own = next((one for one in story.clauses_of(line.paragraph.first, line.paragraph.last)), None)
    if counted is None or stated.people or own is None:
        return None
    does = set(story.events.answers(line, own))
    does |= {one.clause for one in story.events.told(own) if one.clause is not None and one.denial is None}
    for index, phrase in enumerate(phrases):
        names = phrase.conjoined
        if phrase.sentence not in story.numbers or len(names) < _FEWEST or names[0] != index:
            continue
        if not all(phrases[one].proper and not phrases[one].plural for one in names) or story.in_quote(phrase.head):
            continue
        last = phrases[names[-1]]
        governor = (
            None if phrase.preposition is None else story.phrase(story.language.phrase_at(phrase.preposition - 1))
        )
        if governor is not None and (governor.lemma != stated.noun or governor.number is not None):
            continue
        done = next((phrases[one].clause for one in (*names, index) if phrases[one].role == "subject"), None)
        if done is None:  # “The libraries at Vik and Holm will close”
            done = next((one for one in does if clauses[one].first == last.last), None)
        if done is None or done not in does or clauses[done].kind == "relative":
            continue
        sentence = story.facts.sentences[phrase.sentence]
        around = story.tokens.lowers[
            max(sentence.first, phrase.first - _AROUND) : min(sentence.last, last.last + _AROUND)
        ]
        some = not story.facts.lexicon.words("words-of-some-listed").isdisjoint(around)
        total = len(names) + sum(one.value for one in body if _is_more(story, one) and not one.unit)
        if not some and stated.value not in (len(names), total):
            return Enumeration(phrase.start, last.end)
    return None


def _alone(story: Story, body: list[Quantity]) -> Quantity | None:
    """The one count of people that the text has, where it opens with it: “Nine people were pulled from …”."""
    people = [one for one in body if one.people and not one.unit and countable(one)]
    if len(people) != 1 or people[0].sentence not in story.lead or _fate(story, people[0]):
        return None
    # “A bus with 40 people on board” says how many there were, not what became of them.
    phrase = story.phrase(story.language.phrase_at(people[0].first))
    if phrase is None or phrase.role != "subject":
        return None
    # “A barman broke his wrist and three drinkers were cut”: one of them is told of by himself.
    indefinite = story.facts.lexicon.words("indefinite-articles")
    beside = any(
        one.sentence == phrase.sentence and one.determiner in indefinite and "person" in one.classes
        for one in story.language.phrases
    )
    return None if beside else people[0]


def _likeness(story: Story, stated: Quantity, other: Quantity, fate: str) -> int:
    """How surely two counts are of one thing: 2 of one noun or one fate in the lead, 1 of one of them, 0 of neither."""
    lead = other.sentence in story.lead
    if fate:
        return 2 * (_fate(story, other) == fate) if lead else 0
    if stated.noun is not None and stated.noun == other.noun:
        # “The last eight” and “31 to 24” count what stands beside them, not what was counted before.
        return 1 + lead if stated.noun in story.language.lemmas[other.last : other.last + _BEHIND] else 0
    # “The five who took the boat out”
    before = story.tokens.lowers[other.first - 1] if other.first else ""
    definite = other.noun is None and before in story.facts.lexicon.words("definite-articles")
    return int(lead and definite and stated.people)


def _fate(story: Story, quantity: Quantity) -> str:
    """What became of those counted: dead, hurt, held, missing or saved; empty where nothing says so right behind."""
    fates = story.facts.lexicon.table("fates-of-people")
    sentence = story.facts.sentences[quantity.sentence]
    words = story.tokens.lowers[quantity.last : min(sentence.last, quantity.last + _BEHIND)]
    before = story.tokens.lowers[max(sentence.first, quantity.first - _BEFORE) : quantity.first]
    for at in range(1, len(words) - 1):
        # “nine dead or hurt” counts the two together
        joined = words[at] in story.facts.lexicon.words("list-joiners")
        if joined and words[at - 1] in fates and fates[words[at - 1]] != fates.get(words[at + 1], fates[words[at - 1]]):
            return ""
    return next((fates[word] for word in (*words, *reversed(before)) if word in fates), "")


def _is_more(story: Story, quantity: Quantity) -> bool:
    """Whether it counts only some of them: “two more bodies”, “the other three”."""
    around = story.tokens.lowers[max(0, quantity.first - 2) : quantity.last + 1]
    return not story.facts.lexicon.words("more-words-of-counts").isdisjoint(around)


def _is_listed(story: Story, quantity: Quantity) -> bool:
    """Whether it counts what the article itself lists: five things to know."""
    words = story.tokens.lowers[quantity.last : quantity.last + 3]
    return not story.facts.lexicon.words("headline-listed-nouns").isdisjoint(words)


def _is_year(quantity: Quantity) -> bool:
    return quantity.form == "digits" and 1600 <= quantity.value <= 2100


def _is_borne_out(story: Story, stated: Quantity, body: list[Quantity], people: bool) -> bool:
    """Whether any number of the text, a sum of neighbours, a list or the people named come to it."""
    value = stated.value
    # Two days are no two firemen.
    own = [other for other in body if stated.noun is None or not other.unit]
    if any(other.span.low <= value <= other.span.high for other in own):
        return True
    # Twelve people and two boats are no fourteen people.
    summands = (other for other in body if not other.unit and other.claim != "age")
    values = [other.value for other in summands if not people or other.people or other.noun is None]
    for start in range(len(values)):
        for size in range(2, _MOST_ADDED + 1):
            part = values[start : start + size]
            if len(part) == size and sum(part) <= value <= sum(part) + 2:
                return True
    if any(len(phrase.conjoined) == value for phrase in story.language.phrases if phrase.sentence in story.numbers):
        return True
    numbers = {
        phrase.number
        for phrase in story.language.phrases
        if phrase.sentence in story.numbers and (stated.noun is None or not phrase.classes & _MEASURES)
    }
    named = len({person.id for person in story.facts.people})
    return value in numbers or named == value


def _amount(story: Story, line: Line, stated: Quantity, body: list[Quantity]) -> Iterator[Contrast]:
    """A sum of money that is another of the text's ten, a hundred or a thousand times over."""
    source = story.facts.article.source
    alike = [other for other in body if other.unit == stated.unit and source[other.end : other.end + 1] != "-"]
    values = [(other.value, other) for other in alike]
    values += [
        (other.value * times.value, other)
        for times in body
        if times.unit is None and _is_multiple(story, times)
        for other in alike
        if abs(other.sentence - times.sentence) <= _NEAR
    ]
    # “$370 million for the shares and $42 million of debt”
    sums = [one.value + other.value for one, other in pairwise(alike) if other.sentence - one.sentence <= _NEAR]
    told = [value for value, _ in values] + sums
    if not stated.value or any(abs(value - stated.value) <= 0.1 * stated.value for value in told):
        return
    near = [one for one in alike if one.sentence in story.lead and 1 / _ANOTHER < one.value / stated.value < _ANOTHER]
    if near:  # “£40,000” over £45,000 is no slip of noughts from whatever costs £40
        verbs = [clause.lemma for one in (stated, near[0]) if (clause := story.clause_before(one.first)) is not None]
        exact = stated.precision == near[0].precision == "exact"
        if exact and len(alike) <= _FEW and len(verbs) == _FEW and len(set(verbs)) == 1:
            yield _contrast(story, line, stated, near[0], True)._replace(kind="count")
        return
    for value, other in values:
        if value and any(abs(stated.value / value / power - 1) <= _CLOSE for power in _POWERS):
            yield _contrast(story, line, stated, other, True)
            return


def _is_multiple(story: Story, quantity: Quantity) -> bool:
    behind = story.tokens.lowers[quantity.last : quantity.last + 1]
    inside = story.tokens.lowers[quantity.first : quantity.last]
    return not story.facts.lexicon.words("multiple-nouns").isdisjoint((*behind, *inside))


def _contrast(story: Story, line: Line, stated: Quantity, other: Quantity | Enumeration, surely: bool) -> Contrast:
    block = "caption" if line.kind == "caption" else "headline"
    source = story.facts.article.source
    return Contrast(
        stated.start, stated.end, "amount" if stated.dimension == "money" else "count", block,
        source[stated.start : stated.end], source[other.start : other.end],
        "strong" if surely else "middling", False, Stretch(other.start, other.end),
    )  # fmt: skip
