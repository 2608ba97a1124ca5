"""Blamed: what a headline has to blame, and nothing in the text is: “Ice blamed” over a lorry whose tyre burst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_SOMEBODY = frozenset({"person"})
#: What cannot be told without a noun; hunger, neglect and error can.
THINGS = frozenset({"artefact", "object", "substance", "animal", "plant", "food", "phenomenon", "body"})
_SETTLED = frozenset({"done", "reported"})
_LONG = 6  # letters of a word whose other forms may lack its last two
_SHORT = 3  # letters of a word whose other forms may lack its last letter, and of another that keeps as many: ice, icy


def find_blamed(story: Story) -> Iterator[Contrast]:
    """Every thing that a line tells to be blamed, which the text does not name in any form, nor a kind of it."""
    blaming = story.facts.lexicon.words("blame-words")
    for line in story.display:
        if story.asks(line) or line.all_capitals or line.title_case:
            continue
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
            if clause.negated or (phrase := culprit_of(story, clause, blaming)) is None:
                continue
            if phrase.proper or phrase.pronoun is not None or phrase.classes & _SOMEBODY:
                continue
            if not phrase.classes & THINGS or _is_told(story, phrase):
                continue
            told = story.sentences[0]
            yield Contrast(
                phrase.start, phrase.end, "blame", "headline", story.words(phrase.first, phrase.last),
                story.words(told.first, told.last), "middling", False, Stretch(told.start, told.end),
            )  # fmt: skip


def culprit_of(story: Story, clause: Clause, blaming: frozenset[str]) -> Phrase | None:
    """What a clause blames: “rope blamed for delay”, “delay blamed on rope”, “rope causes delay”."""
    lexicon, lowers = story.facts.lexicon, story.tokens.lowers
    if clause.lemma in blaming and _is_passive(clause):
        on = (index for token, index in clause.obliques if lowers[token] in lexicon.words("on-words"))
        return story.phrase(next(on, clause.subject))
    causes = clause.lemma in lexicon.words("verbs-of-causing") and clause.standing in _SETTLED
    return story.phrase(clause.subject) if causes and clause.object is not None and clause.voice == "active" else None


def _is_passive(clause: Clause) -> bool:
    """Whether a line has its subject blamed: “was blamed”, “blamed for”, “blamed as”."""
    return clause.voice == "passive" or (clause.last - clause.first == 1 and clause.object is None)


def _is_told(story: Story, phrase: Phrase) -> bool:
    """Whether the text has any noun of a phrase, a word of one root with it, or one of its kind."""
    tags, lowers, lemmas = story.language.tags, story.tokens.lowers, story.language.lemmas
    measures = story.facts.lexicon.table("measures-of-adjectives")
    measured = {measures[word] for word in story.text.lowers if word in measures}  # “too hot” tells of heat
    for at in range(phrase.first, phrase.last):
        if tags[at] not in ("NOUN", "PROPN", "ADJ") or not lowers[at][0].isalpha():
            continue
        root = lemmas[at][: max(_SHORT - (len(lemmas[at]) <= _SHORT), len(lemmas[at]) - 1 - (len(lemmas[at]) > _LONG))]
        if (
            lemmas[at] in measured
            or story.has_kin(lemmas[at])
            or any(word.startswith(root) for word in story.text.lowers)
        ):
            return True
    return False
