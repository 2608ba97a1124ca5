"""Superlatives: the largest, the worst, the first ever, and how far they are said to reach."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.unrivalled import find_unrivalled
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Phrase

_SCOPE = 10  # words between a superlative and what it is measured against
_HEDGE = 6
_MEASURES = frozenset({"quantity", "money", "relation", "time"})
_OF_ALL = frozenset({"group", "place", "time"})


def find_superlatives(facts: Facts, answers: Answers) -> list[Claim]:
    """Every superlative that claims the whole world, or all of history, outside quotations."""
    tokens, hedges = facts.tokens, facts.lexicon.words("superlative-hedges")
    boasts = facts.lexicon.phrases("boast-scopes")
    boasting = {end: start for start, end in tokens.phrases(boasts)}
    nobody = dict(tokens.phrases(facts.lexicon.phrases("boast-openers")))
    praised = {**dict(_praised(facts)), **dict(find_unrivalled(facts))}
    nobody.update(praised)
    found = []
    for first, last in sorted({**dict(_reaching(facts)), **nobody}.items()):
        start = tokens.starts[first]
        sentence = facts.sentence_at(start)
        if not answers.is_prose(sentence) or facts.in_quotation(start) or last > sentence.last:
            continue
        around = tokens.lowers[max(sentence.first, first - _HEDGE) : min(sentence.last, last)]
        if not hedges.isdisjoint(around):
            continue
        boast = last in boasting or first in nobody
        named = "sentence" if answers.in_sentence(sentence, first, last) else None
        if boast and not facts.lexicon.words("boast-credits").isdisjoint(tokens.lowers[sentence.first : sentence.last]):
            named = "sentence"
        if named is None and answers.chosen_by(sentence, last):
            named = "sentence"
        block = facts.paragraphs[sentence.paragraph]
        if first in praised and answers.told_in(block.start, block.end):
            continue  # the critic goes on, or the family
        named = named or (None if boast else answers.around(sentence))
        kind, head = ("boast" if boast else "superlative"), tokens.lowers[first]
        end = tokens.ends[last - 1]
        found.append(Claim(start, end, kind, None, head, None, named, False, None, 0, sentence.paragraph))
    return found


def _praised(facts: Facts) -> Iterator[tuple[int, int]]:
    """Superlatives of praise with a place or an owner to be the best of: “the loveliest theatre in Europe”.

    What nobody can measure is praise wherever it reaches; “the finest headmistress the state has had” too.
    """
    language, words, lowers = facts.language, facts.lexicon.words, facts.tokens.lowers
    none = words("none-determiners")
    for phrase in language.phrases:
        if phrase.determiner in none and "person" in phrase.classes and _outdone(facts, phrase):
            yield phrase.first, phrase.last
            continue
        if phrase.determiner not in words("definite-articles") or phrase.proper:
            continue
        if phrase.plural and phrase.role != "object":
            continue  # “serves the finest crab in the Caribbean”, and not “one of the finest halls in Europe”
        at = phrase.first + 1
        alone = at == phrase.head and phrase.role == "attribute"  # “its loaf is the tastiest in Europe”
        if (at >= phrase.head and not alone) or lowers[at - 1] != phrase.determiner:
            continue
        adverb = lowers[at] in words("superlative-adverbs")
        praise = words("praising-adjectives" if adverb else "praising-superlatives")
        if praise.isdisjoint(lowers[at + adverb : at + adverb + 1]):
            continue
        last = 0 if _is_counted(facts, phrase, at) else _scope(facts, phrase)
        if last:
            yield at, last


def _is_counted(facts: Facts, phrase: Phrase, superlative: int) -> bool:
    """Whether a superlative only measures: “the best price of the day”, “the best part of a decade”."""
    lowers = facts.tokens.lowers
    measured = not phrase.classes.isdisjoint(_MEASURES) or phrase.lemma in facts.lexicon.words("measured-nouns")
    return measured and lowers[superlative] in facts.lexicon.words("measuring-superlatives")


def _outdone(facts: Facts, phrase: Phrase) -> bool:
    """Whether nobody in a place is said to do it “as he did”, or better: “understood spruce as he did”."""
    lowers, sentence = facts.tokens.lowers, facts.sentences[phrase.sentence]
    if not _scope(facts, phrase):
        return False
    comparing, who = facts.lexicon.words("outdoing-words"), facts.lexicon.words("subject-pronouns")
    behind = lowers[phrase.last : sentence.last]
    return any(one in comparing and two in who for one, two in pairwise(behind))


def _scope(facts: Facts, phrase: Phrase) -> int:
    """One past what a thing is the best of: “in Europe”, “of its century”, “the state has had”; 0 for nothing."""
    language, words, lowers = facts.language, facts.lexicon.words, facts.tokens.lowers
    at = phrase.last
    if at + 1 >= len(lowers):
        return 0
    number = language.phrase_at(at + 1 if lowers[at] in words("scope-prepositions") else at)
    if number is None:
        return 0
    behind = language.phrases[number]
    if lowers[at] in words("scope-prepositions"):
        wide = behind.proper or behind.lemma in words("scope-nouns")
        return behind.last if wide and behind.first == at + 1 else 0
    if behind.first != at or behind.role != "subject" or behind.clause is None:
        return 0
    clause = language.clauses[behind.clause]
    return clause.last if clause.lemma in words("having-seen-verbs") and _OF_ALL & behind.classes else 0


def _reaching(facts: Facts) -> Iterator[tuple[int, int]]:
    """Token ranges of superlatives with their reach: “largest bridge in the world”, “world's largest”, “first-ever”."""
    tokens, lowers, words = facts.tokens, facts.tokens.lowers, facts.lexicon.words
    scopes = dict(tokens.phrases(facts.lexicon.phrases("superlative-scopes")))
    openers, owners = words("superlative-openers"), words("superlative-owners")
    reached = 0
    superlatives = words("superlatives")
    compounds = {word for word in tokens.hyphened if word.partition("-")[0] in superlatives}
    adverbs = words("superlative-adverbs")
    for at in tokens.positions(facts.lexicon.union("superlatives", "first-words") | compounds | adverbs):
        if at < reached or (lowers[at] in adverbs and facts.language.tags[at + 1 : at + 2] != ["ADJ"]):
            continue
        last = 0
        owned = at > 1 and lowers[at - 1] == GENITIVE and lowers[at - 2] in owners
        if owned or lowers[at] in words("first-words"):
            last = at + 1
        elif at and lowers[at - 1] in openers:
            behind = (scopes[scope] for scope in range(at + 1, min(at + _SCOPE, len(lowers))) if scope in scopes)
            last = next(behind, 0)
        if last:
            reached = last
            yield at, last
