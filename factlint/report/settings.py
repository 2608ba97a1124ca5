"""Settings → text: each value with the place that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factlint.config.settings import Origin, Settings
from factlint.record import NamedTuple
from factlint.report.paint import paint

_DEFAULT = Origin("by default")


class Row(NamedTuple):
    """One value.

    key: as the configuration has it, with a full stop between a key and a name under it.
    value: what holds.
    origin: where it was set.
    """

    key: str
    value: Any
    origin: Origin


def as_rows(settings: Settings) -> Iterator[Row]:
    """Every setting, those that nobody made at their defaults."""
    origins = settings.origins
    lists = {
        "select": settings.select,
        "extend-select": settings.extend,
        "ignore": settings.ignore,
        "exclude": tuple(pattern.text for pattern in settings.exclude),
        "rules": settings.folders,
    }
    if not settings.select:
        yield Row("select", "all but notes", _DEFAULT)
    for key, entries in lists.items():
        for number, entry in enumerate(entries):
            yield Row(key, entry, origins.get((key, number), _DEFAULT))
    yield Row("gitignore", "yes" if settings.gitignore else "no", origins.get(("gitignore",), _DEFAULT))
    yield Row("language", settings.language, origins.get(("language",), _DEFAULT))
    if settings.pages:
        yield Row("pages", settings.pages, origins.get(("pages",), _DEFAULT))
    for name, severity in settings.severity.items():
        yield Row(f"severity.{name}", severity, origins.get(("severity", name), _DEFAULT))
    for rule, values in settings.options.items():
        for option, value in values.items():
            yield Row(f"options.{rule}.{option}", value, origins.get(("options", rule, option), _DEFAULT))
    for topic, form in settings.style.items():
        yield Row(f"style.{topic}", form, origins.get(("style", topic), _DEFAULT))
    for name in sorted(settings.known):
        yield Row("known", name, origins.get(("known", name), _DEFAULT))
    for word in settings.words:
        label = f".{word.label}" if word.label else ""
        yield Row(f"{'words' if word.added else 'remove'}.{word.list}{label}", word.entry, word.origin)


def as_text(path: str, file: str | None, rows: list[Row], rules: str, idle: list[str], colour: bool) -> Iterator[str]:
    """A line a value, and what is said of the rules."""
    yield f"{paint('strong', path, colour)}: {file or 'no configuration file applies'}\n\n"
    wide = max(len(f"{row.key}: {row.value}") for row in rows)
    for row in rows:
        said = f"{row.key}: {row.value}"
        yield f"  {said:{wide}}  {paint('quiet', str(row.origin), colour)}\n"
    yield f"\n{rules}\n"
    for line in idle:
        yield f"{line}\n"
