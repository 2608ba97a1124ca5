"""Plans: a headline tells as done what the text opens with as a thing that may come to be, and never tells as done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.facts.model import Sentence
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_DONE = frozenset({"done", "reported"})
_OPEN = frozenset({"planned", "possible", "asked"})
#: What one decides, says or thinks is done when it is said; what comes of it is not.
_DEEDS = frozenset({"change", "making", "social", "giving"})
_TELLING = frozenset({"saying", "thinking", "seeing", "feeling", "being"})
_SMALL = frozenset({"ADP", "PRON", "SCONJ"})
_AHEAD = frozenset({"planned", "sought", "asked for"})
_OPENING = 2  # sentences with which a text says what has happened
_FEWEST = 2  # telling words that the line shares with them
_NEAR = 10  # tokens behind a decision within which stands what it is to do
_REACH = 10  # tokens before a clause in which a word says that it is compared
_SHORT_LINE = 4  # telling words of a line of which one is enough


def find_plans(story: Story) -> Iterator[Contrast]:
    """Every deed that a headline tells as done, where the text opens with a plan and nobody has decided on it."""
    lines = [line for line in story.display if not story.asks(line) and not is_hedged(story, line)]
    stated = [(line, clause) for line in lines for clause in _stated(story, line)]
    if not stated:
        return
    plan = _plan(story)
    if plan is None or _is_decided(story):
        return
    tokens = story.tokens
    for line, clause in stated:
        about = story.telling(line.paragraph.first, line.paragraph.last)
        if not _is_same(story, line, about) or _is_done(story, clause):
            continue
        yield Contrast(
            tokens.starts[clause.first], tokens.ends[clause.last - 1], "plan", "headline",
            story.words(clause.first, clause.last), story.words(plan.first, plan.last), "middling", False,
            Stretch(plan.start, plan.end),
        )  # fmt: skip
        return


def is_hedged(story: Story, line: Line) -> bool:
    """Whether a line says that it is a plan, whose word it is, or when it will be."""
    tokens, spot = story.tokens, line.paragraph
    words = story.facts.lexicon.words
    own = tokens.lowers[spot.first : spot.last]
    tags = story.language.tags[spot.first : spot.last]
    hedges = words("headline-hedges")
    hedged = any(word in hedges and tag not in _SMALL for word, tag in zip(own, tags, strict=True))
    if hedged or _has_infinitive(story, line):
        return True
    if not words("headline-attributing-marks").isdisjoint(tokens.texts[spot.first : spot.last]):
        return True
    return any(spot.start <= moment.start < spot.end for moment in story.facts.moments)


def _has_infinitive(story: Story, line: Line) -> bool:
    """Whether a line tells what is to be: “Firm to open plant”, “set to open”; not “merge to form a dairy”."""
    tags, spot = story.language.tags, line.paragraph
    return any(
        tags[at] == "PART" and tags[at + 1] == "VERB" and not _is_purpose(story, spot.first, at)
        for at in range(spot.first, spot.last - 1)
    )


def _is_purpose(story: Story, first: int, at: int) -> bool:
    """Whether an infinitive tells what for a deed before it is done."""
    before = [one for one in story.clauses_of(first, at) if one.kind == "main" and one.tense in ("present", "past")]
    governors = story.facts.lexicon.table("event-governors")
    return bool(before) and bool(before[-1].classes & _DEEDS) and story.tokens.lowers[before[-1].verb] not in governors


def _stated(story: Story, line: Line) -> Iterator[Clause]:
    """The clauses of a line that tell a deed as done."""
    for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
        deed = clause.classes & _DEEDS and clause.lemma not in story.facts.lexicon.words("deciding-verbs")
        finite = clause.kind == "main" and clause.tense in ("present", "past") and not clause.negated
        if deed and finite and clause.standing in _DONE and clause.subject is not None:
            yield clause


def _is_same(story: Story, line: Line, about: frozenset[str]) -> bool:
    """Whether a text opens with what a line tells of: with several of its words, or a name."""
    shared = about & _opening(story)
    tags, first = story.language.tags, line.paragraph.first
    named = [at for at in range(first + 1, line.paragraph.last) if tags[at] == "PROPN"]
    short = len(about) <= _SHORT_LINE
    return len(shared) >= _FEWEST - short or any(story.telling(at, at + 1) & shared for at in named)


def _opening(story: Story) -> frozenset[str]:
    """The telling words of the sentences that a text opens with."""
    return frozenset().union(*(story.telling(one.first, one.last) for one in story.sentences[:_OPENING]))


def _plan(story: Story) -> Clause | None:
    """The clause of a text's first sentence that tells what may be or is planned, where nothing else there is done."""
    if not story.sentences:
        return None
    first = story.sentences[0]
    plan: Clause | None = None
    conditional = story.facts.lexicon.words("conditional-modals") if _is_proposed(story, first) else frozenset()
    for clause in story.clauses_of(first.first, first.last):
        if clause.kind in ("relative", "participle", "infinitive") or clause.in_quote or _is_compared(story, clause):
            continue
        planning = clause.lemma in story.facts.lexicon.words("plans-of-headlines") or _is_due(story, clause)
        # What one can do is so; what will be is often told as if it were.
        firm = story.facts.lexicon.union("firm-modals", "forms-of-be") - conditional  # “will retire”, “is to retire”
        able = story.tokens.lowers[clause.first] in firm and not planning
        forbidden = clause.negated and clause.standing == "possible"  # “kites may not be flown”
        if (clause.standing in _OPEN and not able and not forbidden) or planning:
            plan = plan or clause
        elif clause.standing in _DONE and clause.kind == "main" and not clause.classes & _TELLING:
            if _is_condition(story, clause) or clause.subject is None:
                continue  # “Work on the line could start …”: what opens a sentence is no order
            return None
    return plan


def _is_due(story: Story, clause: Clause) -> bool:
    """Whether somebody or something is only due, ready or keen to do what stands behind: “is due to open”."""
    governors = story.facts.lexicon.table("event-governors")
    if clause.predicate is None or governors.get(story.tokens.lowers[clause.predicate]) not in _AHEAD:
        return False  # “DVDs will be harder to copy”
    behind = story.clause_at(clause.predicate + 1)
    return behind is not None and behind.kind == "infinitive" and behind.first == clause.predicate + 1


def _is_proposed(story: Story, first: Sentence) -> bool:
    """Whether a text opens with a plan that has a name, “under terms put to”, or has one that still needs something."""
    nouns = story.facts.lexicon.words("nouns-of-plans")
    lemmas = story.language.lemmas
    if not nouns.isdisjoint(lemmas[first.first : first.last]):
        return True
    wanting, settling = (story.facts.lexicon.words(name) for name in ("verbs-of-wanting", "settling-nouns"))
    for clause in story.language.clauses:
        subject = story.phrase(clause.subject)
        if subject is None or clause.lemma not in wanting or clause.sentence not in story.numbers:
            continue
        if subject.lemma in nouns | settling and not clause.negated and clause.tense == "present":
            return True
    return False


def _is_compared(story: Story, clause: Clause) -> bool:
    """Whether a clause is only what something is compared with: “more than a sausage roll could bear”."""
    sentence = story.facts.sentence_at(story.tokens.starts[clause.first])
    before = story.tokens.lowers[max(sentence.first, clause.first - _REACH) : clause.first]
    return not story.facts.lexicon.words("than-words").isdisjoint(before)


def _is_decided(story: Story) -> bool:
    """Whether the text tells of a decision, which makes done what will come of it."""
    deciding = story.facts.lexicon.words("settling-verbs")
    nouns = story.facts.lexicon.words("settling-nouns")
    definite = story.facts.lexicon.words("definite-articles")
    for clause in story.language.clauses:
        if clause.sentence not in story.numbers or clause.negated or story.nobody(clause) is not None:
            continue
        settled = clause.standing in _DONE and clause.tense != "none" and not _is_condition(story, clause)
        if clause.lemma in deciding and settled and not _leaves_open(story, clause):
            return True
    return any(
        phrase.lemma in nouns
        and phrase.sentence in story.numbers
        and phrase.determiner in definite
        and not _is_open(story, phrase)
        for phrase in story.language.phrases
    )


def _leaves_open(story: Story, deciding: Clause) -> bool:
    """Whether what is decided is only to ask or to look: “voted to ask for tenders”."""
    planning = story.facts.lexicon.union("plans-of-headlines", "asking-verbs-of-plans")
    return any(
        clause.kind == "infinitive"
        and clause.sentence == deciding.sentence
        and 0 < clause.first - deciding.last < _NEAR
        and clause.lemma in planning
        for clause in story.clauses_of(deciding.last, deciding.last + _NEAR + 2)
    )


def _is_open(story: Story, phrase: Phrase) -> bool:
    """Whether a decision is one that may be made: “if the vote falls”, “the vote will be in May”."""
    clause = None if phrase.clause is None else story.language.clauses[phrase.clause]
    if clause is None:
        return False
    # “The deal still needs the consent of members.”
    wanting = clause.lemma in story.facts.lexicon.words("verbs-of-wanting") and clause.standing in _DONE
    return wanting or _is_condition(story, clause) or clause.standing in _OPEN


def _is_condition(story: Story, clause: Clause) -> bool:
    """Whether a clause tells what it hangs on: “if the council agrees”."""
    subject = story.phrase(clause.subject)
    before = (clause.first if subject is None else min(subject.first, clause.first)) - 1
    return before >= 0 and story.tokens.lowers[before] in story.facts.lexicon.words("condition-openers")


def _is_done(story: Story, stated: Clause) -> bool:
    """Whether the text tells the deed as done anywhere, or its thing as there: in the same verb."""
    return any(
        clause.lemma == stated.lemma
        and clause.sentence in story.numbers
        and clause.standing in _DONE
        and clause.kind != "infinitive"
        and not clause.negated
        for clause in story.language.clauses
    )
