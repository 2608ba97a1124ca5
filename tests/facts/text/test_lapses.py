"""What grammar asks for and does not get is a lapse; the look-alikes of good prose are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


def lapses(text: str, annotate: Annotate) -> list[tuple[str, str]]:
    facts = annotate(f"Pool shuts\n\n{text}")
    return [(lapse.sort, facts.text(lapse)) for lapse in facts.lapses]


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("She that the chamber had booked a stand.", "verb-lost", "She that"),
        ("Several them had brought their own chairs.", "of-lost", "Several them"),
        ("Divers think that the hull may and the mast could go too.", "verb-lost", "may and"),
        ("Only at low tide could anything seen of the wreck.", "verb-lost", "could anything"),
        ("The crew left her where it as the wind was too strong.", "verb-lost", "it as"),
        ("In all, 40 seats were won seats won by women.", "two-verbs", "won seats won"),
        ("There were less complaints than in May.", "amount", "less complaints"),
        ("The amount of passengers has doubled.", "amount", "amount of passengers"),
        ("Two men was held on Monday.", "agreement", "Two men was"),
        ("Most of the boats was sunk before noon, Ann Roe said.", "agreement", "Most of the boats was"),
        ("The mayor said she would a report to the council.", "verb-lost", "would a"),
        ("The court has reject the appeal by the line.", "verb-form", "has reject"),
        ("She did not signed the letter, her lawyer said.", "verb-form", "did not signed"),
        ("The law will comes into force in January.", "verb-form", "will comes"),
        ("Ministers have agreed pay the farmers 40 cents.", "to-lost", "agreed pay"),
        ("The committee consists nine members, four of them teachers.", "of-lost", "consists nine members"),
        ("One the boats had been painted blue.", "of-lost", "One the"),
        ("Two witnesses says the lorry was on the wrong side.", "agreement", "Two witnesses says"),
        ("The mayor, who is 61, want a second bridge.", "agreement", "The mayor, who is 61, want"),
        ("The two man were held at a station in Hull.", "number", "The two man"),
        ("One of the teacher had kept a diary.", "number", "the teacher"),
        ("He told the court that he that he had been at home.", "doubled", "that he"),
        ("The council said on Tuesday said it would appeal.", "doubled", "said"),
        ("The abbey is also thinking of putting up.", "broken-off", "putting up"),
        ("The council, which meets on Monday, to close the pool in May.", "verb-lost", "to"),
        ("She handed the letter to officer at the gate.", "article-lost", "officer"),
        ("Residents was told to keep their windows shut until noon.", "agreement", "Residents was"),
        ("The number of passengers have doubled since spring.", "agreement", "The number of passengers have"),
        ("There has been several complaints about the noise.", "agreement", "There has been several complaints"),
        ("One of the boats were towed in by a tug.", "agreement", "One of the boats were"),
        ("The workers, many of them has been here for years, left.", "agreement", "many of them has"),
        ("This are the first new trams since 1988.", "agreement", "This are"),
        ("The committee voted approve the plan by nine votes to four.", "to-lost", "voted approve"),
        ("The roof is expected be finished in October.", "to-lost", "expected be"),
        ("The league fined both clubs and ordered them pay the costs.", "to-lost", "them pay"),
        ("He resigned after the board him to explain the loss.", "verb-lost", "board him"),
        ("The road was shut while police to clear the wreck.", "verb-lost", "while police"),
        ("Its owners say it the oldest shop in the county.", "verb-lost", "it the"),
        ("The paper said would print a correction.", "subject-lost", "said would"),
        ("The new wing is been completed, the museum says.", "verb-form", "is been"),
        ("Farmers say they lost much their hay in the flood.", "of-lost", "much their"),
        ("The station recieved its first passengers in 1902.", "misspelt", "recieved"),
        ("The council made an annoucement about the pool.", "misspelt", "annoucement"),
        ("The ministry gave the mine free reign over the valley.", "confused", "free reign"),
        ("The appeal has raised more then 40,000 kroner.", "confused", "more then"),
        ("He would have not have sold the mill to them.", "verb-form", "have not have"),
        ("The mill has been shut because of. Nobody was hurt.", "broken-off", "of"),
    ],
)
def test_a_half_made_change_is_found(text: str, sort: str, words: str, annotate: Annotate) -> None:
    assert lapses(text, annotate) == [(sort, words)]


@pytest.mark.parametrize(
    "text",
    [
        "They both left; we Britons all love a park.",
        "The powers that be seem to like it, and all the phone can do is make calls.",
        "The money he had went on drink.",
        "Only in May will the pool open, if the council should the plan fail.",
        "The firm has forecast a loss, and is run by two nurses.",
        "Fans will likely remember the band, which fans are likely to like.",
        "The band are in town, and the police have left.",
        "He asked that the teacher hand in his keys; had he, he would.",
        "A points based system and a victims' group are both new.",
        "Many act as guards, on Five television, in two battleground states.",
        "“She that the chamber would a report,” he wrote in jest.",
        "It went on and on and on.",
        "What it was was a ruse, and what he said on Monday said a lot.",
        "The council, which meets on Monday, is to close the pool in May.",
        "Mother told us, and he ran for mayor of the town in May.",
    ],
)
def test_good_prose_has_none(text: str, annotate: Annotate) -> None:
    assert lapses(text, annotate) == []


def test_the_half_of_a_word_that_a_line_broke_is_not_misspelt(annotate: Annotate) -> None:
    text = "The man rose to speak, and the judge inter- rupted him at once."
    assert [lapse for lapse in annotate(text).lapses if lapse.sort == "misspelt"] == []
