"""Breaks: words told twice running, and sentences that stop behind a word that wants more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.text.prose import KINDS, heard_sentence, lapse, own_sentence
from factlint.tokens import GENITIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.tokens import Tokens

_LONGEST = 5  # words that are doubled
_PAIR = 2  # words
_SHORTEST = 5  # words of a sentence that can break off
_SHORT_VERB = 3  # letters
_DAYTIME = frozenset({"NOUN", "PROPN", "NUM"})  # “on Tuesday night”, “on Tuesday 4 May”
_BETWEEN = frozenset({"ADP", "PROPN", "NUM", "DET", "ADV"})
_NAMING = frozenset({"NOUN", "ADJ"})
_AROUND = _BETWEEN | {"NOUN", "AUX"}  # “adjourned the session was adjourned”


def find_breaks(facts: Facts) -> Iterator[Lapse]:
    """Every such place outside quotations."""
    yield from _doubled(facts)
    yield from _doubled_verbs(facts)
    yield from _doubled_openers(facts)
    yield from _doubled_days(facts)
    yield from _broken_off(facts)


def _doubled_days(facts: Facts) -> Iterator[Lapse]:
    """“Found on Tuesday when they went down on Tuesday”: the same day of the week twice in a sentence."""
    tokens, tags = facts.tokens, facts.language.tags
    for one, two in pairwise(tokens.positions(facts.lexicon.words("weekdays"))):
        if tokens.lowers[one] != tokens.lowers[two] or one == 0:
            continue
        sentence = own_sentence(facts, one)
        if sentence is None or not sentence.first < one < two < sentence.last - 1 or facts.quoted[two]:
            continue
        same = tags[one - 1] == "ADP" and tokens.lowers[one - 1] == tokens.lowers[two - 1]
        joined = any(tags[place] in ("CCONJ", "PUNCT") for place in range(one, two))
        owning = tokens.lowers[one + 1] in GENITIVES or tokens.lowers[two + 1] in GENITIVES
        if same and not (joined or owning) and tags[one + 1] not in _DAYTIME and tags[two + 1] not in _DAYTIME:
            words = " ".join(tokens.lowers[two - 1 : two + 1])
            yield lapse(facts, two - 1, two + 1, "doubled", (tokens.lowers[two], words))


def _doubled(facts: Facts) -> Iterator[Lapse]:
    """Two and more words that stand there twice running: “in May in May”."""
    lowers, tokens = facts.tokens.lowers, facts.tokens
    rightly = facts.lexicon.words("phrases-doubled-rightly")
    last = len(lowers)
    done = 0
    for at in _soon_again(tokens):
        if not done <= at < last - 3:
            continue
        for size in range(_LONGEST, 1, -1):
            behind = at + size
            if (
                behind + size > last
                or lowers[at] != lowers[behind]
                or lowers[at:behind] != lowers[behind : behind + size]
            ):
                continue
            own = lowers[at:behind]
            sentence = own_sentence(facts, at)
            if (
                sentence is None
                or behind + size > sentence.last
                or not all(word[0].isalpha() or word in GENITIVES for word in own)
            ):
                continue
            if len(set(own)) == 1 or rightly & set(own) or (size == _PAIR and _is_round(facts, at)):
                continue
            if tokens.text[tokens.ends[behind - 1] : tokens.starts[behind]].strip(" "):
                continue
            yield lapse(facts, behind, behind + size, "doubled", (own[0], " ".join(own)))
            done = behind + 1
            break


def _is_round(facts: Facts, at: int) -> bool:
    """Whether a bare noun and a preposition lead to the noun again: “going door to door to ask”."""
    tags, reading = facts.language.tags, facts.language.words.reading(facts.tokens.lowers[at])
    bare = reading.parts[:1] == "N" and not reading.inflections and tags[at + 1] in ("ADP", "PART")
    return bare and tags[at - 1] not in ("DET", "ADJ", "ADP", "NOUN", "PRON")


def _soon_again(tokens: Tokens) -> list[int]:
    """The tokens that stand there again within the longest words doubled."""
    rows = [row for row in tokens.index.values() if len(row) > 1]
    return sorted(one for row in rows for one, two in pairwise(row) if two - one <= _LONGEST)


def _doubled_verbs(facts: Facts) -> Iterator[Lapse]:
    """A verb that stands there twice, with a time or a place between at the most: “was was”, “said on Tuesday said”.

    Behind a word that opens a clause the two may belong to two clauses: “what it was was a ruse”.
    """
    tokens, tags = facts.tokens, facts.language.tags
    passive = facts.lexicon.words("forms-of-be")
    lowers, texts, words = tokens.lowers, tokens.texts, facts.language.words
    openers, copulas = facts.lexicon.words("slip-clause-openers"), facts.lexicon.words("doubled-copulas")
    for at in range(len(lowers) - 2):
        lower = lowers[at]
        if lower in copulas:
            to = at + 1
        elif tags[at] == "VERB" and len(lower) > _SHORT_VERB and tags[at + 1] in _AROUND:
            bent = "b" not in words.verb_forms(lower)
            between = _AROUND if bent else _BETWEEN
            to = at + 1
            while to < len(lowers) - 1 and tags[to] in between:
                to += 1
            if tags[to] != "VERB":
                continue
        else:
            continue
        if lowers[to] != lower or texts[to] != lower or (sentence := own_sentence(facts, at)) is None:
            continue
        named = "NOUN" in tags[at + 1 : to] or "AUX" in tags[at + 1 : to]
        if named and to > at + 2 and (lowers[to - 1] not in passive or "ADP" in tags[at + 1 : to - 1]):
            continue  # “came as reforms came”, “excused from being excused”
        if to >= sentence.last or not openers.isdisjoint(lowers[sentence.first : at]):
            continue
        yield lapse(facts, to, to + 1, "doubled", (lower, lower))


def _doubled_openers(facts: Facts) -> Iterator[Lapse]:
    """“Told them that that she would”, “had no no choice”: before a subject or a noun the second points at nothing."""
    tokens, lexicon, tags = facts.tokens, facts.lexicon, facts.language.tags
    openers = lexicon.words("source-that-words")
    subjects = lexicon.union("subject-pronouns", "articles", "doubled-before-possessives")
    for at in tokens.positions(openers):
        again = (
            at + 2 < len(tokens) and tokens.lowers[at + 1] == tokens.lowers[at] and tokens.lowers[at + 2] in subjects
        )
        if again and heard_sentence(facts, at) is not None:
            yield lapse(facts, at + 1, at + 2, "doubled", (tokens.lowers[at], tokens.lowers[at]))
    for at in tokens.positions(lexicon.words("doubled-before-nouns")):
        again = at + 2 < len(tokens) and tokens.lowers[at + 1] == tokens.lowers[at] and tags[at + 2] in _NAMING
        if again and at and tags[at - 1] != "PUNCT" and heard_sentence(facts, at) is not None:
            yield lapse(facts, at + 1, at + 2, "doubled", (tokens.lowers[at], tokens.lowers[at]))


def _broken_off(facts: Facts) -> Iterator[Lapse]:
    """A full stop behind an article, a joining word, a preposition of several words or a verb without its object."""
    tokens, lexicon, tags = facts.tokens, facts.lexicon, facts.language.tags
    relative = lexicon.words("relative-pronouns")
    hanging, pairs = lexicon.words("words-that-hang"), lexicon.words("pairs-that-hang")
    for sentence in facts.sentences:
        if sentence.words < _SHORTEST or sentence.kind not in KINDS:
            continue
        stopped = tokens.texts[sentence.last - 1] == "."
        at = sentence.last - 2 if stopped else sentence.last - 1
        lower = tokens.lowers[at]
        if facts.quoted[at] or tokens.texts[at] != lower:
            continue
        if lower in relative and tags[at - 1] == "VERB":
            continue  # “She has not decided which.”
        if stopped and (lower in hanging or f"{tokens.lowers[at - 1]} {lower}" in pairs):
            yield lapse(facts, at, at + 1, "broken-off", (lower, "."))
        elif lower.isalpha() and (verb := _verb_without_object(facts, at)):
            yield lapse(facts, verb, at + 1, "broken-off", (tokens.lowers[verb], "."))


def _verb_without_object(facts: Facts, at: int) -> int:
    """The token of a verb in -ing behind a preposition, where it ends a sentence and always has an object; or 0."""
    lexicon, tags = facts.lexicon, facts.language.tags
    if facts.tokens.lowers[at] in lexicon.words("closing-particles"):
        at -= 1
    if (
        tags[at] != "VERB"
        or tags[at - 1] != "ADP"
        or facts.language.lemmas[at] not in lexicon.words("verbs-with-objects")
    ):
        return 0
    return at if facts.tokens.lowers[at].endswith(tuple(lexicon.words("present-participle-endings"))) else 0
