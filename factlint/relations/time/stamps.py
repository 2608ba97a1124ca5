"""Running stories: an entry tells only of what has happened by the time at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.facts.model import Clock, Paragraph, Relation
from factlint.language.model import Clause
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.stages import stage_at

_DAY = 24 * 60
_ORDERED = 4  # entries of which one may break the order
_FEWEST = 3  # paragraphs headed by a time that make a running story
_TIME = re.compile(r"(\d{1,2})[.:]([0-5]\d)\Z")
_BEHIND = 4  # tokens from an hour to the name of the place whose time it is
_ASIDE = 12  # tokens of an aside in brackets
_LATEST = 6 * 60  # minutes after which a time is more likely that of the day before


def find(frame: Frame) -> Iterator[Relation]:
    """Each time of day told as past in an entry, with the time at the entry's head."""
    facts = frame.facts
    if not facts.clocks:
        return
    stamped = [(block, head) for block in facts.paragraphs if (head := _head(frame, block))]
    if len(stamped) < _FEWEST:
        return
    yield from _out_of_order(frame, [head for _, head in stamped])
    ends = [block.start for block, _ in stamped[1:]] + [facts.paragraphs[-1].end]
    for (block, head), end in zip(stamped, ends, strict=True):
        for clock in facts.clocks:
            if not block.start < clock.start < end or not clock.exact or clock.in_quote or clock.start < head.end:
                continue
            own = facts.paragraph_at(clock.start).number
            if own != block.number and own in facts.entries:
                continue  # a correction at the foot is of a later hour
            if not (frame.is_label(clock) or _is_elsewhere(frame, clock)):
                yield from _entry(frame, block, head, clock)


def _is_elsewhere(frame: Frame, clock: Clock) -> bool:
    """ "at 1.35am (3.05am in Darwin)", “at 4.20 his time”: whether an hour is of another place."""
    tokens = frame.tokens
    if frame.has("zone-brackets", frame.lowers[clock.first - 1 : clock.first]):
        return True
    if _is_by_its_place(frame, clock):
        return True
    block = frame.facts.paragraph_at(clock.start)
    behind = range(clock.last, min(block.last, clock.last + _BEHIND) - 1)
    timed = (at for at in behind if frame.has("times-words", (frame.lowers[at + 1],)))
    own = frame.facts.lexicon.words("personal-owners")
    if any(tokens.texts[at][0].isupper() or frame.lowers[at] in own for at in timed):
        return True
    opened = range(max(block.first, clock.first - _ASIDE), clock.first)
    closed = (tokens.texts[at] for at in range(clock.first - 1, opened.start - 1, -1))
    return next((mark for mark in closed if mark in "()"), "") == "("


def _is_by_its_place(frame: Frame, clock: Clock) -> bool:
    """ "It was 2.12am in London. In Auckland it was 1.12pm, in Sydney 11.12am": an hour with the place beside it."""
    tags, lowers = frame.facts.language.tags, frame.lowers
    at = clock.first - 1
    it_was = at > 0 and tags[at] == "AUX" and frame.has("impersonal-pronouns", lowers[at - 1 : at])
    at -= 2 * it_was
    named = at
    while named > 0 and tags[named] == "PROPN":
        named -= 1
    fronted = named < at and frame.has("in-words", lowers[named : named + 1])
    behind = frame.has("in-words", lowers[clock.last : clock.last + 1]) and tags[clock.last + 1 : clock.last + 2] == [
        "PROPN"
    ]
    return fronted or (it_was and behind)


def _is_of_another_day(frame: Frame, clock: Clock) -> bool:
    """ "began yesterday at 2.30", “in 2023”: whether the sentence tells of another day than that of the entries."""
    days = frame.moments.get(frame.sentence(clock.start), ())
    return any(
        not frame.has("words-of-today", (frame.lowers[m.first],))
        and (not m.options or m.options[0] != (frame.day, frame.day))
        for m in days
    )


def _entry(frame: Frame, block: Paragraph, head: Clock, clock: Clock) -> Iterator[Relation]:
    """What an entry tells as past though it lies after its time, or as to come though it lies before."""
    later = _minutes_after(head, clock)
    text = frame.text(head)
    gone = clock.bound not in ("by", "until") and _is_past(frame, clock) and not _is_of_another_day(frame, clock)
    if gone and later <= _LATEST:
        here = clock.start < block.end
        link: Link = "strong" if here else "middling"
        yield frame.relation("stamp", clock, (later, later), (-_DAY, 0), text, text, link, (head,))
    elif -_LATEST < later < 0 and _is_ahead(frame, clock):
        yield frame.relation("stamp-gone", clock, (later, later), (0, _DAY), text, text, "middling", (head,))


def _clause(frame: Frame, clock: Clock) -> Clause | None:
    """The clause of a time of day, else the last one before it in its sentence."""
    language = frame.facts.language
    number = language.clause_of(clock.first)
    if number is not None:
        return language.clauses[number]
    sentence = frame.sentence(clock.start)
    before = [c for c in language.clauses if c.sentence == sentence and c.last <= clock.first]
    return before[-1] if before else None


def _is_past(frame: Frame, clock: Clock) -> bool:
    """Whether what happened at a time of day is told as done."""
    clause = _clause(frame, clock)
    if clause is None or clause.kind == "infinitive":
        return frame.told_as_past(clock)
    if clause.kind == "participle" and _leans_on(frame, clause) != "past":
        return False  # “has another case listed at 4.15”
    around = frame.lowers[clause.first : max(clause.last, clock.first)]
    tags = frame.facts.language.tags
    if any(tags[at] in ("VERB", "AUX") or stage_at(frame, at) for at in range(clause.last, clock.first)):
        return frame.told_as_past(clock)
    plain = clause.tense == "past" and clause.standing in ("done", "reported") and not clause.negated
    planned = frame.has("ahead-words", around) or frame.has("planning-verbs", (clause.lemma,))
    return (plain and not planned) or frame.told_as_past(clock)


def _leans_on(frame: Frame, clause: Clause) -> str:
    """The tense of the last clause with a verb of its own before a participle, in its sentence."""
    clauses = frame.facts.language.clauses
    before = [c for c in clauses if c.sentence == clause.sentence and c.verb < clause.verb and c.kind != "participle"]
    return before[-1].tense if before else "past"


def _is_ahead(frame: Frame, clock: Clock) -> bool:
    """Whether what happens at a time of day is told as to come that same day."""
    clause = _clause(frame, clock)
    sentence = frame.sentence(clock.start)
    other_days = [m for m in frame.moments.get(sentence, ()) if m.options and m.options != ((frame.day, frame.day),)]
    today = frame.has("words-of-today", frame.lowers[clock.last : clock.last + 1])
    if clause is None or (other_days and not today) or frame.has("over-night-words", frame.words(sentence)):
        return False
    ahead = clause.tense == "future" or clause.standing in ("planned", "asked", "possible")
    return ahead or (clock.bound in ("by", "until") and clause.kind == "infinitive")


def _out_of_order(frame: Frame, heads: list[Clock]) -> Iterator[Relation]:
    """The one entry that breaks the order of all others, told forwards or backwards."""
    if len(heads) < _ORDERED:
        return
    for run in (heads, heads[::-1]):
        breaks = [at for at in range(1, len(run)) if run[at].low < run[at - 1].low]
        if len(breaks) != 1 or run[breaks[0] - 1].low - run[breaks[0]].low > _LATEST:
            continue
        at = breaks[0]
        wrong = at if at + 1 == len(run) or run[at + 1].low >= run[at - 1].low else at - 1
        against = at - 1 if wrong == at else at
        low, other = run[wrong].low, run[against].low
        yield frame.relation(
            "timeline", run[wrong], (low, low), (other, 1e4) if wrong == at else (0, other), frame.text(run[against]),
            frame.text(run[against]), "strong", (run[against],),
        )  # fmt: skip
        return


def _head(frame: Frame, block: Paragraph) -> Clock | None:
    """The time of day with which a block begins: “11.05 The jurors are back”, “17:30”."""
    if block.kind in ("headline", "byline", "dateline", "credit") or block.last == block.first:
        return None
    digits = _TIME.match(frame.tokens.texts[block.first])
    if not digits:
        return None
    hour = int(digits[1])
    suffix = frame.lowers[block.first + 1] if block.first + 1 < block.last else ""
    halves = frame.facts.lexicon.words("half-day-suffixes")
    if suffix in halves and 1 <= hour <= 12:
        hour = hour % 12 + (12 if suffix.startswith("p") else 0)
    elif hour > 23:
        return None
    minutes = hour * 60 + int(digits[2])
    twice = suffix not in halves and 0 < hour <= 12 and not digits[1].startswith("0")
    start, end = frame.tokens.starts[block.first], frame.tokens.ends[block.first]
    high = minutes + 12 * 60 if twice else minutes
    return Clock(start, end, minutes, high, True, "", False, block.kind, block.first, block.first + 1)


def _minutes_after(head: Clock, clock: Clock) -> int:
    """How many minutes a clock is ahead of the other, in the reading that is nearest."""
    gaps = [two - one for one in {head.low, head.high} for two in {clock.low, clock.high}]
    return min(gaps, key=abs)
