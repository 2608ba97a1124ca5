"""Stand-ins: who a headline is about, where the text is about another and has the headline's somewhere beside.

“Steyn bows out as speaker” over a text that opens with the speaker, Xulu, and names Steyn among those who paid tribute;
“Swede wins title” where the winner is from Finland and a Swede came last. Nothing in what the text tells of the
headline's own may be of what the headline tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_NOBODY = frozenset({"money", "quantity", "time"})
_EARLY = 3  # sentences by which a text has said whom it is about
_NOWHERE = 1 << 30  # the number of no sentence, behind all others
_ORIGIN = 5  # tokens before a country in which “from” says that somebody is of it
_OPENING = 2  # sentences with which it tells of him


class Somebody(NamedTuple):
    """One of whom a line or the text tells.

    first, last: the words for him, as tokens.
    sentences: the sentences that tell of him.
    """

    first: int
    last: int
    sentences: frozenset[int]


def find_stand_ins(story: Story) -> Iterator[Contrast]:
    """Everybody whom a headline is about, and the text is not."""
    for line in story.display:
        if line.title_case or line.all_capitals or story.asks(line) or not story.sentences:
            continue
        for index, phrase in enumerate(story.language.phrases):
            if not line.paragraph.first <= phrase.first < line.paragraph.last:
                continue
            if _is_about(line, phrase):
                yield from _another(story, line, index, phrase)
            elif phrase.pronoun is None and not phrase.conjoined and not phrase.plural:
                stated, _ = _office(story, phrase)
                if stated is not None and not stated.sentences:
                    yield from _absent(story, line, index, phrase)


def _is_about(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase of a line is one that the line is about: it opens it, or does something."""
    alone = phrase.pronoun is None and not phrase.conjoined and not phrase.plural and phrase.number is None
    return alone and phrase.clause is not None and (phrase.first == line.paragraph.first or phrase.role == "subject")


def _another(story: Story, line: Line, index: int, phrase: Phrase) -> Iterator[Contrast]:
    for kind in (_person, _office, _native):
        stated, others = kind(story, phrase)
        if kind is _office and stated is not None and not stated.sentences:
            yield from _absent(story, line, index, phrase)
        if stated is None or not stated.sentences:
            continue
        if kind is _office and _acts_by_other_words(story, phrase, _noun(story, phrase)):
            return
        opening = frozenset(one.number for one in story.sentences[:_OPENING])
        about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
        own = _shared(story, about, stated.sentences)
        others = [one for one in others if about.isdisjoint(story.telling(one.first, one.last))]
        earlier = [_introduced(story, one) for one in others if min(one.sentences) < min(stated.sentences)]
        rival = max(earlier, key=lambda other: _shared(story, about, other.sentences), default=None)
        # Beside another office in the first sentence, one that comes in the second has to have something of the line.
        early = opening if kind is _person else frozenset([story.sentences[0].number])
        if rival is None or (stated.sentences & early and kind is not _native):
            return
        if own and (kind is not _native or own >= _shared(story, about, rival.sentences)):
            return
        nowhere = _NOWHERE in stated.sentences
        if not nowhere and not _shared(story, about, rival.sentences):
            return
        tokens = story.tokens
        yield Contrast(
            tokens.starts[stated.first], tokens.ends[stated.last - 1], "doer", "headline",
            story.words(stated.first, stated.last), story.words(rival.first, rival.last), "middling", False,
            Stretch(tokens.starts[rival.first], tokens.ends[rival.last - 1]),
        )  # fmt: skip
        return


def _absent(story: Story, line: Line, index: int, phrase: Phrase) -> Iterator[Contrast]:
    """An office that the text has not at all, where it opens with another: foreign minister, interior minister."""
    rival = _namesake(story, index, phrase) or _instead(story, line, index, phrase)
    if rival is not None:
        yield Contrast(
            phrase.start, phrase.end, "doer", "headline", story.words(phrase.first, phrase.last),
            story.words(rival.first, rival.last), "middling", False, Stretch(rival.start, rival.end),
        )  # fmt: skip


def _namesake(story: Story, index: int, phrase: Phrase) -> Phrase | None:
    """Whom the text opens with by the same noun and another word before it, where it has the headline's nowhere."""
    before = _classifier(story, phrase)
    if before is None or story.has(before):
        return None
    lemma = _noun(story, phrase)
    opening = frozenset(one.number for one in story.sentences[:_OPENING])
    for other in story.language.phrases:
        if other.sentence not in opening or other.plural or _noun(story, other) != lemma:
            continue
        rival = _classifier(story, other)
        return other if rival is not None and _exclude(story, before, rival) else None
    return None


def _exclude(story: Story, one: int, other: int) -> bool:
    """Whether two words before an office part it: two of one class, or two that name branches."""
    words, lowers = story.language.words, story.tokens.lowers
    branches = story.facts.lexicon.words("adjectives-of-offices")
    if lowers[one] in branches or lowers[other] in branches:
        return lowers[one] != lowers[other]
    return bool(words.noun_classes(lowers[one]) & words.noun_classes(lowers[other]))


def _instead(story: Story, line: Line, index: int, phrase: Phrase) -> Phrase | None:
    """Whom the text's first sentence is about, by another office, where it has nobody of the headline's."""
    offices = story.facts.lexicon.words("offices")
    if phrase.proper and phrase.last - phrase.first > 1:
        return None
    lexicon, noun = story.facts.lexicon, _noun(story, phrase)
    before = story.tokens.lowers[phrase.head - 1] if phrase.head > phrase.first else ""
    if before in lexicon.words("offices-beside-words"):
        if story.has(phrase.head - 1):
            return None
    elif _classifier(story, phrase) is not None or story.has(phrase.head) or story.has_kin(noun):
        return None
    if noun in lexicon.words("offices-of-anybody") or noun in lexicon.words("headline-subjects"):
        return None
    if _acts_by_other_words(story, phrase, noun):
        return None
    first = story.sentences[0]
    about = story.telling(line.paragraph.first, line.paragraph.last)
    if not about & story.telling(first.first, first.last):
        return None
    for other in story.language.phrases:
        if other.sentence != first.number or other.plural or other.conjoined or story.in_quote(other.head):
            continue
        titled = not other.proper or other.head == other.last - 1 == other.first  # “Roe, Commissioner for Farms”
        if other.role in ("subject", "apposition") and other.pronoun is None and titled:
            lemma = _noun(story, other)
            known = lemma in offices and lemma not in lexicon.words("offices-of-anybody")
            excluding = lexicon.words("offices-that-exclude")
            exclude = noun in excluding and lemma in excluding and noun != lemma
            apart = exclude or story.are_sisters(noun, lemma) or before in lexicon.words("offices-beside-words")
            return other if known and apart and not story.stands(other.head, line) else None
    return None


def _head(story: Story, phrase: Phrase) -> int:
    """The token of a phrase's noun; of a name with an office before it that of the office: “Secretary Roe”."""
    offices = story.facts.lexicon.words("offices")
    if not phrase.proper or story.tokens.lowers[phrase.head] in offices:
        return phrase.head
    own = (at for at in range(phrase.head - 1, phrase.first - 1, -1) if story.tokens.lowers[at] in offices)
    return next(own, phrase.head)


def _noun(story: Story, phrase: Phrase) -> str:
    return story.tokens.lowers[_head(story, phrase)] if phrase.proper else phrase.lemma


def _classifier(story: Story, phrase: Phrase) -> int | None:
    """The word before an office that says of what it is: foreign, irrigation; none that says whose or how old."""
    at = _head(story, phrase) - 1
    if at < phrase.first or story.language.tags[at] not in ("NOUN", "ADJ", "PROPN"):
        return None
    lexicon = story.facts.lexicon
    lower = story.tokens.lowers[at]
    if lower in lexicon.table("country-adjectives") or lower in lexicon.words("offices-beside-words"):
        return None
    if lower in lexicon.words("adjectives-of-offices"):
        return at
    return at if story.language.tags[at] != "ADJ" and story.language.words.noun_classes(lower) else None


def _introduced(story: Story, one: Somebody) -> Somebody:
    """Somebody with the sentence that tells of him before he is named: “The man who … . Deputy Governor Roe …”."""
    numbers = [sentence.number for sentence in story.sentences[:_OPENING]]
    late = len(numbers) == _OPENING and min(one.sentences) == numbers[1]
    return one._replace(sentences=one.sentences | {numbers[0]}) if late else one


def _shared(story: Story, about: frozenset[str], sentences: frozenset[int]) -> int:
    """How many telling words of a line one of some sentences has."""
    facts = story.facts
    known = (facts.sentences[number] for number in sentences if number != _NOWHERE)
    spans = ((one.first, one.last) for one in known)
    return max((len(about & story.telling(first, last)) for first, last in spans), default=0)


def _person(story: Story, phrase: Phrase) -> tuple[Somebody | None, list[Somebody]]:
    """Who is named in a phrase, and those whom the text names first."""
    if not phrase.proper:
        return None, []
    people = _people(story)
    words = {plain(word) for word in story.tokens.lowers[phrase.first : phrase.last]}
    named = [who for who, (names, _) in people.items() if words & names]
    if len(named) != 1:
        return None, []
    stated = Somebody(phrase.first, phrase.last, people[named[0]][1].sentences)
    early = frozenset(one.number for one in story.sentences[:_EARLY])
    return stated, [one for who, (_, one) in people.items() if who != named[0] and one.sentences & early]


def _people(story: Story) -> dict[str, tuple[set[str], Somebody]]:
    """By number, the words of each person's name, and the sentences of the text that name him or open with “he”."""
    found: dict[str, tuple[set[str], Somebody]] = {}
    for mention in story.facts.mentions:
        number = story.facts.sentence_at(mention.start).number
        if mention.person is None or number not in story.numbers:
            continue
        first, last = story.tokens.span(mention.start, mention.end)
        names, one = found.get(mention.person.id, (set(), Somebody(first, last, frozenset())))
        names |= {plain(word) for word in story.tokens.lowers[first:last]}
        found[mention.person.id] = names, one._replace(sentences=one.sentences | {number})
    for pronoun in story.facts.pronouns:
        sentence = story.facts.sentence_at(pronoun.start)
        # Which of two a pronoun further on in a sentence means is often open.
        subject = story.phrase(story.language.phrase_at(sentence.first))
        opens = subject is not None and subject.pronoun is not None and subject.start == pronoun.start
        if opens and pronoun.person is not None and pronoun.person.id in found and sentence.number in story.numbers:
            names, one = found[pronoun.person.id]
            found[pronoun.person.id] = names, one._replace(sentences=one.sentences | {sentence.number})
    return found


def _office(story: Story, phrase: Phrase) -> tuple[Somebody | None, list[Somebody]]:
    """Whose office a phrase tells, and the other offices of the text."""
    offices = story.facts.lexicon.words("offices")
    lemma = story.tokens.lowers[phrase.head] if phrase.proper else phrase.lemma
    if lemma not in offices or phrase.owner is not None:
        return None, []
    key = _description(story, phrase)
    deputies = story.facts.lexicon.words("offices-beside-words")  # whose office is another than the one they name
    alone = key.isdisjoint(deputies)
    own: set[int] = set()
    beside: set[int] = set()
    others: dict[frozenset[str], Somebody] = {}
    for other in story.language.phrases:
        if other.sentence not in story.numbers or other.plural or story.in_quote(other.head):
            continue
        words = _description(story, other)
        if key <= words and (words - key).isdisjoint(deputies):
            own.add(other.sentence)
            if other.role == "attribute":
                own.add(story.sentences[0].number)  # “She has been governor since …”, of whom the text has told
            continue
        if key <= words:
            beside.add(other.sentence)
        if (story.tokens.lowers[other.head] in offices or key < words) and not words <= key:
            one = others.get(words, Somebody(other.first, other.last, frozenset()))
            others[words] = one._replace(sentences=one.sentences | {other.sentence})
    early = frozenset(one.number for one in story.sentences[:_EARLY])
    rivals = [one for one in others.values() if one.sentences & early]
    return Somebody(phrase.first, phrase.last, frozenset(own or (beside if alone else ()))), rivals


def _description(story: Story, phrase: Phrase) -> frozenset[str]:
    """The words of a phrase that say what its head is."""
    head = _head(story, phrase)
    own = (at for at in phrase.modifiers if at < head)
    return frozenset(plain(story.tokens.lowers[at]) for at in (*own, head))


def _native(story: Story, phrase: Phrase) -> tuple[Somebody | None, list[Somebody]]:
    """Of which country somebody is by a phrase, and the other countries that the text opens with."""
    countries = story.facts.lexicon.table("country-adjectives")
    at = next((at for at in range(phrase.first, phrase.last) if story.tokens.lowers[at] in countries), None)
    if at is None or phrase.classes & _NOBODY:
        return None, []
    country = countries[story.tokens.lowers[at]]
    found: dict[str, Somebody] = {}
    for place in story.facts.places:
        number = story.facts.sentence_at(place.start).number
        if number in story.numbers:
            first, last = story.tokens.span(place.start, place.end)
            _add(found, place.name, first, last, number)
    for one in story.sentences:
        for token in range(one.first, one.last):
            name = countries.get(story.tokens.lowers[token].rpartition("-")[2])  # “an ex-Russian officer”
            if name is not None:
                _add(found, name, token, token + 1, one.number)
    early = frozenset(one.number for one in story.sentences[:_EARLY])
    known = frozenset(countries.values())
    rivals = [one for name, one in found.items() if name != country and name in known and one.sentences & early]
    stated = found.get(country)
    if stated is not None:
        return Somebody(at, at + 1, stated.sentences), rivals
    # The text has nothing of the headline's country: it must say of the one it tells of that he is from another.
    return Somebody(at, at + 1, frozenset({_NOWHERE})), [one for one in rivals if _is_his(story, one)]


def _is_his(story: Story, country: Somebody) -> bool:
    """Whether a country is one that somebody is of: “from Zwolle in the Netherlands”, “an Austrian”."""
    lowers = story.tokens.lowers
    if story.in_quote(country.first):
        return False
    sentence = story.facts.sentence_at(story.tokens.starts[country.first])
    start = max(sentence.first, country.first - _ORIGIN)
    other = story.facts.lexicon.words("prepositions") - story.facts.lexicon.words("country-of-words")
    other -= story.facts.lexicon.words("in-words")
    # “beaten by a tenth of a second by an Italian” says of nobody that he is of Italy.
    start = next((at + 1 for at in range(country.first - 1, start - 1, -1) if lowers[at] in other), start)
    before = lowers[start : country.first]
    if lowers[country.first] in story.facts.lexicon.table("country-adjectives"):
        # “from the Slovenian town of Kranj”, not “the Spanish of the coast”.
        behind = story.language.words.noun_classes(lowers[country.last]) if country.last < len(lowers) else frozenset()
        phrase = story.phrase(story.language.phrase_at(country.first))
        if phrase is not None and phrase.role == "subject" and phrase.head in (country.first, country.last):
            # “A Slovenian who took up climbing”, “a Slovenian climber”.
            return phrase.head == country.first or "person" in phrase.classes
        return "place" in behind and not story.facts.lexicon.words("country-of-words").isdisjoint(before)
    return not story.facts.lexicon.words("country-of-words").isdisjoint(before)


def _add(found: dict[str, Somebody], name: str, first: int, last: int, number: int) -> None:
    one = found.get(name, Somebody(first, last, frozenset()))
    found[name] = one._replace(sentences=one.sentences | {number})


def _acts_by_other_words(story: Story, stated: Phrase, lemma: str) -> bool:
    """Whether whoever does something in a headline does it in the text by another word: a judge as the court."""
    words = story.facts.lexicon.values("offices-by-other-words").get(lemma, ())
    clause = None if stated.clause is None or not words else story.language.clauses[stated.clause]
    if clause is None or clause.voice == "passive" or _is_bare(clause):
        return False
    lowers = story.tokens.lowers
    doing = (one for one in story.language.phrases if one.role == "subject" and one.sentence in story.numbers)
    return any(not set(words).isdisjoint(lowers[one.first : one.last]) for one in doing)


def _is_bare(clause: Clause) -> bool:
    """Whether a headline leaves out the auxiliary of a passive: “Captain sacked”."""
    return clause.last - clause.first == 1 and clause.tense != "present" and clause.object is None
