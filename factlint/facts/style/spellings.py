"""Spellings: one word in several spellings, and a place by several names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, beside_capital, opens_sentence
from factlint.facts.style.dialects import endings_of
from factlint.lexicon import derived
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model.wording import Topic
    from factlint.lexicon import Lexicon

#: A half-open range of tokens, and the form they spell.
Written = tuple[int, int, str]

_BEFORE_NOUNS = frozenset({"ADP", "DET", "ADJ", "NUM"})


class Word(NamedTuple):
    """A word, or a place, with all that is written for it.

    name: the form that stands for all of them.
    topic: spelling where all forms sound alike, word-form where a speaker would choose, or place-name.
    forms: every form, lower case, with the dialect that has it alone, or none.
    dictionary: whether it is a word of the dictionary, that is: a capital amid a sentence makes it a part of a name.
    """

    name: str
    topic: Topic
    forms: dict[str, str | None]
    dictionary: bool


class Spellings:
    """All words that are written in several ways; the words are numbered, and put together when asked for.

    words: each form of one token with its word's number.
    phrases: the forms of several tokens by their first, with the others and their word's number.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows, self._every, self.words, self.phrases = _spelt(lexicon)

    def word(self, number: int) -> Word:
        """The word of a number."""
        return Word(*self._rows[number])

    def number(self, form: str) -> int | None:
        """The number of the word that a form of one or more tokens spells, or None."""
        return self._every.get(form)


#: A word's attributes.
Row = tuple[str, "Topic", dict[str, str | None], bool]
#: The words, the number of each form's, the same for forms of one token, and the forms of several tokens.
Spelt = tuple[list[Row], dict[str, int], dict[str, int], dict[str, list[tuple[tuple[str, ...], str, int]]]]


@derived
def _spelt(lexicon: Lexicon) -> Spelt:
    from factlint.read.article import Block
    from factlint.tokens import Tokens

    rows: list[Row] = []
    words: dict[str, int] = {}
    for word in (*_dialects(lexicon), *_variants(lexicon), *_places(lexicon)):
        number = next((words[form] for form in word.forms if form in words), len(rows))
        if number == len(rows):
            rows.append((word.name, word.topic, word.forms, word.dictionary))
        forms = rows[number][2]
        forms.update({form: dialect for form, dialect in word.forms.items() if form not in forms})
        words.update(dict.fromkeys(word.forms, number))
    every = dict(words)
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for form in [form for form in words if not form.isalpha()]:
        cut = tuple(Tokens(form, (Block("paragraph", 0, len(form)),)).lowers)
        if len(cut) > 1:
            phrases.setdefault(cut[0], []).append((cut[1:], form, words.pop(form)))
    return rows, every, words, phrases


@lru_cache(maxsize=4)
def spellings_of(lexicon: Lexicon) -> Spellings:
    """The lexicon's lists of spellings, put together."""
    return Spellings(lexicon)


def forms_of(form: str, lexicon: Lexicon) -> list[str]:
    """All spellings of the word that one of them is a spelling of; none where it has one only."""
    spellings = spellings_of(lexicon)
    number = spellings.number(form.lower())
    return [] if number is None else list(spellings.word(number).forms)


def _dialects(lexicon: Lexicon) -> Iterator[Word]:
    apart = lexicon.words("heard-apart")
    for american, british in lexicon.table("british-american").items():
        topic: Topic = "word-form" if british in apart else "spelling"
        yield Word(british, topic, {british: "British", american: "American"}, True)
    for american, british in lexicon.table("british-american-ambiguous").items():
        if british in lexicon.words("plain-pairs"):
            topic = "word-form" if british in apart else "spelling"
            yield Word(british, topic, {british: "British", american: "American"}, True)


def _variants(lexicon: Lexicon) -> Iterator[Word]:
    apart = lexicon.words("heard-apart")
    for name, forms in lexicon.values("one-spelling").items():
        topic: Topic = "word-form" if name in apart else "spelling"
        yield Word(str(name), topic, dict.fromkeys((str(name), *map(str, forms))), False)


def _places(lexicon: Lexicon) -> Iterator[Word]:
    both = lexicon.words("places-by-two-names")
    for name, forms in lexicon.values("place-variants").items():
        if name not in both:
            yield Word(name, "place-name", dict.fromkeys((name, *forms)), False)


def spelling_choices(facts: Facts) -> Iterator[Choice]:
    """Every word and place that the article spells in several ways, or the house in one."""
    endings = endings_of(facts.lexicon)
    for word, written in _words_written(facts):
        house = facts.house.spelling(word.forms)
        if not endings.keys().isdisjoint(word.forms):
            if facts.house.topic("verb endings"):
                continue
            house = None if facts.house.topic("spelling") == "British" else house  # which has -ise and -ize
        if house is None and _is_one({form for _, _, form in written}):
            continue
        for name, places in _by_case(facts, word, written):
            for first, last, form in places:
                start, end = facts.tokens.starts[first], facts.tokens.ends[last - 1]
                yield Choice(start, end, name, form, word.topic, house)


def _is_one(forms: set[str]) -> bool:
    """Whether there is no choice between the forms, or one between a hyphen and a space, which grammar may ask for."""
    return len(forms) < 2 or (len(forms) == 2 and len({form.replace("-", " ") for form in forms}) == 1)


def _words_written(facts: Facts) -> list[tuple[Word, list[Written]]]:
    index = facts.tokens.index
    spellings = spellings_of(facts.lexicon)
    lowers, others = facts.tokens.lowers, facts.lexicon.words("other-words")
    found: dict[str, tuple[Word, list[Written]]] = {}
    for form in index.keys() & spellings.words.keys():
        word = spellings.word(spellings.words[form])
        places = [(at, at + 1, form) for at in index[form] if f"{lowers[at - 1]} {form}" not in others]
        if form in facts.lexicon.words("participles-as-adjectives"):
            places = [place for place in places if not _modifies(facts, place[0])]
        found.setdefault(word.name, (word, []))[1].extend(places)
    for first in index.keys() & spellings.phrases.keys():
        for rest, form, number in spellings.phrases[first]:
            places = _standing(facts, index[first], rest, form)
            if places:
                word = spellings.word(number)
                found.setdefault(word.name, (word, []))[1].extend(places)
    computing = facts.lexicon.words("spelled-otherwise-in-computing")
    if computing & found.keys() and facts.tokens.positions(facts.lexicon.words("computing-words")):
        found = {name: row for name, row in found.items() if name not in computing}
    return [found[name] for name in sorted(found)]


def _modifies(facts: Facts, at: int) -> bool:
    """Whether a word stands before the noun that it tells of: “burnt ground” beside “the fire burned”."""
    tags = facts.language.tags
    number = facts.language.phrase_at(at)
    within = number is not None and facts.language.phrases[number].first <= at < facts.language.phrases[number].head
    return within or (at > 0 and tags[at - 1] in _BEFORE_NOUNS and tags[at + 1 : at + 2] == ["NOUN"])


def _standing(facts: Facts, firsts: list[int], rest: tuple[str, ...], form: str) -> list[Written]:
    lowers = facts.tokens.lowers
    size = 1 + len(rest)
    return [(at, at + size, form) for at in firsts if tuple(lowers[at + 1 : at + size]) == rest]


def _by_case(facts: Facts, word: Word, written: list[Written]) -> Iterator[tuple[str, list[Written]]]:
    """The word and the name are choices apart: labour, and the Labour Party.

    A capital that opens a sentence belongs to the word where the article has it in small letters and no name of that
    form, else to the name: “Labor has kept the seat”, of an article that has Labor within its sentences.
    """
    texts = facts.tokens.texts
    small = [place for place in written if texts[place[0]][0].islower()]
    large = [place for place in written if not texts[place[0]][0].islower()]
    opening = [place for place in large if opens_sentence(facts, place[0])]
    names = [place for place in large if place not in opening]
    if small or not names:
        named = {form for _, _, form in names} - {form for _, _, form in small}
        yield word.name, sorted(small + [place for place in opening if place[2] not in named])
        opening = [place for place in opening if place[2] in named]
    apart = [place for place in names if not _in_longer_name(facts, word, place)]
    if apart:
        yield word.name.title(), sorted(apart + opening)


def _in_longer_name(facts: Facts, word: Word, place: Written) -> bool:
    """Whether a capital belongs to a name that is spelled as its bearer likes: the World Trade Center, a person."""
    first, last, _ = place
    if word.dictionary and beside_capital(facts, first, last):
        return True
    start, end = facts.tokens.starts[first], facts.tokens.ends[last - 1]
    return facts.in_longer_name(start, end)
