"""Credits by form: said to have been silent, credited twice, by nobody, without marks, by an office that two hold."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.speech.announcements import Announcements
from factlint.facts.speech.crediting import credit_after, credit_before
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.facts.speech.double_credits import DoubleCredits
from factlint.facts.speech.mouths import Mouths
from factlint.facts.speech.mutes import Mutes
from factlint.facts.speech.nameless_offices import find_nameless_offices
from factlint.facts.speech.nobodys import find_fragments_of_nobody, find_nobodys_words, find_papers_of_nobody
from factlint.facts.speech.not_yet import NotYet
from factlint.facts.speech.one_for_many import find_one_for_many
from factlint.facts.speech.own_accounts import OwnAccounts
from factlint.facts.speech.shared_credits import SharedCredits
from factlint.facts.speech.silences import Silences
from factlint.facts.speech.third_persons import find_third_persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quote, Sentence
    from factlint.facts.model.speech import Form
    from factlint.language.model import Clause

_LEAD = 4  # tokens from a verb of saying to the mark that it leads to
_CREDIT = 6  # tokens of a credit that ends a sentence, on each side of its verb
_TAIL = 12  # tokens behind a quotation in which a credit stands


def find_credits(facts: Facts) -> tuple[Credit, ...]:
    """The credits of the article that are told apart by their form, in order."""
    reader = _Reader(facts)
    found = [*Silences(facts).credits(), *Mutes(facts).credits(), *Announcements(facts).credits(), *reader.unmarked()]
    found += [
        *Mouths(facts).credits(),
        *find_nameless_offices(facts),
        *find_one_for_many(facts),
        *NotYet(facts).credits(),
        *find_nobodys_words(facts),
        *find_papers_of_nobody(facts),
        *find_fragments_of_nobody(facts),
        *find_third_persons(facts),
    ]
    shared = SharedCredits(facts)
    found += [*shared.credits(), *OwnAccounts(facts).credits()]
    if facts.quotes:
        found += DoubleCredits(facts, shared.offices()).credits()
    for quote in facts.quotes:
        if quote.closed:
            found += reader.twice(quote)
        if quote.closed and quote.kind == "direct":
            found += reader.headless(quote)
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.form)))


class _Reader:
    """Reads the credits of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.tokens, self.verbs = facts, facts.tokens, verbs_of(facts.lexicon)
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.singular = words("pronouns-of-the-speaker")
        self.own = self.singular | words("first-person-plural")
        self.speakers = words("pronouns-inside-speech")
        self.told = words("pronouns-of-who-is-told")
        self.present = tuple(words("present-participle-endings"))
        self.with_object = words("speech-verbs-with-objects")
        self.what = words("ways-of-putting")

    # ------------------------------------------------------------------ around one quotation

    def twice(self, quote: Quote) -> Iterator[Credit]:
        """A quotation between two credits: Roe said: “We wait,” Roe said."""
        tokens = self.tokens
        first, last = tokens.span(quote.start, quote.end)
        sentence = self.facts.sentence_at(quote.start)
        ended = tokens.texts[last - 2 : last - 1] == ["."]
        if first <= sentence.first or ended or tokens.texts[first - 1] not in (",", ":"):
            return
        # A colon hands over whatever verb stands before it: Roe put it bluntly: “…”
        before = credit_before(tokens, sentence.first, first, self.verbs, True, near=tokens.texts[first - 1] == ":")
        if tokens.lowers[sentence.first] in self.what:
            return  # “What he had said was, “I meant the roses,” he told the jury”
        if before is None or first - before.cue_last > _LEAD or tokens.lowers[before.cue].endswith(self.present):
            return
        after = credit_after(tokens, last, self._tail(quote, last), self.verbs, False)
        if after is None or not is_verb(tokens, after.cue, self.verbs, False):
            return
        if tokens.lowers[after.cue].endswith(self.present) or tokens.lowers[last] in self.verbs.openers:
            return
        if self.facts.language.tags[after.cue_last : after.cue_last + 1] == ["SCONJ"]:
            return  # “Hay asked: “Who goes?” Ann Roe said that …”
        behind = max(after.subject.last, after.cue_last)
        if tokens.texts[behind : behind + 1] in ([","], [":"]) and self._quoted(behind + 1):
            return  # “Hay shouted, “Roe!” Lee joked, “Come up!””: it leads to the next one
        if self.facts.language.tags[after.subject.first] == "CCONJ" or self._in_passing(before.cue):
            return  # “said “we wait” – and vowed to”; “when Hay shouted, “Go!”, Roe said”
        opens = min(before.subject.first, before.cue)
        parted = opens > sentence.first and self.facts.is_quoted(opens - 1)
        if "pronoun" == before.subject.kind != after.subject.kind and not parted:
            return  # “Hay recalled that he said, “We go,” the police said”: two tell of it
        if quote.kind == "partial" and after.subject.kind != "pronoun" and not parted:
            return  # “Hay said it was “a shame”, the police said”: two tell of it
        place = min(after.subject.first, after.cue)
        end = max(after.subject.last, after.cue_last)
        yield self._credit("twice", place, end, None, Stretch(tokens.starts[before.cue], tokens.ends[before.cue]))

    def _quoted(self, at: int) -> bool:
        """Whether a token stands in quotation marks, or is the opening one."""
        return at < len(self.tokens) and self.facts.is_quoted(at)

    def _in_passing(self, verb: int) -> bool:
        """Whether a verb of saying is that of a subordinate clause."""
        number = self.facts.language.clause_of(verb)
        return number is not None and self.clauses[number].kind == "subordinate"

    def headless(self, quote: Quote) -> Iterator[Credit]:
        """A verb of saying behind a quotation that has nobody to say it: “We wait,” said, who runs the mill."""
        tokens = self.tokens
        first, last = tokens.span(quote.start, quote.end)
        end = self._tail(quote, last)
        at = last + (tokens.texts[last : last + 1] == [","])
        sentence = self.facts.sentence_at(quote.start)
        if first > sentence.first or at >= end or not is_verb(tokens, at, self.verbs, False):
            return
        following = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
        cut = following in (".", ",") or following in self.verbs.prepositions
        # “Told the panel”: a verb that has an object has no room for its subject behind it.
        given = tokens.lowers[at] in self.with_object and following in self.verbs.determiners
        said = any(is_verb(tokens, place, self.verbs, True) for place in range(at + 1, end))
        named = cut and following != "." and self._subject_behind(at + 1, end)
        if (cut or given) and not said and not named:
            yield self._credit("headless", at, at + 1, None, None)

    def _subject_behind(self, first: int, end: int) -> bool:
        """Whether a name stands behind the words between a verb and its subject: said on Monday Ann Lee."""
        tokens = self.tokens
        return tokens.lowers[first] in self.verbs.prepositions and any(
            tokens.texts[at][0].isupper() and tokens.lowers[at] not in self.verbs.elsewhere for at in range(first, end)
        )

    def _tail(self, quote: Quote, last: int) -> int:
        """Where the words behind a quotation end in which its credit may stand."""
        tokens = self.tokens
        if last >= len(tokens) or last >= self.facts.paragraphs[quote.last_paragraph].last:
            return last
        end = min(self.facts.sentence_of(last).last, last + _TAIL)
        return next((at for at in range(last, end) if self.facts.is_quoted(at)), end)

    # ------------------------------------------------------------------ without marks

    def unmarked(self) -> Iterator[Credit]:
        """What somebody says as I, outside quotation marks: Roe said: I will be back."""
        tokens = self.tokens
        own = [
            at for at in tokens.positions(self.own) if not (tokens.texts[at].isupper() and len(tokens.texts[at]) > 1)
        ]  # “in the US” speaks of nobody
        newsroom = self.facts.lexicon.words("newsroom-nouns")  # nor does “told our correspondent”
        speaking = [
            at for at in own if not self.facts.is_quoted(at) and newsroom.isdisjoint(tokens.lowers[at + 1 : at + 2])
        ]
        sentences = {self.facts.sentence_of(at).number for at in speaking}
        if len(sentences) != 1:
            return  # the writer's own article
        sentence = self.facts.sentences[sentences.pop()]
        clauses = self._clauses(sentence)
        said = [clause for clause in clauses if self._third(clause) and self._parts_off(clause, sentence)]
        if sentence.kind != "paragraph" or not said:
            return
        if any(
            self._says_itself(clause) for clause in clauses if clause in said or not self._comes_after(said, clause)
        ):
            return
        if any(sentence.start <= quote.start < sentence.end for quote in self.facts.quotes):
            return
        yield self._credit("unmarked", sentence.first, sentence.last, None, None)

    def _third(self, clause: Clause) -> bool:
        """Whether the subject of a clause, as far as one is read, is another than the writer."""
        subject = None if clause.subject is None else self.phrases[clause.subject]
        return not clause.negated and (subject is None or subject.pronoun not in self.speakers)

    def _parts_off(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether a verb of saying stands before a colon, or ends its sentence with its subject behind a comma."""
        tokens = self.tokens
        if tokens.lowers[clause.verb] not in self.verbs.strong:
            return False
        if tokens.texts[clause.verb + 1 : clause.verb + 2] == [":"]:
            return True
        comma = next((at for at in range(clause.verb - 1, sentence.first, -1) if tokens.texts[at] == ","), None)
        if comma is None or clause.verb - comma > _CREDIT:
            return False
        behind = range(clause.verb + 1, min(sentence.last, clause.verb + _CREDIT))
        inserted = any(tokens.texts[at] == "," for at in behind)
        mine = not self.singular.isdisjoint(tokens.lowers[sentence.first : comma])
        return (inserted and mine) or sentence.last - clause.verb <= _CREDIT

    def _comes_after(self, said: list[Clause], clause: Clause) -> bool:
        """Whether a credit of another stands behind a clause, which so is what he says: “we told them, he said”."""
        return any(one.subject is not None and one.first > clause.last for one in said)

    def _says_itself(self, clause: Clause) -> bool:
        """Whether the writer says, thinks or asks something there: he told me that …, I asked Roe."""
        roles = [clause.subject, clause.object, *(number for _, number in clause.obliques)]
        mine = any(number is not None and self.phrases[number].pronoun in self.speakers for number in roles)
        told = not self.told.isdisjoint(self.tokens.lowers[clause.last : clause.last + 2])
        return (mine or told) and self.tokens.lowers[clause.verb] in self.verbs.strong

    def _clauses(self, sentence: Sentence) -> list[Clause]:
        first = bisect_left(self.clauses, sentence.number, key=lambda clause: clause.sentence)
        last = bisect_left(self.clauses, sentence.number + 1, key=lambda clause: clause.sentence)
        return list(self.clauses[first:last])

    def _credit(self, form: Form, first: int, last: int, person: Person | None, against: Stretch | None) -> Credit:
        tokens = self.tokens
        return Credit(tokens.starts[first], tokens.ends[last - 1], form, person, against)
