"""A rule's own examples, run: each flagged one must be flagged just where it says, each passed one nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.lint.checker import Linter
from factlint.lint.marks import Span, unmark
from factlint.lint.rule import Rule
from factlint.lint.rulebook import Rulebook
from factlint.read import read
from factlint.record import NamedTuple
from factlint.relations.analysis import Analysis


class Outcome(NamedTuple):
    """How one example came out.

    rule: the rule.
    kind: flagged, passed or known_gaps.
    number: which of them, from 1.
    text: the article, without marks.
    wanted: the marked places, in order.
    found: the flagged places, in order.
    """

    rule: Rule
    kind: str
    number: int
    text: str
    wanted: tuple[Span, ...]
    found: tuple[Span, ...]

    @property
    def right(self) -> bool:
        """Whether the example is what it says: a known gap must still be wrong."""
        return (self.wanted == self.found) != (self.kind == "known_gaps")

    def __str__(self) -> str:
        label = f"{self.rule.code} {self.rule.name}: {self.kind} {self.number}"
        if self.kind == "known_gaps":
            return f"{label} is no gap any more: make it a flagged or a passed example."
        lines = [f"{label}:"]
        lines += [f"  not flagged: {self._shown(span)}" for span in self.wanted if span not in self.found]
        lines += [f"  flagged wrongly: {self._shown(span)}" for span in self.found if span not in self.wanted]
        return "\n".join(lines)

    def _shown(self, span: Span) -> str:
        start, end = span
        line = self.text.count("\n", 0, start) + 1
        return f"line {line}: “{' '.join(self.text[start:end].split())}”"


def run_examples(rule: Rule, book: Rulebook) -> Iterator[Outcome]:
    """Every example of a rule, run; one about directives needs the other rules, which directives are about."""
    lexicon = book.lexicon
    linter = Linter(book.rules if rule.flag == "suppression" else (rule,), lexicon, book.rules)
    rows = [
        *(("flagged", number, text) for number, text in enumerate(rule.flagged, 1)),
        *(("passed", number, text) for number, text in enumerate(rule.passed, 1)),
        *(("known_gaps", number, gap.text) for number, gap in enumerate(rule.known_gaps, 1)),
    ]
    for kind, number, marked in rows:
        text, wanted = unmark(marked)
        name = "example.md" if text.startswith("# ") else "example.txt"
        facts = Analysis(read(name, text.encode(), lexicon), lexicon, style=rule.style)
        found = tuple(sorted({(f.start, f.end) for f in linter.lint(facts) if f.code == rule.code}))
        yield Outcome(rule, kind, number, text, wanted, found)
