"""Grammar → the JSON object of one article, as `factlint facts --kinds tokens,phrases,clauses` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: What lies below the facts, by the name that `--kinds` takes.
GRAMMAR = ("tokens", "phrases", "clauses")


def grammar_as_json(facts: Facts, kinds: Sequence[str]) -> dict[str, Any]:
    """Tokens, phrases and clauses; offsets in code points, end exclusive.

    The head of a phrase is its last content word; as in Universal Dependencies that of a name of no common words, such
    as a person's, is its first word, that of “Table 2” its noun and that of a date its day.
    Clauses whose verb is a copula are left out: they have no main verb.
    """
    language, tokens = facts.language, facts.tokens
    found: dict[str, Any] = {}
    firsts = {tokens.at(mention.end - 1): tokens.at(mention.start) for mention in facts.mentions}
    months = facts.lexicon.table("months") if "months" in facts.lexicon else {}
    titles = facts.lexicon.union("offices", "titles", "honorifics")
    tags, lowers, words = language.tags, tokens.lowers, language.words

    def span(token: int) -> dict[str, Any]:
        return {"start": tokens.starts[token], "end": tokens.ends[token]}

    def head(index: int | None) -> dict[str, Any] | None:
        if index is None:
            return None
        phrase = language.phrases[index]
        token = phrase.head
        if tags[token] == "NUM" and token > phrase.first and tags[token - 1] in ("NOUN", "PROPN"):
            day = lowers[token - 1] in months and len(lowers[token]) < 3
            token -= not day
        if lowers[token] in months and token > phrase.first and tags[token - 1] == "NUM":
            token -= 1
        if token in firsts:
            return span(max(phrase.first, firsts[token]))
        if tags[token] == "PROPN" and "N" not in words.tags(lowers[token]):
            first = token
            while first > phrase.first and tags[first - 1] == "PROPN":
                first -= 1
            if lowers[first] not in titles:
                token = first
        return span(token)

    if "tokens" in kinds:
        found["tokens"] = [{**span(token), "pos": tag} for token, tag in enumerate(language.tags)]
    if "phrases" in kinds:
        found["phrases"] = [
            {"start": phrase.start, "end": phrase.end, "head": head(index), "apposition_of": head(phrase.apposition_of)}
            for index, phrase in enumerate(language.phrases)
        ]
    if "clauses" in kinds:
        found["clauses"] = [
            {
                "start": clause.start,
                "end": clause.end,
                "verb": span(clause.verb),
                "subject": None if clause.shared else head(clause.subject),
                "object": head(clause.object),
            }
            for clause in language.clauses
            if language.tags[clause.verb] == "VERB"
        ]
    return found
