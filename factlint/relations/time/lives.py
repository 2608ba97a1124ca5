"""Lives: births, deaths and ages of one person, each told where it is told, held against one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Figure, Length, Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import Days, is_floating, moved, parts_of
from factlint.language.model import Phrase
from factlint.record import NamedTuple
from factlint.relations.time.deaths import deaths_of
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.headline_ages import is_age
from factlint.relations.time.persons import Persons
from factlint.tokens import DASHES

_OLDEST = 119
_YOUNGEST = 5  # years below which “at 4” is an hour
_LONGEST = 45_000  # days that a life has
_SOME_DAY = 3_000_000  # stands for the day of an article that has none, far from all days that are told
_NARROW = 450  # days within which the day of an article must be known for an age of its day
_LATELY = 120  # days before the last one of an article within which lies what it has as news
_REACH = 10  # tokens from “born” to the date
_AUXILIARY = 3  # tokens of “was also reportedly” before “born”
_BESIDE_BORN = 6  # tokens from a name to “born”
_WHEN = 5  # tokens of “in 1979, when she was 18”
_PHRASES = 12  # phrases before a pronoun in which somebody may be named
_NAMING = ("subject", "apposition", "other")
_OPENERS = 2  # tokens of “as a” before “17-year-old”
_HEAD = 1  # sentences of a headline and what follows it
_CLOSE = 15  # years by which an age at the head may miss the one that a birth makes
_MOST = 40  # statements of one person beyond which none is compared
_PRECISE = frozenset({"day", "month", "year", "season"})
_PRECISE_OR_NEAR = frozenset({*_PRECISE, "weekday"})
_OWNED = 5  # tokens from “her” to “birthday”
_DIGITS = 4  # of no birthday
_BRACKET = 5  # tokens of “(1950–2022)”
_CLAUSE = 3  # tokens from “until” to the verb of “until my brother is 85”
_YEAR = 366
_BEYOND = 6  # tokens between an age and the “eight years ago” that it is told of


class Told(NamedTuple):
    """One statement of somebody's age or birth: the days of birth that it leaves open.

    ages: the ages told, least and most; None for a birth. when: the days of which the age is told.
    """

    place: Stretch
    person: str
    born: Days
    ages: tuple[int, int] | None
    when: Days | None
    beside: bool


def find(frame: Frame) -> Iterator[Relation]:
    """Each age that a birth, or another age of the same person, can be held against."""
    if not frame.facts.people:
        return
    persons = Persons(frame)
    by_person: dict[str, list[Told]] = defaultdict(list)
    for told in (*births_of(frame, persons), *_life_spans(frame), *_ages(frame, persons)):
        by_person[told.person].append(told)
    every = [told for held in by_person.values() for told in held]
    yield from _unnamed(frame, [told for told in every if told.ages is None])
    for statements in by_person.values():
        for same in ([t for t in statements if _undated(t)], [t for t in statements if not _undated(t)]):
            if 1 < len(same) < _MOST:
                yield from _compared(frame, sorted(same, key=lambda told: told.place.start), every)


def _unnamed(frame: Frame, births: list[Told]) -> Iterator[Relation]:
    """ "Chess prodigy, 13", "a boy of 13 has won": an age at the head against the one birth that the article tells."""
    today = _today(frame)
    if today is None or len({told.born for told in births}) != 1:
        return
    birth, heads = births[0], frame.facts.headlines
    low, high = _age(birth.born[1], today[0]), _age(birth.born[0], today[1])
    ages = {age.start for age in frame.facts.ages}
    taken = {round(figure.value) for figure in frame.facts.figures if figure.claim == "age"}
    for figure in frame.facts.figures:
        if frame.sentence(figure.start) > _HEAD or figure.start in ages or figure.in_quote or figure.value % 1:
            continue
        if not (is_age(frame, figure) if heads and figure.start < heads[0].end else _of_the_young(frame, figure)):
            continue
        place = Stretch(figure.start, figure.end)
        computed = str(low) if low == high else frame.say("either", one=low, two=high)
        working = frame.say("born-then", one=frame.text(birth.place), two=_day(frame, today), result=computed)
        years = (round(figure.value), round(figure.value))
        near = high - _CLOSE <= years[0] <= low + _CLOSE and not taken.intersection(range(low, high + 1))
        link: Link = "middling" if near else "weak"
        yield frame.relation("age-told", place, years, (low, high), computed, working, link, (birth.place,))


def _undated(told: Told) -> bool:
    """Whether an age is told of the day of an article that has none."""
    return told.when is not None and told.when[0] > _SOME_DAY - _LONGEST


def _compared(frame: Frame, statements: list[Told], every: list[Told]) -> Iterator[Relation]:
    """Each age of one person against a birth or an earlier age; `every` are those of all people.

    An age told of “she” may be that of whoever else it fits: of four sisters with their ages.
    """
    births = [told for told in statements if told.ages is None]
    for number, told in enumerate(statements):
        if told.ages is None or told.when is None:
            continue
        others = births or [
            other for other in statements[:number] if not (other.beside and told.beside and _of_one_time(other, told))
        ]
        others = [other for other in others if other.place != told.place]
        if not others:
            continue
        named = told.beside or others[0].beside or others[0].ages is None
        everybody = [other for other in (statements if named else every) if other.place != told.place]
        supported = any(other.born[0] <= told.born[1] and told.born[0] <= other.born[1] for other in everybody)
        other = others[0]
        low, high = _age(other.born[1], told.when[0]), _age(other.born[0], told.when[1])
        if not 0 <= high <= _OLDEST:
            continue
        low = max(low, 0)
        if other.ages is None and told.when == _today(frame) and _is_of_a_year_told(frame, told.ages, other, low):
            continue
        computed = str(low) if low == high else frame.say("either", one=low, two=high)
        if high - low > 1:
            computed = frame.say("span", one=low, two=high)
        pattern = "born-then" if other.ages is None else "aged-then"
        day = _day(frame, told.when)
        working = frame.say(pattern, one=frame.text(other.place), two=day, result=computed)
        if _undated(told):
            working = frame.say("told", one=frame.text(other.place))
        link: Link = "strong" if other.ages is None or told.beside or other.beside else "middling"
        yield frame.relation(
            "age-told",
            told.place,
            told.ages,
            (low, high),
            computed,
            working,
            link,
            (other.place,),
            supported,
        )


def _is_of_a_year_told(frame: Frame, ages: tuple[int, int], birth: Told, today: int) -> bool:
    """ "Born in 1907 …. the wreck of 1919 …. Twelve-year-old Roe ran": an age of a time long ago, told elsewhere.

    today: the age that the birth makes on the article's day, from which an age of long ago is more than a slip away.
    """
    if today - ages[1] <= _CLOSE:
        return False
    for moments in frame.moments.values():
        for moment in moments:
            if moment.fixed and not moment.relative and moment.options and moment.kind in _PRECISE:
                low, high = _span(moment)
                if _age(birth.born[1], low) <= ages[1] and ages[0] <= _age(birth.born[0], high):
                    return True
    return False


def _of_one_time(one: Told, two: Told) -> bool:
    """Whether two ages may be told of one time."""
    return one.when is None or two.when is None or (one.when[0] <= two.when[1] and two.when[0] <= one.when[1])


def _day(frame: Frame, when: Days) -> str:
    """The time of an age in words: its year, and its month where it is told to the month."""
    year, month, _ = parts_of(when[0])
    if when[1] - when[0] > 31:
        last = parts_of(when[1])[0]
        return str(year) if last == year else frame.say("span", one=year, two=last)
    return f"{frame.facts.lexicon.values('month-names')[month - 1]} {year}"


def _age(born: int, when: int) -> int:
    """Full years from one day to another."""
    one, two = parts_of(born), parts_of(when)
    return two[0] - one[0] - (two[1:] < one[1:])


def _born(ages: tuple[int, int], when: Days) -> Days:
    """The days of birth that an age leaves open."""
    return moved(when[0], -12 * (ages[1] + 1)) + 1, moved(when[1], -12 * ages[0])


# ------------------------------------------------------------------------------------------------------------- births


def births_of(frame: Frame, persons: Persons) -> Iterator[Told]:
    """The births that the article dates by their day, month, season or year, each with whose it is."""
    lexicon = frame.facts.lexicon
    for first, last in frame.tokens.phrases(lexicon.phrases("birth-phrases")):
        moments = frame.moments.get(frame.sentence(frame.tokens.starts[first]), ())
        # “born at March, Cambridgeshire, on 17 April 1931”: a place may be called like a month.
        near = [m for m in moments if last <= m.first <= last + _REACH]
        moment = next((m for m in near if m.fixed and not m.relative and m.kind in _PRECISE), None)
        if moment is None or moment.in_quote:
            continue
        person = persons.at(first)
        if person and _hangs_on_another(frame, persons, first, person):
            continue
        if person and moment.options and not _between(frame, last, moment.first):
            yield Told(Stretch(moment.start, moment.end), person, _span(moment), None, None, False)


def _life_spans(frame: Frame) -> Iterator[Told]:
    """ "Vic Rowe (1950–2022)": the first of two years in a bracket behind a name."""
    lowers, tokens = frame.lowers, frame.tokens
    for moments in frame.moments.values():
        for one, two in pairwise(moments):
            bracket = lowers[one.first - 1 : two.last + 1]
            shaped = len(bracket) == _BRACKET and (bracket[0], bracket[-1]) == ("(", ")") and bracket[2] in DASHES
            if not shaped or one.kind != "year" or two.kind != "year" or one.in_quote:
                continue
            named = next((m.person.id for m in frame.facts.mentions if m.end == tokens.ends[one.first - 2]), None)
            if named:
                yield Told(Stretch(one.start, one.end), named, _span(one), None, None, False)


def _hangs_on_another(frame: Frame, persons: Persons, born: int, person: str) -> bool:
    """ "they had a son, Timothy, born in 1921": whether a bare “born” stands behind somebody else."""
    held = frame.facts.sentence_at(frame.tokens.starts[born])
    if born <= held.first + 1 or "AUX" in frame.facts.language.tags[max(held.first, born - _AUXILIARY) : born]:
        return False
    return persons.named_before(born, _BESIDE_BORN) != person


def _between(frame: Frame, first: int, last: int) -> bool:
    """Whether a verb or another birth stands between “born” and the date."""
    return any(tag in ("VERB", "AUX") for tag in frame.facts.language.tags[first:last])


def _span(moment: Moment) -> Days:
    return min(days[0] for days in moment.options), max(days[1] for days in moment.options)


# --------------------------------------------------------------------------------------------------------------- ages


def _ages(frame: Frame, persons: Persons) -> Iterator[Told]:
    taken = set()
    for place, person, ages, past, beside in (
        *_beside_names(frame, persons),
        *_said(frame, persons),
        *_as_young(frame, persons),
        *_introduced(frame, persons),
        *_decades(frame, persons),
        *_in_words(frame, persons),
        *_birthdays(frame, persons),
    ):
        if place.start in taken or frame.facts.in_quotation(place.start):
            continue
        taken.add(place.start)
        past = past and not _is_said_now(frame, persons, place)
        when = _when(frame, persons, place, person, past)
        if when is None and not past and _today(frame) is None:
            when = (_SOME_DAY, _SOME_DAY)
        if when is not None and not is_floating(when):
            yield Told(place, person, _born(ages, when), ages, when, beside)


_Said = tuple[Stretch, str, tuple[int, int], bool, bool]


def _beside_names(frame: Frame, persons: Persons) -> Iterator[_Said]:
    for age in frame.facts.ages:
        token = frame.tokens.at(age.start)
        of_kin = persons.is_namesake(token, age.person.id) or _is_put_off(frame, token - 1)
        if age.block not in ("headline", "heading") and not of_kin:
            yield Stretch(age.start, age.end), age.person.id, (age.years, age.years), age.past, True


def _said(frame: Frame, persons: Persons) -> Iterator[_Said]:
    """ "He was 87", "aged 24", "at the age of 16": the number after a verb of being or a word for age."""
    lexicon, tokens = frame.facts.lexicon, frame.tokens
    openers, copulas = lexicon.words("age-number-openers"), lexicon.words("age-copulas")
    for figure in frame.facts.figures:
        years = figure.value
        if not 0 < years <= _OLDEST or years % 1 or not figure.first or figure.precision != "exact":
            continue
        if figure.claim not in ("age", "count") or (figure.claim == "count" and figure.subject):
            continue
        before = frame.lowers[figure.first - 1]
        young = _of_the_young(frame, figure)
        is_now = before in lexicon.words("age-present-copulas")
        if not young and before not in openers and before not in copulas and not _at_age(frame, figure):
            continue
        if not young and before in lexicon.words("of-words") and frame.lowers[figure.first - 2] not in openers:
            continue  # "the youngest of seven"
        if before in copulas and not _closes(frame, figure.last):
            continue
        person = persons.at(figure.first - 1 if before in copulas else figure.first)
        if before in copulas and not young and not _is_of_a_person(persons, figure.first - 1):
            continue  # "where par is 72"
        if is_now and _is_put_off(frame, figure.first - 1):
            continue  # “until he is 85”
        if person and not _is_of_another(frame, persons, figure.first - 1):
            place = Stretch(tokens.starts[figure.first], tokens.ends[figure.last - 1])
            lately = before in lexicon.words("turning-words") and _is_of_late(frame, figure)
            now = (
                is_now or lately or (before in lexicon.words("at-words") and _in_present(frame, persons, figure.first))
            )
            yield place, person, (round(years), round(years)), not now, False


def _is_put_off(frame: Frame, copula: int) -> bool:
    """ "will go on until he is 85": whether the present of an age is that of a time to come."""
    if not frame.has("age-present-copulas", frame.lowers[copula : copula + 1]):
        return False
    postponers = frame.facts.lexicon.union("until-words", "when-words", "postponing-words")
    return not postponers.isdisjoint(frame.lowers[max(0, copula - _CLAUSE) : copula])


def _is_looked_back(frame: Frame, token: int) -> bool:
    """ "found her first moss when she was nine": whether “when” tells an age of what was done."""
    copula = token - 1
    if not frame.has("age-copulas", frame.lowers[copula : copula + 1]):
        return False
    number = frame.facts.language.clause_of(copula)
    first = copula if number is None else frame.facts.language.clauses[number].first
    return frame.has("when-words", frame.lowers[max(0, first - _CLAUSE) : first])


def _is_of_late(frame: Frame, figure: Figure) -> bool:
    """ "who turned 16 last month": all times of the sentence are told from the article's day."""
    moments = frame.moments.get(frame.sentence(figure.start), ())
    if any(not moment.relative for moment in moments):
        return False
    which = frame.facts.lexicon.table("which-one")
    return bool(moments) or any(word in which for word in frame.lowers[figure.last : figure.last + 2])


def _as_young(frame: Frame, persons: Persons) -> Iterator[_Said]:
    """ "joined as a 17-year-old in 2009": the age of who the clause is about, at its time."""
    openers = frame.facts.lexicon.words("as-words")
    for figure in frame.facts.figures:
        if figure.claim != "age" or figure.form != "prefix" or figure.first < _OPENERS or not figure.value >= 1:
            continue
        if frame.lowers[figure.first - 2] not in openers:
            continue
        before = [c for c in frame.facts.language.clauses if c.last <= figure.first]
        here = before and before[-1].sentence == frame.sentence(figure.start) and before[-1].tense == "past"
        person = persons.at(before[-1].verb) if here else None
        if person:
            years = round(figure.value)
            yield Stretch(figure.start, figure.end), person, (years, years), True, False


def _introduced(frame: Frame, persons: Persons) -> Iterator[_Said]:
    """ "In 1998 a 23-year-old apprentice called Roe left": the age of whom a phrase names, then."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    naming, articles = lexicon.words("name-givers"), lexicon.words("indefinite-articles")
    for figure in frame.facts.figures:
        if figure.claim != "age" or figure.value < 1 or figure.value % 1 or not figure.first:
            continue
        number = language.phrase_at(figure.first)
        held = None if number is None else language.phrases[number]
        if held is None or "person" not in held.classes or frame.lowers[held.first] not in articles:
            continue
        if figure.last > held.head:
            continue  # “a vet of 23”
        behind = held.last + (frame.lowers[held.last : held.last + 1] == [","])
        named = language.phrase_at(behind + frame.has("name-givers", frame.lowers[behind : behind + 1]))
        person = None if named is None or not language.phrases[named].proper else persons.in_phrase(named)
        if person and (frame.lowers[behind] in naming or language.phrases[named or 0].apposition_of == number):
            years = round(figure.value)
            yield Stretch(figure.start, figure.end), person, (years, years), True, False


def _is_of_another(frame: Frame, persons: Persons, token: int) -> bool:
    """ "to his mother, who is 88": a relative clause about somebody who is not named."""
    language = frame.facts.language
    clause = language.clause_of(token)
    held = None if clause is None else language.clauses[clause]
    if clause and held is not None and (held.kind == "infinitive" or "PART" in language.tags[held.first : held.verb]):
        clause -= language.clauses[clause - 1].sentence == language.clauses[clause].sentence  # “who lived to be 101”
    relative = clause is not None and language.clauses[clause].kind == "relative"
    return relative and persons.of_clause(clause) is None


def _is_of_a_person(persons: Persons, copula: int) -> bool:
    """Whether the subject of a copula is somebody, and no name that is nobody's stands before a pronoun."""
    language = persons.language
    number = language.clause_of(copula)
    if number is None:
        number = language.clause_of(copula - 1)  # “his share is now six”
    subject = None if number is None else language.clauses[number].subject
    if subject is None:
        return True
    held = language.phrases[subject]
    if held.pronoun:
        ahead = range(max(0, subject - _PHRASES), subject)
        named = [n for n in ahead if language.phrases[n].proper and language.phrases[n].sentence == held.sentence]
        if any(language.phrases[n].role in _NAMING and persons.in_phrase(n) is None for n in named):
            return False
    return persons.in_phrase(subject) is not None


def _at_age(frame: Frame, figure: Figure) -> bool:
    """ "at 16, in 2008", "at 16 in 2008"."""
    lowers, lexicon = frame.lowers, frame.facts.lexicon
    if lowers[figure.first - 1] not in lexicon.words("at-words") or not _YOUNGEST <= figure.value <= _OLDEST:
        return False
    after = lowers[figure.last : figure.last + 2]
    if figure.first > 1 and frame.has("age-present-copulas", lowers[figure.first - 2 : figure.first - 1]):
        return not figure.subject and bool(after) and frame.has("after-present-ages", after[:1])  # “is at 66 still …”
    if figure.first - 1 in frame.facts.sentence_firsts and after and frame.has("subject-pronouns", after):
        return after[0] == "," or frame.has(
            "subject-pronouns", after[:1]
        )  # "At 76 she still swims", not "At 10 under he"
    closed = not after or not after[0][0].isalnum()
    if closed and frame.has("death-verbs", frame.words(frame.sentence(frame.tokens.starts[figure.first]))):
        return True  # "who died on 3 March at 84"
    return figure.claim in ("age", "count") and not lexicon.words("in-words").isdisjoint(after) and len(after) == 2


def _of_the_young(frame: Frame, figure: Figure) -> bool:
    """ "as a boy of 12", "a woman of 90": somebody of so many years, not so many of somebody."""
    lowers, lexicon = frame.lowers, frame.facts.lexicon
    if figure.first < 3 or lowers[figure.first - 1] not in lexicon.words("of-words") or not _closes(frame, figure.last):
        return False
    if lexicon.words("indefinite-articles").isdisjoint(lowers[max(0, figure.first - 4) : figure.first - 2]):
        return False  # “a lad of 15”, “a shy lad of 15”
    number = frame.facts.language.phrase_at(figure.first - 2)
    somebody = number is not None and "person" in frame.facts.language.phrases[number].classes
    return somebody or lowers[figure.first - 2] in lexicon.union("gendered-nouns")


def _closes(frame: Frame, last: int) -> bool:
    """Whether the number of “was 87” stands alone: a stop, “when”, “years old” follow, no noun that it could count."""
    word = frame.lowers[last] if last < len(frame.lowers) else "."
    return not word[0].isalnum() or word in frame.facts.lexicon.words("after-ages")


def _decades(frame: Frame, persons: Persons) -> Iterator[_Said]:
    """ "in her early fifties", "in his 60s"."""
    lexicon, lowers, tokens = frame.facts.lexicon, frame.lowers, frame.tokens
    words, own = lexicon.table("decade-words"), lexicon.words("personal-owners")
    shares = lexicon.values("parts-of-a-decade")
    places = [(at, at + 1, words[lowers[at]]) for at in tokens.positions(words.keys())]
    for ending in lexicon.words("decade-endings"):
        for at in tokens.index.get(ending, ()):
            if at and lowers[at - 1].isdecimal() and len(lowers[at - 1]) == 2 and lowers[at - 1][1] == "0":
                places.append((at - 1, at + 1, int(lowers[at - 1])))
    for first, last, decade in places:
        part = lowers[first - 1].rstrip("-") if first else ""
        at = first - 2 if part in shares else first - 1
        if at < 1 or lowers[at] not in own:
            continue
        low, high = shares.get(part, (0, 9))
        pronoun = tokens.starts[at]
        person = next((p.person.id for p in frame.facts.pronouns if p.start == pronoun and p.person), None)
        if frame.has("possessives-of-one", (lowers[at],)):  # “his friends, who are in their seventies”
            person = person or persons.at(first)
        if person:
            start = tokens.starts[first - (part in shares)]
            past = not _in_present(frame, persons, first)
            yield Stretch(start, tokens.ends[last - 1]), person, (decade + low, decade + high), past, False


def _in_words(frame: Frame, persons: Persons) -> Iterator[_Said]:
    """ "the octogenarian": a noun for a person that tells the age."""
    lexicon, language = frame.facts.lexicon, frame.facts.language
    table = lexicon.table("age-words")
    for at in frame.tokens.positions(table.keys()):
        phrase = language.phrase_at(at)
        if phrase is None or language.phrases[phrase].head != at:
            continue
        beside = (n for n in (phrase, phrase + 1) if n < len(language.phrases))
        person = next(
            (p for n in beside if (p := persons.in_phrase(n)) and _apposed(language.phrases[n], phrase, n)), None
        )
        if person:
            low, high = map(int, table[frame.lowers[at]].split())
            yield Stretch(frame.tokens.starts[at], frame.tokens.ends[at]), person, (low, high), False, False


def _birthdays(frame: Frame, persons: Persons) -> Iterator[_Said]:
    """ "on her nineteenth birthday, in 1984", "turned 40 on his 40th birthday": the age of the day."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    owners, ordinals = lexicon.words("personal-owners"), lexicon.table("ordinals")
    for at in frame.tokens.positions(lexicon.words("birthday-nouns")):
        owner = next((place for place in range(at - 1, max(-1, at - _OWNED), -1) if lowers[place] in owners), None)
        if owner is None or owner + 1 >= at:
            continue
        word = lowers[owner + 1]
        digits = word.rstrip("".join(lexicon.words("ordinal-suffixes")))
        years = int(digits) if digits.isdecimal() and len(digits) < _DIGITS else ordinals.get(word)
        person = persons.owning(owner)
        if years and person:
            place = Stretch(frame.tokens.starts[owner + 1], frame.tokens.ends[at])
            yield place, person, (int(years), int(years)), True, False


def _apposed(held: Phrase, phrase: int, number: int) -> bool:
    """Whether a phrase is the one itself, or says the same in apposition."""
    return number == phrase or held.apposition_of == phrase


def _is_said_now(frame: Frame, persons: Persons, place: Stretch) -> bool:
    """ "At 82, he said, the stairs had won": an age that leads in what somebody told the paper."""
    sentence = frame.facts.sentence_at(place.start)
    clauses = [clause for _, clause in persons.clauses(sentence.number) if clause.kind == "main"]
    leads = bool(clauses) and frame.tokens.at(place.start) < clauses[0].verb and "saying" in clauses[0].classes
    return leads and not frame.moments.get(sentence.number) and frame.tokens.at(place.start) <= sentence.first + 1


def _in_present(frame: Frame, persons: Persons, token: int) -> bool:
    """Whether the main clause around a token is told in the present."""
    sentence = frame.sentence(frame.tokens.starts[token])
    if frame.has("words-of-now", frame.words(sentence)):
        return True
    clauses = [clause for _, clause in persons.clauses(sentence) if clause.kind == "main"]
    return bool(clauses) and clauses[0].tense == "present"


def _death(frame: Frame, persons: Persons, person: str) -> Days | None:
    """The day on which the article says that somebody died, where it tells one alone."""
    found = {_past_span(frame, m) for m in deaths_of(frame, persons).get(person, ()) if m.kind in _PRECISE_OR_NEAR}
    return next(iter(found)) if len(found) == 1 else None


def _past_span(frame: Frame, moment: Moment) -> Days:
    """The days of a moment that is told as past: of “on Sunday” the one before the article's day."""
    past = [days for days in moment.options if frame.today is None or days[0] <= frame.today]
    return min(days[0] for days in past or moment.options), max(days[1] for days in past or moment.options)


def _when(frame: Frame, persons: Persons, place: Stretch, person: str, past: bool) -> Days | None:
    """The days of which an age is told: the article's, those of its sentence, or of the death told just before."""
    today = _today(frame)
    sentence = frame.sentence(place.start)
    if past and (ago := _ago(frame, sentence, place)):
        day = today or (_SOME_DAY, _SOME_DAY)
        return day[0] - round(ago.high), day[1] - round(ago.low)
    token = frame.tokens.at(place.start)
    back = _is_looked_back(frame, token)
    dying = frame.has("death-verbs", frame.words(sentence)) and not back
    if not past and not dying:
        turns = frame.has("turning-words", frame.lowers[token - 1 : token])
        return today if today is None or not turns else (today[0], today[1] + _YEAR)  # “turns ten on Monday”
    moments = [m for m in frame.moments.get(sentence, ()) if m.options and m.kind in _PRECISE and not m.bound]
    moments = [m for m in moments if m.fixed or not any(is_floating(days) for days in m.options)]
    if dying:
        moments = [m for m in moments if not _of_other_deed(frame, persons, m)]
    moments = [m for m in moments if not _is_taken_on(frame, token, m)]
    births = frame.facts.lexicon.words("birth-words")
    moments = [m for m in moments if births.isdisjoint(frame.lowers[max(0, m.first - 5) : m.first])]
    if len(moments) > 1 and not dying:
        beside = [m for m in moments if 0 < token - m.last <= _WHEN]
        moments = beside[-1:] or moments
    if len(moments) == 1:
        return _span(moments[0])
    if len(moments) == 2 and dying:
        return _death(frame, persons, person)
    if moments:
        return None
    if dying and (died := _death(frame, persons, person)):
        return died
    if dying and frame.today is not None and _is_the_death(frame, token):
        return _lately(frame, sentence)  # “has died at the age of 83”
    before = frame.moments.get(sentence - 1, ())
    if frame.has("death-verbs", frame.words(sentence - 1)) if sentence else False:
        dated = [m for m in before if m.options and m.kind in _PRECISE and m.fixed and not m.relative]
        # “who was born on 3 May 1950, died on Monday. He was 72”
        dated = [m for m in dated if births.isdisjoint(frame.lowers[max(0, m.first - 5) : m.first])]
        same = frame.facts.sentences[sentence].paragraph == frame.facts.sentences[sentence - 1].paragraph
        if len(dated) == 1:
            return _span(dated[0]) if same else None
        if same and not dated:
            return _death(frame, persons, person) or _lately(frame, sentence - 1)
    return None


def _is_the_death(frame: Frame, token: int) -> bool:
    """Whether an age stands behind a verb of dying, no other verb between."""
    held = frame.facts.sentence_at(frame.tokens.starts[token])
    tags, lowers = frame.facts.language.tags, frame.lowers
    verb = next((at for at in range(token - 1, held.first - 1, -1) if tags[at] == "VERB"), None)
    return verb is not None and frame.has("death-verbs", lowers[verb : verb + 1])


def _is_taken_on(frame: Frame, token: int, moment: Moment) -> bool:
    """ "when she was 13 and forgot it until last January": whether another verb follows an age before a moment."""
    tags = frame.facts.language.tags[token : moment.first]
    joined = any(one == "CCONJ" and "VERB" in tags[at : at + 3] for at, one in enumerate(tags))
    return joined or frame.has("until-words", frame.lowers[token : moment.first])


def _today(frame: Frame) -> Days | None:
    """The days that the article may be of, where they are few."""
    now = frame.now
    return now if now is not None and now[1] - now[0] < _NARROW else None


def _ago(frame: Frame, sentence: int, place: Stretch) -> Length | None:
    """ "34 years after he applied as a deckhand of 18", "was 16 …. That was twelve years ago": how long ago it was."""
    fit = [n for n in (sentence, sentence + 1) if not any(not m.relative for m in frame.moments.get(n, ()))]
    for number in fit:
        for length in frame.lengths.get(number, ()):
            if length.unit != "year" or length.hedge:
                continue
            token = frame.tokens.at(place.start)
            near = min(abs(length.first - token), abs(token - length.last)) <= _BEYOND
            if length.role == "ago" and number == sentence and near:
                return length
            that = frame.has("pronouns-for-what-was-told", frame.words(number)[:2])
            if length.role == "ago" and that:
                return length
            after = frame.has("counted-from-words", frame.lowers[length.last : length.last + 1])
            if number == sentence and length.role == "later" and after and length.end < place.start:
                return length
    return None


def _of_other_deed(frame: Frame, persons: Persons, moment: Moment) -> bool:
    """ "who has died at 83, flooded a car park in 1969": whether a moment dates a verb that is none of dying."""
    number = persons.clause_of(moment)
    clause = None if number is None else frame.facts.language.clauses[number]
    return clause is not None and not frame.has("death-verbs", frame.lowers[clause.first : moment.last])


def _lately(frame: Frame, sentence: int) -> Days | None:
    """When somebody died who “has died”: the article's day, or the months before the last day that it gives."""
    if not frame.has("perfect-words", frame.words(sentence)):
        return None
    if frame.today is not None:
        return frame.today, frame.today
    days = [m for held in frame.moments.values() for m in held if m.kind == "day" and m.fixed and m.options]
    last = max((_span(m)[1] for m in days), default=None)
    return None if last is None else (last - _LATELY, last)
