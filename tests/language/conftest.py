"""Grammar of a text, as the stages above read it."""

from tests.facts.conftest import annotate

__all__ = ["annotate"]
