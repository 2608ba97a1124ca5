"""Verb forms: an auxiliary with a form of the verb that it cannot have, or with none: could led, would a report."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import beside, lapse, mostly_base, only_base, only_bent, only_past, own_sentence
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
_NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_OBJECTS = frozenset({"DET", "PRON", "NUM"})
_QUESTION = "?"
_BACK = 3  # tokens from “there” to the verb that says that something is


class _Auxiliaries(Bundle):
    """The auxiliaries by kind, and the words that may stand between them and the verb."""

    kinds: Mapping[str, str]
    between: frozenset[str]
    negation: frozenset[str]
    inverting: frozenset[str]
    relative: frozenset[str]
    distributing: frozenset[str]
    possessives: frozenset[str]
    same: frozenset[str]
    progressive: frozenset[str]
    bare: frozenset[str]
    perfect: frozenset[str]
    perfecting: frozenset[str]
    there: frozenset[str]
    comparing: frozenset[str]
    ordinals: Mapping[str, int]
    openers: frozenset[str]


@lru_cache(maxsize=4)
def _auxiliaries(lexicon: Lexicon) -> _Auxiliaries:
    return _Auxiliaries(
        lexicon.table("lapse-auxiliaries"),
        lexicon.words("lapse-adverbs"),
        lexicon.words("lapse-negations"),
        lexicon.words("lapse-inverting"),
        lexicon.words("lapse-relative"),
        lexicon.words("lapse-distributing"),
        lexicon.words("lapse-possessives"),
        lexicon.words("lapse-same-forms"),
        lexicon.words("lapse-progressive"),
        lexicon.words("bare-forms-of-be"),
        lexicon.words("lapse-perfect"),
        lexicon.words("lapse-perfecting"),
        lexicon.words("there-words"),
        lexicon.words("outdoing-words"),
        lexicon.table("ordinals"),
        lexicon.words("slip-clause-openers") - lexicon.words("source-that-words"),
    )


def find_wrong_forms(facts: Facts) -> Iterator[Lapse]:
    """Every such pair outside quotations, in order."""
    lists, words = _auxiliaries(facts.lexicon), words_of(facts.lexicon)
    lowers, texts = facts.tokens.lowers, facts.tokens.texts
    kinds = lists.kinds
    for at in range(1, len(lowers) - 2):
        kind = kinds.get(lowers[at])
        if kind is None or (sentence := own_sentence(facts, at)) is None or at == sentence.first:
            continue
        to = at + 1
        while to < sentence.last - 1 and lowers[to] in lists.between:
            to += 1
        if to >= sentence.last - 1 or not (beside(facts, at) and beside(facts, to - 1)):
            continue
        if texts[to] != lowers[to] or lowers[to] in lists.same:
            continue
        sort = _CHECKS[kind](facts, at, to, sentence, lists, words)
        if sort:
            yield lapse(facts, at, to + 1, sort, (lowers[at], lowers[to]))


def _gapped(facts: Facts, at: int, first: int) -> bool:
    """Whether the subject before an auxiliary may stand in a clause without a pronoun: “the money he had went …”."""
    tags = facts.language.tags
    return at - 2 >= first and tags[at - 1] in _SUBJECTS and tags[at - 2] in _NOMINAL


def _modal(facts: Facts, at: int, to: int, sentence: Sentence, lists: _Auxiliaries, words: Words) -> str:
    tags, lowers = facts.language.tags, facts.tokens.lowers
    if lowers[at - 1] in lists.ordinals:
        return ""  # “the second will leaves him a house”
    if tags[at] != "AUX" or _QUESTION in facts.tokens.texts[at : sentence.last]:
        return ""
    if tags[at - 1] not in _SUBJECTS or tags[to] == "PRON":
        return _inverted(facts, at, to, sentence, words)
    if tags[to] == "CCONJ" and tags[to + 1] == "DET" and to == at + 1:
        # “the surface may and the whole”; not “as far as one can and the”, “what she could and the”
        led = not lists.openers.isdisjoint(lowers[sentence.first : at])
        return "" if led or _gapped(facts, at, sentence.first) else "verb-lost"
    if tags[to] in ("DET", "NUM") or lowers[to] in lists.possessives:
        if to > at + 1 or lowers[to] in lists.distributing or lowers[sentence.first] in lists.inverting:
            return ""
        if at - 1 > sentence.first and lowers[at - 2] in lists.comparing:
            return ""  # “treat it as you would a first run”: the verb is that of the clause before
        return "" if lowers[at - 1] in lists.relative or _gapped(facts, at, sentence.first) else _lost(facts, at, to)
    if not only_bent(words, lowers[to]):
        return ""
    inverted = words.is_plural(lowers[to]) and tags[to + 1] in ("VERB", "AUX")
    return "" if inverted else "verb-form"


def _inverted(facts: Facts, at: int, to: int, sentence: Sentence, words: Words) -> str:
    """A participle for the verb of a subject behind its modal, and nothing else: “only then could anything seen”."""
    phrase = facts.language.phrase_at(to)
    tags, lowers = facts.language.tags, facts.tokens.lowers
    if phrase is None or tags[to] not in ("PRON", "DET"):
        return ""
    verb = facts.language.phrases[phrase].last
    if verb >= sentence.last or tags[verb] != "VERB" or "b" in words.verb_forms(lowers[verb]):
        return ""
    bent = only_bent(words, lowers[verb]) and "n" in words.verb_forms(lowers[verb])
    return "verb-lost" if bent and _VERBAL.isdisjoint(tags[verb + 1 : sentence.last]) else ""


def _lost(facts: Facts, at: int, to: int) -> str:
    """Nothing where the phrase behind the modal is its subject: “should the House vote”."""
    phrase = facts.language.phrase_at(to)
    if phrase is None:
        return ""
    behind = facts.language.phrases[phrase].last
    tags = facts.language.tags
    while behind < len(tags) and tags[behind] == "ADV":
        behind += 1
    return "" if behind < len(tags) and tags[behind] in ("VERB", "AUX") else "verb-lost"


def _do(facts: Facts, at: int, to: int, sentence: Sentence, lists: _Auxiliaries, words: Words) -> str:
    if facts.tokens.lowers[at + 1] not in lists.negation or facts.language.tags[to] != "VERB":
        return ""
    forms = words.verb_forms(facts.tokens.lowers[to])
    return "verb-form" if forms and "b" not in forms else ""


def _have(facts: Facts, at: int, to: int, sentence: Sentence, lists: _Auxiliaries, words: Words) -> str:
    tags, lower = facts.language.tags, facts.tokens.lowers[to]
    if lower in lists.progressive or (to > at + 1 and lower in lists.perfecting):
        return "verb-form"  # “have being”, “have not have”
    if only_base(words, lower) or (mostly_base(words, lower) and tags[to + 1] in _OBJECTS):
        return "verb-form"
    past = only_past(words, lower) and tags[at - 1] in _SUBJECTS and not _gapped(facts, at, sentence.first)
    return "verb-form" if past else ""


def _be(facts: Facts, at: int, to: int, sentence: Sentence, lists: _Auxiliaries, words: Words) -> str:
    tags, lowers = facts.language.tags, facts.tokens.lowers
    lower = lowers[to]
    if lowers[at] in lists.bare and tags[at - 1] not in ("AUX", "PART", "ADV"):
        return ""  # “the powers that be seem”
    if lower in lists.perfect and lowers[at] not in lists.bare:
        return "verb-form"  # “the wing is been completed”
    if only_base(words, lower) or (
        mostly_base(words, lower)
        and tags[to] == "VERB"
        and (tags[to + 1] in _OBJECTS or (tags[to + 1] == "ADP" and lowers[at] in lists.perfect))  # “is cause for”
    ):
        # “the only thing it can do is make calls”
        led = any(lists.kinds.get(lowers[place]) == "do" for place in range(sentence.first, at))
        # “there had been talk of it”
        existing = not lists.there.isdisjoint(lowers[max(sentence.first, at - _BACK) : at])
        return "" if led or existing else "verb-form"
    reading = words.reading(lower)
    third = not reading.parts and reading.key.startswith("Vs") and "Np" not in reading.key
    if third and tags[to + 1] in ("NOUN", "DET", "NUM") and tags[at - 1] in _SUBJECTS:
        return "verb-form"  # “the shop is sells maps”
    past = only_past(words, lower) and tags[at - 1] in _SUBJECTS and not _gapped(facts, at, sentence.first)
    return "verb-form" if past else ""


_CHECKS = {"modal": _modal, "do": _do, "have": _have, "be": _be}
