"""Namesakes: people of one family name, and where a name may stand for the wrong one of them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.tokens import GENITIVE, begun_between

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.people.clusters import Somebody
    from factlint.facts.people.names import Run

_OFTENER = 3  # times as often as the other: then a bare name means the one
_RECENT = 3  # blocks
_PARTS = frozenset({":", ";", ",", ")"})  # before a place on a list of results
_LIST = 5  # full names that make a list
_APPOSITION = 5  # tokens after a name that may tell whose relative it is
_MOST = 50  # mentions looked through
_KIN = 12  # tokens behind a name in which a relative is the bearer's
_KIN_BEFORE = 30  # the same in the sentences right before
_TOLD = 2  # of these so many
_CORE = 4  # letters that a short form has from the full one
_SHORT = 6  # letters of a short form


def mistaken_for(facts: Facts, person: Person, somebody: Somebody, run: Run, presents: bool = False) -> Person | None:
    """An earlier person of the same family name whom a full name with another first name seems to mean.

    That is so where the other is well established, this one is named only here, on no long list, and told nothing
    of, nothing speaks of a family, and the two may be of one gender. Whom the words present (`presents`) is taken for
    another only where both have one office: Mayor Brenda Roe, and the mayor, Glenda Roe.
    """
    fully = islice((run for run, form in somebody.named if form == "full"), 1, 2)
    if any(fully) or person.introduced != "full" or not person.namesakes or somebody.surname is None:
        return None
    if _of_a_pair(facts, run) or _told_at_once(facts, run) or _is_placed(facts, run):
        return None
    if len(run.words) > 2 or not _plain_first_name(facts, run) or _belongs(facts, run) or _listed(facts, run):
        return None
    rivals = [
        other
        for other, who in facts.cast
        if who.surname == somebody.surname
        and who is not somebody
        and who.named[0][0].first < run.first
        # A title before the first name alone tells one bearer from all others: Sir Ian.
        and not any(form == "given" and run.lead < run.first for run, form in who.named)
    ]
    rivals = [r for r in rivals if r.full and not r.known and {r.gender, person.gender} != {"female", "male"}]
    rivals = [r for r in rivals if _is_shown(facts, r) and not _only_listed(facts, r)]
    if presents:
        offices = {title.lower() for title in person.titles}
        rivals = [r for r in rivals if offices & {title.lower() for title in r.titles}]
    rivals = [r for r in rivals if not _one_within_the_other(r.given or "", person.given or "")]
    if not rivals or person.known or _family_nearby(facts, run, somebody.surname):
        return None
    rival = max(rivals, key=lambda r: len(r.names))
    unlike = run.words[0][0] != (rival.given or " ")[0].upper()
    if unlike and _kin_just_told(facts, run, person):
        return None
    if any(name.form == "full" and _told_as_relative(facts, name.end) for name in rival.names[:_MOST]):
        return None
    sentence = facts.sentence_at(person.start)
    for name in rival.names:
        beside = sentence.start <= name.start < sentence.end and name.form == "full"
        if beside and not facts.in_quotation(name.start):
            return None
    return rival


def _is_shown(facts: Facts, person: Person) -> bool:
    """Whether more than a capital shows somebody to be one: “Vinhos Lobo”, named once, is a firm."""
    told = person.gender != "unknown" or bool(person.titles) or len(person.names) > 1
    given = (person.given or "").lower() in facts.lexicon.table("given-names")
    return told or given or any(name.honorific for name in person.names)


def _only_listed(facts: Facts, person: Person) -> bool:
    """Whether only team lists and the like name somebody: each on them is somebody for himself."""
    return all(facts.in_roster(name.start) for name in person.names[:_MOST])


def _of_a_pair(facts: Facts, run: Run) -> bool:
    """Whether one family name is given to two: Ned and Alfie Rudge."""
    lowers, texts = facts.tokens.lowers, facts.tokens.texts
    at = run.lead - 2
    if at < 0 or lowers[at + 1] not in facts.lexicon.words("and-words") or not texts[at][0].isupper():
        return False
    others = {(person.given or "").lower() for person in facts.people if person.surname == run.words[-1]}
    first = lowers[at] in facts.lexicon.words("given-names") or lowers[at] in others
    return first and (at == 0 or not texts[at - 1][:1].isupper())


def _is_placed(facts: Facts, run: Run) -> bool:
    """Whether the number before a name is the place that it has on a list of results: “1 Tom Roe (crab); 2 Al Roe”."""
    before = facts.tokens.lowers[max(0, run.lead - 2) : run.lead]
    return len(before) == 2 and before[1].isdecimal() and before[0] in _PARTS


def _told_at_once(facts: Facts, run: Run) -> bool:
    """Whether the words behind a name, or its list, say who it is: “Tim Scott (R-S.C.)”, “Ann Roe is a poet”."""
    language, texts = facts.language, facts.tokens.texts
    number = language.phrase_at(run.first)
    if texts[run.last : run.last + 1] == ["("] or number is None:
        return number is not None
    members = [language.phrases[other] for other in language.phrases[number].conjoined if other != number]
    if any(one.proper or (one.owner is not None and language.phrases[one.owner].proper) for one in members):
        return True
    clause = language.phrases[number].clause
    return (
        clause is not None
        and language.clauses[clause].subject == number
        and language.clauses[clause].attribute is not None
        and "person" in language.phrases[language.clauses[clause].attribute or 0].classes
    )


def _one_within_the_other(one: str, other: str) -> bool:
    """Whether one first name may be short for the other: Nards and Bernardo, Maddie and Madison."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    core = short[:_CORE]
    return (
        len(short) < len(long)
        and len(short) <= _SHORT
        and len(core) > 2
        and (core in long or long.startswith(short[:3]))
    )


def _plain_first_name(facts: Facts, run: Run) -> bool:
    """Whether the first word is a first name and no word that opens the sentence: “Will Roe win?”."""
    first = run.words[0].lower()
    if first not in facts.lexicon.words("given-names"):
        return not run.opens and run.title < 0 and not facts.language.words.tags(first)
    return not (run.opens and first in facts.lexicon.words("auxiliary-verbs"))


def other_bearer(facts: Facts, person: Person, run: Run) -> Person | None:
    """Another person whom a bare family name may as well mean: no honorific or title tells them apart.

    That is one whom the last paragraphs have named in full, and whom the article names not much less often.
    """
    if not person.namesakes or run.title >= 0:
        return None
    at = facts.tokens.starts[run.first]
    for other in facts.people:
        if other.name not in person.namesakes or other.surname != person.surname or not other.full:
            continue
        apart = run.honorific >= 0 and {person.gender, other.gender} == {"female", "male"}
        if not apart and len(person.names) <= _OFTENER * len(other.names) and _just_named(facts, other, at):
            return other
    return None


def evenly_named(facts: Facts, person: Person, run: Run) -> bool:
    """Whether a bare family name comes after two of its bearers in full, neither of whom it has meant before.

    So it is with brothers at odds: “Anton Roe, 54, … Karl Roe, 51, … Roe told the court”.
    """
    at = facts.tokens.starts[run.first]
    before = facts.tokens.lowers[max(0, run.lead - 1) : run.lead]
    beside = [*before, *facts.tokens.lowers[run.last : run.last + 1]]
    if run.honorific >= 0 or run.title >= 0 or not facts.lexicon.words("words-for-one-of-a-family").isdisjoint(beside):
        return False
    bearers = [p for p in facts.people if p.surname == person.surname and p.names[0].start < at]
    if len(bearers) == 2 and _one_within_the_other(bearers[0].given or "", bearers[1].given or ""):
        return False
    if len(bearers) != 2 or any(p.known for p in bearers):
        return False
    if {p.gender for p in bearers} == {"female", "male"} and _taken_up(facts, run):
        return False
    forms = {name.form for p in bearers for name in p.names if name.start < at}
    return forms == {"full"} and all(_just_named(facts, p, at) for p in bearers)


def _taken_up(facts: Facts, run: Run) -> bool:
    """Whether a “he” or “she” behind a name in its paragraph tells which of two is meant."""
    lemmas = facts.lexicon.table("third-person")
    last = facts.paragraph_at(facts.tokens.starts[run.first]).last
    return any(lemmas.get(lower) in GENDER_OF_LEMMA for lower in facts.tokens.lowers[run.last : last])


def _just_named(facts: Facts, other: Person, at: int) -> bool:
    """Whether the paragraphs right before a code point name somebody in full."""
    blocks = facts.paragraphs
    since = blocks[max(0, facts.paragraph_at(at).number - 1 - _RECENT)].start
    return any(name.form == "full" for name in begun_between(other.names, since, at)[-_MOST:])


def _belongs(facts: Facts, run: Run) -> bool:
    """Whether the words say whose the person is: “the union's Ann Roe”, “Ann Roe of the Harbour Party”."""
    tokens, words = facts.tokens, facts.lexicon.words
    before = tokens.lowers[max(0, run.lead - 2) : run.lead]
    if before[-1:] == [GENITIVE] or (before[-1:] in (["'"], ["’"]) and before[0].endswith("s")):
        return True
    after = [at for at in range(run.last, min(run.last + 3, len(tokens))) if tokens.lowers[at] not in words("articles")]
    return (
        len(after) > 1
        and tokens.lowers[after[0]] in words("words-of-belonging")
        and tokens.texts[after[1]][0].isupper()
    )


def _listed(facts: Facts, run: Run) -> bool:
    """Whether the name stands on a list of full names, three or more: each is somebody for himself."""
    runs, lowers, links = facts.naming.runs, facts.tokens.lowers, facts.lexicon.words("list-links")
    at = bisect_left(runs, run.first, key=lambda other: other.first)
    beside = 0
    for step in (-1, 1):
        for number in range(at + step, at + step * _LIST, step):
            if not 0 <= number < len(runs) or len(runs[number].words) < 2:
                break
            left, right = sorted((runs[number - step], runs[number]), key=lambda other: other.first)
            between = lowers[left.last : right.lead]
            if not between or not links.issuperset(between):
                break
            beside += 1
    return beside >= _LIST - 1


def _family_nearby(facts: Facts, run: Run, surname: str) -> bool:
    """Whether the words around the name speak of relatives, or the article of the family by its name's plural."""
    index = facts.tokens.index
    return surname + "s" in index or surname + "es" in index or _speaks_of_family(facts, run)


def _told_as_relative(facts: Facts, end: int) -> bool:
    """Whether the words right behind a name tell whose relative it is: “Tom Woods, the father of the victim”."""
    tokens, words = facts.tokens, facts.lexicon.words
    first = tokens.span(0, end)[1]
    after = tokens.lowers[first : first + _APPOSITION]
    kin = (words("relations") - words("relations-without-kinship")) | words("family-words")
    return after[:1] == [","] and not kin.isdisjoint(after)


def _kin_just_told(facts: Facts, run: Run, person: Person) -> bool:
    """Whether a relative without a name is told of right before: “… to her sister. Ann Roe's shot went in.”"""
    words, tokens, language = facts.lexicon.words, facts.tokens, facts.language
    here = facts.sentence_of(run.first).number
    first = max(facts.sentences[max(0, here - _TOLD)].first, run.lead - _KIN_BEFORE)
    sexes = facts.lexicon.table("relations")
    kin = words("relations") - words("relations-without-kinship")
    fitting = {word for word in kin if {sexes[word], person.gender} != {"female", "male"}}
    whose = facts.lexicon.labelled("determiner-kinds", "possessive")
    numbers = (language.phrase_at(at) for at in range(first, run.lead) if tokens.lowers[at] in fitting)
    phrases = [language.phrases[number] for number in numbers if number is not None]
    # “his mother, Ann Holm,” is told of by name.
    return any(
        phrase.determiner in whose
        and not facts.in_quotation(phrase.start)
        and not phrase.plural
        and not tokens.texts[phrase.last + (tokens.lowers[phrase.last] == ",")][0].isupper()
        for phrase in phrases
        if phrase.last + 1 < len(tokens)
    )


def _speaks_of_family(facts: Facts, run: Run) -> bool:
    """Whether a word for relatives stands close to a name, in its sentence."""
    words, sentence = facts.lexicon.words, facts.sentence_of(run.first)
    relations = (words("relations") - words("relations-without-kinship")) | words("family-words")
    deed = facts.language.tags[run.last : run.last + 1] == ["VERB"]  # Ann Roe married Karl Lind
    near = [*range(max(sentence.first, run.lead - _KIN), run.lead)]
    near += range(run.last + deed, min(sentence.last, run.last + _KIN))
    # What comes of it may be told in the next sentence: “Seán Foy said no. He is the steward's son.”
    block = facts.paragraph_at(facts.tokens.starts[run.first])
    if sentence.last < block.last:
        near += range(sentence.last, min(block.last, sentence.last + _KIN))
    return any(facts.tokens.lowers[at] in relations for at in near)
