"""The context of a token, as the features that its tag is weighed by."""

from __future__ import annotations

from collections.abc import Sequence

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


class Form:
    """What of a token does not hang on its neighbours.

    word: the form in lower case, or what stands for all that are as little known.
    key: the same for all forms that can be the same; `group` names the features that hang on it.
    choices: letters of the tags that it can have.
    guess: the tag that it has oftenest; `name` that of the same form with a capital amid a sentence.
    shape: empty for small letters, A for a capital first, X for capitals, x for both, 0 for digits, . for a mark.

    The others are its parts of features, its own and those of the tokens beside it, made once for all articles.
    """

    __slots__ = (
        "adverbial", "as_last", "as_last_letter", "as_last_word", "as_next_key", "as_next_word", "choices", "ending",
        "ends", "group", "guess", "key", "name", "next_word", "shape", "tail", "verbal", "word",
    )  # fmt: skip

    def __init__(self, word: str, key: str, group: str, choices: str, guess: str, name: str, shape: str) -> None:
        self.word = word
        self.key = key
        self.group = group
        self.choices = choices
        self.guess = guess
        self.name = name
        self.shape = shape
        self.next_word = "d" + word
        self.as_last_word = "e" + word
        self.as_last_letter = "f" + word[-1]
        self.as_next_key = "f" + key
        self.as_next_word = "r" + word
        self.as_last = "s" + word
        self.ending = "t" + word[-2:]
        self.tail = "i" + word[-3:]
        self.adverbial = key[0] == "D"
        self.verbal = "Vd" in key or ("Vs" in key and "Np" not in key)
        self.ends = word in _CLAUSE_ENDS


_NOTHING = Form(EDGE, EDGE, EDGE, EDGE, EDGE, EDGE, EDGE)


class Context:
    """The forms of one sentence with what can be told of them from right to left."""

    __slots__ = ("_adverbless", "_guesses", "_padded", "_shapes", "_verbs", "forms")

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = forms
        shapes = self._shapes = [form.shape for form in forms]
        if not _CAPITAL.isdisjoint(shapes):
            longer = [form.shape for form in forms if len(form.word) >= _LONGER and form.shape in _LETTERED]
            if len(longer) >= _FEWEST and len(longer) - longer.count("") > _TITLED * len(longer):
                shapes = self._shapes = [shape + "t" if shape in _CAPITAL else shape for shape in shapes]
            else:
                self._mark_openings()
            self._guesses = [
                form.name if shape in _CAPITAL else form.guess for form, shape in zip(forms, self._shapes, strict=True)
            ]
        else:
            self._guesses = [form.guess for form in forms]
        self._look_ahead()
        # Behind the last token, and so before the first, there is nothing.
        self._padded = [*forms, _NOTHING]
        self._guesses += (EDGE, EDGE)
        self._shapes.append(EDGE)

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
        forms = self.forms
        size = len(forms)
        adverbless, verbs = [EDGE] * size, ["0"] * size
        following, verb, distance = EDGE, "0", 0
        guesses = self._guesses
        for at in range(size - 1, -1, -1):
            form = forms[at]
            guess = guesses[at]
            adverbless[at] = following
            verbs[at] = verb
            if not form.adverbial and guess != "L":
                following = form.key
            distance += 1
            if form.ends or distance > _REACH:
                verb, distance = "0", 0
            if guess == "X" or form.verbal:
                verb, distance = "1", 0
            elif guess == "V" and verb != "1":
                verb, distance = "2", 0
        self._adverbless, self._verbs = adverbless, verbs

    def of_word(self, at: int, before: str) -> tuple[str, ...]:
        """The features of a token that hang on its word; `before` is the letter of the tag before it."""
        forms = self._padded
        last = forms[at - 1]
        return (
            "a",
            "c" + before,
            forms[at + 1].next_word,
            last.as_last_word,
            last.as_last_letter,
            "h" + before + self._guesses[at + 1],
            "k" + self._adverbless[at],
            "m" + self._verbs[at] + before,
        )

    def of_key(self, at: int, before: str, before_that: str) -> tuple[str, ...]:
        """Those that hang on its key; `before_that` is the letter of the tag before the one before."""
        forms, guesses = self._padded, self._guesses
        following, next_guess = forms[at + 1], guesses[at + 1]
        return (
            "b" + before + before_that,
            following.as_next_key,
            "g" + before + next_guess,
            "j" + self._shapes[at] + before,
            "l" + self._adverbless[at] + "_" + before,
            "n" + self._verbs[at] + before,
            "o" + next_guess + guesses[at + 2],
            following.as_next_word,
            forms[at - 1].as_last,
            forms[at].ending,
        )

    def of_place(self, at: int, before: str, before_that: str) -> tuple[str, ...]:
        """Those that hang on neither."""
        shapes = self._shapes
        shape = shapes[at]
        return (
            self.forms[at].tail + shape,
            "p" + before_that + before + self._guesses[at + 1],
            "q" + shape + "_" + shapes[at + 1],
        )
