"""The context of a token, as the features that its tag is weighed by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: Stands before the first and after the last token of a sentence.
EDGE = "|"
#: The group of the features that hang neither on a word nor on a key.
REST = "*"
_CLAUSE_ENDS = frozenset('.,;:!?…()[]"“”‘’-–—')
#: Of the longer words of a line, as many have a capital where all do but the little ones.
_TITLED = 0.6
_LONGER = 4  # letters
_FEWEST = 3  # longer words
_REACH = 10  # tokens in which a verb may come
_CAPITAL = frozenset({"A", "X", "x"})
_LETTERED = _CAPITAL | {""}
_OPENERS = frozenset("“‘\"'([:«")


class Form(NamedTuple):
    """What of a token does not hang on its neighbours.

    word: the form in lower case, or what stands for all that are as little known.
    key: the same for all forms that can be the same; `group` names the features that hang on it.
    choices: letters of the tags that it can have.
    guess: the tag that it has oftenest; `name` that of the same form with a capital amid a sentence.
    shape: empty for small letters, A for a capital first, X for capitals, x for both, 0 for digits, . for a mark.
    """

    word: str
    key: str
    group: str
    choices: str
    guess: str
    name: str
    shape: str


class Context:
    """The forms of one sentence with what can be told of them from right to left."""

    __slots__ = ("_adverbless", "_guesses", "_shapes", "_verbs", "forms")

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = forms
        longer = [form.shape for form in forms if form.shape in _LETTERED and len(form.word) >= _LONGER]
        titled = len(longer) >= _FEWEST and len(longer) - longer.count("") > _TITLED * len(longer)
        self._shapes = [form.shape + "t" if titled and form.shape in _CAPITAL else form.shape for form in forms]
        if not titled:
            self._mark_openings()
        self._guesses = [
            form.name if shape in _CAPITAL else form.guess for form, shape in zip(forms, self._shapes, strict=True)
        ]
        self._look_ahead()

    def _mark_openings(self) -> None:
        """A capital after the start of a sentence, a colon or an opening mark says nothing of the word."""
        opening = True
        shapes = self._shapes
        for at, form in enumerate(self.forms):
            shape = form.shape
            if shape == ".":
                opening = opening or form.word in _OPENERS
            else:
                if opening and shape in _CAPITAL:
                    shapes[at] = shape + "f"
                opening = False

    def _look_ahead(self) -> None:
        """For each token the next that is no adverb, and whether a verb comes before the next mark."""
        size = len(self.forms)
        adverbless, verbs = [EDGE] * size, ["0"] * size
        following, verb, distance = EDGE, "0", 0
        for at in range(size - 1, -1, -1):
            form = self.forms[at]
            key, guess = form.key, self._guesses[at]
            adverbless[at] = following
            verbs[at] = verb
            if key[0] != "D" and guess != "L":
                following = key
            distance += 1
            if form.word in _CLAUSE_ENDS or distance > _REACH:
                verb, distance = "0", 0
            if guess == "X" or "Vd" in key or ("Vs" in key and "Np" not in key):
                verb, distance = "1", 0
            elif guess == "V" and verb != "1":
                verb, distance = "2", 0
        self._adverbless, self._verbs = adverbless, verbs

    def of_word(self, at: int, before: str) -> list[str]:
        """The features of a token that hang on its word; `before` is the letter of the tag before it."""
        forms = self.forms
        later = at + 1
        next_word, next_guess = (forms[later].word, self._guesses[later]) if later < len(forms) else (EDGE, EDGE)
        last_word = forms[at - 1].word if at else EDGE
        return [
            "a",
            "c" + before,
            "d" + next_word,
            "e" + last_word,
            "f" + last_word[-1],
            "h" + before + next_guess,
            "k" + self._adverbless[at],
            "m" + self._verbs[at] + before,
        ]

    def of_key(self, at: int, before: str, before_that: str) -> list[str]:
        """Those that hang on its key; `before_that` is the letter of the tag before the one before."""
        forms, guesses = self.forms, self._guesses
        next_word = next_key = next_guess = later_guess = EDGE
        later = at + 1
        if later < len(forms):
            following = forms[later]
            next_word, next_key, next_guess = following.word, following.key, guesses[later]
            if later + 1 < len(forms):
                later_guess = guesses[later + 1]
        return [
            "b" + before + before_that,
            "f" + next_key,
            "g" + before + next_guess,
            "j" + self._shapes[at] + before,
            "l" + self._adverbless[at] + "_" + before,
            "n" + self._verbs[at] + before,
            "o" + next_guess + later_guess,
            "r" + next_word,
            "s" + (forms[at - 1].word if at else EDGE),
            "t" + forms[at].word[-2:],
        ]

    def of_place(self, at: int, before: str, before_that: str) -> list[str]:
        """Those that hang on neither."""
        shape = self._shapes[at]
        later = at + 1
        next_guess, next_shape = (
            (self._guesses[later], self._shapes[later]) if later < len(self._guesses) else (EDGE, EDGE)
        )
        return [
            "i" + self.forms[at].word[-3:] + shape,
            "p" + before_that + before + next_guess,
            "q" + shape + "_" + next_shape,
        ]
