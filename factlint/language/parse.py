"""Parsing: each sentence cut into phrases and verb groups, and these tied to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factlint.language.appositions import Description, find_pairs
from factlint.language.clauses import draft_clauses
from factlint.language.constituents import find_groups, row_of, verbal
from factlint.language.phrases import Chunk, find_chunks, grammar

if TYPE_CHECKING:
    from factlint.facts.lexicon import Lexicon
    from factlint.language import Language, Parsed
    from factlint.language.words import Words


def parse(language: Language) -> list[Parsed]:
    """Every sentence with its phrases, verb groups, clauses and appositions."""
    from factlint.language import Parsed, weights_of

    tokens, tags, lexicon = language.tokens, language.tags, language.lexicon
    texts, lowers = tokens.texts, tokens.lowers
    cutting, verbs = grammar(lexicon), verbal(lexicon)
    weights = (weights_of(lexicon, "subject-weights"), weights_of(lexicon, "object-weights"))
    describe = describer(texts, lowers, tags, lexicon, language.words)
    found = []
    for sentence in language.sentences:
        first, last = sentence.first, sentence.last
        chunks = find_chunks(texts, lowers, tags, first, last, cutting)
        groups = find_groups(lowers, tags, first, last, verbs)
        row = row_of(lowers, tags, first, last, chunks, groups, verbs)
        drafts = draft_clauses(row, chunks, groups, lowers, tags, verbs, weights)
        found.append(Parsed(chunks, groups, row, drafts, find_pairs(row, chunks, describe)))
    return found


def describer(
    texts: Sequence[str], lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon, words: Words
) -> Callable[[Chunk], Description]:
    """A function that tells of a phrase what appositions need to know."""
    kinds = lexicon.table("determiner-kinds")
    times = verbal(lexicon).times

    def describe(chunk: Chunk) -> Description:
        tag = tags[chunk.head]
        lower = lowers[chunk.head]
        determiner = "possessive" if chunk.owned else kinds.get(chunk.determiner or "", "")
        return Description(
            determiner,
            tag,
            words.noun_classes(words.lemma(lower, tag)) if tag == "NOUN" else frozenset(),
            chunk.last - chunk.first == 1 and tag == "NUM",
            chunk.last - chunk.first == 1 and texts[chunk.head].isupper() and len(lower) > 1,
            lowers[chunk.first] in times,
        )

    return describe
