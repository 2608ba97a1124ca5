"""Wordings: a quotation in the headline that says no where the speaker says yes, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import inside
from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.model import Quotation
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_TELLING = frozenset({"NOUN", "ADJ", "VERB", "ADV", "PROPN"})  # the words that tell what something is
_SHORTEST = 4  # words by which a quotation is known again
_ALIKE = 0.8  # share of its words that the text's quotation has in the same order
_BESIDE = 2  # words before the first that is the same, within which a denial belongs to them


def find_wordings(story: Story) -> Iterator[Contrast]:
    """Every quotation of a headline that is one of the text's but for a denial."""
    quotations = [one for one in story.facts.quotations if one.paragraph in story.text.numbers and one.depth == 0]
    source = story.facts.article.source
    for line in story.display:
        for stated in inside(story.facts.quotations, line.paragraph):
            told = [(one, found) for one in quotations if (found := _denials(story, stated, one)) is not None]
            if any(same for _, same in told):
                continue
            denied = _denied_of(story, stated, line.paragraph.first)
            other = told[0][0] if told else next((one for one in quotations if denied and _holds(one, denied)), None)
            if other is None:
                continue
            yield Contrast(
                stated.start, stated.end, "wording", "headline", source[stated.start : stated.end],
                source[other.start : other.end], "strong", False, Stretch(other.start, other.end),
            )  # fmt: skip


def _denied_of(story: Story, stated: Quotation, opening: int) -> Clause | None:
    """The clause in which a speaker denies what a headline has him say of its subject: “phones ‘are the enemy’”.

    It is denied of the same thing, or of “it” and “the plan” where he has no other word for what the headline names;
    and nowhere said.
    """
    language, lemmas = story.language, story.language.lemmas
    telling = [at for at in range(stated.first, stated.last) if language.tags[at] in _TELLING]
    texts = language.tokens.texts
    before = next((at for at in range(stated.first - 1, opening - 1, -1) if texts[at][0].isalnum()), None)
    number = None if before is None else language.phrase_at(before)
    be = next((at for at in range(stated.first, stated.last) if texts[at][0].isalpha()), stated.first)
    if number is None or not telling or language.tags[be] != "AUX":
        return None
    if any(_denies(story, word) for word in language.tokens.lowers[stated.first : stated.last]):
        return None
    words, subject = {lemmas[at] for at in telling}, language.phrases[number]
    same = [one for one in language.clauses if _is_said_so(story, one, words)]
    denials = [one for one in same if one.negated and one.in_quote and _is_of(story, subject, one)]
    return denials[0] if denials and all(one.negated for one in same) else None


def _is_said_so(story: Story, clause: Clause, words: set[str]) -> bool:
    """Whether a clause of the text says some words of its subject, or denies them."""
    language = story.language
    if language.tags[clause.verb] != "AUX" or clause.sentence not in story.numbers or clause.subject is None:
        return False
    told = language.phrases[clause.attribute] if clause.attribute is not None else None
    places = range(told.first, told.last) if told is not None else range(0)
    own = {language.lemmas[at] for at in places if language.tags[at] in _TELLING}
    if clause.predicate is not None:
        own.add(language.lemmas[clause.predicate])
    return own == words


def _is_of(story: Story, subject: Phrase, clause: Clause) -> bool:
    """Whether a clause is told of a headline's subject, or of “the plan” with no other word for it in the sentence."""
    assert clause.subject is not None
    other, language = story.language.phrases[clause.subject], story.language
    if other.lemma == subject.lemma:
        return True
    definite = other.pronoun is not None or other.determiner in story.facts.lexicon.words("definite-articles")
    sentence = story.facts.sentences[clause.sentence]
    return definite and not other.proper and subject.lemma not in language.lemmas[sentence.first : sentence.last]


def _holds(quotation: Quotation, clause: Clause) -> bool:
    return quotation.first <= clause.verb < quotation.last


def _denials(story: Story, stated: Quotation, told: Quotation) -> bool | None:
    """Whether two quotations of the same words deny the same; None where the words are others."""
    words, others = _words(story, stated), _words(story, told)
    plain = [word for word in words if not _denies(story, word)]
    if len(plain) < _SHORTEST:
        return None
    places: list[int] = []
    for word in plain:
        after = places[-1] + 1 if places else 0
        if word in others[after:]:
            places.append(others.index(word, after))
    if len(places) < _ALIKE * len(plain) or places[-1] - places[0] > len(words) + _BESIDE:
        return None
    window = others[max(0, places[0] - _BESIDE) : places[-1] + 1]
    return any(_denies(story, word) for word in words) == any(_denies(story, word) for word in window)


def _words(story: Story, quotation: Quotation) -> Sequence[str]:
    return [word for word in story.tokens.lowers[quotation.first : quotation.last] if word[0].isalnum()]


def _denies(story: Story, word: str) -> bool:
    lexicon = story.facts.lexicon
    endings = tuple(lexicon.words("negative-endings"))
    return word in lexicon.words("negations") or word in lexicon.words("no-determiners") or word.endswith(endings)
