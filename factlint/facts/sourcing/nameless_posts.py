"""Posts by nobody: “one Twitter user wrote”, “a Facebook post said”, with no name or handle beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.source_words import source_nouns, source_verbs

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers

_BEFORE = 5  # words before the noun
_BEHIND = 12  # words between the noun and its verb
_SHOWN = 2  # paragraphs below in which a post is shown
_PLATFORM = 8  # words around within which the network is named


def find_posts(facts: Facts, answers: Answers) -> list[Claim]:
    """Every post whose author is only a user, a fan or somebody, in order of place."""
    tokens, words = facts.tokens, facts.lexicon.words
    found = []
    for noun in tokens.positions(words("poster-nouns")):
        start = tokens.starts[noun]
        sentence = facts.sentence_at(start)
        if not answers.is_prose(sentence) or facts.in_quotation(start):
            continue
        first, verb = _opening(facts, noun, sentence), _verb(facts, noun, sentence)
        if first < 0 or verb < 0 or not _on_network(facts, first, noun, verb, sentence):
            continue
        if _is_of_another(facts, noun, verb):
            continue
        named = _author(facts, answers, sentence, first, noun, verb)
        found.append(
            Claim(
                tokens.starts[first], tokens.ends[verb], "post", "subject", tokens.lowers[noun], tokens.texts[verb],
                named, answers.quoted_by(tokens.starts[first], tokens.ends[verb]), None, 0, sentence.paragraph,
            )
        )  # fmt: skip
    return found + _read_out(facts, answers)


def _is_of_another(facts: Facts, noun: int, verb: int) -> bool:
    """Whether the verb has “he” or “she” for its subject: “… on a web page, she said”."""
    number = facts.language.clause_of(verb)
    clause = facts.language.clauses[number] if number is not None else None
    if clause is None or clause.subject is None or clause.verb != verb:
        return False
    subject = facts.language.phrases[clause.subject]
    return subject.first > noun and subject.pronoun in facts.lexicon.words("subject-pronouns")


def _read_out(facts: Facts, answers: Answers) -> list[Claim]:
    """“…”, reads a post doing the rounds: the verb before a post that nobody is said to have written."""
    tokens, words = facts.tokens, facts.lexicon.words
    found = []
    for verb in tokens.positions(words("reading-verbs")):
        sentence = facts.sentence_of(verb)
        if not answers.is_prose(sentence) or verb + 2 >= sentence.last or facts.is_quoted(verb):
            continue
        if verb and tokens.texts[verb - 1][0].isalnum():
            continue  # “was asked to read a story”: what a post reads stands before the verb, with its mark
        noun = next(
            (
                at
                for at in (verb + 2, verb + 3)
                if tokens.lowers[at : at + 1] and tokens.lowers[at] in words("post-nouns")
            ),
            -1,
        )
        if noun < 0 or tokens.lowers[verb + 1] not in words("poster-determiners"):
            continue
        behind = range(noun + 1, min(sentence.last, noun + _BEHIND))
        platforms = words("platform-words")
        if any(answers.is_name(at, countries=True) and tokens.lowers[at] not in platforms for at in behind):
            continue
        if any(tokens.texts[at] == "@" for at in behind) or _shown_below(facts, sentence):
            continue
        found.append(
            Claim(
                tokens.starts[verb], tokens.ends[noun], "post", "after", tokens.lowers[noun], tokens.texts[verb],
                None, True, None, 0, sentence.paragraph,
            )
        )  # fmt: skip
    return found


def _opening(facts: Facts, noun: int, sentence: Sentence) -> int:
    """The determiner that leaves the author open, or the noun itself where a plural stands alone; -1 for none."""
    tokens, openers = facts.tokens, facts.lexicon.words("poster-determiners")
    breaks = source_nouns(facts.lexicon).breaks
    if tokens.lowers[noun] in openers:
        return noun
    platforms, clauses = facts.lexicon.words("platform-words"), facts.lexicon.words("relative-pronouns")
    at = noun
    while at > sentence.first and noun - at < _BEFORE:
        before = tokens.lowers[at - 1]
        if before in openers:
            return at - 1
        if before in breaks or before in clauses or not before[0].isalpha():
            break
        at -= 1
    return at if at < noun and tokens.lowers[at] in platforms else -1


def _verb(facts: Facts, noun: int, sentence: Sentence) -> int:
    """The verb of writing whose subject the noun is, or -1."""
    tokens, words = facts.tokens, facts.lexicon.words
    verbs, narrowing = words("posting-verbs"), source_verbs(facts.lexicon).narrowing - words("relative-words")
    adverbs = facts.lexicon.union("speech-adverbs", "speech-auxiliaries")
    if noun + 1 >= sentence.last:
        return -1
    open_ = tokens.lowers[noun + 1] in narrowing
    for at in range(noun + 1, min(sentence.last, noun + _BEHIND)):
        word = tokens.lowers[at]
        if word in verbs:
            return at
        if not open_ and word not in adverbs:
            return -1
    return -1


def _on_network(facts: Facts, first: int, noun: int, verb: int, sentence: Sentence) -> bool:
    """Whether the words tell of a social network."""
    lowers, words = facts.tokens.lowers, facts.lexicon.words
    if lowers[noun] in words("poster-nouns-own") or lowers[verb] in words("posting-verbs-own"):
        return True
    platforms, prepositions = words("platform-words"), words("posting-prepositions")
    if not platforms.isdisjoint(lowers[first:noun]):
        return True
    end = min(sentence.last, verb + _PLATFORM)
    return any(
        lowers[at] in prepositions and not platforms.isdisjoint(lowers[at + 1 : min(at + 4, end)])
        for at in range(noun, end)
    )


def _author(facts: Facts, answers: Answers, sentence: Sentence, first: int, noun: int, verb: int) -> str | None:
    """Where the author is named: a name beside the noun, a handle, or a credit in the sentence."""
    tokens = facts.tokens
    platforms = facts.lexicon.words("platform-words")
    end = min(sentence.last, verb + _BEHIND)
    if any(tokens.texts[at] == "@" for at in range(max(sentence.first, noun - _BEFORE), end)):
        return "inside"
    if not facts.lexicon.words("handle-words").isdisjoint(tokens.lowers[noun:end]):
        return "inside"
    if _shown_below(facts, sentence):
        return "inside"
    if any(answers.is_name(at, countries=True) and tokens.lowers[at] not in platforms for at in range(noun + 1, verb)):
        return "inside"
    return "sentence" if answers.in_sentence(sentence, first, verb + 1) else None


def _shown_below(facts: Facts, sentence: Sentence) -> bool:
    """Whether one of the next paragraphs shows the post with its handle."""
    blocks = facts.paragraphs[sentence.paragraph + 1 : sentence.paragraph + 1 + _SHOWN]
    return any("@" in facts.text(block) for block in blocks)
