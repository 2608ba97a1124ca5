"""Gallery: the noun phrases of an article outside quotations, each with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.clues import Clues
from factlint.facts.speech.cues import is_verb
from factlint.facts.speech.speakers import Phrase, phrases
from factlint.record import NamedTuple
from factlint.tokens import DASHES, GENITIVE, GENITIVES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.speech.attribution import Attribution, Work
    from factlint.facts.speech.cues import Verbs

_MARKS = frozenset("“”\"'‘’«»")


class Place(NamedTuple):
    """A noun phrase of a sentence, outside quotations, with what stands around it.

    phrase: its tokens.
    before: the class of the word before it.
    after: the class of the word after it, adverbs passed over.
    owner: whether it is, or begins with, somebody's: “Lee's claim”.
    kind: of the phrase, with relative (who) and thing (it) told from the other pronouns.
    says: whether the word after it is a verb of saying (says), one only beside a quotation (nears), or not.
    clues_left: what it says of itself where it stands before a quotation.
    clues_right: the same where it stands after one.
    """

    phrase: Phrase
    before: str
    after: str
    owner: str
    kind: str
    says: str
    clues_left: list[str]
    clues_right: list[str]


class Gallery:
    """The noun phrases of an article's sentences, each sentence read once."""

    def __init__(self, facts: Facts, works: list[Work], given: list[Attribution | None], verbs: Verbs) -> None:
        self.facts = facts
        self.clues = Clues(facts, works, given, verbs)
        self.verbs = verbs
        self.told_apart = facts.lexicon.words("prepositions-before-speakers")
        self.nouns = facts.lexicon.words("speech-nouns")
        self.relatives = facts.lexicon.words("relative-subjects")
        self.things = facts.lexicon.words("pronouns-of-things")
        self._places: dict[int, list[Place]] = {}

    def places(self, sentence: int) -> list[Place]:
        """The noun phrases of a sentence by its number, those in quotations left out."""
        if sentence not in self._places:
            own = self.facts.sentences[sentence]
            found = [
                self._place(phrase, own.first)
                for phrase in self._phrases(own.first, own.last)
                if not self.facts.is_quoted(phrase.first)
            ]
            self._places[sentence] = found
        return self._places[sentence]

    def _phrases(self, first: int, last: int) -> list[Phrase]:
        """Noun phrases, and the relative pronouns and the “it” that may stand for one."""
        lowers = self.facts.tokens.lowers
        found = list(phrases(self.facts.tokens, first, last, self.verbs, True))
        taken = {at for phrase in found for at in range(phrase.first, phrase.last)}
        for at in range(first, last):
            word = lowers[at]
            if at in taken or not (word in self.relatives or word in self.things):
                continue
            # “Lee, who said”; a “that” only where a verb follows.
            if word in self.things or self._class_after(at + 1) in ("says", "nears", "aux", "past"):
                found.append(Phrase(at, at + 1, "pronoun"))
        return sorted(found)

    def _place(self, phrase: Phrase, opening: int) -> Place:
        tokens = self.facts.tokens
        words = tokens.lowers[phrase.first : phrase.last]
        owner = "none"
        if words[-1] in GENITIVES:
            owner = "bare"
        elif GENITIVE in words:
            owner = "speech" if words[-1] in self.nouns else "thing"
        elif words[-1] in self.nouns:
            owner = "noun"
        before = "opening" if phrase.first == opening else self._class_before(phrase.first - 1)
        clues = self.clues.of(phrase)
        return Place(
            phrase,
            before,
            self._class_after(phrase.last),
            owner,
            "relative" if words[0] in self.relatives else "thing" if words[0] in self.things else phrase.kind,
            clues.says,
            [f"left {clue}" for clue in clues.told],
            [f"right {clue}" for clue in clues.told],
        )

    def _class_before(self, at: int) -> str:
        tokens, verbs = self.facts.tokens, self.verbs
        word, text = tokens.lowers[at], tokens.texts[at]
        if word in verbs.prepositions and word not in verbs.openers:
            return f"prep {word}" if word in self.told_apart else "prep"
        if not word[0].isalnum():
            return "dash" if text in DASHES else "mark" if text in _MARKS else f"sign {text[0]}"
        if is_verb(tokens, at, verbs, False):
            return "says"
        if word in verbs.near:
            return "nears"
        for name, words in (
            ("subordinate", verbs.subordinators),
            ("opener", verbs.openers),
            ("aux", verbs.auxiliaries),
        ):
            if word in words:
                return name
        return "ending" if word.endswith(verbs.endings.bent) or word in verbs.pasts else "word"

    def _class_after(self, at: int) -> str:
        tokens, verbs = self.facts.tokens, self.verbs
        while at < len(tokens) and tokens.lowers[at] in verbs.adverbs:
            at += 1
        if at >= len(tokens):
            return "end"
        word, text = tokens.lowers[at], tokens.texts[at]
        if not word[0].isalnum():
            return "dash" if text in DASHES else "mark" if text in _MARKS else f"sign {text[0]}"
        if text[0].islower() and word in verbs.strong:
            return "says"
        if text[0].islower() and word in verbs.near:
            return "nears"
        if word in self.relatives:
            return "relative"
        classes = (("aux", verbs.auxiliaries), ("prep", verbs.prepositions), ("opener", verbs.openers))
        for name, words in classes:
            if word in words:
                return name
        if word in verbs.pasts or word.endswith(verbs.endings.past):
            return "past"
        return (
            "s"
            if word.endswith(verbs.endings.plural) and text[0].islower()
            else "capital"
            if text[0].isupper()
            else "word"
        )
