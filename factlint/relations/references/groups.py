"""Groups: “both”, “the pair”, “the trio”, “all three”, “the two men”, held against those whom the article has named.

A group is right where the text near before it offers as many: a list, a counted phrase, so many people. It is wrong
where what was listed last has another number, or where too few have been mentioned at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch
from factlint.relations.references.members import (
    ANYWHERE,
    Group,
    is_nearest,
    last_fewer,
    last_offer,
    only_one,
    supported,
)
from factlint.relations.references.scene import MEASURED, Offer, Scene
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.language.model import Phrase

_LARGEST = 12
_TWO = 2
_BEHIND_VERBS = ("PART", "PRON", "DET")


def find_groups(scene: Scene) -> Iterator[Relation]:
    """Every group outside quotations that takes up others than the article offers, and those that it offers."""
    for group in _groups(scene):
        last = last_offer(scene, group)
        span = (group.start, group.end)
        if last is not None and last.number != group.number:
            held = supported(scene, group, last) or _is_joined(scene, group, last) or _is_of_people(scene, group, last)
            places = (Stretch(last.start, last.end),)
            yield scene.relation(span, "group", group.number, last.number, places, "strong", held)
            if held and is_nearest(scene, group, last):
                yield scene.relation(span, "nearest group", group.number, last.number, places, "middling", False)
        elif last is None and _is_people(scene, group) and (one := only_one(scene, group)) is not None:
            counted = scene.counted(group.number, group.sentence, ANYWHERE, people=True)
            yield scene.relation(span, "group", group.number, 1, (one,), "middling", counted)
        elif last is None and (fewer := last_fewer(scene, group)) is not None:
            places = (Stretch(fewer.start, fewer.end),)
            held = supported(scene, group, fewer)
            yield scene.relation(span, "group", group.number, fewer.number, places, "middling", held)


def _is_people(scene: Scene, group: Group) -> bool:
    """Whether a group can be of people alone: “the pair”, “both women”, “both defendants”."""
    both = group.kind == "number" and scene.lowers[group.first] in scene.words("group-words")
    people = group.gender != "unknown" or group.lemma in scene.words("people-at-law")
    return group.kind == "word" or (both and people)


def _is_joined(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether those named since, who do not only speak, make up the number: “Roe and Hay … With them was Tom Lind”."""
    mentions = scene.facts.mentions
    first = {m.person.id for m in begun_between(mentions, last.start, last.end)}
    since = {m.person.id for m in begun_between(mentions, last.end, group.start) if not (m.credit or m.in_quote)}
    return bool(first) and last.number + len(since - first) == group.number


def _is_of_people(scene: Scene, group: Group, last: Offer) -> bool:
    """Whether a list has an animal too, and so many people: “Three children, their gran and a dog … All four”."""
    told = begun_between(scene.phrases, last.start, last.end)
    people = [p for p in told if p.proper or "person" in p.classes]
    mixed = any("animal" in p.classes and p not in people for p in told)
    return mixed and sum(int(p.number or 1) for p in people) == group.number


def _groups(scene: Scene) -> Iterator[Group]:
    table = scene.facts.lexicon.table("taken-up-groups")
    for at in scene.tokens.positions(table.keys()):
        if scene.elsewhere(at):
            continue
        index = scene.language.phrase_at(at)
        phrase = None if index is None else scene.phrases[index]
        word = scene.lowers[at]
        if (whole := _of_whole(scene, phrase)) is not None and phrase is not None:
            yield _group(phrase, table[word], "number")._replace(classes=whole.classes, lemma=whole.lemma)
        elif word in scene.words("group-pronouns") and (phrase is None or _is_pronoun(scene, phrase, at)):
            if _stands_alone(scene, at, phrase):
                sentence = scene.facts.sentence_at(scene.tokens.starts[at]).number
                yield Group(scene.tokens.starts[at], scene.tokens.ends[at], at, sentence, table[word], "pronoun")
        elif phrase is not None and _is_bare(scene, phrase, at):
            kind = "choice" if word in scene.words("of-two") else "word"
            yield _group(phrase, table[word], kind)._replace(end=scene.tokens.ends[at])
    yield from _numbered(scene)


def _of_whole(scene: Scene, phrase: Phrase | None) -> Phrase | None:
    """What all of a group are: towns of “neither of the towns”; None where that has a number or words of its own."""
    if phrase is None or phrase.of is None or phrase.last - phrase.first != 1:
        return None
    whole = scene.phrases[phrase.of]
    plain = whole.plural and whole.number is None and not whole.proper and whole.pronoun is None
    named = whole.determiner in scene.words("group-determiners") and whole.last - whole.first == 2
    return whole if plain and named and not whole.classes & MEASURED else None


def _is_pronoun(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether “both” stands by itself, also where a verb behind it was taken for its noun: “Both found turn”."""
    singular = phrase.first == at and scene.lowers[phrase.head] == phrase.lemma and not phrase.conjoined
    both = singular and scene.lowers[at] in scene.words("group-words")
    tags = scene.language.words.tags(scene.lowers[at + 1]) if at + 1 < len(scene.lowers) else ""
    return phrase.last == at + 1 or (both and "V" in tags)


def _is_bare(scene: Scene, phrase: Phrase, at: int) -> bool:
    """“the pair”: an article and the word alone, with nothing behind it that says of what."""
    if phrase.proper or phrase.conjoined or phrase.determiner not in scene.words("group-determiners"):
        return False
    choice = scene.lowers[at] in scene.words("of-two") and phrase.first == at - 1 and phrase.last > at + 1
    if choice and "V" in scene.language.words.tags(scene.lowers[at + 1]) and phrase.of is None:
        return True  # “the latter needed salt”: a verb that may be an adjective
    if at + 1 < phrase.last and phrase.first == at - 1 and scene.language.tags[at + 1] == "NUM":
        return True  # “It took the pair two years”
    if at + 1 < phrase.last and phrase.first == at - 1 and phrase.number is not None:
        tags = scene.language.words.tags(scene.lowers[at + 1])
        if "V" in tags and "N" not in tags:
            return True  # “The duo spent four winters”
    if phrase.head == at:
        # “leave the former on the shelf” says nothing of which; nor does “for the trio in November”.
        plain = phrase.last - phrase.first == 2 and phrase.of is None
        return plain and (
            scene.lowers[at] in scene.words("of-two")
            or scene.ends_there(phrase)
            or _timed(scene, phrase)
            or _is_done_to(scene, phrase)
        )
    # “The trio hope to …”, “The pair set them …”: a verb that may be a noun.
    verb = phrase.head == at + 1 == phrase.last - 1 and "V" in scene.language.words.tags(scene.lowers[phrase.head])
    after = scene.language.tags[phrase.last] if phrase.last < len(scene.lowers) else ""
    return verb and phrase.first == at - 1 and after in _BEHIND_VERBS


def _is_done_to(scene: Scene, phrase: Phrase) -> bool:
    """Whether what follows an object tells of the deed: “A helicopter reached the pair before dark”."""
    behind = scene.lowers[phrase.last : phrase.last + 1]
    return phrase.role == "object" and not scene.words("words-behind-objects").isdisjoint(behind)


def _timed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a time follows: “the trio in November”."""
    index = scene.language.phrase_at(phrase.last + 1)
    after = None if index is None else scene.phrases[index]
    if after is None or after.preposition != phrase.last:
        return False
    return "time" in after.classes or scene.lowers[after.head] in scene.facts.lexicon.union("months", "weekdays")


def _group(phrase: Phrase, number: int, kind: str) -> Group:
    return Group(phrase.start, phrase.end, phrase.first, phrase.sentence, number, kind)


def _stands_alone(scene: Scene, at: int, phrase: Phrase | None) -> bool:
    """“Both are old.” at the head of a sentence, “praised both.” at an end; no “both … and”."""
    sentence = scene.facts.sentence_at(scene.tokens.starts[at])
    if phrase is not None and phrase.conjoined:
        return False
    if at != sentence.first:
        return _ends_a_clause(scene, at) or _begins_a_clause(scene, at)
    joined = scene.facts.lexicon.values("correlatives")[scene.lowers[at]]
    tags = scene.language.tags
    end = next((place for place in range(at, sentence.last) if tags[place] in ("VERB", "AUX")), sentence.last)
    return not any(lower in joined for lower in scene.lowers[at:end])


def _ends_a_clause(scene: Scene, at: int) -> bool:
    """Whether “both” is all that a verb or “of” has behind it: “praised both.”, “the cost of both,”."""
    tags, behind = scene.language.tags, scene.lowers[at + 1 : at + 2]
    if behind and (behind[0][0].isalnum() or behind[0] in scene.words("possessive-marks")):
        return False
    number = scene.language.clause_of(at)
    denied = number is not None and scene.language.clauses[number].negated  # “would not do it either”
    return at > 0 and tags[at - 1] in ("VERB", "ADP") and not denied


def _begins_a_clause(scene: Scene, at: int) -> bool:
    """Whether “both” is what a verb right behind it is about, and nobody else: “said both had left”."""
    tags = scene.language.tags
    if at + 1 >= len(tags) or tags[at + 1] != "AUX":
        return False
    number = scene.language.clause_of(at + 1)
    index = None if number is None else scene.language.clauses[number].subject
    own = index is not None and scene.phrases[index].first == at
    return own or tags[at - 1] in ("VERB", "SCONJ")


def _numbered(scene: Scene) -> Iterator[Group]:
    """“all three”, “the two men”, “both halls”: a number with the article, of a plain noun or of nothing told."""
    openers, both = scene.words("group-determiners"), scene.words("group-words")
    groups, genders = scene.facts.lexicon.table("taken-up-groups"), scene.facts.lexicon.table("gendered-nouns")
    for phrase in scene.phrases:
        number = phrase.number
        if number is None or phrase.determiner is None or phrase.owner is not None or phrase.conjoined:
            continue
        dual = phrase.determiner in both
        if not (dual or phrase.determiner in openers) or scene.elsewhere(phrase.first):
            continue
        if not 2 <= number <= _LARGEST or number != int(number) or scene.lowers[phrase.head] in groups:
            continue
        bare = phrase.head == phrase.first + 1 == phrase.last - 1 and not dual
        counted = phrase.plural and phrase.last - phrase.first == 3 - dual and not phrase.proper
        some = bare and _of_more(scene, phrase)
        ends = scene.ends_there(phrase) or _of_them(scene, phrase) or (some and _goes_on(scene, phrase))
        if not (bare or counted) or phrase.classes & MEASURED or not ends:
            continue
        if dual or some or _of_them(scene, phrase) or phrase.role in ("subject", "object"):
            gender = genders.get(phrase.lemma, "unknown")
            noun = (None, None) if bare else (phrase.classes, phrase.lemma)
            yield _group(phrase, int(number), "number")._replace(gender=gender, classes=noun[0], lemma=noun[1])


def _of_them(scene: Scene, phrase: Phrase) -> bool:
    """“the three of them”."""
    whole = None if phrase.of is None else scene.phrases[phrase.of]
    return whole is not None and whole.pronoun in scene.words("partitive-pointers")


def _goes_on(scene: Scene, phrase: Phrase) -> bool:
    """Whether an infinitive tells what one of a group does: “the only one of the four to have staged it”."""
    behind = scene.lowers[phrase.last : phrase.last + 1]
    verbal = not {"VERB", "AUX"}.isdisjoint(scene.language.tags[phrase.last + 1 : phrase.last + 2])
    return verbal and not scene.words("to-words").isdisjoint(behind)


def _of_more(scene: Scene, phrase: Phrase) -> bool:
    """“the older of the two”, as a comparative is for two; “one of the four”; “between the two”."""
    at = phrase.first - 1
    if at < 1:
        return False
    if scene.lowers[at] in scene.words("between-words"):
        return phrase.number == _TWO
    if scene.lowers[at] not in scene.words("of-words"):
        return False
    if scene.lowers[at - 1] in scene.words("words-for-some-of-a-group"):
        return True
    return phrase.number == _TWO and scene.lowers[at - 1].endswith(tuple(scene.words("comparative-endings")))
