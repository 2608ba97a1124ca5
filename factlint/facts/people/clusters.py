"""Clusters: the names of an article tied together, one person each: full, family and given names, slips of spelling."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from factlint.facts.people.namelists import name_lists
from factlint.facts.people.naming import PERSON
from factlint.facts.people.spelling import Slips, slip
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run

Form = Literal["full", "surname", "given", "honorific"]

_LONGEST_SURNAME = 8  # words, particles included
_MOST = 20  # places at which somebody is named that are looked through
_KIN = 4  # tokens beside a name in which its bearer's husband or wife stands
_FINITE = frozenset({"Vd", "Vs"})  # inflections of verbs that have a subject: ran, runs


class Somebody:
    """A person while the article is being read.

    words: the fullest form of the name.
    given: the first name in lower case, or none.
    surname: the family name in lower case, particles included, or none.
    keys: what may stand for the family name later on.
    called: nicknames in lower case that marks or brackets inside the name give.
    named: the runs that name the person with their forms, in order of place.
    number: how many others were met before.
    """

    __slots__ = ("called", "given", "keys", "named", "number", "surname", "words")

    def __init__(
        self, words: tuple[str, ...], given: str | None, surname: str | None, keys: set[str], number: int
    ) -> None:
        self.words = words
        self.given = given
        self.surname = surname
        self.keys = keys
        self.number = number
        self.named: list[tuple[Run, Form]] = []
        self.called: set[str] = set()


class Register:
    """Everybody met so far; finds who a name stands for."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        lists = name_lists(facts.lexicon)
        self.facts = facts
        self.given, self.surnames, self.common, self.asian = lists.given, lists.surnames, lists.common, lists.asian
        self.places, self.titles, self.not_slips = lists.places, lists.titles, lists.not_slips
        self.genders = facts.lexicon.table("given-names")
        self.honorifics = facts.lexicon.table("honorifics")
        self.plural_titles = words("titles-of-several")
        self.counting = facts.lexicon.union("number-words", "group-words")
        self.ands = words("and-words")
        self.spouses = {word for pair in facts.lexicon.table("spouses-and-survivors").items() for word in pair}
        self.particles = words("name-particles")
        self.suffixes = words("name-suffixes")
        self.relations = words("relations")
        self.generations = facts.lexicon.table("generations")
        self.human = words("verbs-of-people")
        self.auxiliary = words("auxiliary-verbs")
        self.saying = words("verbs-before-names")
        self.articles = words("articles")
        self.relatives = words("relative-words")
        self.families = words("words-for-families")
        self.inside = words("prepositions-of-place")
        self.governing = words("prepositions-before-names")
        self.people: list[Somebody] = []
        self.by_key: dict[str, list[Somebody]] = {}
        self.by_given: dict[str, list[Somebody]] = {}
        self.by_parts: dict[tuple[str | None, str], list[Somebody]] = {}
        #: Of everybody with a full name the first one of each family name.
        self.firsts: dict[str, Somebody] = {}
        #: The names that stand alone behind Mr, Ms or Dr.
        self.addressed: set[str] = set()
        self.slips = Slips()

    def read(self, runs: list[Run], kinds: list[str]) -> list[Somebody]:
        """Everybody the candidate names name, in order of the first one."""
        full: dict[int, Somebody] = {}
        self.addressed = {name_key(run.words[0]) for run in runs if run.honorific >= 0 and len(run.words) == 1}
        names = [n for n, run in enumerate(runs) if kinds[n] == PERSON and self._is_full(run)]
        # Names with a nickname inside come first, so that the others may go by it.
        for number in sorted(names, key=lambda n: not self._nicknames(runs[n])):
            run = runs[number]
            if not self._with_particle(run):
                full[number] = self.enter_full(run.words, self._is_a_descendant(run))
                self._call(full[number], self._nicknames(run))
        for number, run in enumerate(runs):
            if kinds[number] == PERSON and self._with_particle(run) and not self.find(run):
                full[number] = self.enter_full(run.words)
        couples = self._couples(runs, full)
        claimed: dict[str, str] = {}
        for number, run in enumerate(runs):
            if number in full:
                full[number].named.append((run, "full"))
            elif self._is_the_spouse(run, couples, claimed):
                continue
            elif found := self._named_in_part(run, kinds[number] == PERSON):
                found[0].named.append((run, "honorific" if run.honorific >= 0 and found[1] == "surname" else found[1]))
        return sorted((p for p in self.people if p.named), key=lambda p: p.named[0][0].first)

    def _nicknames(self, run: Run) -> list[str]:
        """What marks or brackets inside a name add to it: Shorty of Ann “Shorty” Roe."""
        if run.last - run.first == len(run.words):
            return []
        inside = self.facts.tokens.texts[run.first : run.last]
        return [name_key(word) for word in inside if word[0].isalpha() and word not in run.words]

    def _call(self, person: Somebody, nicknames: list[str]) -> None:
        """Takes up by what else somebody goes."""
        for name in nicknames:
            person.called.add(name)
            self.by_given.setdefault(name, []).append(person)

    def _couples(self, runs: list[Run], full: Mapping[int, Somebody]) -> set[str]:
        """The family names that husband and wife bear: “Ann and Per Roe”, “Per Roe and his wife, Ann”."""
        lowers, texts = self.facts.tokens.lowers, self.facts.tokens.texts
        found: set[str] = set()
        for number, somebody in full.items():
            at, sentence = runs[number].lead, self.facts.sentence_of(runs[number].first)
            pair = at - sentence.first > 1 and lowers[at - 1] in self.ands and texts[at - 2][0].isupper()
            opens = at - 2 == sentence.first
            alone = pair and (opens or (lowers[at - 2] in self.given and not texts[at - 3][0].isupper()))
            near = lowers[max(sentence.first, at - _KIN) : min(sentence.last, runs[number].last + _KIN)]
            if somebody.surname and (alone or not self.spouses.isdisjoint(near)):
                found.add(somebody.surname)
        return found

    def _is_the_spouse(self, run: Run, couples: set[str], claimed: dict[str, str]) -> bool:
        """Whether an honorific shows that the one of a couple is meant whom the article does not name in full.

        `claimed`: by family name, the sex of the other one; settled by the first honorific where no first name tells.
        """
        key = name_key(" ".join(run.words))
        gender = self.honorifics.get(self.facts.tokens.lowers[run.honorific]) if run.honorific >= 0 else None
        people = [person for person in self.by_key.get(key, ()) if len(person.words) > 1]
        if key not in couples or gender not in ("female", "male") or len(people) != 1:
            return False
        told = self.genders.get(people[0].given or "")
        one: str = claimed.setdefault(key, told if told in ("female", "male") else gender)
        return bool(gender != one)

    def _named_in_part(self, run: Run, person_like: bool) -> tuple[Somebody, Form] | None:
        """Whom a name that is not a full one names, entered where nobody fits; none where it is nobody's name."""
        if self._family(run) or self._several_of_one_name(run):
            return None
        found = self.find(run)
        if found and (person_like or run.honorific >= 0 or self.plausible(run)):
            return found
        misspelt = self.find_misspelt(run)
        if misspelt:
            return misspelt, "surname"
        if not person_like:
            return None
        lower = name_key(run.words[-1])
        first = lower not in self.surnames or self._shares_a_name(run)
        given = lower in self.given and first and run.honorific < 0
        form: Form = "given" if given else "surname"
        return self.enter_single(run.words, form), form

    def _shares_a_name(self, run: Run) -> bool:
        """Whether a first name stands before another's full name, whose family name is both's: “Gordon and Ann Roe”."""
        tokens, at = self.facts.tokens, run.last
        if tokens.lowers[at : at + 1] == [] or tokens.lowers[at] not in self.ands:
            return False
        behind = tokens.texts[at + 1 : at + 3]
        return len(behind) == 2 and tokens.lowers[at + 1] in self.given and all(word[0].isupper() for word in behind)

    def _is_full(self, run: Run) -> bool:
        first = run.words[0].lower()
        return len(run.words) > 1 and (first not in self.particles or first in self.given)

    def _with_particle(self, run: Run) -> bool:
        """Whether a name that looks full may be a family name with its particle: Van Dijk, Di Maria, Ben Ali."""
        first = run.words[0].lower()
        return len(run.words) > 1 and first in self.particles and first in self.given

    # ------------------------------------------------------------------ entering

    def _is_a_descendant(self, run: Run) -> bool:
        """Whether a relative's noun stands before a name that is numbered: “his grandson, Ann Roe III”."""
        lowers = self.facts.tokens.lowers
        numbered = run.words[-1].lower().rstrip(".") in self.generations
        return numbered and not self.relations.isdisjoint(lowers[max(0, run.lead - 2) : run.lead])

    def enter_full(self, words: tuple[str, ...], descendant: bool = False) -> Somebody:
        """The person of a full name: one entered before, or a new one.

        `descendant`: whether the words tell one who bears a number from whoever bears the name without.
        """
        given, surname, keys = self.parts(words)
        for person in self.by_key.get(surname, ()):
            if person.given is None or (
                (self.compatible(person.given, given) or given in person.called)
                and not _initials_clash(words, person.words)
                and not self._of_other_generations(words, person.words)
                and not (descendant and len(person.words) < len(words))
            ):
                if len(words) > len(person.words):
                    person.words, person.given = words, given
                    self._index(person, keys)
                    self._named_in_full(person)
                elif person.given is not None and len(person.given.rstrip(".")) == 1 < len(given.rstrip(".")):
                    person.given = given  # J. W. Hobbs, who is James, is not John as well
                return person
        alike = [self.by_parts.get((given, other), ()) for other in self.slips.of(surname)]
        same = [
            one
            for row in alike
            for one in row
            if one.given == given and not self._of_other_generations(words, one.words)
        ]
        if same:
            person = min(same, key=_number)
            self._index(person, keys)
            return person
        person = self._new(words, given, surname)
        self._index(person, keys)
        self._named_in_full(person)
        self.by_given.setdefault(given, []).append(person)
        return person

    def _of_other_generations(self, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
        """Whether the ends of two names tell father and son apart: John Hale Sr and John Hale Jr."""
        left, right = (self.generations.get(words[-1].lower().rstrip(".")) for words in (one, two))
        return None not in (left, right) and left != right

    def _new(self, words: tuple[str, ...], given: str | None, surname: str | None) -> Somebody:
        """A person more."""
        person = Somebody(words, given, surname, set(), len(self.people))
        self.people.append(person)
        return person

    def _named_in_full(self, person: Somebody) -> None:
        """Takes up a family name of which others may be slips."""
        if person.surname:
            self.slips.add(person.surname)
            self.by_parts.setdefault((person.given, person.surname), []).append(person)
            if len(person.words) > 1:
                self.firsts.setdefault(person.surname, person)

    def enter_single(self, words: tuple[str, ...], form: Form) -> Somebody:
        """A new person of whom one name alone is known."""
        name = name_key(" ".join(words))
        person = self._new(words, None, None)
        if form == "given":
            person.given = name
            self.by_given.setdefault(name, []).append(person)
        else:
            person.surname = name
            self._named_in_full(person)
        self._index(person, {name})
        return person

    def _index(self, person: Somebody, keys: set[str]) -> None:
        for key in keys - person.keys:
            person.keys.add(key)
            self.by_key.setdefault(key, []).append(person)

    def parts(self, words: tuple[str, ...]) -> tuple[str, str, set[str]]:
        """Given name, family name and all that may stand for the latter."""
        lowers = [name_key(word) for word in words]
        lowers = lowers[:1] + [word for word in lowers[1:] if word.rstrip(".") not in self.suffixes]
        if len(lowers) < 2:
            return lowers[0], lowers[-1], {lowers[-1]}
        if self._family_first(lowers):
            return " ".join(lowers[1:]), lowers[0], {lowers[0]}
        start = len(lowers) - 1
        while start > 1 and lowers[start - 1] in self.particles:
            start -= 1
        keys = {" ".join(lowers[at:]) for at in range(max(1, len(lowers) - _LONGEST_SURNAME), len(lowers))}
        return lowers[0], lowers[-1], keys

    def _family_first(self, lowers: list[str]) -> bool:
        if lowers[0] in self.asian and lowers[0] in self.addressed and lowers[-1] not in self.addressed:
            return True  # “Dr Tan” is Tan Hwee Ling
        return (
            lowers[0] in self.asian
            and len(lowers) < 4
            and (lowers[0] not in self.given or "-" in lowers[1])
            and lowers[-1] not in self.asian | self.surnames
        )

    def compatible(self, one: str, other: str) -> bool:
        """Whether two given names may be one person's: equal, an initial, a short form."""
        one, other = one.rstrip("."), other.rstrip(".")
        if one == other or (one[0] == other[0] and (len(one) == 1 or len(other) == 1)):
            return True
        if one.split("-")[0] == other or other.split("-")[0] == one:
            return True
        if one[0] == other[0] and slip(one, other):
            return {self.genders.get(one), self.genders.get(other)} != {"female", "male"}  # Karl is not Karla
        for listed in ("nicknames", "name-variants"):
            for name, forms in self.facts.lexicon.values(listed).items():
                if (one == name or one in forms) and (other == name or other in forms):
                    return True
        return False

    # ------------------------------------------------------------------ finding

    def find(self, run: Run) -> tuple[Somebody, Form] | None:
        """Whom a name that is not a full one stands for: where several could be meant, the one named most so far."""
        key = name_key(" ".join(run.words))
        people = self.by_key.get(key)
        if people:
            return self._likeliest(people, run), "surname"
        people = self.by_given.get(key)
        if people:
            return max(people, key=_last_named), "given"
        return None

    def find_misspelt(self, run: Run) -> Somebody | None:
        """The person named in full whose family name this single word is a slip of, or none."""
        word = name_key(run.words[-1])
        if len(run.words) > 1 or len(word) < 5 or not run.words[0][0].isupper():
            return None
        if any(word in words for words in self.not_slips):
            return None
        # “Mr Jenning” is one man; “Jennings” alone may be the family.
        alone = run.honorific >= 0 and self.facts.tokens.lowers[run.honorific] not in self.plural_titles
        alike = [self.firsts[name] for name in self.slips.of(word, alone) if name in self.firsts]
        return min(alike, key=_number, default=None)

    def _likeliest(self, people: list[Somebody], run: Run) -> Somebody:
        """The person a bare family name stands for: the honorific's gender decides, then how often each is named."""
        if len(people) == 1:
            return people[0]
        gender = self.honorifics.get(self.facts.tokens.lowers[run.honorific]) if run.honorific >= 0 else None
        if gender in ("female", "male"):
            fitting = [p for p in people if p.given is None or self.genders.get(p.given, gender) in (gender, "either")]
            people = fitting or people
        called = [p for p in people if run.honorific >= 0 and self._is_called(p, run)]
        people = called or people
        before = [p for p in people if p.named and p.named[0][0].first < run.first]
        return max(before or people, key=lambda p: (len(p.named), _last_named(p)))

    def _is_called(self, person: Somebody, run: Run) -> bool:
        """Whether a place before has given somebody the same honorific: Dr."""
        lowers = self.facts.tokens.lowers
        honorific = lowers[run.honorific]
        return any(r.honorific >= 0 and lowers[r.honorific] == honorific for r, _ in person.named[:_MOST])

    def _family(self, run: Run) -> bool:
        """Whether the name is that of a family: the Roe family, the Roe sisters."""
        lowers = self.facts.tokens.lowers
        after = lowers[run.last] if run.last < len(lowers) else ""
        return after in self.families and self.facts.tokens.ahead[run.first] in self.articles

    def _several_of_one_name(self, run: Run) -> bool:
        """Whether a name behind an honorific is the plural of one that is known: “the two Mr Roes”, “both Mrs Roes”."""
        key = name_key(run.words[-1])
        one = key.removesuffix("s")
        if run.honorific < 1 or one == key or key in self.by_key or one not in self.by_key:
            return False
        counted = self.facts.tokens.lowers[run.honorific - 1] in self.counting
        return counted or len(self.by_key[one]) > 1

    def plausible(self, run: Run) -> bool:
        """Whether a word that is somebody's name stands for a person here, not for a place or as a plain word."""
        tokens = self.facts.tokens
        before = tokens.ahead[run.first]
        after = tokens.lowers[run.last] if run.last < len(tokens) else ""
        word = run.words[-1].lower()
        if run.opens and word in self.common:
            led = after in self.human or after in self.auxiliary or after in self.saying or after == GENITIVE
            return led or self._goes_on(run.last)
        if before in self.articles and (word in self.titles or word in self.common):
            return False
        if word in self.places:
            following = tokens.lowers[run.last + 1] if run.last + 1 < len(tokens) else ""
            if (
                before in self.inside
                or before in self.articles
                or before in self.governing
                or (after == "," and following in self.places)
            ):
                return False
        return len(word) > 1 and (not run.words[0].isupper() or len(word) < 3)

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind a word goes on as behind a person: a finite verb, “, who”."""
        lowers = self.facts.tokens.lowers
        if lowers[at : at + 1] == [","]:
            return not self.relatives.isdisjoint(lowers[at + 1 : at + 2])
        words = self.facts.language.words
        return at < len(lowers) and any(kind in _FINITE for kind, _ in words.inflections(lowers[at]))


def _initials_clash(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the initials in the middle tell two people apart: George W. and George H.W. Bush."""
    left, right = (
        "".join(word.replace(".", "") for word in words[1:-1] if word.isupper() and len(word.replace(".", "")) < 3)
        for words in (one, two)
    )
    return bool(left and right) and not left.startswith(right) and not right.startswith(left)


def _number(person: Somebody) -> int:
    return person.number


def _last_named(person: Somebody) -> int:
    return person.named[-1][0].first if person.named else -1


@lru_cache(maxsize=1 << 14)
def name_key(word: str) -> str:
    """A name as it is compared: small letters, straight apostrophes, no accents, no Arabic article."""
    lower = word.lower().replace("’", "'")
    if not lower.isascii():
        import unicodedata

        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return lower[3:] if lower[:3] in ("al-", "el-") else lower
