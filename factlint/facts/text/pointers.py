"""Pointers: words that send the reader to another place of the page, and what stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.facts.model import Pointer

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_DISPLAYED = frozenset({"list-item", "blockquote", "heading", "caption"})
_REACH = 6  # words between what is pointed at and the word that says where
_PICTURE = re.compile(r"!\[|<(?:img|figure|video|iframe)\b|\.(?:jpe?g|png|gif|webp|mp4)\b", re.IGNORECASE)


def find_pointers(facts: Facts) -> tuple[Pointer, ...]:
    """“Both recipes appear below”, “look at the picture above”: in order of place."""
    tokens, lexicon = facts.tokens, facts.lexicon
    ways = lexicon.table("page-pointers")
    pictures, texts = lexicon.words("pointed-pictures"), lexicon.words("pointed-texts")
    found = []
    for at in tokens.positions(ways.keys()):
        block = facts.paragraph_at(tokens.starts[at])
        if block.kind not in ("paragraph", "list-item") or facts.is_quoted(at):
            continue
        sentence = facts.sentence_of(at)
        after = tokens.lowers[at + 1] if at + 1 < sentence.last else "."
        free = not after[0].isalnum() or after in lexicon.words("after-page-pointers")
        near = range(max(sentence.first, at - _REACH), min(sentence.last, at + 2))
        thing = next((place for place in reversed(near) if tokens.lowers[place] in pictures | texts), None)
        sends = any(tokens.lowers[place] in lexicon.words("page-pointing-verbs") for place in near if place < at)
        if thing is None or not (free or thing == at + 1) or not (sends or abs(thing - at) == 1):
            continue
        first = min(thing, at)
        way = ways[tokens.lowers[at]]
        found.append(
            Pointer(
                tokens.starts[first],
                tokens.ends[max(thing, at)],
                way,
                tokens.lowers[thing],
                "picture" if tokens.lowers[thing] in pictures else "text",
                *_standing(facts, block.number, way),
            )
        )
    return tuple(found)


def _standing(facts: Facts, number: int, way: str) -> tuple[int, int, int]:
    """How many blocks stand that way, how many of them are displayed, and how many pictures."""
    paragraphs = facts.paragraphs
    there = paragraphs[number + 1 :] if way == "below" else paragraphs[:number]
    displayed = sum(1 for block in there if block.kind in _DISPLAYED)
    here = paragraphs[number]
    source = facts.article.source
    stretch = source[here.end :] if way == "below" else source[: here.start]
    pictures = sum(1 for block in there if block.kind == "caption") + len(_PICTURE.findall(stretch))
    return len(there), displayed, pictures
