"""Where things are kept between runs. Losing any of it costs time, nothing else."""

from __future__ import annotations

import os
import sys


def cache_folder() -> str:
    """FACTLINT_CACHE_DIR, or the system's place for caches."""
    if named := os.environ.get("FACTLINT_CACHE_DIR"):
        return named
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    elif sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", os.path.join(home, "AppData", "Local"))
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "factlint")


def put(path: str, raw: bytes) -> None:
    """Puts a file there whole or, where that is not allowed, not at all."""
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(raw)
        os.replace(part, path)
    except OSError:
        pass
