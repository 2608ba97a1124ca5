"""Tags: one part of speech a token, by the lexicon and its context; an averaged perceptron (Collins 2002)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat
from typing import TYPE_CHECKING, Any

from factlint.language.context import EDGE, REST, Context, Form
from factlint.language.words import Reading, Words, words_of
from factlint.lexicon import Lexicon, derived
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.language.layout import Sentence
    from factlint.language.memory import Memory
    from factlint.tokens import Tokens

#: The parts of speech, as Universal Dependencies names them, by their letter in features and weights.
TAGS = {
    "N": "NOUN", "P": "PROPN", "V": "VERB", "A": "ADJ", "D": "ADV", "X": "AUX", "R": "ADP", "T": "DET", "O": "PRON",
    "C": "CCONJ", "S": "SCONJ", "M": "NUM", "I": "INTJ", "L": "PART", ".": "PUNCT", "Y": "SYM", "Z": "X",
}  # fmt: skip
LETTERS = "".join(TAGS)
_WEIGHT = re.compile(r"(\D)(-?\d+)")
#: What a word that is not known can be.
_OPEN = "NVADP"
_SYMBOLS = frozenset("%$£€¥+=/#<>°@|~^*_©®™")
_DASHES = frozenset("-–—")
#: Marks that are now one thing, now another: the genitive of plurals has but an apostrophe.
_MAYBE = {"-": ".Y", "'": ".L"}
_YEAR = 4  # digits
_PARTICIPLES = frozenset({"Vn", "Vg"})
_NOUN = "N"
_LANE_BITS = 15  # two lanes a digit of Python's numbers; a sum of features stays far below what a lane can hold
_LANE = (1 << _LANE_BITS) - 1
#: Of each letter how far to the left its lane lies, the commonest in weights first, so that most numbers are short.
_LANES = {letter: _LANE_BITS * place for place, letter in enumerate("NVAPRDSOXTLIMC.ZY")}
#: Half of every lane, so that no sum is negative in any.
_BIAS = sum(1 << (lane + _LANE_BITS - 1) for lane in _LANES.values())
_ZEROS = repeat(0)
_NO_TABLE: Mapping[str, int] = {}
_MOST = 50_000  # forms that are kept
_FITTED = "tag-weights"


class Weights(NamedTuple):
    """What was fitted, by the word or key that it hangs on.

    fixed: the forms that are always one thing: lower-case word → letter.
    usual: word → the letters of the tags that it has, the commonest first.
    groups: a group's name → its features, each with all that it weighs in one number, a lane of bits a tag.
    """

    fixed: Mapping[str, str]
    usual: Mapping[str, str]
    groups: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, packed: str) -> Weights:
        """Those of three tables, parted by empty lines, a line an entry: `fixed`, `usual`, and a group's name with its
        features, each followed by the letters of tags with their weights: `that cN S12O-4`."""
        always, usual, groups = packed.split("\n\n") if packed else ("", "", "")
        lanes: dict[str, int] = {}
        unpacked = {}
        for name, features in [line.split(" ", 1) for line in groups.splitlines()]:
            table: dict[str, int] = {}
            for feature, weights in _pairs(features.split()).items():
                lane = lanes.get(weights)
                if lane is None:
                    lane = lanes[weights] = sum(int(n) << _LANES[tag] for tag, n in _WEIGHT.findall(weights))
                table[feature] = lane
            unpacked[name] = table
        return cls(_pairs(always.split()), _pairs(usual.split()), unpacked)


class Tagger:
    """Tags the tokens of articles of one language."""

    def __init__(self, words: Words, weights: Weights, after_hours: frozenset[str] = frozenset()) -> None:
        self.words = words
        self.after_hours = after_hours  # what a number makes a time of day: "6.40am"
        self.weights = weights
        self._forms: dict[str, Form] = {}
        self._rest = weights.groups.get(REST, _NO_TABLE)

    def tag(
        self,
        texts: Sequence[str],
        lowers: Sequence[str],
        spans: Iterable[tuple[int, int]],
        memory: Memory | None = None,
    ) -> list[str]:
        """Universal Dependencies' part of speech of each token.

        `spans` are the sentences, and the lines that are none, as half-open ranges of tokens; what none holds is X.
        """
        found = ["X"] * len(texts)
        for first, last in spans:
            words, small = texts[first:last], lowers[first:last]
            if memory is None:
                found[first:last] = self._sentence(words, small)
            else:
                found[first:last] = memory.tags(words, partial(self._sentence, words, small))
        return found

    def _sentence(self, texts: Sequence[str], lowers: Sequence[str]) -> list[str]:
        """The parts of speech of the tokens of one sentence."""
        context = self.context(texts, lowers)
        found = []
        before, before_that = EDGE, EDGE
        for at, form in enumerate(context.forms):
            letter = form.choices
            if at and lowers[at] in self.after_hours and texts[at - 1][-1].isdecimal():
                letter = _NOUN
            elif len(letter) > 1:
                letter = self._weigh(context, form, at, before, before_that)
            found.append(TAGS[letter])
            before_that, before = before, letter
        return found

    def _weigh(self, context: Context, form: Form, at: int, before: str, before_that: str) -> str:
        """The letter of the heaviest tag that a token can have; of two that are as heavy, the first."""
        choices, groups = form.choices, self.weights.groups
        total = sum(map(self._rest.get, context.of_place(at, before, before_that), _ZEROS), _BIAS)
        if (table := groups.get(form.word)) is not None:
            total += sum(map(table.get, context.of_word(at, before), _ZEROS))
        if (table := groups.get(form.group)) is not None:
            total += sum(map(table.get, context.of_key(at, before, before_that), _ZEROS))
        chosen, most = "", -1
        for letter in choices:
            weight = total >> _LANES[letter] & _LANE
            if weight > most:
                chosen, most = letter, weight
        return chosen

    def context(self, texts: Sequence[str], lowers: Sequence[str]) -> Context:
        """The tokens of one sentence, ready to be read from the first to the last."""
        forms = self._forms
        if len(forms) > _MOST:
            forms.clear()
        row = []
        for text, lower in zip(texts, lowers, strict=True):
            form = forms.get(text)
            if form is None:
                form = forms[text] = self._look_up(text, lower)
            row.append(form)
        return Context(row)

    def _look_up(self, text: str, lower: str) -> Form:
        first = text[0]
        if first.isdecimal():
            year = len(text) == _YEAR and text.isdecimal()
            return Form("0000" if year else "0", "0", "+0", "MAN" if lower[-1].isalpha() else "M", "M", "M", "0")
        shape = _shape(text, lower)
        reading = self.words.reading(lower)
        if not first.isalpha():
            return self._mark(lower, reading.parts)
        usual = self.weights.usual.get(lower, "")
        choices = self.weights.fixed.get(lower) or self._choices(lower, shape, reading, usual)
        guess = usual[:1] or choices[0]
        name = guess if usual or guess == "A" or not shape else "P"
        key = reading.key
        return Form(lower if reading.known else "?" + lower[-3:], key, "+" + key, choices, guess, name, shape)

    def _choices(self, lower: str, shape: str, reading: Reading, usual: str) -> str:
        if not reading.known:
            letters = _OPEN
        else:
            kinds = {kind for kind, _ in reading.inflections}
            letters = "".join(filter(str.isupper, reading.parts)) + "".join(kind[0] for kind, _ in reading.inflections)
            letters = letters or reading.parts.upper()
            if kinds & _PARTICIPLES or "-" in lower:
                letters += "A"
            if "Vg" in kinds or "-" in lower or (len(lower) == 1 and shape):
                letters += "N"
        letters += usual
        return "".join(dict.fromkeys(letters + "P" if shape else letters))

    def _mark(self, lower: str, parts: str) -> Form:
        key = "-" if lower in _DASHES else lower
        if parts:
            choices = parts.upper()
        elif key in _MAYBE:
            choices = _MAYBE[key]
        else:
            choices = "Y" if lower[0] in _SYMBOLS else "."
        return Form(key, key, "+" + key, choices, choices[0], choices[0], ".")


def _shape(text: str, lower: str) -> str:
    if text == lower:
        return ""
    if not text[0].isupper():
        return "x"
    return "X" if len(text) > 1 and text.isupper() else "A"


def tag(tokens: Tokens, sentences: Sequence[Sentence], lexicon: Lexicon, memory: Memory | None = None) -> list[str]:
    """Universal Dependencies' part of speech of every token of an article."""
    return tagger_of(lexicon).tag(tokens.texts, tokens.lowers, spans_of(len(tokens), sentences), memory)


def spans_of(size: int, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The sentences as half-open ranges of tokens, and what stands between them: bylines, datelines."""
    spans = []
    done = 0
    for sentence in sentences:
        if sentence.first > done:
            spans.append((done, sentence.first))
        spans.append((sentence.first, sentence.last))
        done = sentence.last
    if done < size:
        spans.append((done, size))
    return spans


@lru_cache(maxsize=4)
def tagger_of(lexicon: Lexicon) -> Tagger:
    """The tagger of a lexicon; where it has no weights, each form gets the likeliest of its parts of speech."""
    return Tagger(words_of(lexicon), Weights(*_fitted(lexicon)), lexicon.words("half-day-suffixes"))


@derived
def _fitted(lexicon: Lexicon) -> tuple[Any, ...]:
    """The lexicon's weights, as plain data."""
    return tuple(Weights.of(lexicon.values(_FITTED) if _FITTED in lexicon else ""))


def _pairs(row: list[str]) -> dict[str, str]:
    return dict(zip(row[::2], row[1::2], strict=True))
