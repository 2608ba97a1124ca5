"""Names of things: runs of capitalised words, possessives inside, that are no person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.tokens import GENITIVES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run

_LONGEST = 7  # words
_SEVERAL = 2  # words
_PERSON = "person"
_LAW = "law"


class ThingName(NamedTuple):
    """One place of a name; positions are tokens.

    first: its first word, an article left out.
    last: one past its last word.
    words: in small letters, possessive endings left out.
    opens: whether it begins a sentence, so that the first word's capital says nothing.
    """

    first: int
    last: int
    words: tuple[str, ...]
    opens: bool


def thing_names(facts: Facts) -> list[ThingName]:
    """Every run of capitalised words outside headlines that is no person's, in order."""
    tokens = facts.tokens
    people = _people(facts)
    skipped = facts.lexicon.union("articles", "sentence-starters", "calendar-words", "ship-prefixes")
    display = {
        at for p in facts.paragraphs if p.kind in ("headline", "byline", "credit") for at in range(p.first, p.last)
    }
    found: list[ThingName] = []
    chain: list[int] = []
    for at in tokens.capitals:
        if at in people or at in display or not tokens.texts[at][0].isupper():
            continue
        if chain and not _joined(facts, chain[-1], at):
            found += _name(facts, chain, skipped)
            chain = []
        chain.append(at)
    found += _name(facts, chain, skipped)
    return found


def _people(facts: Facts) -> set[int]:
    """The tokens of people's names, but for those in a longer name: The Lamp Trimmer's Widow."""
    texts, found = facts.tokens.texts, set[int]()
    lowers, heads, given = facts.tokens.lowers, facts.lexicon.table("version-heads"), facts.lexicon.words("given-names")
    saints, vessels = facts.lexicon.words("saint-words"), facts.lexicon.words("ship-prefixes")
    launched = {lowers[at + 1] for at in facts.tokens.positions(vessels) if at + 1 < len(lowers)}
    for _, who in facts.cast:
        for run, _ in who.named:
            after = texts[run.last : run.last + 2]
            inside = len(after) == 2 and after[0].replace("’", "'") in GENITIVES and after[1][0].isupper()
            # St Agnes's: a house, also where it is read as a person's name.
            saint = not saints.isdisjoint(lowers[max(0, run.lead - 1) : run.lead + 1])
            # Trading in Brenholm Marine: no first name, and the last word is one of firms and bodies.
            firm = run.last - run.first > 1 and lowers[run.last - 1] in heads and lowers[run.first] not in given
            thing = run.honorific < 0 and run.title < 0 and (_told_as_thing(facts, run) or _headed_by_thing(facts, run))
            # MV Lady Bernice, and the Lady Bernice further down.
            ship = not launched.isdisjoint(lowers[run.lead : run.lead + 2])
            if not (inside or saint or firm or thing or ship):
                found.update(range(run.lead, run.last))
    return found


def _told_as_thing(facts: Facts, run: Run) -> bool:
    """Whether an article or “which” says that a name is no person's: the 24-metre Anna Lind, which sank."""
    lowers, language = facts.tokens.lowers, facts.language
    which = facts.lexicon.words("relatives-of-things")
    if lowers[run.last : run.last + 1] == [","] and not which.isdisjoint(lowers[run.last + 1 : run.last + 2]):
        return True
    number = language.phrase_at(run.first)
    phrase = language.phrases[number] if number is not None else None
    if number and phrase and phrase.first == run.first and language.phrases[number - 1].last == run.first:
        phrase = language.phrases[number - 1]  # the 24-metre | Anna Lind
    if phrase is None or phrase.determiner not in facts.lexicon.words("definite-articles"):
        return False
    return not any(_PERSON in language.words.noun_classes(lowers[at]) for at in range(phrase.first, run.first))


def _headed_by_thing(facts: Facts, run: Run) -> bool:
    """Whether the last of several words is a noun for things and no family name, and the first no first name.

    Of several things it is also where the first is one: Karri Minerals.
    It may be a family name where all of the words are everyday ones: The Keeper's Endless Winter.
    """
    lowers, words = facts.tokens.lowers[run.first : run.last], facts.lexicon.words
    lemma = facts.language.words.lemma(lowers[-1], "NOUN")
    family = lowers[-1] in words("surnames")
    if len(lowers) < _SEVERAL or (lowers[0] in words("given-names") and (family or lemma == lowers[-1])):
        return False
    if family and not words("common-words").issuperset(lowers):
        return False
    classes = facts.language.words.noun_classes(lemma)
    return bool(classes) and _PERSON not in classes


def _joined(facts: Facts, left: int, right: int) -> bool:
    """Whether two capitalised tokens stand side by side, or with a possessive ending between them."""
    tokens = facts.tokens
    inside = right - left == 2 and tokens.texts[left + 1].replace("’", "'") in GENITIVES
    stopped = right - left == 2 and tokens.texts[left + 1] == "." and tokens.lowers[left] in ("st", "mt", "dr")
    close = right - left == 1 and tokens.starts[right] == tokens.ends[left] + 1
    if not (inside or stopped or close or _in_a_law(facts, left, right)):
        return False
    return right not in facts.sentence_firsts and facts.paragraph_at(tokens.starts[left]).last > right


def _in_a_law(facts: Facts, left: int, right: int) -> bool:
    """Whether a bracket between two words belongs to a law's name: Tenancies (Animals) Act."""
    lowers = facts.tokens.lowers
    if right - left != 2 or lowers[left + 1] not in ("(", ")"):
        return False
    close = left + 1 if lowers[left + 1] == ")" else right
    while close < min(len(lowers) - 1, right + _LONGEST) and lowers[close] != ")":
        close += 1
    return (
        facts.lexicon.table("version-heads").get(lowers[close + 1 : close + 2][0] if lowers[close + 1 :] else "")
        == _LAW
    )


def _name(facts: Facts, chain: list[int], skipped: frozenset[str]) -> list[ThingName]:
    """The name in a chain, without what its first words have a capital for."""
    tokens, common = facts.tokens, facts.lexicon.words("common-words")
    doers = tuple(facts.lexicon.values("agent-endings")["doer"])
    opens = bool(chain) and chain[0] in facts.sentence_firsts
    while chain and tokens.lowers[chain[0]] in skipped:
        chain, opens = chain[1:], False
    if opens and len(chain) > 2 and (tokens.lowers[chain[0]] in common or tokens.lowers[chain[0]].endswith(doers)):
        chain, opens = chain[1:], False  # Shipbuilder Brenholt Marine is to shut its yard
    if not chain or len(chain) > _LONGEST:
        return []
    return [ThingName(chain[0], chain[-1] + 1, tuple(tokens.lowers[at] for at in chain), opens)]
