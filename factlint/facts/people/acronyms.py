"""Acronyms: abbreviations in capitals, each with the words that the article gives for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from factlint.facts.model import Acronym
from factlint.facts.people.expansions import Expansions
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.expansions import Range

_SHORTEST = 4  # letters of an acronym of which another may be a slip
_LETTERS = re.compile(r"[A-Z]{3,6}s?|(?:[A-Z]\.){3,6}")
_JOINED = frozenset("-‐‑–/&@#$_=0123456789")
_DISPLAY = frozenset({"headline", "heading", "byline", "dateline", "credit"})


class _Use(NamedTuple):
    """One place of an acronym.

    at: its token.
    part: whether it is part of something longer.
    body: whether it is spoken of as a body.
    """

    at: int
    part: bool
    body: bool


def find_acronyms(facts: Facts) -> tuple[Acronym, ...]:
    """Every abbreviation of three to six capitals that is no word written in capitals and nobody's name."""
    uses = _uses(facts)
    if not uses:
        return ()
    expansions = Expansions(
        facts, [at for at in facts.tokens.capitals if not _LETTERS.fullmatch(facts.tokens.texts[at])]
    )
    found: list[Acronym] = []
    for letters, places in uses.items():
        explaining = {use.at: meaning for use in places if (meaning := expansions.beside(letters, use.at))}
        meaning = next(iter(explaining.values()), None) or expansions.elsewhere(letters, [use.at for use in places])
        misfits = {use.at: words for use in places if (words := expansions.misfit(letters, use.at))}
        found += _facts(facts, letters, places, explaining.keys(), meaning, misfits)
    told = sorted({acronym.letters for acronym in found if acronym.expansion})
    found = [one if one.expansion else one._replace(slip_of=_slip_of(one.letters, told)) for one in found]
    return tuple(sorted(found, key=lambda acronym: acronym.start))


def _slip_of(letters: str, told: list[str]) -> str | None:
    """The explained acronym whose letters have changed places, or of which one letter is another; or none."""
    for other in told:
        if len(other) != len(letters) or len(letters) < _SHORTEST:
            continue
        differ = sum(one != two for one, two in zip(letters, other, strict=True))
        if differ == 1 or (sorted(letters) == sorted(other) and letters[0] == other[0]):
            return other
    return None


def _uses(facts: Facts) -> dict[str, list[_Use]]:
    """The places of every acronym, by its letters."""
    tokens = facts.tokens
    people = {at for _, who in facts.cast for run, _ in who.named for at in range(run.first, run.last)}
    everyday = facts.lexicon.union("common-words", "regnal-numbers", "cities", "given-names", "calendar-words")
    names, definite = facts.lexicon.words("given-names"), facts.lexicon.words("definite-articles")
    openings = {sentence.first for sentence in facts.sentences}
    found: dict[str, list[_Use]] = {}
    for at in tokens.capitals:
        text, lower = tokens.texts[at], tokens.lowers[at]
        bodied = at > 0 and lower in names and tokens.lowers[at - 1] in definite  # “the ALMA” is no woman
        if not _LETTERS.fullmatch(text) or at in people or (lower in everyday and not bodied):
            continue
        if not _shouted(facts, at):
            letters = text.rstrip("s").replace(".", "")
            found.setdefault(letters, []).append(_Use(at, _part(facts, at, openings), _body(facts, at)))
    return found


def _shouted(facts: Facts, at: int) -> bool:
    """Whether a word in capitals stands beside it, so that capitals say nothing: DES MOINES."""
    texts = facts.tokens.texts
    beside = [texts[place] for place in (at - 1, at + 1) if 0 <= place < len(texts)]
    return any(word.isupper() and len(word) > 1 and word.isalpha() for word in beside)


def _part(facts: Facts, at: int, openings: set[int]) -> bool:
    """Whether it is a label, joined to something, or beside capitalised words: WGN-2, KPR Holdings."""
    tokens = facts.tokens
    start, end, text = tokens.starts[at], tokens.ends[at], tokens.text
    if (start and text[start - 1] in _JOINED) or text[end : end + 1] in _JOINED:
        return True
    if start > 1 and text[start - 1] == "." and text[start - 2].isspace():
        return True  # a ticker: .SPX
    follower = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
    if (at in openings and follower == ":") or (follower == "]" and tokens.texts[at - 1] == "["):
        return True  # who speaks next in a transcript, whose figure it is
    if follower in facts.lexicon.words("words-between-parties"):
        return True
    after = at + 1 < len(tokens) and tokens.spaced(at + 1) and tokens.texts[at + 1][0].isupper()
    before = at > 0 and tokens.spaced(at) and tokens.texts[at - 1][0].isupper() and at - 1 not in openings
    return after or before


def _body(facts: Facts, at: int) -> bool:
    """Whether it is spoken of as a body: “went to the KRCF.”, “KRCF members”, “a KRCF report”."""
    tokens, words = facts.tokens, facts.lexicon.union
    follower = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
    if follower in words("what-bodies-act-by", "what-bodies-have", "offices"):
        return True
    if follower == "," and tokens.lowers[at + 2 : at + 3] and tokens.lowers[at + 2] in words("relative-pronouns"):
        return True  # TUFHA, whose adviser …
    if not at or tokens.lowers[at - 1] not in facts.lexicon.words("definite-articles"):
        return False
    if not follower[0].isalnum() or follower.endswith(tuple(facts.lexicon.words("past-endings"))):
        return True
    return follower in words(
        "verbs-before-names", "verbs-after-speakers", "speech-verbs", "verbs-in-the-past", "auxiliary-verbs",
        "prepositions", "list-links", "subordinators", "relative-words", "words-after-heads", "copulas",
        "event-auxiliaries",
    )  # fmt: skip


def _facts(
    facts: Facts,
    letters: str,
    uses: list[_Use],
    explaining: Collection[int],
    meaning: Range | None,
    misfits: Mapping[int, str],
) -> list[Acronym]:
    """The facts of one acronym; only uses outside headlines, and by itself, are numbered."""
    tokens = facts.tokens
    kinds = [facts.paragraph_at(tokens.starts[use.at]).kind for use in uses]
    counted = [use.at for use, kind in zip(uses, kinds, strict=True) if kind not in _DISPLAY and not use.part]
    order = {at: number for number, at in enumerate(counted)}
    body = any(use.body for use in uses)
    text = tokens.text[tokens.starts[meaning[0]] : tokens.ends[meaning[1] - 1]] if meaning else None
    return [
        Acronym(
            start=tokens.starts[use.at],
            end=tokens.ends[use.at],
            letters=letters,
            expansion=text,
            explained=use.at in explaining,
            order=order.get(use.at, len(counted)),
            initials=misfits.get(use.at),
            part=use.part,
            body=body,
            used=len(counted),
            in_quote=facts.is_quoted(use.at),
            block=kind,
        )
        for use, kind in zip(uses, kinds, strict=True)
    ]
