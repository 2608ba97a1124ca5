"""Clauses: each verb with its subject, objects and standing; and each phrase with its part in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from factlint.language.attachment import NOMINAL, VERBAL, Attachment
from factlint.language.constituents import Constituent, Group, Verbal, agreement, number_of
from factlint.language.phrases import Chunk
from factlint.language.resumed import resume
from factlint.language.words import words_of
from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple

_BREAKS = frozenset(";:.")
# What between a verb and the next one makes that one a clause of its own.
_OWN = frozenset("CSBFVD,;:.")


class Standings(Bundle):
    """The words that tell the standing of a clause, unpacked once."""

    futures: frozenset[str]
    possibles: frozenset[str]
    past: frozenset[str]
    negations: frozenset[str]
    negative_endings: tuple[str, ...]
    adverbs: Mapping[str, str]
    verbs: Mapping[str, Mapping[str, str]]
    bare: frozenset[str]
    be: frozenset[str]
    to: frozenset[str]
    have: frozenset[str]
    states: frozenset[str]
    heads: Mapping[str, str]
    forms: Callable[[str], str]


@lru_cache(maxsize=4)
def standings(lexicon: Lexicon) -> Standings:
    """The lists of a lexicon that the standing of clauses needs."""
    modals = lexicon.table("modals")
    kinds = lexicon.values("standing-verbs")
    verbs: dict[str, dict[str, str]] = {"finite": {}, "infinitive": {}}
    for kind, entries in kinds.items():
        for entry in entries:
            # A clause under a verb of saying is reported, what follows “to” is asked, planned or denied.
            target = "finite" if kind == "reported" else "infinitive"
            verbs[target].setdefault(str(entry), kind)
            if kind in ("alleged", "denied"):
                verbs["finite"].setdefault(str(entry), kind)
    return Standings(
        frozenset(word for word, kind in modals.items() if kind == "future"),
        frozenset(word for word, kind in modals.items() if kind != "future"),
        lexicon.words("auxiliaries-in-the-past"),
        lexicon.words("negations"),
        tuple(lexicon.words("negative-endings")),
        lexicon.table("standing-adverbs"),
        verbs,
        lexicon.words("bare-forms-of-be"),
        lexicon.words("forms-of-be"),
        lexicon.words("to-words"),
        lexicon.words("forms-of-have"),
        lexicon.words("infinitives-of-states"),
        lexicon.table("standing-heads"),
        words_of(lexicon).verb_forms,
    )


_CLAUSES_BETWEEN = 2  # clauses before one that goes on from the first of them

_ENDS = (".", "P")
# What opens a sentence right before its verb: “nine people”, “two of the men”, “At least nine people”.
_HEADED = re.compile("P?[NX](?:PN)?R?")


class Draft(NamedTuple):
    """A clause within its sentence: places are in the row of constituents.

    at: the place of its verb group.
    group: the group.
    subject: the place of its subject, or -1.
    shared: whether the subject is that of the verb before it.
    object: the place of its object, or -1.
    attribute: the place of what a copula says of the subject, or -1.
    predicate: the token of the adjective that a copula says, or None.
    obliques: the preposition's token with the place of its phrase.
    particle: the token of the particle, or None.
    within: the place of the verb over it, or -1.
    kind: main, relative, infinitive, participle or subordinate.
    """

    at: int
    group: Group
    subject: int
    shared: bool
    object: int
    attribute: int
    predicate: int | None
    obliques: tuple[tuple[int, int], ...]
    particle: int | None
    within: int
    kind: str


class Sentence:
    """What drafting clauses needs of one sentence: `row` are its constituents, appositions left out."""

    def __init__(
        self,
        row: Sequence[Constituent],
        codes: str,
        chunks: Sequence[Chunk],
        groups: Sequence[Group],
        lowers: Sequence[str],
        tags: Sequence[str],
        words: Verbal,
        attachment: Attachment,
    ) -> None:
        self.row = row
        self.codes = codes
        self.chunks = chunks
        self.groups = groups
        self.lowers = lowers
        self.tags = tags
        self.words = words
        self.attachment = attachment

    def subject(self, at: int, floor: bool = True) -> int:
        """The place of the subject of the verb at a place, or -1; without `floor` somebody, however unlikely."""
        group = self.groups[self.row[at].place]
        near = self.codes[:at].rstrip("RA")
        if near.endswith("CW"):
            return len(near) - 1  # “was a sexton and who has not spoken since”
        number = number_of(group, self.lowers, self.tags, self.words)
        agreement = partial(self._agreement, number) if number else None
        return self.attachment.subject(self.codes, at, self.lowers[group.verb], agreement, floor)

    def _agreement(self, number: str, place: int) -> str:
        return agreement(number, self.chunks[self.row[place].place], self.lowers, self.tags, self.words)

    def object(self, at: int) -> int:
        """The place of the object of the verb at a place, or -1."""
        group = self.groups[self.row[at].place]
        return self.attachment.object(self.codes, at, self.lowers[group.verb], group.passive)


def draft_clauses(sentence: Sentence) -> list[Draft]:
    """The clauses of one sentence, in order of their verbs."""
    row, codes = sentence.row, sentence.codes
    verbs = [at for at in range(len(row)) if codes[at] in VERBAL]
    subjects = {at: sentence.subject(at) for at in verbs}
    _find_main(codes, verbs, subjects, sentence)
    resume(codes, verbs, subjects)
    _reduce(codes, verbs, subjects)
    objects = {at: -1 if codes[at] == "B" else sentence.object(at) for at in verbs}
    for at in verbs:
        if objects[at] < 0 <= subjects[at] < at and codes[at - 1] != "q":  # “‘I was ill,’ said the manager”
            objects[at] = _next_phrase(sentence, at)
    for at, place in objects.items():
        # “denied taking the money”: what two verbs claim is the nearer one's.
        if place >= 0 and (
            place == subjects[at] or any(at < other < place and objects[other] == place for other in verbs)
        ):
            objects[at] = -1
    found: list[Draft] = []
    for at in verbs:
        subject, shared = subjects[at], False
        attribute, predicate = _attribute(row, codes, at) if codes[at] == "B" else (-1, None)
        if subject == attribute and subject >= 0:
            subject = -1
        resumed = _resumed_auxiliary(sentence, at, sentence.groups[row[at].place], found) if codes[at] == "F" else None
        joined = resumed or (_joined(codes, at, found) if subject < 0 else None)
        if joined is not None and _goes_on_bare(sentence, at, joined, found):
            subject, (kind, within) = -1, (found[-1].kind, found[-1].within)
        elif joined is not None:
            subject, shared, kind, within = joined.subject, True, joined.kind, joined.within
        else:
            bare = sentence.lowers[sentence.groups[row[at].place].first] in sentence.words.to
            kind, within = _place_of(codes, at, subject, found, bare)
        particle, obliques = _followers(row, codes, at, objects[at], subject)
        group = sentence.groups[row[at].place]
        found.append(
            Draft(at, group, subject, shared, objects[at], attribute, predicate, obliques, particle, within, kind)
        )
    return found


def _next_phrase(sentence: Sentence, at: int) -> int:
    """The place of the phrase right behind an active verb, with which all that is told of it ends, or -1."""
    codes, group = sentence.codes, sentence.groups[sentence.row[at].place]
    place = at + 1
    while codes[place : place + 1] == "Y":
        place += 1  # “cut the firm's budget”
    plain = codes[at] == "D" and not group.passive and codes[place : place + 1] in ("N", "X")
    # “Said the amount of help grew”: what has a verb behind it may be that one's subject.
    return place if plain and VERBAL.isdisjoint(codes[place + 1 :]) and codes[place + 1 : place + 2] in _ENDS else -1


def _find_main(codes: str, verbs: Sequence[int], subjects: dict[int, int], sentence: Sentence) -> None:
    """Gives a sentence its main clause where its verb looks like a participle: “Roe, who was late, admitted it”."""
    if codes[:1] == "S":
        return
    # “Nine people died when a bus fell”: what stands behind a conjunction is a clause of its own.
    before = [at for at in verbs if "S" not in codes[:at]]
    if len(before) == 1 and _HEADED.fullmatch(codes[: before[0]]):
        verbs = before
    if any(subjects[at] >= 0 and codes[subjects[at]] != "W" for at in verbs):
        return
    for at in verbs:
        if codes[at] in "DV" and (place := sentence.subject(at, floor=False)) >= 0 and codes[place] != "W":
            subjects[at] = place
            return


def _reduce(codes: str, verbs: Sequence[int], subjects: dict[int, int]) -> None:
    """Makes a participle of what stands between a noun and a finite verb: “people at the times listed may be ill”."""
    for at, behind in pairwise(verbs):
        narrows = codes[at] in "DV" and behind == at + 1 and codes[behind] in "FB"
        if narrows and at and codes[at - 1] in NOMINAL and 0 <= subjects[at] < at - 1:
            subjects[behind] = subjects[at]
            subjects[at] = -1


def _resumed_auxiliary(sentence: Sentence, at: int, group: Group, found: Sequence[Draft]) -> Draft | None:
    """The clause that a verb goes on from by its auxiliary: “will cut hours after orders fell, but will keep jobs”.

    A conjunction behind a comma stands right before it, and another clause lies in between.
    """
    if not sentence.codes[:at].endswith(",C") or len(found) < _CLAUSES_BETWEEN:
        return None
    auxiliary = sentence.lowers[group.first]
    if sentence.tags[group.first] != "AUX" or found[-1].kind in ("main", "relative"):
        return None
    earlier = (one for one in reversed(found[:-1]) if sentence.lowers[one.group.first] == auxiliary)
    return next((one for one in earlier if one.kind == "main" and one.subject >= 0), None)


def _goes_on_bare(sentence: Sentence, at: int, joined: Draft, found: Sequence[Draft]) -> bool:
    """ "taught them to read, swim and argue": a bare form behind an infinitive; the subject's own verb is none."""
    group = sentence.groups[sentence.row[at].place]
    own, over = (set(sentence.words.forms(sentence.lowers[one.first])) for one in (group, joined.group))
    bare = group.first == group.verb and "b" in own and "d" not in own
    return bare and found[-1].kind == "infinitive" and bool(over) and "b" not in over


def _joined(codes: str, at: int, found: Sequence[Draft]) -> Draft | None:
    """The clause before, whose subject the verb shares where the two are joined: “came and asked”."""
    if codes[at] not in "FVDB" or not at:
        return None
    before = next((draft for draft in reversed(found) if draft.kind not in ("infinitive", "participle")), None)
    if before is None or before.subject < 0:
        return None
    near = codes[:at].rstrip("RA")[-1:]
    if near == "C" or (near == "," and codes[at] in "VF" and codes.find("C", at) >= 0):
        return before
    return None


def _attribute(row: Sequence[Constituent], codes: str, at: int) -> tuple[int, int | None]:
    """What a copula says: the place of a noun phrase, or the token of an adjective."""
    for place in range(at + 1, min(len(codes), at + 5)):
        code = codes[place]
        if code in NOMINAL:
            return (-1, None) if code in "TW" else (place, None)
        if code == "A":
            return -1, row[place].place
        if code not in "RqY":
            break
    return -1, None


def _place_of(codes: str, at: int, subject: int, found: Sequence[Draft], bare: bool) -> tuple[str, int]:
    """What kind of clause a verb makes, and the verb over it; `bare` is a copula behind “to”."""
    over = found[-1].at if found else -1
    code = codes[at]
    if code == "I" or (code == "B" and bare):
        return "infinitive", over
    if code in "GE" or (code == "D" and subject < 0):
        return "participle", over
    if subject >= 0 and codes[subject] == "W":
        return "relative", over
    opening = subject if 0 <= subject < at else at
    before = codes[:opening].rstrip("RAYq")
    if before.endswith("S"):
        # “said that …” hangs on the verb right before; “because …” may stand anywhere.
        return "subordinate", over if over >= 0 and not set(codes[over + 1 : opening]) & _BREAKS else -1
    if over >= 0 and opening > over and not set(codes[over + 1 : opening]) & _OWN:
        return "subordinate", over
    return "main", -1


def _followers(
    row: Sequence[Constituent], codes: str, at: int, taken: int, subject: int
) -> tuple[int | None, tuple[tuple[int, int], ...]]:
    """A verb's particle, and the phrases with prepositions that follow it before the next verb."""
    particle: int | None = None
    obliques: list[tuple[int, int]] = []
    preposition: int | None = None
    for place in range(at + 1, len(codes)):
        code = codes[place]
        if code in VERBAL or code in _BREAKS or code in "SW":
            break
        if code == "P":
            if preposition is not None and particle is None and place == at + 2:
                particle = preposition
            preposition = row[place].place
        elif code in NOMINAL:
            if preposition is not None and place != taken and place != subject:
                if place == taken:
                    particle = preposition
                else:
                    obliques.append((preposition, place))
            elif preposition is not None and place == taken:
                particle = preposition
            preposition = None
        elif code not in "YRAq":
            if preposition is not None and place == at + 2:
                particle = preposition
            preposition = None
    if preposition is not None and particle is None and row[at + 1].place == preposition and codes[at + 1] == "P":
        particle = preposition
    return particle, tuple(obliques)


def tense_of(group: Group, lowers: Sequence[str], tags: Sequence[str], words: Standings) -> str:
    """past, present, future or none (of an infinitive or a participle alone)."""
    if group.kind in ("infinitive", "ing", "part"):
        return "none"
    first = lowers[group.first]
    if first in words.futures:
        return "future"
    if tags[group.first] == "AUX":
        return "past" if first in words.past else "present"
    return "past" if "d" in words.forms(first) else "present"


def own_standing(group: Group, first: int, last: int, lowers: Sequence[str], words: Standings) -> tuple[str, bool]:
    """A clause's standing by its own words, and whether they deny it.

    `first` and `last` are the tokens around its group among which adverbs are looked for.
    """
    standing, negated = "done", False
    before = ""
    for lower in lowers[group.first : group.last]:
        to_be = lower in words.to and before in words.be and lowers[group.verb] not in words.states
        if lower in words.futures or to_be:
            standing = "planned"  # “will open”, “is to open”, not “is to blame”
        elif lower in words.possibles:
            standing = "possible"
        if lower in words.negations or lower.endswith(words.negative_endings):
            negated = True
        if standing == "planned" and before in words.to and lower in words.have:
            standing = "denied"  # “was to have opened”
        before = lower
    for lower in lowers[first:last]:
        if lower in words.adverbs:
            standing = words.adverbs[lower]
    return standing, negated
