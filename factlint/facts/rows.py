"""Facts → the JSON object of one article, as `factlint facts --format jsonl` prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factlint.facts.annotate import Facts
from factlint.facts.grammar_rows import GRAMMAR, grammar_as_json
from factlint.facts.model import KINDS
from factlint.facts.stages import StageError

_SHOWN = (
    "headlines", "paragraphs", "sentences", "quotes", "people", "mentions", "pronouns", "organizations", "places",
    "figures", "dates",
)  # fmt: skip


def facts_as_json(facts: Facts, kinds: Sequence[str] = ()) -> dict[str, Any]:
    """Everything the rules look at; offsets in code points, end exclusive. `kinds` names what is wanted alone."""
    if not kinds:
        return _all(facts)
    row: dict[str, Any] = {"path": facts.article.path, "length": len(facts.article.source)}
    row |= grammar_as_json(facts, kinds)
    if set(kinds) - set(GRAMMAR):
        row |= {key: value for key, value in _all(facts).items() if key in kinds}
    return row


def names_of_kinds() -> tuple[str, ...]:
    """Every kind of fact that can be asked for by name, the grammar included."""
    return (*GRAMMAR, "headline", *(plural for plural, _ in KINDS.values() if plural != "headlines"))


def _all(facts: Facts) -> dict[str, Any]:
    source = facts.article.source

    def found(kind: str) -> tuple[Any, ...]:
        """All facts of a kind; none where it cannot be worked out, which the facts have among their failures."""
        try:
            kinds: tuple[Any, ...] = getattr(facts, kind)
        except StageError:
            return ()
        return kinds

    def span(fact: Any) -> dict[str, Any]:
        return {"start": fact.start, "end": fact.end}

    def words(fact: Any) -> dict[str, Any]:
        return {**span(fact), "text": source[fact.start : fact.end]}

    return {
        "path": facts.article.path,
        "length": len(source),
        "headline": next((span(headline) for headline in found("headlines")), None),
        "paragraphs": [{**span(p), "kind": p.kind} for p in found("paragraphs") if p.kind != "headline"],
        "sentences": [span(s) for s in found("sentences")],
        "quotes": [
            {
                **span(quote),
                "kind": quote.kind,
                "speaker": None
                if quote.speaker is None
                else {
                    **words(quote.speaker),
                    "kind": quote.speaker.kind,
                    "person": quote.speaker.person.id if quote.speaker.person else None,
                },
                "cue": words(quote.cue) if quote.cue else None,
            }
            for quote in found("quotes")
        ],
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "gender": person.gender,
                "mentions": [{**words(name), "form": name.form} for name in person.names],
            }
            for person in found("people")
        ],
        "pronouns": [
            {**words(p), "in_quote": p.in_quote, "person": p.person.id if p.person else None} for p in found("pronouns")
        ],
        "organizations": [words(o) for o in found("organizations")],
        "places": [words(p) for p in found("places")],
        "figures": [
            {
                **words(figure),
                "value": figure.value,
                "unit": figure.unit,
                "source": words(figure.source) if figure.source else None,
            }
            for figure in found("figures")
        ],
        "dates": [{**words(date), "value": date.value, "relative": date.relative} for date in found("dates")],
        **{plural: [{**words(fact), **_plain(fact)} for fact in found(plural)] for plural in _others()},
    }


def _others() -> Iterator[str]:
    """The kinds that have no form of their own above."""
    return (plural for plural, _ in KINDS.values() if plural not in _SHOWN)


def _plain(fact: Any) -> dict[str, Any]:
    """The attributes that are words, numbers or answers; facts within facts are left out."""
    values = fact._asdict() if hasattr(fact, "_asdict") else {}
    return {name: value for name, value in values.items() if value is None or isinstance(value, (str, int, float))}
