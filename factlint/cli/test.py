"""`factlint test`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from factlint.cli.articles import failed
from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell, write
from factlint.config.settings import Settings
from factlint.lint.examples import run_examples
from factlint.lint.rulebook import Rulebook, load_rulebook, rulebook_of
from factlint.shipped import rules_folder
from factlint.yamlfile import ProblemsError


def test(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[DIR]", help="A folder of rules.  [default: the rules that come with factlint]"),
    ] = None,
) -> None:
    """Run the rules' own examples and print those that go wrong.

    Exit status: 0 where all come out right, 1 where one does not, 2 where a rule is no rule.
    """
    if folder is not None and not os.path.isdir(folder):
        what = "this is a file; name the folder that it is in" if os.path.isfile(folder) else "there is no such folder"
        tell(f"{folder}: {what}.")
        raise typer.Exit(ExitStatus.FAILED)
    try:
        book = rulebook_of(Settings())
        if folder is not None and os.path.realpath(folder) != os.path.realpath(str(rules_folder())):
            book = _own(folder, book)
    except ProblemsError as error:
        raise failed(error) from None
    if not book.rules:
        tell(f"{folder}: there are no rules in this folder (files in .yml).")
        raise typer.Exit(ExitStatus.FAILED)
    tally = Tally()
    write(tally.over(book))
    tell(tally.summary(len(book.rules)))
    raise typer.Exit(ExitStatus.FOUND if tally.wrong else ExitStatus.CLEAN)


def _own(folder: str, shipped: Rulebook) -> Rulebook:
    """The rules of a folder, none of which may have the code or the name of one that comes with factlint."""
    here = os.path.realpath(folder)
    # A part of the product's own rules is not in the way of itself.
    against = [rule for rule in shipped.rules if not os.path.realpath(rule.path).startswith(here + os.sep)]
    return load_rulebook([Path(folder)], Rulebook((), shipped.lexicon), against)


class Tally:
    """Runs examples and counts them."""

    def __init__(self) -> None:
        self.run = 0
        self.wrong = 0

    def summary(self, rules: int) -> str:
        """What was run and how it went, as a sentence."""
        examples = f"examples of {rules:,} {'rule' if rules == 1 else 'rules'}"
        if self.wrong:
            return f"{self.wrong:,} of {self.run:,} {examples} came out wrong."
        return f"All {self.run:,} {examples} came out right."

    def over(self, book: Rulebook) -> Iterator[str]:
        """What to print of the examples that come out wrong."""
        for rule in book.rules:
            places: dict[tuple[object, ...], tuple[int, int]] | None = None
            for outcome in run_examples(rule, book):
                self.run += 1
                if not outcome.right:
                    self.wrong += 1
                    places = _places(rule.path) if places is None else places
                    line, column = places.get((outcome.kind, outcome.number - 1), (1, 1))
                    yield f"{rule.path}:{line}:{column}: {outcome}\n"


def _places(path: str) -> dict[tuple[object, ...], tuple[int, int]]:
    """Where the examples stand in a rule's file."""
    from factlint.yamlfile import load_document

    with open(path, "rb") as file:
        return load_document(path, file.read()).places
