"""Phrases for sources: “many experts believe”, “…, say critics”, “according to a new study”, “seen by some as”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Claim
from factlint.facts.source_words import source_words
from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.named_sources import Answers

_MODIFIERS = 4  # words before the noun that are looked at
_NARROWING = 18  # words between the noun and its verb
_BEFORE_VERB = 4  # adverbs and auxiliaries
_STOPS = frozenset(".?!;:–—")


class _Phrase(NamedTuple):
    """A noun phrase that may stand for a source; positions are tokens.

    first: its first word, the determiner included.
    head: the noun or pronoun.
    last: one past its last word, what narrows it down included.
    verb: one past its verb, or -1.
    named: whether it is inside, an institution or definite; none where it names nobody.
    way: subject, after, according or by.
    """

    first: int
    head: int
    last: int
    verb: int
    named: str | None
    way: str


def find_phrases(facts: Facts, answers: Answers) -> list[Claim]:
    """Every source told by a noun phrase, outside quotations and headlines, in order of place."""
    parser = _Parser(facts, answers)
    return [claim for claim in parser.claims() if claim is not None]


class _Parser:
    """Reads the phrases of one article."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers = facts, answers
        self.tokens = facts.tokens
        self.words = source_words(facts.lexicon)
        self.according = facts.lexicon.phrases("according-phrases")
        self.knowing = facts.lexicon.phrases("knowing-phrases")
        self.loose = facts.lexicon.words("loose-people")
        self.followers = facts.lexicon.words("pronoun-followers")
        self.of_people = self.words.claims | self.words.found
        self.of_makers = self.words.claims | self.words.findings
        self._within = facts.lexicon.words("within-words")
        self.quantities = facts.lexicon.words("quantity-nouns")
        self.of = facts.lexicon.words("of-words")
        self.undefining = facts.lexicon.words("undefining-words")
        self.states = facts.lexicon.words("states-of-mind")
        self.seen_as = facts.lexicon.words("seen-followers")
        self.showing = facts.lexicon.words("showing-verbs")
        self.sides = facts.lexicon.words("takers-of-sides")
        self._in = [[word] for word in facts.lexicon.words("posting-words-inside")]
        self._pointers = [[word] for word in self.words.pointers]
        self.behind = {end: start for start, end in self.tokens.phrases(self.according)}

    def claims(self) -> Iterator[Claim | None]:
        """The claims of all heads."""
        words = self.words
        for head in self.tokens.positions(words.heads.keys() | words.pronouns | self.loose):
            start = self.tokens.starts[head]
            sentence = self.facts.sentence_at(start)
            if sentence.kind not in BODY_KINDS or sentence.last <= head or self.facts.in_quotation(start):
                continue
            kind = self._kind(head)
            phrase = self._phrase(head, kind, sentence) if kind else None
            if phrase is not None:
                yield self._claim(phrase, kind, sentence)

    # ------------------------------------------------------------------------------------------------------- phrase

    def _kind(self, head: int) -> str:
        """people, group, research or reports; nothing for a word that stands for no source here."""
        word = self.tokens.lowers[head]
        if self.tokens.texts[head][0].isupper() and head and self.tokens.texts[head - 1][0].isalnum():
            return ""
        if word in self.loose and self._knowing(head + 1):
            return "people"
        if word in self.words.pronouns:
            if not self._pronoun(head):
                return ""
            return self.words.heads.get(word, "people")
        if word in self.words.doubtful_people and word in self.words.doubtful_research:
            fields = self.words.fields - self.words.vague  # “industry figures” speak, “new figures” show
            return "people" if head and self.tokens.lowers[head - 1] in fields else "research"
        return self.words.heads.get(word, "")

    def _knowing(self, after: int) -> int:
        """One past “familiar with”, “close to” … that begins at a token, or 0."""
        lowers = self.tokens.lowers
        if after >= len(lowers):
            return 0
        rows = self.knowing.get(lowers[after], ())
        return next((after + len(row) for row in rows if tuple(lowers[after : after + len(row)]) == row), 0)

    def _pronoun(self, head: int) -> bool:
        """Whether a word like many stands alone, and not before a noun that is a source itself."""
        if head + 1 >= len(self.tokens):
            return False
        before = self.tokens.lowers[head - 1] if head else ""
        after = self.tokens.lowers[head + 1]
        if before in self.words.determiners or before in ("so", "as", "too", "very", "how"):
            return False
        return (
            after in self.followers
            or after in self.words.claims
            or after in self.words.adverbs
            or head in self.behind
            or (before == "by" and after in self.seen_as)
        )

    def _phrase(self, head: int, kind: str, sentence: Sentence) -> _Phrase | None:
        """The phrase around a head and how it is tied to what is said."""
        first, named = self._left(head, sentence)
        if named in (None, "definite"):
            whole = self._quantity(first, sentence)
            first, named = (whole, None) if whole < first else (first, named)
        word = self.tokens.lowers[head]
        verbs = self._verbs_for(kind, word)
        if named is None and self._bare(first, head, word, kind):
            found = self._verb(head, self.showing, sentence) if kind == "research" else None
            if found is None or first in self.behind:
                return None
        if first in self.behind:
            last = self._end(head, sentence)
            return _Phrase(self.behind[first], head, last, -1, named or self._inside(head, last), "according")
        before = first - 1
        if before >= sentence.first and self.tokens.lowers[before] in self.words.comparing:
            return None
        if kind == "research" and self._in_research(before, head, sentence):
            return _Phrase(before, head, head + 1, -1, named, "according")
        object_ = before >= sentence.first and self.tokens.lowers[before] in self.words.objects
        verb = self._verb(head, verbs, sentence) if not object_ or self.tokens.lowers[before] == "with" else None
        if verb is not None:
            at, end = verb
            return _Phrase(first, head, at, end, named or self._inside(head, at), "subject")
        return self._from_behind(first, head, named, sentence)

    def _in_research(self, before: int, head: int, sentence: Sentence) -> bool:
        """Whether the phrase stands in “In a recent survey, most said”."""
        lowers = self.tokens.lowers
        if before < sentence.first or lowers[before] not in self._within or lowers[head + 1 : head + 2] != [","]:
            return False
        return before == sentence.first or not self.tokens.texts[before - 1][0].isalnum()

    def _verbs_for(self, kind: str, word: str) -> frozenset[str]:
        """The verbs that a noun or pronoun can be the subject of."""
        if word in self.words.pronouns:
            return self.words.opinions
        if kind == "reports":
            return self.words.findings - self.words.noun_like
        if word in self.words.makers:
            return self.of_makers
        return self.words.findings if kind == "research" else self.of_people

    def _quantity(self, first: int, sentence: Sentence) -> int:
        """The first word of “a growing number of” before a phrase, or the phrase's own first word."""
        lowers = self.tokens.lowers
        if first - 2 < sentence.first or lowers[first - 1] not in self.of or lowers[first - 2] not in self.quantities:
            return first
        first -= 2
        while first > sentence.first and lowers[first - 1] in self.words.vague | self.words.determiners:
            first -= 1
        return first

    def _left(self, head: int, sentence: Sentence) -> tuple[int, str | None]:
        """The first word of the phrase, and whether what stands before the noun names the source."""
        lowers, texts = self.tokens.lowers, self.tokens.texts
        first, named = head, None
        while first > sentence.first and head - first < _MODIFIERS:
            before = first - 1
            word = lowers[before]
            if texts[before] == "-" and not self.tokens.spaced(first):
                return first, "definite"  # “the 50-state poll”, “the 57-year-old scientist”
            if word == "'s" or (texts[before][-1] in "'’" and len(word) == 1):
                return first, None if lowers[head] in self.sides else "inside"
            if not texts[before][0].isalnum() or word in self.words.breaks or before + 1 in self.behind:
                break
            first = before
            if word in self.words.owners:
                return first, None if lowers[head] in self.sides else "definite"
            if word in self.words.definite:
                open_ = lowers[first + 1] in self.undefining and first + 1 < head  # “the latest research”
                return first, named or (None if open_ else "definite")
            if word in self.words.institutions:
                named = "institution"
            elif self.answers.is_name(before, before == sentence.first) and not (
                before == sentence.first and (word in self.words.vague or word in self.words.fields)
            ):
                named = "inside"
            if word in self.words.determiners:
                break
        return first, named

    def _bare(self, first: int, head: int, word: str, kind: str) -> bool:
        """Whether a noun that is a source only in some company stands without it."""
        before = set(self.tokens.lowers[first:head])
        if kind == "people" and word in self.words.doubtful_people and not self._knowing(head + 1):
            return before.isdisjoint(self.words.fields | self.quantities)
        if kind == "research" and word in self.words.doubtful_research:
            return before.isdisjoint(self.words.vague)
        return False

    def _end(self, head: int, sentence: Sentence) -> int:
        """One past a phrase behind “according to”: up to the next comma or stop."""
        last = head + 1
        while last < sentence.last and last - head < _NARROWING and self.tokens.texts[last][0].isalnum():
            last += 1
        if last + 1 < sentence.last and self.tokens.texts[last] in (",", "(") and self.answers.is_name(last + 1):
            last += 2  # “according to a report, Digital Life, by …”
        return last

    def _inside(self, head: int, last: int) -> str | None:
        """Whether the words between the noun and its verb name somebody, or a body that can be asked."""
        if any(self.answers.is_name(at) for at in range(head + 1, last)):
            return "inside"
        lowers = self.tokens.lowers
        if lowers[head] in self.words.pronouns or lowers[head + 1 : head + 2] not in self._in:
            return None
        return None if self.words.institutions.isdisjoint(lowers[head + 2 : last]) else "institution"

    # --------------------------------------------------------------------------------------------------------- verb

    def _verb(self, head: int, verbs: frozenset[str], sentence: Sentence) -> tuple[int, int] | None:
        """Where the noun's verb group begins, and one past its verb."""
        at = head + 1
        end = self._verb_at(at, verbs, sentence)
        if end or at >= sentence.last:
            return (at, end) if end else None
        opener = self.tokens.lowers[at]
        if opener not in self.words.narrowing:
            return None
        limit = min(sentence.last, at + _NARROWING)
        at += 1
        while at < limit:
            before = self.tokens.lowers[at - 1]
            if self.tokens.texts[at] in _STOPS or self.tokens.lowers[at] in self.words.ends:
                return None
            if before == "," and self.tokens.lowers[at] in self.words.definite:
                return None
            after = self.tokens.lowers[at + 1] if at + 1 < limit else ""
            if self.tokens.lowers[at] in self.words.noun_like and after not in self.words.determiners:
                at += 1
                continue
            if before not in self.words.determiners:
                end = self._verb_at(at, verbs, sentence)
                if end and not self._relative(end - 1):
                    return at, end
            at += 1
        return None

    def _verb_at(self, at: int, verbs: frozenset[str], sentence: Sentence) -> int:
        """One past a verb that begins here, adverbs and auxiliaries before it; 0 where there is none."""
        lowers = self.tokens.lowers
        passive = False
        for place in range(at, min(sentence.last, at + _BEFORE_VERB + 1)):
            word = lowers[place]
            if word in verbs and not (passive and not word.endswith("ing")):
                that = lowers[place + 1 : place + 2] == ["that"]
                if verbs is self.of_people and word not in self.words.claims and not that:
                    return 0
                if word in self.words.pointing and lowers[place + 1 : place + 2] not in self._pointers:
                    return 0
                return 0 if self.facts.in_quotation(self.tokens.starts[place]) else place + 1
            if passive and word in self.states and verbs is not self.words.findings:
                return place + 1
            if word in self.words.passive:
                passive = True
            elif word in self.words.auxiliaries:
                passive = False
            elif word not in self.words.adverbs and not (word.endswith("ly") and len(word) > 4):
                return 0
        return 0

    def _relative(self, at: int) -> bool:
        """Whether a verb belongs to “who”, “which” or “to” before it."""
        lowers = self.tokens.lowers
        at -= 1
        while lowers[at] in self.words.auxiliaries or lowers[at] in self.words.adverbs:
            at -= 1
        return lowers[at] in self.words.relatives

    def _from_behind(self, first: int, head: int, named: str | None, sentence: Sentence) -> _Phrase | None:
        """The phrase behind its verb: “…, say critics”, or behind “by”: “seen by many as”."""
        lowers = self.tokens.lowers
        before = first - 1
        if before <= sentence.first:
            return None
        last = self._end(head, sentence)
        if lowers[before] == "by" and lowers[before - 1] in self.words.seen and self._kind(head) == "people":
            return _Phrase(before - 1, head, head + 1, -1, named or self._inside(head, last), "by")
        is_verb = lowers[before] in self.words.claims and self.tokens.lowers[head] not in self.words.pronouns
        if is_verb and not self.tokens.texts[before - 1][0].isalnum() and self.tokens.texts[before - 1] not in "(":
            return _Phrase(before, head, head + 1, -1, named or self._inside(head, last), "after")
        return None

    # -------------------------------------------------------------------------------------------------------- claim

    def _claim(self, phrase: _Phrase, kind: str, sentence: Sentence) -> Claim | None:
        """The claim, with where its source is named."""
        tokens = self.tokens
        last = phrase.verb if phrase.verb > 0 else phrase.last
        start, end = tokens.starts[phrase.first], tokens.ends[last - 1]
        verb = tokens.texts[phrase.verb - 1] if phrase.verb > 0 else None
        if phrase.way == "after":
            verb = tokens.texts[phrase.first]
        if kind == "reports" and phrase.way == "subject" and phrase.named == "definite":
            return None
        return Claim(
            start,
            end,
            kind,
            phrase.way,
            tokens.lowers[phrase.head],
            verb,
            phrase.named or self._named(phrase, kind, sentence, last),
            self.answers.quoted_by(start, end),
            None,
            0,
            sentence.paragraph,
        )

    def _named(self, phrase: _Phrase, kind: str, sentence: Sentence, last: int) -> str | None:
        """Where the article names the source, outside the phrase."""
        answers = self.answers
        if answers.in_sentence(sentence, phrase.first, last):
            return "sentence"
        word = self.tokens.lowers[phrase.head]
        if kind == "research":
            if answers.made_by(sentence, phrase.head, last):
                return "sentence"
            if answers.makers_near(sentence):
                return "near"
            if self._told_elsewhere(phrase, sentence):
                return "article"
            return answers.later_in_paragraph(sentence)
        if kind != "reports" and answers.kindred(sentence, _singular(word), 2, 2):
            return "near"
        return answers.around(sentence)

    def _told_elsewhere(self, phrase: _Phrase, sentence: Sentence) -> bool:
        """Whether the article's lead sums up research named later, or bare “researchers” are those named before."""
        if sentence.paragraph == self.answers.lead:
            return any(number > sentence.number for number in self.answers.researched)
        bare = phrase.first == phrase.head and self.tokens.lowers[phrase.head] in self.words.makers
        return bare and any(number < sentence.number for number in self.answers.researchers[:1])


def _singular(word: str) -> frozenset[str]:
    """A noun's singular, by form alone."""
    return frozenset((word.removesuffix("s"),)) if len(word) > 4 else frozenset((word,))
