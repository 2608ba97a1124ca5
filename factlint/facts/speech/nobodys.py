"""Nobody's words: a verdict in quotation marks of which the passive hides who gave it: “has been called “…””."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quote

_FEWEST = 5  # words of a verdict that is no mere nickname
_MOUTHS = frozenset({"person", "document"})


def find_nobodys_words(facts: Facts) -> Iterator[Credit]:
    """Each quoted verdict behind a passive verb of naming that says not by whom, and whose words nobody else has."""
    naming, clauses = facts.lexicon.words("verbs-of-verdicts"), facts.language.clauses
    for quote in facts.quotes:
        if quote.cue is None or quote.kind != "partial" or quote.words < _FEWEST or quote.cue.lemma not in naming:
            continue
        at = facts.tokens.at(quote.cue.start)
        number = bisect_left(clauses, at, key=lambda clause: clause.verb)
        clause = clauses[number] if number < len(clauses) else None
        if clause is None or clause.verb != at or clause.voice != "passive" or clause.in_quote:
            continue
        if (
            _is_done_by_somebody(facts, at)
            or _names_somebody(facts, quote)
            or _is_title(facts, quote)
            or _stands_elsewhere(facts, quote)
        ):
            continue
        yield Credit(clause.start, quote.end, "nobody", None, None)


def _is_done_by_somebody(facts: Facts, verb: int) -> bool:
    """Whether somebody's name stands right before a verb without an auxiliary: “the director, Ann Roe, called it …”."""
    before = verb - 1 - (facts.tokens.texts[verb - 1] == ",")
    return any(mention.end == facts.tokens.ends[before] for mention in facts.mentions)


def find_papers_of_nobody(facts: Facts) -> Iterator[Credit]:
    """Each quotation out of “a statement” of which neither its sentence nor those before tell whose it is."""
    language = facts.language
    papers, articles = facts.lexicon.words("papers-that-are-read-out"), facts.lexicon.words("indefinite-articles")
    for quote in facts.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.kind != "described" or quote.cue is None or quote.kind != "direct":
            continue
        number = language.phrase_at(facts.tokens.at(speaker.end - 1))
        paper = language.phrases[number] if number is not None else None
        if paper is None or paper.lemma not in papers or paper.determiner not in articles or paper.modifiers:
            continue
        said = facts.tokens.at(quote.cue.start)
        if paper.of is None and said == paper.last and not _has_an_author(facts, paper.start):
            yield Credit(paper.start, quote.cue.end, "nobody", None, None)


def _has_an_author(facts: Facts, start: int) -> bool:
    """Whether a body or a family stands in the paragraph of a paper or in the one before it."""
    here = facts.paragraph_at(start)
    above = facts.paragraphs[here.number - 1].start if here.number else here.start
    bodies = facts.lexicon.words("collective-sources")
    if any(above <= body.start < start for body in facts.organizations):
        return True
    phrases = begun_between(facts.language.phrases, above, start)
    return any(phrase.lemma in bodies or "group" in phrase.classes for phrase in phrases)


def find_fragments_of_nobody(facts: Facts) -> Iterator[Credit]:
    """The first quoted fragment of each block with nobody who could have said it there or in those beside it."""
    told = -1
    for quote in facts.quotes:
        if quote.paragraph == told:
            continue
        if quote.cue is not None or quote.kind != "partial" or quote.words < _FEWEST or quote.block != "paragraph":
            continue
        opening = facts.tokens.texts[facts.tokens.at(quote.start) + 1][:1]
        if not quote.closed or not opening.islower() or _names_somebody(facts, quote) or _is_title(facts, quote):
            continue
        above = facts.paragraphs[max(0, quote.paragraph - 1)].start
        below = facts.paragraphs[min(len(facts.paragraphs) - 1, quote.paragraph + 1)].end
        if not _has_a_mouth(facts, above, below) and not _stands_elsewhere(facts, quote):
            told = quote.paragraph
            yield Credit(quote.start, quote.end, "nobody", None, None)


def _has_a_mouth(facts: Facts, start: int, end: int) -> bool:
    """Whether a stretch holds anybody, a body, a paper or a verb of saying to lay quoted words to."""
    starts = [mention.start for mention in facts.mentions] + [body.start for body in facts.organizations]
    if any(start <= at < end for at in starts):
        return True
    phrases = begun_between(facts.language.phrases, start, end)
    if any(not p.plural and not _MOUTHS.isdisjoint(p.classes) and not facts.in_quotation(p.start) for p in phrases):
        return True
    return any(
        "saying" in clause.classes and not clause.in_quote
        for clause in begun_between(facts.language.clauses, start, end)
    )


def _names_somebody(facts: Facts, quote: Quote) -> bool:
    """Whether the sentence says by whom, in what, or names anybody besides what is spoken of."""
    sentence = facts.sentence_at(quote.start)
    end = max(sentence.last, facts.tokens.span(quote.start, quote.end)[1])
    row = [facts.tokens.lowers[at] for at in range(sentence.first, end) if not facts.is_quoted(at)]
    return not facts.lexicon.words("words-that-tell-by-whom").isdisjoint(row)


def _is_title(facts: Facts, quote: Quote) -> bool:
    """Whether the words are capitalised as a title's or a nickname's are."""
    first, last = facts.tokens.span(quote.start, quote.end)
    words = [text for text in facts.tokens.texts[first + 1 : last - 1] if text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return capitals > len(words) // 2


def _stands_elsewhere(facts: Facts, quote: Quote) -> bool:
    """Whether another quotation of the article has the same words, so that the reader knows whose they are."""
    first, last = facts.tokens.span(quote.start, quote.end)
    words = [word for word in facts.tokens.lowers[first:last] if word[0].isalnum()]
    text = " ".join(words)
    for other in facts.quotes:
        if other is not quote:
            one, two = facts.tokens.span(other.start, other.end)
            if text in " ".join(word for word in facts.tokens.lowers[one:two] if word[0].isalnum()):
                return True
    return False
