"""Noun phrases: base phrases cut by tags, from the determiner to the head (Abney 1991, “Parsing by chunks”)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple

_HEADS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})
_INSIDE = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM"})
_OPENS = frozenset({"DET", "NOUN", "PROPN", "NUM", "PRON", "ADJ", "SYM"})
_NAMES = frozenset({"PROPN"})


class Chunk(NamedTuple):
    """A base noun phrase before anything is known of its part in the sentence.

    first: its first token.
    last: one past its last token.
    head: the token of its head.
    determiner: its first determiner in lower case, or None.
    pronoun: the pronoun that it is, in lower case, or None.
    owned: whether a genitive (“the firm's”) stands right before it.
    """

    first: int
    last: int
    head: int
    determiner: str | None
    pronoun: str | None
    owned: bool


class Grammar(Bundle):
    """The little words that cut phrases, unpacked once."""

    possessives: frozenset[str]
    predeterminers: frozenset[str]
    alone: frozenset[str]
    genitives: frozenset[str]
    pointers: frozenset[str]
    openers: frozenset[str]
    hyphens: frozenset[str]
    commas: frozenset[str]
    ampersands: frozenset[str]
    titles: frozenset[str]
    nouns_too: frozenset[str]
    indefinite: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    plurals: tuple[str, ...]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The lists of a lexicon that phrases need."""
    kinds = lexicon.table("determiner-kinds")
    return Grammar(
        frozenset(word for word, kind in kinds.items() if kind == "possessive"),
        lexicon.words("predeterminers"),
        lexicon.words("pronouns-alone"),
        lexicon.words("possessive-marks"),
        lexicon.words("time-pointers"),
        frozenset("“‘\"'([«"),
        frozenset("-‐‑–"),
        frozenset(","),
        frozenset("&"),
        lexicon.words("abbreviations-before-names") if "abbreviations-before-names" in lexicon else frozenset(),
        lexicon.words("pronouns-and-nouns") if "pronouns-and-nouns" in lexicon else frozenset(),
        frozenset(word for word, kind in kinds.items() if kind == "indefinite"),
        lexicon.words("weekday-names") if "weekday-names" in lexicon else frozenset(),
        frozenset(lexicon.table("months") if "months" in lexicon else ()),
        tuple(lexicon.words("plural-and-third-person-endings") if "plural-and-third-person-endings" in lexicon else ()),
    )


def find_chunks(
    texts: Sequence[str], lowers: Sequence[str], tags: Sequence[str], first: int, last: int, words: Grammar
) -> list[Chunk]:
    """The base noun phrases among the tokens from `first` to before `last`, one sentence."""
    found: list[Chunk] = []
    at = first
    owned = False
    while at < last:
        tag = tags[at]
        opens = tag in _OPENS or (tag == "VERB" and owned and _before_noun(tags, lowers, at, last))
        if not opens and not (
            tag == "ADV" and at + 1 < last and tags[at + 1] == "ADJ" and _before_noun(tags, lowers, at, last)
        ):
            owned = (tag == "PART" and lowers[at] in words.genitives and bool(found) and found[-1].last == at) or (
                owned and tag == "ADV" and _leads_to_noun(tags, at, last, lowers)
            )
            at += 1
            continue
        chunk = _chunk(texts, lowers, tags, at, last, words, owned)
        owned = False
        if chunk is None:
            at += 1
            continue
        found.append(chunk)
        at = chunk.last
    return found


def _chunk(
    texts: Sequence[str], lowers: Sequence[str], tags: Sequence[str], at: int, last: int, words: Grammar, owned: bool
) -> Chunk | None:
    first = at
    determiner: str | None = None
    while at < last and _is_determiner(lowers, tags, at, last, words):
        determiner = determiner or lowers[at]
        if determiner in words.predeterminers and at > first:
            determiner = lowers[at]
        at += 1
    if determiner is None and tags[at] == "PRON":
        # A pronoun that other words qualify (“he himself”) is two phrases; nothing rests on it.
        return Chunk(at, at + 1, at, None, lowers[at], owned)
    head = -1
    place = at
    while place < last:
        tag = tags[place]
        if tag in ("NOUN", "PROPN", "SYM"):
            if tag == "PROPN" and head >= 0 and tags[head] == "NOUN":
                # “the lawyer Ann Roe”: a name behind a common noun is in apposition to it.
                break
            if lowers[place] in words.weekdays and head >= 0 and _is_day(lowers, tags, place, first, last, words):
                break
            given = first > 0 and tags[first - 1] == "VERB" and determiner not in words.indefinite
            if tag == "SYM" and head >= 0 and tags[head] == "NOUN" and given:
                break  # “gives hospice £3m”, not “a record £3m”
            head = place
        elif tag == "NUM":
            if head >= 0 and tags[head] in ("PROPN", "NOUN") and _is_score(lowers, tags, place, last, words):
                break
            # “three of them”, “May 5”: a number is a head unless a noun follows.
            head = place
        elif tag == "PRON" and lowers[place] in words.nouns_too and (determiner or place > first):
            head = place  # “the gold mine”
        elif tag == "PRON" and determiner and head < 0 and lowers[place] not in words.alone:
            head = place
            break
        elif not _goes_on(lowers, tags, place, last, words, head, bare=place == first and not owned):
            break
        place += 1
    if head < 0:
        if determiner is None:
            return None
        # “the rich”, “the injured”; a determiner alone is a pronoun (“this is”, “both were”).
        adjectives = [p for p in range(at, place) if tags[p] in ("ADJ", "VERB")]
        if adjectives:
            head = adjectives[-1]
            return Chunk(first, head + 1, head, determiner, None, owned)
        head = at - 1
        return Chunk(first, at, head, None if at - first == 1 else determiner, lowers[head], owned)
    return Chunk(first, head + 1, head, determiner, None, owned)


def _is_day(lowers: Sequence[str], tags: Sequence[str], at: int, first: int, last: int, words: Grammar) -> bool:
    """Whether a weekday behind a name tells when: “Ann Roe Sunday”, “Lund Sunday, May 4”; not “Palm Sunday”."""
    if at + 2 < last and lowers[at + 1] in words.commas and lowers[at + 2] in words.months:
        return True
    return at - first > 1 and not (at + 1 < last and tags[at + 1] in ("NOUN", "PROPN"))


def _is_score(lowers: Sequence[str], tags: Sequence[str], at: int, last: int, words: Grammar) -> bool:
    """Whether a score begins at a number: “Badgers 31-28”."""
    return at + 2 < last and lowers[at + 1] in words.hyphens and tags[at + 2] == "NUM"


def _goes_on(
    lowers: Sequence[str], tags: Sequence[str], at: int, last: int, words: Grammar, head: int, bare: bool
) -> bool:
    """Whether a phrase goes on with a word that is no noun; `head` is the head so far or -1, `bare` its beginning."""
    tag = tags[at]
    following = tags[at + 1] if at + 1 < last else ""
    ended = head >= 0 and tags[head] in ("NOUN", "PROPN")
    if tag == "ADJ":
        # “in Texas last week”, “9,000 last year”: a word that points to a time begins a phrase of its own.
        if head >= 0 and tags[head] == "NUM" and lowers[at] in words.pointers and following == "NOUN":
            return lowers[at + 1].endswith(words.plurals)  # “the two last chances”
        return not ended or (lowers[at] not in words.pointers and _before_noun(tags, lowers, at, last))
    if tag == "ADV":
        return (head < 0 or tags[head] == "NUM") and _leads_to_noun(tags, at, last, lowers)
    if tag == "VERB":
        return not ended and not bare and _before_noun(tags, lowers, at, last)
    if tag == "PUNCT" and head < 0 and not bare and lowers[at] in words.openers:
        # “a “support movement””: marks inside a phrase are passed over.
        return following in _INSIDE
    if tag == "PUNCT" and following == "PROPN" and not bare and lowers[at - 1] in words.titles:
        return True  # “Dr. Anna Roe”
    if tag == "PUNCT" and lowers[at] in words.hyphens and not bare and tags[at - 1] == "NUM":
        # “a 14-year-old boy” is cut into 14, -, year-old.
        return following in _INSIDE
    if tag == "CCONJ" and head >= 0 and lowers[at] in words.ampersands:
        return tags[at - 1] == following == "PROPN"
    if tag == "CCONJ" or (tag == "PUNCT" and lowers[at] in words.commas):
        # “black and white photographs”, “a small, dark room”
        return not bare and tags[at - 1] == following == "ADJ" and _before_noun(tags, lowers, at + 1, last)
    return False


def _is_determiner(lowers: Sequence[str], tags: Sequence[str], at: int, last: int, words: Grammar) -> bool:
    if tags[at] == "DET":
        return True
    if tags[at] == "PRON" and lowers[at] in words.possessives:
        # “her” before a noun is a determiner, before anything else a pronoun.
        return at + 1 < last and (
            tags[at + 1] in _INSIDE or (tags[at + 1] in ("VERB", "ADV") and _before_noun(tags, lowers, at + 1, last))
        )
    return False


def _before_noun(tags: Sequence[str], lowers: Sequence[str], at: int, last: int) -> bool:
    """Whether what stands at a place qualifies a noun behind it, with nothing but qualifiers in between."""
    place = at + 1
    while place < last and place < at + 5:
        tag = tags[place]
        if tag in ("NOUN", "PROPN"):
            return True
        if tag not in ("ADJ", "NUM", "VERB", "CCONJ") and not (tag == "PUNCT" and lowers[place] == ","):
            return False
        if tag == "VERB" and lowers[place - 1] in (",",):
            return False
        place += 1
    return False


def _leads_to_noun(tags: Sequence[str], at: int, last: int, lowers: Sequence[str]) -> bool:
    """Whether an adverb qualifies an adjective or number before a noun: very old men, about 20 men."""
    return (
        at + 1 < last
        and tags[at + 1] in ("ADJ", "NUM", "VERB", "ADV")
        and (tags[at + 1] == "NUM" or _before_noun(tags, lowers, at + 1, last))
    )
