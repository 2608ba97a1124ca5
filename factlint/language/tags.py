"""Tags: one part of speech a token, by the lexicon and its context; an averaged perceptron (Collins 2002)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.lexicon import Lexicon
from factlint.language.context import EDGE, Context, Form
from factlint.language.words import Reading, Words, words_of

if TYPE_CHECKING:
    from factlint.facts.model import Sentence
    from factlint.facts.text.tokens import Tokens

#: The parts of speech, as Universal Dependencies names them, by their letter in features and weights.
TAGS = {
    "N": "NOUN", "P": "PROPN", "V": "VERB", "A": "ADJ", "D": "ADV", "X": "AUX", "R": "ADP", "T": "DET", "O": "PRON",
    "C": "CCONJ", "S": "SCONJ", "M": "NUM", "I": "INTJ", "L": "PART", ".": "PUNCT", "Y": "SYM", "Z": "X",
}  # fmt: skip
LETTERS = "".join(TAGS)
_NUMBER = {letter: number for number, letter in enumerate(LETTERS)}
_ZERO = (0,) * len(LETTERS)
_WEIGHT = re.compile(r"(\D)(-?\d+)")
#: What a word that is not known can be.
_OPEN = "NVADP"
_SYMBOLS = frozenset("%$£€¥+=/#<>°@|~^*_©®™")
_DASHES = frozenset("-–—")
_YEAR = 4  # digits
_PARTICIPLES = frozenset({"Vn", "Vg"})
_LOW = -1_000_000
_FITTED = "tag-weights"


class Weights(dict[str, tuple[int, ...]]):
    """Feature → a weight for each tag, unpacked when first asked for; all zero for one that was not fitted.

    Packed they are three tables, parted by empty lines, a line an entry: those two, and the features with the letters
    of their tags and the weights: `cthat_N S12O-4`.


    fixed: the forms that are always one thing: lower-case word → letter.
    usual: word → the tag that it has oftenest.
    """

    def __init__(self, packed: str = "") -> None:
        super().__init__()
        always, usual, features = packed.split("\n\n") if packed else ("", "", "")
        self.fixed = _pairs(always)
        self.usual = _pairs(usual)
        self._packed = _pairs(features)

    def __missing__(self, feature: str) -> tuple[int, ...]:
        packed = self._packed.get(feature)
        if packed is None:
            return _ZERO
        row = list(_ZERO)
        for letter, weight in _WEIGHT.findall(packed):
            row[_NUMBER[letter]] = int(weight)
        self[feature] = found = tuple(row)
        return found


class Tagger:
    """Tags the tokens of articles of one language."""

    def __init__(self, words: Words, weights: Weights) -> None:
        self.words = words
        self.weights = weights
        self._forms: dict[str, Form] = {}

    def tag(self, texts: Sequence[str], lowers: Sequence[str], spans: Iterable[tuple[int, int]]) -> list[str]:
        """Universal Dependencies' part of speech of each token.

        `spans` are the sentences, and the lines that are none, as half-open ranges of tokens; what none holds is X.
        """
        found = ["X"] * len(texts)
        weights = self.weights
        for first, last in spans:
            context = self.context(texts[first:last], lowers[first:last])
            before, before_that = EDGE, EDGE
            for at, form in enumerate(context.forms):
                letter = form.choices
                if len(letter) > 1:
                    rows = [weights[feature] for feature in context.features(at, before, before_that)]
                    letter, best = "", _LOW
                    for choice in form.choices:
                        number = _NUMBER[choice]
                        total = 0
                        for row in rows:
                            total += row[number]
                        if total > best:
                            letter, best = choice, total
                found[first + at] = TAGS[letter]
                before_that, before = before, letter
        return found

    def context(self, texts: Sequence[str], lowers: Sequence[str]) -> Context:
        """The tokens of one sentence, ready to be read from the first to the last."""
        forms = self._forms
        row = []
        for text, lower in zip(texts, lowers, strict=True):
            form = forms.get(text)
            if form is None:
                form = forms[text] = self._look_up(text, lower)
            row.append(form)
        return Context(row)

    def _look_up(self, text: str, lower: str) -> Form:
        first = text[0]
        if first.isdigit():
            year = len(text) == _YEAR and text.isdecimal()
            return Form("0000" if year else "0", "0", "MAN" if lower[-1].isalpha() else "M", "M", "M", "0")
        shape = _shape(text, lower)
        reading = self.words.reading(lower)
        if not first.isalpha():
            return self._mark(lower, reading.parts)
        usual = self.weights.usual.get(lower, "")
        choices = self.weights.fixed.get(lower) or self._choices(lower, shape, reading, usual)
        guess = usual[:1] or choices[0]
        name = guess if usual or guess == "A" or not shape else "P"
        return Form(lower if reading.known else "?" + lower[-3:], reading.key, choices, guess, name, shape)

    def _choices(self, lower: str, shape: str, reading: Reading, usual: str) -> str:
        letters = (self.words.tags(lower) or _OPEN) + usual
        kinds = {kind for kind, _ in reading.inflections} if reading.known else set()
        if kinds & _PARTICIPLES or "-" in lower:
            letters += "A"
        if "Vg" in kinds or "-" in lower or (len(lower) == 1 and shape):
            letters += "N"
        return "".join(dict.fromkeys(letters + "P" if shape else letters))

    def _mark(self, lower: str, parts: str) -> Form:
        key = "-" if lower in _DASHES else lower
        if parts:
            choices = parts.upper()
        elif key == "-":
            choices = ".Y"
        else:
            choices = "Y" if lower[0] in _SYMBOLS else "."
        return Form(key, key, choices, choices[0], choices[0], ".")


def _shape(text: str, lower: str) -> str:
    if text == lower:
        return ""
    if not text[0].isupper():
        return "x"
    return "X" if len(text) > 1 and text.isupper() else "A"


def tag(tokens: Tokens, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[str]:
    """Universal Dependencies' part of speech of every token of an article."""
    return tagger_of(lexicon).tag(tokens.texts, tokens.lowers, spans_of(len(tokens), sentences))


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
    return Tagger(words_of(lexicon), Weights(lexicon.values(_FITTED) if _FITTED in lexicon else ""))


def _pairs(text: str) -> dict[str, str]:
    row = iter(text.split())
    return dict(zip(row, row, strict=True))
