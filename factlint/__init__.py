"""factlint: a linter for the facts inside one news article. Its library is `factlint.api`."""

__version__ = "0.1.0"

#: Where the project lives.
HOME = "https://github.com/factlint/factlint"

#: Where its pages are read; the page of a rule is `rules/CODE/` below.
PAGES = "https://factlint.github.io/factlint"
