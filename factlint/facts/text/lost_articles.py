"""Lost articles: one person of a kind, told by a bare noun: “woman told police”, “a letter to officer”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import lapse
from factlint.language.words import words_of
from factlint.lexicon import Bundle
from factlint.tokens import unaccented

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.language.model import Phrase
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_SHORTEST = 7  # words of a sentence; briefs in the style of headlines have shorter ones
_MOST = 2  # places in an article; more are its style
_ALONE = frozenset({"group", "quantity"})


class _Nouns(Bundle):
    """The person nouns that stand without an article, and what makes them so."""

    bare: frozenset[str]
    before: frozenset[str]
    openers: frozenset[str]
    that: frozenset[str]


@lru_cache(maxsize=4)
def _nouns(lexicon: Lexicon) -> _Nouns:
    return _Nouns(
        lexicon.words("article-free-persons"),
        lexicon.words("article-asking-prepositions"),
        lexicon.words("lapse-clause-openers"),
        lexicon.words("source-that-words"),
    )


def find_lost_articles(facts: Facts) -> list[Lapse]:
    """Every such noun outside quotations, in order; none where the article leaves its articles out by habit."""
    lists, words = _nouns(facts.lexicon), words_of(facts.lexicon)
    found = []
    for phrase in facts.language.phrases:
        if phrase.determiner is not None or phrase.last - phrase.first != 1 or "person" not in phrase.classes:
            continue
        sentence = facts.sentences[phrase.sentence]
        if not _single(facts, phrase, sentence, lists, words):
            continue
        opens = phrase.first == sentence.first
        lower = facts.tokens.lowers[phrase.head]
        if opens and (lower in _names(facts) or _opens_often(facts, lower)):
            continue
        if _asked(facts, phrase, sentence, lists):
            found.append(lapse(facts, phrase.first, phrase.last, "article-lost", (lower, "")))
    return found if len(found) <= _MOST else []


def _names(facts: Facts) -> frozenset[str]:
    """What has a capital within sentences, with its accents and without: Müller and Muller."""
    return facts.capitals_within | {unaccented(word) for word in facts.capitals_within if not word.isascii()}


def _opens_often(facts: Facts, lower: str) -> bool:
    """Whether a word opens more than one sentence of the article, as a name does."""
    return sum(1 for sentence in facts.sentences if facts.tokens.lowers[sentence.first] == lower) > 1


def _single(facts: Facts, phrase: Phrase, sentence: Sentence, lists: _Nouns, words: Words) -> bool:
    """Whether a phrase is one bare common noun for one person, in a whole sentence of the article's own prose."""
    tokens, head = facts.tokens, phrase.head
    lower = tokens.lowers[head]
    if phrase.proper or phrase.plural or phrase.pronoun or phrase.number is not None or phrase.classes & _ALONE:
        return False
    if facts.quoted[head] or facts.language.tags[head] != "NOUN" or phrase.conjoined or lower in lists.bare:
        return False
    if phrase.apposition_of is not None or (tokens.texts[head] != lower and phrase.first != sentence.first):
        return False
    reading = words.reading(lower)
    if not reading.known or reading.parts[:1] != "N" or set(reading.parts.upper()) & set("PA"):
        return False
    whole = sentence.kind == "paragraph" and tokens.texts[sentence.last - 1] == "."
    return whole and sentence.words >= _SHORTEST and not any(kind[0] == "N" for kind, _ in reading.inflections)


def _asked(facts: Facts, phrase: Phrase, sentence: Sentence, lists: _Nouns) -> bool:
    """Whether the noun is a subject at the head of a clause, or stands between a preposition and the next phrase."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    behind = tags[phrase.last] if phrase.last < sentence.last else ""
    before = lowers[phrase.first - 1] if phrase.first > sentence.first else ""
    if phrase.role == "subject" and behind in ("VERB", "AUX"):
        if facts.language.clauses and phrase.clause is not None:
            clause = facts.language.clauses[phrase.clause]
            before_that = tags[phrase.first - 2] if phrase.first > sentence.first + 1 else "PUNCT"
            if before in lists.that and before_that == "PUNCT":
                return False  # “Until she died, that lady sent flowers”
            plural = words_of(facts.lexicon).is_plural(lowers[phrase.last])
            if plural and tags[phrase.last + 1 : phrase.last + 2] == ["ADP"]:
                return False  # “Visitor figures in the report show”
            return clause.tense != "none" and clause.first == phrase.last and (not before or before in lists.openers)
        return False
    twice = lowers[phrase.head] in lowers[max(sentence.first, phrase.first - 3) : phrase.first]  # “from hand to hand”
    return before in lists.before and behind in ("ADP", "PUNCT") and tags[phrase.first - 1] == "ADP" and not twice
