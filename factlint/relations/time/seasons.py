"""Seasons and quarters against months: shut “for the winter” on 12 June, a third quarter that ends in June."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import parts_of
from factlint.relations.time.frame import Frame, Place
from factlint.relations.time.stages import stage_at

_YEAR = 12
_MONTHS_IN = {"quarter": 3, "half": 6}
_WITHIN = 14  # tokens between a quarter and its last month
_BETWEEN = 10  # tokens between a season and the day
_APPOSED = 3  # tokens of “to June, the second quarter”
_BESIDE = 6  # tokens from a quarter to the first of its months
_FAR = 4.0  # months from the middle of a season at which nobody speaks of it
_OFF_TERM = 3.0  # months from the middle of a school term
_BREATH = 3  # tokens of “, in late”
_EDGE = 2.0  # months from its beginning or end


def find(frame: Frame) -> Iterator[Relation]:
    """Each season that a day is told for, and each quarter of the calendar with its months."""
    yield from _seasons(frame)
    yield from _quarters(frame)
    yield from _spelt_out(frame)


def _seasons(frame: Frame) -> Iterator[Relation]:
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    names, months = lexicon.table("season-names"), lexicon.values("season-months")
    turn = _turn(frame)
    southern = lexicon.words("southern-places")
    for at in frame.tokens.positions(names.keys()):
        # “the Australian winter” is one wherever the article is of.
        called = not southern.isdisjoint(lowers[max(0, at - 1) : at])
        if turn is None and not called:
            continue
        first, last = (month + (_YEAR // 2 if called else turn or 0) for month in months[names[lowers[at]]])
        place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at])
        if frame.facts.in_quotation(place.start) or not at:
            continue
        told = _is_deep(frame, at) or frame.has("weather-nouns", lowers[at + 1 : at + 2])
        now = _of_these_days(frame, at) if frame.day is not None and told else None
        if now is not None and frame.day is not None:
            yield _relation(frame, place, frame.day_line or now, parts_of(frame.day)[1], (first + last) / 2)
        elif _tied(frame, at):
            for moment in frame.moments.get(frame.sentence(place.start), ()):
                if moment.kind not in ("day", "month") or not moment.options or moment.in_quote:
                    continue
                if -_BETWEEN < moment.first - at < _BETWEEN:
                    yield _relation(frame, moment, place, parts_of(moment.options[0][0])[1], (first + last) / 2)
        elif (apposed := _apposed(frame, at)) is not None:
            terms = lexicon.values("school-terms") if frame.has("term-nouns", lowers[at + 1 : at + 2]) else {}
            opens, closes = terms.get(names[lowers[at]], (first, last))
            month = parts_of(apposed.options[0][0])[1]
            yield _relation(frame, apposed, place, month, (opens + closes) / 2, _OFF_TERM if terms else _FAR)
        elif frame.day is not None and frame.day_line is not None and _is_here(frame, at):
            yield _relation(frame, place, frame.day_line, parts_of(frame.day)[1], (first + last) / 2)
        else:
            ended = _bound(frame, at)
            if ended is not None:
                month = parts_of(ended[0].options[0][0])[1]
                edge = last - 1 if ended[1] == "end" else first + 1  # the months of a season are told wide
                yield _relation(frame, ended[0], place, month, edge, _EDGE)


def _relation(frame: Frame, claim: Place, part: Place, month: int, due: float, farthest: float = _FAR) -> Relation:
    """How many months lie between a month and the middle, or the edge, of a season; more than `farthest` is wrong."""
    away = min(abs(month + turn - due) for turn in (-2 * _YEAR, -_YEAR, 0, _YEAR))
    scaled = away * _FAR / farthest
    other = frame.text(part)
    return frame.relation("season", claim, (scaled, scaled), (0, _FAR), other, other, "strong", (part,))


def _turn(frame: Frame) -> int | None:
    """By how many months the seasons lie later: 6 where the dateline is of the south; nothing where none can tell."""
    southern = frame.facts.lexicon.words("southern-places")
    line = frame.day_line
    block = None if line is None else frame.facts.paragraph_at(line.start)
    if line is not None and block is not None and not southern.isdisjoint(frame.lowers[block.first : line.first]):
        return _YEAR // 2
    return 0 if southern.isdisjoint(frame.tokens.index) else None


def _apposed(frame: Frame, season: int) -> Moment | None:
    """ "at the end of the summer term, in December": the day or month told in one breath with a season."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    opens = season - 1 - frame.has("definite-articles", lowers[season - 1 : season])
    if lowers[opens] in lexicon.table("clause-orders") or lowers[opens] in lexicon.table("bounds"):
        return None  # “after the summer, in November”
    last = season + 1 + frame.has("season-heads", lowers[season + 1 : season + 2])
    for moment in frame.moments.get(frame.sentence(frame.tokens.starts[season]), ()):
        between = lowers[last : moment.first]
        told = moment.kind in ("day", "month") and moment.options and not moment.in_quote and not moment.relative
        if told and 0 < len(between) <= _BREATH and frame.has("leads-to-breaks", between[:1]):
            return moment if all(word in lexicon.words("leads-to") for word in between) else None
    return None


def _is_here(frame: Frame, season: int) -> bool:
    """ "Autumn is a week old", “summer has begun”: a season told as that of the article's own day."""
    language = frame.facts.language
    number = language.phrase_at(season)
    words = frame.words(frame.sentence(frame.tokens.starts[season]))
    if number is None or language.phrases[number].head != season or not frame.has("season-is-here-words", words):
        return False
    if frame.has("other-season-words", words) or frame.has("no-season-yet-words", words):
        return False
    here = frame.sentence(frame.tokens.starts[season])
    return any(
        c.sentence == here and c.subject == number and c.tense == "present" and not c.negated for c in language.clauses
    )


def _is_deep(frame: Frame, season: int) -> bool:
    """ "midsummer", "the height of summer": the very middle of a season."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    if lowers[season] in lexicon.words("middles-of-seasons"):
        return True
    back = lowers[max(0, season - 4) : season]
    return lexicon.words("of-words").intersection(back) != set() and frame.has("heights-of-seasons", back)


def _of_these_days(frame: Frame, season: int) -> Moment | None:
    """The weekday, or “yesterday”, that ties a season to the article's own days, no other time in its sentence."""
    moments = frame.moments.get(frame.sentence(frame.tokens.starts[season]), ())
    if len(moments) != 1 or not moments[0].relative or moments[0].in_quote:
        return None
    words = frame.words(frame.sentence(frame.tokens.starts[season]))
    return None if frame.has("other-season-words", words) else moments[0]


def _bound(frame: Frame, season: int) -> tuple[Moment, str] | None:
    """ "The winter ended in December", also as “It ended …” in the next sentence: the month, and end or begin."""
    language = frame.facts.language
    sentence = frame.sentence(frame.tokens.starts[season])
    number = language.phrase_at(season)
    for clause in (c for c in language.clauses if c.sentence in (sentence, sentence + 1)):
        subject = None if clause.subject is None else language.phrases[clause.subject]
        stage = stage_at(frame, clause.verb)
        if subject is None or stage not in ("begin", "end") or clause.negated or clause.in_quote:
            continue
        its = clause.sentence > sentence and frame.has("place-pronouns", (subject.pronoun or "",))
        opens = number is not None and language.phrases[number].first == frame.facts.sentences[sentence].first
        if (clause.sentence == sentence and clause.subject == number) or (its and opens):
            found = [m for m in frame.moments.get(clause.sentence, ()) if m.kind in ("day", "month") and m.options]
            if len(found) == 1 and found[0].first > clause.verb and not found[0].relative:
                return found[0], stage
    return None


def _tied(frame: Frame, season: int) -> bool:
    """Whether a season is what the day of its sentence lies in: “for the winter”."""
    lexicon, at = frame.facts.lexicon, season - 1
    if at > 0 and frame.lowers[at] in lexicon.words("definite-articles"):
        at -= 1
    return frame.lowers[at] in lexicon.words("for-words")


def _quarters(frame: Frame) -> Iterator[Relation]:
    """ "the third quarter of the calendar year, the three months to the end of June"."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    calendar = lexicon.words("calendar-year-words")
    for at in frame.tokens.positions(_MONTHS_IN.keys()):
        first = at - 2 if at > 1 and lowers[at - 1] in calendar else at - 1
        number = lexicon.table("ordinals").get(lowers[first]) if at else None
        size = _MONTHS_IN[lowers[at]]
        if number is None or number * size > _YEAR or calendar.isdisjoint(lowers[max(0, at - 3) : at + 6]):
            continue
        place = Stretch(frame.tokens.starts[first], frame.tokens.ends[at])
        for moment in frame.moments.get(frame.sentence(place.start), ()):
            behind, ahead = at < moment.first < at + _WITHIN, 0 < first - moment.last <= _APPOSED
            if moment.kind not in ("day", "month") or not (behind or ahead):
                continue
            if lexicon.words("end-of-span-words").isdisjoint(lowers[moment.first - 4 : moment.first]):
                continue
            month = _month(moment, frame)
            due = int(number) * size
            name = lexicon.values("month-names")[due - 1]
            told = f"{lowers[first]} {lowers[at]}"
            working = frame.say("quarter", one=told, result=name)
            yield frame.relation("quarter", moment, (month, month), (due, due), name, working, "strong", (place,))
            break


def _spelt_out(frame: Frame) -> Iterator[Relation]:
    """ "the third quarter, from April to June": the months right beside a quarter make another one.

    Firms whose year begins elsewhere say so, or have quarters that begin with another month than any of these.
    """
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    if frame.tokens.positions(lexicon.words("business-year-words")):
        return
    months, openers = lexicon.table("months"), lexicon.union("leads-to", "span-openers", "definite-articles")
    joiners = lexicon.words("range-joiners")
    for at in frame.tokens.positions(("quarter",)):
        number = lexicon.table("ordinals").get(lowers[at - 1]) if at else None
        begin = next((n for n in range(at + 1, min(at + _BESIDE, len(lowers))) if lowers[n] in months), None)
        if number is None or begin is None or begin + 2 >= len(lowers) or lowers[begin + 2] not in months:
            continue
        if lowers[begin + 1] not in joiners or not all(word in openers for word in lowers[at + 1 : begin]):
            continue
        if number * _MONTHS_IN["quarter"] > _YEAR or frame.facts.in_quotation(frame.tokens.starts[at]):
            continue
        first, last = int(months[lowers[begin]]), int(months[lowers[begin + 2]])
        due = int(number) * _MONTHS_IN["quarter"]
        whole = (last - first) % _YEAR + 1 == _MONTHS_IN["quarter"] and last % _MONTHS_IN["quarter"] == 0
        quarter = (last - first) % _YEAR + 1 == _MONTHS_IN["quarter"]
        if first != due - 2 and not whole and quarter:
            continue  # the year of a firm that begins with another month
        place = Stretch(frame.tokens.starts[at - 1], frame.tokens.ends[at])
        told = Stretch(frame.tokens.starts[begin], frame.tokens.ends[begin + 2])
        name = lexicon.values("month-names")[due - 1]
        working = frame.say("quarter", one=frame.text(place), result=name)
        stated = (last, last) if last != due else (first + 2, first + 2)
        yield frame.relation("quarter", told, stated, (due, due), name, working, "strong", (place,))


def _month(moment: Moment, frame: Frame) -> int:
    """The month that a moment names, 1 to 12; 0 where none of its words does."""
    months = frame.facts.lexicon.table("months")
    return next((int(months[word]) for word in frame.lowers[moment.first : moment.last] if word in months), 0)
