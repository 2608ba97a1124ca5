"""Press releases: a text that is published as one has its heading, its notes and its contacts in their places."""

from factlint.lint.compiled import product
from factlint.read import read

RELEASE = """PRESS RELEASE
For immediate release: 2 June 2026

Swifts get a street of their own

The group will put up 60 boxes for swifts this week.

"Swifts come back," said Joan Mabey, who chairs the group.

ENDS

Notes to editors

Photo: Joan Mabey with the first box. Credit: Rob Hale.

Media contact: Sunil Rao, 01632 960111
"""


def kinds(text: str) -> dict[str, str]:
    article = read("article.txt", text.encode(), product().lexicon)
    return {article.text[block.start : block.end].split("\n")[0][:20]: block.kind for block in article.blocks}


def test_what_stands_around_a_release_is_none_of_its_text() -> None:
    told = kinds(RELEASE)
    assert told["PRESS RELEASE"] == told["For immediate releas"] == told["ENDS"] == "credit"
    assert told["Notes to editors"] == told["Media contact: Sunil"] == "credit"


def test_the_headline_stands_below_the_heading() -> None:
    assert kinds(RELEASE)["Swifts get a street "] == "headline"


def test_a_pictures_text_among_the_notes_is_a_caption() -> None:
    assert kinds(RELEASE)["Joan Mabey with the "] == "caption"


def test_who_sends_a_release_and_when_is_told_above_its_headline() -> None:
    head = "NEWS RELEASE\n\nIssued by: Lund Council\nDate: Monday 1 June 2026\nFor immediate use\n\n"
    told = kinds(
        head + "Swifts get a street\n\nThe group will put up 60 boxes this week.\n\nIt has 210 members.\n\nENDS\n"
    )
    assert told["Date: Monday 1 June "] == "dateline"
    assert told["Issued by: Lund Coun"] == told["For immediate use"] == "credit"
    assert told["Swifts get a street"] == "headline"


def test_an_embargo_has_no_place_in_what_is_published() -> None:
    told = kinds(RELEASE.replace("For immediate release: 2 June 2026", "EMBARGOED UNTIL 6 AM, 2 June 2026"))
    assert told["PRESS RELEASE"] == "credit"
    assert told["EMBARGOED UNTIL 6 AM"] not in ("credit", "headline")


def test_one_mark_alone_is_left_over_in_a_story() -> None:
    story = "Swifts get a street\n\nThe group will put up 60 boxes this week.\n\nIt has 210 members.\n\nENDS\n"
    assert kinds(story)["ENDS"] != "credit"


def test_the_sort_of_a_piece_above_its_headline_is_no_heading() -> None:
    told = kinds("EXPLAINER\n\nWhy the bridge is shut\n\nBy Ann Roe\n\nThe bridge is 90 years old.\n\nIt leans.\n")
    assert told["EXPLAINER"] == "credit"
    assert told["Why the bridge is sh"] == "headline"


def test_whoever_made_the_pictures_is_told_beside_the_byline_or_at_the_foot() -> None:
    head = "The man who mends bells\n\nBy Ann Roe\n\nPhotographs by Imran Qadir\n\nAsk in any tower.\n\nHe is 71.\n"
    assert kinds(head)["Photographs by Imran"] == "credit"
    foot = "The man who mends bells\n\nAsk in any tower.\n\nThe Review, 8 March 2026. Photographs by Imran Qadir\n"
    assert kinds(foot)["The Review, 8 March "] == "credit"


STORY = "Swifts get a street\n\nThe group will put up 60 boxes.\n\nIt has 210 members.\n\nIt meets in May.\n\n-30-\n\n"


def test_a_mark_of_the_end_with_contacts_behind_it_tells_a_release_by_itself() -> None:
    told = kinds(STORY + "Media contact:\nSunil Rao, the group\n\nrao@swifts.example\n")
    assert (
        told["-30-"] == told["Media contact:"] == told["Sunil Rao, the group"] == told["rao@swifts.example"] == "credit"
    )


def test_under_a_byline_the_same_is_left_over() -> None:
    head, _, text = STORY.partition("\n\n")
    assert kinds(f"{head}\n\nBy Ann Roe\n\n{text}Media contact: Sunil Rao, 01632 960111\n")["-30-"] != "credit"
