"""Sourcing: what is laid to somebody, and where nobody answers for it."""
