"""Cues: the verbs and phrases that credit speech, told from nouns that look like them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.language.endings import Endings, endings_of
from factlint.lexicon import Bundle
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens


class Verbs(Bundle):
    """What the lexicon says of words in and around a credit; every set holds lower-cased words.

    strong: verbs of saying, form to lemma.
    near: verbs that credit only what they stand beside, form to lemma.
    adverbs: what may stand between subject and verb.
    auxiliaries: has, would …
    prepositions: what an object follows, and never a subject.
    determiners: what opens a noun phrase.
    openers: where a clause begins.
    subordinators: those openers that part a subject from a later verb.
    pronouns: what can be a source though it has no name.
    personal: those of them that stand for a person.
    elsewhere: capitalised words that are no source: days, months.
    sources: nouns for sources that stand without an article.
    people: nouns that follow a name in a phrase for people: the Lee campaign, Lee supporters.
    pasts: past tenses that no ending shows.
    insiders: pronouns with which a speech speaks of speaking: as I said.
    plain: forms that are verbs only: said, told, wrote.
    no_subjects: words that begin a sentence and are no speaker: it, there, what.
    joiners: small words inside a name or a title: the Bank of England.
    relatives: what a clause about the noun before it begins with: who, whose.
    particles: small words inside a surname: van, de.
    ages: what a figure and a hyphen stand before: year-old.
    nouns: nouns for what is said, some of which are verbs of saying too: a note, a report.
    qualifiers: what stands before an office that needs no article: former, chief.
    comparers: what a credit may begin with: “…,” as Ann Lee put it.
    trailing: what belongs to a verb of speaking and follows it: “…,” went on Ann Lee.
    belonging: what joins a part to its whole: one of the miners.
    articles: definite articles.
    conjunctions: what joins two verbs of one subject: and, but, or.
    all_forms: every form of those verbs, strong or near.
    endings: what the regular forms of words end in.
    """

    strong: dict[str, str]
    near: dict[str, str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    openers: frozenset[str]
    subordinators: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    elsewhere: frozenset[str]
    sources: frozenset[str]
    people: frozenset[str]
    pasts: frozenset[str]
    insiders: frozenset[str]
    plain: frozenset[str]
    no_subjects: frozenset[str]
    joiners: frozenset[str]
    relatives: frozenset[str]
    particles: frozenset[str]
    ages: frozenset[str]
    nouns: frozenset[str]
    qualifiers: frozenset[str]
    comparers: frozenset[str]
    trailing: frozenset[str]
    belonging: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    all_forms: frozenset[str]
    endings: Endings


@lru_cache(maxsize=4)
def verbs_of(lexicon: Lexicon) -> Verbs:
    """The lexicon's lists about speech."""
    words = lexicon.words
    return Verbs(
        dict(lexicon.table("speech-verbs")),
        dict(lexicon.table("speech-verbs-near")),
        words("speech-adverbs"),
        words("speech-auxiliaries"),
        words("prepositions"),
        words("determiners"),
        words("clause-openers"),
        words("subordinators"),
        words("speaker-pronouns"),
        words("speaker-pronouns-personal"),
        words("weekday-words") | words("months-in-full"),
        words("collective-sources") | words("anonymous-sources"),
        words("collective-sources") | words("anonymous-sources") | words("offices") | words("relations"),
        words("verbs-in-the-past"),
        words("pronouns-inside-speech"),
        words("speech-verbs-plain"),
        words("no-subjects"),
        words("joiners-of-names"),
        words("clause-relatives"),
        words("name-particles") - words("particles-also-words"),
        words("words-of-age"),
        words("speech-nouns"),
        words("office-qualifiers") | words("office-changers") | words("office-heads"),
        words("as-words"),
        words("on-words"),
        words("of-words"),
        words("definite-articles"),
        words("conjunctions"),
        frozenset(lexicon.table("speech-verbs")) | frozenset(lexicon.table("speech-verbs-near")),
        endings_of(lexicon),
    )


def is_verb(tokens: Tokens, at: int, verbs: Verbs, near: bool) -> bool:
    """Whether the token credits speech where it stands: “he claimed”, but not “the claim” or “in remarks”."""
    word = tokens.lowers[at]
    if word not in verbs.strong and not (near and word in verbs.near):
        return False
    if tokens.texts[at][0].isupper() and at and tokens.texts[at - 1] != ".":
        return False
    before = tokens.lowers[at - 1] if at else ""
    if before in verbs.determiners or before == GENITIVE:
        return False
    # A past tense is a verb after anything; “remarks” or “comment” after a preposition is a noun.
    return before not in verbs.prepositions or word.endswith(verbs.endings.bent) or word in verbs.plain


def lemma(verbs: Verbs, word: str) -> str:
    """The dictionary form of a crediting verb."""
    return verbs.strong.get(word) or verbs.near.get(word) or word
