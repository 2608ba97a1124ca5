"""Build rules/lexicon/en/surnames.yml.

    apt-get install scowl
    pip install "faker==40.63.0" "mimesis==22.2.0" "names==0.3.0" "symspellpy==6.10.1" pyyaml
    python scripts/build_surnames.py

A surname is taken when two countries' lists hold it, or one whose list runs from the commonest down.
"""

import json
import pkgutil
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module, resources
from pathlib import Path

import faker.providers.person as persons
import yaml
from latin import romanized
from lexicon_yaml import LEXICON, block, unaccented, write
from scowl import frequencies, ordinary_words

# Lists that begin with a country's commonest surname, and how far down each is taken.
COMMONEST_FIRST = {
    "en_US": 1000,
    "en_NZ": 600,
    "en_KE": 300,
    "en_NG": 20,
    "en_GB": 500,
    "es_CL": 250,
    "es_CO": 300,
    "fr_FR": 400,
    "nl_BE": 100,
    "sv_SE": 200,
    "da_DK": 91,
    "no_NO": 100,
    "hu_HU": 100,
    "sl_SI": 100,
    "pl_PL": 150,
    "fi_FI": 150,
    "de_DE": 406,
    "it_IT": 250,
    "tr_TR": 61,
    "es_AR": 100,
    "pt_BR": 250,
    "pt_PT": 200,
    "lt_LT": 37,
    "fr_DZ": 120,
    "en_IN": 554,
    "ig_NG": 20,
    "ha_NG": 20,
    "yo_NG": 98,
    "tw_GH": 115,
    "ro_RO": 150,
    "ru_RU": 250,
    "uk_UA": 120,
    "zh_CN": 0,
    "hr_HR": 80,
    "cs_CZ": 100,
    "vi_VN": 10,
    "ja_JP": 0,
    "bg_BG": 109,
}
ENGLISH = {"en_US", "en_GB", "en_NZ"}
# How far down the list of the United States' census is read: the rarest of these is borne by one in 250,000.
CENSUS = 25_000
NAME = re.compile(r"(?:o'|mc|d')?[^\W\d_]{2,}(?:-[^\W\d_]{2,})?")


def main() -> None:
    by_hand = yaml.safe_load((Path(__file__).parent / "surnames_by_hand.yml").read_text(encoding="utf-8"))
    known = set(by_hand["surnames"].split()) | _taken()
    known |= {unaccented(name) for name in known}
    known -= set(by_hand["never"].split())
    write(
        "surnames.yml",
        """Common surnames of many countries, lower case, with and without diacritics. Source: faker and mimesis (both
        MIT), the United States' census (public domain, by way of names, MIT) and scripts/surnames_by_hand.yml; ordinary
        words by SCOWL (permissive) and symspellpy (MIT). Built by scripts/build_surnames.py.""",
        block("surnames", known),
        "\n# Small words inside a surname, or before it: Ursula von der Leyen, Mohammed bin Salman.\n",
        block("name-particles", by_hand["particles"].split()),
        "\n# Words after a surname that are not one, without their full stop.\n",
        block("name-suffixes", by_hand["suffixes"].split()),
    )


def _taken() -> set[str]:
    lists: dict[str, set[str]] = defaultdict(set)
    taken, english = set(), set()
    words, frequency = ordinary_words(50), frequencies()
    for source, rank, name in (*_faker(), *_mimesis()):
        # Several lists of one country are one voice: Spain's in faker and in mimesis.
        lists[name].add(re.split("[-_]", source)[0])
        if source in ENGLISH:
            english.add(name)
        if rank < COMMONEST_FIRST.get(source, 0):
            taken.add(name)
    taken |= {name for name, sources in lists.items() if len(sources) > 1}
    taken |= _census()
    # "Ban", "raid" and "you" are surnames somewhere, yet names of too many English sentences.
    return {name for name in taken if name not in words or name in english or frequency.get(name, 0) < 1e6}


def _census() -> set[str]:
    """Surnames of the United States' census of 1990 that are no word, given name or place."""
    lines = (resources.files("names") / "dist.all.last").read_text(encoding="ascii").splitlines()[:CENSUS]
    listed = {line.split()[0].lower() for line in lines}
    return {name for name in listed - ordinary_words(70) - _other_names() if len(name) > 3}


def _other_names() -> set[str]:
    """What the lexicon lists as given names, places, peoples and bodies."""
    found: set[str] = set()
    for file in ("given-names", "places", "organizations"):
        lists = yaml.safe_load((LEXICON / f"{file}.yml").read_text(encoding="utf-8"))
        for words in lists.values():
            for entry in words.values() if isinstance(words, dict) else [words]:
                found.update(entry.split() if isinstance(entry, str) else map(str, entry))
    return {name.lower() for name in found}


def _faker() -> Iterator[tuple[str, int, str]]:
    for module in pkgutil.iter_modules(persons.__path__):
        provider = import_module(f"{persons.__name__}.{module.name}").Provider
        romanized_names = vars(provider).get("last_romanized_names", ())
        yield from ((module.name + "_latin", i, name.lower()) for i, name in enumerate(romanized_names))
        for key in ("last_names", "last_names_male", "last_names_female"):
            names = vars(provider).get(key, ())
            if isinstance(names, (list, tuple, dict)):
                yield from _forms(module.name, list(names))


def _mimesis() -> Iterator[tuple[str, int, str]]:
    for folder in sorted(resources.files("mimesis.datasets").iterdir(), key=lambda f: f.name):
        path = folder / "person.json"
        if path.is_file():
            names = json.loads(path.read_text(encoding="utf-8")).get("surnames", [])
            for sex in names.values() if isinstance(names, dict) else [names]:
                yield from _forms(folder.name, sex)


def _forms(source: str, names: list[str]) -> Iterator[tuple[str, int, str]]:
    for rank, name in enumerate(names):
        name = name.strip().lower().replace("’", "'")
        if not NAME.fullmatch(name):
            continue
        if all("LATIN" in unicodedata.name(c, "") or c in "-'" for c in name):
            yield source, rank, name
        else:
            yield from (
                (source, rank, form) for form in romanized(name, re.split("[-_]", source)[0]) if "-" not in form
            )


if __name__ == "__main__":
    main()
