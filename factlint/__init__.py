"""factlint: a linter for the facts inside one news article. Its library is `factlint.api`."""

__version__ = "0.1.0"
