"""Every construction of quoted speech with sentences of its own, in the punctuation of several houses."""

from pathlib import Path

import pytest
import yaml

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

LEXICON = product().lexicon
TABLE = yaml.safe_load((Path(__file__).parent / "constructions.yml").read_text(encoding="utf-8"))


def told(facts: Facts) -> list[str]:
    """What is found, in the words of the table."""
    found = []
    for quote in facts.quotes:
        speaker = quote.speaker
        who = speaker.text if speaker else "nobody"
        if speaker and speaker.person and (speaker.kind == "pronoun" or speaker.person.name not in speaker.text):
            who += f" = {speaker.person.name}"
        found.append(f"{quote.kind}: {who}")
    for turn in facts.turns:
        found.append(f"turn: {turn.label}" + (f" = {turn.person.name}" if turn.person else ""))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(row["text"], row["told"], id=f"{name} {at}")
        for name, rows in TABLE.items()
        for at, row in enumerate(rows)
    ],
)
def test_the_construction_is_read(text: str, expected: list[str]) -> None:
    facts = Analysis(read("article.md" if "**" in text else "article.txt", text.encode(), LEXICON), LEXICON)
    found = told(facts)
    kinds_alone = [one.split(":")[0] if ":" not in other else one for one, other in zip(found, expected, strict=False)]
    assert (kinds_alone, len(found)) == (expected, len(expected))


def test_every_construction_has_at_least_six_sentences() -> None:
    assert {name: len(rows) for name, rows in TABLE.items() if len(rows) < 6} == {}
