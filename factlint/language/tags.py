"""Tags: one part of speech a token, by the lexicon and its context; an averaged perceptron (Collins 2002)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from factlint.language.context import EDGE, REST, Context, Form
from factlint.language.words import Reading, Words, words_of
from factlint.lexicon import Lexicon

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
_TWO = 2
_NOUN = "N"
_MOST = 50_000  # forms that are kept
_FITTED = "tag-weights"


#: The features of a group with what each weighs for a form's choices, packed until it is first asked for: for two
#: choices how much heavier the second is made, else a weight for each.
Table = dict[str, Any]


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

    def group(self, name: str) -> Table:
        """The features of a group, packed until they are first asked for."""
        return {**_pairs(self._packed.get(name, "").split())}


def unpacked(packed: str, choices: str) -> int | tuple[int, ...]:
    """`S12O-4` for the choices: `SO` -16, `SCO` (12, 0, -4)."""
    weights = {letter: int(weight) for letter, weight in _WEIGHT.findall(packed)}
    row = tuple([weights.get(choice, 0) for choice in choices])
    return row[1] - row[0] if len(row) == _TWO else row


def _collect(table: Table, features: Iterable[str], choices: str, rows: list[Any]) -> None:
    """Adds what those features weigh that a table has."""
    for feature in features:
        row = table.get(feature)
        if row is not None:
            if row.__class__ is str:
                row = table[feature] = unpacked(row, choices)
            rows.append(row)


class Tagger:
    """Tags the tokens of articles of one language."""

    def __init__(self, words: Words, weights: Weights, after_hours: frozenset[str] = frozenset()) -> None:
        self.words = words
        self.after_hours = after_hours  # what a number makes a time of day: "6.40am"
        self.weights = weights
        self._forms: dict[str, Form] = {}
        self._tables: dict[tuple[str, str], Table] = {}
        self._rest: dict[str, Table] = {}
        self._packed_rest = weights.group(REST)

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
        choices = form.choices
        rows: list[Any] = []
        if table := self._table(form.word, choices):
            _collect(table, context.of_word(at, before), choices, rows)
        if table := self._table(form.group, choices):
            _collect(table, context.of_key(at, before, before_that), choices, rows)
        self._add_rest(context.of_place(at, before, before_that), choices, rows)
        if len(choices) == _TWO:
            return choices[sum(rows) > 0]
        if not rows:
            return choices[0]
        totals = [sum(column) for column in zip(*rows, strict=True)]
        return choices[totals.index(max(totals))]

    def _add_rest(self, features: Iterable[str], choices: str, rows: list[Any]) -> None:
        """Adds what those features weigh that hang on no word; they are many, so that each choice has only its own."""
        table = self._rest.get(choices)
        if table is None:
            table = self._rest[choices] = {}
        for feature in features:
            row = table.get(feature)
            if row is None:
                packed = self._packed_rest.get(feature)
                if packed is None:
                    continue
                row = table[feature] = unpacked(packed, choices)
            rows.append(row)

    def _table(self, name: str, choices: str) -> Table:
        table = self._tables.get((name, choices))
        if table is None:
            table = self._tables[name, choices] = self.weights.group(name)
        return table

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
    weights = Weights(lexicon.values(_FITTED) if _FITTED in lexicon else "")
    return Tagger(words_of(lexicon), weights, lexicon.words("half-day-suffixes"))


def _pairs(row: list[str]) -> dict[str, str]:
    return dict(zip(row[::2], row[1::2], strict=True))
