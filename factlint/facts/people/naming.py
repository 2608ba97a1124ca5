"""What a candidate name names: a person, a place, a body or something else, weighed once for each distinct name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.namelists import name_lists
from factlint.facts.people.names import Run, find_runs
from factlint.language.endings import endings_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts

PERSON, PLACE, BODY, OTHER = "person", "place", "body", "other"
_WORD = 4  # weight against a plain word that only ever opens sentences


class Naming(NamedTuple):
    """Candidate names with what they name; parallel to `runs`.

    runs: the candidates, in order.
    kinds: person, place, body or other, one a run.
    scores: how much speaks for a person, one a run, summed over all runs of the same words.
    """

    runs: list[Run]
    kinds: list[str]
    scores: list[float]


def weigh_names(facts: Facts) -> Naming:
    """Every candidate name with its kind: the words' own evidence and that of all the places where they stand."""
    runs = find_runs(facts)
    weigher = _Weigher(facts)
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, run in enumerate(runs):
        groups.setdefault(run.words, []).append(number)
    kinds, scores = [OTHER] * len(runs), [0.0] * len(runs)
    bodies = _known_bodies(facts)
    firms, works = _short_for_firms(facts, groups), _short_for_works(facts, groups)
    for words, numbers in groups.items():
        alone = groups.get(words[-1:], []) if len(words) > 1 else []
        kind, score = weigher.kind(words, [runs[n] for n in numbers], [runs[n] for n in alone])
        for number in numbers:
            # "Mr Newton" is a person in an article about the town of Newton, too.
            shown = kind != PERSON and weigher.around.shown(runs[number])
            kinds[number], scores[number] = (PERSON, 4.0) if shown else (kind, score)
            if (runs[number].first in bodies or words in firms) and not shown:
                kinds[number], scores[number] = BODY, -5.0
            elif words in works and not shown:
                kinds[number], scores[number] = OTHER, -5.0
    _carry_along(facts, runs, kinds, scores, weigher)
    return Naming(runs, kinds, scores)


def _carry_along(facts: Facts, runs: list[Run], kinds: list[str], scores: list[float], weigher: _Weigher) -> None:
    """Unknown names go with the full names beside them on a list: Ann Roe, Xu Bar and John Lee; Ann Roe and Bentel."""
    links, lowers = facts.lexicon.words("list-links"), facts.tokens.lowers
    for at, run in enumerate(runs):
        if kinds[at] != OTHER or scores[at] < 0.5 or run.words[0].lower() in weigher.common:
            continue
        if len(run.words) < 2:
            if _ends_list(facts, run, runs[at - 1], kinds[at - 1]):
                kinds[at], scores[at] = PERSON, 2.0
            continue
        for one, other in ((at - 1, at), (at, at + 1)):
            if one < 0 or other == len(runs):
                continue
            beside = other if one == at else one
            between = lowers[runs[one].last : runs[other].lead]
            if kinds[beside] == PERSON and len(runs[beside].words) > 1 and between and links.issuperset(between):
                kinds[at], scores[at] = PERSON, 2.0


def _ends_list(facts: Facts, run: Run, before: Run, kind: str) -> bool:
    """Whether a single word ends a list of two, the other a person's full name: Ann Roe and Bentel."""
    lowers = facts.tokens.lowers
    between, after = lowers[before.last : run.lead], lowers[run.last : run.last + 1]
    pair = (
        kind == PERSON
        and len(before.words) > 1
        and between
        and facts.lexicon.words("number-joiners").issuperset(between)
    )
    return bool(pair) and after in ([","], ["."], [";"])


def _known_bodies(facts: Facts) -> set[int]:
    """The tokens inside the names of well-known bodies of several words: Ernst and Young, House of Fraser."""
    tokens = facts.tokens
    phrases = name_lists(facts.lexicon).body_phrases
    found: set[int] = set()
    for first in tokens.capitals:
        last = phrases.end(tokens.lowers, first)
        if last - first > 1 and tokens.texts[last - 1][0].isupper():
            found.update(range(first, last))
    return found


def _short_for_firms(facts: Facts, groups: Mapping[tuple[str, ...], list[int]]) -> set[tuple[str, ...]]:
    """Single words that begin a firm's name and end nobody's: Tolleson, where Tolleson Foods is told of."""
    heads, kinds = facts.lexicon.table("version-heads"), facts.lexicon.words("kinds-of-firms")
    begins = {words[:1] for words in groups if len(words) > 1 and heads.get(words[-1].lower()) in kinds}
    return begins - {words[-1:] for words in groups if len(words) > 1}


def _short_for_works(facts: Facts, groups: Mapping[tuple[str, ...], list[int]]) -> set[tuple[str, ...]]:
    """Single nouns that begin a longer name in which a verb stands: Bailiff, of the song Bailiff Know the Way."""
    tags = facts.language.words.tags
    begins = {
        words[:1]
        for words in groups
        if len(words) > 1 and tags(words[1].lower()).startswith("V") and "N" in tags(words[0].lower())
    }
    return begins & groups.keys()


class _Weigher:
    """Weighs the evidence for one article; holds the lists that it needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        lists = name_lists(facts.lexicon)
        self.tokens = facts.tokens
        self.given, self.doubtful, self.surnames, self.asian = lists.given, lists.doubtful, lists.surnames, lists.asian
        self.endings, self.beginnings = lists.endings, lists.beginnings
        self.common, self.places, self.peoples, self.bodies = lists.common, lists.places, lists.peoples, lists.bodies
        self.titles = lists.titles
        self.numbers = facts.lexicon.table("number-words")
        self.language_words = facts.language.words
        self.suffixes = endings_of(facts.lexicon)
        self.lands = facts.lexicon.union("countries", "us-states", "regions")
        self.honorifics = words("honorifics")
        self.body_words = words("organization-words")
        self.place_words = words("place-words")
        self.particles = words("name-particles")
        self.offices = words("offices")
        self.faiths = words("faiths")
        self.vessels = words("ship-prefixes")
        kinds = facts.lexicon.table("version-heads")
        self.ways = frozenset(head for head, kind in kinds.items() if kind in words("kinds-of-ways"))
        self.occasions = words("occasion-words")
        self.famous = words("known-people")
        self.thing_endings = tuple(words("endings-of-things"))
        self.around = facts.surroundings
        people = sum(len(self.tokens.index.get(word, ())) for word in words("pronouns-of-people"))
        self.about_people = min(0.6, max(0.0, 25 * (people / max(1, len(self.tokens)) - 0.02)))

    def kind(self, words: tuple[str, ...], runs: list[Run], alone: list[Run]) -> tuple[str, float]:
        """What a name names, and the weight of evidence that it is a person.

        `alone` are the places where the last word stands by itself: they speak for a family name, too.
        """
        lowers = tuple(_plain(word) for word in words)
        form = self._form(words, lowers)
        if form <= -9:
            return OTHER, form
        if all("&" in self.tokens.texts[run.first : run.last] for run in runs):
            return BODY, -5.0
        person = second = place = thing = 0.0
        for run in runs[:12]:
            for_person, for_place, for_thing = self.around.weigh(run)
            person, second = max(person, for_person), second + (min(person, for_person) if for_person > 0.6 else 0.0)
            place, thing = max(place, for_place), thing + for_thing
        if form < 2:
            second += sum(weight for run in alone[:12] if (weight := self.around.weigh(run)[0]) > 0.6)
        person += min(second, 2.0 if person >= 2 or len(words) > 1 else 1.0)
        named = thing >= 6  # "the search engine Acme" names a thing wherever the word stands
        thing /= len(runs[:12])
        if form >= 3 or (len(words) > 1 and lowers[0] in self.given):
            thing /= 3
        sound = len(words) > 1 and lowers[0] in self.given and lowers[-1] in self.surnames
        if runs[0].opens and all(run.opens for run in runs) and (lowers[0] in self.common or self._roles(lowers)):
            person -= 1 if sound else 2
        if all(run.opens for run in runs) and self._is_word(lowers):
            person -= _WORD
        if person > 0 and form >= 0:
            person += self.about_people
        if named and form < 2:
            thing = max(thing, 2.5)
        score = form + person - (thing if person < 4 else 0) - (place if len(words) == 1 and person < 4 else 0)
        if score >= 2.0:
            return PERSON, score
        phrase = " ".join(lowers)
        if phrase in self.places or lowers[-1] in self.place_words or (place > 1 and len(words) == 1 and form < 1):
            return PLACE, score
        if phrase in self.bodies or lowers[-1] in self.body_words or (words[-1].isupper() and len(words[-1]) > 1):
            return BODY, score
        return OTHER, score

    # ------------------------------------------------------------------ the words themselves

    def _form(self, words: tuple[str, ...], lowers: tuple[str, ...]) -> float:
        """How much the words themselves look like a person's name."""
        phrase = " ".join(lowers)
        if phrase in self.places and phrase not in self.bodies:
            if phrase in self.surnames:
                return 0.0
            if phrase in self.given and phrase not in self.lands:
                return -0.5
        if phrase in self.bodies or phrase in self.places or phrase in self.peoples:
            return -5.0
        if self._way(lowers) or self._foreign(words):
            return -5.0
        if lowers[0] in self.vessels or (len(words) > 1 and lowers[0] in self.faiths and lowers[0] not in self.given):
            return -5.0
        if any(_camel(word) for word in words):
            return -3.0
        last = lowers[-1]
        if last in self.body_words or (self.suffixes.singular(last) in self.body_words and last not in self.surnames):
            return -5.0
        if words[-1].isupper() and len(words[-1]) > 3 and not _shouted(words):
            return -5.0
        if any(any(letter.isdecimal() for letter in word) for word in words):
            return -5.0
        if len(words) == 1:
            return self._single(words[0], lowers[0])
        if all(word in self.titles or word in self.honorifics or len(word) == 1 for word in lowers):
            return -9.0
        return self._several(words, lowers)

    def _way(self, lowers: tuple[str, ...]) -> bool:
        """Whether a name is a street's: Main Street, Harbour View; not Picabo Street, nor Ann Lane."""
        if len(lowers) < 2 or lowers[-1] not in self.ways or lowers[0] in self.given:
            return False
        return lowers[-1] not in self.surnames or lowers[0] in self.common or lowers[0] in self.places

    def _foreign(self, words: tuple[str, ...]) -> bool:
        """Whether a small word inside a name is no particle of people's names: Ard na Mara."""
        return any(word.islower() and word not in self.particles for word in words[1:-1])

    def _is_word(self, lowers: tuple[str, ...]) -> bool:
        """Whether a single word that only ever opens sentences is a number or a noun: “Netball was …”."""
        if len(lowers) != 1 or lowers[0] in self.surnames or lowers[0] in self.given:
            return False
        return lowers[0] in self.numbers or self._is_noun(lowers[0])

    def _is_noun(self, lower: str) -> bool:
        inflections = self.language_words.inflections(lower)
        return "N" in self.language_words.tags(lower) or any(kind == "Np" for kind, _ in inflections)

    def _roles(self, lowers: tuple[str, ...]) -> bool:
        """Whether a single word is the plural of an office: “Aides say …”."""
        return len(lowers) == 1 and self.suffixes.singular(lowers[0]) in self.offices

    def _single(self, word: str, lower: str) -> float:
        if (
            len(word) == 1
            or lower.endswith(self.thing_endings)
            or lower in self.titles
            or lower in self.honorifics
            or lower in self.faiths
        ):
            return -9.0
        if word.isupper():
            return -3.0
        score = 0.0
        if lower in self.given:
            score += 1.0 if lower in self.doubtful else 2.0
        if lower in self.surnames or lower.endswith(self.endings):
            score += 1.0
        if lower in self.famous and lower not in self.common:
            score = max(score, 2.0)
        if lower in self.common:
            score -= 1.5
        return score

    def _several(self, words: tuple[str, ...], lowers: tuple[str, ...]) -> float:
        first, last = lowers[0], lowers[-1]
        plain = [self._everyday(word) for word in lowers]
        score = 1.5 if len(words) < 4 and not any(plain[1:]) else 0.0
        if first in self.given or first.split("-")[0] in self.given:
            score += 1.5 if first in self.doubtful else 3.0
        elif first in self.asian and len(words) < 4:
            score += 3.0 if "-" in last else 0.0 if plain[-1] else 1.5
        elif len(words) == 2 and "-" in last and max(map(len, last.split("-"))) < 6:
            score += 0.5
        elif len(first.rstrip(".")) == 1 or (first.endswith(".") and len(first) > 2):
            score += 1.5
        elif first in self.places or first in self.peoples or (words[0].isupper() and not words[-1].isupper()):
            score -= 2.0
        if last in self.surnames or last.endswith(self.endings) or last.startswith(self.beginnings):
            score += 1.0
        if len(words) > 2 and any(len(word) == 1 for word in lowers[1:-1]):
            score += 1.5
        if any(word in self.particles and text[0].islower() for word, text in zip(lowers, words, strict=True)):
            score += 1.5
        if (last in self.offices or last in self.occasions or last in self.faiths) and last not in self.surnames:
            score -= 2.0
        if (last in self.places or last in self.bodies) and first not in self.given:
            score -= 2.0
        if self.suffixes.singular(last) in self.peoples:
            score -= 4.0
        for word in lowers[1:]:
            if word in self.body_words or word in self.place_words or word in self.peoples:
                score -= 1.5
            elif self._everyday(word):
                score -= 1.0 if first in self.given and len(words) == 2 else 1.5
        if first in self.common and first not in self.given:
            score -= 1.5
        if len(words) > 4:
            score -= 1.0
        return score

    def _everyday(self, word: str) -> bool:
        return len(word) > 1 and word in self.common and word not in self.given and word not in self.surnames


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _camel(word: str) -> bool:
    """TimeWarner, EduVision, BoE: a capital inside that is no McKay's, DeLay's or Smith-Jones's."""
    inner = [at for at, letter in enumerate(word) if at and letter.isupper() and word[at - 1].islower()]
    return (bool(inner) and inner[0] > 3) or (len(word) > 2 and word[-1].isupper() and not word.isupper())


def _shouted(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and all(word.isupper() for word in words)
