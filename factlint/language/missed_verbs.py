"""Missed verbs: nouns that the grammar of their sentence makes verbs.

“Veterans of the trade fear that …”, “no biologist doubts that …”, “…, fresh research shows.”,
“Ann Roe, who lives in …”.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.language.layout import Sentence
    from factlint.language.words import Words
    from factlint.tokens import Tokens

_NOUNS = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_OPENS = ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")
_BEHIND = ("ADP", "ADV", "DET", "NUM", "SYM", "PRON")
_HEADING = ("ADJ", "DET", "NOUN", "NUM", "PROPN")
_HOLDING = frozenset({"saying", "thinking", "feeling", "seeing"})
_NAME = 4  # tokens behind “each” in which its verb may stand
_SHORTEST = 5  # tokens of a sentence before its stop
_CREDIT = 7  # tokens from a comma to the end of the credit behind it


def mend(
    tokens: Tokens,
    tags: list[str],
    sentences: Iterable[Sentence],
    words: Words,
    that: frozenset[str],
    who: frozenset[str],
    which: frozenset[str],
    each: frozenset[str],
    costs: frozenset[str],
) -> None:
    """Gives such nouns the tag of a verb, in place.

    `that` are the words that open what is held, `who` and `which` those that open what is told of
    somebody and of something, `each` those before one of several, `costs` the forms of what is told of a price.
    """
    for at in tokens.positions(costs):
        if tags[at : at + 2] == ["NOUN", "SYM"] and at and tags[at - 1] in (*_NOUNS, "PRON", "ADV"):
            tags[at] = "VERB"  # “A loaf cost €2 and now costs €3”
    for at in tokens.positions(each):
        if at and tags[at + 1 : at + 2] == ["VERB"] and tags[at - 1] in ("AUX", "PRON", *_NOUNS):
            tags[at] = "ADV"  # “the 48 members each paid £25”
        verb = _of_one(tokens, tags, at + 1, words)
        if verb is not None:
            tags[verb - 1], tags[verb] = "NOUN", "VERB"
    for at in tokens.positions(who):
        if _told(tokens, tags, at + 1, words):
            tags[at + 1] = "VERB"
    for at in tokens.positions(which):
        aside = at > 0 and tokens.texts[at - 1] == "," and tags[at + 2 : at + 3] == ["ADP"]
        if aside and _told(tokens, tags, at + 1, words):  # “Deepavali, which falls in October”
            tags[at + 1] = "VERB"
    starts = set(tokens.positions(that))
    for sentence in sentences:
        last = sentence.last - 1
        _give_one(tokens, tags, sentence, words)
        if last - sentence.first < _CREDIT or tokens.texts[last] != ".":
            continue
        if _closes(tokens, tags, sentence.first, last - 1, words):
            tags[last - 1] = "VERB"
    if not starts:
        return
    for sentence in sentences:
        for at in range(sentence.first + 1, sentence.last - 1):
            if tags[at] in _VERBAL:
                break
            if at + 1 in starts and _governs(tokens, tags, sentence.first, at, words):
                tags[at] = "VERB"
                break


def _give_one(tokens: Tokens, tags: list[str], sentence: Sentence, words: Words) -> None:
    """Gives a sentence with a full stop and no verb the one noun that can be its verb: “The festival returns to …”."""
    first, last = sentence.first, sentence.last - 1
    if last - first < _SHORTEST or tokens.texts[last] != "." or any(tag in _VERBAL for tag in tags[first:last]):
        return
    able = []
    for at in range(first + 1, last - 1):
        if tags[at] == "NOUN" and tags[at - 1] in _NOUNS and tags[at + 1] in _BEHIND:
            forms, many = words.verb_forms(tokens.lowers[at]), words.is_plural(tokens.lowers[at - 1])
            if "d" in forms or ("s" in forms and not many) or ("b" in forms and many):
                able.append(at)
    if len(able) == 1 and all(tag in _HEADING for tag in tags[first : able[0]]):
        tags[able[0]] = "VERB"


def _of_one(tokens: Tokens, tags: list[str], at: int, words: Words) -> int | None:
    """The plural behind “each” that can only be a verb, as a number follows: “each borehole supplies some 600”."""
    for place in range(at + 1, min(at + _NAME, len(tags) - 1)):
        if tags[place - 1] not in ("ADJ", *_NOUNS) or words.is_plural(tokens.lowers[place - 1]):
            return None
        lower = tokens.lowers[place]
        if tags[place] == "NOUN" and words.is_plural(lower) and "s" in words.verb_forms(lower):
            return place if tags[place + 1] in ("DET", "NUM", "PRON") else None
    return None


def _told(tokens: Tokens, tags: list[str], at: int, words: Words) -> bool:
    """Whether a noun behind “who” is the verb of what is told of one person: “who lives in Lund”."""
    if tags[at : at + 1] != ["NOUN"] or tags[at + 1 : at + 2] in (["VERB"], ["AUX"]):
        return False
    return "s" in words.verb_forms(tokens.lowers[at])


def _governs(tokens: Tokens, tags: list[str], first: int, at: int, words: Words) -> bool:
    """Whether a noun before “that” is the first verb of its sentence, and what it says follows."""
    if tags[at] != "NOUN" or tags[at - 1] not in _NOUNS or tags[at + 2 : at + 3] == [] or tags[at + 2] not in _OPENS:
        return False
    lower = tokens.lowers[at]
    forms = words.verb_forms(lower)
    if not _HOLDING & words.verb_classes(words.lemma(lower, "VERB")):
        return False
    if "s" in forms:
        return not words.is_plural(tokens.lowers[at - 1])
    return "b" in forms and any(words.is_plural(tokens.lowers[before]) for before in range(first, at))


def _closes(tokens: Tokens, tags: list[str], first: int, at: int, words: Words) -> bool:
    """Whether a noun at the end of a sentence is the verb of a credit: “…, fresh research shows.”"""
    if tags[at] != "NOUN" or tags[at - 1] not in _NOUNS:
        return False
    lower = tokens.lowers[at]
    if "s" not in words.verb_forms(lower) or words.is_plural(tokens.lowers[at - 1]):
        return False
    if not _HOLDING & words.verb_classes(words.lemma(lower, "VERB")):
        return False
    comma = next((place for place in range(at - 1, max(first, at - _CREDIT), -1) if tokens.texts[place] == ","), -1)
    if comma < 0 or tags[comma + 1] in ("CCONJ", "ADP", "SCONJ"):
        return False
    return any(tag in _VERBAL for tag in tags[first:comma]) and tags[comma + 1 : at].count("PUNCT") == 0
