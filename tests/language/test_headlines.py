"""Headlines: whose verb it is where articles and auxiliaries are left out, and where every word has a capital."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts
from factlint.language.model import Clause

Annotate = Callable[[str], Facts]
BODY = "\n\nThe plan was told to reporters on Monday, and nobody was surprised by it.\n"


def clauses(annotate: Annotate, headline: str) -> tuple[Facts, list[Clause]]:
    facts = annotate(headline + BODY)
    first = next(s.number for s in facts.sentences if s.kind == "headline")
    return facts, [clause for clause in facts.language.clauses if clause.sentence == first]


def subject_of(facts: Facts, clause: Clause) -> str | None:
    return None if clause.subject is None else facts.text(facts.language.phrases[clause.subject])


@pytest.mark.parametrize(
    ("headline", "lemma", "subject"),
    [
        ("Norwegian police to question two drivers", "question", "Norwegian police"),
        ("Grey Harbour to reunite for one show", "reunite", "Grey Harbour"),
        ("Banks in Ghent and Lyon to merge in June", "merge", "Banks"),
        ("Transfer news: Ida Moss to join Norwood", "join", "Ida Moss"),
        ("Island to scrap homework", "scrap", "Island"),
        ("Two to stand trial over fire", "stand", "Two"),
        ("Nine ill after wedding; search to resume at dawn", "resume", "search"),
        ("Three town schools to drop Latin", "drop", "Three town schools"),
        ("Ferry order lost, Holm yard to close", "close", "Holm yard"),
        ("Plan to go ahead after vote", "go", "Plan"),
    ],
)
def test_an_infinitive_behind_somebody_tells_what_is_to_come(
    annotate: Annotate, headline: str, lemma: str, subject: str
) -> None:
    facts, found = clauses(annotate, headline)
    clause = next(c for c in found if c.lemma == lemma)
    assert (subject_of(facts, clause), clause.standing, clause.tense) == (subject, "planned", "future")


@pytest.mark.parametrize(
    "headline",
    [
        "Ten ways to mend a roof",
        "Plan to close two schools",
        "The best lamps to read by in winter",
        "How to mend a roof",
    ],
)
def test_an_infinitive_behind_a_plan_or_a_tip_has_no_subject(annotate: Annotate, headline: str) -> None:
    _, found = clauses(annotate, headline)
    assert [c.subject for c in found if c.kind in ("infinitive", "main")] in ([None], [])


@pytest.mark.parametrize(
    ("headline", "lemma", "subject"),
    [
        ("Moss Family Gives Early Support to Young Painters", "give", "Moss Family"),
        ("My Neighbour Became a Famous Juggler Overnight", "become", "My Neighbour"),
        ("Norwood Choir Develops Taste for Heavy Metal", "develop", "Norwood Choir"),
        ("Some Researchers Agree With the Angry Farmers", "agree", "Some Researchers"),
    ],
)
def test_capitals_hide_no_verb(annotate: Annotate, headline: str, lemma: str, subject: str) -> None:
    facts, found = clauses(annotate, headline)
    assert [subject_of(facts, c) for c in found if c.lemma == lemma] == [subject]


@pytest.mark.parametrize(
    ("headline", "name"),
    [("Tim Cook Talks About the Long Road Home", "Cook"), ("Marketing Pioneer Ivan Lunt Wins Design Prize", "Pioneer")],
)
def test_capitals_leave_names_as_they_are(annotate: Annotate, headline: str, name: str) -> None:
    facts, _ = clauses(annotate, headline)
    assert facts.language.tags[facts.tokens.texts.index(name)] == "PROPN"


@pytest.mark.parametrize(
    "headline", ["Ten books to read this summer", "Plan to close school", "Mum's plea to find son"]
)
def test_an_infinitive_that_tells_more_of_a_noun_has_it_not_for_a_subject(annotate: Annotate, headline: str) -> None:
    facts, found = clauses(annotate, headline)
    assert all(subject_of(facts, clause) is None for clause in found)


@pytest.mark.parametrize(
    ("headline", "lemma", "subject", "thing"),
    [
        ("Judge orders firm to pay widow", "order", "Judge", "firm"),
        ("Widow ordered to pay firm £20,000", "pay", None, "firm"),
        ("Schoolboy, 15, beats master in Lund match", "beat", "Schoolboy", "master"),
        ("Bakery boss hails ‘great year’", "hail", "Bakery boss", "great year"),
        ("Fisheries minister quits", "quit", "Fisheries minister", None),
        ("Hospital boss quits, blames cuts", "blame", "Hospital boss", "cuts"),
        ("Apple growers in Kent welcome new levy", "welcome", "Apple growers", "new levy"),
        ("Holm family cashes out as Pollard buys mill", "cash", "Holm family", None),
        ("Crews walk out over pay offer", "walk", "Crews", None),
        ("BAKER SACKED BY OWNER IN CHIP SHOP", "sack", "BAKER", None),
    ],
)
def test_the_verb_of_a_headline_is_found_by_its_place_and_number(
    annotate: Annotate, headline: str, lemma: str, subject: str | None, thing: str | None
) -> None:
    facts, found = clauses(annotate, headline)
    clause = next(c for c in found if c.lemma == lemma)
    told = None if clause.object is None else facts.text(facts.language.phrases[clause.object])
    assert (subject_of(facts, clause), told) == (subject, thing)


@pytest.mark.parametrize(
    ("sentence", "lemma", "subject"),
    [
        ("The actor, 38, who plays a vicar, left on Tuesday.", "leave", "The actor"),
        ("Holm Foods will cut its hours after a shortage hit the mill, but will keep its staff.", "keep", "Holm Foods"),
        ("Holm Foods will cut its hours after a shortage hit the mill, and closed it.", "cut", "Holm Foods"),
    ],
)
def test_an_age_does_nothing_and_an_auxiliary_goes_on_from_its_like(
    annotate: Annotate, sentence: str, lemma: str, subject: str
) -> None:
    facts = annotate(f"Holm\n\n{sentence} It rained.\n")
    clause = next(clause for clause in facts.language.clauses if clause.lemma == lemma)
    assert subject_of(facts, clause) == subject
