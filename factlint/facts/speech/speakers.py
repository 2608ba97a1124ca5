"""Speakers: the noun phrase that a crediting verb belongs to, found from the order of words alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.speech.cues import Verbs, is_verb
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.tokens import Tokens

_ASIDE = 16  # tokens of an aside
FARTHEST = 45  # tokens between a verb and its subject
_ENDS = frozenset(".?!”\"’':")
_MARKS = frozenset('“"‘«')
_COMMAS = frozenset({",", "—", "–", "--", "("})
_COMMA_ENDS = frozenset({",", "—", "–", "--", ")"})


class Phrase(NamedTuple):
    """A noun phrase, or the part of one that names its head.

    first: its first token.
    last: one past its last token.
    kind: named, pronoun or described.
    """

    first: int
    last: int
    kind: str


def phrase_at(tokens: Tokens, at: int, end: int, verbs: Verbs, opens: bool = False) -> Phrase | None:
    """The noun phrase that begins at a token, None where none does; `opens` says that a sentence begins there."""
    if at >= end:
        return None
    word = tokens.lowers[at]
    if word in verbs.pronouns and not (word in verbs.determiners and _goes_on(tokens, at + 1, end, verbs)):
        return _pronoun_at(tokens, at, end, verbs)
    if not _begins(tokens, at, end, verbs, opens):
        return None
    last = at
    while last < end and _continues(tokens, last, at, end, verbs):
        last += 1
    if last == at or (last == at + 1 and word in verbs.determiners):
        return None
    named = _is_named(tokens, at, last, verbs, opens)
    # Without a name right behind it “former minister” is an apposition.
    if not named and _is_qualified(tokens, at, end, verbs):
        return None
    return Phrase(at, last, "named" if named else "described")


def _pronoun_at(tokens: Tokens, at: int, end: int, verbs: Verbs) -> Phrase:
    """He, some; also “one of those advisers”, “many of the miners”."""
    personal = tokens.lowers[at] in verbs.personal
    if not personal and at + 2 < end and tokens.lowers[at + 1] in verbs.belonging:
        rest = phrase_at(tokens, at + 2, end, verbs)
        return Phrase(at, rest.last if rest is not None else at + 1, "described")
    return Phrase(at, at + 1, "pronoun" if personal else "described")


def _begins(tokens: Tokens, at: int, end: int, verbs: Verbs, opens: bool) -> bool:
    """Whether a noun phrase may begin at a token that is no pronoun."""
    word, text = tokens.lowers[at], tokens.texts[at]
    if word in verbs.no_subjects:
        return False
    capital = text[0].isupper() and word not in verbs.elsewhere
    if opens and capital and (word in verbs.prepositions or word in verbs.openers or word in verbs.adverbs):
        return False
    if capital or word in verbs.sources or word in verbs.determiners or (opens and text.isalpha()):
        return True
    if text[0].isdecimal():
        return _goes_on(tokens, at + 1, end, verbs) or _is_age(tokens, at + 1, end, verbs)
    return _is_qualified(tokens, at, end, verbs)


def _is_named(tokens: Tokens, first: int, last: int, verbs: Verbs, opens: bool) -> bool:
    """Whether a noun phrase holds a name, as far as capitals tell; a first word may have its capital from its place."""
    word = tokens.lowers[first]
    inner = range(first if not (opens or word in verbs.determiners) else first + 1, last)
    if any(tokens.texts[i][0].isupper() and tokens.lowers[i] not in verbs.elsewhere for i in inner):
        return True
    capital = tokens.texts[first][0].isupper() and word not in verbs.elsewhere
    listed = word in verbs.sources or word in verbs.determiners
    return opens and capital and not listed and (last == first + 1 or tokens.texts[last - 1][0].isupper())


def _is_qualified(tokens: Tokens, at: int, end: int, verbs: Verbs) -> bool:
    """Whether an office without an article begins at a token: chief executive, former minister."""
    word = tokens.lowers[at]
    if not tokens.texts[at][0].islower() or word not in verbs.qualifiers or at + 1 >= end:
        return False
    return word not in verbs.sources and word not in verbs.determiners and tokens.lowers[at + 1] in verbs.people


def _goes_on(tokens: Tokens, at: int, end: int, verbs: Verbs) -> bool:
    """Whether a noun follows a word like “one” or “many”."""
    if at >= end:
        return False
    word = tokens.lowers[at]
    return (
        word[0].isalpha()
        and word not in verbs.prepositions
        and word not in verbs.openers
        and word not in verbs.auxiliaries
        and word not in verbs.adverbs
        and not is_verb(tokens, at, verbs, True)
    )


def _continues(tokens: Tokens, at: int, first: int, end: int, verbs: Verbs) -> bool:
    """Whether the token still belongs to the noun phrase that began at `first`."""
    word, text = tokens.lowers[at], tokens.texts[at]
    if word == GENITIVE or text in ("’", "'", "&"):
        return at > first
    if text == ".":
        # The stop of Mr., Sen. or an initial; a word goes on behind it.
        return at > first and at + 1 < end and len(tokens.texts[at - 1]) < 5 and tokens.texts[at + 1][0].isupper()
    if not text[0].isalnum():
        return _is_age(tokens, at, end, verbs)
    if at == first:
        return True
    if word in verbs.particles and tokens.texts[at - 1][0].isupper():
        # Joost van Dijk, Maria de la Cruz.
        ahead = at + 1 if at + 1 < end and tokens.lowers[at + 1] not in verbs.particles else at + 2
        if ahead < end and tokens.texts[ahead][0].isupper():
            return True
    if word in verbs.joiners:
        capital_before = tokens.texts[at - 1][0].isupper()
        article = word not in verbs.articles and tokens.lowers[min(at + 1, end - 1)] in verbs.articles
        ahead = at + 2 if article else at + 1
        follows = ahead < end and tokens.texts[ahead][0].isupper() and tokens.lowers[ahead] not in verbs.elsewhere
        return capital_before and follows and not is_verb(tokens, ahead, verbs, False)
    if word in verbs.adverbs and tokens.lowers[at - 1] in verbs.determiners:
        return True
    if word in verbs.prepositions or word in verbs.openers or word in verbs.auxiliaries or word in verbs.adverbs:
        return False
    if (word in verbs.elsewhere and text[0].isupper()) or word in verbs.personal:
        # “the way they say “…””: a pronoun begins a clause of its own.
        return False
    if text[0].islower() and not _fits_noun(tokens, at, first, verbs):
        return False
    if word in verbs.strong and text[0].islower():
        return not is_verb(tokens, at, verbs, False) or _is_noun(tokens, at, first, verbs)
    return not (word in verbs.near and text[0].islower() and word.endswith(verbs.endings.past + verbs.endings.plural))


def _is_age(tokens: Tokens, hyphen: int, end: int, verbs: Verbs) -> bool:
    """Whether a hyphen stands between a figure and “year-old”."""
    return hyphen + 1 < end and tokens.texts[hyphen] == "-" and tokens.lowers[hyphen + 1] in verbs.ages


def _is_noun(tokens: Tokens, at: int, first: int, verbs: Verbs) -> bool:
    """Whether a base form of a verb of saying is the noun that it may be: “a handwritten note”, “the new report”."""
    word, before = tokens.lowers[at], tokens.lowers[at - 1]
    several = before.endswith(verbs.endings.plural) or before in verbs.people
    return (
        word in verbs.nouns and verbs.strong[word] == word and tokens.lowers[first] in verbs.determiners and not several
    )


def _fits_noun(tokens: Tokens, at: int, first: int, verbs: Verbs) -> bool:
    """Whether a small word goes on with a noun phrase, as far as its form tells: no past tense, nothing after a name.

    “the proposed law”, “the newly elected mayor”, but “his face darted”; “the Lee campaign”, but “Lee plainly …”.
    """
    word, before = tokens.lowers[at], tokens.lowers[at - 1]
    if word.endswith(verbs.endings.gerund) and before in verbs.people:
        # “a taxi driver waiting outside”, but “the teacher training college”.
        behind = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
        return behind not in verbs.prepositions and behind not in verbs.determiners
    if word in verbs.pasts or (word.endswith(verbs.endings.past) and len(word) > 4 and "-" not in word):
        return before in verbs.determiners or before.endswith(verbs.endings.adverb)
    named = tokens.texts[at - 1][0].isupper() and tokens.lowers[first] not in verbs.determiners
    opening = at - 1 == first and (first == 0 or tokens.texts[first - 1][-1] in _ENDS)
    if opening and word.endswith(verbs.endings.plural) and word not in verbs.people and at + 1 < len(tokens):
        # “Lee backs “a fair tax””, “Lee opposes the tax”: what follows is an object.
        after = tokens.lowers[at + 1]
        opening = after not in verbs.determiners and after[0] not in _MARKS
    return not named or opening or word in verbs.people


def acts(tokens: Tokens, phrase: Phrase, verbs: Verbs) -> bool:
    """Whether a verb seems to follow a noun phrase: a small word that neither governs, joins nor determines."""
    at = phrase.last
    while at < len(tokens) and tokens.lowers[at] in verbs.adverbs:
        at += 1
    if at >= len(tokens):
        return False
    word = tokens.lowers[at]
    if word in verbs.auxiliaries:
        return True
    plain = word[0].isalpha() and tokens.texts[at][0].islower()
    return plain and word not in verbs.prepositions and word not in verbs.openers and word not in verbs.determiners


def past_aside(tokens: Tokens, at: int, end: int) -> int:
    """The token behind an aside between commas that begins at `at`: the mayor, Ann Lee, put it so. Else `at` itself."""
    if at < end and tokens.lowers[at] == ",":
        for comma in range(at + 2, min(at + _ASIDE, end)):
            if tokens.lowers[comma] == ",":
                return comma + 1
    return at


def phrases(tokens: Tokens, start: int, end: int, verbs: Verbs, opens: bool) -> Iterator[Phrase]:
    """The noun phrases of a stretch of tokens, in order."""
    at = start
    while at < end:
        phrase = phrase_at(tokens, at, end, verbs, opens and at == start)
        if phrase is None:
            at += 1
        else:
            yield phrase
            at = phrase.last


def subject_before(tokens: Tokens, start: int, verb: int, verbs: Verbs, opens: bool) -> Phrase | None:
    """The subject of a verb that follows it, anywhere after `start`.

    Each noun phrase is weighed: one that follows a preposition or has a clause of its own in between loses, one that
    stands beside the verb, or beside the apposition that does, gains.
    """
    best, best_weight = None, -3.0
    floor = max(start, verb - FARTHEST)
    borrowed = borrows(tokens, verb, verbs)
    for place, phrase in enumerate(phrases(tokens, floor, verb, verbs, opens and floor == start)):
        if borrowed:
            weight = _governed(tokens, phrase, verbs) + (3 if acts(tokens, phrase, verbs) else 0) + 0.1 * place
        else:
            weight = _weight(tokens, phrase, verb, verbs)
        if weight > best_weight:
            best, best_weight = phrase, weight
    return best


def borrows(tokens: Tokens, verb: int, verbs: Verbs) -> bool:
    """Whether a verb has its subject from another: “praised Y in Lund, calling him …”, “praised Y and called him …”."""
    before = verb - 1
    while before > 0 and tokens.lowers[before] in verbs.adverbs:
        before -= 1
    word = tokens.lowers[before]
    participle = tokens.lowers[verb].endswith(verbs.endings.gerund) and word not in verbs.auxiliaries
    return participle or word in verbs.conjunctions


def _governed(tokens: Tokens, phrase: Phrase, verbs: Verbs) -> float:
    before = tokens.lowers[phrase.first - 1] if phrase.first else ""
    return -4.0 if before in verbs.prepositions and before not in verbs.openers else 0.0


def _weight(tokens: Tokens, phrase: Phrase, verb: int, verbs: Verbs) -> float:
    lowers = tokens.lowers
    weight = -0.06 * (verb - phrase.last)
    weight += _governed(tokens, phrase, verbs)
    between = lowers[phrase.last : verb]
    if all(word in verbs.adverbs or word in verbs.auxiliaries for word in between):
        weight += 3
    elif between and between[0] in _COMMAS and between[-1] in _COMMA_ENDS:
        # Ann Lee, who runs the mill, said: the phrase beside the second comma belongs to the aside.
        weight += 2.5 if len(between) > 1 else 1.5
    if lowers[phrase.last - 1] == GENITIVE:
        weight -= 1
    if between:
        weight -= _parted(between, verbs)
        # Verbs in between have subjects of their own.
        weight -= 0.4 * sum(word.endswith(verbs.endings.past) and word[0].isalpha() for word in between)
    return weight


def _parted(between: list[str], verbs: Verbs) -> float:
    """What openers of clauses between a phrase and a verb take from its weight."""
    relative = not verbs.relatives.isdisjoint(between[1:2] if between[0] == "," else between[:1])
    cost = 0.0
    for place, word in enumerate(between):
        if word in verbs.subordinators and not (relative and place < 2):
            cost += 1.2
        elif word in (";", ":", ".", "”", '"'):
            cost += 2.0
    return cost


def bare_phrase(tokens: Tokens, at: int, end: int, verbs: Verbs) -> Phrase | None:
    """A source without an article: “said residents”, “said neighbour Ann Lee”."""
    word = tokens.lowers[at]
    if word in verbs.prepositions or word in verbs.openers or word in verbs.elsewhere or word in verbs.auxiliaries:
        return None
    last = at
    while last < end and _continues(tokens, last, at, end, verbs):
        last += 1
    named = any(tokens.texts[i][0].isupper() for i in range(at, last))
    return Phrase(at, last, "named" if named else "described")
