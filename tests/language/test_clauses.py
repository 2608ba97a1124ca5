"""Clauses: whose verb it is, whom it acts on, and whether it is done, planned or only said."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.language.model import Clause

Annotate = Callable[[str], Facts]


def clause(facts: Facts, lemma: str) -> Clause:
    return next(c for c in facts.language.clauses if c.lemma == lemma)


def words_of(facts: Facts, index: int | None) -> str | None:
    return None if index is None else facts.text(facts.language.phrases[index])


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "object"),
    [
        ("The council banned wood stoves in May.", "ban", "The council", "wood stoves"),
        ("Wood stoves were banned by the council.", "ban", "Wood stoves", None),
        ("The owner of the mill bought two ovens.", "buy", "The owner", "two ovens"),
        ("“We will wait,” said the mayor of Lund.", "say", "the mayor", None),
        ("Buyers stayed away from the sale, Lund Mills Corp. said on Monday.", "say", "Lund Mills Corp", None),
        ("Ann Roe, a baker from Leeds, bought the mill.", "buy", "Ann Roe", "the mill"),
        ("The court, which met twice, cleared both ministers.", "meet", "which", None),
        ("A driver who stole 41 bullocks was sent to prison.", "send", "A driver", None),
        ("A crane that can lift a locomotive was switched on.", "switch", "A crane", None),
        ("A landlord fined £18,000 for letting flats has lost his appeal.", "lose", "A landlord", "his appeal"),
        ("Bears beat Lions 31-28 on Sunday.", "beat", "Bears", "Lions"),
        ("The barn where the mare was found will be pulled down.", "pull", "The barn", None),
        ("The town where she grew up has changed.", "change", "The town", None),
        ("The day when Lunt lost was forgotten by most.", "forget", "The day", None),
        ("When Lunt lost the vote he was forgotten.", "forget", "he", None),
        (
            "The head of the trust, Peter Lyle, who died in May, thanked the men on Sunday.",
            "thank",
            "The head",
            "the men",
        ),
        ("The cup went to Sid Hale of Lund.\n\nHale presented the award.", "present", "Hale", "the award"),
        ("A show of old toys opens at the museum.", "open", "A show", None),
        ("It starts on 8 July and ends on 12 July.", "end", "It", None),
        ("The mayor knew where the mare was and told nobody.", "know", "The mayor", None),
    ],
)
def test_a_verb_has_its_subject_and_object(
    annotate: Annotate, text: str, lemma: str, subject: str, object: str | None
) -> None:
    facts = annotate(text)
    found = clause(facts, lemma)
    assert (words_of(facts, found.subject), words_of(facts, found.object)) == (subject, object)


@pytest.mark.parametrize(
    ("text", "lemma", "standing"),
    [
        ("The park is to open in March.", "open", "planned"),
        ("The park was to have opened in March.", "open", "denied"),
        ("The museum is ready to give the bones back.", "give", "planned"),
        ("He has a plan to close the park.", "close", "planned"),
        ("She is unlikely to sell.", "sell", "denied"),
        ("It is hard to sell.", "sell", "done"),
        ("The council banned wood stoves.", "ban", "done"),
        ("The council will ban wood stoves.", "ban", "planned"),
        ("The council plans to ban wood stoves.", "ban", "planned"),
        ("The council may ban wood stoves.", "ban", "possible"),
        ("The mayor asked the council to ban wood stoves.", "ban", "asked"),
        ("Police allege that Carl Holm stole the oars.", "steal", "alleged"),
        ("Carl Holm has allegedly stolen the oars.", "steal", "alleged"),
    ],
)
def test_a_clause_has_the_standing_that_its_words_and_the_verb_over_it_give(
    annotate: Annotate, text: str, lemma: str, standing: str
) -> None:
    assert clause(annotate(text), lemma).standing == standing


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "voice", "negated"),
    [
        ("The council banned stoves.", "ban", "past", "active", False),
        ("The council has not banned stoves.", "ban", "present", "active", True),
        ("The council didn't ban stoves.", "ban", "past", "active", True),
        ("Stoves were banned.", "ban", "past", "passive", False),
        ("Stoves will be banned.", "ban", "future", "passive", False),
    ],
)
def test_tense_voice_and_denial(
    annotate: Annotate, text: str, lemma: str, tense: str, voice: str, negated: bool
) -> None:
    found = clause(annotate(text), lemma)
    assert (found.tense, found.voice, found.negated) == (tense, voice, negated)


@pytest.mark.parametrize(
    ("text", "verb", "particle"),
    [
        ("The union holds off on a vote.", "holds", "off"),
        ("Phones double up as tickets.", "double", "up"),
        ("The court turned down the appeal.", "turned", "down"),
        ("She took over from Ann Roe.", "took", "over"),
        ("The mayor quit over lost keys.", "quit", None),
        ("The court held two hearings.", "held", None),
    ],
)
def test_a_particle_right_behind_a_verb_makes_another_verb(
    annotate: Annotate, text: str, verb: str, particle: str | None
) -> None:
    language = annotate(text).language
    at = language.particle_of(language.tokens.lowers.index(verb))
    assert particle == (None if at is None else language.tokens.lowers[at])


def test_whether_to_do_a_thing_is_open(annotate: Annotate) -> None:
    assert clause(annotate("The union will vote on whether to endorse Roe."), "endorse").standing == "possible"


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("The sisters taught three towns to read, swim and argue.", "argue", "infinitive"),
        ("The council voted to scrap the bells and sell the organ.", "sell", "infinitive"),
        ("The council scrapped the bells and sold the organ.", "sell", "main"),
        ("The life of the mast is expected to be 30 years.", "be", "infinitive"),
    ],
)
def test_a_bare_verb_goes_on_from_an_infinitive(annotate: Annotate, text: str, lemma: str, kind: str) -> None:
    assert clause(annotate(text), lemma).kind == kind
