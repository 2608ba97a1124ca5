"""Orders: what can only come after something else, dated before it: an arrest before the raid, “after” a later day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.facts.model import Moment, Relation
from factlint.language.model import Clause
from factlint.lexicon import Lexicon, derived
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame, Link, comparable

_REACH = 9  # tokens between a date and the word for what happened
_FAR = 18  # tokens between a date and the judgment of what happened then
_SPAN = 75  # days within which two dates are those of one story
_YEARS = 1500  # days within which two dates with their years are
_DECADES = 8000  # and within which a decade and another time are
_BLOCKS = 8  # blocks between the two
_AHEAD = ("planned", "possible", "asked")
_KINDS = ("day", "month", "weekday", "year", "decade")
_STORY = 3  # sentences between an arrest and the deed
_NEWS = 5  # sentences at the head, the headline's among them, that tell what a story is about
_DEEDS = frozenset({"contact", "motion", "giving", "contest", "change", "being"})
_AGAIN = 3  # tokens from “opened” to “again”
_CLOCK = 3  # tokens of “by noon on” before a day
_ROOT = 6  # letters that two forms of one name have in common
_TURN = 182  # days, half a year
_FOLLOWS = 6  # tokens from “after” to the verb of its clause


class _Event(NamedTuple):
    """A dated event: its moment, the chain that its word belongs to, the place in that chain, the word's token."""

    moment: Moment
    chain: str
    stage: int
    word: int


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated event that only another one can have made possible, with the date of that one."""
    events = [event for sentence in frame.moments for event in _events(frame, sentence)]
    chains = {event.chain for event in events}
    told: set[int] = set()
    for chain in sorted(chains):
        members = [event for event in events if event.chain == chain]
        for event in members:
            if frame.has("chains-that-recur", (chain,)) and _of_an_earlier_turn(frame, event):
                continue
            earlier = [other for other in members if other.stage < event.stage and _of_one_story(frame, event, other)]
            earlier = [other for other in earlier if not _is_another_time(frame, event, other)]
            many = frame.has("chains-of-many-things", (chain,))
            earlier = [
                other
                for other in earlier
                if (not many and _is_next_door(frame, event, other)) or _is_of_one_thing(frame, event, other)
            ]
            if frame.has("from-chains", (chain,)):
                last = max((other.stage for other in earlier), default=0)
                earlier = [other for other in earlier if other.stage == last]
            if earlier:
                relation = _relation(frame, event, earlier)
                if not relation.supported:
                    told.update((relation.start, *(part.start for part in relation.parts)))
                yield relation
    for relation in _deeds(frame, events):
        if relation.start not in told:
            told.add(relation.start)
            yield relation
    for sentence in frame.moments:
        for relation in (
            *_joined(frame, sentence),
            *_before_that(frame, sentence),
            *_followed(frame, sentence),
            *_put_off(frame, sentence),
        ):
            if told.isdisjoint((relation.start, *(part.start for part in relation.parts))):
                told.add(relation.start)
                yield relation


def _is_next_door(frame: Frame, event: _Event, other: _Event) -> bool:
    """Whether two events are told in one sentence or in two that follow each other."""
    return abs(frame.sentence(event.moment.start) - frame.sentence(other.moment.start)) <= 1


def _is_of_one_thing(frame: Frame, event: _Event, other: _Event) -> bool:
    """Whether what begins and what ends are told of one thing: answers are asked for, or both name it.

    A fiscal year that began in October has nothing to do with estimates that were completed in August.
    """
    for one in (event, other):
        held = frame.facts.sentences[frame.sentence(one.moment.start)]
        nouns = [frame.lowers[at] for at in range(held.first, held.last) if at == held.first or _is_noun(frame, at)]
        if frame.has("answering-words", nouns):
            return True
    return not _named(frame, event).isdisjoint(_named(frame, other))


def _is_noun(frame: Frame, token: int) -> bool:
    return frame.facts.language.tags[token] in ("NOUN", "PROPN")


def _named(frame: Frame, event: _Event) -> set[str]:
    """The nouns of an event's sentence that are no times, by their roots."""
    language = frame.facts.language
    held = frame.facts.sentences[frame.sentence(event.moment.start)]
    times = {at for one in frame.moments[held.number] for at in range(one.first, one.last)}
    pale = frame.facts.lexicon.words("pale-lemmas")
    nouns = (at for at in range(held.first, held.last) if _is_noun(frame, at) and at not in times)
    return {lemma[:_ROOT] for at in nouns if (lemma := language.lemmas[at].lower()) not in pale}


def _deeds(frame: Frame, events: list[_Event]) -> Iterator[Relation]:
    """An arrest dated before everything else that the article dates, the deed that it tells in other words among it."""
    dated = [event for event in events if event.moment.kind in ("day", "month")]
    arrests = [event for event in dated if frame.has("arrest-chains", (f"{event.chain} {event.stage}",))]
    if not arrests or any(e.chain == arrests[0].chain and not e.stage for e in events):
        return
    if not any(chain == arrests[0].chain for at in _head(frame) for chain, _ in chains_at(frame, at)):
        return
    first = min(arrests, key=lambda event: event.moment.options[0])
    judged = {event.moment.start for event in events if event.chain == first.chain}
    here = frame.sentence(first.moment.start)
    clause = _clause(frame, first.moment)
    if clause is not None and (_had(frame, clause) or not _is_of_people(frame, clause)):
        return
    deeds: list[Moment] = []
    others: list[Moment] = []
    for sentence, moments in frame.moments.items():
        for moment in moments:
            if moment.start in judged or moment.kind not in ("day", "month") or not moment.options or moment.in_quote:
                continue
            if comparable(moment.options[0], first.moment.options[0]):
                near = sentence != here and abs(sentence - here) <= _STORY and moment.kind == "day"
                (deeds if near and _is_deed(frame, sentence) else others).append(moment)
    if len(deeds) == 1 and all(m.options[0][0] > first.moment.options[0][1] for m in (*deeds, *others)):
        gap = first.moment.options[0][0] - deeds[0].options[0][0]
        text = frame.text(deeds[0])
        working = frame.say("earlier", one=frame.text(first.moment), two=text)
        link: Link = "middling" if gap >= -_span(first.moment, deeds[0]) else "weak"
        yield frame.relation("order", first.moment, (gap, gap), (0, 1e6), text, working, link, (deeds[0],))


def _is_of_people(frame: Frame, clause: Clause) -> bool:
    """Whether a clause tells of people: somebody was caught, not a moon."""
    phrases = frame.facts.language.phrases
    told = [phrases[number] for number in (clause.subject, clause.object) if number is not None]
    return not told or any(one.proper or one.pronoun is not None or "person" in one.classes for one in told)


def _head(frame: Frame) -> range:
    """The tokens of the headline and of the sentences behind it."""
    sentences = frame.facts.sentences
    return range(sentences[min(len(sentences), _NEWS) - 1].last) if sentences else range(0)


def _clauses(frame: Frame, sentence: int) -> list[Clause]:
    return [clause for clause in frame.facts.language.clauses if clause.sentence == sentence]


def _is_deed(frame: Frame, sentence: int) -> bool:
    """Whether a sentence tells in the past that somebody did something with his hands or feet."""
    return any(
        clause.tense == "past"
        and clause.standing in ("done", "reported", "alleged")
        and not clause.negated
        and not _DEEDS.isdisjoint(clause.classes)
        and "saying" not in clause.classes
        and not frame.has("dying-lemmas", (clause.lemma,))
        for clause in _clauses(frame, sentence)
    )


def _of_an_earlier_turn(frame: Frame, event: _Event) -> bool:
    """ "The boat failed a test in May. Its engine had been replaced in March": not for that failure."""
    number = frame.facts.language.clause_of(event.word)
    return number is not None and _had(frame, frame.facts.language.clauses[number])


def _is_another_time(frame: Frame, event: _Event, other: _Event) -> bool:
    """ "was convicted in May; a hearing in July will settle costs": what comes once more, or is still to come."""
    words = frame.lowers[max(0, other.word - _AGAIN) : other.word]
    if frame.facts.language.tags[other.word] == "VERB":
        words = words + frame.lowers[other.word + 1 : other.word + _AGAIN]  # “will start its own consultation”
    if frame.has("next-of-its-kind-words", words) or _is_elsewhere(frame, event, other):
        return True
    language = frame.facts.language
    numbers = [language.clause_of(one.word) for one in (event, other)]
    if None in numbers:
        numbers = [language.clause_of(one.moment.first) for one in (event, other)]
    one, two = (None if number is None else language.clauses[number] for number in numbers)
    ahead = two is not None and (two.tense == "future" or two.standing in _AHEAD)
    return one is not None and one.tense == "past" and ahead


def _is_elsewhere(frame: Frame, event: _Event, other: _Event) -> bool:
    """ "was fired by the Kings … the Blues hired him", "the EC will start its own": told of another body's doing."""
    language = frame.facts.language
    numbers = [language.clause_of(one.word) for one in (event, other)]
    if None in numbers or not frame.has("chains-of-bodies", (event.chain,)):
        return False
    bodies = [_bodies(frame, language.clauses[number]) for number in numbers if number is not None]
    return all(bodies) and bodies[0].isdisjoint(bodies[1])


def _bodies(frame: Frame, clause: Clause) -> set[str]:
    """The names in a clause's subject, object and obliques that are no person's."""
    language, tokens = frame.facts.language, frame.tokens
    numbers = [number for number in (clause.subject, clause.object) if number is not None]
    numbers += [phrase for _, phrase in clause.obliques]
    people = {word for person in frame.facts.people for word in person.name.lower().split()}
    times = {at for one in frame.moments.get(clause.sentence, ()) for at in range(one.first, one.last)}
    times.add(frame.facts.sentences[clause.sentence].first)
    return {
        tokens.lowers[at]
        for number in numbers
        for at in range(language.phrases[number].first, language.phrases[number].last)
        if language.tags[at] == "PROPN" and at not in times and tokens.lowers[at] not in people
    }


def _is_part(frame: Frame, word: int) -> bool:
    """ "the end of May": whether a word belongs to a time."""
    following = frame.lowers[word + 1 : word + 2]
    return frame.has("part-of-time", (frame.lowers[word],)) and frame.has("of-words", following)


def _is_dated(frame: Frame, word: int, moment: Moment) -> bool:
    """Whether a moment can say when what a word tells happened.

    Not of “screen” in “a screen debut”, of “kill” in “to kill during the 2013 trial”, of what came “the next year”.
    """
    language = frame.facts.language
    number = language.phrase_at(word) if language.tags[word] in ("NOUN", "PROPN") else None
    if _is_of_a_time(frame, word):
        return False  # “the fiscal year that began on 1 October”
    if moment.bound == "since" and number is not None:
        return False  # “sales have grown since 2022”
    if _has_its_own(frame, word, moment):
        return False
    if number is not None and language.phrases[number].head != word and not _is_compound(frame, word):
        return False
    if number is not None and frame.tokens.texts[word][0].isupper() and language.tags[word - 1] == "PROPN":
        return False  # “a Theatre World Award”
    holder = language.phrase_at(moment.first)
    named = holder is not None and "time" not in language.phrases[holder].classes
    if holder is not None and named and moment.last <= language.phrases[holder].head:
        return language.phrases[holder].head == word
    lengths = frame.lengths.get(frame.sentence(moment.start), ())
    return not any(one.hedge == "next" and word < one.first <= word + _FAR and moment.last <= word for one in lengths)


def _has_its_own(frame: Frame, word: int, moment: Moment) -> bool:
    """ "becoming a professor in 1979 and retiring in 1996": whether a verb has a time in its own clause, not this."""
    language = frame.facts.language
    number = language.clause_of(word) if language.tags[word] == "VERB" else None
    if number is None or language.clause_of(moment.first) == number:
        return False
    others = frame.moments[frame.sentence(moment.start)]
    return any(other.first > word and language.clause_of(other.first) == number for other in others)


def _is_of_a_time(frame: Frame, word: int) -> bool:
    """Whether a verb tells of a time, a year or a season, that begins or ends."""
    language = frame.facts.language
    number = language.clause_of(word) if language.tags[word] == "VERB" else None
    clause = None if number is None else language.clauses[number]
    if clause is None or clause.verb != word:
        return False
    subject = language.phrase_at(clause.first - 2) if clause.kind == "relative" else clause.subject
    return subject is not None and "time" in language.phrases[subject].classes


def _is_compound(frame: Frame, word: int) -> bool:
    """Whether a word is told of together with the next: “the foundation stone”."""
    following = frame.lowers[word + 1 : word + 2]
    return bool(following) and f"{frame.facts.language.lemmas[word]} {following[0]}" in _chains(frame.facts.lexicon)[0]


def _is_one(frame: Frame, word: int) -> bool:
    """Whether a word can tell of one happening: “the raid”, “was robbed”, not “robberies rose”."""
    language = frame.facts.language
    number = language.phrase_at(word) if language.tags[word] in ("NOUN", "PROPN") else None
    phrase = None if number is None else language.phrases[number]
    if phrase is None or language.lemmas[word] == frame.lowers[word]:
        return True
    return phrase.determiner is not None or phrase.owner is not None or phrase.number is not None


def _of_one_story(frame: Frame, one: _Event, two: _Event) -> bool:
    blocks = [frame.facts.paragraph_at(event.moment.start).number for event in (one, two)]
    return abs(blocks[0] - blocks[1]) <= _BLOCKS and one.moment.start != two.moment.start


def _relation(frame: Frame, event: _Event, earlier: list[_Event]) -> Relation:
    """How many days the event lies after the nearest of those before it; negative where before."""
    gaps = [
        (one[1] - two[0], other)
        for other in earlier
        for one in event.moment.options
        for two in other.moment.options
        if comparable(one, two)
    ]
    supported = not gaps or any(gap >= 0 for gap, _ in gaps)
    gap, other = max(gaps, key=lambda pair: pair[0]) if gaps else (0, earlier[0])
    near = gap >= -_span(event.moment, other.moment)
    early, late = frame.text(event.moment), frame.text(other.moment)
    working = frame.say("before", one=early, two=late, first=frame.lowers[event.word], second=frame.lowers[other.word])
    return frame.relation(
        "order",
        event.moment,
        (gap, gap),
        (0, 1e6),
        late,
        working,
        "middling" if near else "weak",
        (other.moment,),
        supported,
    )


def _span(one: Moment, two: Moment) -> int:
    """The most days that two times of one story are apart."""
    if "decade" in (one.kind, two.kind):
        return _DECADES
    return _YEARS if one.fixed and two.fixed else _SPAN


def _events(frame: Frame, sentence: int) -> Iterator[_Event]:
    """The dated events of a sentence: for each of its moments, and each chain, the nearest word."""
    held = frame.facts.sentences[sentence]
    moments = [moment for moment in frame.moments[sentence] if moment.options]
    for place, moment in enumerate(moments):
        guessed = moment.kind == "weekday" and len(moment.options) > 1
        if moment.kind not in _KINDS or moment.in_quote or guessed or len(moment.options) > 2:
            continue
        floor = moments[place - 1].last if place else held.first
        if place and moment.first - floor == 1 and not moments[place - 1].fixed:
            floor = moments[place - 2].last if place > 1 else held.first  # "between June and August 2023"
        roof = moments[place + 1].first if place + 1 < len(moments) else held.last
        before = range(moment.first - 1, max(floor, moment.first - _REACH) - 1, -1)
        after = range(moment.last, min(roof, moment.last + _REACH))
        far = range(moment.first - 1 - _REACH, max(floor, moment.first - _FAR) - 1, -1)
        further = (at for at in far if _complement(frame, at, moment))
        seen: dict[str, _Event] = {}
        for word in (*before, *after, *further, *_subject(frame, moment)):
            if _is_part(frame, word) or not _is_dated(frame, word, moment):
                continue
            for chain, stage in chains_at(frame, word):
                single = stage or not frame.has("arrest-chains", (f"{chain} {stage + 1}",)) or _is_one(frame, word)
                if chain not in seen and single and _may_be(frame, chain, stage, word, moment):
                    opens = moment.bound == "from" and frame.has("from-chains", (chain,))
                    first = opens or _complement(frame, word, moment)
                    seen[chain] = _Event(moment, chain, 0 if first else stage, word)
        ahead = moments[place - 1] if place else None
        if moment.bound == "until" and ahead and ahead.bound == "from" and moment.first - ahead.last <= 1:
            for event in list(_of_span(frame, seen, moment)):
                seen[event.chain] = event
        found = _of_police(frame, moment)
        if found is not None:
            seen[found.chain] = found
        # "are to be opened again on": no first opening.
        more = [e.word for e in seen.values() if e.stage and frame.has("once-more-words", (frame.lowers[e.word],))]
        yield from (
            event for event in seen.values() if event.stage or all(abs(event.word - at) > _AGAIN for at in more)
        )


def _of_span(frame: Frame, seen: dict[str, _Event], moment: Moment) -> Iterator[_Event]:
    """ "accepted from 1 March to 30 April": on the last day closes what opened on the first."""
    for event in seen.values():
        if frame.has("from-chains", (event.chain,)) and not event.stage:
            yield event._replace(stage=1)
    first = moment.first - 1
    if not any(frame.has("from-chains", (chain,)) for chain in seen):
        sentence = frame.facts.sentence_at(moment.start)
        for at in range(first, sentence.first - 1, -1):
            for chain, stage in chains_at(frame, at):
                if frame.has("from-chains", (chain,)) and not stage:
                    yield _Event(moment, chain, 1, at)
                    return


def _of_police(frame: Frame, moment: Moment) -> _Event | None:
    """ "Officers stopped a van on 7 May": what the police did to those whom it was after."""
    number = frame.facts.language.clause_of(moment.first)
    clause = None if number is None else frame.facts.language.clauses[number]
    subject = None if clause is None or clause.subject is None else frame.facts.language.phrases[clause.subject]
    if clause is None or subject is None or not frame.has("police-nouns", (subject.lemma,)):
        return None
    if not frame.has("catching-lemmas", (clause.lemma,)):
        return None
    chain, _, stage = frame.facts.lexicon.values("arrest-chains")[0].partition(" ")
    return _Event(moment, chain, int(stage), clause.verb)


def _may_be(frame: Frame, chain: str, stage: int, word: int, moment: Moment) -> bool:
    """Whether a word tells a stage of its chain here: entries are in “by” a day; a shop that shut is no deadline."""
    if frame.has("guilty-words", (frame.lowers[word],)) and frame.has("plea-lemmas", _lemmas_before(frame, word)):
        return False
    if not frame.has("from-chains", (chain,)):
        return True
    sentence = frame.facts.sentence_at(moment.start)
    words = frame.lowers[sentence.first : sentence.last]
    if stage == 1 and frame.has("answering-words", (frame.lowers[word],)):
        return moment.bound in ("by", "until", "from") or frame.has("bounds-of-answers", _before_clock(frame, moment))
    number = frame.facts.language.clause_of(word)
    clause = None if number is None else frame.facts.language.clauses[number]
    past = clause is not None and clause.tense == "past" and clause.standing == "done"
    return not past or frame.has("answering-words", words)


def _lemmas_before(frame: Frame, word: int) -> Sequence[str]:
    return frame.facts.language.lemmas[max(0, word - _AGAIN) : word]


def _before_clock(frame: Frame, moment: Moment) -> list[str]:
    """The words before a day and the hour with it: “by noon on Friday”."""
    return frame.lowers[max(0, moment.first - _CLOCK) : moment.first]


def _subject(frame: Frame, moment: Moment) -> Iterator[int]:
    """The head of the subject of the verb that stands last before a moment in its sentence."""
    language = frame.facts.language
    number = language.clause_of(moment.first)
    clause = None if number is None else language.clauses[number]
    if clause is None:
        here = [c for c in language.clauses if c.sentence == frame.sentence(moment.start) and c.last <= moment.first]
        clause = here[-1] if here else None
    if clause is not None and clause.subject is not None:
        yield language.phrases[clause.subject].head


def _complement(frame: Frame, word: int, moment: Moment) -> bool:
    """ "guilty of taking bribes in 2019": the date is that of the deed, not of the judgment."""
    if word >= moment.first:
        return False
    between = range(word + 1, moment.first)
    tags, lowers = frame.facts.language.tags, frame.lowers
    present = tuple(frame.facts.lexicon.words("present-participle-endings"))
    return frame.has("judging-lemmas", (frame.facts.language.lemmas[word],)) and any(
        tags[at] == "VERB" and lowers[at].endswith(present) and frame.has("deed-openers", lowers[at - 1 : at])
        for at in between
    )


def chains_at(frame: Frame, token: int) -> tuple[tuple[str, int], ...]:
    """The chains that a word belongs to, as it stands or by its dictionary form, each with its place there."""
    forms, lemmas = _chains(frame.facts.lexicon)
    if token + 1 < len(frame.lowers):
        pair = forms.get(f"{frame.facts.language.lemmas[token]} {frame.lowers[token + 1]}")
        if pair is not None:
            return pair
    language, word = frame.facts.language, frame.lowers[token]
    found = forms.get(word)
    # “sales have grown”: several of a kind are no one event
    if found is None and (language.tags[token] == "VERB" or language.lemmas[token] == word):
        found = lemmas.get(language.lemmas[token])
    return found or ()


# ---------------------------------------------------------------------------------------------------- “after”, “before”


def _joined(frame: Frame, sentence: int) -> Iterator[Relation]:
    """ "was charged in March after he fled in May": two dated clauses with a word between that says which is first."""
    moments = [
        m for m in frame.moments[sentence] if m.options and not m.in_quote and m.kind in ("day", "month", "year")
    ]
    if len(moments) != 2 or len(frame.moments[sentence]) != 2 or moments[1].bound:
        return
    one, two = moments
    ways = frame.facts.lexicon.table("clause-orders")
    fronted = frame.facts.sentences[sentence].first
    if (
        frame.lowers[fronted] in ways
        and _opens_clause(frame, fronted, one)
        and _clause(frame, one) != _clause(frame, two)
    ):
        # “Before it told the regulator on 12 May, the bank wrote to customers on 3 May.”
        late, early = (two, one) if int(ways[frame.lowers[fronted]]) > 0 else (one, two)
        yield from _ordered(frame, late, early, fronted, late)
        return
    for at in range(one.last, two.first):
        way = ways.get(frame.lowers[at])
        if way is not None and _opens_clause(frame, at, two):
            late, early = (one, two) if int(way) > 0 else (two, one)
            yield from _ordered(frame, late, early, at, late)
            return
    perfect = _perfect(frame, one, two)
    if perfect is not None:
        late, early, verb = perfect
        yield from _ordered(frame, late, early, verb, early)


def _ordered(frame: Frame, late: Moment, early: Moment, word: int, claim: Moment) -> Iterator[Relation]:
    """That one time comes after another, as the word at a token says of the one that makes the claim."""
    gaps = [a[1] - b[0] for a in late.options for b in early.options if comparable(a, b)]
    if gaps:
        other = early if claim is late else late
        link: Link = "middling" if max(gaps) >= -_span(late, early) else "weak"
        working = frame.say("joined-order", one=frame.text(claim), two=frame.text(other), word=frame.lowers[word])
        span = (max(gaps), max(gaps))
        yield frame.relation("order", claim, span, (0, 1e6), frame.text(other), working, link, (other,))


def _perfect(frame: Frame, one: Moment, two: Moment) -> tuple[Moment, Moment, int] | None:
    """ "finished on 10 May and had begun on 2 May", “resigned on 9 May, having read it on 2 May”."""
    clauses = [_clause(frame, one), _clause(frame, two)]
    if clauses[0] is None or clauses[1] is None or one.bound or two.bound:
        return None
    had = [_had(frame, clause) or _having(frame, clause) for clause in clauses if clause is not None]
    plain, past = (clauses[1], clauses[0]) if had[0] else (clauses[0], clauses[1])
    if had[0] == had[1] or plain.tense != "past" or plain.standing != "done" or plain.kind != "main":
        return None
    if past.standing != "done" or past.negated or frame.has("planning-verbs", (plain.lemma, past.lemma)):
        return None
    return (two, one, past.first) if had[0] else (one, two, past.first)


def _having(frame: Frame, clause: Clause) -> bool:
    """Whether a verb is a perfect participle: “having read the findings”."""
    before = frame.lowers[max(0, clause.verb - _AGAIN) : clause.verb]
    return clause.kind == "participle" and frame.has("perfect-participle-words", before)


def _before_that(frame: Frame, sentence: int) -> Iterator[Relation]:
    """ "The bridge was opened in 2019. Work on it had begun in 2021": the past perfect tells of what went before."""
    here = [m for m in frame.moments[sentence] if m.options]
    before = [m for m in frame.moments.get(sentence - 1, ()) if m.options]
    if len(here) != 1 or len(before) != 1 or here[0].bound or before[0].bound or here[0].in_quote:
        return
    one, two = before[0], here[0]
    if not {one.kind, two.kind} <= {"day", "month", "season", "year"} or one.fixed != two.fixed:
        return
    past, perfect = _clause(frame, one), _clause(frame, two)
    if past is None or perfect is None or _had(frame, past) or not _had(frame, perfect):
        return
    if past.tense != "past" or past.standing != "done" or perfect.standing != "done" or perfect.within is not None:
        return
    if frame.has("planning-verbs", (past.lemma, perfect.lemma)) or perfect.negated:
        return
    yield from _ordered(frame, one, two, perfect.first, two)


def _followed(frame: Frame, sentence: int) -> Iterator[Relation]:
    """ "Inspectors came in October 2018 …. The trial that followed, in March 2017": dated before what it followed."""
    here = [m for m in frame.moments[sentence] if m.options]
    before = [m for m in frame.moments.get(sentence - 1, ()) if m.options]
    if len(here) != 1 or len(before) != 1 or here[0].bound or here[0].in_quote or here[0].fixed != before[0].fixed:
        return
    one, two = before[0], here[0]
    held = frame.facts.sentences[sentence]
    if not {one.kind, two.kind} <= {"day", "month", "season", "year"}:
        return
    if not frame.has("following-words", frame.lowers[held.first : two.first][:_FOLLOWS]):
        return
    gaps = [late[1] - early[0] for early in one.options for late in two.options if comparable(late, early)]
    if gaps:
        gap = max(gaps)
        working = frame.say("earlier", one=frame.text(two), two=frame.text(one))
        link: Link = "middling" if gap >= -_span(one, two) else "weak"
        yield frame.relation("order", two, (gap, gap), (0, 1e6), frame.text(one), working, link, (one,))


def _put_off(frame: Frame, sentence: int) -> Iterator[Relation]:
    """ "postponed from 16 June to 30 June", “brought forward from 30 June to 16 June”: which of the two is later."""
    language = frame.facts.language
    outcomes = frame.facts.lexicon.values("outcome-verbs")
    for one, two in pairwise(frame.moments[sentence]):
        if (one.bound, two.bound) != ("from", "until") or two.first - one.last > 1 or one.in_quote:
            continue
        if not one.options or not two.options or not {one.kind, two.kind} <= {"day", "month", "year"}:
            continue
        before = [c for c in language.clauses_in(sentence) if c.last <= one.first]
        clause = before[-1] if before else None
        if clause is None or clause.negated or one.first - clause.last > _REACH:
            continue
        told = {clause.lemma, f"{clause.lemma} {frame.lowers[clause.verb + 1]}"}
        way = 1 if not told.isdisjoint(outcomes["timing/later"]) else -1
        if way > 0 or not told.isdisjoint(outcomes["timing/sooner"]):
            on = two.options[0][0] - one.options[0][0]
            if not (one.fixed and two.fixed):  # of two days without a year the nearer one is meant
                on = (on + _TURN) % (2 * _TURN + 1) - _TURN
            text = frame.text(one)
            working = frame.say("joined-order", one=frame.text(two), two=text, word=frame.lowers[clause.verb])
            yield frame.relation("order", two, (way * on, way * on), (0, 1e6), text, working, "middling", (one,))


def _clause(frame: Frame, moment: Moment) -> Clause | None:
    number = frame.facts.language.clause_of(moment.first)
    return None if number is None else frame.facts.language.clauses[number]


def _had(frame: Frame, clause: Clause) -> bool:
    """Whether a verb stands in the past perfect."""
    return frame.has("past-perfect-words", frame.lowers[clause.first : clause.verb])


def _opens_clause(frame: Frame, word: int, moment: Moment) -> bool:
    """Whether the word opens a clause with a verb of its own, in which the moment stands."""
    tags = frame.facts.language.tags
    between = range(word + 1, moment.first)
    verbs = [at for at in between if tags[at] in ("VERB", "AUX")]
    near = bool(verbs) and verbs[0] <= word + _FOLLOWS and sum(tags[at] == "VERB" for at in verbs) == 1
    return near and not frame.has("clause-enders", frame.lowers[word + 1 : moment.first])


@derived
def _chains(lexicon: Lexicon) -> tuple[dict[str, tuple[tuple[str, int], ...]], dict[str, tuple[tuple[str, int], ...]]]:
    """Each form, and each dictionary form, with the chains that it belongs to and its place in them."""
    from factlint.language.words import Words

    words = Words(lexicon)
    adverbs = lexicon.union("interval-words", "once-more-words", "until-words")
    forms: dict[str, tuple[tuple[str, int], ...]] = {}
    lemmas: dict[str, tuple[tuple[str, int], ...]] = {}
    for label, row in lexicon.values("event-chains").items():
        chain, stage = label.split()
        for word in row:
            place = (chain, int(stage))
            forms[word] = (*forms.get(word, ()), place)
            if word in adverbs:
                continue
            for part in ("VERB", "NOUN"):
                lemma = words.lemma(word, part)
                if place not in lemmas.get(lemma, ()):
                    lemmas[lemma] = (*lemmas.get(lemma, ()), place)
    return forms, lemmas
