"""Nameless voices by word class: whoever is a person, has no name and is said to say something, whatever the noun.

“Pals say”, “loyalists insist”, “has been called petty”, “stands accused of”, “he had it from a deckhand”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.source_words import source_nouns, source_verbs
from factlint.facts.speech.cues import verbs_of
from factlint.lazy import cached_property
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_SAYING, _PERSON = "saying", "person"
_SPEAKERS = frozenset({"person", "group", "document", "place", "time"})
_DOERS = frozenset({"person", "group", "act", "artefact", "document"})
_NO_CONTENTS = frozenset({"infinitive", "participle", "relative"})
_FEWEST_QUOTED = 4  # words
_BY = 8  # words behind a verb within which “by” names the doer
_LOOKED_AT = 20  # places at which a word is looked up again
_KIN_BACK, _KIN_AHEAD = 3, 3  # sentences around in which one of the same trade is named


def find_voices(facts: Facts, answers: Answers) -> list[Claim]:
    """Every nameless voice that no list knows, in order of place."""
    return list(_Voices(facts, answers).claims())


def find_unnamed(facts: Facts, answers: Answers) -> list[Claim]:
    """Every single person who is quoted at length as “an officer” or “one guest”, and no word on why."""
    language, found = facts.language, []
    for quote in facts.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.kind != "described" or speaker.explained:
            continue
        if quote.kind != "direct" or quote.words < _FEWEST_QUOTED:
            continue
        first, last = facts.tokens.span(speaker.start, speaker.end)
        at = language.phrase_at(first)
        phrase = language.phrases[at] if at is not None else None
        if phrase is None or last <= first or phrase.plural or phrase.proper or _PERSON not in phrase.classes:
            continue
        open_ = phrase.determiner in facts.lexicon.words("open-determiners") or phrase.number == 1
        if not open_ or phrase.owner is not None or _explains_a_name(language.phrases, phrase):
            continue
        if not facts.lexicon.words("spoken-for").isdisjoint(facts.tokens.lowers[first:last]):
            continue
        if quote.cue is not None and quote.cue.lemma in facts.lexicon.words("outcry-verbs"):
            continue
        sentence = facts.sentence_at(speaker.start)
        housed = facts.tokens.lowers[phrase.last : phrase.last + 1]
        elsewhere = not facts.lexicon.words("doer-prepositions").isdisjoint(housed)  # “an executive at a competitor”
        kin = frozenset() if elsewhere else frozenset((phrase.lemma,))
        if answers.named_behind(phrase.last) or answers.kindred(sentence, kin, 0, _KIN_AHEAD):
            continue
        head = facts.tokens.lowers[phrase.head]
        start, end, block = speaker.start, speaker.end, facts.paragraph_at(speaker.start).number
        found.append(Claim(start, end, "unnamed", "subject", head, None, None, True, None, 0, block))
    return found


def is_no_saying(facts: Facts, clause: Clause) -> bool:
    """Whether a verb tells what things show or somebody does: “monitors showed that they slept”, “asked for a boat”."""
    if " ".join(facts.tokens.lowers[clause.verb : clause.verb + 2]) in facts.lexicon.words("phrasal-verbs-of-doing"):
        return True
    verb, others = facts.tokens.lowers[clause.verb], facts.lexicon.words("valuing-verbs")
    shows = verb in source_verbs(facts.lexicon).showing and clause.lemma not in others
    return shows and verb not in verbs_of(facts.lexicon).strong


def _explains_a_name(phrases: Sequence[Phrase], phrase: Phrase) -> bool:
    """Whether a phrase says who it is that a name before it introduces: “Amit Roe, an analyst for the bank, …”."""
    return phrase.apposition_of is not None and phrases[phrase.apposition_of].proper


class _Voices:
    """The clauses of one article as voices."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language = facts.language
        self.words = facts.lexicon.words

    def claims(self) -> Iterator[Claim]:
        """The claims of all clauses outside quotations."""
        for number, clause in enumerate(self.language.clauses):
            sentence = self.facts.sentences[clause.sentence]
            if clause.in_quote or not self.answers.is_prose(sentence):
                continue
            if clause.voice == "passive" or clause.kind == "participle":
                claim = self._judged(clause) or self._asked(clause) or self._held(clause)
            else:
                claim = (
                    self._speaking(number, clause)
                    or self._insiders(clause)
                    or self._posted(clause)
                    or self._talked(clause)
                    or self._heard(clause)
                )
            if claim is not None:
                yield claim

    @cached_property
    def _contents(self) -> frozenset[int]:
        """The clauses of saying that have what is said as a clause of their own."""
        openers = self.words("subordinating-openers") - self.words("openers-of-contents")
        said = (clause for clause in self.language.clauses if clause.kind not in _NO_CONTENTS)
        return frozenset(
            clause.within
            for clause in said
            if clause.within is not None and self.tokens.lowers[self._opener(clause)] not in openers
        )

    def _opener(self, clause: Clause) -> int:
        """The token before a clause and its subject: “after” of “after councillors signed”."""
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        return max(0, (clause.first if subject is None else min(subject.first, clause.first)) - 1)

    # ------------------------------------------------------------------------------------------------- who speaks

    def _speaking(self, number: int, clause: Clause) -> Claim | None:
        """“Loyalists insist that”, “…, say pals”: a person's noun in the plural, without a name."""
        if not {_SAYING, "thinking"} & clause.classes or clause.negated or clause.shared:
            return None
        if clause.subject is None:
            return self._some_say(number, clause)
        if _SAYING not in clause.classes:
            return None
        phrase = self.language.phrases[clause.subject]
        if number not in self._contents or not self._says_of_others(clause):
            return None
        if is_no_saying(self.facts, clause):
            return None
        if not phrase.plural or not self._nameless(phrase):
            return None
        first, last = min(phrase.first, clause.first), max(phrase.last, clause.last)
        return self._claim(clause, "people", first, last, phrase)

    def _says_of_others(self, clause: Clause) -> bool:
        """Whether what is said is not what the speakers tell of themselves: “buyers say they have no money”."""
        return self.answers.says_of_others(clause.last)

    def _some_say(self, number: int, clause: Clause) -> Claim | None:
        """“Some are asking whether”: a word like some, that opens its sentence and stands for whoever it is."""
        first = clause.first - 1
        if first < 0 or first != self.facts.sentences[clause.sentence].first or number not in self._contents:
            return None
        if self.tokens.lowers[first] not in self.words("source-pronouns") or not self._says_of_others(clause):
            return None
        return self._claim(clause, "people", first, clause.last, None)

    def _insiders(self, clause: Clause) -> Claim | None:
        """“Insiders paint a picture of”: whoever hides tells something, whatever the verb."""
        if clause.subject is None or clause.kind != "main" or clause.negated or clause.tense == "none":
            return None
        phrase = self.language.phrases[clause.subject]
        head = self.tokens.lowers[phrase.head]
        if head not in self.words("hiding-heads") or phrase.first > clause.first:
            return None
        if self.answers.is_name(phrase.head + 1):
            return None
        return self._claim(clause, "people", phrase.first, clause.last, phrase)

    def _posted(self, clause: Clause) -> Claim | None:
        """“Posts shared all over town link the withdrawal to”: several posts, and nobody has written them."""
        if clause.subject is None or clause.negated or clause.kind != "main":
            return None
        phrase = self.language.phrases[clause.subject]
        telling = {_SAYING, "thinking"} & clause.classes or clause.lemma in self.words("passing-verbs")
        if not phrase.plural or phrase.lemma not in self.words("post-nouns") or not telling:
            return None
        if clause.tense == "future" or phrase.conjoined or phrase.first > clause.first or phrase.number is not None:
            return None
        if phrase.owner is not None or phrase.of is not None or phrase.proper or self._from_somebody(phrase, clause):
            return None
        if phrase.determiner is not None and phrase.determiner not in self.words("open-determiners"):
            return None
        return self._claim(clause, "post", phrase.first, clause.last, phrase)

    def _from_somebody(self, phrase: Phrase, clause: Clause) -> bool:
        """Whether a name stands between posts and their verb, or among the words before them."""
        by = source_nouns(self.facts.lexicon).by
        if not by.isdisjoint(self.tokens.lowers[phrase.last : clause.last + 1]):
            return True
        return any(self.answers.is_name(at) for at in range(phrase.first + 1, clause.first))

    def _nameless(self, phrase: Phrase) -> bool:
        """Whether a phrase speaks of persons whom it neither names nor takes up."""
        if phrase.proper or phrase.pronoun or phrase.owner is not None or phrase.of is not None:
            return False
        if _PERSON not in phrase.classes or phrase.lemma in self.words("bodies-of-people"):
            return False
        if phrase.determiner is not None and phrase.determiner not in self.words("open-determiners"):
            return False
        nouns = source_nouns(self.facts.lexicon)
        if self.tokens.lowers[phrase.head] in nouns.heads:
            return False
        named = any(self.answers.is_name(at, at == phrase.first) for at in phrase.modifiers)
        named = named or self._part_of_a_name(phrase.head) or self.answers.named_behind(phrase.last)
        return not named and nouns.institutions.isdisjoint(self.tokens.lowers[phrase.first : phrase.head])

    def _part_of_a_name(self, head: int) -> bool:
        """Whether a capital that opens a sentence stands within a name elsewhere: “Harriers” of Matopos Harriers."""
        tokens = self.tokens
        text = tokens.texts[head]
        return text[0].isupper() and any(
            tokens.texts[at] == text and at > 0 and tokens.texts[at - 1][0].isupper()
            for at in tokens.index[tokens.lowers[head]][:_LOOKED_AT]
            if at != head
        )

    # ------------------------------------------------------------------------------------------ what is said of one

    def _judged(self, clause: Clause) -> Claim | None:
        """“has been called petty”, “stands accused of”: a judgement without a judge."""
        group = self.tokens.lowers[clause.first : clause.last]
        if clause.lemma not in self.words("judging-verbs") or self._doer(clause) or clause.negated:
            return None
        before = self.tokens.lowers[clause.first - 1] if clause.first else ""
        stands = clause.kind == "participle" and before in self.words("standing-accused-verbs")
        blames = clause.voice == "passive" and clause.lemma in self.words("blaming-verbs") and bool(clause.obliques)
        if blames and not self.words("court-words").isdisjoint(self.tokens.index):
            return None  # where a court is told of, it is known who accuses
        if blames and not stands and self._is_no_doer(clause):
            return None
        told = self._is_grave(clause) or self._is_quoted(clause)
        if not stands and not blames and self.words("long-passives").isdisjoint(group) and not told:
            return None
        names = clause.lemma in self.words("naming-verbs") and not told
        if names and self._names_after(clause):
            return None
        return self._claim(clause, "raised", clause.first - stands, clause.last, None)

    def _is_no_doer(self, clause: Clause) -> bool:
        """Whether what is blamed has done nothing itself: “bad weather and a weak economy were blamed for the fall”."""
        phrase = self.language.phrases[clause.subject] if clause.subject is not None else None
        if phrase is None:
            return True  # who is blamed could not be read
        if phrase.proper or phrase.pronoun is not None or not phrase.classes:
            return False
        return _DOERS.isdisjoint(phrase.classes)

    def _is_quoted(self, clause: Clause) -> bool:
        """Whether a finite passive of naming leads to quoted words that are no name: “was branded “a jail””."""
        if clause.tense == "none" or clause.kind == "participle" or clause.lemma not in self.words("naming-verbs"):
            return False
        tokens, at = self.tokens, clause.last
        if at + 1 >= len(tokens) or not self.facts.is_quoted(at + 1):
            return False
        if clause.lemma in self.words("nicknaming-verbs") and tokens.lowers[at + 1] not in self.words(
            "indefinite-articles"
        ):
            return False  # “it has been dubbed “feather duvet lung””
        return not tokens.texts[at][0].isalnum() and tokens.texts[at + 1][0].islower()

    def _is_grave(self, clause: Clause) -> bool:
        """Whether a finite passive leads with “as” to something grave: “was described as a tyrant”."""
        lowers, lemmas = self.tokens.lowers, self.language.lemmas
        if clause.kind == "participle" or clause.tense == "none" or lowers[clause.last] not in self.words("as-words"):
            return False
        last = min(self.facts.sentences[clause.sentence].last, clause.last + _BY)
        return not self.words("grave-words").isdisjoint(lemmas[clause.last : last])

    def _held(self, clause: Clause) -> Claim | None:
        """“The vote is held to have been bought”: somebody holds what is over, and does not say so."""
        holding = {_SAYING, "thinking"} & clause.classes
        if clause.voice != "passive" or clause.negated:
            return None
        if not holding and self.tokens.lowers[clause.verb] not in self.words("impersonal-verbs"):
            return None
        if clause.kind == "participle" or self._doer(clause) or clause.lemma in self.words("ruling-verbs"):
            return None
        subject = self.language.phrases[clause.subject].lemma if clause.subject is not None else ""
        if subject in self.words("words-for-nobody"):
            return None  # “nobody is known to have been hurt”
        lowers, tags = self.tokens.lowers, self.language.tags
        row = lowers[clause.last : clause.last + 2]
        have = len(row) == 2 and row[1] in self.words("having-verbs") and row[0] in self.words("raised-followers")
        if not have or tags[clause.last + 2 : clause.last + 3] not in (["VERB"], ["AUX"]):
            return None
        return self._claim(clause, "raised", clause.first, clause.last + 1, None)

    def _talked(self, clause: Clause) -> Claim | None:
        """“The story goes that”, “the word in the corridors is that”, “talk in the bars is of”."""
        if clause.subject is None or clause.lemma not in self.words("verbs-of-talk") or clause.negated:
            return None
        phrase = self.language.phrases[clause.subject]
        if phrase.lemma not in self.words("talk-nouns") or phrase.owner is not None or phrase.first > clause.first:
            return None
        opening = self.tokens.lowers[clause.last : clause.last + 1]
        if not self.words("what-talk-is-of").intersection(opening):
            return None
        return self._claim(clause, "rumour", phrase.first, clause.last + 1, None)

    def _asked(self, clause: Clause) -> Claim | None:
        """“Questions are being asked”, “doubts have been raised”."""
        if clause.subject is None or self._doer(clause) or clause.lemma not in self.words("raising-verbs"):
            return None
        phrase = self.language.phrases[clause.subject]
        if phrase.lemma not in self.words("raised-nouns") or phrase.owner is not None:
            return None
        if clause.standing == "possible" or clause.tense == "future":
            return None  # “questions may be directed to the hotline”
        if phrase.determiner is not None and phrase.determiner not in self.words("open-determiners"):
            return None
        return self._claim(clause, "rumour", phrase.first, clause.last, None)

    def _doer(self, clause: Clause) -> bool:
        """Whether “by” or “in” tells who, or where it is written."""
        lowers, tags = self.tokens.lowers, self.language.tags
        behind = range(clause.last, min(clause.last + _BY, len(lowers)))
        # “about how he came by three houses”: who does it stands before the next verb
        end = next((at for at in behind if tags[at] == "VERB"), behind.stop)
        near = set(lowers[clause.last : end])
        return any(self._does(lowers[at], number) for at, number in clause.obliques) or bool(
            near & source_nouns(self.facts.lexicon).by
        )

    def _does(self, preposition: str, number: int) -> bool:
        """Whether an oblique tells who does it, or where: “in the local paper”, and not “in the number of birds”."""
        if preposition not in self.words("doer-prepositions"):
            return False
        phrase = self.language.phrases[number]
        return phrase.proper or not phrase.classes or not phrase.classes.isdisjoint(_SPEAKERS)

    def _names_after(self, clause: Clause) -> bool:
        """Whether a name or a quotation follows: what something is called, not what is thought of it."""
        after = clause.last
        if after >= len(self.tokens):
            return True
        if "A" in self.language.words.tags(self.tokens.lowers[after]):
            return False
        if self.tokens.lowers[after] in self.words("definite-articles") and self.facts.in_quotation(
            self.tokens.starts[min(after + 2, len(self.tokens) - 1)]
        ):
            return True  # “what has been called the “agency model””
        number = self.language.phrase_at(after)
        phrase = self.language.phrases[number] if number is not None else None
        return phrase is None or phrase.proper or phrase.last == phrase.first + 1

    # --------------------------------------------------------------------------------------------------- hearsay

    def _heard(self, clause: Clause) -> Claim | None:
        """“He had it from a deckhand”, “she heard it from somebody at the bank”."""
        if clause.lemma in self.words("coming-verbs"):
            return self._comes(clause)
        if clause.lemma not in self.words("hearing-verbs") or clause.kind == "infinitive" or clause.tense != "past":
            return None
        if self._is_of_a_skill(clause):
            return None
        lowers = self.tokens.lowers
        between = set(lowers[clause.last : clause.last + 1])
        for at, number in clause.obliques:
            phrase = self.language.phrases[number]
            near = at == clause.last or (at == clause.last + 1 and between <= self.words("heard-things"))
            if near and lowers[at] in self.words("from-words") and self._somebody(phrase):
                return self._claim(clause, "hearsay", clause.first, phrase.last, phrase)
        return None

    def _is_of_a_skill(self, clause: Clause) -> bool:
        """Whether the same verb has a thing as its object before: “learned the trade from Roe, who had learned it”."""
        before = begun_between(self.language.clauses, self.facts.sentences[clause.sentence].start, clause.start)
        things = (
            self.language.phrases[one.object] for one in before if one.lemma == clause.lemma and one.object is not None
        )
        return any(thing.pronoun is None for thing in things)

    def _comes(self, clause: Clause) -> Claim | None:
        """“This report comes directly from a policeman”."""
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        if subject is None or subject.lemma not in self.words("passed-on-nouns") or clause.negated:
            return None
        for at, number in clause.obliques:
            phrase = self.language.phrases[number]
            if self.tokens.lowers[at] in self.words("from-words") and self._somebody(phrase):
                if self.answers.named_behind(phrase.last) or phrase.of is not None:
                    return None
                return self._claim(clause, "hearsay", clause.first, phrase.last, phrase)
        return None

    def _somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase is “a deckhand”, “one of the deckhands”, “somebody”."""
        if phrase.proper or phrase.owner is not None:
            return False
        if self.tokens.lowers[phrase.head] in self.words("one-person-pronouns"):
            return True
        of = self.language.phrases[phrase.of] if phrase.of is not None else None
        if of is not None and not of.proper and _PERSON in of.classes:
            return self.tokens.lowers[phrase.head] in self.words("open-determiners")
        return phrase.determiner in self.words("open-determiners") and _PERSON in phrase.classes

    # ----------------------------------------------------------------------------------------------------- claims

    def _claim(self, clause: Clause, kind: str, first: int, last: int, phrase: Phrase | None) -> Claim:
        tokens, sentence = self.tokens, self.facts.sentences[clause.sentence]
        head = tokens.lowers[phrase.head] if phrase is not None else None
        named = None
        if kind != "hearsay":
            named = "sentence" if self.answers.in_sentence(sentence, first, last) else None
            # Whoever is quoted next is seldom the one who judged.
            named = named or (self.answers.around(sentence) if kind != "raised" else None)
        if named is None and phrase is not None and kind == "people":
            kin = frozenset((phrase.lemma,))
            named = "near" if self.answers.kindred(sentence, kin, _KIN_BACK, _KIN_AHEAD) else None
        start, end = tokens.starts[first], tokens.ends[last - 1]
        way = "subject" if phrase is not None and kind == "people" else None
        quotes = self.answers.quoted_by(start, end)
        verb = tokens.texts[clause.verb]
        return Claim(start, end, kind, way, head, verb, named, quotes, None, 0, sentence.paragraph)
