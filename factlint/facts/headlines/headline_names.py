"""Names in headlines, subheadings and captions, and whether the text has them.

A capital tells a name only where the line does not give one to every word, and not at the line's beginning. There, a
list of family and first names has to know the word, or a verb that only people go with must follow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import HEADLINE, Line, TextWords, plain
from factlint.facts.people.namelists import NameLists, name_lists
from factlint.facts.people.spelling import romanised_alike, slip
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.lexicon import Bundle, derived
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Clause
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_SHORTEST = 3  # letters of a name
_LONGEST = 6  # words of a name
_PERSON = "person"
_BEINGS = frozenset({"person", "group"})
_VERBAL = frozenset({"VERB", "AUX", "PART"})
_GROUND = frozenset({"place", "object"})  # hills, plains
_LIVING_THERE = frozenset({"animal", "plant", "person", "group", "place"})
_BESIDE = 4  # tokens beside a writer's name within which stands what he does for the paper
_CLIPPED = 4  # letters that a clipped form keeps: Calif, Phil


class Named(NamedTuple):
    """A name in a display line, as a half-open range of tokens.

    first: its first token.
    last: one past its last token.
    kind: person or name.
    certain: whether the words leave no doubt that it is one.
    told: how many of the words by which it can be known the text has: of a full name, the family name's.
    """

    first: int
    last: int
    kind: str
    certain: bool
    told: int


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    lists: NameLists
    short_forms: dict[str, list[str]]
    pet_names: dict[str, set[str]]
    speech_figures: frozenset[str]
    labels: frozenset[str]
    verbs: frozenset[str]
    calendar: frozenset[str]
    starters: frozenset[str]
    honorifics: frozenset[str]
    offices: frozenset[str]
    places_only: frozenset[str]
    trades: frozenset[str]
    infinitives: frozenset[str]
    links: frozenset[str]
    where: frozenset[str]
    doer_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    nouns_of_people: frozenset[str]
    about: frozenset[str]
    titles: frozenset[str]
    apostrophes: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words, lists = lexicon.words, name_lists(lexicon)
    return _Words(
        lists,
        dict(lexicon.values("headline-short-forms")),
        _pet_names(lexicon),
        words("headline-figures-of-speech"),
        words("headline-labels"),
        words("headline-verbs-of-people") | words("verbs-of-people"),
        words("calendar-words") | words("faiths"),
        words("sentence-starters"),
        words("honorifics"),
        words("offices") | words("person-nouns") | words("organization-words") | words("headline-subjects"),
        words("countries") | words("us-states") | words("regions"),
        words("trades-that-are-names"),
        words("to-words"),
        words("list-links"),
        words("prepositions-of-place"),
        tuple(lexicon.values("agent-endings")["doer"]),
        tuple(lexicon.values("agent-endings")["noun"]),
        words("headline-nouns-of-people"),
        words("on-words"),
        words("abbreviations-before-names"),
        words("possessive-marks"),
    )


@derived
def _pet_names(lexicon: Lexicon) -> dict[str, set[str]]:
    """For every first name the names that it is short for, or that are short for it."""
    found: dict[str, set[str]] = {}
    for full, shorts in lexicon.values("nicknames").items():
        for one in (full, *shorts):
            found.setdefault(one, set()).update({full, *shorts})
    return found


def names_in(facts: Facts, line: Line, text: TextWords) -> Iterator[Named]:
    """Every name of people and things in a line; places are left to `headline_places`."""
    finder = _Finder(facts, line, text)
    for first, last in finder.chains():
        found = finder.name(first, last)
        if found is not None:
            alone = line.kind != HEADLINE or (
                _stands_alone(facts, found, line.title_case) and not finder.is_of_a_place(found)
            )
            if found.told or ((alone or finder.acts(found)) and not finder.may_be_a_thing(found)):
                yield found._replace(certain=found.certain and alone)


def _stands_alone(facts: Facts, named: Named, title_case: bool) -> bool:
    """Whether a name is somebody who does something or has it done; not “on the Shannon”, “the Furgga pass”.

    Where a story happened its headline may say on its own; who is in it, the text has to say.
    """
    language, lexicon = facts.language, facts.lexicon
    if not title_case and _is_part_of_a_name(facts, named):
        return False
    index = language.phrase_at(named.first)
    if index is None:
        return True
    phrase = language.phrases[index]
    following = language.tags[named.last] if named.last < phrase.last else "PROPN"
    verb = named.last < phrase.last and "s" in language.words.verb_forms(facts.tokens.lowers[named.last])
    if not verb and following not in (("PROPN", "ADJ", "NOUN") if title_case else ("PROPN",)):
        return False
    before = language.tags[named.first - 1] if named.first > phrase.first else ""
    ahead = facts.tokens.lowers[named.first - 1] if before else ""
    behind = facts.tokens.lowers[named.last : named.last + 2]
    owns = len(behind) > 1 and len(behind[0]) > 1 and behind[0] in lexicon.words("possessive-marks")
    if owns and not behind[1][0].isalnum():
        return False  # “the ringers of St Wilfrid's, Kirkby”
    if before == "ADJ" or (before == "VERB" and "n" in language.words.verb_forms(ahead)):
        return False  # “stolen Stradivarius”
    if before == "DET" and (named.kind != "person" or named.last == phrase.last):
        return False  # “the Rann”, “the Mahler”
    if phrase.determiner in lexicon.words("indefinite-articles") and named.last == phrase.last:
        return False  # “a Small Fry”
    if before in ("NOUN", "PROPN") and _is_thing(language.words, ahead):
        return False  # “Storm Fergus”, “the ferry Marguerite”
    if named.last - named.first > 1 and _is_thing(language.words, facts.tokens.lowers[named.last - 1]):
        return False  # “Bass Strait”
    if phrase.preposition is not None:
        word = facts.tokens.lowers[phrase.preposition]
        if word in lexicon.without("prepositions-of-years", "by-words"):
            return False  # “overdue since Eisenhower”: a time by who lived in it
        scenes = lexicon.words("prepositions-of-scenes") - lexicon.words("of-words")
        about = named.kind == "person" and before != "DET" and word in lexicon.words("on-words")
        return (word not in scenes or about) and (named.kind == "person" or word in lexicon.words("by-words"))
    owned = index + 1 < len(language.phrases) and language.phrases[index + 1].owner == index
    return named.kind == "person" or not owned


def may_have_written(facts: Facts, named: Named) -> bool:
    """Whether a name in a standfirst may be the writer's own: “writes X”, “tells X”, “our critic, X”.

    So may one in a sentence that tells nothing: “Looking back with X”, “X: Baker. Reluctant poet.”
    """
    tokens, language = facts.tokens, facts.language
    sentence = facts.sentence_at(tokens.starts[named.first]).number
    if not any(clause.sentence == sentence and clause.kind != "participle" for clause in language.clauses):
        return True
    before = named.first - 1
    beside = range(max(0, named.first - _BESIDE), named.last + _BESIDE)
    if not facts.lexicon.words("byline-role-heads").isdisjoint(tokens.lowers[beside.start : beside.stop]):
        return True
    if before >= 0:
        word = tokens.lowers[before]
        led = word in facts.lexicon.words("to-words") and before and tokens.lowers[before - 1]
        if word in facts.lexicon.words("by-words") or is_verb(tokens, before, verbs_of(facts.lexicon), True):
            return True
        if led and is_verb(tokens, before - 1, verbs_of(facts.lexicon), True):
            return True
    number = language.phrase_at(named.first)
    if number is None:
        return False
    preposition = language.phrases[number].preposition
    if preposition is not None and tokens.lowers[preposition] in facts.lexicon.words("by-words"):
        return True
    return any(clause.subject == number and clause.tense == "present" for clause in language.clauses)


def _is_part_of_a_name(facts: Facts, named: Named) -> bool:
    """Whether a capital right beside a name goes on with it: “Santa Clara”, “Cray Valley Rangers”, “Roe/Lund”."""
    tokens, text, known = facts.tokens, facts.tokens.text, _words(facts.lexicon)
    start, end = tokens.starts[named.first], tokens.ends[named.last - 1]
    if "/" in (text[start - 1 : start], text[end : end + 1]):
        return True
    titles = known.offices | known.honorifics | known.titles
    line = facts.paragraph_at(start)
    before, after = named.first - 1, named.last
    led = (
        before > line.first
        and tokens.ends[before] + 1 == start
        and tokens.texts[before].istitle()
        and tokens.lowers[before] not in titles
    )
    followed = after < line.last and tokens.starts[after] == end + 1 and tokens.texts[after].istitle()
    return led or (followed and tokens.lowers[after] not in known.calendar)


def _is_thing(words: Words, lower: str) -> bool:
    """Whether a word is first of all an everyday noun, and for no person: storm, ferry, strait."""
    classes = words.noun_classes(lower)
    return words.tags(lower)[:1] == "N" and bool(classes) and _PERSON not in classes


class _Finder:
    """Finds the names of one line."""

    def __init__(self, facts: Facts, line: Line, text: TextWords) -> None:
        self.tokens, self.lexicon = facts.tokens, facts.lexicon
        self.line, self.text = line, text
        self.language = facts.language
        self.words, self.tags = facts.language.words, facts.language.tags
        self.known = _words(facts.lexicon)

    @cached_property
    def _days(self) -> set[int]:
        """The words of days that have a name: Christmas Eve, Boxing Day."""
        lexicon = self.lexicon
        return {
            at
            for name in ("named-days", "named-weekdays")
            for first, last in self.tokens.phrases(lexicon.phrases(name))
            for at in range(first, last)
        }

    def chains(self) -> Iterator[tuple[int, int]]:
        """Stretches of words that may be one name, in a title-case line of those that can stand in a name only."""
        at, stop = self.line.paragraph.first, self.line.paragraph.last
        while at < stop:
            if not self._may_name(at):
                at += 1
                continue
            end = at + 1
            longest = self._longest(at)
            while end < min(stop, at + longest) and self._adjoins(end) and self._may_name(end):
                end += 1
            yield at, end
            at = end

    def _longest(self, at: int) -> int:
        """How many words a name may have; where every word has a capital, a first name and the next one."""
        return 2 if self.line.title_case and self.tokens.lowers[at] in self.known.lists.given else _LONGEST

    def _adjoins(self, at: int) -> bool:
        tokens = self.tokens
        return tokens.starts[at] == tokens.ends[at - 1] + 1 and at not in self.line.openings

    def _may_name(self, at: int) -> bool:
        """Whether a word may be part of a name by its capital and its own sense."""
        text, word = self.tokens.texts[at], self.tokens.lowers[at]
        if not text[0].isupper() or len(word) < _SHORTEST or not word[-1].isalpha():
            return False
        lists = self.known.lists
        if at in self._days:
            return False
        if text.isupper() or (text[-1] == "s" and text[:-1].isupper()):
            return False
        if self._opens(at) and word in lists.common:
            return False
        return not (
            word in self.known.calendar
            or word in self.known.honorifics
            or word in lists.peoples
            or (self._in_place(at) and not self._titled(at))
            or word in self.known.speech_figures
            or (self._opens(at) and (word in self.known.starters or word in self.known.labels))
        )

    def _in_place(self, at: int) -> bool:
        """Whether a place's name begins here that is no person's: Kenya, Ohio; not Lincoln or Sydney alone."""
        lists, lowers = self.known.lists, self.tokens.lowers
        end = lists.place_phrases.end(lowers, at)
        if end - at == 1 and lowers[at] not in self.known.places_only and not self._where(at):
            return lowers[at] not in lists.surnames and lowers[at] not in lists.given
        return end > 0

    def _titled(self, at: int) -> bool:
        """Whether a title with its stop stands right before: Rep. Scarborough."""
        tokens, before = self.tokens, at - 1 - (self.tokens.texts[at - 1] == ".")
        return before >= self.line.paragraph.first and tokens.lowers[before] in self.known.titles

    def _where(self, at: int) -> bool:
        """Whether a preposition of place stands before."""
        return at > self.line.paragraph.first and self.tokens.lowers[at - 1] in self.known.where

    def _opens(self, at: int) -> bool:
        """Whether the word's capital says nothing."""
        return self.line.title_case or at in self.line.openings

    def name(self, first: int, last: int) -> Named | None:
        """The name in a stretch: with how much of it the text has."""
        tokens, lists = self.tokens, self.known.lists
        if self.line.all_capitals:
            return None
        words = tokens.lowers[first:last]
        full = last - first > 1 and words[0] in lists.given
        certain = self._certain(first, last, full)
        acts = self._acts(first, last)
        person = full or self._family(words[-1]) or words[-1] in lists.given or acts or self._met(first, last)
        if not certain and not acts and not (full and words[-1] in lists.surnames):
            return None
        told = self._told(words, full)
        certain = certain and (person or not (self._before_noun(last) or self._divided(first)))
        return Named(first, last, "person" if person else "name", certain, told)

    def _before_noun(self, last: int) -> bool:
        """Whether an everyday noun follows, of which the name may tell the place: “Solent drowning”."""
        word = self.tokens.lowers[last] if last < self.line.paragraph.last else ""
        nominal = self.words.tags(word)[:1] == "N" or self.words.verb_forms(word) == "g"
        return word[:1].isalpha() and not self.line.title_case and nominal

    def _divided(self, first: int) -> bool:
        """Whether a name is what a thing does something to: “Village hall vote splits Llanfedwen” may tell where."""
        language, clause = self.language, self._done_to(first)
        if clause is None or clause.subject is None:
            return False
        before = language.phrase_at(clause.first - 1)  # behind a question mark the subject is no other
        subject = language.phrases[clause.subject if before is None else before]
        return not subject.proper and _BEINGS.isdisjoint(subject.classes)

    def _met(self, first: int, last: int) -> bool:
        """Whether somebody does something to a name, or it follows one whom the text has: “Republicans blame X, Y”."""
        if last - first > 1 or "-" in self.tokens.lowers[first]:
            return False
        clause = self._done_to(first)
        if clause is not None and clause.classes and "motion" not in clause.classes:
            if clause.subject is None:
                return clause.kind == "infinitive"
            before = self.language.phrase_at(clause.first - 1)
            subject = self.language.phrases[clause.subject if before is None else before]
            return subject.proper or not _BEINGS.isdisjoint(subject.classes)
        other, lists = first - 2, self.known.lists
        if other < self.line.paragraph.first or self.tokens.lowers[first - 1] not in self.known.links:
            return False
        return self.tokens.lowers[other] in lists.surnames and plain(self.tokens.lowers[other]) in self.text.names

    def _done_to(self, first: int) -> Clause | None:
        """The clause whose object begins at a token."""
        language = self.language
        number = language.phrase_at(first)
        return next((c for c in language.clauses if number is not None and c.object == number), None)

    def _certain(self, first: int, last: int, full: bool) -> bool:
        words, opens = self.tokens.lowers[first:last], self._opens(first)
        lists = self.known.lists
        if not opens:
            known = words[-1] not in lists.common
            alone = len(words) == 1 and not self.tokens.texts[first - 1][0].isupper()
            family = alone and words[-1] in lists.surnames and words[-1] not in self.known.offices
            return (known or family) and words[-1] not in lists.bodies
        if full and words[-1] not in lists.common and not self.known.offices & set(words):
            return True
        if last - first > 1 and self.line.title_case:
            return False
        word = words[0]
        if word in lists.bodies or word in self.known.offices:
            return False
        if word in self.known.trades:
            return False  # Baker, Archer: the trade as likely as the name
        if self._titled(first) and not self.line.title_case:
            return True
        return self._family(word) or (word in lists.given and word not in lists.doubtful | lists.places)

    def _family(self, word: str) -> bool:
        """Whether a word is a family name by the list, or by how it begins: O'Malley, McKay."""
        word, lists = word.replace("’", "'"), self.known.lists
        return word in lists.surnames or (word.startswith(lists.beginnings) and word not in lists.common)

    def is_of_a_place(self, named: Named) -> bool:
        """Whether a name is part of a place's: “Cooper's Hill”, “the plains of Arafat”, “Sydney's ibises”."""
        language, lists = self.language, self.known.lists
        number = language.phrase_at(named.first)
        if number is None:
            return False
        phrase, lower = language.phrases[number], self.tokens.lowers[named.last - 1]
        if phrase.owner is not None and named.last - named.first == 1 and _is_thing(self.words, lower):
            return True
        before = language.phrases[number - 1] if number else None
        if before is not None and before.of == number and _GROUND & before.classes:
            return True
        owned = language.phrases[number + 1] if number + 1 < len(language.phrases) else None
        if owned is None or owned.owner != number:
            return False
        title = self.tokens.texts[owned.head][0].isupper() and not self.line.title_case
        if title and _is_thing(self.words, self.tokens.lowers[owned.head]):
            return True
        return lower in lists.places and bool(_LIVING_THERE & owned.classes)

    def may_be_a_thing(self, named: Named) -> bool:
        """Whether a word may be an everyday one, or a place to which something is done.

        “Frost bites deep”, “trawler leaves Aberkeld”: the one opens the line and does nothing that people do, the
        other is on no list of people's names.
        """
        if named.last - named.first > 1:
            return False
        lower = self.tokens.lowers[named.first]
        if named.first in self.line.openings and (_is_thing(self.words, lower) or self._compound(lower, "")):
            return not self._acts(named.first, named.last)
        clause = self._done_to(named.first)
        return named.kind != _PERSON and clause is not None and "motion" in clause.classes

    def acts(self, named: Named) -> bool:
        """Whether a name that opens the line does what people do, and is none of a place or of a thing."""
        words = self.tokens.lowers[named.first : named.last]
        if named.first != self.line.paragraph.first or not self.known.lists.places.isdisjoint(words):
            return False
        if len(words) > 1 and _is_thing(self.words, words[-1]):
            return False
        return self._verb(named.last) or self._acts(named.first, named.last)

    def _verb(self, at: int) -> bool:
        """Whether a verb stands at a token, which in a headline may be taken for a noun: acknowledges."""
        if at >= self.line.paragraph.last:
            return False
        return self.tags[at] in _VERBAL or "s" in self.words.verb_forms(self.tokens.lowers[at])

    def _acts(self, first: int, last: int) -> bool:
        """Whether a verb or noun of people, or a colon, follows a word that opens the line and names no trade."""
        tokens, stop = self.tokens, self.line.paragraph.last
        word = tokens.lowers[last - 1]
        if last - first > 2 or word in self.known.offices or first not in self.line.openings:
            return False
        after = tokens.lowers[last] if last < stop else ""
        then = tokens.lowers[last + 1] if last + 1 < stop else ""
        if self._trade(word) or self._common(word):
            return False
        if not tokens.texts[last - 1][1:].islower() and not self._family(word) and "-" not in word:
            return False  # PolitiFact: a name that somebody made up for a thing
        if after in self.known.infinitives:
            return {then + ending for ending in ("s", "es")} & self.known.verbs != set()
        if after == ":":
            unheard = not self.words.reading(word).known and not self._compound(word, "")  # “Bluetongue:”
            return self._family(word) or word in self.known.lists.given or unheard
        if after in self.known.verbs or after in self.known.nouns_of_people:
            return True
        does = self.tags[last : last + 1] == ["VERB"] and "s" in self.words.verb_forms(after)
        if last - first == 1 and does and self._unheard(word):
            return True  # “Paleologou backs …”: no word that anybody knows
        if after in self.known.about:
            return then in self.known.starters
        owns = after in self.known.apostrophes and (len(after) > 1 or word.endswith("s"))
        return (owns and first + 1 == last) or self._stands_with_somebody(last)

    def _unheard(self, word: str) -> bool:
        """Whether a word is none of the lexicon's and no place's: what does something by that name is somebody."""
        lists = self.known.lists
        plain_word = self.words.reading(word).parts or word in lists.common or word in lists.places
        return not (plain_word or word in lists.bodies or word[-1] == "s" or "-" in word or self._compound(word, ""))

    def _common(self, word: str) -> bool:
        """Whether a word, or the last part of one with a hyphen, is an everyday noun and no family name: kangaroo."""
        reading = self.words.reading(word.rpartition("-")[2])
        noun = reading.known and ("N" in reading.parts or any(kind == "Np" for kind, _ in reading.inflections))
        return not self._family(word) and noun

    def _trade(self, word: str) -> bool:
        """Whether a word is what somebody does, made of an everyday one: skipper, bellman; not Holsman or Schweiker."""
        if self._family(word):
            return False
        if word.endswith(self.known.noun_endings):
            return True
        ending = max((end for end in self.known.doer_endings if word.endswith(end)), key=len, default="")
        if not ending:
            return False
        stem, common = word.removesuffix(ending), self.known.lists.common
        stems = {stem, stem + "e", stem + "s", stem + "y", stem + "ion", stem[:-1], stem + ending[:1]}
        if not stems.isdisjoint(common) or len(stem) < _CLIPPED:
            return True
        return "N" in self.words.reading(stem).parts or self._compound(word)

    def _compound(self, word: str, kind: str = _PERSON) -> bool:
        """Whether a word is two everyday nouns in one, of which the second is of a class: clockmaker, landslip."""
        reading = self.words.reading
        return any(
            {"N", "A"} & set(reading(word[:at]).parts)
            and "N" in reading(word[at:]).parts
            and (not kind or kind in self.words.noun_classes(word[at:]))
            for at in range(_SHORTEST, len(word) - _SHORTEST + 1)
        )

    def _stands_with_somebody(self, last: int) -> bool:
        """Whether “and” or a comma follows, and then somebody whom the text has: “Hobday and Trump tied”."""
        tokens, other = self.tokens, last + 1
        if other >= self.line.paragraph.last or tokens.lowers[last] not in self.known.links:
            return False
        word, lists = tokens.lowers[other], self.known.lists
        known = word in lists.surnames or (word not in lists.common and word not in lists.places)
        return tokens.texts[other][0].isupper() and known and plain(word) in self.text.names

    def _told(self, words: list[str], full: bool) -> int:
        """How much the text has of the name: its last word, or any word of a name that is no person's."""
        if full and words[0] in self.known.lists.surnames and self._has(words[0]):
            return 1  # a family name and the next word of a headline whose words all have capitals
        return sum(map(self._has, words[-1:] if full else words))

    def _has(self, word: str) -> bool:
        bare = plain(word)
        text, names = self.text.lowers, self.text.names
        forms = {bare, bare + "s", bare + "es", bare.removesuffix("s"), bare.removesuffix("es")}
        forms |= {bare.removesuffix("y") + "ies", bare.removesuffix("ies") + "y", bare.removesuffix("'s")}
        forms.update(self.known.short_forms.get(bare, ()))
        forms.update(self.known.pet_names.get(bare, ()))
        if not forms.isdisjoint(text) or (len(bare) > _CLIPPED and any(bare in word for word in text)):
            return True  # also inside another word: quake, earthquake
        parts = bare.split("-")
        if len(parts) > 1 and (all(part in text for part in parts) or (parts[-1] in names)):
            return True
        shortest = _SHORTEST if bare in self.known.lists.given else _CLIPPED
        return any(_same_name(bare, name, shortest) for name in names if name[0] == bare[0])


def _same_name(word: str, name: str, shortest: int) -> bool:
    """Whether a name of the text is the word in another spelling, or longer or shorter by its end."""
    short, long = sorted((word, name), key=len)
    return (len(short) >= shortest and long.startswith(short)) or slip(word, name) or romanised_alike(word, name)
