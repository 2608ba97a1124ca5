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
    from factlint.language.model import Clause
    from factlint.lexicon import Lexicon
    from factlint.relations.headlines.story import Story

_TOLD = frozenset({"done", "reported", "planned"})
_OPENING = 2  # sentences in which a move need not name its thing
_REACH = 12  # tokens between two figures that are held against each other
_CUE = 3  # tokens before the second in which a word says that it was before
_BESIDE = 4  # tokens around a comparative in which its thing stands
_SEVERAL = 2  # moves that show the way without a figure
_UP, _DOWN = 1, -1
_GOING = frozenset({"motion", "change"})
_MEASURES = frozenset({"money", "quantity"})


class Move(NamedTuple):
    """A way up (1) or down (-1), as a half-open range of tokens, and whether figures or a comparative tell it."""

    way: int
    first: int
    last: int
    measured: bool


def find_moves(story: Story) -> Iterator[Contrast]:
    """Every verb of a headline that takes a thing one way, where the text takes it the other way alone."""
    ways = ways_of(story.facts.lexicon)
    told: list[Move] | None = None
    for line in story.display:
        if story.asks(line):
            continue
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
            way = _way_of_verb(story, clause, ways)
            if way is None or not _is_stated(story, clause):
                continue
            if told is None:
                told = sorted({move for one in story.sentences for move in _moves(story, one.first, one.last, ways)})
            own = [move for move in told if _is_of(story, clause, move)]
            # What else moves beside the line's own thing bears nothing out where that itself is told of.
            close = [move for move in own if _is_its_own(story, clause, move)]
            sure = bool(close) and (
                _is_early(story, close[0]) or (close[0].measured and _is_whole(story, clause, close[0]))
            )
            own = close if sure else own
            if not own or any(move.way == way for move in own):
                continue
            move = min((one for one in own if one.measured), key=lambda one: one.first, default=own[0])
            if not sure and not (move.measured and _is_early(story, move)) and len(own) < _SEVERAL:
                continue
            tokens = story.tokens
            yield Contrast(
                tokens.starts[clause.first], tokens.ends[clause.last - 1], "move", "headline",
                story.words(clause.first, clause.last), story.words(move.first, move.last), "middling", False,
                Stretch(tokens.starts[move.first], tokens.ends[move.last - 1]),
            )  # fmt: skip
            return


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
def ways_of(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """The ways of verbs, and of adjectives, adverbs and nouns."""
    others = {word: _UP if label == "up" else _DOWN for word, label in lexicon.table("ways-of-measures").items()}
    return _verbs(lexicon), others


def _way_of_verb(story: Story, clause: Clause, ways: tuple[dict[str, int], dict[str, int]]) -> int | None:
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


def _moves(story: Story, first: int, last: int, ways: tuple[dict[str, int], dict[str, int]]) -> Iterator[Move]:
    """What goes up or down between two tokens."""
    for clause in story.clauses_of(first, last):
        way = _way_of_verb(story, clause, ways)
        if way is not None and story.denial(clause.verb) is None and not _is_before(story, clause):
            end = clause.last if clause.particle is None else max(clause.last, clause.particle + 1)
            yield Move(way, clause.verb, max(end, clause.verb + 1), False)
    others = ways[1]
    for at in range(first, last):
        if story.language.tags[at] == "NOUN" or (
            story.language.tags[at] == "VERB" and story.language.tags[at - 1 : at] == ["DET"]
        ):
            way = others.get(story.language.lemmas[at])
            if way is not None:
                yield Move(way, at, at + 1, False)
        elif _is_compared(story, at):
            way = others.get(_adjective(story, at))
            if way is not None and _compares(story, at, last):
                yield Move(way, at, at + 1, True)
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
    highest = any(kind in ("At", "Dt") for kind, _ in story.language.words.inflections(lowers[at]))
    behind = lowers[at + 1 : min(last, at + 1 + _BESIDE)]
    return not highest or not words("superlative-time-words").isdisjoint(behind)


def _adjective(story: Story, at: int) -> str:
    lower = story.tokens.lowers[at]
    found = (lemma for kind, lemma in story.language.words.inflections(lower) if kind in ("Ar", "At", "Dr", "Dt"))
    return next(found, lower)


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
        yield Move(_UP if end.value > start.value else _DOWN, one.first, other.last, True)


def _is_early(story: Story, move: Move) -> bool:
    return story.facts.sentence_at(story.tokens.starts[move.first]).number in story.lead


def _is_whole(story: Story, clause: Clause, move: Move) -> bool:
    """Whether a move's sentence has every word of the line's thing: its rates of interest, not another's."""
    thing = story.phrase(clause.object if clause.object is not None else clause.subject)
    sentence = story.facts.sentence_at(story.tokens.starts[move.first])
    return thing is not None and story.telling(thing.first, thing.last) <= story.telling(sentence.first, sentence.last)


def _is_its_own(story: Story, clause: Clause, move: Move) -> bool:
    """Whether the text moves the very thing: its noun is subject or object there, or stands in one phrase with it."""
    thing = story.phrase(clause.object if clause.object is not None else clause.subject)
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


def _is_of(story: Story, clause: Clause, move: Move) -> bool:
    """Whether a move is one of the line's thing: its words stand with it, or it opens the text."""
    thing = clause.object if clause.object is not None else clause.subject
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
