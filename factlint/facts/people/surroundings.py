"""Surroundings: what the words right before and after a capitalised name say about it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.people.agency import Agency
from factlint.facts.people.namelists import name_lists
from factlint.language.endings import endings_of
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run

_LONGEST_APPOSITION = 9  # tokens
_MOST_TITLED = 8  # tokens from a plural title to the last name that bears it
_STOPS = frozenset({",", ".", GENITIVE, ";", "(", ")", "!", "?", "“", "”", '"'})


#: Double quotation marks; a straight or single one may be an apostrophe.
_MARKS = frozenset({"”", "“", '"', "’”", "”’"})


#: The lists of what stands beside those who speak.
AROUND_SPEAKERS = (
    "words-after-speakers", "verbs-of-people", "verbs-before-names", "verbs-after-speakers", "speech-verbs"
)  # fmt: skip
_BODY = frozenset({"group"})


class Surroundings:
    """Reads the context of names in one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.tokens, self.language = facts.tokens, facts.language
        self.agency = Agency(facts)
        lists = name_lists(facts.lexicon)
        self.given, self.surnames, self.common, self.peoples = lists.given, lists.surnames, lists.common, lists.peoples
        self.offices = words("offices")
        self.auxiliaries = words("auxiliary-verbs")
        self.endings = endings_of(facts.lexicon)
        self.firm_offices = words("offices-of-firms-too")
        self.titles = words("titles")
        self.relations = words("relations")
        self.verbs = words("verbs-of-people")
        self.speaking = words("verbs-before-names")
        self.saying = lists.saying
        self.crediting = words("words-before-sources")
        self.crediting_ends = {row.rpartition(" ")[2] for row in self.crediting}
        self.around_speakers = facts.lexicon.union(*AROUND_SPEAKERS)
        self.pronouns = words("pronouns-of-people")
        self.before = words("words-before-people")
        self.body_nouns = words("nouns-before-bodies")
        self.inside = words("prepositions-of-place")
        self.articles = words("articles")
        self.openers = words("apposition-openers")
        self.relatives = words("relative-words")
        self.governing = words("prepositions-before-names")
        self.subordinating = facts.lexicon.without("subordinating-words", "as-words")
        self.adverbs = words("words-before-verbs")
        self.caption = words("caption-places")
        self.links = words("apposition-links")
        self.heads = lists.heads
        self.families = facts.lexicon.union("words-for-families", "family-words")
        self.examples = words("words-before-examples")
        self.adjectives = facts.lexicon.union("faiths", "nationalities")
        self.head_ends = facts.lexicon.union("words-after-heads", "prepositions-of-place", "relative-words")
        self.possessives = facts.lexicon.labelled("determiner-kinds", "possessive")
        self.of = words("of-words")
        self.belonging = words("words-of-belonging")
        self.trades = tuple(facts.lexicon.values("agent-endings")["doer"])
        self.groups = facts.lexicon.union("person-nouns", "offices", "terms-of-office")

    def weigh(self, run: Run) -> tuple[float, float, float]:
        """What the words around one run say for a person, a place, a thing; 4 and more for a person is certain."""
        if run.honorific >= 0:
            return 6.0, 0.0, 0.0
        person = self._after(run)
        if run.title >= 0:
            return person + (0.0 if self._plain_words(run) else 4.0), 0.0, 0.0
        if run.lead < run.first or run.first == 0:
            return person, 0.0, 0.0
        role = self.role_before(run)
        if role:
            return person + role, 0.0, 0.0
        before = self.tokens.ahead[run.first]
        if before in self.speaking:
            return person, 0.0, 0.0
        if before in self.before:
            return person + (2.0 if self._joins_full_name(run) else 0.7), 0.0, 0.0
        possessive = self.tokens.lowers[run.last : run.last + 1] == [GENITIVE]
        person += self.agency.acts(run)
        if before in self.inside:
            return person, 0.0 if possessive else 2.0, 0.0
        if before in self.possessives and self._is_brand(run):
            return 0.0, 0.0, 2.5
        if before in self.articles:
            return person, 0.0, 2.5
        if self._has_office_over(run):
            return 0.0, 3.0, 0.0
        if before in self.body_nouns or self._told_as_body(run) or self._at_a_body(run, before):
            return 0.0, 0.0, 6.0
        return person + (0.3 if possessive and not run.opens else 0.0), 0.0, self.agency.thing(run)

    def _at_a_body(self, run: Run, before: str) -> bool:
        """Whether a preposition and a bare noun for a body stand before a name: “at brokerage Hay Lind”."""
        return (
            run.first > 1
            and self.tokens.lowers[run.first - 2] in self.inside
            and self.language.words.noun_classes(before) == _BODY
        )

    def _is_brand(self, run: Run) -> bool:
        """Whether a name behind a possessive can be no person's by its words: “her Cessna”, not “our Ellis”."""
        return all(word.lower() not in self.given and word.lower() not in self.surnames for word in run.words)

    def _has_office_over(self, run: Run) -> bool:
        """Whether an office is held of it, as of a place or a body: “the former mayor of Rietvlei”."""
        lowers = self.tokens.lowers
        if run.lead < 2 or self.tokens.ahead[run.lead] not in self.of or len(run.words) > 1:
            return False
        return lowers[run.lead - 2] in self.offices and lowers[run.lead - 2] not in self.relations

    def shown(self, run: Run) -> bool:
        """Whether an honorific or title right before the name shows it to be a person's, whatever the words."""
        if run.honorific >= 0 or run.title < 0 or run.lead != run.title:
            return run.honorific >= 0
        last = run.words[-1].lower()
        named_after = len(run.words) > 1 and last in self.heads and last not in self.surnames  # Queen Mary Hospital
        return not (named_after or self._plain_words(run))

    def speaks(self, run: Run) -> float:
        """How surely a verb of speaking beside the name makes it a speaker's.

        3 where quotation marks stand there, 2 where a pronoun of people follows, 1 for the verb alone.
        """
        tokens = self.tokens
        texts, lowers = tokens.texts, tokens.lowers
        lead = (run.honorific if run.honorific >= 0 else run.lead) - 1
        before = lowers[lead] if lead >= 0 else ""
        according = 0
        if before in self.crediting_ends:
            rows = ((n, " ".join(lowers[max(0, lead - n) : lead + 1])) for n in (1, 2, 3))
            according = next((n for n, row in rows if row in self.crediting), 0)
        if before in self.articles or (before in self.governing and not according):
            return 0.0
        after = run.last
        following = lowers[after] if after < len(lowers) else "."
        word_follows = following.replace("-", "").isalpha()
        modifies = following == GENITIVE or (word_follows and following not in self.around_speakers)
        if not modifies and (before in self.speaking or according):
            quoted = self._closes_quote(lead - 1 - according) or (
                following in _STOPS and texts[after + 1 : after + 2] == ["“"]
            )
            return 3.0 if quoted or texts[after + 1 : after + 2] == ['"'] else 1.0
        if following in self.adverbs:
            after += 1
        if after >= len(lowers) or lowers[after] not in self.saying:
            return 0.0
        if self._closes_quote(lead) or self._quote_follows(after):
            return 3.0
        return 1.0 if self.pronouns.isdisjoint(lowers[after + 1 : after + 5]) else 2.0

    def moves(self, run: Run) -> bool:
        """Whether the name does what a body of flesh does, or one who can step down: nodded, wept, resigned."""
        after = self.tokens.lowers[run.last : run.last + 2]
        if after and after[0] in self.adverbs:
            after = after[1:]
        return bool(after) and after[0] in self.verbs and after[0] not in self.saying

    def _closes_quote(self, at: int) -> bool:
        """Whether a quotation mark stands at a token; a single one where it follows a comma or stop."""
        texts = self.tokens.texts
        if at < 1:
            return at == 0 and texts[0] in _MARKS
        at -= texts[at] == "," and texts[at - 1] in _MARKS
        return texts[at] in _MARKS or (texts[at] in ("'", "’") and texts[at - 1] in (",", ".", "?", "!"))

    def _joins_full_name(self, run: Run) -> bool:
        """Whether “and” or “or” joins the name to a first name and surname: Ann Roe and Hill."""
        at = run.lead - 1
        texts, lowers = self.tokens.texts, self.tokens.lowers
        if at < 2 or lowers[at] not in self.links:
            return False
        at -= texts[at - 1] == ","
        return texts[at - 1][0].isupper() and texts[at - 2][0].isupper() and lowers[at - 2] in self.given

    def qualifies(self, run: Run) -> bool:
        """Whether the name stands before a noun that it qualifies: the Roe campaign."""
        lowers = self.tokens.lowers
        before = self.tokens.ahead[run.lead]
        after = lowers[run.last] if run.last < len(lowers) else ""
        if run.honorific >= 0 or not after.isalpha() or after in self.around_speakers:
            return False
        return before in self.articles or before in self.peoples

    def belongs(self, run: Run) -> bool:
        """Whether the words beside say which body the name goes with: the union's Ann Roe, Ann Roe of the union."""
        if run.lead > 1 and self.tokens.ahead[run.lead] == GENITIVE and self.tokens.texts[run.lead - 2][0].isupper():
            return True
        after = self.tokens.lowers[run.last : run.last + 6]
        if len(after) < 3 or after[0] not in self.belonging or after[1] not in self.articles:
            return False
        return any(word in self.heads for word in after[2:])

    def has_trade(self, run: Run) -> bool:
        """Whether an apposition ends in what looks like a trade: Ann Roe, a glass blower."""
        after = self.tokens.lowers[run.last : run.last + _LONGEST_APPOSITION]
        if len(after) < 4 or after[0] != "," or after[1] not in self.articles:
            return False
        end = next(
            (at for at, word in enumerate(after) if at > 1 and (word in self.head_ends or not word[0].isalpha())), 0
        )
        return end > 2 and after[end - 1].endswith(self.trades)

    def shares_title(self, run: Run) -> bool:
        """Whether a title or a word for a family stands before this name and others: Presidents Roe and Hale."""
        lowers, texts = self.tokens.lowers, self.tokens.texts
        if not run.lead or self.tokens.ahead[run.lead] not in self.links:
            return False
        for at in range(run.lead - 1, max(-1, run.lead - 2 - _MOST_TITLED), -1):
            word = lowers[at]
            one = self.endings.singular(word)
            if one in self.titles or one in self.offices:
                return True
            if word in self.families and lowers[at + 1] in (",", "-", "–", "—", ":"):
                return True  # the Quispe sisters, Yeny, Flor and Maruja
            named = texts[at][0].isupper()
            if named and texts[at + 1][0].isupper():
                return False  # the others have their first names: “tycoons Ann Roe and Hale”
            if word not in self.links and word != "," and not named:
                return False
        return False

    def of_a_group(self, run: Run) -> bool:
        """Whether it says whose people, or which term of office, is meant: Roe supporters, the Roe years."""
        after = self.tokens.lowers[run.last : run.last + 1]
        return bool(after) and self.endings.singular(after[0]) in self.groups

    def _quote_follows(self, verb: int) -> bool:
        """Whether a comma or colon and an opening mark stand soon after a verb: told reporters: “…”."""
        texts = self.tokens.texts[verb + 1 : verb + 6]
        return any(mark in (",", ":") and texts[at + 1] in _MARKS for at, mark in enumerate(texts[:-1]))

    def role_before(self, run: Run) -> float:
        """How surely the small word right before a name, or the apposition that it closes, is a person's role."""
        lowers = self.tokens.lowers
        at = run.lead - 1
        before = self.tokens.ahead[run.lead]
        if before in self.relations:
            return 3.0
        if before in self.offices or before in self.titles:
            return 0.5 if before in self.firm_offices else 3.0
        if before == ",":
            for word in reversed(lowers[max(0, at - 6) : at]):
                if word in _STOPS or word in self.auxiliaries:
                    break  # “The vet has been, Roe said”
                if word in self.offices:
                    return 2.0 if lowers[run.last : run.last + 1] == [","] else 1.5
        return 0.0

    def apposition(self, run: Run) -> float:
        """How surely what follows a name after a comma or bracket tells who the person is."""
        after = self.tokens.lowers[run.last : run.last + 10]
        if len(after) < 3:
            return 0.0
        if after[0] == "(":
            return 2.5 if after[1] in self.caption or (after[1].isdecimal() and len(after[1]) == 2) else 0.0
        if after[0] != ",":
            return 0.0
        first, second = after[1], after[2]
        if first.isdecimal() and len(first) < 4 and (second in _STOPS or second in self.links):
            return 4.0
        if first in self.relatives:
            return 2.0
        if first in self.caption and second in _STOPS:
            return 3.0
        for word in after[1:8]:
            if word == GENITIVE:  # the company's chief executive
                continue
            if word in _STOPS or word in self.speaking or word in self.examples or word in self.subordinating:
                break
            if (word in self.offices or word in self.relations) and word not in self.firm_offices:
                return 3.0 if first in self.openers else 2.5
        return 0.0

    def _told_as_body(self, run: Run) -> bool:
        """Whether an apposition tells that the name is a body's or a thing's: “Acme, the biggest maker of bolts, …”."""
        after = self.tokens.lowers[run.last : run.last + _LONGEST_APPOSITION]
        if len(after) < 4 or after[0] != "," or after[1] not in self.articles:
            return False
        for word, following in pairwise(after[2:]):
            if word in self.groups or not word.replace("-", "").isalpha():
                return False
            if following in self.head_ends or following in _STOPS:
                return word in self.body_nouns
        return False

    def _after(self, run: Run) -> float:
        """What the words after a run say for a person."""
        found = self.apposition(run)
        speaks = self.speaks(run)
        after = self.tokens.lowers[run.last : run.last + 10]
        if speaks:
            return speaks
        if found or not after:
            return found
        if after[0] in self.adverbs and len(after) > 1:
            after = after[1:]
        if after[0] in self.verbs:
            return 2.0
        if after[0] in self.relatives and self.tokens.texts[run.last].islower():
            return 1.5
        if after[0] == GENITIVE and any(
            word in self.relations and word not in self.firm_offices for word in after[1:4]
        ):
            return 3.0
        return 0.0

    def _plain_words(self, run: Run) -> bool:
        """Whether every word is an everyday one, or says of which faith or people: Major League, Jewish."""
        return all(
            (word.lower() in self.common or word.lower() in self.adjectives)
            and word.lower() not in self.given
            and word.lower() not in self.surnames
            for word in run.words
        )
