"""Captions in plain text: told by what they open or end with, by where somebody stands, or by the scene they show."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_LONGEST = 400  # code points
_MOST_WORDS = 60  # of a caption that is told by its scene
_MOST_WORDS_WITHOUT_VERB = 20
_FEWEST_CREDITED = 9  # words of a caption with its credit; fewer are the credit alone
_MOST_BETWEEN = 8  # words from “In this” to “photo”
_QUALIFIERS = 4  # words among which a picture is named after “Undated”, “Handout” and the like

_WORD = re.compile(r"\w[\w'’-]*")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_STOP = re.compile(r"[.!?…][\"”’')\]]*$")
_SPEECH = re.compile(r"[“”\"]")
_POSITION = re.compile(
    r"[^\W\d_]\s?(?:,\s(?P<commas>[^,.()]{1,20}),\s|\s?\((?P<brackets>[^()]{1,40})\),?\s)[^\W\d_]+(?: \w+)?"
)
_LABEL = re.compile(rf"{_NAME}(?: [\w'’-]+){{0,4}}: {_NAME}(?: {_NAME})+ (?P<next>[a-z]+)")
_NAMED = re.compile(rf"(?!(?:The|A|An) ){_NAME}(?: {_NAME}){{1,4}}(?:,[^,]{{3,40}},)? (?P<verb>[a-z]+(?: [a-z]+)?)")
_SOME = re.compile(r"(?P<first>[^\W\d_a-z][a-z]*)(?P<more>(?: [a-z]+){0,3}?) (?P<verb>[a-z]+)(?: (?P<next>[a-z]+))?")
# A scene has a place or a day at its end: “… in Kyiv on Monday”, “… 19 September 2015.”
_PICTURED = re.compile(r"\b(?:in|at|near|outside|on|during|after|before)\s+(?:\w+\s){0,8}?(?:[A-Z]\w+|\d)[^.]*\.?$")
_DATED = re.compile(r"\d{4}\.?$")
_SUBJECT = re.compile(rf"{_NAME}(?: {_NAME}){{1,4}}(?: and {_NAME}(?: {_NAME}){{1,3}})? (?P<next>[a-z]+) ")
_MOOD = re.compile(r"An? [a-z-]+ (?=[^\W\d_a-z][\w'’-]+ [^\W\d_a-z])")
# The credit that closes a caption: “(Ann Roe/The Post)”, “(Photo by Ann Roe)”, “(Ann Roe/Reuters)”.
_CREDITED = re.compile(
    rf"\((?P<opener>[^\W\d_][a-z]*)(?: [a-z]{{1,4}})?[ :]+{_NAME}(?:[ /]{_NAME}){{1,5}}\)$"
    rf"|\({_NAME}(?: {_NAME}){{1,3}} ?/ ?{_NAME}(?: {_NAME}){{0,4}}\)$"
)
_LETTERED = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}} \([LRC]\) ")


class Captions:
    """What the captions of a language's newspapers look like, from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def is_caption(self, words: str, one_sentence: Callable[[], bool]) -> bool:
        """Whether a block reads like the text under a picture; `one_sentence`: whether it holds no second one."""
        if len(words) > _LONGEST or words[0] in "“\"‘'":
            return False
        lowered = words.lower()
        if self._opens(words, lowered) or self._closes(lowered) or self._has_position(words):
            return True
        if self._is_credited(words):
            return True
        if _SPEECH.search(words) or not one_sentence() or len(_WORD.findall(words)) > _MOST_WORDS:
            return False
        words = self._bare(words)
        return (
            self._is_label(words)
            or self._says_pictured(lowered)
            or self._shows(words)
            or self._is_verbless(words)
            or self._tells_of_picture(lowered)
        )

    def _bare(self, words: str) -> str:
        """The words without the mood before a name, and without the credit behind: A smiling Ann Roe … (Reuters)."""
        mood = _MOOD.match(words)
        words = words[mood.end() :] if mood else words
        credit = re.search(r" [(\[]([\w /]{2,30})[)\]]\.?$", words)
        agencies = self._lexicon.words("photo-agencies")
        return words[: credit.start()] if credit and credit[1].partition("/")[0] in agencies else words

    # ------------------------------------------------------------------ what frames it

    def _opens(self, words: str, lowered: str) -> bool:
        for opener in self._lexicon.words("caption-openers"):
            if lowered.startswith(opener) and re.match(r"\s*[:(–—―]|\s*-(?!\w)|\s*(?=,)", words[len(opener) :]):
                return True
        bracketed = lowered[0] in "(["
        for opener in self._lexicon.words("caption-list-openers"):
            after = r"(?: [\w-]+){0,3}[)\]]:? " if bracketed else r"(?: [^\W\d][\w-]*){0,3}:"
            if lowered.startswith(opener, bracketed) and re.match(after, words[len(opener) + bracketed :]):
                return True
        return self._opens_with_picture(lowered)

    def _opens_with_picture(self, lowered: str) -> bool:
        """“In this photo, …”, “In this May 4, 2015, photo taken by …”, “Undated handout photo of …”."""
        pictures = self._lexicon.words("picture-words")
        found = list(_WORD.finditer(lowered[:120]))
        words = [match.group() for match in found]
        if words[:1] and words[0] in self._lexicon.words("picture-kinds"):
            return not pictures.isdisjoint(words[1:_QUALIFIERS])
        if any(lowered.startswith(view) for view in self._lexicon.words("picture-views")):
            return True
        if words[:1] and words[0] in self._lexicon.words("picture-pointers"):
            told = self._lexicon.words("picture-participles")
            return any(one in pictures and two in told for one, two in pairwise(words[1 : _QUALIFIERS + 1]))
        if " ".join(words[:2]) not in self._lexicon.words("picture-frames"):
            return False
        for match, following in zip(found[2 : 2 + _MOST_BETWEEN], [*found[3:], None], strict=False):
            if match.group() in pictures:
                goes_on = following is not None and following.group() in self._lexicon.words("picture-participles")
                return goes_on or lowered[match.end() : match.end() + 1] == ","
        return False

    def _tells_of_picture(self, lowered: str) -> bool:
        """“… in a file photo.”, “Ann Roe is shown in an undated handout photograph.”"""
        found = [match.group() for match in _WORD.finditer(lowered)][-4:]
        kinds, pictures = self._lexicon.words("picture-kinds"), self._lexicon.words("picture-words")
        definite = self._lexicon.words("definite-articles")
        return (
            len(found) > 3 and found[-1] in pictures and not kinds.isdisjoint(found[-3:-1]) and found[0] not in definite
        )

    def _closes(self, lowered: str) -> bool:
        ending = lowered.rstrip(".)] ")
        return any(
            ending.endswith(closer) and ending[: -len(closer)].endswith(("(", "[", ". ", "/"))
            for closer in self._lexicon.words("caption-closers")
        )

    def _is_credited(self, words: str) -> bool:
        """“The hall on Friday. (Ann Roe/The Post)”: no paragraph of the text itself ends so."""
        found = _CREDITED.search(words)
        if not found or _SPEECH.search(words) or not _FEWEST_CREDITED <= len(_WORD.findall(words)) <= _MOST_WORDS:
            return False
        return "/" in found.group() or found["opener"].lower() in self._lexicon.words("picture-words")

    def _has_position(self, words: str) -> bool:
        """“Ann Roe, left, …”, “Ann Roe (back row, second from right) …”."""
        if len(_WORD.findall(words)) > _MOST_WORDS:
            return False
        lowered = words.lower()
        if all(letter in lowered for letter in self._lexicon.words("caption-letters")):
            return True
        where = _POSITION.search(words)
        said = where["commas"] or where["brackets"] if where else ""  # “Ann Roe (Front)” is of a party
        positions = self._lexicon.words("caption-positions")
        clothes = self._lexicon.words("caption-clothes")
        if where is None or not said:
            return False
        # Clothes are those of somebody named: “Ann Roe, in red, …”, but not “and, in red, the debts”.
        named = words[: where.start() + 1].rpartition(" ")[2][:1].isupper()
        return all(part.strip() in positions or (named and part.strip() in clothes) for part in said.split(","))

    # ------------------------------------------------------------------ what it shows

    def _is_label(self, words: str) -> bool:
        """“Delighted: Ann Roe with her daughters after the vote”: no verb, no stop."""
        found = None if _STOP.search(words) else _LABEL.match(words)
        return found is not None and (
            found["next"] in self._lexicon.words("scene-prepositions") or found["next"].endswith("ing")
        )

    def _says_pictured(self, lowered: str) -> bool:
        """“…, pictured in May”, “…, seen here with his wife”."""
        return any(f", {phrase} " in lowered for phrase in self._lexicon.words("caption-participles"))

    def _shows(self, words: str) -> bool:
        """The present tense of a scene, about somebody named first, or about some whom nobody has named."""
        named = _NAMED.match(words)
        if named and named["verb"].split()[0].endswith("ing") and not _STOP.search(words):
            return True
        if named and self._stands_pictured(named["verb"]):
            return True
        if _PICTURED.search(words) and (self._is_seen(words[:120]) or self._is_lettered(words)):
            return True
        if named and self._is_scene(named["verb"], "caption-verbs") and _PICTURED.search(words):
            return True
        some = _SOME.match(words)
        return some is not None and some["first"].lower() in self._lexicon.words("caption-somebody") and self._do(words)

    def _stands_pictured(self, verb: str) -> bool:
        """“Ann Roe pictured outside the hall”: a participle where a sentence has its verb."""
        first, _, second = verb.partition(" ")
        placed = second in self._lexicon.words("scene-prepositions") or second.endswith("ing")
        return first in self._lexicon.words("picture-participles-alone") and placed

    def _is_seen(self, words: str) -> bool:
        """“… is seen outside the house”, “… are pictured leaving court”; not “is seen as”."""
        for seen in self._lexicon.words("caption-seen"):
            following = words.partition(f" {seen} ")[2].partition(" ")[0]
            if following in self._lexicon.words("scene-prepositions") or following.endswith("ing"):
                return True
        return False

    def _is_lettered(self, words: str) -> bool:
        """“Ann Roe (R) and a man arrive …”: one letter may be a party's, but not before what pictures show."""
        verbs = self._lexicon.words("caption-verbs")
        return _LETTERED.match(words) is not None and not verbs.isdisjoint(words[:80].split())

    def _do(self, words: str) -> bool:
        """Whether some who have no name do what pictures show, in a place and on a day, or while something goes on.

        What is to come, and what somebody did before, no picture shows: “traders will meet”, “a stamp that lay”.
        """
        if not self._lexicon.words("modals").isdisjoint(words.lower().split()):
            return False
        for match in re.finditer(r" ([a-z]+)(?= ([a-z]+))?", words[:60]):
            verb, following = match.groups()
            if words[: match.start()].rpartition(" ")[2].lower() in self._not_shown:
                return False
            if self._is_scene(f"{verb} {following}", "caption-scene-verbs"):
                dated = any(day in words for day in self._lexicon.words("day-names-in-captions")) and any(
                    f" {place} " in words for place in self._lexicon.words("prepositions-of-place")
                )
                placed = _PICTURED.search(words) is not None
                posture = verb in self._lexicon.words("caption-postures")
                return (placed and (dated or posture)) or following == self._while
        return False

    @property
    def _not_shown(self) -> frozenset[str]:
        """Words behind which a verb tells of what is to come, or of what somebody did before."""
        return self._lexicon.union("modals", "relative-pronouns", "to-words")

    @property
    def _while(self) -> str:
        return next(iter(self._lexicon.words("as-words")))

    def _is_scene(self, verb: str, verbs: str) -> bool:
        """Whether a verb, with the word after it, is one that pictures show."""
        if verb in self._lexicon.words("no-scene"):
            return False
        seen = self._lexicon.words(verbs)
        return verb in seen or verb.split()[0] in seen

    def _is_verbless(self, words: str) -> bool:
        """“Mayor Ann Roe at the hall, 4 May 2015.”, “Ann Roe with her sons.”: somebody, and nothing happens."""
        found = _SUBJECT.match(words)
        if not found or len(_WORD.findall(words)) > _MOST_WORDS_WITHOUT_VERB:
            return False
        rest = [word.rstrip(".,") for word in words[found.start("next") :].split()]
        if not (_DATED.search(words) or (_STOP.search(words) and rest[0] != self._about)):
            return False
        doing = rest[0].endswith("ing") and _PICTURED.search(words) is not None
        placed = doing or rest[0] in self._lexicon.words("scene-prepositions")
        return placed and not any(word in self._happens or word.endswith("ed") for word in rest[1:])

    @property
    def _about(self) -> str:
        return next(iter(self._lexicon.words("on-words")))

    @property
    def _happens(self) -> frozenset[str]:
        """Verbs in the forms that make a sentence."""
        return self._lexicon.union(
            "auxiliary-verbs",
            "plain-verbs",
            "verbs-in-the-past",
            "speech-verbs",
            "verbs-of-people",
            "headline-verbs-of-people",
        )
