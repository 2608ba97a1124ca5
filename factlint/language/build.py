"""Building: the sentences' constituents and clauses → the article's phrases and clauses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from factlint.language.attachment import NOMINAL
from factlint.language.clauses import own_standing, standings, tense_of
from factlint.language.constituents import verbal
from factlint.language.model import Clause, Phrase
from factlint.language.moving import Share, moved_share
from factlint.lexicon import Lexicon

if TYPE_CHECKING:
    from factlint.language import Language, Parsed
    from factlint.language.clauses import Draft, Standings
    from factlint.language.constituents import Group
    from factlint.language.phrases import Chunk

_PHRASES = NOMINAL | {"Y"}
_JOINED = frozenset({",", ",C", "C"})
_PAIR = 2
_LONGEST_STEP = 12  # constituents from one member of a list to the next
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "NUM"})
_HEADS = frozenset({"ADJ", "NOUN"})
_HYPHENS = frozenset({"-", "–"})
_NOTHING: frozenset[str] = frozenset()


def build(
    language: Language, parsed: Sequence[Parsed], in_quotation: Callable[[int], bool]
) -> tuple[tuple[Phrase, ...], tuple[Clause, ...]]:
    """The phrases and clauses of an article, each pointing at others by index."""
    phrases: list[Phrase] = []
    clauses: list[Clause] = []
    for sentence in parsed:
        share = _share(language, sentence, len(phrases), len(clauses), in_quotation)
        phrases += share.phrases
        clauses += share.clauses
    return tuple(phrases), tuple(clauses)


def _share(
    language: Language, parsed: Parsed, base: int, clause_base: int, in_quotation: Callable[[int], bool]
) -> Share:
    kept = parsed.kept
    share = Share(parsed.number, 0 if kept is None else kept.first, base, clause_base, [], [])
    if kept is not None and kept.share is not None:
        kept.share = moved_share(kept.share, share, language.tokens, in_quotation)
        return kept.share
    _Sentence(language, parsed.number, parsed, base, clause_base, in_quotation).add(share.phrases, share.clauses)
    if kept is not None:
        kept.share = share
    return share


class _Sentence:
    """One sentence on its way into the article's tuples; `base` and `clause_base` are where its own begin there."""

    def __init__(
        self,
        language: Language,
        number: int,
        parsed: Parsed,
        base: int,
        clause_base: int,
        in_quotation: Callable[[int], bool],
    ) -> None:
        self.language = language
        self.number = number
        self.parsed = parsed
        self.base = base
        self.clause_base = clause_base
        self.in_quotation = in_quotation
        self.codes = parsed.codes
        self.tags = language.tags
        self.lowers = language.tokens.lowers
        self.counting = _counting(language.lexicon)
        self.magnitudes: Mapping[str, int] = language.lexicon.table("magnitudes")

    def phrase(self, place: int) -> int | None:
        """The index of the phrase at a place of the row."""
        return None if place < 0 else self.base + self.parsed.row[place].place

    def add(self, phrases: list[Phrase], clauses: list[Clause]) -> None:
        """Appends the sentence's phrases and clauses to lists that hold none yet."""
        parsed, row = self.parsed, self.parsed.row
        place_of = {c.place: at for at, c in enumerate(row) if c.code in _PHRASES}
        index_of = {draft.at: self.clause_base + i for i, draft in enumerate(parsed.drafts)}
        roles: dict[int, tuple[str, int | None]] = {}
        for i, draft in enumerate(parsed.drafts):
            index = self.clause_base + i
            for _, place in draft.obliques:
                roles.setdefault(place, ("oblique", index))
            for role, place in (("attribute", draft.attribute), ("object", draft.object)):
                if place >= 0:
                    roles[place] = (role, index)
            if draft.subject >= 0 and not draft.shared:
                roles[draft.subject] = ("subject", index)
        pairs = {**parsed.pairs, **self._named()}
        for place in parsed.pairs:
            roles.setdefault(place, ("apposition", None))
        governed, of_links = self._prepositions()
        lists = self._lists(roles)
        heads: dict[int | None, int | None] = {self.phrase(at): indices[0] for at, indices in lists.items()}
        for number, chunk in enumerate(parsed.chunks):
            at = place_of.get(number, -1)
            role, clause = roles.get(at, ("other", None))
            pair = pairs.get(at, -1)
            phrases.append(
                self._phrase(
                    chunk,
                    owner=self.base + number - 1 if chunk.owned and number else None,
                    apposition_of=self.phrase(pair),
                    of=of_links.get(number),
                    preposition=governed.get(number),
                    conjoined=lists.get(at, ()),
                    role=role,
                    clause=clause,
                )
            )
        for draft in parsed.drafts:
            clauses.append(self._clause(draft, index_of, clauses, heads))

    def _named(self) -> dict[int, int]:
        """Of each name that tells who somebody is the phrase of that one: “the widow was named as Ann Roe”."""
        row, lowers = self.parsed.row, self.lowers
        naming, as_words = self.language.lexicon.words("identifying-verbs"), self.language.lexicon.words("as-words")
        found = {}
        for draft in self.parsed.drafts:
            if self.language.words.lemma(lowers[draft.group.verb], "VERB") not in naming:
                continue
            who = draft.subject if draft.group.passive else draft.object
            for token, place in draft.obliques:
                name = self.parsed.chunks[row[place].place]
                if lowers[token] in as_words and self.tags[name.head] == "PROPN" and 0 <= who < place:
                    found[place] = who
        return {name: who for name, who in found.items() if self.parsed.chunks[row[who].place].pronoun is None}

    def _phrase(
        self,
        chunk: Chunk,
        *,
        owner: int | None,
        apposition_of: int | None,
        of: int | None,
        preposition: int | None,
        conjoined: tuple[int, ...],
        role: str,
        clause: int | None,
    ) -> Phrase:
        language, tokens = self.language, self.language.tokens
        first, last, head, tags = chunk.first, chunk.last, chunk.head, self.tags
        lower = lemma = self.lowers[head]
        tag = tags[head]
        classes = _NOTHING
        if chunk.pronoun is not None:
            plural = chunk.pronoun in verbal(language.lexicon).plural_pronouns
            if tag == "NOUN":
                classes = language.words.noun_classes(lemma)
        elif tag == "NOUN":
            lemma = language.words.lemma(lower, tag)
            classes = language.words.noun_classes(lemma)
            plural = lemma != lower or lower in self.counting
        else:
            plural = False
            if tag != "PROPN":
                lemma = language.words.lemma(lower, tag)
        count = self._count(first, last)
        return Phrase(
            start=tokens.starts[first],
            end=tokens.ends[last - 1],
            first=first,
            last=last,
            head=head,
            lemma=lemma,
            proper=tag == "PROPN",
            plural=plural or (count is not None and count > 1),
            determiner=chunk.determiner,
            number=count,
            modifiers=tuple([at for at in range(first, head) if tags[at] in _MODIFIERS]) if first < head else (),
            owner=owner,
            pronoun=chunk.pronoun,
            apposition_of=apposition_of,
            of=of,
            preposition=preposition,
            conjoined=conjoined,
            classes=classes,
            sentence=self.number,
            role=role,
            clause=clause,
        )

    def _count(self, first: int, last: int) -> float | None:
        """How many the phrase between two tokens speaks of by its own words: “two”, “11 million”."""
        lowers, counting = self.lowers, self.counting
        for at in range(first, last):
            lower = lowers[at]
            if at + 2 < last and lowers[at + 1] in _HYPHENS and lowers[at + 2] not in counting:
                continue  # “a 34-year-old driver” is one, “two-bedroom houses” are not two
            if lower in counting:
                return counting[lower] * self._scale(at + 1, last)
            if self.tags[at] == "NUM" and lower.replace(",", "").isdecimal() and len(lower) < 16:
                return float(lower.replace(",", "")) * self._scale(at + 1, last)
        return None

    def _scale(self, at: int, last: int) -> int:
        """What a word behind a number multiplies it by: million."""
        return self.magnitudes.get(self.lowers[at], 1) if at < last else 1

    def _prepositions(self) -> tuple[dict[int, int], dict[int, int]]:
        """Of each chunk the token of its preposition; of each chunk the phrase behind its “of”."""
        row, codes, lowers = self.parsed.row, self.codes, self.language.tokens.lowers
        of_words = self.language.lexicon.words("of-words")
        governed: dict[int, int] = {}
        of_links: dict[int, int] = {}
        for at in range(1, len(row)):
            if codes[at] not in NOMINAL:
                continue
            before = at - 1
            while before >= 0 and codes[before] in "YRAq":
                before -= 1
            if before < 0 or codes[before] != "P":
                continue
            governed[row[at].place] = row[before].place
            if lowers[row[before].place] in of_words and before and codes[before - 1] in NOMINAL:
                of_links[row[before - 1].place] = self.base + row[at].place
        return governed, of_links

    def _lists(self, roles: dict[int, tuple[str, int | None]]) -> dict[int, tuple[int, ...]]:
        """Of each place the phrases that “and”, “or” and commas join it with, itself among them."""
        codes = self.codes
        lists: dict[int, tuple[int, ...]] = {}
        at = 0
        while at < len(codes):
            if codes[at] not in NOMINAL:
                at += 1
                continue
            members = [at]
            closed = False
            place = at
            while not closed:
                step = self._next_member(codes, place)
                if step is None:
                    break
                place, closed = step
                members.append(place)
            members = [member for member in members if member not in self.parsed.pairs]
            if closed:
                rest = [*(own for own, of in self.parsed.pairs.items() if of == members[0]), *members[1:]]
                if len(rest) >= _PAIR and self._is_told_by(members[0], rest):
                    members = sorted(rest)
            if closed and len(members) > 1 and not self._two_clauses(members, roles):
                indices = tuple(index for index in map(self.phrase, members) if index is not None)
                for member in members:
                    lists[member] = indices
                at = members[-1] + 1
            else:
                at += 1
        return lists

    def _is_told_by(self, first: int, rest: Sequence[int]) -> bool:
        """Whether a first member is the whole of the others, or they are its ages.

        “Four teenagers, three boys and a girl”; “two builders, Ann Roe and Jim Hay”; “two youths, aged 15 and 16”.
        """
        chunks = [self.parsed.chunks[self.parsed.row[member].place] for member in (first, *rest)]
        heads = [self.tags[chunk.head] for chunk in chunks]
        counts = [self._count(chunk.first, chunk.last) for chunk in chunks]
        if heads[0] == "NUM" or counts[0] is None:
            return False
        bare = all(head == "NUM" for head in heads[1:])
        return bare or counts[0] == sum(1 if count is None else count for count in counts[1:])

    def _two_clauses(self, members: Sequence[int], roles: dict[int, tuple[str, int | None]]) -> bool:
        """Whether what seems a list is the end of one clause and the subject of the next: “sold the mill, and he …”."""
        opening, closing = (roles.get(member, ("other", None))[0] for member in (members[0], members[-1]))
        return closing == "subject" and opening in ("object", "oblique", "attribute")

    def _next_member(self, codes: str, place: int) -> tuple[int, bool] | None:
        """The place of the next member of a list, and whether it is the last; what hangs on a member is passed over."""
        at = place + 1
        limit = min(len(codes), place + _LONGEST_STEP)
        between = ""
        while at < limit:
            code = codes[at]
            if code == "P" and between == "":
                # “the head of the firm and …”
                while at < limit and codes[at] in "PYRA":
                    at += 1
                if at >= limit or codes[at] not in NOMINAL or self._lists_itself(codes, place, at):
                    return None
                at += 1
                continue
            if code in NOMINAL:
                if at in self.parsed.pairs and between in ("", ","):
                    # “Ann Roe, a nurse; Jim Hay, a baker; and …”
                    between = ""
                    at += 1
                    continue
                return (at, "C" in between) if between in _JOINED else None
            if code == "," or (code == ";" and self._parts(at)):
                between += ","
            elif code == "C" and self._joins(at):
                between += code
            elif code not in "YRAq":
                return None
            at += 1
        return None

    def _lists_itself(self, codes: str, place: int, hanging: int) -> bool:
        """Whether the list begins with what hangs on a phrase: “with a rope and a bar”, “lines to Vik, Holm and …”."""
        behind = codes[hanging + 1 : hanging + 2]
        if behind == ",":
            return codes[hanging] != codes[place] and codes[hanging + 2 : hanging + 3] == codes[hanging]
        return behind == "C"

    def _parts(self, place: int) -> bool:
        """Whether a mark parts the members of a list, as a colon does not."""
        return self.language.tokens.texts[self.parsed.row[place].place] == ";"

    def _joins(self, place: int) -> bool:
        """Whether a conjunction joins the members of a list, as “but” does not."""
        language = self.language
        return language.tokens.lowers[self.parsed.row[place].place] in language.lexicon.words("list-joiners")

    def _by_head(self, group: Group, words: Standings) -> str:
        """The standing of an infinitive by the adjective or noun that it hangs on: “ready to give”, “a plan to”."""
        tokens, tags = self.language.tokens, self.language.tags
        at = group.first - 1 if tokens.lowers[group.first] in words.to else group.first - 2
        if at < 0 or tags[at] not in _HEADS or tokens.lowers[at + 1] not in words.to:
            return "done"
        return words.heads.get(tokens.lowers[at], "done")

    def _clause(
        self,
        draft: Draft,
        index_of: dict[int, int],
        before: Sequence[Clause],
        heads: dict[int | None, int | None],
    ) -> Clause:
        language, tokens = self.language, self.language.tokens
        lowers, tags = tokens.lowers, language.tags
        group = draft.group
        words = standings(language.lexicon)
        lemma = language.words.lemma(lowers[group.verb], "VERB")
        standing, negated = own_standing(group, max(0, group.first - 1), group.last + 1, lowers, words)
        coming = draft.kind == "main" and group.kind == "infinitive"  # “Banks to merge”
        if coming:
            standing = "planned"
        within = index_of.get(draft.within)
        if within is not None and within - self.clause_base < len(before):
            over = before[within - self.clause_base]
            if standing == "done":
                kind = "infinitive" if draft.kind == "infinitive" else "finite"
                if draft.kind in ("infinitive", "subordinate"):
                    if (
                        kind == "finite"
                        and lowers[group.first] in words.bare
                        and over.lemma in words.verbs["infinitive"]
                    ):
                        kind = "infinitive"  # “asked that he be kept in custody”
                    standing = words.verbs[kind].get(
                        over.lemma, over.standing if draft.kind == "infinitive" else "done"
                    )
        if draft.kind == "infinitive" and standing == "done":
            standing = self._by_head(group, words)
        subject = self.phrase(draft.subject)
        passive = group.passive or (group.kind in ("ed", "part") and draft.subject < 0)
        return Clause(
            start=tokens.starts[group.first],
            end=tokens.ends[group.last - 1],
            first=group.first,
            last=group.last,
            verb=group.verb,
            lemma=lemma,
            classes=language.words.verb_classes(lemma),
            tense="future"
            if coming
            else "none"
            if draft.kind == "infinitive"
            else tense_of(group, lowers, tags, words),
            voice="passive" if passive else "active",
            negated=negated,
            standing=standing,
            kind=draft.kind,
            # The subject of “Roe, Hay and Holm met” is the first of them, as in Universal Dependencies.
            subject=heads.get(subject, subject),
            shared=draft.shared,
            object=self.phrase(draft.object),
            attribute=self.phrase(draft.attribute),
            predicate=draft.predicate,
            obliques=tuple((token, self.base + self.parsed.row[place].place) for token, place in draft.obliques),
            particle=draft.particle,
            within=within,
            sentence=self.number,
            in_quote=self.in_quotation(tokens.starts[group.verb]),
        )


def _counting(lexicon: Lexicon) -> dict[str, float]:
    table: dict[str, float] = lexicon.table("counting-words")  # type: ignore[assignment]
    return table
