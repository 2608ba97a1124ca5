"""The floor: tags, noun phrases and clauses of an article, each made once, when first asked for.

What is above reads grammar from here; nothing above decides what an apposition, a subject or a passive is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factlint.language.model import Clause, Phrase
from factlint.lazy import cached_property
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.language.appositions import Pairs
    from factlint.language.clauses import Draft
    from factlint.language.constituents import Constituent, Group
    from factlint.language.layout import Sentence
    from factlint.language.memory import Kept, Memory
    from factlint.language.phrases import Chunk
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens

#: The kinds of sentences that are written as headlines are.
HEADLINES = frozenset({"headline", "standfirst"})


#: Nothing but a phrase of its own, or the end, stands behind a particle without an object.
_BEHIND_PARTICLES = frozenset({"PUNCT", "ADP", "ADV", "SCONJ", "CCONJ"})


class Parsed(NamedTuple):
    """One sentence's constituents, with their codes, and clauses, in places of its own.

    number: the sentence's.
    kept: what is remembered of its words from one look at an article to the next, or None.
    """

    number: int
    chunks: list[Chunk]
    groups: list[Group]
    row: list[Constituent]
    codes: str
    drafts: list[Draft]
    pairs: Pairs
    kept: Kept | None = None


class Language:
    """The grammar of one article; indices are into `phrases` and `clauses`, places are tokens."""

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sequence[Sentence],
        lexicon: Lexicon,
        in_quotation: Callable[[int], bool] = lambda offset: False,
        tags: Sequence[str] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.lexicon = lexicon
        self._in_quotation = in_quotation
        self._given_tags = tags
        self.memory = memory

    @cached_property
    def words(self) -> Words:
        from factlint.language.words import words_of

        return words_of(self.lexicon)

    @cached_property
    def tags(self) -> Sequence[str]:
        """One part of speech (UPOS) a token."""
        if self._given_tags is not None:
            return self._given_tags
        from factlint.language.capitals import in_small_letters, retag_names, retag_surnames, without_capitals
        from factlint.language.headlinese import retag
        from factlint.language.missed_verbs import mend
        from factlint.language.tags import tag, tagger_of

        tags = tag(self.tokens, self.sentences, self.lexicon, self.memory)
        if "source-that-words" in self.lexicon:
            names = (
                "source-that-words", "relative-words", "relatives-of-things", "everybody-words", "costing-verbs",
            )  # fmt: skip
            lists = (self.lexicon.words(name) if name in self.lexicon else frozenset() for name in names)
            mend(self.tokens, tags, self.sentences, self.words, *lists)
        if "pasts-that-are-nouns" in self.lexicon:
            from factlint.language.pasts import mend_attributes, mend_pasts

            mend_attributes(self.tokens, tags, self.words)
            subjects = self.lexicon.words("subject-pronouns")
            opening = {sentence.first for sentence in self.sentences}
            mend_pasts(self.tokens, tags, self.words, opening, self.lexicon.words("pasts-that-are-nouns"), subjects)
        many = self.lexicon.words("plural-subjects") if "plural-subjects" in self.lexicon else frozenset()
        given = self.lexicon.table("given-names") if "given-names" in self.lexicon else {}
        firsts = (s.first for s in self.sentences if s.kind not in HEADLINES and s.first < s.last)
        retag_surnames(self.tokens, tags, firsts, given)
        if "event-words" in self.lexicon:
            from factlint.language.lone_verbs import mend_lone

            stages = frozenset(self.lexicon.table("event-words"))
            mend_lone(self.tokens, tags, self.sentences, self.words, stages)
        name = "verbs-before-verbs"
        letting = self.lexicon.words(name) if name in self.lexicon else frozenset()
        for sentence in self.sentences:
            if sentence.kind in HEADLINES:
                first, last = sentence.first, sentence.last
                lowers = self.tokens.lowers[first:last]
                small = in_small_letters(self.tokens.texts[first:last], lowers, self.words, given)
                if shouted := without_capitals(self.tokens.texts[first:last], lowers, self.words, given):
                    tags[first:last] = tagger_of(self.lexicon).tag(shouted, lowers, [(0, last - first)], self.memory)
                elif small:
                    told = tagger_of(self.lexicon).tag(small, lowers, [(0, last - first)], self.memory)
                    retag_names(self.tokens.lowers, tags, first, told, self.words, given)
                retag(self.tokens.lowers, tags, sentence.first, sentence.last, self.words, many, letting)
        return self._with_infinitives(tags)

    def _with_infinitives(self, tags: list[str]) -> list[str]:
        if "modals" in self.lexicon and "to-words" in self.lexicon:
            from factlint.language.infinitives import mend_infinitives

            lists = (self.lexicon.words(name) for name in ("modals", "negations", "to-words"))
            mend_infinitives(self.tokens, tags, self.words, *lists)
        return tags

    @cached_property
    def lemmas(self) -> Sequence[str]:
        """One dictionary form in lower case a token."""
        return self.words.lemmas(self.tokens.lowers, self.tags)

    @cached_property
    def form_index(self) -> Mapping[str, list[int]]:
        """Every word and dictionary form with the tokens that may be of it."""
        forms = self.words.forms
        found: dict[str, list[int]] = {}
        for lower, places in self.tokens.index.items():
            for form in forms(lower):
                if form in found:
                    found[form] = sorted([*found[form], *places])
                else:
                    found[form] = places
        return found

    @cached_property
    def memo(self) -> dict[int, tuple[Any, ...]]:
        """What was worked out for this article of one of the lexicon's tables, by the identity of the table."""
        return {}

    def places_of(self, forms: Iterable[str]) -> list[int]:
        """The tokens, in order, that may be of one of some words or dictionary forms."""
        index = self.form_index
        if isinstance(forms, Collection) and len(forms) > len(index):
            forms = [form for form in index if form in forms]
        return sorted({place for form in forms for place in index.get(form, ())})

    @cached_property
    def _parsed(self) -> list[Parsed]:
        from factlint.language.parse import parse

        return parse(self)

    @cached_property
    def _built(self) -> tuple[tuple[Phrase, ...], tuple[Clause, ...]]:
        from factlint.language.build import build

        return build(self, self._parsed, self._in_quotation)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Noun phrases in order of place; they never overlap."""
        return self._built[0]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses in order of their verbs."""
        return self._built[1]

    @cached_property
    def _phrase_by_token(self) -> Mapping[int, int]:
        return {token: i for i, phrase in enumerate(self.phrases) for token in range(phrase.first, phrase.last)}

    @cached_property
    def _clause_by_token(self) -> Mapping[int, int]:
        places: dict[int, int] = {}
        phrases, clauses = self.phrases, list(enumerate(self.clauses))
        # The first clause of which a phrase is a part has its tokens, the last whose verb they are, above all others.
        for i, clause in reversed(clauses):
            for index in (clause.subject, clause.object, clause.attribute, *(o for _, o in clause.obliques)):
                if index is not None:
                    for token in range(phrases[index].first, phrases[index].last):
                        places[token] = i
        for i, clause in clauses:
            for token in range(clause.first, clause.last):
                places[token] = i
        return places

    @cached_property
    def _clauses_by_sentence(self) -> Mapping[int, list[Clause]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.sentence, []).append(clause)
        return found

    def clauses_in(self, sentence: int) -> Sequence[Clause]:
        """The clauses of a sentence by its number, in order."""
        return self._clauses_by_sentence.get(sentence, ())

    def phrase_at(self, token: int) -> int | None:
        """The phrase that holds a token, or None."""
        return self._phrase_by_token.get(token)

    def clause_of(self, token: int) -> int | None:
        """The clause whose verb group, subject, object, attribute or obliques hold a token, or None."""
        return self._clause_by_token.get(token)

    def particle_of(self, verb: int) -> int | None:
        """The particle right behind a verb, which makes another verb of the two: holds off, doubles up; or None."""
        lowers, name = self.tokens.lowers, "verb-particles"
        if lowers[verb + 1 : verb + 2] and name in self.lexicon and lowers[verb + 1] in self.lexicon.words(name):
            return verb + 1
        index = self.clause_of(verb)
        clause = None if index is None else self.clauses[index]
        behind = self.tags[verb + 2 : verb + 3]
        bare = not behind or behind[0] in _BEHIND_PARTICLES  # “takes over from”, not “quits over lost key”
        found = bare and clause is not None and clause.verb == verb and clause.particle == verb + 1
        return verb + 1 if found else None
