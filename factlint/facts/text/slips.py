"""Slips: two words side by side that grammar never joins, as a change leaves them that was made by half."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Slip
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_REACH = 10  # tokens back in which what opens a clause is looked for
_SHORTEST = 3  # letters
_NEAR = 4  # tokens back in which a verb leaves a preposition behind
_DEGREES = {"At": "superlative"}
_QUESTION = "?"
_RELATIVE = frozenset({"relative"})
_OBJECTS = frozenset({"DET", "PRON"})
_ENDINGS = "sd"  # what the third person and the past of a verb end in


class _Pairs(Bundle):
    """The classes of words, and which cannot follow which."""

    told: Mapping[str, frozenset[str]]
    never: Mapping[str, frozenset[str]]
    ends: frozenset[str]
    openers: frozenset[str]
    inverted: frozenset[str]
    opening: frozenset[str]
    stranded: frozenset[str]
    nouns: frozenset[str]
    weekdays: frozenset[str]
    linking: frozenset[str]
    subjects: frozenset[str]
    that: frozenset[str]


@lru_cache(maxsize=4)
def _pairs(lexicon: Lexicon) -> _Pairs:
    told: dict[str, set[str]] = {}
    for name, words in lexicon.values("slip-classes").items():
        for word in words:
            told.setdefault(word, set()).add(name)
    return _Pairs(
        {word: frozenset(names) for word, names in told.items()},
        {name: frozenset(others) for name, others in lexicon.values("slip-pairs").items()},
        lexicon.words("slip-clause-ends"),
        lexicon.words("slip-clause-openers"),
        lexicon.words("slip-inverted"),
        lexicon.words("slip-opening"),
        lexicon.words("to-words"),
        lexicon.words("slip-nouns"),
        lexicon.words("weekdays"),
        lexicon.words("slip-linking"),
        lexicon.words("subject-pronouns"),
        lexicon.words("source-that-words"),
    )


def find_slips(facts: Facts) -> tuple[Slip, ...]:
    """Every such pair outside quotation marks, in order of place."""
    tokens, lexicon, text = facts.tokens, facts.lexicon, facts.article.text
    pairs, words = _pairs(lexicon), facts.language.words
    found = []
    for at in _candidates(facts, pairs):
        classes = _joined(facts, at, pairs, words)
        if not classes:
            continue
        first, second = tokens.starts[at], tokens.ends[at + 1]
        if text[tokens.ends[at] : tokens.starts[at + 1]].strip(" ") or facts.in_quotation(first):
            continue
        if second < len(text) and (text[second] in "-‐‑" or text[second].isalnum()):
            continue  # “the at-home test”
        sentence = facts.sentence_at(first)
        if not sentence.first <= at < sentence.last - 1:
            continue
        if not _excused(facts, at, classes[0], sentence.first, sentence.last, pairs):
            found.append(Slip(first, second, *classes, tokens.lowers[at], tokens.lowers[at + 1], sentence.kind))
    return tuple(found)


def _candidates(facts: Facts, pairs: _Pairs) -> Iterator[int]:
    """The tokens whose class lets not every word follow, and those of which the next begins alike."""
    told, weekdays = pairs.told, pairs.weekdays
    for at, (lower, following) in enumerate(pairwise(facts.tokens.lowers)):
        if (
            lower in told
            or lower in weekdays
            or (lower[-1] == following[-1] and lower[-1] in _ENDINGS and len(lower) > _SHORTEST)
            or (lower[0] == following[0] and len(lower) > _SHORTEST and lower[:3] == following[:3])
        ):
            yield at


def _joined(facts: Facts, at: int, pairs: _Pairs, words: Words) -> tuple[str, str] | None:
    """The classes of a token and the next where the one cannot follow the other."""
    tokens = facts.tokens
    lower, following = tokens.lowers[at], tokens.lowers[at + 1]
    if lower in pairs.weekdays:
        two = following in pairs.weekdays and following != lower
        return ("weekday", "weekday") if two and not _is_a_name(facts, at) else None
    if tokens.texts[at + 1] != following or lower == following or following in pairs.nouns:
        return None
    if tokens.texts[at] != lower and (at not in facts.sentence_firsts or lower in facts.capitals_within):
        return None  # “plan A into”, “a letter that Will could have opened”
    if lower not in pairs.told:
        # “closing close the pool”
        alike = not _verbs(lower, words).isdisjoint(_verbs(following, words))
        return ("verb", "verb") if alike else _two_verbs(facts, at, pairs, words)
    if _barred(lower, pairs).isdisjoint(_classes(following, pairs, words)):
        return None
    tags = facts.language.tags
    own = pairs.told[lower]
    if "modal" in own and (tags[at] != "AUX" or (at and tags[at - 1] == "DET")):
        return None  # “the will is valid”
    others = _classes(following, pairs, words)
    if "modal" in others and tags[at + 1] != "AUX":
        others = others - {"modal"}
    for name in own:
        for other in pairs.never.get(name, ()):
            if other in others:
                return name, other
    return None


def _is_a_name(facts: Facts, at: int) -> bool:
    """Whether two weekdays are somebody's first and last name: he is named so elsewhere, or nothing tells when."""
    own = {facts.tokens.texts[at], facts.tokens.texts[at + 1]}
    if any(not own.isdisjoint((person.given, person.surname)) for person in facts.people):
        return True
    return at > 0 and facts.language.tags[at - 1] not in ("ADP", "ADV", "NOUN", "VERB", "SCONJ", "CCONJ", "DET")


def _two_verbs(facts: Facts, at: int, pairs: _Pairs, words: Words) -> tuple[str, str] | None:
    """Whether two verbs stand side by side that both want what follows: “reckons believes”, “forced ruled that”."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    second = {kind for kind, _ in words.reading(lowers[at + 1]).inflections}
    # “was forced ruled that it”, and not “was deemed elected without a count”
    clause = tags[at + 2 : at + 3] == ["SCONJ"] and lowers[at + 2] in pairs.that
    if "third" in _classes(lowers[at], pairs, words):
        # “it follows concerns that”, “the message it sends is”
        reading = words.reading(lowers[at + 1])
        noun = set(reading.parts.upper()) & set("XI") or any(
            ("Vs", lemma) in reading.inflections for kind, lemma in reading.inflections if kind == "Np"
        )
        verb = "Vs" in second and not noun
        return ("third", "third") if verb and (clause or tags[at + 1] == "VERB") else None
    bent = tags[at] == tags[at + 1] == "VERB" and "Vd" in second and at and tags[at - 1] == "AUX"
    if bent and clause:
        return "bent", "bent"
    first = {kind for kind, _ in words.reading(lowers[at]).inflections}
    named = facts.tokens.texts[at] != lowers[at]  # “Standard Chartered said it”
    both = (
        tags[at] == tags[at + 1] == "VERB"
        and not named
        and "Vd" in first
        and "Vd" in second
        and at + 2 < len(tags)
        and tags[at + 2] in _OBJECTS
    )
    if not both or not {"V", "X"}.isdisjoint(words.reading(lowers[at + 1]).parts) or at == 0:
        return None
    lemma = facts.language.lemmas[at]
    return ("bent", "bent") if lemma not in pairs.linking and _subject_of_its_own(facts, at, pairs) else None


def _subject_of_its_own(facts: Facts, at: int, pairs: _Pairs) -> bool:
    """Whether a verb has a person for its subject right before it, or behind an aside, so that it is no participle."""
    language, lowers = facts.language, facts.tokens.lowers
    if lowers[at - 1] in pairs.subjects:
        return True
    number = language.clause_of(at)
    clause = language.clauses[number] if number is not None else None
    if clause is None or clause.subject is None or clause.first != at or clause.kind == "relative":
        return False
    phrase = language.phrases[clause.subject]
    beside = phrase.last == at or language.tags[at - 1] == "PUNCT"
    return phrase.proper and beside and phrase.first == facts.sentences[clause.sentence].first


@lru_cache(maxsize=1 << 10)
def _barred(lower: str, pairs: _Pairs) -> frozenset[str]:
    """The classes of which no word may follow one that the list tells."""
    return frozenset().union(*(pairs.never.get(name, ()) for name in pairs.told[lower]))


@lru_cache(maxsize=1 << 14)
def _classes(lower: str, pairs: _Pairs, words: Words) -> frozenset[str]:
    """The classes of a word: those that the list tells, and what its forms are."""
    told = pairs.told.get(lower, frozenset())
    reading = words.reading(lower)
    if not reading.known or not lower.isalpha():
        return told
    kinds = {kind for kind, _ in reading.inflections}
    parts = set(reading.parts.upper())
    found = set(told)
    if kinds == {"Vd"} and not parts:
        found.add("past")
    if kinds & {"Vd", "Vn"} and not parts & {"V", "X", "N", "D"} and not kinds & {"Np", "Vs"}:
        found.add("bent")
    if kinds == {"Vs"} and not parts:
        found.add("third")
    if not parts & {"N", "V"} and "D" not in parts:
        found |= {name for kind, name in _DEGREES.items() if kind in kinds}
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _verbs(lower: str, words: Words) -> frozenset[str]:
    """The verbs of which a form can be one."""
    reading = words.reading(lower)
    own = {lower} if "V" in reading.parts.upper() else set()
    return frozenset(own | {lemma for kind, lemma in reading.inflections if kind[0] == "V"})


def _excused(facts: Facts, at: int, name: str, first: int, last: int, pairs: _Pairs) -> bool:
    """Whether the two belong to two clauses, or stand in the order of a question."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    if name in pairs.inverted and (at == first or _QUESTION in facts.tokens.texts[at:last]):
        return True
    if name in pairs.stranded and "VERB" in tags[max(first, at - _NEAR) : at]:
        return True
    if name in pairs.opening:
        return at > first and tags[at - 1] not in ("CCONJ", "PUNCT")
    if name not in pairs.ends:
        return False
    before = range(max(first, at - _REACH), at)
    if lowers[at - 1] in pairs.told and not pairs.told[lowers[at - 1]].isdisjoint(_RELATIVE):
        return False  # “the ring, which is was made of gold”
    relative = at - first > 1 and tags[at - 1] == "PRON" and tags[at - 2] in ("NOUN", "PROPN", "PRON")
    return relative or any(lowers[place] in pairs.openers for place in before)
