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

    The head of a person's name is its first word, as in Universal Dependencies, of other phrases the last content word.
    Clauses whose verb is a copula are left out: they have no main verb.
    """
    language, tokens = facts.language, facts.tokens
    found: dict[str, Any] = {}
    firsts = {tokens.at(mention.end - 1): tokens.at(mention.start) for mention in facts.mentions}

    def span(token: int) -> dict[str, Any]:
        return {"start": tokens.starts[token], "end": tokens.ends[token]}

    def head(index: int | None) -> dict[str, Any] | None:
        if index is None:
            return None
        phrase = language.phrases[index]
        return span(max(phrase.first, firsts.get(phrase.head, phrase.head)))

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
