"""Clues: what a noun phrase, and the verb that follows it, say for or against its being somebody who speaks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.facts.speech.cues import is_verb, lemma
from factlint.facts.speech.sorts import sort_of, sorts_of
from factlint.facts.speech.speakers import subject_before
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.speech.attribution import Attribution, Work
    from factlint.facts.speech.cues import Verbs
    from factlint.facts.speech.speakers import Phrase

_FAR = 60  # tokens from a verb of saying to the quotation
_BESIDE = 8  # tokens before a quotation in which a verb of another sense may credit it
_WINDOW = 4  # tokens after a verb in which the clause that it opens may begin
_COUNTED = 3  # higher counts are all alike
_STEM = 3  # letters that a stem keeps at least
_VERBS = 4  # verbs of saying before a quotation that are told apart


class Clue(NamedTuple):
    """What one noun phrase says of itself.

    says: whether the word after it is a verb of saying (says), one only beside a quotation (nears), or not.
    told: the clues.
    """

    says: str
    told: list[str]


class Clues:
    """What an article's noun phrases say of themselves; each verb's subject is looked for once."""

    def __init__(self, facts: Facts, works: list[Work], given: list[Attribution | None], verbs: Verbs) -> None:
        self.facts = facts
        self.tokens = facts.tokens
        self.verbs = verbs
        self.sorts = sorts_of(facts.lexicon)
        self.contents = facts.lexicon.words("complement-openers")
        self.infinitives = facts.lexicon.words("to-words")
        self.endings = sorted(facts.lexicon.words("verb-endings"), key=lambda ending: (-len(ending), ending))
        rows = facts.lexicon.phrases("source-phrases").values()
        self.source_phrases = frozenset(words for row in rows for words in row)
        self.longest = max(map(len, self.source_phrases), default=0)
        self.speakers = self._speakers(works, given)
        self._subjects: dict[int, Phrase | None] = {}

    def _speakers(self, works: list[Work], given: list[Attribution | None]) -> Counter[str]:
        """How often the plain rules credit each name, by its last capitalised word, with a whole utterance."""
        found: Counter[str] = Counter()
        for work, credit in zip(works, given, strict=True):
            if work.direct and credit is not None and credit.subject.kind == "named":
                found[self._last_name(credit.subject)] += 1
        return found

    def _last_name(self, phrase: Phrase) -> str:
        texts = self.tokens.texts
        return next((texts[at] for at in range(phrase.last - 1, phrase.first - 1, -1) if texts[at][0].isupper()), "")

    # ------------------------------------------------------------------ of a phrase by itself

    def of(self, phrase: Phrase) -> Clue:
        """What a noun phrase and the words around it say, wherever the quotation stands."""
        lowers, verbs = self.tokens.lowers, self.verbs
        verb = self._verb_after(phrase.last)
        word = self._word(verb)
        says = self.says(verb)
        sort = sort_of(self.tokens, phrase, self.sorts)
        spoken = min(self.speakers[self._last_name(phrase)], _COUNTED) if phrase.kind == "named" else "unnamed"
        ahead = lowers[verb + 1 : verb + 1 + _WINDOW]
        clause = next((place for place, other in enumerate(ahead) if other in self.contents), "no")
        found = [
            f"sort {sort}",
            f"sort {sort} {says}",
            f"stem {self._stem(lemma(verbs, word))}",
            f"clause {clause} {says}",
            f"then {self._class(self._word(verb + 1))} {says}",
            f"speaks {spoken}",
            f"behind {self._small(self._word(phrase.first - 1), verbs.subordinators)} {says}",
        ]
        if word in self.infinitives and self.says(verb + 1) != "not":
            found.append("to say")
        if any(
            tuple(lowers[phrase.first - n : phrase.first]) in self.source_phrases for n in range(2, self.longest + 1)
        ):
            found.append("source phrase")
        return Clue(says, found)

    def says(self, at: int) -> str:
        """Whether a word is a verb of saying (says), one that is only beside a quotation (nears), or not."""
        word = self._word(at)
        return "says" if word in self.verbs.strong else "nears" if word in self.verbs.near else "not"

    def _word(self, at: int) -> str:
        return self.tokens.lowers[at] if 0 <= at < len(self.tokens) else "."

    def _verb_after(self, at: int) -> int:
        """The token behind a phrase where its verb stands, adverbs and auxiliaries passed over."""
        end = at + _WINDOW
        while at < end and (self._word(at) in self.verbs.adverbs or self._word(at) in self.verbs.auxiliaries):
            at += 1
        return at

    def _class(self, word: str) -> str:
        """A word's class, where it is a small word; else “word”."""
        verbs = self.verbs
        if not word[0].isalnum() or word in self.infinitives:
            return word
        if word in verbs.prepositions:
            return f"prep {word}"
        classes = (
            ("that", self.contents),
            ("determiner", verbs.determiners),
            ("pronoun", verbs.pronouns),
            ("adverb", verbs.adverbs),
        )
        return next((name for name, words in classes if word in words), "word")

    def _small(self, word: str, others: frozenset[str]) -> str:
        """A word itself, where it is a mark or a small word, of `others` too; else “word”."""
        verbs = self.verbs
        small = word in verbs.openers or word in verbs.prepositions or word in self.contents or word in others
        return word if small or not word[0].isalnum() else "word"

    def _stem(self, word: str) -> str:
        """A word without the ending of its inflexion."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _STEM:
                return word[: -len(ending)]
        return word

    # ------------------------------------------------------------------ before one quotation

    def lead(self, first: int) -> str:
        """The class of the word that stands before a quotation."""
        word = self._word(first - 1)
        says = self.says(first - 1)
        if says != "not":
            return says
        return "determiner" if word in self.verbs.determiners else self._small(word, self.verbs.auxiliaries)

    def verbs_before(self, start: int, first: int) -> list[tuple[int, Phrase | None]]:
        """The verbs of saying between the start of a sentence and a quotation, the last first, with their subjects."""
        found = []
        for verb in range(first - 1, max(start, first - _FAR) - 1, -1):
            if not is_verb(self.tokens, verb, self.verbs, verb >= first - _BESIDE):
                continue
            if self.facts.is_quoted(verb):
                continue
            if verb not in self._subjects:
                self._subjects[verb] = subject_before(self.tokens, start, verb, self.verbs, True)
            found.append((verb, self._subjects[verb]))
        return found

    def subject(self, phrase: Phrase, subjects: list[tuple[int, Phrase]]) -> list[str]:
        """Which of those verbs a phrase before the quotation is the subject of."""
        own = [place for place, (_, other) in enumerate(subjects) if overlap(phrase, other)]
        count = min(len(subjects), _VERBS)
        if not own:
            return [f"subject of none of {count}"]
        verb = subjects[own[0]][0]
        opens = self._word(verb + 1)
        then = "that" if opens in self.contents else "to" if opens in self.infinitives else "word"
        return [
            f"subject of {own[0]} of {count}",
            f"subject of {lemma(self.verbs, self._word(verb))}",
            f"subject {min(own[0], 2)} then {then}",
            f"subject of the first {own[-1] == len(subjects) - 1}",
        ]


def overlap(one: Phrase, two: Phrase) -> bool:
    """Whether two phrases share a token."""
    return one.first < two.last and two.first < one.last
