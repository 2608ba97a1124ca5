"""Days: the weekday, month or year of a headline or caption, where the text has only others for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Moment, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.relations.headlines.story import Story

_WEEK = 7
_LONG = frozenset({"decade", "century"})
_FEW = 2  # weekdays of a text that has but these to speak of
_REACH = 6  # tokens around a weekday within which another day is told from it


def find_days(story: Story) -> Iterator[Contrast]:
    """Every weekday of a headline, and year of a headline or caption, that the text never names."""
    moments = story.facts.moments
    told = [one for one in moments if story.facts.sentence_at(one.start).number in story.numbers]
    for line in (*story.display, *story.captions):
        for stated in moments:
            if not line.paragraph.start <= stated.start < line.paragraph.end:
                continue
            if stated.kind == "weekday" and stated.weekday is not None and line.kind != "caption":
                yield from _weekday(story, line, stated, told)
            elif stated.kind == "year":
                yield from _year(story, line, stated, told)
            elif stated.kind == "month":
                yield from _month(story, line, stated, told)
        if line.kind != "caption" and not story.asks(line):
            yield from _season(story, line, told)


def _weekday(story: Story, line: Line, stated: Moment, told: list[Moment]) -> Iterator[Contrast]:
    before = story.tokens.lowers[stated.first - 1] if stated.first > line.paragraph.first else ""
    if before in story.facts.lexicon.words("everybody-words"):
        return  # “every Monday and Thursday” is “twice a week”
    if (other := _only_limit(story, stated, told)) is not None:
        yield _contrast(story, line, stated, other)
        return
    if any(one.kind == "day" or (one.relative and one.weekday is None and one.kind != "year") for one in told):
        return  # “yesterday”, “8 May”: which day of the week that was the text does not tell
    if any(word + "s" in story.text.lowers for word in story.tokens.lowers[stated.first : stated.last]):
        return  # “Sunday ferries”: asked whether they ought to sail on Sundays
    days = [one for one in told if one.weekday is not None]
    limit = _limit(story, stated)
    if any(stated.weekday in _meant(story, one) for one in days):
        yield from _other_time(story, line, stated, days)
        yield from _other_limit(story, line, stated, days, limit)
        return
    if limit:
        # “Told to stay at home until Monday” is not about the Wednesday of the fire.
        days = [one for one in days if _limit(story, one) == limit]
    about = story.telling(line.paragraph.first, line.paragraph.last)
    few = len({one.weekday for one in days}) <= _FEW
    for one in days:
        number = story.facts.sentence_at(one.start).number
        if few and not one.in_quote and (number in story.lead or len(days) > 1):
            yield _contrast(story, line, stated, one)
            return
        if about & story.about(number) and (number in story.lead or not story.facts.in_quotation(one.start)):
            yield _contrast(story, line, stated, one)
            return


def _limit(story: Story, moment: Moment) -> str:
    """Whether a weekday is told as the first or the last of something: “from Monday”, “until Friday”."""
    first = max(story.facts.sentence_at(moment.start).first, moment.first - _REACH)
    before = story.tokens.lowers[first : moment.first]
    for word in reversed(before):
        for name in ("from-words", "until-words"):
            if word in story.facts.lexicon.words(name):
                return name
        if word in story.facts.lexicon.words("clause-enders") or word in story.facts.lexicon.words("conjunctions"):
            return ""
    return ""


def _only_limit(story: Story, stated: Moment, told: list[Moment]) -> Moment | None:
    """The one weekday on which the text has something begin or end as a line has it on a day that the text never names.

    What was yesterday is no day on which it is to begin.
    """
    limit = _limit(story, stated)
    days = [one for one in told if one.weekday is not None]
    alike = [one for one in days if limit and _limit(story, one) == limit and not one.in_quote]
    named = any(stated.weekday in _meant(story, one) for one in days) or any(
        one.kind == "day" and not one.relative for one in told
    )
    return None if named or len({one.weekday for one in alike}) != 1 else alike[0]


def _other_limit(story: Story, line: Line, stated: Moment, days: list[Moment], limit: str) -> Iterator[Contrast]:
    """A day that a line has something begin or end on, where the text has it so of one other day alone."""
    alike = [one for one in days if limit and _limit(story, one) == limit and not one.in_quote]
    if not alike or any(stated.weekday in _meant(story, one) for one in alike) or len(alike) > 1:
        return
    plain_days = [one for one in days if stated.weekday in _meant(story, one)]
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    sentences = [story.facts.sentence_at(one.start) for one in plain_days]
    if any(about & story.telling(one.first, one.last) for one in sentences):
        return
    yield _contrast(story, line, stated, alike[0])


def _is_to_come(story: Story, moment: Moment) -> bool | None:
    """Whether a day is told as still to come, by its clause or its own word; None where no clause has it."""
    own = story.tokens.lowers[max(0, moment.first - 1) : moment.last + 1]
    if not story.facts.lexicon.words("words-of-days-gone").isdisjoint(own):
        return False
    clause = story.clause_before(moment.first)
    return None if clause is None else clause.standing not in ("done", "reported", "alleged")


def _other_time(story: Story, line: Line, stated: Moment, days: list[Moment]) -> Iterator[Contrast]:
    """A day on which a line has something still to come, which the text has for what is past, and another to come."""
    if not _is_to_come(story, stated):
        return
    coming = [one for one in days if _is_to_come(story, one) is not False]
    if any(stated.weekday in _meant(story, one) for one in coming):
        return
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    for one in coming:
        number = story.facts.sentence_at(one.start).number
        if number in story.lead and not one.in_quote and about & story.about(number):
            yield _contrast(story, line, stated, one)
            return


def _meant(story: Story, moment: Moment) -> set[int]:
    """A weekday, and the one that the words around tell from it: “Wednesday, the morning after”."""
    assert moment.weekday is not None
    around = range(max(1, moment.first - _REACH), min(len(story.tokens.lowers) - 1, moment.last + _REACH))
    found = {moment.weekday}
    for name, step in (("day-after-words", -1), ("day-before-words", 1)):
        words = story.facts.lexicon.words(name)
        if any(story.tokens.lowers[at] in words and _tells_a_day(story, at) for at in around):
            found.add((moment.weekday + step) % _WEEK)
    return found


def _tells_a_day(story: Story, at: int) -> bool:
    """Whether a word tells one day from another: “the morning after”, “the next day”; not “after five months”."""
    lowers, words = story.tokens.lowers, story.facts.lexicon.words
    days = words("sides-of-day-words") | words("nouns-of-days")
    behind = lowers[at - 1] in days and at > 1 and lowers[at - 2] not in words("weekday-words")
    return behind or lowers[at + 1] in days


def _year(story: Story, line: Line, stated: Moment, told: list[Moment]) -> Iterator[Contrast]:
    """A year that the text lacks, while it has another behind the same preposition, or for the same thing's making."""
    # “In the 2040s” is not by 2040.
    if not stated.options or any(_overlap(stated, one) for one in told if one.kind not in _LONG):
        return
    tokens = story.tokens
    before = tokens.lowers[stated.first - 1] if stated.first > line.paragraph.first else ""
    if before not in story.facts.lexicon.words("prepositions-of-years"):
        return
    about = story.telling(line.paragraph.first, line.paragraph.last)
    for one in told:
        sentence = story.facts.sentence_at(one.start)
        same = tokens.lowers[one.first - 1] == before
        if one.kind != "year" or one.in_quote or not same:
            continue
        clause = story.clause_before(one.first)
        if clause is not None and clause.kind == "relative":
            continue  # “whose family has grown hops since 1790”
        near = story.telling(max(sentence.first, one.first - 8), one.last)
        made = clause is not None and clause.lemma in story.facts.lexicon.words("making-verbs")
        certain = made or before not in story.facts.lexicon.words("in-words")
        if certain and about & (near if made else story.about(sentence.number)):
            yield _contrast(story, line, stated, one)
            return


def _month(story: Story, line: Line, stated: Moment, told: list[Moment]) -> Iterator[Contrast]:
    """A month that the text never names, where it opens with another of what the line tells."""
    months, tokens = story.facts.lexicon.table("months"), story.tokens
    own = {months[word] for word in tokens.lowers[stated.first : stated.last] if word in months}
    if len(own) != 1 or any(months.get(word.removesuffix(".")) in own for word in story.text.lowers):
        return
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    deeds = set(story.language.lemmas[line.paragraph.first : line.paragraph.last])
    for one in told:
        number = story.facts.sentence_at(one.start).number
        if one.kind not in ("month", "day") or one.relative or one.in_quote or number not in story.lead:
            continue
        clause = story.clause_before(one.first)
        alike = tokens.lowers[one.first - 1] == tokens.lowers[stated.first - 1]
        if one.kind == "day":  # “to vote on pool in June” over “will vote on it on 14 July”
            alike = clause is not None and clause.lemma in deeds and len([m for m in told if m.kind == "day"]) == 1
        if alike and about & story.about(number):
            yield _contrast(story, line, stated, one)
            return


def _season(story: Story, line: Line, told: list[Moment]) -> Iterator[Contrast]:
    """A season in which a line has something happen, where the text has it in another, and names no month or day."""
    seasons, tokens = story.facts.lexicon.words("seasons-of-the-year"), story.tokens
    spot = line.paragraph
    own = [at for at in range(spot.first, spot.last) if tokens.lowers[at] in seasons and _is_when(story, at)]
    if len(own) != 1 or tokens.lowers[own[0]] in story.text.lowers or any(m.kind in ("month", "day") for m in told):
        return
    deeds = {clause.lemma for clause in story.clauses_of(spot.first, spot.last)}
    for one in story.sentences:
        places = [at for at in range(one.first, one.last) if tokens.lowers[at] in seasons and _is_when(story, at)]
        clause = story.clause_before(places[0]) if places and one.number in story.lead else None
        before = story.facts.lexicon.words("past-perfect-words")
        if clause is None or clause.lemma not in deeds or clause.in_quote:
            continue
        if before.isdisjoint(tokens.lowers[clause.first : clause.verb]):
            (stated,), at = own, places[0]
            yield Contrast(
                tokens.starts[stated], tokens.ends[stated], "day", "headline", tokens.texts[stated], tokens.texts[at],
                "middling", False, Stretch(tokens.starts[at], tokens.ends[at]),
            )  # fmt: skip
            return


def _is_when(story: Story, at: int) -> bool:
    """Whether a season says when something is: “in spring”, “next autumn”."""
    phrase = story.phrase(story.language.phrase_at(at))
    return phrase is not None and phrase.head == at and phrase.last == at + 1


def _overlap(one: Moment, other: Moment) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one.options for b in other.options)


def _contrast(story: Story, line: Line, stated: Moment, other: Moment) -> Contrast:
    source = story.facts.article.source
    block = "caption" if line.kind == "caption" else "headline"
    return Contrast(
        stated.start, stated.end, "year" if stated.kind == "year" else "day", block,
        source[stated.start : stated.end], source[other.start : other.end], "middling", False,
        Stretch(other.start, other.end),
    )  # fmt: skip
