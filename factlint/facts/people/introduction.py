"""Introduction: how an article tells its reader who a person is, at each place that names the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run
    from factlint.language.model import Phrase


_KNOWN_AS = 7  # the same where “as” stands right before it: “known to everybody in the street as Plum”
_IS_A_NAME = 5  # tokens behind “is” in which a word says that what stands before it is a name
_NAMING = 3  # tokens before a name in which a word says that it is all the name there is
_PERSON = "person"
_LIVING = frozenset({"person", "animal"})
_YEAR = 4  # figures of a year, of which an age has fewer
_NOT_PERSONS = frozenset({"place", "time"})
_BEFORE_NAME = 3  # tokens of a relative and a comma before a name: “his wife, Joy”
_TRADE = 4  # letters that the noun for a person at the end of a compound has: churchwarden


class Introductions:
    """Reads how the runs of one article tell who a person is."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.around = facts.surroundings
        self.offices = facts.lexicon.union("offices", "titles")
        self.links = facts.lexicon.words("office-links")
        self.ones = facts.lexicon.words("words-before-strangers")
        self.names = facts.lexicon.words("words-before-sole-names")
        self.sole_names = facts.lexicon.words("nouns-for-sole-names")
        self.called_as = facts.lexicon.words("as-words")
        self.given = facts.lexicon.table("given-names")
        self.doing = tuple(facts.lexicon.words("present-participle-endings"))
        self.sides = facts.lexicon.words("for-words")
        self.relations = facts.lexicon.words("relations")
        self.kin_titles = frozenset(facts.lexicon.values("honorific-ranks")["kin"])
        self.joining = facts.lexicon.words("list-links")
        self.of_words, self.nowadays = facts.lexicon.words("of-words"), facts.lexicon.words("words-of-now")
        self.being, self.births = facts.lexicon.words("passive-auxiliaries"), facts.lexicon.words("birth-words")

    def described(self, run: Run) -> str | None:
        """Office (a title, office or relation beside the name), apposition, clause (“, who …”), or none."""
        if run.title >= 0 or self.around.role_before(run) >= 3.0 or self.around.shares_title(run):
            return "office"
        if self._named_kin(run):
            return "office"
        if self._played_by(run) or self._unknown_to_all(run):
            return "apposition"
        if len(run.words) > 1 and (shown := self._told_by_grammar(run)) is not None:
            return shown
        if self._apposed(run) or self._of_somewhere(run) or self._told_of_life(run):
            return "apposition"
        apposition = self.around.apposition(run)
        if apposition > 2.0 or self.around.role_before(run) >= 1.5:
            return "apposition"
        around = self.around
        full = len(run.words) > 1
        told = apposition or (full and (around.belongs(run) or around.has_trade(run) or around.role_before(run) > 0))
        return "clause" if told else None

    def _told_by_grammar(self, run: Run) -> str | None:
        """Office where a noun for a person stands right before the name, apposition where one explains it.

        “forecaster Tsend Oyun”, “the board's convener, Asha Mesh”: whatever the trade is, the noun is one of a person.
        """
        language = self.facts.language
        phrases = language.phrases
        first = run.honorific if run.honorific >= 0 else run.first
        before = language.phrase_at(first - 1) if first else None
        own = language.phrase_at(run.first)
        if before is not None and before != own:
            phrase = phrases[before]
            small = self.facts.tokens.texts[first - 1][0].islower() or first - 1 in self.facts.sentence_firsts
            adjoins = phrase.last == first and small
            # “Bureau of Meteorology hydrologist Ann Roe”
            named = (
                language.tags[phrase.first] == "PROPN" and self.facts.tokens.lowers[phrase.first - 1] in self.of_words
            )
            if adjoins and not phrase.plural and (phrase.preposition is None or named):
                # A bare noun before a name is a trade, whatever else it may mean: “coastguard Pete Dobbie”.
                bare = phrase.determiner is None and not phrase.proper and not _NOT_PERSONS & phrase.classes
                if _PERSON in phrase.classes or (bare and language.tags[phrase.head] == "NOUN"):
                    return "office"
            if adjoins and self._holder(phrase.first) is not None:
                return "office"  # “chair of governors Tom Relph”
        if self._in_a_part(first) or self._part_behind(run.last) or self._within(run) or self._opens_with_trade(run):
            return "office"
        if own is None:
            return None
        classes, lowers = language.words.noun_classes, self.facts.tokens.lowers
        if any(_PERSON in classes(lowers[at]) for at in range(phrases[own].first, min(first, run.lead))):
            return "office"  # “Florist Ann Roe”
        if phrases[own].of is not None and phrases[own].last == run.last:
            return "apposition"  # “Dr Amir Roe of the coastal survey”
        owner = phrases[own].owner
        if owner is not None and phrases[owner].proper:
            return "apposition"  # “the Greens' Liwia Brandt”
        told = any(not phrase.proper and not _NOT_PERSONS & phrase.classes for phrase in self._pairs(own))
        return "apposition" if told else None

    def _pairs(self, own: int) -> list[Phrase]:
        """The phrases that are set to one, or to which it is set."""
        phrases = self.facts.language.phrases
        pairs = [phrases[at] for at in (phrases[own].apposition_of,) if at is not None]
        return pairs + [phrase for phrase in phrases[own + 1 : own + 3] if phrase.apposition_of == own]

    def _apposed(self, run: Run) -> bool:
        """Whether a noun for a living being explains a single name: “Meet Rollo, the gander who …”; Mr Roe is a man."""
        living = _LIVING if run.honorific < 0 else _LIVING - {_PERSON}
        own = self.facts.language.phrase_at(run.first)
        pairs = [] if own is None else self._pairs(own)
        return any(not phrase.proper and not phrase.plural and living & phrase.classes for phrase in pairs)

    def _of_somewhere(self, run: Run) -> bool:
        """Whether an honorific and “of” a place or body tell who is meant: “Mr Roe of Holm”."""
        texts, lowers = self.facts.tokens.texts, self.facts.tokens.lowers
        behind = range(run.last + 1, min(run.last + 3, len(texts)))
        of = run.honorific >= 0 and lowers[run.last : run.last + 1] and lowers[run.last] in self.of_words
        return bool(of) and any(texts[at][0].isupper() for at in behind)

    def _told_of_life(self, run: Run) -> bool:
        """Whether the age or the birth is told right behind a name: “Ann is 97”, “Ann was born”, “Ann, now 97,”."""
        lowers = self.facts.tokens.lowers
        link, told = (*lowers[run.last : run.last + 2], "", "")[:2]
        if link == "," and told in self.nowadays:
            return lowers[run.last + 2 : run.last + 3] != [] and self._is_age(lowers[run.last + 2])
        return link in self.being and (told in self.births or self._is_age(told))

    @staticmethod
    def _is_age(lower: str) -> bool:
        return lower.isdecimal() and len(lower) < _YEAR

    def _named_kin(self, run: Run) -> bool:
        """Whether somebody's relative stands before the name, or before the list that it is on.

        “his wife, Joy.”, “their sons, Ezra and Joy”; not “she told her sister, Joy said”, where it is the speaker's.
        Whoever is addressed as an aunt or uncle is told by that.
        """
        tokens, language = self.facts.tokens, self.facts.language
        if run.honorific >= 0 and tokens.lowers[run.honorific] in self.kin_titles:
            return True
        at = run.honorific if run.honorific >= 0 else run.first
        if language.tags[run.last : run.last + 1] in (["VERB"], ["AUX"]) or at < _BEFORE_NAME:
            return False
        sentence = self.facts.sentence_of(at).first
        while at - 2 > sentence and tokens.lowers[at - 1] in self.joining:
            number = language.phrase_at(at - 2)
            if number is None:
                return False
            phrase = language.phrases[number]
            if phrase.lemma in self.relations and phrase.last == at - 1:
                return phrase.determiner is not None or phrase.owner is not None or phrase.number is not None
            if not tokens.texts[at - 2][0].isupper():
                return False
            at = min(at - 2, phrase.first)
        return False

    def _holder(self, of: int) -> Phrase | None:
        """The noun for a person that stands, with “of” or “for”, before a phrase that begins at a token, or None."""
        language = self.facts.language
        whose = language.phrase_at(of)
        before = language.phrase_at(of - 2) if of > 1 else None
        if whose is None or before is None:
            return None
        holder = language.phrases[before]
        governed = language.phrases[whose].preposition == holder.last == of - 1
        if holder.of != whose and not (governed and self.facts.tokens.lowers[of - 1] in self.links):
            return None
        somebody = _PERSON in holder.classes or holder.lemma in self.offices
        return holder if somebody and not holder.plural else None

    def _within(self, run: Run) -> bool:
        """Whether words with capitals that were left out of the name say what somebody is: “Auctioneer Ann Roe”."""
        classes, lowers = self.facts.language.words.noun_classes, self.facts.tokens.lowers
        return any(_PERSON in classes(lowers[at]) for at in range(run.lead, run.first))

    def _opens_with_trade(self, run: Run) -> bool:
        """Whether a sentence opens with a noun and then a name in full: “Churchwarden Ann Roe”, “Recorder Ann Roe”.

        Its capital is the sentence's, so that it may have been read as part of the name.
        """
        if run.honorific >= 0 or len(run.words) < 2:
            return False
        inside = run.first in self.facts.sentence_firsts
        at = run.first if inside else run.first - 1
        if at not in self.facts.sentence_firsts or (inside and len(run.words) == 2):
            return False
        lower, words = self.facts.tokens.lowers[at], self.facts.language.words
        if lower in self.given or not lower.isalpha():
            return False
        classes = words.noun_classes(lower)
        somebody = any(_PERSON in words.noun_classes(lower[cut:]) for cut in range(len(lower) - _TRADE + 1))
        return somebody or (words.reading(lower).parts[:1] == "N" and bool(classes) and not _NOT_PERSONS & classes)

    def _in_a_part(self, name: int) -> bool:
        """Whether words before a name say which part it has: “Defending, Ann Roe said”, “For the owners, Ann Roe”."""
        lowers = self.facts.tokens.lowers
        if name < 2 or lowers[name - 1] != ",":
            return False
        first = self.facts.sentence_of(name).first
        if first == name - 2:
            return lowers[first].endswith(self.doing)
        whom = self.facts.language.phrase_at(name - 2)
        phrase = None if whom is None else self.facts.language.phrases[whom]
        return phrase is not None and lowers[first] in self.sides and phrase.preposition == first

    def _part_behind(self, last: int) -> bool:
        """Whether a comma and one word behind a name say which part the person has: “Ann Roe, prosecuting, said”."""
        lowers = self.facts.tokens.lowers
        told = lowers[last : last + 1] == [","] and last + 2 < len(lowers) and lowers[last + 1].endswith(self.doing)
        return told and (not lowers[last + 2][0].isalnum() or lowers[last + 2] in self.sides)

    def _played_by(self, run: Run) -> bool:
        """Whether a bracket behind the name tells who plays the part: Layne (Crispin Glover)."""
        texts, lowers = self.facts.tokens.texts, self.facts.tokens.lowers
        inside = texts[run.last + 1 : run.last + 3] if texts[run.last : run.last + 1] == ["("] else []
        named = len(inside) == 2 and all(word[0].isupper() for word in inside)
        return named and lowers[run.last + 1] in self.around.given

    def _unknown_to_all(self, run: Run) -> bool:
        """Whether words before it say that no more is known: “issued to one Mr Roe”, “called simply Miss Roe”."""
        lowers = self.facts.tokens.lowers
        if run.honorific > 0 and lowers[run.honorific - 1] in self.ones:
            return True
        # “A bassist who goes by the name of Plum”: that is the whole of it.
        first = run.honorific if run.honorific >= 0 else run.first
        far = _KNOWN_AS if first and lowers[first - 1] in self.called_as else _NAMING
        if not self.names.isdisjoint(lowers[max(0, first - far) : first]):
            return True
        # “Plum is not her name”: nobody is to know more.
        told = self.facts.language.tags[run.last : run.last + 1] == ["AUX"]
        return told and not self.sole_names.isdisjoint(lowers[run.last + 1 : run.last + 1 + _IS_A_NAME])

    def credits(self, run: Run) -> bool:
        """Whether a verb of speaking has the name for its subject, or “according to” stands before it."""
        return self.around.speaks(run) > 0

    def introduced(self, first: tuple[Run, str] | None) -> str | None:
        """How the first place outside headlines and subheadings introduces the person."""
        if first is None:
            return None
        run, form = first
        if form == "full":
            return "full"
        described = self.described(run)
        return described or ("given" if form == "given" else None)

    def titles(self, runs: list[Run]) -> tuple[str, ...]:
        """The titles and offices before the names, as written, each once."""
        tokens = self.facts.tokens
        found: dict[str, None] = {}
        for run in runs:
            if run.title >= 0:
                end = run.honorific if run.honorific > run.title else run.first
                found[self.facts.article.source[tokens.starts[run.title] : tokens.ends[end - 1]]] = None
        return tuple(found)
