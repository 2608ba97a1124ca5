"""Lost words: a subject without its verb, a verb without its “to” or “of”: she that, plans build, some the boats."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import asking, lapse, mostly_base, only_base, only_bent
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

#: What stands before a subject's pronoun where it opens a clause.
_OPENING = frozenset({"SCONJ", "PUNCT"})
_SAYING = frozenset({"saying", "thinking"})
_NO_VERB = frozenset({"DET", "ADP", "SCONJ", "NOUN", "PROPN"})
_OBJECTS = frozenset({"DET", "PRON", "NUM"})
_INFINITIVES = frozenset({"VERB", "ADJ"})  # “trying clear the beach”
_VERBS = frozenset({"VERB", "AUX"})
_LONG = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART"})
_MOST = 10  # tokens behind “because” in which a verb is looked for
_NO_OBJECTS = frozenset({"time", "quantity", "event"})


class _Lists(Bundle):
    """The words that ask for another word behind them, by what they ask for."""

    wants: Mapping[str, str]
    together: frozenset[str]
    pausing: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    own: frozenset[str]
    distributing: frozenset[str]
    clauses: frozenset[str]
    alike: frozenset[str]
    joints: frozenset[str]
    be: frozenset[str]
    belonging: frozenset[str]
    gerunds: tuple[str, ...]
    modal: frozenset[str]
    none: frozenset[str]
    multiples: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    places: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        lexicon.table("lapse-wants"),
        lexicon.words("lapse-together"),
        lexicon.words("lapse-pausing"),
        lexicon.words("lapse-articles"),
        lexicon.words("lapse-possessives"),
        lexicon.words("lapse-own"),
        lexicon.words("lapse-distributing"),
        lexicon.words("to-words"),
        lexicon.words("lapse-floating"),
        lexicon.words("source-that-words"),
        lexicon.words("forms-of-be"),
        lexicon.words("of-words"),
        tuple(lexicon.words("present-participle-endings")),
        lexicon.words("lapse-half-modals"),
        lexicon.words("lapse-nobody"),
        lexicon.words("multiple-nouns"),
        lexicon.words("object-pronouns"),
        lexicon.words("subject-pronouns"),
        lexicon.words("slip-opening-places"),
    )


def find_lost_words(facts: Facts) -> Iterator[Lapse]:
    """Every such place outside quotations, in order of the words that ask."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    for at, want, sentence in asking(facts, lists.wants):
        yield from _CHECKS[want](facts, at, sentence, lists, words)


def _verb(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """A pronoun of the subject at the head of a clause, and no verb right behind it."""
    tags, lowers, texts = facts.language.tags, facts.tokens.lowers, facts.tokens.texts
    if at > sentence.first and not _opens(facts, at, lists):
        return
    if lowers[at] not in lists.subjects and (at == sentence.first or lowers[at - 1] not in lists.places):
        return
    to = at + 1
    while to < sentence.last - 1 and tags[to] == "ADV" and not _may_be_verb(words, lowers[to]):
        to += 1
    # “he once called”, but “she that” and “he no warning”
    adverb = "D" in words.tags(lowers[to]) and lowers[to] not in lists.joints and tags[to] != "DET"
    adverb = adverb and not (
        tags[to] in ("SCONJ", "ADP") and lowers[at] not in lists.subjects
    )  # “where it as the water rose”
    other = adverb or _may_be_verb(words, lowers[to])
    if tags[to] not in _NO_VERB or other or not texts[to][0].isalpha():
        return
    if lowers[to] in lists.alike or words.is_plural(lowers[to]):
        return  # “they all”, “we Democrats”
    if lowers[to] in lists.belonging and to == at + 1:
        return  # “he of the red hat”
    end = to + 1
    while end < sentence.last and tags[end] == "ADJ":
        end += 1
    if lowers[to] in lists.articles and end < sentence.last and words.is_plural(lowers[end]) and to == at + 1:
        return  # “we the people”
    if tags[to] == "ADP" and lowers[at] in lists.subjects and not _VERBS.isdisjoint(tags[to + 2 : to + 4]):
        return  # “he at first tried”, “they in turn asked”
    if _shared(facts, to, sentence) if tags[to] == "ADP" else _gapped(facts, at, sentence):
        return
    yield lapse(facts, at, to + 1, "verb-lost", (lowers[at], lowers[to]))


def _shared(facts: Facts, at: int, sentence: Sentence) -> bool:
    """Whether the same preposition stands behind another subject: “she for five years and he for three”."""
    lowers, subjects = facts.tokens.lowers, facts.lexicon.words("subject-pronouns")
    places = range(sentence.first + 1, sentence.last)
    return any(place != at and lowers[place] == lowers[at] and lowers[place - 1] in subjects for place in places)


def _gapped(facts: Facts, at: int, sentence: Sentence) -> bool:
    """Whether the verb of another pronoun is that of this one, too: “she had the bicycle, he the cart”."""
    lowers, tags, subjects = facts.tokens.lowers, facts.language.tags, facts.lexicon.words("subject-pronouns")
    told = any(lowers[place] in subjects and tags[place + 1] in _VERBS for place in range(sentence.first, at - 1))
    return told and tags[at - 1] == "PUNCT" and _VERBS.isdisjoint(tags[at : sentence.last])


def _opens(facts: Facts, at: int, lists: _Lists) -> bool:
    """Whether a pronoun of the subject opens a clause: behind a mark, a joining word or a verb of saying."""
    if facts.tokens.lowers[at - 1] in lists.together:
        return False
    tag = facts.language.tags[at - 1]
    if facts.tokens.lowers[at - 1] in lists.places:
        return True
    said = tag == "VERB" and _SAYING & facts.language.words.verb_classes(facts.language.lemmas[at - 1])
    return tag in _OPENING or bool(said)


def _may_be_verb(words: Words, lower: str) -> bool:
    return bool(set(words.tags(lower)) & set("VX")) or not words.reading(lower).known


def _to(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """A verb that wants an infinitive, and the bare verb behind it: “plans build a bridge”, “expected grow”."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    second = lowers[at + 1]
    if facts.tokens.texts[at + 1] != second or words.verb_forms(second) != "b" or second in lists.multiples:
        return  # “ordered double the usual stock”
    if tags[at] == "VERB":
        passive = (
            lists.wants.get(lowers[at]) == "to-passive" or lists.wants.get(facts.language.lemmas[at]) == "to-passive"
        )
        if passive and tags[at - 1] != "AUX":
            return
    elif tags[at] not in ("ADJ", "AUX") or lowers[at - 1] not in lists.be:
        return
    if lowers[at] in lists.modal and not lists.none.isdisjoint(lowers[sentence.first : at]):
        return  # “Nobody need apply”
    if (only_base(words, second) and not words.is_plural(lowers[at])) or (
        tags[at + 2] in _OBJECTS and (mostly_base(words, second) or tags[at + 1] in _INFINITIVES)
    ):
        yield lapse(facts, at, at + 2, "to-lost", (lowers[at], second))


def _of(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """Some, one, three and their kin before “the”, and before “them”."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    them = lowers[at + 1] in lists.objects and facts.tokens.texts[at + 1] == lowers[at + 1]  # “One US soldier”
    if them and tags[at + 2] not in ("VERB", "AUX"):
        return
    if lowers[at + 1] not in lists.articles and not them:
        return
    if lowers[at + 1] in lists.possessives and lowers[at + 2] not in lists.own and tags[at - 1] == "VERB":
        yield lapse(facts, at, at + 2, "of-lost", (lowers[at], lowers[at + 1]))  # “lost much their hay”
        return
    clock = tags[at] == "NUM" and tags[at - 1] == "SCONJ"  # “a little after nine the stallholders began”
    led = tags[at - 1] in ("VERB", "SCONJ") and tags[at] in ("DET", "NUM", "PRON") and not clock
    if at == sentence.first or led:
        yield lapse(facts, at, at + 2, "of-lost", (lowers[at], lowers[at + 1]))


def _whole(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """According, owing and their kin, which want their preposition before the article."""
    opens = at == sentence.first or facts.tokens.lowers[at - 1] in lists.pausing
    if opens and at > sentence.first and "s" in facts.language.words.verb_forms(facts.tokens.lowers[at]):
        # “his will, read out on Friday, thanks the drivers”
        opens = any(
            facts.language.tags[place] in _VERBS and not facts.quoted[place] for place in range(at + 1, sentence.last)
        )
    if opens and (facts.tokens.lowers[at + 1] in lists.articles or facts.language.tags[at + 1] == "DET"):
        yield lapse(facts, at, at + 2, "of-lost", (facts.tokens.lowers[at], facts.tokens.lowers[at + 1]))


def _because(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """A phrase and no clause behind “because”."""
    tags = facts.language.tags
    if facts.tokens.lowers[at + 1] not in lists.articles:
        return
    to = at + 1
    while to < min(sentence.last, at + _MOST) and tags[to] in _LONG:
        to += 1
    verb = any(tags[later] in _VERBS for later in range(to, sentence.last)) or (
        not {"s", "d"}.isdisjoint(words.verb_forms(facts.tokens.lowers[to - 1])) and tags[to - 2] != "DET"
    )  # “because the hologram, a kestrel, faced left”, “because the church roof leaks”
    pause = facts.tokens.texts[to] if to < len(tags) and tags[to] == "PUNCT" else ""
    if pause in lists.pausing and not (verb and at > sentence.first):
        yield lapse(facts, at, at + 2, "of-lost", (facts.tokens.lowers[at], facts.tokens.lowers[at + 1]))


def _preposition(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """A verb that takes no object, and an object right behind it: “depends the weather”."""
    language = facts.language
    if language.tags[at] != "VERB" or facts.tokens.lowers[at + 1] in lists.distributing:
        return
    if at and language.tags[at - 1] == "PUNCT":
        return  # “No,” replied the witness
    number = language.phrase_at(at + 1)
    if number is None or language.tags[at + 1] not in _OBJECTS:
        return
    phrase = language.phrases[number]
    if phrase.first != at + 1 or phrase.pronoun or phrase.classes & _NO_OBJECTS or phrase.last - phrase.first < 2:
        return
    if language.tags[phrase.last] in ("VERB", "AUX"):
        return
    yield lapse(facts, at, phrase.last, "of-lost", (facts.tokens.lowers[at], facts.tokens.lowers[at + 1]))


def _gerund(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """Accused and its kin in the passive before a form in -ing."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    passive = tags[at] == "VERB" and tags[at - 1] in ("AUX", "ADV") and words.verb_forms(lowers[at]) != "b"
    if passive and tags[at + 1] == "VERB" and lowers[at + 1].endswith(lists.gerunds):
        yield lapse(facts, at, at + 2, "of-lost", (lowers[at], lowers[at + 1]))


def _ing(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """What wants an infinitive, “to”, and another form of the verb: “want to speaking”, “expected to released”."""
    if facts.tokens.lowers[at + 1] not in lists.clauses or at + 3 >= sentence.last:
        return
    third = facts.tokens.lowers[at + 2]
    if "g" in words.verb_forms(third) and facts.language.tags[at] != "VERB":
        return  # “due to having”
    if facts.tokens.texts[at + 2] == third and only_bent(words, third) and facts.language.tags[at] in ("VERB", "ADJ"):
        yield lapse(facts, at, at + 3, "verb-form", (facts.tokens.lowers[at + 1], third))


def _infinitive(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    yield from _ing(facts, at, sentence, lists, words)
    yield from _to(facts, at, sentence, lists, words)


_CHECKS: Mapping[str, Callable[[Facts, int, Sentence, _Lists, Words], Iterator[Lapse]]] = {
    "verb": _verb,
    "to": _infinitive,
    "to-passive": _infinitive,
    "of": _of,
    "whole": _whole,
    "because": _because,
    "preposition": _preposition,
    "gerund": _gerund,
}
