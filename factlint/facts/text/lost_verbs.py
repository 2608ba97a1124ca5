"""Lost verbs: a subject with an aside between commas, and no verb behind it: “the council, which met, to close it”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.text.prose import lapse
from factlint.language.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.language.words import Words

_SHORTEST = 9  # words of a sentence
_ASIDE = 3  # tokens of an aside, its commas included
_NO_VERB = frozenset({"ADP", "PART", "DET"})
_NOUN_NEXT = frozenset({"DET", "ADJ", "ADP", "NUM", "PART"})
_COMMA = ","


def find_lost_verbs(facts: Facts) -> Iterator[Lapse]:
    """Every sentence of the article's own prose that has lost its verb behind an aside, in order."""
    words, tokens, language = words_of(facts.lexicon), facts.tokens, facts.language
    for sentence in facts.sentences:
        if sentence.kind != "paragraph" or sentence.words < _SHORTEST or tokens.texts[sentence.last - 1] != ".":
            continue
        number = language.phrase_at(sentence.first)
        phrase = language.phrases[number] if number is not None else None
        if phrase is None or phrase.determiner is None or "time" in phrase.classes or phrase.last >= sentence.last - 1:
            continue
        behind = _behind_aside(facts, sentence, phrase.last)
        if behind and not _has_verb(facts, behind, sentence.last - 1, words):
            quoted = any(facts.quoted[at] for at in range(sentence.first, sentence.last))
            if not quoted:
                lowers = tokens.lowers
                yield lapse(facts, behind, behind + 1, "verb-lost", (lowers[phrase.head], lowers[behind]))


def _behind_aside(facts: Facts, sentence: Sentence, at: int) -> int:
    """The token behind the second comma of an aside that begins at a token, where no verb follows at once; or 0."""
    tokens, tags = facts.tokens, facts.language.tags
    participle = "n" in words_of(facts.lexicon).verb_forms(tokens.lowers[at + 1])
    if tokens.texts[at] != _COMMA or not (participle or tags[at + 1] in ("PRON", "VERB")):
        return 0
    try:
        close = tokens.texts.index(_COMMA, at + 1, sentence.last - 2)
    except ValueError:
        return 0
    behind = close + 1
    return behind if close - at >= _ASIDE and tags[behind] in _NO_VERB else 0


def _has_verb(facts: Facts, first: int, last: int, words: Words) -> bool:
    """Whether any word of a range may be a finite verb."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    for at in range(first, last):
        if tags[at] == "AUX" or facts.tokens.texts[at] == _COMMA:
            return True
        forms = words.verb_forms(lowers[at])
        led = at > first and tags[at - 1] in _NOUN_NEXT
        if tags[at] == "VERB" and not led and "g" not in forms:
            return True
        if forms and not led and set(forms) & set("ds"):
            return True
    return False
