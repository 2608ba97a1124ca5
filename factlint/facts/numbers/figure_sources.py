"""Sources of figures: who the text says a number comes from, and which numbers a reader must be told the source of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Figure, Sentence, Source
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.lexicon import Bundle, Lexicon
from factlint.tokens import Tokens

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_STOPS = frozenset(',;:()–—-.!?“”"')
_LONGEST = 8
_OPENING = 2  # paragraphs
_LARGE = 100_000
_PEOPLE = frozenset({"person", "group"})
_LONGEST_CLAIM = 200  # words; a longer sentence is a table or a list


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    verbs: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    according: frozenset[str]
    carry_on: frozenset[str]
    own_voice: frozenset[str]
    results: frozenset[str]
    costs: frozenset[str]
    calendar: frozenset[str]
    of: frozenset[str]
    hiding: frozenset[str]
    by: frozenset[str]
    counts: frozenset[str]
    ahead: frozenset[str]
    definite: frozenset[str]
    decades: frozenset[str]
    yearly: frozenset[str]
    moves: frozenset[str]
    surveys: frozenset[str]
    one: frozenset[str]
    crowds: frozenset[str]
    times: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        words("source-verbs"),
        words("source-verbs-weak"),
        words("source-nouns"),
        words("source-openers"),
        words("carry-on-words"),
        words("own-voice-words"),
        words("own-results"),
        words("cost-words"),
        words("months") | words("weekdays"),
        words("of-words"),
        words("source-hiders"),
        words("agent-words"),
        words("count-nouns"),
        words("looking-ahead-words"),
        words("taking-up-words"),
        words("long-spans"),
        words("long-spans") | words("yearly-words"),
        frozenset(word for word, part in lexicon.table("figure-words").items() if part in ("rise", "fall")),
        words("survey-nouns"),
        words("one-of-them"),
        words("crowd-nouns"),
        words("times-words"),
    )


def with_sources(facts: Facts, figures: list[Figure]) -> tuple[Figure, ...]:
    """The figures with what the text says of their origin, and whether they need it."""
    words = _words(facts.lexicon)
    sentences: dict[int, Source | None] = {}
    asked: set[int] = set()  # one finding a sentence: what holds for its first figure holds for the rest
    found = []
    for figure in figures:
        if figure.claim in ("ordinal", "score", "age") or (figure.claim == "time" and figure.value < _LARGE):
            found.append(figure)
            continue
        if figure.in_quote:
            found.append(figure._replace(source=_speaker(facts, figure)))
            continue
        sentence = facts.sentence_at(figure.start)
        if sentence.number not in sentences:
            sentences[sentence.number] = _in_sentence(facts, sentence, figure, words) or _beside(facts, sentence, words)
        source = sentences[sentence.number]
        open_ = source is None and sentence.number not in asked and sentence.words <= _LONGEST_CLAIM
        needs = open_ and _needs_source(facts, figure, sentence, words)
        if needs:
            asked.add(sentence.number)
        found.append(figure._replace(source=source, needs_source=needs) if source or needs else figure)
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
        credits = word in words.verbs or (
            position < figure.first
            and word not in words.weak
            and is_verb(facts.tokens, position, verbs_of(facts.lexicon), near=False)
        )
        if credits and not _nobody_says(facts.tokens, position, sentence.first, words):
            return _subject(facts, sentence, position, words)
        if word in words.nouns:
            return _source(facts, max(sentence.first, position - 2), position + 1)
    return None


def _nobody_says(tokens: Tokens, position: int, first: int, words: _Words) -> bool:
    """Whether the verb hides who says it ("is estimated at") or is no verb ("an estimated 40,000")."""
    if tokens.texts[position][0].isupper() and position > first:
        return True  # "United States"
    lowers = tokens.lowers
    before = lowers[position - 1] if position else ""
    return before in words.hiding and (position + 1 >= len(lowers) or lowers[position + 1] not in words.by)


def _subject(facts: Facts, sentence: Sentence, verb: int, words: _Words) -> Source:
    """The words before a verb, back to a mark; after it where the verb comes first; the object of "according to"."""
    texts, lowers = facts.tokens.texts, facts.tokens.lowers
    if lowers[verb] in words.according:
        last = min(verb + 2, sentence.last)  # nobody may follow: “…, according”
        while last < sentence.last and texts[last] not in _STOPS and last < verb + _LONGEST:
            last += 1
        return _source(facts, min(verb + 2, last - 1), last)
    first = verb
    while first > sentence.first and texts[first - 1] not in _STOPS and verb - first < _LONGEST:
        first -= 1
    if first < verb:
        return _source(facts, first, verb)
    last = verb + 1
    while last < sentence.last and texts[last] not in _STOPS and last < verb + _LONGEST:
        last += 1
    return _source(facts, verb + 1 if last > verb + 1 else verb, last)


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
                return _source(facts, max(other.first, position - 1), position + 1)
            if (
                word in words.verbs
                and (close or carried)
                and not _nobody_says(facts.tokens, position, other.first, words)
            ):
                return _subject(facts, other, position, words)
            if released and word in words.nouns and position - other.first < 4:
                return _source(facts, other.first, position + 1)
    return None


# ------------------------------------------------------------------------------------------------------------- needing


def _needs_source(facts: Facts, figure: Figure, sentence: Sentence, words: _Words) -> bool:
    """Whether the figure is a finding that somebody must have counted, reckoned or surveyed.

    What the reporter sees, what a firm states of itself and what the article is plainly about need none.
    """
    if figure.kind != "paragraph" or figure.form in ("prefix", "ordinal"):
        return False
    lowers = facts.tokens.lowers[sentence.first : sentence.last]
    held = set(lowers)
    if held & words.own_voice or facts.tokens.texts[sentence.last - 1] == "?":
        return False
    if _is_background(facts, figure):
        return False
    if figure.claim == "casualties":
        dated = any(sentence.start <= date.start < sentence.end and not date.relative for date in facts.dates)
        # "the 49 people killed", "one of 49 people killed": the reader knows of them
        one, before = facts.tokens.lowers[max(0, figure.first - 2) : figure.first] if figure.first > 1 else ("", "")
        known = before in words.definite or (one in words.one and before in words.of)
        counted = figure.subject is not None or (figure.precision != "exact" and figure.first - sentence.first < 4)
        return figure.value >= 10 and not dated and not known and counted
    if _is_crowd(facts, figure, words):
        return figure.value >= 1000
    if figure.paragraph == _lead(facts):
        return False  # the first paragraph sums up; what it says is told again, with its source
    opens = figure.precision != "exact" and figure.first - sentence.first <= 4
    if not opens and _names_somebody(facts, sentence, words):
        return False
    if figure.claim == "count":
        least = 1000 if figure.precision == "exact" else 200
        counted = _counts_people(facts, figure) or (opens and figure.subject is not None)
        counted = counted and figure.subject not in words.times
        return figure.value >= least and counted and f"{figure.subject}s" not in words.results
    if held & words.results:
        return False
    if figure.claim == "money":
        return figure.value >= 1e6 and (figure.precision != "exact" or not held.isdisjoint(words.costs))
    if figure.claim == "share" and _about_a_survey(facts, words):
        return False
    if figure.claim == "share":
        long = not held.isdisjoint(words.decades) and not held.isdisjoint(words.moves) and figure.unit == "percent"
        return held.isdisjoint(words.ahead) and (long or _of_people(facts, figure, words))
    if held.isdisjoint(words.yearly):
        return False
    return figure.value >= (_LARGE if figure.claim == "time" else _LARGE / 100)


def _is_background(facts: Facts, figure: Figure) -> bool:
    """Whether a figure stands in what is only possible, or in a relative clause about what is over: “that killed 3”."""
    language = facts.language
    at = language.clause_of(figure.first)
    if at is None:
        return False
    clause = language.clauses[at]
    perfect = clause.last - clause.first > 1
    return clause.standing == "possible" or (clause.kind == "relative" and clause.tense == "past" and not perfect)


def _counts_people(facts: Facts, figure: Figure) -> bool:
    """Whether people are counted, or groups of them: families, households."""
    noun = figure.subject
    index = facts.language.phrase_at(figure.last - 1)
    if index is not None and facts.language.phrases[index].head >= figure.last:
        noun = facts.language.phrases[index].lemma
    if noun is None:
        return False
    return not _PEOPLE.isdisjoint(facts.language.words.noun_classes(noun))


def _is_crowd(facts: Facts, figure: Figure, words: _Words) -> bool:
    """ "A crowd of 20,000": somebody must have counted them."""
    before = facts.tokens.lowers[max(0, figure.first - 4) : figure.first]
    return figure.unit is None and not words.crowds.isdisjoint(before) and before[-1] in words.of


def _lead(facts: Facts) -> int:
    """The number of the first paragraph of the body."""
    return next((paragraph.number for paragraph in facts.paragraphs if paragraph.kind == "paragraph"), -1)


def _about_a_survey(facts: Facts, words: _Words) -> bool:
    """Whether the article opens with a survey, from which shares of people then come, paragraph after paragraph."""
    lead = _lead(facts)
    opening = [block for block in facts.paragraphs[max(0, lead) : max(0, lead) + _OPENING] if block.number >= lead]
    return any(not words.surveys.isdisjoint(facts.tokens.lowers[block.first : block.last]) for block in opening)


def _names_somebody(facts: Facts, sentence: Sentence, words: _Words) -> bool:
    """Whether a name stands in the sentence: then it tells of somebody's own doings more often than of findings."""
    tokens = facts.tokens
    return any(
        tokens.texts[position][0].isupper() and tokens.lowers[position] not in words.calendar
        for position in range(sentence.first + 1, sentence.last)
    )


def _of_people(facts: Facts, figure: Figure, words: _Words) -> bool:
    """Whether a share is one of a group: "34% of households", "one in five drivers"."""
    tokens = facts.tokens
    after = figure.last
    if after >= len(tokens):
        return False
    if figure.form == "ratio":
        return tokens.texts[after].islower()
    if tokens.lowers[after] not in words.of or figure.unit not in ("percent", None):
        return False
    index = facts.language.phrase_at(after + 1)
    whole = None if index is None else facts.language.phrases[index]
    return whole is not None and (whole.pronoun is not None or not _PEOPLE.isdisjoint(whole.classes))
