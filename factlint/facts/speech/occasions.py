"""Occasions: trials, inquests and meetings that by the article are still to open, and words told as said there.

“The inquest opens next Tuesday”, and “the coroner told the inquest”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.language.model import Clause, Phrase

_TOLD = ("main", "relative")
_APART = 12  # sentences from an announcement to the words


def find_occasions(facts: Facts) -> Iterator[Credit]:
    """Each announcement of an occasion, with the first clause that has somebody speak there."""
    occasions, language = facts.lexicon.words("occasions-for-words"), facts.language
    if occasions.isdisjoint(language.lemmas):
        return
    said = [clause for clause in language.clauses if _tells(facts, clause)]
    for clause in language.clauses if said else ():
        place = _opens(facts, clause)
        occasion = language.phrases[place] if place is not None else None
        for credit in said if occasion is not None else ():
            apart = credit.sentence - clause.sentence
            if occasion is not None and 0 < apart <= _APART and _is_at(facts, occasion, credit):
                start, end = min(occasion.start, clause.start), max(occasion.end, clause.end)
                yield Credit(start, end, "early", None, Stretch(credit.start, credit.end))
                return


def _tells(facts: Facts, clause: Clause) -> bool:
    """Whether a clause has somebody say or hear something, in the past and not in advance."""
    words = facts.lexicon.words
    # “The coroner, Ann Roe, told the inquest …”: behind an aside the verb may be read as a participle.
    told = clause.kind == "participle" and facts.tokens.lowers[clause.verb] in words("speech-verbs-with-objects")
    if clause.in_quote or clause.negated or not (told or (clause.tense == "past" and clause.kind in _TOLD)):
        return False
    sentence = facts.sentences[clause.sentence]
    advance = words("words-for-in-advance").isdisjoint(facts.tokens.lowers[sentence.first : sentence.last])
    return advance and ("saying" in clause.classes or clause.lemma in words("verbs-of-hearing-words"))


def _opens(facts: Facts, clause: Clause) -> int | None:
    """The occasion that a clause says is still to open, where it says so of the only one of its kind."""
    words, language = facts.lexicon.words, facts.language
    if clause.in_quote or clause.negated or clause.subject is None or clause.within is not None:
        return None
    if facts.sentences[clause.sentence].kind != "paragraph":
        return None
    subject = language.phrases[clause.subject]
    if subject.lemma not in words("occasions-for-words") or subject.plural:
        return None
    passive = clause.voice == "passive"
    verb = clause.lemma in words("opening-verbs") or (passive and clause.lemma in words("holding-verbs"))
    coming = clause.tense == "present" and not passive and _has_a_day(facts, clause)
    ahead = clause.tense == "future" or coming
    row = facts.tokens.lowers[facts.sentences[clause.sentence].first : facts.sentences[clause.sentence].last]
    again = not (words("words-for-once-more") | words("row-resumers")).isdisjoint(row)
    return clause.subject if verb and ahead and not again and clause.standing in ("done", "planned") else None


def _has_a_day(facts: Facts, clause: Clause) -> bool:
    """Whether a clause in the present names a day, and so speaks of what is to come: “opens on Tuesday”."""
    if clause.last - clause.first > 1:
        return False
    days = facts.lexicon.union("weekday-names", "words-for-to-come")
    return not days.isdisjoint(facts.tokens.lowers[clause.last : facts.sentences[clause.sentence].last])


def _is_at(facts: Facts, occasion: Phrase, credit: Clause) -> bool:
    """Whether a credit names the occasion as the one to which, or at which, the words were said: “told the inquest”."""
    language = facts.language
    if credit.lemma in facts.lexicon.words("verbs-of-hearing-words"):
        subject = language.phrases[credit.subject] if credit.subject is not None else None
        return subject is not None and subject.lemma == occasion.lemma and not subject.modifiers
    places = [number for _, number in credit.obliques]
    behind = language.phrase_at(credit.last) if credit.last < len(facts.tokens) else None
    for number in (*places, *(place for place in (credit.object, behind) if place is not None)):
        one = language.phrases[number]
        definite = one.determiner in facts.lexicon.words("definite-articles")
        if one.lemma == occasion.lemma and definite and not one.modifiers and one.sentence == credit.sentence:
            return True
    return False
