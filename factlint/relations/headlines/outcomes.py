"""Outcomes: how it came out in the headline, and how in the text: refused there, put off here.

A question (of a plan, of a trial, of a strike) has answers that exclude one another. Where the headline gives one as
done, the text none like it, and as done another, the two contradict each other. Some questions are answered of many
things in one story; of those only what the text says of the headline's own subject counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.answers import Answer, Known, answers_in, denied, known_answers
from factlint.relations.headlines.before import is_of_before

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.entities import Entities
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_TOLD = _DONE | {"planned"}
_DECISION = "decision"
_WANTED = frozenset({"asked for", "sought"})
_SAYING = frozenset({"ADJ", "ADV", "PART"})
_COUNT = 3  # words behind “of” that tell what somebody is guilty of
_PEOPLE = frozenset({"person", "group", "animal"})
_NOT_NEAR = 2  # tokens before a headline's verb within which “not” denies it
_SEVERAL = 2  # moves that show which way a whole text goes
_SURELY = 3  # telling words, most of a line's, by which a sentence tells of its event whoever does it
_CLEARLY = 2  # telling words that headline and sentence share, so that they surely speak of one thing


def find_outcomes(story: Story) -> Iterator[Contrast]:
    """Every outcome that a headline states, and of which the text has another."""
    known = known_answers(story.facts.lexicon)
    told: list[Answer] | None = None
    for line in story.display:
        spot = line.paragraph
        stated = _answers(story, spot.first, spot.last, known)
        if not stated or story.asks(line):
            continue
        if told is None:
            told = [answer for one in story.sentences for answer in _answers(story, one.first, one.last, known)]
        for question in sorted({one.question for one in stated}):
            same = [one for one in stated if one.question == question]
            if len({one.answer for one in same}) > 1:
                continue
            said = next((one for one in same if _is_stated(story, one, known, spot.first)), None)
            if said is not None:
                if (undecided := _undecided(story, line, said, told, known)) is not None:
                    yield undecided
                    break
                yield from _against(story, line, said, [a for a in told if a.question == question], known)


def _answers(story: Story, first: int, last: int, known: Known) -> list[Answer]:
    return answers_in(story.language, first, last, known.entries, known.by_conversion)


def _is_stated(story: Story, answer: Answer, known: Known, opening: int) -> bool:
    """Whether a headline gives an answer as done: no plan, nothing possible or denied."""
    if denied(story.language, answer, known) or _is_of_a_thing(story, answer, known):
        return False
    if answer.verbal and not _denies(answer, known) and story.denial(answer.first) is not None:
        return False  # “no lives are lost”
    if answer.verbal and _is_attribute(story, answer.first, opening):
        return False  # “row over vanished containers” takes for granted that they are gone
    near = story.tokens.lowers[max(opening, answer.first - _NOT_NEAR) : answer.first]
    if answer.verbal and not known.negations.isdisjoint(near):
        return False  # “not giving up”
    if not answer.verbal:
        if answer.question in known.of_story:
            return False  # “no proof” is of whatever it is of
        if answer.question in known.by_nouns:
            phrase = story.language.phrase_at(answer.first)
            return phrase is not None and _does_it(story.language.phrases[phrase], opening)
        if answer.question in known.by_conversion and story.language.tags[answer.first] == "NOUN":
            phrase = story.language.phrase_at(answer.first)
            return phrase is not None and story.language.phrases[phrase].head == answer.first
        return answer.size > 1 or story.language.tags[answer.first] in _SAYING
    clause = story.clause_at(answer.first)
    if clause is None:
        return True
    if clause.kind == "infinitive" and not clause.negated and clause.within is not None:
        # “vote to scrap pews”: what a body makes up its mind to do is settled.
        over = story.language.clauses[clause.within]
        return over.lemma in known.deciding and over.standing in _DONE and not over.negated
    return clause.standing in _DONE and not clause.negated and clause.kind not in ("infinitive", "relative")


def _is_attribute(story: Story, at: int, opening: int) -> bool:
    """Whether a participle stands before its noun: an adjective by its tag, or any behind a preposition or a mark."""
    tags = story.language.tags
    led = (
        at > opening
        and tags[at - 1] in ("ADP", "DET", "PUNCT")
        and "n" in story.language.words.verb_forms(story.tokens.lowers[at])
    )
    return (tags[at] == "ADJ" or led) and tags[at + 1 : at + 2] in (["NOUN"], ["PROPN"])


def _is_of_a_thing(story: Story, answer: Answer, known: Known) -> bool:
    """Whether an answer that is given of people is given of a thing: a conference held, a question evaded."""
    if answer.answer not in known.done_to_people or not answer.verbal or answer.size > 1:
        return False
    clause = story.clause_at(answer.first)
    whom = story.phrase(_whom(story, answer))
    if whom is None or whom.pronoun is not None:
        return False
    active = clause is not None and clause.voice == "active" and clause.object is None
    classes = story.language.words.noun_classes(story.language.words.lemma(story.tokens.lowers[whom.head], "NOUN"))
    return not active and bool(classes) and _PEOPLE.isdisjoint(classes)


def _does_it(phrase: Phrase, opening: int) -> bool:
    """Whether a phrase opens the line, or is the subject of its clause."""
    return phrase.first == opening or phrase.role == "subject"


def _against(story: Story, line: Line, stated: Answer, told: list[Answer], known: Known) -> Iterator[Contrast]:
    """The text's answer to a question where it is another than the headline's, or denies the headline's."""
    if story.in_quote(stated.first):
        return  # “Council says ‘no proof’ of a leak”: whoever is quoted answers for it
    settled = [one for one in told if _is_told(story, one, known)]
    if any(
        one.answer == stated.answer
        and not _is_of_others(story, stated, one, known)
        and not _is_on_another_count(story, stated, one)
        and not (story.in_quote(one.first) and not one.verbal)  # a sign that says “No” decides nothing
        for one in settled
    ):
        return
    settled = [
        one
        for one in settled
        if one.answer != stated.answer and _brings_about(story, one, known) and not _was_before(story, stated, one)
    ]
    best = _likeliest(story, line, stated, settled, known) or _all_against(story, line, stated, told, settled, known)
    denial = None
    if best is None:
        denied_ones = [
            one
            for one in told
            if one.answer == stated.answer and one.verbal and one not in settled and not _is_an_aim(story, one)
        ]
        best = _likeliest(
            story, line, stated, [one for one in denied_ones if story.denial(one.first) is not None], known
        )
        denial = None if best is None else story.denial(best[1].first)
        if denial is None:
            return
    assert best is not None
    shared, one = best
    tokens = story.tokens
    first = one.first if denial is None else min(denial, one.first)
    yield Contrast(
        tokens.starts[stated.first], tokens.ends[stated.last - 1], "outcome", "headline",
        stated.answer, one.answer if denial is None else story.words(first, one.last),
        "strong" if shared >= _CLEARLY else "middling", False,
        Stretch(tokens.starts[first], tokens.ends[one.last - 1]),
    )  # fmt: skip


def _is_an_aim(story: Story, answer: Answer) -> bool:
    """Whether an answer stands in what somebody is after: “to ensure that they did not miss a threat”."""
    clause = story.clause_at(answer.first)
    if clause is None or clause.kind != "subordinate":
        return False
    before = max(story.clauses_of(story.facts.sentence_at(story.tokens.starts[answer.first]).first, clause.verb),
                 key=lambda one: one.verb, default=None)  # fmt: skip
    return before is not None and before.kind == "infinitive"


def _undecided(story: Story, line: Line, stated: Answer, told: list[Answer], known: Known) -> Contrast | None:
    """What a line tells as done by those who decide, where the text's one decision is to refuse it or to wait.

    “Capital bans scooters” over a proposal that fell short.
    """
    lexicon, tokens = story.facts.lexicon, story.tokens
    clause = story.clause_at(stated.first)
    if stated.question not in lexicon.words("questions-that-need-decisions") or clause is None or not stated.verbal:
        return None
    subject = story.phrase(clause.subject)
    if subject is None or clause.voice != "active" or subject.pronoun is not None or subject.first > clause.first:
        return None
    if any(one.denial is None and one.standing in _DONE and not one.nominal for one in story.events.told(clause)):
        return None
    decisions = [one for one in told if one.question == _DECISION and _is_told(story, one, known)]
    plain = [
        one for one in decisions if one.verbal and not story.in_quote(one.first) and not _is_background(story, one)
    ]
    if not plain or len({one.answer for one in decisions}) > 1 or plain[0].answer not in lexicon.words("answers-of-no"):
        return None
    if any(
        one.question == stated.question and one.answer == stated.answer and _is_told(story, one, known) for one in told
    ):
        return None
    one = next((one for one in plain if _is_of_the_plan(story, one)), None)
    if one is None:
        return None
    return Contrast(
        tokens.starts[stated.first], tokens.ends[stated.last - 1], "outcome", "headline", stated.answer, one.answer,
        "middling", False, Stretch(tokens.starts[one.first], tokens.ends[one.last - 1]),
    )  # fmt: skip


def _is_of_others(story: Story, stated: Answer, told: Answer, known: Known) -> bool:
    """Whether an answer is given of somebody else: two who were sacked earlier bear out no third sacking."""
    if stated.question not in known.personal or not stated.verbal or not told.verbal:
        return False
    one, other = (story.phrase(_whom(story, answer)) for answer in (stated, told))
    if one is None or other is None or one.pronoun is not None or other.pronoun is not None or one.plural:
        return False
    apart = not story.telling(one.first, one.last) & story.telling(other.first, other.last)
    return apart and other.plural and one.proper


def _is_on_another_count(story: Story, stated: Answer, told: Answer) -> bool:
    """Whether an answer is given of another count: “guilty of failing to stop”, where a line has “of manslaughter”."""
    one, other = (_count(story, answer) for answer in (stated, told))
    return bool(one) and bool(other) and not one & other


def _count(story: Story, answer: Answer) -> frozenset[str]:
    """The beginnings of the words right behind an answer's “of”; none where there is no “of”."""
    lowers, of = story.tokens.lowers, story.facts.lexicon.words("of-words")
    if answer.last >= len(lowers) or lowers[answer.last] not in of:
        return frozenset()
    last = story.facts.sentence_at(story.tokens.starts[answer.first]).last
    return story.telling(answer.last + 1, min(last, answer.last + 1 + _COUNT))


def _whom(story: Story, answer: Answer) -> int | None:
    """Whom an answer is given of: an active verb's object, else its subject."""
    clause = story.clause_at(answer.first)
    if clause is None:
        return None
    behind = story.language.phrase_at(clause.last) if clause.last < len(story.tokens.lowers) else None
    right = behind is not None and story.language.phrases[behind].first == clause.last
    thing = behind if clause.object is None and right else clause.object
    return clause.subject if clause.voice == "passive" or thing is None else thing


def _was_before(story: Story, stated: Answer, told: Answer) -> bool:
    """Whether what the text tells came before what the headline tells, or after it: lost, then found; shut, then open.

    Who is found was looked for; what “opened again” further down had closed.
    """
    table = story.facts.lexicon.values("outcomes-before-others")
    if told.answer in table.get(stated.answer, ()):
        return True
    if _is_presupposed(story, stated, told) or _is_of_an_earlier_year(story, told):
        return True
    again = not story.facts.lexicon.words("words-of-return").isdisjoint(story.tokens.lowers[told.first : told.last + 1])
    lead = story.facts.sentence_at(story.tokens.starts[told.first]).number in story.lead
    return again and not lead and stated.verbal


def _is_of_an_earlier_year(story: Story, told: Answer) -> bool:
    """Whether an answer, or what its block tells before it, is dated by years before the last one of the article."""
    sentence = story.facts.sentence_at(story.tokens.starts[told.first])
    first = story.facts.paragraphs[sentence.paragraph].start
    years = [one.year for one in story.facts.dates if one.year and first <= one.start < sentence.end]
    return bool(years) and max(years) < max(one.year for one in story.facts.dates if one.year)


def _is_presupposed(story: Story, stated: Answer, told: Answer) -> bool:
    """Whether the text tells, of an earlier time, what the headline's verb takes for granted.

    What reopens “has been closed since March”; the rule that is lifted “was imposed in 2019”.
    """
    table = story.facts.lexicon.values("outcomes-taken-for-granted")
    verbs = story.language.lemmas[stated.first : stated.last] if stated.verbal else ()
    if not any(told.answer in table.get(verb, ()) for verb in verbs):
        return False
    return is_of_before(story, told.first, told.last)


def _all_against(
    story: Story, line: Line, stated: Answer, told: list[Answer], settled: list[Answer], known: Known
) -> tuple[int, Answer] | None:
    """The first of several moves of a text that all go one way, where what the headline has move goes the other."""
    clause = story.clause_at(stated.first)
    if clause is None or clause.object is not None or clause.subject is None or clause.kind != "main":
        return None
    if stated.question not in known.by_conversion or not stated.verbal:
        return None
    if any(one.answer == stated.answer for one in told):
        return None
    subject = story.language.phrases[clause.subject]
    about = story.telling(subject.first, subject.last)
    plain = [
        one
        for one in settled
        if not story.in_quote(one.first)
        and not _is_background(story, one)
        and about & story.about(story.facts.sentence_at(story.tokens.starts[one.first]).number)
    ]
    return (1, plain[0]) if len(plain) >= _SEVERAL else None


def _likeliest(story: Story, line: Line, stated: Answer, told: list[Answer], known: Known) -> tuple[int, Answer] | None:
    """Of the text's answers the one that most surely speaks of the headline's thing, with how many words they share."""
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    tied = stated.question in known.of_subject | known.of_thing | known.of_either
    of_story = stated.verbal and stated.question in known.of_story
    best: tuple[int, Answer] | None = None
    for one in told:
        if _is_background(story, one) or story.in_quote(one.first):
            continue
        number = story.facts.sentence_at(story.tokens.starts[one.first]).number
        sentence = story.facts.sentences[number]
        if stated.question in known.by_nouns and not about & story.telling(sentence.first, sentence.last):
            continue  # what kept a neighbour in bed is not what the line is about
        own = (not tied and not _is_of_something_else(story, line, one)) or _of_one(story, stated, one, known)
        # “the council” here, “members” there: of one plan all the same where its number and its place are told.
        clause = story.clause_at(stated.first)
        main = clause is not None and clause.kind == "main"
        of_it = main and stated.question not in known.of_subject and number in story.lead
        alone = known.of_thing - story.facts.lexicon.words("questions-of-owners")
        if of_it and stated.question in alone and _have_objects(story, stated, one):
            of_it = False  # jobs cut and a tax raised are two things, whatever else the sentence has
        own = own or (of_it and _is_all_of_it(story, about, number))
        if not own and not (_is_his(story, one, known) and len(about & story.about(number)) >= _CLEARLY):
            continue
        shared = len(about & story.about(number)) + (number in story.lead or of_story or _is_of_the_plan(story, one))
        if shared and (best is None or shared > best[0]):
            best = shared, one
    return best


def _is_of_something_else(story: Story, line: Line, told: Answer) -> bool:
    """Whether an answer is told of a doer and a thing of which the line has neither: “others failed to win states”."""
    clause, closing = story.clause_at(told.first), story.clause_at(told.last - 1)
    if clause is None or closing is None or clause.verb != told.first or _is_of_the_plan(story, told):
        return False
    relatives = story.facts.lexicon.words("relative-pronouns")
    parts = {clause.subject, clause.object, closing.object}
    phrases = [phrase for index in parts if (phrase := story.phrase(index)) is not None]
    # “a union that has endorsed Roe”: “that” is what stands before it
    phrases = [
        story.language.phrases[max(0, (story.language.phrase_at(one.first) or 0) - 1)]
        if one.pronoun in relatives
        else one
        for one in phrases
    ]
    if clause.subject is None or len(phrases) < _CLEARLY or any(phrase.pronoun is not None for phrase in phrases):
        return False
    parts_of = [phrase for one in (clause, closing) for _, index in one.obliques if (phrase := story.phrase(index))]
    about = story.telling(line.paragraph.first, line.paragraph.last)
    return not any(about & story.telling(phrase.first, phrase.last) for phrase in (*phrases, *parts_of))


def _have_objects(story: Story, *answers: Answer) -> bool:
    """Whether each of some answers is told by a verb of its own object."""
    clauses = (story.clause_at(one.first) for one in answers)
    return all(clause is not None and clause.object is not None for clause in clauses)


def _is_all_of_it(story: Story, about: frozenset[str], number: int) -> bool:
    """Whether a sentence has most of what a line tells beside its verb."""
    sentence = story.facts.sentences[number]
    shared = about & story.telling(sentence.first, sentence.last)
    return len(shared) >= _SURELY and 2 * len(shared) > len(about)


def _is_of_the_plan(story: Story, answer: Answer) -> bool:
    """Whether an answer is given of “the vote” or “the proposal”, which is the one that the text is about."""
    clause = story.clause_before(answer.first)
    if clause is None:
        return False
    words = story.facts.lexicon.words
    plans, definite = words("settling-nouns") | words("nouns-of-plans"), words("definite-articles")
    things = (story.phrase(index) for index in (clause.subject, clause.object))
    return any(one is not None and one.lemma in plans and one.determiner in definite for one in things)


def _of_one(story: Story, stated: Answer, told: Answer, known: Known) -> bool:
    """Whether two answers are given of one thing, or by one body where the question is what it thinks."""
    if _is_of_a_member(story, stated, told):
        return False
    if stated.question not in known.of_thing and _subjects(story, stated, True) & _subjects(story, told, False):
        return True
    return stated.question not in known.of_subject and bool(_things(story, stated, True) & _things(story, told, False))


def _is_of_a_member(story: Story, *answers: Answer) -> bool:
    """Whether a body gives one answer and somebody who is named another: “Councillors Roe and Moe voted against”."""
    body, member = (
        story.phrase(clause.subject) if (clause := story.clause_before(one.first)) else None for one in answers
    )
    if body is None or member is None or body.proper or "group" not in body.classes:
        return False
    return not story.of_people.isdisjoint(range(member.first, member.last))


def _is_his(story: Story, answer: Answer, known: Known) -> bool:
    """Whether an answer is told of “him” or “her”, so that only what is around says of whom."""
    clause = story.clause_before(answer.first)
    subject = None if clause is None else story.phrase(clause.subject)
    return answer.question in known.personal and subject is not None and subject.pronoun is not None


def _subjects(story: Story, answer: Answer, stated: bool) -> frozenset[str]:
    """The words for what an answer is given of: the subject of its clause."""
    entities = story.entities
    if not answer.verbal and story.language.tags[answer.first] == "NOUN":
        index = story.language.phrase_at(answer.first)
        if index is not None:  # “Cocoa price slump”
            phrase = story.language.phrases[index]
            return entities.words_of(phrase.first, answer.first) | _of(story, entities, index)
    clause = story.clause_before(answer.first)
    if clause is None or clause.subject is None:
        return frozenset()
    return (
        entities.known_as(clause.subject)
        | entities.senses(clause.subject, stated)
        | _of(story, entities, clause.subject)
    )


def _things(story: Story, answer: Answer, stated: bool) -> frozenset[str]:
    """The words for the thing that an answer is given of: an active verb's object, else its subject."""
    entities = story.entities
    clause = story.clause_before(answer.first)
    if clause is None:
        return frozenset()
    index = clause.subject
    if answer.verbal and clause.verb == answer.first and clause.voice == "active":
        behind = story.language.phrase_at(answer.last) if answer.last < len(story.tokens.lowers) else None
        beside = behind is not None and answer.size > 1 and story.language.phrases[behind].role != "subject"
        thing = behind if beside else clause.object
        index = index if thing is None else thing
    if index is None:
        return frozenset()
    own = entities.known_as(index) | entities.senses(index, stated) | _of(story, entities, index)
    words, first = story.facts.lexicon.words, story.language.phrases[index].first
    theirs = story.tokens.lowers[first] in words("possessive-determiners") and answer.question in words(
        "questions-of-owners"
    )
    # “The Turnips will keep their name” tells what becomes of the Turnips.
    return own | entities.known_as(clause.subject) if theirs and clause.subject not in (None, index) else own


def _of(story: Story, entities: Entities, index: int) -> frozenset[str]:
    """The words of what stands behind “of”: the price of cocoa."""
    other = story.language.phrases[index].of
    return frozenset() if other is None else entities.own(other)


def _is_told(story: Story, answer: Answer, known: Known) -> bool:
    """Whether the text gives an answer as so."""
    if denied(story.language, answer, known) or _is_of_a_thing(story, answer, known):
        return False
    clause: Clause | None = story.clause_at(answer.first)
    if clause is None:
        return True
    if not _denies(answer, known) and story.denial(answer.first) is not None:
        return False
    if _is_wanted(story, clause, answer) or _is_told_to(clause):
        return False
    if answer.verbal and clause.kind == "infinitive" and clause.within is None and clause.standing == "done":
        return False  # “the votes for it to be ratified”: what hangs on no verb is not told as done
    own_words = story.tokens.lowers[clause.first : clause.last]
    denials = [word for word in own_words if word in known.negations or word.endswith(known.negative_endings)]
    if _denies(answer, known):
        # “say no” is told; “have not said no” is not.
        own = not clause.negated or any(word in answer.words for word in denials)
        return own and story.nobody(clause) is None
    # “must pay 20,000 instead of 90,000”: what is due is settled, what is asked for is not.
    may_be = answer.size > 1 or (answer.question in known.if_possible and not answer.verbal)
    may_be = may_be and not _would(story, clause)  # “he would wake at four” was long before
    settled = _TOLD | {"possible"} if may_be or _is_announced(story, clause, answer, known) else _TOLD
    return clause.standing in settled and not clause.negated


def _is_wanted(story: Story, clause: Clause, answer: Answer) -> bool:
    """Whether an answer is what somebody asks for: “recommended approval”, “needs to be approved”."""
    governors, lowers = story.facts.lexicon.table("event-governors"), story.tokens.lowers
    if answer.verbal:
        hangs = clause.kind in ("infinitive", "participle") and clause.first > 0  # “had proposed closing them”
        return hangs and governors.get(lowers[clause.first - 1]) in _WANTED
    thing = story.phrase(clause.object)
    governor = governors.get(lowers[clause.verb])
    return thing is not None and thing.first <= answer.first < thing.last and governor in _WANTED


def _is_told_to(clause: Clause) -> bool:
    """Whether nobody is the subject of a verb in the present: “Hang on.”"""
    return clause.kind == "main" and clause.subject is None and clause.tense == "present" and clause.voice == "active"


def _is_announced(story: Story, clause: Clause, answer: Answer, known: Known) -> bool:
    """Whether somebody has said what he would do himself: “told the board that he would step down”."""
    over = None if clause.within is None else story.language.clauses[clause.within]
    said = over is not None and "saying" in over.classes and over.standing in _DONE and not over.negated
    return said and answer.question in known.personal and _would(story, clause)


def _would(story: Story, clause: Clause) -> bool:
    return story.tokens.lowers[clause.first] in story.facts.lexicon.words("conditional-modals")


def _brings_about(story: Story, answer: Answer, known: Known) -> bool:
    """Whether a noun for what a thing came from does something, or stands behind “by” or “blamed on”."""
    if answer.verbal or answer.question not in known.by_nouns:
        return True
    phrase = story.phrase(story.language.phrase_at(answer.first))
    if phrase is None or phrase.role == "subject":
        return True
    if phrase.of is not None or phrase.preposition is None:
        return False  # “came down on a row of stalls” tells of no row
    return story.tokens.lowers[phrase.preposition] in story.facts.lexicon.words("prepositions-of-causes")


def _denies(answer: Answer, known: Known) -> bool:
    """Whether the words of an answer are a denial themselves: “cannot say”, “not known”."""
    return any(word in known.negations or word.endswith(known.negative_endings) for word in answer.words)


def _is_background(story: Story, answer: Answer) -> bool:
    """Whether it was so before: “had been approved in 2019”."""
    clause: Clause | None = story.clause_at(answer.first)
    if clause is None or not answer.verbal:
        return False
    lowers = story.tokens.lowers[clause.first : clause.verb]
    return not story.facts.lexicon.words("past-perfect-words").isdisjoint(lowers)
