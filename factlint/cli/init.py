"""`factlint init`."""

from __future__ import annotations

import os

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell, write
from factlint.config import NAMES, configures

CONFIGURATION = """\
# How factlint checks the articles in this folder and below.
# Take the # away from what you want to change. “factlint rules” lists the rules, “factlint rule QUO101” explains one.

# The rules to run: codes, beginnings of codes, names, or ALL. Without this: all but notes.
# select: [ALL]

# Rules not to run. A longer code decides over a shorter one.
# ignore: [STY]

# How bad it is: error, warning or note. A note that is raised here is run.
# severity:
#   figure-without-source: note

# Thresholds, by rule. “factlint rule CODE” names a rule's options.
# options: {}

# Files and folders that are not articles. A file named on the command line is checked all the same.
# exclude: [README.md, drafts, "*.notes.txt"]

# People whom your readers know by surname alone.
# known: [Messi, Beyoncé]

# How your house writes: every other form is then flagged (STY120), also where an article keeps to it. Without this,
# only what an article writes in two ways is flagged. Choices, and their forms:
# - percent: percent, per cent, "%"           spelling: British, American      verb endings: -ise, -ize
# - time: 9am, 9 am, 9a.m., 9 a.m.            hours and minutes: "9.30", "9:30"
# - dates: 5 May, May 5                       days of the month: "5", 5th      small numbers: words, digits
# - money: £5m, £5 million, 5 million pounds  initialisms: with stops, without stops
# - dashes: spaced –, spaced —, spaced -, spaced --, unspaced —, unspaced --
# - or a word with its hyphens, capitals, stops or spelling.
# style: {percent: per cent, dates: 5 May, adviser: adviser, email: email, US: US, internet: internet}

# Folders of rules and word lists of your own, from this file's folder.
# rules: [newsroom/rules]
"""

NEXT = """\
{file} is written: all of it comments so far, so that nothing is changed yet.

Next:
  factlint check              check the articles in this folder
  factlint rules              see what is looked for
  factlint rule QUO101        read why, and what to do

To check before each commit, with pre-commit, add to .pre-commit-config.yaml:
  - repo: local
    hooks:
      - id: factlint
        name: factlint
        entry: factlint check
        language: system
        types_or: [plain-text, markdown]
"""


def init() -> None:
    """Write a factlint.yml that explains itself, and say what to do next.

    A configuration that is there already is left as it is.
    """
    for name in NAMES:
        if os.path.lexists(name) and configures(name):
            tell(f"{name} configures factlint here already; nothing is written.")
            raise typer.Exit(ExitStatus.FAILED)
    try:
        with open(NAMES[0], "x", encoding="utf-8", newline="\n") as file:
            file.write(CONFIGURATION)
    except OSError as error:
        from factlint.read.files import reason

        tell(f"{NAMES[0]} cannot be written: {(error.strerror or reason(error)).lower()}.")
        raise typer.Exit(ExitStatus.FAILED) from None
    write([NEXT.format(file=NAMES[0])])
