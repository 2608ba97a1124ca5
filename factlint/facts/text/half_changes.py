"""Half changes: little words gone, and both verbs of a change left standing: there no plans, refused declined to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import asking, beside, lapse, mostly_base, only_base
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_SUBJECTS = frozenset({"NOUN", "PROPN"})
_COUNTED = frozenset({"NUM", "DET"})
_BACK = 4  # tokens from a verb back to what it was told to


class _Lists(Bundle):
    """The words at which something may be missing, by what it is, and those that excuse it."""

    checks: Mapping[str, str]
    wants: Mapping[str, str]
    none: frozenset[str]
    more: frozenset[str]
    units: frozenset[str]
    demanding: frozenset[str]
    openers: frozenset[str]
    copulas: frozenset[str]
    that: frozenset[str]
    up: frozenset[str]
    looking: frozenset[str]
    endings: tuple[str, ...]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    words = lexicon.words
    return _Lists(
        lexicon.table("half-change-checks"),
        lexicon.table("lapse-wants"),
        words("none-determiners"),
        words("words-for-more-and-less"),
        words("units-with-an-article"),
        words("demanding-verbs"),
        words("slip-clause-openers"),
        words("doubled-copulas"),
        words("source-that-words"),
        words("verbs-of-making-up"),
        words("verbs-of-looking-forward"),
        tuple(words("present-participle-endings")),
    )


def find_half_changes(facts: Facts) -> Iterator[Lapse]:
    """Every such place of the article's own prose, in order of the words that ask."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    for at, check, sentence in asking(facts, lists.checks):
        yield from _CHECKS[check](facts, at, sentence, lists, words)


def _there(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“There no plans to move the statue”."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    if at == sentence.first and lowers[at + 1] in lists.none and tags[at + 2] in ("NOUN", "ADJ"):
        yield lapse(facts, at, at + 2, "verb-lost", (lowers[at], lowers[at + 1]))


def _than(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“It took more than hour”."""
    lowers = facts.tokens.lowers
    if lowers[at - 1] in lists.more and lowers[at + 1] in lists.units:
        yield lapse(facts, at + 1, at + 2, "article-lost", (lowers[at + 1], ""))


def _up(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“Is made up seven farmers”."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    made = lowers[at - 1] in lists.up and at - 1 > sentence.first and tags[at - 2] in ("AUX", "ADV")
    if made and tags[at + 1] == "NUM":
        yield lapse(facts, at, at + 2, "of-lost", (lowers[at], lowers[at + 1]))


def _forward(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“Is looking forward welcoming guests”."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    if lowers[at - 1] in lists.looking and tags[at + 1] == "VERB" and lowers[at + 1].endswith(lists.endings):
        yield lapse(facts, at, at + 2, "to-lost", (lowers[at], lowers[at + 1]))


def _not(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“The firm not comment on the case”: a bare verb behind “not”, with nothing that demands it."""
    lowers, tags, lemmas = facts.tokens.lowers, facts.language.tags, facts.language.lemmas
    if at - 1 <= sentence.first or tags[at - 1] not in _SUBJECTS or tags[at + 1] != "VERB":
        return
    if not (only_base(words, lowers[at + 1]) or mostly_base(words, lowers[at + 1])):
        return
    helped = any(tags[place] == "AUX" for place in range(max(sentence.first, at - _BACK), at))
    number = facts.language.phrase_at(at - 1)
    before = facts.language.phrases[number].first - 1 if number is not None else at - 1
    # “on the condition that the ceremony not fall in June”
    helped |= before > sentence.first and lowers[before] in lists.that and tags[before - 1] == "NOUN"
    if not helped and lists.demanding.isdisjoint(lemmas[sentence.first : at]):
        yield lapse(facts, at - 1, at + 2, "verb-lost", (lowers[at - 1], lowers[at]))


def _hearer(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“He told the hearing said that”: two verbs of saying, and whoever is told between."""
    lowers, tags, language = facts.tokens.lowers, facts.language.tags, facts.language
    number = language.phrase_at(at + 1)
    phrase = language.phrases[number] if number is not None else None
    if tags[at] != "VERB" or phrase is None or phrase.first != at + 1 or phrase.last + 1 >= sentence.last:
        return
    to = phrase.last
    said = tags[to] == "VERB" and "saying" in language.words.verb_classes(language.lemmas[to])
    bent = "d" in words.verb_forms(lowers[to])
    if said and bent and lowers[to + 1] in lists.that and lists.openers.isdisjoint(lowers[sentence.first : at]):
        yield lapse(facts, to, to + 1, "two-verbs", (lowers[at], lowers[to]))


def _deed(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“He accused the board hiding the letter”."""
    lowers, tags, language = facts.tokens.lowers, facts.language.tags, facts.language
    number = language.phrase_at(at + 1)
    phrase = language.phrases[number] if number is not None else None
    if tags[at] != "VERB" or phrase is None or phrase.first != at + 1 or phrase.last >= sentence.last - 1:
        return
    if tags[phrase.last] == "VERB" and lowers[phrase.last].endswith(lists.endings) and beside(facts, phrase.last - 1):
        yield lapse(facts, phrase.last - 1, phrase.last + 1, "of-lost", (lowers[phrase.head], lowers[phrase.last]))


def _two(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“The minister refused declined to say”: two verbs that both want the infinitive behind them."""
    lowers, tags, lemmas = facts.tokens.lowers, facts.language.tags, facts.language.lemmas
    if tags[at] != "VERB" or tags[at + 1] != "VERB" or facts.tokens.texts[at + 1] != lowers[at + 1]:
        return
    both = lists.wants.get(lemmas[at + 1]) == "to" and words.verb_forms(lowers[at]) == words.verb_forms(lowers[at + 1])
    bent = "b" not in words.verb_forms(lowers[at]) and tags[at + 2] == "PART"
    if both and bent and lists.openers.isdisjoint(lowers[sentence.first : at]):
        yield lapse(facts, at, at + 2, "two-verbs", (lowers[at], lowers[at + 1]))


def _copulas(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> Iterator[Lapse]:
    """“Police are now is looking”: two forms of “be” with an adverb between; “votes were cast votes cast for him”."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    again = at + 3 < sentence.last and lowers[at + 2 : at + 4] == [lowers[at - 1], lowers[at + 1]]
    if again and "n" in words.verb_forms(lowers[at + 1]):
        yield lapse(facts, at + 1, at + 4, "two-verbs", (lowers[at + 1], lowers[at + 3]))
        return
    if tags[at] != "AUX" or tags[at + 1] != "ADV" or lowers[at + 2] not in lists.copulas or at == sentence.first:
        return
    number = facts.language.phrase_at(at - 1)
    if number is None or facts.language.phrases[number].first != sentence.first:
        return  # “the first hint that something was afoot was”
    if beside(facts, at + 1) and lists.openers.isdisjoint(lowers[sentence.first : at]):
        yield lapse(facts, at, at + 3, "two-verbs", (lowers[at], lowers[at + 2]))


_CHECKS: Mapping[str, Callable[[Facts, int, Sentence, _Lists, Words], Iterator[Lapse]]] = {
    "there": _there,
    "than": _than,
    "up": _up,
    "forward": _forward,
    "not": _not,
    "hearer": _hearer,
    "deed": _deed,
    "two": _two,
    "copulas": _copulas,
}
