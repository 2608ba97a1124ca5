"""Named sources: where the article names somebody who answers for what is said."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.sourcing.proper_names import ProperNames
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.lazy import cached_property
from factlint.read.article import BODY_KINDS
from factlint.record import NamedTuple
from factlint.tokens import GENITIVES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.language.model import Clause

_LONGEST_PROSE = 200  # words; a longer sentence is a table or a list
_LONGEST = 120  # words of a sentence that are looked at
_BESIDE = 6  # words between a noun and the name it goes with
_COLONS = frozenset({":", "--", "–", "—", "-", ",", "("})
_CLOSE = 3  # the same where the noun is another research's as easily
_MAKER = 8  # words behind “by” within which the name stands
_FAR_AUTHOR = 10  # tokens between a name and “the paper's first author”
_FAR_MAKER = 20  # the same behind “according to”, where “by” or “from” stands right before the name
_INSERTED = 15  # words of an insertion between a name and its verb
_BEFORE_NOUN = 3  # words between “the” and its noun
_DECK_AHEAD = 6  # sentences below the top of an article within which it names whom it summed up
_SPEAKS_LATER = 3  # sentences behind the one that introduces somebody in which he speaks
_REACH = 4  # words between a body's name and its verb: “Halifax chief economist Ann Roe said”


class Credit(NamedTuple):
    """A named source that a verb of saying stands beside.

    start: first code point of the name.
    first: whether the article names it here for the first time.
    """

    start: int
    first: bool


class Answers:
    """Answers where a source is named; made once an article, each part when first asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        words = facts.lexicon.words
        self.is_name = ProperNames(facts).is_name
        self._research = words("research-words")
        self._taking_up = facts.lexicon.union("definite-words", "owner-words")
        self._joining = words("row-joiners")
        self._doers = words("research-doers")
        self._strictly = words("research-words-plain")
        self._makers = words("maker-prepositions")
        self._making = words("making-words")
        self._commissioning = words("by-words") | words("for-words")
        self._persons = facts.lexicon.table("third-person").keys() | words("impersonal-pronouns")
        self._definite = words("definite-articles")
        self._people = words("speaker-pronouns-personal")
        self._personal = facts.lexicon.union("speaker-pronouns-personal", "impersonal-pronouns")
        self._relative = words("relative-words")
        self._offices = facts.lexicon.union("offices", "relations")
        self._adverbs = facts.lexicon.union("speech-adverbs", "speech-auxiliaries")
        self._passive = words("passive-auxiliaries")
        self._openers = words("source-openers")
        self._genitives = words("possessive-marks")
        self._doing = words("by-words")
        self._that = words("source-that-words")
        self._selves = words("self-words")
        self._verbs = verbs_of(facts.lexicon)
        self._charging = words("charging-verbs")
        self._named_beside: dict[str, list[int]] = {}

    def is_prose(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in the body and is no table, list or line without a stop, as links are."""
        if sentence.kind not in BODY_KINDS or sentence.words > _LONGEST_PROSE:
            return False
        return not self.facts.tokens.texts[sentence.last - 1][-1].isalnum()

    # ----------------------------------------------------------------------------------------------------- credits

    @cached_property
    def _credits(self) -> list[Credit]:
        """Every named credit outside quotations, in order of place."""
        facts = self.facts
        found: dict[int, bool] = {}
        for mention in facts.mentions:
            if mention.credit and not mention.in_quote:
                found[mention.start] = mention.first
        for quote in facts.quotes:
            speaker = quote.speaker
            if speaker is not None and speaker.kind == "named":
                first = speaker.person is not None and speaker.person.start >= speaker.start
                found.setdefault(speaker.start, first)
        seen: set[str] = set()
        for body in facts.organizations:
            if self._speaks(body.start, body.end):
                found.setdefault(body.start, body.name not in seen)
            seen.add(body.name)
        return [Credit(start, first) for start, first in sorted(found.items())]

    @cached_property
    def _credit_starts(self) -> list[int]:
        return [credit.start for credit in self._credits]

    def _speaks(self, start: int, end: int) -> bool:
        """Whether a verb of saying stands beside a name."""
        tokens = self.facts.tokens
        first, last = tokens.span(start, end)
        before = first - 1
        while before > 0 and first - before < _REACH and tokens.lowers[before] not in self._verbs.strong:
            if not tokens.texts[before][0].isalpha():
                break
            before -= 1
        if before >= 0 and is_verb(tokens, before, self._verbs, near=False):
            return True
        if before > 0 and tokens.lowers[before - 1] in self._openers:
            return True  # “according to”
        for after in range(last, min(last + _REACH + 1, len(tokens))):
            if is_verb(tokens, after, self._verbs, near=True):
                return True
            if not tokens.texts[after][0].isalpha() and tokens.lowers[after] not in GENITIVES:
                return False
        return False

    def credited(self, start: int, end: int, new: bool = False) -> bool:
        """Whether a named source is credited in a range of code points; `new`: one named there for the first time."""
        at = bisect_left(self._credit_starts, start)
        while at < len(self._credits) and self._credits[at].start < end:
            if not new or self._credits[at].first:
                return True
            at += 1
        return False

    def told_in(self, start: int, end: int) -> bool:
        """Whether anybody at all is said to say something in a range of code points, by name or by office."""
        at = bisect_left(self._tellings, start)
        return at < len(self._tellings) and self._tellings[at] < end

    def quoted_in(self, start: int, end: int) -> bool:
        """Whether a quotation opens in a range of code points."""
        return bisect_left(self._opened, start) < bisect_left(self._opened, end)

    @cached_property
    def _opened(self) -> list[int]:
        return sorted(quotation.start for quotation in self.facts.quotations)

    @cached_property
    def _tellings(self) -> list[int]:
        """Where verbs of saying with somebody as their subject stand, and “according to”."""
        facts, tokens = self.facts, self.facts.tokens
        said = [clause.start for clause in facts.language.clauses if self._tells(clause)]
        openers = (tokens.starts[at] for at in tokens.positions(self._openers))
        return sorted((*said, *openers))

    def _tells(self, clause: Clause) -> bool:
        if clause.kind in ("infinitive", "participle"):
            return False
        return clause.lemma in self._verbs.strong or clause.lemma in self._charging

    @cached_property
    def _quoted(self) -> list[int]:
        """Where the words stand that credit whole utterances in quotation marks."""
        direct = (quote for quote in self.facts.quotes if quote.kind == "direct" and quote.speaker is not None)
        return sorted({quote.speaker.start for quote in direct if quote.speaker is not None})

    def quoted_by(self, start: int, end: int) -> bool:
        """Whether a whole utterance in quotation marks is credited to words in a range of code points."""
        at = bisect_left(self._quoted, start)
        return at < len(self._quoted) and self._quoted[at] < end

    # --------------------------------------------------------------------------------------------------- sentences

    def in_sentence(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the sentence credits somebody else than the tokens from `first` to `last` do."""
        tokens = self.facts.tokens
        low, high = max(sentence.first, first - _LONGEST), min(sentence.last, last + _LONGEST)
        start, end = tokens.starts[low], tokens.ends[high - 1]
        if self.credited(start, tokens.starts[first]) or self.credited(tokens.ends[last - 1], end):
            return True
        if self._according(range(low, first)) or self._according(range(last, high)):
            return True
        return any(
            self._is_saying(at) and not self._has_subject_in(at, first, last) and self._somebody(at, sentence)
            for at in (*range(low, first), *range(last, high))
        )

    def _is_saying(self, at: int) -> bool:
        """Whether a token is a verb of saying where it stands: “reason” and “claims” may be nouns."""
        return is_verb(self.facts.tokens, at, self._verbs, near=False) and self.facts.language.tags[at] != "NOUN"

    def _has_subject_in(self, verb: int, first: int, last: int) -> bool:
        """Whether whoever says something stands among the tokens: “critics called it odd and said it was dear”."""
        language = self.facts.language
        number = language.clause_of(verb)
        subject = None if number is None else language.clauses[number].subject
        return subject is not None and first <= language.phrases[subject].head < last

    def _according(self, stretch: range) -> bool:
        """Whether “according to” leads to a name, or to a body that is known: “the athletic department”."""
        lowers = self.facts.tokens.lowers
        return any(
            lowers[at - 1] in self._openers
            and (
                self._is_known_body(at + 1)
                or any(
                    self.is_name(name, countries=True) and (name < at + _MAKER or self._made(name))
                    for name in range(at + 1, min(at + _FAR_MAKER, stretch.stop))
                )
            )
            for at in stretch
            if at > stretch.start
        )

    def _is_known_body(self, at: int) -> bool:
        """Whether a phrase that begins with “the” or “its” is of a body or an office."""
        number = self.facts.language.phrase_at(at)
        if number is None or self.facts.tokens.lowers[at] not in self._taking_up:
            return False
        return "group" in self.facts.language.phrases[number].classes

    def _made(self, name: int) -> bool:
        """Whether “by” leads to a name: “a survey from the air carried out in 2023 by the Roe Institute”."""
        return not self._makers.isdisjoint(self.facts.tokens.lowers[name - 2 : name])

    def says_of_others(self, after: int) -> bool:
        """Whether what is said behind a verb is not what the speakers tell of themselves: “they have no money”."""
        lowers = self.facts.tokens.lowers
        at = after + (lowers[after : after + 1] != [] and lowers[after] in self._that)
        return at >= len(lowers) or lowers[at] not in self._selves

    def named_behind(self, after: int) -> bool:
        """Whether a name stands right behind a noun, or behind its comma: “one passenger, Ann Roe”."""
        tokens = self.facts.tokens
        at = after + (tokens.lowers[after : after + 1] == [","])
        return at < len(tokens) and self.is_name(at)

    def _somebody(self, verb: int, sentence: Sentence, named: bool = False) -> bool:
        """Whether the verb's subject is a name or, unless it must be `named`, a pronoun or an office."""
        tokens = self.facts.tokens
        at = verb - 1
        while at > sentence.first and tokens.lowers[at] in self._adverbs:
            if tokens.lowers[at] in self._passive:
                return False  # “has been asked”
            at -= 1
        if at >= sentence.first:
            word = tokens.lowers[at]
            if not named and (word in self._personal or word in self._offices or self._known(at, sentence)):
                return True
            if self.is_name(at, at == sentence.first, True) or (
                (word == "," or word in self._relative) and self._apposed(at, sentence)
            ):
                return True
        after = verb + 1
        if after >= sentence.last:
            return False
        if not named and tokens.lowers[after] in self._people:
            return after + 1 >= sentence.last or not tokens.texts[after + 1][0].isalpha()
        return self.is_name(after, countries=True)

    def _known(self, noun: int, sentence: Sentence) -> bool:
        """Whether a noun takes up somebody told before: “the report says”, “its own lawyers said”."""
        tokens = self.facts.tokens
        if tokens.lowers[noun] in self._relative:
            return False  # “those who say”
        for at in range(noun - 1, max(sentence.first, noun - _BEFORE_NOUN) - 1, -1):
            if tokens.lowers[at] in self._taking_up:
                return True
            if not tokens.texts[at][0].isalpha():
                return False
        return False

    def joined(self, sentence: Sentence, first: int) -> bool:
        """Whether “and” joins a phrase to somebody known: “the Roe campaign and some experts”."""
        tokens = self.facts.tokens
        if first - 2 < sentence.first or tokens.lowers[first - 1] not in self._joining:
            return False
        listed = tokens.lowers[first - 2] == ","  # “Roe, and other critics of”
        before = first - 2 - listed
        if before < sentence.first:
            return False
        if self.is_name(before, before == sentence.first, countries=True):
            return True
        return not listed and (tokens.lowers[before] in self._personal or self._known(before, sentence))

    def _apposed(self, comma: int, sentence: Sentence) -> bool:
        """Whether a name stands before an insertion that a comma closes: “Ann Roe, a surveyor, said”."""
        stretch = range(max(sentence.first, comma - _INSERTED), comma)
        return any(self.is_name(at, at == sentence.first) for at in stretch)

    def names_one(self, sentence: Sentence) -> bool:
        """Whether a sentence credits somebody by name."""
        if self.credited(sentence.start, sentence.end):
            return True
        last = min(sentence.last, sentence.first + _LONGEST)
        if self._according(range(sentence.first, last)):
            return True
        tokens = self.facts.tokens
        return any(
            is_verb(tokens, at, self._verbs, near=False) and self._somebody(at, sentence, named=True)
            for at in range(sentence.first, last)
        )

    def has_one(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands beside a name anywhere in the body."""
        return bool(self._body_beside(words))

    def summed_up(self, sentence: Sentence, deck: bool = False) -> bool:
        """Whether the sentence is the article's lead, and the next credits what it sums up to a new name.

        `deck`: the lead's next paragraph too, and the sentences of the next few.
        """
        later = self._after(sentence, _DECK_AHEAD if deck else 1)
        return 0 <= sentence.paragraph - self.lead <= deck and any(
            self.credited(s.start, s.end, new=True) for s in later
        )

    def later_in_paragraph(self, sentence: Sentence) -> str | None:
        """paragraph where a later sentence of it credits somebody by name, else none."""
        later = self._after(sentence, 6)
        named = any(other.paragraph == sentence.paragraph and self.names_one(other) for other in later)
        return "paragraph" if named else None

    def earlier_in_paragraph(self, sentence: Sentence) -> str | None:
        """paragraph where the sentence before credits somebody by name in the same paragraph, else none."""
        if not sentence.number:
            return None
        before = self.facts.sentences[sentence.number - 1]
        return "paragraph" if before.paragraph == sentence.paragraph and self.names_one(before) else None

    def around(self, sentence: Sentence) -> str | None:
        """Where those around name a source: paragraph (later in it), near (a new speaker is quoted next), or none."""
        later = self._after(sentence, 2)
        if not later or not self.facts.in_quotation(later[0].start):
            return self.newcomer_in_paragraph(sentence)
        near = "near" if self.credited(later[0].start, later[-1].end, new=True) else None
        return self.newcomer_in_paragraph(sentence) or near

    def newcomer_in_paragraph(self, sentence: Sentence) -> str | None:
        """paragraph where a later sentence of it credits somebody whom the article has not named above, else none.

        Whoever has spoken before is not the one whom “experts” hides, unless he is quoted right behind.
        """
        later = [other for other in self._after(sentence, 6) if other.paragraph == sentence.paragraph]
        if any((self.names_one(other) or self._speaks_later(other)) and self._introduces(other) for other in later):
            return "paragraph"
        quoted = bool(later) and self.quoted_by(later[0].start, later[-1].end)
        return "paragraph" if quoted else None

    def _speaks_later(self, sentence: Sentence) -> bool:
        """Whether somebody whom a sentence is the first to name is credited in the next ones."""
        first = bisect_left(self.facts.mentions, sentence.start, key=lambda mention: mention.start)
        new: set[str] = set()
        last = self._after(sentence, _SPEAKS_LATER)
        for mention in self.facts.mentions[first:]:
            if mention.start >= (last[-1].end if last else sentence.end):
                return False
            if mention.first and mention.start < sentence.end:
                new.add(mention.person.id)
            elif mention.credit and mention.start >= sentence.end and mention.person.id in new:
                return True
        return False

    def _introduces(self, sentence: Sentence) -> bool:
        """Whether a sentence is the first to name somebody, or a body."""
        at = bisect_left(self._introductions, sentence.start)
        return at < len(self._introductions) and self._introductions[at] < sentence.end

    @cached_property
    def _introductions(self) -> list[int]:
        """Where people and bodies are named for the first time, in order of place."""
        bodies: dict[str, int] = {}
        for body in self.facts.organizations:
            bodies.setdefault(body.name, body.start)
        return sorted((*bodies.values(), *(mention.start for mention in self.facts.mentions if mention.first)))

    def kindred(self, sentence: Sentence, words: frozenset[str], back: int, ahead: int) -> bool:
        """Whether one of the words stands beside a name in the sentences around: “analyst Ann Roe”."""
        before = self.facts.sentences[max(0, sentence.number - back) : sentence.number]
        around = (*before, *self._after(sentence, ahead))
        return any(other.kind == sentence.kind and self.beside_name(other, words) for other in around)

    def _after(self, sentence: Sentence, reach: int) -> tuple[Sentence, ...]:
        return self.facts.sentences[sentence.number + 1 : sentence.number + 1 + reach]

    def beside_name(self, sentence: Sentence, words: frozenset[str], reach: int = _BESIDE) -> bool:
        """Whether one of the words stands within a few words of a name in a sentence."""
        tokens = self.facts.tokens
        last = min(sentence.last, sentence.first + _LONGEST)
        return any(
            self.is_name(name, name == sentence.first)
            for at in range(sentence.first, last)
            if tokens.lowers[at] in words and self._is_common(at, sentence)
            for name in range(max(sentence.first, at - reach), min(last, at + reach + 1))
            if name != at
        )

    def _is_common(self, at: int, sentence: Sentence) -> bool:
        """Whether a word is the noun it seems: no verb (“will study it”), no part of a name (“Kahawa Traders”)."""
        tokens = self.facts.tokens
        if self.facts.language.tags[at] == "VERB":
            return False
        titled = tokens.lowers[at] in self._research  # “the Journal of Traffic Psychology”
        return titled or tokens.texts[at][0].islower() or at == sentence.first

    # ---------------------------------------------------------------------------------------------------- research

    def made_by(self, sentence: Sentence, first: int, verb: int) -> bool:
        """Whether the sentence says who did the research that stands at `first`, whose verb is at `verb` or before.

        Up to its verb any “by”, “from”, “in” … may lead to the name; behind it only “published by” and the like.
        """
        tokens = self.facts.tokens
        # “of 800 people who drive into Castries”: those asked are not those who asked
        asked = next((at for at in range(first, verb) if tokens.lowers[at] in self._relative), sentence.last)
        return self._is_made_by_one_known(sentence, first) or any(
            tokens.lowers[at] in self._makers
            and not asked < at < verb
            and (at < verb or not self._making.isdisjoint(tokens.lowers[max(verb, at - 3) : at]))
            and any(
                self.is_name(name, countries=self._owns(name))
                for name in range(at + 1, min(at + _MAKER, sentence.last if at > asked else asked))
            )
            for at in range(first, min(sentence.last, first + _LONGEST))
        )

    def _is_made_by_one_known(self, sentence: Sentence, first: int) -> bool:
        """Whether whoever the article speaks of did it: “that it published in May”, “carried out for the charity”."""
        phrases, lowers = self.facts.language.phrases, self.facts.tokens.lowers
        for clause in self.facts.language.clauses_in(sentence.number):
            if clause.verb <= first or lowers[clause.verb] not in self._making:
                continue
            makers = [place for before, place in clause.obliques if lowers[before] in self._commissioning]
            if clause.voice == "active" and clause.kind != "main" and clause.subject is not None:
                makers.append(clause.subject)
            found = (phrases[place] for place in makers)
            if any(one.pronoun in self._persons or one.determiner in self._definite for one in found):
                return True
        return False

    def chosen_by(self, sentence: Sentence, after: int) -> bool:
        """Whether “by” leads on to a name behind what something is called: “the best of all time, by Gadget Week”."""
        lowers = self.facts.tokens.lowers
        return any(
            lowers[at] in self._doing
            and any(self.is_name(name) for name in range(at + 1, min(at + _BESIDE, sentence.last)))
            for at in range(after, min(after + _BEFORE_NOUN, sentence.last))
        )

    def _owns(self, name: int) -> bool:
        """Whether a name owns what follows: “Canada's auditor general”."""
        lowers = self.facts.tokens.lowers
        return name + 1 < len(lowers) and lowers[name + 1] in self._genitives

    def maker_follows(self, sentence: Sentence, after: int) -> bool:
        """Whether the sentence goes on to name them: “…, three economists -- Ann Roe, …”, “…: a Roe Institute poll”."""
        tokens = self.facts.tokens
        last = min(sentence.last, after + _LONGEST)
        for at in range(after, last - 2):
            word = tokens.lowers[at]
            listed = tokens.texts[at + 1] in _COLONS and self.is_name(at + 2)
            if listed and (word in self._doers or (word.endswith("s") and tokens.texts[at + 1] != ",")):
                return True
            told = word in self._strictly and any(tokens.texts[to] in _COLONS for to in range(after, at))
            if told and any(self.is_name(to) for to in range(max(after, at - _CLOSE), at)):
                return True
        return False

    def makers_near(self, sentence: Sentence) -> bool:
        """Whether the sentences around name whose research it is."""
        before = self.facts.sentences[max(0, sentence.number - 1) : sentence.number]
        own = [other for other in before if other.paragraph == sentence.paragraph]
        following = [other for other in self._after(sentence, 2) if other.paragraph <= sentence.paragraph + 1]
        return any(self.beside_name(other, self._strictly, _CLOSE) for other in (*own, *following))

    @cached_property
    def researched(self) -> list[int]:
        """The sentences that name research and whose it is, by number."""
        return self._body_beside(self._research)

    @cached_property
    def researchers(self) -> list[int]:
        """The sentences that name those who do research, by number."""
        return self._body_beside(self._doers)

    def named_beside(self, noun: str) -> list[int]:
        """The body's sentences that have a noun, in either number, beside a name, by number."""
        if noun not in self._named_beside:
            self._named_beside[noun] = self._body_beside(frozenset((noun, noun.removesuffix("s"))))
        return self._named_beside[noun]

    @cached_property
    def authors(self) -> list[int]:
        """The sentences that name an author of research, by number: “Ann Roe, the paper's first author”."""
        authors = self.facts.lexicon.words("authors-of-research")
        sentences, lowers, research = self.facts.sentences, self.facts.tokens.lowers, self._research - authors
        numbers = self._body_beside(authors, _FAR_AUTHOR)
        return [at for at in numbers if not research.isdisjoint(lowers[sentences[at].first : sentences[at].last])]

    def _body_beside(self, words: frozenset[str], reach: int = _BESIDE) -> list[int]:
        """The body's sentences that have one of the words beside a name, by number."""
        body = (sentence for sentence in self.facts.sentences if sentence.kind in BODY_KINDS)
        return [sentence.number for sentence in body if self.beside_name(sentence, words, reach)]

    @cached_property
    def lead(self) -> int:
        """The number of the body's first paragraph, or -1."""
        return next((paragraph.number for paragraph in self.facts.paragraphs if paragraph.kind == "paragraph"), -1)
