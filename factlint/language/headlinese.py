"""Headlines: they leave out articles and auxiliaries, so that a tagger fitted on sentences takes their verbs for nouns.

A headline says something, so one of its words is a verb. Where the tags give a part of it none, the first word that can
be one and stands as one does, behind a noun and before what a verb takes, is it: “Island bans plastic bottles”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.language.words import Words

_MARKS = frozenset(":;|–—?!\"“”‘’',")
_COMMAS = frozenset({","})
_QUOTES = frozenset("“‘'\"")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_TAKEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PART", "SYM", "ADV", "SCONJ", "PRON", "PUNCT"})
_ACTED_ON = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})
_THINGS = frozenset({"person", "group", "artefact", "animal", "place"})
#: Between these verbs each is one of its own: to, and, when, who, will.
_PARTING = frozenset({"PART", "CCONJ", "SCONJ", "AUX", "PRON", "PUNCT", "ADP"})
_TELLING = frozenset({"saying", "thinking", "seeing"})
_PERSONAL = frozenset({"person", "group"})
_AGREES, _ONLY_A_VERB = 2, 3
#: Fewer words than this make a label: “Letters to the editor”.
_SHORTEST = 3


def retag(
    lowers: Sequence[str],
    tags: list[str],
    first: int,
    last: int,
    words: Words,
    many: frozenset[str],
    letting: frozenset[str] = frozenset(),
) -> None:
    """Gives each part of a headline, between tokens `first` and `last`, its verb, in place.

    `many` are words that take the plural without having its form: police; `letting` verbs that take another: let, make.
    """
    for at in range(first + 1, last):
        to = tags[at - 1] == "PART" and lowers[at - 1][0].isalpha()
        if to and tags[at] == "NOUN" and "b" in words.verb_forms(lowers[at]):
            tags[at] = "VERB"  # “police to question two”
    for at in range(first + 1, last - 2):
        clause = tags[at - 1] in ("SCONJ", "ADP") and tags[at : at + 3] == ["VERB", "NOUN", "VERB"]
        if clause and _may_be_noun(lowers[at], words) and words.is_plural(lowers[at + 1]):
            tags[at] = "NOUN"  # “after refuse workers rejected offer”
    parts = list(_parts(lowers, tags, first, last))
    for number, (start, end) in enumerate(parts):
        _closing_verb(lowers, tags, start, end, words)
        _noun_piles(lowers, tags, start, end, words)
        if number and lowers[start - 1] in _COMMAS:
            _second_verb(lowers, tags, parts[number - 1], start, end, words)
        for at in range(start, end):
            if tags[at] == "VERB" and _is_noun(lowers, tags, at, start, end, words):
                tags[at] = "NOUN"
        _of_adjectives(lowers, tags, start, end, words)
        for at in range(start + 1, end - 2):
            if _takes_participle(lowers, tags, at, words):
                tags[at : at + 2] = ["VERB", "ADJ"]  # “Governor vetoes revised budget”
        for at in range(start + 1, end - 1):
            if tags[at - 1 : at + 2] == ["NOUN", "VERB", "VERB"] and _is_doing(lowers, at, words):
                tags[at] = "NOUN"  # “Choir singing keeps the brain young”
        for at in range(start + 2, end - 1):
            if tags[at] == "VERB" and _is_title(lowers, tags, at, start, words):
                tags[at] = "NOUN"
        _one_verb(lowers, tags, start, end, words, many, letting)
        closing = end == last and start > first  # “…, survey finds”
        main = _main_part(lowers, tags, start, end, words)  # “Prices surge as trucks get through”
        if main - start >= _SHORTEST - closing and not any(
            _finite(lowers, tags, at, start, words) and not _may_be_participle(lowers, tags, at, words)
            for at in range(start, main)
        ):
            open_ended = end < last and lowers[end] in _QUOTES  # “Renault boss hails ‘great year’”
            found = next(
                (
                    at
                    for at in range(start + 1, main)
                    if _stands_as_verb(lowers, tags, at, start, end, words, many, open_ended)
                    and not _are_to(lowers, tags, at, end, words)
                ),
                None,
            )
            if found is not None and not any(_finite(lowers, tags, at, start, words) for at in range(start, found)):
                tags[found + _is_subject(lowers, tags, found, end, words)] = "VERB"
        _of_adjectives(lowers, tags, start, end, words)


def _of_adjectives(lowers: Sequence[str], tags: list[str], start: int, end: int, words: Words) -> None:
    """Makes a noun of what stands before a verb: “Swiss wins stage”, “Police chief quits”; “Chinese exports rise”."""
    for at in range(start, end - 2):
        if tags[at : at + 2] != ["ADJ", "VERB"] or not _is_third(lowers[at + 1], words):
            continue
        parts, behind = words.reading(lowers[at]).parts, words.reading(lowers[at + 2]).parts
        if tags[at + 2] == "NOUN" and behind[:1] == "V" and "b" in words.verb_forms(lowers[at + 2]):
            if words.is_plural(lowers[at + 1]):
                tags[at + 1 : at + 3] = ["NOUN", "VERB"]
        elif at == start or not parts or "N" in parts.upper():
            tags[at] = "NOUN"  # “Brown outlines vision”, “UK broadband gets boost”


def _main_part(lowers: Sequence[str], tags: Sequence[str], start: int, end: int, words: Words) -> int:
    """Where the part's own clause ends: before the conjunction that opens another, “as Holm buys mill” among them."""
    for at in range(start + 2, end - 1):
        if tags[at] == "SCONJ":
            return at
        opens = tags[at] == "ADP" and "S" in words.tags(lowers[at]) and tags[at + 1] in _NOMINAL
        if opens and "VERB" in tags[at + 2 : at + 4]:
            return at
    return end


def _noun_piles(lowers: Sequence[str], tags: list[str], start: int, end: int, words: Words) -> None:
    """Makes nouns of plain verbs before a noun that closes the part: “over pay offer”, “reject 7% pay offer”."""
    for at in range(start + 1, end - 1):
        if tags[at] != "VERB" or not _may_be_noun(lowers[at], words) or tags[at - 1] in ("PART", "AUX"):
            continue
        closes = at + 2 == end or tags[at + 2] in ("ADP", "SCONJ")
        following = tags[at + 1] == "NOUN" or (tags[at + 1] == "VERB" and _may_be_noun(lowers[at + 1], words))
        if not closes or not following or "NOUN" not in tags[start:at] + ["NOUN"] * ("PROPN" in tags[start:at]):
            continue
        before = next((place for place in range(at - 1, start - 1, -1) if tags[place] == "VERB"), None)
        acts = before is not None and words.verb_forms(lowers[before]) != "g"
        told = acts and words.verb_classes(words.lemma(lowers[before or 0], "VERB")) <= _TELLING
        counted = acts and not told and at - 1 > (before or 0) and words.reading(lowers[at - 1]).parts[:1] != "V"
        plural = words.is_plural(lowers[at - 1]) or tags[at - 1] == "PROPN"
        over = tags[at - 1] == "ADV" and "D" in words.tags(lowers[at - 1])
        if over or (counted and not plural):
            tags[at] = tags[at + 1] = "NOUN"
            if over:
                tags[at - 1] = "ADP"


def _second_verb(
    lowers: Sequence[str], tags: list[str], before: tuple[int, int], start: int, end: int, words: Words
) -> None:
    """Gives a part behind a comma that stands for “and” the verb that it opens with: “Boss quits, blames cuts”."""
    if end - start < 2 or tags[start] not in ("NOUN", "VERB") or not _is_third(lowers[start], words):
        return
    verbs = [at for at in range(*before) if tags[at] == "VERB" and _is_third(lowers[at], words)]
    if verbs and tags[start + 1] in _TAKEN | _VERBAL and words.verb_forms(lowers[start + 1]) != "g":
        tags[start] = "VERB"
        if tags[start + 1] == "VERB" and (words.is_plural(lowers[start + 1]) or _may_be_noun(lowers[start + 1], words)):
            tags[start + 1] = "NOUN"


def _may_be_noun(lower: str, words: Words) -> bool:
    return words.verb_forms(lower) == "b" and "N" in words.tags(lower)


def _closing_verb(lowers: Sequence[str], tags: list[str], start: int, end: int, words: Words) -> None:
    """Mends “…, study shows”, of which the tagger makes a verb and a noun."""
    if end - start == 2 and tags[start] in ("VERB", "NOUN") and tags[start + 1] == "NOUN":
        lemma = words.lemma(lowers[start + 1], "VERB")
        noun = "N" in words.reading(lowers[start]).parts.upper() and not words.is_plural(lowers[start])
        if noun and _is_third(lowers[start + 1], words) and words.verb_classes(lemma) & _TELLING:
            tags[start : start + 2] = ["NOUN", "VERB"]


def _may_be_participle(lowers: Sequence[str], tags: Sequence[str], at: int, words: Words) -> bool:
    """Whether a verb without an auxiliary may be a participle behind its noun: “price paid to farmers drops”."""
    return tags[at] == "VERB" and "n" in words.verb_forms(lowers[at]) and tags[at - 1 : at] == ["NOUN"]


def _one_verb(
    lowers: Sequence[str],
    tags: list[str],
    start: int,
    end: int,
    words: Words,
    many: frozenset[str],
    letting: frozenset[str],
) -> None:
    """Of verbs with nothing but nouns between them leaves the one that fits best; the rest are nouns.

    “Hospital waits lengthen”: a singular waits, waits lengthen, but only a verb lengthens. “Union accepts pay offer”.
    """
    finite = [at for at in range(start, end) if tags[at] == "VERB" and _finite(lowers, tags, at, start, words)]
    finite = [at for at in finite if _may_be_finite(lowers[at], words)]
    if (
        finite == [start + 1]
        and tags[start : start + 3] == ["NOUN", "VERB", "ADP"]
        and words.is_plural(lowers[start + 1])
    ):
        # “House prices in Galway edge up”: the plural has its verb further on.
        later = (at for at in range(start + 4, end - 1) if tags[at] == "NOUN" and "b" in words.verb_forms(lowers[at]))
        then = next((at for at in later if tags[at - 1] in _NOMINAL and tags[at + 1] == "ADP"), None)
        if then is not None and not words.noun_classes(lowers[start]) & _PERSONAL:
            tags[start + 1], tags[then] = "NOUN", "VERB"
            return
    if finite and finite[0] == start + 2 and tags[start : start + 2] == ["NOUN", "NOUN"]:
        # “Parish backs plan to sell green”: what seems a plural noun before the verb is the verb of the singular.
        one = not words.is_plural(lowers[start]) and words.noun_classes(lowers[start]) & _PERSONAL
        known = words.reading(words.lemma(lowers[start + 1], "VERB")).parts
        if one and known and _is_third(lowers[start + 1], words):
            finite.insert(0, start + 1)
    if len(finite) == 1 and finite[0] == start and "N" in words.reading(lowers[start]).parts.upper():
        # “Fire chief calls for …”: no order to fire.
        behind = (at for at in range(start + 2, end) if tags[at] == "NOUN" and "s" in words.verb_forms(lowers[at]))
        finite += [at for at in behind if not words.is_plural(lowers[at - 1]) and tags[at - 1] == "NOUN"][:1]
    if len(finite) < 2 or any(tags[at] in _PARTING for at in range(finite[0], finite[-1])):
        return
    best = max(finite, key=lambda at: (_fitness(lowers, tags, at, start, words, many), -at))
    tags[best] = "VERB"
    lemma = words.lemma(lowers[best], "VERB")
    telling = lemma in letting or words.verb_classes(lemma) & _TELLING
    for at in finite:
        if at == best or not ("N" in words.reading(lowers[at]).parts.upper() or words.is_plural(lowers[at])):
            continue
        if at > best + 1 and telling and _fitness(lowers, tags, at, start, words, many) > 0:
            break  # “Judge says fee cuts hurt poor”
        tags[at] = "NOUN"


def _takes_participle(lowers: Sequence[str], tags: Sequence[str], at: int, words: Words) -> bool:
    """Whether a word is the verb of the singular before it, and what follows a participle before its noun."""
    if tags[at] != "NOUN" or tags[at + 1] != "VERB" or tags[at + 2] not in ("NOUN", "PROPN", "ADJ"):
        return False
    before, third = tags[at - 1], _is_third(lowers[at], words)
    one = before == "PROPN" or (before == "NOUN" and not words.is_plural(lowers[at - 1]))
    doer = before == "PROPN" or words.noun_classes(lowers[at - 1]) & {"person", "group"}
    return third and one and bool(doer) and "n" in words.verb_forms(lowers[at + 1])


def _is_doing(lowers: Sequence[str], at: int, words: Words) -> bool:
    return words.verb_forms(lowers[at]) == "g" and _is_third(lowers[at + 1], words)


def _is_third(lower: str, words: Words) -> bool:
    return "s" in words.verb_forms(lower)


def _may_be_finite(lower: str, words: Words) -> bool:
    forms = words.verb_forms(lower)
    return "s" in forms or "b" in forms or ("d" in forms and "n" not in forms)


def _fitness(
    lowers: Sequence[str], tags: Sequence[str], at: int, start: int, words: Words, many: frozenset[str]
) -> int:
    """How well a word is the verb of what stands before it: whether it is no noun, and agrees in number."""
    if at == start:
        return -_AGREES
    parts, forms = words.reading(lowers[at]).parts.upper(), words.verb_forms(lowers[at])
    noun = "N" in parts or words.is_plural(lowers[at])
    plural = words.is_plural(lowers[at - 1]) or lowers[at - 1] in many
    agrees = "d" in forms or ("s" in forms and not plural) or ("b" in forms and (plural or tags[at - 1] == "PROPN"))
    rather = words.reading(words.lemma(lowers[at], "VERB")).parts[:1] == "V"  # “shares climb”, “launches attack”
    return (0 if noun else _ONLY_A_VERB) + rather + (_AGREES if agrees else -_AGREES)


def _parts(lowers: Sequence[str], tags: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for at in range(first, last):
        if lowers[at] in _MARKS and not _is_of_age(lowers, tags, at, first, last):
            yield start, at
            start = at + 1
    yield start, last


def _is_of_age(lowers: Sequence[str], tags: Sequence[str], at: int, first: int, last: int) -> bool:
    """Whether a comma is one of the two around somebody's age: “Schoolboy, 15, beats grandmaster”."""
    return any(
        first < comma
        and comma + 3 < last
        and lowers[comma] in _COMMAS
        and lowers[comma + 2] in _COMMAS
        and tags[comma + 1] == "NUM"
        and lowers[comma + 1].isdecimal()
        and tags[comma - 1] in ("NOUN", "PROPN")
        for comma in (at, at - 2)
    )


def _finite(lowers: Sequence[str], tags: Sequence[str], at: int, start: int, words: Words) -> bool:
    """Whether a word is a verb that can stand alone: no infinitive, nothing in -ing, no participle before a noun."""
    if tags[at] not in _VERBAL:
        return False
    if at > start and tags[at - 1] == "PART":
        return False
    return words.verb_forms(lowers[at]) != "g" and (tags[at] == "AUX" or tags[at - 1 : at] != ["ADP"])


def _stands_as_verb(
    lowers: Sequence[str],
    tags: Sequence[str],
    at: int,
    start: int,
    end: int,
    words: Words,
    many: frozenset[str],
    open_ended: bool = False,
) -> bool:
    """Whether a word tagged as a noun can be the verb: in the third person, or behind a plural in the plain form.

    `open_ended`: whether the line goes on behind the part with words in quotation marks.
    """
    forms = words.verb_forms(lowers[at])
    aged = at > start + 3 and lowers[at - 1] in _COMMAS  # “Schoolboy, 15, beats grandmaster”
    if aged:
        return tags[at] == "NOUN" and "s" in forms and at + 1 < end
    person = tags[at - 1] == "ADJ" and "person" in words.noun_classes(lowers[at - 1])  # “police chief quits”
    before = tags[at - 1] in _NOMINAL or person or (at == start + 1 and tags[start] == "ADJ")
    welcoming = tags[at] == "ADJ" and ("s" in forms or _is_plain(lowers, tags, at, end, words))
    if not before or (tags[at] != "NOUN" and not welcoming):
        return False
    doing = "s" in forms and at + 2 < end and words.verb_forms(lowers[at + 1]) == "g" and tags[at + 2] == "NOUN"
    if at + 1 < end and tags[at + 1] not in _TAKEN and not doing:  # “Ferry halves crossing time”
        return False
    counted = tags[at - 1] == "NUM" and (at == start + 1 or tags[at - 2] not in ("NOUN", "PROPN", "ADP"))
    if counted and words.is_plural(lowers[at]):
        return False  # “3,000 pages released”
    if not words.reading(words.lemma(lowers[at], "VERB")).parts:
        return False  # “ex-boss”
    if "s" in forms:
        # “Road deaths” goes on as a noun where nothing follows; “Factory shuts” does not.
        near = at - 1
        if at - start > 2 and tags[at - 2] == "ADP":
            near = at - 3  # “price of potatoes drops”, “price paid to farmers drops”
            near -= tags[near] == "VERB" and near > start
        plural = tags[near] != "PROPN" and words.is_plural(lowers[near])  # “of Bendel Plains quits”
        return not plural and (at + 1 < end or open_ended or _is_mostly_verb(lowers[at], words))
    named = tags[at - 1] == "PROPN" and at + 1 < end and tags[at + 1] == "PROPN"
    if "b" in forms and named and "person" not in words.noun_classes(lowers[at]):
        return True  # a team takes the plural: “Kilbrannan edge Dunvarra”
    often = "b" not in forms or "V" in words.reading(lowers[at]).parts  # “Trawler crew safe”
    if "d" in forms and often and at + 1 < end and tags[at + 1] in _ACTED_ON:
        return True  # “Treasurer stole parish funds”
    near = at - 3 if at - start > 2 and tags[at - 2] == "ADP" and welcoming else at - 1  # “growers in Ahafo welcome”
    plural = words.is_plural(lowers[near]) or lowers[near] in many
    if "b" not in forms or not plural:
        return False
    if at + 2 == end and "person" in words.noun_classes(lowers[at]) and _is_third(lowers[at + 1], words):
        return False  # “fisheries minister quits”
    return at + 1 < end or (_is_mostly_verb(lowers[at], words) and bool(words.noun_classes(lowers[near]) & _PERSONAL))


def _is_mostly_verb(lower: str, words: Words) -> bool:
    """Whether a form is oftener a verb than a noun, or its dictionary form is."""
    return words.tags(lower)[:1] == "V" or words.reading(words.lemma(lower, "VERB")).parts[:1] == "V"


def _is_plain(lowers: Sequence[str], tags: Sequence[str], at: int, end: int, words: Words) -> bool:
    """Whether an adjective may be the plain form of a verb that has something done to: “welcome new price”."""
    return (
        at + 1 < end
        and tags[at + 1] in _ACTED_ON
        and _is_mostly_verb(lowers[at], words)
        and "b" in (words.verb_forms(lowers[at]))
    )


def _are_to(lowers: Sequence[str], tags: Sequence[str], at: int, end: int, words: Words) -> bool:
    """Whether a plural of things or people has its verb behind it: “stores to stop”, not “council votes to stop”."""
    infinitive = at + 2 < end and tags[at + 1] == "PART" and lowers[at + 1][0].isalpha() and tags[at + 2] == "VERB"
    if not infinitive or not words.is_plural(lowers[at]):
        return False
    return bool(words.noun_classes(words.lemma(lowers[at], "NOUN")) & _THINGS)


def _is_noun(lowers: Sequence[str], tags: Sequence[str], at: int, start: int, end: int, words: Words) -> bool:
    """Whether what is tagged as a verb is a noun by its place: behind an owner or preposition, or before the verb.

    “landlord's appeal over …”, “in refuse contracts case”, “Crane at the docks is …”.
    """
    if "N" not in words.reading(lowers[at]).parts.upper() and not words.is_plural(lowers[at]):
        return False
    before = tags[at - 1] if at > start else ""
    after = tags[at + 1] if at + 1 < end else ""
    if "g" in words.verb_forms(lowers[at]):
        return False
    if at == start and after == "VERB" and "s" in words.verb_forms(lowers[at + 1]):
        return "b" in words.verb_forms(lowers[at])  # “…: widow remembers king”
    if at == start and after == "VERB" and "d" in words.verb_forms(lowers[at + 1]):
        return "person" in words.noun_classes(lowers[at])  # “Widow ordered to pay”
    if before == "PART":
        return not lowers[at - 1][0].isalpha() and after not in ("DET", "PRON")
    if before == "NOUN" and at > start + 1 and tags[at - 2] == "PART" and not lowers[at - 2][0].isalpha():
        return words.is_plural(lowers[at]) and after == "PART"  # “All of Holm's corner stores to close”
    if before == "ADP":
        return after in ("NOUN", "", "ADP", "PROPN") and words.verb_forms(lowers[at]) != "n"
    other = any(tags[place] in _VERBAL for place in range(at + 2, end))  # “Tunnel under the fjord to open in May”
    return at == start and after == "ADP" and other and "b" in words.verb_forms(lowers[at])


def _is_subject(lowers: Sequence[str], tags: Sequence[str], at: int, end: int, words: Words) -> bool:
    """Whether it is the next word that is the verb, and this one its plural subject: “Rail shares slump on …”."""
    after = at + 1
    if after >= end or tags[after] != "NOUN" or "b" not in words.verb_forms(lowers[after]):
        return False
    goes_on = after + 1 < end and tags[after + 1] in _NOMINAL
    one = tags[at - 1] == "NOUN" and not words.is_plural(lowers[at - 1])
    mostly_noun = not _is_mostly_verb(lowers[after], words)
    acted_on = mostly_noun and not words.noun_classes(words.lemma(lowers[at], "NOUN")) & _PERSONAL
    ruled = tags[after + 1 : after + 2] == ["PART"] or acted_on
    if lowers[at - 1] in _COMMAS or (one and words.noun_classes(lowers[at - 1]) & _PERSONAL and ruled):
        return False  # “Judge orders firm to pay”, “Council backs plan”; “Family doctors strike”
    return words.is_plural(lowers[at]) and not goes_on


def _is_title(lowers: Sequence[str], tags: Sequence[str], at: int, start: int, words: Words) -> bool:
    """Whether a word behind the verb tells what the name after it is: “to swallow coach rival Dunmore”."""
    if tags[at - 1] not in _NOMINAL or tags[at + 1] != "PROPN" or words.verb_forms(lowers[at]) != "b":
        return False
    return "N" in words.reading(lowers[at]).parts.upper() and "VERB" in tags[start : at - 1]
