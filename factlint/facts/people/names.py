"""Candidate names: runs of capitalised words, cut where titles end and names begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.namelists import name_lists
from factlint.language.endings import endings_of
from factlint.language.words import words_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.tokens import Tokens

_OPENING = frozenset("“‘\"'([«:—–•*-…")
_APOSTROPHES = frozenset("'’")
_SINGLE = frozenset("'‘’")
_STRAIGHT = frozenset("\"'")
_QUOTES = frozenset("“”‘’\"'")
_NICKNAME = 2  # words of a nickname
_AROUND_NICKNAMES = _QUOTES | {"(", ")"}
_LONGEST_TITLE = 25
_TAGS = frozenset("#@")
_LINKS = frozenset("[]-&")
_SMALL = 3  # letters of a word of another language inside a name: Ard na Mara


class Run(NamedTuple):
    """A stretch of capitalised words that may be a name; positions are tokens.

    first: first word of the name, titles and honorifics left out.
    last: one past the last word.
    lead: first word of the whole run, titles and what stands before them included.
    honorific: position of Mr, Ms, Dr … right before the name, or -1.
    title: first word of the title or rank right before the name, or -1.
    opens: whether a sentence, quotation or block begins with the name's first word, so that its capital says nothing.
    words: the name's words as written, marks left out.
    """

    first: int
    last: int
    lead: int
    honorific: int
    title: int
    opens: bool
    words: tuple[str, ...]


class _Cutter:
    """Cuts the runs of one article; holds the lexicon's lists that it needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        lists = name_lists(facts.lexicon)
        self.tokens: Tokens = facts.tokens
        self.given, self.surnames, self.common = lists.given, lists.surnames, lists.common
        self.places, self.peoples, self.asian = lists.places, lists.peoples, lists.asian
        self.title_phrases, self.place_phrases = lists.title_phrases, lists.place_phrases
        self.particles = facts.lexicon.without("name-particles", "particles-also-words")
        self.prefixes = words("name-prefixes")
        self.regnal = words("regnal-numbers")
        self.endings = endings_of(facts.lexicon)
        self.offices = words("offices")
        self.honorifics = words("honorifics")
        self.abbreviated = words("abbreviations-before-names")
        self.starters = words("sentence-starters")
        self.openers, self.auxiliary = words("openers-before-names"), words("auxiliary-verbs")
        self.vessels = words("ship-prefixes")
        self.contracted, self.negative = words("pronouns-contracted"), tuple(words("negative-endings"))
        self.ranks = words("ranks")
        self.language = words_of(facts.lexicon)
        self.nouns = self.language.noun_classes
        self.role_endings = tuple(words("role-endings"))
        self.calendar, self.weekdays = words("calendar-words"), words("weekday-names")
        self.openings = {s.first for s in facts.sentences} | {p.first for p in facts.paragraphs}
        self.block_ends = {p.last for p in facts.paragraphs}

    def _title_end(self, position: int) -> int:
        """One past the title that begins at a token, its stop included, or 0."""
        tokens = self.tokens
        last = self.title_phrases.end(tokens.lowers, position)
        if last and last < len(tokens) and tokens.texts[last] == "." and not tokens.spaced(last):
            last += 1
        return last

    def _title_before(self, chain: list[int]) -> int | None:
        """Where a title begins whose last word is the chain's first: Secretary of [State Roe]."""
        end, phrases = chain[0] + 1, self.title_phrases
        return next((at for at in (end - 3, end - 4) if at >= 0 and phrases.end(self.tokens.lowers, at) == end), None)

    def chains(self, capitals: list[int]) -> list[list[int]]:
        """The capitalised tokens that stand together."""
        chains: list[list[int]] = []
        for position in capitals:
            text = self.tokens.texts[position]
            if text[0].islower() and text.replace("’", "'").replace("'", "-").split("-")[0] not in self.prefixes:
                continue
            after_name = bool(chains) and chains[-1][-1] == position - 1
            if self._compound(text) and not (after_name and self._syllables(position)):
                head = f"{self.tokens.lowers[position - 1]} {text.partition('-')[0].lower()}" if after_name else ""
                if head in self.places:  # Los Angeles-based
                    self._shorten(chains)
                continue
            if position and self.tokens.texts[position - 1] in _TAGS:
                continue
            lower = self.tokens.lowers[position]
            short = "'" in lower and lower.partition("'")[0] in self.contracted
            if short or lower.endswith(self.negative):  # "They're", "Don't"
                continue
            if chains and self._bridged(chains[-1], position):
                chains[-1].append(position)
            else:
                chains.append([position])
        return chains

    def _compound(self, text: str) -> bool:
        """Moscow-based, Iran-backed: an everyday word with a name before its hyphen."""
        tail = text.rpartition("-")[2]
        return len(tail) > 2 and len(tail) < len(text) and tail in self.common

    def _shorten(self, chains: list[list[int]]) -> None:
        """Take the last chain's last word away."""
        chains[-1].pop()
        if not chains[-1]:
            chains.pop()

    def _syllables(self, position: int) -> bool:
        """Leung Kwok-hung, Hau Lung-bin: a given name of two short syllables after a family name."""
        family = self.tokens.lowers[position - 1]
        head, _, tail = self.tokens.lowers[position].partition("-")
        if max(len(family), len(head), len(tail)) > 5 or f"{family} {head}" in self.places:
            return False
        return family in self.asian or not (head in self.places or head in self.peoples or head in self.common)

    def _bridged(self, chain: list[int], right: int) -> bool:
        left = chain[-1]
        tokens = self.tokens
        if tokens.texts[right] == "I" and (len(chain) > 1 or tokens.lowers[left] in self.auxiliary):
            return False  # "since Kate Greenaway I know of no one", "May I say"
        gap = right - left - 1
        if gap == 0:
            return right not in self.block_ends and tokens.starts[right] == tokens.ends[left] + 1
        if gap > 5 or any(p in self.block_ends for p in range(left + 1, right + 1)):
            return False
        texts = tokens.texts
        between = texts[left + 1 : right]
        if between[0] == "." and tokens.ends[left] == tokens.starts[left + 1]:
            short = tokens.lowers[left]
            if len(short) > 1 and not (short in self.abbreviated or short in self.honorifics):
                return False
            between = between[1:]
        if not between:
            return True
        if len(between) == 1 and between[0] in _QUOTES:
            return self._nickname(chain, right) or self._ends_in_mark(left)
        if between in (["("], [")"]):
            return self._in_brackets(chain, right)
        if "&" in between and (len(between) > 1 or self._two_people(chain, right)):
            return False
        if gap == 1 and self._foreign(between[0]):
            return tokens.spaced(left + 1) and tokens.spaced(right)
        return all(word in self.particles or word in _LINKS for word in between) and between[0] not in "[-"

    def _foreign(self, word: str) -> bool:
        """Whether a small word is of no language that the lexicon knows, so that it goes with the names around it."""
        return word.isalpha() and word.islower() and len(word) <= _SMALL and not self.language.tags(word)

    def _two_people(self, chain: list[int], right: int) -> bool:
        """Whether “&” joins two full names: Carl Holm & Peter Berg."""
        lowers, texts = self.tokens.lowers, self.tokens.texts
        follows = right + 1 < len(texts) and texts[right + 1][0].isupper()
        return len(chain) > 1 and lowers[chain[-2]] in self.given and lowers[right] in self.given and follows

    def _nickname(self, chain: list[int], right: int) -> bool:
        """Whether the quotation mark between a chain and the next capital is one of those around a nickname."""
        texts, left = self.tokens.texts, chain[-1]
        for words in range(1, _NICKNAME + 1):
            inner, end = texts[right : right + words], right + words
            if end + 1 >= len(texts) or not all(word[0].isupper() for word in inner):
                break
            if texts[end] in _QUOTES and texts[end + 1][0].isupper() and self.tokens.spaced(left + 1):
                return True
        # A nickname of two words is closed where its first one stands behind a mark, and a name before that.
        for words in range(1, _NICKNAME + 1):
            at = left - words
            if len(chain) > words and texts[at] in _QUOTES and chain[-words - 1] == at - 1:
                return True
        return False

    def _ends_in_mark(self, left: int) -> bool:
        """Whether the mark behind a word is one of its letters, and closes nothing: Achieng' Roe."""
        texts, spaced = self.tokens.texts, self.tokens.spaced
        mark = texts[left + 1]
        if mark not in _APOSTROPHES or spaced(left + 1) or texts[left].endswith("s") or texts[left].isupper():
            return False
        first = next((place for place in range(left, 0, -1) if place in self.openings), 0)
        return all(text not in _SINGLE for text in texts[first:left])

    def _in_brackets(self, chain: list[int], right: int) -> bool:
        """Whether a bracket between a first name and a family name holds a nickname: Robert (Shorty) Hale."""
        texts, left = self.tokens.texts, chain[-1]
        after = texts[right + 1 : right + 3]
        if texts[left + 1] == "(":
            surname = len(after) == 2 and after[0] == ")" and after[1][0].isupper()
            return surname and len(chain) == 1 and self.tokens.lowers[left] in self.given
        return len(chain) > 1 and texts[left - 1] == "(" and chain[-2] == left - 2

    def cut(self, chain: list[int], inner: frozenset[str]) -> list[Run]:
        """The names in one chain: parted at days and months, cut after honorifics and titles."""
        opens = chain[0] in self.openings or self.behind_opening(chain[0])
        if opens and self._only_opens(chain, inner):
            chain, opens = chain[1:], False
        runs: list[Run] = []
        part: list[int] = []
        for index, position in enumerate(chain):
            apart = self._stands_apart(chain, index, part)
            if not apart:
                part.append(position)
            if part and (apart or index + 1 == len(chain)):
                runs.append(self._run(part, opens and part[0] == chain[0]))
                part = []
        return runs

    def _stands_apart(self, chain: list[int], index: int, part: list[int]) -> bool:
        """Whether a word inside a chain belongs to no name: a day or month, The, While …"""
        word = self.tokens.lowers[chain[index]]
        if word in self.starters:
            return len(word) > 1 and word not in self.honorifics
        if word not in self.calendar:
            return False
        after_given = bool(part) and index + 1 == len(chain) and self.tokens.lowers[part[-1]] in self.given
        role = index > 0 and index + 1 < len(chain) and "person" in self.nouns(self.tokens.lowers[chain[index - 1]])
        if role and word in self.weekdays:
            return False  # Comrade Sunday Roe
        before_surname = index + 1 < len(chain) and word in self.given
        return not (after_given or before_surname or self.tokens.lowers[chain[index - 1]] in self.honorifics)

    def behind_opening(self, at: int) -> bool:
        """Whether a mark that opens stands before a token; a straight one that adjoins the word before it closes."""
        mark = self.tokens.texts[at - 1]
        closes = mark in _STRAIGHT and at > 1 and self.tokens.ends[at - 2] == self.tokens.starts[at - 1]
        return mark in _OPENING and not closes

    def _only_opens(self, chain: list[int], inner: frozenset[str]) -> bool:
        """Whether a chain's first word is capitalised for its place alone."""
        word, text = self.tokens.lowers[chain[0]], self.tokens.texts[chain[0]]
        if word in self.honorifics:
            return False
        if word in self.starters:
            return True
        if (
            len(chain) == 2
            and word.endswith(self.endings.gerund)
            and word not in self.given
            and word not in self.surnames
        ):
            return True  # Celebrating Roe
        if len(chain) == 2 and (word in self.openers or (word in self.auxiliary and self._asks(chain))):
            return True
        if len(chain) > 1 and word in self.offices and not self._title_end(chain[0]):
            return word not in self.given
        if len(chain) > 1 and word in self.asian and "-" in self.tokens.texts[chain[1]]:
            return False
        if word not in self.common or text in inner or self._title_end(chain[0]):
            return False
        return word not in self.given if len(chain) > 1 else word not in self.surnames and word not in self.given

    def _asks(self, chain: list[int]) -> bool:
        """Will Roe win?: an auxiliary that opens a question, with a verb after the name."""
        after, lowers = chain[-1] + 1, self.tokens.lowers
        for at in range(after, min(after + 30, len(lowers))):
            if lowers[at] == "?":
                return (
                    lowers[after].isalpha()
                    and lowers[after] not in self.auxiliary
                    and not lowers[after].endswith(self.endings.plural)
                )
            if lowers[at] in ".!":
                return False
        return False

    def _run(self, chain: list[int], opens: bool) -> Run:
        """One run, cut after the last honorific or title in it."""
        lowers = self.tokens.lowers
        start, honorific, title = 0, -1, -1
        if len(chain) > 1 and (begun := self._title_before(chain)) is not None:
            title, start = begun, 1
        for index, position in enumerate(chain[:-1]):
            word = lowers[position]
            if index > start and self._inside_marks(chain[start], position, chain[-1]):
                continue
            if word in self.honorifics:
                if title < 0 or chain[start] != position:
                    title = -1
                honorific, start = position, index + 1
            elif (end := self._title_end(position)) and not self._given_not_title(chain, index):
                after = next((i for i in range(index + 1, len(chain)) if chain[i] >= end), len(chain))
                if start < after < len(chain):
                    title, honorific, start = position, -1, after
        name = self._bare(chain[start:], start == 0)
        words = self._words(name)
        return Run(name[0], name[-1] + 1, chain[0], honorific, title, opens and start == 0, words)

    def _words(self, name: list[int]) -> tuple[str, ...]:
        """The words of a name, a nickname between quotation marks or brackets left out."""
        texts = self.tokens.texts
        first, last = name[0], name[-1]
        return tuple(
            texts[at]
            for at in range(first, last + 1)
            if texts[at][0].isalnum() and not self._inside_marks(first, at, last)
        )

    def _inside_marks(self, first: int, at: int, last: int) -> bool:
        """Whether a word of a name is a nickname's: marks or brackets stand on both sides of it, within the name."""
        before = self.tokens.texts[max(first + 1, at - _NICKNAME) : at]
        after = self.tokens.texts[at + 1 : min(last, at + 1 + _NICKNAME)]
        return not (_AROUND_NICKNAMES.isdisjoint(before) or _AROUND_NICKNAMES.isdisjoint(after))

    def _bare(self, name: list[int], untitled: bool) -> list[int]:
        """A name without letters of degrees and honours after it, without a place, people or office before it."""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        if untitled and len(name) > 3 and self._after_other_name(name):
            name = name[-2:]
        while len(name) > 1 and len(texts[name[-1]]) > 1 and texts[name[-1]].isupper() and not texts[name[0]].isupper():
            if lowers[name[-1]] in self.regnal:
                break
            name = name[:-1]
        while untitled and len(name) > 2 and lowers[name[0]] not in self.vessels and lowers[name[0]] not in self.given:
            before = lowers[name[0]]
            plain = len(before) > 1 and (before in self.common or texts[name[0]].isupper() or self._role(before))
            told = before in self.places or before in self.peoples or before in self.offices or self._tells_who(name)
            if not told and not (plain and lowers[name[1]] in self.given):
                break
            name = name[1:]
        return name

    def _after_other_name(self, name: list[int]) -> bool:
        """United States Ann Roe: whether a place or an everyday word stands before a plain full name that ends it."""
        before, given, surname = (self.tokens.lowers[position] for position in name[-3:])
        if given in self.common or surname in self.common:
            return False
        if self.place_phrases.end(self.tokens.lowers, name[0]) == name[-2]:
            return True
        return given in self.given and before in self.common and before not in self.given | self.surnames

    def _tells_who(self, name: list[int]) -> bool:
        """Auctioneer Dennis Kimani: whether the first word is a noun for a person before what no word is but a name."""
        before, *rest = (self.tokens.lowers[position] for position in name)
        if before in self.surnames or before in self.given or "person" not in self.nouns(before):
            return False
        return rest[0] in self.given or self.common.isdisjoint(rest)

    def _unknown_first(self, chain: list[int], at: int, known: frozenset[tuple[str, ...]]) -> bool:
        """Whether a word that nothing else knows stands before somebody's family name, as a first name does."""
        word = self.tokens.lowers[chain[at]]
        plain = word in self.common or word in self.places or word in self.honorifics or word in self.starters
        follows = at + 1 < len(chain) and chain[at + 1] == chain[at] + 1
        alone = follows and (self.tokens.lowers[chain[at + 1]],) in known
        return alone and not plain and word.isalpha() and not self._title_end(chain[at]) and not self.nouns(word)

    def _role(self, word: str) -> bool:
        """Scientologist, Vermonter: what its ending shows to be no name but what somebody is."""
        return word.endswith(self.role_endings) and word not in self.surnames

    def pick(self, chain: list[int], known: frozenset[tuple[str, ...]]) -> list[Run]:
        """The names in a chain of a title-case block: those of the article's other blocks, and plain full names."""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        runs: list[Run] = []
        at = 0
        while at < len(chain):
            words = tuple(texts[position] for position in chain[at : at + 4])
            folded = tuple(word.lower() for word in words)
            size = next((n for n in range(len(words), 0, -1) if folded[:n] in known), 0)
            if not size and len(words) > 1 and lowers[chain[at]] in self.given and lowers[chain[at]] not in self.common:
                size = 2 if lowers[chain[at + 1]] not in self.common else 0
            if not size and self._unknown_first(chain, at, known):
                size = 2
            if size:
                before = at > 0 and lowers[chain[at - 1]] in self.honorifics
                honorific = chain[at - 1] if before else -1
                first, last = chain[at], chain[at + size - 1] + 1
                runs.append(Run(first, last, honorific if before else first, honorific, -1, False, words[:size]))
            at += size or 1
        return runs

    def _given_not_title(self, chain: list[int], index: int) -> bool:
        """Dean Smith, Judge Reinhold: a title's word that is the given name of the surname after it."""
        word = self.tokens.lowers[chain[index]]
        follower = self.tokens.lowers[chain[index + 1]]
        if self.tokens.texts[chain[index] + 1] == ".":
            return False  # Maj. Roe
        return word in self.given and word not in self.ranks and index + 2 == len(chain) and follower not in self.given


def find_runs(facts: Facts) -> list[Run]:
    """Every candidate name of the article, in order of place."""
    cutter = _Cutter(facts)
    tokens = facts.tokens
    small = facts.lexicon.words("words-small-in-titles")
    titled = {at for p in facts.paragraphs if _title_case(p, tokens, small) for at in range(p.first, p.last)}
    capitals = tokens.capitals
    chains = cutter.chains([p for p in capitals if p not in titled])
    inner = frozenset(
        tokens.texts[position]
        for chain in chains
        for position in chain
        if position != chain[0] or not (position in cutter.openings or cutter.behind_opening(position))
    )
    runs = [run for chain in chains for run in cutter.cut(chain, inner)]
    if titled:
        known = frozenset(tuple(word.lower() for word in run.words) for run in runs)
        aside = cutter.chains([p for p in capitals if p in titled])
        runs += [run for chain in aside for run in cutter.pick(chain, known)]
        runs.sort(key=lambda run: run.first)
    return runs


def _title_case(paragraph: Paragraph, tokens: Tokens, small: frozenset[str]) -> bool:
    """Whether a short block capitalises nearly all its longer words, or all its letters: a capital says nothing there.

    A sentence of names (“Ann Roe and Tom Hale met in Paris”) has a verb without a capital.
    """
    if paragraph.words > _LONGEST_TITLE:
        return False
    texts = [text for text in tokens.texts[paragraph.first : paragraph.last] if text[0].isalpha()]
    if len(texts) > 1 and all(text.isupper() for text in texts):
        return True
    if paragraph.kind == "paragraph" and any(text.islower() and text not in small for text in texts):
        return False
    words = {text for text in texts if len(text) > 3}
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.75 * len(words)
