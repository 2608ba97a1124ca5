"""How paragraphs end, and brackets that nothing pairs with: the traces of a cut that went wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.facts.model import Bracket, Ending
from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_CLOSERS = frozenset("”’\"')]»")
_PARTNER = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
_ITEM = re.compile(r"(?:^|\s)\(?(?:\w|[ivx]{1,4}|\d{1,2})\)|[:;=8]-?[)(]")  # a) 1) iv), and faces


def find_endings(facts: Facts) -> tuple[Ending, ...]:
    """The last sentence of every body block."""
    tokens, sentences = facts.tokens, facts.sentences
    found = []
    for place, sentence in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else None
        if sentence.kind not in BODY_KINDS or (following and following.paragraph == sentence.paragraph):
            continue
        at = sentence.last - 1
        while at > sentence.first and tokens.texts[at] in _CLOSERS:
            at -= 1
        mark = tokens.texts[at] if not tokens.texts[at][-1].isalnum() else None
        word = next((w for w in reversed(tokens.lowers[sentence.first : at + 1]) if w[0].isalnum()), "")
        found.append(
            Ending(
                sentence.start,
                sentence.end,
                "stop" if mark and mark[-1] in ".!?…" else mark,
                word,
                sentence.words,
                sentence.kind,
                following is None,
            )
        )
    return tuple(found)


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
            if at in items:
                continue
            if mark in "([":
                waiting.append(at)
            elif waiting and text[waiting[-1]] == _PARTNER[mark]:
                waiting.pop()
            else:
                lonely.append(at)
        found += [Bracket(at, at + 1, text[at] in "([", paragraph.kind) for at in sorted(lonely + waiting)]
    return tuple(found)
