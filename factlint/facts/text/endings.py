"""How paragraphs end, and brackets that nothing pairs with: the traces of a cut that went wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.facts.model import Bracket, Ending, Paragraph, Sentence
from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_CLOSERS = frozenset("”’\"')]»")
_REACH = 6  # tokens back from a stranded word to what strands it
_LONGEST_STRANDED = 12  # words of a line that may end in one without a stop
_OPENERS = frozenset("“‘\"'([«")
_PARTNER = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
_EYES = frozenset({":", ";"})
_NUMBER = re.compile(r"(?:^|\s)(?P<number>\d{1,2})[.)]\s*\Z")
_MARKER = 6  # code points of an item's number, its mark and the spaces about it
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LINE_END = re.compile(r"\r\n|[\r\n]")
_ITEM = re.compile(r"(?:^|\s)\(?(?:\w|[ivx]{1,4}|\d{1,2})\)|[:;=8]-?[)(]")  # a) 1) iv), and faces


def find_endings(facts: Facts) -> tuple[Ending, ...]:
    """The last sentence of every body block."""
    sentences = facts.sentences
    parted = _BLANK_LINE.search(facts.article.text) is not None
    found = []
    for place, sentence in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else None
        if sentence.kind not in BODY_KINDS or (following and following.paragraph == sentence.paragraph):
            continue
        goes_on = parted and following is not None and _next_line(facts.article.text, sentence.end, following.start)
        found.append(_ending(facts, sentence, following is None, goes_on))
    return tuple(found)


def _ending(facts: Facts, sentence: Sentence, last: bool, goes_on: bool) -> Ending:
    tokens = facts.tokens
    at = sentence.last - 1
    while at > sentence.first and tokens.texts[at] in _CLOSERS:
        at -= 1
    mark = tokens.texts[at] if not tokens.texts[at][-1].isalnum() else None
    stop = "stop" if mark and mark[-1] in ".!?…" else mark
    words = [text for text in tokens.texts[sentence.first : at + 1] if text[0].isalnum()]
    word = words[-1] if words else ""
    # What stands in brackets has its end: “(no relation, whatever he says)”.
    whole = tokens.texts[sentence.last - 1] == ")" or " ".join(words[-2:]).lower() in facts.lexicon.words(
        "closing-phrases"
    )
    behind = facts.paragraphs[sentence.paragraph + 1] if sentence.paragraph + 1 < len(facts.paragraphs) else None
    goes_over = (
        stop == ":" and behind is not None and (_goes_over(facts, behind) or _next_item(facts, sentence, behind))
    )
    follows = behind.kind if behind else None
    return Ending(
        sentence.start,
        sentence.end,
        stop,
        word,
        sentence.words,
        sentence.kind,
        last,
        goes_on,
        whole,
        follows,
        goes_over,
        continued=behind is not None and tokens.texts[behind.first][:1].islower(),
        licensed=_licence(facts, sentence, at),
    )


def _licence(facts: Facts, sentence: Sentence, at: int) -> str | None:
    """The word that lets a sentence end so: someone to talk to, what it is made of, scraping by, when it can."""
    tokens = facts.tokens
    if (verb := _verb_of_particle(facts, at)) is not None:
        return verb
    if tokens.lowers[at] in facts.lexicon.words("dangling-numbers") and facts.language.tags[at - 1 : at] == ["ADJ"]:
        return tokens.lowers[at - 1]  # “its best year of the past five”
    if (subject := _subject_of_ellipsis(facts, sentence, at)) is not None:
        return subject
    if tokens.lowers[at] in facts.lexicon.words("bare-forms-of-be"):
        leaving = facts.lexicon.words("verbs-before-a-bare-be")
        left = next((word for word in tokens.lowers[sentence.first : at] if word in leaving), None)
        if left is not None:
            return left  # “let it be”
    stranded = facts.lexicon.table("stranded-words").get(tokens.lowers[at])
    if stranded is None or sentence.words > _LONGEST_STRANDED:
        return None
    licences = facts.lexicon.words(f"stranding-words-{stranded}")
    near = tokens.lowers[max(sentence.first, at - _REACH) : at]
    return next((word for word in reversed(near) if word in licences), None)


def _verb_of_particle(facts: Facts, at: int) -> str | None:
    """The active verb right before a particle, which goes with it and wants nothing more: carry on."""
    if facts.tokens.lowers[at] not in facts.lexicon.words("closing-particles"):
        return None
    number = facts.language.clause_of(at - 1) if at else None
    clause = facts.language.clauses[number] if number is not None else None
    if clause is None or clause.voice != "active" or clause.verb != at - 1 or clause.particle != at:
        return None
    return facts.tokens.lowers[clause.verb]


def _subject_of_ellipsis(facts: Facts, sentence: Sentence, at: int) -> str | None:
    """The pronoun before an auxiliary that stands for a verb told earlier in the sentence: it comes when it can."""
    tags, lowers, halves = facts.language.tags, facts.tokens.lowers, facts.lexicon.words("lapse-half-modals")
    first = at - (tags[at] == "PART")  # “so that you need not”
    end = first
    while first > sentence.first and (tags[first] == "AUX" or lowers[first] in halves):
        first -= 1
    pronoun = lowers[first]
    if first == end or tags[first] != "PRON" or pronoun in facts.lexicon.words("relative-pronouns"):
        return None
    return pronoun if any(tags[place] == "VERB" for place in range(sentence.first, first)) else None


def _goes_over(facts: Facts, block: Paragraph) -> bool:
    """Whether a paragraph goes over to something else, so that it is not what a colon before it announced."""
    tokens = facts.tokens
    if block.kind != "paragraph" or tokens.texts[block.first] in _OPENERS:
        return False
    if tokens.lowers[block.first] in facts.lexicon.words("words-that-turn"):
        return True
    told = any(statement.paragraph == block.number for statement in facts.statements)
    spoken = facts.lexicon.words("conversation-pronouns")
    words = range(block.first, facts.sentence_at(block.start).last)
    return told and not any(tokens.lowers[at] in spoken and not facts.is_quoted(at) for at in words)


def _next_item(facts: Facts, sentence: Sentence, block: Paragraph) -> bool:
    """Whether a numbered item is followed by the next of its row."""
    text = facts.article.source  # the text itself has no marks of lists
    start = facts.paragraphs[sentence.paragraph].start
    own, other = (_NUMBER.search(text, max(0, place - _MARKER), place) for place in (start, block.start))
    return own is not None and other is not None and int(other["number"]) == int(own["number"]) + 1


def _next_line(text: str, end: int, start: int) -> bool:
    """Whether no blank line stands between two places."""
    return len(_LINE_END.findall(text, end, start)) < 2


def _is_face(text: str, at: int) -> bool:
    """Whether a bracket is the mouth of a face: “no planes :(”."""
    eyes = text[max(0, at - 2) : at].removesuffix("-")[-1:]
    behind = text[at + 1 : at + 2]
    return eyes in _EYES and not behind.isalnum() and (at < 2 or text[at - 2] in " -\n")


def find_brackets(facts: Facts) -> tuple[Bracket, ...]:
    """Brackets without a partner in their paragraph; the brackets of list items and faces are none."""
    text = facts.article.text
    found = []
    for paragraph in facts.paragraphs:
        start, end = paragraph.start, paragraph.end
        if text.count("(", start, end) == text.count(")", start, end) and text.count("[", start, end) == text.count(
            "]", start, end
        ):
            continue
        items = {match.end() - 1 for match in _ITEM.finditer(text, start, end) if "(" not in match.group()[:2]}
        waiting: list[int] = []
        lonely = []
        for match in _BRACKET.finditer(text, start, end):
            mark, at = match.group(), match.start()
            if at in items or _is_face(text, at):
                continue
            if mark in "([":
                waiting.append(at)
            elif waiting and text[waiting[-1]] == _PARTNER[mark]:
                waiting.pop()
            else:
                lonely.append(at)
        found += [Bracket(at, at + 1, text[at] in "([", paragraph.kind) for at in sorted(lonely + waiting)]
    return tuple(found)
