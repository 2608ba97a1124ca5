"""Enumerated: what is told of by number, against the list of them in a sentence after it.

“Five schools will close. … The names are Alder Grove, Pike Street, Tolliver and Lower Bend.” A list is of what was
counted where it is what that is said to be, stands behind the verb of “Missing are …”, is read out behind a colon, is
made of its noun (“Hill Street, Mill Street and …”), or names the people counted as the next sentence opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.language.kindred import kindred
from factlint.record import NamedTuple
from factlint.relations.cues import are_some
from factlint.relations.lists import count_items
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.analysis import Analysis

_AHEAD = 2  # sentences behind a number in which its list may stand
_READ_OUT = 4  # the same where the list is read out behind a colon
_FEWEST = 3
_MOST = 20
_OPENING = 3  # tokens of the next sentence in which it may go on with another
_OFF = 1  # by how much a number is out
_TIMES = frozenset({"time", "quantity"})


class _List(NamedTuple):
    """The phrases of a list, by their numbers, in order of place."""

    phrases: tuple[int, ...]
    first: Phrase
    last: Phrase


def find_enumerated(quantities: Quantities) -> Iterator[Relation]:
    """Every number that a list after it shows to be out by one."""
    lists: dict[int, list[_List]] = {}
    phrases = quantities.facts.language.phrases
    for index, phrase in enumerate(phrases):
        if len(phrase.conjoined) >= _FEWEST and phrase.conjoined[0] == index:
            found = _List(phrase.conjoined, phrase, phrases[phrase.conjoined[-1]])
            lists.setdefault(phrase.sentence, []).append(found)
    for claim in quantities.all:  # a list with a number in its own sentence is of that one
        lists.pop(claim.sentence, None)
    for claim in quantities.all if lists else ():
        if _is_able(quantities.facts, claim):
            yield from _against(quantities, claim, lists)


def _is_able(facts: Analysis, claim: Quantity) -> bool:
    if claim.unit or not countable(claim) or claim.form not in ("words", "digits") or claim.precision != "exact":
        return False
    if not 2 <= claim.value <= _MOST or claim.value % 1 or claim.noun is None or claim.borrowed or claim.in_quote:
        return False
    return _TIMES.isdisjoint(facts.language.words.noun_classes(claim.noun))


def _against(quantities: Quantities, claim: Quantity, lists: dict[int, list[_List]]) -> Iterator[Relation]:
    facts = quantities.facts
    top = claim.block in ("headline", "heading")
    body = next((one.number for one in facts.sentences if one.kind == "paragraph"), 0) if top else claim.sentence
    for number in range(body if top else claim.sentence + 1, min(body + 1 + _READ_OUT, len(facts.sentences))):
        if facts.sentences[number].kind not in ("paragraph", facts.sentences[claim.sentence].kind):
            return
        for one in lists.get(number, ()):
            ahead = number - claim.sentence
            if not _is_read_out(facts, one) and (top or ahead > _AHEAD or not _is_of(facts, claim, one, ahead)):
                continue
            count = _length(facts, one)
            if 0 < abs(count - claim.value) <= _OFF and not _is_open(quantities, claim, one, number):
                working = say(facts.lexicon, "list", result=count)
                reading = Reading(Interval(count, count), str(count), working, ())
                yield from held(facts, claim, "list", [reading])
            return


def _length(facts: Analysis, one: _List) -> int:
    """How many items a list has; that of names is told by its commas, where one may be read as more about another."""
    texts, first, last = facts.tokens.texts, one.first.first, one.last.last
    opens = [first, *(at + 1 for at in range(first, last) if texts[at] == ",")]
    named = all(texts[at][0].isupper() or (at + 1 < last and texts[at + 1][0].isupper()) for at in opens)
    written = count_items(facts, first, last) if named else None
    return len(one.phrases) if written is None else written


def _is_open(quantities: Quantities, claim: Quantity, one: _List, number: int) -> bool:
    """Whether there may be more than a list names, or its number is told of as well."""
    facts = quantities.facts
    sentence = facts.sentences[number]
    following = facts.sentences[number + 1] if number + 1 < len(facts.sentences) else None
    more, denials = facts.lexicon.words("words-of-some-listed"), facts.lexicon.words("words-for-none")
    words = facts.tokens.lowers[sentence.first : sentence.last]
    if following is not None:
        opening = facts.tokens.lowers[following.first : following.first + _OPENING]
        words = [*words, *(opening if denials.isdisjoint(opening) else ())]
    if are_some(facts, sentence.first, sentence.last) or not more.isdisjoint(words):
        return True
    count = _length(facts, one)
    return any(
        q.value == count and not q.unit and q.claim != "age" and q.noun in (None, claim.noun)
        for q in quantities.all
        if q.place != claim.place and claim.sentence <= q.sentence <= number + 1
    )


# --------------------------------------------------------------------------------------------- what ties a list to it


def _is_of(facts: Analysis, claim: Quantity, one: _List, ahead: int) -> bool:
    if all(facts.language.phrases[index].lemma == claim.noun for index in one.phrases):
        return True  # “Hill Street, Mill Street and Quay Street”
    sentence = facts.sentences[one.first.sentence]
    clause = _copula(facts, one)
    if clause is not None:
        return _says_what(facts, claim, clause, one)
    starts = one.first.first == sentence.first and one.first.role in ("subject", "other")
    return claim.people and ahead == 1 and starts and _are_new_people(facts, one)


def _is_read_out(facts: Analysis, one: _List) -> bool:
    """Whether a list of names is all that stands behind a colon: “read the names aloud: Roe, Lind and Hay.”"""
    texts, sentence = facts.tokens.texts, facts.sentences[one.first.sentence]
    proper = all(facts.language.phrases[index].proper for index in one.phrases)
    behind = texts[one.last.last : sentence.last]
    return proper and one.first.first > sentence.first and texts[one.first.first - 1] == ":" and behind in ([], ["."])


def _copula(facts: Analysis, one: _List) -> Clause | None:
    """The clause of being right behind whose verb, and perhaps one preposition, a list stands."""
    language = facts.language
    start = one.first.first if one.first.preposition is None else one.first.preposition
    index = language.clause_of(start - 1)
    clause = None if index is None else language.clauses[index]
    copulas = facts.lexicon.words("pointing-copulas")
    near = clause is not None and clause.last == start
    return clause if near and clause is not None and facts.tokens.lowers[clause.verb] in copulas else None


def _says_what(facts: Analysis, claim: Quantity, clause: Clause, one: _List) -> bool:
    """Whether a clause of being says what was counted: “They are”, “The hospitals affected are”, “Missing are”."""
    language = facts.language
    sentence = facts.sentences[one.first.sentence]
    subject = None if clause.subject is None else language.phrases[clause.subject]
    if subject is None or subject.first >= clause.last:
        opener = language.tags[sentence.first]
        return opener in ("VERB", "ADJ", "ADP", "ADV")
    if subject.pronoun is not None:
        return subject.plural and subject.first == sentence.first
    definite = subject.determiner in facts.lexicon.words("taking-up-words")
    return definite and subject.plural and kindred(facts.lexicon).are(subject.lemma, claim.noun or "")


def _are_new_people(facts: Analysis, one: _List) -> bool:
    """Whether every item of a list is a name of no place, and has not been told before."""
    phrases, index, lowers = facts.language.phrases, facts.tokens.index, facts.tokens.lowers
    items = [phrases[at] for at in one.phrases]
    if any(one.first.start <= place.start < one.last.end for place in facts.places):
        return False
    return all(item.proper and index[lowers[item.head]][0] >= one.first.first for item in items)
