"""What a headline says and what the text has instead, part by part."""

import pytest

from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

LEXICON = product().lexicon
TAIL = "It rained for most of the day, and the fair that was to follow had to be moved into the hall of the school."


def contrasts(headline: str, body: str) -> list[tuple[str, str, str]]:
    """The kind of each contrast, with the headline's words and the text's."""
    text = f"{headline}\n\n{body}\n\n{TAIL}"
    facts = Analysis(read("article.txt", text.encode(), LEXICON), LEXICON)
    return [(one.kind, facts.text(one), facts.text(one.against)) for one in facts.contrasts]


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Holm sues Petersen", "Petersen has sued Holm.", [("roles", "sues", "has sued")]),
        ("Nurses attacked at clinic", "A nurse was attacked at a clinic.", [("count", "Nurses", "A nurse")]),
        ("Nurses attacked at clinic", "A nurse was attacked at a clinic. Her colleague was pushed.", []),
        ("Trio jailed in Holm", "Two men were jailed in Holm.", [("count", "Trio", "Two men")]),
        (
            "No survivors in Holm fire",
            "Three people survived a fire in Holm.",
            [("whole", "No survivors", "Three people survived")],
        ),
        ("No survivors in Holm fire", "No one survived a fire in Holm.", []),
        ("Holm pool to open in spring", "The pool in Holm will open in autumn.", [("day", "spring", "autumn")]),
        ("Driver fled after crash", "The driver may have fled, police think.", [("outcome", "fled", "may have fled")]),
        ("Driver fled after crash", "The driver fled, police think.", []),
        ("Holm sues Petersen", "Holm was sued by Petersen.", [("roles", "sues", "was sued")]),
        ("Holm sued by Petersen", "Holm has sued Petersen.", [("roles", "sued", "has sued")]),
        ("Holm beat Petersen", "Anna Petersen beat the Dane Lars Holm.", [("roles", "beat", "beat")]),
        ("Holm beats Petersen", "Holm crashed out in the second round.", [("roles", "beats", "crashed out")]),
        ("Holm to swallow Petersen", "Petersen is to buy Holm.", [("roles", "to swallow", "is to buy")]),
        ("Holm sues Petersen", "Holm has sued Petersen.", []),
        ("Holm sues Petersen", "Petersen was sued by Holm.", []),
        ("Holm sued by Petersen", "Petersen has sued Holm.", []),
        ("Holm sues Petersen", "Petersen, whom Holm sued in May, sued Holm in turn.", []),
        ("Holm sues Petersen", "Petersen sued after Holm had left.", []),
        ("Holm sues Petersen", "Petersen sued a firm that Holm owns.", []),
        ("Holm meets Petersen", "Petersen met Holm on Monday.", []),
    ],
)
def test_who_does_it_to_whom(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Council rejects arch", "The council put off its decision on the arch.", [("outcome", "rejects", "put off")]),
        ("Council rejects arch", "The council turned the arch down.", []),
        ("Council to reject arch", "The council put off its decision on the arch.", []),
        ("Council rejects arch", "Its decision on the arch had been put off.", []),
        (
            "Court upholds baker's appeal",
            "The baker has lost his appeal.",
            [("outcome", "upholds baker's appeal", "lost his appeal")],
        ),
        ("Court upholds baker's appeal", "His appeal was allowed by the court.", []),
        ("Council rejects arch", "Nobody said no to the arch; it was put off.", [("outcome", "rejects", "put off")]),
        ("Cocoa price slump", "The price of cocoa climbed by a fifth.", [("outcome", "slump", "climbed")]),
        (
            "Chief quits at Holm",
            "The chief had no intention of stepping down.",
            [("outcome", "quits", "no intention of stepping down")],
        ),
        ("Parish votes to scrap pews", "The pews will stay where they are.", [("outcome", "scrap", "stay where")]),
        ("Parish votes to scrap pews", "The chairs will stay where they are.", []),
        ("Roe denied bail", "Roe was given bail; the state had asked that he be kept in custody.", []),
        ("Five hurt at Holm", "Four people were hurt at Holm.", [("count", "Five", "Four")]),
        ("Five hurt at Holm", "Three women and two men were hurt at Holm.", []),
        ("Roe jailed for two years", "Roe was sent to prison for 30 months.", [("length", "two years", "30 months")]),
        ("Roe jailed for 30 months", "Roe was sent to prison for two and a half years.", []),
        ("Arch to cost €4.5bn", "The arch will cost €4.5m.", [("amount", "€4.5bn", "€4.5m")]),
        ("All bakers to shut", "Some bakers will shut.", [("whole", "All bakers", "Some bakers")]),
        ("All bakers to shut", "Some bakers will shut at noon, all bakers by one.", []),
        ("Oldest inn burns", "One of the oldest inns at Holm burned.", [("superlative", "Oldest", "oldest")]),
        ("Roe's wife wins race", "Roe is watched by her brother.", [("kin", "wife", "brother")]),
        ("Fair on Monday", "The fair will open on Sunday.", [("day", "Monday", "Sunday")]),
        ("Fair on Monday", "The fair closes on Tuesday, the day after.", []),
        ("Brannigan quits", "Deirdre Branigan has quit.", [("spelling", "Brannigan", "Deirdre Branigan")]),
        ("Germany wins", "The German side, coached by Anna German, has won.", []),
        (
            "'I would never do it again'",
            "“I would do it again tomorrow,” Roe said.",
            [("wording", "'I would never do it again'", "“I would do it again tomorrow,”")],
        ),
        (
            "Minister apologises",
            "The mayor has apologised. The minister stood by.",
            [("doer", "Minister", "The mayor")],
        ),
        ("Mayor apologises", "The mayor has apologised. The minister stood by.", []),
        ("Fox blamed for panic", "No fox was about at first, but a fox came later.", []),
        ("Boy saves calf", "The girl watched while a boy pulled it out.", []),
        ("12 tonnes of gold seized", "Officers found 12 tonnes of gold in 12 kg boxes.", []),
        (
            "All of Holm's shops to shut",
            "Nine of the 11 shops will shut.",
            [("whole", "All of Holm's shops", "the 11 shops")],
        ),
        ("Baker shuts all 12 shops", "He shuts all but one of his shops.", [("whole", "all 12 shops", "his shops")]),
        ("Four things to see", "1. The arch.\n\n2. The mill.\n\n3. The bell.", [("count", "Four things", "The")]),
        ("Three things to see", "1. The arch.\n\n2. The mill.\n\n3. The bell.", []),
        ("Elks gone by 2040", "The last elks will be gone by 2060.", [("year", "2040", "2060")]),
    ],
)
def test_other_parts(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Vik Lions take cup", "Anna Roe led Vik Lions past Holm Bears in the final on Friday.", []),
        (
            "Norway's longest bridge opens",
            "The bridge at Vik, the longest in Sogn, opened on Friday.",
            [("superlative", "longest", "longest in Sogn")],
        ),
        ("Norway's longest bridge opens", "The bridge at Vik, the longest in the country, opened on Friday.", []),
        (
            "Town gets first woman chief",
            "Ina Vik will lead the police. She sat at the desk as a girl. Anna Roe was the first woman to do so.",
            [("superlative", "first", "was the first woman")],
        ),
        ("Town gets first woman chief", "Ina Vik will lead the police. She is the first woman to do so.", []),
        (
            "Stolen harp found in Turin attic",
            "A harp was found in an attic in Milan on Friday. It was taken on the way from Turin to Rome.",
            [("place", "Turin", "Milan")],
        ),
        ("Stolen harp found in Milan attic", "A harp was found in an attic in Milan. It came from Turin.", []),
        (
            "Launceston blaze spares organ",
            "Fire tore through a shed on the Hobart docks. Twelve men were sent from Launceston.",
            [("place", "Launceston", "the Hobart docks")],
        ),
        ("Hobart blaze spares organ", "Fire tore through a shed on the Hobart docks. Help came from Launceston.", []),
    ],
)
def test_names_firsts_and_places(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Tea keeps colds away", "People who drink tea have fewer colds. That is no proof.", [("cause", "keeps")]),
        ("Tea may keep colds away", "People who drink tea have fewer colds. That is no proof.", []),
        ("Town opens library in Vik", "The town of Vik may open a library if it finds the money.", [("plan", "opens")]),
        ("Town opens library in Vik", "The town of Vik may get a cinema. It opened its library on Friday.", []),
        ("Clerk stole stamps", "A clerk in Vik denies theft. He is on trial.", [("guilt", "stole")]),
        ("Clerk stole stamps", "A clerk in Vik who had denied theft was convicted on Friday.", []),
        ("Clerk ‘stole stamps’", "A clerk in Vik denies theft. He is on trial.", []),
    ],
)
def test_what_is_not_shown_not_done_not_proved(headline: str, body: str, found: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in contrasts(headline, body)] == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Norway drops ferry case", "Police in Sweden have dropped a ferry case.", [("place", "Norway", "Sweden")]),
        ("Texas man admits threat", "A man from New York has admitted a threat.", [("place", "Texas", "New York")]),
        ("Peruvian ferry sinks off pier", "A ferry sank in Bolivia beside a pier.", [("place", "Peruvian", "Bolivia")]),
        ("Norway drops ferry inquiry", "Prosecutors in Oslo have dropped an inquiry into a ferry from Sweden.", []),
        ("Norway drops ferry inquiry", "Prosecutors in Sweden have dropped a case.", []),
        ("Accra choir sings at Albert Hall", "A choir from Kumasi sang at the Albert Hall in London.", []),
    ],
)  # fmt: skip
def test_a_place_that_the_text_has_nothing_of(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Jobs go at copper mine", "The platinum mine at Holm is to lose jobs; copper will be dug at Lund.", []),
        ("Jobs go at metal mine", "The platinum mine at Holm is to lose jobs.", []),
        ("Jobs go at old mine", "The platinum mine at Holm is to lose jobs.", []),
    ],
)  # fmt: skip
def test_what_a_thing_is_of(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Foreign minister opens mill",
            "The interior minister opened a mill on Monday.",
            [("doer", "Foreign minister", "The interior minister")],
        ),
        ("Minister opens mill", "The interior minister opened a mill on Monday.", []),
        ("Young minister opens mill", "The interior minister opened a mill on Monday.", []),
    ],
)
def test_an_office_that_the_text_has_not(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Anna Roe arrested at fair",
            "Two men were arrested at a fair. Anna Roe, who had opened it, was arrested.",
            [],
        ),
        ("Anna Roe arrested at fair", "A teacher was arrested at a fair. Anna Roe had opened it.", []),
        ("Town to sell hall by 2040", "The town will sell its hall by 2060, it said in the 2040 plan.", []),
        ("Town to sell hall by 2040", "The town will sell its hall by 2060.", [("year", "2040", "2060")]),
        ("Hall sales fall in May", "Sales of halls fell in June.", [("day", "May", "June")]),
        ("Hall sales fall in May", "Sales of halls fell in June, after a rise in May.", []),
        ("Cocoa prices fall again", "The price of cocoa climbed, and the rate fell.", [("move", "fall", "climbed")]),
        ("Cocoa prices fall again", "The price of cocoa climbed in May and fell in June; the rate rose.", []),
    ],
)
def test_who_when_and_which_way(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Board unanimously bans bells", "The board voted 5-2 to ban bells.", [("whole", "unanimously", "5-2")]),
        ("Board unanimously bans bells", "The board was unanimous; in May it had voted 5-2 to keep them.", []),
        ("Board votes 5-2 to ban bells", "The board voted by five to two to ban bells.", []),
    ],
)
def test_votes(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Baker charged over loaf", "A baker was let go without charge.", [("outcome", "charged", "without charge")]),
        ("Hall evacuated", "The hall was never evacuated.", [("outcome", "evacuated", "was never evacuated")]),
        ("Clinic suspends nurse", "No suspension was ordered.", [("outcome", "suspends", "No suspension")]),
        ("Baker charged over loaf", "A baker, first let go without charge, was charged on Friday.", []),
        ("Holm wins ferry", "Holm had never won anything.", []),
        ("Mill painted red", "The mill at Holm was painted. The barn was not painted.", []),
    ],
)  # fmt: skip
def test_what_the_text_says_did_not_happen(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Three mills to close",
            "The mills at Vik, Holm, Lund and Moss will close.",
            [("count", "Three", "Vik, Holm, Lund and Moss")],
        ),
        (
            "Three mills shut after flood",
            "Vik Mill and Holm Mill will stay closed.",
            [("count", "Three", "Vik Mill and Holm Mill")],
        ),
        ("Three mills shut after flood", "Vik Mill and Holm Mill will stay closed, and one more.", []),
        ("Three mills shut after flood", "Vik Mill and Holm Mill grind rye.", []),
        ("Nine dead in crash", "Two people died, and seven others were in hospital.", [("count", "Nine", "Two")]),
        ("Nine dead or hurt in crash", "Two people died, and seven others were in hospital.", []),
        ("Four held over bells", "Two men were held on Monday. A man and a woman were held on Tuesday.", []),
    ],
)
def test_lists_and_fates(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Hottest night on record", "Only one night in 1990 was warmer.", [("superlative", "Hottest")]),
        ("Tallest mill opens", "Two mills in Lund are taller.", [("superlative", "Tallest")]),
        ("Driest May ever", "It was the driest May since 1976.", [("superlative", "Driest")]),
        ("Hottest night on record", "Only the sea was warmer than the air.", []),
        ("Tallest mill opens", "No mill in Lund is taller.", []),
        ("Bus fares to fall", "Tickets will be put up by 6 per cent.", [("move", "to fall")]),
        ("Fewer pupils in Vik", "Vik has 310 pupils, up 12% on last year.", [("move", "Fewer")]),
        ("Ferry line back in profit", "The line lost 4m euros in the year to June.", [("move", "profit")]),
        ("Ferry line back in profit", "The line made 4m euros, having lost 9m euros.", []),
        ("Bus fares to fall", "Tickets will be cut by 6 per cent.", []),
        ("Dairies merge to save jobs", "Two dairies would become one under a plan for jobs.", [("plan", "merge")]),
        ("Dairies agree to merge", "Two dairies would become one under a plan for jobs.", []),
    ],
)  # fmt: skip
def test_degree_and_direction(headline: str, body: str, found: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in contrasts(headline, body)] == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Holm hands cup to Lund", "Holm received the cup from Lund.", [("roles", "hands", "received")]),
        ("Holm gives Lund its boat", "Lund has given a boat to Holm.", [("roles", "gives", "has given")]),
        ("Holm hands cup to Lund", "Lund was handed the cup by Holm.", []),
        ("Holm lends Lund its boat", "Lund has borrowed a boat from Holm.", []),
        ("City bans scooters", "A bylaw to keep them out failed. The proposal fell nine short.", [("outcome", "bans")]),
        ("City bans scooters", "The council has banned them. A proposal to let them in fell nine short.", []),
        ("Rovers sack Berg", "Per Berg was sacked on Monday, and both men of last year.", []),
        ("Vet struck off", "The vet may go on practising.", [("outcome", "struck off")]),
    ],
)
def test_what_is_given_and_what_is_decided(headline: str, body: str, found: list[tuple[str, ...]]) -> None:
    assert [one[: len(found[0]) if found else 1] for one in contrasts(headline, body)] == found


@pytest.mark.parametrize(
    ("headline", "found"),
    [("Actor calls wolf plan 'a gift to lawyers'", ["Actor"]), ("Bishop calls wolf plan 'a gift to lawyers'", [])],
)
def test_whose_trade_it_is(headline: str, found: list[str]) -> None:
    body = "“The plan is a gift to lawyers,” said Bishop Ola Roe. The actors stayed away."
    assert [one[1] for one in contrasts(headline, body) if one[0] == "speaker"] == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Kelp drug cures hay fever", "A drug from kelp helped in mice, a study at Vik has found.", ["cures"]),
        ("Kelp drug cures hay fever in mice", "A drug from kelp helped in mice, a study at Vik has found.", []),
        ("Kelp drug cures hay fever", "After tests in mice a drug helped 40 people, a study at Vik has found.", []),
    ],
)
def test_what_was_tried_on_animals(headline: str, body: str, found: list[str]) -> None:
    assert [one[1] for one in contrasts(headline, body) if one[0] == "cause"] == found


def test_a_subheading_and_its_passage() -> None:
    passage = "Fares go up by 6 per cent, and the rows of seats in the cars will be as far apart as they have been."
    for heading, found in (("Lower fares", ["Lower"]), ("Higher fares", [])):
        text = f"New trains in Vik\n\n{TAIL}\n\n{heading}\n\n{passage}\n\nNo tea\n\n{TAIL}"
        facts = Analysis(read("article.txt", text.encode(), LEXICON), LEXICON)
        assert [facts.text(one) for one in facts.contrasts if one.block == "heading"] == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Town bans kites near airfield",
            "The bill would ban kites near the airfield.",
            [("plan", "bans", "would ban")],
        ),
        ("Town bans kites near airfield", "The council may ban kites at the airfield.", [("plan", "bans", "may ban")]),
        ("Town bans kites near airfield", "The council has banned kites from the airfield. It may ban drones.", []),
        ("Town to ban kites near airfield", "The bill would ban kites near the airfield.", []),
        ("Town bans kites near airfield", "Kites may not be flown near the airfield.", []),
    ],
)
def test_what_the_text_has_only_as_what_may_be(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("310 to lose jobs at mill", "Of the 310 people at the mill, 95 will go.", [("count", "310", "95")]),
        ("310 to go at mill", "In May 95 of the 310 people at the mill will go.", [("count", "310", "95")]),
        ("95 to lose jobs at mill", "Of the 310 people at the mill, 95 will go.", []),
        ("310 to lose jobs at mill", "All 310 will go. Of the 310 people at the mill, 95 have found work.", []),
        ("310 could lose jobs at mill", "Of the 310 people at the mill, 95 will go.", []),
    ],
)
def test_a_whole_told_for_the_part(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Girl, 9, rows fjord", "Ida Moss, 11, rowed across the fjord on Monday.", [("count", "9", "11")]),
        ("Girl, 11, rows fjord", "Ida Moss, 11, rowed across the fjord on Monday.", []),
        ("Girl, 9, rows fjord", "Ida Moss, 11, and Bo Holm, 14, rowed across the fjord on Monday.", []),
        ("Girl, 9, rows fjord", "Ida Moss, 11, rowed the fjord. She was nine when she began.", []),
    ],
)
def test_how_old_somebody_is(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Frost blamed for crash",
            "A tyre had burst, the police said.",
            [("blame", "Frost", "A tyre had burst, the police said.")],
        ),
        ("Frost blamed for crash", "The road was frosty, the police said.", []),
        ("Beetle blamed for blight", "An insect had eaten the roots, the inspector said.", []),
        ("Neglect blamed for crash", "Nobody had looked at the brakes, the police said.", []),
    ],
)
def test_what_is_to_blame(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Carter convicted of arson",
            "The jury found Carter not guilty of arson and guilty of trespass.",
            [("outcome", "convicted", "found Carter not guilty")],
        ),
        ("Carter convicted of trespass", "The jury found Carter not guilty of arson and guilty of trespass.", []),
        ("Search called off for crew", "The crew were found alive.", [("outcome", "called off", "found")]),
        (
            "Holm told to pay paper",
            "The judge ordered the paper to pay damages.",
            [("roles", "to pay", "to pay damages")],
        ),
        ("Paper told to pay Holm", "The judge ordered the paper to pay damages.", []),
        (
            "Kiosks shut from Monday",
            "The kiosks shut from Friday. The board meets on Monday.",
            [("day", "Monday", "Friday")],
        ),
        ("Pupils at home until Monday", "The school burnt on Wednesday.", []),
        (
            "Crews to stop work from Thursday",
            "Crews stop from the early shift on Friday, their union said yesterday.",
            [("day", "Thursday", "Friday")],
        ),
        ("Crews to stop work from Friday", "Crews stop from the early shift on Friday, the union said yesterday.", []),
        (
            "Man who sold ram jailed",
            "The judge imposed five months, suspended for a year.",
            [("outcome", "jailed", "suspended for")],
        ),
        ("Man who sold ram jailed", "The judge gave him five months. The rest was suspended for a year.", []),
        ("Kiosks shut from Monday", "The kiosks shut from Friday, and the one at the quay from Monday.", []),
    ],
)
def test_what_was_decided_and_when(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "turned"),
    [
        ("Geese 'are the problem', says Holm", "“Geese aren't the problem, foxes are,” Holm said.", True),
        ("Foxes 'are the problem', says Holm", "“Geese aren't the problem, foxes are,” Holm said.", False),
        ("Geese 'are the problem', says Holm", "“Geese are the problem,” Holm said. “They aren't the problem.”", False),
        ("Geese 'are no problem', says Holm", "“Geese aren't a problem,” Holm said.", False),
        ("Quay plan 'is ready', says Holm", "“The thing isn't ready,” Holm said.", True),
        ("Quay plan 'is ready', says Holm", "“A ship isn't ready till it floats,” Holm said.", False),
    ],
)
def test_what_the_speaker_denies_of_it_is_not_what_he_says(headline: str, body: str, turned: bool) -> None:
    assert any(kind == "wording" for kind, _, _ in contrasts(headline, body)) == turned


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Ferry back after three weeks", "The ferry sailed after ten days in dock.", [("three weeks", "ten days")]),
        ("Miners end two-month strike", "The miners went back after a strike of 12 days.", [("two-month", "12 days")]),
        ("Ferry back after three weeks", "The ferry sailed after 20 days in dock.", []),
        ("Ferry back after three weeks", "The ferry sailed after ten days in dock and 11 days on trial.", []),
        (
            "Ferry back after three weeks",
            "The ferry sailed on 22 May. It had left on 1 May after ten days in dock.",
            [],
        ),
        ("Coldest night in 30 years", "The night was the coldest after ten years of mild ones.", []),
        ("Baker, 60 years old, wins", "The baker won after ten years of trying.", []),
    ],
)
def test_how_long_it_lasted(headline: str, body: str, found: list[tuple[str, str]]) -> None:
    assert [(stated, told) for kind, stated, told in contrasts(headline, body) if kind == "span"] == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Holm takes third title",
            "Petersen of Holm took her second title on Sunday.",
            [("third title", "second title")],
        ),
        ("Girl swims strait for the third time", "A girl has swum the strait twice.", [("third time", "twice")]),
        ("Holm takes third title", "Petersen of Holm took her third title on Sunday.", []),
        ("Holm takes third title", "Petersen of Holm, who had won it twice, took the title again.", []),
        ("Holm takes third title", "Petersen of Holm took the title in 2009, 2013 and now; she has three.", []),
        ("Holm takes third title", "The second round was easier for Petersen of Holm.", []),
    ],
)
def test_how_many_times_it_was(headline: str, body: str, found: list[tuple[str, str]]) -> None:
    assert [(stated, told) for kind, stated, told in contrasts(headline, body) if kind == "count"] == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Island without light",
            "Three villages had no light. The rest of the island was not touched.",
            [("whole", "Island", "The rest")],
        ),
        ("Island without light", "The island had no light. The rest of the coast was not touched.", []),
        ("Three villages without light", "Three villages had no light. The rest of the island was unaffected.", []),
        (
            "Bridge to reopen on Monday",
            "The bridge will be open again from Thursday. A barge hit it on Monday last week.",
            [("day", "Monday", "Thursday")],
        ),
        (
            "Bridge to reopen on Monday",
            "The bridge will be open again from Thursday for buses. Cars may use it on Monday.",
            [],
        ),
        ("Rope caused delay", "A wire had stopped the ferry.", [("blame", "Rope", "A wire had stopped the ferry.")]),
        ("Delay blamed on rope", "A wire had stopped the ferry.", [("blame", "rope", "A wire had stopped the ferry.")]),
        ("Rope caused delay", "A rope had stopped the ferry.", []),
    ],
)
def test_what_was_spared_what_is_to_come_and_what_is_to_blame(
    headline: str, body: str, found: list[tuple[str, str, str]]
) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Mill to close at Holm",
            "The letter named three ways for the mill. Nothing had been decided, its owner said.",
            [("outcome", "to close", "Nothing had been decided")],
        ),
        (
            "Mill closes at Holm",
            "No decision has been made on the mill at Holm, its owner said.",
            [("outcome", "closes", "No decision has been made")],
        ),
        ("Mill may close at Holm", "No decision has been made on the mill at Holm, its owner said.", []),
        ("Mill to close at Holm", "The mill will close in May. No decision has been made on the land.", []),
        ("Boy closes gate at Holm", "No decision has been made on the mill at Holm, its owner said.", []),
    ],
)
def test_what_nobody_has_decided(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Couple killed by heater",
            "The heater was turned off. The fire officer blamed a cigarette.",
            [("blame", "heater", "a cigarette")],
        ),
        (
            "Wiring caused fire at Holm",
            "The fire was started by a candle. The wiring was sound.",
            [("blame", "Wiring", "a candle")],
        ),
        ("Couple killed by heater", "The fire officer blamed a paraffin heater.", []),
        ("Couple killed by stove", "The fire officer blamed a cigarette. The stove caused the smoke.", []),
        ("Couple killed by heater", "“I blame a cigarette,” Ann Roe said of the heater.", []),
    ],
)
def test_what_brought_it_about(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        (
            "Roe squeaks in by nine votes",
            "She won by 402 votes to the 396 of Holm.",
            [("nine", "402 votes to the 396")],
        ),
        ("Roe squeaks in by six votes", "She won by 402 votes to the 396 of Holm.", []),
        ("Roe squeaks in by nine votes", "She won by 402 votes to the 396 of Holm, nine ahead of what was feared.", []),
        (
            "Deaths fall by a fifth at Holm",
            "Falls were down by a fifth. Deaths did not change.",
            [("fall", "did not change")],
        ),
        ("Deaths fall by a fifth at Holm", "Deaths fell by a fifth. The number of births did not change.", []),
        (
            "Every customer to be repaid",
            "The 9,000 customers at Holm will get nothing.",
            [("Every customer", "The 9,000 customers")],
        ),
        ("Every customer to be repaid", "The 9,000 customers at Holm will get nothing, but all customers will be.", []),
        ("Board scraps turnip", "The turnip will keep its purple top, the board said.", [("scraps", "keep")]),
    ],
)
def test_by_how_much_and_for_whom(headline: str, body: str, found: list[tuple[str, str]]) -> None:
    assert [(stated, told) for _, stated, told in contrasts(headline, body)] == found


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Union holds off on strike ballot", "The union will not hold a ballot on a strike before May."),
        ("Council turns up heating at pool", "The council turned down the plan for the pool's café in May."),
        ("No lives lost in Holm flood", "Half of Holm lost its roofs in the flood."),
        (
            "Officials suspended over vanished crates",
            "The officials were suspended. Divers found phones in the crates.",
        ),
        ("Dahl endorses Roe for mayor", "Dahl gave her word to Roe on Monday. Two others failed to win a town."),
        ("Union holds off on backing Roe", "The union waits. Any backing needs to be approved by its branches."),
        (
            "Holm schools cut nine jobs",
            "The Holm schools will raise the levy by two per cent and let nine teachers go.",
        ),
        (
            "Ferries sail again",
            "The ferries left at five. Nothing has been decided about the night shift, the crews said.",
        ),
    ],
)
def test_what_is_another_verb_or_told_of_another_thing_contradicts_no_outcome(headline: str, body: str) -> None:
    assert contrasts(headline, body) == []


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Council votes 4-3 for hens", "The bylaw on hens passed 4-3. The council voted 7-0 to buy salt."),
        ("84 jobs to go at Holm airline", "The airline said that 84 of its 610 jobs would go."),
        ("Holm to buy Roe in £412 million deal", "Holm will pay £370 million for Roe and take on £42 million of debt."),
        (
            "Three Hallorans at the count",
            "Three Hallorans came.\n\n- Roe: 14,208\n- Holm: 3,302\n- Dahl: 811\n- Aune: 76",
        ),
    ],
)
def test_a_count_that_the_text_has_in_other_words(headline: str, body: str) -> None:
    assert contrasts(headline, body) == []


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Senator from Vermont wins straw poll",
            "HOLM — The senator won a poll in Holm, as he once had at home in Vermont.",
        ),
        ("Region's smallest bats eat most", "The forest bat is one of Australia's smallest mammals."),
        ("Blizzard shuts roads", "The airline Avalon Link only flies to Holm, by one report."),
        (
            "Roe: plan is a gift to lawyers",
            "“The plan is a gift to lawyers,” the candidate said. Lars Roe spoke in Holm.",
        ),
    ],
)
def test_where_of_what_and_whose_it_is(headline: str, body: str) -> None:
    assert contrasts(headline, body) == []
