"""Constructions: the forms of apposition that grammars describe (Quirk et al. 1985, 17.65 ff.).

A name and a description between commas, dashes or brackets, or a description right before the name: what the fitted
choice among candidates (appositions.py) knows without having seen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factlint.language.attachment import NOMINAL
from factlint.record import NamedTuple

_PHRASES = frozenset("NXTO")
# What may stand behind an apposition: its closing mark, or the clause going on.
_CLOSING = frozenset(",.;:)-(")
_AFTER_NAME = _CLOSING | frozenset("VFDBSWIq")
_AFTER_DESCRIPTION = _CLOSING | frozenset("GDESWAIq")
_LIST = re.compile(r",?[NX]*,?C|,Y*[NX],?[NX]")
#: The classes of nouns that a bare or identifying description has: the mayor Ann Roe, the agency Reuters.
_NAMED = frozenset({"person", "group", "document", "artefact", "place", "act", "event", "animal"})
_PERSON = "person"
_BODIES = frozenset({"person", "group"})
_AGE = re.compile("[,][NT][,.]")
_AGED = re.compile("[XN](?=,[NT][,.])")
# “After the match, …”: a phrase with a preposition that opens the sentence.
_OPENING = re.compile(r"[RAq]*P[PYRAqNXTC]*\Z")


class Description(NamedTuple):
    """What appositions need to know of a phrase.

    determiner: definite, indefinite, possessive or demonstrative; a genitive before it counts as possessive; or "".
    tag: its head's part of speech.
    lemma: its head's dictionary form.
    classes: its head's noun classes.
    kind: its head in one letter: of a name P a person's, L a place's, I initials, X another; of a noun p a person, g a
        group, l a place, t a time, d a thing or document, q a quantity, e an act or event, n another; of a number Y a
        year, # one of one or two digits, 9 another; a an adjective, o anything else.
    number: whether it is a number alone.
    short: whether it is one word in capitals, as initials are.
    time: whether it begins with a word of time.
    counted: whether it is so many people: a plural noun for persons, with a number.
    plural: whether its head is a noun in the plural.
    length: how many words it has without its determiner, up to three.
    letters: the capitals and digits of a word that consists of little else, small: NWB, MPs; or nothing.
    """

    determiner: str
    tag: str
    lemma: str
    classes: frozenset[str]
    kind: str
    number: bool
    short: bool
    time: bool
    counted: bool
    plural: bool
    length: int
    letters: str


def described(codes: str, told: Callable[[int], Description]) -> dict[int, int]:
    """Of each phrase in such an apposition the phrase that it explains, as places in the row."""
    found: dict[int, int] = {}
    for earlier, code in enumerate(codes):
        if code in _PHRASES:
            for later in _explaining(codes, earlier, told):
                found.setdefault(later, earlier)
    return found


def ages(codes: str, told: Callable[[int], Description]) -> dict[int, int]:
    """Of each age behind a name or somebody its place and theirs: “Ann Roe, 41, …”, “The actor, 38, who …”."""
    return {
        match.start() + 2: match.start()
        for match in _AGED.finditer(codes)
        if told(match.start() + 2).number
        and (
            codes[match.start()] == "X" or ("person" in told(match.start()).classes and not told(match.start()).plural)
        )
    }


def _explaining(codes: str, earlier: int, told: Callable[[int], Description]) -> Iterator[int]:
    """The places of the phrases that explain the one at a place."""
    at = earlier + 1
    beyond = behind(codes, at)
    code = codes[at : at + 1]
    if code in ("X", "q") and codes[earlier] == "N":
        # “the mayor Ann Roe”, “the website “Hill Top””
        name = at + 1 if code == "q" else at
        if codes[name : name + 1] == "X" and _names(told(earlier), told(name)):
            yield name
        return
    if code == "(":
        # Brackets explain what stands right before them: “the National Grid Board (NGB)”.
        inner = _next(codes, at)
        if inner is not None and codes[inner + 1 : inner + 2] == ")":
            inside = told(inner)
            if inside.tag in ("NOUN", "PROPN") and (
                codes[inner] == "X" or inside.short or not inside.classes or inside.determiner
            ):
                yield inner
        return
    if _AGE.match(codes, at) and codes[earlier] in "XN" and told(at + 1).number:
        # “Ann Roe, 41, a baker”
        if codes[earlier] == "X":
            yield at + 1
        beyond = at + 2
    mark = codes[beyond : beyond + 1]
    if mark not in (",", "-"):
        return
    later = _next(codes, beyond)
    if later is None or codes[later] not in _PHRASES:
        return
    end = behind(codes, later + 1)
    if codes[end : end + 1] == "q":
        end += 1
    if _fits(codes, earlier, later, end, mark, told):
        yield later


def _fits(codes: str, earlier: int, later: int, end: int, mark: str, told: Callable[[int], Description]) -> bool:
    one, two = told(earlier), told(later)
    beside = codes[earlier + 1 : earlier + 2] == ","
    close = codes[end : end + 1] or "."
    pair = codes[earlier] + codes[later]
    if mark == "-":
        return (
            close in "-.,"
            and pair[1] in "NX"
            and two.tag in ("NOUN", "PROPN")
            and (bool(two.determiner) or pair[1] == "X" or _PERSON in two.classes)
        )
    if pair[0] == "T":
        return not one.determiner and (pair[1] == "T" or two.time)
    if pair[0] == "X" and two.number and codes[later + 1 : later + 2] == "P":
        return close in _AFTER_DESCRIPTION  # “Tom Hale, one of the passengers”
    if pair == "XN":
        named = two.tag == "PROPN" and two.determiner == "indefinite"
        if not (named or two.tag in ("NOUN", "ADJ")) or not (two.determiner or two.classes & {"person", "group"}):
            return False
        if close == "C":
            # “Ann Roe, professor of law and curator of …”
            return _PERSON in two.classes and codes[end + 1 : end + 2] == "N"
        return close in _AFTER_DESCRIPTION and not (not two.determiner and _LIST.match(codes, end))
    if pair == "NX":
        if one.tag != "NOUN" or not one.classes & _NAMED or not (one.determiner or _PERSON in one.classes):
            return False
        if (
            codes[:earlier].rstrip("YRAq").endswith("P")
            and set(codes[:earlier]) <= set("PYRAqNXTC")
            and close not in ",."
        ):
            # “After the match, Ann Roe said …”: the name is the subject.
            return False
        if close in "VF" and codes[:earlier].lstrip("q,AR").startswith("S"):
            # “When he met the mayor, Ann Roe was ill”: the name begins the clause that follows.
            return False
        return close in _AFTER_NAME and (not _LIST.match(codes, end) or one.counted)
    if pair == "NN":
        if two.tag == "ADJ" and two.determiner == "definite":
            return close in _CLOSING
        return (
            one.tag == two.tag == "NOUN"
            and two.determiner == "indefinite"
            and bool(one.determiner)
            and close in _AFTER_DESCRIPTION
            and bool(one.classes & two.classes or (beside and one.classes & _BODIES and two.classes & _BODIES))
        )
    return False


def _names(description: Description, name: Description) -> bool:
    """Whether a noun right before a name introduces it: the mayor Ann Roe, his brother Jim."""
    return (
        description.tag == "NOUN"
        and bool(description.determiner)
        and bool(description.classes & _NAMED)
        and name.determiner in ("", "definite")
    )


def behind(codes: str, at: int) -> int:
    """The place behind the phrases with prepositions that begin at a place: “of the firm in Leeds”."""
    while codes[at : at + 1] == "P":
        inner = _next(codes, at)
        if inner is None:
            break
        at = inner + 1
    return at


def _next(codes: str, at: int) -> int | None:
    """The place of the phrase right behind a mark or preposition; owners, adverbs and marks are passed over."""
    at += 1
    while codes[at : at + 1] and codes[at] in "YRAq":
        at += 1
    return at if at < len(codes) and codes[at] in NOMINAL else None
