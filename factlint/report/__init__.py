"""Findings and facts → text: one module a format, each a pure function."""
