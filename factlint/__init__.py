"""factlint: a linter for the facts inside one news article."""

__version__ = "0.1.0"
