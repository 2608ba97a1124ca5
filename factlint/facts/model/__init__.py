"""The vocabulary that rules speak: every kind of fact and its attributes.

All offsets are half-open ranges of code points into the article's source. Facts are named tuples: immutable, cheap to
make, and about a fifth of the start-up cost of frozen dataclasses. Any fact also has `text`, the source between `start`
and `end`, whether or not it is stored. The line `name: …` of a docstring documents that attribute; `factlint facts
--schema` prints it. Facts refer to others only in the direction in which they are derived, so there are no cycles.
"""

from factlint.facts.model.headlines import Assertion, Contrast, Instead, Promise
from factlint.facts.model.layout import (
    Bracket,
    Ending,
    Headline,
    Lapse,
    NoteMark,
    Opening,
    Pointer,
    Repetition,
    Slip,
    StrayLine,
    Stretch,
)
from factlint.facts.model.numbers import Calculation, Date, Figure, Source
from factlint.facts.model.people import Address, Age, Gender, Honorific, Mention, Name, Person, Pronoun, Title
from factlint.facts.model.references import Reference
from factlint.facts.model.relations import Interval, Relation
from factlint.facts.model.sourcing import Claim
from factlint.facts.model.speech import Credit, Cue, Echo, Quotation, Quote, Speaker, Statement, Turn
from factlint.facts.model.time import Clock, Length, Moment
from factlint.facts.model.traits import Trait
from factlint.facts.model.versions import Version
from factlint.facts.model.wording import Acronym, Organization, Place, Rewriting, Variant
from factlint.language.layout import Paragraph, Sentence

__all__ = [
    "KINDS",
    "Acronym",
    "Address",
    "Age",
    "Assertion",
    "Bracket",
    "Calculation",
    "Claim",
    "Clock",
    "Contrast",
    "Credit",
    "Cue",
    "Date",
    "Echo",
    "Ending",
    "Figure",
    "Gender",
    "Headline",
    "Honorific",
    "Instead",
    "Interval",
    "Lapse",
    "Length",
    "Mention",
    "Moment",
    "Name",
    "NoteMark",
    "Opening",
    "Organization",
    "Paragraph",
    "Person",
    "Place",
    "Pointer",
    "Promise",
    "Pronoun",
    "Quotation",
    "Quote",
    "Reference",
    "Relation",
    "Repetition",
    "Rewriting",
    "Sentence",
    "Slip",
    "Source",
    "Speaker",
    "Statement",
    "StrayLine",
    "Stretch",
    "Title",
    "Trait",
    "Turn",
    "Variant",
    "Version",
]

#: Every kind of fact by the name that rules use; the attribute of `Facts` that holds them stands beside it.
KINDS: dict[str, tuple[str, type]] = {
    "headline": ("headlines", Headline),
    "paragraph": ("paragraphs", Paragraph),
    "sentence": ("sentences", Sentence),
    "quotation": ("quotations", Quotation),
    "quote": ("quotes", Quote),
    "echo": ("echoes", Echo),
    "credit": ("credits", Credit),
    "turn": ("turns", Turn),
    "statement": ("statements", Statement),
    "person": ("people", Person),
    "mention": ("mentions", Mention),
    "pronoun": ("pronouns", Pronoun),
    "organization": ("organizations", Organization),
    "place": ("places", Place),
    "figure": ("figures", Figure),
    "calculation": ("calculations", Calculation),
    "date": ("dates", Date),
    "moment": ("moments", Moment),
    "length": ("lengths", Length),
    "clock": ("clocks", Clock),
    "title": ("titles", Title),
    "honorific": ("honorifics", Honorific),
    "address": ("addresses", Address),
    "age": ("ages", Age),
    "acronym": ("acronyms", Acronym),
    "repetition": ("repetitions", Repetition),
    "ending": ("endings", Ending),
    "bracket": ("brackets", Bracket),
    "opening": ("openings", Opening),
    "note-mark": ("note_marks", NoteMark),
    "slip": ("slips", Slip),
    "lapse": ("lapses", Lapse),
    "pointer": ("pointers", Pointer),
    "stray-line": ("stray_lines", StrayLine),
    "trait": ("traits", Trait),
    "variant": ("variants", Variant),
    "version": ("versions", Version),
    "promise": ("promises", Promise),
    "assertion": ("assertions", Assertion),
    "contrast": ("contrasts", Contrast),
    "claim": ("claims", Claim),
    "reference": ("references", Reference),
    "relation": ("relations", Relation),
}
