"""Named doers: somebody named in a part of an event in which the text has only others, while it names him elsewhere.

“Weaver arrested after protest” over two people who were arrested at her play. Whoever the text has in that part must be
somebody else: several people, or another by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.doers import Slot, slots

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story


def find_named_doers(story: Story) -> Iterator[Contrast]:
    """Every named person of a headline in whose part of an event the text has others alone."""
    told: dict[Slot, list[int]] | None = None
    for line in story.display:
        if story.asks(line) or line.title_case or line.all_capitals:
            continue
        for slot, index in slots(story, line.paragraph.first, line.paragraph.last, headline=True):
            phrase = story.language.phrases[index]
            names = _names(story, phrase)
            if not names or phrase.plural or phrase.conjoined or not _is_named(story, names):
                continue
            if _is_between_two(story, phrase):
                continue
            if told is None:
                told = _told(story)
            others = [story.language.phrases[other] for other in told.get(slot, ())]
            if not others or not all(_is_another(story, other, names) for other in others):
                continue
            rival = next((one for one in others if one.sentence in story.lead), None)
            if rival is not None:
                yield Contrast(
                    phrase.start, phrase.end, "doer", "headline", story.words(phrase.first, phrase.last),
                    story.words(rival.first, rival.last), "middling", False, Stretch(rival.start, rival.end),
                )  # fmt: skip


def _is_between_two(story: Story, phrase: Phrase) -> bool:
    """Whether both sides of the event have names: who did it to whom is asked of the two together."""
    clause = None if phrase.clause is None else story.language.clauses[phrase.clause]
    sides = () if clause is None else (clause.subject, clause.object, *(index for _, index in clause.obliques))
    named = [index for index in sides if index is not None and _names(story, story.language.phrases[index])]
    return len(named) > 1


def _told(story: Story) -> dict[Slot, list[int]]:
    """Who has which part in which event of the text; “who” takes up what stands right before it."""
    found: dict[Slot, list[int]] = {}
    relatives = story.facts.lexicon.words("relative-pronouns")
    for one in story.sentences:
        for slot, index in slots(story, one.first, one.last, headline=False, relative=True):
            relative = story.language.phrases[index].pronoun in relatives
            found.setdefault(slot, []).append(index - 1 if relative and index else index)
    return found


def _names(story: Story, phrase: Phrase) -> frozenset[str]:
    """The words of somebody's name in a phrase; none where it is no person's."""
    people = story.of_people
    return frozenset(plain(story.tokens.lowers[at]) for at in range(phrase.first, phrase.last) if at in people)


def _is_named(story: Story, names: frozenset[str]) -> bool:
    """Whether the text names him, too."""
    return any(plain(story.tokens.lowers[at]) in names for at in story.of_people if story.is_prose(at))


def _is_another(story: Story, other: Phrase, names: frozenset[str]) -> bool:
    """Whether a phrase cannot be him: several people that he is not among, or another by name."""
    phrases = story.language.phrases
    beside = [phrases[index] for index in other.conjoined] or [other]
    if other.pronoun is not None or any(_names(story, one) & names for one in beside):
        return False
    if other.plural or (other.number or 0) > 1:
        return "person" in other.classes
    own = _names(story, other)
    return len(own) > 1 or (bool(own) and other.proper)
