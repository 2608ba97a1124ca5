"""What factlint says around findings, where it says more than a line: in an editor, on a page, on a worksheet.

A language is a folder here, a speaker a file in it; `{names}` in a sentence are filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_LANGUAGE = "en"


class Wording:
    """The sentences of one speaker, by name."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences

    def __call__(self, name: str, /, **values: object) -> str:
        """A sentence with its values."""
        return self._sentences[name].format_map(values) if values else self._sentences[name]

    def counted(self, name: str, number: int) -> str:
        """A sentence about one thing, about two …, about more: parts between bars, the last for all that is left."""
        forms = self._sentences[name].split(" | ")
        return forms[min(number or len(forms), len(forms)) - 1].format(n=f"{number:,}")

    def rows(self, beginning: str) -> list[str]:
        """All sentences whose names begin so."""
        return [sentence for name, sentence in self._sentences.items() if name.startswith(beginning)]

    def within(self, beginning: str) -> dict[str, str]:
        """The sentences whose names begin so, by the rest of their names."""
        return {n.removeprefix(beginning): s for n, s in self._sentences.items() if n.startswith(beginning)}

    def get(self, name: str, otherwise: str) -> str:
        """A sentence, or something else where there is none of that name."""
        return self._sentences.get(name, otherwise)


@lru_cache(maxsize=8)
def wording(speaker: str) -> Wording:
    """The sentences of a file, `factlint/wording/en/SPEAKER.yml`."""
    from factlint.yamlfile import load_document

    path = f"{speaker}.yml"
    raw = (files("factlint.wording") / _LANGUAGE / path).read_bytes()
    return Wording(load_document(path, raw).data)
