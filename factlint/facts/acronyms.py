"""Acronyms: abbreviations in capitals, and the words that the article gives for them or says what they are.

Words are matched by their initials, little words left out, after Schwartz and Hearst (A simple algorithm for
identifying abbreviation definitions in biomedical text, 2003), but anywhere in the article, not only beside brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Acronym

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_LETTERS = re.compile(r"[A-Z]{3,6}s?|(?:[A-Z]\.){3,6}")
_NEAR = 14  # words
_LOOKED_AT = 6  # uses of one acronym that are searched around
_JOINED = frozenset("-‐‑–/&@#$_0123456789")
_DISPLAY = frozenset({"headline", "heading", "byline", "dateline"})

_BREAKS = frozenset({",", "-", "–", "—"})

#: A passage by its tokens, half-open.
_Range = tuple[int, int]


class _Use(NamedTuple):
    """One place of an acronym: its token and whether it is part of something longer."""

    at: int
    part: bool


def find_acronyms(facts: Facts) -> tuple[Acronym, ...]:
    """Every abbreviation of three to six capitals that is no word written in capitals and nobody's name."""
    reader = _Reader(facts)
    found: list[Acronym] = []
    for letters, uses in reader.uses().items():
        explaining = {use.at: meaning for use in uses if (meaning := reader.beside(letters, use.at))}
        meaning = next(iter(explaining.values()), None) or reader.elsewhere(letters, uses)
        found += reader.acronyms(letters, uses, explaining, meaning)
    return tuple(sorted(found, key=lambda acronym: acronym.start))


class _Reader:
    """Reads the acronyms of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.tokens = facts.tokens
        self.little = words("words-between-initials")
        self.everyday = facts.lexicon.union("common-words", "regnal-numbers", "cities", "given-names")
        self.articles = words("articles")
        self.introducing = words("words-before-acronyms")
        self.naming = words("words-of-naming")
        self.describing = words("nouns-before-acronyms")
        self.heading = words("nouns-after-acronyms")
        self.standing = words("words-after-acronyms")
        self.first_words = {sentence.first for sentence in facts.sentences}
        self.capitals = self._initials(
            [(at, at + 1) for at in self.tokens.capitals if not _LETTERS.fullmatch(self.tokens.texts[at])]
        )

    # ------------------------------------------------------------------ where they are used

    def uses(self) -> dict[str, list[_Use]]:
        """The places of every acronym, by its letters."""
        people = {at for _, who in self.facts.cast for run, _ in who.named for at in range(run.first, run.last)}
        found: dict[str, list[_Use]] = {}
        for at in self.tokens.capitals:
            text = self.tokens.texts[at]
            if not _LETTERS.fullmatch(text) or at in people or self.tokens.lowers[at] in self.everyday:
                continue
            if not self._shouted(at):
                letters = text.rstrip("s").replace(".", "")
                found.setdefault(letters, []).append(_Use(at, self._part(at)))
        return found

    def _shouted(self, at: int) -> bool:
        """Whether a word in capitals stands beside it, so that capitals say nothing: DES MOINES."""
        texts = self.tokens.texts
        beside = [texts[place] for place in (at - 1, at + 1) if 0 <= place < len(texts)]
        return any(word.isupper() and len(word) > 1 and word.isalpha() for word in beside)

    def _part(self, at: int) -> bool:
        """Whether it is joined to something, or capitalised words stand beside it: WGN-2, KPR Holdings."""
        tokens = self.tokens
        start, end = tokens.starts[at], tokens.ends[at]
        text = tokens.text
        if (start and text[start - 1] in _JOINED) or text[end : end + 1] in _JOINED:
            return True
        after = at + 1 < len(tokens) and tokens.spaced(at + 1) and tokens.texts[at + 1][0].isupper()
        before = at > 0 and tokens.spaced(at) and tokens.texts[at - 1][0].isupper() and at - 1 not in self.first_words
        return after or before

    # ------------------------------------------------------------------ what they stand for

    def beside(self, letters: str, at: int) -> _Range | None:
        """The words that the place itself gives: in a bracket before or after it, or with “known as”."""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        before = lowers[at - 1] if at else ""
        after = lowers[at + 1] if at + 1 < len(lowers) else ""
        if before == "(" and after in (")", ",", ";") and at > 1:
            return self._spelt(letters, at - 1 - _NEAR, at - 1) or (at - 2, at - 1)
        if after == "(":
            close = next((p for p in range(at + 2, min(at + _NEAR, len(texts))) if texts[p] == ")"), at)
            return self._spelt(letters, at + 2, close)
        if before in self.articles and at > 1:
            at, before = at - 1, lowers[at - 2]
        return self._spelt(letters, at - 1 - _NEAR, at - 1) if before in self.introducing else None

    def elsewhere(self, letters: str, uses: list[_Use]) -> _Range | None:
        """The words that the article has anywhere for it, in capitals; or near it; or that say what it is."""
        initials, places = self.capitals
        at = initials.find(letters.lower())
        if at >= 0:
            return places[at], places[at + len(letters) - 1] + 1
        for use in uses[:_LOOKED_AT]:
            found = (
                self._spelt(letters, use.at - _NEAR, use.at)
                or self._spelt(letters, use.at + 1, use.at + 1 + _NEAR)
                or self._described(use.at)
            )
            if found:
                return found
        return None

    def _spelt(self, letters: str, first: int, last: int) -> _Range | None:
        """The words between two tokens whose initials are the letters, the ones nearest to the end."""
        near = range(max(0, first), min(last, len(self.tokens)))
        initials, places = self._initials([(at, at + 1) for at in near])
        at = initials.rfind(letters.lower())
        return (places[at], places[at + len(letters) - 1] + 1) if at >= 0 else None

    def _initials(self, ranges: list[_Range]) -> tuple[str, list[int]]:
        """The first letters of words and of their hyphened parts, with the token of each; a gap leaves a blank."""
        initials: list[str] = []
        places: list[int] = []
        reached = -1
        for at, last in ranges:
            word = self.tokens.lowers[at]
            if word in self.little:
                continue
            if reached >= 0 and not self._bridged(reached, at):
                initials.append(" ")
                places.append(at)
            if word[0].isalpha():
                parts = [part[0] for part in word.split("-") if part]
                initials += parts
                places += [at] * len(parts)
            reached = last
        return "".join(initials), places

    def _bridged(self, first: int, last: int) -> bool:
        """Whether only little words stand between two tokens."""
        return last - first < 4 and self.little.issuperset(self.tokens.lowers[first:last])

    def _described(self, at: int) -> _Range | None:
        """A noun or an apposition that says what it is: the teachers' union NUT; NUT, a union; the NTV channel."""
        tokens = self.tokens
        lowers = tokens.lowers
        before = at - 1
        if before > 0 and lowers[before] in self.articles:
            before -= 1
        if before >= 0 and lowers[before] in self.describing and tokens.texts[before].islower():
            return before, before + 1
        if before > 0 and (lowers[before] in self.naming or " ".join(lowers[before - 1 : before + 1]) in self.naming):
            return before - 1, before
        if at + 1 < len(tokens) and lowers[at + 1] in self.heading and tokens.texts[at + 1].islower():
            return at + 1, at + 2
        mark, opener = (*lowers[at + 1 : at + 3], "", "")[:2]
        plain = at + 3 < len(tokens) and tokens.texts[at + 3].islower()
        if (mark in _BREAKS and opener in self.articles and plain) or mark in self.standing:
            return at + 2, min(at + 5, len(tokens))
        return None

    # ------------------------------------------------------------------ the facts

    def acronyms(
        self, letters: str, uses: list[_Use], explaining: dict[int, _Range], meaning: _Range | None
    ) -> list[Acronym]:
        """The facts of one acronym; only uses outside headlines, and by itself, are numbered."""
        facts, tokens = self.facts, self.tokens
        kinds = [facts.paragraph_at(tokens.starts[use.at]).kind for use in uses]
        counted = [use.at for use, kind in zip(uses, kinds, strict=True) if kind not in _DISPLAY and not use.part]
        order = {at: number for number, at in enumerate(counted)}
        text = tokens.text[tokens.starts[meaning[0]] : tokens.ends[meaning[1] - 1]] if meaning else None
        return [
            Acronym(
                start=tokens.starts[use.at],
                end=tokens.ends[use.at],
                letters=letters,
                expansion=text,
                explained=use.at in explaining,
                order=order.get(use.at, len(counted)),
                part=use.part,
                used=len(counted),
                in_quote=facts.in_quotation(tokens.starts[use.at]),
                kind=kind,
            )
            for use, kind in zip(uses, kinds, strict=True)
        ]
