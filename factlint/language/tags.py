"""Tags: one part of speech a token, by the lexicon and its context; an averaged perceptron (Collins 2002)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.language.context import EDGE, REST, Context, Form
from factlint.language.words import Reading, Words, words_of
from factlint.lexicon import Lexicon

if TYPE_CHECKING:
    from factlint.language.layout import Sentence
    from factlint.tokens import Tokens

#: The parts of speech, as Universal Dependencies names them, by their letter in features and weights.
TAGS = {
    "N": "NOUN", "P": "PROPN", "V": "VERB", "A": "ADJ", "D": "ADV", "X": "AUX", "R": "ADP", "T": "DET", "O": "PRON",
    "C": "CCONJ", "S": "SCONJ", "M": "NUM", "I": "INTJ", "L": "PART", ".": "PUNCT", "Y": "SYM", "Z": "X",
}  # fmt: skip
LETTERS = "".join(TAGS)
_NUMBER = {letter: number for number, letter in enumerate(LETTERS)}
_WEIGHT = re.compile(r"(\D)(-?\d+)")
#: What a word that is not known can be.
_OPEN = "NVADP"
_SYMBOLS = frozenset("%$£€¥+=/#<>°@|~^*_©®™")
_DASHES = frozenset("-–—")
#: Marks that are now one thing, now another: the genitive of plurals has but an apostrophe.
_MAYBE = {"-": ".Y", "'": ".L"}
_YEAR = 4  # digits
_PARTICIPLES = frozenset({"Vn", "Vg"})
_LOW = -1_000_000
_MOST = 50_000  # forms that are kept
_FITTED = "tag-weights"


#: A weight for each tag.
Row = tuple[int, ...]
#: The rows of features, packed until they are first asked for.
Group = dict[str, "str | Row"]


class Weights:
    """What was fitted: tables of forms, and the weights of features, grouped by the word or key that they hang on.

    Packed they are three tables, parted by empty lines, a line an entry: `fixed`, `usual`, and a group's name with its
    features, each followed by the letters of tags with their weights: `that cN S12O-4`.

    fixed: the forms that are always one thing: lower-case word → letter.
    usual: word → the letters of the tags that it has, the commonest first.
    """

    def __init__(self, packed: str = "") -> None:
        always, usual, groups = packed.split("\n\n") if packed else ("", "", "")
        self.fixed = _pairs(always.split())
        self.usual = _pairs(usual.split())
        self._packed = dict([line.split(" ", 1) for line in groups.splitlines()])

    def group(self, name: str) -> Group:
        """The features of a group, packed until they are first asked for."""
        return {**_pairs(self._packed.get(name, "").split())}


def _collect(group: Group, features: list[str], rows: list[Row]) -> None:
    """Adds the rows of those features that a group has."""
    for feature in features:
        row = group.get(feature)
        if row is not None:
            if isinstance(row, str):
                row = group[feature] = unpacked(row)
            rows.append(row)


def unpacked(packed: str) -> Row:
    """`S12O-4` as a weight for each tag."""
    row = [0] * len(LETTERS)
    for letter, weight in _WEIGHT.findall(packed):
        row[_NUMBER[letter]] = int(weight)
    return tuple(row)


class Tagger:
    """Tags the tokens of articles of one language."""

    def __init__(self, words: Words, weights: Weights) -> None:
        self.words = words
        self.weights = weights
        self._forms: dict[str, Form] = {}
        self._groups: dict[str, Group] = {}

    def tag(self, texts: Sequence[str], lowers: Sequence[str], spans: Iterable[tuple[int, int]]) -> list[str]:
        """Universal Dependencies' part of speech of each token.

        `spans` are the sentences, and the lines that are none, as half-open ranges of tokens; what none holds is X.
        """
        found = ["X"] * len(texts)
        for first, last in spans:
            context = self.context(texts[first:last], lowers[first:last])
            before, before_that = EDGE, EDGE
            for at, form in enumerate(context.forms):
                letter = form.choices
                if len(letter) > 1:
                    letter = self._weigh(context, at, before, before_that)
                found[first + at] = TAGS[letter]
                before_that, before = before, letter
        return found

    def _weigh(self, context: Context, at: int, before: str, before_that: str) -> str:
        """The letter of the heaviest tag that a token can have."""
        form = context.forms[at]
        rows: list[Row] = []
        if group := self._group(form.word):
            _collect(group, context.of_word(at, before), rows)
        if group := self._group(form.group):
            _collect(group, context.of_key(at, before, before_that), rows)
        if group := self._group(REST):
            _collect(group, context.of_place(at, before, before_that), rows)
        best, most = "", _LOW
        for choice in form.choices:
            number = _NUMBER[choice]
            total = sum([row[number] for row in rows])
            if total > most:
                best, most = choice, total
        return best

    def _group(self, name: str) -> Group:
        group = self._groups.get(name)
        if group is None:
            group = self._groups[name] = self.weights.group(name)
        return group

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


def _pairs(row: list[str]) -> dict[str, str]:
    return dict(zip(row[::2], row[1::2], strict=True))
