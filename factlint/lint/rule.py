"""A rule as data, the way its YAML file gives it, checked."""

from __future__ import annotations

from typing import Any

from factlint.record import NamedTuple
from factlint.severity import Severity

#: A condition: attribute path (or any, all, not) → matcher, as plain data.
Condition = dict[str, Any]


class Gap(NamedTuple):
    """An example that the rule is known to get wrong.

    text: an article; where it should be flagged and is not, the place is marked with [[ ]].
    why: the reason.
    """

    text: str
    why: str


class Rule(NamedTuple):
    """One rule. The attributes are the keys of its file, with underscores for hyphens.

    code: three letters and three digits.
    name: that of its file.
    severity: error, warning or note.
    summary: one sentence on what it finds.
    flag: the kind of fact it looks at, or text.
    message: a template; {attribute.path} is filled from the fact, {text:60} cut at sixty characters.
    why: what it costs a reader, and the handbooks' view.
    where: what must hold of the fact.
    unless: what must not.
    together: the attribute whose values part the facts into groups, `article` for one group, or none.
    value: the attribute that the members of a group are compared by, or none.
    report: which members of a group are flagged: minority, first (of the minority), later, all or once.
    pattern: for text rules, a regular expression; a group named `flag` is the place.
    places: for text rules, where a match may stand (`in:` in the file).
    needs: for text rules, words of which the text must have one for the pattern to be tried; any case.
    options: thresholds by name, that `$name` in a matcher stands for.
    related: attribute path → message; the facts at the paths become related places.
    help: what to do, a template like the message, or none.
    flagged: articles with [[ ]] around what is flagged.
    passed: articles in which the rule finds nothing.
    known_gaps: what it gets wrong today.
    style: the house's choices for which its examples are written.
    path: the rule's file.
    fix: what would mend a finding, or none: `safe`, with `replace` or `swap`.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    flag: str
    message: str
    why: str
    where: Condition
    unless: Condition
    together: str | None
    value: str | None
    report: str
    pattern: str | None
    places: tuple[str, ...]
    needs: tuple[str, ...]
    options: dict[str, Any]
    related: dict[str, str]
    help: str | None
    flagged: tuple[str, ...]
    passed: tuple[str, ...]
    known_gaps: tuple[Gap, ...]
    style: dict[str, str]
    path: str
    fix: dict[str, Any] | None = None
