"""Agreement where subject and verb are told apart: there has been complaints, one of the boats were."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.agreement import plural_noun, singular_noun
from factlint.facts.text.prose import lapse, own_sentence
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.model import Clause, Phrase
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

#: Classes whose plural may be one amount (there was ten minutes left), and whose singular may be several.
_SUMS = frozenset({"money", "quantity", "time"})
_MANY = frozenset({"group", "quantity"})
_SINGULAR, _PLURAL = "singular", "plural"


class _Lists(Bundle):
    """The words of which number is told across a gap."""

    verbs: Mapping[str, str]
    determiners: Mapping[str, str]
    there: frozenset[str]
    relatives: frozenset[str]
    of: frozenset[str]
    single: frozenset[str]
    quantifiers: frozenset[str]
    several: frozenset[str]
    collective: frozenset[str]
    pauses: frozenset[str]
    demonstratives: Mapping[str, str]
    openers: frozenset[str]
    counts: frozenset[str]
    definite: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        lexicon.table("number-of-verbs"),
        lexicon.table("number-of-determiners"),
        lexicon.words("there-words"),
        lexicon.words("relative-subjects"),
        lexicon.words("of-words"),
        lexicon.words("lapse-single-subjects"),
        lexicon.words("lapse-quantifiers"),
        lexicon.words("lapse-several"),
        lexicon.words("lapse-collectives"),
        lexicon.words("lapse-pausing"),
        lexicon.table("number-of-demonstratives"),
        lexicon.words("lapse-clause-openers"),
        lexicon.words("lapse-counts"),
        lexicon.words("lapse-articles"),
    )


def find_far_disagreements(facts: Facts) -> Iterator[Lapse]:
    """Every such pair outside quotations, in order of the verbs."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    language, lowers = facts.language, facts.tokens.lowers
    for clause in language.clauses:
        number = lists.verbs.get(lowers[clause.first])
        if number is None or clause.in_quote or clause.shared or own_sentence(facts, clause.first) is None:
            continue
        place = _of_several(facts, clause.first, number, lists)
        if place is None and clause.subject is not None:
            phrase = language.phrases[clause.subject]
            if phrase.sentence == clause.sentence and phrase.first < clause.first:
                place = _at_odds(facts, clause, phrase, number, lists, words)
        if place is not None:
            first, last, told = place
            yield lapse(facts, first, last, "agreement", (lowers[told], lowers[clause.first]))


def _of_several(facts: Facts, at: int, number: str, lists: _Lists) -> tuple[int, int, int] | None:
    """“many of them has”: a word for several, “of”, a pronoun for several and a verb in the singular."""
    lowers = facts.tokens.lowers
    if number != _SINGULAR or at < 3 or lowers[at - 1] not in lists.several or lowers[at - 2] not in lists.of:
        return None
    return (at - 3, at + 1, at - 1) if lowers[at - 3] in lists.quantifiers else None


def _at_odds(
    facts: Facts, clause: Clause, phrase: Phrase, number: str, lists: _Lists, words: Words
) -> tuple[int, int, int] | None:
    """First token, end and the telling word of a subject that differs in number from its verb, or nothing."""
    lowers = facts.tokens.lowers
    subject = lowers[phrase.first]
    alone = phrase.last - phrase.first == 1
    opens = phrase.first == facts.sentences[phrase.sentence].first
    if alone and subject in lists.there and clause.first == phrase.last:
        return _existential(facts, clause, phrase, number, lists, words)
    if alone and subject in lists.demonstratives and clause.first == phrase.last and opens:
        odds = lists.demonstratives[subject] != number and clause.attribute is not None
        return (phrase.first, clause.first + 1, phrase.first) if odds else None
    if alone and subject in lists.relatives and clause.first == phrase.last:
        return _relative(facts, clause, phrase, number, lists, words)
    if alone and subject in lists.single and phrase.of is not None and number == _PLURAL:
        several = facts.language.phrases[phrase.of]
        led = opens or lowers[phrase.first - 1] in lists.openers
        next_to = several.last == clause.first or _told_of(facts, several, clause, lists)
        near = next_to and not several.conjoined and several.first == phrase.last + 1
        if led and near and several.plural:
            return phrase.first, clause.first + 1, phrase.first
    ahead = lowers[max(0, phrase.first - 2) : phrase.first]
    if len(ahead) == 2 and ahead[0] in lists.quantifiers and ahead[1] in lists.of:
        many = number == _SINGULAR and _is_many(facts, clause, phrase, words)
        at_start = phrase.first - 2 == facts.sentences[phrase.sentence].first
        return (phrase.first - 2, clause.first + 1, phrase.head) if many and at_start else None
    if phrase.of is not None and opens and not phrase.conjoined:
        return _by_what_it_is_of(facts, clause, phrase, number, lists, words)
    return None


def _by_what_it_is_of(
    facts: Facts, clause: Clause, phrase: Phrase, number: str, lists: _Lists, words: Words
) -> tuple[int, int, int] | None:
    """“Most of the boats was sunk”, “the number of families who come have doubled”."""
    lowers = facts.tokens.lowers
    assert phrase.of is not None
    several = facts.language.phrases[phrase.of]
    if several.conjoined or several.proper or clause.kind != "main":
        return None
    if lowers[phrase.head] in lists.counts and phrase.determiner in lists.definite and number == _PLURAL:
        told = several.last == clause.first or _told_of(facts, several, clause, lists)
        return (phrase.first, clause.first + 1, phrase.head) if told else None
    if number != _SINGULAR or lowers[phrase.first] not in lists.quantifiers or phrase.last - phrase.first > 1:
        return None
    return (phrase.first, clause.first + 1, several.head) if _is_many(facts, clause, several, words) else None


def _is_many(facts: Facts, clause: Clause, several: Phrase, words: Words) -> bool:
    """Whether several of something stand right before a verb, and are no sum: “of the boats was”."""
    if several.last != clause.first or several.conjoined or several.proper or several.number is not None:
        return False
    return not several.classes & _SUMS and plural_noun(words, facts.tokens.lowers[several.head])


def _told_of(facts: Facts, several: Phrase, clause: Clause, lists: _Lists) -> bool:
    """Whether all between the several and the verb is a clause about them: “one of the lamps that we lit were”."""
    if facts.tokens.lowers[several.last] not in lists.relatives or clause.kind != "main":
        return False
    between = range(several.last, clause.first)
    subjects = [place for place in between if facts.language.clause_of(place) is not None]
    return bool(subjects) and not any(facts.tokens.lowers[place] in lists.pauses for place in between)


def _existential(
    facts: Facts, clause: Clause, phrase: Phrase, number: str, lists: _Lists, words: Words
) -> tuple[int, int, int] | None:
    """“There has been several complaints”, “there are a man”."""
    if clause.attribute is None:
        return None
    told = facts.language.phrases[clause.attribute]
    lower = facts.tokens.lowers[told.head]
    if told.first != clause.last or told.proper or lower in lists.collective or not lower.isalpha():
        return None
    if number == _SINGULAR:
        counted = lists.determiners.get(told.determiner or facts.tokens.lowers[told.first]) == _PLURAL
        counted = counted or (told.number is not None and told.number > 1)
        several = counted and not told.classes & _SUMS and plural_noun(words, lower)
    else:
        one = told.determiner is not None and lists.determiners.get(told.determiner) == _SINGULAR
        joined = told.conjoined or facts.language.tags[told.last : told.last + 1] == ["CCONJ"]
        several = one and not joined and not told.classes & _MANY and singular_noun(words, lower)
        several = several and told.of is None and told.last - told.first == 2
    return (phrase.first, told.last, told.head) if several else None


def _relative(
    facts: Facts, clause: Clause, phrase: Phrase, number: str, lists: _Lists, words: Words
) -> tuple[int, int, int] | None:
    """“The talks, which was to end”: what the clause speaks of opens the sentence, so that it can be nothing else."""
    language, tokens = facts.language, facts.tokens
    sentence = facts.sentences[phrase.sentence]
    before = phrase.first - 1
    if before > sentence.first and tokens.lowers[before] in lists.pauses:
        before -= 1
    index = language.phrase_at(before)
    if index is None:
        return None
    told = language.phrases[index]
    lower = tokens.lowers[told.head]
    if told.first != sentence.first or told.last != before + 1 or told.conjoined or told.proper or told.pronoun:
        return None
    if lower in lists.collective or not lower.isalpha() or told.determiner is None:
        return None
    if number == _SINGULAR:
        odds = plural_noun(words, lower) and not told.classes & _SUMS and told.number is None
    else:
        odds = singular_noun(words, lower) and not told.classes & _MANY
    return (told.first, clause.first + 1, told.head) if odds else None
