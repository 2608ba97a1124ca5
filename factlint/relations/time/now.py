"""Now: the days that an article without a day of its own may be of, by what it tells as past and as to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.time.calendar import Days, is_floating

if TYPE_CHECKING:
    from factlint.facts.model import Moment
    from factlint.language.model import Clause
    from factlint.relations.time.frame import Frame

_AHEAD = 400  # days before the first day to come in which an article tells of it
_AT_HAND = 14  # days before what comes “this Friday”
_BEHIND = 60  # days after a day told with its weekday in which news tells of it
_LEAD = 3  # sentences at the head in which a day with its year is that of the news
_FRONTED = 2  # tokens from the head of a sentence to a time that its first clause is dated by
_TOP = 4  # blocks among which a line with the month stands
_SHORT_LINE = 6  # tokens of such a line
_OWN = ("main", "subordinate")
_DATED = ("day", "month")


def inferred(frame: Frame) -> Days | None:
    """The month that a line of its own names; else from the last day told as past to the first told as to come."""
    line = month_line(frame)
    if line is not None:
        return line
    past: list[Moment] = []
    ahead: list[Moment] = []
    for moments in frame.moments.values():
        for moment in moments:
            if not moment.fixed or moment.relative or moment.in_quote or len(moment.options) != 1:
                continue
            if moment.kind not in _DATED or is_floating(moment.options[0]) or moment.bound in ("since", "from"):
                continue
            clause = _clause(frame, moment)
            if clause is None or clause.negated:
                continue
            soon = clause.tense == "present" and moment.kind == "day" and clause.kind in _OWN
            if soon or clause.tense == "future" or clause.standing == "planned":
                ahead.append(moment)
            elif clause.tense in ("past", "none") and clause.standing == "done":
                past.append(moment)
    if ahead:
        first = min((moment.options[0] for moment in ahead), key=lambda days: days[1])
        nearby = any(_is_at_hand(frame, moment) for moment in ahead if moment.options[0] == first)
        low = max(
            [
                first[0] - (_AT_HAND if nearby else _AHEAD),
                *(m.options[0][0] for m in past if m.options[0][0] <= first[1]),
            ]
        )
        return low, first[1]
    last = max(past, key=lambda moment: moment.options[0], default=None)
    if last is None:
        return None
    if last.kind != "day":
        near = frame.sentence(last.start) <= _LEAD
        return (last.options[0][0], last.options[0][1] + _AHEAD) if near else None
    if last.weekday is not None or _is_news(frame, last) or frame.sentence(last.start) <= _LEAD:
        return last.options[0][0], last.options[0][1] + _BEHIND
    return None


def month_line(frame: Frame) -> Days | None:
    """ "Saltburn, August 2024", "October 2022": the month of a short line at the top that ends with it."""
    for moment in frame.facts.moments:
        block = frame.facts.paragraph_at(moment.start)
        if block.number > _TOP:
            return None
        short = block.last - block.first <= _SHORT_LINE and block.kind != "headline" and moment.last == block.last
        if short and block.number and moment.kind == "month" and moment.fixed and len(moment.options) == 1:
            capitals = all(not word[0].islower() for word in frame.tokens.texts[block.first : block.last])
            if capitals and not is_floating(moment.options[0]):
                return moment.options[0]
    return None


def _is_at_hand(frame: Frame, moment: Moment) -> bool:
    """ "this Friday, in January 2026": whether a day to come is told from the article's own."""
    return any(other.relative for other in frame.moments.get(frame.sentence(moment.start), ()))


def _is_news(frame: Frame, moment: Moment) -> bool:
    """Whether something was said or put out on a day."""
    clause = _clause(frame, moment)
    return clause is not None and "saying" in clause.classes


def _clause(frame: Frame, moment: Moment) -> Clause | None:
    """The clause in which a moment stands, else the one that begins last before it or first behind it."""
    language = frame.facts.language
    number = language.clause_of(moment.first)
    if number is not None:
        return language.clauses[number]
    held = frame.facts.sentences[frame.sentence(moment.start)]
    here = [c for c in language.clauses if held.first <= c.verb < held.last and c.kind in _OWN]
    fronted = moment.first - held.first <= _FRONTED
    return here[0] if len(here) == 1 or (here and fronted) else None
