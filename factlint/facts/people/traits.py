"""Traits: what appositions, titles, copulas and “as” say that people are, and phrases that take them up."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Person, Trait
from factlint.facts.people.bearers import Bearers
from factlint.facts.people.fields import Fields
from factlint.facts.people.holdings import find_holdings
from factlint.facts.people.homes import find_homes
from factlint.facts.people.kin import find_kin
from factlint.facts.people.offices import offices_of
from factlint.facts.people.posts import find_posts
from factlint.facts.text.entries import corrects
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.language.model import Clause, Phrase
    from factlint.lexicon import Lexicon

What = Literal["role", "nation", "party", "relation", "home", "post", "holding"]

_RECENT = 4  # blocks back to whoever a phrase without a name may take up
_BARE = 2  # an article and an office
_NEAR = 3  # tokens before a role that may change it
_TRADE, _SAYING = "trade", "saying"
_BEHIND = 2  # tokens behind a role that may


class _Saying(NamedTuple):
    """A phrase, or the tokens of a name's phrase before the name, that say something of a person."""

    person: Person
    first: int
    last: int
    head: int
    phrase: int | None
    past: bool
    taken_up: bool
    implied: bool = False


def find_traits(facts: Facts) -> tuple[Trait, ...]:
    """What the article says its people are, in order of place."""
    if corrects(facts):
        return ()
    reader = _Reader(facts)
    said = [trait for saying in reader.sayings() for trait in reader.traits(saying)]
    said += reader.taken_up(said)
    said += reader.implied()
    said += reader.kin(said)
    said += reader.records(said)
    said += reader.homes()
    said += reader.posts()
    said += reader.holdings()
    bearers: dict[tuple[str, str], set[str]] = {}
    for trait in said:
        bearers.setdefault((trait.family, trait.value), set()).add(trait.person.id)
    unique = {
        (trait.start, trait.end, trait.key): trait._replace(others=len(bearers[trait.family, trait.value]) - 1)
        for trait in said
    }
    return tuple(sorted(unique.values(), key=lambda trait: (trait.start, trait.end, trait.key)))


@lru_cache(maxsize=4)
def _last_words(lexicon: Lexicon) -> frozenset[str]:
    """The last words of all roles."""
    families = lexicon.values("role-families")
    return frozenset(role.rpartition(" ")[2] for roles in families.values() for role in roles)


class _Reader:
    """Reads the traits of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.tokens, self.lowers = facts, facts.tokens, facts.tokens.lowers
        self.language, self.bearers = facts.language, Bearers(facts)
        self.families = facts.lexicon.values("role-families")
        self.synonyms = facts.lexicon.table("role-synonyms")
        self.deputies, self.with_deputies = words("deputy-words"), words("roles-with-deputies")
        self.changers = words("role-changers")
        self.countries = facts.lexicon.table("country-adjectives")
        self.people_of = facts.lexicon.table("people-of-places")
        self.parties, self.party_names = words("parties"), facts.lexicon.table("party-names")
        self.relations, self.relation_names = words("relations"), facts.lexicon.table("relation-names")
        self.ended = words("words-for-ended-relations")
        self.offices = offices_of(facts.lexicon).names
        self.lands = frozenset(self.countries.values())
        self.record_words, self.playing = words("words-before-records"), words("playing-verbs")
        self.for_words = words("for-words")
        self.relatives = words("relative-words")
        self.possessives = words("possessives-of-one")
        self.fields = Fields(facts)
        self.roles_of_honorifics = facts.lexicon.table("honorific-roles")
        self.by_belonging = facts.lexicon.table("roles-by-belonging")
        self.by_doing = facts.lexicon.table("roles-by-doing")
        self.by_suffering = facts.lexicon.table("roles-by-suffering")
        self.as_words = words("as-words")
        self.lasts = _last_words(facts.lexicon)

    # ------------------------------------------------------------------ what is said of whom

    def sayings(self) -> Iterator[_Saying]:
        """Every phrase that says something of a named person."""
        for number, phrase in enumerate(self.language.phrases):
            person = self.bearers.named(number)
            if person:
                yield from self._before_name(number, phrase, person)
            other = phrase.apposition_of
            if other is None:
                continue
            bearer = self.bearers.named(other)
            if bearer and not person:
                yield self._saying(bearer, number)
            elif person and not bearer:
                yield self._saying(person, other)
        for clause in self.language.clauses:
            yield from self._by_clause(clause)

    def _saying(self, person: Person, number: int, past: bool = False) -> _Saying:
        phrase = self.language.phrases[number]
        return _Saying(person, phrase.first, phrase.last, phrase.head, number, past, False)

    def _before_name(self, number: int, phrase: Phrase, person: Person) -> Iterator[_Saying]:
        """The words of a name's own phrase before the name: goalkeeper Ann Roe."""
        honorific = self.bearers.honorifics.get(phrase.head, -1)
        if honorific >= 0:
            yield _Saying(person, honorific, honorific + 1, honorific, None, False, False)
        first = self.bearers.firsts[phrase.head] if honorific < 0 else honorific
        if first > phrase.first:
            yield _Saying(person, phrase.first, first, first - 1, None, False, False)
        before = self.language.phrases[number - 1] if number else phrase
        if (
            number
            and before.last == first
            and before.sentence == phrase.sentence
            and not self.bearers.named(number - 1)
        ):
            yield self._saying(person, number - 1)

    def _by_clause(self, clause: Clause) -> Iterator[_Saying]:
        """Roe is a vet; Roe, who has been mayor since May; Roe was elected as an independent."""
        person = self._subject(clause)
        if person is None or clause.negated or clause.standing in ("possible", "asked", "planned"):
            return
        if clause.attribute is not None:
            yield self._saying(person, clause.attribute, past=clause.tense == "past")
        yield from self._plays_for(person, clause)
        indefinite = self.facts.lexicon.words("indefinite-articles")
        for preposition, phrase in clause.obliques:
            if self.lowers[preposition] in self.as_words and self.language.phrases[phrase].determiner in indefinite:
                yield self._saying(person, phrase, past=False)

    def _plays_for(self, person: Person, clause: Clause) -> Iterator[_Saying]:
        """Roe has been playing for Zambia's team; Roe rides for Chile."""
        for preposition, number in clause.obliques:
            phrase = self.language.phrases[number]
            owner = self.language.phrases[phrase.owner] if phrase.owner is not None else phrase
            country = self.lowers[owner.head] in self.lands and clause.lemma in self.playing
            if country and self.lowers[preposition] in self.for_words:
                yield _Saying(person, owner.first, owner.last, owner.head, None, False, False)

    def _subject(self, clause: Clause) -> Person | None:
        """Who does or is it; of “who” the name right before."""
        if clause.subject is None:
            return None
        subject = self.language.phrases[clause.subject]
        if self.lowers[subject.head] in self.relatives and clause.subject > 0:
            before = self.language.phrases[clause.subject - 1]
            close = subject.first - before.last <= 1
            return self.bearers.named(clause.subject - 1) if close else None
        return self.bearers.named(clause.subject)

    # ------------------------------------------------------------------ the facts

    def traits(self, saying: _Saying) -> Iterator[Trait]:
        """What the words say, a trait for each family that they speak of."""
        former = saying.past or self._changed(saying)
        relation = self._relation(saying)
        if relation:
            ended = not self.ended.isdisjoint(self.lowers[saying.first : saying.head])
            value = f"ex-{relation[0]}" if ended else relation[0]
            yield self._trait(saying, "relation", value, relation[1], former and not ended)
        for family, role in self._roles(saying):
            yield self._trait(saying, "role", role, family, former)
        for at in range(saying.first, saying.last):
            word = self.lowers[at]
            if word in self.lands and at == saying.head and saying.phrase is None:
                yield self._trait(saying, "nation", word, "nation", former)
            elif word in self.countries and (at + 1 >= saying.last or self._of_the_person(saying, at)):
                yield self._trait(saying, "nation", self.countries[word], "nation", former)
            if word in self.parties and (at + 1 >= saying.head or saying.phrase is None):
                yield self._trait(saying, "party", self.party_names.get(word, word), "party", former)

    def _of_the_person(self, saying: _Saying, at: int) -> bool:
        """Whether an adjective for a people is said of the person: not in “Swedish foreign minister”."""
        head = self.lowers[saying.head]
        person = saying.phrase is None or "person" in self.language.phrases[saying.phrase].classes
        office = head in self.offices and head not in self.lasts
        return person and not office and at + 1 == saying.head and (self.language.tags[saying.head] != "PROPN")

    def _roles(self, saying: _Saying) -> Iterator[tuple[str, str]]:
        """The families and roles that the head and what stands before it name."""
        head, last = saying.head, saying.head + 1
        lemma = self.roles_of_honorifics.get(self.lowers[head]) or self.language.lemmas[head]
        for size in (3, 2, 1):
            first = last - size
            if first < saying.first:
                continue
            name = " ".join([*self.lowers[first:head], lemma])
            named = [family for family, roles in self.families.items() if name in roles]
            yield from ((family, self.synonyms.get(name, name)) for family in named)
            if named:
                break
        # “The prime minister” is no deputy prime minister, but somebody else.
        bare = not saying.taken_up or last - saying.first == _BARE
        if lemma in self.with_deputies and bare:
            deputy = not self.deputies.isdisjoint(self.lowers[saying.first : head])
            deputy = deputy or any(lemma.startswith(f"{word}-") for word in self.deputies)
            yield f"{lemma} and deputy", f"deputy {lemma}" if deputy else lemma
        field = None if saying.taken_up else self.fields.of(saying.first, head, saying.phrase)
        if field:
            yield f"field of the {lemma}", field

    def _relation(self, saying: _Saying) -> tuple[str, str] | None:
        """Which relative the words say, and whose."""
        lemma = self.language.lemmas[saying.head]
        if lemma not in self.relations or saying.phrase is None:
            return None
        owner = self.bearers.owner(saying.phrase)
        whose = owner.id if owner and owner.id != saying.person.id else self.language.phrases[saying.phrase].determiner
        if whose is None or not (owner or whose in self.possessives):
            return None  # with “his” nobody is sure whose, but it is the same man's all through
        return self.relation_names.get(lemma, lemma), f"relative of {whose}"

    def _changed(self, saying: _Saying, beyond: int = _BEHIND) -> bool:
        """Whether a word in or right before the words, or right behind, makes it past, to come or one of several."""
        sentence = self.facts.sentence_of(saying.first)
        words = self.lowers[max(sentence.first, saying.first - _NEAR) : saying.last]
        behind = self.lowers[saying.last : min(sentence.last, saying.last + beyond)]
        if saying.taken_up and self.language.tags[saying.last : saying.last + 1] == ["VERB"]:
            behind = behind[:1]  # “The Conservative said later …”
        parts = {part for word in (*words, *behind) for part in (word, word.partition("-")[0], word.rpartition("-")[2])}
        return not self.changers.isdisjoint(parts)

    def _trait(self, saying: _Saying, what: What, value: str, family: str, former: bool) -> Trait:
        start = self.tokens.starts[saying.first]
        return Trait(
            start=start,
            end=self.tokens.ends[saying.last - 1],
            person=saying.person,
            what=what,
            value=value,
            family=family,
            key=f"{saying.person.id} {family}",
            former=former,
            implied=saying.implied,
            others=0,
            taken_up=saying.taken_up,
            in_quote=self.facts.in_quotation(start),
            block=self.facts.paragraph_at(start).kind,
        )

    # ------------------------------------------------------------------ what belongs to whom, and is done to whom

    def implied(self) -> Iterator[Trait]:
        """The roles that people have by what is theirs, or by what happens to them: Roe's bail, Roe was remanded."""
        for number, phrase in enumerate(self.language.phrases):
            role = self.by_belonging.get(phrase.lemma)
            owner = self.bearers.owner(number) if role else None
            if role and owner:
                first = self.language.phrases[phrase.owner].first if phrase.owner is not None else phrase.first
                yield from self._by_role(
                    _Saying(owner, first, phrase.last, phrase.head, number, False, False, True), role
                )
        for clause in self.language.clauses:
            deeds = self.by_doing if clause.voice == "active" else self.by_suffering
            role = None if clause.negated else deeds.get(clause.lemma)
            person = self._subject(clause) if role and clause.standing == "done" else None
            if role and person:
                saying = _Saying(person, clause.first, clause.last, clause.verb, None, False, False, True)
                yield from self._by_role(saying, role)

    def _by_role(self, saying: _Saying, role: str) -> Iterator[Trait]:
        for family, roles in self.families.items():
            if role in roles:
                yield self._trait(saying, "role", role, family, False)

    def kin(self, said: list[Trait]) -> Iterator[Trait]:
        """What relatives without a name make of their owners: an aunt with a son is a mother."""
        for person, phrase, relation, told in find_kin(self.facts, said):
            saying = _Saying(person, phrase.first, phrase.last, phrase.head, None, False, False, True)
            yield self._trait(saying, "relation", relation, told.family, False)

    def records(self, said: list[Trait]) -> Iterator[Trait]:
        """Records of a people that the article names nowhere else, where somebody is of another: “No Peruvian had …”.

        They are taken for those of whoever of another nation is named most.
        """
        told = [trait for trait in said if trait.what == "nation"]
        if not told:
            return
        for at in self.tokens.positions(self.record_words):
            place = next(
                (p for p in (at + 1, at + 2) if self.lowers[p : p + 1] and self.lowers[p] in self.countries), None
            )
            if place is None or self.lowers[at - 1] in self.record_words:
                continue
            country = self.countries[self.lowers[place]]
            others = [trait.person for trait in told if trait.start < self.tokens.starts[at]]
            if self._named_places(country) > 1 or not others or any(trait.value == country for trait in told):
                continue
            person = max(others, key=lambda somebody: somebody.mentions)
            saying = _Saying(person, at, place + 1, place, None, False, False, True)
            yield self._trait(saying, "nation", country, "nation", False)

    def _named_places(self, country: str) -> int:
        """How many places name a country or its people."""
        index = self.tokens.index
        people = sum(len(index.get(word, ())) for word, of in self.countries.items() if of == country)
        return people + sum(place.name == country for place in self.facts.places)

    def homes(self) -> Iterator[Trait]:
        """Where people live."""
        for home, value in find_homes(self.facts):
            saying = _Saying(home.person, home.first, home.last, home.first, None, False, home.taken_up)
            yield self._trait(saying, "home", value, "home", self._changed(saying, 0))

    def posts(self) -> Iterator[Trait]:
        """At which body, or for which place, people have what office."""
        for post, value in find_posts(self.facts):
            saying = _Saying(post.person, post.first, post.last, post.first, None, False, post.taken_up)
            yield self._trait(saying, "post", value, f"post as {post.sort}", self._changed(saying, 0))

    def holdings(self) -> Iterator[Trait]:
        """Who holds the offices that one alone can hold, where the article tells of two."""
        said = (
            (one.person, one.first, one.last, one.head) for one in self.sayings() if one.phrase is None or not one.past
        )
        for held in find_holdings(self.facts, said):
            saying = _Saying(held.person, held.first, held.last, held.last - 1, None, False, False)
            trait = self._trait(saying, "holding", held.person.id, f"holding of {held.office}", False)
            yield trait._replace(key=trait.family)

    # ------------------------------------------------------------------ phrases without a name

    def taken_up(self, said: list[Trait]) -> list[Trait]:
        """What “the winger” and “the Chilean” say of the one person whom they can mean."""
        found: list[Trait] = []
        definite = self.facts.lexicon.words("definite-articles")
        indefinite = self.facts.lexicon.words("indefinite-articles")
        brought_in: dict[str, int] = {}
        for phrase in self.language.phrases:
            if phrase.determiner in indefinite:
                brought_in.setdefault(phrase.lemma, phrase.start)
        said_last = {
            c.sentence: c.verb for c in self.language.clauses if c.subject is not None and _SAYING in c.classes
        }
        own = {c.sentence: c.subject for c in self.language.clauses if _SAYING in c.classes}
        owners = {phrase.owner for phrase in self.language.phrases if phrase.owner is not None}
        for number, phrase in enumerate(self.language.phrases):
            several = phrase.plural and self.lowers[phrase.head] != phrase.lemma
            if phrase.determiner not in definite or several or phrase.of is not None:
                continue
            leads = phrase.role == "subject"
            if not leads and phrase.role != "object" and number not in owners:
                continue
            if self.bearers.named(number) or self._introduces(number) or self._one_of_several(phrase):
                continue
            if brought_in.get(phrase.lemma, phrase.start) < phrase.start:
                continue  # “a surgeon … the surgeon”: somebody else, whom nobody names
            reported = said_last.get(phrase.sentence, -1) > phrase.last and own[phrase.sentence] != number
            for trait in self.traits(_Saying(_NOBODY, phrase.first, phrase.last, phrase.head, number, False, True)):
                trade = trait.family == _TRADE
                if (reported and trade) if leads else not trade:
                    continue  # “The vet has been, Roe said”: some vet
                person = self._taken(trait, said)
                if person:
                    key = f"{person.id} {trait.family}"
                    found.append(trait._replace(person=person, key=key))
        return found

    def _one_of_several(self, phrase: Phrase) -> bool:
        """Whether words behind a noun say which of its kind is meant: “the nurse on the night shift had …”."""
        tags = self.language.tags[phrase.last : phrase.last + 1]
        which = tags == ["ADP"] or self.lowers[phrase.last : phrase.last + 1] in [[word] for word in self.relatives]
        clause = None if phrase.clause is None else self.language.clauses[phrase.clause]
        return which and phrase.role == "subject" and clause is not None and clause.verb > phrase.last

    def _introduces(self, number: int) -> bool:
        """Whether a name in apposition tells who is meant, or behind a form of be: “The nurse was Ann Roe”."""
        phrases = self.language.phrases
        if any(phrase.apposition_of == number and phrase.proper for phrase in phrases[number + 1 : number + 3]):
            return True
        clause = phrases[number].clause
        told = None if clause is None else self.language.clauses[clause]
        return (
            told is not None
            and told.subject == number
            and told.attribute is not None
            and (phrases[told.attribute].proper)
        )

    def _taken(self, trait: Trait, said: list[Trait]) -> Person | None:
        """The one person of whom something of the same family is said close before, and nobody else."""
        here = self.facts.paragraph_at(trait.start).number
        others = [t for t in said if t.family == trait.family and t.what != "relation"]
        if any(t.value == trait.value for t in others):
            return None
        if trait.what == "nation" and self._named_places(trait.value) > 1:
            return None  # “she beat Holm of Denmark … the Dane”
        named = self._just_named(trait.start) if trait.what in ("nation", "party") else None
        if trait.what == "nation" and not others:
            return named
        before = {
            t.person.id: t.person
            for t in others
            if t.start < trait.start and here - self.facts.paragraph_at(t.start).number < _RECENT
        }
        person = next(iter(before.values())) if len(before) == 1 else None
        return person if trait.what != "party" or person is named else None  # others have parties that nobody tells

    def _just_named(self, start: int) -> Person | None:
        """The one person whom the block before, and this one up to here, have named; none where they name several."""
        here = self.facts.paragraph_at(start).number
        since = self.facts.paragraphs[max(0, here - 1)].start
        named = {m.person.id: m.person for m in self.facts.mentions if since <= m.start < start}
        return next(iter(named.values())) if len(named) == 1 else None


_NOBODY = Person(
    0, 0, "", "", None, None, "unknown", (), None, (), False, False, False, False, False, 0, 0, False, (), False
)
