"""Agreement: a subject with the verb of the other number, a determiner with the noun of the other number."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import KINDS, lapse
from factlint.language.words import words_of
from factlint.lexicon import Bundle
from factlint.tokens import GENITIVE, begun_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.model import Clause, Phrase
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

#: Classes whose singular may speak of several (the team are) and whose plural of one (ten miles is).
_LOOSE = frozenset({"group", "quantity", "attribute", "relation", "time", "money"})
_MASSES = frozenset({"group", "quantity"})
_SUMS = frozenset({"money", "quantity", "time"})
_COUNTED = frozenset({"person", "artefact", "place", "document"})
_HERD = "animal"  # many animals are one and several by the same word: two moose, the goldfish are
_OBJECTS = frozenset({"DET", "PRON", "NUM"})
_PARTS = frozenset({"PUNCT", "CCONJ", "VERB", "AUX", "SCONJ", "PRON", "PROPN"})
_BEHIND = frozenset({"VERB", "AUX", "PUNCT", "ADP", "SCONJ"})
_NAMED = frozenset({"NOUN", "PROPN"})


class _Numbers(Bundle):
    """The words that tell number."""

    verbs: Mapping[str, str]
    pronouns: Mapping[str, str]
    determiners: Mapping[str, str]
    indifferent: frozenset[str]
    openers: frozenset[str]
    counting: frozenset[str]
    collective: frozenset[str]
    joining: frozenset[str]
    subjunctive: frozenset[str]
    one: frozenset[str]
    of: frozenset[str]
    single: frozenset[str]
    definite: frozenset[str]
    pointing: frozenset[str]
    pairing: frozenset[str]
    pauses: frozenset[str]
    counts: frozenset[str]
    alone: frozenset[str]
    possessives: frozenset[str]


@lru_cache(maxsize=4)
def _numbers(lexicon: Lexicon) -> _Numbers:
    return _Numbers(
        lexicon.table("number-of-verbs"),
        lexicon.table("number-of-pronouns"),
        lexicon.table("number-of-determiners"),
        lexicon.words("numberless-determiners"),
        lexicon.words("lapse-clause-openers"),
        lexicon.words("lapse-counting-words"),
        lexicon.words("lapse-collectives"),
        lexicon.words("lapse-joining"),
        lexicon.words("lapse-subjunctive"),
        lexicon.words("lapse-one"),
        lexicon.words("of-words"),
        lexicon.words("weak-numbers"),
        lexicon.words("lapse-articles"),
        lexicon.words("lapse-pointing"),
        lexicon.words("group-words"),
        lexicon.words("lapse-pausing"),
        lexicon.words("lapse-counts"),
        lexicon.words("lapse-alone"),
        lexicon.words("lapse-possessives"),
    )


def find_disagreements(facts: Facts) -> Iterator[Lapse]:
    """Every such pair outside quotations: those of verbs, then those of determiners."""
    lists, words = _numbers(facts.lexicon), words_of(facts.lexicon)
    language = facts.language
    for clause in language.clauses:
        if clause.subject is not None and not clause.shared and clause.kind != "infinitive":
            phrase = language.phrases[clause.subject]
            if phrase.last <= clause.first and _differ(facts, clause, phrase, lists, words):
                second = facts.tokens.lowers[clause.first]
                yield lapse(
                    facts, phrase.first, clause.first + 1, "agreement", (facts.tokens.lowers[phrase.head], second)
                )
    for phrase in language.phrases:
        if phrase.last - phrase.first > 1 and _miscounted(facts, phrase, lists, words):
            lowers = facts.tokens.lowers
            yield lapse(facts, phrase.first, phrase.last, "number", (lowers[phrase.first], lowers[phrase.head]))


def _differ(facts: Facts, clause: Clause, phrase: Phrase, lists: _Numbers, words: Words) -> bool:
    verb = _number_of_verb(facts, clause, lists, words)
    if not verb or clause.sentence != phrase.sentence or facts.quoted[clause.verb]:
        return False
    if facts.sentences[phrase.sentence].kind not in KINDS or not _opens(facts, clause, phrase, verb, lists, words):
        return False
    tags, lowers = facts.language.tags, facts.tokens.lowers
    between = range(phrase.last, clause.first)
    if len(between) > 2 and lowers[phrase.last] in lists.pauses and lowers[clause.first - 1] in lists.pauses:
        if any(tags[at] == "CCONJ" for at in between) or not _aside(facts, phrase.last + 1, lists, words):
            return False
        between = range(0)  # “the mayor, who is 61, want”, “the drums, each of which holds a litre, was”
    if any(tags[at] in _PARTS or lowers[at] in lists.joining or lowers[at] == GENITIVE for at in between):
        return False
    subject = _number_of_subject(facts, phrase, between, lists, words)
    return bool(subject) and subject != verb


def _aside(facts: Facts, at: int, lists: _Numbers, words: Words) -> bool:
    """Whether an aside that tells of the noun before it begins at a token: who is 61, each of which, built in 1889."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    if tags[at] == "PRON" or lowers[at + 1] in lists.of:
        return True
    return tags[at] == "VERB" and "n" in words.verb_forms(lowers[at])


def _number_of_verb(facts: Facts, clause: Clause, lists: _Numbers, words: Words) -> str:
    """The number that a finite verb tells, or nothing; of a verb with its object alone, as nouns seem verbs as well."""
    tags, lower = facts.language.tags, facts.tokens.lowers[clause.first]
    if lower in lists.verbs:
        return lists.verbs[lower]
    if clause.last - clause.first != 1 or tags[clause.first] != "VERB" or not lower.isalpha():
        return ""
    forms = words.verb_forms(lower)
    plain = not words.reading(lower).parts and not words.is_plural(lower)
    if not plain and (clause.last >= len(tags) or tags[clause.last] not in _OBJECTS):
        return ""
    return "singular" if forms == "s" else "plural" if forms == "b" else ""


def _opens(facts: Facts, clause: Clause, phrase: Phrase, verb: str, lists: _Numbers, words: Words) -> bool:
    """Whether the subject opens its sentence, or the clause behind “that”, where no demand has the bare verb."""
    if phrase.preposition is not None or phrase.conjoined or phrase.apposition_of is not None or phrase.proper:
        return False
    if phrase.first == facts.sentences[phrase.sentence].first:
        return True
    lowers = facts.tokens.lowers
    if lowers[phrase.first - 1] not in lists.openers:
        sure = lowers[clause.first] in lists.verbs and lowers[clause.first] not in lists.subjunctive
        return sure and _opens_a_clause(facts, clause, phrase)
    if facts.language.tags[phrase.first - 2] in _NAMED and words.verb_forms(lowers[phrase.first]) == "s":
        return False  # “a farm that breeds leeches has”
    lower = lowers[clause.first]
    if lowers[phrase.first - 1] in lists.openers and clause.last - clause.first == 1 and clause.object is not None:
        return verb == "singular"  # “on the condition that she have it back”
    return verb == "singular" or (lower in lists.verbs and lower not in lists.subjunctive)


def _opens_a_clause(facts: Facts, clause: Clause, phrase: Phrase) -> bool:
    """Whether a subject follows “, but”, behind a clause with its own, or the verb of which it is what was said."""
    language, at = facts.language, phrase.first - 1
    earlier = begun_between(language.clauses, facts.sentences[phrase.sentence].start, phrase.start)
    before = next((one for one in reversed(list(earlier)) if one.kind == "main" and one.subject is not None), None)
    if before is None:
        return False
    if language.tags[at] == "CCONJ":
        return facts.tokens.texts[at - 1] == "," and "," not in facts.tokens.texts[before.last : at - 1]
    return clause.kind == "subordinate" and before.last == phrase.first and "saying" in before.classes


def _number_of_subject(facts: Facts, phrase: Phrase, between: range, lists: _Numbers, words: Words) -> str:
    """The number of a subject where it is beyond doubt, or nothing."""
    tags, tokens = facts.language.tags, facts.tokens
    if phrase.pronoun:
        return lists.pronouns.get(phrase.pronoun, "") if all(tags[at] == "ADV" for at in between) else ""
    head = tokens.lowers[phrase.head]
    if (
        tags[phrase.head] != "NOUN"
        or phrase.head != phrase.last - 1
        or not head.isalpha()
        or (tokens.texts[phrase.head] != head and not _opens_in_small(facts, phrase))
    ):
        return ""
    if any(tokens.texts[at][0].isupper() for at in range(phrase.first + 1, phrase.last)):
        return ""
    counted = any(tags[at] == "NUM" or tokens.texts[at][0].isdigit() for at in range(phrase.first, phrase.last))
    if counted and "person" not in phrase.classes:
        return ""
    if head in lists.counts and phrase.determiner in lists.definite:
        return "singular"
    if head in lists.collective or phrase.determiner in lists.indifferent:
        return ""
    if any(tags[at] == "ADP" for at in between) and phrase.of is not None and phrase.classes & _LOOSE:
        return ""
    if plural_noun(words, head):
        inner = phrase.head > phrase.first + 1 and tags[phrase.head - 1] == "NOUN" and "s" in words.verb_forms(head)
        gerund = words.verb_forms(tokens.lowers[phrase.first]) == "g"
        sums = phrase.classes & _SUMS and not phrase.classes & _COUNTED
        return "" if sums or inner or gerund else "plural"
    loose = _HERD in phrase.classes or (phrase.classes & _LOOSE and "artefact" not in phrase.classes)
    owned = tokens.lowers[phrase.first] in lists.possessives  # “its effect on fares are”
    sure = (phrase.determiner is not None or owned) and not loose and not counted
    return "singular" if sure and singular_noun(words, head) else ""


def _opens_in_small(facts: Facts, phrase: Phrase) -> bool:
    """Whether a noun for persons has its capital from the sentence that it opens alone."""
    first = phrase.first == phrase.head == facts.sentences[phrase.sentence].first
    return first and "person" in phrase.classes and facts.tokens.lowers[phrase.head] not in facts.capitals_within


def plural_noun(words: Words, lower: str) -> bool:
    """Whether a word is the plural of a noun and by itself no other."""
    reading = words.reading(lower)
    irregular = any(kind == "Np" and one != lower for kind, one in reading.inflections)
    if irregular and reading.parts == "N" and lower[-1] != "s":
        return True  # “men” are their own word for a workforce as well
    return reading.known and words.is_plural(lower) and not set(reading.parts.upper()) & set("NPAX")


def singular_noun(words: Words, lower: str) -> bool:
    """Whether a word is a noun in its dictionary form before it is anything else."""
    reading = words.reading(lower)
    noun = (
        reading.known
        and (reading.parts[:1] == "N" or reading.parts == "VN")
        and not any(kind[0] == "N" or kind == "Vd" for kind, _ in reading.inflections)  # “tore” is a verb in print
    )
    return noun and lower[-1] != "s" and "A" not in reading.parts and "g" not in words.verb_forms(lower)


def _conjugated(forms: str) -> bool:
    """Whether a word may be a verb that has a subject: claims, blamed."""
    return not set(forms).isdisjoint("sd")


def _miscounted(facts: Facts, phrase: Phrase, lists: _Numbers, words: Words) -> bool:
    """Whether determiner and noun are of different numbers: a rules, these plan, several house, one of the man."""
    tokens, tags = facts.tokens, facts.language.tags
    head, first = phrase.head, phrase.first
    lower, determiner = tokens.lowers[head], tokens.lowers[first]
    if phrase.proper or head != phrase.last - 1 or tags[head] != "NOUN" or tokens.texts[head] != lower:
        return False
    if not lower.isalpha() or facts.quoted[head] or facts.sentences[phrase.sentence].kind not in KINDS:
        return False
    inside = range(first + 1, head)
    if determiner in lists.definite and inside and lists.determiners.get(tokens.lowers[first + 1]) == "plural":
        determiner, inside = tokens.lowers[first + 1], range(first + 2, head)  # “the two man”
    if any(tags[at] != "ADJ" or tokens.texts[at][0].isupper() or tokens.lowers[at] in lists.counting for at in inside):
        return False
    behind = tags[phrase.last] if phrase.last < len(tags) else "PUNCT"
    mark = tokens.text[phrase.end : phrase.end + 1]
    joined = behind == "CCONJ" and "person" in phrase.classes and determiner not in lists.pairing
    if not (behind in _BEHIND or joined) or (mark and mark in "-‑’'") or lower in lists.collective:
        return False
    after = tokens.lowers[phrase.last] if phrase.last < len(tags) else ""
    if tokens.texts[first] != tokens.lowers[first] and first != facts.sentences[phrase.sentence].first:
        return False  # “on Five television”
    if behind == "VERB" and (
        words.is_plural(after) or "n" in words.verb_forms(after) or "g" in words.verb_forms(after)
    ):
        return False  # “a points based system”, “two battleground states”
    alone = determiner in lists.pointing or determiner in lists.alone
    if alone and first + 1 < phrase.last and _conjugated(words.verb_forms(tokens.lowers[first + 1])):
        return False  # “those blamed noise”, “each claims to own it”
    told = lists.determiners.get(determiner, "")
    if told == "singular":
        bare = not inside and "s" in words.verb_forms(lower) and behind not in ("VERB", "AUX")
        return phrase.number in (None, 1) and plural_noun(words, lower) and not (bare and determiner not in lists.one)
    if not singular_noun(words, lower) or phrase.classes & (_MASSES if determiner in lists.pointing else _LOOSE):
        return False
    if told == "plural":
        verb = not inside and behind not in ("VERB", "AUX") and "b" in words.verb_forms(lower)  # “many act as”
        return not verb and (determiner in lists.pointing or bool(phrase.classes & _COUNTED))
    if phrase.preposition is None or phrase.preposition == 0 or determiner not in lists.definite:
        return False
    one = tokens.lowers[phrase.preposition - 1] in lists.single and tokens.lowers[phrase.preposition] in lists.of
    return one and "person" in phrase.classes
