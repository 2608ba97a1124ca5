"""A file → Article: decoded once, one module a format."""
