"""Versions: the name of a thing or person that another place of the article gives nearly, but not quite, so."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple

#: Where two names part.
Parting = Literal["letters", "head", "word", "given", "order", "family", "initials", "saint", "rest", "side", "short"]


class Version(NamedTuple):
    """A place that names somebody or something almost as another place does: Tanner's Lane, Tanner's Row.

    start: first code point.
    end: one past the last code point.
    against: the first place of the other version.
    differs: where the two part: letters (of one word), head (the last word, of one class: lane and row), word (another
        one), given (a first name alone that begins as another's does), order (first name and family name change
        places), family (a first name where the family name stood: Mr Lim, Mr Huat),
        initials (an abbreviation that the article spells out with another letter: Safu, Safa), saint
        (a saint's house without its noun: St Brendan's beside St Brannoc's Primary), rest (all but the first words, the
        last ones of one class: Hallam Grammar School, Hallam Technical College), side (the last word, of clubs: Hallam
        Rovers, Hallam Rangers), short (one word that begins and ends much as the first of a longer name, or as the name
        of an animal or ship: Brightholm Foods, Bridholm).
    shared: how many words the two have in common.
    rare: how many of these are no everyday words.
    local: whether one of these is a place's or a people's, so that many names may begin with it: Lund Road, Lund Row.
    same_head: whether their last words are the same.
    prefix: how many letters the words that differ begin with in common.
    alike: what share of the longer one that is, from 0 to 1; 1 where a letter or two are exchanged, lost or added.
    length: letters of the longer of the words that differ.
    times: how many places have this version.
    others: how many have the other.
    together: whether one sentence has both, so that they are told apart.
    told: whether words beside the name tell what it is, as of something new: “a …”, an apposition, a full name.
    known: whether either is a name or a word that the lexicon knows.
    person: whether it is a person's.
    kin: whether a word for a relative stands in its paragraph: “said his wife”.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    definite: whether a sentence begins with it and “the”, as of something known, with no word on what it is; of things.
    described: whether words beside the other version tell what that is: “the training brig …”; of things.
    sorts: the classes of the noun that tells what the other version is; of things.
    the: whether “the” stands before it, wherever in a sentence, and nothing behind tells what it is; of things.
    idle: whether all that the two have in common is in the names of very many things: High Street, High Road.
    rivals: how many further names part from both at the same word: Hill Street and Hill Row beside Hill Lane.
    linked: whether a person named in its paragraph is named in one of the other's, too; of things.
    """

    start: int
    end: int
    against: Stretch
    differs: Parting
    shared: int
    rare: int
    local: bool
    same_head: bool
    prefix: int
    alike: float
    length: int
    times: int
    others: int
    together: bool
    told: bool
    known: bool
    person: bool
    kin: bool
    in_quote: bool
    block: str
    definite: bool = False
    described: bool = False
    sorts: tuple[str, ...] = ()
    the: bool = False
    idle: bool = False
    rivals: int = 0
    linked: bool = False
