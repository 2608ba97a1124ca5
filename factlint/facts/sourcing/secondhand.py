"""Second-hand: what somebody was told by somebody, and sources who speak without their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.source_words import source_nouns
from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers

_SUBJECT = 6  # words before the first verb within which its subject stands
_LINK = 4  # words before the second verb within which the nameless link stands
_CHAIN = 10  # words between one who tells and the next
_REASON = 45  # words behind the anonymity within which its reason stands


def find_anonymity(facts: Facts) -> list[Claim]:
    """Every “on condition of anonymity”, with the word that begins to say why."""
    tokens, reasons = facts.tokens, facts.lexicon.words("anonymity-reasons")
    openers, infinitives = facts.lexicon.words("anonymity-openers"), facts.lexicon.words("to-words")
    found = []
    for first, last in tokens.phrases(facts.lexicon.phrases("anonymity-phrases")):
        sentence = facts.sentence_of(first)
        if sentence.kind not in BODY_KINDS or facts.is_quoted(first):
            continue
        end = min(sentence.last, last + _REASON)
        behind = (
            range(last, end) if end < sentence.last else (*range(last, end), *_next_opening(facts, sentence.number))
        )
        before = range(max(sentence.first, first - _REASON), first)
        if last < len(tokens) and tokens.lowers[last] in infinitives:
            behind = (last, *behind)
            reasons = reasons | infinitives
        while first > sentence.first and tokens.lowers[first - 1] in openers:
            first -= 1
        reason = next((tokens.texts[at] for at in (*behind, *before) if tokens.lowers[at] in reasons), None)
        found.append(
            Claim(
                tokens.starts[first], tokens.ends[last - 1], "anonymity", None, None, None, None, False, reason, 0,
                sentence.paragraph,
            )
        )  # fmt: skip
    return found


def _next_opening(facts: Facts, number: int) -> range:
    """The tokens of the sentence behind one, where it goes on to give the reason."""
    if number + 1 >= len(facts.sentences):
        return range(0)
    following = facts.sentences[number + 1]
    return range(following.first, min(following.last, following.first + _REASON))


def find_hearsay(facts: Facts, answers: Answers) -> list[Claim]:
    """Chains of telling whose first teller has no name: “a friend said he had told her”, “told X, who told us”."""
    tokens, lowers, words = facts.tokens, facts.tokens.lowers, facts.lexicon.words
    saying, opening, nameless = words("first-hand-verbs"), words("hearing-openers"), words("nameless-tellers")
    infinitives, found = words("to-words"), []
    nobody = facts.lexicon.union("denying-determiners", "negative-subjects")
    for second in tokens.positions(words("telling-verbs")):
        start = tokens.starts[second]
        sentence = facts.sentence_at(start)
        if not answers.is_prose(sentence) or facts.in_quotation(start) or second == sentence.first:
            continue
        if lowers[second - 1] not in opening or lowers[second - 2] in infinitives:
            continue
        low = max(sentence.first, second - _CHAIN)
        first = next((at for at in range(second - 2, low - 1, -1) if lowers[at] in saying), -1)
        if first < 0 or facts.is_quoted(first) or not nobody.isdisjoint(lowers[first + 1 : second]):
            continue
        teller = _teller(facts, first, second, sentence.first, min(sentence.last, second + 5), nameless)
        if teller is not None:
            found.append(
                Claim(
                    tokens.starts[first], tokens.ends[second], "hearsay", None, teller, tokens.texts[first], None,
                    False, None, 0, sentence.paragraph,
                )
            )  # fmt: skip
    return found


def _teller(facts: Facts, first: int, second: int, opening: int, end: int, nameless: frozenset[str]) -> str | None:
    """The nameless link of a chain: the first teller, the one told who told on, or who is behind “told by”."""
    tokens, lowers = facts.tokens, facts.tokens.lowers
    words = source_nouns(facts.lexicon)
    tellers, asking = facts.lexicon.words("teller-prepositions"), facts.lexicon.words("question-pronouns")
    stretches = [range(max(opening, first - _SUBJECT), first)]
    if lowers[second - 1] not in facts.lexicon.words("passive-auxiliaries"):
        stretches.append(range(max(first + 1, second - _LINK), second))  # those who “had been told” pass nothing on
    if second + 1 < end and lowers[second + 1] in tellers:
        stretches.append(range(second + 2, end))
    for stretch in stretches:
        named = any(tokens.texts[at][0].isupper() and at > opening for at in stretch)
        for at in stretch:
            if lowers[at - 1] in asking:
                continue  # “he had knocked on doors where people had told him”
            if not named and lowers[at] in nameless and not words.owners & {lowers[at - 1]}:
                return lowers[at]
    return None
