"""Offers: whom a paragraph of narration offers as the speaker of the quotation that opens the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution
from factlint.facts.speech.speakers import Phrase

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.language.model import Clause
    from factlint.language.model import Phrase as NounPhrase

_HOLDING = frozenset({"saying", "thinking", "feeling"})  # classes of verbs whose subject has something to say
_PEOPLE = frozenset({"person"})
_SPEAKING = _PEOPLE | {"group"}


class Offers:
    """Reads the narration of one article for those who may speak next; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.phrases = facts.language.phrases
        self.personal = facts.lexicon.without("speaker-pronouns-personal", "pronouns-inside-speech")
        self.new = facts.lexicon.words("indefinite-articles")

    def offered(self, paragraph: Paragraph) -> Attribution | None:
        """Who says, thinks or feels something in it, the last first; else who does something in its last sentence."""
        sentences = [s for s in self.facts.sentences[self._first(paragraph) :] if s.start < paragraph.end]
        for sentence in reversed(sentences):
            for clause in reversed(self._clauses(sentence.number)):
                if not _HOLDING.isdisjoint(clause.classes) and (told := self._subject(clause, True)) is not None:
                    return Attribution(told, (clause.verb, clause.verb + 1), "carried")
        for sentence in sentences[-1:]:
            for clause in self._clauses(sentence.number):
                if clause.kind == "main" and (told := self._subject(clause, False)) is not None:
                    return Attribution(told, None, "offered")
        return None

    def _first(self, paragraph: Paragraph) -> int:
        return self.facts.sentence_at(paragraph.start).number

    def _clauses(self, sentence: int) -> list[Clause]:
        """The clauses of a sentence that stand in no quotation, in order."""
        return [clause for clause in self.facts.language.clauses_in(sentence) if not clause.in_quote]

    def _subject(self, clause: Clause, holding: bool) -> Phrase | None:
        """The subject of a clause where it may speak: a name, he or she, a person; of who thinks so a body too."""
        if clause.subject is None:
            return None
        phrase: NounPhrase = self.phrases[clause.subject]
        if phrase.pronoun is not None:
            return Phrase(phrase.first, phrase.last, "pronoun") if phrase.pronoun in self.personal else None
        if phrase.owner is not None and not phrase.proper:
            phrase = self.phrases[phrase.owner]
        if phrase.proper:
            return Phrase(phrase.first, phrase.last, "named")
        shown = phrase.determiner is not None or self.facts.tokens.texts[phrase.first][0].isupper()
        if phrase.plural or not shown or phrase.determiner in self.new:
            return None  # “candidates qualify”, “a baker has bought it”: nobody who is known
        speaks = not (_SPEAKING if holding else _PEOPLE).isdisjoint(phrase.classes)
        return Phrase(phrase.first, phrase.last, "described") if speaks else None
