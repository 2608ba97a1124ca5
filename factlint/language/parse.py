"""Parsing: each sentence cut into phrases and verb groups, and these tied to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from factlint.language.appositions import Describe, apposition_weights, find_pairs, without
from factlint.language.attachment import attachment_of, codes_of
from factlint.language.clauses import Draft, Sentence, draft_clauses
from factlint.language.constituents import find_groups, row_of, verbal
from factlint.language.constructions import Description
from factlint.language.phrases import Chunk, find_chunks, grammar

if TYPE_CHECKING:
    from factlint.language import Language, Parsed
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

#: Tokens of the longest stretch that is read as one sentence: what is longer is a table or no language at all.
_LONGEST = 300


def parse(language: Language) -> list[Parsed]:
    """Every sentence with its phrases, verb groups, clauses and appositions."""
    from factlint.language import HEADLINES, Parsed

    tokens, tags, lexicon = language.tokens, language.tags, language.lexicon
    texts, lowers = tokens.texts, tokens.lowers
    cutting, verbs = grammar(lexicon), verbal(lexicon)
    attachment = attachment_of(lexicon)
    describe = describer(texts, lowers, tags, lexicon, language.words)
    weights = apposition_weights(lexicon)

    def sentence(first: int, last: int) -> Parsed:
        chunks = find_chunks(texts, lowers, tags, first, last, cutting)
        groups = find_groups(lowers, tags, first, last, verbs)
        row = row_of(lowers, tags, first, last, chunks, groups, verbs)
        codes = codes_of(row)
        pairs = find_pairs(row, codes, chunks, texts, describe, weights)
        if pairs:
            places = without(codes, pairs)
            kept = [row[place] for place in places]
            drafts = draft_clauses(Sentence(kept, codes_of(kept), chunks, groups, lowers, tags, verbs, attachment))
            drafts = [_moved(draft, places) for draft in drafts]
        else:
            drafts = draft_clauses(Sentence(row, codes, chunks, groups, lowers, tags, verbs, attachment))
        return Parsed(0, chunks, groups, row, codes, drafts, pairs)

    memory = language.memory
    found = []
    for number, first, last in _pieces(language):
        make = partial(sentence, first, last)
        parsed = make() if memory is None else memory.parsed(texts, tags, first, last, make)
        if parsed.drafts and language.sentences[number].kind in HEADLINES:
            parsed = parsed._replace(drafts=_listed(parsed, _announced(language, parsed, describe)), kept=None)
        if parsed.number != number:
            parsed = parsed._replace(number=number)
            if parsed.kept is not None:
                parsed.kept.parsed = parsed
        found.append(parsed)
    return found


def _moved(draft: Draft, places: Sequence[int]) -> Draft:
    """A draft whose places are those of the whole row."""

    def moved(place: int) -> int:
        return places[place] if place >= 0 else -1

    return draft._replace(
        at=moved(draft.at),
        subject=moved(draft.subject),
        object=moved(draft.object),
        attribute=moved(draft.attribute),
        obliques=tuple((token, moved(place)) for token, place in draft.obliques),
        within=moved(draft.within),
    )


def _announced(language: Language, parsed: Parsed, describe: Describe) -> list[Draft]:
    """The clauses of a headline, of which an infinitive behind somebody or something tells what is to come.

    “Two banks in Ghent to merge”, “Search to resume”; not “Ten books to read”, “Plan to close school”.
    """
    codes, drafts, lexicon = parsed.codes, list(parsed.drafts), language.lexicon
    if "nouns-before-infinitives" not in lexicon:
        return drafts
    for number, draft in enumerate(drafts):
        if codes[draft.at] != "I" or draft.subject >= 0:
            continue
        before = re.split("[;:.-]", codes[: draft.at])[-1]
        if "," in before and not _HEADING.fullmatch(before):
            before = before.rpartition(",")[2]  # “Ferry order lost, yard to close”
        if not _HEADING.fullmatch(before):
            continue
        subject = draft.at - len(before) + re.search("[NX]", before).start()  # type: ignore[union-attr]
        chunk = parsed.chunks[parsed.row[subject].place]
        told = describe(chunk)
        if told.determiner in ("definite", "indefinite"):
            continue
        verb = language.words.lemma(language.tokens.lowers[draft.group.verb], "VERB")
        begins = verb in lexicon.words("verbs-of-phase") and draft.object < 0  # “Plan to go ahead”
        counted = told.plural and language.tags[chunk.first] == "NUM" and not told.number
        acted = draft.object >= 0 or begins or "motion" in language.words.verb_classes(verb)
        held = told.lemma in lexicon.words("nouns-before-infinitives") and told.tag == "NOUN"
        if begins or not (held or (counted and (not acted or "money" in told.classes))):
            drafts[number] = draft._replace(subject=subject, kind="main", within=-1)
    return drafts


def _listed(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """The clauses of a headline, where a comma stands for “and”, and “with four games left” is a clause of its own."""
    codes, found = parsed.codes, list(drafts)
    for number, draft in enumerate(found):
        before = found[number - 1] if number else None
        if before is None:
            continue
        joined = codes[draft.at - 1 : draft.at + 1] in (",V", ",F", ",D")
        if draft.subject < 0 and joined and before.subject >= 0 and before.kind == "main":
            found[number] = draft._replace(subject=before.subject, shared=True, kind="main", within=-1)
        # “Rovers sack McGlone with four games left”
        taken = codes[before.at] in "VF" and draft.subject == before.at + 1 and before.object < 0
        if taken and re.fullmatch(r"P[NXT]", codes[draft.subject + 1 : draft.at]):
            found[number - 1] = before._replace(object=draft.subject)
            found[number] = draft._replace(subject=draft.at - 1)
    return found


# A phrase with what hangs on it and what it is joined with: “Police and firefighters in Leeds”.
_HEADING = re.compile("[YRAq]*[NX](?:,?[PC][YRAq]*[NXT]|,[YRAq]*[NX])*R*")

#: Who holds an office is somebody, whatever else the word means: head, chair.
_HOLDER = frozenset({"person"})


def _pieces(language: Language) -> Iterator[tuple[int, int, int]]:
    """Each sentence's number, first token and the one behind its last; what is longer than any sentence is cut."""
    for number, sentence in enumerate(language.sentences):
        for first in range(sentence.first, sentence.last, _LONGEST):
            yield number, first, min(sentence.last, first + _LONGEST)


def describer(
    texts: Sequence[str], lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon, words: Words
) -> Describe:
    """A function that tells of a phrase what appositions need to know."""
    determiners = lexicon.table("determiner-kinds")
    times = verbal(lexicon).times
    offices = lexicon.union("offices", "titles")
    given = lexicon.table("given-names") if "given-names" in lexicon else {}
    places = lexicon.union(*(name for name in _PLACES if name in lexicon))

    def kind_of(tag: str, first: int, last: int, head: int, classes: frozenset[str]) -> str:
        text, lower = texts[head], lowers[head]
        if tag == "NOUN":
            return "I" if len(text) > 1 and text.isupper() else "p" if lower in offices else _noun_kind(classes)
        if tag == "PROPN":
            if last - first == 1 and len(text) > 1 and text.isupper():
                return "I"
            if " ".join(lowers[first:last]) in places:
                return "L"
            return "P" if last - first < 5 and lowers[first] in given else "p" if lower in offices else "X"
        if tag == "NUM":
            return "9" if not lower.isdecimal() else "Y" if len(lower) == 4 else "#" if len(lower) < 3 else "9"
        return "a" if tag == "ADJ" else "o"

    def describe(chunk: Chunk) -> Description:
        first, last, head = chunk.first, chunk.last, chunk.head
        tag, lower = tags[head], lowers[head]
        lemma, classes = lower, _NOTHING
        if tag == "NOUN":
            lemma = words.lemma(lower, tag)
            classes = words.noun_classes(lemma)
            if lower in offices:
                classes |= _HOLDER
        alone = last - first == 1
        return Description(
            "possessive" if chunk.owned else determiners.get(chunk.determiner or "", ""),
            tag,
            lemma,
            classes,
            kind_of(tag, first, last, head, classes),
            alone and tag == "NUM",
            alone and texts[head].isupper() and len(lower) > 1,
            lowers[first] in times,
            tags[first] == "NUM" and classes >= _HOLDER and lemma != lower,
            lemma != lower,
            min(3, last - first - (chunk.determiner is not None)),
            _letters(texts[head]) if alone else "",
        )

    return describe


_PLACES = ("countries", "cities", "us-states", "regions")
_NOTHING: frozenset[str] = frozenset()
_NOUN_KINDS = (
    ("person", "p"), ("group", "g"), ("place", "l"), ("time", "t"), ("document", "d"), ("artefact", "d"),
    ("quantity", "q"), ("event", "e"), ("act", "e"),
)  # fmt: skip


def _noun_kind(classes: frozenset[str]) -> str:
    return next((letter for each, letter in _NOUN_KINDS if each in classes), "n")


def _letters(text: str) -> str:
    """The capitals and digits of a word of little else, small, and none of another: NWB, MPs, M5S."""
    letters = "".join([letter for letter in text if letter.isupper() or letter.isdigit()])
    return letters.lower() if len(letters) > 1 and 2 * len(letters) >= len(text) and not text.isdigit() else ""
