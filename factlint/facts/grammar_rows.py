"""Grammar → the JSON object of one article, as `factlint facts --kinds tokens,phrases,clauses` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from factlint.language import Language
from factlint.language.sentences import find_lines

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

#: What lies below the facts, by the name that `--kinds` takes.
GRAMMAR = ("tokens", "phrases", "clauses")

_SIGNS = frozenset("#@°")
_JOINING = frozenset("&/")
_DASHES = frozenset("-‐‑–")


def grammar_as_json(facts: Facts, kinds: Sequence[str]) -> dict[str, Any]:
    """Tokens, phrases and clauses; offsets in code points, end exclusive.

    The head of a phrase is its last content word; as in Universal Dependencies that of a name of no common words, such
    as a person's, is its first word, that of “Table 2” its noun and that of a date its day; of two that “&”, a slash or
    a dash joins it is the first.
    Clauses whose verb is a copula are left out: they have no main verb. Bylines, datelines and other credits, which
    are no prose, have phrases alone.
    """
    language, tokens = facts.language, facts.tokens
    found: dict[str, Any] = {}
    firsts = {tokens.at(mention.end - 1): tokens.at(mention.start) for mention in facts.mentions}
    months = facts.lexicon.table("months") if "months" in facts.lexicon else {}
    titles = facts.lexicon.union("offices", "titles", "honorifics")
    tags, lowers, words = language.tags, tokens.lowers, language.words

    given = facts.lexicon.table("given-names") if "given-names" in facts.lexicon else {}

    def span(token: int) -> dict[str, Any]:
        return {"start": tokens.starts[token], "end": tokens.ends[token]}

    def head_span(token: int) -> dict[str, Any]:
        # “#OpenBudget”, “35 °C”: one word there.
        marked = token > 0 and tokens.texts[token - 1] in _SIGNS and not tokens.spaced(token)
        return {"start": tokens.starts[token - marked], "end": tokens.ends[token]}

    def head(index: int | None, phrases: Sequence[Phrase] = language.phrases) -> dict[str, Any] | None:
        if index is None:
            return None
        phrase = phrases[index]
        token = phrase.head
        if tags[token] == "NUM" and token - 1 > phrase.first and tokens.texts[token - 1] in _DASHES:
            token -= 2  # “1868–1912”
        if tags[token] == "NUM" and token > phrase.first and tags[token - 1] in ("NOUN", "PROPN"):
            day = lowers[token - 1] in months and len(lowers[token]) < 3
            token -= not day
        if lowers[token] in months and token > phrase.first and tags[token - 1] == "NUM":
            token -= 1
        joined = next((at for at in range(phrase.first + 1, token) if tokens.texts[at] in _JOINING), token + 1)
        token = min(token, joined - 1)
        if token in firsts:
            return span(max(phrase.first, firsts[token]))
        if tags[token] == "PROPN":
            first = token
            while first > phrase.first and tags[first - 1] == "PROPN":
                first -= 1
            named = lowers[first] in given and token - first == 1
            if (named or "N" not in words.tags(lowers[token])) and lowers[first] not in titles:
                token = first
        return head_span(token)

    if "tokens" in kinds:
        found["tokens"] = [{**span(token), "pos": tag} for token, tag in enumerate(language.tags)]
    if "phrases" in kinds:
        lines = Language(tokens, find_lines(facts.paragraphs, tokens), facts.lexicon, tags=tags)
        rows = [
            {
                "start": phrase.start,
                "end": phrase.end,
                "head": head(index, phrases),
                "apposition_of": head(phrase.apposition_of, phrases),
            }
            for phrases in (language.phrases, lines.phrases)
            for index, phrase in enumerate(phrases)
        ]
        found["phrases"] = sorted(rows, key=itemgetter("start"))
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
