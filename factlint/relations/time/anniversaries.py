"""Anniversaries: “its 125th anniversary last year”, “turn a hundred”, “143 years old”, “in her twelfth season”."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Figure, Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import Days, is_floating, parts_of
from factlint.language.model import Clause, Phrase
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.things import Things, are_one
from factlint.relations.time.wording import told

_NEAR = 9  # tokens between a date and the word that makes it an origin
_OLDEST = 3000
_YEAR = 365.2425
_BEFORE = 4  # tokens before a noun in which its number stands
_ANY = frozenset({"thing", "either", "person", "birth", "death"})
_OF_THINGS = frozenset({"thing", "either"})
_OF_LIFE = frozenset({"birth"})
_NOBODY = frozenset({"person", "time", "quantity"})
_THINGS = frozenset({"artefact", "group", "place"})
_BETWEEN = 2  # tokens from a copula to the number behind it
_OF_OFFICE = frozenset({"thing", "either", "person"})
_FARTHEST = 3  # times the years told that an anniversary can be wrong by
_TITLES = ("dateline", "byline")
_ROUND = 10  # years from which “at 90” tells how old a house is
_LEAD = 3  # sentences at the head whose anniversary is that of the only thing with a beginning
_SLIP = 0.15  # of a number of years, by which counting or typing misses
_FEWEST = 3  # years below which nothing is made of a number


class _Claim(NamedTuple):
    """That something is in its nth year: the tokens of the claim, n, how far n may be off below and above.

    of: the token behind it. kinds: the kinds of beginning that it may be counted from. apart: sentences back or ahead.
    """

    first: int
    last: int
    number: int
    below: int
    above: int
    of: int
    kinds: frozenset[str] = _ANY
    apart: int = 2


def find(frame: Frame) -> Iterator[Relation]:
    """Every anniversary and age of a thing against the years of its beginning that the article gives."""
    claims = list(_claims(frame))
    if not claims:
        return
    origins, things = _origins(frame), Things(frame)
    for claim in claims:
        relation = _relation(frame, claim, origins, things)
        if relation is not None:
            yield relation


# ------------------------------------------------------------------------------------------------------------- claims


def _claims(frame: Frame) -> Iterator[_Claim]:
    lexicon, tokens = frame.facts.lexicon, frame.tokens
    nouns, names = lexicon.words("anniversary-nouns"), lexicon.table("anniversary-names")
    for at in tokens.positions(nouns):
        number = _ordinal_before(frame, at)
        if number:
            yield _Claim(number[0], at + 1, number[1], 0, 0, at + 1)
    for at in tokens.positions(lexicon.words("wedding-nouns")):
        jubilee = lexicon.table("jubilees").get(frame.lowers[at - 1]) if at else None
        if jubilee:
            yield _Claim(at - 1, at + 1, int(jubilee), 0, 0, at + 1)
    for at in tokens.positions(names.keys()):
        yield _Claim(at, at + 1, int(names[frame.lowers[at]]), 0, 0, at + 1)
    own = lexicon.words("own-words")
    for at in tokens.positions(lexicon.words("running-nouns")):
        number = _ordinal_before(frame, at)
        if number and number[0] and frame.lowers[number[0] - 1] in own and number[0] > at - 3:
            yield _Claim(number[0], at + 1, number[1], 1, 2, at + 1, _OF_OFFICE, 1)
    aged = {age.start for age in frame.facts.ages if age.person is not None}
    for at in tokens.positions(lexicon.words("turning-words")):
        number = _number_at(frame, at + 1)
        if number:
            # “who turned 60” is told of a life, not of the farm that was bought in 1911.
            life = tokens.starts[at + 1] in aged or _is_somebodys(frame, at)
            kinds, reach = (_OF_LIFE, 1) if life else (_ANY, 2)
            yield _Claim(at, number[0], number[1], 0, 0, number[0], kinds, reach)
    for figure in frame.facts.figures:
        if figure.claim == "age" and figure.unit == "year" and figure.last < len(tokens) and figure.value >= _FEWEST:
            old = frame.lowers[figure.last] in lexicon.words("age-tails") or figure.form == "prefix"
            if old or "old" in frame.lowers[figure.last - 1]:
                kinds, reach = (_OF_LIFE, 1) if _of_somebody(frame, figure) else (_OF_THINGS, 1)
                last = figure.last + (frame.lowers[figure.last] in lexicon.words("age-tails"))
                yield _Claim(figure.first, last, round(figure.value), 0, 1, last, kinds, reach)
    yield from _bare(frame)
    marks = lexicon.words("celebrating-words")
    for length in frame.facts.lengths:
        if (
            length.unit == "year"
            and not length.hedge
            and not marks.isdisjoint(frame.lowers[length.first - 3 : length.first])
        ):
            years = round((length.low + length.high) / 2 / 365.2425 - 0.19)
            yield _Claim(length.first, length.last, years, 0, 0, length.last)


def _bare(frame: Frame) -> Iterator[_Claim]:
    """ "The school is 104", “would have been 90 in 2026”: a bare number that is said of something that is or was."""
    for figure in frame.facts.figures:
        if figure.unit is not None or figure.claim in ("score", "age") or figure.value < _FEWEST or figure.value % 1:
            continue
        copula = _copula(frame, figure.first)
        number = None if copula is None else _number_at(frame, figure.first)
        if copula is None or number is None or copula.tense == "past":  # “She was 18” is told of then
            continue
        thing = _is_of_a_thing(frame, copula)
        held = frame.facts.language.phrases[copula.subject or 0]
        own = held.pronoun is None or held.pronoun in frame.facts.lexicon.table("third-person")
        if (not thing and own) or (thing and not _THINGS.isdisjoint(held.classes)):
            kinds = _OF_THINGS if thing else _OF_LIFE
            yield _Claim(figure.first, number[0], number[1], 0, 1, number[0], kinds, 1)


def _is_somebodys(frame: Frame, verb: int) -> bool:
    """Whether the subject of a verb is named as somebody: “Zodwa, the baby, turned 75”."""
    language = frame.facts.language
    number = language.clause_of(verb)
    subject = None if number is None else language.clauses[number].subject
    return subject is not None and _is_named(frame, language.phrases[subject])


def _is_named(frame: Frame, held: Phrase) -> bool:
    return any(held.start <= one.start < held.end for one in frame.facts.mentions)


def _of_somebody(frame: Frame, figure: Figure) -> bool:
    """Whether “58-year-old” is said of somebody: a noun for a person follows, a name or no noun at all."""
    hyphened = "-" in frame.lowers[figure.last - 1]
    beside = slice(figure.last, figure.last + 3) if hyphened else slice(max(0, figure.first - 4), figure.first)
    if not frame.facts.lexicon.words("aged-things").isdisjoint(frame.lowers[beside]):
        return False
    copula = None if hyphened else _copula(frame, figure.first)
    return copula is None or not _is_of_a_thing(frame, copula)


def _copula(frame: Frame, token: int) -> Clause | None:
    """The clause of the copula right before a token, an adverb between at most: “is now 114”, “would have been 90”."""
    language = frame.facts.language
    number = language.clause_of(token)
    for at in range(token - 1, max(0, token - _BETWEEN) - 1, -1):
        number = language.clause_of(at) if language.tags[at] == "AUX" else None
        clause = None if number is None else language.clauses[number]
        if clause is not None and clause.verb == at:
            return clause if clause.subject is not None and not clause.negated else None
        if language.tags[at] != "ADV":
            return None
    return None


def _is_of_a_thing(frame: Frame, clause: Clause) -> bool:
    """Whether the subject of a clause is a thing: “it”, a noun for no person, a name that is nobody's."""
    held = frame.facts.language.phrases[clause.subject or 0]
    if held.pronoun is not None:
        return frame.has("body-pronouns", (frame.lowers[held.head],))
    return not held.plural and not _is_named(frame, held) and _NOBODY.isdisjoint(held.classes)


def _ordinal_before(frame: Frame, noun: int) -> tuple[int, int] | None:
    """The ordinal in the words before a noun, with its first token: 125 th, ninetieth, twenty-fifth, golden."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    ordinals = {**lexicon.table("ordinals"), **lexicon.table("ordinals-of-tens")}
    for at in range(noun - 1, max(-1, noun - _BEFORE - 1), -1):
        word = lowers[at]
        if word in lexicon.words("ordinal-suffixes") and at and lowers[at - 1].isdecimal():
            return at - 1, int(lowers[at - 1])
        tens, dash, last = word.partition("-")
        if word in ordinals:
            return at, int(ordinals[word])
        if dash and last in ordinals:
            ahead = lexicon.table("number-words").get(tens)
            if ahead is not None:
                return at, int(ahead * ordinals[last]) if ordinals[last] == 100 else int(ahead + ordinals[last])
        if word in lexicon.table("jubilees") and at == noun - 1:
            return at, int(lexicon.table("jubilees")[word])
        if not word[0].isalpha():
            return None
    return None


def _number_at(frame: Frame, at: int) -> tuple[int, int] | None:
    """A bare number that is no count: the token behind it and its value; a stop or a small word follows."""
    figure = next((figure for figure in frame.facts.figures if figure.first == at), None)
    if figure is None or figure.unit not in (None, "year") or figure.value < _FEWEST or figure.value % 1:
        return None
    follows = frame.lowers[figure.last] if figure.last < len(frame.lowers) else "."
    if follows[0].isalpha() and follows not in frame.facts.lexicon.words("after-fractions"):
        return None
    return figure.last, round(figure.value)


# ------------------------------------------------------------------------------------------------------------ origins


def _origins(frame: Frame) -> list[tuple[Moment, str]]:
    """The moments of known years that stand near a word of beginning, with its kind."""
    words = frame.facts.lexicon.table("origin-words")
    found = []
    for number, moments in frame.moments.items():
        sentence = frame.facts.sentences[number]
        for place, moment in enumerate(moments):
            if not moment.fixed or moment.relative or moment.kind in ("decade", "century") or not moment.options:
                continue
            if frame.is_label(moment):
                continue
            floor = moments[place - 1].last if place else sentence.first
            roof = moments[place + 1].first if place + 1 < len(moments) else sentence.last
            before = frame.lowers[max(floor, moment.first - _NEAR) : moment.first]
            after = frame.lowers[moment.last : min(roof, moment.last + _NEAR)]
            kind = next((words[word] for word in (*reversed(before), *after) if word in words), None)
            if kind:
                found.append((moment, kind))
    return found


def _relation(frame: Frame, claim: _Claim, origins: list[tuple[Moment, str]], things: Things) -> Relation | None:
    place = Stretch(frame.tokens.starts[claim.first], frame.tokens.ends[claim.last - 1])
    sentence = frame.sentence(place.start)
    if frame.facts.in_quotation(place.start) or not 0 < claim.number < _OLDEST:
        return None
    ends, sure = _celebrated(frame, claim, sentence)
    if not ends:
        return None
    origin, link = _origin(frame, claim, sentence, origins, ends)
    if origin is None or not _is_of_it(claim, origin, ends):
        origin = things.first_told(claim.first, claim.last, sentence)
        link = "strong" if origin is not None and _is_near(claim.number, origin, ends) else "weak"
    if origin is None:
        return None
    allowed = range(claim.number - claim.below - (not sure), claim.number + claim.above + 1 + (not sure))
    begun = {
        parts_of(day)[0]
        for moment in frame.facts.moments
        for span in moment.options
        for day in span
        if not is_floating(span)
    }
    here = {year for moment in frame.moments.get(sentence, ()) if moment.fixed for year in _years(moment.options)}
    # “the 2007 start coincided with the 20th anniversary of his death in 1987”
    supported = any(end - year in allowed for end in (*ends, *here) for year in begun if year < end)
    if frame.today is None and frame.day_line is None:
        # “the 20th anniversary … the first call was made on 1 January 1985”: the last day told is itself a beginning.
        started = {parts_of(moment.options[0][0])[0] for moment, _ in origins if moment is not origin}
        supported = supported or any(year + claim.number > max(ends) for year in started if year in ends)
    supported = supported or frame.has("belated-words", frame.words(sentence))
    year = parts_of(origin.options[0][0])[0]
    if year >= max(ends):
        return None
    supported = supported or (_dates_itself(frame, claim, sentence) and year + claim.number < max(ends))
    spans = [end - year for end in ends]
    if not _is_of_it(claim, origin, ends):
        return None
    low, high = min(spans) - claim.above, max(spans) + claim.below
    if claim.below and claim.above:
        low, high = min(spans) - 1, max(spans) + 2
    elif claim.above:
        low, high = min(spans) - 1, max(spans)
    computed = told(frame.facts.lexicon, spans[0] * _YEAR, spans[0] * _YEAR, "year")
    working = frame.say("lasting", one=frame.text(origin), two=ends[0], result=computed)
    return frame.relation(
        "anniversary", place, (claim.number, claim.number), (low, high), computed, working, link, (origin,), supported
    )


def _dates_itself(frame: Frame, claim: _Claim, sentence: int) -> bool:
    """ "It had its 50th birthday in the lockdown": whether history is told, dated by nothing but the anniversary."""
    language = frame.facts.language
    phrase = language.phrase_at(claim.last - 1)
    here = (c for c in language.clauses if c.sentence == sentence and phrase is not None)
    past = any(c.tense == "past" and phrase in (c.object, *(one for _, one in c.obliques)) for c in here)
    times = [m for m in frame.moments.get(sentence, ()) if m.relative or m.kind in ("day", "weekday")]
    return past and not times and sentence > _LEAD


def _origin(
    frame: Frame, claim: _Claim, sentence: int, origins: list[tuple[Moment, str]], ends: list[int]
) -> tuple[Moment | None, Link]:
    """The beginning that a claim is counted from: in its sentence, else near it, else the only one there is."""
    moments = [moment for moment, kind in origins if kind in claim.kinds]
    here = [moment for moment in moments if frame.sentence(moment.start) == sentence]
    of = frame.has("of-words", frame.lowers[claim.of : claim.of + 1])
    past = [moment for moment in here if parts_of(moment.options[0][0])[0] < max(ends)]
    if past:
        return past[0], "strong" if len(past) == 1 else "middling"
    if of:
        # Of what began elsewhere in the article by the same noun: “of Holm's footbridge … the bridge opened in 1899”.
        moments = [moment for moment in moments if _is_of(frame, claim, moment)]
    near = [moment for moment in moments if 0 < abs(frame.sentence(moment.start) - sentence) <= claim.apart]
    near = [moment for moment in near if parts_of(moment.options[0][0])[0] < max(ends)]
    years = {parts_of(moment.options[0][0])[0] for moment in near}
    if len(years) == 1:
        return near[0], "strong"
    told = [moment for moment in moments if parts_of(moment.options[0][0])[0] < max(ends)]
    lead = sentence <= _LEAD and not near and claim.apart > 1
    if lead and len({parts_of(moment.options[0][0])[0] for moment in told}) == 1:
        return told[0], "strong"
    return (None, "weak")


def _is_of_it(claim: _Claim, origin: Moment, ends: list[int]) -> bool:
    """Whether a number is so near the years since an origin that it may be counted from it, and not from elsewhere."""
    spans = [end - parts_of(origin.options[0][0])[0] for end in ends]
    return min(spans) / _FARTHEST <= claim.number <= max(max(spans) * _FARTHEST, max(spans) + _FEWEST)


def _is_near(number: int, origin: Moment, ends: list[int]) -> bool:
    """Whether a number of years misses those since an origin by a slip: by tens, or by a few in a hundred."""
    away = [abs(number - end + parts_of(origin.options[0][0])[0]) for end in ends]
    return all(one > 1 and (one % _ROUND == 0 or one <= number * _SLIP) for one in away)


def _is_of(frame: Frame, claim: _Claim, moment: Moment) -> bool:
    """Whether the noun behind “of” stands in the sentence of a beginning, as it is or as the end of a compound."""
    language = frame.facts.language
    number = language.phrase_at(claim.of + 1)
    if number is None:
        return False
    owned = number + 1 < len(language.phrases) and language.phrases[number + 1].owner == number
    lemma = language.phrases[number + owned].lemma  # “of Holm's footbridge”
    held = frame.facts.sentences[frame.sentence(moment.start)]
    nouns = (n for n in range(held.first, held.last) if language.tags[n] in ("NOUN", "PROPN"))
    lemmas = [language.lemmas[noun] for noun in nouns]
    # “the centenary of the composer Karl Voss … Voss was born in 1931”
    names = {language.lemmas[at] for one in (number, number + 1) for at in _named_in(frame, number, one)}
    return not names.isdisjoint(lemmas) or any(are_one(frame, lemma, other) for other in lemmas)


def _named_in(frame: Frame, number: int, other: int) -> Iterator[int]:
    """The tokens of the names of a phrase, where it is the one meant or stands in apposition to that."""
    language = frame.facts.language
    held = language.phrases[other] if other < len(language.phrases) else None
    if held is not None and (other == number or held.apposition_of == number):
        yield from (at for at in range(held.first, held.last) if language.tags[at] == "PROPN")


def _celebrated(frame: Frame, claim: _Claim, sentence: int) -> tuple[list[int], bool]:
    """The years that the anniversary may fall in, the likeliest first, and whether that is told."""
    moments = [moment for moment in frame.moments.get(sentence, ()) if moment.options]
    own = _own_year(frame, claim, moments)
    if own is not None:
        return _years(own.options), True
    if frame.today is not None:
        told = [moment for moment in moments if moment.relative or _later(moment, frame.today)]
        if told:
            nearest = min(told, key=lambda moment: abs(moment.first - claim.first))
            return _years(nearest.options), nearest.kind in ("year", "day", "month", "weekday")
        return [parts_of(frame.today)[0]], True
    if frame.dated is not None:
        return _years((frame.dated,)), True
    days = [moment for moment in frame.facts.moments if moment.kind == "day" and moment.fixed and moment.options]
    lines = [m for m in frame.facts.moments if m.block in _TITLES and m.fixed and m.options and not m.relative]
    days = lines or days
    found = {year for moment in days for year in _years(moment.options)}
    dated = frozenset(found)
    if found and frame.now is not None:  # a day to come may be of the year after that of the article
        found |= set(_years((frame.now,)))
    found |= {year - 1 for moment in days if _is_to_come(frame, moment) for year in _years(moment.options)}
    return sorted(found, key=lambda year: (year in dated, year), reverse=True), True


def _own_year(frame: Frame, claim: _Claim, moments: list[Moment]) -> Moment | None:
    """ "would celebrate her 120th birthday in 2025": the year that the clause of a claim, or the front of it, tells."""
    language = frame.facts.language
    number = language.clause_of(claim.first)
    if number is None:
        return None
    fixed = [m for m in moments if m.fixed and not m.relative and not m.bound and m.kind in ("year", "month", "day")]
    inside = [m for m in fixed if language.clause_of(m.first) == number]
    fronted = [m for m in fixed if m.last < claim.first and m.first - frame.facts.sentence_at(m.start).first <= 1]
    found = inside or fronted
    return found[0] if len(found) == 1 else None


def _is_to_come(frame: Frame, moment: Moment) -> bool:
    """Whether what a day dates is told as still to come: “from 1 January 2025, the lane will be called …”."""
    sentence = frame.sentence(moment.start)
    return any(c.tense == "future" for c in frame.facts.language.clauses if c.sentence == sentence)


def _later(moment: Moment, today: int) -> bool:
    return moment.options[0][1] > today - 400


def _years(options: tuple[Days, ...]) -> list[int]:
    return list(dict.fromkeys(parts_of(day)[0] for span in options for day in span))
