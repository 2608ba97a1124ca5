"""Infinitives: what stands behind a modal, or behind “to” with nothing to qualify, is a verb: “will not open again”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.language.words import Words
    from factlint.tokens import Tokens

_QUALIFYING = ("ADJ", "ADV")
_QUALIFIED = ("NOUN", "PROPN", "ADJ", "VERB", "AUX", "CCONJ")
_SUBJECTS = ("NOUN", "PROPN", "PRON")
_BACK = 3  # tokens before “to” in which an adjective makes what follows another


def mend_infinitives(
    tokens: Tokens, tags: list[str], words: Words, before: frozenset[str], between: frozenset[str], to: frozenset[str]
) -> None:
    """Gives adjectives and adverbs behind a modal, or behind “to” with nothing to qualify, the tag of a verb, in place.

    “Will not open again”, “libraries to close”; nouns behind a modal that has its subject: “the work
    will cost £80m”; `before` are the modals, `between` the words that deny them.
    """
    lowers, size = tokens.lowers, len(tags)
    for at in sorted(tokens.positions(before | to)):
        verb = at + 1
        while verb < size and lowers[verb] in between:
            verb += 1
        if verb >= size or "b" not in words.verb_forms(lowers[verb]):
            continue
        if lowers[at] in to and tags[at] == "ADP" and tags[verb] == "VERB" and verb == at + 1:
            tags[at] = "PART"  # “due to open next spring”
        if tags[verb] == "NOUN" and tags[at] == "AUX" and lowers[at] not in to and tags[at - 1] in _SUBJECTS:
            tags[verb] = "VERB"
        bare = tags[verb] == "NOUN" and lowers[at] in to and tags[at - 1 : at] in (["NOUN"], ["PROPN"])
        if bare and words.tags(lowers[verb])[:1] in ("V", "A") and tags[verb + 1 : verb + 2] in (["ADP"], ["PUNCT"]):
            tags[at : verb + 1] = "PART", "VERB"  # “Museum to open in spring”
        if tags[verb] not in _QUALIFYING:
            continue
        following = tags[verb + 1] if verb + 1 < size else "PUNCT"
        if following in _QUALIFIED or tags[at - 1 : at] == ["ADV"]:
            continue
        if lowers[at] in to:
            # “from dry to wet” and “close to open” tell of no deed.
            if tags[at - 1 : at] not in (["NOUN"], ["PROPN"], ["VERB"]) or "ADJ" in tags[max(0, at - _BACK) : at]:
                continue
            tags[at] = "PART"
        tags[verb] = "VERB"
