"""Turns: what is said by turns in a transcript, each behind the label of who speaks. Q: … A: …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Turn
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from factlint.facts.annotate import Facts

_LABEL = 6  # tokens of a speaker's label, its colon left out
_PAUSE = 4  # blocks without a label between two turns
_TALKS = frozenset({"paragraph", "list-item", "blockquote"})


class Labelled(NamedTuple):
    """A block that begins with the label of who speaks.

    number: of its block.
    label: the label in lower case.
    named: the first token of the label.
    first: its first token after the label.
    last: one past the last token of what is said, which may take up the blocks after it too.
    last_number: of the block in which that ends.
    """

    number: int
    label: str
    named: int
    first: int
    last: int
    last_number: int


def find_transcript(facts: Facts) -> tuple[Labelled, ...]:
    """The turns of all transcripts, in order."""
    return tuple(turn for run in _conversations(facts) for turn in _prolonged(facts, run))


def find_turns(facts: Facts) -> tuple[Turn, ...]:
    """The turns of all transcripts with the people whom their labels name."""
    tokens = facts.tokens
    mentions = {mention.end: mention for mention in facts.mentions}
    found = []
    for turn in facts.transcript:
        last = turn.first - 2  # the label's last word; a colon or stop stands behind it
        mention = mentions.get(tokens.ends[last])
        found.append(
            Turn(
                tokens.starts[turn.first],
                tokens.ends[turn.last - 1],
                tokens.text[tokens.starts[turn.named] : tokens.ends[last]],
                mention.person if mention is not None else None,
                sum(text[0].isalnum() for text in tokens.texts[turn.first : turn.last]),
                turn.number,
                turn.last_number,
            )
        )
    return tuple(found)


def _conversations(facts: Facts) -> Iterable[list[Labelled]]:
    """Turns that follow each other and together are a conversation."""
    run: list[Labelled] = []
    for turn in _labelled(facts):
        if run and turn.number - run[-1].number > _PAUSE + 1:
            if _is_conversation(facts, run):
                yield run
            run = []
        run.append(turn)
    if _is_conversation(facts, run):
        yield run


def _labelled(facts: Facts) -> list[Labelled]:
    """Blocks that begin with a label: Q:, MS ROE:, The Herald:, and with the stop of a court's record Q. and A."""
    tokens = facts.tokens
    stopped = facts.lexicon.words("labels-with-a-stop")
    blocks = {paragraph.first: paragraph for paragraph in facts.paragraphs if paragraph.kind in _TALKS}
    labels = [(_label_before(facts, colon, blocks), colon) for colon in tokens.positions({":"})]
    labels += [
        (at, at + 1) for at in tokens.positions(stopped) if at in blocks and tokens.texts[at + 1 : at + 2] == ["."]
    ]
    found = []
    for named, mark in sorted((named, mark) for named, mark in labels if named is not None):
        paragraph, label = blocks[named], " ".join(tokens.lowers[named:mark])
        if mark + 1 < paragraph.last and label not in facts.lexicon.words("labels-of-no-speaker"):
            found.append(Labelled(paragraph.number, label, named, mark + 1, paragraph.last, paragraph.number))
    return found


def _label_before(facts: Facts, colon: int, blocks: Collection[int]) -> int | None:
    """Where the label that a colon ends begins: with a block, and made of nothing but words with capitals."""
    tokens, particles = facts.tokens, facts.lexicon.words("name-particles")
    for first in range(colon - 1, max(-1, colon - _LABEL - 1), -1):
        if not (tokens.texts[first][0].isupper() or tokens.texts[first] == "." or tokens.lowers[first] in particles):
            return None
        if first in blocks:
            return first
    return None


def _is_conversation(facts: Facts, run: list[Labelled]) -> bool:
    """Whether labels in a row are people who speak by turns, not the heads of a table or of a list.

    Two are enough where the labels are those of a conversation (Q and A, dispatcher and caller) or have honorifics;
    others have to come back, and at least half of what they say has to ask something or speak of I, we and you.
    """
    labels = [turn.label for turn in run]
    if len(set(labels)) < 2:
        return False
    roles, honorifics = facts.lexicon.words("conversation-roles"), facts.lexicon.words("honorifics")
    if sum(label in roles or label.split()[0] in honorifics for label in labels) * 2 > len(labels):
        return True
    return len(set(labels)) < len(labels) and sum(_talks(facts, turn) for turn in run) * 2 >= len(run)


def _talks(facts: Facts, turn: Labelled) -> bool:
    words = facts.tokens.lowers[turn.first : facts.paragraphs[turn.number].last]
    return "?" in words or not facts.lexicon.words("conversation-pronouns").isdisjoint(words)


def _prolonged(facts: Facts, turns: list[Labelled]) -> Iterable[Labelled]:
    """The turns of one conversation, each with the blocks up to the next."""
    paragraphs = facts.paragraphs
    for place, turn in enumerate(turns):
        number = turn.number
        until = turns[place + 1].number if place + 1 < len(turns) else turn.number + 1
        while number + 1 < until and paragraphs[number + 1].kind in _TALKS:
            number += 1
        yield turn._replace(last=paragraphs[number].last, last_number=number)
