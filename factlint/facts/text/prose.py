"""Prose: what asking for lapses of grammar needs of an article: its own sentences, word forms and triggers."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.facts.model import Lapse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quote
    from factlint.language.layout import Sentence
    from factlint.language.words import Words

#: The blocks that hold whole sentences.
KINDS = frozenset({"paragraph", "caption", "list-item", "standfirst"})


def own_sentence(facts: Facts, at: int) -> Sentence | None:
    """The sentence of a token where it is the article's own prose and no quotation."""
    if facts.quoted[at]:
        return None
    sentence = facts.sentence_of(at)
    return sentence if sentence.kind in KINDS and sentence.first <= at < sentence.last else None


def heard_sentence(facts: Facts, at: int) -> Sentence | None:
    """The sentence of a token where the article's writer spelt it: its own prose, or words that somebody spoke."""
    if facts.quoted[at] and not _spoken(facts, at):
        return None
    sentence = facts.sentence_of(at)
    return sentence if sentence.kind in KINDS and sentence.first <= at < sentence.last else None


def _spoken(facts: Facts, at: int) -> bool:
    """Whether a quoted token belongs to a whole utterance that is credited with a verb of speech."""
    place, quotes = facts.tokens.starts[at], facts.quotes
    number = bisect_right(quotes, place, key=_start) - 1
    if number < 0 or place >= quotes[number].end or quotes[number].kind != "direct":
        return False
    cue = quotes[number].cue
    return cue is not None and cue.lemma not in facts.lexicon.words("writing-verbs")


def _start(quote: Quote) -> int:
    return quote.start


def beside(facts: Facts, at: int) -> bool:
    """Whether a token and the next have one space between them, so that the writer put them side by side."""
    tokens = facts.tokens
    return tokens.text[tokens.ends[at] : tokens.starts[at + 1]] == " "


def asking(facts: Facts, checks: Mapping[str, str]) -> Iterator[tuple[int, str, Sentence]]:
    """The tokens of the article's own prose whose word or lemma asks for a check: the token, the check, its sentence.

    Two more tokens of the sentence follow each.
    """
    lowers, lemmas = facts.tokens.lowers, facts.language.lemmas
    for at in facts.language.places_of(checks):
        if at >= len(lowers) - 3:
            break
        check = checks.get(lowers[at]) or checks.get(lemmas[at])
        if check is None or (sentence := own_sentence(facts, at)) is None or at + 2 >= sentence.last:
            continue
        if beside(facts, at):
            yield at, check, sentence


def lapse(facts: Facts, first: int, last: int, sort: str, words: tuple[str, str]) -> Lapse:
    """The lapse of the tokens from `first` to before `last`."""
    tokens = facts.tokens
    start = tokens.starts[first]
    return Lapse(start, tokens.ends[last - 1], sort, *words, facts.sentence_at(start).kind)


def only_base(words: Words, lower: str) -> bool:
    """Whether a word is a verb in its dictionary form and can be nothing else: announce."""
    reading = words.reading(lower)
    return reading.known and not reading.inflections and reading.parts.upper() == "V"


def mostly_base(words: Words, lower: str) -> bool:
    """Whether a word is a verb in its dictionary form before it is a noun: reject, hire."""
    reading = words.reading(lower)
    return reading.known and not reading.inflections and reading.parts.upper() in ("V", "VN")


def only_past(words: Words, lower: str) -> bool:
    """Whether a word is the past of a verb, no participle, and nothing else: wrote, began."""
    reading = words.reading(lower)
    return reading.known and not reading.parts and {kind for kind, _ in reading.inflections} == {"Vd"}


def only_bent(words: Words, lower: str) -> bool:
    """Whether a word is some form of a verb but the dictionary's, and no noun or adjective by itself: comes, closed."""
    reading = words.reading(lower)
    forms = words.verb_forms(lower)
    return reading.known and bool(forms) and "b" not in forms and not set(reading.parts.upper()) & set("NAD")
