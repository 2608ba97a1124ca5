"""Lost subjects: a verb of saying with a verb right behind it, and an object without the verb that had it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import beside, lapse, own_sentence
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_SAYING = frozenset({"saying", "thinking"})
_MINDED = frozenset({"thinking", "feeling"})
_LED = frozenset({"DET"})
_FINITE = frozenset({"VERB", "AUX"})
_REACH = 14  # tokens behind a subject in which its verb is looked for


class _Lists(Bundle):
    """What it begins with, then objects, subordinators and what opens a clause of its own."""

    all: frozenset[str]
    objects: frozenset[str]
    that: frozenset[str]
    to: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    contrasts: frozenset[str]
    modals: frozenset[str]
    thing: frozenset[str]
    articles: frozenset[str]
    naming: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        lexicon.union("object-pronouns", "source-that-words", "lapse-modals", "impersonal-pronouns", "lapse-contrasts"),
        lexicon.words("object-pronouns"),
        lexicon.words("source-that-words"),
        lexicon.words("to-words"),
        lexicon.words("slip-clause-openers"),
        lexicon.words("relative-subjects"),
        lexicon.words("lapse-contrasts"),
        lexicon.words("lapse-modals"),
        lexicon.words("impersonal-pronouns"),
        lexicon.words("lapse-articles"),
        lexicon.words("lapse-plain-saying"),
    )


def find_lost_subjects(facts: Facts) -> Iterator[Lapse]:
    """Every such place outside quotations, in order."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    lowers, texts = facts.tokens.lowers, facts.tokens.texts
    for at in facts.tokens.positions(lists.all):
        if not 1 <= at < len(lowers) - 3:
            continue
        lower = lowers[at]
        if lower in lists.objects:
            found = texts[at] == lower and _object_alone(facts, at, words)
            span = (at - 1, at + 1)
        elif lower in lists.that:
            found, span = _minded(facts, at, lists, words), (at - 1, at + 2)
        elif lower in lists.modals:
            found, span = _saying_alone(facts, at, lists), (at - 1, at + 1)
        elif lower in lists.thing:
            found, span = _said_it(facts, at, lists), (at, at + 2)
        elif lower in lists.contrasts:
            found, span = _no_verb(facts, at, lists), (at, at + 2)
        else:
            continue
        sentence = own_sentence(facts, at) if found else None
        if sentence is None or not sentence.first < at < sentence.last - 2:
            continue
        if all(beside(facts, place) for place in range(span[0], span[1] - 1)):
            sort = "verb-lost" if lower in lists.objects | lists.thing | lists.contrasts else "subject-lost"
            yield lapse(facts, *span, sort, (lowers[span[0]], lowers[span[1] - 1]))


def _object_alone(facts: Facts, at: int, words: Words) -> bool:
    """“the board him to explain”: an object's pronoun right behind a noun that can be no verb."""
    tags, lower = facts.language.tags, facts.tokens.lowers[at - 1]
    if tags[at - 1] != "NOUN" or tags[at + 1] in ("NOUN", "PROPN") or words.is_plural(lower):
        return False
    led = at > 1 and tags[at - 2] in _LED
    if words.reading(lower).parts[:1] not in ("", "N") and not led:
        return False  # “Opposite him, …”
    verb = bool(words.verb_forms(lower)) or not words.reading(lower).known
    return not verb or led


def _minded(facts: Facts, at: int, lists: _Lists, words: Words) -> bool:
    """“said that wanted to see”: behind “that” a verb which only a mind can have."""
    language, lowers = facts.language, facts.tokens.lowers
    if language.tags[at - 1] != "VERB" or language.tags[at + 1] != "VERB" or lowers[at + 2] not in lists.to:
        return False
    if "d" not in words.verb_forms(lowers[at + 1]):
        return False  # “conceded that plans to detain”
    said = _SAYING & language.words.verb_classes(language.lemmas[at - 1])
    return bool(said) and bool(_MINDED & language.words.verb_classes(language.lemmas[at + 1]))


def _saying_alone(facts: Facts, at: int, lists: _Lists) -> bool:
    """“The paper said would print”: the subject opens the sentence, so that no relative clause is left open."""
    language, lowers = facts.language, facts.tokens.lowers
    if language.tags[at] != "AUX" or language.lemmas[at - 1] not in lists.naming or language.tags[at - 1] != "VERB":
        return False
    number = language.phrase_at(at - 2)
    if number is None:
        return False
    phrase = language.phrases[number]
    opens = phrase.first == facts.sentences[phrase.sentence].first and phrase.last == at - 1
    return opens and lowers[phrase.first] not in lists.openers


def _said_it(facts: Facts, at: int, lists: _Lists) -> bool:
    """“say it the oldest shop”: “it” behind a verb that has no object, and a phrase right behind."""
    language, lowers = facts.language, facts.tokens.lowers
    if language.tags[at - 1] != "VERB" or language.lemmas[at - 1] not in lists.naming:
        return False
    if lowers[at + 1] not in lists.articles and language.tags[at + 1] != "DET":
        return False
    number = language.phrase_at(at + 1)
    return number is not None and language.tags[language.phrases[number].last] not in _FINITE


def _no_verb(facts: Facts, at: int, lists: _Lists) -> bool:
    """“while police to clear the wreck”: a clause with an infinitive alone."""
    language = facts.language
    number = language.phrase_at(at + 1)
    if number is None or language.phrases[number].first != at + 1:
        return False
    behind, sentence = language.phrases[number].last, facts.sentences[language.phrases[number].sentence]
    if behind + 1 >= sentence.last or facts.tokens.lowers[behind] not in lists.to or language.tags[behind] != "PART":
        return False
    rest = range(behind + 2, min(sentence.last, behind + _REACH))
    return not any(language.tags[place] in _FINITE for place in rest)
