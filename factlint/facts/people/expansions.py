"""Expansions: the words that an article gives for an acronym, or that say what it is.

Words are matched by their initials, little words left out, after Schwartz and Hearst (A simple algorithm for
identifying abbreviation definitions in biomedical text, 2003), but anywhere in the article, not only beside brackets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: A passage by its tokens, half-open.
Range = tuple[int, int]

_SIZES = range(3, 7)  # letters of an acronym
_NEAR = 14  # words before and after an acronym
_LOOKED_AT = 6  # uses of one acronym that are searched around
_GAP = 3  # little words in a row inside a name
_SEVERAL = 4  # letters of which some may be others
_BREAKS = frozenset({",", "-", "–", "—"})


class Expansions:
    """Looks for the meanings of the acronyms of one article.

    `names` are the tokens that begin with a capital and are no acronyms.
    """

    def __init__(self, facts: Facts, names: list[int]) -> None:
        words = facts.lexicon.words
        self.tokens = facts.tokens
        self.lowers, self.texts = facts.tokens.lowers, facts.tokens.texts
        self.little = words("words-between-initials")
        self.articles = words("articles")
        self.introducing = words("words-before-acronyms")
        self.naming = words("words-of-naming")
        self.describing = words("nouns-before-acronyms")
        self.heading = words("nouns-after-acronyms")
        self.standing = words("words-after-acronyms")
        self.peoples = facts.lexicon.union("nationalities", "countries")
        self.firsts = facts.sentence_firsts
        self.named = self._every(names)

    def beside(self, letters: str, at: int) -> Range | None:
        """The words that the place itself gives: in a bracket before or after it, or with “known as”."""
        lowers = self.lowers
        before = lowers[at - 1] if at else ""
        after = lowers[at + 1] if at + 1 < len(lowers) else ""
        if before == "(" and after in (")", ",", ";") and at > 1:
            return self._spelt(letters, at - 1 - _NEAR, at - 1) or (at - 2, at - 1)
        if after == "(":
            return self._bracketed(letters, at + 2)
        if before in self.articles and at > 1:
            at, before = at - 1, lowers[at - 2]
        if before not in self.introducing:
            return None
        named = at > 2 and lowers[at - 2] == "," and self.texts[at - 3][0].isupper()
        # The Swiss People's Party, or SVP: spelt out in another tongue.
        return self._spelt(letters, at - 1 - _NEAR, at - 1) or ((at - 3, at - 2) if named else None)

    def misfit(self, letters: str, at: int) -> str | None:
        """The initials of the name before a bracketed acronym that are as many as its letters, but not the same.

        One letter is another one, or some have changed places, or of four and more the first and half of the others
        are the same; more than that is another tongue, or another name.
        """
        if at < 2 or self.lowers[at - 1] != "(" or self.lowers[at + 1 : at + 2] != [")"]:
            return None
        initials, places = self._initials(range(max(0, at - 1 - _NEAR), at - 1))
        named = "".join(
            " " if letter == " " or not self.texts[place][0].isupper() else letter
            for letter, place in zip(initials, places, strict=True)
        ).rpartition(" ")[2]
        found, wanted = named.upper(), letters.upper()
        if len(found) == len(wanted) + 1 and places[-len(found)] in self.firsts:
            found = found[1:]  # “Inspectors from the National Health Service (…)”
        if len(found) != len(wanted) or found == wanted:
            return None
        apart = [place for place, (one, other) in enumerate(zip(found, wanted, strict=True)) if one != other]
        same = sum((Counter(found) & Counter(wanted)).values())
        few = len(found) < _SEVERAL
        swapped = same == len(found) and (len(apart) == 2 or not few)
        akin = not few and (same == len(found) - 1 or (found[0] == wanted[0] and 2 * same >= len(found)))
        foreign = any(self.lowers[place] in self.peoples for place in range(max(0, places[0] - 2), at))
        # A body of Kenya whose letters begin with a K is not abbreviated in another tongue.
        foreign = foreign and not (akin and found[0] == wanted[0])
        return found if (len(apart) == 1 or swapped or akin) and not foreign else None

    def _bracketed(self, letters: str, first: int) -> Range | None:
        """The words of a bracket after an acronym, where they spell it out or are its name in another tongue."""
        texts = self.texts
        close = next((p for p in range(first, min(first + _NEAR, len(texts))) if texts[p] == ")"), first)
        names = sum(len(word) > 1 and word[0].isupper() and not word.isupper() for word in texts[first:close])
        return self._spelt(letters, first, close) or ((first, close) if names > 1 else None)

    def elsewhere(self, letters: str, uses: list[int]) -> Range | None:
        """The words that the article has anywhere for it, in capitals; or near it; or that say what it is."""
        found = self.named.get(letters.lower())
        for at in [] if found else uses[:_LOOKED_AT]:
            found = (
                self._spelt(letters, at - _NEAR, at)
                or self._spelt(letters, at + 1, at + 1 + _NEAR)
                or self._described(at)
                or self._apposed(letters, at)
            )
            if found:
                break
        return found

    # ------------------------------------------------------------------ spelt out

    def _every(self, names: list[int]) -> dict[str, Range]:
        """What every run of three to six initials in names stands for, where it stands first."""
        initials, places = self._initials(names)
        found: dict[str, Range] = {}
        for first in range(len(initials)):
            for size in _SIZES:
                letters = initials[first : first + size]
                if len(letters) < size or letters[-1] == " " or letters[0] == " ":
                    break
                found.setdefault(letters, (places[first], places[first + size - 1] + 1))
        return found

    def _spelt(self, letters: str, first: int, last: int) -> Range | None:
        """The words between two tokens whose initials are the letters, the ones nearest to the end."""
        initials, places = self._initials(range(max(0, first), min(last, len(self.texts))))
        at = initials.rfind(letters.lower())
        return (places[at], places[at + len(letters) - 1] + 1) if at >= 0 else None

    def _initials(self, positions: Iterable[int]) -> tuple[str, list[int]]:
        """The first letters of words and of their hyphened parts, with the token of each; a gap leaves a blank."""
        initials: list[str] = []
        places: list[int] = []
        reached = -1
        for at in positions:
            word = self.lowers[at]
            if word in self.little:
                continue
            if reached >= 0 and not self._bridged(reached, at):
                initials.append(" ")
                places.append(at)
            if word[0].isalpha():
                # U.S. stands for two words already.
                parts = [*word.replace(".", "")] if "." in word else [part[0] for part in word.split("-") if part]
                initials += parts
                places += [at] * len(parts)
            reached = at + 1
        return "".join(initials), places

    def _bridged(self, first: int, last: int) -> bool:
        """Whether only little words stand between two tokens."""
        return last - first <= _GAP and self.little.issuperset(self.lowers[first:last])

    # ------------------------------------------------------------------ said what it is

    def _described(self, at: int) -> Range | None:
        """A noun beside it that says what it is: the teachers' union NUT, the NTV channel, a format called UMD."""
        lowers, texts = self.lowers, self.texts
        before = at - 1
        if before > 0 and lowers[before] in self.articles:
            before -= 1
        if before >= 0 and lowers[before] in self.describing and texts[before].islower():
            return before, before + 1
        if before > 0 and (lowers[before] in self.naming or " ".join(lowers[before - 1 : before + 1]) in self.naming):
            return before - 1, before
        for after in range(at + 1, min(at + 3, len(lowers))):
            if not texts[after].islower():
                break
            if lowers[after] in self.heading:
                return after, after + 1
        return None

    def _apposed(self, letters: str, at: int) -> Range | None:
        """What follows it after a comma or dash: NUT, the teachers' union; RHB, Malaysia's biggest lender."""
        lowers, texts = self.lowers, self.texts
        if at + 4 >= len(lowers):
            return None
        mark, opener, word = lowers[at + 1 : at + 4]
        noun = not texts[at + 3].istitle() or word[0] == letters[0].lower()
        owner = word == GENITIVE and texts[at + 2][0].isupper()
        told = mark in _BREAKS and ((opener in self.articles and noun) or owner)
        return (at + 2, at + 5) if told or mark in self.standing else None
