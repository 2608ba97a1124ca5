"""Names in Cyrillic or Hangul as English-language papers spell them; no other script is read."""

import re
import unicodedata

_RUSSIAN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        ("a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "''").split()),
        strict=True,
    )
)
CYRILLIC = {
    "ru": _RUSSIAN | {"ё": "yo"},
    "uk": _RUSSIAN | {"г": "h", "и": "y", "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ю": "iu", "я": "ia"},
    "bg": _RUSSIAN | {"й": "y", "щ": "sht", "ъ": "a", "ь": "y", "х": "h"},
    "mk": _RUSSIAN | {"ј": "j", "љ": "lj", "њ": "nj", "џ": "dzh", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "х": "h", "ц": "c"},
}
_INITIAL = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "_").split()
_VOWEL = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINAL = [
    "_",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]


def romanized(name: str, language: str) -> set[str]:
    """The Latin spellings of one name; several where papers differ (Sergei, Sergey; Dmitry, Dmitri)."""
    name = name.lower().replace("'", "").replace("’", "")
    if re.fullmatch(r"[가-힣]{2}", name):
        return _hangul(name)
    table = CYRILLIC.get(language)
    if table is None or not all(c in table for c in name):
        return set()
    plain = "".join(table[c] for c in name).replace("''", "")
    forms = {plain}
    if language == "ru":
        forms = {re.sub("ii$", ending, plain) for ending in ("y", "i")}
        forms |= {re.sub("([aeo])i$", r"\1y", form) for form in forms}
        forms |= {"y" + form for form in forms if form[0] == "e" and name[0] == "е"}
        forms |= {form.replace("iya", "ia") for form in forms}
    if language == "uk":
        forms |= {re.sub("^ie", "ye", re.sub("^iu", "yu", re.sub("^ia", "ya", form))) for form in forms}
        forms |= {re.sub("(yi|ii)$", "iy", form) for form in forms}
    return forms


def _hangul(name: str) -> set[str]:
    first, second = (_syllable(c) for c in name)
    return {f"{first}-{second}", first + second}


def _syllable(c: str) -> str:
    index = ord(unicodedata.normalize("NFC", c)) - 0xAC00
    parts = (_INITIAL[index // 588], _VOWEL[index % 588 // 28], _FINAL[index % 28])
    return "".join(parts).replace("_", "")
