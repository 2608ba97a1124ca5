"""Effects: what food, a habit or a remedy is said to do to health, in the paper's own voice.

“A cup of thyme tea a day halves the risk of a chest infection”: such a sentence stands on research, and health desks
ask whose (AP Stylebook, on health and science).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause

_CAUSES = frozenset({"food", "plant", "act", "substance", "artefact", "time", "quantity"})


def find_effects(facts: Facts, answers: Answers) -> list[Claim]:
    """Every effect on health that is told as always so, credited to nobody and with no research near, in order."""
    language, words = facts.language, facts.lexicon.words
    if words("risk-nouns").isdisjoint(facts.tokens.index) and words("healing-forms").isdisjoint(facts.tokens.index):
        return []
    found = []
    for clause in language.clauses:
        if not _is_always_so(clause) or not _heals(facts, clause):
            continue
        sentence = facts.sentences[clause.sentence]
        if not answers.is_prose(sentence) or answers.told_in(sentence.start, sentence.end):
            continue
        if _is_thought(facts, clause) or _is_researched(facts, sentence):
            continue
        last = language.phrases[clause.object].last if clause.object is not None else clause.last
        start, end = facts.tokens.starts[clause.first], facts.tokens.ends[last - 1]
        verb = facts.tokens.texts[clause.verb]
        found.append(Claim(start, end, "effect", None, None, verb, None, False, None, 0, sentence.paragraph))
    return found


def _is_thought(facts: Facts, clause: Clause) -> bool:
    """Whether the sentence says that somebody thinks so, or that it only may be so."""
    judging = facts.lexicon.words("judging-verbs")
    return any(
        other.standing == "possible" or "thinking" in other.classes or other.lemma in judging
        for other in facts.language.clauses
        if other.sentence == clause.sentence and other.verb < clause.verb
    )


def _is_researched(facts: Facts, sentence: Sentence) -> bool:
    """Whether research or those who do it are told of in the paragraph or in the one before it."""
    first = facts.paragraphs[max(0, sentence.paragraph - 1)].first
    last = facts.paragraphs[sentence.paragraph].last
    researched = facts.lexicon.union("research-words", "research-doers")
    return not researched.isdisjoint(facts.tokens.lowers[first:last])


def _is_always_so(clause: Clause) -> bool:
    """Whether a clause tells in the present tense, outright, what something does."""
    if clause.in_quote or clause.negated or clause.voice != "active" or clause.tense != "present":
        return False
    return clause.kind == "main" and clause.standing == "done" and clause.object is not None


def _heals(facts: Facts, clause: Clause) -> bool:
    """Whether any such thing changes a risk, or heals an illness: “thyme tea halves the risk of”, “garlic cures”."""
    language, words = facts.language, facts.lexicon.words
    if clause.subject is None or clause.object is None:
        return False
    subject, object_ = language.phrases[clause.subject], language.phrases[clause.object]
    if subject.proper or subject.pronoun or subject.determiner in words("definite-words") or subject.owner is not None:
        return False
    if not _CAUSES & subject.classes:
        return False
    if clause.lemma in words("risk-verbs") and object_.lemma in words("risk-nouns"):
        return object_.of is not None and object_.determiner not in words("reader-words")
    return clause.lemma in words("healing-verbs") and object_.lemma in words("illnesses")
