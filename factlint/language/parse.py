"""Parsing: each sentence cut into phrases and verb groups, and these tied to each other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.language.appositions import agree, find_pairs, mark
from factlint.language.clauses import draft_clauses
from factlint.language.constituents import find_groups, row_of, verbal
from factlint.language.phrases import Chunk, find_chunks, grammar

if TYPE_CHECKING:
    from factlint.language import Language, Parsed


def parse(language: Language) -> list[Parsed]:
    """Every sentence with its phrases, verb groups, clauses and appositions."""
    from factlint.language import Parsed, weights_of

    tokens, tags, lexicon = language.tokens, language.tags, language.lexicon
    texts, lowers = tokens.texts, tokens.lowers
    cutting, verbs = grammar(lexicon), verbal(lexicon)
    weights = (weights_of(lexicon, "subject-weights"), weights_of(lexicon, "object-weights"))
    pairing = weights_of(lexicon, "apposition-weights")
    kinds = lexicon.table("determiner-kinds")
    words = language.words

    @lru_cache(maxsize=None)
    def classes(lower: str) -> frozenset[str]:
        return words.noun_classes(words.lemma(lower, "NOUN"))

    def marks(chunk: Chunk) -> str:
        return mark(chunk, lowers, tags, kinds, classes)

    def agreement(earlier: Chunk, later: Chunk) -> str:
        return agree(earlier, later, lowers, verbs.plural_endings)

    found = []
    for sentence in language.sentences:
        first, last = sentence.first, sentence.last
        chunks = find_chunks(texts, lowers, tags, first, last, cutting)
        groups = find_groups(lowers, tags, first, last, verbs)
        row = row_of(lowers, tags, first, last, chunks, groups, verbs)
        drafts = draft_clauses(row, chunks, groups, lowers, tags, verbs, weights)
        pairs = find_pairs(row, chunks, marks, agreement, pairing)
        found.append(Parsed(chunks, groups, row, drafts, pairs))
    return found
