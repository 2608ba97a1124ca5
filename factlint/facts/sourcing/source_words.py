"""The lexicon's lists about sources, put together once for all articles of a run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon, Phrases


class SourceNouns(Bundle):
    """What is looked up about the nouns and pronouns that stand for sources; every set holds lower-cased words.

    heads: nouns for sources, to people, group, research or reports.
    pronouns: some, many, most …
    followers: what stands behind a pronoun that stands for people.
    pronoun_breakers: what stands before one that does not: so many, how few.
    loose: people, those … which are sources only with what they know behind them.
    knowing: familiar with, close to …
    makers: those who do research.
    doubtful_people, doubtful_research: nouns that are a source only in some company.
    sides: critics and the like, of whom a possessive tells only what they are against.
    breaks: what no phrase of modifiers goes back over.
    determiners, definite, owners: a; the; his.
    undefining: what follows “the” where nothing told before is taken up: the latest research.
    institutions: modifiers that make a source a body that can be asked.
    fields: modifiers that leave it nameless, and that some nouns need.
    vague: the same before research.
    quantities, quantifying, of: a growing number of experts.
    inside: prepositions that lead from a source to its institution.
    by: what leads to who did something.
    nameless: unnamed, anonymous: before an official or another of a group.
    hiding: insiders, sources: nobody, whatever house they belong to.
    routine: analysts, economists: voices of a trade, some of whom an article mostly names.
    veiled: sources: whoever speaks further down is another.
    outlets: words that stand beside the name of whoever reported.
    """

    heads: dict[str, str]
    pronouns: frozenset[str]
    followers: frozenset[str]
    pronoun_breakers: frozenset[str]
    loose: frozenset[str]
    knowing: Phrases
    makers: frozenset[str]
    doubtful_people: frozenset[str]
    doubtful_research: frozenset[str]
    sides: frozenset[str]
    breaks: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    owners: frozenset[str]
    undefining: frozenset[str]
    institutions: frozenset[str]
    fields: frozenset[str]
    vague: frozenset[str]
    quantities: frozenset[str]
    quantifying: frozenset[str]
    of: frozenset[str]
    inside: frozenset[str]
    by: frozenset[str]
    nameless: frozenset[str]
    hiding: frozenset[str]
    routine: frozenset[str]
    veiled: frozenset[str]
    outlets: frozenset[str]


class SourceVerbs(Bundle):
    """What is looked up about the verbs that sources are the subject of; every set holds lower-cased words.

    claims: verbs that a hidden source is the subject of.
    findings: verbs that research is the subject of.
    of_people: claims, and findings that need “that” behind them.
    of_makers: claims and findings.
    of_reports: findings that are no nouns.
    opinions: verbs that some and many are the subject of.
    showing: verbs that tell of figures or tests that they are research.
    states: convinced, divided …
    noun_like: verbs that are read as nouns behind more than a noun.
    pointing, pointers: verbs like point, and what they need behind them.
    phrasal: pairs of words of something done and not said: called off.
    seen, seen_as: participles that take a hidden doer, and what stands behind him: seen by many as.
    adverbs, auxiliaries, passive: what may stand between a subject and its verb.
    no_adverbs: nouns in -ly.
    that: the conjunction.
    narrowing, ends: what opens and ends the words that narrow a noun down.
    relatives: who, which, to.
    comparing: what makes what follows no claim: than.
    objects: prepositions whose object is no subject.
    among: the preposition of a participle's subject: with.
    within: the preposition before research that tells where something was found: in.
    """

    claims: frozenset[str]
    findings: frozenset[str]
    of_people: frozenset[str]
    of_makers: frozenset[str]
    of_reports: frozenset[str]
    opinions: frozenset[str]
    showing: frozenset[str]
    states: frozenset[str]
    noun_like: frozenset[str]
    pointing: frozenset[str]
    pointers: frozenset[str]
    phrasal: frozenset[tuple[str, ...]]
    seen: frozenset[str]
    seen_as: frozenset[str]
    adverbs: frozenset[str]
    no_adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    that: frozenset[str]
    narrowing: frozenset[str]
    ends: frozenset[str]
    relatives: frozenset[str]
    comparing: frozenset[str]
    objects: frozenset[str]
    among: frozenset[str]
    within: frozenset[str]

    def is_adverb(self, word: str) -> bool:
        """Whether a word changes neither a subject nor its verb: then, privately; not family."""
        return word in self.adverbs or (word.endswith("ly") and len(word) > 4 and word not in self.no_adverbs)


@lru_cache(maxsize=4)
def source_nouns(lexicon: Lexicon) -> SourceNouns:
    """The lists about nouns."""
    words = lexicon.words
    determiners, vague, institutions = (
        words("source-determiners"),
        words("vague-modifiers"),
        words("institution-modifiers"),
    )
    breaks = words("prepositions") | words("clause-openers") | words("speech-auxiliaries")
    verbs = source_verbs(lexicon)
    return SourceNouns(
        heads=dict(lexicon.table("source-heads")),
        pronouns=words("source-pronouns"),
        followers=words("pronoun-followers"),
        pronoun_breakers=words("pronoun-breakers"),
        loose=words("loose-people"),
        knowing=lexicon.phrases("knowing-phrases"),
        makers=words("research-makers"),
        doubtful_people=words("people-doubtful"),
        doubtful_research=words("research-doubtful"),
        sides=words("takers-of-sides"),
        breaks=(breaks | words("speaker-pronouns-personal") | verbs.claims) - vague - institutions - determiners,
        determiners=determiners,
        definite=words("definite-words"),
        owners=words("owner-words"),
        undefining=words("undefining-words"),
        institutions=institutions,
        fields=words("field-modifiers"),
        vague=vague,
        quantities=words("quantity-nouns"),
        quantifying=vague | words("articles"),
        of=words("of-words"),
        inside=words("institution-prepositions"),
        by=words("by-words"),
        nameless=words("nameless-modifiers"),
        hiding=words("hiding-heads"),
        routine=words("routine-heads"),
        veiled=words("veiled-heads"),
        outlets=words("outlet-words"),
    )


@lru_cache(maxsize=4)
def source_verbs(lexicon: Lexicon) -> SourceVerbs:
    """The lists about verbs."""
    words = lexicon.words
    claims, findings = words("speech-verbs") | words("claim-verbs"), words("finding-verbs")
    return SourceVerbs(
        claims=claims,
        findings=findings,
        of_people=claims | words("finding-verbs-that"),
        of_makers=claims | findings,
        of_reports=findings - words("noun-like-verbs"),
        opinions=words("opinion-verbs"),
        showing=words("showing-verbs"),
        states=words("states-of-mind"),
        noun_like=words("noun-like-verbs"),
        pointing=words("pointing-verbs"),
        pointers=words("pointing-words"),
        phrasal=frozenset([tuple(entry.split()) for entry in words("phrasal-verbs-of-doing")]),
        seen=words("seen-verbs"),
        seen_as=words("seen-followers"),
        adverbs=words("speech-adverbs") | words("claim-adverbs"),
        no_adverbs=words("nouns-in-ly"),
        auxiliaries=words("speech-auxiliaries") - words("source-modals-of-duty"),
        passive=words("passive-auxiliaries"),
        that=words("source-that-words"),
        narrowing=words("narrowing-openers"),
        ends=words("narrowing-ends"),
        relatives=words("relative-words") | words("relative-things"),
        comparing=words("comparing-words"),
        objects=words("prepositions") - words("subordinators") - words("comparing-words"),
        among=words("source-with-words"),
        within=words("in-words"),
    )
