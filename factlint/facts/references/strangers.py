"""Strangers: a single unknown name that says or plans something, where nobody and nothing of it has been told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.people.namelists import name_lists
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Clause

_MINDED = frozenset({"saying", "thinking", "feeling"})
_OWN = frozenset({"body", "feeling"})  # what nobody but a person has
_SHORTEST = 4  # letters
_REACH = 2  # sentences behind the name in which a “he” or “she” may take it up
_BLOCKS = frozenset({"paragraph", "list-item"})


class Stranger(NamedTuple):
    """The token of such a name, and whether a “he” or “she” takes it up, or it is known for a family name."""

    at: int
    taken_up: bool


def find_strangers(facts: Facts) -> Iterator[Stranger]:
    """Every name that stands alone wherever the article has it, is nobody's and no known place's or body's.

    It is the subject of a verb, at the head of its sentence or of what somebody says, thinks or feels, and stands so at
    its first place. An excerpt, without a headline, introduces nobody.
    """
    if not facts.headlines:
        return
    tokens, language = facts.tokens, facts.language
    lists = name_lists(facts.lexicon)
    known = [lists.common, lists.places, lists.peoples, lists.bodies, lists.given]
    known += [facts.lexicon.words("known-people"), facts.lexicon.words("calendar-words")]
    families = facts.lexicon.words("surnames")
    endings, heads = tuple(facts.lexicon.words("plural-people-endings")), facts.lexicon.table("version-heads")
    people = {at for _, somebody in facts.cast for run, _ in somebody.named for at in range(run.lead, run.last)}
    seen: set[str] = set()
    for at, leads in sorted(_places(facts)):
        word = tokens.lowers[at]
        if word in seen or at in people or not _is_name(facts, at) or any(word in entries for entries in known):
            continue
        if word.endswith(endings) or word in heads or language.words.tags(word).strip("P"):
            continue
        family = word in families or (leads and word.endswith(lists.endings))
        if not (leads or family):
            continue
        seen.add(word)
        if tokens.index[word][0] == at and _always_alone(facts, word):
            yield Stranger(at, family or _taken_up(facts, at))


def _places(facts: Facts) -> Iterator[tuple[int, bool]]:
    """The tokens where somebody who is known stands, and whether it leads a clause: “Roe's plan”, “told Roe that …”."""
    language = facts.language
    for clause in language.clauses:
        if not _told(clause):
            continue
        subject = None if clause.subject is None else language.phrases[clause.subject]
        if subject is not None:
            # “Roe then climbed …”: a word of time may stand between.
            then = subject.last == clause.first - 1 and language.tags[subject.last] == "ADV"
            at = subject.last - 1
            led = then or subject.last == clause.first
            if led and (at in facts.sentence_firsts or clause.classes & _MINDED):
                yield at, True
        told = language.phrase_at(clause.last) if clause.classes & _MINDED else None
        spoken = None if clause.subject is None else language.phrases[clause.subject].first
        if told is not None and spoken is not None and spoken < clause.first:  # not “said Roe's clerk”
            yield language.phrases[told].last - 1, False
        together = facts.lexicon.words("opposing-prepositions")
        for preposition, number in clause.obliques:
            if facts.tokens.lowers[preposition] in together:
                yield language.phrases[number].last - 1, False
    kin = facts.lexicon.words("relations")
    for phrase in language.phrases:
        own = phrase.lemma in kin or _OWN & phrase.classes
        if phrase.owner is not None and own and not facts.in_quotation(phrase.start):
            yield language.phrases[phrase.owner].head, False


def _told(clause: Clause) -> bool:
    """Whether a clause tells what somebody does, in the paper's own words."""
    return not clause.in_quote and clause.kind in ("main", "subordinate") and clause.voice == "active"


def _is_name(facts: Facts, at: int) -> bool:
    """Whether a token is a capitalised word that is a phrase by itself, in the article's own prose."""
    text, phrase = facts.tokens.texts[at], facts.language.phrase_at(at)
    if phrase is None or len(text) < _SHORTEST or not text[0].isupper() or not (text.isalpha() and text[1:].islower()):
        return False
    whole = facts.language.phrases[phrase]
    return (
        whole.last - whole.first == 1
        and not whole.conjoined
        and whole.apposition_of is None
        and (at in facts.sentence_firsts or facts.language.tags[at - 1] not in ("NOUN", "ADJ", "PROPN", "NUM"))
        and facts.paragraph_at(facts.tokens.starts[at]).kind in _BLOCKS
    )


def _always_alone(facts: Facts, word: str) -> bool:
    """Whether no capitalised word, article or preposition of place stands beside a word anywhere."""
    tokens = facts.tokens
    beside = facts.lexicon.union("articles", "prepositions-of-place")
    for at in tokens.index[word]:
        before = tokens.texts[at - 1] if at and at not in facts.sentence_firsts else ""
        after = tokens.texts[at + 1] if at + 1 < len(tokens) else ""
        if before.lower() in beside or before[:1].isupper() or after[:1].isupper() or after in (",", "("):
            return False
    return True


def _taken_up(facts: Facts, at: int) -> bool:
    """Whether a “he” or “she” soon behind a name has no other name between."""
    tokens = facts.tokens
    sentence = facts.sentence_of(at)
    last = facts.sentences[min(sentence.number + _REACH, len(facts.sentences) - 1)].end
    pronoun = next(
        (
            one
            for one in facts.pronouns
            if tokens.starts[at] < one.start < last and one.lemma in GENDER_OF_LEMMA and not one.in_quote
        ),
        None,
    )
    if pronoun is None or pronoun.case != "subject":
        return False
    fitting = (GENDER_OF_LEMMA[pronoun.lemma], "unknown")
    between = (m for m in facts.mentions if tokens.starts[at] < m.start < pronoun.start)
    return not any(mention.person.gender in fitting for mention in between)
