"""Versions: names that two places of the article give nearly alike, things' and places' names and abbreviations."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch, Version
from factlint.facts.people.likeness_of_names import Likeness, common_prefix, derived, edges, likeness, near, sounding
from factlint.facts.people.namelists import name_lists
from factlint.facts.people.person_versions import person_versions
from factlint.facts.people.thing_names import ThingName, thing_names

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_MOST = 24  # names compared in one bucket
_SHORTEST_INITIALS = 3  # letters of an abbreviation
_STEM = 4  # letters by which single words are brought together
_SHORTEST = 5  # letters of a single word
_SHORT = 2  # words of a short form
_BEGINNING = 3  # letters with which a short form begins as the name does
_VESSEL = "artefact"
_NAMED = frozenset({"animal", "artefact", "person"})

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def find_versions(facts: Facts) -> tuple[Version, ...]:
    """Every place whose name another place of the article gives nearly so, in order."""
    reader = _Reader(facts)
    found = [
        version
        for one, other, how in [*reader.pairs(), *reader.abbreviations(), *reader.saints(), *reader.shorts()]
        for version in reader.versions(one, other, how)
    ]
    found += person_versions(facts)
    return tuple(sorted(found, key=lambda version: (version.start, version.against.start)))


class _Reader:
    """Compares the names of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words, lists = facts.lexicon.words, name_lists(facts.lexicon)
        self.facts = facts
        self.heads = facts.lexicon.table("version-heads")
        self.body_heads = words("heads-of-public-bodies")
        self.endings = words("derived-endings")
        self.idle = words("words-of-many-names")
        self.saintly = words("saint-words")
        self.before_new = words("words-before-new-names")
        self.common, self.articles = lists.common, words("articles")
        self.firms = words("organization-words")
        self.unlike = (lists.common, lists.places, lists.peoples, lists.bodies)
        self.initials = facts.lexicon.union("acronyms-known", "acronyms-plain")
        self.vessels, self.ands, self.inside = words("ship-prefixes"), words("and-words"), words("words-inside-bodies")
        self.known = (lists.common, lists.places, lists.peoples, lists.given, lists.surnames, lists.bodies)
        self.places_of, self.peoples, self.place_phrases = lists.places, lists.peoples, lists.place_phrases
        self.by_block: dict[int, frozenset[str]] | None = None  # by the number of a block, the people named in it
        self.places: dict[tuple[str, ...], list[ThingName]] = {}
        for name in thing_names(facts):
            self.places.setdefault(name.words, []).append(name)

    # ------------------------------------------------------------------ which names to compare

    def pairs(self) -> list[tuple[tuple[str, ...], tuple[str, ...], Likeness]]:
        """Names that part in one word, each pair once, the one named first before the other."""
        buckets: dict[tuple[int, str, str], list[tuple[str, ...]]] = {}
        for words in self.places:
            if len(words) > 1:
                buckets.setdefault((len(words), "first", words[0]), []).append(words)
                buckets.setdefault((len(words), "last", words[-1]), []).append(words)
                if words[-1] in self.heads:
                    buckets.setdefault((len(words), "kind", self.heads[words[-1]]), []).append(words)
            elif len(words[0]) >= _SHORTEST and self._unknown(words[0]):
                buckets.setdefault((1, "stem", words[0][:_STEM]), []).append(words)
        found: dict[tuple[tuple[str, ...], tuple[str, ...]], Likeness] = {}
        for names in buckets.values():
            for one, other in combinations(names[:_MOST], 2):
                how = likeness(one, other, self.heads)
                if how and not derived(how.one, how.other, self.endings) and not self._of_places(one, other, how):
                    found[one, other] = how
        found.update(self._shortened(buckets))
        found.update(self._without_owner())
        return [(one, other, how) for (one, other), how in found.items()]

    def _of_places(self, one: tuple[str, ...], other: tuple[str, ...], how: Likeness) -> bool:
        """Whether two names that may be clubs' are those of places, a city and its county: “HOLM CITY, Ohio”."""
        clubs = how.differs == "side"
        return clubs and any(self._located(name) for words in (one, other) for name in self.places[words])

    def _located(self, name: ThingName) -> bool:
        """Whether a comma and a larger place stand behind a name, or it heads the text as a dateline."""
        tokens = self.facts.tokens
        if self.facts.paragraph_at(tokens.starts[name.first]).kind == "dateline":
            return True
        comma = tokens.lowers[name.last : name.last + 1] == [","] and name.last + 1 < len(tokens)
        return comma and bool(self.place_phrases.end(tokens.lowers, name.last + 1))

    def _without_owner(self) -> dict[Pair, Likeness]:
        """Short forms that leave out whose a body is, and give it another head: Holm Pit Trust, the Pit Board."""
        tails: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for words in self.places:
            for size in range(_SHORT, len(words)) if words[-1] in self.body_heads else ():
                tails.setdefault(words[-size:-1], []).append(words)
        found: dict[Pair, Likeness] = {}
        for short, places in self.places.items():
            known = (
                len(short) >= _SHORT and short[-1] in self.body_heads and all(self._taken_up(place) for place in places)
            )
            for long in tails.get(short[:-1], ())[:_MOST] if known else ():
                if long[-1] != short[-1] and long[-len(short) :] not in self.places:
                    found[long, short] = Likeness("head", long[-1], short[-1], short[:-1])
        return found

    def _taken_up(self, name: ThingName) -> bool:
        """Whether a name has “the” and nothing behind a comma that tells what it is."""
        return self._the(name) and self.facts.tokens.lowers[name.last : name.last + 1] != [","]

    def _shortened(self, buckets: dict[tuple[int, str, str], list[tuple[str, ...]]]) -> dict[Pair, Likeness]:
        """Short forms that spell a long name otherwise: Maumee Float Glass, Maumee Flat."""
        found: dict[Pair, Likeness] = {}
        for (size, edge, word), shorts in buckets.items():
            if edge != "first" or size < _SHORT:
                continue
            for longer in range(size + 1, size + 3):
                for long in buckets.get((longer, "first", word), ())[:_MOST]:
                    if long[:size] in self.places:
                        continue
                    for short in shorts[:_MOST]:
                        how = likeness(long[:size], short, self.heads)
                        if how and how.differs == "letters" and not derived(how.one, how.other, self.endings):
                            found[long, short] = how
        return found

    def saints(self) -> list[tuple[tuple[str, ...], tuple[str, ...], Likeness]]:
        """A saint's house by the saint alone, and longer names of one like it: St Brendan's, St Brannoc's Primary."""
        houses = [words for words in self.places if len(words) > 1 and words[0] in self.saintly]
        return [
            (long, short, Likeness("saint", long[1], short[1], long[:1]))
            for short in houses
            for long in houses
            if len(short) == 2 < len(long)
            and short[1][:1] == long[1][:1]
            and short[1] != long[1]
            and not any(words[:2] == short and words != short for words in houses)
        ]

    def shorts(self) -> list[tuple[tuple[str, ...], tuple[str, ...], Likeness]]:
        """Single unknown words, named once, that nearly begin a longer name, or are nearly an animal's or ship's."""
        lone = [
            words
            for words, places in self.places.items()
            if len(words) == 1 and len(words[0]) >= _SHORTEST and len(places) == 1 and self._may_be_one(words[0])
        ]
        if not lone:
            return []
        by_beginning: dict[str, list[tuple[str, ...]]] = {}
        for words, places in self.places.items():
            firm = len(words) > 1 and (words[-1] in self.heads or words[-1] in self.firms)
            begins = firm and self._may_be_one(words[0]) and words[:1] not in self.places
            alone = len(words) == 1 and self._told(places[0])
            if begins or (alone and not _NAMED.isdisjoint(self._sorts(places[0]))):
                by_beginning.setdefault(words[0][:_BEGINNING], []).append(words)
        return [
            (long, short, Likeness("short", long[0], short[0], ()))
            for short in lone
            for long in by_beginning.get(short[0][:_BEGINNING], ())[:_MOST]
            if long[0] != short[0]
            and not long[0].startswith(short[0])
            and not derived(long[0], short[0], self.endings)
            and self.places[long][0].first < self.places[short][0].first
        ]

    def abbreviations(self) -> list[tuple[tuple[str, ...], tuple[str, ...], Likeness]]:
        """Abbreviations that stand in brackets, each with every name that is one letter away from it."""
        tokens = self.facts.tokens
        ones = [words for words in self.places if len(words) == 1 and words[0].isalnum()]
        single = [words for words in ones if _SHORTEST_INITIALS <= len(words[0]) < 7]
        bracketed = [w for w in single if any(self._bracketed(name) for name in self.places[w])]
        named = {w for w in bracketed if any(self._behind_name(name) for name in self.places[w])}
        return [
            (one, other, Likeness("initials", one[0], other[0], ()))
            for one in bracketed
            for other in single
            if other not in bracketed
            and len(one[0]) == len(other[0])
            and (one in named or len(one[0]) > _SHORTEST_INITIALS)
            and self._mistyped(one[0], other[0])
            and other[0] not in self.common
            and not derived(one[0], other[0], self.endings)
            and tokens.texts[self.places[one][0].first].isupper() == tokens.texts[self.places[other][0].first].isupper()
        ]

    def _mistyped(self, one: str, other: str) -> bool:
        """Whether one abbreviation may be the other, of three letters only where the other is none that is known."""
        if len(one) > _SHORTEST_INITIALS:
            return near(one, other)
        apart = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
        swapped = len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
        return one[0] == other[0] and (len(apart) == 1 or swapped) and other not in self.initials

    def _bracketed(self, name: ThingName) -> bool:
        lowers = self.facts.tokens.lowers
        return name.first > 0 and lowers[name.first - 1] == "(" and lowers[name.last : name.last + 1] == [")"]

    def _behind_name(self, name: ThingName) -> bool:
        """Whether the words before an abbreviation in brackets are a name: the Coastal Health Board (CHB)."""
        return name.first > 1 and self.facts.tokens.texts[name.first - 2][0].isupper()

    def _unknown(self, word: str) -> bool:
        return word.isalpha() and not any(word in words for words in self.known)

    def _may_be_one(self, word: str) -> bool:
        """Whether a word may be the name of a firm, ship or animal, as family names and first names may."""
        return word.isalpha() and not any(word in words for words in self.unlike)

    # ------------------------------------------------------------------ the facts

    def versions(self, one: tuple[str, ...], other: tuple[str, ...], how: Likeness) -> list[Version]:
        """The facts of the rarer of two names; of two as frequent the later one."""
        usual, rarer = (one, other) if len(self.places[one]) >= len(self.places[other]) else (other, one)
        prefix = common_prefix(how.one, how.other)
        longer = max(len(how.one), len(how.other))
        first = self.places[usual][0]
        sentences = {self._sentence(name) for name in self.places[usual]}
        rare = sum(word not in self.common and word not in self.idle for word in how.shared)
        sorts = self._sorts(first)
        described = sorts == (_VESSEL,) or self._described(first)
        rivals = self._rivals(one, other)
        told = any(self._told(place) or self._joined(place) for place in self.places[rarer]) or self._joined(first)
        told = told or (self._goes_on(first) and self._goes_on(self.places[rarer][0]))
        linked = {person for name in self.places[usual] for person in self._people_beside(name)}
        return [
            Version(
                start=self.facts.tokens.starts[name.first],
                end=self.facts.tokens.ends[name.last - 1],
                against=Stretch(self.facts.tokens.starts[first.first], self.facts.tokens.ends[first.last - 1]),
                differs=how.differs,
                shared=len(how.shared),
                rare=rare,
                local=any(word in self.places_of or word in self.peoples for word in how.shared),
                same_head=one[-1] == other[-1],
                prefix=prefix,
                alike=self._alike(how, prefix / longer),
                length=longer,
                times=len(self.places[rarer]),
                others=len(self.places[usual]),
                together=any(self._sentence(place) in sentences for place in self.places[rarer]),
                told=told,
                known=not (self._unknown(how.one) and self._unknown(how.other)),
                definite=self._definite(name),
                described=described,
                sorts=sorts,
                the=self._the(name),
                idle=self.idle.issuperset(how.shared),
                rivals=rivals,
                linked=not linked.isdisjoint(self._people_beside(name)),
                person=False,
                kin=False,
                in_quote=self.facts.is_quoted(name.first),
                block=self.facts.paragraph_at(self.facts.tokens.starts[name.first]).kind,
            )
            for name in self.places[rarer]
        ]

    def _alike(self, how: Likeness, prefix: float) -> float:
        if how.differs == "short":
            return edges(how.one, how.other)
        return 1.0 if near(how.one, how.other) else max(prefix, sounding(how.one, how.other))

    def _sentence(self, name: ThingName) -> int:
        return self.facts.sentence_of(name.first).number

    def _told(self, name: ThingName) -> bool:
        """Whether the words beside a name tell the reader what it is, as of something new."""
        lowers = self.facts.tokens.lowers
        before, after = lowers[max(0, name.first - 1) : name.first], lowers[name.last : name.last + 2]
        if before and before[0] in self.before_new:
            return True
        return len(after) == 2 and after[0] == "," and after[1] in self.articles and not self._leads_in(name)

    def _joined(self, name: ThingName) -> bool:
        """Whether a name is the end of a longer one: Foreign and [Commonwealth Office]."""
        tokens = self.facts.tokens
        before = tokens.texts[max(0, name.first - 2) : name.first]
        joined = len(before) == 2 and tokens.lowers[name.first - 1] in self.ands and before[0][0].isupper()
        return joined and name.first - 2 not in self.facts.sentence_firsts

    def _goes_on(self, name: ThingName) -> bool:
        """Whether a name is the beginning of a longer one: [US Department] of Energy."""
        tokens = self.facts.tokens
        after = tokens.texts[name.last : name.last + 2]
        return len(after) == 2 and tokens.lowers[name.last] in self.inside and after[1][0].isupper()

    def _leads_in(self, name: ThingName) -> bool:
        """Whether the comma behind a name closes what a sentence begins with: “Under the Tenants' Act, the owner …”."""
        facts = self.facts
        first = facts.sentence_of(name.first).first
        return facts.language.tags[first] in ("ADP", "SCONJ") and "," not in facts.tokens.lowers[first : name.first]

    def _definite(self, name: ThingName) -> bool:
        """Whether a sentence begins with a name as with that of something known, and nothing tells what it is."""
        lowers, before = self.facts.tokens.lowers, name.first - 1
        the = before in self.facts.sentence_firsts and lowers[before] in self.facts.lexicon.words("definite-articles")
        return the and lowers[name.last : name.last + 1] not in ([","], ["("])

    def _the(self, name: ThingName) -> bool:
        """Whether “the” stands before a name and nothing behind tells what it is."""
        lowers = self.facts.tokens.lowers
        language = self.facts.language
        the = name.first > 0 and lowers[name.first - 1] in self.facts.lexicon.words("definite-articles")
        number = language.phrase_at(name.first) if the else None
        behind = self._told(name) or lowers[name.last : name.last + 1] == ["("]
        return number is not None and not behind and language.phrases[number].apposition_of is None

    def _rivals(self, one: tuple[str, ...], other: tuple[str, ...]) -> int:
        """How many further names of as many words part from two at the one word at which these part."""
        apart = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
        if len(one) != len(other) or len(apart) != 1 or len(one) < 2:
            return 0
        rest = (*one[: apart[0]], *one[apart[0] + 1 :])
        alike = (n for n in self.places if len(n) == len(one) and (*n[: apart[0]], *n[apart[0] + 1 :]) == rest)
        return sum(1 for _ in alike) - 2

    def _people_beside(self, name: ThingName) -> frozenset[str]:
        """The people named in the paragraph of a name."""
        if self.by_block is None:
            found: dict[int, set[str]] = {}
            for mention in self.facts.mentions:
                found.setdefault(mention.paragraph, set()).add(mention.person.id)
            self.by_block = {block: frozenset(people) for block, people in found.items()}
        return self.by_block.get(self.facts.paragraph_at(self.facts.tokens.starts[name.first]).number, frozenset())

    def _sorts(self, name: ThingName) -> tuple[str, ...]:
        """The classes of the noun right before a name, or of the phrase set to it: the tug Ann Roe; Ann Roe, a tug."""
        language = self.facts.language
        number = language.phrase_at(name.first)
        if number is None:
            return ()
        if name.first > 0 and self.facts.tokens.lowers[name.first - 1] in self.vessels:
            return (_VESSEL,)
        noun = self._noun_before(name, number)
        if noun is not None:
            return tuple(sorted(language.words.noun_classes(language.lemmas[noun])))
        comma = self.facts.tokens.lowers[name.last : name.last + 1] == [","]
        told = next(
            (
                p
                for p in language.phrases[number + 1 : number + 3]
                if p.apposition_of == number or (comma and p.first == name.last + 1 and p.determiner in self.articles)
            ),
            None,
        )
        return tuple(sorted(told.classes)) if told else ()

    def _noun_before(self, name: ThingName, number: int) -> int | None:
        """The noun that tells what a name names, in its phrase or in the one that ends where it begins."""
        language = self.facts.language
        before = language.phrases[number - 1 : number] if number else ()
        close = before and before[0].last == name.first and before[0].sentence == language.phrases[number].sentence
        first = before[0].first if close else language.phrases[number].first
        return next((at for at in reversed(range(first, name.first)) if language.tags[at] == "NOUN"), None)

    def _described(self, name: ThingName) -> bool:
        """Whether a noun before a name or a phrase set to it tells what it is: “the training brig Santa Rufina”."""
        language = self.facts.language
        number = language.phrase_at(name.first)
        return number is not None and (
            self._told(name)
            or self._noun_before(name, number) is not None
            or any(p.apposition_of == number for p in language.phrases[number + 1 : number + 3])
        )
