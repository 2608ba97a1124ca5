"""Who an article names: what is found as a person's name, what only looks like one, and who is one person."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.facts.annotate import Facts
from factlint.facts.model import Person
from factlint.relations.analysis import Analysis
from tests.facts.conftest import LEXICON

Annotate = Callable[[str], Facts]

HEAD = "Bridge to close\n\n"


def named(facts: Facts) -> list[str]:
    """Every name in the text, as written, in order of place."""
    return [facts.text(mention) for mention in facts.mentions]


def only(facts: Facts) -> Person:
    assert len(facts.people) == 1
    return facts.people[0]


# ---------------------------------------------------------------- what is found, and what only looks like it


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The plan of Peter Ashdown failed.", ["Peter Ashdown"], id="first name and surname"),
        pytest.param("The plan was Nnamdi Okafor's.", ["Nnamdi Okafor"], id="possessive"),
        pytest.param("Aoife Gallagher spoke first.", ["Aoife Gallagher"], id="Irish"),
        pytest.param("They met Oluwaseun Adeyemi in May.", ["Oluwaseun Adeyemi"], id="Yoruba"),
        pytest.param("They met Giorgos Papadakis in May.", ["Giorgos Papadakis"], id="Greek"),
        pytest.param("They met Rajesh Krishnamurthy in May.", ["Rajesh Krishnamurthy"], id="Indian"),
        pytest.param("Ursula van der Berg and Carlos de la Torre met.", ["Ursula van der Berg", "Carlos de la Torre"]),
        pytest.param("Aides of Bashar al-Masri met.", ["Bashar al-Masri"], id="Arabic article"),
        pytest.param("Aides of Khalid bin Salman met.", ["Khalid bin Salman"], id="son of"),
        pytest.param("Fiona McAllister and Sean O'Rourke met.", ["Fiona McAllister", "Sean O'Rourke"], id="Mc and O'"),
        pytest.param("A book by J.K. Ashdown and L. Ron Hale.", ["J.K. Ashdown", "L. Ron Hale"], id="initials"),
        pytest.param("George W. Ashdown spoke.", ["George W. Ashdown"], id="an initial inside"),
        pytest.param(
            "Jean-Luc Moreau and Ann Price-Jones spoke.", ["Jean-Luc Moreau", "Ann Price-Jones"], id="hyphens"
        ),
        pytest.param(
            "Robert Hale Jr. and Henry Hale III spoke.", ["Robert Hale Jr", "Henry Hale III"], id="Jr and III"
        ),
        pytest.param(
            "Mayor Leung Kwok-hung met Kim Jong-un.", ["Leung Kwok-hung", "Kim Jong-un"], id="East Asian order"
        ),
        pytest.param("Ms. Roe and Dr Hale disagreed.", ["Roe", "Hale"], id="honorifics are no part of the name"),
        pytest.param("Foreign Minister Anna Roe left.", ["Anna Roe"], id="titles are no part of the name"),
        pytest.param("Goals by Pelé won it.", ["Pelé"], id="a single name that everybody knows"),
        pytest.param("The gods were Zeus and Poseidon.", ["Zeus", "Poseidon"], id="gods"),
        pytest.param("Tony “Bones” Ashdown was freed.", ["Tony “Bones” Ashdown"], id="a nickname in quotation marks"),
        pytest.param("Tony “Big Bones” Ashdown fled.", ["Tony “Big Bones” Ashdown"], id="a nickname of two words"),
        pytest.param("Merle “Auntie Fin” Ashdown fled.", ["Merle “Auntie Fin” Ashdown"], id="a title in a nickname"),
        pytest.param("“They know [Syrian President Bashar al-] Assad,” he said.", ["Bashar al-] Assad"], id="brackets"),
        pytest.param("Will Ashdown said no. Grace Ashdown said yes.", ["Will Ashdown", "Grace Ashdown"], id="words"),
        pytest.param(
            "Theresa May and Jordan Hale met in Paris.", ["Theresa May", "Jordan Hale"], id="months and places"
        ),
        pytest.param("Scientologist Tom Ashdown spoke.", ["Tom Ashdown"], id="what somebody is, with a capital"),
        pytest.param("An envoy to the United States Hana Ashdown spoke.", ["Hana Ashdown"], id="a place right before"),
        pytest.param("Carl Holm & Peter Berg won.", ["Carl Holm", "Peter Berg"], id="two people"),
        pytest.param("“We lost,” said Brannigan.", ["Brannigan"], id="a speaker"),
        pytest.param("In the words of Brannigan, “we lost”.", ["Brannigan"], id="a source"),
        pytest.param(
            "The town met Xoli Zabuxa, John Hale and Ann Roe.", ["Xoli Zabuxa", "John Hale", "Ann Roe"], id="list"
        ),
        pytest.param("Then Zabuxel resigned, and on Friday she left her office.", ["Zabuxel"], id="a pronoun after it"),
    ],
)
def test_names_of_people_are_found_whole(annotate: Annotate, text: str, names: list[str]) -> None:
    assert named(annotate(HEAD + text + "\n")) == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The talks in Paris and Jordan end in May.", id="places and months"),
        pytest.param("Will the bridge close? Grace is needed. Mark the date.", id="words that are first names"),
        pytest.param("Lloyds and Wells Fargo lent the money.", id="banks"),
        pytest.param("Ernst & Young and Ernst and Young checked the books.", id="firms named after two people"),
        pytest.param("The White House blamed the Kremlin.", id="buildings"),
        pytest.param("Shares in Brannigan rose by 3% after its results.", id="shares"),
        pytest.param("The carmaker Brannigan will close its plant.", id="a noun for a firm before it"),
        pytest.param("Brannigan 2 is out on Friday.", id="a number after it"),
        pytest.param("Newcastle United beat Aston Villa.", id="teams"),
        pytest.param("It broke the Brannigan Act and the Marshall Plan.", id="laws and plans"),
        pytest.param("It won the Booker Prize and the Ryder Cup.", id="prizes"),
        pytest.param("The aircraft carrier USS Abraham Lincoln sailed.", id="ships"),
        pytest.param("The Brannigan family sold the mill.", id="a family"),
        pytest.param("Scientology and Buddhism grew.", id="teachings"),
        pytest.param("I'm late, and They've left.", id="contractions"),
        pytest.param("The Los Angeles-based firm closed.", id="a place in a compound"),
        pytest.param("Queen Elizabeth Hospital and St Andrews University closed.", id="places named after people"),
        pytest.param("On Monday, Muslims and Christians prayed.", id="faiths"),
        pytest.param("Wiltshire and Oxfordshire flooded.", id="counties"),
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(annotate: Annotate, text: str) -> None:
    assert named(annotate(HEAD + text + "\n")) == []


def test_names_in_capitals_are_found_in_a_headline_and_are_one_with_those_of_the_text(annotate: Annotate) -> None:
    facts = annotate("PETER ASHDOWN QUITS\n\nPeter Ashdown quit on Friday. Ashdown had been ill.\n")
    assert [name.text for name in only(facts).names] == ["PETER ASHDOWN", "Peter Ashdown", "Ashdown"]


def test_an_auxiliary_that_opens_a_question_is_no_first_name(annotate: Annotate) -> None:
    facts = annotate("Bernie Ashdown fights on\n\nWill Ashdown give up?\n")
    assert [name.text for name in only(facts).names] == ["Bernie Ashdown", "Ashdown"]


# ---------------------------------------------------------------- one person, or two


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Peter Ashdown left. Ashdown was tired. Mr Ashdown slept.", "Peter Ashdown", id="surname"),
        pytest.param("Peter Ashdown left. Peter was tired.", "Peter Ashdown", id="first name"),
        pytest.param("Robert Ashdown left. Bob Ashdown was tired.", "Robert Ashdown", id="short form"),
        pytest.param("P. Ashdown left. Peter Ashdown was tired.", "P. Ashdown", id="initial"),
        pytest.param("Virgil van Dijk scored. Van Dijk was tired.", "Virgil van Dijk", id="particle with a capital"),
        pytest.param("Bashar al-Masri left. Masri was tired.", "Bashar al-Masri", id="article left out"),
        pytest.param("Kim Jong-un left. Kim was tired.", "Kim Jong-un", id="family name first"),
        pytest.param("Peter Ashdown left. Mr Ashdwon was tired.", "Peter Ashdown", id="a slip"),
        pytest.param("Muammar Gaddafi left. Gadhafi was tired.", "Muammar Gaddafi", id="another romanisation"),
    ],
)
def test_the_mentions_of_one_person_are_tied_together(annotate: Annotate, text: str, name: str) -> None:
    assert only(annotate(HEAD + text + "\n")).name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peter Ashdown met Brian Ashdown.", ["Peter Ashdown", "Brian Ashdown"]),
        ("Peter Ashdown met Peter Hale.", ["Peter Ashdown", "Peter Hale"]),
        ("Kim Jong-un met Moon Jae-in.", ["Kim Jong-un", "Moon Jae-in"]),
        ("Karin Lindqvist met Karl Lundqvist.", ["Karin Lindqvist", "Karl Lundqvist"]),
        ("Anna Brown met Eva Crown.", ["Anna Brown", "Eva Crown"]),
    ],
)
def test_two_people_stay_two(annotate: Annotate, text: str, names: list[str]) -> None:
    facts = annotate(HEAD + text + "\n")
    assert [person.name for person in facts.people] == names


def test_an_honorific_tells_namesakes_apart(annotate: Annotate) -> None:
    facts = annotate(HEAD + "Peter Ashdown met Joan Ashdown. Mrs Ashdown wept.\n")
    assert {person.name: [name.form for name in person.names] for person in facts.people} == {
        "Peter Ashdown": ["full"],
        "Joan Ashdown": ["full", "honorific"],
    }


# ---------------------------------------------------------------- what the text says of each


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Peter Ashdown spoke.", "male"),
        ("Siobhan Ashdown spoke.", "female"),
        ("Ms Ashdown spoke.", "female"),
        ("Sir Robin Ashdown spoke.", "male"),
        ("P. Ashdown spoke.", "unknown"),
    ],
)
def test_gender_comes_from_honorifics_and_first_names(annotate: Annotate, text: str, gender: str) -> None:
    assert only(annotate(HEAD + text + "\n")).gender == gender


@pytest.mark.parametrize(
    ("text", "introduced"),
    [
        ("Peter Ashdown spoke. Ashdown left.", "full"),
        ("The mayor, Ashdown, spoke.", "apposition"),
        ("Mayor Ashdown spoke.", "office"),
        ("“No,” said Ashdown.", None),
    ],
)
def test_how_the_first_mention_introduces_a_person(annotate: Annotate, text: str, introduced: str | None) -> None:
    assert only(annotate(HEAD + text + "\n")).introduced == introduced


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("“We lost,” said Brannigan.", True),
        ("Mr Zabuxel left.", True),
        ("Ann Roe and Brannigan spoke.", True),
        ("Brannigan resigned on Friday, and she left her office.", True),
    ],
)
def test_certain_are_those_whom_the_words_show_to_be_people(annotate: Annotate, text: str, certain: bool) -> None:
    assert [person.certain for person in annotate(HEAD + text + "\n").people][-1] is certain


STORY = "Library to open on Sundays\n\nThe library in Lund will open on Sundays from June, the council said.\n\n"


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        pytest.param("“We played well in the first half,” Anna Roe said.", False, id="nothing in common"),
        pytest.param("“The library is a place for children,” Anna Roe told the council.", True, id="words of topic"),
        pytest.param("“We played well,” Anna Roe said in Lund.", True, id="a place"),
    ],
)
def test_a_person_is_tied_to_the_article_by_names_and_words_of_its_topic(
    annotate: Annotate, text: str, tied: bool
) -> None:
    assert only(annotate(STORY + text + "\n\nThe trial lasts a year.\n")).tied is tied


def test_whom_the_configuration_knows_is_known_and_so_are_the_long_dead_without_an_honorific(
    annotate: Annotate,
) -> None:
    from factlint.read import read

    text = HEAD + "“No,” said Ashdown. He quoted Shakespeare, said Mr Newton.\n"
    article = read("article.txt", text.encode(), LEXICON)
    known = {person.name: person.known for person in Analysis(article, LEXICON, frozenset({"ashdown"})).people}
    assert known == {"Ashdown": True, "Shakespeare": True, "Newton": False}


# ---------------------------------------------------------------- one mention after the other


@pytest.mark.parametrize(
    ("paragraphs", "late"),
    [
        (["Ms Ashdown wept.", "It rained.", "Joan Ashdown had run the mill."], True),
        (["Ms Ashdown wept.", "Joan Ashdown had run the mill."], False),
        (["Joan Ashdown wept.", "It rained.", "Joan Ashdown had run the mill."], False),
        (["Mayor Ashdown wept.", "It rained.", "Joan Ashdown had run the mill."], False),
        (["“Ask Ms Ashdown,” he said.", "It rained.", "Joan Ashdown had run the mill."], False),
    ],
)
def test_a_full_name_is_late_where_the_surname_alone_came_paragraphs_before(
    annotate: Annotate, paragraphs: list[str], late: bool
) -> None:
    assert (annotate(HEAD + "\n\n".join(paragraphs) + "\n").mentions[-1].bare is not None) is late


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("Peter Ashdown met Brian Ashdown. Ashdown wept.", "Peter Ashdown"),
        ("Peter Ashdown met Joan Ashdown. Mrs Ashdown wept.", None),
        ("Ann Roe won. Roe, 40, ran. Roe smiled. Roe’s father, Jim Roe, wept.\n\nRoe left.", None),
    ],
)
def test_a_bare_surname_is_unclear_between_two_whom_the_article_names_alike(
    annotate: Annotate, text: str, unclear: str | None
) -> None:
    other = annotate(HEAD + text + "\n").mentions[-1].unclear
    assert (other and other.name) == unclear


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('“It broke,” she said. "We cannot pay for it," Hall said.', True),
        ('"We cannot pay for it," Marsh said.', True),
        ('It says: "Hall of fame." We cannot pay for it.', False),
    ],
)
def test_behind_a_quotation_a_capital_makes_a_name_of_a_plain_word(annotate: Annotate, text: str, named: bool) -> None:
    assert bool(annotate(HEAD + text + "\n").people) is named


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Joan Ashdown, prosecuting, said that he ran.", "office"),
        ("“He ran,” said Joan Ashdown, mitigating.", "office"),
        ("For the owners, Joan Ashdown said that he ran.", "office"),
        ("For now, Joan Ashdown said, he runs.", None),
        ("Joan Ashdown, running late, said that he ran.", None),
    ],
)
def test_the_part_somebody_has_in_court_tells_who_it_is(annotate: Annotate, text: str, described: str | None) -> None:
    assert annotate(HEAD + text + "\n").mentions[0].described == described


def test_other_first_names_of_one_length_are_no_short_form(annotate: Annotate) -> None:
    text = "Fergal Ashdown, a baker, rowed home.\n\nIt rained on Monday.\n\nThe doctor says Fergus Ashdown is well.\n"
    mistaken = annotate(HEAD + text).mentions[-1].mistaken
    assert mistaken is not None
    assert mistaken.name == "Fergal Ashdown"


def test_a_spelling_marked_as_the_sources_own_is_neither_told_nor_the_usual_one(annotate: Annotate) -> None:
    facts = annotate(HEAD + "“Angela Correy [sic] must go,” he wrote. Angela Corey stayed.\n")
    assert [mention.usual for mention in facts.mentions] == [None, None]


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Anna Müller opened it. Müller smiled. “Good,” Mueller said.", "Müller"),
        ("Ian McDonald sold it. McDonald had run it. “Good,” Macdonald said.", "McDonald"),
        ("ANNA MÜLLER, 41, opened it. Müller smiled. “Good,” Mueller said.", "Müller"),
    ],
)
def test_the_usual_spelling_is_told_as_the_article_writes_it(annotate: Annotate, text: str, usual: str) -> None:
    assert {mention.usual for mention in annotate(HEAD + text + "\n").mentions} == {None, usual}


# ---------------------------------------------------------------- bodies


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Labour Party", "the Labor Party", True),
        ("Al Qaeda", "al-Qaida", True),
        ("Procter & Gamble", "Proctor & Gamble", True),
        ("JPMorgan", "JP Morgan", True),
        ("the Centre for Sleep Research", "the Center for Sleep Research", True),
        ("the Centre for Sleep Research", "the Centre for Rain Research", False),
        ("Manchester United", "Manchester City", False),
        ("the United Nations", "the United Nation", False),
    ],
)
def test_two_spellings_of_one_bodys_name_have_one_key(annotate: Annotate, one: str, other: str, same: bool) -> None:
    facts = annotate(f"{HEAD}A court fined {one} on Monday.\n\nIn May it had fined {other} again.\n")
    keys = [body.key for body in facts.organizations]
    assert len(set(keys)) == (1 if same else len(keys))


# ---------------------------------------------------------------- what holds for any text

WORDS = st.sampled_from(
    [
        *(
            "Peter",
            "Ashdown",
            "Anna",
            "Roe",
            "van",
            "der",
            "al-Masri",
            "O'Rourke",
            "Kim",
            "Jong-un",
            "J.",
            "III",
            "Jr.",
        ),
        *("Mr", "Mrs.", "President", "“Bones”", "said", "the", "in", "Paris", "May", "Will", "“No,”", "[Syrian", "]"),
        *(
            "she",
            "his",
            "it",
            ".",
            ",",
            "and",
            "St.",
            "I'm",
            "Bj*rk",
            "PETER",
            "Ørsted",
            "’s",
            "family",
            "\n\n",
            "-",
            "&",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_mentions_are_slices_of_the_source_apart_from_each_other_and_ids_are_unique(words: list[str]) -> None:
    from factlint.read import read

    article = read("article.txt", " ".join(words).encode(), LEXICON)
    facts = Analysis(article, LEXICON)
    names = sorted(name for person in facts.people for name in person.names)
    assert all(article.source[name.start : name.end] == name.text for name in names)
    assert all(one.end <= two.start for one, two in pairwise(names))
    ids = [person.id for person in facts.people]
    assert len(set(ids)) == len(ids)
    assert [person.start for person in facts.people] == sorted(person.start for person in facts.people)


# ---------------------------------------------------------------- names that are nobody's, and two of one name


@pytest.mark.parametrize(
    "text",
    [
        "Skippers report on Moorly, a free application that the town bought. Moorly has 900 users.",
        "The hall was lent to the Jewish Coalition. Muslim Americans came, too.",
        "Aides say that she has the votes. Aides have counted them twice.",
    ],
    ids=["an application", "faiths", "an office in the plural"],
)
def test_nobody_is_named(annotate: Annotate, text: str) -> None:
    assert annotate(HEAD + text + "\n").people == ()


def test_other_initials_are_another_person(annotate: Annotate) -> None:
    people = annotate(HEAD + "George W. Hale opened it. George H.W. Hale had bought it.\n").people
    assert [person.name for person in people] == ["George W. Hale", "George H.W. Hale"]


def test_an_initial_more_is_the_same_person(annotate: Annotate) -> None:
    people = annotate(HEAD + "George Hale opened it. George W. Hale had bought it.\n").people
    assert len(people) == 1


def test_the_place_of_the_first_introduction_is_given_with_the_second(annotate: Annotate) -> None:
    text = HEAD + "Mayor Joan Ashdown wept.\n\nAshdown left.\n\nMayor Joan Ashdown came back.\n"
    facts = annotate(text)
    again = [mention.repeats for mention in facts.mentions if mention.repeats]
    assert [facts.text(place) for place in again] == ["Joan Ashdown"]
    assert again[0].start < text.index("wept")


def test_a_firm_of_the_family_name_is_nobody_who_is_mistaken_for_another(annotate: Annotate) -> None:
    text = (
        "There is a new name on the door at Azulejaria Ashdown.\n\nIt rained.\n\nMatilde Ashdown takes over in May.\n"
    )
    assert [mention.mistaken for mention in annotate(HEAD + text).mentions if mention.form == "full"][-1] is None


# ---------------------------------------------------------------- where names stand


@pytest.mark.parametrize(
    "text",
    [
        "It lies three miles from Main Street, where no child could walk to it.",
        "The letter came from Phil, a nurse, Ard na Mara.",
        "He lost the third verse of Bailiff and stood there. The song is Bailiff Know the Road.",
        "Gardaí called to the house, and he told them why.",
    ],
)
def test_streets_houses_songs_and_the_police_are_nobody(annotate: Annotate, text: str) -> None:
    assert {person.name for person in annotate(HEAD + text).people} <= {"Phil"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He left a wife, Karin.", "office"),
        ("They had three children, Karl, Per and Karin.", "office"),
        ("Their children, Karl, Per and Karin, wept.", "office"),
        ("He told his wife, Karin said.", None),
        ("Auntie Karin sang.", "office"),
    ],
)
def test_whose_relative_somebody_is_told_by_tells_who_it_is(annotate: Annotate, text: str, told: str | None) -> None:
    karin = [mention for mention in annotate(HEAD + text).mentions if mention.person.name == "Karin"]
    assert [mention.described for mention in karin] == [told]


def test_dr_roe_is_the_one_of_two_who_was_called_so(annotate: Annotate) -> None:
    text = "Tom Roe spoke. Mr Roe left. Dr Asma Roe had not seen it. The ward is empty, Dr Roe said."
    assert [mention.person.name for mention in annotate(HEAD + text).mentions] == ["Tom Roe"] * 2 + ["Asma Roe"] * 2


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Holm: A Lind, K Roe, T Hay, J Roe, O Vik, S Dahl.", True),
        ("Roe 9,114; Hay (Ind) 8,020; Lind 6,331; Moe (Green) 5,907; Vik 5,860.", True),
        ("Ann Roe, Jim Hay, Karin Berg and Ole Dahl won the cup in Lund on Sunday, and it was raining.", False),
        ("Ann Roe met Tom Hay in Holm.", False),
    ],
)
def test_a_stretch_that_does_nothing_but_name_people_is_a_roster(annotate: Annotate, text: str, listed: bool) -> None:
    facts = annotate(HEAD + text)
    assert facts.in_roster(len(HEAD) + 1) is listed


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("That was Dr Lund, at school.\n\nHe said I fell well, and I still do.\n\nMy brother got the farm.", True),
        ("Ann Roe spoke.\n\n“I saw it,” she said. “My hat blew off, and I ran.”", False),
        ("King Henry I built it.\n\nIt fell.", False),
        ("I was asked, and I said no.\n\nIt fell.", True),
        ("I lost it on my way.\n\nOf a bridge\n\nIt fell.", False),
        ("Did it fall?\n\nI saw it, with my hat on.\n\nWho fell?\n\nAll of us did.", False),
    ],
)
def test_who_tells_as_an_i_is_heard_in_all_of_the_piece(annotate: Annotate, text: str, own: bool) -> None:
    facts = annotate(HEAD + text)
    assert (facts.paragraphs[-1].number in facts.own_voice) is own
