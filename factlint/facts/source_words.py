"""The lexicon's lists about sources, put together once for all articles of a run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factlint.facts.lexicon import Lexicon


class SourceWords(NamedTuple):
    """What the annotators of sources look up; every set holds lower-cased words.

    heads: nouns for sources, to people, group, research or reports.
    pronouns: some, many, most …
    claims: verbs that a hidden source is the subject of.
    findings: verbs that research is the subject of.
    adverbs: what may stand between a subject and its verb.
    breaks: what no phrase of modifiers goes back over.
    institutions: modifiers that make a source a body that can be asked.
    fields: modifiers that leave it nameless, and that some nouns need.
    noun_like: verbs that are read as nouns behind more than a noun.
    opinions: verbs that some and many are the subject of.
    objects: prepositions whose object is no subject.
    """

    heads: dict[str, str]
    pronouns: frozenset[str]
    makers: frozenset[str]
    doubtful_research: frozenset[str]
    doubtful_people: frozenset[str]
    claims: frozenset[str]
    findings: frozenset[str]
    found: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    breaks: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    owners: frozenset[str]
    institutions: frozenset[str]
    fields: frozenset[str]
    vague: frozenset[str]
    narrowing: frozenset[str]
    comparing: frozenset[str]
    seen: frozenset[str]
    research: frozenset[str]
    noun_like: frozenset[str]
    opinions: frozenset[str]
    pointing: frozenset[str]
    pointers: frozenset[str]
    ends: frozenset[str]
    relatives: frozenset[str]
    objects: frozenset[str]


@lru_cache(maxsize=4)
def source_words(lexicon: Lexicon) -> SourceWords:
    """The lists of a lexicon."""
    words = lexicon.words
    auxiliaries = words("speech-auxiliaries")
    claims = words("speech-verbs") | words("claim-verbs")
    determiners = words("source-determiners")
    breaks = words("prepositions") | words("clause-openers") | auxiliaries | words("speaker-pronouns-personal")
    return SourceWords(
        dict(lexicon.table("source-heads")),
        words("source-pronouns"),
        words("research-makers"),
        words("research-doubtful"),
        words("people-doubtful"),
        claims,
        words("finding-verbs"),
        words("finding-verbs-that"),
        words("speech-adverbs") | words("claim-adverbs"),
        auxiliaries,
        words("passive-auxiliaries"),
        (breaks | claims) - words("vague-modifiers") - words("institution-modifiers") - determiners,
        determiners,
        words("definite-words"),
        words("owner-words"),
        words("institution-modifiers"),
        words("field-modifiers"),
        words("vague-modifiers"),
        words("narrowing-openers"),
        words("comparing-words"),
        words("seen-verbs"),
        words("research-words"),
        words("noun-like-verbs"),
        words("opinion-verbs"),
        words("pointing-verbs"),
        words("pointing-words"),
        words("narrowing-ends"),
        words("relative-words") | words("relative-things"),
        words("prepositions") - words("subordinators") - words("comparing-words"),
    )
