"""Occasions: what happened once and is told twice, each time with its day: “died in 1968 … since her death in 1986”.

An occasion is told by a clause or by a noun (“the sinking of 1938”, “Wednesday's vote”), and is the same as another
where both are of one happening and of the same people or things. What is told of nobody in particular is the same only
where it is taken up by “the” or “her”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.time.calendar import is_floating, parts_of
from factlint.language.kindred import kindred
from factlint.language.model import Clause, Phrase
from factlint.record import NamedTuple
from factlint.relations.time.dating import when
from factlint.relations.time.echoes import happenings_at
from factlint.relations.time.frame import Frame, Link, comparable
from factlint.relations.time.persons import Persons

_BEHIND = 3  # tokens of “, in” between a noun and the moment that dates it
_NEAR = 3  # tokens around a verb
_MOST = 6  # tellings of one happening beyond which it is something that recurs
_KINDS = frozenset({"day", "weekday", "month", "season", "year"})
_TOLD = ("done", "reported", "alleged")
_OPEN = ("since", "until", "by", "after", "from")
_DIGITS = 4  # of a year
_FAR = 400  # years


class _Occasion(NamedTuple):
    """One telling: what happened, whether a noun tells it, whom and what it concerns, by whom, and when.

    taken_up: whether it takes up what was told before. which: whether its year says which one of a kind is meant.
    """

    key: str
    by_noun: bool
    people: frozenset[str]
    things: frozenset[str]
    taken_up: bool
    which: bool
    moment: Moment
    doers: frozenset[str] = frozenset()


def find(frame: Frame) -> Iterator[Relation]:
    """Each occasion that is told with two times which cannot both be its own."""
    if len(frame.moments) < 2:
        return
    persons = Persons(frame)
    told: dict[str, list[_Occasion]] = defaultdict(list)
    for occasion in (*_clauses(frame, persons), *_nouns(frame, persons)):
        told[occasion.key].append(occasion)
    for occasions in told.values():
        occasions.sort(key=lambda one: one.moment.start)
        if 1 < len(occasions) <= _MOST:
            yield from _judged(frame, occasions)


def _judged(frame: Frame, occasions: list[_Occasion]) -> Iterator[Relation]:
    for number, later in enumerate(occasions):
        earlier = [one for one in occasions[:number] if one.moment.start != later.moment.start]
        rivals = [one for one in earlier if _are_one(frame, one, later)]
        clashing = [one for one in rivals if _clash(one.moment, later.moment)]
        if not rivals or len(clashing) < len(rivals):
            continue
        others = [one for one in occasions if one.moment.start != later.moment.start and one not in clashing]
        supported = any(_agree(one.moment, later.moment) for one in others)
        one = clashing[0]
        near = _is_slip(frame, one.moment, later.moment)
        sure = one.people == later.people != frozenset() and frame.has("once-only-happenings", (later.key,))
        link: Link = "strong" if sure else "middling" if near else "weak"
        text = frame.text(one.moment)
        stated, due = later.moment.options[0], one.moment.options[0]
        yield frame.relation("occasion", later.moment, stated, due, text, text, link, (one.moment,), supported)
        return


# ------------------------------------------------------------------------------------------------------ what is told


def _clauses(frame: Frame, persons: Persons) -> Iterator[_Occasion]:
    language = frame.facts.language
    for number, clause in enumerate(language.clauses):
        if clause.sentence not in frame.moments or clause.negated or clause.in_quote or clause.standing not in _TOLD:
            continue
        if clause.tense not in ("past", "none") or _is_one_of_many(frame, clause.first - _NEAR, clause.last + _NEAR):
            continue
        keys = _keys(frame, clause)
        moment = when(frame, persons, number) if keys else None
        if moment is None or not _counts(frame, moment) or moment.bound in _OPEN or _is_of_a_thing(frame, moment):
            continue
        patient = clause.subject if clause.voice == "passive" or clause.object is None else clause.object
        told = None if patient is None else language.phrases[patient]
        who = persons.of_clause(number) if clause.voice == "active" else persons.in_phrase(patient)
        people = frozenset({who} if who else ())
        things = frozenset(() if told is None or persons.in_phrase(patient) else _words(frame, told))
        subject = None if clause.subject is None else language.phrases[clause.subject]
        doers = frozenset(() if subject is None or subject is told else _words(frame, subject))
        for key, by_noun in keys:
            which = moment.kind == "year" and frame.has("recurring-happenings", (key,))
            definite = by_noun and subject is not None and _is_definite(frame, subject)
            yield _Occasion(key, by_noun, people, frozenset() if by_noun else things, definite, which, moment, doers)


def _keys(frame: Frame, clause: Clause) -> list[tuple[str, bool]]:
    """What a clause tells of: the happening that is its subject, which began, struck or was held, else its verb's."""
    language = frame.facts.language
    head = None if clause.subject is None else language.phrases[clause.subject]
    if head is not None and frame.has("happening-lemmas", (clause.lemma,)) and not _is_plural(frame, head):
        keys = happenings_at(frame, head.head)
        if keys:
            return [(key, True) for key in keys]
    return [(key, False) for key in happenings_at(frame, clause.verb)]


def _nouns(frame: Frame, persons: Persons) -> Iterator[_Occasion]:
    """ "Wednesday's vote", "the sinking of 1938", "her death in 1986", "an explosion on 5 September"."""
    language = frame.facts.language
    for phrase in language.phrases:
        if phrase.sentence not in frame.moments or phrase.proper or phrase.pronoun or _is_plural(frame, phrase):
            continue
        keys = happenings_at(frame, phrase.head)
        if not keys or _is_one_of_many(frame, phrase.first, phrase.last):
            continue
        owner = None if phrase.owner is None else language.phrases[phrase.owner]
        moment = _dated(frame, phrase, owner)
        within = moment is not None and moment.last <= phrase.last
        if moment is None or not _counts(frame, moment) or (not within and _is_bound(frame, moment)):
            continue
        named = {persons.in_phrase(phrase.owner), persons.in_phrase(phrase.of), persons.owning(phrase.first)}
        words = {language.lemmas[at] for at in phrase.modifiers if language.tags[at] in ("NOUN", "PROPN")}
        for other in (None if within else phrase.owner, phrase.of, _own(frame, persons, phrase)):
            words.update(() if other is None else _words(frame, language.phrases[other]))
        taken_up = within or _is_definite(frame, phrase)
        people = frozenset(person for person in named if person)
        for key in keys:
            which = moment.kind == "year" and (within or frame.has("recurring-happenings", (key,)))
            yield _Occasion(key, True, people, frozenset(words), taken_up, which, moment)


def _own(frame: Frame, persons: Persons, phrase: Phrase) -> int | None:
    """The subject whose “its foundation” is, in the same sentence."""
    if not frame.has("body-pronouns", (frame.lowers[phrase.first],)):
        return None
    subjects = {clause.subject for _, clause in persons.clauses(phrase.sentence) if clause.subject is not None}
    return subjects.pop() if len(subjects) == 1 else None


def _is_plural(frame: Frame, phrase: Phrase) -> bool:
    """Whether a noun is in the plural; the number of “the 6 May blast” is the day's."""
    return frame.lowers[phrase.head] != phrase.lemma and phrase.plural


def _is_bound(frame: Frame, moment: Moment) -> bool:
    """Whether the word right before a time makes it a bound; in “since his death on 2 May” it is that of the death."""
    return moment.bound in _OPEN and frame.lowers[moment.first - 1] in frame.facts.lexicon.table("bounds")


def _dated(frame: Frame, phrase: Phrase, owner: Phrase | None) -> Moment | None:
    """The moment that a noun carries: its owner, within it, or right behind it."""
    moments = frame.moments[phrase.sentence]
    first = phrase.first if owner is None else owner.first
    within = [m for m in moments if first <= m.first and m.last <= phrase.last]
    if within:
        return within[0] if len(within) == 1 else None
    last = phrase.last
    if phrase.of is not None:
        last = max(last, frame.facts.language.phrases[phrase.of].last)
    behind = [m for m in moments if phrase.last <= m.first <= last + _BEHIND]
    if not behind or len(behind) > 1:
        return None
    tags = frame.facts.language.tags[phrase.last : behind[0].first]
    return None if any(tag in ("VERB", "AUX", "CCONJ", "PRON") for tag in tags) else behind[0]


def _counts(frame: Frame, moment: Moment) -> bool:
    """Whether a time can be that of a happening; the day in “our obituary (21 February)” is that of an issue."""
    cited = not moment.fixed and frame.has("zone-brackets", frame.lowers[moment.first - 1 : moment.first])
    return moment.kind in _KINDS and bool(moment.options) and not moment.in_quote and not cited


def _is_of_a_thing(frame: Frame, moment: Moment) -> bool:
    """ "during the 2013 trial", "with the 2016 model": a time that tells which one of a kind is meant."""
    number = frame.facts.language.phrase_at(moment.first)
    held = None if number is None else frame.facts.language.phrases[number]
    return held is not None and held.head >= moment.last and "time" not in held.classes


def _words(frame: Frame, phrase: Phrase) -> set[str]:
    """The content words of a phrase; of a pronoun none."""
    if phrase.pronoun:
        return set()
    language = frame.facts.language
    return {language.lemmas[at] for at in range(phrase.first, phrase.last) if language.tags[at] in ("NOUN", "PROPN")}


def _is_definite(frame: Frame, phrase: Phrase) -> bool:
    opener = frame.lowers[phrase.first]
    return phrase.owner is not None or frame.has("definite-openers", (opener,)) or phrase.proper


def _is_one_of_many(frame: Frame, first: int, last: int) -> bool:
    """Whether words tell of more than one of a kind: another, the second, again, every."""
    words = frame.lowers[max(0, first) : last]
    return frame.has("next-of-its-kind-words", words) or frame.has("recurring-words", words)


# ------------------------------------------------------------------------------------------------------- one or two


def _are_one(frame: Frame, one: _Occasion, two: _Occasion) -> bool:
    """Whether two tellings are of one occasion: of the same people and things, or the second taken up without any."""
    if (one.people and two.people and one.people != two.people) or (one.which and two.which):
        return False
    if one.doers and two.doers and one.doers.isdisjoint(two.doers):
        return False
    alike = kindred(frame.facts.lexicon)
    shared = any(alike.are(a, b) for a in one.things for b in two.things)
    if one.things and two.things and not shared:
        return False
    if shared or (one.people and two.people and frame.has("once-only-happenings", (two.key,))):
        return True
    # What is taken up bare, “the sinking”, “his arrest”, was told of somebody or something before.
    bare = not (two.people and not one.people and one.things) and not (two.things and one.people)
    return two.by_noun and two.taken_up and bare


def _clash(one: Moment, two: Moment) -> bool:
    pairs = [(a, b) for a in one.options for b in two.options if comparable(a, b)]
    if not pairs or any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs):
        return False
    return any(abs(a[0] - b[0]) < _FAR * 366 for a, b in pairs)


def _agree(one: Moment, two: Moment) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one.options for b in two.options if comparable(a, b))


def _is_slip(frame: Frame, one: Moment, two: Moment) -> bool:
    """Whether two times differ by a slip: a digit, two digits swapped, the month or the day alone, a weekday."""
    if one.weekday is not None and two.weekday is not None and one.weekday != two.weekday:
        return True
    a, b = parts_of(one.options[0][0]), parts_of(two.options[0][0])
    if {one.kind, two.kind} <= {"day"}:
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    if is_floating(one.options[0]) or a[0] == b[0]:
        return one.kind == two.kind and "month" in (one.kind, two.kind)
    if {one.kind, two.kind} == {"month"}:
        return a[1] == b[1] and _digits(a[0], b[0])
    return _digits(a[0], b[0])


def _digits(one: int, two: int) -> bool:
    """Whether two years differ in one digit, or have two digits swapped."""
    a, b = str(one), str(two)
    other = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) == _DIGITS and (other == 1 or sorted(a) == sorted(b))
