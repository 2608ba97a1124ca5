"""Credits: which words credit which quotation. The nearest and plainest way comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution, Work, credited, sentence_before, source_phrase
from factlint.facts.speech.crediting import credit_after, credit_before
from factlint.facts.speech.cues import Verbs, is_verb
from factlint.facts.speech.neighbours import by_neighbours
from factlint.facts.speech.outright import after_dash, before_colon, by_turns, in_brackets, labelled, signed, transcript
from factlint.facts.speech.pointers import point_back
from factlint.facts.speech.speakers import acts, phrases
from factlint.facts.speech.terms import is_said_by_nobody
from factlint.facts.speech.weighing import weigh
from factlint.tokens import GENITIVES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation, Sentence
    from factlint.facts.speech.speakers import Phrase
    from factlint.tokens import Tokens

_FAR = 80  # tokens back to the subject of a sentence
_BESIDE = 6  # tokens before a quotation in which a verb of another sense credits it
_LEAST = -3.0  # what the subject of a sentence must weigh


def attribute(facts: Facts, works: list[Work], verbs: Verbs) -> list[Attribution | None]:
    """The credit of every quotation, in order; None where nothing credits it."""
    ruled = by_rules(facts, works, verbs)
    answers = zip(works, weigh(facts, works, ruled, verbs), ruled, strict=True)
    weighed = [_settled(*answer) for answer in answers]
    point_back(facts, works, weighed, verbs)
    by_neighbours(facts, works, weighed, verbs)
    by_turns(facts, works, weighed)
    return [
        None if credit and credit.cue is None and _is_nobodys(facts, work, credit) else credit
        for work, credit in zip(works, weighed, strict=True)
    ]


def _is_nobodys(facts: Facts, work: Work, credit: Attribution) -> bool:
    """Whether what stands beside a quotation without a verb of saying cannot speak: the hour of an entry, “4.50pm”."""
    if not work.direct:
        return is_said_by_nobody(facts, work.quotation)
    hours = facts.lexicon.words("time-suffixes")
    subject = facts.tokens.lowers[credit.subject.first : credit.subject.last]
    return all(word in hours or not word[0].isalpha() for word in subject)


def by_rules(facts: Facts, works: list[Work], verbs: Verbs) -> list[Attribution | None]:
    """The credits that the order of words alone gives."""
    own = [_Search(facts, work, _following(works, place), verbs).credit() for place, work in enumerate(works)]
    by_neighbours(facts, works, own, verbs)
    return own


def _settled(work: Work, weighed: Attribution | None, ruled: Attribution | None) -> Attribution | None:
    """The weighed answer, unless the crediting words speak against it.

    Of “in the words of Ann Lee” not “the words”: what stands in the crediting phrase is nobody who speaks. Of “It was,
    in Ann Lee's words, “odd”” not “it”: a phrase that leads right to the quotation leaves no doubt.
    """
    if weighed is None or ruled is None or ruled.cue is None:
        return weighed
    first, last = ruled.cue
    inside = first < weighed.subject.last and weighed.subject.first < last
    leads = last - first > 1 and last in (work.first - 1, work.first) and first < ruled.subject.first
    return ruled if inside or leads else weighed


def works_of(facts: Facts, quotations: list[tuple[Quotation, bool]]) -> list[Work]:
    works: list[Work] = []
    for quotation, direct in quotations:
        first = facts.tokens.at(quotation.start)
        last = quotation.last
        while last < len(facts.tokens) and facts.tokens.ends[last] <= quotation.end:
            last += 1
        sentence = facts.sentence_at(quotation.start)
        before = sentence.first
        opens = True
        if works and works[-1].last > before:
            before, opens = min(works[-1].last, first), False
        works.append(Work(quotation, direct, first, last, before, opens))
    return works


def _following(works: list[Work], place: int) -> Work | None:
    return works[place + 1] if place + 1 < len(works) else None


class _Search:
    """The search for the credit of one quotation in its own sentence and the one before.

    after, end: the tokens behind the quotation in which its credit may stand.
    goes_on: whether its own sentence goes on there.
    led: whether a comma or colon leads to the quotation.
    pointed: whether it hands over to a credit with a comma, a question or exclamation mark, or just ends.
    """

    def __init__(self, facts: Facts, work: Work, following: Work | None, verbs: Verbs) -> None:
        self.facts = facts
        self.tokens = facts.tokens
        self.work = work
        self.verbs = verbs
        self.after, self.end, self.goes_on = _stretch_after(facts, work, following)
        self.led = work.first > work.before and self.tokens.texts[work.first - 1] in (",", ":")
        self.pointed = _is_pointed(facts, work)

    def credit(self) -> Attribution | None:
        facts, work, verbs = self.facts, self.work, self.verbs
        sure = transcript(facts, work) or signed(facts, work, verbs) or in_brackets(facts, work, verbs)
        if sure is None and work.direct:
            sure = after_dash(facts, work, verbs)
        if sure is None:
            sure = self._pointed_to()
        if sure is not None:
            return sure
        if not work.direct and not work.opens:
            # More words of the same sentence: those of whoever said the first, unless another verb comes in between.
            return self._before(near=False)
        if said := self._source_phrase() or self._by_verb() or after_dash(facts, work, verbs):
            return said
        if told := labelled(facts, work, verbs):
            return told
        return self._of_the_sentence() if not work.direct or self.led else self._colon()

    def _before(self, near: bool) -> Attribution | None:
        work = self.work
        reach = self.facts.sentence_at(work.quotation.start).first
        credit = credit_before(self.tokens, work.before, work.first, self.verbs, work.opens, near, reach)
        return credited("sentence", credit) if credit else None

    def _after(self, opens: bool = False) -> Attribution | None:
        credit = credit_after(self.tokens, self.after, self.end, self.verbs, opens)
        return credited("sentence", credit) if credit else None

    def _pointed_to(self) -> Attribution | None:
        """A credit that a comma, colon or question mark parts from the quotation."""
        if self.pointed and self.goes_on and (credit := self._after()):
            return credit
        if self.led and (credit := self._before(near=True)):
            return credit
        if named := before_colon(self.facts, self.work, self.verbs):
            return named
        return self._after(opens=not self.goes_on) if self.pointed and self.work.direct else None

    def _by_verb(self) -> Attribution | None:
        """A verb of saying anywhere before the quotation, one of another sense right before it, or one after it."""
        work = self.work
        if credit := self._before(near=False):
            return credit
        beside = range(max(work.before, work.first - _BESIDE), work.first)
        if any(is_verb(self.tokens, at, self.verbs, True) for at in beside) and (credit := self._before(near=True)):
            return credit
        return self._after() if self.goes_on and not work.opens else None

    def _source_phrase(self) -> Attribution | None:
        """According to X, in the words of X."""
        before = source_phrase(self.facts, self.work.before, self.work.first, self.verbs)
        return before or source_phrase(self.facts, self.after, self.end, self.verbs, at_once=True)

    def _of_the_sentence(self) -> Attribution | None:
        """Words woven into a sentence are those of its subject: He called it “odd”."""
        tokens, work, verbs = self.tokens, self.work, self.verbs
        candidates = list(phrases(tokens, work.before, work.first, verbs, work.opens))
        if not candidates:
            sentence = self.facts.sentence_at(work.quotation.start)
            floor = max(sentence.first, work.before - _FAR)
            candidates = list(phrases(tokens, floor, work.before, verbs, floor == sentence.first))
        if not candidates and (credit := self._after()):
            return credit
        weights = [_as_subject(tokens, phrase, verbs) - 0.2 * place for place, phrase in enumerate(candidates)]
        best = max(range(len(candidates)), key=weights.__getitem__, default=None)
        return Attribution(candidates[best], None, "sentence") if best is not None and weights[best] > _LEAST else None

    def _colon(self) -> Attribution | None:
        """The sentence before that ends with a colon, in the same paragraph or the one before."""
        if not self.work.opens and self.work.first > self.work.before:
            return None
        sentence = sentence_before(self.facts, self.work)
        if sentence is None or self.tokens.texts[sentence.last - 1] != ":":
            return None
        return _subject_of(self.facts, sentence, self.verbs, "colon")


def _stretch_after(facts: Facts, work: Work, following: Work | None) -> tuple[int, int, bool]:
    """The tokens after a quotation in which its credit may stand, and whether its own sentence goes on there."""
    paragraph = facts.paragraphs[work.quotation.last_paragraph]
    if work.last >= paragraph.last:
        return work.last, work.last, False
    sentence = facts.sentence_of(work.last)
    end = sentence.last
    if following is not None:
        end = min(end, max(following.first, work.last))
    return work.last, end, sentence.first < work.last


def _is_pointed(facts: Facts, work: Work) -> bool:
    """Whether a comma, question mark or exclamation mark hands over to a credit, or the utterance just ends."""
    tokens = facts.tokens
    at = work.quotation.last - 1
    while at > work.quotation.first and tokens.texts[at] in ("'", "’", "”", '"'):
        at -= 1
    final = tokens.texts[at] if at >= work.quotation.first else ""
    after = tokens.texts[work.last] if work.last < len(tokens) else ""
    return final[-1:] in ",?!—–-…" or after[:1] in ",—–" or (work.direct and final[-1:] != ".") or after[:1] == "-"


def _as_subject(tokens: Tokens, phrase: Phrase, verbs: Verbs) -> float:
    """How well a noun phrase serves as the subject of its sentence."""
    before = tokens.lowers[phrase.first - 1] if phrase.first else ""
    weight = -4.0 if before in verbs.prepositions else 0.0
    weight += 1.0 if phrase.kind != "described" else 0.0
    weight -= 3.0 if tokens.texts[phrase.last - 1] in GENITIVES else 0.0
    return weight + (2.5 if acts(tokens, phrase, verbs) else 0.0)


def _subject_of(facts: Facts, sentence: Sentence, verbs: Verbs, way: str) -> Attribution | None:
    """The subject of a sentence's last verb of saying, or its first noun phrase that no preposition governs."""
    tokens = facts.tokens
    credit = credit_before(tokens, sentence.first, sentence.last, verbs, True, near=True)
    if credit:
        return credited(way, credit)
    for phrase in phrases(tokens, sentence.first, sentence.last, verbs, True):
        before = tokens.lowers[phrase.first - 1] if phrase.first > sentence.first else ""
        if before not in verbs.prepositions and phrase.kind != "described":
            return Attribution(phrase, None, way)
    return None
