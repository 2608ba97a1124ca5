"""Members: those whom a group may stand for, counted, listed or named before it, and whether any are as many."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch
from factlint.facts.references.equals import CREDITS
from factlint.record import NamedTuple
from factlint.relations.references.scene import COUNTABLE, LIVING, Offer, Scene
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.language.model import Phrase

ANYWHERE = 10_000
FAR = 8  # sentences back to people whom “the trio” takes up, and to what has the group's own noun
_NEAR = 2  # sentences back to the list that a group takes up
_REACH = 3  # sentences back in which as many may have been spoken of
_HOLDING = frozenset({"saying", "thinking", "feeling"})
_MANY = 100  # counts and lists of one number that are looked at
_CHOICE = 5  # sentences back to the list of which “the latter” is the last
_OWN = 12  # phrases behind a group that may stand in its own sentence


class Group(NamedTuple):
    """A phrase that stands for a group.

    start: first code point.
    end: one past the last code point.
    first: its first token.
    sentence: number of its sentence.
    number: how many it stands for.
    kind: pronoun (both), word (the trio), choice (the latter) or number (all three, the two men).
    classes: the classes of its noun; None where it has none.
    lemma: its noun in dictionary form; None where it has none.
    gender: what the noun says: female, male or unknown.
    """

    start: int
    end: int
    first: int
    sentence: int
    number: int
    kind: str
    classes: frozenset[str] | None = None
    lemma: str | None = None
    gender: str = "unknown"


def last_offer(scene: Scene, group: Group) -> Offer | None:
    """What a group takes up: the list or the counted phrase last before it, near or of its own kind."""
    offers = (_last_list(scene, group), _last_count(scene, group), _last_options(scene, group))
    found = [one for one in offers if one is not None]
    return max(found, key=lambda one: one.start, default=None)


def _last_options(scene: Scene, group: Group) -> Offer | None:
    """The ways and places in a row right before one that chooses of two."""
    if group.kind != "choice":
        return None
    at = bisect_left(scene.options, group.first, key=lambda one: one.first) - 1
    last = scene.options[at] if at >= 0 else None
    return last if last is not None and group.sentence - last.sentence <= 1 else None


def _last_list(scene: Scene, group: Group) -> Offer | None:
    """The last list before a group: near before it, or of people where the group can be nothing else."""
    alone = group.kind == "word" or (group.classes is not None and "person" in group.classes)
    reach = _REACH if group.kind == "pronoun" else FAR if alone else _CHOICE if group.kind == "choice" else _NEAR
    for one in scene.last_lists(group.first):
        back = group.sentence - one.sentence
        if back <= FAR and group.lemma is not None and one.label == group.lemma and _plain(scene, group):
            return one
        if back > reach:
            return None
        if group.kind == "number" and back == 0:
            continue
        if group.classes is not None and not alone and not _may_be(scene, group, one):
            continue
        if one.people and group.kind == "choice" and back > _NEAR:
            return None
        if one.people or (back <= (_CHOICE if group.kind == "choice" else _NEAR) and not alone):
            return one
    return None


def _led(scene: Scene, group: Group, one: Offer) -> bool:
    """Whether things that are counted are the only ones that a pronoun may take up: no two names, no list.

    “The firm has ordered three ships. Both …”
    """
    if group.kind != "pronoun" or one.number <= group.number or not (one.classes or frozenset()) & COUNTABLE:
        return False
    index = scene.language.phrase_at(one.first)
    if index is None or scene.phrases[index].role not in ("subject", "object"):
        return False
    first = scene.language_index(scene.facts.sentences[one.sentence].first)
    between = scene.phrases[first : scene.language_index(group.first)]
    return sum(1 for other in between if other.proper) <= 1 and not any(other.conjoined for other in between)


def _plain(scene: Scene, group: Group) -> bool:
    """Whether a group has no figure: “both halls”. “The four people” after “three people” is a figure told twice."""
    return scene.lowers[group.first] in scene.words("group-words") | scene.words("group-pronouns")


def _may_be(scene: Scene, group: Group, one: Offer) -> bool:
    """Whether the members of a list may be what a group's noun says; names of nobody may be those of bodies."""
    if one.classes is not None:
        return bool(one.classes & (group.classes or set()))
    if scene.is_of(one.first) not in (None, group.lemma):
        return False
    named = bisect_left(scene.mention_starts, one.start) < bisect_left(scene.mention_starts, one.end)
    return group.lemma in scene.words("nouns-of-named-bodies") and not named and group.sentence - one.sentence == 1


def _last_count(scene: Scene, group: Group) -> Offer | None:
    """The last counted phrase of a group's own noun, or of people where it is a word for people or stands near."""
    for one in scene.last_counts(group.first):
        back = group.sentence - one.sentence
        if back > (_NEAR if group.kind == "choice" else _REACH if group.kind == "pronoun" else FAR):
            return None
        if back == 0 and group.kind != "pronoun":
            continue
        if group.lemma is not None:
            akin = _plain(scene, group) and one.lemma is not None and _akin(scene, one.lemma, group.lemma)
            if akin or (one.lemma is None and "person" in (group.classes or ())):
                return one
        elif (group.kind != "number" or back <= 1) if one.people else (back <= 1 and _led(scene, group, one)):
            return one
    return None


def last_fewer(scene: Scene, group: Group) -> Offer | None:
    """The people counted last and near before so many men, women or people, where they were fewer.

    “Two climbers were brought down. The three men …”: none of another name can be told of besides.
    """
    if group.kind != "number" or group.lemma not in scene.words("bare-gendered-nouns"):
        return None
    last = next(scene.last_counts(group.first), None)
    if last is None or not last.people or not 0 < group.sentence - last.sentence <= _NEAR:
        return None
    since = bisect_left(scene.arrivals, group.start) - bisect_left(scene.arrivals, last.start)
    alone = since == 0 and not scene.mention_starts[: bisect_left(scene.mention_starts, last.start)]
    return last if last.number < group.number and alone else None


def _may_be_people(scene: Scene, group: Group) -> bool:
    """Whether a group may stand for people, or for bodies whose names may pass for theirs."""
    person = group.lemma is None or group.classes is None or "person" in group.classes
    return person or group.lemma in scene.words("nouns-of-named-bodies")


def _akin(scene: Scene, one: str, two: str) -> bool:
    """Whether two nouns are one, or one is for who does or makes what the other is: bidder and bid."""
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    doers = scene.facts.lexicon.values("agent-endings")["doer"]
    rest = long.removeprefix(short)
    return len(rest) < len(long) and (rest in doers or (rest[:1] == short[-1] and rest[1:] in doers))


def supported(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether as many are counted, listed or named before; a plain number may take up a count from anywhere."""
    back = ANYWHERE if group.kind == "number" else _REACH
    sentence = group.sentence
    far = last.people and group.sentence - last.sentence > _NEAR
    things = not last.people and group.kind == "choice"
    # Behind a list of people “both” is for people, and two songs are nobody.
    living = group.kind == "word" or (group.kind == "pronoun" and last.people and sentence - last.sentence == 1)
    reach = 1 if things or (far and group.lemma is None) else back
    if _counted(scene, group, reach, living) or _told_here(scene, group) or _counts_others(scene, group, last):
        return True
    near = 1 if things else _REACH
    if _may_be_people(scene, group) and scene.people(group.number, sentence, near, last, _speaks(scene, group)):
        return True
    if things:
        return False
    if group.number == last.number + _singles(scene, group, last) > last.number:
        return True
    if group.number < last.number and _as_many_since(scene, group, last):
        return True
    if group.kind != "number" or (group.classes is not None and "person" not in group.classes):
        return False
    people = bisect_left(scene.arrivals, group.start)
    if people == group.number or people >= group.number > last.number:
        return True
    return group.number in (scene.of_gender(group.gender, last), scene.of_gender(group.gender, None, group.start))


def _told_here(scene: Scene, group: Group) -> bool:
    """Whether as many are counted, listed or named in a group's own sentence before it: “two were seen; both …”."""
    sentence = scene.facts.sentences[group.sentence]
    if sentence.first == group.first:
        return False
    phrases = scene.phrases[scene.language_index(sentence.first) : scene.language_index(group.first)]
    named = {m.person.id for m in scene.named.get(group.sentence, ()) if m.start < group.start}
    listed = any(len(phrase.conjoined) == group.number for phrase in phrases)
    return listed or len(named) == group.number or any(phrase.number == group.number for phrase in phrases)


def _counts_others(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether a number without a noun may tell how many those are who were spoken of since: “the crew … all six”."""
    if group.kind != "number" or group.lemma is not None:
        return False
    since = begun_between(scene.phrases, last.end, group.start)
    several = (phrase for phrase in since if phrase.plural and phrase.number is None and phrase.pronoun is None)
    known = scene.words("definite-articles")
    return any(
        phrase.classes & LIVING
        and (phrase.sentence == group.sentence or phrase.role != "subject" or phrase.determiner not in known)
        for phrase in several
    )


def is_nearest(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether a list of more stands right before a word that takes up fewer, and nothing near it offers as many.

    Others who were named singly farther off may be meant, but a reader takes the list.
    """
    near = group.sentence - last.sentence == 1 and last.lemma is None and last.number > group.number
    if not near or group.kind not in ("pronoun", "choice", "word"):
        return False
    since = {m.person.id for m in scene.facts.mentions if last.end <= m.start < group.start}
    return not since and not scene.counted(group.number, group.sentence, _REACH, people=last.people)


def _speaks(scene: Scene, group: Group) -> bool:
    """Whether a group says or thinks something, as those do who have just said something."""
    number = scene.language.clause_of(group.first)
    if number is None or scene.language.clauses[number].voice == "passive":
        return False
    return not scene.language.clauses[number].classes.isdisjoint(_HOLDING)


def _counted(scene: Scene, group: Group, back: int, people: bool) -> bool:
    """Whether as many are counted before: of a group with a noun, of that noun, of its class or of nothing told.

    `people`: of a group without a noun only people count.
    """
    if group.lemma is None:
        return scene.counted(group.number, group.sentence, back, people)
    for offer in scene.of_number.get(group.number, ())[:_MANY]:
        alike = offer.lemma == group.lemma or offer.classes is None or bool(offer.classes & (group.classes or set()))
        if offer.first < group.first and alike:
            return True
    before = scene.phrases[: scene.language_index(group.first)]
    if any(one.conjoined and one.number == group.number and one.lemma == group.lemma for one in before):
        return True  # “three boys and a girl … The three boys”
    return scene.bare_numbers.get(group.number, group.first) < group.first


def _singles(scene: Scene, group: Group, last: Offer) -> int:
    """How many single people come in behind what was named last, less whom the group itself has to do with."""
    listed = {m.person.id for m in scene.facts.mentions if last.start <= m.start < last.end}
    listed |= set(scene.lowers[last.first : scene.tokens.at(last.end - 1) + 1])
    several = {
        person.id if (person := scene.person_of(phrase)) is not None else phrase.lemma
        for phrase in scene.phrases[scene.language_index(last.first) : scene.language_index(group.first)]
        if phrase.start >= last.end and _is_single(scene, phrase, group)
    } - listed
    own = any(
        phrase.sentence == group.sentence and phrase.first > group.first and _is_single(scene, phrase, group)
        for phrase in scene.phrases[scene.language_index(group.first) :][:_OWN]
    )
    return max(0, len(several) - own)


def _as_many_since(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether as many single ones come in behind what was named last; behind a headline, just as many people."""
    if scene.facts.sentences[last.sentence].kind != "headline" or not last.people or not _may_be_people(scene, group):
        return _singles(scene, group, last) >= group.number
    return len({m.person.id for m in scene.facts.mentions if m.start < group.start and not m.credit}) == group.number


def _is_single(scene: Scene, phrase: Phrase, group: Group) -> bool:
    """Whether a phrase is for one, of the group's kind: a person, or a thing of its class."""
    if phrase.plural or phrase.pronoun is not None or phrase.conjoined or phrase.first in scene.owners:
        return False
    if scene.facts.in_quotation(phrase.start):
        return False
    if phrase.last in scene.name_tokens or phrase.lemma in scene.words("several-people"):
        return False  # “Inspector | Ann Roe”
    if phrase.role == "attribute" or phrase.apposition_of is not None:
        return False
    if phrase.determiner in scene.words("words-for-none"):
        return False
    if group.lemma is not None and "person" not in (group.classes or ()):
        return phrase.lemma == group.lemma and phrase.determiner not in scene.words("group-determiners")
    if phrase.start in scene.name_starts:
        return not scene.is_credit(phrase) and phrase.start not in scene.credit_starts
    return bool(phrase.classes & LIVING) and not scene.is_credit(phrase)


def only_one(scene: Scene, group: Group) -> Stretch | None:
    """The one person of whom the sentences before a group speak, where they speak of nobody else.

    Those who only say something, or of whom is only said something, act no part: counsel, a witness, a cook.
    """
    before = [scene.phrases[index] for index in scene.several if scene.phrases[index].first < group.first]
    if any(phrase.plural and phrase.classes & LIVING and _takes_part(scene, phrase) for phrase in before):
        return None
    bodies = {phrase.sentence for phrase in before if phrase.lemma in scene.words("several-people")}
    for sentence in range(group.sentence, max(-1, group.sentence - FAR), -1):
        if sentence in bodies:
            return None
        people = {
            mention.person.id: mention
            for mention in scene.named.get(sentence, ())
            if mention.start < group.start
            and mention.block not in CREDITS
            and not (mention.credit or _is_reported(scene, mention.start))
        }
        somebodies = [
            phrase
            for phrase in (scene.phrases[index] for index in scene.somebodies)
            if phrase.sentence == sentence and phrase.first < group.first and not _is_reported(scene, phrase.start)
        ]
        if len(people) + len(somebodies) > 1:
            return None
        if people:
            mention = next(iter(people.values()))
            return Stretch(mention.start, mention.end) if mention.person.mentions else None
        if somebodies:
            one = somebodies[0]
            named = group.lemma in (one.lemma, None) or group.lemma in scene.words("people-at-law")
            return Stretch(one.start, one.end) if named and group.lemma is not None else None
    return None


def _takes_part(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is more than the hearer of what is said, or a word before “heard that”."""
    if phrase.clause is None or phrase.role not in ("subject", "object"):
        return True
    if phrase.role == "subject" and phrase.first == phrase.head and not phrase.conjoined:
        return False  # “Officers found …”: some, who are no pair
    return not _HOLDING & scene.language.clauses[phrase.clause].classes


def _is_reported(scene: Scene, start: int) -> bool:
    """Whether what stands at a code point is part of what somebody says: “counsel said the cook had seen it”."""
    number = scene.language.clause_of(scene.tokens.at(start))
    if number is None:
        return False
    within = scene.language.clauses[number].within
    return within is not None and "saying" in scene.language.clauses[within].classes
