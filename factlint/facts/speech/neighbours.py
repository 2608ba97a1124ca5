"""Neighbours: credits that a quotation has from those around it, or from the sentences that report speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution, credited, sentence_before, source_phrase
from factlint.facts.speech.crediting import credit_after, credit_before
from factlint.facts.speech.cues import is_verb
from factlint.facts.speech.offers import Offers
from factlint.facts.speech.speakers import acts, past_aside, phrase_at, phrases

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.speech.attribution import Work
    from factlint.facts.speech.crediting import Credit
    from factlint.facts.speech.cues import Verbs
    from factlint.facts.speech.speakers import Phrase
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens


def by_neighbours(facts: Facts, works: list[Work], own: list[Attribution | None], verbs: Verbs) -> None:
    """Fills in the credits that quotations have from those around them."""
    _share_in_paragraph(facts, works, own, verbs)
    _carry(facts, works, own, verbs)


def _acting_before(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """Who does or is something in the sentence right before a whole utterance: Ann Lee laughed. “Ask my husband.”"""
    sentence = sentence_before(facts, work)
    if sentence is None or sentence.paragraph != work.quotation.paragraph or not work.opens:
        return None
    subject = phrase_at(facts.tokens, sentence.first, sentence.last, verbs, True)
    if subject is None or subject.kind == "described" or facts.in_quotation(sentence.end - 1):
        return None
    with_aside = subject._replace(last=past_aside(facts.tokens, subject.last, sentence.last))
    return Attribution(subject, None, "paragraph") if acts(facts.tokens, with_aside, verbs) else None


def _share_in_paragraph(facts: Facts, works: list[Work], own: list[Attribution | None], verbs: Verbs) -> None:
    """“…,” she said. “…”: the speaker goes on, unless another has said something in between."""
    for place, work in enumerate(works):
        if own[place] is not None:
            continue
        before = place - 1
        reported = _reported_before(facts, works, place, verbs)
        if reported is not None:
            own[place] = reported
        elif before >= 0 and _same_paragraph(works[before], work) and own[before] is not None:
            own[place] = _shared(facts, own[before], verbs, "paragraph")
        elif work.direct:
            own[place] = _acting_before(facts, work, verbs)
    for place in range(len(works) - 2, -1, -1):
        if own[place] is None and works[place].direct and _same_paragraph(works[place], works[place + 1]):
            later = own[place + 1]
            if later is not None and later.way in ("sentence", "dash", "pointed") and _touch(facts, works, place):
                own[place] = _shared(facts, later, verbs, "paragraph")


def _touch(facts: Facts, works: list[Work], place: int) -> bool:
    return works[place + 1].first - works[place].last < 30


def _same_paragraph(one: Work, two: Work) -> bool:
    return one.quotation.last_paragraph == two.quotation.paragraph


def _reported_before(facts: Facts, works: list[Work], place: int, verbs: Verbs) -> Attribution | None:
    """Speech without marks between the quotation before and this one: X said that … “…”"""
    work = works[place]
    sentence = sentence_before(facts, work)
    floor = works[place - 1].last if place else 0
    while sentence is not None and sentence.paragraph == work.quotation.paragraph and sentence.first >= floor:
        told = _told(facts, sentence, verbs, "paragraph") or _held(facts, sentence, verbs)
        if (told := told or source_phrase(facts, sentence.first, sentence.last, verbs)) is not None:
            return told._replace(way="paragraph")
        sentence = facts.sentences[sentence.number - 1] if sentence.number else None
    return None


def _told(facts: Facts, sentence: Sentence, verbs: Verbs, way: str) -> Attribution | None:
    """Who tells something in a sentence without marks: of “Lee went on, saying the plan was dead” Lee.

    A thing beside the verb, or a participle, gives way to the first name or pronoun that does something.
    """
    tokens = facts.tokens
    if (inserted := _inserted(facts, sentence, verbs)) is not None:
        return credited(way, inserted)
    credit = credit_before(tokens, sentence.first, sentence.last, verbs, True, near=False)
    if credit is None:
        return None
    if credit.subject.kind != "described" and not tokens.lowers[credit.cue].endswith(verbs.endings.gerund):
        return credited(way, credit)
    for phrase in phrases(tokens, sentence.first, credit.cue, verbs, True):
        before = tokens.lowers[phrase.first - 1] if phrase.first > sentence.first else ""
        aside = tokens.texts[phrase.last] == ","
        if phrase.kind != "described" and before not in verbs.prepositions and (aside or acts(tokens, phrase, verbs)):
            return Attribution(phrase, (credit.cue, credit.cue_last), way)
    return credited(way, credit)


def _inserted(facts: Facts, sentence: Sentence, verbs: Verbs) -> Credit | None:
    """A credit between commas, its verb first: Half of the tickets have gone, says the curator, Ann Lee, since May."""
    tokens = facts.tokens
    told = facts.lexicon.words("speech-verbs-with-objects")
    for comma in range(sentence.first + 1, sentence.last - 2):
        verb = comma + 1
        if tokens.texts[comma] != "," or tokens.lowers[verb] in told or not is_verb(tokens, verb, verbs, False):
            continue
        credit = credit_after(tokens, comma, sentence.last, verbs, False)
        if credit is None or credit.cue != verb or facts.is_quoted(verb):
            continue
        shown = credit.subject.kind != "described" or tokens.lowers[credit.subject.first] in verbs.determiners
        ends = credit.subject.last >= sentence.last or tokens.texts[credit.subject.last] in (",", ".", ";")
        if shown and ends:
            return credit
    return None


def _held(facts: Facts, sentence: Sentence, verbs: Verbs) -> Attribution | None:
    """Who thinks, recalls or rules in a sentence without a verb of saying that begins with him: Police believe …

    What comes first may be a clause up to a comma: Asked about the fire, Ann Lee blamed the wind.
    """
    tokens = facts.tokens
    comma = next((at for at in range(sentence.first, sentence.last) if tokens.texts[at] == ","), sentence.last)
    for start in (sentence.first, comma + 1):
        subject = phrase_at(tokens, start, sentence.last, verbs, start == sentence.first)
        if subject is not None and (verb := _holding(facts, subject, sentence.last, verbs)) is not None:
            last = min(subject.last, verb)
            if tokens.lowers[last - 1] not in verbs.determiners:
                return Attribution(subject._replace(last=last), (verb, verb + 1), "paragraph")
    return None


def _holding(facts: Facts, subject: Phrase, end: int, verbs: Verbs) -> int | None:
    """The verb of thinking behind a subject, or one of many senses that a “that” follows; it may look like a noun."""
    tokens, reporting = facts.tokens, facts.lexicon.words("reporting-verbs")
    at = past_aside(tokens, subject.last, end)
    while at < end and (tokens.lowers[at] in verbs.adverbs or tokens.lowers[at] in verbs.auxiliaries):
        at += 1
    if at < end and (
        tokens.lowers[at] in reporting or (tokens.lowers[at] in verbs.near and _that(tokens, at + 1, facts.lexicon))
    ):
        return at
    last = subject.last - 1
    return last if last > subject.first and tokens.texts[last] in reporting else None


def _that(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    return at < len(tokens) and tokens.lowers[at] in lexicon.words("source-that-words")


def _carry(facts: Facts, works: list[Work], own: list[Attribution | None], verbs: Verbs) -> None:
    """A quotation that opens a paragraph and has no credit goes on with the speaker of the paragraph before."""
    offers = Offers(facts)
    for place, work in enumerate(works):
        if own[place] is not None or not work.direct:
            continue
        number = work.quotation.paragraph
        if place and _same_paragraph(works[place - 1], work) and own[place - 1] is not None:
            own[place] = _shared(facts, own[place - 1], verbs, "carried")
            continue
        if place and works[place - 1].quotation.last_paragraph == number - 1 and own[place - 1] is not None:
            own[place] = _shared(facts, own[place - 1], verbs, "carried")
            continue
        if number == 0 or any(w.quotation.paragraph == number for w in works[:place]):
            continue
        above = [s for s in facts.sentences if s.paragraph == number - 1 and s.kind not in ("headline", "heading")]
        for sentence in reversed(above):
            if (told := _told(facts, sentence, verbs, "carried")) is not None:
                own[place] = told
                break
        if own[place] is None and above:
            own[place] = offers.offered(facts.paragraphs[number - 1])


def _shared(facts: Facts, attribution: Attribution | None, verbs: Verbs, way: str) -> Attribution | None:
    """A credit handed on to another quotation: of “Ann Lee, who noted “…”” not “who” but the one it stands for."""
    if attribution is None:
        return None
    tokens, subject = facts.tokens, attribution.subject
    if tokens.lowers[subject.first] in facts.lexicon.words("relative-subjects"):
        last = subject.first - (subject.first > 0 and tokens.texts[subject.first - 1] == ",")
        sentence = facts.sentence_of(subject.first)
        before = [phrase for phrase in phrases(tokens, sentence.first, last, verbs, True) if phrase.last == last]
        subject = before[-1] if before else subject
    return Attribution(subject, None, way)
