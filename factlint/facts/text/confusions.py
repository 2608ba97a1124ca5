"""Confusions: a word put for another of the same sound, told by the words around it: free reign, more then 40."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import heard_sentence, lapse
from factlint.language.words import words_of
from factlint.lexicon import Bundle
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_COMPARED = frozenset({"NUM", "DET", "NOUN", "PROPN", "PRON"})
_GOVERNED = frozenset({"DET", "ADJ", "NOUN"})


class _Entry(NamedTuple):
    """A listed phrase: its tokens, as it is written, and what is meant."""

    tokens: tuple[str, ...]
    written: str
    right: str


class _Lists(Bundle):
    """The phrases by their first two words, longest first, and the words that grammar tells apart.

    Those of one word stand under every second word, and under none.
    """

    beginnings: frozenset[str]
    phrases: Mapping[str, Mapping[str, tuple[_Entry, ...]]]
    comparing: frozenset[str]
    measures: frozenset[str]
    then: frozenset[str]
    than: str
    effect: frozenset[str]
    leaders: frozenset[str]
    effected: frozenset[str]
    affect: str
    have: frozenset[str]
    past: frozenset[str]
    passed: str


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    phrases: dict[str, list[_Entry]] = {}
    for wrong, right in lexicon.table("confused-phrases").items():
        words = tuple(wrong.replace(GENITIVE, f" {GENITIVE}").split())
        phrases.setdefault(words[0], []).append(_Entry(words, wrong, right))
    return _Lists(
        lexicon.union("confused-then", "confused-effect", "confused-past").union(phrases),
        {first: _by_second(rest) for first, rest in phrases.items()},
        lexicon.words("confused-comparing"),
        lexicon.words("confused-measures"),
        lexicon.words("confused-then"),
        _only(lexicon, "than-words"),
        lexicon.words("confused-effect"),
        lexicon.words("confused-effect-leaders"),
        lexicon.words("confused-effected"),
        _only(lexicon, "meant-by-effect"),
        lexicon.words("forms-of-have"),
        lexicon.words("confused-past"),
        _only(lexicon, "meant-by-past"),
    )


def _by_second(entries: list[_Entry]) -> dict[str, tuple[_Entry, ...]]:
    """Entries that begin alike, by their second words, longest first."""
    ordered = sorted(entries, key=lambda entry: -len(entry.tokens))
    seconds = {"", *("".join(entry.tokens[1:2]) for entry in ordered)}
    return {two: tuple(entry for entry in ordered if entry.tokens[1:2] in ((), (two,))) for two in seconds}


def _only(lexicon: Lexicon, name: str) -> str:
    """The one word of a list, or nothing where a newsroom has taken it away."""
    return next(iter(lexicon.words(name)), "")


def find_confusions(facts: Facts) -> Iterator[Lapse]:
    """Every such word outside what others wrote, in order; the lapse says what is meant."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    tokens = facts.tokens
    lowers, texts = tokens.lowers, tokens.texts
    for at in tokens.positions(lists.beginnings):
        lower = lowers[at]
        last, right = _listed(facts, at, lists) if lower in lists.phrases else (at + 1, None)
        if right is None and (lower in lists.then or lower in lists.effect or lower in lists.past):
            right = _told(facts, at, lists, words)
        if right is None or heard_sentence(facts, at) is None or texts[last - 1] != lowers[last - 1]:
            continue
        first = at - 1 if right in (lists.than, lists.affect, lists.passed) else at
        yield lapse(
            facts, first, last, "confused", (" ".join(lowers[at:last]).replace(f" {GENITIVE}", GENITIVE), right)
        )


def _listed(facts: Facts, at: int, lists: _Lists) -> tuple[int, str | None]:
    """The end of a listed phrase that begins at a token, and what is meant by it."""
    tokens = facts.tokens
    lowers = tokens.lowers
    entries = lists.phrases[lowers[at]]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    for entry in entries.get(following) or entries[""]:
        last = at + len(entry.tokens)
        if last > len(lowers) or lowers[last - 1] != entry.tokens[-1] or tuple(lowers[at:last]) != entry.tokens:
            continue
        written = tokens.text[tokens.starts[at] : tokens.ends[last - 1]]
        hyphen = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
        if len(written) == len(entry.written) and "\n" not in written and hyphen != "-":
            return last, entry.right
    return at + 1, None


def _told(facts: Facts, at: int, lists: _Lists, words: Words) -> str | None:
    """What is meant by “then” behind a comparative, “effect” as a verb and “past” behind “have”, where it is."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    if at == 0 or at + 2 >= len(lowers):
        return None
    before, lower = lowers[at - 1], lowers[at]
    if lower in lists.then:
        compared = before in lists.comparing or "Ar" in {kind for kind, _ in words.reading(before).inflections}
        return lists.than if compared and (tags[at + 1] in _COMPARED or lowers[at + 1] in lists.measures) else None
    if lower in lists.effect:
        if before not in lists.leaders or tags[at - 1] not in ("AUX", "PART", "ADV") or tags[at + 1] not in _GOVERNED:
            return None
        number = facts.language.phrase_at(at + 1)
        head = lowers[facts.language.phrases[number].head] if number is not None else lowers[at + 1]
        return None if head in lists.effected else lists.affect
    object_behind = tags[at + 1] == "DET" or (tags[at + 1] == "PRON" and tags[at + 2] in ("NOUN", "ADJ"))
    return lists.passed if before in lists.have and object_behind else None
