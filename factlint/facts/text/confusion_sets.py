"""Confusion sets: a word put for one that is much like it, where what stands around it goes with the other by far."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.facts.text.prose import beside, heard_sentence, lapse
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.lexicon import Lexicon

_FITTED = "confusion-weights"
_KNOWN = "function-words"
_FIRST, _LAST, _NUMBER, _NAME, _CLASS = "^", "$", "9", "Cap", "="
_NEVER = "-"
_EDGES = frozenset("^$.|")
_SCALE = 100  # of a weight and a limit as they are written
_EITHER = "|"
_BETWEEN = "_"  # of the tokens of a form that has two: it_'s
_BEFORE, _BEHIND = 2, 5  # tokens around the first of a form that are looked at: two of the form, three behind it
_PRONOUN_AND_VERB = 2  # tokens
_SAYING = frozenset({"saying", "thinking"})
_REMEMBERED = 8_192  # places of which the answer is kept for the next that reads the same


class Pair(NamedTuple):
    """Two forms of which one is put for the other, and what speaks for which.

    bias: what speaks for the second before anything is seen.
    limits: how much more than nothing has to speak for the other where the first is written, and where the second is.
    weights: what each feature of the place adds to the second.
    """

    forms: tuple[str, str]
    bias: float
    limits: tuple[float | None, float | None]
    weights: Mapping[str, float]


class _Model:
    """The pairs of each form by its first token; a pair is read when an article has one of its forms."""

    def __init__(self, fitted: str) -> None:
        self._blocks: dict[tuple[str, str], str] = {}
        self._read: dict[tuple[str, str], Pair] = {}
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
        for block in fitted.split("\n\n"):
            head = block.partition("\n")[0].split()
            if not head:
                continue
            first, second = head[0].split(_EITHER)
            self._blocks[first, second] = block
            for form, limit in ((first, head[2]), (second, head[3])):
                if limit != _NEVER:
                    tokens = tuple(form.split(_BETWEEN))
                    by_first.setdefault(tokens[0], []).append((tokens, (first, second)))
        self.by_first: Mapping[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = by_first
        self.words = frozenset(by_first)
        self.judged: dict[Hashable, tuple[int, str]] = {}

    def pair(self, forms: tuple[str, str]) -> Pair:
        """The weights of two forms."""
        if forms not in self._read:
            self._read[forms] = pair_of(self._blocks[forms])
        return self._read[forms]


@lru_cache(maxsize=4)
def _model(lexicon: Lexicon) -> _Model:
    fitted: Any = lexicon.values(_FITTED) if _FITTED in lexicon else ""
    return _Model(fitted)


def pair_of(block: str) -> Pair:
    """A pair from its lines: the forms, the bias and the limits, then a feature and its weight a line."""
    head, *rows = block.strip().splitlines()
    forms, bias, *limits = head.split()
    first, second = forms.split(_EITHER)
    weights = {feature: int(weight) / _SCALE for feature, weight in (row.rsplit(" ", 1) for row in rows)}
    told = [None if limit == _NEVER else int(limit) / _SCALE for limit in limits]
    return Pair((first, second), int(bias) / _SCALE, (told[0], told[1]), weights)


def find_confused_sets(facts: Facts) -> Iterator[Lapse]:
    """Every such word outside what others wrote, in order; the lapse says what is meant."""
    model = _model(facts.lexicon)
    tokens = facts.tokens
    lowers, texts = tokens.lowers, tokens.texts
    signs = sign_reader(facts)
    for at in tokens.positions(model.words):
        if texts[at] != lowers[at] and at not in facts.sentence_firsts:
            continue
        sentence = facts.sentence_of(at)
        start, end = max(sentence.first, at - _BEFORE), min(sentence.last, at + _BEHIND)
        seen = (at - start, start == sentence.first, end == sentence.last, *texts[start:end])
        if seen not in model.judged:
            if len(model.judged) >= _REMEMBERED:
                model.judged.clear()
            model.judged[seen] = _judged(model, lowers, signs, at, sentence.first, sentence.last)
        size, meant = model.judged[seen]
        if meant and (_tells_what_is_said(facts, at, size) or (size == 1 and _fits(facts, at, meant))):
            continue
        if meant and heard_sentence(facts, at) is not None and _alone(facts, at, at + size):
            written_so = tokens.text[tokens.starts[at] : tokens.ends[at + size - 1]].lower()
            yield lapse(facts, at, at + size, "confused", (written_so, meant))


def _tells_what_is_said(facts: Facts, at: int, size: int) -> bool:
    """Whether a pronoun with its verb (“it's”) opens what somebody says or thinks: “Mum says it's arithmetic”."""
    language = facts.language
    if size < _PRONOUN_AND_VERB or not at or language.tags[at - 1] != "VERB":
        return False
    return bool(_SAYING & language.words.verb_classes(language.lemmas[at - 1]))


def _judged(
    model: _Model, lowers: Sequence[str], signs: Callable[[int, int, int], str], at: int, first: int, end: int
) -> tuple[int, str]:
    """How many tokens of a form that begins at one are put for another form, and that, empty where none is."""
    features: dict[int, list[str]] = {}
    best, meant, size = 0.0, "", 0
    for form, forms in model.by_first[lowers[at]]:
        last = at + len(form)
        if last > end or tuple(lowers[at:last]) != form:
            continue
        pair = model.pair(forms)
        written = forms.index(_BETWEEN.join(form))
        limit = pair.limits[written]
        if limit is None:
            continue
        if last not in features:
            features[last] = features_of(lowers, signs, at, last, first, end)
        weights = pair.weights
        score = pair.bias + sum([weights.get(feature, 0.0) for feature in features[last]])
        over = (-score if written else score) - limit
        if over > best and _beyond_edges(features[last], weights, written):
            best, meant, size = over, forms[1 - written].replace(_BETWEEN, ""), len(form)
    return size, meant


def _beyond_edges(features: list[str], weights: Mapping[str, float], written: int) -> bool:
    """Whether anything speaks for the other form but where the sentence begins and ends."""
    said = sum([weights.get(feature, 0.0) for feature in features if not _EDGES.issuperset(feature[1:])])
    return (-said if written else said) > 0


def _fits(facts: Facts, at: int, meant: str) -> bool:
    """Whether the word is at home: a verb behind what asks for one (“will know”), a thing by thing (“hour by hour”)."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    words = facts.language.words
    if lowers[at] in (lowers[at - 2] if at > 1 else "", lowers[at + 2] if at + 2 < len(lowers) else ""):
        return True
    base = tags[at] == "VERB" and "b" in words.verb_forms(lowers[at]) and "b" not in words.verb_forms(meant)
    return base and at > 0 and tags[at - 1] in ("AUX", "PART")


def _alone(facts: Facts, first: int, last: int) -> bool:
    """Whether no hyphen, apostrophe or mark but a space joins a form to what is beside it."""
    tokens = facts.tokens
    before = tokens.text[max(0, tokens.starts[first] - 1) : tokens.starts[first]]
    behind = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
    return before not in tuple("-‑–—/'’@#*_") and behind not in tuple("-‑/'’*_") and beside(facts, first - 1)


def sign_reader(facts: Facts) -> Callable[[int, int, int], str]:
    """What a token is to a pair: itself where it is a function word or a mark, else a number, a name or its class."""
    known = facts.lexicon.table(_KNOWN)
    words, lowers, texts = facts.language.words, facts.tokens.lowers, facts.tokens.texts

    def sign(at: int, first: int, last: int) -> str:
        if at < first:
            return _FIRST
        if at >= last:
            return _LAST
        lower = lowers[at]
        if lower in known or not lower[0].isalnum():
            return lower
        if lower[0].isdigit():
            return _NUMBER
        if texts[at][0].isupper() and at != first:
            return _NAME
        return _CLASS + words.reading(lower).key

    return sign


def features_of(
    lowers: Sequence[str], sign: Callable[[int, int, int], str], at: int, last: int, first: int, end: int
) -> list[str]:
    """The features of a form that stands from a token to another in a sentence: its neighbours alone and in rows."""
    far, near = sign(at - 2, first, end), sign(at - 1, first, end)
    one, two, three = (sign(last + step, first, end) for step in range(3))
    found = [
        f"a{near}",
        f"b{far}",
        f"c{one}",
        f"d{two}",
        f"e{three}",
        f"f{near}|{one}",
        f"g{far}|{near}",
        f"h{one}|{two}",
        f"i{near}|{one}|{two}",
        f"j{one}|{two}|{three}",
    ]
    places = (("A", near, at - 1), ("B", far, at - 2), ("C", one, last), ("D", two, last + 1))
    found += [name + lowers[place] for name, seen, place in places if seen[0] == _CLASS]
    return found
