"""Tenses: what is told as past against days to come, as to come against days gone by."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import is_floating, parts_of
from factlint.language.model import Clause
from factlint.relations.time.frame import Frame, Link, comparable
from factlint.relations.time.persons import Persons
from factlint.tokens import GENITIVES

_FOREVER = 1e7
_SOON = 45  # days on in which a day without its year, told as past, is surely of this year
_RECENT = 90  # days back to which a day without its year is surely of this year
_YEAR = 366
_MONTH = 45
_TOLD = ("done", "reported")
_OPEN_ENDS = ("until", "by", "from", "since")
_FEW = 4  # days told as past beyond which an article is a chronicle
_ADVERB = 1  # tokens between a dated subject and its verb
_SUBJECT = 8  # tokens from the day back to the event that it dates
_EVENTS = frozenset({"event", "act", "document"})
_KINDS = ("day", "month", "year", "season", "weekday")
_ADVERBIAL = 6  # tokens from a verb to “last year”
_HAD = 2  # tokens of “had to” before an infinitive
_OWN_DAY = 8  # tokens from a verb in the present to the day that it dates
_AROUND = 6  # tokens around a clause and its time in which a word may look ahead


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated clause whose tense says on which side of the article's day its day lies."""
    persons = Persons(frame)
    yield from _behind_the_news(frame, persons)
    yield from _called_past(frame)
    yield from _called_ahead(frame)
    yield from _done_already(frame)
    if frame.day is not None:
        for sentence, moments in frame.moments.items():
            for moment in moments:
                told = moment.options and not moment.in_quote and moment.kind in _KINDS
                if told and is_floating(moment.options[-1]) == is_floating((frame.day, frame.day)):
                    yield from _against_today(frame, persons, sentence, moment)


# ------------------------------------------------------------------------------------------------- the article's day


def _against_today(frame: Frame, persons: Persons, sentence: int, moment: Moment) -> Iterator[Relation]:
    assert frame.day is not None
    low, high = min(days[0] for days in moment.options), max(days[1] for days in moment.options)
    day = frame.say("written", one=_day(frame))
    line = () if frame.day_line is None else (frame.day_line,)
    if moment.bound == "since" and low > frame.day:
        if moment.fixed or low - frame.day < _SOON:
            stated = moment.options[0]
            yield frame.relation(
                "past-to-come", moment, stated, (-_FOREVER, frame.day), day, day, "strong", line
            )  # fmt: skip
        return
    near = moment.kind == "day" and not moment.relative and frame.day - _RECENT < high < frame.day
    closing = _closing(frame, moment) if near else None
    if closing is not None:
        due = (frame.day, _FOREVER)
        yield frame.relation("future-gone-by", moment, (low, high), due, day, day, "strong", (closing, *line))
        return
    clause = _clause(frame, persons, moment)
    if clause is None:
        return
    parts = (Stretch(clause.start, clause.end), *line)
    soon = moment.kind == "day" and not moment.relative and low - frame.day <= _SOON
    if low > frame.day and (moment.fixed or soon) and _happened(frame, clause, sentence, moment):
        link: Link = "strong" if moment.fixed else "middling"
        yield frame.relation("past-to-come", moment, (low, high), (-_FOREVER, frame.day), day, day, link, parts)
    elif high < frame.day and high > frame.day - _YEAR and _open(frame, clause, moment):
        # “by June”, said in September, is the June to come; “until June”, said in July, is the one gone by.
        past_month = moment.kind == "month" and moment.bound == "until" and high > frame.day - _MONTH
        sure = moment.fixed or past_month or (moment.kind == "day" and high > frame.day - _RECENT)
        link = "strong" if sure else "weak"
        yield frame.relation("future-gone-by", moment, (low, high), (frame.day, _FOREVER), day, day, link, parts)


def _closing(frame: Frame, moment: Moment) -> Stretch | None:
    """ "Applications close on 15 November": the word right before a day that makes it the last to answer."""
    at = moment.first - 1 - frame.has("dating-words", frame.lowers[max(0, moment.first - 1) : moment.first])
    held = frame.facts.sentences[frame.sentence(moment.start)]
    if moment.bound == "until" and moment.first - 2 > held.first:
        told = frame.has("until-then-words", frame.lowers[moment.first - 2 : moment.first - 1])
        gone = frame.has("no-longer-words", frame.lowers[max(held.first, moment.first - _AROUND) : moment.first - 1])
        place = Stretch(frame.tokens.starts[moment.first - 2], frame.tokens.ends[moment.first - 1])
        return place if told and not gone else None
    answers = frame.has("answering-words", frame.lowers[held.first : at])
    if at <= held.first or not answers or not frame.has("closing-verbs", frame.lowers[at : at + 1]):
        return None
    return Stretch(frame.tokens.starts[at], frame.tokens.ends[at])


def _called_past(frame: Frame) -> Iterator[Relation]:
    """ "will be signed last Friday", “is expected by the end of last year”: to come, on a day that is called past."""
    language, lexicon, lowers = frame.facts.language, frame.facts.lexicon, frame.lowers
    which, units = lexicon.table("which-one"), lexicon.table("time-units").keys() | lexicon.table("weekdays").keys()
    gone = lexicon.words("days-gone-by")
    places = [at for at in frame.tokens.positions(which.keys() | gone) if lowers[at] in gone or which[lowers[at]] == -1]
    for first in places:
        last = first + 1 if lowers[first] in gone else first + 2
        called = lowers[first] in gone or (last < len(lowers) and lowers[last - 1] in units)
        if not called or last >= len(lowers) or lowers[last] in GENITIVES or frame.facts.quoted[first]:
            continue
        opens = _preposition(frame, first)
        sentence = frame.facts.sentence_at(frame.tokens.starts[first]).number
        clauses = [c for c in language.clauses if c.sentence == sentence and c.last <= opens]
        clause = max(clauses, key=lambda held: held.verb, default=None)
        if clause is None or opens - clause.last > _ADVERBIAL or "VERB" in language.tags[clause.last : first]:
            continue
        if (
            opens < first
            and not frame.has("dating-words", lowers[opens : opens + 1])
            and lowers[opens] not in _until(frame)
        ):
            continue
        if _is_ahead(frame, clause):
            place = Stretch(frame.tokens.starts[first], frame.tokens.ends[last - 1])
            text = frame.text(place)
            working = frame.say("called-past", one=text)
            parts = (Stretch(clause.start, clause.end),)
            yield frame.relation("future-gone-by", place, (-1, -1), (1, _FOREVER), text, working, "strong", parts)


def _called_ahead(frame: Frame) -> Iterator[Relation]:
    """ "She took up her post next month": done, in a time that is called one to come; reported speech may shift so."""
    language, lexicon, lowers = frame.facts.language, frame.facts.lexicon, frame.lowers
    which, units = lexicon.table("which-one"), lexicon.table("time-units")
    coming = lexicon.words("days-to-come")
    for first in frame.tokens.positions([*(word for word, way in which.items() if way == 1), *coming]):
        last = first + 1 if lowers[first] in coming else first + 2
        called = last <= len(lowers) and units.get(lowers[last - 1], "h") in ("week", "month", "year")
        if (
            not (called or lowers[first] in coming)
            or lowers[last - 1].endswith("s")
            or frame.facts.quoted[first]
            or not first
        ):
            continue
        if frame.has("definite-articles", lowers[first - 1 : first]):
            continue  # “in March and another the next week” is counted from March
        number = next((n for at in range(first - 1, max(0, first - _ADVERBIAL), -1)
                       if (n := language.clause_of(at)) is not None), None)  # fmt: skip
        clause = None if number is None else language.clauses[number]
        if clause is None or clause.kind != "main" or clause.tense != "past" or clause.standing != "done":
            continue
        held = frame.facts.sentences[clause.sentence]
        after = lowers[last : last + 1]
        ends = not after or (not after[0][0].isalnum() and after[0] not in GENITIVES)
        ends = ends or (lowers[first] in coming and language.tags[last] == "ADP")
        plain = not clause.negated and clause.voice == "active" and "saying" not in clause.classes
        free = "VERB" not in language.tags[clause.last : first] and not frame.has(
            "dating-words", lowers[first - 1 : first]
        )
        ahead = frame.has("ahead-words", lowers[held.first : first]) or frame.has("planning-verbs", (clause.lemma,))
        if ends and plain and free and not ahead and clause.lemma not in lexicon.words("pale-lemmas"):
            place = Stretch(frame.tokens.starts[first], frame.tokens.ends[last - 1])
            text = frame.text(place)
            working = frame.say("called-ahead", one=text)
            parts = (Stretch(clause.start, clause.end),)
            yield frame.relation("past-to-come", place, (1, 1), (-_FOREVER, 0), text, working, "strong", parts)


def _done_already(frame: Frame) -> Iterator[Relation]:
    """ "opened the bridge on Thursday … will open the bridge on Thursday": one thing, told as done and as to come."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    done: dict[tuple[str, str, int], tuple[Moment, Clause]] = {}
    ahead: list[tuple[tuple[str, str, int], Moment, Clause]] = []
    for moments in frame.moments.values():
        for moment in moments:
            number = language.clause_of(moment.first) if moment.kind == "weekday" and not moment.in_quote else None
            clause = None if number is None else language.clauses[number]
            held = None if clause is None or clause.object is None else language.phrases[clause.object]
            if clause is None or held is None or moment.weekday is None or clause.negated or held.proper:
                continue
            if held.determiner not in lexicon.words("definite-articles"):
                continue
            key = clause.lemma, held.lemma, moment.weekday
            if clause.tense == "past" and clause.standing == "done":
                done.setdefault(key, (moment, clause))
            elif clause.tense == "future" and not frame.has("once-more-words", frame.words(clause.sentence)):
                ahead.append((key, moment, clause))
    which = lexicon.table("which-one")
    for key, moment, clause in ahead:
        if key in done and frame.lowers[moment.first - 1] not in which and frame.lowers[moment.first] not in which:
            told = Stretch(done[key][1].start, done[key][0].end)
            working = frame.say("told-past", one=frame.text(told))
            parts = (Stretch(clause.start, clause.end), Stretch(done[key][1].start, done[key][1].end))
            yield frame.relation("future-gone-by", moment, (-1, -1), (1, _FOREVER), working, working, "strong", parts)


def _until(frame: Frame) -> frozenset[str]:
    return frame.facts.lexicon.words("by-words")


def _preposition(frame: Frame, first: int) -> int:
    """The first token of “by the end of last year”, or that of “last year” itself."""
    lowers, lexicon, tags = frame.lowers, frame.facts.lexicon, frame.facts.language.tags
    at = first
    if at > 1 and lowers[at - 1] in lexicon.words("of-words") and lowers[at - 2] in lexicon.words("part-of-time"):
        at -= 2
        at -= lowers[at - 1] in lexicon.words("definite-articles")
    return at - 1 if at and tags[at - 1] == "ADP" else at


def _is_ahead(frame: Frame, clause: Clause) -> bool:
    """Whether a clause tells of what is to come: “will be signed”, “is expected to win”, “is due”."""
    if frame.has("perfect-words", frame.lowers[clause.first : clause.last]) or clause.in_quote or clause.negated:
        return False
    if clause.tense == "future":
        return True
    clauses = frame.facts.language.clauses
    over = clause if clause.within is None else clauses[clause.within]
    planned = clause.standing == "planned" and clause.kind == "infinitive" and over.tense == "present"
    awaited = clause.tense == "present" and clause.voice == "passive" and frame.has("awaiting-verbs", (clause.lemma,))
    return planned or awaited


def _behind_the_news(frame: Frame, persons: Persons) -> Iterator[Relation]:
    """ "The panel met on 10 June …. Residents have until 3 June": told as to come, before a day told as past."""
    if frame.today is not None or not any(frame.moments.values()):
        return
    past: list[Moment] = []
    ahead: list[tuple[Moment, Clause]] = []
    for moments in frame.moments.values():
        for moment in moments:
            if moment.kind != "day" or len(moment.options) != 1 or moment.in_quote or moment.relative:
                continue
            clause = _clause(frame, persons, moment)
            if clause is None or clause.negated:
                continue
            if (
                clause.tense == "past"
                and clause.standing == "done"
                and not moment.bound
                and clause.kind != "infinitive"
            ):
                past.append(moment)
            elif _open(frame, clause, moment):
                ahead.append((moment, clause))
    for moment, clause in ahead:
        days = moment.options[0]
        later = [m for m in past if comparable(m.options[0], days) and 0 < m.options[0][0] - days[1] <= _SOON]
        earlier = any(0 <= days[0] - m.options[0][1] <= _SOON for m in past if comparable(m.options[0], days))
        if len(past) <= _FEW and later and not earlier:
            told = frame.say("told-past", one=frame.text(later[0]))
            due = (later[0].options[0][0], _FOREVER)
            parts = (Stretch(clause.start, clause.end), later[0])
            yield frame.relation("future-gone-by", moment, days, due, told, told, "strong", parts)


def _clause(frame: Frame, persons: Persons, moment: Moment) -> Clause | None:
    """The clause that a moment dates: it stands in one of its oblique phrases, not within another phrase."""
    language = frame.facts.language
    dating = frame.facts.lexicon.words("dating-words")
    before = frame.lowers[moment.first - 1] if moment.first else ""
    following = _of_dated_event(frame, persons, moment) if before in dating else None
    if following is not None:
        return following
    number = persons.clause_of(moment)
    if number is None:
        number = next((n for n, c in persons.clauses(frame.sentence(moment.start)) if c.last == moment.first), None)
    if number is None:
        return None
    clause = language.clauses[number]
    ahead = language.tags[moment.first - 2] if before in dating and moment.first > 1 else ""
    if ahead == "ADJ" and clause.predicate is None:
        return None  # “kept its dividend, payable on 12 May”
    for preposition, phrase in clause.obliques:
        if frame.lowers[preposition] not in dating:
            continue
        held = language.phrases[phrase]
        if held.first <= moment.last - 1 < held.last or held.first <= moment.first < held.last:
            return clause
    attribute = clause.attribute
    if (
        attribute is not None
        and language.phrases[attribute].first <= moment.last - 1 < language.phrases[attribute].last
    ):
        return clause
    if moment.bound in ("until", "by") or clause.last == moment.first:
        return clause
    return clause if before in dating else None


def _of_dated_event(frame: Frame, persons: Persons, moment: Moment) -> Clause | None:
    """ "Its concert on 20 December drew 800": the clause whose subject is the event that a moment dates."""
    language = frame.facts.language
    for _, clause in persons.clauses(frame.sentence(moment.start)):
        if not 0 <= clause.first - moment.last <= _ADVERB or clause.kind != "main":
            continue
        opener = max(frame.facts.sentence_at(moment.start).first, moment.first - _SUBJECT)
        for at in range(moment.first - 2, opener - 1, -1):
            number = language.phrase_at(at)
            phrase = None if number is None else language.phrases[number]
            if language.tags[at] in ("VERB", "AUX"):
                return None
            if phrase is not None and phrase.head == at and not _EVENTS.isdisjoint(phrase.classes):
                # Not of “which gave notice of a strike on 17 September, wants”.
                return clause if clause.subject in (None, number) else None
    return None


def _happened(frame: Frame, clause: Clause, sentence: int, moment: Moment) -> bool:
    """Whether a clause tells, in the past, of what has been done; nothing around it looks ahead."""
    if clause.tense != "past" or clause.negated or clause.standing not in _TOLD or moment.bound in _OPEN_ENDS:
        return False
    held = frame.facts.sentences[sentence]
    if clause.kind in ("subordinate", "relative") and _is_beyond(frame, clause, moment):
        return False
    first, last = min(clause.first, moment.first), max(clause.last, moment.last)
    marks = (at for at in range(last, held.last) if not frame.lowers[at][0].isalnum())
    around = range(max(held.first, first - _AROUND), min(held.last, last + _AROUND, next(marks, held.last)))
    words = [frame.lowers[at] for at in around if not moment.first <= at < moment.last]
    return not frame.has("ahead-words", words) and not frame.has("planning-verbs", (clause.lemma,))


def _is_beyond(frame: Frame, clause: Clause, moment: Moment) -> bool:
    """ "They finish where they began, in Paisley, on 1 November": of the main verb in the present, behind a stop."""
    tags, clauses = frame.facts.language.tags, frame.facts.language.clauses
    main = [c for c in clauses if c.sentence == clause.sentence and c.kind == "main" and c.verb < clause.first]
    return bool(main) and main[-1].tense in ("present", "future") and "PUNCT" in tags[clause.last : moment.first]


def _open(frame: Frame, clause: Clause, moment: Moment) -> bool:
    """Whether a clause tells of what is still to come: “will meet on”, “has until”, “can apply by”."""
    if clause.tense == "future":
        return not moment.bound or moment.bound in ("until", "by", "from")
    if not _agrees(frame, clause):
        return False
    if clause.tense == "present" and moment.kind == "day" and not moment.relative and not moment.bound:
        if frame.has("deadline-words", _subject_words(frame, clause)):
            return True  # “The deadline is Monday, 5 January”
        plain = clause.last - clause.first == 1 and clause.kind == "main" and not _is_of_somebody(frame, clause)
        plain = plain and moment.first - clause.last <= _OWN_DAY  # “results from the ruling of the court on July 8”
        return plain and (frame.day is None or moment.options[-1][1] > frame.day - _SOON)
    if _ends_a_period(frame, moment) or _ends_a_span(frame, moment):
        return False
    shifted = clause.kind == "infinitive" and frame.has(
        "no-longer-words", frame.lowers[max(0, clause.first - _HAD) : clause.first]
    )
    if clause.kind in ("infinitive", "participle") and _is_of_the_past(frame, clause):
        return False  # “an attempt to delay it until September failed”
    if moment.relative and moment.options[-1][1] < (frame.day or 0):
        return False  # “until last month, had never met”: nothing to come is told so
    if moment.bound in ("until", "by") and clause.tense in ("present", "none") and not shifted:
        return clause.standing != "reported" and not frame.has(
            "perfect-words", frame.lowers[clause.first : clause.last - 1]
        )
    return False


def _agrees(frame: Frame, clause: Clause) -> bool:
    """Whether a verb in the present fits its subject: the “swim” of “organised a walk and a mass swim” is no verb."""
    subject = None if clause.subject is None or clause.shared else frame.facts.language.phrases[clause.subject]
    if subject is None or clause.tense != "present" or clause.last - clause.first > 1:
        return True
    many = subject.plural or subject.pronoun is not None or subject.conjoined or "group" in subject.classes
    return bool(many) or frame.lowers[clause.verb] != clause.lemma


def _is_of_the_past(frame: Frame, clause: Clause) -> bool:
    """Whether all that a sentence tells by itself is past, so that what was to be done may be over too."""
    here = (c for c in frame.facts.language.clauses if c.sentence == clause.sentence and c.kind != "relative")
    return {c.tense for c in here} - {"none"} == {"past"}


def _ends_a_span(frame: Frame, moment: Moment) -> bool:
    """ "follows 200 families from 2020 to 2024", “pay from April to January”: the last of the years or months told."""
    here = frame.moments.get(frame.sentence(moment.start), ())
    begun = (m for m in here if m.bound == "from" and m.kind == moment.kind and m.last < moment.first)
    return moment.kind in ("year", "month") and any(moment.first - m.last <= 1 for m in begun)


def _ends_a_period(frame: Frame, moment: Moment) -> bool:
    """Whether a moment ends the period that an account is of: "profit for the half-year to the end of June"."""
    opens = _preposition(frame, moment.first)
    opens = moment.first - 1 if opens == moment.first else opens
    return opens > 0 and frame.lowers[opens - 1] in frame.facts.lexicon.words("periods-of-account")


def _is_of_somebody(frame: Frame, clause: Clause) -> bool:
    """Whether a clause has no subject of its own, or one that writes, speaks or does: people, “it”."""
    if clause.subject is None or "saying" in clause.classes or "seeing" in clause.classes:
        return True
    subject = frame.facts.language.phrases[clause.subject]
    return subject.pronoun is not None or "person" in subject.classes


def _subject_words(frame: Frame, clause: Clause) -> list[str]:
    """The words of a clause's subject."""
    if clause.subject is None:
        return []
    phrase = frame.facts.language.phrases[clause.subject]
    return list(frame.lowers[phrase.first : phrase.last])


def _day(frame: Frame) -> str:
    assert frame.day is not None
    year, month, day = parts_of(frame.day)
    told = f"{day} {frame.facts.lexicon.values('month-names')[month - 1]}"
    return told if frame.today is None else f"{told} {year}"
