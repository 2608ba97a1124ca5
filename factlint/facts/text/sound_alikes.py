"""Sound-alikes: a word of a class that its place does not allow, while one that sounds like it is: has scene."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.facts.text.prose import beside, heard_sentence, lapse
from factlint.lexicon import Bundle
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.lexicon import Lexicon

_BUILT = "sound-alikes"
_WANTED = ("to", "ing")  # what asks for an infinitive
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
_NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})
_OBJECTS = frozenset({"DET", "PROPN"})
_NO_NOUN = frozenset({"ADP", "PUNCT", "AUX", "SCONJ", "CCONJ"})
_VERBS = frozenset({"VERB", "AUX"})


class _Lists(Bundle):
    """What is meant by a word in each slot, and the words that make the slots."""

    words: frozenset[str]
    meant: Mapping[str, Mapping[str, str]]
    between: frozenset[str]
    auxiliaries: Mapping[str, str]
    by: frozenset[str]
    subjects: frozenset[str]
    relatives: frozenset[str]
    possessives: frozenset[str]
    objects: frozenset[str]
    articles: frozenset[str]
    to: frozenset[str]
    negation: frozenset[str]
    wanting: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    meant: dict[str, dict[str, str]] = {}
    built: Any = lexicon.values(_BUILT) if _BUILT in lexicon else ""
    for line in built.splitlines():
        slot, wrong, right = line.split()
        meant.setdefault(wrong, {})[slot] = right
    return _Lists(
        frozenset(meant),
        meant,
        lexicon.words("lapse-adverbs"),
        lexicon.table("lapse-auxiliaries"),
        lexicon.words("by-words"),
        lexicon.words("subject-pronouns"),
        lexicon.words("relative-subjects"),
        lexicon.words("lapse-possessives"),
        lexicon.words("object-pronouns"),
        lexicon.words("articles"),
        lexicon.words("to-words"),
        lexicon.words("lapse-negations"),
        frozenset(word for word, want in lexicon.table("lapse-wants").items() if want.startswith(_WANTED)),
    )


def find_sound_alikes(facts: Facts) -> Iterator[Lapse]:
    """Every such word outside what others wrote, in order of the words; the lapse says what is meant."""
    lists = _lists(facts.lexicon)
    lowers, texts = facts.tokens.lowers, facts.tokens.texts
    for at in facts.tokens.positions(lists.words):
        if texts[at] != lowers[at] or at == 0 or (sentence := heard_sentence(facts, at)) is None:
            continue
        if not sentence.first < at < sentence.last - 1 or not (beside(facts, at - 1) and _free(facts, at)):
            continue
        for slot, right in lists.meant[lowers[at]].items():
            if _SLOTS[slot](facts, at, sentence, lists):
                yield lapse(facts, at, at + 1, "confused", (lowers[at], right))
                break


def _free(facts: Facts, at: int) -> bool:
    """Whether no hyphen or apostrophe joins a word to what follows."""
    tokens = facts.tokens
    return tokens.text[tokens.ends[at] : tokens.ends[at] + 1] not in ("-", "‑", "’", "'")


def _before(facts: Facts, at: int, lists: _Lists) -> int:
    """The token before a word and the adverbs that lead to it."""
    before = at - 1
    while before > 0 and facts.tokens.lowers[before] in lists.between:
        before -= 1
    return before


def _object(facts: Facts, at: int, lists: _Lists) -> bool:
    """Whether a token opens an object: an article, a possessive, a pronoun of the object, a name."""
    lower = facts.tokens.lowers[at]
    return facts.language.tags[at] in _OBJECTS or lower in lists.possessives or lower in lists.objects


def _participle(facts: Facts, at: int, sentence: Sentence, lists: _Lists) -> bool:
    """“Has maid the beds”, “was find by a court”, and “has lead visitors” where a person has."""
    before = _before(facts, at, lists)
    tags, lowers = facts.language.tags, facts.tokens.lowers
    kind = lists.auxiliaries.get(lowers[before], "")
    if kind == "be":
        return lowers[at + 1] in lists.by
    if kind != "have" or tags[before - 1] not in _SUBJECTS | _VERBS | {"PART"}:
        return False
    if tags[before - 1] in _NOMINAL and tags[before - 2] in _NOMINAL and before - 2 >= sentence.first:
        return False  # “the money he had past the gate”
    if _object(facts, at + 1, lists):
        return True
    number = facts.language.phrase_at(at + 1)
    phrase = facts.language.phrases[number] if number is not None else None
    if phrase is None or phrase.head != at + 1 or "person" not in phrase.classes or not phrase.plural:
        return False
    owner = facts.language.phrase_at(before - 1)
    return owner is not None and "person" in facts.language.phrases[owner].classes


def _past(facts: Facts, at: int, sentence: Sentence, lists: _Lists) -> bool:
    """“She maid the tea”: a pronoun of the subject, the word, an object."""
    lowers, before = facts.tokens.lowers, at - 1
    relative = lowers[before] in lists.relatives and facts.language.tags[at] != "ADP"  # “which through the year”
    if lowers[before] not in lists.subjects and not relative:
        return False
    opens = before == sentence.first or facts.language.tags[before - 1] in ("PUNCT", "SCONJ", "CCONJ", "VERB", "NOUN")
    return opens and _object(facts, at + 1, lists)


def _base(facts: Facts, at: int, sentence: Sentence, lists: _Lists) -> bool:
    """“Can breath again”, “did not advice him”, “to meat the mayor”."""
    before = _before(facts, at, lists)
    tags, lowers = facts.language.tags, facts.tokens.lowers
    if lowers[before] in lists.to:
        follows = lowers[at + 1]
        wanting = before > sentence.first and facts.language.lemmas[before - 1] in lists.wanting
        return wanting and (follows in lists.objects or follows in lists.articles)
    kind = lists.auxiliaries.get(lowers[before], "")
    if kind == "do" and lowers[at - 1] not in lists.negation:
        return False
    if kind not in ("modal", "do") or tags[before] != "AUX" or tags[before - 1] not in _SUBJECTS:
        return False
    if before == sentence.first or tags[at + 1] in _VERBS:
        return False
    return tags[at + 1] not in _NOMINAL or lowers[at + 1] in lists.objects


def _noun(facts: Facts, at: int, sentence: Sentence, lists: _Lists) -> bool:
    """“The advise of a lawyer”, “on his advise”: an article or a possessive, and no noun behind the word."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    led = lowers[at - 1] in lists.articles or lowers[at - 1] in lists.possessives or lowers[at - 1] == GENITIVE
    return led and tags[at + 1] in _NO_NOUN


_SLOTS: Mapping[str, Callable[[Facts, int, Sentence, _Lists], bool]] = {
    "participle": _participle,
    "past": _past,
    "base": _base,
    "noun": _noun,
}
