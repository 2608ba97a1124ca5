"""Effects: what food, a habit or a remedy is said to do to health, in the paper's own voice.

“A cup of thyme tea a day halves the risk of a chest infection”, “a daily dip boosts immunity”: such a sentence stands
on research, and health desks ask whose (AP Stylebook, on health and science).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers

_REACH = 7  # tokens from what is done to what is healed
_LONGEST = 14  # tokens of the subject
_AFTER_TO = frozenset({"AUX", "PART", "ADP"})
_BODY = frozenset({"body"})
_NAMED = frozenset({"PROPN", "PRON"})
_THINGS = frozenset({"NOUN", "VERB", "PROPN"})


def find_effects(facts: Facts, answers: Answers) -> list[Claim]:
    """Every effect on health that is told as always so, credited to nobody and with no research near, in order.

    The verb is looked up by its forms, whatever its tag: “turmeric shrinks tumours” looks like three nouns.
    """
    tokens, words = facts.tokens, facts.lexicon.words
    found: dict[int, Claim] = {}
    for at in tokens.positions(facts.lexicon.union("illnesses", "health-targets", "risk-nouns")):
        start = tokens.starts[at]
        sentence = facts.sentence_at(start)
        if sentence.number in found or not answers.is_prose(sentence) or facts.in_quotation(start):
            continue
        verb = _verb(facts, at, sentence)
        if verb < 0 or not _is_anything(facts, sentence.first, verb):
            continue
        if tokens.lowers[at] in words("risk-nouns") and not _of_health(facts, at, sentence):
            continue
        block = facts.paragraphs[sentence.paragraph]
        if answers.told_in(block.start, block.end) or answers.quoted_in(block.start, block.end):
            continue
        if not _is_researched(facts, sentence):
            first, end = tokens.starts[verb], tokens.ends[at]
            word = tokens.texts[verb]
            found[sentence.number] = Claim(
                first, end, "effect", None, None, word, None, False, None, 0, sentence.paragraph
            )
    return [found[number] for number in sorted(found)]


def _verb(facts: Facts, at: int, sentence: Sentence) -> int:
    """The verb in the present tense that does something to what stands at a token; -1 where there is none."""
    lowers, words, language = facts.tokens.lowers, facts.lexicon.words, facts.language
    doing = facts.lexicon.union("risk-verbs", "healing-verbs", "body-verbs")
    for verb in range(at - 1, max(sentence.first, at - _REACH), -1):
        lemma = language.words.lemma(lowers[verb], "VERB")
        if lemma not in doing or lowers[verb].endswith(tuple(words("present-participle-endings"))):
            continue
        if lowers[verb] != lemma and not lowers[verb].endswith(lemma[-1] + "s") and lowers[verb] != lemma + "es":
            return -1  # a past tense tells of one case
        likely = words("likely-words").isdisjoint(lowers[max(sentence.first, verb - 2) : verb])
        return -1 if likely and language.tags[verb - 1] in _AFTER_TO else verb
    return -1


def _is_anything(facts: Facts, first: int, verb: int) -> bool:
    """Whether the subject is any such thing and nothing that the article has told of, and nobody hedges."""
    language = facts.language
    if not 0 < verb - first <= _LONGEST:
        return False
    known = facts.lexicon.union("definite-words", "owner-words", "words-of-doubt", "event-conditions", "negations")
    for at in range(first, verb):
        if facts.tokens.lowers[at] in known or (language.tags[at] in _NAMED and at > first and not _relates(facts, at)):
            return False
    return any(language.tags[at] in _THINGS for at in range(first, verb))


def _relates(facts: Facts, at: int) -> bool:
    return facts.tokens.lowers[at] in facts.lexicon.union("relative-words", "relative-things", "reader-words")


def _of_health(facts: Facts, at: int, sentence: Sentence) -> bool:
    """Whether a risk is one of illness: “the risk of a sore throat”."""
    ill = facts.lexicon.union("illnesses", "health-targets")
    behind = range(at + 1, min(sentence.last, at + _REACH))
    if facts.tokens.lowers[at + 1] not in facts.lexicon.words("of-words"):
        return False
    words = facts.language.words
    return any(facts.tokens.lowers[to] in ill or _BODY & words.noun_classes(facts.language.lemmas[to]) for to in behind)


def _is_researched(facts: Facts, sentence: Sentence) -> bool:
    """Whether research or those who do it are told of in the paragraph or in the one before it."""
    first = facts.paragraphs[max(0, sentence.paragraph - 1)].first
    last = facts.paragraphs[sentence.paragraph].last
    researched = facts.lexicon.union("research-words", "research-doers", "finding-forms")
    return not researched.isdisjoint(facts.tokens.lowers[first:last])
