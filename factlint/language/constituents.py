"""Constituents: a sentence as the row of its noun phrases, verb groups and little words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from factlint.language.phrases import Chunk
from factlint.language.words import words_of
from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple

#: The kinds of marks; any other mark is passed over.
_MARKS = {
    ",": ",", ";": ";", ":": ";", "–": "-", "—": "-", "--": "-", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")",
    "“": "q", "”": "q", '"': "q", ".": ".", "!": ".", "?": ".",
}  # fmt: skip


class Group(NamedTuple):
    """A verb with its auxiliaries.

    first: its first token.
    last: one past its last token.
    verb: the token of the main verb, or of the copula where there is none.
    kind: finite, plain (no auxiliary), ed (plain, and a participle as well), ing, infinitive or copula.
    passive: whether the auxiliaries make a passive of it.
    """

    first: int
    last: int
    verb: int
    kind: str
    passive: bool


class Constituent(NamedTuple):
    """One part of a sentence.

    code: its class: N a phrase, H a pronoun of the subject, M one of the object, W a relative or question word,
        T a time, Y an owner, F V D E G I B P C S A R and marks.
    place: the number of the chunk or group, or the token.
    """

    code: str
    place: int


class Verbal(Bundle):
    """The little words that make verb groups, unpacked once."""

    be: frozenset[str]
    passive_makers: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modals: frozenset[str]
    to: frozenset[str]
    not_words: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    questions: frozenset[str]
    times: frozenset[str]
    ing: tuple[str, ...]
    genitives: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    plural_endings: tuple[str, ...]
    plural_pronouns: frozenset[str]
    openers: frozenset[str]
    forms: Callable[[str], str]
    relative: frozenset[str]
    indefinite: frozenset[str]


@lru_cache(maxsize=4)
def verbal(lexicon: Lexicon) -> Verbal:
    """The lists of a lexicon that verb groups need."""
    return Verbal(
        lexicon.words("forms-of-be"),
        lexicon.words("passive-makers"),
        lexicon.words("forms-of-have"),
        lexicon.words("forms-of-do"),
        lexicon.words("modals"),
        lexicon.words("to-words"),
        lexicon.words("negations"),
        lexicon.words("subject-pronouns"),
        lexicon.words("object-pronouns"),
        lexicon.words("question-pronouns"),
        lexicon.words("time-nouns"),
        tuple(lexicon.words("present-participle-endings")),
        lexicon.words("possessive-marks"),
        lexicon.words("singular-auxiliaries"),
        lexicon.words("plural-auxiliaries"),
        tuple(lexicon.words("plural-and-third-person-endings")),
        lexicon.words("plural-pronouns"),
        lexicon.words("subordinating-openers"),
        words_of(lexicon).verb_forms,
        lexicon.words("relative-pronouns"),
        frozenset(word for word, kind in lexicon.table("determiner-kinds").items() if kind == "indefinite"),
    )


def find_groups(lowers: Sequence[str], tags: Sequence[str], first: int, last: int, words: Verbal) -> list[Group]:
    """The verb groups among the tokens from `first` to before `last`, one sentence, in order."""
    found: list[Group] = []
    at = first
    while at < last:
        tag = tags[at]
        if tag == "VERB":
            denied = tags[at + 1 : at + 3] == ["PART", "VERB"] and lowers[at + 1] not in words.to and at + 2 < last
            if denied:  # “had not woken”: no verb but an auxiliary has “not” and a verb behind it
                found.append(Group(at, at + 3, at + 2, "finite", lowers[at] in words.be))
                at += 3
                continue
            found.append(Group(at, at + 1, at, _plain_kind(lowers[at], words), False))
            at += 1
        elif tag == "AUX" or (tag == "PART" and lowers[at] in words.to):
            group = _group(lowers, tags, at, last, words)
            if group is None:
                at += 1
            else:
                found.append(group)
                at = group.last
        else:
            at += 1
    return found


def _plain_kind(lower: str, words: Verbal) -> str:
    forms = words.forms(lower)
    if "n" in forms:
        return "ed" if "d" in forms else "part"
    return "ing" if "g" in forms and "d" not in forms else "plain"


def _group(lowers: Sequence[str], tags: Sequence[str], first: int, last: int, words: Verbal) -> Group | None:
    """The group that opens with an auxiliary or “to”."""
    at = first
    end = first + 1
    auxiliary = first
    while at < last:
        tag = tags[at]
        if tag == "AUX" or (tag == "PART" and lowers[at] not in words.genitives):
            auxiliary = at
            end = at + 1
        elif tag == "VERB":
            kind = "infinitive" if tags[first] == "PART" and lowers[first] in words.to else "finite"
            helper = lowers[auxiliary]
            passive = (helper in words.be or helper in words.passive_makers) and not lowers[at].endswith(words.ing)
            return Group(first, at + 1, at, kind, passive)
        elif tag != "ADV":
            break
        at += 1
    if tags[auxiliary] != "AUX":
        return None
    return Group(first, end, auxiliary, "copula", False)


def row_of(
    lowers: Sequence[str],
    tags: Sequence[str],
    first: int,
    last: int,
    chunks: Sequence[Chunk],
    groups: Sequence[Group],
    words: Verbal,
) -> list[Constituent]:
    """The sentence as a row of constituents, in order of place."""
    row: list[Constituent] = []
    at, chunk, group = first, 0, 0
    while at < last:
        if group < len(groups) and groups[group].first == at:
            row.append(Constituent(_GROUP_CODES[groups[group].kind], group))
            at = max(at + 1, groups[group].last)
            group += 1
            # Participles before a noun belong to its phrase.
            while chunk < len(chunks) and chunks[chunk].first < at:
                chunk += 1
            continue
        if chunk < len(chunks) and chunks[chunk].first == at:
            owner = chunk + 1 < len(chunks) and chunks[chunk + 1].owned
            row.append(Constituent("Y" if owner else _chunk_code(chunks[chunk], lowers, tags, words), chunk))
            at = chunks[chunk].last
            chunk += 1
            while group < len(groups) and groups[group].first < at:
                group += 1
            continue
        code = _code(lowers[at], tags[at], words)
        # “Roe Corp. said”: a stop before a word of its own sentence is an abbreviation's
        if code and not (lowers[at] == "." and at + 1 < last and lowers[at + 1][0].isalpha()):
            row.append(Constituent(code, at))
        at += 1
    openers = [place for place, (code, at) in enumerate(row) if code == "P" and lowers[at] in words.openers]
    for place in reversed(openers):
        if _opens(row, place):
            row[place] = Constituent("S", row[place].place)
    return row


def _opens(row: Sequence[Constituent], place: int) -> bool:
    """Whether a preposition before a subject and its verb opens a clause: “as the river bursts”."""
    after = "".join([following.code for following in row[place + 1 : place + 6]]).lstrip("YRA")
    return after[:1] in ("N", "X", "H", "O") and after[1:2] in ("V", "F", "B")


_GROUP_CODES = {"finite": "F", "plain": "V", "ed": "D", "part": "E", "ing": "G", "infinitive": "I", "copula": "B"}
_TAG_CODES = {"ADP": "P", "CCONJ": "C", "SCONJ": "S", "ADJ": "A", "ADV": "R"}


def _code(lower: str, tag: str, words: Verbal) -> str:
    if tag == "PUNCT":
        return _MARKS.get(lower, "")
    if tag == "ADV" and lower in words.questions:
        return "S"
    return _TAG_CODES.get(tag, "")


def _chunk_code(chunk: Chunk, lowers: Sequence[str], tags: Sequence[str], words: Verbal) -> str:
    pronoun = chunk.pronoun
    if pronoun is not None:
        if pronoun in words.questions or (pronoun in words.relative):
            return "W"
        if pronoun in words.subjects:
            return "H"
        if pronoun in words.objects:
            return "M"
        return "O"
    if lowers[chunk.head] in words.times:
        return "T"
    # “Roe, a Democrat,”: a name with “a” before it describes.
    return "X" if tags[chunk.head] == "PROPN" and chunk.determiner not in words.indefinite else "N"


def number_of(group: Group, lowers: Sequence[str], tags: Sequence[str], words: Verbal) -> str:
    """The number that a verb tells of its subject: singular, plural, or "" where its form tells nothing."""
    verb = lowers[group.first]
    if tags[group.first] == "AUX":
        return "singular" if verb in words.singular else "plural" if verb in words.plural else ""
    return "singular" if group.kind == "plain" and verb.endswith(words.plural_endings) else ""


def agreement(number: str, chunk: Chunk, lowers: Sequence[str], tags: Sequence[str], words: Verbal) -> str:
    """How a verb of a number and a phrase agree: "+" they do, "-" they do not, "" nothing tells."""
    if not number:
        return ""
    if chunk.pronoun is not None:
        many = chunk.pronoun in words.plural_pronouns
    else:
        many = tags[chunk.head] == "NOUN" and lowers[chunk.head].endswith(words.plural_endings)
    return "+" if many == (number == "plural") else "-"
