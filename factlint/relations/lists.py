"""Lists: what is announced by number against the items that follow, or the names that came before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Sentence
from factlint.facts.numbers.workings import say
from factlint.relations.cues import are_some
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_LONGEST_ITEM = 14  # tokens
_MOST = 12
_FEWEST_NAMES = 4  # a shorter list of places is seldom meant to be whole
_PLACES = frozenset({"place", "relation", "group"})
_LONGEST_NAME = 4  # tokens
_BEFORE_NAMES = frozenset({",", ":", "—", "–", "("})


def find_lists(quantities: Quantities) -> Iterator[Relation]:
    """ "Four cellists …. They are A; B; and C", "A, B and C stayed loyal; those four wards …"."""
    for claim in quantities.all:
        if claim.unit or not countable(claim) or not 2 <= claim.value <= _MOST or claim.value % 1:
            continue
        if claim.form in ("words", "digits") and claim.precision == "exact":
            yield from _announced(quantities, claim)
            yield from _named(quantities, claim)
            yield from _summed_up(quantities, claim)
            yield from _spread_out(quantities, claim)


def _relation(quantities: Quantities, claim: Quantity, items: int) -> Iterator[Relation]:
    working = say(quantities.facts.lexicon, "list", result=items)
    yield from held(quantities.facts, claim, "list", [Reading(Interval(items, items), str(items), working, ())])


def _announced(quantities: Quantities, claim: Quantity) -> Iterator[Relation]:
    """A number, and a next sentence that begins with “They are” and goes on as a list."""
    facts = quantities.facts
    if claim.noun is None or claim.sentence + 1 >= len(facts.sentences):
        return
    following = facts.sentences[claim.sentence + 1]
    if following.kind != facts.sentences[claim.sentence].kind:
        return
    later = [q for q in quantities.near(claim, 0, 0) if q.place > claim.place and countable(q) and q.noun]
    opener = _opener(facts, following)
    if opener is None or later:
        return
    items = count_items(facts, opener, following.last)
    if items is not None:
        yield from _relation(quantities, claim, items)


def _opener(facts: Analysis, sentence: Sentence) -> int | None:
    """The token behind the words with which a sentence opens a list."""
    lowers = facts.tokens.lowers
    for phrase in facts.lexicon.phrases("enumeration-openers").get(lowers[sentence.first], ()):
        last = sentence.first + len(phrase)
        if tuple(lowers[sentence.first : last]) == phrase:
            return last
    return None


def count_items(facts: Analysis, first: int, last: int) -> int | None:
    """How many items a list has: parted by semicolons, or by commas with one “and” before the last; none if unclear."""
    texts, lowers = facts.tokens.texts, facts.tokens.lowers
    if texts[last - 1] in ".!?":
        last -= 1
    body = range(first, last)
    if any(texts[position] in '“”"():' for position in body):
        return None
    semicolons = sum(texts[position] == ";" for position in body)
    if semicolons:
        return semicolons + 1
    joined = [at for at in body if lowers[at] in facts.lexicon.words("number-joiners")]
    commas = [at for at in body if texts[at] == ","]
    if len(joined) != 1 or len(commas) < 1 or any(comma > joined[0] for comma in commas):
        return None
    edges = [first - 1, *(comma for comma in commas if comma + 1 != joined[0]), joined[0], last]
    if any(not 1 < right - left <= _LONGEST_ITEM for left, right in pairwise(edges)):
        return None
    return len(edges) - 1


def _named(quantities: Quantities, claim: Quantity) -> Iterator[Relation]:
    """ "His two sons, Carl, Leroy and Anthony": people by number, with their names right behind."""
    facts = quantities.facts
    language, texts = facts.language, facts.tokens.texts
    index = language.phrase_at(claim.first) if claim.people and not claim.borrowed else None
    if index is None or language.phrases[index].head < claim.last:
        return
    first, last = language.phrases[index].last + 1, facts.sentences[claim.sentence].last
    if first >= last or texts[first - 1] not in _BEFORE_NAMES or are_some(facts, first, last):
        return
    names = _names(facts, first, last)
    if names is not None:
        yield from _relation(quantities, claim, names)


# ------------------------------------------------------------------------------------------------------ names before


def _spread_out(quantities: Quantities, claim: Quantity) -> Iterator[Relation]:
    """ "seven towns …. Drivers in Aldersby, Crake, Holm, Ness and Thorpe will …": places by number, and all by name."""
    facts = quantities.facts
    if claim.noun is None or claim.borrowed or claim.value < _FEWEST_NAMES or claim.in_quote:
        return
    if _PLACES.isdisjoint(facts.language.words.noun_classes(claim.noun)) and not _is_announced(facts, claim):
        return
    kind = facts.sentences[claim.sentence].kind
    for number in range(claim.sentence, min(claim.sentence + 3, len(facts.sentences))):
        sentence = facts.sentences[number]
        if sentence.kind != kind or (number > claim.sentence and are_some(facts, sentence.first, sentence.last)):
            return
        first = claim.last if number == claim.sentence else sentence.first
        runs = list(_runs(facts, claim, first, sentence.last))
        if not runs:
            continue
        if len(runs) == 1 and abs(runs[0] - claim.value) == 1 and not are_some(facts, first, sentence.last):
            yield from _relation(quantities, claim, runs[0])
        return


def _is_announced(facts: Analysis, claim: Quantity) -> bool:
    """Whether a colon stands behind a number in its sentence: what follows is the list."""
    return ":" in facts.tokens.texts[claim.last : facts.sentences[claim.sentence].last]


def _runs(facts: Analysis, claim: Quantity, first: int, last: int) -> Iterator[int]:
    """How many names each list of three or more holds in a token range, that begins behind a preposition or mark."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    joiners = facts.lexicon.words("number-joiners")
    at = first
    while at < last:
        opened = at == first or tags[at - 1] == "ADP" or lowers[at - 1] in _BEFORE_NAMES - {","}
        ends, count = [name_end(facts, at, last)] if opened else [at], 1
        while ends[-1] > at and ends[-1] < last:
            behind = ends[-1]
            comma = lowers[behind] == ","
            joined = behind + comma < last and lowers[behind + comma] in joiners
            step = behind + comma + joined
            end = name_end(facts, step, last) if step > behind else step
            if end == step:
                break
            ends.append(end)
            count += 1
            if joined:
                count += _named_later(facts, claim, end, last)
                if count >= _FEWEST_NAMES:
                    yield count
                break
        at = max(at + 1, ends[-1])


def names_from(facts: Analysis, first: int, last: int) -> tuple[int, int]:
    """How many names a list has that begins at a token, and one past its last token; 0 where no joiner ends it."""
    lowers, joiners = facts.tokens.lowers, facts.lexicon.words("number-joiners")
    count, end = 1, name_end(facts, first, last)
    while first < end < last:
        comma = lowers[end] == ","
        joined = end + comma < last and lowers[end + comma] in joiners
        step = end + comma + joined
        following = name_end(facts, step, last) if step > end else step
        if following == step:
            break
        count, end = count + 1, following
        if joined:
            return count, end
    return 0, end


def _named_later(facts: Analysis, claim: Quantity, first: int, last: int) -> int:
    """How many of what is counted a sentence names behind a list: “with the last of the districts, Bontanga, …”."""
    language = facts.language
    again = (at for at in range(first, last - 1) if language.lemmas[at] == claim.noun)
    return sum(facts.tokens.lowers[at + 1] == "," and name_end(facts, at + 2, last) > at + 2 for at in again)


def name_end(facts: Analysis, at: int, last: int) -> int:
    """One past the last token of a name, “Tanner's Hill”, “St Elizabeth”; the same token where there is none."""
    texts, tags = facts.tokens.texts, facts.language.tags
    end = at
    while end < last and end - at <= _LONGEST_NAME and _goes_on(texts[end], tags[end], end > at):
        end += 1
    return end


def _goes_on(text: str, tag: str, begun: bool) -> bool:
    """Whether a token is one of a name: with a capital and no word that only opens a sentence; or its “'s”."""
    if begun and tag == "PART":
        return True
    return text[0].isupper() and tag in ("PROPN", "NOUN", "ADJ", "VERB")


def _summed_up(quantities: Quantities, claim: Quantity) -> Iterator[Relation]:
    """ "Idofa, Sabo, Agosi and Papa stayed loyal, and with those four wards …": names that are taken up by number."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    if claim.first == 0 or lowers[claim.first - 1] not in facts.lexicon.words("whole-pointers"):
        return
    for number in (claim.sentence, claim.sentence - 1):
        if number < 0 or (number != claim.sentence and claim.first - 1 > facts.sentences[claim.sentence].first + 3):
            continue
        sentence = facts.sentences[number]
        names = _names(facts, sentence.first, min(sentence.last, claim.first))
        if names is not None:
            yield from _relation(quantities, claim, names)
            return


def _names(facts: Analysis, first: int, last: int) -> int | None:
    """How many names a sentence begins with, parted by commas and one “and”; none where there are fewer than three."""
    texts, lowers = facts.tokens.texts, facts.tokens.lowers
    joiners = facts.lexicon.words("number-joiners")
    count, at = 0, first
    while at < last:
        begun = at
        while at < last and texts[at][0].isupper() and at - begun < _LONGEST_NAME:
            at += 1
        if at == begun:
            return None
        count += 1
        if at < last and texts[at] == ",":
            at += 1
            at += at < last and lowers[at] in joiners
        elif at < last and lowers[at] in joiners and count > 1:
            at += 1
            begun = at
            while at < last and texts[at][0].isupper() and at - begun < _LONGEST_NAME:
                at += 1
            return count + 1 if at > begun and count > 1 else None
        else:
            return None
    return None
