"""Marks in and on names and years: the apostrophe of a decade, the stops of initials, the accents of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice
from factlint.tokens import unaccented

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_DECADE = re.compile(r"\b(?:1[5-9]|20)\d0(?P<mark>['’]?)s\b")
_INITIALS = re.compile(r"(?P<letters>[A-Z](?<![\w.][A-Z])(?:\. ?[A-Z]\.| ?[A-Z])) (?=[^\W\d_a-z][^\W\d_])")


def mark_choices(facts: Facts) -> Iterator[Choice]:
    """Every decade in figures, every pair of initials before a surname, and every name that has accents somewhere."""
    text = facts.article.text
    yield from _worded_decades(facts)
    for match in _DECADE.finditer(text):
        form = "the 1980’s" if match["mark"] else "the 1980s"
        yield Choice(match.start(), match.end(), "decades", form, "decade")
    yield from _initials(facts)
    yield from _accents(facts)


def _worded_decades(facts: Facts) -> Iterator[Choice]:
    """ "The Thirties" and "the seventies", by themselves behind an article: no “swinging sixties”."""
    tokens, articles = facts.tokens, facts.lexicon.words("definite-articles")
    others = facts.lexicon.words("counted-in-tens")
    for moment in facts.moments:
        sentence = facts.sentence_at(moment.start)
        if not others.isdisjoint(facts.language.lemmas[sentence.first : sentence.last]):
            continue  # “temperatures in the thirties”
        alone = moment.kind == "decade" and moment.last - moment.first == 1 and moment.first > 0
        if alone and tokens.lowers[moment.first].isalpha() and tokens.lowers[moment.first - 1] in articles:
            yield Choice(moment.start, moment.end, "decades", "the eighties", "decade")


def _initials(facts: Facts) -> Iterator[Choice]:
    """“J. R. Holm” and “JR Holm”, of people alone: two bare capitals may be a body's."""
    starts = {mention.start for mention in facts.mentions}
    for match in _INITIALS.finditer(facts.article.text):
        letters = match["letters"]
        named = starts & {match.start(), match.end()} or _has_role(facts, match.start())
        if "." not in letters and not named:
            continue
        form = "J. R." if ". " in letters else "J.R." if "." in letters else "JR"
        yield Choice(match.start(), match.end("letters"), "initials", form, "initials")


def _has_role(facts: Facts, start: int) -> bool:
    """ "Its chairman, PG Stead": whether a noun for somebody stands right before initials, a comma between or none."""
    tokens = facts.tokens
    at = tokens.at(start) - 1
    at -= at > 0 and tokens.lowers[at] == ","
    number = facts.language.phrase_at(at) if at >= 0 else None
    phrase = None if number is None else facts.language.phrases[number]
    return phrase is not None and phrase.head == at and "person" in phrase.classes and not phrase.plural


def _accents(facts: Facts) -> Iterator[Choice]:
    """A name with other accents than elsewhere; bare of them it is another, unless the word before is the same."""
    tokens = facts.tokens
    marked = [at for at in tokens.capitals if not tokens.texts[at].isascii()]
    if not marked:
        return
    groups: dict[str, list[int]] = {}
    for at in marked:
        groups.setdefault(unaccented(tokens.lowers[at]), []).append(at)
    for bare, places in groups.items():
        before = {tokens.lowers[at - 1] for at in places if at} - {"the", "a", "of", "in"}
        plain = [at for at in tokens.index.get(bare, ()) if tokens.texts[at][0].isupper() and at]
        plain = [at for at in plain if tokens.lowers[at - 1] in before and tokens.lowers[at - 1].isalpha()]
        for at in (*places, *plain):
            yield Choice(tokens.starts[at], tokens.ends[at], f"the accents of {bare}", tokens.lowers[at], "accent")
