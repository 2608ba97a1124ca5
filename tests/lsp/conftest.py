"""The editor's fixtures, where the extra lsp is installed; the tests say so where it is not."""

from importlib.util import find_spec

if find_spec("pygls"):
    from tests.lsp.editor import play  # noqa: F401
