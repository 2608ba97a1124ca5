"""Closed days: what is to be done at a place, or within its hours, on a day of the week on which it is shut."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.language.model import Clause
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame

_WEEK = frozenset(range(7))
_WEEKEND = (5, 6)
_PLACES = frozenset({"artefact", "group", "place"})
_WORKS = frozenset({"making", "contact", "change", "consuming"})
_SMALL = frozenset({"ADP", "CCONJ", "PUNCT", "ADV", "DET", "PART"})
_BEFORE = 3  # tokens before “open” in which it is denied
_SENTENCES = 6  # from the days of a place to what is done there
_BEHIND = 14  # tokens from a verb to the day behind it


class _Shut(NamedTuple):
    """The days of the week on which a place is shut.

    days: 0 is Monday. part: the words that tell it. nouns: what the place is called. sentence: its number. last: the
    token behind those words.
    """

    days: frozenset[int]
    part: Stretch
    nouns: frozenset[str]
    sentence: int
    last: int


def closed_days(frame: Frame, within: set[int]) -> Iterator[Relation]:
    """Each such day; `within` are the sentences that tell of what is done during the hours of a place."""
    told, lexicon = list(_told(frame)), frame.facts.lexicon
    for moment in frame.facts.moments if told else ():
        if moment.weekday is None or moment.in_quote or moment.kind not in ("day", "weekday"):
            continue
        sentence = frame.sentence(moment.start)
        for shut in told:
            if moment.weekday not in shut.days or (sentence == shut.sentence and moment.first < shut.last):
                continue
            first = shut.last if sentence == shut.sentence else frame.facts.sentences[sentence].first
            words = frame.lowers[first : frame.facts.sentences[sentence].last]
            # “open on Monday for the holiday”, “shut, so that the roof can be mended”
            apart = sentence not in within and not lexicon.table("door-ways").keys().isdisjoint(words)
            if (
                apart
                or frame.has("off-hours-words", words)
                or not (sentence in within or _is_there(frame, shut, moment))
            ):
                continue
            text = frame.text(shut.part)
            working = frame.say("shut-on", one=text)
            yield frame.relation("opening-hours", moment, (1, 1), (0, 0), text, working, "strong", (shut.part,))
            break


def _told(frame: Frame) -> Iterator[_Shut]:
    """ "is shut on Mondays", “open Wednesday to Saturday”, “every day except Fridays”, “does not open on Sundays”."""
    lexicon = frame.facts.lexicon
    ways = {**dict.fromkeys(lexicon.words("shut-words"), "shut"), **lexicon.table("door-ways")}
    for at in frame.tokens.positions(ways.keys()):
        if frame.facts.in_quotation(frame.tokens.starts[at]):
            continue
        number = frame.facts.language.clause_of(at)
        clause = None if number is None else frame.facts.language.clauses[number]
        sentence = frame.facts.sentence_at(frame.tokens.starts[at])
        before = frame.lowers[max(sentence.first, at - _BEFORE) : at]
        denied = frame.has("negations", before)
        # “is open in summer but closed on Thursdays”: a form without an auxiliary of its own is no past.
        lasting = not frame.has("past-auxiliaries", before) and (clause is None or clause.tense != "future")
        days, last = _days(frame, at, sentence.last, ways[frame.lowers[at]] == "shut" or denied)
        if lasting and days:
            part = Stretch(frame.tokens.starts[at], frame.tokens.ends[last - 1])
            yield _Shut(days, part, _nouns(frame, sentence.first, at), sentence.number, last)


def _days(frame: Frame, at: int, roof: int, shut: bool) -> tuple[frozenset[int], int]:
    """The days on which a place is shut by the words behind “open” or “shut”, and the token behind them."""
    lexicon, lowers, tags = frame.facts.lexicon, frame.lowers, frame.facts.language.tags
    weekdays, endings = lexicon.table("weekdays"), lexicon.words("plural-and-third-person-endings")
    plurals = {f"{word}{ending}": word for word in weekdays for ending in endings}
    units = lexicon.table("time-units")
    found: list[int] = []
    often = spanned = excepted = False
    only = frame.has("only-words", lowers[at - 1 : at])
    last = place = at + 1
    while place < roof:
        word = lowers[place]
        day = weekdays.get(plurals.get(word, word))
        if day is not None:
            spans = bool(found) and place - last == 1 and frame.has("range-joiners", (lowers[last],))
            found += range(found[-1] + 1, int(day)) if spans else ()
            found.append(int(day))
            often, spanned, last = often or word in plurals, spanned or spans, place + 1
        elif word in lexicon.words("weekend-plurals"):
            found += _WEEKEND
            often, last = True, place + 1
        elif word in lexicon.words("exception-words"):
            if found:
                return frozenset(), last  # “on Mondays except in August”
            excepted = True
        elif tags[place] not in _SMALL and units.get(word) not in ("d", "week"):
            break
        only = only or frame.has("only-words", (word,))
        place += 1
    days = frozenset(found)
    if not days or not (often or (spanned and not shut)):
        return frozenset(), last
    if shut or excepted:
        return (_WEEK - days if shut and excepted else days), last
    return (_WEEK - days if only or spanned or len(days) > 1 else frozenset()), last


def _nouns(frame: Frame, first: int, last: int) -> frozenset[str]:
    """What may be the place in some tokens; where none is named, in the sentence before them."""
    language = frame.facts.language
    found = [at for at in range(first, last) if language.tags[at] == "NOUN"]
    places = [at for at in found if not _PLACES.isdisjoint(language.words.noun_classes(language.lemmas[at]))]
    if not places and first and frame.has("place-pronouns", frame.lowers[first : first + 1]):
        before = frame.facts.sentence_at(frame.tokens.starts[first - 1])
        return _nouns(frame, before.first, before.last) if before.last <= first else frozenset()
    return frozenset(language.lemmas[at] for at in places)


def _is_there(frame: Frame, shut: _Shut, moment: Moment) -> bool:
    """Whether a day dates what is to be done, or can be, at the place itself."""
    sentence = frame.sentence(moment.start)
    clause = _planned(frame, sentence, moment)
    if clause is None or abs(sentence - shut.sentence) > _SENTENCES:
        return False
    language, lowers = frame.facts.language, frame.lowers
    held = frame.facts.sentences[sentence]
    subject = None if clause.subject is None else language.phrases[clause.subject]
    itself = subject is not None and (subject.lemma in shut.nouns or sentence == shut.sentence)
    if itself and frame.has("hosting-lemmas", (clause.lemma,)):
        return True
    if not _WORKS.isdisjoint(clause.classes):
        return False  # “Workmen will lay a floor in the library on Sunday”
    behind, openers = range(clause.last, held.last), frame.facts.lexicon.union("at-words", "in-words")
    if abs(sentence - shut.sentence) <= 1 and frame.has("there-words", lowers[clause.last : held.last]):
        return True
    numbers = {number for at in behind if (number := language.phrase_at(at)) is not None}
    return any(
        language.phrases[number].lemma in shut.nouns and lowers[language.phrases[number].first - 1] in openers
        for number in numbers
    )


def _planned(frame: Frame, sentence: int, moment: Moment) -> Clause | None:
    """The clause of a day, where it is told of as to come or as what can be done."""
    language = frame.facts.language
    number = language.clause_of(moment.first)
    if number is None:
        near = [c for c in language.clauses_in(sentence) if 0 <= moment.first - c.last <= _BEHIND]
        clause = near[-1] if near else None
    else:
        clause = language.clauses[number]
    if clause is not None and clause.within is not None and clause.tense in ("none", "present"):
        clause = language.clauses[clause.within]
    planned = clause is not None and clause.standing in ("planned", "possible") and not clause.negated
    return clause if planned else None
