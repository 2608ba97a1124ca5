"""The lexicon's lists about names, put together once for all articles of a run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle, derived

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.lexicon import Lexicon


class Phrases(Bundle):
    """A list of entries of one or more words, for lookups at single positions.

    entries: as written in the list, words parted by one space.
    sizes: how many words those have that begin with a word, most first.
    """

    entries: frozenset[str]
    sizes: Mapping[str, Sequence[int]]

    def end(self, lowers: Sequence[str], first: int) -> int:
        """One past the longest entry that begins at a token, or 0."""
        for size in self.sizes.get(lowers[first], ()):
            if " ".join(lowers[first : first + size]) in self.entries and first + size <= len(lowers):
                return first + size
        return 0


_MOST_WORDS = 7  # of an entry that is looked for

#: What phrases are made of.
_Looked = tuple[frozenset[str], dict[str, tuple[int, ...]]]


class NameLists(Bundle):
    """The lists that several steps of finding names need, unions made.

    given: first names, short forms included.
    doubtful: first names that are also words or places.
    surnames: family names.
    endings, beginnings: what hardly any word but a family name ends or begins with.
    asian: family names that come first.
    common: everyday words.
    places: countries, states, cities and regions.
    peoples: nationalities.
    bodies: well-known organisations and abbreviations.
    not_slips: lists whose words are no misspelling of a name beside them.
    titles: titles, offices and ranks that stand before a name.
    heads: what names of bodies and places end in.
    saying: verbs of speech, as written.
    place_phrases, body_phrases, title_phrases: the same lists for lookups in the text.
    """

    given: frozenset[str]
    doubtful: frozenset[str]
    surnames: frozenset[str]
    endings: tuple[str, ...]
    beginnings: tuple[str, ...]
    asian: frozenset[str]
    common: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    bodies: frozenset[str]
    not_slips: tuple[frozenset[str], ...]
    titles: frozenset[str]
    heads: frozenset[str]
    saying: frozenset[str]
    place_phrases: Phrases
    body_phrases: Phrases
    title_phrases: Phrases


@lru_cache(maxsize=4)
def name_lists(lexicon: Lexicon) -> NameLists:
    """The lists of a lexicon."""
    words = lexicon.words
    given, places, bodies, titles = _unions(lexicon)
    known = bodies[0]
    return NameLists(
        given=given,
        doubtful=words("given-names-also-words") | words("given-names-also-places"),
        surnames=words("surnames"),
        endings=tuple(words("surname-endings")),
        beginnings=tuple(words("surname-beginnings")),
        asian=words("family-names-first"),
        common=words("common-words"),
        places=places[0],
        peoples=words("nationalities"),
        bodies=known | words("acronyms-known"),
        not_slips=(words("common-words"), places[0], known, words("nationalities")),
        titles=titles[0],
        heads=words("organization-words") | words("place-words"),
        saying=words("verbs-before-names") | words("verbs-after-speakers") | words("speech-verbs"),
        place_phrases=Phrases(*places),
        body_phrases=Phrases(*bodies),
        title_phrases=Phrases(*titles),
    )


@derived
def _unions(lexicon: Lexicon) -> tuple[frozenset[str], _Looked, _Looked, _Looked]:
    """First names; and places, bodies and titles with what looking them up takes."""
    words = lexicon.words
    known = words("organizations-known")
    known |= {name.replace(" & ", " and ") for name in known if " & " in name}
    return (
        words("given-names") | words("nicknames"),
        looked(words("countries") | words("cities") | words("us-states") | words("regions")),
        looked(known),
        looked(words("titles") | words("ranks")),
    )


def looked(entries: frozenset[str]) -> _Looked:
    """What the phrases of a list are made of."""
    sizes: dict[str, set[int]] = {}
    for entry in entries:
        if (spaces := entry.count(" ")) < _MOST_WORDS:
            sizes.setdefault(entry.partition(" ")[0], set()).add(spaces + 1)
    return entries, {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
