"""Message templates: words with {attribute.path} in them, and {attribute.path:60} for a text cut to fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from factlint.lint.paths import compile_path

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: The closing mark to every opening one; of a straight mark the same. The brackets of a tag are marks as well.
MARKS = {"“": "”", "‘": "’", "«": "»", '"': '"', "'": "'", "<": ">"}
FIELD = re.compile(r"\{([A-Za-z_][\w.-]*)(?::(\d{1,4}))?\}")


#: Takes a fact, gives the words about it.
Fill = Callable[["Facts", Any], str]


def compile_message(template: str, options: Mapping[str, Any]) -> Fill:
    """A function that fills the template from a fact; options are filled in at once."""
    parts = FIELD.split(template)
    fields = [
        (None if name in options else compile_path(name), str(options.get(name)), int(limit) if limit else None)
        for name, limit in zip(parts[1::3], parts[2::3], strict=True)
    ]
    words = parts[0::3]

    def fill(facts: Facts, fact: Any) -> str:
        filled = [words[0]]
        for (get, fixed, limit), after in zip(fields, words[1:], strict=True):
            said = fixed if get is None else shown(get(facts, fact), limit)
            filled[-1], said, after = _joined(filled[-1], said, after)
            filled += [said, after]
        return "".join(filled)

    return fill


def _joined(before: str, said: str, after: str) -> tuple[str, str, str]:
    """A value between its neighbours: no marks around a quotation that has its own, no second full stop."""
    if before.endswith("“") and after.startswith("”"):
        if said and said.endswith(MARKS.get(said[0], "\0")):
            return before[:-1], said, after[1:] if not said.endswith((".”", '."')) else after[1:].removeprefix(".")
        if said.startswith("“") and said.endswith(" …"):
            return before[:-1], said, after
        if after.startswith("”.") and said.endswith("."):
            return before, said[:-1], after
    return before, said, after


def shown(value: Any, limit: int | None = None) -> str:
    """A value as words: white space folded, whole numbers without a point, long texts cut between words.

    A quotation that is cut keeps the closing mark that it has.
    """
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(shown(entry) for entry in value)
    text = " ".join(str(value).split())
    if limit is None or len(text) <= limit:
        return text
    closing = MARKS.get(text[0], "")
    cut = text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + " …"
    return cut + closing if closing and text.endswith(closing) else cut
