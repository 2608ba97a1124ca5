"""The house's choices: from the configuration to findings, and mistakes in them."""

from pathlib import Path

import pytest

from factlint.cli.init import CONFIGURATION
from factlint.config.configfile import read_config
from factlint.lint.checker import Checker
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis
from factlint.yamlfile import ProblemsError

CHECKOUT = Path(__file__).parent.parent.parent


def findings(folder: Path, configuration: str, text: str) -> list[tuple[str, str, str]]:
    """Code, place and message of all that is said of an article's style under a configuration."""
    file = folder / "factlint.yml"
    file.write_text(f"select: [STY]\n{configuration}", encoding="utf-8")
    checker = Checker(read_config(str(file)))
    article = read("a.txt", text.encode(), checker.lexicon)
    facts = Analysis(article, checker.lexicon, style=checker.settings.style)
    return [(f.code, text[f.start : f.end], f.message) for f in checker.lint(facts)]


@pytest.mark.parametrize(
    ("style", "text", "places"),
    [
        ("percent: per cent", "Rents rose by 4% and then by 5%.", ["%", "%"]),
        ('percent: "%"', "Rents rose by 4 percent. Ten percent of tenants left.", ["percent"]),
        ("spelling: British", "The color of the centre was gray.", ["color", "gray"]),
        ("spelling: American", "They organised a labour fair in the center.", ["organised", "labour"]),
        ("verb endings: -ize", "They organise fairs and recognize guilds.", ["organise"]),
        ("initialisms: with stops", "The US left, and the UN with it. NATO stays.", ["US", "UN"]),
        ("initialisms: without stops", "The U.S. left, and the U.N. with it.", ["U.S.", "U.N."]),
        ("time: 9am", "It opens at 7 a.m. and shuts at 8pm.", ["7 a.m."]),
        ('hours and minutes: "9.30"', "It opens at 7:30am and shuts at 8.45pm.", ["7:30am"]),
        ("dates: 5 May", "It began on May 4 and ended on 9 May.", ["May 4"]),
        ('days of the month: "5"', "It began on 4th May and ended on 9 May.", ["4th May"]),
        ("money: £5 million", "It cost £3m, then $4 million, then 5 million euros.", ["£3m", "5 million euros"]),
        ("small numbers: words", "They shut 4 schools and five shops, and 12 pubs.", ["4 schools"]),
        ("dashes: spaced –", "The mill — the last – shut.", ["—"]),
        ("email: e-mail", "An email came by e-mail.", ["email"]),
        ("advisor: adviser", "An advisor left.", ["advisor"]),
        ("US: U.S.", "The US left, and took us with it.", ["US"]),
        ("internet: internet", "It is on the Internet, and the internet is slow.", ["Internet"]),
        ("boat-builder: boatbuilder", "A boat builder met a boatbuilder.", ["boat builder"]),
        ("boat-builder: boatbuilder", "A boat-builder met a boatbuilder.", ["boat-builder"]),
    ],
)  # fmt: skip
def test_every_other_form_is_flagged(tmp_path: Path, style: str, text: str, places: list[str]) -> None:
    found = findings(tmp_path, f"style: {{{style}}}", text)
    assert [(code, place) for code, place, _ in found] == [("STY120", place) for place in places]


def test_the_message_names_the_house_s_choice(tmp_path: Path) -> None:
    assert findings(tmp_path, "style: {percent: per cent}", "Rents rose by 4% in May.") == [
        ("STY120", "%", "“%” here; “per cent” is the way of the house.")
    ]


def test_the_stylebook_of_ap_has_stops_in_two_letters_alone(tmp_path: Path) -> None:
    text = "The EU, the UAE, the USA and the US met in the UK, and NYC saw it on U.S. screens."
    found = findings(tmp_path, "extends: factlint:ap", text)
    assert [(place, message) for _, place, message in found] == [
        ("US", "“US” here; “U.S.” is the way of the house."),
        ("UK", "“UK” here; “U.K.” is the way of the house."),
    ]


def test_without_a_choice_an_article_that_keeps_to_one_form_is_right(tmp_path: Path) -> None:
    assert findings(tmp_path, "", "Rents rose by 4% in May and by 5% in June.") == []


def test_quotations_and_headlines_are_left_alone(tmp_path: Path) -> None:
    text = "Rents up 4%\n\nRents rose in May. “They rose 4% for me,” Ann Roe, a tenant, said.\n"
    assert findings(tmp_path, "style: {percent: per cent}", text) == []


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("percnt: per cent", "3:3: There is no choice of style “percnt”. Did you mean “percent”?"),
        ("percent: per cents", "3:12: “percent” is never “per cents”. Did you mean “per cent”? It is: percent,"),
        ("dates: 5 Mai", "3:10: “dates” is never “5 Mai”. Did you mean “5 May”? It is: 5 May, May 5."),
        ("adviser: advicer", "3:12: “adviser” is never “advicer”. Did you mean “adviser”? It is: adviser, advisor."),
        ("time: 9", "3:9: The house's choice of “time” must be text. Put it in quotation marks."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_can_be_chosen(tmp_path: Path, style: str, said: str) -> None:
    with pytest.raises(ProblemsError) as raised:
        findings(tmp_path, f"style:\n  {style}", "Nothing.")
    assert said in str(raised.value)


@pytest.mark.parametrize("page", [CONFIGURATION, (CHECKOUT / "docs" / "house-styles.md").read_text(encoding="utf-8")])
def test_the_pages_name_every_choice(page: str) -> None:
    for choice in product().lexicon.values("house-choices"):
        assert choice in page
