"""Roles: a light grammatical picture of names and pronouns, read off the closed-class words around them.

No word is tagged. What stands before a name (preposition, verb, conjunction) and what follows it (a verb, 's) says
whether it is the subject of a clause, an object, a possessor or governed by a preposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.language.endings import endings_of
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_LONGEST_APPOSITION = 14  # tokens
_LONGEST_TITLE = 4  # small words before a name


class Role(NamedTuple):
    """How a name stands in its clause.

    name: subject, possessive, governed (after a preposition), object or other.
    joined: whether “and”, “or” or a comma joins it to the name before it.
    speaks: whether it is the subject of a verb of speaking.
    apposed: whether it stands in an apposition to what comes before (“his wife, Ann Lee,”).
    verb: the token of the verb after it, of which it may be the subject; 0 where there is none.
    """

    name: str
    joined: bool
    speaks: bool
    apposed: bool
    verb: int


#: The lists of nouns for people.
_NOUNS = ("offices", "titles", "relations", "gendered-nouns")


class Roles:
    """Reads the roles of names in one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words, union = facts.lexicon.words, facts.lexicon.union
        self.tokens = facts.tokens
        self.endings = endings_of(facts.lexicon)
        self.adverbs = union("speech-adverbs", "words-before-verbs")
        self.auxiliaries = union("speech-auxiliaries", "auxiliary-verbs")
        self.prepositions = words("prepositions")
        self.openers = words("clause-openers")
        self.determiners = words("determiners")
        self.links = words("list-links")
        self.relatives = words("relative-words")
        self.nouns = union(*_NOUNS)
        self.speaking = words("speech-verbs")
        self.no_verbs = union("prepositions", "clause-openers", "determiners", *_NOUNS)

    def of(self, first: int, last: int, start: int, end: int, before: tuple[int, str] | None) -> Role:
        """The role of the name at a token range, in a sentence's token range.

        `before` is the name before it in the sentence: one past its last token, and its role.
        """
        lowers = self.tokens.lowers
        joined = before is not None and self._joined(before[0], first)
        left = self._phrase_start(first, start)
        opener = lowers[left - 1] if left > start else ""
        apposed = opener == "," and start < left - 1 and left < first
        verb = self._verb_after(last, end)
        name = self._name(first, last, end, left, opener, verb, before[1] if joined and before else "")
        speaks = name == "subject" and (lowers[verb] if verb else opener) in self.speaking
        return Role(name, joined, speaks, apposed, verb)

    def _joined(self, last: int, first: int) -> bool:
        return first - last in (1, 2) and self.links.issuperset(self.tokens.lowers[last:first])

    def _name(self, first: int, last: int, end: int, left: int, opener: str, verb: int, joined_to: str) -> str:
        lowers = self.tokens.lowers
        follower = lowers[last] if last < end else ""
        if follower == GENITIVE or (follower in ("'", "’") and lowers[last - 1].endswith(self.endings.plural)):
            return "possessive"
        if opener in self.prepositions and not (verb and opener in self.openers):
            return "governed"
        if joined_to in ("governed", "object"):
            return joined_to
        if verb or opener in self.speaking:
            return "subject"
        small = opener[:1].isalpha() and self.tokens.texts[left - 1][0].islower()
        return "object" if small and opener not in self.no_verbs else "other"

    def _phrase_start(self, first: int, start: int) -> int:
        """The first token of the noun phrase that ends with a name: “former striker Ann Lee”, “the actress Ann Lee”."""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        left = first
        while left > start and texts[left - 1][0].isupper() and lowers[left - 1] not in self.prepositions:
            left -= 1
        small = left
        while (
            left > start
            and left > small - _LONGEST_TITLE
            and (lowers[left - 1] in self.nouns or (left < small and not self._closed(lowers[left - 1])))
        ):
            left -= 1
        if left < small and left > start and lowers[left - 1] in self.determiners:
            left -= 1
        return left

    def _closed(self, word: str) -> bool:
        return (
            not word[0].isalpha()
            or word in self.prepositions
            or word in self.openers
            or word in self.determiners
            or word in self.auxiliaries
            or word.endswith(self.endings.bent)
            or word in self.speaking
        )

    def _verb_after(self, last: int, end: int) -> int:
        """The token of the verb whose subject the name before it may be, or 0."""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        at = last
        if at < end and texts[at] in (",", "("):
            # Past an apposition or a clause: “Ann Lee, the mayor of Lund, said”, “Ann Lee (born 1901) wrote”.
            closing = next((i for i in range(at + 1, min(at + _LONGEST_APPOSITION, end)) if texts[i] in ",)"), 0)
            if not closing:
                return 0
            at = closing + 1
        while at < end and lowers[at] in self.adverbs and lowers[at] not in self.openers:
            at += 1
        if at >= end:
            return 0
        word = lowers[at]
        if word in self.auxiliaries and word not in self.relatives:
            return at
        plain = word[:1].isalpha() and texts[at][0].islower() and word not in self.no_verbs
        return at if plain and not word.endswith(self.endings.gerund + self.endings.adverb) else 0
