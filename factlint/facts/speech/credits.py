"""Credits: which words credit which quotation. The nearest and plainest way comes first."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution, Work
from factlint.facts.speech.cues import Verbs, is_verb, verbs_of
from factlint.facts.speech.speakers import Credit, Phrase, acts, credit_after, credit_before, phrase_at, phrases
from factlint.facts.speech.weighing import weigh

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation, Sentence

_SIGNATURE = 12  # tokens of a line that names the speaker
_FAR = 80  # tokens back to the subject of a sentence
_BESIDE = 6  # tokens before a quotation in which a verb of another sense credits it


def attribute(facts: Facts, quotations: list[tuple[Quotation, bool]], verbs: Verbs) -> list[Attribution | None]:
    """The credit of every quotation, in order; None where nothing credits it."""
    works = works_of(facts, quotations)
    weighed = weigh(facts, works, by_rules(facts, works, verbs), verbs)
    _by_neighbours(facts, works, weighed, verbs)
    return weighed


def by_rules(facts: Facts, works: list[Work], verbs: Verbs) -> list[Attribution | None]:
    """The credits that the order of words alone gives."""
    own = [_own_credit(facts, work, _following(works, place), verbs) for place, work in enumerate(works)]
    _by_neighbours(facts, works, own, verbs)
    return own


def _by_neighbours(facts: Facts, works: list[Work], own: list[Attribution | None], verbs: Verbs) -> None:
    """Fills in the credits that quotations have from those around them."""
    _share_in_paragraph(facts, works, own, verbs)
    _carry(facts, works, own, verbs)


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


# ------------------------------------------------------------------------------------------ in its own sentence


def _own_credit(facts: Facts, work: Work, following: Work | None, verbs: Verbs) -> Attribution | None:
    tokens = facts.tokens
    after, end, same = _stretch_after(facts, work, following)
    spoken = _transcript(facts, work, verbs)
    if spoken:
        return spoken
    if signed := _signed(facts, work, verbs):
        return signed
    pointed = _is_pointed(facts, work)
    reach = facts.sentence_at(work.quotation.start).first
    if pointed and same and (credit := credit_after(tokens, after, end, verbs, False)):
        return _as("sentence", credit)
    led = work.first > work.before and tokens.texts[work.first - 1] in (",", ":")
    if led and (credit := credit_before(tokens, work.before, work.first, verbs, work.opens, True, reach)):
        return _as("sentence", credit)
    if named := _before_colon(facts, work, verbs):
        return named
    if pointed and work.direct and (credit := credit_after(tokens, after, end, verbs, not same)):
        return _as("sentence", credit)
    if not work.direct and not work.opens:
        # More words of the same sentence: those of whoever said the first, unless another verb comes in between.
        credit = credit_before(tokens, work.before, work.first, verbs, False, False, reach)
        return _as("sentence", credit) if credit else None
    if phrase := _source_phrase(facts, work.before, work.first) or _source_phrase(facts, after, end, at_once=True):
        return phrase
    if credit := credit_before(tokens, work.before, work.first, verbs, work.opens, False, reach):
        return _as("sentence", credit)
    beside = max(work.before, work.first - _BESIDE)
    if any(is_verb(tokens, at, verbs, True) for at in range(beside, work.first)) and (
        credit := credit_before(tokens, work.before, work.first, verbs, work.opens, True, reach)
    ):
        return _as("sentence", credit)
    if same and (credit := credit_after(tokens, after, end, verbs, False)) and not work.opens:
        return _as("sentence", credit)
    if dash := _after_dash(facts, work, verbs):
        return dash
    if not work.direct or led:
        return _of_the_sentence(facts, work, after, end, verbs)
    return _colon(facts, work, verbs)


def _stretch_after(facts: Facts, work: Work, following: Work | None) -> tuple[int, int, bool]:
    """The tokens after a quotation in which its credit may stand, and whether its own sentence goes on there."""
    tokens = facts.tokens
    paragraph = facts.paragraphs[work.quotation.last_paragraph]
    if work.last >= paragraph.last:
        return work.last, work.last, False
    sentence = facts.sentence_at(tokens.starts[work.last])
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


def _before_colon(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """A name and a colon, with nothing else before the quotation: Ann Lee: “…”"""
    tokens = facts.tokens
    if work.first - 1 <= work.before or tokens.texts[work.first - 1] != ":":
        return None
    for phrase in phrases(tokens, work.before, work.first - 1, verbs, work.opens):
        opens = phrase.first == work.before or tokens.texts[phrase.first - 1] in ("-", "–", "—", "--", "from", "From")
        if opens and phrase.last == work.first - 1 and phrase.kind == "named":
            return Attribution(phrase, (work.first - 1, work.first), "sentence")
    return None


def _source_phrase(facts: Facts, start: int, end: int, at_once: bool = False) -> Attribution | None:
    """According to X, in the words of X."""
    tokens = facts.tokens
    verbs = verbs_of(facts.lexicon)
    for first, rows in facts.lexicon.phrases("source-phrases").items():
        places = tokens.index.get(first, [])
        for at in places[bisect_left(places, start) : bisect_left(places, end)]:
            if at_once and at > start + 2:
                continue
            for words in rows:
                last = at + len(words)
                if tuple(tokens.lowers[at:last]) == words and (phrase := phrase_at(tokens, last, end, verbs)):
                    return Attribution(phrase, (at, last), "sentence")
    return None


def _after_dash(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """“…” — X, also where the dash begins the next paragraph."""
    tokens = facts.tokens
    at = work.last
    if at + 1 >= len(tokens) or tokens.texts[at] not in ("—", "–", "--", "-", "~"):
        return None
    paragraph = facts.paragraph_at(tokens.starts[at])
    if paragraph.number - work.quotation.last_paragraph > 1 or paragraph.last - at > 15:
        return None
    phrase = phrase_at(tokens, at + 1, paragraph.last, verbs)
    return Attribution(phrase, (at, at + 1), "dash") if phrase and phrase.kind == "named" else None


def _transcript(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """“MS LEE: We wait.”, and Ms Lee: “We wait.”"""
    tokens = facts.tokens
    start, end = work.quotation.first, min(work.quotation.first + 6, work.quotation.last)
    for at in range(start + 1, end):
        if tokens.texts[at] == ":":
            words = [text for text in tokens.texts[start:at] if text[0].isalpha()]
            if words and (all(text.isupper() for text in words) or all(text[0].isupper() for text in words)):
                return Attribution(Phrase(start, at, "named"), (at, at + 1), "transcript")
            return None
    return None


def _signed(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """A quotation whose last line, within the marks, is the name of who said it, as in a pull quote."""
    tokens, quotation = facts.tokens, work.quotation
    line = tokens.text.rfind("\n", quotation.start, quotation.end)
    first = tokens.at(line) if line >= 0 else quotation.first
    if first == quotation.first or not 1 <= quotation.last - first <= _SIGNATURE:
        return None
    phrase = phrase_at(tokens, first, quotation.last, verbs)
    if phrase is None or phrase.kind != "named" or not tokens.texts[phrase.first][0].isupper():
        return None
    ends = phrase.last == quotation.last or tokens.texts[phrase.last] in (",", ".")
    return Attribution(phrase, None, "dash") if ends and phrase.last - phrase.first > 1 else None


def _of_the_sentence(facts: Facts, work: Work, after: int, end: int, verbs: Verbs) -> Attribution | None:
    """Words woven into a sentence are those of its subject: He called it “odd”."""
    tokens = facts.tokens
    candidates = list(phrases(tokens, work.before, work.first, verbs, work.opens))
    if not candidates:
        sentence = facts.sentence_at(work.quotation.start)
        floor = max(sentence.first, work.before - _FAR)
        candidates = list(phrases(tokens, floor, work.before, verbs, floor == sentence.first))
    if not candidates and end > after and (credit := credit_after(tokens, after, end, verbs, False)):
        return _as("sentence", credit)
    best, best_weight = None, -9.0
    for place, phrase in enumerate(candidates):
        before = tokens.lowers[phrase.first - 1] if phrase.first else ""
        weight = -0.2 * place
        weight -= 4 if before in verbs.prepositions else 0
        weight += 1.0 if phrase.kind != "described" else 0
        weight -= 3 if tokens.texts[phrase.last - 1] in ("'s", "’") else 0
        weight += 2.5 if acts(tokens, phrase, verbs) else 0
        if weight > best_weight:
            best, best_weight = phrase, weight
    return Attribution(best, None, "sentence") if best is not None and best_weight > -3 else None


def _colon(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """The sentence before that ends with a colon, in the same paragraph or the one before."""
    if not work.opens and work.first > work.before:
        return None
    sentence = _sentence_before(facts, work)
    if sentence is None or facts.tokens.texts[sentence.last - 1] != ":":
        return None
    return _subject_of(facts, sentence, verbs, "colon")


def _sentence_before(facts: Facts, work: Work) -> Sentence | None:
    own = facts.sentence_at(work.quotation.start)
    return facts.sentences[own.number - 1] if own.number > 0 else None


def _subject_of(facts: Facts, sentence: Sentence, verbs: Verbs, way: str) -> Attribution | None:
    """The subject of a sentence's last verb of saying, or its first noun phrase that no preposition governs."""
    tokens = facts.tokens
    credit = credit_before(tokens, sentence.first, sentence.last, verbs, True, near=True)
    if credit:
        return _as(way, credit)
    for phrase in phrases(tokens, sentence.first, sentence.last, verbs, True):
        before = tokens.lowers[phrase.first - 1] if phrase.first > sentence.first else ""
        if before not in verbs.prepositions and phrase.kind != "described":
            return Attribution(phrase, None, way)
    return None


# ------------------------------------------------------------------------------------------ by its neighbours


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
    for place in range(len(works) - 2, -1, -1):
        if own[place] is None and works[place].direct and _same_paragraph(works[place], works[place + 1]):
            later = own[place + 1]
            if later is not None and later.way in ("sentence", "dash") and _touch(facts, works, place):
                own[place] = _shared(facts, later, verbs, "paragraph")


def _touch(facts: Facts, works: list[Work], place: int) -> bool:
    return works[place + 1].first - works[place].last < 30


def _same_paragraph(one: Work, two: Work) -> bool:
    return one.quotation.last_paragraph == two.quotation.paragraph


def _reported_before(facts: Facts, works: list[Work], place: int, verbs: Verbs) -> Attribution | None:
    """Speech without marks between the quotation before and this one: X said that … “…”"""
    work = works[place]
    sentence = _sentence_before(facts, work)
    floor = works[place - 1].last if place else 0
    while sentence is not None and sentence.paragraph == work.quotation.paragraph and sentence.first >= floor:
        if (told := _told(facts, sentence, verbs, "paragraph")) is not None:
            return told
        sentence = facts.sentences[sentence.number - 1] if sentence.number else None
    return None


def _told(facts: Facts, sentence: Sentence, verbs: Verbs, way: str) -> Attribution | None:
    """Who tells something in a sentence without marks: of “Lee went on, saying the plan was dead” Lee.

    A thing beside the verb, or a participle, gives way to the first name or pronoun that does something.
    """
    tokens = facts.tokens
    credit = credit_before(tokens, sentence.first, sentence.last, verbs, True, near=False)
    if credit is None:
        return None
    if credit.subject.kind != "described" and not tokens.lowers[credit.cue].endswith("ing"):
        return _as(way, credit)
    for phrase in phrases(tokens, sentence.first, credit.cue, verbs, True):
        before = tokens.lowers[phrase.first - 1] if phrase.first > sentence.first else ""
        aside = tokens.texts[phrase.last] == ","
        if phrase.kind != "described" and before not in verbs.prepositions and (aside or acts(tokens, phrase, verbs)):
            return Attribution(phrase, (credit.cue, credit.cue_last), way)
    return _as(way, credit)


def _carry(facts: Facts, works: list[Work], own: list[Attribution | None], verbs: Verbs) -> None:
    """A quotation that opens a paragraph and has no credit goes on with the speaker of the paragraph before."""
    for place, work in enumerate(works):
        if own[place] is not None or not work.direct:
            continue
        number = work.quotation.paragraph
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


def _shared(facts: Facts, attribution: Attribution | None, verbs: Verbs, way: str) -> Attribution | None:
    """A credit handed on to another quotation: of “Ann Lee, who noted “…”” not “who” but the one it stands for."""
    if attribution is None:
        return None
    tokens, subject = facts.tokens, attribution.subject
    if tokens.lowers[subject.first] in facts.lexicon.words("relative-subjects"):
        last = subject.first - (subject.first > 0 and tokens.texts[subject.first - 1] == ",")
        sentence = facts.sentence_at(tokens.starts[subject.first])
        before = [phrase for phrase in phrases(tokens, sentence.first, last, verbs, True) if phrase.last == last]
        subject = before[-1] if before else subject
    return Attribution(subject, None, way)


def _as(way: str, credit: Credit) -> Attribution:
    return Attribution(credit.subject, (credit.cue, credit.cue_last), way)
