"""Moves: which way a thing goes in a headline, and which way everything goes that the text tells of it.

Up and down are told by verbs, by comparatives (fewer, 3 per cent lower, the weakest since), and by two figures side by
side (29 weeks, from 33; lost 4.2m, against 9.7m). Where one of them goes the headline's way, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Contrast, Stretch
from factlint.lexicon import derived
from factlint.relations.quantities import alike, countable

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.lexicon import Lexicon
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_TOLD = frozenset({"done", "reported", "planned"})
_OPENING = 2  # sentences in which a move need not name its thing
_REACH = 12  # tokens between two figures that are held against each other
_CUE = 3  # tokens before the second in which a word says that it was before
_BESIDE = 4  # tokens around a comparative in which its thing stands
_BEHIND = 4  # tokens behind a verb within which stands by how much
_SEVERAL = 2  # moves that show the way without a figure
_UP, _DOWN = 1, -1
_GOING = frozenset({"motion", "change"})
_MEASURES = frozenset({"money", "quantity"})


#: The ways of verbs, and of adjectives, adverbs and nouns.
Ways = tuple[dict[str, int], dict[str, int]]


class Move(NamedTuple):
    """A way up (1) or down (-1).

    way: up or down.
    first, last: its words, as a half-open range of tokens.
    measured: whether figures or a comparative tell it.
    figured: whether it comes with how much, or since when: by 6 per cent, five more than last year.
    """

    way: int
    first: int
    last: int
    measured: bool
    figured: bool


class Course(NamedTuple):
    """A way that a line tells, by its words and the phrase of the thing that goes it."""

    way: int
    first: int
    last: int
    thing: int | None


def find_moves(story: Story) -> Iterator[Contrast]:
    """Every way that a line has a thing go, where the text has it go the other way alone."""
    ways = ways_of(story.facts.lexicon)
    told: list[Move] | None = None
    yield from _of_headings(story, ways)
    for line in story.display:
        if story.asks(line):
            continue
        for course in _courses(story, line, ways):
            if told is None:
                told = sorted({move for one in story.sentences for move in _moves(story, one.first, one.last, ways)})
            move = _against(story, course, told) or _first_figured(story, line, course, told)
            move = move or _unmoved(story, course, told)
            if move is None:
                continue
            tokens = story.tokens
            yield Contrast(
                tokens.starts[course.first], tokens.ends[course.last - 1], "move", "headline",
                story.words(course.first, course.last), story.words(move.first, move.last), "middling", False,
                Stretch(tokens.starts[move.first], tokens.ends[move.last - 1]),
            )  # fmt: skip
            return


def _of_headings(story: Story, ways: Ways) -> Iterator[Contrast]:
    """Every subheading such as “Lower fares” of whose thing its passage has all that goes anywhere go the other way."""
    tokens = story.tokens
    for heading, first, last in story.passages:
        course = _compared_thing(story, heading, ways)
        sentences = [one for one in story.facts.sentences[first:last] if one.number in story.numbers]
        if course is None or not sentences:
            continue
        moves = [move for one in sentences for move in _moves(story, one.first, one.last, ways)]
        plain = [move for move in moves if not story.in_quote(move.first)]
        move = next((one for one in plain if one.figured), None)
        if move is None or any(one.way == course.way for one in moves):
            continue
        yield Contrast(
            tokens.starts[course.first], tokens.ends[course.last - 1], "move", "heading",
            story.words(course.first, course.last), story.words(move.first, move.last), "middling", False,
            Stretch(tokens.starts[move.first], tokens.ends[move.last - 1]),
        )  # fmt: skip


def _compared_thing(story: Story, line: Line, ways: Ways) -> Course | None:
    """The way that a subheading tells by the comparative that it opens with, or by its verb: “Rents fall”."""
    spot, words = line.paragraph, story.language.words
    compared = any(kind == "Ar" for kind, _ in words.inflections(story.tokens.lowers[spot.first]))
    if compared or story.tokens.lowers[spot.first] in story.facts.lexicon.words("measured-ways"):
        way = ways[1].get(_adjective(story, spot.first))
        thing = story.language.phrase_at(spot.last - 1)
        return None if way is None or thing is None else Course(way, spot.first, spot.first + 1, thing)
    return next(_courses(story, line, ways), None)


def _courses(story: Story, line: Line, ways: Ways) -> Iterator[Course]:
    """The ways that a line tells: by a verb, by “up 4%” without one, by “Fewer students apply”."""
    spot = line.paragraph
    known = False
    for clause in story.clauses_of(spot.first, spot.last):
        way = _way_of_verb(story, clause, ways)
        if way is not None and _is_stated(story, clause):
            known = True
            yield Course(way, clause.first, clause.last, clause.object if clause.object is not None else clause.subject)
    if known:
        return
    lexicon, tags, lowers = story.facts.lexicon, story.language.tags, story.tokens.lowers
    for at in range(spot.first, spot.last):
        before, behind = (
            tags[at - 1 : at] if at > spot.first else [],
            tags[at + 1 : at + 2] if at + 1 < spot.last else [],
        )
        way = ways[1].get(_adjective(story, at))
        if way is None or story.in_quote(at):
            continue
        bare = lowers[at] in lexicon.words("way-particles") and before == ["NOUN"] and behind not in (["DET"], ["PRON"])
        many = lowers[at] in lexicon.words("measured-ways") and at == spot.first and behind == ["NOUN"]
        if bare or many:
            yield Course(way, at, at + 1, story.language.phrase_at(at - 1 if bare else at + 1))
            return


def _against(story: Story, course: Course, told: list[Move]) -> Move | None:
    """The first of the moves that the text tells of a line's thing, where none goes the line's way."""
    own = [move for move in told if _is_of(story, course, move)]
    # What else moves beside the line's own thing bears nothing out where that itself is told of.
    close = [move for move in own if _is_its_own(story, course, move)]
    sure = bool(close) and (_is_early(story, close[0]) or (close[0].measured and _is_whole(story, course, close[0])))
    own = close if sure else own
    if not own or any(move.way == course.way for move in own):
        return None
    move = min((one for one in own if one.measured), key=lambda one: one.first, default=own[0])
    return move if sure or (move.measured and _is_early(story, move)) or len(own) >= _SEVERAL else None


def _unmoved(story: Story, course: Course, told: list[Move]) -> Move | None:
    """The words by which the text says that a line's very thing did not change, where it tells no move of it."""
    thing = story.phrase(course.thing)
    if thing is None or any(move.way == course.way and _is_its_own(story, course, move) for move in told):
        return None
    own = story.telling(thing.first, thing.last)
    changing, steady = (story.facts.lexicon.words(name) for name in ("verbs-of-change", "words-of-no-change"))
    for clause in story.language.clauses:
        subject = story.phrase(clause.subject)
        if subject is None or clause.sentence not in story.numbers or clause.in_quote or clause.standing not in _TOLD:
            continue
        of = story.phrase(subject.of)
        its = own <= story.telling(subject.first, subject.last if of is None else of.last)
        same = clause.negated and clause.lemma in changing and clause.object is None
        behind = story.tokens.lowers[clause.last : clause.last + 1]
        if its and (same or (not clause.negated and not steady.isdisjoint(behind))):
            return Move(0, clause.first, clause.last, False, False)
    return None


def _first_figured(story: Story, line: Line, course: Course, told: list[Move]) -> Move | None:
    """The move with a figure that a text opens with, where nothing in it that counts goes the line's way."""
    plain = [move for move in told if not story.in_quote(move.first)]
    early = [move for move in plain if move.figured and _is_early(story, move)]
    if not early or any(
        move.way == course.way and (move.measured or _is_early(story, move) or _is_of(story, course, move))
        for move in told
    ):
        return None
    move = early[0]
    number = story.facts.sentence_at(story.tokens.starts[move.first]).number
    about = story.telling(line.paragraph.first, line.paragraph.last)
    return move if number == story.sentences[0].number or about & story.about(number) else None


@derived
def _verbs(lexicon: Lexicon) -> dict[str, int]:
    """The ways of verbs, by their own list and by the opposites that are built."""
    found: dict[str, int] = {}
    heads = lexicon.table("opposites-of-moves")
    for row in (lexicon.values("opposites") if "opposites" in lexicon else "").splitlines():
        for side in filter(None, row.split(" | ")):
            head, _, words = side.partition(":")
            if head in heads:
                way = _UP if heads[head] == "up" else _DOWN
                for word in words.split():
                    if word.endswith(".v"):
                        found[word[:-2]] = 0 if found.get(word[:-2], way) != way else way
    for label, entries in lexicon.values("outcome-verbs").items():
        question, _, answer = label.partition("/")
        way = {"up": _UP, "down": _DOWN, "raised": _UP, "lowered": _DOWN}.get(answer, 0)
        if way and question in lexicon.words("questions-of-moves"):
            found.update((str(entry).replace(" ", "_"), way) for entry in entries)
    for word, label in lexicon.table("ways-of-verbs").items():
        found[word] = {"up": _UP, "down": _DOWN}.get(label, 0)
    return {word: way for word, way in found.items() if way}


@lru_cache(maxsize=4)
def ways_of(lexicon: Lexicon) -> Ways:
    """The ways of verbs, and of adjectives, adverbs and nouns."""
    others = {word: _UP if label == "up" else _DOWN for word, label in lexicon.table("ways-of-measures").items()}
    return _verbs(lexicon), others


def _way_of_verb(story: Story, clause: Clause, ways: Ways) -> int | None:
    """The way that a verb tells, with its particle, or an adjective behind “get” and “be”: “gets dearer”."""
    verbs, others = ways
    if clause.predicate is not None and _is_compared(story, clause.predicate):
        return others.get(_adjective(story, clause.predicate))
    if clause.particle is not None:
        particle = story.tokens.lowers[clause.particle]
        goes = verbs.get(clause.lemma) or _goes(story, clause)
        return verbs.get(f"{clause.lemma}_{particle}", others.get(particle) if goes else None)
    behind = clause.last
    bare = behind < len(story.tokens.lowers) and story.language.tags[behind : behind + 1] == ["ADJ"]
    ends = story.language.tags[behind + 1 : behind + 2] not in (["NOUN"], ["ADJ"], ["PROPN"])
    if bare and ends and _is_compared(story, behind) and clause.lemma not in verbs:
        return others.get(_adjective(story, behind))
    return verbs.get(clause.lemma)


def _goes(story: Story, clause: Clause) -> bool:
    """Whether a verb has a price or another measure go some way: “prices edge up”."""
    subject = story.phrase(clause.subject)
    return subject is not None and bool(clause.classes & _GOING) and bool(subject.classes & _MEASURES)


def _is_stated(story: Story, clause: Clause) -> bool:
    if clause.negated or clause.kind in ("relative", "participle") or story.in_quote(clause.verb):
        return False
    return clause.standing in _TOLD


def _moves(story: Story, first: int, last: int, ways: Ways) -> Iterator[Move]:
    """What goes up or down between two tokens."""
    for clause in story.clauses_of(first, last):
        way = _way_of_verb(story, clause, ways)
        if way is not None and story.denial(clause.verb) is None and not _is_before(story, clause):
            end = clause.last if clause.particle is None else max(clause.last, clause.particle + 1)
            figured = any(end <= one.first <= end + _BEHIND for one in _quantities(story, first))
            yield Move(way, clause.verb, max(end, clause.verb + 1), False, figured)
    others = ways[1]
    for at in range(first, last):
        if story.language.tags[at] == "NOUN" or (
            story.language.tags[at] == "VERB" and story.language.tags[at - 1 : at] == ["DET"]
        ):
            way = others.get(story.language.lemmas[at])
            if way is not None:
                yield Move(way, at, at + 1, False, False)
        elif _is_compared(story, at):
            way = others.get(_adjective(story, at))
            if way is not None and _compares(story, at, last):
                yield Move(way, at, at + 1, True, _is_figured(story, at, last))
    yield from _figures(story, first, last)


def _is_before(story: Story, clause: Clause) -> bool:
    """Whether it went so before: “had risen”."""
    before = story.tokens.lowers[clause.first : clause.verb]
    return not story.facts.lexicon.words("past-perfect-words").isdisjoint(before)


def _is_compared(story: Story, at: int) -> bool:
    """Whether a word is a comparative or superlative, or stands where measures are told: “up 3 per cent”."""
    lower = story.tokens.lowers[at]
    if lower in story.facts.lexicon.words("measured-ways"):
        return True
    return any(kind in ("Ar", "At", "Dr", "Dt") for kind, _ in story.language.words.inflections(lower))


def _compares(story: Story, at: int, last: int) -> bool:
    """Whether a superlative is one of its time, “its weakest since April”; a comparative is, unless of two things."""
    words, lowers = story.facts.lexicon.words, story.tokens.lowers
    if lowers[at] in words("way-particles"):
        # “up 3 per cent”, “down from 41”, not “came up overnight”.
        after = lowers[at + 1 : min(last, at + 2)]
        number = story.language.tags[at + 1 : at + 2] in (["NUM"], ["SYM"])
        return number or not words("from-words").isdisjoint(after)
    if not words("than-words").isdisjoint(lowers[at + 1 : at + 2]):
        # “more than 60 days”: what a thing is, and no more than it was.
        bound = story.language.tags[at + 2 : at + 3] in (["NUM"], ["SYM"])
        if bound and lowers[at] in words("bounding-comparatives"):
            return False
    highest = any(kind in ("At", "Dt") for kind, _ in story.language.words.inflections(lowers[at]))
    behind = lowers[at + 1 : min(last, at + 1 + _BESIDE)]
    return not highest or not words("superlative-time-words").isdisjoint(behind)


def _adjective(story: Story, at: int) -> str:
    lower = story.tokens.lowers[at]
    found = (lemma for kind, lemma in story.language.words.inflections(lower) if kind in ("Ar", "At", "Dr", "Dt"))
    return next(found, lower)


def _quantities(story: Story, token: int) -> list[Quantity]:
    """The quantities of a token's sentence that may be how much something moves."""
    number = story.facts.sentence_at(story.tokens.starts[token]).number
    return [one for one in story.quantities.get(number, ()) if one.claim not in ("age", "time", "score", "ordinal")]


def _is_figured(story: Story, at: int, last: int) -> bool:
    """Whether a comparative has a figure beside it, or is compared with another time: “more than last year”."""
    if any(one.last == at or one.first == at + 1 for one in _quantities(story, at)):
        return True
    words, lowers = story.facts.lexicon.words, story.tokens.lowers
    behind = range(at + 1, min(last, at + _REACH))
    than = next((place for place in behind if lowers[place] in words("than-words")), None)
    if than is None:
        return False
    moments = story.moments.get(story.facts.sentence_at(story.tokens.starts[at]).number, ())
    start, end = story.tokens.starts[than], story.tokens.ends[min(last, than + _BESIDE) - 1]
    return any(start <= one.start < end for one in moments)


def _figures(story: Story, first: int, last: int) -> Iterator[Move]:
    """Two figures of one kind side by side, and which of them was before: “4.2m, compared with 9.7m”."""
    number = story.facts.sentence_at(story.tokens.starts[first]).number
    own = [one for one in story.quantities.get(number, ()) if countable(one)]
    words = story.facts.lexicon.words
    lowers = story.tokens.lowers
    for at, one in enumerate(own):
        other = next((later for later in own[at + 1 :] if alike(one, later)), None)
        if other is None or one.value == other.value or one.in_quote:
            continue
        between = lowers[one.last : other.first]
        if len(between) > _REACH:
            continue
        if not words("earlier-figure-words").isdisjoint(between[-_CUE:]):
            ahead = lowers[max(first, one.first - 1) : one.first]
            start = one if not words("from-words").isdisjoint(ahead) else other
        elif (
            not words("from-words").isdisjoint(lowers[max(first, one.first - 1) : one.first])
            and not words("to-words").isdisjoint(between)
        ) or not words("later-figure-words").isdisjoint(between):
            start = one
        else:
            continue
        end = other if start is one else one
        yield Move(_UP if end.value > start.value else _DOWN, one.first, other.last, True, True)


def _is_early(story: Story, move: Move) -> bool:
    return story.facts.sentence_at(story.tokens.starts[move.first]).number in story.lead


def _is_whole(story: Story, course: Course, move: Move) -> bool:
    """Whether a move's sentence has every word of the line's thing: its rates of interest, not another's."""
    thing = story.phrase(course.thing)
    sentence = story.facts.sentence_at(story.tokens.starts[move.first])
    return thing is not None and story.telling(thing.first, thing.last) <= story.telling(sentence.first, sentence.last)


def _is_its_own(story: Story, course: Course, move: Move) -> bool:
    """Whether the text moves the very thing: its noun is subject or object there, or stands in one phrase with it."""
    thing = story.phrase(course.thing)
    if thing is None or thing.pronoun is not None or story.in_quote(move.first):
        return False
    phrase = story.phrase(story.language.phrase_at(move.first))
    if phrase is not None and story.language.tags[move.first] == "NOUN":
        own = {story.language.lemmas[at] for at in phrase.modifiers}
        of = story.phrase(phrase.of)
        return thing.lemma in own or (of is not None and of.lemma == thing.lemma)
    other = story.clause_before(move.first)
    moved = None if other is None else story.phrase(other.object if other.object is not None else other.subject)
    subject = None if other is None else story.phrase(other.subject)
    return any(one is not None and one.lemma == thing.lemma for one in (moved, subject))


def _is_of(story: Story, course: Course, move: Move) -> bool:
    """Whether a move is one of the line's thing: its words stand with it, or it opens the text."""
    thing = course.thing
    if thing is None or story.in_quote(move.first):
        return False
    phrase = story.language.phrases[thing]
    words = story.telling(phrase.first, phrase.last)
    sentence = story.facts.sentence_at(story.tokens.starts[move.first])
    near = story.telling(sentence.first, sentence.last)
    if words & near:
        return True
    own = story.entities.told_of(thing, True)
    if any(
        own & story.entities.told_of(index, False)
        for index, other in enumerate(story.language.phrases)
        if other.sentence == sentence.number
    ):
        return True
    opening = [one.number for one in story.sentences[:_OPENING]]
    return sentence.number in opening and move.measured
