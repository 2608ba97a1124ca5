"""Mentions: every place where somebody is named, with what the places before it have told of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Mention, Name, Stretch
from factlint.facts.people.clusters import name_key
from factlint.facts.people.introduction import Introductions
from factlint.facts.people.namelists import name_lists
from factlint.facts.people.namesakes import evenly_named, mistaken_for, other_bearer
from factlint.facts.people.spelling import usual_spellings
from factlint.facts.text.entries import corrects, entry_of, runs_backwards
from factlint.facts.text.standfirst import standfirst
from factlint.read.article import DISPLAY_KINDS
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph, Person
    from factlint.facts.people.clusters import Somebody
    from factlint.facts.people.names import Run

_PERSON = "person"
_HOUSES = frozenset({"artefact", "group", "place"})  # classes of what bears its owner's name
_BEHIND_HOUSES = frozenset({"ADP", "PART", "CCONJ", "SCONJ"})  # tags of what no owner has
_TRADE = 8  # tokens behind a name in which a trade and “died” stand
_LATE = 2  # blocks after the surname alone
_FORGOTTEN = 7  # sentences after which somebody may be introduced again
_FULL = 10  # words of a block that is no mere heading
_WAITING = 4  # sentences
_STOPS = frozenset({",", "."})
_SUMMARIES = frozenset({"caption", "standfirst"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSE = 16  # tokens of a clause behind “who”
_PAIR = 2  # words of a nickname with a name
_SEVERAL = 2  # people by the surname alone


def find_mentions(facts: Facts) -> tuple[Mention, ...]:
    """Every place where somebody is named, in order."""
    introductions, opening = Introductions(facts), _summary(facts)
    backwards = runs_backwards(facts)
    found = [
        mention
        for person, somebody in facts.cast
        for mention in _Course(facts, introductions, person, somebody, opening, backwards).run()
    ]
    found.sort(key=lambda mention: mention.start)
    awaited = _awaited(facts, found)
    return tuple(mention._replace(awaited=True) if mention.start in awaited else mention for mention in found)


def _awaited(facts: Facts, mentions: list[Mention]) -> set[int]:
    """Where a person is first named after somebody was spoken of by office or trade, with nobody named in between."""
    kin = facts.lexicon.words("relations")
    spoken = [d.token for d in facts.descriptions if d.bearer is None and facts.tokens.lowers[d.token] not in kin]
    found: set[int] = set()
    last = 0
    for mention in mentions:
        at = facts.tokens.at(mention.start)
        sentence = facts.sentence_at(mention.start).number
        since = max(last, facts.sentences[max(0, sentence - _WAITING)].first)
        if mention.first and any(since <= token < at for token in spoken):
            found.add(mention.start)
        last = at
    return found


def _summary(facts: Facts) -> int | None:
    """The number of the block that sums up the story: the standfirst, or an opening in which several go by surname."""
    opening = next((block for block in facts.paragraphs if block.kind not in DISPLAY_KINDS), None)
    if opening is None:
        return None
    first = [next((n for n in person.names if n.start >= opening.start), None) for person in facts.people]
    bare = sum(n is not None and n.end <= opening.end and n.form == "surname" for n in first)
    return opening.number if bare >= _SEVERAL else standfirst(facts)


class _Course:
    """Follows one person through the article.

    standfirst: the number of the block that sums up the story, or none.
    backwards: whether the newest update stands on top, so that what introduces somebody stands further down.
    headed: whether the headline has the full name.
    places: the names of places.
    honours: titles that address somebody and say nothing of what he or she does.
    opening: the number of the first block outside headlines and subheadings.
    seen: how many places outside headlines and subheadings have named the person.
    entry: the entry of the last of these.
    alone: the place that first gave the surname alone, where nothing had introduced the person, or none.
    introduced: the place that first introduced the person in full, with a title or apposition, or none.
    bare: whether a place has named the person by less than the full name.
    firm: whether a place has shown that the bare name is that of a firm or thing.
    """

    def __init__(
        self,
        facts: Facts,
        introductions: Introductions,
        person: Person,
        somebody: Somebody,
        opening: int | None,
        backwards: bool,
    ) -> None:
        self.facts, self.introductions, self.person, self.somebody = facts, introductions, person, somebody
        self.backwards = backwards
        meant = _meant_so(facts, somebody)
        self.usual = usual_spellings([name_key(run.words[-1]) for run, form in meant if form != "given"] or [""])
        full = [name_key(run.words[0]) for run, form in meant if form == "full"]
        self.usual_given = usual_spellings(full) if len(full) > 1 else {}
        self.written = _as_written(meant)
        self.corrects = corrects(facts)
        self.standfirst = opening
        lists = name_lists(facts.lexicon)
        self.places, self.given, self.plain = lists.places, lists.given, facts.language.words.tags
        self.honours = facts.lexicon.words("honours-before-names")
        kinds = [facts.paragraph_at(name.start).kind for name in person.names]
        self.headed = any(n.form == "full" and kind == "headline" for n, kind in zip(person.names, kinds, strict=True))
        self.opening = next((b.number for b in facts.paragraphs if b.kind not in DISPLAY_KINDS), 0)
        self.definite = facts.lexicon.words("definite-articles")
        self.relatives = facts.lexicon.words("relative-words")
        self.others = facts.lexicon.words("one-more")
        self.seen = self.entry = 0
        self.alone: Stretch | None = None
        self.introduced: Stretch | None = None
        self.bare = False
        self.firm = False

    def run(self) -> list[Mention]:
        """The person's mentions, in order."""
        return [self._mention(order, run, form) for order, (run, form) in enumerate(self.somebody.named)]

    def _mention(self, order: int, run: Run, form: str) -> Mention:
        facts, person, around = self.facts, self.person, self.introductions.around
        name = person.names[order]
        block = facts.paragraph_at(name.start)
        self._enter(entry_of(facts, block.number))
        described = self.introductions.described(run)
        told = described in ("office", "apposition") or self._who(run, bool(self.introduced))
        presents = form == "full" and told and self._tells_more(run)
        listed = facts.in_roster(name.start) or self.corrects
        in_body, in_quote = block.kind not in DISPLAY_KINDS, facts.in_quotation(name.start)
        spelt = self.usual.get(name_key(run.words[-1]))
        if spelt is None and form == "full":
            spelt = self.usual_given.get(name_key(run.words[0]))
        mention = Mention(
            start=name.start,
            end=name.end,
            form=name.form,
            honorific=name.honorific,
            person=person,
            order=order,
            in_quote=in_quote,
            block=block.kind,
            paragraph=block.number,
            first=in_body and not self.seen,
            described=described,
            qualifies=around.qualifies(run),
            credit=self.introductions.credits(run),
            usual=self.written[spelt] if spelt and form != "given" and not _is_spelled_out(facts, run) else None,
            personal=block.number in facts.own_voice,
            mistaken=mistaken_for(facts, person, self.somebody, run, presents)
            if form == "full" and not listed
            else None,
            evenly=form == "surname" and bool(person.namesakes) and not listed and evenly_named(facts, person, run),
            unclear=other_bearer(facts, person, run) if form in ("surname", "honorific") and not listed else None,
            repeats=self.introduced if in_body and presents and self._again(order, block) else None,
            bare=self._named_late(form, block.number) if in_body and not self._is_nickname(run, form) else None,
            lead=block.number == self.opening,
        )
        if in_body:
            display = block.number == self.standfirst or self.headed
            thing = run.honorific < 0 and form == "surname" and (self.firm or around.agency.spoken_of_as_thing(run))
            self.firm = self.firm or thing  # a name that is a firm's once is the firm's where it stands bare again
            qualifies = mention.qualifies or around.of_a_group(run) or self._inside(run)
            excused = bool(described) or in_quote or thing or qualifies or display or listed or self._place(run)
            self._go_on("surname" if self._is_nickname(run, form) else form, name, presents, excused)
        return mention

    def _is_nickname(self, run: Run, form: str) -> bool:
        """Whether what stands before the last word of a full name is an everyday word: Wee Senga, Young Frank."""
        first = run.words[0].lower()
        return form == "full" and len(run.words) == _PAIR and first not in self.given and bool(self.plain(first))

    def _tells_more(self, run: Run) -> bool:
        """Whether the words say who it is: Sir, Adv or the office shared with others is a form of address."""
        lowers, around = self.facts.tokens.lowers, self.introductions.around
        block = self.facts.paragraph_at(self.facts.tokens.starts[run.first])
        # A line without a stop is one of data: “Ann Roe, musician, born 2 February 1934”.
        line = block.first == run.lead and (self.facts.tokens.texts[block.last - 1].isalnum() or self._lived(run))
        if around.shares_title(run) or block.kind == "blockquote" or line:
            return False
        if run.title < 0:
            return True
        end = run.honorific if run.honorific > run.title else run.first
        told = set(lowers[run.title : end]) - self.honours - {"."}
        return bool(told) or around.apposition(run) > 0

    def _lived(self, run: Run) -> bool:
        """Whether birth or death follows a name and a trade, as at an obituary's foot: “Ann Roe, potter, died …”."""
        behind = self.facts.tokens.lowers[run.last : run.last + _TRADE]
        return behind[:1] == [","] and not self.facts.lexicon.words("words-of-a-life").isdisjoint(behind)

    def _who(self, run: Run, again: bool) -> bool:
        """Whether a clause set to the name tells who it is, not what is done now: “Ann Roe, who keeps the shop, …”.

        Of somebody introduced it has to say what he or she is or was, “who used to be a clerk”, or again speak of what
        the introduction spoke of.
        """
        after, language = self.facts.tokens.lowers[run.last : run.last + 2], self.facts.language
        leads = after[:1] == [","] and not self.relatives.isdisjoint(after[1:])
        number = language.clause_of(run.last + 1) if leads else None
        if number is None:
            return False
        clause = language.clauses[number]
        following = language.clauses[number + 1 : number + 2]
        was = any(
            c.kind == "infinitive" and c.attribute is not None and c.sentence == clause.sentence for c in following
        )
        if clause.attribute is not None or was:
            return True
        return clause.tense == "present" and (not again or self._told_before(run.last + 2))

    def _told_before(self, first: int) -> bool:
        """Whether the words from a token to the next comma have a noun of the sentence that introduced the person."""
        if self.introduced is None:
            return False
        lowers, lemmas, tags = self.facts.tokens.lowers, self.facts.language.lemmas, self.facts.language.tags
        before = self.facts.sentence_at(self.introduced.start)
        end = next((at for at in range(first, min(len(lowers), first + _CLAUSE)) if lowers[at] in _STOPS), first)
        nouns = {lemmas[at] for at in range(first, end) if tags[at] in _NOUNS}
        behind = self.facts.tokens.at(self.introduced.end - 1) + 1
        return any(lemmas[at] in nouns for at in range(behind, before.last) if tags[at] in _NOUNS)

    def _again(self, order: int, block: Paragraph) -> bool:
        """Whether the reader still has in mind who it is: named since by less than the full name, or blocks ago.

        In a long article whoever has not been named for long may be told again; a caption tells it anyhow, and what
        it has told the text may tell first thing.
        """
        facts, before, sentence_at, names = self.facts, self.introduced, self.facts.sentence_at, self.person.names
        gap = sentence_at(names[order].start).number - sentence_at(names[order - 1].start).number if order else 0
        another = facts.tokens.lowers[max(0, facts.tokens.at(names[order].start) - 1)] in self.others
        if before is None or gap > _FORGOTTEN or block.kind == "caption" or another:
            return False  # “and went to another Tom Roe, his uncle”
        first = self.facts.paragraph_at(before.start)
        return self.bare or (first.kind not in _SUMMARIES and block.number >= first.number + _LATE)

    def _place(self, run: Run) -> bool:
        """Whether a bare name may be a place's: “in Orlando, Florida,” before a firm called Ocean Florida."""
        return run.honorific < 0 and run.words[-1].lower() in self.places

    def _inside(self, run: Run) -> bool:
        """Whether the name is a thing's, or a house's: Coppin's Mill, Dunnock's bakery, the Ritzmann."""
        tokens, language = self.facts.tokens, self.facts.language
        lowers, texts = tokens.lowers, tokens.texts
        owns = lowers[run.last : run.last + 1] == [GENITIVE]
        after = run.last + owns
        if owns and texts[after : after + 1] and texts[after][0].isupper():
            return True
        if run.honorific >= 0 or len(run.words) > 1:
            return False
        if run.first and lowers[run.first - 1] in self.definite and not owns:
            return language.phrase_at(run.first) == language.phrase_at(run.first - 1)
        if owns and (after >= len(texts) or not texts[after][0].isalnum() or language.tags[after] in _BEHIND_HOUSES):
            return True  # “at Roe's.”, “the counter of Roe's of Lund”, “at Roe's to settle it”
        held = language.phrase_at(after) if after < len(texts) else None
        if held is None or texts[after] != lowers[after]:
            return False
        phrase = language.phrases[held]
        return bool(_HOUSES & phrase.classes) and _PERSON not in phrase.classes and phrase.head >= after

    def _enter(self, entry: int) -> None:
        """Forget what another entry has told: each introduces its people anew."""
        if entry != self.entry:
            self.entry, self.alone, self.introduced, self.bare, self.firm = entry, None, None, False, False

    def _named_late(self, form: str, block: int) -> Stretch | None:
        """The place that named the person without the first name, where the full name comes blocks later."""
        alone = self.alone if form == "full" else None
        if alone is None or self.backwards or self.person.namesakes:
            return None
        before = self.facts.paragraph_at(alone.start)
        # At the top one block may sum up the next, and so may a line that stands for a heading.
        sums_up = before.number <= self.opening or min(before.words, self.facts.paragraphs[block].words) < _FULL
        return alone if block >= before.number + (_LATE if sums_up else 1) else None

    def _go_on(self, form: str, name: Name, presents: bool, excused: bool) -> None:
        """Keep what a place outside headlines and subheadings has told."""
        if not self.seen and form in ("surname", "honorific") and not excused:
            self.alone = Stretch(name.start, name.end)
        elif form == "full":
            self.alone = None
        self.seen += 1
        if presents and self.introduced is None:
            self.introduced = Stretch(name.start, name.end)
        self.bare = self.bare or form != "full"


def _is_spelled_out(facts: Facts, run: Run) -> bool:
    """Whether the place is about how the name is not spelled: “He is Flett, not Flatt.”"""
    before = facts.tokens.lowers[max(0, run.lead - 2) : run.lead]
    return not facts.lexicon.words("spelling-contrasts").isdisjoint(before)


def _as_written(meant: Sequence[tuple[Run, str]]) -> dict[str, str]:
    """First and last names as they first stand, in capitals only if they always do, by how they are compared."""
    written: dict[str, str] = {}
    for run, _ in meant:
        for word in (run.words[0], run.words[-1]):
            if (key := name_key(word)) not in written or written[key].isupper():
                written[key] = word
    return {key: word.title() if word.isupper() else word for key, word in written.items()}


def _meant_so(facts: Facts, somebody: Somebody) -> Sequence[tuple[Run, str]]:
    """The places that spell the name as the writer means it: not those before “[sic]”, unless there are no others."""
    lowers = facts.tokens.lowers
    meant = [(run, form) for run, form in somebody.named if lowers[run.last : run.last + 3].count("sic") == 0]
    return meant or [*somebody.named]
