"""`factlint init`."""

from __future__ import annotations

import os

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell, write
from factlint.config.settings import NAMES, configures

CONFIGURATION = """\
# How factlint checks the articles in this folder and below. “factlint config ARTICLE” shows what holds for one.

# Files and folders that are not articles, besides those that git ignores.
exclude: [README.md, CHANGELOG.md, CONTRIBUTING.md, CODE_OF_CONDUCT.md, SECURITY.md, LICENSE.md, LICENSE.txt]

# Take the # away from what you want.

# A style to begin with, as its house publishes it: factlint:ap, factlint:bbc or factlint:guardian.
# extends: factlint:ap

# The rules to run: codes, beginnings of codes, names, or ALL. Without this: all but notes.
# select: [QUO, PRO, NAM, FIG, DAT, HED, SRC, RES]

# Rules besides these: notes that you want to see.
# extend-select: [suppression-unused]

# Rules not to run. A longer code decides over a shorter one.
# ignore: [STY113]

# How bad it is: error, warning or note. A note that is raised here is run.
# severity:
#   figure-without-source: note

# Thresholds, by rule. “factlint rule CODE” names a rule's options.
# options: {}

# People whom your readers know by surname alone.
# known: [Messi, Beyoncé]

# Words that your desk knows and factlint does not.
# words:
#   speech-verbs: [quipped]
#   source-people: [boffins]

# How your house writes: every other form is then flagged (STY120), also where an article keeps to it. Without this,
# only what an article writes in two ways is flagged. Choices, and their forms:
# - percent: percent, per cent, "%"           spelling: British, American      verb endings: -ise, -ize
# - time: 9am, 9 am, 9a.m., 9 a.m.            hours and minutes: "9.30", "9:30"
# - dates: 5 May, May 5                       days of the month: "5", 5th      small numbers: words, digits
# - money: £5m, £5 million, 5 million pounds  initialisms: with stops, without stops
# - dashes: spaced –, spaced —, spaced -, spaced --, unspaced —, unspaced --
# - or a word with its hyphens, capitals, stops or spelling.
# style: {percent: per cent, dates: 5 May, adviser: adviser, email: email, US: US, internet: internet}

# Other settings for some files.
# per-file:
#   "reviews/*": {ignore: [SRC]}

# Folders of rules and word lists of your own, from this file's folder.
# rules: [newsroom/rules]
"""

NEXT = """\
{file} is written. It can be used as it stands: every rule but the notes is run.

Next:
  factlint files --all        see what is checked, and what is not
  factlint check              check the articles in this folder
  factlint rules              see what is looked for
  factlint rule QUO101        read why, and what to do
  factlint check --write-baseline factlint-baseline.json
                              let what is in old articles rest
  factlint config --schema    the JSON schema of factlint.yml, by which an editor completes its keys

To check before each commit, with pre-commit, add to .pre-commit-config.yaml:
  - repo: local
    hooks:
      - id: factlint
        name: factlint
        entry: factlint check --force-exclude
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
