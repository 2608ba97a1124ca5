"""Parsing: each sentence cut into phrases and verb groups, and these tied to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from factlint.language.appositions import Description, find_pairs, without
from factlint.language.attachment import attachment_of, codes_of
from factlint.language.clauses import Draft, Sentence, draft_clauses
from factlint.language.constituents import find_groups, row_of, verbal
from factlint.language.phrases import Chunk, find_chunks, grammar

if TYPE_CHECKING:
    from factlint.language import Language, Parsed
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

#: Tokens of the longest stretch that is read as one sentence: what is longer is a table or no language at all.
_LONGEST = 300


def parse(language: Language) -> list[Parsed]:
    """Every sentence with its phrases, verb groups, clauses and appositions."""
    from factlint.language import Parsed

    tokens, tags, lexicon = language.tokens, language.tags, language.lexicon
    texts, lowers = tokens.texts, tokens.lowers
    cutting, verbs = grammar(lexicon), verbal(lexicon)
    attachment = attachment_of(lexicon)
    describe = describer(texts, lowers, tags, lexicon, language.words)

    def sentence(first: int, last: int) -> Parsed:
        chunks = find_chunks(texts, lowers, tags, first, last, cutting)
        groups = find_groups(lowers, tags, first, last, verbs)
        row = row_of(lowers, tags, first, last, chunks, groups, verbs)
        codes = codes_of(row)
        pairs = find_pairs(row, codes, chunks, describe)
        if pairs:
            places = without(codes, pairs)
            kept = [row[place] for place in places]
            drafts = draft_clauses(Sentence(kept, codes_of(kept), chunks, groups, lowers, tags, verbs, attachment))
            drafts = [_moved(draft, places) for draft in drafts]
        else:
            drafts = draft_clauses(Sentence(row, codes, chunks, groups, lowers, tags, verbs, attachment))
        return Parsed(0, chunks, groups, row, codes, drafts, pairs)

    memory = language.memory
    found = []
    for number, first, last in _pieces(language):
        make = partial(sentence, first, last)
        parsed = make() if memory is None else memory.parsed(texts, tags, first, last, make)
        found.append(parsed._replace(number=number))
    return found


def _moved(draft: Draft, places: Sequence[int]) -> Draft:
    """A draft whose places are those of the whole row."""

    def moved(place: int) -> int:
        return places[place] if place >= 0 else -1

    return draft._replace(
        at=moved(draft.at),
        subject=moved(draft.subject),
        object=moved(draft.object),
        attribute=moved(draft.attribute),
        obliques=tuple((token, moved(place)) for token, place in draft.obliques),
        within=moved(draft.within),
    )


#: Who holds an office is somebody, whatever else the word means: head, chair.
_HOLDER = frozenset({"person"})


def _pieces(language: Language) -> Iterator[tuple[int, int, int]]:
    """Each sentence's number, first token and the one behind its last; what is longer than any sentence is cut."""
    for number, sentence in enumerate(language.sentences):
        for first in range(sentence.first, sentence.last, _LONGEST):
            yield number, first, min(sentence.last, first + _LONGEST)


def describer(
    texts: Sequence[str], lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon, words: Words
) -> Callable[[Chunk], Description]:
    """A function that tells of a phrase what appositions need to know."""
    kinds = lexicon.table("determiner-kinds")
    times = verbal(lexicon).times

    offices = lexicon.union("offices", "titles")

    def classes(lower: str, tag: str) -> frozenset[str]:
        found = words.noun_classes(words.lemma(lower, tag))
        return found | _HOLDER if lower in offices else found

    def describe(chunk: Chunk) -> Description:
        tag = tags[chunk.head]
        lower = lowers[chunk.head]
        determiner = "possessive" if chunk.owned else kinds.get(chunk.determiner or "", "")
        return Description(
            determiner,
            tag,
            classes(lower, tag) if tag == "NOUN" else frozenset(),
            chunk.last - chunk.first == 1 and tag == "NUM",
            chunk.last - chunk.first == 1 and texts[chunk.head].isupper() and len(lower) > 1,
            lowers[chunk.first] in times,
            tags[chunk.first] == "NUM"
            and tag == "NOUN"
            and classes(lower, tag) >= _HOLDER
            and words.lemma(lower, tag) != lower,
        )

    return describe
