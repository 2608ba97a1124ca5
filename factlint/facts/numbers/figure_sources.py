"""Sources of figures: who the text says a number comes from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Figure, Sentence, Source
from factlint.facts.numbers.figure_needs import finding
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.lexicon import Bundle, Lexicon
from factlint.tokens import Tokens

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

_STOPS = frozenset(',;:()–—-.!?“”"')
_LONGEST = 8
_LONGEST_CLAIM = 200  # words; a longer sentence is a table or a list


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    verbs: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    according: frozenset[str]
    carry_on: frozenset[str]
    hiding: frozenset[str]
    by: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        words("source-verbs"),
        words("source-verbs-weak"),
        words("source-nouns"),
        words("source-openers"),
        words("carry-on-words"),
        words("source-hiders"),
        words("by-words"),
    )


def with_sources(facts: Facts, figures: list[Figure]) -> tuple[Figure, ...]:
    """The figures with what the text says of their origin, and what kind of finding they are."""
    words = _words(facts.lexicon)
    sentences: dict[int, Source | None] = {}
    found = []
    for figure in figures:
        if figure.claim in ("ordinal", "score", "age"):
            found.append(figure)
            continue
        if figure.in_quote:
            found.append(figure._replace(source=_speaker(facts, figure)))
            continue
        sentence = facts.sentence_at(figure.start)
        if sentence.number not in sentences:
            sentences[sentence.number] = _in_sentence(facts, sentence, figure, words) or _beside(facts, sentence, words)
        source = sentences[sentence.number]
        told = finding(facts, figure, sentence) if source is None and sentence.words <= _LONGEST_CLAIM else None
        found.append(figure._replace(source=source, finding=told) if source or told else figure)
    return tuple(found)


def _speaker(facts: Facts, figure: Figure) -> Source | None:
    """For a figure in a quotation, whoever the quotation is credited to."""
    for quote in facts.quotes:
        if quote.start <= figure.start < quote.end and quote.speaker is not None:
            speaker = quote.speaker
            return Source(speaker.start, speaker.end, facts.article.source[speaker.start : speaker.end])
    return None


# ------------------------------------------------------------------------------------------------------------- finding


def _in_sentence(facts: Facts, sentence: Sentence, figure: Figure, words: _Words) -> Source | None:
    """The source within the sentence: the subject of a verb of saying, or a report that is named."""
    lowers = facts.tokens.lowers
    for position in range(sentence.first, sentence.last):
        word = lowers[position]
        credits = _says(facts, position, words) or (
            position < figure.first
            and word not in words.weak
            and is_verb(facts.tokens, position, verbs_of(facts.lexicon), near=False)
        )
        if credits and not _nobody_says(facts.tokens, position, sentence.first, words):
            if _tells_of_somebody(facts, position, figure.first):
                continue
            return _subject(facts, sentence, position, words)
        if word in words.nouns:
            return _report(facts, position)
    return None


def _says(facts: Facts, position: int, words: _Words) -> bool:
    """Whether a word is a verb of saying there: not the noun in “twice its estimate”."""
    word = facts.tokens.lowers[position]
    return word in words.verbs and (word in words.according or facts.language.tags[position] in ("VERB", "AUX"))


def _tells_of_somebody(facts: Facts, verb: int, figure: int) -> bool:
    """Whether a verb before a figure only says who somebody is, and another verb has the figure.

    “The potter who put clay in the classroom, dies at 88”
    """
    language = facts.language
    one, two = language.clause_of(verb), language.clause_of(figure)
    if one is None or two is None or one == two or verb > figure or language.clauses[one].kind != "relative":
        return False
    within: int | None = two
    while within is not None and within != one:
        within = language.clauses[within].within
    return within is None


def _nobody_says(tokens: Tokens, position: int, first: int, words: _Words) -> bool:
    """Whether the verb hides who says it ("is estimated at") or is no verb ("an estimated 40,000")."""
    if tokens.texts[position][0].isupper() and position > first:
        return True  # "United States"
    lowers = tokens.lowers
    before = lowers[position - 1] if position else ""
    return before in words.hiding and (position + 1 >= len(lowers) or lowers[position + 1] not in words.by)


def _subject(facts: Facts, sentence: Sentence, verb: int, words: _Words) -> Source:
    """Who speaks at a verb: its subject, or the object of "according to"; else the words beside it, up to a mark."""
    texts, lowers = facts.tokens.texts, facts.tokens.lowers
    according = lowers[verb] in words.according
    first = verb + 2 if according else verb
    speaker = _phrase(facts, min(first, sentence.last - 1)) if according else _speaking(facts, verb)
    if speaker is not None:
        return Source(speaker.start, speaker.end, facts.article.source[speaker.start : speaker.end])
    while not according and first > sentence.first and texts[first - 1] not in _STOPS and verb - first < _LONGEST:
        first -= 1
    if first < verb:
        return _source(facts, first, verb)
    last = first = min(first if according else verb + 1, sentence.last - 1)
    while last < sentence.last and texts[last] not in _STOPS and last < verb + _LONGEST:
        last += 1
    return _source(facts, first, last) if last > first else _source(facts, verb, verb + 1)


def _report(facts: Facts, position: int) -> Source:
    """A report, a survey: the phrase that holds its noun."""
    phrase = _phrase(facts, position)
    if phrase is None:
        return _source(facts, position, position + 1)
    return Source(phrase.start, phrase.end, facts.article.source[phrase.start : phrase.end])


def _phrase(facts: Facts, position: int) -> Phrase | None:
    """The noun phrase that begins at a token or holds it."""
    at = facts.language.phrase_at(position)
    return None if at is None else facts.language.phrases[at]


def _speaking(facts: Facts, verb: int) -> Phrase | None:
    """The subject of a verb, with what a relative pronoun stands for."""
    language = facts.language
    at = language.clause_of(verb)
    clause = language.clauses[at] if at is not None else None
    if clause is None or clause.verb != verb or clause.subject is None:
        return None
    subject = language.phrases[clause.subject]
    return None if subject.pronoun and clause.kind == "relative" else subject


def _source(facts: Facts, first: int, last: int) -> Source:
    start, end = facts.tokens.starts[first], facts.tokens.ends[last - 1]
    return Source(start, end, facts.article.source[start:end])


def _beside(facts: Facts, sentence: Sentence, words: _Words) -> Source | None:
    """The source that the sentence shares with the others of its paragraph, or with the one it speaks on from."""
    sentences, lowers = facts.sentences, facts.tokens.lowers
    number = sentence.number
    opener = lowers[sentence.first]
    reach = range(number - 1, max(-1, number - 4), -1)
    for other in (*(sentences[at] for at in reach), *sentences[number + 1 : number + 2]):
        close = other.paragraph == sentence.paragraph
        carried = other.number == number - 1 and opener in words.carry_on
        released = other.number == number + 1 and lowers[other.first] in words.carry_on
        if not (close or carried or released):
            continue
        for position in range(other.first, other.last):
            word = lowers[position]
            if word in words.nouns and (close or carried):
                return _report(facts, position)
            if (
                _says(facts, position, words)
                and (close or carried)
                and not _nobody_says(facts.tokens, position, other.first, words)
            ):
                return _subject(facts, other, position, words)
            if released and word in words.nouns and position - other.first < 4:
                return _report(facts, position)
    return None
