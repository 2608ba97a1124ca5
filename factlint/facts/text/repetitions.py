"""Repetitions: paragraphs, sentences and words that the article has twice."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Repetition, Stretch
from factlint.facts.text.entries import entry_of
from factlint.facts.text.retellings import find_retellings
from factlint.facts.text.rewordings import find_rewordings
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph, Sentence
    from factlint.tokens import Tokens

_SHINGLE = 4  # words that must stand in a row
# A standfirst may tell what the text tells again, and a pull-quote does nothing else.
_APART = frozenset({"headline", "standfirst", "heading", "pull-quote"})
_SHORTEST_PARAGRAPH = 12  # words
_SHORTEST_SENTENCE = 6  # words
_FEWEST_WORDS = 3  # of a line that stands twice
_FEWEST_SHINGLES = 9  # of a paragraph that is compared, quotations left out
_PARTICLE = 3  # tokens from a verb to its particle: “took the sign in in May”
_LEAST_SHARE = 0.4  # of the later paragraph's shingles


def find_repetitions(facts: Facts) -> tuple[Repetition, ...]:
    """What repeats something before it, in order; of a repeated paragraph its sentences are not told again.

    Nearness is Broder's containment of word shingles (On the resemblance and containment of documents, 1997).
    """
    body = [p for p in facts.paragraphs if p.words >= _SHORTEST_PARAGRAPH and p.kind not in _APART]
    found = _paragraphs(body, facts)
    found += _lines(facts)
    repeated = {repetition.start for repetition in found}
    inside = {p.number for p in body if p.start in repeated}
    found += _sentences(facts, [s for s in facts.sentences if s.paragraph not in inside])
    same = {repetition.start for repetition in found}
    same.update(s.start for s in facts.sentences if s.paragraph in inside)
    found += find_retellings(facts, same)
    same.update(repetition.start for repetition in found)
    found += find_rewordings(facts, same)
    found += _words(facts)
    return tuple(sorted(_retold(facts, repetition) for repetition in found))


def _retold(facts: Facts, repetition: Repetition) -> Repetition:
    """The repetition, with whether another entry of a running story tells it again for those who begin there."""
    here, there = (facts.paragraph_at(start).number for start in (repetition.start, repetition.earlier.start))
    return repetition._replace(retold=entry_of(facts, here) != entry_of(facts, there))


def _paragraphs(body: list[Paragraph], facts: Facts) -> list[Repetition]:
    shingles = [_shingles(p.first, p.last, facts) for p in body]
    seen: set[tuple[str, ...]] = set()
    twice: set[tuple[str, ...]] = set()
    for own in shingles:
        twice |= own & seen
        seen |= own
    holders: dict[tuple[str, ...], int] = {}
    wholes: dict[tuple[str, ...], int] = {}
    found = []
    for place, own in enumerate(shingles):
        # Word for word the same, the credit of its quotation included: no pull quote, whatever is quoted in it.
        whole = wholes.setdefault(tuple(_spelt(body[place], facts.tokens)), place)
        if whole != place and own:
            found.append(_repetition("paragraph", body[place], body[whole], 1.0))
            continue
        shared: dict[int, int] = {}
        for shingle in own & twice:
            holder = holders.setdefault(shingle, place)
            if holder != place:
                shared[holder] = shared.get(holder, 0) + 1
        if shared:
            twin, count = max(shared.items(), key=lambda item: (item[1], -item[0]))
            share = count / len(own)
            first, second = body[twin], body[place]
            if share >= _LEAST_SHARE and len(own) >= _FEWEST_SHINGLES and not _pulled(first, second, facts.tokens):
                found.append(_repetition("paragraph", second, first, share))
    return found


def _lines(facts: Facts) -> list[Repetition]:
    """Short lines that stand twice one below the other: the text of a picture, and its caption."""
    tokens = facts.tokens
    found = []
    for one, two in pairwise(facts.paragraphs):
        if not _FEWEST_WORDS <= two.words < _SHORTEST_PARAGRAPH or two.kind not in ("paragraph", "caption", "heading"):
            continue
        if one.kind == two.kind and _spelt(one, tokens) == _spelt(two, tokens):
            found.append(_repetition("paragraph", two, one, 1.0))
    return found


def _spelt(stretch: Paragraph | Sentence, tokens: Tokens) -> list[str]:
    return [word for word in tokens.lowers[stretch.first : stretch.last] if word[0].isalnum()]


def _pulled(earlier: Paragraph, later: Paragraph, tokens: Tokens) -> bool:
    """Whether the later one is set off from the middle of the earlier, as a pull quote is."""
    if later.words * 2 > earlier.words:
        return False
    one, two = _spelt(earlier, tokens), _spelt(later, tokens)
    return one[:_SHINGLE] != two[:_SHINGLE]


def _shingles(first: int, last: int, facts: Facts) -> frozenset[tuple[str, ...]]:
    """The runs of words of a paragraph; what is quoted twice is no repetition of the article's."""
    tokens = facts.tokens
    quoted, lowers = facts.quoted, tokens.lowers
    words = [lowers[at] for at in range(first, last) if not quoted[at] and lowers[at][0].isalnum()]
    if facts.memory is None:
        return _in_rows(words)
    return facts.memory.made(("shingles", *words), lambda: _in_rows(words))


def _in_rows(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[step:] for step in range(_SHINGLE)), strict=False))


def _sentences(facts: Facts, sentences: list[Sentence]) -> list[Repetition]:
    tokens = facts.tokens
    seen: dict[tuple[str, ...], Sentence] = {}
    found = []
    alike: dict[tuple[int, str], list[Sentence]] = {}
    for sentence in sentences:
        if sentence.words < _SHORTEST_SENTENCE or sentence.kind in _APART or sentence.kind == "list-item":
            continue
        if tokens.texts[sentence.first] in DASHES or tokens.texts[sentence.last - 1][-1].isalnum():
            continue  # the line under a post, or a heading
        start = next((word for word in tokens.lowers[sentence.first : sentence.last] if word[0].isalnum()), "")
        alike.setdefault((sentence.words, start), []).append(sentence)
    for sentence in chain.from_iterable(row for row in alike.values() if len(row) > 1):
        earlier = seen.setdefault(tuple(_spelt(sentence, tokens)), sentence)
        if earlier is not sentence and not _set_off(facts, earlier, sentence):
            found.append(_repetition("sentence", sentence, earlier, 1.0))
    return found


def _set_off(facts: Facts, earlier: Sentence, later: Sentence) -> bool:
    """Whether one of the two is a block of its own and the other none, as pull quotes are, or both are quoted."""
    if facts.in_quotation(earlier.start + 1) and facts.in_quotation(later.start + 1):
        return True
    alone = [_whole(facts, sentence) for sentence in (earlier, later)]
    return alone[0] != alone[1]


def _whole(facts: Facts, sentence: Sentence) -> bool:
    block = facts.paragraphs[sentence.paragraph]
    return (block.first, block.last) == (sentence.first, sentence.last)


def _words(facts: Facts) -> list[Repetition]:
    """The same word twice running, with nothing but white space between."""
    tokens = facts.tokens
    lowers = tokens.lowers
    names, short = _NameTokens(facts), facts.lexicon.words("one-letter-words")
    found = []
    for place, (one, two) in enumerate(pairwise(lowers)):
        if one == two and one[0].isalpha() and (len(one) > 1 or one in short):
            between = tokens.text[tokens.ends[place] : tokens.starts[place + 1]]
            # A capital on both is a name (Duran Duran); a capital on the second begins something.
            named = tokens.starts[place] in names and tokens.texts[place][0].isupper()  # “Haitham Said said”
            unit = tokens.starts[place] and tokens.text[tokens.starts[place] - 1].isdigit()  # “8x10in in size”
            apart = (
                not unit and between.isspace() and "\n\n" not in between and not tokens.texts[place + 1][0].isupper()
            )
            if apart and not (named or unit) and not _goes_with_verb(facts, place):
                start, end = tokens.starts[place + 1], tokens.ends[place + 1]
                earlier = Stretch(tokens.starts[place], tokens.ends[place])
                found.append(Repetition(start, end, "word", earlier, 1.0, one, facts.in_quotation(start), False))
    return found


def _goes_with_verb(facts: Facts, place: int) -> bool:
    """Whether a word belongs to the verb before it, and its double to what follows: “carried on on Sunday”."""
    if facts.tokens.lowers[place] not in facts.lexicon.words("doubled-behind-verbs"):
        return False
    return "VERB" in facts.language.tags[max(0, place - _PARTICLE) : place]


class _NameTokens:
    """Where the words of people's names stand, made when first asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __contains__(self, start: int) -> bool:
        return any(mention.start < start < mention.end for mention in self._facts.mentions)


def _repetition(kind: str, later: Paragraph | Sentence, earlier: Paragraph | Sentence, share: float) -> Repetition:
    return Repetition(later.start, later.end, kind, Stretch(earlier.start, earlier.end), share, None, False, False)
