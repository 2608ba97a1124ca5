"""Phrases for sources: “many experts believe”, “…, say critics”, “according to a new study”, “seen by some as”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.source_nouns import NounReader
from factlint.facts.sourcing.source_verbs import VerbFinder
from factlint.facts.sourcing.source_words import source_nouns, source_verbs
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers


_WHO = frozenset({"person", "group"})
_TO_ITS_MAKER = 6  # tokens from research to the preposition that leads to who had it made
_TO_ITS_PAGE = 12  # tokens from a report to the page on which it stood


class _Phrase(NamedTuple):
    """A noun phrase tied to what is said; positions are tokens.

    kind: people, group, research or reports.
    first: its first word, the determiner included; or the verb, “by” or “according to” before it.
    head: the noun or pronoun.
    last: one past its last word, or past its verb where that follows.
    verb: its verb, or -1.
    named: inside, institution or definite; none where the phrase itself names nobody.
    way: subject, after, according or by.
    """

    kind: str
    first: int
    head: int
    last: int
    verb: int
    named: str | None
    way: str


def find_phrases(facts: Facts, answers: Answers) -> list[Claim]:
    """Every source told by a noun phrase, outside quotations and headlines, in order of place."""
    return list(_Parser(facts, answers).claims())


class _Parser:
    """Ties the noun phrases of one article to what they say."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.words, self.verb_words = source_nouns(facts.lexicon), source_verbs(facts.lexicon)
        phrases = facts.lexicon.phrases("according-phrases")
        shares = {start for start, _ in self.tokens.phrases(facts.lexicon.phrases("percent-forms"))}
        self.behind = {end: start for start, end in self.tokens.phrases(phrases) if start not in shares}
        self.from_, self.on = facts.lexicon.words("from-words"), facts.lexicon.words("on-words")
        self.making, self.leading = facts.lexicon.words("making-words"), facts.lexicon.union("for-words", "to-words")
        self.nouns, self.verbs = NounReader(facts, answers, self.behind), VerbFinder(facts)

    def claims(self) -> Iterator[Claim]:
        """The claims of all heads."""
        words = self.words
        for head in self.tokens.positions(words.heads.keys() | words.pronouns | words.loose):
            start = self.tokens.starts[head]
            sentence = self.facts.sentence_at(start)
            if not self.answers.is_prose(sentence) or sentence.last <= head or self.facts.in_quotation(start):
                continue
            kind = self.nouns.kind(head)
            phrase = self._phrase(head, kind, sentence) if kind else None
            if phrase is not None:
                yield self._claim(phrase, sentence)

    def _phrase(self, head: int, kind: str, sentence: Sentence) -> _Phrase | None:
        """The phrase around a head and how it is tied to what is said."""
        nouns, verbs = self.nouns, self.verb_words
        if self._only_modifies(head):
            return None
        first, named = nouns.left(head, sentence)
        tags = self.facts.language.tags[first:head]
        counted = any(self.tokens.texts[at][0].isdecimal() for at in range(first, head))
        if kind in ("people", "group") and (counted or tags.count("NUM") > 1):
            return None  # “some 900 people saw it”: who is counted is no rumour
        if kind == "research" and self.tokens.lowers[sentence.last - 1] in self.facts.lexicon.words("question-marks"):
            return None  # “what does the evidence tell us?”
        if kind == "research" and named is None and (self._of_those_told(head) or self._of_the_paper(head, sentence)):
            named = "definite"
        if named is None and self._explains_a_name(head):
            named = "inside"
        if named is None and nouns.is_bare(first, head, kind):
            # “Figures show” tells by its verb that it is research.
            shows = kind == "research" and self.verbs.group(head, verbs.showing, sentence) is not None
            if not shows or first in self.behind:
                return None
        if first in self.behind:
            last = nouns.end(head, sentence)
            return _Phrase(kind, self.behind[first], head, last, -1, named or nouns.inside(head, last), "according")
        before = self.tokens.lowers[first - 1] if first > sentence.first else ""
        if before in verbs.comparing or self._is_measure(first, head):
            return None
        if kind == "research" and self._opens_with_research(first - 1, head, sentence):
            return _Phrase(kind, first - 1, head, head + 1, -1, named, "according")
        group = None
        if before not in verbs.objects or before in verbs.among:
            group = self.verbs.group(head, self._verbs_for(kind, self.tokens.lowers[head]), sentence)
        if group is not None and self.verbs.is_finite(first, group, sentence):
            at, end = group
            if self._is_acted_on(head, at) or self._is_helped(before, at) or self._gives_a_name(end):
                return None  # “the firm, which handles claims, put in 32 beds”
            if at - 1 > head and self.facts.language.tags[at - 1] == "ADP":
                return None  # “a strong supporter of continued support”: no verb
            own = kind in ("people", "group") and self.tokens.lowers[head] not in self.words.hiding | self.words.veiled
            if own and not self.answers.says_of_others(end):
                return None
            return _Phrase(kind, first, head, end, end - 1, named or nouns.inside(head, at), "subject")
        return self._behind_verb(kind, first, head, named, sentence)

    def _explains_a_name(self, head: int) -> bool:
        """Whether a noun says who it is that a name before it means: “Ann Roe, a specialist in soil, says”."""
        phrases, number = self.facts.language.phrases, self.facts.language.phrase_at(head)
        explained = phrases[number].apposition_of if number is not None and not phrases[number].plural else None
        return explained is not None and phrases[explained].proper

    def _is_cited(self, phrase: _Phrase, sentence: Sentence) -> bool:
        """Whether a name stands before what is cited: “the Tribune, citing witnesses, put it at six”."""
        citing = phrase.way == "according" and self.tokens.lowers[phrase.first] in self.facts.lexicon.words(
            "citing-words"
        )
        before = phrase.first - 1 - (self.tokens.texts[phrase.first - 1] == ",")
        return citing and before >= sentence.first and self.answers.is_name(before, before == sentence.first)

    def _is_helped(self, before: str, verb: int) -> bool:
        """Whether a bare verb hangs on another before its subject: “help scientists understand”."""
        lemma = self.facts.language.words.lemma(before, "VERB")
        bare = self.tokens.lowers[verb] == self.facts.language.lemmas[verb]
        return bare and lemma in self.facts.lexicon.words("verbs-before-verbs")

    def _gives_a_name(self, behind: int) -> bool:
        """Whether a verb of naming has somebody and a name behind it: “everyone called her Dolly”."""
        tokens, lemma = self.tokens, self.facts.language.lemmas[behind - 1]
        if lemma not in self.facts.lexicon.words("naming-verbs") or behind + 1 >= len(tokens):
            return False
        return self.facts.language.tags[behind] == "PRON" and tokens.texts[behind + 1][0].isupper()

    def _is_acted_on(self, head: int, verb: int) -> bool:
        """Whether a noun is the object of a verb before it, and a comma parts it from the verb behind."""
        number = self.facts.language.phrase_at(head)
        parted = "," in self.tokens.texts[head:verb]
        return parted and number is not None and self.facts.language.phrases[number].role == "object"

    def _only_modifies(self, head: int) -> bool:
        """Whether a noun belongs to another right behind it: “a press conference”, “student Ann Roe”."""
        language = self.facts.language
        at = language.phrase_at(head)
        if (
            head + 1 < len(self.tokens)
            and self.answers.is_name(head + 1)
            and self.tokens.lowers[head] in self.words.hiding
        ):
            return True  # “booking insider Ann Roe”
        if at is None or language.phrases[at].head <= head or self.nouns.knows(head):
            return False  # “sources privy to the matter”
        whole = language.phrases[at]
        return not any(self.verb_words.claims & {self.tokens.lowers[to]} for to in range(head + 1, whole.last))

    def _of_the_paper(self, head: int, sentence: Sentence) -> bool:
        """Whether a bracket tells on which page it stood: “A report on school meals (Monday, page 3) gave …”."""
        pages, lowers = self.facts.lexicon.words("pages-of-a-paper"), self.facts.tokens.lowers
        places = range(head + 1, min(sentence.last - 1, head + _TO_ITS_PAGE))
        return any(lowers[at] in pages and lowers[at + 1].isdecimal() for at in places)

    def _of_those_told(self, head: int) -> bool:
        """Whether those told before made the research, asked for it or have it: “a paper that the founders published”.

        “A report to the council”, “figures in the report”, “a survey of 400 homes that the charity carried out”.
        """
        lowers, words = self.tokens.lowers, self.words
        one, two = (*lowers[head + 1 : head + 3], "", "")[:2]
        if one in words.of:
            behind = range(head + 2, min(head + _TO_ITS_PAGE, len(lowers) - 1))
            that = next((at for at in behind if lowers[at] in self.verb_words.that), head)
            one, two = lowers[that], lowers[that + 1]
        if one in self.verb_words.within and two in words.definite:
            paper = self.facts.language.phrase_at(head + 2)
            return paper is not None and words.heads.get(self.facts.language.phrases[paper].lemma) == "research"
        if one in self.verb_words.that or one in self.leading:
            return two in words.definite or two in words.owners
        if one in words.definite or one in words.owners:
            return True  # “a survey the charity carried out”
        if self._at_ones_behest(head):
            return True
        at = self.facts.language.phrase_at(head + 2) if one in words.by else None
        return at is not None and self.facts.language.phrases[at].number is not None

    def _at_ones_behest(self, head: int) -> bool:
        """Whether a body told before had it made: “figures from the harbour board”, “done on the court's orders”."""
        lowers, language = self.tokens.lowers, self.facts.language
        for at in range(head + 1, min(head + _TO_ITS_MAKER, len(lowers) - 1)):
            made = lowers[at] in self.from_ and at == head + 1
            ordered = lowers[at] in self.on and lowers[at - 1] in self.making
            number = language.phrase_at(at + 1) if made or ordered else None
            if number is None or lowers[at + 1] not in self.words.definite:
                continue
            phrase = language.phrases[number]
            owner = language.phrases[phrase.owner] if phrase.owner is not None else None
            who = phrase if made else owner
            if who is not None and not who.classes.isdisjoint(_WHO):
                return True
        return False

    def _is_measure(self, first: int, head: int) -> bool:
        """Whether what is expected only measures what came: “double what analysts had feared”."""
        lowers, words = self.tokens.lowers, self.facts.lexicon.words
        asked = not words("measuring-words").isdisjoint(lowers[max(0, first - 1) : head])
        return asked and not words("measured-verbs").isdisjoint(lowers[head + 1 : head + 4])

    def _verbs_for(self, kind: str, word: str) -> frozenset[str]:
        """The verbs that a noun or pronoun can be the subject of."""
        verbs = self.verb_words
        if word in self.words.pronouns:
            return verbs.opinions
        if word in self.words.makers:
            return verbs.of_makers
        return {"reports": verbs.of_reports, "research": verbs.findings}.get(kind, verbs.of_people)

    def _opens_with_research(self, before: int, head: int, sentence: Sentence) -> bool:
        """Whether the phrase stands in “In a recent survey, most said”."""
        lowers = self.tokens.lowers
        if before < sentence.first or lowers[before] not in self.verb_words.within:
            return False
        if head + 1 >= sentence.last or lowers[head + 1] != ",":
            return False
        if lowers[head + 2 : head + 3] and lowers[head + 2] in self.facts.lexicon.words("subject-pronouns"):
            return False  # “in a series of experiments, they had shown”: those told before
        return before == sentence.first or not self.tokens.texts[before - 1][0].isalnum()

    def _behind_verb(self, kind: str, first: int, head: int, named: str | None, sentence: Sentence) -> _Phrase | None:
        """The phrase behind its verb, “…, say critics”, or behind “by”, “seen by many as”."""
        lowers, before = self.tokens.lowers, first - 1
        if before <= sentence.first:
            return None
        named = named or self.nouns.inside(head, self.nouns.end(head, sentence))
        if lowers[before] in self.words.by and lowers[before - 1] in self.verb_words.seen and kind == "people":
            return _Phrase(kind, before - 1, head, head + 1, -1, named, "by")
        if lowers[head] not in self.words.pronouns and self.verbs.is_credit(before) and not self._is_spoken_for(before):
            return _Phrase(kind, before, head, head + 1, before, named, "after")
        return None

    def _is_spoken_for(self, verb: int) -> bool:
        """Whether a verb has its own subject before it: “its maker says a modern press wastes less”."""
        language = self.facts.language
        number = language.clause_of(verb)
        clause = None if number is None else language.clauses[number]
        if clause is None or clause.subject is None or clause.verb != verb:
            return False
        subject = language.phrases[clause.subject]
        return subject.last <= clause.first and not subject.classes.isdisjoint(_WHO)

    # -------------------------------------------------------------------------------------------------------- claim

    def _claim(self, phrase: _Phrase, sentence: Sentence) -> Claim:
        """The claim, with where its source is named."""
        tokens = self.tokens
        start, end = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
        return Claim(
            start,
            end,
            phrase.kind,
            phrase.way,
            tokens.lowers[phrase.head],
            tokens.texts[phrase.verb] if phrase.verb >= 0 else None,
            phrase.named or self._named(phrase, sentence),
            self.answers.quoted_by(start, end),
            None,
            0,
            sentence.paragraph,
        )

    def _named(self, phrase: _Phrase, sentence: Sentence) -> str | None:
        """Where the article names the source, outside the phrase."""
        answers = self.answers
        if answers.in_sentence(sentence, phrase.first, phrase.last) or answers.joined(sentence, phrase.first):
            return "sentence"
        if self._is_cited(phrase, sentence):
            return "sentence"
        if phrase.kind == "research":
            return self._made(phrase, sentence)
        if phrase.kind == "reports":
            known = answers.kindred(sentence, self.words.outlets, 0, 3) or answers.summed_up(sentence)
            return "near" if known else None
        known = answers.kindred(sentence, _singular(self.tokens.lowers[phrase.head]), 2, 2)
        if self.tokens.lowers[phrase.head] in self.words.hiding | self.words.veiled:
            return "near" if known else None  # whoever speaks further down is another
        if not known and self.tokens.lowers[phrase.head] in self.words.routine:
            known = answers.summed_up(sentence, deck=True)
            if not known and answers.has_one(self.words.routine):
                return "article"  # one of the trade is named, and this is how markets are reported
        return "near" if known else answers.around(sentence)

    def _made(self, phrase: _Phrase, sentence: Sentence) -> str | None:
        """Where the article says whose the research is."""
        answers = self.answers
        if answers.made_by(sentence, phrase.head, phrase.last) or answers.maker_follows(sentence, phrase.last):
            return "sentence"
        if answers.makers_near(sentence):
            return "near"
        if self._told_elsewhere(phrase, sentence) or self._went_before(phrase, sentence):
            return "article"
        return answers.later_in_paragraph(sentence)

    def _went_before(self, phrase: _Phrase, sentence: Sentence) -> bool:
        """Whether new research is set against it in the next sentence: “Earlier work had … The new data show …”."""
        earlier = self.facts.lexicon.words("words-for-before")
        if earlier.isdisjoint(self.tokens.lowers[phrase.first : phrase.head]) or not self.answers.researched:
            return False
        after = self.facts.sentences[sentence.number + 1 : sentence.number + 2]
        return any(
            other.paragraph == sentence.paragraph
            and not self.words.definite.isdisjoint(self.tokens.lowers[other.first : other.first + 1])
            and any(self.words.heads.get(word) == "research" for word in self.tokens.lowers[other.first : other.last])
            for other in after
        )

    def _told_elsewhere(self, phrase: _Phrase, sentence: Sentence) -> bool:
        """Whether the article's lead sums up research named later, its author is named later, or it was named before.

        “According to a paper published on Tuesday … said Ann Roe, the paper's first author”; bare “researchers” or
        “polls” are those named before.
        """
        answers = self.answers
        if sentence.paragraph == answers.lead and any(number > sentence.number for number in answers.researched[-1:]):
            return True
        if any(number > sentence.number for number in answers.authors[-1:]):
            return True
        if phrase.first != phrase.head or phrase.last > phrase.head + 2:
            return False  # “studies have shown” is of any studies there are
        makers = self.tokens.lowers[phrase.head] in self.words.makers
        before = answers.researchers if makers else answers.named_beside(self.tokens.lowers[phrase.head])
        return any(number < sentence.number for number in before[:1])


def _singular(word: str) -> frozenset[str]:
    """A noun's singular, by form alone."""
    return frozenset((word.removesuffix("s") if len(word) > 4 else word,))
