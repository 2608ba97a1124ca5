"""Hidden sources: “it is believed”, “is said to”, “allegedly”, “speculation is rife”: said, and nobody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.source_words import source_nouns, source_verbs
from factlint.tokens import GENITIVE, begun_between

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers

_ADVERBS = 3  # adverbs and auxiliaries between a form of to be and its participle
_BY = 8  # words behind a participle within which “by” names the doer
_MODIFIERS = 4
_NO_CLAUSE = (["ADP"], ["ADJ"], ["ADV"])  # what begins nothing that is told
_PRONOUN = "PRON"
_HOLDING = frozenset({"saying", "thinking", "feeling"})
_DENIED = 3  # words before a participle in which “nobody” is its subject


def find_hidden(facts: Facts, answers: Answers) -> list[Claim]:
    """Impersonal and raised passives, and adverbs like allegedly, in order of place."""
    words = facts.lexicon.words
    tokens, lowers = facts.tokens, facts.tokens.lowers
    impersonal, weak = words("impersonal-verbs"), words("impersonal-verbs-weak")
    raised, wide_raised, adverbs = words("raised-verbs"), words("raised-verbs-wide"), words("alleging-adverbs")
    shown = words("impersonal-verbs-that")
    following, personal = words("raised-followers"), words("raised-verbs-personal")
    empty, that = words("impersonal-pronouns"), words("source-that-words")
    foreseen = words("foreseeing-participles")
    wide, clausal = words("wide-words"), words("impersonal-followers")
    found = []
    guessing, nobody = words("guessing-adverbs"), words("words-for-nobody")
    for at in tokens.positions(impersonal | shown | raised | wide_raised | adverbs | personal | guessing):
        sentence = facts.sentence_of(at)
        if not answers.is_prose(sentence) or facts.is_quoted(at):
            continue
        word = lowers[at]
        before = range(max(sentence.first, at - _DENIED), at)
        if any(lowers[place] in nobody and facts.language.tags[place] == _PRONOUN for place in before):
            continue  # “nobody is known to have been hurt”
        if word in words("charged-words") and _is_in_court(facts, sentence):
            continue  # where a court is told of, it is known who accuses
        if word in personal and word not in raised and _of_people(facts, at):
            found.append(_claim(facts, answers, sentence, at - 1, at + 2, "raised"))
            continue
        if word in guessing:
            if at > sentence.first and _of_one_named(facts, at):
                found.append(_claim(facts, answers, sentence, at, at + 1, "raised"))
            continue
        if word in adverbs:
            opens = at == sentence.first and lowers[at + 1 : at + 2] == [","]
            found.append(_claim(facts, answers, sentence, at, at + 1, "impersonal" if opens else "raised"))
            continue
        first, widely = _to_be(facts, sentence, at, wide)
        if first < 0 or _by(facts, at, sentence) or _may_be(facts, at) or _is_name_of(facts, at):
            continue
        after = lowers[at + 1] if at + 1 < sentence.last else ""
        subject = lowers[first - 1] if first > sentence.first else ""
        plain = word in impersonal and (widely or word not in weak) and after not in clausal
        finite = lowers[first] not in words("bare-forms-of-be")  # “they let it be known that they …”
        plain = plain or (finite and word in personal and after in that and _tells_of_somebody(facts, at + 2))
        if subject in empty and (plain or (word in shown and after in that)):
            if facts.language.tags[at + 1 : at + 2] == ["ADP"]:
                continue  # “it is maintained on public land”; not “it is believed more than 270 went”
            found.append(_claim(facts, answers, sentence, first - 1, at + 1, "impersonal"))
        elif after in following and (word in raised or (widely and word in wide_raised)):
            if word in facts.lexicon.words("weak-forecasts"):
                continue  # “is widely expected to”: what everybody can see coming
            kind = "wide" if widely and word not in foreseen else "raised"
            found.append(_claim(facts, answers, sentence, first, at + 2, kind))
        elif widely and _is_thought(facts, at):
            found.append(_claim(facts, answers, sentence, first, at + 1, "wide"))
    for first, last in tokens.phrases(facts.lexicon.phrases("hearsay-phrases")):
        sentence = facts.sentence_of(first)
        one, two, three = (*facts.language.tags[last : last + 3], "", "", "")[:3]
        if [one] in _NO_CLAUSE or (two == "ADJ" and three not in ("NOUN", "PROPN", "ADJ")):
            continue  # “it would seem quite natural to”
        if answers.is_prose(sentence) and not facts.is_quoted(first):
            found.append(_claim(facts, answers, sentence, first, last, "impersonal"))
    return found


def _is_thought(facts: Facts, participle: int) -> bool:
    """Whether what somebody thinks of it follows at once: “is widely thought a scandal”."""
    words, tags = facts.language.words, facts.language.tags
    thinks = bool({"thinking"} & words.verb_classes(facts.language.lemmas[participle]))
    return thinks and tags[participle + 1 : participle + 2] in (["DET"], ["ADJ"])


def _is_in_court(facts: Facts, sentence: Sentence) -> bool:
    """Whether a court is told of in the paragraph or in those around it."""
    first = facts.paragraphs[max(0, sentence.paragraph - 1)].first
    last = facts.paragraphs[min(len(facts.paragraphs) - 1, sentence.paragraph + 1)].last
    return not facts.lexicon.words("court-words").isdisjoint(facts.tokens.lowers[first:last])


def _of_people(facts: Facts, at: int) -> bool:
    """Whether people are known to do something, and not known to somebody: “are known to pocket the fines”."""
    tokens, language, words = facts.tokens, facts.language, facts.lexicon.words
    number, behind = language.clause_of(at), tokens.lowers[at + 1 : at + 2]
    if number is None or words("raised-followers").isdisjoint(behind):
        return False
    if language.tags[at + 2 : at + 3] not in (["VERB"], ["AUX"]):
        return False
    clause = language.clauses[number]
    if clause.subject is None or clause.negated or tokens.lowers[at - 1] not in source_verbs(facts.lexicon).passive:
        return False
    if tokens.lowers[at - 1] in words("long-passives"):
        return False  # “have been known to”: it happens now and then
    subject = language.phrases[clause.subject]
    owner = language.phrases[subject.owner] if subject.owner is not None else subject
    return "person" in subject.classes | owner.classes  # “the two women's history is known to”


def _tells_of_somebody(facts: Facts, at: int) -> bool:
    """Whether what is known is what somebody does or wants, no law of nature: “it is known that he wants …”."""
    number = facts.language.phrase_at(at)
    phrase = facts.language.phrases[number] if number is not None else None
    if phrase is None or phrase.first != at:
        return False
    personal = facts.lexicon.words("people-pronouns")
    return phrase.pronoun in personal or (phrase.determiner is not None and "person" in phrase.classes)


def _of_one_named(facts: Facts, at: int) -> bool:
    """Whether an adverb stands right between somebody's name and the verb."""
    start = facts.tokens.starts[at - 1]
    verb = facts.language.tags[at + 1 : at + 2] in (["VERB"], ["AUX"], ["ADV"])
    return verb and any(mention.start <= start < mention.end for mention in facts.mentions)


def _may_be(facts: Facts, participle: int) -> bool:
    """Whether something only may be said, or is not said: “could be said to”, “is not thought to”."""
    number = facts.language.clause_of(participle)
    clause = facts.language.clauses[number] if number is not None else None
    return clause is not None and (clause.standing == "possible" or clause.negated)


def _is_name_of(facts: Facts, participle: int) -> bool:
    """Whether “known as” leads to a name: what somebody is called, not what is thought of him."""
    words, lowers = facts.lexicon.words, facts.tokens.lowers
    behind = lowers[participle + 1 : participle + 2]
    if lowers[participle] not in words("raised-verbs-personal") or words("as-words").isdisjoint(behind):
        return False
    return facts.tokens.texts[participle + 2 : participle + 3] != [] and (
        not facts.tokens.texts[participle + 2][0].islower()
    )


def _to_be(facts: Facts, sentence: Sentence, participle: int, wide: frozenset[str]) -> tuple[int, bool]:
    """The first word of the form of to be before a participle, or -1; and whether “widely” stands between."""
    words = source_verbs(facts.lexicon)
    lowers = facts.tokens.lowers
    first, widely, passive = participle, False, False
    while first > sentence.first and participle - first <= _ADVERBS:
        word = lowers[first - 1]
        if word in wide:
            widely = True
        elif word in words.passive or word in words.auxiliaries:
            passive = passive or word in words.passive or word == GENITIVE
        elif not words.is_adverb(word):
            break
        first -= 1
    return (first, widely) if passive else (-1, False)


def _by(facts: Facts, at: int, sentence: Sentence) -> bool:
    """Whether “by” tells who does it."""
    behind = range(at + 1, min(at + _BY, sentence.last))
    # “raised about how he came by three houses”: who does it stands before the next verb
    end = next((place for place in behind if facts.language.tags[place] == "VERB"), behind.stop)
    return not source_nouns(facts.lexicon).by.isdisjoint(facts.tokens.lowers[at + 1 : max(at + 1, end)])


def _claim(facts: Facts, answers: Answers, sentence: Sentence, first: int, last: int, kind: str) -> Claim:
    tokens = facts.tokens
    who = _spoken_of(facts, first)
    named = "sentence" if answers.in_sentence(sentence, who, last) else answers.later_in_paragraph(sentence)
    retold = not facts.lexicon.words("retold-participles").isdisjoint(tokens.lowers[first:last])
    if named is None and retold and not _is_about_somebody(facts, first):
        named = answers.earlier_in_paragraph(sentence)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Claim(start, end, kind, None, None, tokens.texts[last - 1], named, False, None, 0, sentence.paragraph)


def _spoken_of(facts: Facts, first: int) -> int:
    """The first token of the one of whom something is said with “who”: what he says himself is no source of it."""
    if not first or facts.tokens.lowers[first - 1] not in facts.lexicon.words("relative-words"):
        return first
    number = facts.language.phrase_at(first - 1)
    before = facts.language.phrases[number - 1] if number else None
    return before.first if before is not None and (before.proper or "person" in before.classes) else first


def _is_about_somebody(facts: Facts, at: int) -> bool:
    """Whether the subject before a verb is somebody, of whom it may be an accusation: “he is said to have taken it”."""
    number = facts.language.phrase_at(at - 1) if at else None
    if number is None:
        return True
    phrase = facts.language.phrases[number]
    return phrase.proper or phrase.pronoun is not None or "person" in phrase.classes


def find_rumours(facts: Facts, answers: Answers) -> list[Claim]:
    """Talk without a talker: “rumours are swirling”, “there is growing speculation”, “questions have been raised”."""
    tokens, words = facts.tokens, facts.lexicon.words
    spans = dict(tokens.phrases(facts.lexicon.phrases("rumour-phrases")))
    fixed = frozenset(spans)
    weak, wide, that = words("rumour-nouns-weak"), words("wide-modifiers"), words("source-that-words")
    rumours_of = words("rumours-of")
    for at in tokens.positions(words("rumour-nouns")):
        sentence = facts.sentence_of(at)
        first = _modified(facts, sentence, at)
        widely = not wide.isdisjoint(tokens.lowers[first:at])
        there = _there(facts, sentence, first)
        told = at + 1 < sentence.last and tokens.lowers[at + 1] in that
        denied = there >= 0 and not words("denying-determiners").isdisjoint(tokens.lowers[there:at])
        if denied or not words("denying-determiners").isdisjoint(tokens.lowers[first:at]):
            continue  # “there is no evidence that” is what the writer found, or did not; “no questions will be asked”
        if _is_at_a_name(facts, answers, at):
            continue  # “there was a suggestion on NBC that”
        if told and tokens.lowers[at] in words("rumours-told") and not _owned(facts, first, at):
            open_ = first == at or tokens.lowers[first] in words("open-determiners")
            if open_ and first == sentence.first:
                spans.setdefault(first, at + 1)
        of = tokens.lowers[at] in rumours_of and not words("of-words").isdisjoint(tokens.lowers[at + 1 : at + 2])
        if there >= 0 and (widely or told or of or tokens.lowers[at] not in weak):
            spans.setdefault(there, at + 1)
            continue
        last = _spreading(facts, sentence, at)
        if last and not _owned(facts, first, at):
            spans.setdefault(first, last)
    found = []
    for first, last in sorted(spans.items()):
        if first in fixed and facts.language.tags[last - 1] == "AUX" and not _leads_on(facts, last):
            continue  # “the word is already in the dictionary”, “the word is Ilocano”
        if tokens.lowers[first] in words("words-for-those") and _is_done_to(facts, first):
            continue  # “a fund for those close to the airport”
        if first in fixed and tokens.lowers[last - 1] in words("relative-words") and not _holds_something(facts, last):
            continue  # “there are those who would use nylon”
        sentence = facts.sentence_of(first)
        quoted = facts.is_quoted(first)
        if answers.is_prose(sentence) and not quoted and not _by(facts, last - 1, sentence):
            claim = _claim(facts, answers, sentence, first, last, "rumour")
            # Whoever is quoted further down is not the one behind “medical opinion”.
            found.append(claim._replace(named=None) if first in fixed and claim.named == "paragraph" else claim)
    return found


def _leads_on(facts: Facts, at: int) -> bool:
    """Whether a clause, or a preposition with what is bet on, follows a verb in its sentence: “the word is that”."""
    last = facts.sentence_at(facts.tokens.starts[at - 1]).last - 1
    end = next((to for to in range(at, last) if not facts.tokens.texts[to][0].isalnum()), last)
    clauses = begun_between(facts.language.clauses, facts.tokens.ends[at - 1], facts.tokens.starts[end])
    return bool(clauses) or facts.language.tags[at : at + 1] == ["ADP"]


def _is_done_to(facts: Facts, at: int) -> bool:
    """Whether a word is the object of a preposition, or of a verb that says nothing."""
    language = facts.language
    if not at or language.tags[at - 1] != "VERB":
        return bool(at) and language.tags[at - 1] == "ADP"
    return "saying" not in language.words.verb_classes(language.lemmas[at - 1])


def _holds_something(facts: Facts, at: int) -> bool:
    """Whether the verb of “who” says, thinks or feels something."""
    clauses, places = facts.language.clauses, range(at, min(at + _ADVERBS, len(facts.tokens)))
    number = next((number for place in places if (number := facts.language.clause_of(place)) is not None), None)
    return number is None or bool(_HOLDING & clauses[number].classes)


def _is_at_a_name(facts: Facts, answers: Answers, noun: int) -> bool:
    """Whether a preposition behind a noun tells where it was heard: “on NBC”."""
    where = facts.tokens.lowers[noun + 1 : noun + 2]
    known = facts.lexicon.union("from-words", "on-words").intersection(where)
    return bool(known) and noun + 2 < len(facts.tokens) and answers.is_name(noun + 2)


def _modified(facts: Facts, sentence: Sentence, noun: int) -> int:
    """The first of the words that stand before a noun and belong to it."""
    breaks = source_nouns(facts.lexicon).breaks
    first = noun
    while first > sentence.first and noun - first < _MODIFIERS:
        word = facts.tokens.lowers[first - 1]
        if word in breaks or not word[0].isalnum():
            break
        first -= 1
    return first


def _there(facts: Facts, sentence: Sentence, first: int) -> int:
    """The position of “there” before “is”, “have been” …, or -1."""
    lowers, words = facts.tokens.lowers, source_verbs(facts.lexicon)
    at = first - 1
    while (
        at > sentence.first
        and first - at < _ADVERBS + 1
        and (lowers[at] in words.auxiliaries or lowers[at] in words.adverbs)
    ):
        at -= 1
    expletive = facts.lexicon.words("there-words")
    if at < first - 1 and lowers[at] in expletive and words.passive & set(lowers[at + 1 : first]):
        return at
    return -1


def _owned(facts: Facts, first: int, noun: int) -> bool:
    """Whether a possessive or a name tells whose talk it is."""
    tokens, words = facts.tokens, source_nouns(facts.lexicon)
    before = tokens.lowers[first - 1] if first else ""
    if before == GENITIVE or not words.owners.isdisjoint(tokens.lowers[first:noun]):
        return True
    return any(tokens.texts[at][0].isupper() for at in range(first + 1, noun))


def _spreading(facts: Facts, sentence: Sentence, noun: int) -> int:
    """One past the verb with which talk spreads, behind its noun; 0 where none stands there."""
    lowers, words = facts.tokens.lowers, source_verbs(facts.lexicon)
    strong, done = facts.lexicon.words("rumour-verbs"), facts.lexicon.words("rumour-participles")
    passive = False
    for at in range(noun + 1, min(noun + 2 + _ADVERBS, sentence.last)):
        if lowers[at] in strong or (passive and lowers[at] in done):
            return at + 1
        passive = passive or lowers[at] in words.passive
        if lowers[at] not in words.auxiliaries and lowers[at] not in words.adverbs:
            return 0
    return 0
