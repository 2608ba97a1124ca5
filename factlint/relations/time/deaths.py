"""Deaths: what somebody did of his own on a day after that of his death, however the article tells of either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factlint.facts.model import Length, Moment, Relation
from factlint.facts.time.calendar import Days, is_floating
from factlint.language.model import Clause
from factlint.relations.time.dating import acts, agents, plans, when
from factlint.relations.time.frame import Frame
from factlint.relations.time.persons import Persons

_FOREVER = 1e7
_YEAR = 366
_MONTH = 31  # days since a death that are no matter of this week
_LIFE = 40  # years after a death in which somebody may still be told of as acting, by a slip
_BEHIND = 4  # tokens from “her death” to the day
_OPEN = ("until", "by", "since")
_COUNTED = ("later", "earlier", "ago")


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated act of somebody whose death is dated before it."""
    lexicon = frame.facts.lexicon
    dying = lexicon.union("dying-lemmas", "killing-lemmas", "burying-lemmas", "death-nouns")
    if dying.isdisjoint(frame.facts.language.lemmas):
        return
    persons = Persons(frame)
    deaths, lasting = deaths_of(frame, persons), lexicon.union("lasting-lemmas", "dying-lemmas")
    yield from _since_gone(frame, persons, deaths, lasting)
    if not deaths:
        return
    done_by = (act for act in agents(frame, persons) if act[1].kind == "main")
    for who, clause, moment in (*acts(frame, persons), *done_by, *plans(frame, persons)):
        dated = deaths.get(who, [])
        if len({d.options for d in dated}) != 1 or clause.lemma in lasting or moment.bound in _OPEN:
            continue
        if _is_doubtful(frame, persons, who, clause) or _is_beside_another(frame, persons, who, clause, dated[0]):
            continue
        if clause.tense == "present" and not _writes(frame, clause.verb):
            continue
        death = _last(dated[0])
        low, high = min(days[0] for days in moment.options), max(days[1] for days in moment.options)
        if is_floating(moment.options[0]) != is_floating(death) or low - death[1] > _LIFE * _YEAR:
            continue
        text = frame.text(dated[0])
        working = frame.say("died", one=text, two=frame.text(moment))
        yield frame.relation(
            "after-death", moment, (low, high), (-_FOREVER, death[1]), text, working, "strong", (dated[0],)
        )


def _since_gone(
    frame: Frame, persons: Persons, dated: dict[str, list[Moment]], lasting: frozenset[str]
) -> Iterator[Relation]:
    """ "died two years ago. On Saturday she conducted": a deed of these days by somebody long dead."""
    dying, language = frame.facts.lexicon.words("dying-lemmas"), frame.facts.language
    gone: dict[str, Length] = {}
    for number, clause in enumerate(language.clauses):
        if clause.lemma not in dying or clause.negated or clause.standing not in ("done", "reported"):
            continue
        ago = [n for n in frame.lengths.get(clause.sentence, ()) if n.role == "ago" and n.low > _MONTH]
        person = persons.of_clause(number) if len(ago) == 1 and not ago[0].in_quote else None
        if person and person not in dated:
            gone.setdefault(person, ago[0])
    for who, clause, moment in acts(frame, persons) if gone else ():
        near = moment.kind == "weekday" or (moment.relative and moment.kind == "day")
        if who not in gone or not near or clause.tense != "past" or clause.lemma in lasting or moment.bound in _OPEN:
            continue
        if not _is_doubtful(frame, persons, who, clause):
            text = frame.text(gone[who])
            working = frame.say("died", one=text, two=frame.text(moment))
            yield frame.relation("after-death", moment, (0, 0), (-_FOREVER, -1), text, working, "strong", (gone[who],))


def deaths_of(frame: Frame, persons: Persons) -> dict[str, list[Moment]]:
    """The days on which people are told to have died: by a verb of dying, killing or burying, or by “her death”."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    dying, done_in = lexicon.words("dying-lemmas"), lexicon.union("killing-lemmas", "burying-lemmas")
    found: dict[str, list[Moment]] = defaultdict(list)
    for number, clause in enumerate(language.clauses):
        died = clause.lemma in dying or (clause.lemma in done_in and clause.voice == "passive")
        if not died or clause.negated or clause.standing not in ("done", "reported", "alleged"):
            continue
        if clause.sentence not in frame.moments or _is_astray(persons, clause) or _is_counted(frame, clause):
            continue
        person = persons.of_clause(number)
        moment = when(frame, persons, number) if person else None
        if person and moment is not None and moment.bound not in _OPEN:
            found[person].append(moment)
    for at in frame.tokens.positions(lexicon.words("death-nouns")):
        person = _mourned(persons, at)
        moments = frame.moments.get(frame.sentence(frame.tokens.starts[at]), ())
        near = [m for m in moments if m.options and 0 < m.first - at <= _BEHIND and m.bound not in _OPEN]
        verbs = near and any(tag in ("VERB", "AUX") for tag in language.tags[at + 1 : near[0].first])
        if person and near and not verbs:
            found[person].append(near[0])
    return found


def _is_doubtful(frame: Frame, persons: Persons, who: str, clause: Clause) -> bool:
    """ "Ricardo died in 1962, and Pedro thought of retiring. In 1963 he won": somebody else did something since."""
    subject = None if clause.subject is None else frame.facts.language.phrases[clause.subject]
    if subject is None or subject.pronoun is None:
        return False
    other = persons.doer_before(subject.start)
    return other not in (None, who) and not persons.are_told_apart(other, who)


def _is_beside_another(frame: Frame, persons: Persons, who: str, clause: Clause, death: Moment) -> bool:
    """ "He took over when Bert died. He married in 1971": whether “he” may be who did something as the other died."""
    subject = None if clause.subject is None else frame.facts.language.phrases[clause.subject]
    if subject is None or subject.pronoun is None:
        return False
    told = (persons.of_clause(number) for number, c in persons.clauses(frame.sentence(death.start)) if c.kind == "main")
    return any(other and other != who and not persons.are_told_apart(other, who) for other in told)


def _is_astray(persons: Persons, clause: Clause) -> bool:
    """ "His wife, Gloria, whom he married in 1957, died in 1999": whether a verb has lost its subject to another's."""
    if clause.subject is not None or clause.kind != "participle":
        return False
    return any(other.subject is not None for _, other in persons.clauses(clause.sentence))


def _is_counted(frame: Frame, clause: Clause) -> bool:
    """ "began in 1960, and took over when he died nine years later": whether a length behind a verb says when."""
    lengths = frame.lengths.get(clause.sentence, ())
    return any(n.role in _COUNTED and 0 <= n.first - clause.last <= _BEHIND for n in lengths)


def _mourned(persons: Persons, at: int) -> str | None:
    """The person whose death a noun tells of: its owner, or who stands behind “of”."""
    language = persons.language
    number = language.phrase_at(at)
    phrase = None if number is None else language.phrases[number]
    if phrase is None or phrase.head != at:
        return None
    if phrase.owner is not None:
        return persons.in_phrase(phrase.owner)
    if phrase.of is not None:
        return persons.in_phrase(phrase.of)
    return persons.owning(phrase.first) if phrase.determiner else None


def _writes(frame: Frame, verb: int) -> bool:
    """ "In a letter dated 12 October she asks": the present of what is written, which is as good as past."""
    sentence = frame.facts.sentence_at(frame.tokens.starts[verb])
    return frame.has("letter-words", frame.lowers[sentence.first : sentence.last])


def _last(moment: Moment) -> Days:
    return max(moment.options, key=lambda days: days[1])
