"""Roles: who does it to whom in the headline, and whether the text has the two the other way round.

Every verb between two sides is looked at: the families of the lexicon have words for either side (beat, lose to, go
through, crash out); of any other verb the subject and object of its own clauses are taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple
from factlint.relations.headlines.answers import Answer, answers_in, entries_of
from factlint.relations.headlines.entities import Entities

if TYPE_CHECKING:
    from factlint.language.model import Clause
    from factlint.relations.headlines.story import Story

_FIRST, _SECOND = 0, 1
_DONE = frozenset({"done", "reported", "planned"})
#: By slot of an entry: the side of the verb's subject and that of its object, where it tells of one.
_SIDES: dict[str, tuple[int | None, int | None]] = {
    "pair": (_FIRST, _SECOND),
    "turned": (_SECOND, _FIRST),
    "won": (_FIRST, None),
    "lost": (_SECOND, None),
    "won-object": (None, _FIRST),
    "lost-object": (None, _SECOND),
    "gives": (_FIRST, _SECOND),
    "takes": (_SECOND, _FIRST),
}
_OWED = frozenset({"pay"})
_TRANSFERS = frozenset({"gives", "takes"})


class Deed(NamedTuple):
    """One event with its sides.

    family: the family of its verb, or the verb itself.
    sides: the words of the first and of the second side; none where the clause tells nothing of it.
    alone: whether its words tell of one side alone: won, was knocked out.
    first, last: its tokens.
    """

    family: str
    sides: tuple[frozenset[str], frozenset[str]]
    alone: bool
    first: int
    last: int


def find_roles(story: Story) -> Iterator[Contrast]:
    """Every deed of a headline that the text has the other way round, and nowhere as the headline has it."""
    entities = Entities(story)
    lines = [line for line in (*story.display, *story.captions) if not story.asks(line)]
    spots = [line.paragraph for line in lines]
    rows = [[*_deeds(story, entities, spot.first, spot.last, headline=True)] for spot in spots]
    families = {stated.family for row in rows for stated in row}
    told = [
        deed
        for one in (story.sentences if families else ())
        for deed in _deeds(story, entities, one.first, one.last, headline=False, families=families)
    ]
    for line, row in zip(lines, rows, strict=True):
        found: set[int] = set()
        for stated in row:
            if stated.first in found:
                continue  # of two families one is enough
            same = [deed for deed in told if deed.family == stated.family]
            lead = [
                deed for deed in same if story.facts.sentence_at(story.tokens.starts[deed.first]).number in story.lead
            ]
            turned = [deed for deed in same if _is_turned(stated, deed)]
            if not turned and stated.sides[_FIRST]:
                turned = [deed for deed in lead if _is_turned(stated, deed, one_side=True)]
            named = frozenset[str]().union(*(side for deed in same for side in deed.sides))
            if not turned or any(_agrees(stated, deed, named) for deed in same):
                continue
            deed = turned[0]
            tokens = story.tokens
            found.add(stated.first)
            yield Contrast(
                tokens.starts[stated.first], tokens.ends[stated.last - 1], "roles",
                "caption" if line.kind == "caption" else "headline",
                story.words(stated.first, stated.last), story.words(deed.first, deed.last),
                "strong" if _is_turned(stated, deed) and not stated.alone and not deed.alone else "middling", False,
                Stretch(tokens.starts[deed.first], tokens.ends[deed.last - 1]),
            )  # fmt: skip


def _agrees(stated: Deed, told: Deed, named: frozenset[str]) -> bool:
    """Whether the text has one of the two on the headline's side, and neither on the other.

    A win over somebody else bears nothing out where the headline's other is `named` as a side of a deed of the kind.
    """
    turned = told._replace(sides=(told.sides[_SECOND], told.sides[_FIRST]))
    if _is_turned(stated, turned):
        return True
    elsewhere = bool(stated.sides[_SECOND] & named and told.sides[_SECOND])
    return not elsewhere and _is_turned(stated, turned, one_side=True)


def _is_turned(stated: Deed, told: Deed, one_side: bool = False) -> bool:
    """Whether a deed of the text has the headline's two on the other side each, and neither on its own.

    `one_side`: whether it is enough that it is done to the headline's doer, where the other has another name.
    """
    across = [bool(stated.sides[side] & told.sides[1 - side]) for side in (_FIRST, _SECOND)]
    along = [bool(stated.sides[side] & told.sides[side]) for side in (_FIRST, _SECOND)]
    if told.family in _OWED and not told.sides[_SECOND] and across[_SECOND] and not any(along):
        return True  # “ordered the paper to pay damages”, where a line has the paper paid
    # Who has won or lost a contest is told of one side alone, too.
    if one_side:
        return across[_FIRST] and bool(told.sides[_FIRST]) and not any(along)
    alone = stated.alone or told.alone
    return (any(across) if alone else all(across)) and not any(along)


def _deeds(
    story: Story,
    entities: Entities,
    first: int,
    last: int,
    headline: bool,
    families: AbstractSet[str] | None = None,
) -> Iterator[Deed]:
    """The deeds told between two tokens; of verbs that are their own families only those of `families` are read."""
    language = story.language
    matched = answers_in(language, first, last, entries_of(story.facts.lexicon, "role-verbs"))
    known = {answer.first for answer in matched}
    for answer in matched:
        clause = story.clause_at(answer.first)
        if clause is None or clause.verb != answer.first:
            continue
        if _counts(story, clause) or _is_ordered(story, clause, answer):
            yield from _of_family(story, entities, clause, answer, headline)
    for clause in story.clauses_of(first, last):
        if families is not None and clause.lemma not in families:
            continue
        mutual = clause.lemma in story.facts.lexicon.words("mutual-verbs")
        if clause.verb not in known and not mutual and _counts(story, clause) and clause.subject is not None:
            yield from _of_verb(story, entities, clause, headline)
    if not headline:
        yield from _of_nouns(story, entities, first, last)


def _is_ordered(story: Story, clause: Clause, answer: Answer) -> bool:
    """Whether somebody has been told to pay: “ordered to pay”, “told the firm to compensate”."""
    over = None if clause.within is None else story.language.clauses[clause.within]
    if over is None or clause.standing != "asked" or answer.question not in story.facts.lexicon.words("ordered-roles"):
        return False
    return over.standing in _DONE and not over.negated and over.lemma in story.facts.lexicon.words("ordering-verbs")


def _counts(story: Story, clause: Clause) -> bool:
    return clause.standing in _DONE and not clause.negated


def _named(entities: Entities, index: int | None, headline: bool) -> frozenset[str]:
    if index is None:
        return frozenset()
    return entities.told_of(index, headline)


def _of_verb(story: Story, entities: Entities, clause: Clause, headline: bool) -> Iterator[Deed]:
    """The deed of a clause whose verb no family has: subject and object, or whom a passive names."""
    subject = _named(entities, clause.subject, headline)
    if _is_passive(story, clause, headline):
        other = _behind(story, clause, story.facts.lexicon.words("by-words"))
        sides = (_named(entities, other, headline), subject)
    else:
        sides = (subject, _named(entities, _direct(story, clause), headline))
    if all(sides) and not sides[0] & sides[1]:
        yield Deed(clause.lemma, sides, False, clause.first, clause.last)


def _of_family(story: Story, entities: Entities, clause: Clause, answer: Answer, headline: bool) -> Iterator[Deed]:
    of_subject, of_object = _SIDES[answer.answer]
    sides: list[frozenset[str]] = [frozenset(), frozenset()]
    subject = _named(entities, _subject(story, clause), headline)
    lexicon = story.facts.lexicon
    if answer.answer in _TRANSFERS:
        giver, taker = (_named(entities, index, headline) for index in _transfer(story, clause, answer, headline))
        if giver and taker and not giver & taker:
            yield Deed(answer.question, (giver, taker), False, clause.first, max(clause.last, answer.last))
        return
    if _is_passive(story, clause, headline) and of_subject is not None and of_object is not None:
        sides[of_object] = subject
        sides[of_subject] = _named(entities, _behind(story, clause, lexicon.words("by-words")), headline)
    else:
        if of_subject is not None:
            sides[of_subject] = subject
        if of_object is not None:
            sides[of_object] = _named(entities, _object(story, clause, answer), headline)
    if any(sides) and not sides[0] & sides[1] and not _is_part(story, clause):
        alone = of_subject is None or of_object is None
        yield Deed(answer.question, (sides[0], sides[1]), alone, clause.first, max(clause.last, answer.last))


def _transfer(story: Story, clause: Clause, answer: Answer, headline: bool) -> tuple[int | None, int | None]:
    """Who gives and who takes: “hands Roe the cup”, “the cup to Roe”, “was handed it by Roe”, “takes it from Roe”."""
    words = story.facts.lexicon.words
    subject = _subject(story, clause)
    if answer.answer == "takes":
        return _behind(story, clause, words("from-words")), subject
    taker = _behind(story, clause, words("to-words"))
    if _is_passive(story, clause, headline):
        return _behind(story, clause, words("by-words")), subject if taker is None else taker
    if taker is None:
        first = story.language.phrase_at(clause.last) if clause.last < len(story.tokens.lowers) else None
        one = story.phrase(first)
        second = None if one is None or one.last >= len(story.tokens.lowers) else story.language.phrase_at(one.last)
        other = story.phrase(second)
        if one is not None and other is not None and one.first == clause.last and other.first == one.last:
            taker = first
    return subject, taker


def _of_nouns(story: Story, entities: Entities, first: int, last: int) -> Iterator[Deed]:
    """The wins and defeats that nouns tell, and who is lifted over whom: “a win over Roe”, “lift Holm past Lund”."""
    lexicon, phrases, lowers = story.facts.lexicon, story.language.phrases, story.tokens.lowers
    won, lost, past = (lexicon.words(name) for name in ("nouns-of-winning", "nouns-of-losing", "words-past-losers"))
    memo = story.language.memo
    if id(won) not in memo:
        memo[id(won)] = (story.language.places_of(won | lost), won)
    places = memo[id(won)][0]
    for at in places[bisect_left(places, first) : bisect_left(places, last)]:
        if story.language.tags[at] != "NOUN" or story.in_quote(at):
            continue
        index = story.language.phrase_at(at)
        if index is None or index + 1 >= len(phrases):
            continue
        other = phrases[index + 1]
        if (
            other.preposition is None
            or other.preposition != phrases[index].last
            or other.sentence != phrases[index].sentence
        ):
            continue
        behind = _named(entities, index + 1, False)
        if story.language.lemmas[at] in won and lowers[other.preposition] in past | lexicon.words("against-words"):
            yield Deed("beat", (frozenset(), behind), True, at, other.last)
        elif story.language.lemmas[at] in lost and lowers[other.preposition] in lexicon.words("words-before-winners"):
            yield Deed("beat", (behind, frozenset()), True, at, other.last)
    for clause in story.clauses_of(first, last):
        if clause.lemma not in lexicon.words("lifting-verbs") or clause.object is None or clause.negated:
            continue
        over = next((index for token, index in clause.obliques if lowers[token] in past), None)
        if over is not None:
            sides = _named(entities, clause.object, False), _named(entities, over, False)
            yield Deed("beat", sides, False, clause.first, phrases[over].last)


def _is_passive(story: Story, clause: Clause, headline: bool) -> bool:
    """Whether the subject is acted on; a headline leaves out the auxiliary: “Blair criticised by MPs”."""
    bare = clause.last - clause.first == 1 and clause.tense != "present" and clause.object is None
    given = clause.voice == "active" and _is_given(story, clause)
    return clause.voice == "passive" or (headline and (bare or given) and clause.kind != "infinitive")


def _is_given(story: Story, clause: Clause) -> bool:
    """Whether a headline's past form has a sum right behind it that its subject is given: “Teacher awarded €85,000”."""
    thing = story.phrase(clause.object)
    sum_of_money = thing is not None and thing.number is not None and not thing.classes & _SOMEBODY
    forms = story.language.words.verb_forms(story.tokens.lowers[clause.verb])
    return clause.last - clause.first == 1 and "n" in forms and "giving" in clause.classes and sum_of_money


def _is_part(story: Story, clause: Clause) -> bool:
    """Whether what is won or lost is only a part of the contest: the first set."""
    phrase = story.phrase(clause.object)
    background = story.facts.lexicon.words("past-perfect-words")
    if not background.isdisjoint(story.tokens.lowers[clause.first : clause.verb]):
        return True
    return phrase is not None and phrase.lemma in story.facts.lexicon.words("parts-of-a-contest")


def _subject(story: Story, clause: Clause) -> int | None:
    """A clause's subject, of an infinitive that of the clause over it."""
    over: Clause | None = clause
    for _ in range(3):
        if over is None or over.subject is not None:
            break
        below = over
        over = story.language.clauses[over.within] if over.within is not None else None
        if over is not None and below.kind == "infinitive" and _is_told_to(story, over, below):
            return _taken_up(story, over.object)  # “ordered the paper to pay”
    if over is None or over.subject is None:
        # “Kestrel to swallow Dunmore”
        return story.language.phrase_at(clause.first - 1) if clause.kind == "infinitive" and clause.first else None
    return _taken_up(story, over.subject)


def _is_told_to(story: Story, over: Clause, below: Clause) -> bool:
    """Whether a verb's object is who is to do what the infinitive behind it tells."""
    thing = story.phrase(over.object)
    return thing is not None and over.voice == "active" and over.last <= thing.first < below.first == thing.last


def _direct(story: Story, clause: Clause) -> int | None:
    """A clause's direct object: right behind its verb, else as the clause has it; “whom Roe sued” has it before."""
    language = story.language
    right = language.phrase_at(clause.last)
    if right is not None and language.phrases[right].first == clause.last and language.phrases[right].role == "other":
        return right
    if clause.object is None and clause.subject:
        before, subject = language.phrases[clause.subject - 1], language.phrases[clause.subject]
        relative = before.pronoun in story.facts.lexicon.words("relative-pronouns")
        if relative and before.last == subject.first:
            return _taken_up(story, clause.subject - 1)
    return _taken_up(story, clause.object)


def _taken_up(story: Story, index: int | None) -> int | None:
    """A phrase, or whom it takes up where it is a relative pronoun: the phrase right before it."""
    if index is None or index == 0 or story.language.phrases[index].pronoun is None:
        return index
    phrase = story.language.phrases[index]
    before = story.language.phrases[index - 1]
    relative = phrase.pronoun in story.facts.lexicon.words("relative-pronouns")
    return index - 1 if relative and before.sentence == phrase.sentence else index


def _object(story: Story, clause: Clause, answer: Answer) -> int | None:
    """Whom a verb of a family is done to: its object if it is somebody, else the phrase behind a preposition."""
    phrases, tokens = story.language.phrases, story.tokens
    prepositions = story.facts.lexicon.words("role-prepositions")
    tail = tokens.lowers[answer.last - 1] if answer.size > 1 else ""
    behind = [(tokens.lowers[token], index) for token, index in clause.obliques]
    if answer.size > 1:
        nearest = next((index for word, index in behind if word == tail), None)
        if nearest is not None and answer.answer in ("pair", "turned"):
            return nearest
    direct = _direct(story, clause)
    named = direct is not None and {phrases[direct].lemma, tokens.lowers[phrases[direct].head]} & {
        *answer.words
    }  # “seeks damages from”
    if direct is not None and not named and not _is_sum(story, direct):
        return direct
    later: Sequence[Clause] = [
        c for c in story.clauses_of(clause.verb, phrases_end(story, clause)) if c.kind == "infinitive"
    ]
    for one in (clause, *later):
        for token, index in one.obliques:
            if tokens.lowers[token] in prepositions and (phrases[index].proper or phrases[index].classes & _SOMEBODY):
                return index
    return None


_SOMEBODY = frozenset({"person", "group"})


def phrases_end(story: Story, clause: Clause) -> int:
    """The token behind the last of a clause's sentence."""
    return story.facts.sentences[clause.sentence].last


def _is_sum(story: Story, index: int) -> bool:
    phrase = story.language.phrases[index]
    return phrase.number is not None and not phrase.classes & _SOMEBODY


def _behind(story: Story, clause: Clause, words: frozenset[str]) -> int | None:
    phrases, lowers = story.language.phrases, story.tokens.lowers
    found = (index for token, index in clause.obliques if lowers[token] in words)
    return next((index for index in found if "time" not in phrases[index].classes), None)
